//! Lokikirja: an offline-first logbook of every conversation with your contacts.
//!
//! In reading order:
//! - [`domain`], [`journal`], [`book`] and [`backup`]: what works with records (`core.rs`).
//! - [`language`]: the sentences. Knows the domain's names, nothing of the browser.
//! - `browser` (web): small doors to the platform.
//! - [`ui`]: pages, parts and addresses. Uses all the others.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod language;
pub mod ui;

pub use lokikirja_core::{backup, book, domain, journal};
