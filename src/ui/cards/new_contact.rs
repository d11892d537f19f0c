//! The dialog of a new contact: a company or a person, from the list of contacts or from the card
//! of the person's company.

use super::bound::Bound;
use super::creating::Creating;
use super::options::key_of;
use super::pickers::company_field;
use super::reading::{self, parsed_id};
use super::salespeople::salesperson_field;
use super::series::new_number;
use crate::browser::clock;
use crate::domain::code::Code;
use crate::domain::contact::{Contact, ContactEdit, starts_with};
use crate::domain::id::{ContactId, SalespersonId};
use crate::domain::values::ContactType;
use crate::domain::{Command, Field, Notice, Table};
use crate::ui::navigate::{close_sheet, go_to};
use crate::ui::parts::field::TextKind;
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::route::Page;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr_with};
use leptos::prelude::*;

/// The dialog. `company` is the one that a new person will belong to, where it is opened from its
/// card.
pub fn new_contact(store: Store, company: Option<ContactId>) -> AnyView {
    let id: ContactId = clock::new_id();
    let creating = Creating::<ContactEdit>::new(store);
    let first_type = match company {
        Some(_) => ContactType::Person,
        None => ContactType::Company,
    };
    let kind = creating.bind(
        Field::Type,
        type_key(first_type),
        reading::value(ContactType::ALL, |choice| {
            ContactEdit::Type(choice.unwrap_or(ContactType::Company))
        }),
    );
    let is_person = Memo::new(move |_| *kind.value().read() == type_key(ContactType::Person));
    let no = creating.code(Field::No, ContactEdit::No);
    let no = new_number(store, no, |setup| setup.contact_nos, |m| m.people.type_it);
    let (company, salesperson) = company_and_salesperson(store, creating, company);
    let name = creating.line(Field::Name, ContactEdit::Name);
    let phone = creating.line(Field::Phone, ContactEdit::Phone);
    let email = creating.line(Field::Email, ContactEdit::Email);
    let types = Signal::derive(|| {
        let name = texts().terms.contact_type;
        let options = ContactType::ALL.iter();
        let option = |each: &ContactType| SelectOption::new(type_key(*each), name(*each));
        options.map(option).collect::<Vec<_>>()
    });
    let fields = view! {
        <div class="stack">
            {kind.options(types)} {name.required().autofocus().text(100)}
            <Show when=move || is_person.get()>{company_field(store, company)}</Show>
            <div class="fields">
                {phone.typed(30, TextKind::Phone)} {email.typed(80, TextKind::Email)}
            </div>
            <div class="fields">{salesperson_field(store, salesperson)} {no}</div>
        </div>
    }
    .into_any();
    let title = tr_with(move |m| {
        let title = match first_type {
            ContactType::Company => m.people.new_contact,
            ContactType::Person => m.people.new_person,
        };
        title.into()
    });
    creating.dialog(
        title,
        move |edits| Command::CreateContact(id, worth_sending(edits)),
        Callback::new(open_created),
        Callback::new(|()| close_sheet()),
        fields,
    )
}

fn type_key(kind: ContactType) -> String {
    key_of(ContactType::ALL, Some(kind))
}

/// The company of a person, and who is responsible: the company's salesperson as soon as it is
/// chosen, as the contact will take it over; else who is proposed for every new contact.
fn company_and_salesperson(
    store: Store,
    creating: Creating<ContactEdit>,
    company: Option<ContactId>,
) -> (Bound, Bound) {
    let of_company = move |company: Option<ContactId>| -> Option<SalespersonId> {
        let company = company?;
        store.peek(|records| {
            let inherits = records.setup().inherit.salesperson;
            let row = records.get::<Contact>(company).filter(|_| inherits)?;
            row.salesperson
        })
    };
    let moment = store.moment();
    let proposed = store.peek(|records| starts_with(records, &moment).salesperson);
    let first = of_company(company).or(proposed);
    let text = |id: Option<uuid::Uuid>| id.map_or_else(String::new, |id| id.to_string());
    let company = creating.bind(
        Field::Company,
        text(company.map(|id| id.0)),
        reading::record(ContactEdit::Company),
    );
    let salesperson = creating.bind(
        Field::Salesperson,
        text(first.map(|id| id.0)),
        reading::record(ContactEdit::Salesperson),
    );
    let choose = company.on_pick;
    let take_over = move |key: String| {
        if let Some(id) = of_company(parsed_id(&key)) {
            salesperson.on_pick.run(id.to_string());
        }
        choose.run(key);
    };
    let company = Bound {
        on_pick: Callback::new(take_over),
        ..company
    };
    (company, salesperson)
}

/// Without what a company cannot have, and without the blanks in which a person takes over what its
/// company has.
fn worth_sending(edits: Vec<ContactEdit>) -> Vec<ContactEdit> {
    let is_person = edits.contains(&ContactEdit::Type(ContactType::Person));
    let says_something = |edit: &ContactEdit| match edit {
        ContactEdit::Company(choice) => is_person && choice.is_some(),
        ContactEdit::No(text) | ContactEdit::Phone(text) | ContactEdit::Email(text) => {
            !text.is_empty()
        }
        _ => true,
    };
    edits.into_iter().filter(says_something).collect()
}

/// Opens the card of the contact just created.
fn open_created(notices: Vec<Notice>) {
    close_sheet();
    let no = notices.iter().find_map(|notice| match notice {
        Notice::Created(Table::Contact, no) => Code::new(no).ok(),
        _ => None,
    });
    if let Some(no) = no {
        go_to(Page::Contact(no));
    }
}
