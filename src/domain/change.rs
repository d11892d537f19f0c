//! Changes: the one currency in which rules, journal, records and other tabs deal.
//!
//! The tables are listed once, below; keys, rows and the maps that hold them follow from the list.

use super::campaign::entry::CampaignEntry;
use super::campaign::{Campaign, CampaignStatus};
use super::classification::formula::SalutationFormula;
use super::classification::{
    BusinessRelation, IndustryGroup, JobResponsibility, MailingGroup, Membership, MembershipId,
    OrganizationalLevel, Salutation,
};
use super::contact::Contact;
use super::id::{
    BusinessRelationId, CampaignEntryId, CampaignId, CampaignStatusId, ContactId, CriteriaActionId,
    FormulaId, GroupId, IndustryGroupId, JobResponsibilityId, LogEntryId, LoggedSegmentId,
    MailingGroupId, OrganizationalLevelId, SalespersonId, SalutationId, SavedCriteriaId, SegmentId,
    SegmentLineId, SeriesId, Single, TemplateId,
};
use super::interaction::LogEntry;
use super::interaction::template::{InteractionGroup, InteractionTemplate};
use super::log_rows::LogRows;
use super::number_series::NumberSeries;
use super::privacy::ErasedContact;
use super::salesperson::Salesperson;
use super::segment::Segment;
use super::segment::criteria::CriteriaAction;
use super::segment::line::SegmentLine;
use super::segment::logged::LoggedSegment;
use super::segment::selection::saved::SavedCriteria;
use super::setup::{Counters, MarketingSetup};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::ops::{Bound, ControlFlow};
use std::sync::Arc;

/// Counts the change sets of a company: the first is 1, each next one more, none is left out.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Revision(pub u64);

impl Revision {
    /// The revision after this one.
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// A row as it is held: its value and the revision that wrote it last.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored<R> {
    /// The value; shared with before-images and readers.
    pub row: Arc<R>,
    /// The revision that wrote it.
    pub revision: Revision,
}

/// A kind of row: what the generic doors of records and work need to know of it.
pub trait Record: Clone + Debug + PartialEq + 'static {
    /// How one row is told from another.
    type Id: Copy + Ord + Debug;
    /// The table these rows stand in.
    const TABLE: Table;
    /// This row's id.
    fn id(&self) -> Self::Id;
    /// The key of the row with this id.
    fn key(id: Self::Id) -> Key;
    /// The id in a key, if it is of this kind.
    fn id_in(key: &Key) -> Option<Self::Id>;
    /// The row inside, if it is of this kind.
    fn from_row(row: &Row) -> Option<&Arc<Self>>;
    /// This row among rows of all kinds.
    fn into_row(self) -> Row {
        Self::shared_row(Arc::new(self))
    }
    /// The same of one that is shared already.
    fn shared_row(row: Arc<Self>) -> Row;
    /// What holds the rows of this kind.
    type Rows: TableRows<Self>;
    /// The rows of this kind.
    fn rows(rows: &Rows) -> &Self::Rows;
}

/// What holds the rows of a table, in order of their ids.
pub trait TableRows<R: Record> {
    /// The row with this id.
    fn get(&self, id: &R::Id) -> Option<&Stored<R>>;
    /// All rows.
    fn all(&self) -> impl DoubleEndedIterator<Item = &Stored<R>>;
    /// The rows whose ids lie between these two, both included.
    fn between(&self, first: R::Id, last: R::Id) -> impl Iterator<Item = &Stored<R>>;
    /// Shows rows behind an id, or all, until it is told to stop.
    fn show(&self, behind: Option<R::Id>, show: &mut dyn FnMut(&R) -> ControlFlow<()>);
}

impl<R: Record> TableRows<R> for BTreeMap<R::Id, Stored<R>> {
    fn get(&self, id: &R::Id) -> Option<&Stored<R>> {
        self.get(id)
    }

    fn all(&self) -> impl DoubleEndedIterator<Item = &Stored<R>> {
        self.values()
    }

    fn between(&self, first: R::Id, last: R::Id) -> impl Iterator<Item = &Stored<R>> {
        self.range(first..=last).map(|(_, stored)| stored)
    }

    fn show(&self, behind: Option<R::Id>, show: &mut dyn FnMut(&R) -> ControlFlow<()>) {
        let first = behind.map_or(Bound::Unbounded, Bound::Excluded);
        let mut rows = self.range((first, Bound::Unbounded));
        let _ = rows.try_for_each(|(_, stored)| show(&stored.row));
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $Variant:ident: $Row:ty, $Id:ty, $field:ident $(in $Rows:ty)?;)*) => {
        /// A kind of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Table { $($(#[$doc])* $Variant),* }

        impl Table {
            /// All tables, in the order of dependence: later ones refer to earlier ones.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),*];
        }

        /// Which row: table and id.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Key { $($(#[$doc])* $Variant($Id)),* }

        impl Key {
            /// The table the row stands in.
            pub fn table(&self) -> Table {
                match self { $(Self::$Variant(_) => Table::$Variant),* }
            }
        }

        /// A row of any table. Cheap to clone.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Row { $($(#[$doc])* $Variant(Arc<$Row>)),* }

        impl Row {
            /// Which row this is.
            pub fn key(&self) -> Key {
                match self { $(Self::$Variant(row) => Key::$Variant(row.id())),* }
            }
        }

        /// The rows of all tables, each ordered by id.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Rows { $(pub(super) $field: tables!(@rows $Row, $Id $(, $Rows)?)),* }

        impl Rows {
            /// The row under this key.
            pub fn get(&self, key: &Key) -> Option<Row> {
                match key { $(Key::$Variant(id) =>
                    self.$field.get(id).map(|stored| Row::$Variant(stored.row.clone()))),* }
            }

            /// The revision that wrote the row under this key.
            pub fn revision_of(&self, key: &Key) -> Option<Revision> {
                match key { $(Key::$Variant(id) => self.$field.get(id).map(|s| s.revision)),* }
            }

            /// How many rows a table has.
            pub fn count(&self, table: Table) -> usize {
                match table { $(Table::$Variant => self.$field.len()),* }
            }

            /// Every row with its revision, table by table.
            pub fn iter(&self) -> impl Iterator<Item = (Row, Revision)> + '_ {
                std::iter::empty()
                    $(.chain(tables!(@iter self.$field $(, $Rows)?)
                        .map(|stored| (Row::$Variant(stored.row), stored.revision))))*
            }

            /// Writes a row, or removes it when there is none. Gives the one that was there.
            pub(super) fn set(
                &mut self,
                key: Key,
                row: Option<Row>,
                revision: Revision,
            ) -> Option<Row> {
                match (key, row) {
                    $((Key::$Variant(id), Some(Row::$Variant(row))) => {
                        let old = self.$field.insert(id, Stored { row, revision });
                        old.map(|stored| Row::$Variant(stored.row))
                    })*
                    $((Key::$Variant(id), None) => {
                        let old = self.$field.remove(&id);
                        old.map(|stored| Row::$Variant(stored.row))
                    })*
                    (key, Some(row)) => panic!("the row {row:?} does not belong under {key:?}"),
                }
            }
        }

        $(impl Record for $Row {
            type Id = $Id;
            const TABLE: Table = Table::$Variant;
            fn id(&self) -> $Id { self.id }
            fn key(id: $Id) -> Key { Key::$Variant(id) }
            fn id_in(key: &Key) -> Option<$Id> {
                match key { Key::$Variant(id) => Some(*id), _ => None }
            }
            fn from_row(row: &Row) -> Option<&Arc<Self>> {
                #[allow(unreachable_patterns, reason = "there may be one table only")]
                match row { Row::$Variant(row) => Some(row), _ => None }
            }
            fn shared_row(row: Arc<Self>) -> Row { Row::$Variant(row) }
            type Rows = tables!(@rows $Row, $Id $(, $Rows)?);
            fn rows(rows: &Rows) -> &Self::Rows { &rows.$field }
        })*
    };
    (@rows $Row:ty, $Id:ty) => { BTreeMap<$Id, Stored<$Row>> };
    (@rows $Row:ty, $Id:ty, $Rows:ty) => { $Rows };
    (@iter $map:expr) => { $map.values().cloned() };
    (@iter $map:expr, $Rows:ty) => { $map.iter() };
}

tables! {
    /// The marketing setup; one row.
    Setup: MarketingSetup, Single, setup;
    /// The counters of entry numbers; one row.
    Counters: Counters, Single, counters;
    /// Number series with their lines.
    NumberSeries: NumberSeries, SeriesId, number_series;
    /// Salespeople.
    Salesperson: Salesperson, SalespersonId, salespeople;
    /// Mailing groups.
    MailingGroup: MailingGroup, MailingGroupId, mailing_groups;
    /// Industry groups.
    IndustryGroup: IndustryGroup, IndustryGroupId, industry_groups;
    /// Business relations.
    BusinessRelation: BusinessRelation, BusinessRelationId, business_relations;
    /// Job responsibilities.
    JobResponsibility: JobResponsibility, JobResponsibilityId, job_responsibilities;
    /// Organizational levels.
    OrganizationalLevel: OrganizationalLevel, OrganizationalLevelId, organizational_levels;
    /// Salutations.
    Salutation: Salutation, SalutationId, salutations;
    /// How salutations address contacts, in each language.
    SalutationFormula: SalutationFormula, FormulaId, salutation_formulas;
    /// Contacts: companies and persons.
    Contact: Contact, ContactId, contacts;
    /// Contacts that were erased: that there was one.
    ErasedContact: ErasedContact, ContactId, erased_contacts;
    /// Who is in which mailing group, industry group, business relation or job responsibility.
    Membership: Membership, MembershipId, memberships;
    /// Campaign statuses.
    CampaignStatus: CampaignStatus, CampaignStatusId, campaign_statuses;
    /// Campaigns.
    Campaign: Campaign, CampaignId, campaigns;
    /// Interaction groups.
    InteractionGroup: InteractionGroup, GroupId, groups;
    /// Interaction templates with their languages.
    InteractionTemplate: InteractionTemplate, TemplateId, templates;
    /// Segments that are not logged yet: their headers, with their languages.
    Segment: Segment, SegmentId, segments;
    /// Lines of segments.
    SegmentLine: SegmentLine, SegmentLineId, segment_lines;
    /// Criteria actions of segments, each with what it did.
    CriteriaAction: CriteriaAction, CriteriaActionId, criteria_actions;
    /// Criteria that were saved to be used again.
    SavedCriteria: SavedCriteria, SavedCriteriaId, saved_criteria;
    /// Segments that were logged.
    LoggedSegment: LoggedSegment, LoggedSegmentId, logged_segments;
    /// Campaign entries.
    CampaignEntry: CampaignEntry, CampaignEntryId, campaign_entries;
    /// Interaction log entries with their comments, postponed ones included.
    LogEntry: LogEntry, LogEntryId, log_entries in LogRows;
}

/// One row's change: what it was and what it became. None before: new. None after: deleted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Which row.
    pub key: Key,
    /// The row before.
    pub before: Option<Row>,
    /// The row after.
    pub after: Option<Row>,
}

impl Change {
    /// False if the row is after as it was before.
    pub fn is_one(&self) -> bool {
        self.before != self.after
    }
}

impl From<LogEntryId> for Key {
    fn from(id: LogEntryId) -> Self {
        Self::LogEntry(id)
    }
}

/// What one command changed: written together or not at all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeSet {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom: the user's name, blank if not given.
    pub user: String,
    /// Carried out, or taken back.
    #[serde(default, skip_serializing_if = "Origin::is_command")]
    pub origin: Origin,
    /// The rows, each at most once.
    pub changes: Vec<Change>,
}

/// What a change set is to those before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// A command was carried out.
    #[default]
    Command,
    /// The change set of this revision was taken back.
    Undo(Revision),
    /// The undo of this revision was taken back.
    Redo(Revision),
}

impl Origin {
    fn is_command(&self) -> bool {
        *self == Self::Command
    }
}

impl ChangeSet {
    /// The set that takes this one back: before and after exchanged, last change first.
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(|change| Change {
            key: change.key,
            before: change.after.clone(),
            after: change.before.clone(),
        });
        Self {
            at: self.at,
            user: self.user.clone(),
            origin: Origin::default(),
            changes: changes.collect(),
        }
    }

    /// True if it erases a contact.
    pub fn erases(&self) -> bool {
        let is_erased = |change: &Change| matches!(change.after, Some(Row::ErasedContact(_)));
        self.changes.iter().any(is_erased)
    }

    /// The tables it touches, each once.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables: Vec<Table> = self
            .changes
            .iter()
            .map(|change| change.key.table())
            .collect();
        tables.sort_unstable();
        tables.dedup();
        tables
    }
}
