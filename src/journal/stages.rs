//! Loading in stages: everything but the interaction log first, then the log slice by slice.
//!
//! The log is most of a company, and little of it is needed for the first page. Each slice is a
//! transaction of its own, which also reads the head of the snapshot: while that is the same, nobody
//! has touched the blocks, and all slices together are what one transaction would have read.

use super::error::JournalError;
use super::folding::{HEADS, is_head, last_head};
use super::storage::{Slot, Storage, Store, Value, Want};
use super::{Journal, Loaded, blocks, codec, whole};
use crate::domain::log_rows::LogBlock;
use crate::domain::packed::PackedError;
use crate::domain::{Revision, Table};

/// Blocks in one slice: some 4,000 rows.
const SLICE_BLOCKS: u32 = 16;
/// No limit.
const ALL: u32 = u32::MAX;

/// The part of the log that was not read yet.
#[derive(Clone, Debug, PartialEq)]
pub struct ToCome {
    /// The revision of the snapshot to which it belongs.
    folded: Revision,
    from: Slot,
    n_rows: u64,
}

/// The next part of the log.
#[derive(Clone, Debug, PartialEq)]
pub enum Slice {
    /// Its blocks; more may come.
    Blocks(Vec<KeptBlock>),
    /// The last blocks.
    Last(Vec<KeptBlock>),
    /// Somebody has folded meanwhile: the company must be loaded anew.
    LoadAnew,
}

/// A block of the log, and where it lies.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptBlock {
    slot: Slot,
    /// Packed rows were not read yet.
    block: LogBlock,
}

impl KeptBlock {
    /// Hands the block over to whoever reads it.
    ///
    /// Errors: [`JournalError::Damaged`], with the block's place, when that cannot be done.
    pub fn read(
        self,
        read: impl FnOnce(LogBlock) -> Result<(), PackedError>,
    ) -> Result<(), JournalError> {
        read(self.block).map_err(|error| codec::damaged_block(&self.slot, error))
    }
}

impl ToCome {
    /// How many rows.
    pub fn n_rows(&self) -> u64 {
        self.n_rows
    }
}

impl<S: Storage> Journal<S> {
    /// Reads the company but for the rows of its log in the snapshot, in one transaction, and says what
    /// is to come of those. Its change sets are there, also those that change the log.
    ///
    /// Errors: those of [`Journal::load`].
    pub async fn load_all_but_log(&self) -> Result<(Loaded, ToCome), JournalError> {
        let first = blocks::first_slot(Table::LogEntry);
        let wants = [
            Want::Between(Store::Snapshot, Slot::text(""), first.clone(), ALL),
            Want::From(Store::Snapshot, blocks::end_slot(Table::LogEntry)),
        ];
        let read = self.open_for(async || self.load_once(&wants).await).await?;
        let (loaded, n_missing) = self.loaded(read)?;
        let Ok(n_rows) = u64::try_from(n_missing) else {
            return Err(whole(n_missing).err().unwrap_or(JournalError::Closed));
        };
        let to_come = ToCome {
            folded: loaded.folded,
            from: first,
            n_rows,
        };
        Ok((loaded, to_come))
    }

    /// Reads the next slice of the log; the page goes on meanwhile.
    ///
    /// Errors: those of [`Journal::load`].
    pub async fn load_on(&self, to_come: &mut ToCome) -> Result<Slice, JournalError> {
        let end = blocks::end_slot(Table::LogEntry);
        let wants = [
            Want::Between(Store::Snapshot, to_come.from.clone(), end, SLICE_BLOCKS),
            Want::From(Store::Snapshot, Slot::text(HEADS)),
        ];
        let read = async || {
            let (mut kept, mut heads) = (Vec::new(), Vec::new());
            let mut take = async |_: usize, slot: Slot, value: Value| {
                if is_head(&slot) {
                    heads.push((slot, value));
                } else {
                    let block = codec::log_block_from(value, &slot)?;
                    kept.push(KeptBlock { slot, block });
                }
                Ok::<_, JournalError>(())
            };
            self.storage.read_in_pieces(&wants, &mut take).await?;
            Ok((kept, heads))
        };
        let (kept, heads) = self.open_for(read).await?;
        if last_head(heads)?.revision != to_come.folded {
            return Ok(Slice::LoadAnew);
        }
        let n_rows = kept.iter().try_fold(0_u64, |sum, kept| {
            let n_rows = kept.block.n_rows();
            let n_rows = n_rows.map_err(|error| codec::damaged_block(&kept.slot, error))?;
            Ok::<_, JournalError>(sum.saturating_add(n_rows as u64))
        })?;
        let is_last = kept.len() < SLICE_BLOCKS as usize;
        if n_rows > to_come.n_rows || (is_last && n_rows < to_come.n_rows) {
            whole(to_come.n_rows as i64 - n_rows as i64)?;
        }
        to_come.n_rows -= n_rows;
        if let Some(last) = kept.last() {
            to_come.from = last.slot.next();
        }
        Ok(match is_last {
            true => Slice::Last(kept),
            false => Slice::Blocks(kept),
        })
    }
}
