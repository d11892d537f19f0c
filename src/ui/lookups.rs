//! What pickers offer: contacts and salespeople by typed text, at most a screenful.

use super::contact_texts::ContactTexts;
use super::parts::avatar::AvatarShape;
use super::parts::picker::PickerItem;
use super::shared::is_other;
use super::store::Store;
use super::text::say;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, SalespersonId};
use crate::domain::ledger::Scope;
use crate::domain::salesperson::Salesperson;
use crate::domain::search::{Hit, Rank, Search, TextIndex, Wanted};
use crate::domain::{Records, Table};
use leptos::prelude::*;
use std::sync::Arc;

/// So many a picker offers at once.
const MAX_OFFERED: usize = 30;
/// So many recent ones it offers before anything is typed.
const MAX_RECENT: usize = 8;

/// Finds contacts for pickers and search. Its texts are folded once for all keystrokes, and kept
/// for the next one who looks.
#[derive(Clone, Copy)]
pub struct ContactLookup {
    store: Store,
    texts: Memo<Arc<ContactTexts>>,
    search: StoredValue<Search>,
}

impl ContactLookup {
    /// A lookup over the contacts of the open company.
    pub fn new(store: Store) -> Self {
        let search = StoredValue::new(Search::default());
        let compute = move |_: Option<&Arc<ContactTexts>>| {
            let texts = store.read(&[Table::Contact], ContactTexts::kept);
            search.set_value(Search::new(texts.index().clone()));
            texts
        };
        let texts = Memo::new_with_compare(compute, is_other);
        Self {
            store,
            texts,
            search,
        }
    }

    /// What to offer for typed text; for none the contacts of the last interactions. Contacts that
    /// are privacy blocked are not offered.
    pub fn offer(&self, typed: &str) -> Vec<PickerItem> {
        let wanted = Wanted::new(typed);
        if wanted.is_blank() {
            return self.store.peek(recent_contacts);
        }
        let found = self.find(&wanted, MAX_OFFERED, |contact| !contact.privacy_blocked);
        self.store.peek(|records| {
            let contacts = found.iter().map(|(_, contact)| contact);
            contacts
                .map(|contact| contact_item(records, contact))
                .collect()
        })
    }

    /// The best `n` contacts for which `may` is true, best first.
    pub fn find(
        &self,
        wanted: &Wanted,
        n: usize,
        may: impl Fn(&Contact) -> bool,
    ) -> Vec<(Rank, Arc<Contact>)> {
        let texts = self.texts.get_untracked();
        let may = |place| texts.contact(place).is_some_and(|contact| may(contact));
        let hits = self
            .search
            .try_update_value(|search| search.best(wanted, n, may))
            .unwrap_or_default();
        let found = hits
            .into_iter()
            .filter_map(|hit| Some((hit.rank, texts.contact(hit.place)?.clone())));
        found.collect()
    }
}

fn recent_contacts(records: &Records) -> Vec<PickerItem> {
    let mut recent: Vec<ContactId> = Vec::new();
    // The last few hundred entries say who is current; the whole log is not needed for that.
    for id in records.ledger().entries(Scope::All).rev().take(300) {
        let entry = records.get::<crate::domain::interaction::LogEntry>(id);
        if let Some(contact) = entry.and_then(|entry| entry.contact)
            && !recent.contains(&contact)
        {
            recent.push(contact);
        }
        if recent.len() == MAX_RECENT {
            break;
        }
    }
    let recent_items = recent
        .iter()
        .filter_map(|id| records.get::<Contact>(*id))
        .map(|contact| PickerItem {
            group: say().parts.recent.to_string(),
            ..contact_item(records, contact)
        });
    let others = records
        .contacts_by_no()
        .filter(|contact| !recent.contains(&contact.id) && !contact.privacy_blocked)
        .map(|contact| contact_item(records, contact));
    recent_items.chain(others).take(MAX_OFFERED).collect()
}

/// The shape of a contact's mark: companies are square, persons round.
pub fn shape_of(contact: &Contact) -> AvatarShape {
    if contact.is_person() {
        AvatarShape::Round
    } else {
        AvatarShape::Square
    }
}

/// A contact as pickers show it.
pub fn contact_item(records: &Records, contact: &Contact) -> PickerItem {
    let company = company_name(records, contact);
    let detail = if company.is_empty() {
        contact.no.to_string()
    } else {
        format!("{company} · {}", contact.no)
    };
    PickerItem {
        shape: Some(shape_of(contact)),
        ..PickerItem::new(contact.id.to_string(), contact.name.clone(), detail)
    }
}

/// The name of a person's company; blank for a company.
pub fn company_name(records: &Records, contact: &Contact) -> String {
    if !contact.is_person() {
        return String::new();
    }
    let company = contact.company().and_then(|id| records.get::<Contact>(id));
    company
        .map(|company| company.name.clone())
        .unwrap_or_default()
}

/// The salespeople to offer for typed text; blocked ones are not offered.
pub fn salespeople(records: &Records, typed: &str) -> Vec<PickerItem> {
    let rows = records.all::<Salesperson>().filter(|row| !row.blocked);
    let found = best(rows, &Wanted::new(typed), MAX_OFFERED, |row| {
        format!("{}\n{}", row.name, row.code)
    });
    found.iter().map(|(_, row)| salesperson_item(row)).collect()
}

/// The best `n` of a few rows by their names and codes, best first; all of them, in their order,
/// for nothing wanted.
pub fn best<'a, R>(
    rows: impl Iterator<Item = &'a Arc<R>>,
    wanted: &Wanted,
    n: usize,
    head: impl Fn(&R) -> String,
) -> Vec<(Rank, &'a Arc<R>)> {
    let rows: Vec<&Arc<R>> = rows.collect();
    let mut index = TextIndex::default();
    for row in &rows {
        index.push(&head(row), "");
    }
    let hits = index.best(wanted, n, |_| true);
    let hit = |hit: Hit| (hit.rank, rows[hit.place as usize]);
    hits.into_iter().map(hit).collect()
}

/// A salesperson as pickers show it.
pub fn salesperson_item(salesperson: &Salesperson) -> PickerItem {
    PickerItem {
        shape: Some(AvatarShape::Round),
        ..PickerItem::new(
            salesperson.id.to_string(),
            salesperson.name.clone(),
            salesperson.code.to_string(),
        )
    }
}

/// The contact whose key a picker handed over.
pub fn contact_key(key: &str) -> Option<ContactId> {
    key.parse::<uuid::Uuid>().ok().map(ContactId)
}

/// The salesperson whose key a picker handed over.
pub fn salesperson_key(key: &str) -> Option<SalespersonId> {
    key.parse::<uuid::Uuid>().ok().map(SalespersonId)
}
