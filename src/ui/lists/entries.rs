//! Log entries as lists show them: what each column says, and what a search looks at.

use super::rows::{RowSet, Rows, id_of, key_of};
use super::searched::searched;
use super::shown::Shown;
use crate::browser::clock;
use crate::domain::campaign::Campaign;
use crate::domain::contact::Contact;
use crate::domain::filter::Value;
use crate::domain::id::{ContactId, LogEntryId};
use crate::domain::interaction::LogEntry;
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::ledger::Scope;
use crate::domain::salesperson::Salesperson;
use crate::domain::search::{Search, Wanted};
use crate::domain::values::{CorrespondenceType, Evaluation, InformationFlow, InitiatedBy};
use crate::domain::{Records, Table};
use crate::language::Messages;
use crate::ui::cards::history;
use crate::ui::lookups::shape_of;
use crate::ui::parts::avatar::AvatarShape;
use crate::ui::parts::list::{RowKey, SortBy};
use crate::ui::store::Store;
use crate::ui::text::{language, say};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::cmp::Reverse;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The tables whose rows a list of entries shows.
pub const TABLES: &[Table] = &[
    Table::LogEntry,
    Table::Contact,
    Table::Salesperson,
    Table::InteractionTemplate,
    Table::InteractionGroup,
    Table::Campaign,
];

/// Log entries as the rows of a list.
pub struct Entries {
    ids: Vec<LogEntryId>,
    /// They stand by date, time and number already, the newest first.
    is_newest_first: bool,
    /// When the list was made: ages count from here.
    today: NaiveDate,
    /// What a search looks at, by place; made when something is first searched for. Goes on while it is typed.
    search: OnceLock<Mutex<Search>>,
}

impl Entries {
    /// The logged entries of a scope, newest first.
    pub fn logged(store: Store, scope: Signal<Scope>) -> Memo<Rows> {
        rows(store, true, move |records| {
            let mut ids = records.ledger().logged_of(scope.get());
            ids.reverse();
            ids
        })
    }

    /// The postponed entries of a scope, oldest first: they have waited longest.
    pub fn postponed(store: Store, scope: Signal<Scope>) -> Memo<Rows> {
        rows(store, false, move |records| {
            records.ledger().postponed_of(scope.get())
        })
    }

    fn entry<'a>(&self, records: &'a Records, place: u32) -> Option<&'a Arc<LogEntry>> {
        records.get::<LogEntry>(*self.ids.get(place as usize)?)
    }
}

fn rows(
    store: Store,
    is_newest_first: bool,
    ids: impl Fn(&Records) -> Vec<LogEntryId> + Send + Sync + 'static,
) -> Memo<Rows> {
    Memo::new(move |_| {
        // What a search looks at is in the language shown.
        let _ = language();
        let today = store.moment().today();
        store.read(TABLES, |records| {
            Rows(Arc::new(Entries {
                ids: ids(records),
                is_newest_first,
                today,
                search: OnceLock::new(),
            }))
        })
    })
}

impl RowSet for Entries {
    fn n(&self) -> usize {
        self.ids.len()
    }

    /// The rows are made anew when one of their tables changes.
    fn reads(&self, _column: &str) -> &'static [Table] {
        &[]
    }

    fn key(&self, place: u32) -> RowKey {
        let id = self.ids.get(place as usize);
        id.map_or(0, |id| key_of(*id))
    }

    fn value<'a>(&'a self, records: &'a Records, place: u32, column: &str) -> Option<Value<'a>> {
        value(records, self.entry(records, place)?, self.today, column)
    }

    fn words(
        &self,
        records: &Records,
        m: &'static Messages,
        place: u32,
        column: &str,
    ) -> Option<String> {
        let entry = self.entry(records, place)?;
        match column {
            "no" => Some(entry.no.to_string()),
            "age" => Some(age(m, entry, self.today)),
            _ => None,
        }
    }

    /// Within a day by the time, then by the number, both ways.
    fn sorted(&self, records: &Records, sort: SortBy) -> Option<Vec<u32>> {
        if sort.column != "date" {
            return None;
        }
        let mut places = self.own_order();
        if self.is_newest_first {
            if !sort.descending {
                places.reverse();
            }
            return Some(places);
        }
        let when = |place: &u32| {
            let entry = self.entry(records, *place);
            entry.map(|entry| (entry.date, entry.time, entry.no))
        };
        if sort.descending {
            places.sort_by_cached_key(|place| Reverse(when(place)));
        } else {
            places.sort_by_cached_key(when);
        }
        Some(places)
    }

    fn found(
        &self,
        records: &Records,
        m: &'static Messages,
        places: &[u32],
        typed: &str,
    ) -> Vec<u32> {
        let search = self.search.get_or_init(|| {
            let entries = self.ids.iter().map(|id| records.get::<LogEntry>(*id));
            let index = searched(records, m, entries.map(|it| it.map(|it| &**it)));
            Mutex::new(Search::new(Arc::new(index)))
        });
        // Nothing is left half done by a search that panicked.
        let mut search = search.lock().unwrap_or_else(PoisonError::into_inner);
        search.among(&Wanted::new(typed), places)
    }
}

/// What a column says of an entry, to be compared.
fn value<'a>(
    records: &'a Records,
    entry: &'a LogEntry,
    today: NaiveDate,
    column: &str,
) -> Option<Value<'a>> {
    let contact_no = |id: Option<ContactId>| {
        let contact = id.and_then(|id| records.get::<Contact>(id));
        Value::Code(contact.map_or("", |contact| contact.no.as_str()))
    };
    Some(match column {
        "date" => Value::Date(entry.date),
        "time" => Value::Time(entry.time),
        "template" => Value::Code(template_code(records, entry)),
        "group" => Value::Code(group_code(records, entry)),
        "description" => Value::Text(&entry.description),
        "contact" => Value::Text(contact_name(records, entry.contact)),
        "contact_no" => contact_no(entry.contact),
        // A company's own name stands beside already.
        "company" if entry.company == entry.contact => Value::Text(""),
        "company" => Value::Text(contact_name(records, entry.company)),
        "evaluation" => place_in(Evaluation::ALL, entry.evaluation),
        "failed" => Value::YesNo(entry.attempt_failed),
        "flow" => place_in(InformationFlow::ALL, entry.information_flow),
        "initiated" => place_in(InitiatedBy::ALL, entry.initiated_by),
        "type" => place_in(CorrespondenceType::ALL, entry.correspondence_type),
        "cost" => Value::Number(entry.cost.0),
        "duration" => Value::Number(entry.duration.0.into()),
        "salesperson" => Value::Code(salesperson_code(records, entry)),
        "user" => Value::Text(&entry.user),
        "campaign" => Value::Code(campaign_no(records, entry)),
        "segment" => {
            let no = entry.segment_no.as_ref();
            Value::Code(no.map_or("", |no| no.as_str()))
        }
        "canceled" => Value::YesNo(entry.is_canceled()),
        "age" => Value::Number(days_old(entry, today)),
        "no" => Value::Number(entry.no.0.into()),
        _ => return None,
    })
}

/// The captions of judgements.
pub fn evaluations(m: &'static Messages) -> Vec<&'static str> {
    Evaluation::ALL
        .iter()
        .map(|each| (m.terms.evaluation)(*each))
        .collect()
}

/// The captions of ways that information goes.
pub fn information_flows(m: &'static Messages) -> Vec<&'static str> {
    let all = InformationFlow::ALL.iter();
    all.map(|each| (m.terms.information_flow)(*each)).collect()
}

/// The captions of those who take the initiative.
pub fn initiators(m: &'static Messages) -> Vec<&'static str> {
    InitiatedBy::ALL
        .iter()
        .map(|each| (m.terms.initiated_by)(*each))
        .collect()
}

/// The captions of ways that content is sent.
pub fn correspondence_types(m: &'static Messages) -> Vec<&'static str> {
    let all = CorrespondenceType::ALL.iter();
    all.map(|each| (m.terms.correspondence_type)(*each))
        .collect()
}

/// A value of a list by its place in it.
pub fn place_in<T: PartialEq>(all: &[T], value: Option<T>) -> Value<'static> {
    let place = value.and_then(|value| all.iter().position(|each| *each == value));
    Value::Option(place.and_then(|place| u16::try_from(place).ok()))
}

fn days_old(entry: &LogEntry, today: NaiveDate) -> i64 {
    (today - clock::local(entry.written_at).date()).num_days()
}

/// For how long an entry has waited.
fn age(m: &'static Messages, entry: &LogEntry, today: NaiveDate) -> String {
    match u32::try_from(days_old(entry, today)) {
        Ok(days @ 1..) => m.format.days(days),
        _ => m.format.relative_day(today, today),
    }
}

/// The entry in a row of a list of entries.
pub fn entry_at<T: Default>(
    shown: Shown,
    at: usize,
    read: impl FnOnce(&Records, &LogEntry) -> T,
) -> T {
    let id = shown.key_at(at).map(id_of::<LogEntryId>);
    shown.store.read(TABLES, |records| {
        let entry = id.and_then(|id| records.get::<LogEntry>(id));
        entry.map_or_else(T::default, |entry| read(records, entry))
    })
}

/// How many entries of a scope are postponed.
pub fn n_postponed(store: Store, scope: Signal<Scope>) -> Memo<u32> {
    Memo::new(move |_| {
        let scope = scope.get();
        store.read(&[Table::LogEntry], |records| {
            history::n_postponed(records, scope)
        })
    })
}

/// The shape of the mark of a contact that may be gone.
pub fn contact_mark(records: &Records, id: Option<ContactId>) -> AvatarShape {
    let contact = id.and_then(|id| records.get::<Contact>(id));
    contact.map_or(AvatarShape::Square, |contact| shape_of(contact))
}

/// The name of a contact; blank for none, or one that is gone. One that was erased is said to be.
pub fn contact_name(records: &Records, id: Option<ContactId>) -> &str {
    match id.and_then(|id| records.get::<Contact>(id)) {
        Some(contact) => &contact.name,
        None if records.is_erased(id) => say().privacy.erased_contact,
        None => "",
    }
}

/// The code of the entry's template, also of one that is gone.
pub fn template_code<'a>(records: &'a Records, entry: &'a LogEntry) -> &'a str {
    entry.template.as_ref().map_or("", |mention| {
        let row = records.get::<InteractionTemplate>(mention.id);
        row.map_or(&mention.code, |row| &row.code).as_str()
    })
}

/// The number of the entry's campaign, also of one that is gone.
fn campaign_no<'a>(records: &'a Records, entry: &'a LogEntry) -> &'a str {
    entry.campaign.as_ref().map_or("", |mention| {
        let row = records.get::<Campaign>(mention.id);
        row.map_or(&mention.code, |row| &row.no).as_str()
    })
}

/// The code of the entry's group; blank for none.
fn group_code<'a>(records: &'a Records, entry: &LogEntry) -> &'a str {
    let group = entry
        .group
        .and_then(|id| records.get::<InteractionGroup>(id));
    group.map_or("", |group| group.code.as_str())
}

/// The code of the entry's salesperson, also of one that is gone.
pub fn salesperson_code<'a>(records: &'a Records, entry: &'a LogEntry) -> &'a str {
    entry.salesperson.as_ref().map_or("", |mention| {
        let row = records.get::<Salesperson>(mention.id);
        row.map_or(&mention.code, |row| &row.code).as_str()
    })
}
