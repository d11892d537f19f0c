//! What of the interface needs no browser.

mod outside;
