//! Records: the rows of all tables in memory, with the indexes that find them.
//!
//! The only ways in are [`Records::load`] and [`Records::apply`]: at start-up, after a command,
//! when another tab wrote, on undo, and in tests. Replaying the journal therefore gives the same
//! records as having been there. The log may come later than all else ([`Records::await_log`]): until
//! then no rule is asked.

use super::campaign::index::CampaignIndex;
use super::campaign::{Campaign, CampaignStatus};
use super::change::{Change, Key, Record, Revision, Row, Rows, Stored, Table, TableRows};
use super::classification::index::ClassIndex;
use super::code::{
    CampaignNo, CampaignStatusCode, ContactNo, CriteriaCode, GroupCode, SalespersonCode,
    SeriesCode, TemplateCode,
};
use super::contact::Contact;
use super::id::{
    CampaignId, CampaignStatusId, ContactId, GroupId, LogEntryId, SalespersonId, SavedCriteriaId,
    SeriesId, Single, TemplateId,
};
use super::interaction::LogEntry;
use super::ledger::Ledger;
use super::log_rows::LogBlock;
use super::packed::{self, PackedError};
use super::segment::index::SegmentIndex;
use super::setup::{Counters, MarketingSetup};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::sync::Arc;

/// All records of one company.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    rows: Rows,
    revision: Revision,
    contact_nos: BTreeMap<ContactNo, ContactId>,
    persons_of: HashMap<ContactId, BTreeSet<ContactId>>,
    salesperson_codes: BTreeMap<SalespersonCode, SalespersonId>,
    group_codes: BTreeMap<GroupCode, GroupId>,
    template_codes: BTreeMap<TemplateCode, TemplateId>,
    series_codes: BTreeMap<SeriesCode, SeriesId>,
    campaign_nos: BTreeMap<CampaignNo, CampaignId>,
    status_codes: BTreeMap<CampaignStatusCode, CampaignStatusId>,
    campaign_entries: CampaignIndex,
    classes: ClassIndex,
    segments: SegmentIndex,
    criteria_codes: BTreeMap<CriteriaCode, SavedCriteriaId>,
    ledger: Ledger,
    awaited: Option<Awaited>,
    /// A change set has been applied in part.
    is_between: bool,
}

/// The rows of the log that are still to come from the snapshot.
#[derive(Clone, Debug, Default, PartialEq)]
struct Awaited {
    n_rows: u64,
    /// The entries that change sets after the snapshot have written: what comes of them is older. True
    /// for those that will come.
    written: BTreeMap<LogEntryId, bool>,
    /// A row has come twice, which only damage can bring about, and was counted twice.
    is_one_twice: bool,
}

impl Records {
    /// Records from a snapshot: every row with the revision that wrote it, and the revision of the
    /// whole.
    pub fn load(rows: impl IntoIterator<Item = (Row, Revision)>, revision: Revision) -> Self {
        let mut records = Self::at(revision);
        records.load_rows(rows);
        records
    }

    /// Records of this revision whose rows are still to come.
    pub fn at(revision: Revision) -> Self {
        Self {
            revision,
            ..Self::default()
        }
    }

    /// Takes in rows of a snapshot, each with the revision that wrote it.
    pub fn load_rows(&mut self, rows: impl IntoIterator<Item = (Row, Revision)>) {
        for (row, written) in rows {
            self.set(row.key(), Some(row), written);
        }
    }

    /// So many rows of the log are still to come by [`Records::load_log`], from the snapshot that all other
    /// rows are from. Change sets may be applied before.
    pub fn await_log(&mut self, n_rows: u64) {
        self.awaited = Some(Awaited {
            n_rows,
            ..Awaited::default()
        });
    }

    /// Takes in rows of the log that were awaited.
    ///
    /// Errors: packed rows that cannot be read; the records must not be used then.
    pub fn load_log(&mut self, block: LogBlock) -> Result<(), PackedError> {
        match block {
            LogBlock::Rows(rows) => {
                for (revision, row) in rows {
                    let key = row.key();
                    let Key::LogEntry(id) = key else {
                        panic!("{key:?} is not of the log");
                    };
                    if self.is_awaited(id) {
                        self.set(key, Some(row), revision);
                    }
                }
            }
            LogBlock::Packed(bytes) => self.load_packed(bytes)?,
        }
        Ok(())
    }

    /// Takes in packed rows of the log: reads them once for the indexes, and keeps them as they are.
    fn load_packed(&mut self, bytes: Arc<[u8]>) -> Result<(), PackedError> {
        let (mut first, mut last, mut n) = (None, None, 0);
        // Where all is sound rows stand in the order of their ids; and hardly one was written since.
        let (mut are_in_order, mut are_all_awaited) = (true, true);
        packed::each(&bytes, |_, row: &LogEntry| {
            are_in_order &= last.is_none_or(|last| last < row.id);
            first = first.or(Some(row.id));
            last = Some(row.id);
            n += 1;
            match self.is_awaited(row.id) {
                true => self.ledger.insert(row),
                false => are_all_awaited = false,
            }
            ControlFlow::Continue(())
        })?;
        let (Some(first), Some(last)) = (first, last) else {
            return Ok(());
        };
        let log = &mut self.rows.log_entries;
        if are_in_order && are_all_awaited && !log.is_between(first, last) {
            log.take_in(bytes, first, last, n);
            return Ok(());
        }
        let awaited = self.awaited.as_mut().expect("the log is awaited");
        for (revision, row) in packed::rows::<LogEntry>(&bytes)? {
            if !awaited.written.contains_key(&row.id) {
                let old = log.insert(row.id, Stored { row, revision });
                awaited.is_one_twice |= old.is_some();
            }
        }
        Ok(())
    }

    fn index_log_anew(&mut self) {
        let mut ledger = Ledger::default();
        self.show::<LogEntry>(None, &mut |entry| {
            ledger.insert(entry);
            ControlFlow::Continue(())
        });
        self.ledger = ledger;
    }

    /// Counts a row of the log that has come. False if it is older than what change sets have written.
    fn is_awaited(&mut self, id: LogEntryId) -> bool {
        let awaited = self.awaited.as_mut().expect("the log is awaited");
        awaited.n_rows = awaited.n_rows.saturating_sub(1);
        match awaited.written.get_mut(&id) {
            Some(will_come) => {
                *will_come = false;
                false
            }
            None => true,
        }
    }

    /// All rows of the log that were awaited have come.
    pub fn log_is_whole(&mut self) {
        let awaited = self.awaited.take();
        if awaited.is_some_and(|awaited| awaited.is_one_twice) {
            self.index_log_anew();
        }
    }

    /// False while rows of the log are still to come: then it is not known what they say.
    pub fn has_log(&self) -> bool {
        self.awaited.is_none()
    }

    /// The revision of the last change set applied; 0 for an empty company.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// Applies one change set. Change sets come in the order of their revisions, without a gap.
    pub fn apply(&mut self, revision: Revision, changes: &[Change]) {
        self.apply_part(revision, changes);
        self.end_apply(revision, changes);
    }

    /// Applies some changes of the next change set, in their order. Until [`Records::end_apply`] the records are
    /// neither before nor after it: to be looked at, not to decide anything.
    pub fn apply_part(&mut self, revision: Revision, changes: &[Change]) {
        self.assert_next(revision);
        self.is_between = true;
        for change in changes {
            if let (Some(awaited), Key::LogEntry(id)) = (&mut self.awaited, change.key) {
                let is_here = || self.rows.revision_of(&change.key).is_some();
                let will_come = || change.before.is_some() && !is_here();
                awaited.written.entry(id).or_insert_with(will_come);
            }
            self.set(change.key, change.after.clone(), revision);
        }
    }

    /// All of the next change set, which is these changes, has been applied in parts.
    pub fn end_apply(&mut self, revision: Revision, changes: &[Change]) {
        self.assert_next(revision);
        let of_log = |change: &Change| change.key.table() == Table::LogEntry;
        if self.ledger.has_twins() && changes.iter().any(of_log) {
            self.index_log_anew();
        }
        self.revision = revision;
        self.is_between = false;
        self.rows.log_entries.let_go();
    }

    /// True while a change set has been applied in part: rows may contradict each other then.
    pub fn is_between(&self) -> bool {
        self.is_between
    }

    fn assert_next(&self, revision: Revision) {
        assert_eq!(
            revision,
            self.revision.next(),
            "change sets are applied in order"
        );
    }

    /// The row of a kind with this id.
    pub fn get<R: Record>(&self, id: R::Id) -> Option<&Arc<R>> {
        self.stored::<R>(id).map(|stored| &stored.row)
    }

    /// The row with the revision that wrote it: what a form must send back.
    pub fn stored<R: Record>(&self, id: R::Id) -> Option<&Stored<R>> {
        R::rows(&self.rows).get(&id)
    }

    /// All rows of a kind, in order of their ids: of creation.
    pub fn all<R: Record>(&self) -> impl DoubleEndedIterator<Item = &Arc<R>> {
        R::rows(&self.rows).all().map(|stored| &stored.row)
    }

    /// The rows of a kind whose ids lie between these two, both included, in order of their ids.
    pub fn range<R: Record>(&self, first: R::Id, last: R::Id) -> impl Iterator<Item = &Arc<R>> {
        let rows = R::rows(&self.rows).between(first, last);
        rows.map(|stored| &stored.row)
    }

    /// Shows the rows of a kind whose ids come after this one, or all, in order of their ids until it is told to
    /// stop. For whoever goes through all of a table: unlike by [`Records::all`], rows that lie packed are not kept
    /// unpacked.
    pub fn show<R: Record>(
        &self,
        behind: Option<R::Id>,
        show: &mut dyn FnMut(&R) -> ControlFlow<()>,
    ) {
        R::rows(&self.rows).show(behind, show);
    }

    /// How many rows a table has.
    pub fn count(&self, table: Table) -> usize {
        self.rows.count(table)
    }

    /// How many rows all tables have together, those that are still to come included.
    pub fn n_rows(&self) -> u64 {
        let counts = Table::ALL.iter().map(|table| self.count(*table) as u64);
        let n_here: u64 = counts.sum();
        let n_to_come = self.awaited.as_ref().map_or(0, |awaited| {
            let written = awaited.written.values().filter(|will_come| **will_come);
            awaited.n_rows.saturating_sub(written.count() as u64)
        });
        n_here + n_to_come
    }

    /// The row under a key.
    pub fn row(&self, key: &Key) -> Option<Row> {
        self.rows.get(key)
    }

    /// The revision that wrote the row under a key.
    pub fn revision_of(&self, key: &Key) -> Option<Revision> {
        self.rows.revision_of(key)
    }

    /// Every row with its revision.
    pub fn rows(&self) -> impl Iterator<Item = (Row, Revision)> + '_ {
        self.rows.iter()
    }

    /// The marketing setup; a company that never changed it has the defaults.
    pub fn setup(&self) -> Arc<MarketingSetup> {
        self.get::<MarketingSetup>(Single)
            .cloned()
            .unwrap_or_default()
    }

    /// The counters.
    pub fn counters(&self) -> Counters {
        self.get::<Counters>(Single)
            .map(|row| **row)
            .unwrap_or_default()
    }

    /// The interaction log, as an index over its entries.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Segments, logged segments and their lines, as indexes.
    pub fn segments(&self) -> &SegmentIndex {
        &self.segments
    }

    /// Mailing groups and the other tables by which contacts are classified, as indexes.
    pub fn classes(&self) -> &ClassIndex {
        &self.classes
    }

    /// The saved criteria with this code.
    pub fn criteria_by_code(&self, code: &CriteriaCode) -> Option<SavedCriteriaId> {
        self.criteria_codes.get(code).copied()
    }

    /// All saved criteria, in order of their codes.
    pub fn criteria_codes(&self) -> impl DoubleEndedIterator<Item = SavedCriteriaId> + '_ {
        self.criteria_codes.values().copied()
    }

    /// The campaign entries, as an index.
    pub fn campaign_entries(&self) -> &CampaignIndex {
        &self.campaign_entries
    }

    /// The campaign with this number.
    pub fn campaign_by_no(&self, no: &CampaignNo) -> Option<&Arc<Campaign>> {
        self.get(*self.campaign_nos.get(no)?)
    }

    /// All campaigns, in order of their numbers.
    pub fn campaigns_by_no(&self) -> impl DoubleEndedIterator<Item = &Arc<Campaign>> {
        self.campaign_nos.values().filter_map(|id| self.get(*id))
    }

    /// The campaign status with this code.
    pub fn campaign_status_by_code(
        &self,
        code: &CampaignStatusCode,
    ) -> Option<&Arc<CampaignStatus>> {
        self.get(*self.status_codes.get(code)?)
    }

    /// The contact with this number.
    pub fn contact_by_no(&self, no: &ContactNo) -> Option<&Arc<Contact>> {
        self.get(*self.contact_nos.get(no)?)
    }

    /// All contacts, in order of their numbers.
    pub fn contacts_by_no(&self) -> impl DoubleEndedIterator<Item = &Arc<Contact>> {
        self.contact_nos.values().filter_map(|id| self.get(*id))
    }

    /// The persons of a company, in order of creation.
    pub fn persons_of(&self, company: ContactId) -> impl Iterator<Item = &Arc<Contact>> {
        self.persons_of
            .get(&company)
            .into_iter()
            .flatten()
            .filter_map(|id| self.get(*id))
    }

    /// The salesperson with this code.
    pub fn salesperson_by_code(&self, code: &SalespersonCode) -> Option<SalespersonId> {
        self.salesperson_codes.get(code).copied()
    }

    /// The interaction group with this code.
    pub fn group_by_code(&self, code: &GroupCode) -> Option<GroupId> {
        self.group_codes.get(code).copied()
    }

    /// The interaction template with this code.
    pub fn template_by_code(&self, code: &TemplateCode) -> Option<TemplateId> {
        self.template_codes.get(code).copied()
    }

    /// The number series with this code.
    pub fn series_by_code(&self, code: &SeriesCode) -> Option<SeriesId> {
        self.series_codes.get(code).copied()
    }

    /// Writes one row and keeps the indexes right.
    pub(super) fn set(&mut self, key: Key, row: Option<Row>, revision: Revision) {
        if let Some(old) = self.rows.set(key, row.clone(), revision) {
            self.unindex(&old);
        }
        if let Some(new) = &row {
            self.index(new);
        }
    }

    fn index(&mut self, row: &Row) {
        match row {
            Row::Contact(contact) => {
                self.contact_nos.insert(contact.no.clone(), contact.id);
                if let (true, Some(company)) = (contact.is_person(), contact.company()) {
                    self.persons_of
                        .entry(company)
                        .or_default()
                        .insert(contact.id);
                }
            }
            Row::Salesperson(row) => drop(self.salesperson_codes.insert(row.code.clone(), row.id)),
            Row::InteractionGroup(row) => drop(self.group_codes.insert(row.code.clone(), row.id)),
            Row::InteractionTemplate(row) => {
                self.template_codes.insert(row.code.clone(), row.id);
            }
            Row::NumberSeries(row) => drop(self.series_codes.insert(row.code.clone(), row.id)),
            Row::LogEntry(entry) => self.ledger.insert(entry),
            Row::CampaignStatus(row) => drop(self.status_codes.insert(row.code.clone(), row.id)),
            Row::Campaign(row) => drop(self.campaign_nos.insert(row.no.clone(), row.id)),
            Row::CampaignEntry(row) => self.campaign_entries.insert(row),
            Row::MailingGroup(row) => self.classes.insert(&**row),
            Row::IndustryGroup(row) => self.classes.insert(&**row),
            Row::BusinessRelation(row) => self.classes.insert(&**row),
            Row::JobResponsibility(row) => self.classes.insert(&**row),
            Row::OrganizationalLevel(row) => self.classes.insert(&**row),
            Row::Salutation(row) => self.classes.insert(&**row),
            Row::Membership(row) => self.classes.insert_membership(row),
            Row::Segment(row) => self.segments.insert(row),
            Row::SegmentLine(row) => self.segments.insert_line(row),
            Row::CriteriaAction(row) => self.segments.insert_action(row),
            Row::SavedCriteria(row) => drop(self.criteria_codes.insert(row.code.clone(), row.id)),
            Row::LoggedSegment(row) => self.segments.insert_logged(row),
            Row::Setup(_)
            | Row::Counters(_)
            | Row::SalutationFormula(_)
            | Row::ErasedContact(_) => {}
        }
    }

    fn unindex(&mut self, row: &Row) {
        match row {
            Row::Contact(contact) => {
                remove_if(&mut self.contact_nos, &contact.no, contact.id);
                if let (true, Some(company)) = (contact.is_person(), contact.company())
                    && let Some(persons) = self.persons_of.get_mut(&company)
                {
                    persons.remove(&contact.id);
                    if persons.is_empty() {
                        self.persons_of.remove(&company);
                    }
                }
            }
            Row::Salesperson(row) => remove_if(&mut self.salesperson_codes, &row.code, row.id),
            Row::InteractionGroup(row) => remove_if(&mut self.group_codes, &row.code, row.id),
            Row::InteractionTemplate(row) => {
                remove_if(&mut self.template_codes, &row.code, row.id);
            }
            Row::NumberSeries(row) => remove_if(&mut self.series_codes, &row.code, row.id),
            Row::LogEntry(entry) => self.ledger.remove(entry),
            Row::CampaignStatus(row) => remove_if(&mut self.status_codes, &row.code, row.id),
            Row::Campaign(row) => remove_if(&mut self.campaign_nos, &row.no, row.id),
            Row::CampaignEntry(row) => self.campaign_entries.remove(row),
            Row::MailingGroup(row) => self.classes.remove(&**row),
            Row::IndustryGroup(row) => self.classes.remove(&**row),
            Row::BusinessRelation(row) => self.classes.remove(&**row),
            Row::JobResponsibility(row) => self.classes.remove(&**row),
            Row::OrganizationalLevel(row) => self.classes.remove(&**row),
            Row::Salutation(row) => self.classes.remove(&**row),
            Row::Membership(row) => self.classes.remove_membership(row),
            Row::Segment(row) => self.segments.remove(row),
            Row::SegmentLine(row) => self.segments.remove_line(row),
            Row::CriteriaAction(row) => self.segments.remove_action(row),
            Row::SavedCriteria(row) => remove_if(&mut self.criteria_codes, &row.code, row.id),
            Row::LoggedSegment(row) => self.segments.remove_logged(row),
            Row::Setup(_)
            | Row::Counters(_)
            | Row::SalutationFormula(_)
            | Row::ErasedContact(_) => {}
        }
    }
}

/// Takes an index entry away unless it already belongs to another row: within one change set two
/// rows may exchange their codes.
pub(super) fn remove_if<K: Ord, V: PartialEq>(index: &mut BTreeMap<K, V>, key: &K, id: V) {
    if index.get(key) == Some(&id) {
        index.remove(key);
    }
}
