//! Rows that a user edits field by field: salespeople, contacts, groups, templates, series.
//!
//! A card saves each field when it is left. An edit is one field's new value as it was typed or
//! chosen; applying it checks it and does what follows from it inside the row. A new row is a blank
//! one with a list of edits, so nothing is checked in two places.

use super::change::{Record, Revision};
use super::refusal::{Reason, RecordName, Refusal};
use super::work::Work;
use std::sync::Arc;

/// A row that is edited field by field.
pub trait Editable: Record {
    /// One field's new value.
    type Edit;
    /// How a refusal names the row.
    fn record_name(&self) -> RecordName;
    /// Applies one edit to this value. Errors name the field; the value is then unchanged in it.
    fn apply(&mut self, work: &Work, edit: Self::Edit) -> Result<(), Refusal>;
}

/// The row as the form saw it. Errors: [`Reason::Gone`], [`Reason::ChangedMeanwhile`].
pub(super) fn seen<R: Editable>(work: &Work, id: R::Id, seen: Revision) -> Result<Arc<R>, Refusal> {
    let row = work.get::<R>(id);
    let row = row.ok_or_else(|| RecordName::unnamed(R::TABLE).refuse_all(Reason::Gone))?;
    if work.changed_after(R::key(id), seen) {
        return Err(row.record_name().refuse_all(Reason::ChangedMeanwhile));
    }
    Ok(row)
}

/// Changes one field of a row. Gives the row before and after, for rules with consequences
/// elsewhere.
pub(super) fn edit<R: Editable>(
    work: &mut Work,
    id: R::Id,
    revision: Revision,
    edit: R::Edit,
) -> Result<(Arc<R>, R), Refusal> {
    let before = seen::<R>(work, id, revision)?;
    let mut after = (*before).clone();
    after.apply(work, edit)?;
    work.put(after.clone());
    Ok((before, after))
}

/// Refuses an id that a row already has: the same form was sent twice.
pub(super) fn refuse_second<R: Record>(work: &Work, id: R::Id) -> Result<(), Refusal> {
    match work.get::<R>(id) {
        Some(_) => Err(RecordName::unnamed(R::TABLE).refuse_all(Reason::AlreadyCreated)),
        None => Ok(()),
    }
}
