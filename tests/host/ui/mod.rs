//! What of the interface needs no browser.

mod contact_index;
mod keys;
mod outside;
mod route;
