//! Commands: every operation that changes records, by the name the user knows.
//!
//! Create commands carry the id of the new row. Whoever opens the form makes the id, so a button
//! pressed twice, or a retry after a fault, creates one row. Edit and delete commands carry the
//! revision at which the form saw the row; an older one is refused.

use super::change::{Change, Revision};
use super::contact::ContactEdit;
use super::id::{ContactId, GroupId, LogEntryId, SalespersonId, SeriesId, TemplateId};
use super::interaction::form::InteractionForm;
use super::interaction::template::{GroupEdit, TemplateEdit};
use super::number_series::SeriesEdit;
use super::salesperson::SalespersonEdit;
use super::setup::SetupEdit;

/// An operation with all it needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Changes one setting of the marketing setup.
    EditSetup(Revision, SetupEdit),

    /// Creates a number series.
    CreateNumberSeries(SeriesId, Vec<SeriesEdit>),
    /// Changes one field of a number series or of one of its lines.
    EditNumberSeries(SeriesId, Revision, SeriesEdit),
    /// Deletes a number series that neither the setup nor another series names.
    DeleteNumberSeries(SeriesId, Revision),

    /// Creates a salesperson.
    CreateSalesperson(SalespersonId, Vec<SalespersonEdit>),
    /// Changes one field of a salesperson.
    EditSalesperson(SalespersonId, Revision, SalespersonEdit),
    /// Deletes a salesperson.
    DeleteSalesperson(SalespersonId, Revision),

    /// Creates a contact.
    CreateContact(ContactId, Vec<ContactEdit>),
    /// Changes one field of a contact; a company's persons may follow.
    EditContact(ContactId, Revision, ContactEdit),
    /// Deletes a contact; a company with its persons.
    DeleteContact(ContactId, Revision),

    /// Creates an interaction group.
    CreateInteractionGroup(GroupId, Vec<GroupEdit>),
    /// Changes one field of an interaction group.
    EditInteractionGroup(GroupId, Revision, GroupEdit),
    /// Deletes an interaction group that nothing uses.
    DeleteInteractionGroup(GroupId, Revision),

    /// Creates an interaction template.
    CreateInteractionTemplate(TemplateId, Vec<TemplateEdit>),
    /// Changes one field of an interaction template or of one of its languages.
    EditInteractionTemplate(TemplateId, Revision, TemplateEdit),
    /// Deletes an interaction template that no postponed interaction uses.
    DeleteInteractionTemplate(TemplateId, Revision),

    /// OK on the form: checks everything and writes the log entry.
    FinishInteraction(Box<InteractionForm>),
    /// Cancel and postpone: needs a contact only.
    PostponeInteraction(Box<InteractionForm>),
    /// Deletes postponed interactions, each with its comments.
    DeletePostponed(Vec<LogEntryId>),

    /// Takes back the changes that were kept under a revision, as far as `undo.rs` allows.
    Undo(Revision, Vec<Change>),
    /// Takes back an undo that was kept under a revision.
    Redo(Revision, Vec<Change>),

    /// Several commands as one: all or none. Used to set a company up.
    All(Vec<Command>),
}
