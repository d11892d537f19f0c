//! The card of a logged segment: what was logged with it, and what can still be done.

use crate::browser::clock;
use crate::domain::campaign::Campaign;
use crate::domain::campaign::entry::{CampaignEntry, figures as entry_figures};
use crate::domain::id::{LoggedSegmentId, SegmentId};
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::ledger::Scope;
use crate::domain::segment::logged::LoggedSegment as Row;
use crate::domain::segment::{Segment, SegmentEdit};
use crate::domain::values::{Minutes, Money};
use crate::domain::{Command, Revision, Table};
use crate::ui::action::{Action, register};
use crate::ui::cards::closing::closes_to;
use crate::ui::lists::log_list::log_list;
use crate::ui::navigate::go_to;
use crate::ui::pages::not_found::no_record;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::fact_box::{FactBox, Figure, Figures};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::timeline::{Timeline, TimelineEntry};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Context, Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::{tell, tell_trouble};
use crate::ui::text::{say, texts, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

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
        Some(id) => card(store, id, no),
        None => no_record(|m| (m.terms.record)(Table::LoggedSegment), no.to_string()),
    }
}

fn card(store: Store, id: LoggedSegmentId, no: EntryNo) -> AnyView {
    let row = Memo::new(move |before: Option<&Option<Arc<Row>>>| {
        let now = store.read(&[Table::LoggedSegment], |records| {
            records.get::<Row>(id).cloned()
        });
        // One that was just deleted is shown until the page is left.
        now.or_else(|| before.cloned().flatten())
    });
    let of = move |read: fn(&Row) -> String| {
        Signal::derive(move || row.with(|row| row.as_deref().map(read).unwrap_or_default()))
    };
    let heading = of(|row| match row.description.as_str() {
        "" => row.segment_no.to_string(),
        text => text.to_string(),
    });
    let facts = of(|row| {
        let m = texts();
        let date = m.format.date(row.created_on);
        let by = (!row.user.is_empty()).then(|| (m.logged_pages.logged_by)(&row.user));
        let facts = [Some(row.segment_no.to_string()), Some(date), by];
        facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let is_canceled =
        Memo::new(move |_| row.with(|row| row.as_ref().is_some_and(|row| row.canceled)));
    closes_to(Page::LoggedSegments);
    let actions = actions(store, id);
    let scope = Signal::stored(Scope::LoggedSegment(id));
    let empty = || {
        view! {
            <EmptyState
                icon=Icon::Interaction
                title=tr(|m| m.logged_pages.no_interactions)
                text=tr(|m| m.logged_pages.no_interactions_detail)
            />
        }
    };
    let quiet = Callback::new(|_| ());
    let (_, list) = log_list(store, "logged_interactions", scope, quiet, empty.into());
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(Page::LoggedSegments).href()>
                        {tr(|m| (m.terms.records)(Table::LoggedSegment))}
                    </a>
                    " › " {no.to_string()}
                </nav>
                <h1>{heading}</h1>
                <p class="page-sub cluster">
                    <span>{facts}</span>
                    <Show when=move || is_canceled.get()>
                        <Badge text=tr(|m| m.logged_pages.canceled) tone=Tone::Warn/>
                    </Show>
                </p>
            </div>
            <div class="page-actions">{actions}</div>
        </header>
        <div class="page-body">
            <div class="stack">{list}</div>
            <aside class="page-facts stack" aria-label=tr(|m| m.logbook.figures)>
                {totals(store, id, no)} {campaign_entries(store, id)}
            </aside>
        </div>
    }
    .into_any()
}

fn actions(store: Store, id: LoggedSegmentId) -> AnyView {
    // Made once, so that a double click makes one segment.
    let segment: SegmentId = clock::new_id();
    let busy = StoredValue::new(false);
    let reuse = Callback::new(move |()| {
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        spawn_local(async move {
            reuse(store, id, segment).await;
            busy.try_set_value(false);
        });
    });
    let reuse = Action::new(|m| m.logged_pages.reuse.into(), reuse)
        .icon(Icon::Segment)
        .kind(ButtonKind::Primary);
    let switch = Callback::new(move |()| {
        let seen = store.peek(|records| records.revision());
        spawn_local(async move {
            match store
                .run(Command::SwitchLoggedSegments(vec![id], seen))
                .await
            {
                Ok(done) => tell(&done),
                Err(trouble) => tell_trouble(&trouble),
            }
        });
    });
    let switch = Action::new(|m| m.logged_pages.switch_canceled.into(), switch).icon(Icon::Cancel);
    view! { {register(reuse).button()} {register(switch).button()} }.into_any()
}

/// Creates a segment of the contacts and goes there; both or none.
async fn reuse(store: Store, id: LoggedSegmentId, segment: SegmentId) {
    let no = store.peek(|records| records.get::<Row>(id).map(|row| row.segment_no.to_string()));
    let Some(no) = no else { return };
    let description = SegmentEdit::Description((say().logged_pages.reused)(&no));
    // A row that the same change has just created has been seen by whoever created it.
    let seen = Revision(u64::MAX);
    let both = Command::All(vec![
        Command::CreateSegment(segment, vec![description]),
        Command::ReuseLoggedSegment(segment, seen, id, clock::new_id()),
    ]);
    match store.run(both).await {
        Ok(done) => {
            let no =
                store.peek(|records| records.get::<Segment>(segment).map(|row| row.no.clone()));
            if let Some(no) = no {
                go_to(Page::Segment(no));
            }
            tell(&done);
        }
        Err(trouble) => tell_trouble(&trouble),
    }
}

fn totals(store: Store, id: LoggedSegmentId, no: EntryNo) -> AnyView {
    let sums = store.memo(&[Table::LogEntry, Table::LoggedSegment], move |records| {
        let canceled = records.get::<Row>(id).is_some_and(|row| row.canceled);
        let entries = records.ledger().entries(Scope::LoggedSegment(id));
        let entries = entries.filter_map(|id| records.get::<LogEntry>(id));
        let mut sums = (0_u64, Money::default(), 0_u32);
        for entry in entries.filter(|entry| entry.is_canceled() == canceled) {
            sums.0 += 1;
            sums.1.0 += entry.cost.0;
            sums.2 = sums.2.saturating_add(entry.duration.0);
        }
        sums
    });
    let figures = Signal::derive(move || {
        let m = texts();
        let (n, cost, minutes) = sums.get();
        let currency = store.read(&[Table::Setup], |records| records.setup().currency.clone());
        let figure = |value: String, label: &str, href: Option<String>| Figure {
            value,
            label: label.to_string(),
            tone: Tone::Plain,
            href,
        };
        let log = Route::to(Page::Interactions(Context::LoggedSegment(no))).href();
        vec![
            figure(m.format.count(n), m.logged_pages.interactions, Some(log)),
            figure(m.format.money(cost, &currency), m.logged_pages.cost, None),
            figure(
                m.format.minutes(Minutes(minutes)),
                m.logged_pages.duration,
                None,
            ),
        ]
    });
    view! { <FactBox title=tr_with(|m| m.logbook.figures.into())><Figures figures=figures/></FactBox> }
        .into_any()
}

/// The entries by which campaigns count the interactions; absent where no campaign does.
fn campaign_entries(store: Store, id: LoggedSegmentId) -> AnyView {
    let tables = &[Table::CampaignEntry, Table::LogEntry, Table::Campaign];
    let entries = Memo::new(move |_| {
        let m = texts();
        store.read(tables, |records| {
            let ids = records.campaign_entries().of_segment(id);
            let rows = ids.filter_map(|id| records.get::<CampaignEntry>(id));
            let entry = |row: &Arc<CampaignEntry>| {
                let campaign = records.get::<Campaign>(row.campaign);
                let n = entry_figures(records, row).n_interactions;
                let n = (m.terms.n_records)(Table::LogEntry, n);
                let canceled = row.is_canceled().then_some(m.logged_pages.canceled);
                let note = [Some(n.as_str()), canceled].into_iter().flatten();
                TimelineEntry {
                    title: campaign.map_or_else(String::new, |row| row.description.clone()),
                    key: row.id.to_string(),
                    detail: note.collect::<Vec<_>>().join(" · "),
                    tone: Tone::Accent,
                    href: campaign.map(|row| Route::to(Page::Campaign(row.no.clone())).href()),
                    ..TimelineEntry::default()
                }
            };
            rows.map(entry).collect::<Vec<_>>()
        })
    });
    let boxed = move || {
        view! {
            <FactBox title=tr_with(|m| m.logged_pages.campaign_entries.into())>
                <Timeline entries=entries/>
            </FactBox>
        }
    };
    view! { <Show when=move || !entries.read().is_empty()>{boxed()}</Show> }.into_any()
}
