//! Fields that look up a company or a salesperson, and those that choose a language or a country.

use super::bound::Bound;
use super::reading::{Edits, Reading, parsed_id};
use crate::browser::collation;
use crate::browser::names::{country_name, language_name};
use crate::domain::code::Code;
use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::domain::salesperson::Salesperson;
use crate::domain::search::{Wanted, fold};
use crate::domain::values::{COUNTRIES, LANGUAGES};
use crate::domain::{Records, Table};
use crate::language::Lang;
use crate::ui::lookups::{contact_item, salesperson_item};
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::parts::picker::PickerItem;
use crate::ui::store::Store;
use crate::ui::text::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// So many a lookup offers at once.
const MAX_OFFERED: usize = 30;

/// Looks up a salesperson; those who are blocked in either way are not offered.
pub fn salesperson_field(store: Store, bound: Bound) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(&[Table::Salesperson], |records| {
            let row = records.get::<Salesperson>(parsed_id(&key.read())?)?;
            Some(salesperson_item(row))
        })
    });
    let offer = move |typed: String| {
        let wanted = Wanted::new(&typed);
        store.peek(|records| {
            let mut rows: Vec<_> = records
                .all::<Salesperson>()
                .filter(|row| row.is_available())
                .filter(|row| wanted.is_in(&fold(&format!("{} {}", row.name, row.code))))
                .collect();
            let lang = language_now();
            rows.sort_by(|a, b| collation::compare(lang, &a.name, &b.name));
            let items = rows.into_iter().map(|row| salesperson_item(row));
            items.take(MAX_OFFERED).collect::<Vec<_>>()
        })
    };
    bound.picker(selected, Callback::new(offer), None)
}

/// Looks up a company.
pub fn company_field(store: Store, bound: Bound) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(&[Table::Contact], |records| {
            let row = records.get::<Contact>(parsed_id(&key.read())?)?;
            Some(contact_item(records, row))
        })
    });
    // Folded when the first key is pressed, and then for all keys.
    let companies = store.memo(&[Table::Contact], |records| {
        let companies = records.contacts_by_no().filter(|row| !row.is_person());
        let line = |row: &Arc<Contact>| {
            let text = format!("{}\n{}\n{}", row.name, row.no, row.city);
            (row.id, fold(&text))
        };
        companies.map(line).collect::<Vec<(ContactId, String)>>()
    });
    let offer = move |typed: String| {
        let wanted = Wanted::new(&typed);
        let mut found: Vec<(u8, ContactId)> = companies.with_untracked(|companies| {
            let found = companies.iter().filter(|(_, text)| wanted.is_in(text));
            found.map(|(id, text)| (wanted.rank(text), *id)).collect()
        });
        found.sort_by_key(|(rank, _)| *rank);
        store.peek(|records| items(records, found.iter().map(|(_, id)| *id)))
    };
    bound.picker(selected, Callback::new(offer), None)
}

fn items(records: &Records, ids: impl Iterator<Item = ContactId>) -> Vec<PickerItem> {
    let rows = ids.filter_map(|id| records.get::<Contact>(id));
    let items = rows.map(|row| contact_item(records, row));
    items.take(MAX_OFFERED).collect()
}

/// Reads a code out of a list, or none.
pub fn code_of_list<E, const MAX: usize>(edit: impl Edits<Option<Code<MAX>>, E>) -> Reading<E> {
    // The list holds codes only, so what it hands over is one, or blank.
    Arc::new(move |key| {
        Ok((
            key.to_string(),
            edit(Code::optional(key).unwrap_or_default()),
        ))
    })
}

/// The languages on offer, by their names.
pub fn languages() -> Signal<Vec<SelectOption>> {
    Signal::derive(|| named(LANGUAGES, language_name))
}

/// The countries on offer, by their names.
pub fn countries() -> Signal<Vec<SelectOption>> {
    Signal::derive(|| named(COUNTRIES, country_name))
}

fn named(codes: &[&str], name: fn(&str, Lang) -> String) -> Vec<SelectOption> {
    let lang = language();
    let mut options: Vec<SelectOption> = codes
        .iter()
        .map(|code| SelectOption::new(*code, capitalised(&name(code, lang))))
        .collect();
    options.sort_by(|a, b| collation::compare(lang, &a.label, &b.label));
    options.insert(0, SelectOption::new("", texts().terms.blank));
    options
}

/// Finnish writes the names of languages in lower case; in a list they begin like all the others.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

/// The language, for event handlers.
fn language_now() -> Lang {
    untrack(language)
}
