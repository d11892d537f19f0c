//! What can be done with a contact or a salesperson, and how their cards are laid out.

use super::history::{Subject, n_postponed};
use crate::domain::Table;
use crate::ui::navigate::open_sheet;
use crate::ui::parts::button::{Button, ButtonKind, LinkButton};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::{MenuItem, MoreMenu};
use crate::ui::route::{Context, From, Page, Route, Sheet};
use crate::ui::screen;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

/// The actions of a card.
pub struct Actions {
    /// Whose card.
    pub subject: Signal<Option<Subject>>,
    /// Why no interaction can be created now.
    pub blocked: Signal<Option<String>>,
    /// Calls the record's number, if it has one.
    pub call: Signal<Option<String>>,
    /// Asks whether to delete the record.
    pub delete: Callback<()>,
}

/// The buttons at the head of a card.
pub fn actions(store: Store, actions: Actions) -> AnyView {
    let Actions {
        subject,
        blocked,
        call,
        delete,
    } = actions;
    let context = Memo::new(move |_| {
        subject.with(|subject| subject.as_ref().map(|subject| subject.context.clone()))
    });
    let create = move |()| {
        let from = match context.get_untracked() {
            Some(Context::Contact(no)) => From::Contact(no),
            Some(Context::Salesperson(code)) => From::Salesperson(code),
            _ => From::Blank,
        };
        open_sheet(Sheet::Create(from));
    };
    let page = move |page: fn(Context) -> Page| {
        Signal::derive(move || Route::to(page(context.get().unwrap_or_default())).href())
    };
    let n_waiting = Memo::new(move |_| {
        let scope = subject.with(|subject| subject.as_ref().map(|subject| subject.scope));
        store.read(&[Table::LogEntry], |records| {
            scope.map_or(0, |scope| n_postponed(records, scope))
        })
    });
    let waiting = tr_with(move |m| match n_waiting.get() {
        0 => m.people.postponed_interactions.into(),
        n => (m.people.n_postponed)(n),
    });
    let (log, postponed) = (page(Page::Interactions), page(Page::Postponed));
    let entries = tr_with(|m| (m.terms.records)(Table::LogEntry).into());
    let menu = Signal::derive(move || {
        let follow = |label: Signal<String>, href: Signal<String>, icon| {
            let go = move |()| {
                // Only an address that can't be parsed would be refused.
                let _ = window().location().set_hash(&href.get_untracked());
            };
            MenuItem::new(label.get(), Callback::new(go)).icon(icon)
        };
        let delete = MenuItem::new(texts().people.delete, delete);
        let mut lines = Vec::new();
        if screen::is_phone() {
            lines.push(follow(entries, log, Icon::Interaction));
            lines.push(follow(waiting, postponed, Icon::Clock));
        }
        lines.push(delete.icon(Icon::Delete).danger());
        lines
    });
    let call = move || {
        let href = call.get()?;
        let icon_only = screen::is_phone();
        let label = tr(|m| m.people.call);
        Some(view! { <LinkButton label=label href=href icon=Icon::Phone icon_only=icon_only/> })
    };
    // A phone has room for one line of buttons; the rest is in the menu.
    view! {
        <Button
            label=tr(|m| m.create.title)
            kind=ButtonKind::Primary
            icon=Icon::Plus
            blocked=blocked
            on_press=Callback::new(create)
        />
        {call}
        <Show when=move || !screen::is_phone()>
            <LinkButton label=entries href=log/>
            <LinkButton label=waiting href=postponed/>
        </Show>
        <MoreMenu items=menu/>
    }
    .into_any()
}

/// The fields, and beside them what happened. On a phone what happened comes first: it is what one
/// looks up between two visits.
pub fn layout(
    fields: impl Fn() -> AnyView + Send + Sync + 'static,
    facts: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let body = move || {
        if screen::is_phone() {
            view! { <div class="stack">{facts()} {fields()}</div> }.into_any()
        } else {
            view! {
                <div class="page-body">
                    <div class="stack">{fields()}</div>
                    <aside class="page-facts">{facts()}</aside>
                </div>
            }
            .into_any()
        }
    };
    body.into_any()
}
