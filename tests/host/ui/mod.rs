//! What of the interface needs no browser.

mod contact_index;
mod outside;
mod route;
