//! The ledger: the interaction log seen through its indexes.
//!
//! Lists, badges and timelines ask here for entry ids in the order in which they show them, so
//! that nothing walks through the whole log. It holds ids and sort keys only; when the log grows
//! beyond what should lie in memory, the entries move out and this stays.

use super::id::{
    CampaignEntryId, CampaignId, ContactId, GroupId, LogEntryId, LoggedSegmentId, SalespersonId,
    TemplateId,
};
use super::interaction::{EntryNo, LogEntry};
use chrono::{NaiveDate, NaiveTime};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

/// Where an entry stands in time: by date, then time, then number.
type Place = (Option<NaiveDate>, Option<NaiveTime>, EntryNo);
type Timeline = BTreeMap<Place, LogEntryId>;

/// The indexes over the interaction log.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    nos: BTreeMap<EntryNo, LogEntryId>,
    logged: Timeline,
    postponed: BTreeSet<(EntryNo, LogEntryId)>,
    of_contact: HashMap<ContactId, Timeline>,
    of_company: HashMap<ContactId, Timeline>,
    of_salesperson: HashMap<SalespersonId, Timeline>,
    of_template: HashMap<TemplateId, Timeline>,
    of_group: HashMap<GroupId, Timeline>,
    of_campaign: HashMap<CampaignId, Timeline>,
    of_campaign_entry: HashMap<CampaignEntryId, Timeline>,
    of_segment: HashMap<LoggedSegmentId, Timeline>,
}

/// Whose entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everybody's.
    All,
    /// Those with a contact itself: all of a person's (`statistics::scope_of`).
    Person(ContactId),
    /// Those of a company with all its persons.
    Company(ContactId),
    /// A salesperson's.
    Salesperson(SalespersonId),
    /// Those that started from a template.
    Template(TemplateId),
    /// Those of a group.
    Group(GroupId),
    /// Those of a campaign.
    Campaign(CampaignId),
    /// Those that a campaign entry counts.
    CampaignEntry(CampaignEntryId),
    /// Those of a logged segment.
    LoggedSegment(LoggedSegmentId),
}

impl Ledger {
    /// The entry with this number.
    pub fn by_no(&self, no: EntryNo) -> Option<LogEntryId> {
        self.nos.get(&no).copied()
    }

    /// The highest entry number there is; 0 for an empty log.
    pub fn last_no(&self) -> EntryNo {
        self.nos.keys().next_back().copied().unwrap_or(EntryNo(0))
    }

    /// Logged and postponed entries in a scope, oldest first; everybody's in order of their numbers.
    pub fn entries(&self, scope: Scope) -> Box<dyn DoubleEndedIterator<Item = LogEntryId> + '_> {
        match scope {
            Scope::All => Box::new(self.nos.values().copied()),
            Scope::Person(id) => timeline(self.of_contact.get(&id)),
            Scope::Company(id) => timeline(self.of_company.get(&id)),
            Scope::Salesperson(id) => timeline(self.of_salesperson.get(&id)),
            Scope::Template(id) => timeline(self.of_template.get(&id)),
            Scope::Group(id) => timeline(self.of_group.get(&id)),
            Scope::Campaign(id) => timeline(self.of_campaign.get(&id)),
            Scope::CampaignEntry(id) => timeline(self.of_campaign_entry.get(&id)),
            Scope::LoggedSegment(id) => timeline(self.of_segment.get(&id)),
        }
    }

    /// How many logged and postponed entries a scope has.
    pub fn count(&self, scope: Scope) -> usize {
        let len = |ids: Option<&Timeline>| ids.map_or(0, BTreeMap::len);
        match scope {
            Scope::All => self.nos.len(),
            Scope::Person(id) => len(self.of_contact.get(&id)),
            Scope::Company(id) => len(self.of_company.get(&id)),
            Scope::Salesperson(id) => len(self.of_salesperson.get(&id)),
            Scope::Template(id) => len(self.of_template.get(&id)),
            Scope::Group(id) => len(self.of_group.get(&id)),
            Scope::Campaign(id) => len(self.of_campaign.get(&id)),
            Scope::CampaignEntry(id) => len(self.of_campaign_entry.get(&id)),
            Scope::LoggedSegment(id) => len(self.of_segment.get(&id)),
        }
    }

    /// The templates that entries mention, deleted ones too, in no order.
    pub fn templates(&self) -> impl Iterator<Item = TemplateId> + '_ {
        self.of_template.keys().copied()
    }

    /// The groups that entries have, in no order.
    pub fn groups(&self) -> impl Iterator<Item = GroupId> + '_ {
        self.of_group.keys().copied()
    }

    /// The salespeople whom entries mention, deleted ones too, in no order.
    pub fn salespeople(&self) -> impl Iterator<Item = SalespersonId> + '_ {
        self.of_salesperson.keys().copied()
    }

    /// The campaigns that entries mention, deleted ones too, in no order.
    pub fn campaigns(&self) -> impl Iterator<Item = CampaignId> + '_ {
        self.of_campaign.keys().copied()
    }

    /// Logged entries of everybody, oldest first.
    pub fn logged(&self) -> impl DoubleEndedIterator<Item = LogEntryId> + '_ {
        self.logged.values().copied()
    }

    /// How many entries are logged.
    pub fn n_logged(&self) -> usize {
        self.logged.len()
    }

    /// Postponed entries of everybody, in order of their numbers.
    pub fn postponed(&self) -> impl DoubleEndedIterator<Item = LogEntryId> + '_ {
        self.postponed.iter().map(|(_, id)| *id)
    }

    /// How many entries are postponed.
    pub fn n_postponed(&self) -> usize {
        self.postponed.len()
    }

    pub(super) fn insert(&mut self, entry: &LogEntry) {
        let place = place(entry);
        self.nos.insert(entry.no, entry.id);
        if entry.is_postponed() {
            self.postponed.insert((entry.no, entry.id));
        } else {
            self.logged.insert(place, entry.id);
        }
        add(&mut self.of_contact, entry.contact, place, entry.id);
        add(&mut self.of_company, entry.company, place, entry.id);
        add(
            &mut self.of_salesperson,
            entry.salesperson.as_ref().map(|m| m.id),
            place,
            entry.id,
        );
        add(
            &mut self.of_template,
            entry.template.as_ref().map(|m| m.id),
            place,
            entry.id,
        );
        add(&mut self.of_group, entry.group, place, entry.id);
        add(
            &mut self.of_campaign,
            entry.campaign.as_ref().map(|m| m.id),
            place,
            entry.id,
        );
        add(
            &mut self.of_campaign_entry,
            entry.campaign_entry,
            place,
            entry.id,
        );
        add(&mut self.of_segment, entry.logged_segment, place, entry.id);
    }

    pub(super) fn remove(&mut self, entry: &LogEntry) {
        let place = place(entry);
        self.nos.remove(&entry.no);
        self.postponed.remove(&(entry.no, entry.id));
        self.logged.remove(&place);
        take(&mut self.of_contact, entry.contact, place);
        take(&mut self.of_company, entry.company, place);
        take(
            &mut self.of_salesperson,
            entry.salesperson.as_ref().map(|m| m.id),
            place,
        );
        take(
            &mut self.of_template,
            entry.template.as_ref().map(|m| m.id),
            place,
        );
        take(&mut self.of_group, entry.group, place);
        take(
            &mut self.of_campaign,
            entry.campaign.as_ref().map(|m| m.id),
            place,
        );
        take(&mut self.of_campaign_entry, entry.campaign_entry, place);
        take(&mut self.of_segment, entry.logged_segment, place);
    }
}

fn place(entry: &LogEntry) -> Place {
    (entry.date, entry.time, entry.no)
}

fn timeline(ids: Option<&Timeline>) -> Box<dyn DoubleEndedIterator<Item = LogEntryId> + '_> {
    match ids {
        Some(ids) => Box::new(ids.values().copied()),
        None => Box::new(std::iter::empty()),
    }
}

fn add<K: Eq + Hash>(
    index: &mut HashMap<K, Timeline>,
    key: Option<K>,
    place: Place,
    id: LogEntryId,
) {
    if let Some(key) = key {
        index.entry(key).or_default().insert(place, id);
    }
}

fn take<K: Eq + Hash>(index: &mut HashMap<K, Timeline>, key: Option<K>, place: Place) {
    if let Some(key) = key
        && let Some(ids) = index.get_mut(&key)
    {
        ids.remove(&place);
        if ids.is_empty() {
            index.remove(&key);
        }
    }
}
