//! Undo: a change set is taken back by a new one, and history stays as it was.
//!
//! Taking back is possible while every row that the set wrote still says what the set made it say:
//! nothing that anybody did since is lost. Then the rows say again what they said before, but for
//! what was given away for good:
//!
//! - Numbers stay given. A contact whose creation is taken back is gone, and the next one gets the
//!   next number all the same: the number may stand on paper, in a mail, or in another tab's form.
//!   So the counters of entries and the last numbers used of series are left as they are.
//! - What is logged stays logged. An interaction in the log is canceled, not unwritten; and so are a
//!   logged segment and a campaign entry, by their checkmark.
//!
//! Which change sets can be taken back is read from the set alone ([`is_undoable`]), so the answer
//! is the same in every tab and after a reload. Redo is the undo of an undo, by the same rules.

mod classes;
mod named;
mod sound;

use super::change::{Change, Key, Origin, Revision, Row};
use super::code::SeriesNo;
use super::id::{LogEntryId, SeriesId};
use super::interaction::LogEntry;
use super::notice::Notice;
use super::number_series::NumberSeries;
use super::privacy::ErasedContact;
use super::refusal::{Reason, RecordName, Refusal};
use super::work::Work;

/// What becomes of one change when its set is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The row is again what it was before.
    Restored,
    /// The row stays: it only tells that a number was given.
    Left,
    /// It stands, and with it the whole set.
    Final,
}

/// True if these changes of one set can be taken back, as long as nobody has changed their rows.
pub fn is_undoable(changes: &[Change]) -> bool {
    let parts = || changes.iter().map(|change| part(change, changes));
    parts().any(|part| part == Part::Restored) && parts().all(|part| part != Part::Final)
}

/// The entries that were postponed as new ones by these changes: when that is taken back, what was
/// filled in is left only in the form.
pub fn newly_postponed(changes: &[Change]) -> impl Iterator<Item = LogEntryId> + '_ {
    changes.iter().filter_map(|change| match change {
        Change {
            before: None,
            after: Some(Row::LogEntry(entry)),
            ..
        } if entry.is_postponed() => Some(entry.id),
        _ => None,
    })
}

/// Takes back the change set that was kept under a revision.
///
/// Errors, each naming the record: [`Reason::CannotBeUndone`]; [`Reason::ChangedSince`];
/// [`Reason::AlreadyUsed`] when a number or code belongs to another record by now;
/// [`Reason::RefersToDeleted`]; [`Reason::InUse`].
pub(super) fn take_back(
    work: &mut Work,
    revision: Revision,
    changes: &[Change],
    is_redo: bool,
) -> Result<(), Refusal> {
    let restored = restored(changes)?;
    refuse_before_erasing(work, revision, &restored)?;
    for change in &restored {
        refuse_changed(work, change)?;
    }
    for change in restored.iter().rev() {
        work.set(change.key, change.before.clone());
        if let (Some(Row::LogEntry(entry)), None) = (&change.after, &change.before) {
            work.end_draft(entry.id);
        }
    }
    for change in &restored {
        sound::check(work, revision, change)?;
    }
    let what = named::restored(&restored);
    if is_redo {
        work.notice(Notice::Redone(what));
        work.comes_from(Origin::Redo(revision));
    } else {
        work.notice(Notice::Undone(what));
        work.comes_from(Origin::Undo(revision));
    }
    Ok(())
}

/// The changes that are to be taken back. Errors: [`Reason::CannotBeUndone`].
fn restored(changes: &[Change]) -> Result<Vec<&Change>, Refusal> {
    let is_final = |change: &&Change| part(change, changes) == Part::Final;
    let refuse = |change: &Change| name(change).refuse_all(Reason::CannotBeUndone);
    if let Some(change) = changes.iter().find(is_final) {
        return Err(refuse(change));
    }
    let restored: Vec<&Change> = changes
        .iter()
        .filter(|change| part(change, changes) == Part::Restored)
        .collect();
    match (restored.is_empty(), changes.first()) {
        (true, Some(change)) => Err(refuse(change)),
        // An empty set is never kept.
        (true, None) => Ok(restored),
        (false, _) => Ok(restored),
    }
}

/// Refuses to take back what is older than the last erasure: it might tell of whoever was erased. (Nor is it kept to
/// be read, once the erasure is through.) Errors: [`Reason::CannotBeUndone`].
fn refuse_before_erasing(
    work: &Work,
    revision: Revision,
    restored: &[&Change],
) -> Result<(), Refusal> {
    let records = work.records();
    let mut erased = records.all::<ErasedContact>();
    let is_later =
        erased.any(|row| records.revision_of(&Key::ErasedContact(row.id)) > Some(revision));
    match restored.first() {
        Some(change) if is_later => Err(name(change).refuse_all(Reason::CannotBeUndone)),
        _ => Ok(()),
    }
}

/// Refuses when the row says something else than the change made it say. That it said so twice,
/// with something else in between, is no matter: what is taken back is what stands there.
fn refuse_changed(work: &Work, change: &Change) -> Result<(), Refusal> {
    let now = work.row(&change.key);
    if now == change.after {
        return Ok(());
    }
    let name = now.as_ref().map_or_else(|| name(change), name_of);
    Err(name.refuse_all(Reason::ChangedSince))
}

fn part(change: &Change, changes: &[Change]) -> Part {
    match (&change.before, &change.after) {
        (Some(Row::Counters(_)), _) | (_, Some(Row::Counters(_))) => Part::Left,
        (Some(Row::NumberSeries(before)), Some(Row::NumberSeries(after)))
            if gave_number(after.id, changes) && has_moved_on(before, after) =>
        {
            // One that also changed otherwise cannot be split: its lines belong together.
            let is_all = without_used(before) == without_used(after);
            if is_all { Part::Left } else { Part::Final }
        }
        (Some(Row::NumberSeries(series)), None) if gave_number(series.id, changes) => Part::Final,
        (Some(Row::LoggedSegment(_) | Row::CampaignEntry(_) | Row::ErasedContact(_)), _)
        | (_, Some(Row::LoggedSegment(_) | Row::CampaignEntry(_) | Row::ErasedContact(_))) => {
            Part::Final
        }
        (Some(Row::LogEntry(before)), Some(Row::LogEntry(after))) => between(before, after),
        (None, Some(Row::LogEntry(entry))) | (Some(Row::LogEntry(entry)), None) => {
            if entry.is_postponed() {
                Part::Restored
            } else {
                Part::Final
            }
        }
        _ => Part::Restored,
    }
}

/// A postponed entry is its owner's; a logged one may pass to another contact and back, no more.
fn between(before: &LogEntry, after: &LogEntry) -> Part {
    let passed_on = LogEntry {
        contact: after.contact,
        company: after.company,
        ..before.clone()
    };
    match (before.is_postponed(), after.is_postponed()) {
        (true, true) => Part::Restored,
        (false, false) if passed_on == *after => Part::Restored,
        _ => Part::Final,
    }
}

/// True if a record got its number from the series by these changes. A last number that somebody
/// typed comes without one.
fn gave_number(series: SeriesId, changes: &[Change]) -> bool {
    changes.iter().any(|change| {
        let no = |row: &Option<Row>| row.as_ref().and_then(numbered).map(|(no, _)| no.clone());
        let given = change.after.as_ref().and_then(numbered);
        given.is_some_and(|(_, by)| by == Some(series)) && no(&change.before) != no(&change.after)
    })
}

/// True if a line that stays has another number used last. Where none has, a record that came with a
/// number of the series only came back.
fn has_moved_on(before: &NumberSeries, after: &NumberSeries) -> bool {
    after.lines.iter().any(|line| {
        let mut old = before.lines.iter();
        let old = old.find(|old| old.line_no == line.line_no);
        old.is_some_and(|old| old.last_no_used != line.last_no_used)
    })
}

/// The number of a record that has one, and the series that gave it.
fn numbered(row: &Row) -> Option<(&SeriesNo, Option<SeriesId>)> {
    match row {
        Row::Contact(row) => Some((&row.no, row.no_series)),
        Row::Campaign(row) => Some((&row.no, row.no_series)),
        Row::Segment(row) => Some((&row.no, row.no_series)),
        _ => None,
    }
}

fn without_used(series: &NumberSeries) -> NumberSeries {
    let mut series = series.clone();
    for line in &mut series.lines {
        line.last_no_used = None;
        line.last_date_used = None;
    }
    series
}

/// The record of a change, as it was called last.
fn name(change: &Change) -> RecordName {
    let row = change.after.as_ref().or(change.before.as_ref());
    row.map_or_else(|| RecordName::unnamed(change.key.table()), name_of)
}

/// How a refusal names a row of any kind.
pub(super) fn name_of(row: &Row) -> RecordName {
    use super::editable::Editable;
    match row {
        Row::Setup(row) => row.record_name(),
        Row::Counters(_) => RecordName::unnamed(row.key().table()),
        Row::NumberSeries(row) => row.record_name(),
        Row::Salesperson(row) => row.record_name(),
        Row::Contact(row) => row.record_name(),
        Row::CampaignStatus(row) => row.record_name(),
        Row::Campaign(row) => row.record_name(),
        Row::Segment(row) => row.record_name(),
        Row::LoggedSegment(row) => row.record_name(),
        Row::SavedCriteria(row) => row.record_name(),
        Row::CampaignEntry(row) => row.record_name(),
        Row::ErasedContact(erased) => {
            let no = erased.no.as_ref().map(ToString::to_string);
            RecordName::new(row.key().table(), no.unwrap_or_default())
        }
        Row::SegmentLine(line) => RecordName::new(row.key().table(), line.line_no),
        Row::CriteriaAction(action) => RecordName::new(row.key().table(), action.no),
        Row::MailingGroup(row) => row.record_name(),
        Row::IndustryGroup(row) => row.record_name(),
        Row::BusinessRelation(row) => row.record_name(),
        Row::JobResponsibility(row) => row.record_name(),
        Row::OrganizationalLevel(row) => row.record_name(),
        Row::Salutation(row) => row.record_name(),
        Row::SalutationFormula(row) => row.record_name(),
        Row::Membership(_) => RecordName::unnamed(row.key().table()),
        Row::InteractionGroup(row) => row.record_name(),
        Row::InteractionTemplate(row) => row.record_name(),
        Row::LogEntry(entry) => RecordName::new(row.key().table(), entry.no),
    }
}
