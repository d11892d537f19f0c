//! The rows of the interaction log in memory. Of a million entries hardly any is looked at, so those that come from
//! the snapshot stay packed, in the blocks in which they lie there, until somebody asks for one: then the block is
//! unpacked beside its bytes, and let go again some time after. A block of which a row is written is taken apart.

use super::change::{Revision, Row, Stored, TableRows};
use super::id::LogEntryId;
use super::interaction::LogEntry;
use super::packed::{self, PackedError};
use std::collections::{BTreeMap, btree_map};
use std::ops::{Bound, ControlFlow, RangeBounds};
use std::sync::{Arc, OnceLock};

/// So many blocks may lie unpacked beside their bytes when the records change; then they are let go. Some ten
/// megabytes: what a page shows again after a command is still there.
const MOST_UNPACKED: usize = 64;

/// A part of the log as it comes from the snapshot.
#[derive(Clone, Debug, PartialEq)]
pub enum LogBlock {
    /// Rows, each with the revision that wrote it.
    Rows(Vec<(Revision, Row)>),
    /// The bytes of packed rows, in order of their ids.
    Packed(Arc<[u8]>),
}

impl LogBlock {
    /// How many rows. What is damaged may say any number.
    ///
    /// Errors: the bytes do not even say that.
    pub fn n_rows(&self) -> Result<usize, PackedError> {
        match self {
            Self::Rows(rows) => Ok(rows.len()),
            Self::Packed(bytes) => packed::n_rows(bytes),
        }
    }
}

/// The rows of the log, by their ids.
#[derive(Clone, Debug, Default)]
pub struct LogRows {
    /// Rows that stand for themselves. None has an id between the first and the last one of a block.
    loose: BTreeMap<LogEntryId, Stored<LogEntry>>,
    /// By the first id.
    blocks: BTreeMap<LogEntryId, PackedBlock>,
    n: usize,
}

#[derive(Clone, Debug)]
struct PackedBlock {
    bytes: Arc<[u8]>,
    last: LogEntryId,
    unpacked: OnceLock<Vec<Stored<LogEntry>>>,
}

/// How the rows are kept says nothing.
impl PartialEq for LogRows {
    fn eq(&self, other: &Self) -> bool {
        self.n == other.n && self.iter().eq(other.iter())
    }
}

impl LogRows {
    /// How many rows.
    pub(super) fn len(&self) -> usize {
        self.n
    }

    /// Writes a row. Gives the one that was there.
    pub(super) fn insert(
        &mut self,
        id: LogEntryId,
        row: Stored<LogEntry>,
    ) -> Option<Stored<LogEntry>> {
        self.take_apart(id);
        let old = self.loose.insert(id, row);
        self.n += usize::from(old.is_none());
        old
    }

    /// Removes a row.
    pub(super) fn remove(&mut self, id: &LogEntryId) -> Option<Stored<LogEntry>> {
        self.take_apart(*id);
        let old = self.loose.remove(id);
        self.n -= usize::from(old.is_some());
        old
    }

    /// True if there are rows whose ids lie between these two, or a block around them.
    pub(super) fn is_between(&self, first: LogEntryId, last: LogEntryId) -> bool {
        let before = self.blocks.range(..=last).next_back();
        before.is_some_and(|(_, block)| block.last >= first)
            || self.loose.range(first..=last).next().is_some()
    }

    /// Takes in a block of packed rows, `n` of them in order of their ids. They were read before, and no other row
    /// lies between their first and their last.
    pub(super) fn take_in(
        &mut self,
        bytes: Arc<[u8]>,
        first: LogEntryId,
        last: LogEntryId,
        n: usize,
    ) {
        let block = PackedBlock {
            bytes,
            last,
            unpacked: OnceLock::new(),
        };
        self.blocks.insert(first, block);
        self.n += n;
    }

    /// Lets go of what lies unpacked beside its bytes, if that is much.
    pub(super) fn let_go(&mut self) {
        let is_unpacked = |block: &&PackedBlock| block.unpacked.get().is_some();
        if self.blocks.values().filter(is_unpacked).count() > MOST_UNPACKED {
            for block in self.blocks.values_mut() {
                block.unpacked.take();
            }
        }
    }

    /// Those rows whose ids lie in a range, in order of their ids.
    fn range(
        &self,
        ids: impl RangeBounds<LogEntryId> + Clone,
    ) -> impl DoubleEndedIterator<Item = &Stored<LogEntry>> {
        let pieces = self.pieces(&ids).into_iter();
        pieces
            .flat_map(Piece::rows)
            .filter(move |stored| ids.contains(&stored.row.id))
    }

    /// All rows in order of their ids. None lies unpacked afterwards.
    pub(super) fn iter(&self) -> impl Iterator<Item = Stored<LogEntry>> {
        self.pieces(&..).into_iter().flat_map(|piece| match piece {
            Piece::Loose(rows) => rows.map(|(_, stored)| stored.clone()).collect(),
            Piece::Packed(block) => block.unpack(),
        })
    }

    /// The block between whose first and last row an id lies, and its first id.
    fn block_around(&self, id: LogEntryId) -> Option<(LogEntryId, &PackedBlock)> {
        let (first, block) = self.blocks.range(..=id).next_back()?;
        (id <= block.last).then_some((*first, block))
    }

    /// Has the rows of the block around an id stand for themselves.
    fn take_apart(&mut self, id: LogEntryId) {
        let first = self.block_around(id).map(|(first, _)| first);
        if let Some(mut block) = first.and_then(|first| self.blocks.remove(&first)) {
            let unpacked = block.unpacked.take();
            let rows = unpacked.unwrap_or_else(|| block.unpack()).into_iter();
            self.loose
                .extend(rows.map(|stored| (stored.row.id, stored)));
        }
    }

    /// Blocks and the rows between them, in the order of their ids: all in which there may be ids of a range.
    fn pieces(&self, ids: &impl RangeBounds<LogEntryId>) -> Vec<Piece<'_>> {
        let start = ids.start_bound().cloned();
        let first_block = match start {
            Bound::Included(id) | Bound::Excluded(id) => {
                let before = self.blocks.range(..=id).next_back();
                before.map_or(Bound::Unbounded, |(first, _)| Bound::Included(*first))
            }
            Bound::Unbounded => Bound::Unbounded,
        };
        let mut pieces = Vec::new();
        let mut from = start;
        for (first, block) in self.blocks.range((first_block, Bound::Unbounded)) {
            let is_beyond = match ids.end_bound() {
                Bound::Included(end) => first > end,
                Bound::Excluded(end) => first >= end,
                Bound::Unbounded => false,
            };
            if is_beyond {
                break;
            }
            self.loose_between(from, Bound::Excluded(*first), &mut pieces);
            if is_before(start, block.last) {
                pieces.push(Piece::Packed(block));
                from = Bound::Excluded(block.last);
            }
        }
        self.loose_between(from, ids.end_bound().cloned(), &mut pieces);
        pieces
    }

    fn loose_between<'a>(
        &'a self,
        from: Bound<LogEntryId>,
        to: Bound<LogEntryId>,
        pieces: &mut Vec<Piece<'a>>,
    ) {
        let is_empty = match (from, to) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
            (Bound::Included(from), Bound::Included(to)) => from > to,
            (
                Bound::Included(from) | Bound::Excluded(from),
                Bound::Included(to) | Bound::Excluded(to),
            ) => from >= to,
        };
        if !is_empty {
            pieces.push(Piece::Loose(self.loose.range((from, to))));
        }
    }
}

/// Rows that are looked at lie unpacked afterwards; those that are only shown do not.
impl TableRows<LogEntry> for LogRows {
    fn get(&self, id: &LogEntryId) -> Option<&Stored<LogEntry>> {
        self.loose.get(id).or_else(|| {
            let (_, block) = self.block_around(*id)?;
            let rows = block.rows();
            let at = rows.binary_search_by_key(id, |stored| stored.row.id).ok()?;
            rows.get(at)
        })
    }

    fn all(&self) -> impl DoubleEndedIterator<Item = &Stored<LogEntry>> {
        self.range(..)
    }

    fn between(
        &self,
        first: LogEntryId,
        last: LogEntryId,
    ) -> impl Iterator<Item = &Stored<LogEntry>> {
        self.range(first..=last)
    }

    fn show(&self, behind: Option<LogEntryId>, show: &mut dyn FnMut(&LogEntry) -> ControlFlow<()>) {
        let ids = (
            behind.map_or(Bound::Unbounded, Bound::Excluded),
            Bound::Unbounded,
        );
        let mut each = |row: &LogEntry| match ids.contains(&row.id) {
            true => show(row),
            false => ControlFlow::Continue(()),
        };
        for piece in self.pieces(&ids) {
            let mut went = ControlFlow::Continue(());
            match piece {
                Piece::Loose(mut rows) => went = rows.try_for_each(|(_, it)| each(&it.row)),
                Piece::Packed(block) => block.read(|row| {
                    went = each(row);
                    went
                }),
            }
            if went.is_break() {
                return;
            }
        }
    }
}

/// True if an id may lie in a range that starts so.
fn is_before(start: Bound<LogEntryId>, id: LogEntryId) -> bool {
    match start {
        Bound::Included(start) => start <= id,
        Bound::Excluded(start) => start < id,
        Bound::Unbounded => true,
    }
}

/// Rows that lie together.
enum Piece<'a> {
    Loose(btree_map::Range<'a, LogEntryId, Stored<LogEntry>>),
    Packed(&'a PackedBlock),
}

impl<'a> Piece<'a> {
    fn rows(self) -> Box<dyn DoubleEndedIterator<Item = &'a Stored<LogEntry>> + 'a> {
        match self {
            Self::Loose(rows) => Box::new(rows.map(|(_, stored)| stored)),
            Self::Packed(block) => Box::new(block.rows().iter()),
        }
    }
}

/// What is wrong with a block that was read when it was taken in.
const WAS_READ: &str = "the block was read before";

impl PackedBlock {
    fn rows(&self) -> &[Stored<LogEntry>] {
        self.unpacked.get_or_init(|| self.unpack())
    }

    fn unpack(&self) -> Vec<Stored<LogEntry>> {
        let rows = packed::rows(&self.bytes).expect(WAS_READ).into_iter();
        rows.map(|(revision, row)| Stored { row, revision })
            .collect()
    }

    fn read(&self, mut show: impl FnMut(&LogEntry) -> ControlFlow<()>) {
        packed::each(&self.bytes, |_, row| show(row)).expect(WAS_READ);
    }
}
