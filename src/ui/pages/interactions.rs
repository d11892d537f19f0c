//! Interaction Log Entries: what was logged, newest first, of everybody or of one record.

use crate::domain::ledger::Scope;
use crate::domain::{Command, Table};
use crate::ui::action::{Action, register};
use crate::ui::cards::switching::Switching;
use crate::ui::lists::context::{Subject, context_line, named, subject};
use crate::ui::lists::entries::{Entries, entry_at, n_postponed};
use crate::ui::lists::log::{log_list, log_shown};
use crate::ui::lists::record_list::{RecordList, record_list};
use crate::ui::lists::rows::id_of;
use crate::ui::navigate::open_sheet;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::Selection;
use crate::ui::route::{Context, From, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::tr;
use leptos::prelude::*;

/// The page of the interaction log.
#[component]
pub fn Interactions(
    /// The open company.
    store: Store,
    /// Whose interactions.
    context: Context,
) -> impl IntoView {
    let subject = subject(store, context.clone());
    let exists = Memo::new(move |_| subject.with(Option::is_some));
    move || {
        if exists.get() {
            page(store, context.clone(), subject)
        } else {
            let (kind, no) = named(&context);
            no_record(kind, no)
        }
    }
}

fn page(store: Store, context: Context, subject: Memo<Option<Subject>>) -> AnyView {
    let scope = Signal::derive(move || {
        subject.with(|subject| subject.as_ref().map_or(Scope::All, |subject| subject.scope))
    });
    let rows = Entries::logged(store, scope);
    let shown = log_shown(store, "interactions", rows);
    let active = RwSignal::new(None::<usize>);
    let create = move |()| {
        let row = active.get_untracked();
        let no = row.and_then(|at| untrack(|| entry_at(shown, at, |_, entry| Some(entry.no))));
        open_sheet(Sheet::Create(no.map_or(From::Blank, From::LogEntry)));
    };
    let create = Action::new(|m| m.create.title.into(), Callback::new(create))
        .icon(Icon::Plus)
        .kind(ButtonKind::Primary);
    let create = register(create);
    let n_waiting = n_postponed(store, scope);
    let waiting = register(Action::link(
        move |m| (m.logbook.postponed_n)(n_waiting.get()),
        Route::to(Page::Postponed(context.clone())).href(),
    ));
    let everybody = context == Context::All;
    let empty = move || {
        let (title, text) = if everybody {
            (tr(|m| m.logbook.empty), tr(|m| m.logbook.empty_detail))
        } else {
            (
                tr(|m| m.logbook.empty_context),
                tr(|m| m.logbook.empty_context_detail),
            )
        };
        view! { <EmptyState icon=Icon::Interaction title=title text=text/> }
    };
    let selected = RwSignal::new(Selection::new());
    let switching = Switching::of_page(store);
    let switch = Callback::new(move |()| {
        let ids = selected.with_untracked(|keys| keys.iter().copied().map(id_of).collect());
        let seen = store.peek(|records| records.revision());
        switching.ask(Command::SwitchLogEntries(ids, seen));
    });
    let selection_actions = move || {
        view! {
            <Button
                label=tr(|m| m.campaign_pages.switch_canceled)
                icon=Icon::Cancel
                on_press=switch
            />
        }
    };
    let list = record_list(RecordList {
        row_actions: vec![create],
        multi: true,
        selected,
        selection_actions: selection_actions.into(),
        on_active: Some(Callback::new(move |at| active.set(Some(at)))),
        empty: empty.into(),
        ..log_list(shown)
    });
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| (m.terms.records)(Table::LogEntry))}</h1>
                {context_line(subject, Page::Interactions)}
            </div>
            <div class="page-actions">
                {create.button()} {waiting.button()}
            </div>
        </header>
        <div class="page-body page-fill">
            {list}
        </div>
        {switching.dialog()}
    }
    .into_any()
}
