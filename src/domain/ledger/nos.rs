//! Entries by their numbers. The numbers count up from 1 and hardly one is missing, so the ids lie side by
//! side: half of what a tree of single ones takes, and found in a few steps.

use crate::domain::id::LogEntryId;
use crate::domain::interaction::EntryNo;
use std::collections::BTreeMap;

/// So many numbers lie in one piece.
const PIECE: u32 = 256;

/// Ids by number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Nos {
    /// By the number of the first one divided by [`PIECE`]; none is empty. A number far away costs one.
    pieces: BTreeMap<u32, Piece>,
    n: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Piece {
    ids: Box<[Option<LogEntryId>]>,
    n: u32,
}

impl Nos {
    pub fn get(&self, no: EntryNo) -> Option<LogEntryId> {
        let (piece, at) = place(no);
        self.pieces.get(&piece)?.ids[at]
    }

    pub fn len(&self) -> usize {
        self.n
    }

    pub fn last(&self) -> Option<EntryNo> {
        let (piece, last) = self.pieces.last_key_value()?;
        let at = last.ids.iter().rposition(Option::is_some)?;
        Some(EntryNo(piece * PIECE + at as u32))
    }

    /// In order of their numbers.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = LogEntryId> + '_ {
        let pieces = self.pieces.values();
        pieces.flat_map(|piece| piece.ids.iter().flatten().copied())
    }

    /// Gives the other entry that had the number before.
    pub fn insert(&mut self, no: EntryNo, id: LogEntryId) -> Option<LogEntryId> {
        let (piece, at) = place(no);
        let piece = self.pieces.entry(piece).or_insert_with(|| Piece {
            ids: vec![None; PIECE as usize].into(),
            n: 0,
        });
        let before = piece.ids[at].replace(id);
        if before.is_none() {
            piece.n += 1;
            self.n += 1;
        }
        before.filter(|other| *other != id)
    }

    /// Takes a number away unless it belongs to another entry by now.
    pub fn remove(&mut self, no: EntryNo, id: LogEntryId) {
        let (key, at) = place(no);
        let Some(piece) = self.pieces.get_mut(&key) else {
            return;
        };
        if piece.ids[at] == Some(id) {
            piece.ids[at] = None;
            piece.n -= 1;
            self.n -= 1;
            if piece.n == 0 {
                self.pieces.remove(&key);
            }
        }
    }
}

fn place(no: EntryNo) -> (u32, usize) {
    (no.0 / PIECE, (no.0 % PIECE) as usize)
}
