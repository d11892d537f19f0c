//! The dialog of a new contact: a company or a person, from the list of contacts, from the card of the
//! person's company, or made on the way.

use super::bound::Bound;
use super::creating::Creating;
use super::making::Making;
use super::options::key_of;
use super::pickers::company_field;
use super::reading::{self, parsed_id};
use super::salespeople::salesperson_field;
use super::series::new_number;
use crate::browser::clock;
use crate::domain::contact::{Contact, ContactEdit, starts_with};
use crate::domain::id::{ContactId, SalespersonId};
use crate::domain::values::ContactType;
use crate::domain::{Command, Field};
use crate::ui::navigate::{close_sheet, go_to};
use crate::ui::parts::field::TextKind;
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::route::Page;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr_with};
use leptos::prelude::*;

/// Who a new contact is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Newcomer {
    /// A company or a person.
    Anybody,
    /// A company and nothing else.
    Company,
    /// At first a person of this company.
    PersonOf(ContactId),
}

/// The dialog of a page; the contact's card opens once it is created. `company` is the one that a new
/// person will belong to, where it is opened from its card.
pub fn new_contact(store: Store, company: Option<ContactId>) -> AnyView {
    let who = company.map_or(Newcomer::Anybody, Newcomer::PersonOf);
    let made = move |id: ContactId| {
        let no = store.peek(|records| Some(records.get::<Contact>(id)?.no.clone()));
        close_sheet();
        if let Some(no) = no {
            go_to(Page::Contact(no));
        }
    };
    let close = Callback::new(|()| close_sheet());
    contact_dialog(store, "", who, Callback::new(made), close)
}

/// The dialog of a contact whose name may have been typed already.
pub fn contact_dialog(
    store: Store,
    typed: &str,
    who: Newcomer,
    on_made: Callback<ContactId>,
    on_close: Callback<()>,
) -> AnyView {
    let id: ContactId = clock::new_id();
    let creating = Creating::<ContactEdit>::new(store);
    let (first_type, company) = match who {
        Newcomer::PersonOf(company) => (ContactType::Person, Some(company)),
        Newcomer::Anybody | Newcomer::Company => (ContactType::Company, None),
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
    creating.start(Field::Name, typed.trim().to_string());
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
            {(who != Newcomer::Company).then(|| kind.options(types))}
            {name.required().autofocus().text(100)}
            <Show when=move || is_person.get()>{company_field(store, company)}</Show>
            <div class="fields">
                {phone.typed(30, TextKind::Phone)} {email.typed(80, TextKind::Email)}
            </div>
            <div class="fields">{salesperson_field(store, salesperson)} {no}</div>
        </div>
    }
    .into_any();
    let title = tr_with(move |m| {
        let title = match who {
            Newcomer::Anybody => m.people.new_contact,
            Newcomer::Company => m.people.new_company,
            Newcomer::PersonOf(_) => m.people.new_person,
        };
        title.into()
    });
    creating.dialog(
        title,
        move |edits| Command::CreateContact(id, worth_sending(edits)),
        Callback::new(move |_| on_made.run(id)),
        on_close,
        fields,
    )
}

/// A contact that is made on the way; `take` is told it once it exists.
pub fn making_contact(store: Store, take: impl Fn(ContactId) + Send + Sync + 'static) -> Making {
    let dialog = move |typed: &str, made, close| {
        contact_dialog(store, typed, Newcomer::Anybody, made, close)
    };
    Making::new(dialog, take)
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
