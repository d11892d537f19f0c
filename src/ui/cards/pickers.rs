//! Fields that look up a company, and those that choose a language or a country.

use super::bound::Bound;
use super::making::lookup;
use super::new_contact::{Newcomer, contact_dialog};
use super::reading::{Edits, Reading, parsed_id};
use crate::browser::collation;
use crate::browser::names::{country_name, language_name};
use crate::domain::Table;
use crate::domain::code::Code;
use crate::domain::contact::Contact;
use crate::domain::search::Wanted;
use crate::domain::values::{COUNTRIES, LANGUAGES};
use crate::language::Lang;
use crate::ui::lookups::{ContactLookup, contact_item};
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::store::Store;
use crate::ui::text::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// So many a lookup offers at once.
const MAX_OFFERED: usize = 30;

/// Looks up a company. "New…" makes one and takes it.
pub fn company_field(store: Store, bound: Bound) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(&[Table::Contact], |records| {
            let row = records.get::<Contact>(parsed_id(&key.read())?)?;
            Some(contact_item(records, row))
        })
    });
    let contacts = ContactLookup::new(store);
    let offer = move |typed: String| {
        let wanted = Wanted::new(&typed);
        if wanted.is_blank() {
            return store.peek(|records| {
                let companies = records.contacts_by_no().filter(|row| !row.is_person());
                let items = companies.map(|row| contact_item(records, row));
                items.take(MAX_OFFERED).collect()
            });
        }
        let found = contacts.find(&wanted, MAX_OFFERED, |row| !row.is_person());
        store.peek(|records| {
            let rows = found.iter().map(|(_, row)| contact_item(records, row));
            rows.collect::<Vec<_>>()
        })
    };
    lookup(bound, selected, offer, move |typed, made, close| {
        contact_dialog(store, typed, Newcomer::Company, made, close)
    })
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
