//! The book: the company's logbook, open. The shell around the rules.
//!
//! It takes commands to the rules, what they decide to the journal, and only what the journal has
//! kept to the records. `open.rs` opens a book, `stages.rs` reads a long log when the rest is open
//! already, `inbox.rs` sees that one thing is done at a time, `watch.rs` lets whoever waits for
//! something long watch it, and give it up.

mod erasing;
mod history;
pub mod inbox;
pub mod open;
mod run;
mod stages;
mod watch;

pub use erasing::{ErasedOnDevice, erase_in_other_states, erased_on_device};
pub use history::Which;
pub use inbox::Inbox;
pub use open::{OpenError, Sentinel};
pub use watch::Watcher;

use crate::domain::check::{Checking, Damage};
use crate::domain::id::{AttachmentId, LogEntryId};
use crate::domain::interaction::form::InteractionForm;
use crate::domain::{ChangeSet, Notice, Origin, Records, Refusal, Revision, Table};
use crate::journal::storage::Storage;
use crate::journal::{After, Draft, Drafts, Journal, JournalError, Meta, Slice, ToCome};
use chrono::{DateTime, TimeDelta, Utc};
use history::History;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// So many change sets after the snapshot are worth folding.
pub const FOLD_FROM: u64 = 100;
/// So many rows are taken in, told or applied before the page goes on: some 20 milliseconds of work.
const ROWS_PER_TURN: usize = 4_096;

/// The records, shared with whoever reads them. They change only between two turns of the event
/// loop, never while a reader holds them.
pub type SharedRecords = Rc<RefCell<Records>>;

/// A company's logbook, open.
pub struct Book<S> {
    journal: Journal<S>,
    meta: Meta,
    records: SharedRecords,
    damage: Vec<Damage>,
    folded: Revision,
    /// The part of the log that was not read yet; none once all is there.
    to_come: Option<ToCome>,
    /// The next part of that, read while the one before was taken in.
    arrived: Option<Slice>,
    /// The records have not been looked through as a whole yet.
    look: Option<Checking>,
    /// The revision at which each draft ended; what is typed late must not bring it back.
    ended_drafts: BTreeMap<LogEntryId, Revision>,
    /// When the newest draft was kept, as it says itself.
    newest_draft: Cell<DateTime<Utc>>,
    /// A contact was erased, and the journal may still tell of it.
    is_erasing: bool,
    /// What we did and can take back.
    history: History,
    listener: Box<dyn FnMut(News)>,
}

/// What became of a command.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The revision of the records with it.
    pub revision: Revision,
    /// What to tell the user.
    pub notices: Vec<Notice>,
    /// The tables it touched; none when everything already was so.
    pub tables: Vec<Table>,
    /// A command was carried out, or taken back.
    pub origin: Origin,
    /// It can be taken back, as [`Which::One`] with its revision.
    pub is_undoable: bool,
    /// The forms of interactions that are not postponed any more, because that was taken back:
    /// nothing else holds what was filled in.
    pub unfinished: Vec<InteractionForm>,
}

/// Why a command was not carried out.
#[derive(Clone, Debug, PartialEq)]
pub enum RunError {
    /// The rules say no. Nothing was written.
    Refused(Refusal),
    /// The device says no. Nothing was written; only after [`JournalError::Closed`] that is not
    /// known: the records do not have it, and the journal will say when it is read again.
    NotSaved(JournalError),
}

impl From<Refusal> for RunError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<JournalError> for RunError {
    fn from(error: JournalError) -> Self {
        Self::NotSaved(error)
    }
}

/// What has happened to the records, told to the listener before whoever asked gets the answer.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// The records changed.
    Changed {
        /// The tables that did.
        tables: Vec<Table>,
        /// Kept by this book; other tabs should be told. Otherwise it came from them.
        by_us: bool,
        /// What must from now on be found when the company is opened.
        sentinel: Sentinel,
    },
    /// A contact was erased, but the device has not let go of what it was yet, for this reason. It is tried again when
    /// the page is left and when the company is opened.
    ErasureWaits(JournalError),
    /// What other tabs wrote could not be read: the records are behind.
    Behind(JournalError),
    /// More of the log has been read: so much of it is there, from 0 to 1.
    LogIsAt(f64),
    /// All of the log is there.
    LogIsWhole,
    /// The log cannot be read. The book is closed.
    LogCannotBeRead(JournalError),
    /// The records have been looked through: so many rows are damaged.
    LookedThrough(usize),
}

impl<S: Storage> Book<S> {
    /// What the company is.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The records, to be read at any time, also while a command waits for the device.
    pub fn records(&self) -> SharedRecords {
        self.records.clone()
    }

    /// What was wrong with the records when they were looked through; nothing in a sound company. The book
    /// opens all the same: nobody is shut out of a thousand good rows by a bad one.
    pub fn damage(&self) -> &[Damage] {
        &self.damage
    }

    /// What must be found when the company is opened the next time.
    pub fn sentinel(&self) -> Sentinel {
        Sentinel::of(&self.meta, &self.records.borrow())
    }

    /// Tells `listener` from now on what happens to the records.
    pub fn listen(&mut self, listener: impl FnMut(News) + 'static) {
        self.listener = Box::new(listener);
    }

    /// Reads what other tabs wrote, and applies it. `hint`: the revision they spoke of; nothing is
    /// read if that is known already.
    pub async fn others_wrote(&mut self, hint: Option<Revision>) -> Result<(), JournalError> {
        let known = self.records.borrow().revision();
        if hint.is_some_and(|hint| hint <= known) {
            return Ok(());
        }
        let answer = self.catch_up().await;
        if let Err(error) = &answer {
            (self.listener)(News::Behind(error.clone()));
        }
        answer
    }

    /// Folds change sets into the snapshot if there are enough of them ([`FOLD_FROM`]), or if an erasure waits for
    /// it. Gives how many were folded.
    pub async fn fold_when_due(&mut self) -> Result<u64, JournalError> {
        self.finish_erasing().await?;
        let last = self.records.borrow().revision();
        if last.0 < self.folded.0 + FOLD_FROM {
            return Ok(0);
        }
        let n_folded = self.journal.fold().await?;
        self.folded = last;
        Ok(n_folded)
    }

    /// Keeps the form as a draft, newer than all there are even where a clock was set back. Not if a command has ended
    /// that draft already, one of this book or one of another tab that has written the entry since the form was
    /// opened; and not if its contact was erased.
    pub async fn put_draft(
        &mut self,
        form: InteractionForm,
        saved_at: DateTime<Utc>,
    ) -> Result<(), JournalError> {
        if self.is_about_erased(&form) {
            return Ok(());
        }
        let opened_at = form.resumes.unwrap_or_default();
        let ended = self.ended_drafts.get(&form.entry);
        let written = self.records.borrow().revision_of(&form.entry.into());
        if ended
            .max(written.as_ref())
            .is_some_and(|last| *last > opened_at)
        {
            return Ok(());
        }
        let newest = self.newest_draft.get();
        let saved_at = match saved_at < newest {
            true => newest + TimeDelta::milliseconds(1),
            false => saved_at,
        };
        self.newest_draft.set(saved_at);
        self.journal.put_draft(&Draft { saved_at, form }).await
    }

    /// Removes a draft, if it is there.
    pub async fn delete_draft(&mut self, entry: LogEntryId) -> Result<(), JournalError> {
        self.journal.delete_draft(entry).await
    }

    /// All drafts, last saved first; none about a contact that was erased.
    pub async fn drafts(&self) -> Result<Drafts, JournalError> {
        let mut drafts = self.journal.drafts().await?;
        drafts.drafts.retain(|it| !self.is_about_erased(&it.form));
        let newest = drafts.drafts.first().map(|it| it.saved_at);
        self.newest_draft.set(newest.unwrap_or_default());
        Ok(drafts)
    }

    /// The bytes of a file, if it is there.
    pub async fn file(&self, id: AttachmentId) -> Result<Option<Vec<u8>>, JournalError> {
        self.journal.file(id).await
    }

    /// Renames the company.
    pub async fn rename(&mut self, name: String) -> Result<(), JournalError> {
        let meta = Meta {
            name,
            ..self.meta.clone()
        };
        self.journal.put_meta(&meta).await?;
        self.meta = meta;
        Ok(())
    }

    /// Closes the company.
    pub fn close(&self) {
        self.journal.close();
    }

    /// Reads and applies what was written after our revision.
    async fn catch_up(&mut self) -> Result<(), JournalError> {
        let known = self.records.borrow().revision();
        match self.journal.read_after(known).await? {
            After::Sets(sets) => {
                if sets.iter().any(|(_, set)| set.erases()) {
                    self.erased_elsewhere();
                }
                self.apply(&sets, false).await;
            }
            After::LoadAnew => self.load_anew().await?,
        }
        Ok(())
    }

    async fn load_anew(&mut self) -> Result<(), JournalError> {
        let records = loop {
            if let Some(records) = self.loaded_anew().await? {
                break records;
            }
        };
        self.records.replace(records);
        if self.to_come.is_some() {
            self.log_is_whole();
        }
        self.tell(Table::ALL.to_vec(), false);
        Ok(())
    }

    /// The company as it lies there now; none if somebody has folded while it was read.
    async fn loaded_anew(&mut self) -> Result<Option<Records>, JournalError> {
        let (loaded, mut to_come) = self.journal.load_all_but_log().await?;
        self.folded = loaded.folded;
        self.is_erasing = loaded.sets.iter().any(|(_, set)| set.erases());
        let n_to_come = to_come.n_rows();
        let (rows, sets) = (loaded.rows, loaded.sets);
        let mut records = open::replay(&self.journal, rows, loaded.folded, n_to_come, sets).await;
        loop {
            match self.journal.load_on(&mut to_come).await? {
                Slice::Blocks(blocks) => stages::load_log(&mut records, blocks)?,
                Slice::Last(blocks) => {
                    stages::load_log(&mut records, blocks)?;
                    records.log_is_whole();
                    return Ok(Some(records));
                }
                Slice::LoadAnew => return Ok(None),
            }
        }
    }

    /// Applies change sets, in their order; the page goes on meanwhile, and hears of them when all is there.
    async fn apply(&mut self, sets: &[(Revision, ChangeSet)], by_us: bool) {
        for (revision, set) in sets {
            for (at, changes) in set.changes.chunks(ROWS_PER_TURN).enumerate() {
                if at > 0 {
                    self.journal.pause().await;
                }
                self.records.borrow_mut().apply_part(*revision, changes);
            }
            let mut records = self.records.borrow_mut();
            records.end_apply(*revision, &set.changes);
        }
        if !sets.is_empty() {
            self.tell(tables(sets), by_us);
        }
    }

    fn tell(&mut self, tables: Vec<Table>, by_us: bool) {
        let sentinel = self.sentinel();
        (self.listener)(News::Changed {
            tables,
            by_us,
            sentinel,
        });
    }
}

/// Applies change sets, in their order. Gives the tables they touch, each once.
fn apply(records: &SharedRecords, sets: &[(Revision, ChangeSet)]) -> Vec<Table> {
    let mut records = records.borrow_mut();
    for (revision, set) in sets {
        records.apply(*revision, &set.changes);
    }
    tables(sets)
}

/// The tables that change sets touch, each once.
fn tables(sets: &[(Revision, ChangeSet)]) -> Vec<Table> {
    let mut tables: Vec<Table> = sets.iter().flat_map(|(_, set)| set.tables()).collect();
    tables.sort_unstable();
    tables.dedup();
    tables
}

impl<S> fmt::Debug for Book<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Book")
            .field("meta", &self.meta)
            .field("revision", &self.records.borrow().revision())
            .finish_non_exhaustive()
    }
}
