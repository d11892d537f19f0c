//! Texts of what the device can answer instead of keeping something, and of a company that cannot
//! be opened: what happened, what was kept, what to do.

use super::Messages;
use crate::book::open::OpenError;
use crate::journal::JournalError;

/// What to tell the user when the device says no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub what: String,
    /// What to do.
    pub to_do: String,
    /// For whoever is asked for help: the browser's own words, in no language.
    pub detail: Option<String>,
}

impl Told {
    /// A trouble without the browser's own words.
    pub(super) fn new(what: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            to_do: to_do.into(),
            detail: None,
        }
    }

    /// The same with the browser's own words.
    pub(super) fn with(self, detail: impl Into<String>) -> Self {
        Self {
            detail: Some(detail.into()),
            ..self
        }
    }
}

/// Sentences for troubles with the device.
pub struct TroubleTexts {
    /// The device did not keep or read something.
    pub journal: fn(&JournalError) -> Told,
    /// There is no company of this name on the device.
    pub missing: fn() -> Told,
    /// The browser or the disk lost data: rows expected, rows found.
    pub emptied: fn(&Messages, u64, u64) -> Told,
    /// So many records contradict others; the company was opened all the same.
    pub some_damage: fn(u32) -> String,
    /// So many drafts cannot be read: damaged, or kept by a newer version.
    pub unreadable_drafts: fn(u32) -> String,
    /// Stands before what happened, when a command was not saved.
    pub not_saved: &'static str,
}

/// What happened and what to do, when the device did not keep or read something.
pub fn journal_error(m: &Messages, error: &JournalError) -> Told {
    (m.trouble.journal)(error)
}

/// What happened and what to do, when a company cannot be opened.
pub fn open_error(m: &Messages, error: &OpenError) -> Told {
    match error {
        OpenError::Journal(error) => journal_error(m, error),
        OpenError::Missing => (m.trouble.missing)(),
        OpenError::Emptied { expected, found } => {
            let found = found.as_ref().map_or(0, |found| found.n_rows);
            (m.trouble.emptied)(m, expected.n_rows, found)
        }
    }
}
