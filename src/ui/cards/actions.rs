//! What can be done with a contact or a salesperson, and how their cards are laid out.

use super::history::{Subject, n_postponed};
use crate::domain::Table;
use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::keys;
use crate::ui::navigate::open_sheet;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::MoreMenu;
use crate::ui::route::{Context, From, Page, Recipients, Route, Sheet};
use crate::ui::screen;
use crate::ui::store::Store;
use leptos::prelude::*;

/// What the actions of a card need.
pub struct Actions {
    /// Whose card.
    pub subject: Signal<Option<Subject>>,
    /// Why no interaction can be created now.
    pub blocked: Signal<Option<String>>,
    /// Calls the record's number, if it has one.
    pub call: Signal<Option<String>>,
    /// Asks whether to delete the record.
    pub delete: Callback<()>,
    /// Asks whether to erase it for good; none where there is no such thing.
    pub erase: Option<Callback<()>>,
}

/// The buttons at the head of a card.
pub fn actions(store: Store, needs: Actions) -> AnyView {
    let Actions {
        subject,
        blocked,
        call,
        delete,
        erase,
    } = needs;
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
    let (log, postponed) = (page(Page::Interactions), page(Page::Postponed));
    let create = Action::new(|m| m.create.title.into(), Callback::new(create))
        .icon(Icon::Plus)
        .kind(ButtonKind::Primary)
        .blocked(blocked);
    let create = register(create);
    let entries = Action::link(|m| (m.terms.records)(Table::LogEntry).into(), log);
    let entries = register(entries.icon(Icon::Interaction).keys(keys::LOG_ENTRIES));
    let waiting = move |m: &'static Messages| match n_waiting.get() {
        0 => m.people.postponed_interactions.into(),
        n => (m.people.n_postponed)(n),
    };
    let waiting = register(Action::link(waiting, postponed).icon(Icon::Clock));
    let to = Signal::derive(move || {
        let page = match context.get() {
            Some(Context::Contact(no)) => Page::CoverSheets(Recipients::Contacts(vec![no])),
            _ => Page::Salespeople,
        };
        Route::to(page).href()
    });
    let is_contact = context.with_untracked(|it| matches!(it, Some(Context::Contact(_))));
    let sheet = is_contact.then(|| {
        let sheet = Action::link(|m| m.print.print_cover_sheet.into(), to);
        register(sheet.icon(Icon::Print))
    });
    let report = page(|context| match context {
        Context::Contact(no) => Page::Report(no),
        _ => Page::Contacts,
    });
    let report = is_contact.then(|| {
        let report = Action::link(|m| m.privacy.report.into(), report);
        register(report.icon(Icon::Person))
    });
    let delete = Action::new(|m| m.people.delete.into(), delete)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger);
    let delete = register(delete);
    let erase = erase.map(|erase| {
        let erase = Action::new(|m| m.privacy.erase.into(), erase);
        register(erase.icon(Icon::Delete).kind(ButtonKind::Danger))
    });
    let menu = Signal::derive(move || {
        let mut lines = Vec::new();
        if screen::is_phone() {
            lines.extend([entries.menu_item(), waiting.menu_item()]);
        }
        lines.extend(sheet.map(|sheet| sheet.menu_item()));
        lines.extend(report.map(|report| report.menu_item()));
        lines.push(delete.menu_item());
        lines.extend(erase.map(|erase| erase.menu_item()));
        lines
    });
    let call = move || {
        let href = Signal::stored(call.get()?);
        let call = Action::link(|m| m.people.call.into(), href).icon(Icon::Phone);
        let call = register(call);
        Some(if screen::is_phone() {
            call.icon_button()
        } else {
            call.button()
        })
    };
    // A phone has room for one line of buttons; the rest is in the menu.
    view! {
        {create.button()} {call}
        <Show when=move || !screen::is_phone()>{entries.button()} {waiting.button()}</Show>
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
