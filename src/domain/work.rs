//! Work: the records as a rule sees them, with the changes it has made so far.
//!
//! Rules read through `Work` and write to it. Nothing reaches the records before the journal has
//! kept it; a refusal simply drops the work.

use super::Decision;
use super::change::{Change, Key, Origin, Record, Revision, Row};
use super::id::{LogEntryId, Single};
use super::interaction::{EntryNo, LogEntry};
use super::ledger::Scope;
use super::moment::Moment;
use super::notice::Notice;
use super::records::Records;
use super::refusal::{Field, Reason, RecordName, Refusal};
use super::setup::{Counters, MarketingSetup};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Reading rows, whether work has changed them or not.
pub trait Read {
    /// The row of a kind with this id, as it is now.
    fn read<R: Record>(&self, id: R::Id) -> Option<Arc<R>>;
}

impl Read for Records {
    fn read<R: Record>(&self, id: R::Id) -> Option<Arc<R>> {
        self.get::<R>(id).cloned()
    }
}

impl Read for Work<'_> {
    fn read<R: Record>(&self, id: R::Id) -> Option<Arc<R>> {
        self.get::<R>(id)
    }
}

/// Records seen through the changes made so far.
#[derive(Debug)]
pub struct Work<'a> {
    records: &'a Records,
    moment: &'a Moment,
    written: BTreeMap<Key, Option<Row>>,
    indexed: RefCell<Indexed>,
    n_read: Cell<u64>,
    notices: Vec<Notice>,
    ends_drafts: Vec<LogEntryId>,
    origin: Origin,
}

/// The rows written so far as records of their own, whose indexes find them. Made when they are
/// first asked: most rules never do.
#[derive(Debug, Default)]
struct Indexed {
    rows: Records,
    /// Written since it was last asked.
    behind: Vec<Key>,
}

/// Work that is laid aside, without the records it was begun on.
#[derive(Debug, Default)]
pub(super) struct Suspended {
    written: BTreeMap<Key, Option<Row>>,
    indexed: Indexed,
    n_read: u64,
    notices: Vec<Notice>,
    ends_drafts: Vec<LogEntryId>,
    origin: Origin,
}

impl Suspended {
    /// What was written, and the decision without its changes.
    pub fn into_parts(self) -> (BTreeMap<Key, Option<Row>>, Decision) {
        let decision = Decision {
            changes: Vec::new(),
            notices: self.notices,
            ends_drafts: self.ends_drafts,
            origin: self.origin,
        };
        (self.written, decision)
    }
}

/// What became of a row.
pub(super) fn change(records: &Records, key: Key, after: Option<Row>) -> Change {
    let before = records.row(&key);
    Change { key, before, after }
}

impl<'a> Work<'a> {
    /// Lays the work aside.
    pub(super) fn suspend(self) -> Suspended {
        Suspended {
            written: self.written,
            indexed: self.indexed.into_inner(),
            n_read: self.n_read.get(),
            notices: self.notices,
            ends_drafts: self.ends_drafts,
            origin: self.origin,
        }
    }

    /// Takes it up again, on the same records.
    pub(super) fn resume(records: &'a Records, moment: &'a Moment, work: Suspended) -> Self {
        Self {
            records,
            moment,
            written: work.written,
            indexed: RefCell::new(work.indexed),
            n_read: Cell::new(work.n_read),
            notices: work.notices,
            ends_drafts: work.ends_drafts,
            origin: work.origin,
        }
    }

    pub(super) fn new(records: &'a Records, moment: &'a Moment) -> Self {
        Self {
            records,
            moment,
            written: BTreeMap::new(),
            indexed: RefCell::default(),
            n_read: Cell::new(0),
            notices: Vec::new(),
            ends_drafts: Vec::new(),
            origin: Origin::default(),
        }
    }

    /// What a rule may know of the outside.
    pub fn moment(&self) -> &'a Moment {
        self.moment
    }

    /// The records before this work. For indexes that the work at hand cannot have changed; rows
    /// come from [`Work::get`].
    pub fn records(&self) -> &'a Records {
        self.records
    }

    /// True while nothing is written.
    pub fn is_untouched(&self) -> bool {
        self.written.is_empty()
    }

    /// All records as they are now, indexes and all. Costs nothing while nothing is written, and a
    /// copy of the whole otherwise: when several commands are carried out as one.
    pub fn now(&self) -> Cow<'a, Records> {
        if self.written.is_empty() {
            return Cow::Borrowed(self.records);
        }
        let changes: Vec<Change> = self.changes().collect();
        let mut records = self.records.clone();
        records.apply(records.revision().next(), &changes);
        Cow::Owned(records)
    }

    fn changes(&self) -> impl Iterator<Item = Change> + '_ {
        let written = self.written.iter();
        let changes = written.map(|(key, after)| change(self.records, *key, after.clone()));
        changes.filter(Change::is_one)
    }

    /// The row of a kind with this id, as it is now.
    pub fn get<R: Record>(&self, id: R::Id) -> Option<Arc<R>> {
        self.count_read();
        match self.written.get(&R::key(id)) {
            Some(row) => row.as_ref().and_then(R::from_row).cloned(),
            None => self.records.get::<R>(id).cloned(),
        }
    }

    /// All rows of a kind, as they are now: the untouched ones in order of their ids, then the
    /// written ones.
    pub fn all<R: Record>(&self) -> impl Iterator<Item = Arc<R>> + '_ {
        let untouched = self
            .records
            .all::<R>()
            .filter(|row| !self.written.contains_key(&R::key(row.id())))
            .cloned();
        let written = self
            .written
            .values()
            .flatten()
            .filter_map(R::from_row)
            .cloned();
        untouched.chain(written).inspect(|_| self.count_read())
    }

    /// The rows of a kind that an index knows of something, as they are now, in order of their ids.
    /// It is asked of the records and of what this work has written; what it finds may say something
    /// else by now, so `belongs` says it of a row. Costs what the index finds, however much is written.
    pub fn linked<R: Record>(
        &self,
        index: impl for<'r> Fn(&'r Records) -> Box<dyn Iterator<Item = R::Id> + 'r>,
        belongs: impl Fn(&R) -> bool,
    ) -> Vec<Arc<R>> {
        let mut ids: BTreeSet<R::Id> = index(self.records).collect();
        self.ask_written(|rows| ids.extend(index(rows)));
        ids.into_iter()
            .filter_map(|id| self.get::<R>(id))
            .filter(|row| belongs(row))
            .collect()
    }

    /// True if a row that an index finds, in the records or among what this work has written, is so
    /// now.
    pub fn has<R: Record>(
        &self,
        index: impl Fn(&Records) -> Option<R::Id>,
        is_so: impl Fn(&R) -> bool,
    ) -> bool {
        let found = self.linked(|rows| Box::new(index(rows).into_iter()), is_so);
        !found.is_empty()
    }

    /// Asks the rows written so far, as records of their own; none while there are none.
    pub(super) fn ask_written<T>(&self, ask: impl FnOnce(&Records) -> T) -> Option<T> {
        if self.written.is_empty() {
            return None;
        }
        let mut indexed = self.indexed.borrow_mut();
        for key in std::mem::take(&mut indexed.behind) {
            let row = self.written.get(&key).cloned().flatten();
            indexed.rows.set(key, row, Revision::default());
        }
        Some(ask(&indexed.rows))
    }

    /// How many rows were read so far.
    pub(super) fn n_read(&self) -> u64 {
        self.n_read.get()
    }

    fn count_read(&self) {
        self.n_read.set(self.n_read.get() + 1);
    }

    /// The log entries that belong to a scope now, in order of creation. `belongs` says it of an
    /// entry; the index behind `scope` is only where to look.
    pub fn entries(&self, scope: Scope, belongs: impl Fn(&LogEntry) -> bool) -> Vec<Arc<LogEntry>> {
        self.linked(|rows| rows.ledger().entries(scope), belongs)
    }

    /// True if the row under this key was written after the revision at which a form saw it.
    pub fn changed_after(&self, key: Key, seen: Revision) -> bool {
        self.records
            .revision_of(&key)
            .is_some_and(|written| written > seen)
    }

    /// The row that a field refers to. Errors: [`Reason::NotFound`] on that field.
    pub fn find<R: Record>(
        &self,
        id: R::Id,
        record: &RecordName,
        field: Field,
    ) -> Result<Arc<R>, Refusal> {
        self.get::<R>(id)
            .ok_or_else(|| record.refuse(field, Reason::NotFound))
    }

    /// The marketing setup as it is now.
    pub fn setup(&self) -> Arc<MarketingSetup> {
        self.get::<MarketingSetup>(Single).unwrap_or_default()
    }

    /// Writes a row.
    pub fn put<R: Record>(&mut self, row: R) {
        self.set(R::key(row.id()), Some(row.into_row()));
    }

    /// Deletes a row.
    pub fn delete<R: Record>(&mut self, id: R::Id) {
        self.set(R::key(id), None);
    }

    /// Takes the next log entry number.
    pub fn next_entry_no(&mut self) -> EntryNo {
        self.next_entry_nos(1)
    }

    /// Takes so many log entry numbers in a row, and gives the first.
    pub fn next_entry_nos(&mut self, n: u32) -> EntryNo {
        self.count(n, |counters| &mut counters.log_entry)
    }

    /// Takes so many campaign entry numbers in a row, and gives the first.
    pub fn next_campaign_entry_nos(&mut self, n: u32) -> EntryNo {
        self.count(n, |counters| &mut counters.campaign_entry)
    }

    /// Takes the next number of a logged segment.
    pub fn next_logged_segment_no(&mut self) -> EntryNo {
        self.count(1, |counters| &mut counters.logged_segment)
    }

    fn count(&mut self, n: u32, of: fn(&mut Counters) -> &mut u32) -> EntryNo {
        let mut counters = self
            .get::<Counters>(Single)
            .map(|row| *row)
            .unwrap_or_default();
        let counter = of(&mut counters);
        let first = *counter + 1;
        *counter += n;
        self.put(counters);
        EntryNo(first)
    }

    /// Tells the user something once the work is saved.
    pub fn notice(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// Ends a draft together with the work.
    pub fn end_draft(&mut self, draft: LogEntryId) {
        self.ends_drafts.push(draft);
    }

    /// The row under a key, as it is now.
    pub(super) fn row(&self, key: &Key) -> Option<Row> {
        match self.written.get(key) {
            Some(row) => row.clone(),
            None => self.records.row(key),
        }
    }

    /// Writes the row under a key, or deletes it when there is none.
    pub(super) fn set(&mut self, key: Key, row: Option<Row>) {
        self.indexed.get_mut().behind.push(key);
        self.written.insert(key, row);
    }

    /// Says that the work takes something back.
    pub(super) fn comes_from(&mut self, origin: Origin) {
        self.origin = origin;
    }

    pub(super) fn into_decision(self) -> Decision {
        Decision {
            changes: self.changes().collect(),
            notices: self.notices,
            ends_drafts: self.ends_drafts,
            origin: self.origin,
        }
    }
}
