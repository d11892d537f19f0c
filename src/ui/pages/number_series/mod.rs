//! Number Series: the rules by which records get their numbers. Here is the list; `card.rs` is one
//! series, `lines.rs` its lines.

mod card;
mod lines;

pub use card::OneSeries;

use crate::domain::filter::Kind;
use crate::domain::id::SeriesId;
use crate::domain::number_series::NumberSeries as Row;
use crate::domain::{Field, Records, Table};
use crate::language::Messages;
use crate::ui::cards::new_record::NewRecord;
use crate::ui::cards::removing::{Removal, removal_question};
use crate::ui::cards::series::{new_series, series_removal};
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::navigate::{close_sheet, replace};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, SortBy, Width};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

const TABLES: &[Table] = &[Table::NumberSeries, Table::Setup];
/// The page of number series.
#[component]
pub fn NumberSeries(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let removal = RwSignal::new(None::<Removal>);
    let new = NewRecord::on_page(|m| m.setups.new_series);
    let is_new = new.is_asked();
    let lines = Memo::new(move |_| {
        let m = texts();
        let on = store.moment().work_date;
        store.read(TABLES, |records| {
            let mut rows: Vec<_> = records.all::<Row>().collect();
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            let lines = rows.into_iter().map(|row| line(m, records, row, on));
            Arc::new(lines.collect::<Vec<_>>())
        })
    });
    let made = Callback::new(move |id: SeriesId| {
        let code = store.peek(|records| Some(records.get::<Row>(id)?.code.clone()));
        match code {
            Some(code) => replace(Route::to(Page::OneSeries(code))),
            None => close_sheet(),
        }
    });
    let close_new = Callback::new(|()| close_sheet());
    let button = move || {
        view! {
            {new.button()}
        }
    };
    let empty = move || {
        view! {
            <EmptyState
                icon=Icon::Number
                title=tr(|m| m.setups.no_series)
                text=tr(|m| m.setups.no_series_detail)
                actions=button
            />
        }
    };
    let list = small_list(
        store,
        SmallList {
            name: "series",
            label: tr_with(|m| (m.terms.records)(Table::NumberSeries).into()),
            fields: Signal::derive(fields),
            lines,
            own_sort: Some(SortBy {
                column: "code",
                descending: false,
            }),
            cell: None,
            on_open: None,
            on_active: None,
            on_delete: Some(Callback::new(move |key| {
                removal.set(series_removal(store, id_of(key)))
            })),
            empty: empty.into(),
        },
    );
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <nav class="page-crumbs" aria-label=tr(|m| m.frame.crumbs)>
                    <a href=Route::to(Page::Setup).href()>{tr(|m| m.frame.setup)}</a>
                </nav>
                <h1>{tr(|m| (m.terms.records)(Table::NumberSeries))}</h1>
                <p class="page-sub">{tr(|m| m.setups.series_detail)}</p>
            </div>
            <div class="page-actions">{button()}</div>
        </header>
        <div class="page-body page-fill">{list}</div>
        <Show when=move || is_new.get()>
            {new_series(store, String::new(), made, close_new)}
        </Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let (code, text) = (Kind::Code, Kind::Text);
    let (next, used) = (tr(|m| m.setups.next_no), tr(|m| m.setups.used_for));
    vec![
        ListField::of("code", Field::Code, Width::Px(150), code).phone(PhonePlace::Title),
        ListField::of("description", Field::Description, Width::Grow(200), text)
            .phone(PhonePlace::Detail),
        ListField::of("last", Field::LastNoUsed, Width::Px(170), code),
        ListField::called("next", next, Width::Px(150), code).phone(PhonePlace::End),
        ListField::of("default", Field::DefaultNos, Width::Px(120), Kind::YesNo),
        ListField::of("manual", Field::ManualNos, Width::Px(140), Kind::YesNo),
        ListField::called("used", used, Width::Px(150), text),
    ]
}

fn line(m: &Messages, records: &Records, row: &Row, on: NaiveDate) -> Line {
    let used = records.setup().numbered_by(row.id).into_iter();
    let used: Vec<&str> = used.map(m.terms.field).collect();
    let mut last = row
        .lines
        .iter()
        .filter_map(|line| line.last_no_used.as_ref());
    let yes = |on: bool| Cell::yes_no(if on { m.logbook.yes } else { m.logbook.no }, on);
    Line {
        key: key_of(row.id),
        href: Route::to(Page::OneSeries(row.code.clone())).href(),
        cells: vec![
            ("code", Cell::code(&row.code)),
            ("description", Cell::text(&row.description)),
            (
                "last",
                Cell::code(last.next_back().map_or("", |no| no.as_str())),
            ),
            (
                "next",
                row.peek(on).map_or_else(|_| Cell::code(""), Cell::code),
            ),
            ("default", yes(row.default_nos)),
            ("manual", yes(row.manual_nos)),
            ("used", Cell::text(used.join(", "))),
        ],
    }
}
