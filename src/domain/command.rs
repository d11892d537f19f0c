//! Commands: every operation that changes records, by the name the user knows.
//!
//! Create commands carry the id of the new row. Whoever opens the form makes the id, so a button
//! pressed twice, or a retry after a fault, creates one row. Edit and delete commands carry the
//! revision at which the form saw the row; an older one is refused.

use super::campaign::{CampaignEdit, StatusEdit};
use super::change::{Change, Revision};
use super::classification::formula::FormulaEdit;
use super::classification::{ClassEdit, ClassKey, Group};
use super::contact::ContactEdit;
use super::id::{
    CampaignEntryId, CampaignId, CampaignStatusId, ContactId, CriteriaActionId, FormulaId, GroupId,
    LogEntryId, LoggedSegmentId, MailingGroupId, SalespersonId, SalutationId, SavedCriteriaId,
    SegmentId, SegmentLineId, SeriesId, TemplateId,
};
use super::interaction::cancel::EntryFilter;
use super::interaction::form::InteractionForm;
use super::interaction::template::{GroupEdit, TemplateEdit};
use super::number_series::SeriesEdit;
use super::salesperson::SalespersonEdit;
use super::segment::SegmentEdit;
use super::segment::criteria::ActionKind;
use super::segment::line_edit::LineEdit;
use super::segment::log::FollowUp;
use super::segment::logged::LoggedFilter;
use super::segment::question::Answer;
use super::segment::selection::Criteria;
use super::segment::selection::saved::SavedEdit;
use super::setup::SetupEdit;
use super::values::Evaluation;

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
    /// Makes one salesperson responsible for contacts, or nobody.
    AssignSalesperson(Vec<ContactId>, Revision, Option<SalespersonId>),
    /// Deletes contacts; companies with their persons.
    DeleteContacts(Vec<ContactId>, Revision),
    /// Erases a contact: what is known of it goes for good, its log entries become anonymous
    /// (`privacy`); the action's id is new, and so are as many after it as segments it stands in.
    EraseContact(ContactId, Revision, CriteriaActionId),

    /// Creates a mailing group, or a row of another table of its sort.
    CreateClass(ClassKey, Vec<ClassEdit>),
    /// Changes one field of such a row.
    EditClass(ClassKey, Revision, ClassEdit),
    /// Deletes such a row, in which no contact is.
    DeleteClass(ClassKey, Revision),
    /// Adds a formula to a salutation.
    CreateSalutationFormula(FormulaId, SalutationId, Vec<FormulaEdit>),
    /// Changes one field of a salutation formula.
    EditSalutationFormula(FormulaId, Revision, FormulaEdit),
    /// Deletes a salutation formula.
    DeleteSalutationFormula(FormulaId, Revision),
    /// Puts contacts into a group.
    AddToGroup(Group, Vec<ContactId>),
    /// Takes contacts out of a group.
    RemoveFromGroup(Group, Vec<ContactId>),

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
    /// Deletes an interaction template that neither the setup nor a postponed interaction uses.
    DeleteInteractionTemplate(TemplateId, Revision),

    /// Creates a campaign status.
    CreateCampaignStatus(CampaignStatusId, Vec<StatusEdit>),
    /// Changes one field of a campaign status.
    EditCampaignStatus(CampaignStatusId, Revision, StatusEdit),
    /// Deletes a campaign status that no campaign has.
    DeleteCampaignStatus(CampaignStatusId, Revision),

    /// Creates a campaign.
    CreateCampaign(CampaignId, Vec<CampaignEdit>),
    /// Changes one field of a campaign.
    EditCampaign(CampaignId, Revision, CampaignEdit),
    /// Deletes a campaign with its entries; segments and log entries keep its number.
    DeleteCampaign(CampaignId, Revision),
    /// Switch Checkmark in Canceled, on campaign entries: all become the opposite of the first.
    SwitchCampaignEntries(Vec<CampaignEntryId>, Revision),
    /// Deletes the canceled entries of a campaign, or of all campaigns.
    DeleteCanceledCampaignEntries(Option<CampaignId>),

    /// Creates a segment.
    CreateSegment(SegmentId, Vec<SegmentEdit>),
    /// Changes one field of a segment's header, with the user's answer to what it asks
    /// (`segment::question`).
    EditSegment(SegmentId, Revision, SegmentEdit, Answer),
    /// Deletes a segment with its lines.
    DeleteSegment(SegmentId, Revision),
    /// Refresh Lines from Header: what a new template had left as it was.
    RefreshSegmentLines(SegmentId, Revision),
    /// Adds contacts to a segment by hand, each as a line.
    AddSegmentLines(SegmentId, Vec<(SegmentLineId, ContactId)>),
    /// Adds contacts chosen in a list to a segment, but for those whom Add Contacts leaves out; the
    /// action's id is new, and so are as many after it as there are contacts.
    AddToSegment(SegmentId, Vec<ContactId>, CriteriaActionId),
    /// Enters another contact in a line, or none; the action's id is new, and so is the next one
    /// after it.
    ChangeLineContact(SegmentLineId, Revision, Option<ContactId>, CriteriaActionId),
    /// Changes one field of a line, or of many at once.
    EditSegmentLines(Vec<SegmentLineId>, Revision, LineEdit),
    /// Deletes lines of a segment, with the user's answer to whether the criteria start anew.
    DeleteSegmentLines(
        SegmentId,
        Revision,
        Vec<SegmentLineId>,
        CriteriaActionId,
        Answer,
    ),
    /// Go Back: takes the last criteria action back.
    GoBackInSegment(SegmentId, Revision),
    /// Reuse Segment: adds the contacts of a logged segment.
    ReuseLoggedSegment(SegmentId, Revision, LoggedSegmentId, CriteriaActionId),
    /// Add Contacts, Reduce or Refine by criteria, as its preview saw it
    /// (`segment::selection::apply`); the action's id is new, and so are as many after it as there
    /// are lines to add.
    ApplyCriteria(
        SegmentId,
        Revision,
        ActionKind,
        Box<Criteria>,
        CriteriaActionId,
    ),
    /// Save Criteria: keeps the criteria actions of a segment under a code.
    SaveCriteria(SegmentId, Revision, SavedCriteriaId, Vec<SavedEdit>),
    /// Changes one field of saved criteria.
    EditSavedCriteria(SavedCriteriaId, Revision, SavedEdit),
    /// Deletes saved criteria.
    DeleteSavedCriteria(SavedCriteriaId, Revision),
    /// Reuse Criteria: carries saved criteria out on a segment; the action's id as above.
    ReuseCriteria(SegmentId, Revision, SavedCriteriaId, CriteriaActionId),
    /// Apply Mailing Group: puts all contacts of a segment into it; true: whoever else is in it
    /// leaves it.
    ApplyMailingGroup(SegmentId, MailingGroupId, bool),
    /// Log Segment, as its preview saw it.
    LogSegment(SegmentId, Revision, Option<FollowUp>),
    /// Switch Checkmark in Canceled, on logged segments: all become the opposite of the first.
    SwitchLoggedSegments(Vec<LoggedSegmentId>, Revision),
    /// Deletes the canceled logged segments that pass a filter; their interactions stay.
    DeleteCanceledSegments(LoggedFilter),

    /// OK on the form: checks everything and writes the log entry.
    FinishInteraction(Box<InteractionForm>),
    /// Cancel and postpone: needs a contact only.
    PostponeInteraction(Box<InteractionForm>),
    /// Notes that cover sheets were printed for contacts, those of a segment or others; the first entry's
    /// id is new, and so are as many after it as there are contacts.
    LogCoverSheets(LogEntryId, Vec<ContactId>, Option<SegmentId>),
    /// Deletes postponed interactions, each with its comments.
    DeletePostponed(Vec<LogEntryId>),
    /// Switch Checkmark in Canceled, on log entries: all become the opposite of the first.
    SwitchLogEntries(Vec<LogEntryId>, Revision),
    /// Judges how interactions went; canceled ones too.
    EvaluateLogEntries(Vec<LogEntryId>, Evaluation),
    /// Deletes the canceled log entries that pass a filter.
    DeleteCanceledLogEntries(EntryFilter),

    /// Puts right what the check finds wrong, as far as the other records tell how (`repair`).
    Repair,

    /// Takes back the changes that were kept under a revision, as far as `undo.rs` allows.
    Undo(Revision, Vec<Change>),
    /// Takes back an undo that was kept under a revision.
    Redo(Revision, Vec<Change>),

    /// Several commands as one: all or none. Used to set a company up.
    All(Vec<Command>),
}
