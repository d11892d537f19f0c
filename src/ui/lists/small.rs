//! Lists of tables that a company has few rows of: templates, groups, number series. Their rows are
//! made whole, searched and put in order each time something changes.

use crate::browser::collation;
use crate::domain::search::{Wanted, fold};
use crate::ui::lists::address::ListAddress;
use crate::ui::parts::list::{Column, List, PhonePlace, SortBy};
use crate::ui::text::language;
use leptos::prelude::*;
use std::cmp::Reverse;
use std::sync::Arc;

/// What a row shows in a column, and what it is ordered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    text: String,
    /// What stands for it on a card, where no heading says what it is.
    on_card: Option<String>,
    number: Option<i64>,
}

impl Cell {
    /// A text, in alphabetical order.
    pub fn text(text: impl ToString) -> Self {
        Self {
            text: text.to_string(),
            ..Self::default()
        }
    }

    /// A figure with its value.
    pub fn figure(text: String, value: i64) -> Self {
        Self {
            text,
            number: Some(value),
            ..Self::default()
        }
    }

    /// Says on a card what it is.
    pub fn on_card(self, text: String) -> Self {
        Self {
            on_card: Some(text),
            ..self
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What tells it from the others.
    pub key: String,
    /// Its page, if it has one.
    pub href: String,
    /// What it shows, by column.
    pub cells: Vec<(&'static str, Cell)>,
}

impl Line {
    fn cell(&self, column: &str) -> Cell {
        let found = self.cells.iter().find(|(each, _)| *each == column);
        found.map(|(_, cell)| cell.clone()).unwrap_or_default()
    }
}

/// What a small list is made of.
pub struct SmallList {
    /// What the rows are.
    pub label: Signal<String>,
    /// The columns.
    pub columns: Signal<Vec<Column>>,
    /// The ids of those that rows can be ordered by.
    pub sortable: &'static [&'static str],
    /// All rows, in the list's own order.
    pub lines: Memo<Arc<Vec<Line>>>,
    /// Opens a row by its key, where rows have no pages.
    pub on_open: Option<Callback<String>>,
    /// Asks about deleting a row, by its key.
    pub on_delete: Option<Callback<String>>,
    /// What stands where there are no rows at all.
    pub empty: ViewFn,
}

/// Draws a small list.
pub fn small_list(list: SmallList) -> AnyView {
    let SmallList {
        label,
        columns,
        sortable,
        lines,
        on_open,
        on_delete,
        empty,
    } = list;
    let address = ListAddress::of(sortable);
    let shown = Memo::new(move |_| {
        let wanted = address.search.with(|text| Wanted::new(text));
        let mut found: Vec<Line> = lines.with(|lines| {
            let is_wanted = |line: &&Line| {
                let texts: Vec<&str> = line.cells.iter().map(|(_, cell)| &*cell.text).collect();
                wanted.is_in(&fold(&texts.join(" ")))
            };
            lines.iter().filter(is_wanted).cloned().collect()
        });
        if let Some(sort) = address.sort.get() {
            put_in_order(&mut found, sort);
        }
        Arc::new(found)
    });
    let line_at = move |at: usize| shown.with(|shown| shown.get(at).cloned());
    let key_at = move |at: usize| line_at(at).map_or_else(String::new, |line| line.key);
    let cell = move |(at, column): (usize, &'static str)| {
        let line = line_at(at);
        let Cell { text, on_card, .. } = line.map(|line| line.cell(column)).unwrap_or_default();
        let is_title = |each: &Column| each.id == column && each.phone == PhonePlace::Title;
        match on_open.filter(|_| columns.read().iter().any(is_title)) {
            Some(on_open) => {
                let open = move |_| on_open.run(untrack(|| key_at(at)));
                view! {
                    <button type="button" class="list-link" tabindex="-1" on:click=open>{text}</button>
                }
                .into_any()
            }
            None => shown_cell(text, on_card),
        }
    };
    let href = move |at: usize| line_at(at).map_or_else(String::new, |line| line.href);
    let delete = on_delete.map(|on_delete| {
        Callback::new(move |keys: Vec<String>| {
            if let Some(key) = keys.first() {
                on_delete.run(key.clone());
            }
        })
    });
    let delete = delete.unwrap_or_else(|| Callback::new(|_| {}));
    let n = Signal::derive(move || shown.read().len());
    let n_all = Signal::derive(move || Some(lines.read().len()));
    let sort = Signal::derive(move || address.sort.get());
    match on_open {
        Some(on_open) => view! {
            <List
                label=label
                columns=columns
                n=n
                n_all=n_all
                row_key=Callback::new(key_at)
                cell=Callback::new(cell)
                on_open=Callback::new(move |at| on_open.run(untrack(|| key_at(at))))
                sort=sort
                on_sort=address.on_sort()
                search=address.search
                on_search=address.on_search()
                on_show_all=address.on_show_all()
                on_delete=delete
                place=address.place
                empty=empty
            />
        }
        .into_any(),
        None => view! {
            <List
                label=label
                columns=columns
                n=n
                n_all=n_all
                row_key=Callback::new(key_at)
                cell=Callback::new(cell)
                row_href=Callback::new(href)
                sort=sort
                on_sort=address.on_sort()
                search=address.search
                on_search=address.on_search()
                on_show_all=address.on_show_all()
                on_delete=delete
                place=address.place
                empty=empty
            />
        }
        .into_any(),
    }
}

fn shown_cell(text: String, on_card: Option<String>) -> AnyView {
    let tip = text.clone();
    match on_card {
        None => view! { <span title=tip>{text}</span> }.into_any(),
        Some(on_card) => view! {
            <span class="wide-only">{text}</span>
            <span class="narrow-only">{on_card}</span>
        }
        .into_any(),
    }
}

fn put_in_order(lines: &mut [Line], SortBy { column, descending }: SortBy) {
    let texts: Vec<String> = lines.iter().map(|line| line.cell(column).text).collect();
    let ranks = collation::ranks(language(), texts.iter().map(String::as_str));
    let key = |line: &Line| {
        let Cell { text, number, .. } = line.cell(column);
        (number, ranks.get(text.as_str()).copied())
    };
    if descending {
        lines.sort_by_cached_key(|line| Reverse(key(line)));
    } else {
        lines.sort_by_cached_key(key);
    }
}
