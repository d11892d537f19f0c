//! Segments: working lists of contacts that will all get one interaction.

use crate::domain::filter::Kind;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::segment::line::SegmentLine;
use crate::domain::values::{Minutes, Money};
use crate::domain::{Field, Records, Table};
use crate::language::Messages;
use crate::ui::called::called;
use crate::ui::cards::new_record::NewRecord;
use crate::ui::cards::new_segment::new_segment;
use crate::ui::cards::removing::{Removal, removal_question, segment_removal};
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, SortBy, Width};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

const TABLES: &[Table] = &[
    Table::Segment,
    Table::SegmentLine,
    Table::Salesperson,
    Table::InteractionTemplate,
    Table::Setup,
];

/// The page of segments.
#[component]
pub fn Segments(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let removal = RwSignal::new(None::<Removal>);
    let new = NewRecord::on_page(|m| m.segment_pages.new_segment);
    let is_new = new.is_asked();
    let lines = Memo::new(move |_| {
        let m = texts();
        store.read(TABLES, |records| {
            let rows = records.segments().all();
            let rows = rows.filter_map(|id| records.get::<Segment>(id));
            Arc::new(rows.map(|row| line(m, records, row)).collect::<Vec<_>>())
        })
    });
    let empty = move || {
        new.empty(
            Icon::Segment,
            |m| m.segment_pages.no_segments,
            |m| m.segment_pages.no_segments_detail,
        )
    };
    let list = small_list(
        store,
        SmallList {
            name: "segments",
            label: tr_with(|m| (m.terms.records)(Table::Segment).into()),
            fields: Signal::derive(fields),
            lines,
            own_sort: Some(SortBy {
                column: "no",
                descending: false,
            }),
            cell: None,
            on_open: None,
            on_active: None,
            on_delete: Some(Callback::new(move |key| {
                removal.set(segment_removal(store, id_of(key)));
            })),
            empty: empty.into(),
        },
    );
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| (m.terms.records)(Table::Segment))}</h1>
                <p class="page-sub">{tr(|m| m.segment_pages.detail)}</p>
            </div>
            <div class="page-actions">
                <Show when=move || lines.with(|lines| !lines.is_empty())>
                    {new.button()}
                </Show>
            </div>
        </header>
        <div class="page-body page-fill">{list}</div>
        <Show when=move || is_new.get()>{new_segment(store, None)}</Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let called = |id: &'static str, title: Signal<&'static str>, px: u32, kind: Kind| {
        ListField::called(id, title, Width::Px(px), kind)
    };
    let (code, text) = (Kind::Code, Kind::Text);
    let whole = Kind::Number { decimals: 0 };
    let money = Kind::Number { decimals: 2 };
    vec![
        ListField::of("no", Field::No, Width::Px(112), code).phone(PhonePlace::End),
        ListField::of("description", Field::Description, Width::Grow(200), text)
            .phone(PhonePlace::Title),
        ListField::of("salesperson", Field::Salesperson, Width::Px(104), code)
            .phone(PhonePlace::Detail),
        ListField::of("date", Field::Date, Width::Px(116), Kind::Date)
            .end()
            .phone(PhonePlace::Detail),
        called(
            "template",
            tr(|m| m.segment_pages.template_short),
            116,
            code,
        )
        .phone(PhonePlace::Detail),
        ListField::of("campaign", Field::Campaign, Width::Px(110), code),
        called("lines", tr(|m| m.segment_pages.n_lines), 90, whole)
            .end()
            .phone(PhonePlace::Detail),
        called("cost", tr(|m| m.segment_pages.total_cost), 120, money).end(),
        called(
            "duration",
            tr(|m| m.segment_pages.total_duration),
            110,
            whole,
        )
        .end()
        .hidden(),
    ]
}

fn line(m: &'static Messages, records: &Records, row: &Segment) -> Line {
    let salesperson = row
        .salesperson
        .and_then(|id| records.get::<Salesperson>(id));
    let salesperson = salesperson.map_or_else(String::new, |row| row.code.to_string());
    let template = row
        .template
        .and_then(|id| records.get::<InteractionTemplate>(id));
    let template = template.map_or_else(String::new, |row| row.code.to_string());
    let campaign = row.campaign.as_ref();
    let campaign = campaign.map_or_else(String::new, |mention| mention.code.to_string());
    let ids = records.segments().lines(row.id);
    let lines = ids.filter_map(|id| records.get::<SegmentLine>(id));
    let (mut n, mut cost, mut minutes) = (0_u32, 0_i64, 0_i64);
    for line in lines {
        n += 1;
        cost += line.cost.0;
        minutes += i64::from(line.duration.0);
    }
    let duration = Minutes(u32::try_from(minutes).unwrap_or(u32::MAX));
    let currency = &records.setup().currency;
    // The link to its card needs a name.
    let title = called(&row.description, row.no.as_str());
    Line {
        key: key_of(row.id),
        href: Route::to(Page::Segment(row.no.clone())).href(),
        cells: vec![
            ("no", Cell::code(&row.no)),
            ("description", Cell::text(title)),
            ("salesperson", Cell::code(salesperson)),
            ("date", Cell::date(m, row.date)),
            ("template", Cell::code(template)),
            ("campaign", Cell::code(campaign)),
            (
                "lines",
                Cell::figure(m.format.count(n.into()), n.into())
                    .on_card((m.segment_pages.lines)(n)),
            ),
            (
                "cost",
                Cell::figure(m.format.money(Money(cost), currency), cost),
            ),
            (
                "duration",
                Cell::figure(m.format.hours_and_minutes(duration), minutes),
            ),
        ],
    }
}
