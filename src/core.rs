//! The core of Lokikirja: what works with records. A package of its own, compiled for speed.
//!
//! In reading order:
//! - [`domain`]: the rules. Uses nothing of ours, and nothing of the browser.
//! - [`journal`]: keeps what the rules changed. Uses the domain.
//! - [`book`]: the company's logbook, open: the shell around rules and journal.
//! - [`backup`]: a company as one file, and back. Uses domain and journal.

pub mod backup;
pub mod book;
pub mod domain;
pub mod journal;
