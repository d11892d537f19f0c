//! The fields of a contact, each saved when it is left.

use crate::domain::Field;
use crate::domain::contact::{Contact, ContactEdit, Person};
use crate::domain::values::{ContactType, CorrespondenceType};
use crate::ui::cards::bound::Bound;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::options::{key_of, values};
use crate::ui::cards::pickers::{code_of_list, company_field, countries, languages};
use crate::ui::cards::reading;
use crate::ui::cards::salespeople::salesperson_field;
use crate::ui::cards::ways::way;
use crate::ui::outside;
use crate::ui::parts::button::LinkButton;
use crate::ui::parts::field::TextKind;
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::Section;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

/// Who it is, to whom it belongs, and who looks after it.
pub(super) fn general(store: Store, card: Editing<Contact>, is_person: bool) -> AnyView {
    let no = card.code(Field::No, |row| row.no.to_string(), ContactEdit::No);
    let name = card.line(Field::Name, |row| row.name.clone(), ContactEdit::Name);
    let kind = card.bind(
        Field::Type,
        |row| key_of(ContactType::ALL, Some(row.contact_type())),
        reading::value(ContactType::ALL, |choice| {
            ContactEdit::Type(choice.unwrap_or(ContactType::Company))
        }),
    );
    let salesperson = card.record(
        Field::Salesperson,
        |row| row.salesperson,
        ContactEdit::Salesperson,
    );
    let language = card.bind(
        Field::Language,
        |row| {
            row.language
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default()
        },
        code_of_list(ContactEdit::Language),
    );
    let correspondence = card.value(
        Field::CorrespondenceType,
        CorrespondenceType::ALL,
        |row| row.correspondence_type,
        ContactEdit::CorrespondenceType,
    );
    let blocked = card.flag(
        Field::PrivacyBlocked,
        |row| row.privacy_blocked,
        ContactEdit::PrivacyBlocked,
    );
    let excluded = card.flag(
        Field::ExcludeFromSegment,
        |row| row.exclude_from_segment,
        ContactEdit::ExcludeFromSegment,
    );
    let types = Signal::derive(|| {
        let name = texts().terms.contact_type;
        let option = |each: &ContactType| {
            SelectOption::new(key_of(ContactType::ALL, Some(*each)), name(*each))
        };
        ContactType::ALL.iter().map(option).collect::<Vec<_>>()
    });
    let privacy_hint = tr_with(|m| m.people.privacy_contact.into());
    let excluded_hint = tr_with(|m| m.people.excluded_contact.into());
    view! {
        <Section title=tr(|m| m.people.general) open=true>
            <div class="fields">
                <div class="field-double">{name.required().text(100)}</div>
                {no.required().typed(20, TextKind::Code)}
                {is_person.then(|| person_fields(store, card))} {kind.select(types)}
                {salesperson_field(store, salesperson)} {language.select(languages())}
                {correspondence.select(values(CorrespondenceType::ALL, |m| m.terms.correspondence_type))}
            </div>
            {blocked.hint(Signal::derive(move || Some(privacy_hint.get()))).switch()}
            {excluded.hint(Signal::derive(move || Some(excluded_hint.get()))).switch()}
        </Section>
    }
    .into_any()
}

/// What only a person has.
fn person_fields(store: Store, card: Editing<Contact>) -> AnyView {
    let company = card.record(
        Field::Company,
        |row| row.person().and_then(|person| person.company),
        ContactEdit::Company,
    );
    let part = |field, read: fn(&Person) -> &String, edit: fn(String) -> ContactEdit| {
        let shown = move |row: &Contact| row.person().map(|p| read(p).clone()).unwrap_or_default();
        card.line(field, shown, edit)
    };
    let first = part(Field::FirstName, |p| &p.first_name, ContactEdit::FirstName);
    let middle = part(
        Field::MiddleName,
        |p| &p.middle_name,
        ContactEdit::MiddleName,
    );
    let surname = part(Field::Surname, |p| &p.surname, ContactEdit::Surname);
    let title = part(Field::JobTitle, |p| &p.job_title, ContactEdit::JobTitle);
    view! {
        <div class="field-wide fields-names">
            {first.text(30)} {middle.text(30)} {surname.text(30)}
        </div>
        {company_field(store, company)}
        {title.text(30)}
    }
    .into_any()
}

/// How to reach it, each with the way to do so.
pub(super) fn communication(card: Editing<Contact>) -> AnyView {
    let phone = card.line(Field::Phone, |row| row.phone.clone(), ContactEdit::Phone);
    let mobile = card.line(
        Field::MobilePhone,
        |row| row.mobile_phone.clone(),
        ContactEdit::MobilePhone,
    );
    let email = card.line(Field::Email, |row| row.email.clone(), ContactEdit::Email);
    let page = card.line(
        Field::HomePage,
        |row| row.home_page.clone(),
        ContactEdit::HomePage,
    );
    let summary = card.read(|row| {
        let parts = [&row.phone, &row.mobile_phone, &row.email];
        let filled = parts.into_iter().filter(|part| !part.is_empty());
        filled.map(String::as_str).collect::<Vec<_>>().join(" · ")
    });
    let call = |number: Bound| way(number, outside::call, tr(|m| m.people.call), Icon::Phone);
    view! {
        <Section title=tr(|m| m.people.communication) open=true summary=folded(summary)>
            <div class="fields">
                <div class="field-ways">{phone.typed(30, TextKind::Phone)} {call(phone)}</div>
                <div class="field-ways">
                    {mobile.typed(30, TextKind::Phone)} {call(mobile)}
                    {way(mobile, outside::text_message, tr(|m| m.people.text_message), Icon::Interaction)}
                </div>
                <div class="field-ways">
                    {email.typed(80, TextKind::Email)}
                    {way(email, outside::mail, tr(|m| m.people.write_mail), Icon::Mail)}
                </div>
                <div class="field-ways">
                    {page.typed(255, TextKind::Url)}
                    {way(page, outside::home_page, tr(|m| m.people.open_home_page), Icon::OpenOutside)}
                </div>
            </div>
        </Section>
    }
    .into_any()
}

/// Where it is.
pub(super) fn address(card: Editing<Contact>) -> AnyView {
    let street = card.line(
        Field::Address,
        |row| row.address.clone(),
        ContactEdit::Address,
    );
    let street_2 = card.line(
        Field::Address2,
        |row| row.address_2.clone(),
        ContactEdit::Address2,
    );
    let post_code = card.line(
        Field::PostCode,
        |row| row.post_code.clone(),
        ContactEdit::PostCode,
    );
    let city = card.line(Field::City, |row| row.city.clone(), ContactEdit::City);
    let country = card.bind(
        Field::Country,
        |row| {
            row.country
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default()
        },
        code_of_list(ContactEdit::Country),
    );
    let summary = card.read(|row| {
        let place = format!("{} {}", row.post_code, row.city);
        let parts = [row.address.as_str(), row.address_2.as_str(), place.trim()];
        let filled = parts.into_iter().filter(|part| !part.is_empty());
        filled.collect::<Vec<_>>().join(", ")
    });
    let map = card.read(|row| {
        let place = format!("{} {}", row.post_code, row.city);
        let country = row.country.as_ref().map_or("", |code| code.as_str());
        let is_known = !row.address.is_empty() || !row.city.is_empty();
        outside::map(&[&row.address, place.trim(), country]).filter(|_| is_known)
    });
    let show = move || {
        let href = map.get()?;
        Some(view! { <LinkButton label=tr(|m| m.people.show_on_map) href=href icon=Icon::Place/> })
    };
    view! {
        <Section title=tr(|m| m.people.address) open=true summary=folded(summary)>
            <div class="fields">
                {street.text(100)} {street_2.text(50)} {post_code.text(20)} {city.text(30)}
                {country.select(countries())}
            </div>
            <div class="cluster">{show}</div>
        </Section>
    }
    .into_any()
}

/// What a folded section says of its inside; nothing where there is nothing.
fn folded(text: Memo<String>) -> Signal<Option<String>> {
    Signal::derive(move || Some(text.get()).filter(|text| !text.is_empty()))
}
