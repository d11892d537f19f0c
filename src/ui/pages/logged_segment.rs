//! The card of a logged segment: its figures, its campaign entries and its interactions.

use crate::browser::clock;
use crate::domain::campaign::Campaign;
use crate::domain::campaign::entry::{self, CampaignEntry};
use crate::domain::id::{CriteriaActionId, LoggedSegmentId, SegmentId};
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::ledger::Scope;
use crate::domain::segment::Segment;
use crate::domain::segment::logged::{LoggedSegment as Row, as_new_segment, figures};
use crate::domain::values::Minutes;
use crate::domain::{Command, Field, Records, Table};
use crate::language::Messages;
use crate::ui::action::{Action, register};
use crate::ui::called::{called, coded};
use crate::ui::cards::closing::closes_to;
use crate::ui::cards::removing::{Removal, logged_removal, removal_question};
use crate::ui::cards::switching::Switching;
use crate::ui::cards::walking::neighbours;
use crate::ui::keys;
use crate::ui::lists::entries::Entries;
use crate::ui::lists::log::{log_list, segment_shown};
use crate::ui::lists::record_list::{RecordList, record_list};
use crate::ui::navigate::go_to;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::fact_box::{Figure, Figures};
use crate::ui::parts::field::ReadOnlyField;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::menu::MoreMenu;
use crate::ui::parts::sections::Card;
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

const TABLES: &[Table] = &[
    Table::LoggedSegment,
    Table::LogEntry,
    Table::CampaignEntry,
    Table::Campaign,
    Table::Setup,
];

/// The page of one logged segment.
#[component]
pub fn LoggedSegment(
    /// The open company.
    store: Store,
    /// Its entry number.
    no: EntryNo,
) -> impl IntoView {
    let id = store.memo(&[Table::LoggedSegment], move |records| {
        records.segments().logged_by_no(no)
    });
    move || match id.get() {
        Some(id) => page(store, id, no),
        None => no_record(|m| (m.terms.record)(Table::LoggedSegment), no.to_string()),
    }
}

fn page(store: Store, id: LoggedSegmentId, no: EntryNo) -> AnyView {
    let heading = read(store, id, |_, _, row| {
        called(&row.description, row.segment_no.as_str()).to_string()
    });
    let subtitle = read(store, id, |m, _, row| {
        let date = m.format.date(row.created_on);
        let parts = [row.segment_no.to_string(), date, row.user.clone()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    });
    let canceled = read(store, id, |_, _, row| row.canceled);
    let switching = Switching::of_page(store);
    let removal = RwSignal::new(None::<Removal>);
    closes_to(Page::LoggedSegments);
    let walk = neighbours::<Row>(store, id, "logged-segments", |row| {
        Page::LoggedSegment(row.no)
    });
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(Page::LoggedSegments).href()>
                        {tr(|m| (m.terms.records)(Table::LoggedSegment))}
                    </a>
                    " › "
                    {no.to_string()}
                </nav>
                <h1>{heading}</h1>
                <p class="page-sub cluster">
                    <span>{subtitle}</span>
                    <Show when=move || canceled.get()>
                        <Badge text=tr(|m| (m.terms.field)(Field::Canceled)) tone=Tone::Warn/>
                    </Show>
                </p>
            </div>
            <div class="page-actions">{actions(store, id, no, switching, removal)} {walk}</div>
        </header>
        <div class="page-body">
            <div class="stack">{campaign_entries(store, id)} {interactions(store, id)}</div>
            <aside class="page-facts">{facts(store, id, no)}</aside>
        </div>
        {switching.dialog()}
        {removal_question(store, removal, Some(Page::LoggedSegments))}
    }
    .into_any()
}

/// Something of the logged segment in the user's language, followed. Once it is gone it stays what
/// it was, until the page is left.
fn read<T: Clone + Default + PartialEq + Send + Sync + 'static>(
    store: Store,
    id: LoggedSegmentId,
    read: impl Fn(&'static Messages, &Records, &Row) -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new(move |before: Option<&T>| {
        let m = texts();
        let now = store.read(TABLES, |records| {
            let row = records.get::<Row>(id)?;
            Some(read(m, records, row))
        });
        now.or_else(|| before.cloned()).unwrap_or_default()
    })
}

fn actions(
    store: Store,
    id: LoggedSegmentId,
    no: EntryNo,
    switching: Switching,
    removal: RwSignal<Option<Removal>>,
) -> AnyView {
    let canceled = read(store, id, |_, _, row| row.canceled);
    let has_contacts = read(store, id, |_, records, row| {
        let entries = records.ledger().entries(Scope::LoggedSegment(row.id));
        let mut entries = entries.filter_map(|id| records.get::<LogEntry>(id));
        entries.any(|entry| entry.contact.is_some())
    });
    let nothing = Signal::derive(move || {
        (!has_contacts.get()).then(|| texts().campaign_pages.nothing_to_reuse.to_string())
    });
    let reuse = Callback::new(move |()| reuse(store, id));
    let reuse = Action::new(|m| m.campaign_pages.reuse.into(), reuse)
        .icon(Icon::Copy)
        .kind(ButtonKind::Primary)
        .blocked(nothing);
    let reuse = register(reuse);
    let switch = Callback::new(move |()| {
        let seen = store.peek(Records::revision);
        switching.ask(Command::SwitchLoggedSegments(vec![id], seen));
    });
    let switch = Action::new(|m| m.campaign_pages.switch_canceled.into(), switch);
    let switch = register(switch.icon(Icon::Cancel));
    let log = Route::to(Page::Interactions(Context::LoggedSegment(no))).href();
    let log = Action::link(|m| (m.terms.records)(Table::LogEntry).into(), log)
        .icon(Icon::Interaction)
        .keys(keys::LOG_ENTRIES);
    let log = register(log);
    let not_canceled = Signal::derive(move || {
        (!canceled.get()).then(|| texts().campaign_pages.not_canceled.to_string())
    });
    let delete = Callback::new(move |()| {
        removal.set(logged_removal(store, Some([id].into())));
    });
    let delete = Action::new(|m| m.campaign_pages.delete_logged.into(), delete)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger)
        .blocked(not_canceled);
    let delete = register(delete);
    let more =
        Signal::derive(move || vec![switch.menu_item(), log.menu_item(), delete.menu_item()]);
    view! { {reuse.button()} <MoreMenu items=more/> }.into_any()
}

/// Makes a new segment of the same contacts and opens it.
fn reuse(store: Store, id: LoggedSegmentId) {
    let (segment, action): (SegmentId, CriteriaActionId) = (clock::new_id(), clock::new_id());
    let command = store.peek(|records| {
        let row = records.get::<Row>(id)?;
        Some(as_new_segment(records, row, segment, action))
    });
    let Some(command) = command else { return };
    spawn_local(async move {
        match store.run(command).await {
            Ok(done) => {
                tell(&done);
                let no = store.peek(|records| Some(records.get::<Segment>(segment)?.no.clone()));
                if let Some(no) = no {
                    go_to(Page::Segment(no));
                }
            }
            Err(trouble) => tell_trouble(&trouble),
        }
    });
}

/// The interactions that it wrote.
fn interactions(store: Store, id: LoggedSegmentId) -> AnyView {
    let scope = Signal::stored(Scope::LoggedSegment(id));
    let rows = Entries::logged(store, scope);
    let shown = segment_shown(store, "logged-segment", rows);
    let empty = || {
        view! {
            <EmptyState
                icon=Icon::Interaction
                title=tr(|m| m.campaign_pages.no_interactions)
                text=tr(|m| m.campaign_pages.no_interactions_detail)
            />
        }
    };
    let heading = || {
        view! { <h2 class="list-heading-text">{tr(|m| m.frame.interactions)}</h2> }
    };
    record_list(RecordList {
        before_filters: heading.into(),
        empty: empty.into(),
        ..log_list(shown)
    })
}

/// A campaign entry as a row says it.
#[derive(Clone, PartialEq)]
struct Shown {
    campaign: String,
    page: Option<Page>,
    detail: String,
    canceled: bool,
}

/// For which campaigns it was logged.
fn campaign_entries(store: Store, id: LoggedSegmentId) -> AnyView {
    let entries = read(store, id, |m, records, row| {
        let ids = records.campaign_entries().of_segment(row.id);
        let rows = ids.filter_map(|id| records.get::<CampaignEntry>(id));
        rows.map(|row| shown(m, records, row)).collect::<Vec<_>>()
    });
    let row = |entry: Shown| {
        let name = match entry.page {
            Some(page) => {
                let href = Route::to(page).href();
                view! { <a class="row-title" href=href>{entry.campaign}</a> }.into_any()
            }
            None => view! { <span class="row-title">{entry.campaign}</span> }.into_any(),
        };
        let mark = entry.canceled.then(|| {
            view! { <Badge text=tr(|m| (m.terms.field)(Field::Canceled)) tone=Tone::Warn/> }
        });
        view! {
            <li class="row">
                <span class="row-text stack-tight">
                    {name} <span class="row-detail">{entry.detail}</span>
                </span>
                <span class="row-end">{mark}</span>
            </li>
        }
    };
    let rows = move || {
        let entries = entries.get();
        if entries.is_empty() {
            let none = tr(|m| m.campaign_pages.no_campaign_entries);
            return view! { <p class="muted">{none}</p> }.into_any();
        }
        view! { <ul class="rows">{entries.into_iter().map(row).collect_view()}</ul> }.into_any()
    };
    view! { <Card title=tr(|m| (m.terms.records)(Table::CampaignEntry))>{rows}</Card> }.into_any()
}

fn shown(m: &Messages, records: &Records, row: &CampaignEntry) -> Shown {
    let sum = entry::figures(records, row);
    let campaign = records.get::<Campaign>(row.campaign);
    let name = campaign.map_or_else(String::new, |row| {
        coded(m, &row.description, row.no.as_str())
    });
    let minutes = Minutes(u32::try_from(sum.minutes).unwrap_or(u32::MAX));
    let parts = [
        (m.terms.n_records)(Table::LogEntry, sum.n_interactions),
        m.format.money(sum.cost, &records.setup().currency),
        m.format.hours_and_minutes(minutes),
    ];
    Shown {
        campaign: name,
        page: campaign.map(|row| Page::Campaign(row.no.clone())),
        detail: parts.join(" · "),
        canceled: row.is_canceled(),
    }
}

fn facts(store: Store, id: LoggedSegmentId, no: EntryNo) -> AnyView {
    let sums = read(store, id, move |m, records, row| {
        let sum = figures(records, row);
        let minutes = Minutes(u32::try_from(sum.minutes).unwrap_or(u32::MAX));
        let currency = &records.setup().currency;
        let log = Route::to(Page::Interactions(Context::LoggedSegment(no)));
        let n = m.format.count(sum.n_interactions.into());
        vec![
            Figure {
                href: Some(log.href()),
                ..Figure::new(n, m.people.interactions)
            },
            Figure::new(m.format.whole_money(sum.cost, currency), m.people.cost),
            Figure::new(m.format.hours_and_minutes(minutes), m.people.duration),
        ]
    });
    type Words = fn(&'static Messages) -> &'static str;
    let pair = move |label: Words, value: fn(&Messages, &Row) -> String| {
        let value = read(store, id, move |m, _, row| value(m, row));
        view! { <ReadOnlyField label=tr_with(move |m| label(m).into()) value=value/> }
    };
    view! {
        <section class="card stack" aria-label=tr(|m| m.logbook.figures)>
            <Figures figures=sums/>
            <div class="pairs">
                {pair(|m| m.logbook.entry_no, |_, row| row.no.to_string())}
                {pair(|m| (m.terms.field)(Field::SegmentNo), |_, row| row.segment_no.to_string())}
                {pair(|m| m.campaign_pages.logged_on, |m, row| m.format.date(row.created_on))}
                {pair(|m| m.campaign_pages.logged_by, |_, row| row.user.clone())}
            </div>
        </section>
    }
    .into_any()
}
