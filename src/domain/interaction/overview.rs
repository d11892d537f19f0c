//! Today in one look: how many interactions, week by week, and whom nobody has talked to.

use super::LogEntry;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, GroupId, SalespersonId};
use crate::domain::records::Records;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::{BTreeMap, HashSet};

/// The logged interactions of some weeks, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weeks {
    /// Week by week, oldest first; the last one is the present week.
    pub weeks: Vec<Week>,
    /// By salesperson over all these weeks.
    pub by_salesperson: BTreeMap<SalespersonId, u32>,
}

/// One week, Monday to Sunday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// By interaction group; blank for entries without one.
    pub by_group: BTreeMap<Option<GroupId>, u32>,
}

impl Week {
    /// How many in all.
    pub fn n_interactions(&self) -> u32 {
        self.by_group.values().sum()
    }
}

/// The Monday of the week of a date.
pub fn monday(date: NaiveDate) -> NaiveDate {
    date - Days::new(u64::from(date.weekday().num_days_from_monday()))
}

/// Counts the last `n_weeks` weeks up to that of `today`. Failed attempts count; canceled entries and
/// those dated after this week do not.
pub fn weeks(records: &Records, today: NaiveDate, n_weeks: u32) -> Weeks {
    let last = monday(today);
    let first = last - Days::new(7 * u64::from(n_weeks.saturating_sub(1)));
    let mut found = Weeks {
        weeks: (0..u64::from(n_weeks))
            .map(|n| Week {
                monday: first + Days::new(7 * n),
                by_group: BTreeMap::new(),
            })
            .collect(),
        by_salesperson: BTreeMap::new(),
    };
    // The log is ordered by date, so what is older is not looked at.
    for id in records.ledger().logged().rev() {
        let Some(entry) = records.get::<LogEntry>(id) else {
            continue;
        };
        let Some(date) = entry.date else { continue };
        if date < first {
            break;
        }
        if !entry.counts() {
            continue;
        }
        let at = (monday(date) - first).num_days() / 7;
        let week = usize::try_from(at)
            .ok()
            .and_then(|at| found.weeks.get_mut(at));
        if let Some(week) = week {
            *week.by_group.entry(entry.group).or_default() += 1;
            if let Some(salesperson) = &entry.salesperson {
                *found.by_salesperson.entry(salesperson.id).or_default() += 1;
            }
        }
    }
    found
}

/// Contacts that can be contacted and were not reached for more than `days` days, companies through
/// their persons too; never reached at all counts as well. In order of their creation.
///
/// Looks at the entries of those days only.
pub fn not_contacted(records: &Records, today: NaiveDate, days: u64) -> Vec<ContactId> {
    let since = today - Days::new(days);
    let (mut persons, mut companies) = (HashSet::new(), HashSet::new());
    let latest = records.ledger().logged().rev();
    let entries = latest.filter_map(|id| records.get::<LogEntry>(id));
    for entry in entries.take_while(|entry| entry.date.is_some_and(|date| date >= since)) {
        if entry.counts() && !entry.attempt_failed {
            persons.extend(entry.contact);
            companies.extend(entry.company);
        }
    }
    let is_reached = |contact: &Contact| match contact.is_person() {
        true => persons.contains(&contact.id),
        false => companies.contains(&contact.id),
    };
    let contacts = records.all::<Contact>();
    contacts
        .filter(|contact| !contact.privacy_blocked && !is_reached(contact))
        .map(|contact| contact.id)
        .collect()
}
