//! The campaign entries seen through their indexes.

use super::entry::CampaignEntry;
use crate::domain::id::{CampaignEntryId, CampaignId, LoggedSegmentId};
use crate::domain::interaction::EntryNo;
use crate::domain::records::remove_if;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

type Numbered = BTreeMap<EntryNo, CampaignEntryId>;

/// The indexes over the campaign entries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CampaignIndex {
    nos: Numbered,
    of_campaign: HashMap<CampaignId, Numbered>,
    of_segment: HashMap<LoggedSegmentId, Numbered>,
}

impl CampaignIndex {
    /// The entry with this number.
    pub fn by_no(&self, no: EntryNo) -> Option<CampaignEntryId> {
        self.nos.get(&no).copied()
    }

    /// The highest entry number there is; 0 if there are none.
    pub fn last_no(&self) -> EntryNo {
        self.nos.keys().next_back().copied().unwrap_or(EntryNo(0))
    }

    /// The entries of all campaigns, in order of their numbers.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = CampaignEntryId> + '_ {
        self.nos.values().copied()
    }

    /// The entries of a campaign, in order of their numbers.
    pub fn of_campaign(&self, id: CampaignId) -> impl Iterator<Item = CampaignEntryId> + '_ {
        self.of_campaign
            .get(&id)
            .into_iter()
            .flat_map(|of| of.values().copied())
    }

    /// The entries of a logged segment, in order of their numbers.
    pub fn of_segment(&self, id: LoggedSegmentId) -> impl Iterator<Item = CampaignEntryId> + '_ {
        self.of_segment
            .get(&id)
            .into_iter()
            .flat_map(|of| of.values().copied())
    }

    pub(in crate::domain) fn insert(&mut self, entry: &CampaignEntry) {
        self.nos.insert(entry.no, entry.id);
        add(&mut self.of_campaign, Some(entry.campaign), entry);
        add(&mut self.of_segment, entry.register, entry);
    }

    pub(in crate::domain) fn remove(&mut self, entry: &CampaignEntry) {
        remove_if(&mut self.nos, &entry.no, entry.id);
        take(&mut self.of_campaign, Some(entry.campaign), entry);
        take(&mut self.of_segment, entry.register, entry);
    }
}

fn add<K: Eq + Hash>(index: &mut HashMap<K, Numbered>, key: Option<K>, entry: &CampaignEntry) {
    if let Some(key) = key {
        index.entry(key).or_default().insert(entry.no, entry.id);
    }
}

fn take<K: Eq + Hash>(index: &mut HashMap<K, Numbered>, key: Option<K>, entry: &CampaignEntry) {
    if let Some(key) = key
        && let Some(of) = index.get_mut(&key)
    {
        remove_if(of, &entry.no, entry.id);
        if of.is_empty() {
            index.remove(&key);
        }
    }
}
