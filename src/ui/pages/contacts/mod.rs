//! The list of contacts: companies above their persons, found while typing.
//!
//! `rows.rs` has what it shows and in which order, `facts.rs` the box beside it, `many.rs` what is done
//! to those selected.

mod facts;
mod many;
mod rows;

use self::facts::facts;
use self::many::Many;
pub(in crate::ui) use self::rows::make_ready;
use self::rows::{cell, contact_at, fields, index, rows, state};
use crate::domain::Table;
use crate::ui::action::{Action, register};
use crate::ui::cards::new_contact::new_contact;
use crate::ui::cards::removing::{Removal, removal_question};
use crate::ui::keys;
use crate::ui::lists::record_list::{RecordList, record_list};
use crate::ui::lists::shown::Shown;
use crate::ui::navigate::{open_sheet, route_part};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{Selection, SortBy};
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
    let index = index(store);
    let shown = Shown::new(store, "contacts", Signal::derive(fields), rows(index));
    let active_at = RwSignal::new(None::<usize>);
    let active = Memo::new(move |_| {
        store.read(&[Table::Contact], |_| ());
        contact_at(shown, active_at.get()?)
    });
    let create = move |()| {
        let from = match active.get_untracked() {
            Some(contact) => From::Contact(contact.no.clone()),
            None => From::Blank,
        };
        open_sheet(Sheet::Create(from));
    };
    let new = Callback::new(|()| open_sheet(Sheet::New));
    let create_action = register(
        Action::new(|m| m.create.title.into(), Callback::new(create))
            .icon(Icon::Plus)
            .kind(ButtonKind::Primary),
    );
    let new_action = register(
        Action::new(|m| m.people.new_contact.into(), new)
            .icon(Icon::Plus)
            .kind(ButtonKind::Normal)
            .keys(keys::NEW),
    );
    let removal = RwSignal::new(None::<Removal>);
    let selected = RwSignal::new(Selection::new());
    let many = Many::of_page(store, selected, removal);
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
    let by_name = SortBy {
        column: "name",
        descending: false,
    };
    let counts = tr_with(move |m| {
        let (n, n_persons) = index.with(|index| (index.len(), index.n_persons()));
        let whole = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (m.home.companies_persons)(whole(n - n_persons), whole(n_persons))
    });
    let list = record_list(RecordList {
        own_sort: Some(by_name),
        cell: Some(Callback::new(move |(at, column)| cell(shown, at, column))),
        row_href: Some(Callback::new(move |at| {
            let page = contact_at(shown, at).map(|row| Page::Contact(row.no.clone()));
            Route::to(page.unwrap_or(Page::Contacts)).href()
        })),
        row_state: Some(Callback::new(move |at| state(shown, at))),
        on_active: Some(Callback::new(move |at| active_at.set(Some(at)))),
        row_actions: vec![create_action],
        multi: true,
        selected,
        selection_actions: (move || many.buttons()).into(),
        on_delete: Some(Callback::new(move |keys| many.delete(keys))),
        empty: empty.into(),
        ..RecordList::new(shown, title)
    });
    let is_new = route_part(|route| route.sheet == Some(Sheet::New));
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{title}</h1>
                <p class="page-sub">{counts}</p>
            </div>
            <div class="page-actions">
                <Show when=move || { shown.n_all() > 0 }>
                    {create_action.button()}
                    {new_action.button()}
                </Show>
            </div>
        </header>
        <div class="page-body page-fill list-with-facts">
            {list}
            <Show when=move || { shown.n_all() > 0 }>{facts(store, active)}</Show>
        </div>
        <Show when=move || is_new.get()>{new_contact(store, None)}</Show>
        {removal_question(store, removal, None)} {many.dialog()}
    }
    .into_any()
}
