//! Lists of tables that a company has few rows of: salespeople, templates, groups, number series.
//! Their rows are made whole each time something changes.

use super::record_list::{RecordList, record_list};
use super::rows::{ListField, RowSet, Rows};
use super::shown::Shown;
use crate::domain::filter::Value;
use crate::domain::search::{Wanted, fold};
use crate::domain::{Records, Table};
use crate::language::Messages;
use crate::ui::action::Action;
use crate::ui::parts::list::{RowKey, Selection, SortBy};
use crate::ui::parts::plain::plain;
use crate::ui::store::Store;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// What a row shows in a column, and what it is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    text: String,
    /// What stands for it on a card, where no heading says what it is.
    on_card: Option<String>,
    compared: Compared,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Compared {
    Text,
    Code,
    Number(i64),
    Date(Option<NaiveDate>),
    Option(Option<u16>),
    YesNo(bool),
}

impl Cell {
    fn new(text: String, compared: Compared) -> Self {
        Self {
            text,
            on_card: None,
            compared,
        }
    }

    /// A text, in alphabetical order.
    pub fn text(text: impl ToString) -> Self {
        Self::new(text.to_string(), Compared::Text)
    }

    /// A code or number of a record.
    pub fn code(text: impl ToString) -> Self {
        Self::new(text.to_string(), Compared::Code)
    }

    /// A figure with its value.
    pub fn figure(text: String, value: i64) -> Self {
        Self::new(text, Compared::Number(value))
    }

    /// A day, or none.
    pub fn date(m: &Messages, date: Option<NaiveDate>) -> Self {
        let text = date.map_or_else(String::new, |date| m.format.date(date));
        Self::new(text, Compared::Date(date))
    }

    /// One of a list of values, or none.
    pub fn option<T: Copy + PartialEq>(
        all: &[T],
        value: Option<T>,
        caption: fn(T) -> &'static str,
    ) -> Self {
        let place = value.and_then(|value| all.iter().position(|each| *each == value));
        let place = place.and_then(|place| u16::try_from(place).ok());
        Self::new(
            value.map_or("", caption).to_string(),
            Compared::Option(place),
        )
    }

    /// On or off.
    pub fn yes_no(text: &str, on: bool) -> Self {
        Self::new(text.to_string(), Compared::YesNo(on))
    }

    /// Says on a card what it is.
    pub fn on_card(self, text: String) -> Self {
        Self {
            on_card: Some(text),
            ..self
        }
    }

    fn value(&self) -> Value<'_> {
        match self.compared {
            Compared::Text => Value::Text(&self.text),
            Compared::Code => Value::Code(&self.text),
            Compared::Number(value) => Value::Number(value),
            Compared::Date(date) => Value::Date(date),
            Compared::Option(value) => Value::Option(value),
            Compared::YesNo(on) => Value::YesNo(on),
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What tells it from the others.
    pub key: RowKey,
    /// Its page, if it has one.
    pub href: String,
    /// What it shows, by column.
    pub cells: Vec<(&'static str, Cell)>,
}

impl Line {
    fn cell(&self, column: &str) -> Option<&Cell> {
        let found = self.cells.iter().find(|(each, _)| *each == column);
        found.map(|(_, cell)| cell)
    }
}

/// Lines with what a search looks at.
struct Lines {
    lines: Arc<Vec<Line>>,
    folded: Vec<String>,
}

impl RowSet for Lines {
    fn n(&self) -> usize {
        self.lines.len()
    }

    /// The lines hold everything.
    fn reads(&self, _column: &str) -> &'static [Table] {
        &[]
    }

    fn key(&self, place: u32) -> RowKey {
        self.lines.get(place as usize).map_or(0, |line| line.key)
    }

    fn value<'a>(&'a self, _records: &'a Records, place: u32, column: &str) -> Option<Value<'a>> {
        let line = self.lines.get(place as usize)?;
        line.cell(column).map(Cell::value)
    }

    fn words(
        &self,
        _records: &Records,
        _m: &'static Messages,
        place: u32,
        column: &str,
    ) -> Option<String> {
        let line = self.lines.get(place as usize)?;
        Some(line.cell(column)?.text.clone())
    }

    fn found(
        &self,
        _records: &Records,
        _m: &'static Messages,
        places: &[u32],
        typed: &str,
    ) -> Vec<u32> {
        let folded = |place: u32| self.folded[place as usize].as_str();
        Wanted::new(typed).found(places.iter().copied(), folded)
    }
}

/// What a small list is made of.
pub struct SmallList {
    /// What this device knows the list by.
    pub name: &'static str,
    /// What the rows are.
    pub label: Signal<String>,
    /// All columns.
    pub fields: Signal<Vec<ListField>>,
    /// All rows, in the list's own order.
    pub lines: Memo<Arc<Vec<Line>>>,
    /// The order they stand in by themselves, to be shown in the headings.
    pub own_sort: Option<SortBy>,
    /// What a cell shows instead of its text.
    pub cell: Option<Callback<(RowKey, &'static str), Option<AnyView>>>,
    /// Opens a row by its key, where rows have no pages.
    pub on_open: Option<Callback<RowKey>>,
    /// Told the row the user is on.
    pub on_active: Option<Callback<RowKey>>,
    /// Asks about deleting a row, by its key.
    pub on_delete: Option<Callback<RowKey>>,
    /// What stands where there are no rows at all.
    pub empty: ViewFn,
}

/// What can be done with several rows of a small list, and what stands above them.
#[derive(Default)]
pub struct Extras {
    /// The rows selected; without it rows can't be selected.
    pub selected: Option<RwSignal<Selection>>,
    /// What can be done with the rows selected.
    pub selection_actions: ViewFn,
    /// What the page does with the row the user is on, for the menu of a row.
    pub row_actions: Vec<Action>,
    /// How a row stands, by its key: "canceled".
    pub row_state: Option<Callback<RowKey, &'static str>>,
    /// What stands before the filters, in the line above the rows.
    pub before_filters: ViewFn,
}

/// What the buttons of a page act on, in the order of the lines: the rows selected, else the row
/// the user is on, else the only one.
pub fn chosen(
    lines: Memo<Arc<Vec<Line>>>,
    selected: RwSignal<Selection>,
    active: RwSignal<Option<RowKey>>,
) -> Memo<Vec<RowKey>> {
    Memo::new(move |_| {
        let (selected, active) = (selected.read(), active.get());
        lines.with(|lines| {
            let is_chosen = |key: &RowKey| match selected.is_empty() {
                true => active == Some(*key) || lines.len() == 1,
                false => selected.contains(key),
            };
            let keys = lines.iter().map(|line| line.key);
            keys.filter(is_chosen).collect()
        })
    })
}

/// Draws a small list.
pub fn small_list(store: Store, list: SmallList) -> AnyView {
    small_list_with(store, list, Extras::default())
}

/// Draws a small list of which several rows can be selected.
pub fn small_list_with(store: Store, list: SmallList, extras: Extras) -> AnyView {
    let SmallList {
        name,
        label,
        fields,
        lines,
        own_sort,
        cell,
        on_open,
        on_active,
        on_delete,
        empty,
    } = list;
    let rows = Memo::new(move |_| {
        let lines = lines.get();
        let text = |line: &Line| {
            let texts: Vec<&str> = line.cells.iter().map(|(_, cell)| &*cell.text).collect();
            fold(&texts.join("\n"))
        };
        let folded = lines.iter().map(text).collect();
        Rows(Arc::new(Lines { lines, folded }))
    });
    let shown = Shown::new(store, name, fields, rows);
    let key = move |at: usize| untrack(|| shown.key_at(at));
    let cell = move |(at, column): (usize, &'static str)| {
        let own = cell.and_then(|cell| cell.run((shown.key_at(at)?, column)));
        own.or_else(|| {
            let place = shown.place_at(at)? as usize;
            lines.with(|lines| {
                let cell = lines.get(place)?.cell(column)?;
                Some(shown_cell(cell.text.clone(), cell.on_card.clone()))
            })
        })
    };
    let href = move |at: usize| {
        let place = shown.place_at(at).map(|place| place as usize);
        lines.with(|lines| {
            let line = place.and_then(|place| lines.get(place));
            line.map_or_else(String::new, |line| line.href.clone())
        })
    };
    let told = |told: Option<Callback<RowKey>>| {
        told.map(|told| {
            Callback::new(move |at: usize| {
                if let Some(key) = key(at) {
                    told.run(key);
                }
            })
        })
    };
    let delete = on_delete.map(|on_delete| {
        Callback::new(move |keys: Vec<RowKey>| {
            if let Some(key) = keys.first() {
                on_delete.run(*key);
            }
        })
    });
    if let Some(selected) = extras.selected {
        // What is gone is not selected any more.
        Effect::new(move |_| {
            lines.with(|lines| {
                let is_there = |key: &RowKey| lines.iter().any(|line| line.key == *key);
                if !selected.with_untracked(|keys| keys.iter().all(is_there)) {
                    selected.update(|keys| keys.retain(is_there));
                }
            });
        });
    }
    let state = extras.row_state.map(|state| {
        let state = move |at: usize| shown.key_at(at).map_or("", |key| state.run(key));
        Callback::new(state)
    });
    record_list(RecordList {
        row_state: state,
        row_actions: extras.row_actions,
        multi: extras.selected.is_some(),
        selected: extras
            .selected
            .unwrap_or_else(|| RwSignal::new(Selection::new())),
        selection_actions: extras.selection_actions,
        before_filters: extras.before_filters,
        own_sort,
        cell: Some(Callback::new(cell)),
        row_href: on_open.is_none().then(|| Callback::new(href)),
        on_open: told(on_open),
        on_active: told(on_active),
        on_delete: delete,
        empty,
        ..RecordList::new(shown, label)
    })
}

fn shown_cell(text: String, on_card: Option<String>) -> AnyView {
    let tip = text.clone();
    match on_card {
        None => plain("span", "").with("title", tip).inside(text).into_any(),
        Some(on_card) => (
            plain("span", "wide-only").inside(text),
            plain("span", "narrow-only").inside(on_card),
        )
            .into_any(),
    }
}
