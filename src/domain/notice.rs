//! Notices: what the user should be told after a command was carried out.

use super::change::Table;
use super::code::{SalespersonCode, SeriesCode};
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
    /// So many contacts were deleted.
    ContactsDeleted {
        /// Those who were meant.
        n: u32,
        /// How many persons went with their companies, besides.
        n_persons: u32,
    },
    /// A contact was erased.
    ContactErased {
        /// Its number, where a series gave it.
        no: Option<String>,
        /// How many interactions are anonymous now.
        n_interactions: u32,
        /// How many postponed ones were deleted.
        n_postponed: u32,
    },
    /// A salesperson was made responsible for contacts, or nobody was.
    SalespersonAssigned {
        /// The salesperson's code.
        code: Option<SalespersonCode>,
        /// How many of those who were meant had another.
        n: u32,
        /// How many persons followed their companies, besides.
        n_follow: u32,
    },
    /// Contacts were put into a group.
    GroupJoined {
        /// The group.
        group: RecordName,
        /// How many contacts were not in it before.
        n: u32,
    },
    /// Contacts were taken out of a group.
    GroupLeft {
        /// The group.
        group: RecordName,
        /// How many contacts.
        n: u32,
    },
    /// The interaction is in the log.
    InteractionLogged(EntryNo),
    /// Cover sheets are in the log, so many.
    CoverSheetsLogged(u32),
    /// The interaction waits among the postponed ones.
    InteractionPostponed(EntryNo),
    /// Logged, but the correspondence type was blanked: the contact has no e-mail address.
    LoggedWithoutEmail {
        /// The contact's name.
        contact: String,
    },
    /// So many postponed interactions were deleted.
    PostponedDeleted(u32),
    /// So many rows got the checkmark in Canceled, or lost it; their entries with them.
    CanceledSwitched {
        /// The kind of row.
        table: Table,
        /// How many rows.
        n: u32,
        /// They are canceled now.
        canceled: bool,
    },
    /// So many canceled rows were deleted.
    CanceledDeleted(Table, u32),
    /// So many interactions were evaluated.
    Evaluated(u32),
    /// So many contacts were added to a segment.
    LinesAdded {
        /// How many lines.
        n: u32,
        /// How many contacts were left out because they are privacy blocked.
        n_blocked: u32,
    },
    /// So many contacts were added to a segment, by criteria or out of a list.
    ContactsAdded {
        /// How many lines.
        n: u32,
        /// How many contacts were left out because they stand in the segment already.
        n_existing: u32,
        /// How many because they are excluded from segments.
        n_excluded: u32,
        /// How many because they are privacy blocked.
        n_blocked: u32,
    },
    /// Saved criteria were carried out on a segment.
    CriteriaReused {
        /// Their code.
        code: String,
        /// How many lines were added.
        n_added: u32,
        /// How many lines were taken away.
        n_removed: u32,
        /// How many contacts were left out because they are privacy blocked.
        n_blocked: u32,
    },
    /// The contacts of a segment were put into a mailing group.
    MailingGroupApplied {
        /// The group's code.
        code: String,
        /// How many contacts were not in it before.
        n_added: u32,
        /// How many left it.
        n_removed: u32,
    },
    /// So many lines of a segment were deleted.
    LinesDeleted(u32),
    /// So many lines of a segment follow its header now.
    LinesFollow(u32),
    /// The last criteria action of a segment was taken back.
    WentBack {
        /// How many lines were taken out again.
        n_removed: u32,
        /// How many lines came back.
        n_restored: u32,
        /// How many could not come back: their contact was deleted meanwhile.
        n_lost: u32,
    },
    /// A segment is in the log.
    SegmentLogged {
        /// The segment's number.
        no: String,
        /// How many interactions.
        n_interactions: u32,
        /// How many of them are not sent: their contact has no e-mail address.
        n_without_email: u32,
    },
    /// A follow-up segment was created.
    FollowUpCreated {
        /// Its number.
        no: String,
        /// How many contacts it holds.
        n_contacts: u32,
        /// How many lines were left out because their contact stands there already.
        n_duplicates: u32,
    },
    /// The series has reached its warning number.
    SeriesNearlyExhausted {
        /// The series.
        series: SeriesCode,
        /// The number just given.
        no: String,
        /// The last one it can give.
        ending_no: String,
    },
    /// So many damaged records were repaired, with those that follow them.
    Repaired(u32),
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
