//! Telling a company as a whole: what it is, every row as the last change set left it, the change
//! sets that are kept, drafts and files.
//!
//! The order is always the same: two journals of the same company tell the same, however much of
//! them is folded. What is told was read in one transaction.

use super::blocks;
use super::codec::{self, Draft, Meta};
use super::error::JournalError;
use super::folding::{HEADS, KEPT, is_head, last_head, without_before};
use super::storage::{Slot, Storage, Store, Value, Want};
use super::{COMPANY, Journal, text};
use crate::domain::id::{AttachmentId, ContactId};
use crate::domain::{ChangeSet, Revision, Row};
use std::collections::{BTreeMap, BTreeSet};

/// What is to be told.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// All of it, or nothing.
    All,
    /// What can be read, of a company that cannot be opened. It is described so where its own
    /// description cannot be read.
    WhatReads(Meta),
}

/// A part of a company.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// What the company is, and the last revision: first of all.
    Company(Meta, Revision),
    /// A row, with the revision that wrote it; in the order of [`blocks::place`].
    Row(Revision, Row),
    /// One of the last change sets, in order and without a gap, up to the last revision: [`KEPT`] at most,
    /// and none that stands before one of more than [`MAX_SET_BYTES`], which would burden every backup.
    Set(Revision, ChangeSet),
    /// A draft, in the order of the ids.
    Draft(Draft),
    /// A file, in the order of the ids.
    File(AttachmentId, Vec<u8>),
    /// Something that cannot be read, if only what reads is to be told.
    Unreadable(JournalError),
}

/// Change sets that are longer, told in full, are not told.
pub const MAX_SET_BYTES: usize = 16 << 20;
/// A change set of so many bytes as it is kept is surely no longer than that: it has at most some three
/// hundred rows, none of which says more than all of it.
const SURELY_FITS: usize = 16 << 10;

/// What is read, in this order.
const META: usize = 0;
const HEAD: usize = 1;
const JOURNAL: usize = 2;
const SNAPSHOT: usize = 3;
const DRAFTS: usize = 4;

impl<S: Storage> Journal<S> {
    /// Tells the company, part by part; the page goes on in between.
    ///
    /// Errors: those of [`Journal::load`], unless only what reads is to be told; and the first of
    /// `each`.
    pub async fn tell<E: From<JournalError>>(
        &self,
        what: What,
        each: &mut impl AsyncFnMut(Told) -> Result<(), E>,
    ) -> Result<(), E> {
        let wants = [
            Want::One(Store::Meta, Slot::text(COMPANY)),
            Want::From(Store::Snapshot, Slot::text(HEADS)),
            Want::All(Store::Journal),
            Want::All(Store::Snapshot),
            Want::All(Store::Drafts),
            Want::All(Store::Files),
        ];
        let mut telling = Telling::new(what);
        let mut take = async |want: usize, slot: Slot, value: Value| {
            telling.take(want, slot, value, each).await
        };
        self.storage.read_in_pieces(&wants, &mut take).await?;
        telling.pass(usize::MAX, each).await
    }
}

struct Telling {
    what: What,
    /// How far it is: what comes before this want has been told.
    told: usize,
    meta: Option<Meta>,
    heads: Vec<(Slot, Value)>,
    /// Up to which revision the snapshot is; known before the first change set comes.
    head: Revision,
    n_rows: Option<u64>,
    n_rows_read: u64,
    /// Up to which revision change sets were read.
    last: Revision,
    /// The change sets up to there, without a gap, as they lie there: read when they are told, so that they
    /// are never in memory together.
    kept: Vec<(Revision, String)>,
    /// The last change set after the snapshot that erased a contact: nothing older is told, nor what was before.
    erasing: Option<Revision>,
    /// The contacts that were erased: no draft about them is told.
    erased: BTreeSet<ContactId>,
    /// A change set after the snapshot cannot be read, or is missing: those behind it are of no use.
    has_gap: bool,
    /// What change sets have made of rows since the snapshot, by place.
    since: BTreeMap<Slot, Option<(Revision, Row)>>,
    /// Where the last row of the snapshot stood.
    last_row: Option<Slot>,
}

impl Telling {
    fn new(what: What) -> Self {
        Self {
            what,
            told: META,
            meta: None,
            heads: Vec::new(),
            head: Revision(0),
            n_rows: None,
            n_rows_read: 0,
            last: Revision(0),
            kept: Vec::new(),
            erasing: None,
            erased: BTreeSet::new(),
            has_gap: false,
            since: BTreeMap::new(),
            last_row: None,
        }
    }

    async fn take<E: From<JournalError>>(
        &mut self,
        want: usize,
        slot: Slot,
        value: Value,
        each: &mut impl AsyncFnMut(Told) -> Result<(), E>,
    ) -> Result<(), E> {
        self.pass(want, each).await?;
        let answer = match want {
            META => text(value).and_then(|text| {
                self.meta = Some(codec::meta_from(&text)?);
                Ok(())
            }),
            HEAD => {
                self.heads.push((slot, value));
                Ok(())
            }
            JOURNAL => self.take_set(slot, value),
            SNAPSHOT if is_head(&slot) => Ok(()),
            SNAPSHOT => match codec::block_from(&value, &slot) {
                Ok(block) => {
                    for (revision, row) in block {
                        self.tell_row(revision, row, each).await?;
                    }
                    Ok(())
                }
                Err(error) => Err(error),
            },
            DRAFTS => match text(value).and_then(|text| codec::draft_from(&text)) {
                Ok(draft) if self.is_about_erased(&draft) => Ok(()),
                Ok(draft) => return each(Told::Draft(draft)).await,
                Err(error) => Err(error),
            },
            _ => match (slot.id::<AttachmentId>(), value) {
                (Some(id), Value::Bytes(bytes)) => return each(Told::File(id, bytes)).await,
                _ => Err(JournalError::damaged(
                    format!("files {slot}"),
                    "no file under its id",
                )),
            },
        };
        match answer {
            Ok(()) => Ok(()),
            Err(error) => self.cannot_read(error, each).await,
        }
    }

    /// Ends what comes before a want.
    async fn pass<E: From<JournalError>>(
        &mut self,
        want: usize,
        each: &mut impl AsyncFnMut(Told) -> Result<(), E>,
    ) -> Result<(), E> {
        if self.told < JOURNAL && want >= JOURNAL {
            self.take_head(each).await?;
        }
        if self.told < SNAPSHOT && want >= SNAPSHOT {
            self.begin(each).await?;
        }
        if self.told < DRAFTS && want >= DRAFTS {
            self.end_rows(each).await?;
        }
        self.told = self.told.max(want);
        Ok(())
    }

    async fn take_head<E: From<JournalError>>(
        &mut self,
        each: &mut impl AsyncFnMut(Told) -> Result<(), E>,
    ) -> Result<(), E> {
        match last_head(std::mem::take(&mut self.heads)) {
            Ok(head) => {
                self.head = head.revision;
                self.n_rows = Some(head.n_rows);
                self.last = head.revision;
                Ok(())
            }
            // Change sets that are folded already are applied again then, which changes nothing.
            Err(error) => self.cannot_read(error, each).await,
        }
    }

    fn take_set(&mut self, slot: Slot, value: Value) -> Result<(), JournalError> {
        let Slot::Number(number) = slot else {
            let detail = "a change set without a number";
            return Err(JournalError::damaged(format!("journal {slot}"), detail));
        };
        let (revision, text) = (Revision(number), text(value)?);
        let is_after = revision > self.head;
        let is_next =
            revision == self.last.next() || (self.n_rows.is_none() && self.kept.is_empty());
        if is_after && (self.has_gap || !is_next) {
            self.has_gap = true;
            return Err(JournalError::damaged(
                "journal",
                format!("a gap before {number}"),
            ));
        }
        if is_after {
            let set = codec::change_set_from(&text, revision);
            let set = set.inspect_err(|_| self.has_gap = true)?;
            if set.erases() {
                self.erasing = Some(revision);
            }
            for change in set.changes {
                let row = change.after.map(|row| (revision, row));
                self.since.insert(blocks::place(&change.key), row);
            }
            self.last = revision;
        }
        // What is folded is for undo only: a gap there costs no row.
        if self
            .kept
            .last()
            .is_some_and(|(last, _)| last.next() != revision)
        {
            self.kept.clear();
        }
        self.kept.push((revision, text));
        Ok(())
    }

    /// All that is needed to tell rows has been read: says what the company is.
    async fn begin<E: From<JournalError>>(
        &mut self,
        each: &mut impl AsyncFnMut(Told) -> Result<(), E>,
    ) -> Result<(), E> {
        let described = match (self.meta.take(), &self.what) {
            (Some(meta), _) => Ok(meta),
            (None, What::WhatReads(meta)) => Ok(meta.clone()),
            (None, What::All) => Err(JournalError::damaged("meta", "nothing says what it is")),
        };
        each(Told::Company(described?, self.last)).await
    }

    async fn tell_row<E: From<JournalError>>(
        &mut self,
        revision: Revision,
        row: Row,
        each: &mut impl AsyncFnMut(Told) -> Result<(), E>,
    ) -> Result<(), E> {
        let place = blocks::place(&row.key());
        self.n_rows_read += 1;
        if self.last_row.as_ref().is_some_and(|last| *last >= place) {
            let error = JournalError::damaged(format!("snapshot {place}"), "not in order");
            return self.cannot_read(error, each).await;
        }
        while let Some(next) = self.since.first_entry().filter(|next| *next.key() < place) {
            if let Some((revision, row)) = next.remove() {
                self.tell_newest(revision, row, each).await?;
            }
        }
        match self.since.remove(&place) {
            Some(Some((revision, row))) => self.tell_newest(revision, row, each).await?,
            Some(None) => {}
            None => self.tell_newest(revision, row, each).await?,
        }
        self.last_row = Some(place);
        Ok(())
    }

    /// Tells a row as it is now.
    async fn tell_newest<E: From<JournalError>>(
        &mut self,
        revision: Revision,
        row: Row,
        each: &mut impl AsyncFnMut(Told) -> Result<(), E>,
    ) -> Result<(), E> {
        if let Row::ErasedContact(erased) = &row {
            self.erased.insert(erased.id);
        }
        each(Told::Row(revision, row)).await
    }

    fn is_about_erased(&self, draft: &Draft) -> bool {
        let contact = draft.form.contact;
        contact.is_some_and(|contact| self.erased.contains(&contact))
    }

    async fn end_rows<E: From<JournalError>>(
        &mut self,
        each: &mut impl AsyncFnMut(Told) -> Result<(), E>,
    ) -> Result<(), E> {
        for (revision, row) in std::mem::take(&mut self.since).into_values().flatten() {
            self.tell_newest(revision, row, each).await?;
        }
        if let Some(n_rows) = self.n_rows.filter(|n_rows| *n_rows != self.n_rows_read) {
            let detail = format!("{} rows instead of {n_rows}", self.n_rows_read);
            let error = JournalError::damaged("snapshot", detail);
            self.cannot_read(error, each).await?;
        }
        self.tell_sets(each).await
    }

    async fn tell_sets<E: From<JournalError>>(
        &mut self,
        each: &mut impl AsyncFnMut(Told) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut kept = std::mem::take(&mut self.kept);
        if kept.last().is_none_or(|(newest, _)| *newest != self.last) {
            return Ok(());
        }
        kept.drain(..kept.len().saturating_sub(KEPT as usize));
        kept.retain(|(revision, _)| self.erasing.is_none_or(|erasing| *revision >= erasing));
        let is_left_out = |(revision, text): &(Revision, String)| {
            let only_what_reads = self.what != What::All;
            if text.len() <= SURELY_FITS && !only_what_reads {
                return false;
            }
            // Told in full, it is longer than as it is kept.
            match codec::change_set_from(text, *revision) {
                Ok(set) => text.len() > SURELY_FITS && codec::bare_text(&set).len() > MAX_SET_BYTES,
                Err(_) => only_what_reads || text.len() > MAX_SET_BYTES,
            }
        };
        let n_left_out = kept.iter().rposition(is_left_out).map_or(0, |at| at + 1);
        kept.drain(..n_left_out);
        for (revision, text) in kept {
            let mut set = codec::change_set_from(&text, revision)?;
            drop(text);
            if self.erasing == Some(revision) {
                set = without_before(set);
            }
            each(Told::Set(revision, set)).await?;
        }
        Ok(())
    }

    async fn cannot_read<E: From<JournalError>>(
        &self,
        error: JournalError,
        each: &mut impl AsyncFnMut(Told) -> Result<(), E>,
    ) -> Result<(), E> {
        match self.what {
            What::All => Err(error.into()),
            What::WhatReads(_) => each(Told::Unreadable(error)).await,
        }
    }
}
