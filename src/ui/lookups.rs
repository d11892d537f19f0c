//! What pickers offer: contacts and salespeople by typed text, at most a screenful.

use super::parts::avatar::AvatarShape;
use super::parts::picker::PickerItem;
use super::store::Store;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, SalespersonId};
use crate::domain::ledger::Scope;
use crate::domain::salesperson::Salesperson;
use crate::domain::search::{Wanted, fold};
use crate::domain::{Records, Table};
use leptos::prelude::*;
use std::sync::Arc;

/// So many a picker offers at once.
const MAX_OFFERED: usize = 30;
/// So many recent ones it offers before anything is typed.
const MAX_RECENT: usize = 8;

/// Finds contacts for pickers. Its index is folded once for all keystrokes.
#[derive(Clone, Copy)]
pub struct ContactLookup {
    store: Store,
    index: Memo<Arc<Vec<(ContactId, String)>>>,
}

impl ContactLookup {
    /// A lookup over the contacts of the open company.
    pub fn new(store: Store) -> Self {
        let index = store.memo(&[Table::Contact], |records| {
            let line = |contact: &Arc<Contact>| {
                let company = company_name(records, contact);
                let text = format!(
                    "{} {} {} {}",
                    contact.name, contact.no, company, contact.email
                );
                (contact.id, fold(&text))
            };
            Arc::new(records.contacts_by_no().map(line).collect())
        });
        Self { store, index }
    }

    /// What to offer for typed text; for none the contacts of the last interactions. Contacts that
    /// are privacy blocked are not offered.
    pub fn offer(&self, typed: &str) -> Vec<PickerItem> {
        let wanted = Wanted::new(typed);
        if wanted.is_blank() {
            return self.store.peek(recent_contacts);
        }
        let index = self.index.get_untracked();
        let mut found: Vec<(u8, ContactId)> = index
            .iter()
            .filter(|(_, folded)| wanted.is_in(folded))
            .map(|(id, folded)| (wanted.rank(folded), *id))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        self.store.peek(|records| {
            found
                .iter()
                .filter_map(|(_, id)| records.get::<Contact>(*id))
                .filter(|contact| !contact.privacy_blocked)
                .take(MAX_OFFERED)
                .map(|contact| contact_item(records, contact))
                .collect()
        })
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
            recent: true,
            ..contact_item(records, contact)
        });
    let others = records
        .contacts_by_no()
        .filter(|contact| !recent.contains(&contact.id) && !contact.privacy_blocked)
        .map(|contact| contact_item(records, contact));
    recent_items.chain(others).take(MAX_OFFERED).collect()
}

/// A contact as pickers show it.
pub fn contact_item(records: &Records, contact: &Contact) -> PickerItem {
    let company = company_name(records, contact);
    let detail = if company.is_empty() {
        contact.no.to_string()
    } else {
        format!("{company} · {}", contact.no)
    };
    let shape = if contact.is_person() {
        AvatarShape::Round
    } else {
        AvatarShape::Square
    };
    PickerItem {
        shape: Some(shape),
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
    let wanted = Wanted::new(typed);
    records
        .all::<Salesperson>()
        .filter(|salesperson| !salesperson.blocked)
        .filter(|row| wanted.is_in(&fold(&format!("{} {}", row.name, row.code))))
        .take(MAX_OFFERED)
        .map(|row| salesperson_item(row))
        .collect()
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
