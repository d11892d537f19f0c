//! The laws of commands: over random steps on a company.
//!
//! The desk proves most of them at each step: the same command gives the same answer, what is
//! refused or not saved changes nothing, a change set and its inverse leave nothing, kept indexes
//! equal new ones, the records stay sound (`Records::check`), and replay equals live.

use super::cases;
use super::steps::{Sent, Step, beginning, step};
use crate::desk::Desk;
use lokikirja::domain::id::{LogEntryId, SegmentId};
use lokikirja::domain::interaction::form::{self, FormEdit, InteractionForm};
use lokikirja::domain::interaction::statistics::{Figures, figures, scope_of};
use lokikirja::domain::interaction::{EntryNo, LogEntry};
use lokikirja::domain::ledger::Scope;
use lokikirja::domain::refusal::Reason;
use lokikirja::domain::segment::Segment;
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::{Command, Key, Revision, Row, Table, undo};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Takes a step. Refusals are fine: they are what the laws are about.
pub fn take(desk: &mut Desk, step: Step) -> Result<(), TestCaseError> {
    match step {
        Step::Run(command) => drop(desk.run(command)),
        Step::Unsaved(command) => {
            let before = desk.records.revision();
            desk.fill_device(true);
            let answer = desk.try_run(command);
            desk.fill_device(false);
            // Carried out it can be only if there was nothing to write.
            prop_assert!(answer.is_err() || desk.records.revision() == before);
        }
        Step::Interact(entry, opener, edits, sent) => {
            let form = form::open(&desk.records, &desk.moment, entry, opener);
            if let Ok(form) = form {
                send(desk, form, edits, sent)?;
            }
        }
        Step::Resume(entry, edits, sent) => {
            let form = form::resume(&desk.records, &desk.moment, entry);
            if let Ok(form) = form {
                send(desk, form, edits, sent)?;
            }
        }
        Step::TakeBack(ago) => take_back(desk, ago)?,
        Step::Reload => desk.reload(),
        Step::Fold => desk.fold(),
    }
    Ok(())
}

/// Undo gives back exactly the rows from before, but for the numbers that were given, or it is
/// refused; of the last change it is never refused unless it stands for good. Redo gives back
/// exactly what was there before the undo.
fn take_back(desk: &mut Desk, ago: u64) -> Result<(), TestCaseError> {
    let last = desk.records.revision();
    let Some(revision) = last.0.checked_sub(ago).filter(|rev| *rev > 0).map(Revision) else {
        return Ok(());
    };
    let before = values(desk);
    let Some(set) = desk.kept_change_set(revision) else {
        let is_erased = desk.records.count(Table::ErasedContact) > 0;
        prop_assert!(
            is_erased,
            "only what was erased since takes change sets away"
        );
        return Ok(());
    };
    let answer = desk.take_back(revision);
    if revision == last {
        prop_assert_eq!(
            answer.is_ok(),
            undo::is_undoable(&set.changes),
            "{:?}",
            answer
        );
    }
    if answer.is_err() {
        // That nothing has changed then, the desk has proved.
        return Ok(());
    }
    let mut expected: BTreeMap<Key, Row> = before.iter().map(|r| (r.key(), r.clone())).collect();
    for change in &set.changes {
        let gives_numbers = match &change.after {
            Some(Row::Counters(_)) => true,
            Some(Row::NumberSeries(series)) if change.before.is_some() => {
                let mut others = set.changes.iter();
                others.any(|other| match (&other.before, &other.after) {
                    (None, Some(Row::Contact(new))) => new.no_series == Some(series.id),
                    (Some(Row::Contact(old)), Some(Row::Contact(new))) => {
                        old.no != new.no && new.no_series == Some(series.id)
                    }
                    _ => false,
                })
            }
            _ => false,
        };
        match &change.before {
            _ if gives_numbers => None,
            Some(row) => expected.insert(change.key, row.clone()),
            None => expected.remove(&change.key),
        };
    }
    let expected: Vec<Row> = expected.into_values().collect();
    prop_assert_eq!(values(desk), expected);
    let again = desk.take_back(desk.records.revision());
    prop_assert!(again.is_ok(), "{:?}", again);
    prop_assert_eq!(values(desk), before);
    // Every other time the step leaves it undone.
    if ago.is_multiple_of(2) {
        desk.undo();
    }
    Ok(())
}

fn values(desk: &Desk) -> Vec<Row> {
    desk.records.rows().map(|(row, _)| row).collect()
}

fn send(
    desk: &mut Desk,
    mut form: InteractionForm,
    edits: Vec<FormEdit>,
    sent: Sent,
) -> Result<(), TestCaseError> {
    for edit in edits {
        let _ = form.edit(&desk.records, edit);
    }
    let finish = Command::FinishInteraction(Box::new(form.clone()));
    match sent {
        Sent::Finish => drop(desk.run(finish)),
        Sent::Postpone => drop(desk.run(Command::PostponeInteraction(Box::new(form)))),
        Sent::FinishTwice => {
            if desk.run(finish.clone()).is_ok() {
                let again = desk.run(finish).map_err(|refusal| refusal.reason);
                let once = [Err(Reason::AlreadyCreated), Err(Reason::NotPostponed)];
                prop_assert!(once.contains(&again), "{:?}", again);
            }
        }
    }
    Ok(())
}

/// All entries, by id.
fn entries(desk: &Desk) -> BTreeMap<LogEntryId, LogEntry> {
    let all = desk.records.all::<LogEntry>();
    all.map(|entry| (entry.id, LogEntry::clone(entry)))
        .collect()
}

/// A logged entry never changes but for whom it belongs to when a contact is deleted or changes
/// company, its evaluation, whether it is canceled and by what, and what was said once its contact is erased; and it
/// never goes unless it is canceled. A number belongs to one entry for ever: one that was deleted comes back under its own.
fn log_is_kept(
    before: &BTreeMap<LogEntryId, LogEntry>,
    after: &BTreeMap<LogEntryId, LogEntry>,
    given: &mut BTreeMap<EntryNo, LogEntryId>,
    erased: impl Fn(&LogEntry) -> bool,
) -> Result<(), TestCaseError> {
    for (id, old) in before {
        match after.get(id) {
            None => prop_assert!(old.is_postponed() || old.is_canceled(), "{:?} is gone", old),
            Some(new) => {
                prop_assert_eq!(new.no, old.no);
                if !old.is_postponed() {
                    let moved = LogEntry {
                        contact: old.contact,
                        company: old.company,
                        evaluation: old.evaluation,
                        canceled: old.canceled,
                        campaign_entry: old.campaign_entry,
                        logged_segment: old.logged_segment,
                        ..new.clone()
                    };
                    let as_said = LogEntry {
                        description: old.description.clone(),
                        subject: old.subject.clone(),
                        language: old.language.clone(),
                        attachment: old.attachment,
                        correspondence_type: old.correspondence_type,
                        comments: old.comments.clone(),
                        ..moved.clone()
                    };
                    prop_assert_eq!(if erased(new) { &as_said } else { &moved }, old);
                }
            }
        }
    }
    // What is logged together is numbered in the order of lines, not of ids.
    let mut new: Vec<&LogEntry> = after.values().collect();
    new.retain(|entry| !before.contains_key(&entry.id));
    new.sort_unstable_by_key(|entry| entry.no);
    for new in new {
        let highest = given.keys().next_back().copied();
        let is_new = highest.is_none_or(|highest| new.no > highest);
        let is_its_own = given.get(&new.no) == Some(&new.id);
        prop_assert!(is_new || is_its_own, "{} was given before", new.no);
        given.insert(new.no, new.id);
    }
    Ok(())
}

/// For a step that logs a segment: how many entries it must give, and their cost and minutes. One for
/// each line with a contact; nothing is lost or gained.
fn what_logging_must_give(desk: &Desk, step: &Step) -> Option<(SegmentId, (usize, i64, u64))> {
    let Step::Run(Command::LogSegment(segment, ..)) = step else {
        return None;
    };
    desk.records.get::<Segment>(*segment)?;
    let ids = desk.records.segments().lines(*segment);
    let lines: Vec<_> = ids
        .filter_map(|id| desk.records.get::<SegmentLine>(id))
        .filter(|line| line.contact.is_some())
        .collect();
    let cost = lines.iter().map(|line| line.cost.0).sum();
    let minutes = lines.iter().map(|line| u64::from(line.duration.0)).sum();
    Some((*segment, (lines.len(), cost, minutes)))
}

/// The figures of every contact equal those that walking through the whole log gives.
fn figures_add_up(desk: &Desk) -> Result<(), TestCaseError> {
    use lokikirja::domain::contact::Contact;
    for contact in desk.records.all::<Contact>() {
        let scope = scope_of(&desk.records, contact.id);
        let mut sum = Figures::default();
        for entry in desk
            .records
            .all::<LogEntry>()
            .filter(|entry| !entry.is_postponed() && !entry.is_canceled())
        {
            let counts = match scope {
                Scope::Company(id) => entry.company == Some(id),
                _ => entry.contact == Some(contact.id),
            };
            if counts {
                sum.n_interactions += 1;
                sum.cost.0 += entry.cost.0;
                sum.minutes += u64::from(entry.duration.0);
            }
        }
        prop_assert_eq!(figures(&desk.records, scope), sum);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn whatever_is_done_the_company_stays_sound_and_the_log_is_kept(steps in vec(step(), 1..40)) {
        let mut desk = Desk::with("");
        let mut given = BTreeMap::new();
        for step in beginning().into_iter().chain(steps) {
            let before = entries(&desk);
            let conserved = what_logging_must_give(&desk, &step);
            take(&mut desk, step)?;
            let after = entries(&desk);
            log_is_kept(&before, &after, &mut given, |entry| desk.records.is_erased(entry.contact))?;
            if let Some((segment, expected)) = conserved {
                // Refused: there is none of it.
                let new: Vec<_> = after.values().filter(|it| !before.contains_key(&it.id)).collect();
                if desk.records.get::<Segment>(segment).is_none() {
                    let cost = new.iter().map(|entry| entry.cost.0).sum::<i64>();
                    let minutes = new.iter().map(|entry| u64::from(entry.duration.0)).sum::<u64>();
                    prop_assert_eq!((new.len(), cost, minutes), expected);
                } else {
                    prop_assert!(new.is_empty());
                }
            }
        }
        figures_add_up(&desk)?;
    }
}
