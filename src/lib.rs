//! Lokikirja: an offline-first logbook of every conversation with your contacts.
//!
//! In reading order:
//! - [`domain`]: the rules. Uses nothing of ours, and nothing of the browser.

pub mod domain;
