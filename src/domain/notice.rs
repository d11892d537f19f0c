//! Notices: what the user should be told after a command was carried out.

use super::change::Table;
use super::code::SeriesCode;
use super::interaction::EntryNo;
use super::refusal::{Field, RecordName};

/// Something to tell the user. Never a sentence; `language/explain.rs` makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A record was created, under this number or code.
    Created(Table, String),
    /// A record was deleted; this was its number or code.
    Deleted(Table, String),
    /// A company was deleted, and its persons with it.
    CompanyDeleted {
        /// The company's number.
        no: String,
        /// How many persons went with it; at least one.
        n_persons: u32,
    },
    /// The interaction is in the log.
    InteractionLogged(EntryNo),
    /// The interaction waits among the postponed ones.
    InteractionPostponed(EntryNo),
    /// Logged, but the correspondence type was blanked: the contact has no e-mail address.
    LoggedWithoutEmail {
        /// The contact's name.
        contact: String,
    },
    /// So many postponed interactions were deleted.
    PostponedDeleted(u32),
    /// The series has reached its warning number.
    SeriesNearlyExhausted {
        /// The series.
        series: SeriesCode,
        /// The number just given.
        no: String,
        /// The last one it can give.
        ending_no: String,
    },
    /// A change was taken back.
    Undone(Restored),
    /// A change that was taken back was made again.
    Redone(Restored),
}

/// What taking a change back came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Restored {
    /// A record is there again.
    Back {
        /// The record.
        record: RecordName,
        /// So many more of its kind came with it.
        n_more: u32,
    },
    /// A record is not there any more.
    Gone {
        /// The record.
        record: RecordName,
        /// So many more of its kind went with it.
        n_more: u32,
    },
    /// A field says again what it said.
    Field {
        /// The record.
        record: RecordName,
        /// The field.
        field: Field,
    },
    /// A record is again what it was.
    Record(RecordName),
    /// So many records of several kinds are again what they were.
    Several(u32),
}
