//! Filling empty stores with a company that was kept elsewhere, such as in a backup.
//!
//! What the company is is written last: until then the stores are those of a company that was never
//! finished, which nobody opens. So whatever happens in between, there is all of it or nothing.

use super::COMPANY;
use super::blocks::{self, BLOCK_ROWS, Block};
use super::codec::{self, Draft, Head, Meta};
use super::error::JournalError;
use super::folding::head_slot;
use super::storage::{Durability, Slot, Storage, Store, Value, Want, Write};
use crate::domain::id::AttachmentId;
use crate::domain::{ChangeSet, Revision, Row, Table};

/// So much is written in one transaction: some thousand rows, of which most are packed.
const BATCH_BYTES: usize = 100_000;

/// Stores that are being filled.
#[derive(Debug)]
pub struct Filling<S> {
    storage: S,
    /// Rows of one table that will be a block.
    block: Block,
    /// The table whose rows come.
    table: Option<Table>,
    n_rows: u64,
    batch: Vec<Write>,
    n_bytes: usize,
}

impl<S: Storage> Filling<S> {
    /// Begins.
    ///
    /// Errors: [`JournalError::Taken`] when the stores are not empty.
    pub async fn begin(storage: S) -> Result<Self, JournalError> {
        let wants = Store::ALL.map(Want::All);
        let found = storage.read(&wants).await?;
        if found.iter().any(|found| !found.is_empty()) {
            return Err(JournalError::Taken);
        }
        Ok(Self {
            storage,
            block: Vec::new(),
            table: None,
            n_rows: 0,
            batch: Vec::new(),
            n_bytes: 0,
        })
    }

    /// Adds a row, with the revision that wrote it; they come in the order of [`blocks::place`].
    pub async fn row(&mut self, revision: Revision, row: Row) -> Result<(), JournalError> {
        let table = row.key().table();
        if self.block.len() == BLOCK_ROWS
            || self
                .block
                .last()
                .is_some_and(|(_, last)| last.key().table() != table)
        {
            self.end_block().await?;
        }
        self.block.push((revision, row));
        Ok(())
    }

    /// Adds a change set.
    pub async fn set(&mut self, revision: Revision, set: &ChangeSet) -> Result<(), JournalError> {
        let text = Value::Text(codec::change_set_text(set));
        self.add(Store::Journal, Slot::Number(revision.0), text)
            .await
    }

    /// Adds a draft.
    pub async fn draft(&mut self, draft: &Draft) -> Result<(), JournalError> {
        let text = Value::Text(codec::draft_text(draft));
        self.add(Store::Drafts, Slot::text(draft.form.entry), text)
            .await
    }

    /// Adds a file.
    pub async fn file(&mut self, id: AttachmentId, bytes: Vec<u8>) -> Result<(), JournalError> {
        self.add(Store::Files, Slot::text(id), Value::Bytes(bytes))
            .await
    }

    /// Says what the company is, and up to which revision: from now on it can be opened.
    pub async fn finish(mut self, meta: &Meta, revision: Revision) -> Result<(), JournalError> {
        self.end_block().await?;
        let head = Head {
            revision,
            n_rows: self.n_rows,
        };
        let head = Value::Text(codec::head_text(&head));
        self.batch
            .push(Write::Add(Store::Snapshot, head_slot(revision), head));
        let meta = Value::Text(codec::meta_text(meta));
        self.batch
            .push(Write::Add(Store::Meta, Slot::text(COMPANY), meta));
        self.write().await?;
        self.storage.close();
        Ok(())
    }

    /// Lets the stores go as they are: nobody opens them.
    pub fn give_up(self) {
        self.storage.close();
    }

    async fn end_block(&mut self) -> Result<(), JournalError> {
        let block = std::mem::take(&mut self.block);
        let Some((_, first)) = block.first() else {
            return Ok(());
        };
        let key = first.key();
        let slot = if self.table == Some(key.table()) {
            blocks::place(&key)
        } else {
            blocks::first_slot(key.table())
        };
        self.table = Some(key.table());
        self.n_rows += block.len() as u64;
        let value = codec::block_value(&block);
        self.add(Store::Snapshot, slot, value).await
    }

    async fn add(&mut self, store: Store, slot: Slot, value: Value) -> Result<(), JournalError> {
        self.n_bytes += value.n_bytes();
        self.batch.push(Write::Add(store, slot, value));
        if self.n_bytes > BATCH_BYTES {
            self.write().await?;
        }
        Ok(())
    }

    async fn write(&mut self) -> Result<(), JournalError> {
        self.n_bytes = 0;
        let batch = std::mem::take(&mut self.batch);
        self.storage.write(&batch, Durability::Strict).await?;
        self.storage.pause().await;
        Ok(())
    }
}
