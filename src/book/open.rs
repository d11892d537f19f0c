//! Opening: find the company, load it, check it, and say exactly why it cannot be opened.
//!
//! Nothing here deletes anything, and a company that is missing is never silently created anew.

use super::history::History;
use super::{Book, ROWS_PER_TURN};
use crate::domain::check::Checking;
use crate::domain::{ChangeSet, Records, Revision, Row};
use crate::journal::storage::{Opening, Shelf, Storage};
use crate::journal::{Journal, JournalError, Meta};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What is remembered of a company outside its database, to notice that the browser or the disk
/// has emptied or exchanged it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentinel {
    /// When the company was created.
    pub created_at: DateTime<Utc>,
    /// The last revision known to be kept.
    pub revision: Revision,
    /// How many rows all tables had together at that revision.
    pub n_rows: u64,
}

/// Why a company cannot be opened. Nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenError {
    /// The device says no.
    Journal(JournalError),
    /// There is no such company on this device, and there is no memory of one.
    Missing,
    /// There was a company, and it is not there, or not all of it: the browser or the disk has
    /// lost data. The user can restore a backup, or go on with what there is.
    Emptied {
        /// What should be there.
        expected: Sentinel,
        /// What is; `None` for nothing at all.
        found: Option<Sentinel>,
    },
}

impl From<JournalError> for OpenError {
    fn from(error: JournalError) -> Self {
        Self::Journal(error)
    }
}

/// A company on this device, as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Company {
    /// What it is opened by.
    pub key: String,
    /// What it is; an error if that cannot be read, `None` if it was never finished.
    pub meta: Result<Option<Meta>, JournalError>,
}

impl Sentinel {
    /// What to remember of a company.
    pub fn of(meta: &Meta, records: &Records) -> Self {
        Self {
            created_at: meta.created_at,
            revision: records.revision(),
            n_rows: records.n_rows(),
        }
    }

    /// True if a company that is so remembered can have become what is found. More revisions than
    /// remembered are fine: the browser ended before it was told.
    fn allows(&self, found: &Self) -> bool {
        self.created_at == found.created_at
            && (self.revision < found.revision
                || (self.revision == found.revision && self.n_rows == found.n_rows))
    }
}

/// Opens an existing company.
///
/// `sentinel`: what is remembered of it outside; `None` on a device that knows nothing of it, or
/// when the user wants to go on with what there is.
pub async fn open<H: Shelf>(
    shelf: &H,
    company: &str,
    sentinel: Option<&Sentinel>,
) -> Result<Book<H::Storage>, OpenError> {
    let mut book = open_early(shelf, company, sentinel).await?;
    match book.finish_opening().await {
        Ok(()) => Ok(book),
        Err(error) => {
            book.close();
            Err(error.into())
        }
    }
}

/// Opens an existing company as [`open`] does, as soon as all but a long log has been read: the rest
/// comes by [`Book::read_on`], and until then no command may be run. Whether the records are sound is to be
/// found by [`Book::look_on`].
pub async fn open_early<H: Shelf>(
    shelf: &H,
    company: &str,
    sentinel: Option<&Sentinel>,
) -> Result<Book<H::Storage>, OpenError> {
    let missing = || match sentinel {
        Some(expected) => OpenError::Emptied {
            expected: expected.clone(),
            found: None,
        },
        None => OpenError::Missing,
    };
    let storage = match shelf.open(company, Opening::Existing).await {
        Err(JournalError::Gone) => return Err(missing()),
        answer => answer?,
    };
    let book = read(Journal::new(storage)).await?;
    let book = book.ok_or_else(missing)?;
    match sentinel {
        Some(expected) if !expected.allows(&book.sentinel()) => {
            book.close();
            Err(OpenError::Emptied {
                expected: expected.clone(),
                found: Some(book.sentinel()),
            })
        }
        _ => Ok(book),
    }
}

/// Creates a company and opens it; one that another tab has just created is only opened.
pub async fn create<H: Shelf>(
    shelf: &H,
    company: &str,
    meta: &Meta,
) -> Result<Book<H::Storage>, OpenError> {
    let storage = shelf.open(company, Opening::OrNew).await?;
    let journal = Journal::new(storage);
    journal.create(meta).await?;
    let mut book = read(journal).await?.ok_or(OpenError::Missing)?;
    book.finish_opening().await?;
    Ok(book)
}

/// What a company is; `None` if it was never finished.
pub async fn meta<H: Shelf>(shelf: &H, company: &str) -> Result<Option<Meta>, JournalError> {
    let journal = Journal::new(shelf.open(company, Opening::Existing).await?);
    let meta = journal.meta().await;
    journal.close();
    meta
}

/// The companies on this device, for the user to choose from.
pub async fn companies<H: Shelf>(shelf: &H) -> Result<Vec<Company>, JournalError> {
    let mut companies = Vec::new();
    for key in shelf.companies().await? {
        let meta = match meta(shelf, &key).await {
            // Deleted since the list was read.
            Err(JournalError::Gone) => continue,
            answer => answer,
        };
        companies.push(Company { key, meta });
    }
    Ok(companies)
}

/// A log of so many rows is read at once: that takes no longer than showing that it is being read.
const SHORT_LOG: u64 = 2_000;

/// Loads and replays, but for a long log; `None` if the company was never described.
async fn read<S: Storage>(journal: Journal<S>) -> Result<Option<Book<S>>, OpenError> {
    let (loaded, to_come) = match journal.load_all_but_log().await {
        Ok(found) => found,
        Err(error) => {
            journal.close();
            return Err(error.into());
        }
    };
    let Some(meta) = loaded.meta else {
        journal.close();
        return Ok(None);
    };
    let folded = loaded.folded;
    let history = History::reopened(&meta, loaded.newest.as_ref());
    let n_to_come = to_come.n_rows();
    let is_erasing = loaded.sets.iter().any(|(_, set)| set.erases());
    let records = replay(&journal, loaded.rows, folded, n_to_come, loaded.sets).await;
    let look = Some(Checking::begin());
    let mut book = Book {
        journal,
        meta,
        damage: Vec::new(),
        records: Rc::new(RefCell::new(records)),
        folded,
        to_come: Some(to_come),
        arrived: None,
        look,
        ended_drafts: BTreeMap::new(),
        newest_draft: Cell::default(),
        is_erasing,
        history,
        listener: Box::new(drop),
    };
    if n_to_come <= SHORT_LOG
        && let Err(error) = book.read_log().await
    {
        book.close();
        return Err(error.into());
    }
    Ok(Some(book))
}

/// The records that a snapshot and the change sets after it come to, once so many rows of the log have
/// come besides.
pub(super) async fn replay<S: Storage>(
    journal: &Journal<S>,
    rows: Vec<(Row, Revision)>,
    folded: Revision,
    n_to_come: u64,
    sets: Vec<(Revision, ChangeSet)>,
) -> Records {
    let mut records = Records::at(folded);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        records.load_rows(rows.by_ref().take(ROWS_PER_TURN));
        journal.pause().await;
    }
    records.await_log(n_to_come);
    for (revision, set) in sets {
        records.apply(revision, &set.changes);
    }
    records
}
