//! The rules. No clock, no randomness, no input or output, no sentences.
//!
//! [`decide`] is the only door through which anything changes: it computes what a command would
//! change, and somebody else keeps it. Read `command.rs` for what there is, then `change.rs` and
//! `records.rs` for what it works on, then the records themselves.

pub mod alike;
pub mod campaign;
pub mod change;
pub mod check;
pub mod classification;
pub mod code;
pub mod command;
pub mod contact;
pub mod dates;
pub mod demo;
pub mod editable;
pub mod filter;
pub mod id;
pub mod interaction;
pub mod ledger;
pub mod log_rows;
pub mod moment;
pub mod notice;
pub mod number_series;
pub mod packed;
pub mod privacy;
pub mod records;
pub mod refusal;
pub mod repair;
pub mod salesperson;
pub mod search;
pub mod segment;
pub mod setup;
pub mod slices;
pub mod starter;
pub mod switched;
pub mod undo;
pub mod values;
pub mod work;

pub use change::{Change, ChangeSet, Key, Origin, Record, Revision, Row, Table};
pub use command::Command;
pub use moment::Moment;
pub use notice::Notice;
pub use records::Records;
pub use refusal::{Field, Reason, RecordName, Refusal};

use campaign::CampaignStatus;
use classification::{formula, membership};
use id::LogEntryId;
use interaction::template::{self, InteractionGroup, InteractionTemplate};
use interaction::{cancel, cover_sheet, finish};
use number_series::NumberSeries;
use salesperson::Salesperson;
use segment::criteria;
use segment::selection;
use segment::selection::saved::{self, SavedCriteria};
use work::Work;

/// What carrying a command out means: the rows it changes, what to tell the user, and the drafts
/// that end with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// The changed rows, each once; none when everything already was so.
    pub changes: Vec<Change>,
    /// What to tell the user once it is saved.
    pub notices: Vec<Notice>,
    /// The drafts that end, removed in the same transaction: of the form that was sent, or of
    /// entries that are deleted.
    pub ends_drafts: Vec<LogEntryId>,
    /// Carried out, or taken back.
    pub origin: Origin,
}

/// The one door: what would happen if `command` were carried out now.
///
/// Pure: reads `records`, writes nothing, and gives the same answer for the same input.
pub fn decide(records: &Records, moment: &Moment, command: Command) -> Result<Decision, Refusal> {
    let mut work = Work::new(records, moment);
    carry_out(&mut work, command)?;
    Ok(work.into_decision())
}

/// How many rows are read to decide: what a command costs, in a measure that no machine changes.
/// Tests hold commands on many records to it.
///
/// Errors: those of the command.
pub fn rows_read(records: &Records, moment: &Moment, command: Command) -> Result<u64, Refusal> {
    let mut work = Work::new(records, moment);
    carry_out(&mut work, command)?;
    Ok(work.n_read())
}

fn carry_out(work: &mut Work, command: Command) -> Result<(), Refusal> {
    match command {
        Command::EditSetup(seen, edit) => setup::edit(work, seen, edit),
        Command::CreateNumberSeries(id, edits) => number_series::create(work, id, edits),
        Command::EditNumberSeries(id, seen, edit) => {
            editable::edit::<NumberSeries>(work, id, seen, edit).map(drop)
        }
        Command::DeleteNumberSeries(id, seen) => number_series::delete(work, id, seen),
        Command::CreateSalesperson(id, edits) => salesperson::create(work, id, edits),
        Command::EditSalesperson(id, seen, edit) => {
            editable::edit::<Salesperson>(work, id, seen, edit).map(drop)
        }
        Command::DeleteSalesperson(id, seen) => salesperson::delete(work, id, seen),
        Command::CreateContact(id, edits) => contact::create(work, id, edits),
        Command::EditContact(id, seen, edit) => contact::edit(work, id, seen, edit),
        Command::DeleteContact(id, seen) => contact::delete(work, id, seen),
        Command::AssignSalesperson(ids, seen, choice) => {
            contact::many::assign(work, &ids, seen, choice)
        }
        Command::DeleteContacts(ids, seen) => contact::many::delete(work, &ids, seen),
        Command::EraseContact(id, seen, action) => privacy::erase(work, id, seen, action),
        Command::CreateClass(key, edits) => classification::create(work, key, edits),
        Command::EditClass(key, seen, edit) => classification::edit(work, key, seen, edit),
        Command::DeleteClass(key, seen) => classification::delete(work, key, seen),
        Command::CreateSalutationFormula(id, salutation, edits) => {
            formula::create(work, id, salutation, edits)
        }
        Command::EditSalutationFormula(id, seen, edit) => formula::edit(work, id, seen, edit),
        Command::DeleteSalutationFormula(id, seen) => formula::delete(work, id, seen),
        Command::AddToGroup(group, contacts) => membership::add(work, group, &contacts),
        Command::RemoveFromGroup(group, contacts) => membership::remove(work, group, &contacts),
        Command::CreateInteractionGroup(id, edits) => template::create_group(work, id, edits),
        Command::EditInteractionGroup(id, seen, edit) => {
            editable::edit::<InteractionGroup>(work, id, seen, edit).map(drop)
        }
        Command::DeleteInteractionGroup(id, seen) => template::delete_group(work, id, seen),
        Command::CreateInteractionTemplate(id, edits) => template::create(work, id, edits),
        Command::EditInteractionTemplate(id, seen, edit) => {
            editable::edit::<InteractionTemplate>(work, id, seen, edit).map(drop)
        }
        Command::DeleteInteractionTemplate(id, seen) => template::delete(work, id, seen),
        Command::CreateCampaignStatus(id, edits) => campaign::status::create(work, id, edits),
        Command::EditCampaignStatus(id, seen, edit) => {
            editable::edit::<CampaignStatus>(work, id, seen, edit).map(drop)
        }
        Command::DeleteCampaignStatus(id, seen) => campaign::status::delete(work, id, seen),
        Command::CreateCampaign(id, edits) => campaign::create(work, id, edits),
        Command::EditCampaign(id, seen, edit) => campaign::edit(work, id, seen, edit),
        Command::DeleteCampaign(id, seen) => campaign::delete(work, id, seen),
        Command::SwitchCampaignEntries(ids, seen) => campaign::entry::switch(work, &ids, seen),
        Command::DeleteCanceledCampaignEntries(of) => campaign::entry::delete_canceled(work, of),
        Command::CreateSegment(id, edits) => segment::create(work, id, edits),
        Command::EditSegment(id, seen, edit, answer) => {
            segment::header::edit(work, id, seen, edit, answer)
        }
        Command::DeleteSegment(id, seen) => segment::delete(work, id, seen),
        Command::RefreshSegmentLines(id, seen) => segment::header::refresh_lines(work, id, seen),
        Command::AddSegmentLines(id, lines) => criteria::add(work, id, &lines),
        Command::AddToSegment(id, contacts, action) => {
            segment::chosen::add(work, id, &contacts, action)
        }
        Command::ChangeLineContact(id, seen, contact, action) => {
            criteria::change_contact(work, id, seen, contact, action)
        }
        Command::EditSegmentLines(ids, seen, edit) => {
            segment::line_edit::edit_all(work, &ids, seen, &edit)
        }
        Command::DeleteSegmentLines(id, seen, lines, action, answer) => {
            criteria::delete(work, id, seen, &lines, action, answer)
        }
        Command::GoBackInSegment(id, seen) => segment::go_back::go_back(work, id, seen),
        Command::ReuseLoggedSegment(id, seen, logged, action) => {
            segment::reuse::reuse(work, id, seen, logged, action)
        }
        Command::ApplyCriteria(id, seen, kind, criteria, action) => {
            selection::apply::apply(work, id, seen, kind, *criteria, action)
        }
        Command::SaveCriteria(segment, seen, id, edits) => {
            saved::save(work, segment, seen, id, edits)
        }
        Command::EditSavedCriteria(id, seen, edit) => {
            editable::edit::<SavedCriteria>(work, id, seen, edit).map(drop)
        }
        Command::DeleteSavedCriteria(id, seen) => saved::delete(work, id, seen),
        Command::ReuseCriteria(segment, seen, id, action) => {
            saved::reuse(work, segment, seen, id, action)
        }
        Command::ApplyMailingGroup(segment, group, only_these) => {
            selection::mailing::apply(work, segment, group, only_these)
        }
        Command::LogSegment(id, seen, follow_up) => segment::log::log(work, id, seen, follow_up),
        Command::SwitchLoggedSegments(ids, seen) => segment::logged::switch(work, &ids, seen),
        Command::DeleteCanceledSegments(filter) => segment::logged::delete_canceled(work, &filter),
        Command::FinishInteraction(form) => finish::finish(work, *form),
        Command::PostponeInteraction(form) => finish::postpone(work, *form),
        Command::LogCoverSheets(first, contacts, segment) => {
            cover_sheet::log(work, first, &contacts, segment)
        }
        Command::DeletePostponed(ids) => finish::delete_postponed(work, &ids),
        Command::SwitchLogEntries(ids, seen) => cancel::switch(work, &ids, seen),
        Command::EvaluateLogEntries(ids, evaluation) => cancel::evaluate(work, &ids, evaluation),
        Command::DeleteCanceledLogEntries(filter) => cancel::delete_canceled(work, &filter),
        Command::Repair => {
            repair::repair(work);
            Ok(())
        }
        Command::Undo(revision, changes) => undo::take_back(work, revision, &changes, false),
        Command::Redo(revision, changes) => undo::take_back(work, revision, &changes, true),
        Command::All(commands) => commands
            .into_iter()
            .try_for_each(|one| carry_out(work, one)),
    }
}
