//! Folding: change sets into blocks of rows.
//!
//! A block holds some 256 rows of one table, in order of their ids, and is known by the id it
//! starts with, like a leaf of a B-tree: a row belongs to the last block that starts at or before
//! its id. Ids are in order of creation, so new rows go to the last block, and what changes
//! together is written together. A record per row would be written 25 to 40 times slower.

use super::storage::Slot;
use crate::domain::{ChangeSet, Key, Revision, Row, Table};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Rows per block, about.
pub const BLOCK_ROWS: usize = 256;
/// A block with more rows than this is split.
pub const MOST_ROWS: usize = 2 * BLOCK_ROWS;

/// The rows of a block, each with the revision that wrote it, in order of their ids.
pub type Block = Vec<(Revision, Row)>;

/// A row's id as text; in the order of the ids.
type IdText = String;

/// Which blocks change, and how.
#[derive(Debug)]
pub struct Plan {
    /// By the slot of the block: what became of each of its rows that changed.
    changed: BTreeMap<Slot, BTreeMap<IdText, Option<(Revision, Row)>>>,
}

/// What folding comes to.
#[derive(Debug, PartialEq)]
pub struct Folded {
    /// The blocks to write, or to remove where there is none.
    pub blocks: Vec<(Slot, Option<Block>)>,
    /// How many rows the snapshot holds more than before.
    pub more_rows: i64,
}

/// Plans to fold these change sets into the blocks that lie in these slots.
pub fn plan<'a>(slots: impl Iterator<Item = &'a Slot>, sets: Vec<(Revision, ChangeSet)>) -> Plan {
    let starts: BTreeSet<&Slot> = slots.collect();
    let mut changed = BTreeMap::<Slot, BTreeMap<_, _>>::new();
    for (revision, set) in sets {
        for change in set.changes {
            let id = id_text(&change.key);
            let own = slot(change.key.table(), &id);
            let first = first_slot(change.key.table());
            let block = starts
                .range::<&Slot, _>(&first..=&own)
                .next_back()
                .map_or(first.clone(), |start| (*start).clone());
            let row = change.after.map(|row| (revision, row));
            changed.entry(block).or_default().insert(id, row);
        }
    }
    Plan { changed }
}

impl Plan {
    /// The slots of the blocks that change: what must be read for [`Plan::fold`].
    pub fn affected(&self) -> impl Iterator<Item = Slot> + '_ {
        self.changed.keys().cloned()
    }

    /// Folds the changes into the blocks as they were; one that is missing is new.
    pub fn fold(self, mut old: BTreeMap<Slot, Block>) -> Folded {
        let mut folded = Folded {
            blocks: Vec::new(),
            more_rows: 0,
        };
        for (start, changes) in self.changed {
            let block = old.remove(&start).unwrap_or_default();
            folded.more_rows -= block.len() as i64;
            let mut rows: BTreeMap<IdText, (Revision, Row)> = block
                .into_iter()
                .map(|(revision, row)| (id_text(&row.key()), (revision, row)))
                .collect();
            for (id, row) in changes {
                match row {
                    Some(row) => rows.insert(id, row),
                    None => rows.remove(&id),
                };
            }
            folded.more_rows += rows.len() as i64;
            split(start, rows, &mut folded.blocks);
        }
        folded
    }
}

/// Splits rows into even blocks if they are too many for one. The first keeps the slot.
fn split(
    start: Slot,
    rows: BTreeMap<IdText, (Revision, Row)>,
    blocks: &mut Vec<(Slot, Option<Block>)>,
) {
    if rows.is_empty() {
        blocks.push((start, None));
        return;
    }
    let n_blocks = if rows.len() > MOST_ROWS {
        rows.len() / BLOCK_ROWS
    } else {
        1
    };
    let size = rows.len().div_ceil(n_blocks);
    let mut rows = rows.into_values().peekable();
    let mut slot_of_next = Some(start);
    while let Some((_, first)) = rows.peek() {
        let own = || slot(first.key().table(), &id_text(&first.key()));
        let slot = slot_of_next.take().unwrap_or_else(own);
        blocks.push((slot, Some(rows.by_ref().take(size).collect())));
    }
}

/// The slot of the block of this table that starts with this id; the table's first block starts
/// with none.
fn slot(table: Table, start: &str) -> Slot {
    Slot::Text(format!("{}/{start}", name(&table)))
}

/// Where a row stands in the order of the snapshot: by the name of its table, then by its id as text.
pub fn place(key: &Key) -> Slot {
    slot(key.table(), &id_text(key))
}

/// The slot of a table's first block.
pub fn first_slot(table: Table) -> Slot {
    slot(table, "")
}

/// The first slot behind all blocks of a table.
pub fn end_slot(table: Table) -> Slot {
    // The character behind the stroke.
    Slot::Text(format!("{}0", name(&table)))
}

/// The table whose block lies in a slot.
pub fn table_of(slot: &Slot) -> Option<Table> {
    let Slot::Text(text) = slot else { return None };
    let (table, _) = text.split_once('/')?;
    Table::ALL.iter().copied().find(|t| name(t) == table)
}

/// The table's name, as it stands in texts too.
fn name(table: &Table) -> String {
    leaf(table)
}

/// The row's id as text; blank for the only row of its table.
fn id_text(key: &Key) -> IdText {
    leaf(key)
}

/// The text that a plain value is serialized to, without what names its variant.
fn leaf<T: Serialize>(value: &T) -> String {
    use serde_json::Value;
    match serde_json::to_value(value) {
        Ok(Value::String(text)) => text,
        Ok(Value::Object(one)) => match one.into_iter().next() {
            Some((_, Value::String(text))) => text,
            _ => String::new(),
        },
        _ => String::new(),
    }
}
