//! The card of a contact: what is known of it, each field edited in place, and what happened with
//! it.
//!
//! `sections.rs` has the fields, `classification.rs` the groups, `persons.rs` those who belong to a
//! company.

mod classification;
mod persons;
mod sections;

use self::classification::classification;
use self::persons::persons;
use self::sections::{address, communication, general};
use crate::domain::code::ContactNo;
use crate::domain::contact::{Contact as Row, ContactKind};
use crate::domain::id::ContactId;
use crate::domain::interaction::statistics::scope_of;
use crate::domain::salesperson::Salesperson;
use crate::domain::{Command, Reason, RecordName, Records, Table};
use crate::language::explain;
use crate::ui::cards::actions::{Actions, actions, layout};
use crate::ui::cards::editing::Editing;
use crate::ui::cards::erasing::{Erasing, erasing, erasing_question};
use crate::ui::cards::following::{Addressed, followed};
use crate::ui::cards::head::{Fact, Head, head};
use crate::ui::cards::history::{HowMuch, Subject, history_facts};
use crate::ui::cards::new_contact::new_contact;
use crate::ui::cards::removing::{Removal, contact_removal, removal_question};
use crate::ui::cards::segments::segments_of;
use crate::ui::cards::walking::neighbours;
use crate::ui::companies::Companies;
use crate::ui::lookups::shape_of;
use crate::ui::navigate::{current_route, route_part};
use crate::ui::outside;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::avatar::AvatarShape;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, Page, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

static ADDRESSED: Addressed<Row, ContactNo> = Addressed {
    code_in: |page| match page {
        Page::Contact(no) => Some(no),
        _ => None,
    },
    find: |records, no| records.contact_by_no(no).map(|row| row.id),
    code_of: |row| &row.no,
    page: Page::Contact,
};

/// The page of the contact that the address names.
#[component]
pub fn Contact(
    /// The companies of this device: erasing reaches all states of this one.
    companies: Companies,
    /// The open company.
    store: Store,
) -> impl IntoView {
    let id = followed(store, &ADDRESSED);
    move || match id.get() {
        Some(id) => card(companies, store, id),
        None => {
            let no = untrack(|| match current_route().page {
                Page::Contact(no) => no.to_string(),
                _ => String::new(),
            });
            no_record(|m| (m.terms.record)(Table::Contact), no)
        }
    }
}

fn card(companies: Companies, store: Store, id: ContactId) -> AnyView {
    let editing = Editing::<Row>::new(store, id, Command::EditContact);
    let contact = Memo::new(move |before: Option<&Option<Arc<Row>>>| {
        let now = store.read(&[Table::Contact], |records| records.get::<Row>(id).cloned());
        // A contact that was just deleted is shown until the page is left.
        now.or_else(|| before.cloned().flatten())
    });
    let subject = Memo::new(move |_| {
        let no = contact.with(|contact| contact.as_ref().map(|row| row.no.clone()))?;
        Some(Subject {
            scope: store.read(&[Table::Contact], |records| scope_of(records, id)),
            context: Context::Contact(no),
        })
    });
    let is_person =
        Memo::new(move |_| contact.with(|row| row.as_ref().is_some_and(|row| row.is_person())));
    let removal = RwSignal::new(None::<Removal>);
    let erased = RwSignal::new(None::<Erasing>);
    let fields = move || {
        view! {
            {move || general(store, editing, is_person.get())}
            <Show when=move || !is_person.get()>{persons(store, id)}</Show>
            {communication(editing)}
            {address(editing)}
            {move || classification(store, editing, is_person.get())}
            {segments_of(store, id)}
        }
        .into_any()
    };
    let facts = move || history_facts(store, subject.into(), HowMuch::All, None, ().into_any());
    let is_new = route_part(|route| route.sheet == Some(Sheet::New));
    let walk = neighbours::<Row>(store, id, "contacts", |row| Page::Contact(row.no.clone()));
    view! {
        {top(store, contact, subject.into(), (removal, erased), walk)}
        {layout(fields, facts)}
        <Show when=move || is_new.get()>{new_contact(store, (!is_person.get_untracked()).then_some(id))}</Show>
        {removal_question(store, removal, Some(Page::Contacts))}
        {erasing_question(companies, store, erased)}
    }
    .into_any()
}

fn top(
    store: Store,
    contact: Memo<Option<Arc<Row>>>,
    subject: Signal<Option<Subject>>,
    (removal, erased): (RwSignal<Option<Removal>>, RwSignal<Option<Erasing>>),
    beside: AnyView,
) -> AnyView {
    let name = Signal::derive(move || {
        contact.with(|row| row.as_ref().map(|row| row.name.clone()).unwrap_or_default())
    });
    let shape = Signal::derive(move || {
        contact.with(|row| row.as_deref().map_or(AvatarShape::Square, shape_of))
    });
    let facts = Signal::derive(move || {
        let row = contact.get();
        let tables = &[Table::Contact, Table::Salesperson];
        store.read(tables, |records| {
            row.map(|row| facts(records, &row)).unwrap_or_default()
        })
    });
    let is_blocked =
        Memo::new(move |_| contact.with(|row| row.as_ref().is_some_and(|row| row.privacy_blocked)));
    let marks = move || {
        view! {
            <Show when=move || is_blocked.get()>
                <Badge text=tr_with(|m| m.people.privacy_blocked.into()) tone=Tone::Warn/>
            </Show>
        }
    };
    let blocked = Signal::derive(move || {
        let refusal = RecordName::unnamed(Table::Contact).refuse_all(Reason::PrivacyBlocked);
        is_blocked.get().then(|| explain::reason(texts(), &refusal))
    });
    let call = Memo::new(move |_| {
        contact.with(|row| {
            let row = row.as_ref()?;
            outside::call(&row.phone).or_else(|| outside::call(&row.mobile_phone))
        })
    });
    let delete = Callback::new(move |()| {
        let row = contact.get_untracked();
        // The question says how many interactions there are.
        store.once_log_is_there(move || {
            removal.try_set(row.map(|row| contact_removal(store, &row)));
        });
    });
    let erase = Callback::new(move |()| {
        let row = contact.get_untracked();
        store.once_log_is_there(move || {
            erased.try_set(row.and_then(|row| erasing(store, &row)));
        });
    });
    let buttons = move || {
        let call = call.into();
        actions(
            store,
            Actions {
                subject,
                blocked,
                call,
                delete,
                erase: Some(erase),
            },
        )
    };
    head(Head {
        list: (Page::Contacts, Table::Contact),
        name,
        shape,
        facts,
        marks: marks.into(),
        actions: buttons.into(),
        beside,
    })
}

/// Number, kind, company and job, city, salesperson.
fn facts(records: &Records, contact: &Row) -> Vec<Fact> {
    let mut facts = vec![
        Fact::new(&contact.no),
        Fact::new((texts().terms.contact_type)(contact.contact_type())),
    ];
    if let ContactKind::Person(person) = &contact.kind {
        facts.push(Fact::new(&person.job_title));
        if let Some(company) = person.company.and_then(|id| records.get::<Row>(id)) {
            facts.push(Fact::link(&company.name, Page::Contact(company.no.clone())));
        }
    }
    facts.push(Fact::new(&contact.city));
    let salesperson = contact.salesperson;
    if let Some(row) = salesperson.and_then(|id| records.get::<Salesperson>(id)) {
        facts.push(Fact::link(&row.name, Page::Salesperson(row.code.clone())));
    }
    facts
}
