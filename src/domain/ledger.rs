//! The ledger: the interaction log seen through its indexes.
//!
//! Lists, badges and timelines ask here for entry ids in the order in which they show them, so
//! that nothing walks through the whole log, and what the entries of a scope add up to. It holds ids,
//! sort keys and sums only; when the log grows beyond what should lie in memory, the entries move out
//! and this stays.

mod nos;
mod ordered;

use super::id::{
    CampaignEntryId, CampaignId, ContactId, GroupId, LogEntryId, LoggedSegmentId, SalespersonId,
    TemplateId,
};
use super::interaction::{EntryNo, LogEntry};
use super::values::{InitiatedBy, Money};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use nos::Nos;
use ordered::Ordered;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::hash::Hash;

/// Where an entry stands in time: by date, then time, then number. Twelve bytes, because each entry stands
/// in some seven timelines.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    /// The day, counted so that none comes first.
    day: u32,
    /// The millisecond of the day, counted so that none comes first, and in the highest bits what is asked of the
    /// newest entries of many contacts: so none of them must be unpacked for it.
    time: u32,
    no: EntryNo,
}

/// Of [`Place::time`]: the entry counts and the contact was reached.
const REACHED: u32 = 1 << 31;
/// Of [`Place::time`]: the entry counts and was on our initiative.
const BY_US: u32 = 1 << 30;
/// Of [`Place::time`]: the time.
const TIME: u32 = BY_US - 1;
/// The day before the first, so that none comes first.
const NO_DAY: u32 = 1 << 31;

/// What the interactions of a scope add up to. Failed attempts and future dates count, postponed and
/// canceled ones do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many interactions.
    pub n_interactions: u32,
    /// What they cost.
    pub cost: Money,
    /// How long they took, in minutes. (Wider than one record's: a thousand long ones add up.)
    pub minutes: u64,
}

/// The entries of a scope in their order, and their figures.
#[derive(Clone, Debug, Default, PartialEq)]
struct Timeline {
    places: Ordered<Place>,
    figures: Figures,
}

/// The indexes over the interaction log. Every entry is put into some seven of them. Their hash does not withstand ids
/// that somebody chose to slow it down: they come from this app, or from a backup that its owner restores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    nos: Nos,
    /// Two entries have the same number. Places know entries by their numbers, so when one of the two is taken away it
    /// is not known whether the place was the other's too.
    has_twins: bool,
    logged: Timeline,
    postponed: BTreeSet<(EntryNo, LogEntryId)>,
    of_contact: FxHashMap<ContactId, Timeline>,
    of_company: FxHashMap<ContactId, Timeline>,
    of_salesperson: FxHashMap<SalespersonId, Timeline>,
    of_template: FxHashMap<TemplateId, Timeline>,
    of_group: FxHashMap<GroupId, Timeline>,
    of_campaign: FxHashMap<CampaignId, Timeline>,
    of_campaign_entry: FxHashMap<CampaignEntryId, Timeline>,
    of_segment: FxHashMap<LoggedSegmentId, Timeline>,
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
        self.nos.get(no)
    }

    /// How many entry numbers there are: as many as entries, if none is given twice.
    pub fn n_nos(&self) -> usize {
        self.nos.len()
    }

    /// The highest entry number there is; 0 for an empty log.
    pub fn last_no(&self) -> EntryNo {
        self.nos.last().unwrap_or(EntryNo(0))
    }

    /// Logged and postponed entries in a scope, oldest first; everybody's in order of their numbers.
    pub fn entries(&self, scope: Scope) -> Box<dyn DoubleEndedIterator<Item = LogEntryId> + '_> {
        match scope {
            Scope::All => Box::new(self.nos.ids()),
            scope => match self.timeline(scope) {
                Some(timeline) => Box::new(self.ids(timeline)),
                None => Box::new(std::iter::empty()),
            },
        }
    }

    /// How many logged and postponed entries a scope has.
    pub fn count(&self, scope: Scope) -> usize {
        match scope {
            Scope::All => self.nos.len(),
            scope => self
                .timeline(scope)
                .map_or(0, |timeline| timeline.places.len()),
        }
    }

    /// What the interactions of a scope add up to.
    pub fn figures(&self, scope: Scope) -> Figures {
        let timeline = self.timeline(scope);
        timeline.map_or_else(Figures::default, |timeline| timeline.figures)
    }

    /// The date of the latest entry of a scope that counts and in which the contact was reached.
    pub fn last_reached(&self, scope: Scope) -> Option<NaiveDate> {
        self.last_marked(scope, REACHED)
    }

    /// The date of the latest entry of a scope that counts and was on our initiative.
    pub fn last_by_us(&self, scope: Scope) -> Option<NaiveDate> {
        self.last_marked(scope, BY_US)
    }

    fn last_marked(&self, scope: Scope, mark: u32) -> Option<NaiveDate> {
        let mut latest = self.timeline(scope)?.places.iter().rev();
        latest.find(|place| place.time & mark != 0)?.date()
    }

    fn ids<'a>(
        &'a self,
        timeline: &'a Timeline,
    ) -> impl DoubleEndedIterator<Item = LogEntryId> + 'a {
        let places = timeline.places.iter();
        places.filter_map(|place| self.by_no(place.no))
    }

    /// The logged entries of everybody; of others the postponed ones too.
    fn timeline(&self, scope: Scope) -> Option<&Timeline> {
        match scope {
            Scope::All => Some(&self.logged),
            Scope::Person(id) => self.of_contact.get(&id),
            Scope::Company(id) => self.of_company.get(&id),
            Scope::Salesperson(id) => self.of_salesperson.get(&id),
            Scope::Template(id) => self.of_template.get(&id),
            Scope::Group(id) => self.of_group.get(&id),
            Scope::Campaign(id) => self.of_campaign.get(&id),
            Scope::CampaignEntry(id) => self.of_campaign_entry.get(&id),
            Scope::LoggedSegment(id) => self.of_segment.get(&id),
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
        self.ids(&self.logged)
    }

    /// How many entries are logged.
    pub fn n_logged(&self) -> usize {
        self.logged.places.len()
    }

    /// Postponed entries of everybody, in order of their numbers.
    pub fn postponed(&self) -> impl DoubleEndedIterator<Item = LogEntryId> + '_ {
        self.postponed.iter().map(|(_, id)| *id)
    }

    /// The postponed entries of a scope, oldest first; everybody's in order of their numbers.
    pub fn postponed_of(&self, scope: Scope) -> Vec<LogEntryId> {
        match scope {
            Scope::All => self.postponed().collect(),
            scope => self.split(scope, true),
        }
    }

    /// The logged entries of a scope, oldest first.
    pub fn logged_of(&self, scope: Scope) -> Vec<LogEntryId> {
        match scope {
            Scope::All => self.logged().collect(),
            scope => self.split(scope, false),
        }
    }

    /// Those entries of a scope that are postponed, or those that are not. What is postponed is little, and known
    /// without looking at the entries of the scope, which may be many.
    fn split(&self, scope: Scope, is_postponed: bool) -> Vec<LogEntryId> {
        let postponed: FxHashSet<LogEntryId> = self.postponed().collect();
        let entries = self.entries(scope);
        entries
            .filter(|id| postponed.contains(id) == is_postponed)
            .collect()
    }

    /// How many entries are postponed.
    pub fn n_postponed(&self) -> usize {
        self.postponed.len()
    }

    /// True if two entries have the same number, which only damage can bring about. Then indexes are right as long as
    /// entries are only added; of two that stand in one place, one alone says whether it was reached, and by whom.
    pub(super) fn has_twins(&self) -> bool {
        self.has_twins
    }

    pub(super) fn insert(&mut self, entry: &LogEntry) {
        self.has_twins |= self.nos.insert(entry.no, entry.id).is_some();
        if entry.is_postponed() {
            self.postponed.insert((entry.no, entry.id));
        } else {
            self.logged.insert(entry);
        }
        add(&mut self.of_contact, entry.contact, entry);
        add(&mut self.of_company, entry.company, entry);
        let salesperson = entry.salesperson.as_ref().map(|m| m.id);
        add(&mut self.of_salesperson, salesperson, entry);
        let template = entry.template.as_ref().map(|m| m.id);
        add(&mut self.of_template, template, entry);
        add(&mut self.of_group, entry.group, entry);
        let campaign = entry.campaign.as_ref().map(|m| m.id);
        add(&mut self.of_campaign, campaign, entry);
        add(&mut self.of_campaign_entry, entry.campaign_entry, entry);
        add(&mut self.of_segment, entry.logged_segment, entry);
    }

    pub(super) fn remove(&mut self, entry: &LogEntry) {
        self.nos.remove(entry.no, entry.id);
        self.postponed.remove(&(entry.no, entry.id));
        self.logged.remove(entry);
        take(&mut self.of_contact, entry.contact, entry);
        take(&mut self.of_company, entry.company, entry);
        let salesperson = entry.salesperson.as_ref().map(|m| m.id);
        take(&mut self.of_salesperson, salesperson, entry);
        let template = entry.template.as_ref().map(|m| m.id);
        take(&mut self.of_template, template, entry);
        take(&mut self.of_group, entry.group, entry);
        let campaign = entry.campaign.as_ref().map(|m| m.id);
        take(&mut self.of_campaign, campaign, entry);
        take(&mut self.of_campaign_entry, entry.campaign_entry, entry);
        take(&mut self.of_segment, entry.logged_segment, entry);
    }
}

impl Timeline {
    fn insert(&mut self, entry: &LogEntry) {
        self.places.insert(Place::of(entry));
        if entry.counts() {
            self.figures.n_interactions += 1;
            self.figures.cost.0 += entry.cost.0;
            self.figures.minutes += u64::from(entry.duration.0);
        }
    }

    fn remove(&mut self, entry: &LogEntry) {
        if self.places.remove(Place::of(entry)) && entry.counts() {
            self.figures.n_interactions -= 1;
            self.figures.cost.0 -= entry.cost.0;
            self.figures.minutes -= u64::from(entry.duration.0);
        }
    }
}

impl Place {
    fn of(entry: &LogEntry) -> Self {
        let day = |date: NaiveDate| (date.num_days_from_ce() as u32).wrapping_add(NO_DAY);
        let time = |time: NaiveTime| {
            1 + time.num_seconds_from_midnight() * 1_000 + time.nanosecond() / 1_000_000
        };
        let counts = entry.counts();
        let is_by_us = entry.initiated_by == Some(InitiatedBy::Us);
        let mark = |is_so: bool, mark: u32| if counts && is_so { mark } else { 0 };
        Self {
            day: entry.date.map_or(0, day),
            time: entry.time.map_or(0, time)
                | mark(!entry.attempt_failed, REACHED)
                | mark(is_by_us, BY_US),
            no: entry.no,
        }
    }

    /// The date, if there is one.
    fn date(self) -> Option<NaiveDate> {
        let day = (self.day != 0).then(|| self.day.wrapping_sub(NO_DAY) as i32)?;
        NaiveDate::from_num_days_from_ce_opt(day)
    }

    fn order(self) -> (u64, EntryNo) {
        let when = u64::from(self.day) << 32 | u64::from(self.time & TIME);
        (when, self.no)
    }
}

impl Eq for Place {}

/// What is marked says nothing of where an entry stands.
impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn add<K: Eq + Hash>(index: &mut FxHashMap<K, Timeline>, key: Option<K>, entry: &LogEntry) {
    if let Some(key) = key {
        index.entry(key).or_default().insert(entry);
    }
}

fn take<K: Eq + Hash>(index: &mut FxHashMap<K, Timeline>, key: Option<K>, entry: &LogEntry) {
    if let Some(key) = key
        && let Some(timeline) = index.get_mut(&key)
    {
        timeline.remove(entry);
        if timeline.places.is_empty() {
            index.remove(&key);
        }
    }
}
