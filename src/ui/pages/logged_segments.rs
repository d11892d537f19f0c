//! Logged Segments: what became of segments, newest first.

use crate::domain::campaign::Campaign;
use crate::domain::campaign::entry::CampaignEntry;
use crate::domain::filter::Kind;
use crate::domain::id::LoggedSegmentId;
use crate::domain::segment::logged::{LoggedSegment, figures};
use crate::domain::values::Minutes;
use crate::domain::{Command, Field, Records, Table};
use crate::language::{Lang, Messages};
use crate::ui::action::{Action, register};
use crate::ui::called::called;
use crate::ui::cards::removing::{Removal, logged_removal, removal_question, tell_not_canceled};
use crate::ui::cards::switching::Switching;
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Extras, Line, SmallList, chosen, small_list_with};
use crate::ui::parts::badge::badge;
use crate::ui::parts::button::{ButtonKind, LinkButton};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, RowKey, Selection, SortBy, Width};
use crate::ui::parts::tone::Tone;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{language, texts, tr, tr_with};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

const TABLES: &[Table] = &[
    Table::LoggedSegment,
    Table::LogEntry,
    Table::CampaignEntry,
    Table::Campaign,
    Table::Setup,
];

/// The page of logged segments.
#[component]
pub fn LoggedSegments(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let m = texts();
        store.read(TABLES, |records| {
            let rows = records.segments().logged().rev();
            let rows = rows.filter_map(|id| records.get::<LoggedSegment>(id));
            Arc::new(rows.map(|row| line(m, records, row)).collect::<Vec<_>>())
        })
    });
    let switching = Switching::of_page(store);
    let removal = RwSignal::new(None::<Removal>);
    let selected = RwSignal::new(Selection::new());
    let active = RwSignal::new(None::<RowKey>);
    let chosen = chosen(lines, selected, active);

    let switch = Callback::new(move |()| {
        let ids = chosen.with_untracked(|keys| keys.iter().copied().map(id_of).collect());
        let seen = store.peek(Records::revision);
        switching.ask(Command::SwitchLoggedSegments(ids, seen));
    });
    let none_chosen = Signal::derive(move || {
        let is_none = chosen.with(Vec::is_empty);
        is_none.then(|| texts().campaign_pages.choose_logged.to_string())
    });
    let switch = Action::new(|m| m.campaign_pages.switch_canceled.into(), switch)
        .icon(Icon::Cancel)
        .blocked(none_chosen);
    let switch = register(switch);

    // Of the rows selected, or of all.
    let delete = Callback::new(move |()| {
        let ids: BTreeSet<LoggedSegmentId> =
            selected.with_untracked(|keys| keys.iter().copied().map(id_of).collect());
        removal.set(logged_removal(
            store,
            Some(ids).filter(|ids| !ids.is_empty()),
        ));
    });
    let none_canceled = Signal::derive(move || {
        let is_any = store.read(&[Table::LoggedSegment], |records| {
            let is_meant = |row: &Arc<LoggedSegment>| {
                selected.with(|keys| keys.is_empty() || keys.contains(&key_of(row.id)))
            };
            let mut rows = records.all::<LoggedSegment>();
            rows.any(|row| row.canceled && is_meant(row))
        });
        (!is_any).then(|| texts().campaign_pages.none_canceled.to_string())
    });
    let delete = Action::new(|m| m.campaign_pages.delete_canceled.into(), delete)
        .icon(Icon::Delete)
        .kind(ButtonKind::Danger)
        .blocked(none_canceled);
    let delete = register(delete);
    let delete_key = Callback::new(move |key: RowKey| {
        let mut keys = selected.get_untracked();
        keys.insert(key);
        let ids = keys.into_iter().map(id_of).collect();
        match logged_removal(store, Some(ids)) {
            None => tell_not_canceled(),
            asked => removal.set(asked),
        }
    });
    let is_any = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let label = tr_with(|m| (m.terms.records)(Table::LoggedSegment).into());
    let list = small_list_with(
        store,
        SmallList {
            name: "logged-segments",
            label,
            fields: Signal::derive(fields),
            lines,
            own_sort: Some(SortBy {
                column: "no",
                descending: true,
            }),
            cell: Some(Callback::new(move |(key, column)| cell(store, key, column))),
            on_open: None,
            on_active: Some(Callback::new(move |key| active.set(Some(key)))),
            on_delete: Some(delete_key),
            empty: empty.into(),
        },
        Extras {
            selected: Some(selected),
            row_state: Some(Callback::new(move |key| {
                if is_canceled(store, key) {
                    "canceled"
                } else {
                    ""
                }
            })),
            ..Extras::default()
        },
    );
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{label}</h1>
                <p class="page-sub">{tr(|m| m.campaign_pages.logged_detail)}</p>
            </div>
            <div class="page-actions">
                <Show when=move || is_any.get()>{switch.button()} {delete.button()}</Show>
            </div>
        </header>
        <div class="page-body page-fill">{list}</div>
        {switching.dialog()}
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn empty() -> AnyView {
    let actions = || {
        view! {
            <LinkButton
                label=tr(|m| (m.terms.records)(Table::Segment))
                href=Route::to(Page::Segments).href()
                kind=ButtonKind::Primary
                icon=Icon::Segment
            />
        }
    };
    view! {
        <EmptyState
            icon=Icon::Archive
            title=tr(|m| m.campaign_pages.no_logged)
            text=tr(|m| m.campaign_pages.no_logged_detail)
            actions=actions
        />
    }
    .into_any()
}

fn is_canceled(store: Store, key: RowKey) -> bool {
    store.read(&[Table::LoggedSegment], |records| {
        let row = records.get::<LoggedSegment>(id_of(key));
        row.is_some_and(|row| row.canceled)
    })
}

fn cell(store: Store, key: RowKey, column: &'static str) -> Option<AnyView> {
    let is_mark = column == "canceled" && is_canceled(store, key);
    is_mark.then(|| badge((texts().terms.field)(Field::Canceled), Tone::Warn))
}

fn fields() -> Vec<ListField> {
    let called = |id: &'static str, title: Signal<&'static str>, px: u32, kind: Kind| {
        ListField::called(id, title, Width::Px(px), kind)
    };
    let (code, text) = (Kind::Code, Kind::Text);
    let whole = Kind::Number { decimals: 0 };
    let money = Kind::Number { decimals: 2 };
    // What the number of interactions is called differs in length.
    let n = match language() {
        Lang::Fi => 132,
        Lang::En => 106,
    };
    vec![
        called("no", tr(|m| m.logbook.entry_no_short), 84, whole)
            .end()
            .gives_way(1),
        ListField::of("segment", Field::SegmentNo, Width::Px(112), code).phone(PhonePlace::End),
        ListField::of("description", Field::Description, Width::Grow(190), text)
            .phone(PhonePlace::Title),
        called("date", tr(|m| m.campaign_pages.logged_on), 110, Kind::Date)
            .phone(PhonePlace::Detail),
        called("n", tr(|m| m.campaign_pages.n_interactions), n, whole)
            .end()
            .phone(PhonePlace::Detail),
        ListField::of("cost", Field::Cost, Width::Px(92), money).end(),
        ListField::of("duration", Field::Duration, Width::Px(100), whole).end(),
        ListField::of("campaign", Field::Campaign, Width::Px(92), code),
        called(
            "entries",
            tr(|m| m.campaign_pages.n_campaign_entries),
            150,
            whole,
        )
        .end()
        .hidden(),
        called("user", tr(|m| m.campaign_pages.logged_by), 120, text).gives_way(2),
        ListField::of("canceled", Field::Canceled, Width::Px(102), Kind::YesNo)
            .phone(PhonePlace::Detail),
    ]
}

fn line(m: &'static Messages, records: &Records, row: &LoggedSegment) -> Line {
    let sum = figures(records, row);
    let minutes = Minutes(u32::try_from(sum.minutes).unwrap_or(u32::MAX));
    let currency = &records.setup().currency;
    let count = |n: u32| Cell::figure(m.format.count(n.into()), n.into());
    // On a card only what is so is worth a word.
    let canceled = if row.canceled { m.logbook.yes } else { "" };
    // The link to its card needs a name.
    let title = called(&row.description, row.segment_no.as_str());
    Line {
        key: key_of(row.id),
        href: Route::to(Page::LoggedSegment(row.no)).href(),
        cells: vec![
            ("no", count(row.no.0)),
            ("segment", Cell::code(&row.segment_no)),
            ("description", Cell::text(title)),
            ("date", Cell::date(m, Some(row.created_on))),
            (
                "n",
                count(sum.n_interactions)
                    .on_card((m.terms.n_records)(Table::LogEntry, sum.n_interactions)),
            ),
            (
                "cost",
                Cell::figure(m.format.money(sum.cost, currency), sum.cost.0),
            ),
            (
                "duration",
                Cell::figure(m.format.hours_and_minutes(minutes), minutes.0.into()),
            ),
            ("campaign", Cell::code(campaigns(records, row))),
            ("entries", count(sum.n_campaign_entries)),
            ("user", Cell::text(&row.user)),
            ("canceled", Cell::yes_no(canceled, row.canceled)),
        ],
    }
}

/// The numbers of the campaigns for which it was logged.
fn campaigns(records: &Records, row: &LoggedSegment) -> String {
    let entries = records.campaign_entries().of_segment(row.id);
    let entries = entries.filter_map(|id| records.get::<CampaignEntry>(id));
    let campaigns = entries.filter_map(|entry| records.get::<Campaign>(entry.campaign));
    let nos: BTreeSet<&str> = campaigns.map(|row| row.no.as_str()).collect();
    nos.into_iter().collect::<Vec<_>>().join(", ")
}
