//! Home: today in one look. Drafts first, then what waits, then what has been going on.

mod charts;
mod lists;

use crate::browser::clock;
use crate::domain::Table;
use crate::domain::contact::Contact;
use crate::domain::interaction::{LogEntry, overview};
use crate::journal::Draft;
use crate::ui::backup;
use crate::ui::cards::checklist::checklist;
use crate::ui::navigate::open_sheet;
use crate::ui::parts::badge::Note;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::tile::Tile;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, From, ListState, Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use crate::ui::undo::tell_discarded;
use chrono::Timelike;
use leptos::prelude::*;

/// Whoever was not reached for longer is on the list of the forgotten.
const FORGOTTEN_AFTER_DAYS: u64 = 90;
/// So many weeks the pictures show.
const N_WEEKS: u32 = 12;

/// The home page.
#[component]
pub fn Home(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let create = Callback::new(|()| open_sheet(Sheet::Create(From::Blank)));
    let weeks = store.memo(&[Table::LogEntry], move |records| {
        overview::weeks(records, store.moment().today(), N_WEEKS)
    });
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{move || greeting(store)}</h1>
                <p class="page-sub">{move || {
                    texts().format.weekday_and_date(store.moment().today())
                }}</p>
            </div>
            <div class="page-actions">
                <Button
                    label=tr(|m| m.frame.create)
                    kind=ButtonKind::Primary
                    icon=Icon::Plus
                    on_press=create
                />
            </div>
        </header>
        <div class="stack">
            {drafts(store)}
            {backup::reminder(store)}
            <Show when=move || !store.company().started>{checklist(store, false)}</Show>
            {tiles(store, weeks)}
            <div class="columns-wide">
                {charts::weeks(store, weeks)}
                {charts::salespeople(store, weeks)}
            </div>
            <div class="columns-2">
                {lists::latest(store)}
                {lists::recent(store)}
            </div>
        </div>
    }
    .into_any()
}

/// By first name, and by the time of day.
fn greeting(store: Store) -> String {
    let user = store.company().user;
    let name = user.split_whitespace().next().unwrap_or_default();
    let home = &texts().home;
    match store.moment().local.hour() {
        4..=10 => (home.good_morning)(name),
        11..=16 => (home.good_day)(name),
        _ => (home.good_evening)(name),
    }
}

fn drafts(store: Store) -> AnyView {
    view! {
        <For
            each=move || store.drafts()
            key=|draft| (draft.form.entry, draft.saved_at)
            let:draft
        >
            {one_draft(store, draft)}
        </For>
    }
    .into_any()
}

fn one_draft(store: Store, draft: Draft) -> AnyView {
    let form = draft.form;
    let entry = form.entry;
    let kept = form.clone();
    let saved_at = clock::local(draft.saved_at);
    let contact = form.contact;
    let about = move || {
        let name = store.read(&[Table::Contact], |records| {
            let contact = records.get::<Contact>(contact?)?;
            Some(contact.name.clone())
        });
        let m = texts();
        let who = name.unwrap_or_else(|| m.home.no_contact_yet.into());
        let day = m.format.near_day(saved_at.date(), store.moment().today());
        let when = format!("{day} {}", m.format.time(saved_at.time()));
        let parts = [who, form.description.clone(), when];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let go_on = Callback::new(move |()| open_sheet(Sheet::Draft(entry.to_string())));
    let discard = Callback::new(move |()| {
        store.discard_draft(kept.clone());
        tell_discarded(store, kept.clone());
    });
    let actions = move || {
        view! {
            <Button label=tr(|m| m.home.go_on) on_press=go_on/>
            <Button label=tr(|m| m.home.discard) kind=ButtonKind::Quiet on_press=discard/>
        }
    };
    view! {
        <Note actions=actions>
            <strong>{tr(|m| m.home.unfinished_draft)}</strong>
            " "
            {about}
        </Note>
    }
    .into_any()
}

fn tiles(store: Store, weeks: Memo<overview::Weeks>) -> AnyView {
    let n_postponed = store.memo(&[Table::LogEntry], |records| records.ledger().n_postponed());
    let oldest = store.memo(&[Table::LogEntry], |records| {
        let first = records.ledger().postponed().next()?;
        Some(clock::local(records.get::<LogEntry>(first)?.written_at).date())
    });
    let postponed_detail = tr_with(move |m| match oldest.get() {
        None => m.home.none_waiting.into(),
        Some(date) => {
            let days = (store.moment().today() - date).num_days().max(0);
            (m.home.oldest)(&m.format.days(u32::try_from(days).unwrap_or(u32::MAX)))
        }
    });
    let contacts = store.memo(&[Table::Contact], |records| {
        let n = records.count(Table::Contact);
        let n_persons = records
            .all::<Contact>()
            .filter(|contact| contact.is_person())
            .count();
        (n as u32, n_persons as u32)
    });
    let segments = store.memo(&[Table::Segment, Table::SegmentLine], |records| {
        let n = |table| u32::try_from(records.count(table)).unwrap_or(u32::MAX);
        (n(Table::Segment), n(Table::SegmentLine))
    });
    let this_week =
        move || weeks.with(|found| found.weeks.last().map_or(0, |w| w.n_interactions()));
    let last_week = move || {
        weeks.with(|found| {
            found
                .weeks
                .iter()
                .rev()
                .nth(1)
                .map_or(0, |w| w.n_interactions())
        })
    };
    let forgotten = store.memo(&[Table::LogEntry, Table::Contact], move |records| {
        overview::not_contacted(records, store.moment().today(), FORGOTTEN_AFTER_DAYS).len() as u32
    });
    let count = |n: u32| texts().format.count(n.into());
    let to = |page: Page| Signal::stored(Some(Route::to(page).href()));
    // What is counted, as filters of the lists that show it.
    let filtered = |page: Page, filters: [(&str, &str); 2]| {
        let list = ListState {
            filters: filters
                .map(|(column, text)| (column.into(), text.into()))
                .into(),
            ..ListState::default()
        };
        Signal::stored(Some(
            Route {
                list,
                ..Route::to(page)
            }
            .href(),
        ))
    };
    let long_ago = format!("''|..-{}D", FORGOTTEN_AFTER_DAYS + 1);
    view! {
        <div class="tiles">
            <Tile
                figure=Signal::derive(move || count(n_postponed.get() as u32))
                label=tr(|m| m.home.postponed)
                detail=Signal::derive(move || Some(postponed_detail.get()))
                href=to(Page::Postponed(Context::All))
            />
            <Tile
                figure=Signal::derive(move || count(segments.get().0))
                label=tr(|m| m.home.active_segments)
                detail=tr_with(move |m| (m.segment_pages.lines)(segments.get().1))
                href=to(Page::Segments)
            />
            <Tile
                figure=Signal::derive(move || count(this_week()))
                label=tr(|m| m.home.this_week)
                detail=tr_with(move |m| (m.home.last_week)(last_week()))
                href=filtered(Page::Interactions(Context::All), [("date", "-CW..CW"), ("canceled", "0")])
            />
            <Tile
                figure=Signal::derive(move || count(contacts.get().0))
                label=tr(|m| m.home.contacts)
                detail=tr_with(move |m| {
                    let (n, n_persons) = contacts.get();
                    (m.home.companies_persons)(n - n_persons, n_persons)
                })
                href=to(Page::Contacts)
            />
            <Tile
                figure=Signal::derive(move || count(forgotten.get()))
                label=tr(|m| m.home.not_contacted)
                detail=tr_with(move |m| (m.home.of_contacts)(contacts.get().0))
                tone=Signal::derive(move || if forgotten.get() > 0 { Tone::Warn } else { Tone::Plain })
                href=filtered(Page::Contacts, [("last", &long_ago), ("privacy", "0")])
            />
        </div>
    }
    .into_any()
}
