//! The list: 100,000 rows, rows that can be selected, no match, no rows.

use std::rc::Rc;

use chrono::NaiveDate;
use leptos::prelude::*;
use lokikirja_export::table::{Row, Value};

use super::{SAMPLES, Sample};
use crate::ui::export::{ExportMenu, ExportRequest};
use crate::ui::parts::avatar::{AvatarShape, AvatarSize, avatar};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{Column, List, PhonePlace, RowKey, SortBy, Width};
use crate::ui::text::{say, tr};

const N_ROWS: usize = 100_000;

pub(super) fn lists() -> AnyView {
    let search = RwSignal::new(String::new());
    let sort = RwSignal::new(Some(SortBy {
        column: "name",
        descending: false,
    }));
    // The order of so many rows is told by counting; only the words typed leave some out.
    let fits = Memo::new(move |_| {
        let words = search.get().to_lowercase();
        let fits = |at: &usize| SAMPLES[*at].name.to_lowercase().contains(&words);
        (0..SAMPLES.len()).filter(fits).collect::<Vec<_>>()
    });
    let n = Memo::new(move |_| fits.with(|fits| N_ROWS / SAMPLES.len() * fits.len()));
    let at_row = move |at: usize| {
        let descending = sort.get().is_some_and(|sort| sort.descending);
        let at = if descending { n.get() - 1 - at } else { at };
        (at, &SAMPLES[fits.with(|fits| fits[at % fits.len()])])
    };
    let cell = move |(at, column): (usize, &'static str)| {
        let (at, sample) = at_row(at);
        shown(at, sample, column)
    };
    let state = move |at| {
        if at_row(at).1.company.is_empty() {
            ""
        } else {
            "child"
        }
    };
    let bulk = || view! { <Button label=tr(|m| m.gallery.danger) kind=ButtonKind::Danger icon=Icon::Delete on_press=|_| () /> };
    // What is shown now, kept for as long as the export takes.
    let request = move |()| {
        let (fits, n) = (fits.get_untracked(), n.get_untracked());
        let descending = sort.get_untracked().is_some_and(|sort| sort.descending);
        ExportRequest {
            title: say().gallery.list.to_owned(),
            columns: columns()
                .iter()
                .map(|column| column.title.get_untracked())
                .collect(),
            n_rows: n,
            row: Rc::new(move |at| {
                let at = if descending { n - 1 - at } else { at };
                Some(exported(at, &SAMPLES[fits[at % fits.len()]]))
            }),
        }
    };
    let export = move || view! { <ExportMenu request=request /> };
    let filters =
        || view! { <span class="pill"><b>{tr(|m| m.gallery.salesperson)}</b>" KV|JR|SL"</span> };
    let first = || view! { <EmptyState icon=Icon::Contacts title=tr(|m| m.gallery.empty) text=tr(|m| m.gallery.empty_text) /> };
    let columns = Signal::derive(columns);
    let row_key = move |at: usize| at_row(at).0 as RowKey;
    let full = List {
        n_all: Signal::stored(Some(N_ROWS)),
        row_href: Some(Callback::new(|_| "#/gallery".to_owned())),
        row_state: Some(Callback::new(state)),
        sort: sort.into(),
        on_sort: Some(Callback::new(move |by| sort.set(Some(by)))),
        search: search.into(),
        on_search: Some(Callback::new(move |text| search.set(text))),
        on_show_all: Some(Callback::new(move |()| search.set(String::new()))),
        multi: true,
        selection_actions: bulk.into(),
        filters: filters.into(),
        actions: export.into(),
        ..List::new(tr(|m| m.gallery.list), columns, n, row_key, cell)
    };
    let nothing = List {
        n_all: Signal::stored(Some(0)),
        empty: first.into(),
        ..List::new(
            tr(|m| m.gallery.empty),
            columns,
            0,
            |at: usize| at as RowKey,
            |_| ().into_any(),
        )
    };
    view! {
        {full.view()}
        {nothing.view()}
    }
    .into_any()
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("no", tr(|m| m.gallery.number), Width::Px(104)).sortable(),
        Column::new("name", tr(|m| m.gallery.name), Width::Grow(260))
            .sortable()
            .phone(PhonePlace::Title),
        Column::new("phone", tr(|m| m.gallery.phone), Width::Px(150)),
        Column::new("salesperson", tr(|m| m.gallery.salesperson), Width::Px(100))
            .phone(PhonePlace::Hidden),
        Column::new("last", tr(|m| m.gallery.last), Width::Px(130))
            .end()
            .sortable()
            .phone(PhonePlace::End),
        Column::new("next", tr(|m| m.gallery.next_task), Width::Px(130))
            .end()
            .phone(PhonePlace::Hidden),
    ]
}

/// A row as it is exported: with types, and dates that can be computed with.
fn exported(at: usize, sample: &Sample) -> Row {
    let date = |text| match NaiveDate::parse_from_str(text, "%d.%m.%Y") {
        Ok(date) => Value::Date(date),
        Err(_) => Value::text(text),
    };
    vec![
        Value::Text(format!("CT{:06}", at + 1)),
        Value::text(sample.name),
        Value::text(sample.phone),
        Value::text(sample.salesperson),
        date(sample.last),
        date(sample.next),
    ]
}

fn shown(at: usize, sample: &'static Sample, column: &str) -> AnyView {
    match column {
        "no" => {
            view! { <span class="faint figures">{format!("CT{:06}", at + 1)}</span> }.into_any()
        }
        "name" => {
            let shape = if sample.company.is_empty() {
                AvatarShape::Square
            } else {
                AvatarShape::Round
            };
            view! {
                {avatar(sample.name, shape, AvatarSize::Small)}
                <span>{sample.name}</span>
                <span class="list-note">{sample.company}</span>
            }
            .into_any()
        }
        "phone" => view! { <span class="figures">{sample.phone}</span> }.into_any(),
        "salesperson" => sample.salesperson.into_any(),
        "last" => sample.last.into_any(),
        _ if sample.next.is_empty() => view! { <span class="faint">"–"</span> }.into_any(),
        _ => sample.next.into_any(),
    }
}
