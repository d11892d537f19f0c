//! The journal: keeps a company's change sets on the device, and gives its rows back.
//!
//! Acknowledged means durable: [`Journal::append`] returns after its one strict transaction is
//! complete, and what it wrote is whole or not there at all.
//!
//! [`storage`] says what is asked of a device and has two twins: `indexed_db.rs` in a browser and
//! [`memory`]. Everything else is written once, here, and tested on both. [`codec`] turns rows into
//! text and back, `set_text.rs` change sets, [`blocks`] folds change sets into the snapshot.
//! `telling.rs` tells a company as a whole, for a backup; `filling.rs` fills empty stores with one.

mod block_value;
pub mod blocks;
pub mod codec;
#[cfg(target_arch = "wasm32")]
pub mod device;
pub mod error;
mod filling;
mod folding;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
pub mod memory;
mod set_text;
mod stages;
pub mod storage;
mod telling;

pub use codec::{Draft, Head, Meta, Ownership};
pub use error::JournalError;
pub use filling::Filling;
pub use folding::KEPT;
pub use set_text::{SET_FORMAT, SetText};
pub use stages::{KeptBlock, Slice, ToCome};
pub use telling::{MAX_SET_BYTES, Told, What};

use crate::domain::id::{AttachmentId, LogEntryId};
use crate::domain::privacy::ErasedContact;
use crate::domain::{ChangeSet, Record, Revision, Row};
use chrono::{DateTime, Utc};
use folding::{HEADS, is_head, last_head};
use std::cell::Cell;
use std::cmp::Reverse;
use std::rc::Rc;
use storage::{Durability, Found, Slot, Storage, Store, Value, Want, Write};

/// Where the company's own description lies.
const COMPANY: &str = "company";

/// The journal of one open company.
#[derive(Debug)]
pub struct Journal<S> {
    storage: S,
    /// When the company was created, once that has been read: by this a company that another one
    /// was put in place of is noticed after the connection had to be opened again.
    created_at: Cell<Option<DateTime<Utc>>>,
}

/// All that a company consists of, as it was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// What the company is; `None` when nothing was ever written.
    pub meta: Option<Meta>,
    /// The rows of the snapshot, each with the revision that wrote it.
    pub rows: Vec<(Row, Revision)>,
    /// The revision of the snapshot; 0 when nothing was folded yet.
    pub folded: Revision,
    /// The change sets after the snapshot, in order and without a gap.
    pub sets: Vec<(Revision, ChangeSet)>,
    /// The newest change set of all, though it may be folded; none in a new company.
    pub newest: Option<(Revision, ChangeSet)>,
}

/// What the stores of a company hold.
#[derive(Default)]
struct Read {
    meta: Option<Meta>,
    heads: Vec<(Slot, Value)>,
    rows: Vec<(Row, Revision)>,
    journal: Vec<(Slot, Value)>,
}

/// What others wrote meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub enum After {
    /// The change sets, in order and without a gap; none when nothing is new.
    Sets(Vec<(Revision, ChangeSet)>),
    /// Change sets in between were folded and removed: the company must be loaded anew.
    LoadAnew,
}

/// The drafts of a company.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drafts {
    /// Those that could be read, last saved first.
    pub drafts: Vec<Draft>,
    /// Those that could not: damaged, or kept by a newer version of the app. They stay.
    pub unreadable: Vec<LogEntryId>,
}

/// What goes into the transaction of a change set besides it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Along {
    /// The drafts that end.
    pub ends_drafts: Vec<LogEntryId>,
    /// Files that the change set refers to, by their ids.
    pub files: Vec<(AttachmentId, Vec<u8>)>,
}

impl<S: Storage> Journal<S> {
    /// The journal on this storage.
    pub fn new(storage: S) -> Self {
        Self {
            storage,
            created_at: Cell::new(None),
        }
    }

    /// Describes a new company. Leaves an existing one as it is, so that two tabs can be first.
    pub async fn create(&self, meta: &Meta) -> Result<(), JournalError> {
        let text = Value::Text(codec::meta_text(meta));
        let add = Write::Add(Store::Meta, Slot::text(COMPANY), text);
        match self.write(&[add], Durability::Strict).await {
            Err(JournalError::Taken) => Ok(()),
            answer => answer,
        }
    }

    /// Replaces the description of the company, such as its name.
    pub async fn put_meta(&self, meta: &Meta) -> Result<(), JournalError> {
        let text = Value::Text(codec::meta_text(meta));
        let put = Write::Put(Store::Meta, Slot::text(COMPANY), text);
        self.write(&[put], Durability::Strict).await
    }

    /// What the company is; `None` when nothing was ever written.
    pub async fn meta(&self) -> Result<Option<Meta>, JournalError> {
        let meta = self.meta_found().await?;
        self.created_at.set(meta.as_ref().map(|m| m.created_at));
        Ok(meta)
    }

    /// Reads the whole company, in one transaction; the page goes on meanwhile. For one with a large log
    /// that is read in stages: `stages.rs`.
    ///
    /// Errors: [`JournalError::Damaged`] when a change set or a row of the snapshot is missing or
    /// cannot be read; [`JournalError::Newer`] when a newer version of the app wrote it.
    pub async fn load(&self) -> Result<Loaded, JournalError> {
        let wants = [Want::All(Store::Snapshot)];
        let read = self.open_for(async || self.load_once(&wants).await).await?;
        self.loaded(read).and_then(|(loaded, n_missing)| {
            whole(n_missing)?;
            Ok(loaded)
        })
    }

    /// What was read comes to, and how many rows of the snapshot are still missing.
    fn loaded(&self, read: Read) -> Result<(Loaded, i64), JournalError> {
        let Read {
            meta,
            heads,
            rows,
            journal,
        } = read;
        self.created_at.set(meta.as_ref().map(|m| m.created_at));
        let head = last_head(heads)?;
        let n_missing = head.n_rows as i64 - rows.len() as i64;
        let folded = journal.last().cloned();
        let sets = sets_after(head.revision, journal)?;
        let newest = match (sets.last(), folded) {
            (Some(newest), _) => Some(newest.clone()),
            (None, Some((Slot::Number(number), value))) => {
                let revision = Revision(number);
                Some((revision, codec::change_set_from(&text(value)?, revision)?))
            }
            (None, _) => None,
        };
        let loaded = Loaded {
            meta,
            rows,
            folded: head.revision,
            sets,
            newest,
        };
        Ok((loaded, n_missing))
    }

    /// Reads these parts of the snapshot, and all else, in one transaction.
    async fn load_once(&self, snapshot: &[Want]) -> Result<Read, JournalError> {
        let mut wants = vec![
            Want::One(Store::Meta, Slot::text(COMPANY)),
            Want::All(Store::Journal),
        ];
        wants.extend_from_slice(snapshot);
        let mut read = Read::default();
        let mut take = async |want: usize, slot: Slot, value: Value| {
            match wants[want].store() {
                Store::Meta => read.meta = Some(codec::meta_from(&text(value)?)?),
                Store::Snapshot if is_head(&slot) => read.heads.push((slot, value)),
                // Read at once, so that the texts of all blocks are never there together.
                Store::Snapshot => read.rows.extend(block_rows(&slot, value)?),
                _ => read.journal.push((slot, value)),
            }
            Ok::<_, JournalError>(())
        };
        self.storage.read_in_pieces(&wants, &mut take).await?;
        Ok(read)
    }

    /// Lets the page go on between two pieces of long work.
    pub async fn pause(&self) {
        self.storage.pause().await;
    }

    /// Keeps a change set under the next revision, with its files and the end of its draft: one
    /// strict transaction, all or nothing.
    ///
    /// Errors: [`JournalError::Taken`] when somebody else has written this revision or a later
    /// one, [`JournalError::Closed`] when the connection was lost, and opened again: the answer may
    /// be all that was lost. After either, [`Journal::append_after`] goes on.
    pub async fn append(
        &self,
        revision: Revision,
        set: &ChangeSet,
        along: &Along,
    ) -> Result<(), JournalError> {
        let text = codec::change_set_text(set);
        self.append_text(revision, text, along).await
    }

    /// The same for a change set whose text is made already, by [`SetText`].
    ///
    /// Errors: those of [`Journal::append`].
    pub async fn append_text(
        &self,
        revision: Revision,
        text: String,
        along: &Along,
    ) -> Result<(), JournalError> {
        // That the revision itself is free proves too little to a tab that slept while its next
        // revision was written, folded and removed; a later one is always there then.
        let mut batch = vec![Write::NoneFrom(Store::Journal, Slot::Number(revision.0))];
        batch.extend(appended(revision, text, along));
        let answer = self.storage.write(&batch, Durability::Strict).await;
        self.open_after(answer).await
    }

    /// Hands `decide` what was written after a revision, and keeps what it decides under the next:
    /// one strict transaction, so that nobody comes in between, however busy they are. Nothing is
    /// written when it decides nothing.
    ///
    /// Errors: [`JournalError::Closed`] as for [`Journal::append`].
    pub async fn append_after(
        &self,
        revision: Revision,
        decide: impl FnOnce(After) -> Option<(Revision, ChangeSet, Along)> + 'static,
    ) -> Result<(), JournalError> {
        let trouble = Rc::new(Cell::new(None));
        let then = {
            let trouble = trouble.clone();
            move |found: Found| {
                let after = match answers(found) {
                    Ok([heads, journal]) => after(revision, heads, journal),
                    Err(error) => Err(error),
                };
                match after.map(decide) {
                    Ok(Some((next, set, along))) => {
                        appended(next, codec::change_set_text(&set), &along)
                    }
                    Ok(None) => Vec::new(),
                    Err(error) => {
                        trouble.set(Some(error));
                        Vec::new()
                    }
                }
            }
        };
        let wants = after_wants(revision);
        let answer = self.storage.read_then_write(&wants, Box::new(then)).await;
        let answer = self.open_after(answer).await;
        trouble.take().map_or(answer, Err)
    }

    /// The change sets after a revision.
    pub async fn read_after(&self, revision: Revision) -> Result<After, JournalError> {
        let [heads, journal] = self.read(after_wants(revision)).await?;
        after(revision, heads, journal)
    }

    /// The contacts that were erased in the company, in no certain order; read without the rest of it.
    ///
    /// Errors: those of [`Journal::load`], for the parts that are read.
    pub async fn erased(&self) -> Result<Vec<ErasedContact>, JournalError> {
        let [first, end] =
            [blocks::first_slot, blocks::end_slot].map(|slot| slot(ErasedContact::TABLE));
        let wants = [
            Want::From(Store::Snapshot, Slot::text(HEADS)),
            Want::Between(Store::Snapshot, first, end, u32::MAX),
            Want::All(Store::Journal),
        ];
        let [heads, blocks, journal] = self.read(wants).await?;
        let mut rows = Vec::new();
        for (slot, value) in blocks {
            rows.extend(block_rows(&slot, value)?.map(|(row, _)| row));
        }
        for (_, set) in sets_after(last_head(heads)?.revision, journal)? {
            rows.extend(set.changes.into_iter().filter_map(|change| change.after));
        }
        let erased = rows.iter().filter_map(ErasedContact::from_row);
        Ok(erased.map(|row| ErasedContact::clone(row)).collect())
    }

    /// The change set kept under a revision; none when it was folded long ago, or never written.
    pub async fn change_set(&self, revision: Revision) -> Result<Option<ChangeSet>, JournalError> {
        let want = Want::One(Store::Journal, Slot::Number(revision.0));
        let [found] = self.read([want]).await?;
        let value = found.into_iter().next();
        value
            .map(|(_, value)| codec::change_set_from(&text(value)?, revision))
            .transpose()
    }

    /// Keeps a draft under its entry's id, in place of the one before. Relaxed: it survives the end
    /// of the browser, and perhaps not that of the power supply.
    pub async fn put_draft(&self, draft: &Draft) -> Result<(), JournalError> {
        let text = Value::Text(codec::draft_text(draft));
        let put = Write::Put(Store::Drafts, Slot::text(draft.form.entry), text);
        self.write(&[put], Durability::Relaxed).await
    }

    /// Removes a draft, if it is there.
    pub async fn delete_draft(&self, entry: LogEntryId) -> Result<(), JournalError> {
        let delete = Write::Delete(Store::Drafts, Slot::text(entry));
        self.write(&[delete], Durability::Relaxed).await
    }

    /// All drafts.
    pub async fn drafts(&self) -> Result<Drafts, JournalError> {
        let [found] = self.read([Want::All(Store::Drafts)]).await?;
        let mut drafts = Drafts::default();
        for (slot, value) in found {
            match text(value).and_then(|text| codec::draft_from(&text)) {
                Ok(draft) => drafts.drafts.push(draft),
                Err(_) => drafts.unreadable.extend(slot.id::<LogEntryId>()),
            }
        }
        let last_first = |draft: &Draft| Reverse(draft.saved_at);
        drafts.drafts.sort_by_key(last_first);
        Ok(drafts)
    }

    /// The bytes of a file, if it is there.
    pub async fn file(&self, id: AttachmentId) -> Result<Option<Vec<u8>>, JournalError> {
        let [found] = self.read([Want::One(Store::Files, Slot::text(id))]).await?;
        match found.into_iter().next() {
            None => Ok(None),
            Some((_, Value::Bytes(bytes))) => Ok(Some(bytes)),
            Some((slot, Value::Text(_))) => Err(JournalError::damaged(
                format!("files {slot}"),
                "text instead of bytes",
            )),
        }
    }

    /// Closes the connection; whoever waits to delete the company can go on.
    pub fn close(&self) {
        self.storage.close();
    }

    async fn meta_found(&self) -> Result<Option<Meta>, JournalError> {
        let want = Want::One(Store::Meta, Slot::text(COMPANY));
        let found = self.storage.read(&[want]).await?;
        let value = found.into_iter().flatten().next();
        value
            .map(|(_, value)| codec::meta_from(&text(value)?))
            .transpose()
    }

    async fn read<const N: usize>(
        &self,
        wants: [Want; N],
    ) -> Result<[Vec<(Slot, Value)>; N], JournalError> {
        answers(self.read_all(&wants).await?)
    }

    async fn read_all(&self, wants: &[Want]) -> Result<Found, JournalError> {
        if wants.is_empty() {
            return Ok(Vec::new());
        }
        self.open_for(async || self.storage.read(wants).await).await
    }

    async fn slots(&self, store: Store) -> Result<Vec<Slot>, JournalError> {
        self.open_for(async || self.storage.slots(store).await)
            .await
    }

    /// Asks, and once more if the connection was closed behind us and is opened again.
    async fn open_for<T>(
        &self,
        ask: impl AsyncFn() -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        match ask().await {
            Err(JournalError::Closed) => {
                self.reopen().await?;
                ask().await
            }
            answer => answer,
        }
    }

    /// Opens the connection again if it was lost.
    async fn open_after(&self, answer: Result<(), JournalError>) -> Result<(), JournalError> {
        if answer == Err(JournalError::Closed) {
            self.reopen().await?;
        }
        answer
    }

    /// Writes a batch that says the same when it is said twice; when the connection was closed
    /// behind us, opens it once more and repeats.
    async fn write(&self, batch: &[Write], durability: Durability) -> Result<(), JournalError> {
        match self.storage.write(batch, durability).await {
            Err(JournalError::Closed) => {
                self.reopen().await?;
                match self.storage.write(batch, durability).await {
                    answer @ (Ok(()) | Err(JournalError::Taken)) => answer,
                    // The first time it may have been written all the same.
                    Err(_) => Err(JournalError::Closed),
                }
            }
            answer => answer,
        }
    }

    /// Opens the connection again, and makes sure that it is still the same company: one that was
    /// cleared meanwhile must not go on from the middle.
    async fn reopen(&self) -> Result<(), JournalError> {
        self.storage.reopen().await?;
        let Some(known) = self.created_at.get() else {
            return Ok(());
        };
        let found = self.meta_found().await?;
        if found.is_some_and(|meta| meta.created_at == known) {
            return Ok(());
        }
        self.storage.close();
        Err(JournalError::Gone)
    }
}

/// What is written for a change set, besides the proof that it is the next one.
fn appended(revision: Revision, text: String, along: &Along) -> Vec<Write> {
    let text = Value::Text(text);
    let mut batch = vec![Write::Add(Store::Journal, Slot::Number(revision.0), text)];
    for draft in &along.ends_drafts {
        batch.push(Write::Delete(Store::Drafts, Slot::text(draft)));
    }
    for (id, bytes) in &along.files {
        let bytes = Value::Bytes(bytes.clone());
        batch.push(Write::Put(Store::Files, Slot::text(id), bytes));
    }
    batch
}

/// What must be read to know what was written after a revision.
fn after_wants(revision: Revision) -> [Want; 2] {
    [
        Want::From(Store::Snapshot, Slot::text(HEADS)),
        Want::From(Store::Journal, Slot::Number(revision.next().0)),
    ]
}

fn after(
    revision: Revision,
    heads: Vec<(Slot, Value)>,
    journal: Vec<(Slot, Value)>,
) -> Result<After, JournalError> {
    let first = journal.first().map(|(slot, _)| slot.clone());
    let contiguous = first == Some(Slot::Number(revision.next().0));
    if !contiguous && last_head(heads)?.revision > revision {
        return Ok(After::LoadAnew);
    }
    sets_after(revision, journal).map(After::Sets)
}

fn answers<const N: usize>(found: Found) -> Result<[Vec<(Slot, Value)>; N], JournalError> {
    let n_found = found.len();
    found.try_into().map_err(|_| {
        JournalError::damaged("storage", format!("{n_found} answers to {N} questions"))
    })
}

/// The change sets after a revision, which must follow it without a gap.
fn sets_after(
    revision: Revision,
    journal: Vec<(Slot, Value)>,
) -> Result<Vec<(Revision, ChangeSet)>, JournalError> {
    let mut last = revision;
    let mut sets = Vec::new();
    for (slot, value) in journal {
        let Slot::Number(number) = slot else {
            let detail = "a change set without a number";
            return Err(JournalError::damaged(format!("journal {slot}"), detail));
        };
        if number <= revision.0 {
            continue;
        }
        if number != last.next().0 {
            let detail = format!("{number} follows {}", last.0);
            return Err(JournalError::damaged("journal", detail));
        }
        last = Revision(number);
        sets.push((last, codec::change_set_from(&text(value)?, last)?));
    }
    Ok(sets)
}

/// The rows of a block, each with the revision that wrote it.
fn block_rows(
    slot: &Slot,
    value: Value,
) -> Result<impl Iterator<Item = (Row, Revision)>, JournalError> {
    let block = codec::block_from(&value, slot)?;
    Ok(block.into_iter().map(|(revision, row)| (row, revision)))
}

/// The snapshot must have as many rows as its head says.
fn whole(n_missing: i64) -> Result<(), JournalError> {
    match n_missing {
        0 => Ok(()),
        n if n > 0 => Err(JournalError::damaged(
            "snapshot",
            format!("{n} rows are missing"),
        )),
        n => Err(JournalError::damaged(
            "snapshot",
            format!("{} rows too many", -n),
        )),
    }
}

fn text(value: Value) -> Result<String, JournalError> {
    match value {
        Value::Text(text) => Ok(text),
        Value::Bytes(_) => Err(JournalError::damaged("storage", "bytes instead of text")),
    }
}
