//! Lokikirja: an offline-first logbook of every conversation with your contacts.
//!
//! In reading order:
//! - [`domain`]: the rules. Uses nothing of ours, and nothing of the browser.
//! - [`language`]: the sentences. Knows the domain's names, nothing of the browser.
//! - [`journal`]: keeps what the rules changed. Uses the domain.
//! - [`book`]: the company's logbook, open: the shell around rules and journal.
//! - [`backup`]: a company as one file, and back. Uses domain and journal.
//! - `browser` (web): small doors to the platform.
//! - [`ui`]: pages, parts and addresses. Uses all the others.

pub mod backup;
pub mod book;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod domain;
pub mod journal;
pub mod language;
pub mod ui;
