//! Restoring a file from before a contact was erased: what the file holds of it does not come back. It is left out
//! while the file is read, so it never lies in the new stores at all.

use crate::domain::privacy::{Erased, ErasedContact, Fate};
use crate::domain::{Record, Revision, Row};
use crate::journal::storage::Slot;
use crate::journal::{Draft, blocks};
use std::collections::BTreeMap;

/// What is restored, but for contacts that were erased since.
#[derive(Debug)]
pub(super) struct ErasedSince {
    erased: Erased,
    /// Of those of whom the file has not said itself that they were erased: where that is to be said.
    unsaid: BTreeMap<Slot, ErasedContact>,
    /// The file is from before one of them was erased.
    is_older: bool,
    n_again: u32,
}

impl ErasedSince {
    pub fn new(erased: &[ErasedContact]) -> Self {
        let place = |row: &ErasedContact| blocks::place(&ErasedContact::key(row.id));
        Self {
            erased: Erased::new(erased.iter().map(|row| row.id)),
            unsaid: erased.iter().map(|row| (place(row), row.clone())).collect(),
            is_older: false,
            n_again: 0,
        }
    }

    /// What stands there in place of a row, in its order. Rows come in the order of [`blocks::place`], contacts before
    /// the criteria that name them.
    pub fn row(&mut self, written: Revision, row: Row, last: Revision) -> Vec<(Revision, Row)> {
        let place = blocks::place(&row.key());
        let mut rows = Vec::new();
        while let Some(next) = self.unsaid.first_entry().filter(|next| *next.key() < place) {
            self.is_older = true;
            rows.push((last, next.remove().into_row()));
        }
        // The file says it itself.
        self.unsaid.remove(&place);
        if let Row::Contact(contact) = &row {
            self.erased.learn(contact);
        }
        match self.erased.fate(&row) {
            Fate::Stays => rows.push((written, row)),
            Fate::Becomes(row) => rows.push((written, row)),
            Fate::Goes => self.n_again += u32::from(matches!(row, Row::Contact(_))),
        }
        rows
    }

    /// What is still to be said once there are no more rows.
    pub fn end_of_rows(&mut self, last: Revision) -> Vec<(Revision, Row)> {
        let rest = std::mem::take(&mut self.unsaid);
        self.is_older |= !rest.is_empty();
        rest.into_values()
            .map(|row| (last, row.into_row()))
            .collect()
    }

    /// Change sets may be kept: they tell of nobody who was erased since. Known once there are no more rows.
    pub fn keeps_sets(&self) -> bool {
        !self.is_older
    }

    /// A draft may be kept.
    pub fn keeps(&self, draft: &Draft) -> bool {
        draft.form.contact.is_none_or(|id| !self.erased.has(id))
    }

    /// How many contacts the file held that were erased since.
    pub fn n_again(&self) -> u32 {
        self.n_again
    }
}
