//! Folding: the snapshot is brought up to date, and the journal cut short.
//!
//! The snapshot is blocks of rows and one head, which says up to which change set they are. Where
//! a row belongs is said in `blocks.rs`.

use super::blocks::{self, Block, Folded};
use super::codec::{self, Head};
use super::error::JournalError;
use super::storage::{Durability, Slot, Storage, Store, Value, Want, Write};
use super::{Journal, sets_after, text};
use crate::domain::{ChangeSet, Revision};
use std::collections::BTreeMap;

/// So many of the last change sets stay after folding, for undo after a reload and for tabs that
/// slept for a while.
pub const KEPT: u64 = 200;

/// Where the head of the snapshot lies, among the blocks: behind them, as tables are named in
/// upper case.
pub(super) const HEADS: &str = "folded/";

impl<S: Storage> Journal<S> {
    /// Folds the change sets so far into the snapshot and removes all but the last [`KEPT`]: one
    /// strict transaction. Gives the number of change sets folded.
    ///
    /// Once a contact was erased, what is older than that goes too, and the change set that erased it stays
    /// without what was before: so nothing tells of the contact any more. An erasure is therefore through
    /// when it is folded, and not before; whoever stops in between finds it among the change sets that are
    /// still to be folded.
    ///
    /// When somebody else folds at the same time, one of the two does nothing.
    pub async fn fold(&self) -> Result<u64, JournalError> {
        Ok(self.fold_once().await?.unwrap_or_default())
    }

    /// Folds as [`Journal::fold`] does, and again if somebody else did at the same time: afterwards all change
    /// sets are folded that were there before.
    pub async fn fold_surely(&self) -> Result<(), JournalError> {
        while self.fold_once().await?.is_none() {}
        Ok(())
    }

    /// None: somebody else has folded meanwhile.
    async fn fold_once(&self) -> Result<Option<u64>, JournalError> {
        let heads = Want::From(Store::Snapshot, Slot::text(HEADS));
        let wants = [heads.clone(), Want::All(Store::Journal)];
        let [found, journal] = self.read(wants).await?;
        let head = last_head(found)?;
        let sets = sets_after(head.revision, journal)?;
        let Some((last, _)) = sets.last() else {
            return Ok(Some(0));
        };
        let (last, n_sets) = (*last, sets.len() as u64);
        let erasing = sets.iter().rfind(|(_, set)| set.erases());
        let erasing = erasing.map(|(revision, set)| (*revision, without_before(set.clone())));

        let slots = self.slots(Store::Snapshot).await?;
        let plan = blocks::plan(slots.iter().filter(|slot| !is_head(slot)), sets);
        let affected = plan.affected().map(|slot| Want::One(Store::Snapshot, slot));
        let wants: Vec<Want> = [heads].into_iter().chain(affected).collect();
        let mut found = self.read_all(&wants).await?.into_iter();
        // The head being the same before and after, nobody has touched the blocks in between; and
        // if somebody does from now on, the write below is refused.
        if last_head(found.next().unwrap_or_default())? != head {
            return Ok(None);
        }
        let mut old = BTreeMap::<Slot, Block>::new();
        for (slot, value) in found.flatten() {
            let block = codec::block_from(&value, &slot)?;
            old.insert(slot, block);
        }
        let mut batch = batch(&head, last, plan.fold(old))?;
        if let Some((revision, set)) = erasing {
            let slot = Slot::Number(revision.0);
            batch.push(Write::DeleteBelow(Store::Journal, slot.clone()));
            if kept_from(last) <= revision {
                // A tab that is behind goes on from it; and a later change set must always be there.
                let text = Value::Text(codec::change_set_text(&set));
                batch.push(Write::Put(Store::Journal, slot, text));
            }
        }
        match self.write(&batch, Durability::Strict).await {
            Ok(()) => Ok(Some(n_sets)),
            Err(JournalError::Taken) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// The same change set, which does not say any more what was before.
pub(super) fn without_before(mut set: ChangeSet) -> ChangeSet {
    for change in &mut set.changes {
        change.before = None;
    }
    set
}

/// The first change set that stays when all up to this one are folded.
fn kept_from(last: Revision) -> Revision {
    Revision(last.0.saturating_sub(KEPT) + 1)
}

/// What is to be written, on the condition that nobody has folded since.
fn batch(head: &Head, last: Revision, folded: Folded) -> Result<Vec<Write>, JournalError> {
    let n_rows = head.n_rows.checked_add_signed(folded.more_rows);
    let n_rows = n_rows.ok_or_else(|| JournalError::damaged("snapshot", "fewer than no rows"))?;
    let new_head = Head {
        revision: last,
        n_rows,
    };
    let new_head = Value::Text(codec::head_text(&new_head));
    let mut batch = vec![
        Write::NoneFrom(Store::Snapshot, head_slot(head.revision.next())),
        Write::Delete(Store::Snapshot, head_slot(head.revision)),
        Write::Add(Store::Snapshot, head_slot(last), new_head),
    ];
    for (slot, block) in folded.blocks {
        batch.push(match block {
            Some(block) => Write::Put(Store::Snapshot, slot, codec::block_value(&block)),
            None => Write::Delete(Store::Snapshot, slot),
        });
    }
    let keep_from = Slot::Number(kept_from(last).0);
    batch.push(Write::DeleteBelow(Store::Journal, keep_from));
    Ok(batch)
}

pub(super) fn head_slot(revision: Revision) -> Slot {
    // Filled up with zeros, the order of the texts is the order of the numbers.
    Slot::Text(format!("{HEADS}{:016}", revision.0))
}

pub(super) fn is_head(slot: &Slot) -> bool {
    matches!(slot, Slot::Text(text) if text.starts_with(HEADS))
}

pub(super) fn last_head(heads: Vec<(Slot, Value)>) -> Result<Head, JournalError> {
    match heads.into_iter().next_back() {
        Some((_, value)) => codec::head_from(&text(value)?),
        None => Ok(Head::default()),
    }
}
