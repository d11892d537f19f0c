//! The list of contacts: companies above their persons, found while typing.
//!
//! `rows.rs` has what it shows and in which order, `facts.rs` the box beside it.

mod facts;
mod rows;

use self::facts::facts;
use self::rows::{Rows, SORTABLE, cell, columns};
use crate::domain::Table;
use crate::ui::cards::keys::on_new;
use crate::ui::cards::new_contact::new_contact;
use crate::ui::cards::removing::{Removal, contact_removal, removal_question};
use crate::ui::lists::address::ListAddress;
use crate::ui::navigate::{open_sheet, route_part};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{List, SortBy};
use crate::ui::route::{From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;

/// The page.
#[component]
pub fn Contacts(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let address = ListAddress::of(SORTABLE);
    let rows = Rows::new(store, address);
    let active_at = RwSignal::new(None::<usize>);
    let active = Memo::new(move |_| rows.contact_at(active_at.get()?));
    let create = move |()| {
        let from = match active.get_untracked() {
            Some(contact) => From::Contact(contact.no.clone()),
            None => From::Blank,
        };
        open_sheet(Sheet::Create(from));
    };
    let new = Callback::new(|()| open_sheet(Sheet::New));
    on_new(new);
    let removal = RwSignal::new(None::<Removal>);
    let ask = move |_keys| {
        removal.set(untrack(|| {
            active.get().map(|row| contact_removal(store, &row))
        }))
    };
    let empty = move || {
        let action = move || {
            view! {
                <Button
                    label=tr(|m| m.people.new_contact)
                    kind=ButtonKind::Primary
                    icon=Icon::Plus
                    on_press=new
                />
            }
        };
        view! {
            <EmptyState
                icon=Icon::Contacts
                title=tr(|m| m.people.no_contacts)
                text=tr(|m| m.people.no_contacts_detail)
                actions=action
            />
        }
    };
    let title = tr_with(|m| (m.terms.records)(Table::Contact).into());
    let sort = move || {
        let by_name = SortBy {
            column: "name",
            descending: false,
        };
        Some(address.sort.get().unwrap_or(by_name))
    };
    let counts = tr_with(move |m| {
        let (n_companies, n_persons) = rows.counts();
        (m.home.companies_persons)(n_companies, n_persons)
    });
    let is_new = route_part(|route| route.sheet == Some(Sheet::New));
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{title}</h1>
                <p class="page-sub">{counts}</p>
            </div>
            <div class="page-actions">
                <Show when=move || { rows.n_all() > 0 }>
                    <Button
                        label=tr(|m| m.create.title)
                        kind=ButtonKind::Primary
                        icon=Icon::Plus
                        on_press=Callback::new(create)
                    />
                    <Button label=tr(|m| m.people.new_contact) keys="Alt+N" on_press=new/>
                </Show>
            </div>
        </header>
        <div class="page-body page-fill list-with-facts">
            <List
                label=title
                columns=Signal::derive(columns)
                n=Signal::derive(move || rows.n())
                n_all=Signal::derive(move || Some(rows.n_all()))
                row_key=Callback::new(move |at| {
                    rows.contact_at(at).map_or_else(String::new, |row| row.id.to_string())
                })
                cell=Callback::new(move |(at, column)| cell(store, rows, at, column))
                row_href=Callback::new(move |at| {
                    let page = rows.contact_at(at).map(|row| Page::Contact(row.no.clone()));
                    Route::to(page.unwrap_or(Page::Contacts)).href()
                })
                row_state=Callback::new(move |at| rows.state(at))
                sort=Signal::derive(sort)
                on_sort=address.on_sort()
                search=address.search
                on_search=address.on_search()
                on_show_all=address.on_show_all()
                on_active=Callback::new(move |at| active_at.set(Some(at)))
                place=address.place
                on_delete=Callback::new(ask)
                empty=empty
            />
            <Show when=move || { rows.n_all() > 0 }>{facts(store, active)}</Show>
        </div>
        <Show when=move || is_new.get()>{new_contact(store, None)}</Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}
