//! The persons of a company.

use crate::browser::collation;
use crate::domain::Table;
use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::ui::navigate::open_sheet;
use crate::ui::outside;
use crate::ui::parts::avatar::{Avatar, AvatarShape, AvatarSize};
use crate::ui::parts::button::{Button, LinkButton};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::sections::Card;
use crate::ui::route::{ListState, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

/// More persons are looked at in the list.
const MAX_SHOWN: usize = 30;

/// The section: rows that lead to the persons' cards, and a new one.
pub(super) fn persons(store: Store, company: ContactId) -> AnyView {
    let all = Memo::new(move |_| {
        let lang = language();
        store.read(&[Table::Contact], |records| {
            let mut persons: Vec<Arc<Contact>> = records.persons_of(company).cloned().collect();
            persons.sort_by(|a, b| collation::compare(lang, &a.name, &b.name));
            persons
        })
    });
    let n = Memo::new(move |_| all.with(Vec::len));
    let count = Signal::derive(move || {
        let n = u64::try_from(n.get()).unwrap_or_default();
        (n > 0).then(|| texts().format.count(n))
    });
    let shown = move || {
        let rows = all.with(|all| all.iter().take(MAX_SHOWN).map(row).collect::<Vec<_>>());
        view! { <div class="rows">{rows}</div> }
    };
    // The list, searched for the company's name.
    let more =
        move || {
            (n.get() > MAX_SHOWN).then(|| {
            let search = store.read(&[Table::Contact], |records| {
                records.get::<Contact>(company).map(|row| row.name.clone()).unwrap_or_default()
            });
            let route = Route {
                list: ListState {
                    search,
                    ..ListState::default()
                },
                ..Route::to(Page::Contacts)
            };
            let n = u32::try_from(n.get()).unwrap_or(u32::MAX);
            view! { <a class="more-link" href=route.href()>{(texts().people.show_all_n)(n)}</a> }
        })
        };
    let new = Callback::new(|()| open_sheet(Sheet::New));
    let actions = move || {
        view! { <Button label=tr(|m| m.people.new_person) icon=Icon::Plus on_press=new/> }
    };
    view! {
        <Card
            title=Signal::derive(|| Some(texts().people.persons.to_string()))
            note=count
            actions=actions
        >
            <Show
                when=move || { n.get() > 0 }
                fallback=|| view! { <p class="muted">{tr(|m| m.people.no_persons)}</p> }
            >
                {shown}
                {more}
            </Show>
        </Card>
    }
    .into_any()
}

fn row(contact: &Arc<Contact>) -> AnyView {
    let name = contact.name.clone();
    let job_title = contact.person().map(|person| person.job_title.clone());
    let job_title = job_title.unwrap_or_default();
    let href = Route::to(Page::Contact(contact.no.clone())).href();
    let number = if contact.phone.is_empty() {
        contact.mobile_phone.clone()
    } else {
        contact.phone.clone()
    };
    let call = outside::call(&number).map(|address| {
        let who = name.clone();
        let label = tr_with(move |m| (m.people.call_name)(&who));
        view! { <LinkButton label=label href=address icon=Icon::Phone icon_only=true/> }
    });
    view! {
        <div class="row">
            <Avatar name=name.clone() shape=AvatarShape::Round size=AvatarSize::Normal/>
            <div class="row-text">
                <a class="row-title" href=href>{name.clone()}</a>
                <div class="row-detail">{job_title}</div>
            </div>
            <div class="row-end cluster"><span class="figures">{number}</span> {call}</div>
        </div>
    }
    .into_any()
}
