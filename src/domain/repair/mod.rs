//! Repair: what the check finds wrong is put right, as far as the other records tell how.
//!
//! It comes to the same as if what is missing had been deleted by its command: a reference to nothing is cleared, what
//! belongs to nothing goes, what was canceled stays so. Numbers that stand twice are given anew, and what follows from
//! other rows follows from them again. `remedy.rs` says what becomes of each kind of damage, `rows.rs` does it row by
//! row, `numbers.rs` table by table. A row that is sound is never touched, and what only a person can know is left.

mod numbers;
mod remedy;
mod rows;

pub use remedy::Remedy;

use super::change::{Key, Record, Row};
use super::notice::Notice;
use super::records::Records;
use super::work::Work;
use std::collections::BTreeSet;

/// So often the records are looked through at most: a row that is repaired may be what others follow from, and those may
/// be followed by others.
const MOST_ROUNDS: usize = 8;

/// Repairs all that can be. Nothing happens where nothing is wrong.
///
/// Taking it back is possible as far as that breaks nothing; mostly it would, and is refused.
pub(super) fn repair(work: &mut Work) {
    let mut touched = BTreeSet::new();
    for _ in 0..MOST_ROUNDS {
        let now = work.now();
        let mut round = Round {
            work,
            now: &now,
            touched: BTreeSet::new(),
        };
        let damage = now.check();
        for damage in &damage {
            round.mend(damage);
        }
        round.give_numbers(&damage);
        if round.touched.is_empty() {
            break;
        }
        touched.extend(round.touched);
    }
    if !touched.is_empty() {
        let n = u32::try_from(touched.len()).unwrap_or(u32::MAX);
        work.notice(Notice::Repaired(n));
    }
}

/// One look through the records, and what is done about what it finds.
struct Round<'w, 'a> {
    work: &'w mut Work<'a>,
    /// The records as they were looked through, with their indexes.
    now: &'w Records,
    /// The rows that are changed in this round.
    touched: BTreeSet<Key>,
}

impl Round<'_, '_> {
    fn put<R: Record>(&mut self, row: R) {
        if self.work.get::<R>(row.id()).as_deref() != Some(&row) {
            self.set(R::key(row.id()), Some(row.into_row()));
        }
    }

    fn remove(&mut self, key: Key) {
        if self.work.row(&key).is_some() {
            self.set(key, None);
        }
    }

    fn set(&mut self, key: Key, row: Option<Row>) {
        self.touched.insert(key);
        self.work.set(key, row);
    }

    /// Changes a row, if it is there.
    fn edit<R: Record>(&mut self, id: R::Id, change: impl FnOnce(&Self, &mut R)) {
        if let Some(row) = self.work.get::<R>(id) {
            let mut row = R::clone(&row);
            change(self, &mut row);
            self.put(row);
        }
    }

    /// The reference, unless it is one to nothing.
    fn kept<To: Record>(&self, id: Option<To::Id>) -> Option<To::Id> {
        id.filter(|id| self.work.get::<To>(*id).is_some())
    }
}
