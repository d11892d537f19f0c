//! Commands: every operation that changes records, by the name the user knows.
//!
//! Create commands carry the id of the new row. Whoever opens the form makes the id, so a button
//! pressed twice, or a retry after a fault, creates one row. Edit and delete commands carry the
//! revision at which the form saw the row; an older one is refused.

use super::change::Revision;
use super::id::{LogEntryId, SalespersonId};
use super::interaction::form::InteractionForm;
use super::salesperson::SalespersonEdit;

/// An operation with all it needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Creates a salesperson.
    CreateSalesperson(SalespersonId, Vec<SalespersonEdit>),
    /// Changes one field of a salesperson.
    EditSalesperson(SalespersonId, Revision, SalespersonEdit),
    /// Deletes a salesperson.
    DeleteSalesperson(SalespersonId, Revision),

    /// OK on the form: checks everything and writes the log entry.
    FinishInteraction(Box<InteractionForm>),
    /// Cancel and postpone: needs a contact only.
    PostponeInteraction(Box<InteractionForm>),
    /// Deletes postponed interactions, each with its comments.
    DeletePostponed(Vec<LogEntryId>),

    /// Several commands as one: all or none. Used to set a company up.
    All(Vec<Command>),
}
