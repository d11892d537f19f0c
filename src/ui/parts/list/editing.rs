//! Cells that are edited in place: a field that lies over the cell, and so stays as it is while the rows are drawn
//! anew.

use super::{ListParts, RowKey};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::live::{live, live_text, wording};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// What comes after a cell's field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing: the user has gone elsewhere.
    Nothing,
    /// Back to the grid, on the same cell.
    Back,
    /// The cell below.
    Down,
    /// The field of the next cell that has one.
    Next,
    /// The field of the one before.
    Previous,
}

/// A cell that is being edited.
#[derive(Clone)]
pub struct EditedCell {
    /// Its row.
    pub key: RowKey,
    /// The row above, if there is one.
    pub above: Option<RowKey>,
    /// Its column.
    pub column: &'static str,
    /// What was typed before the field was there, in place of what the cell says.
    pub typed: Option<String>,
    /// To be told when the field is done.
    pub end: Callback<Then>,
}

/// How cells are edited in place.
#[derive(Clone, Copy)]
pub struct CellEditing {
    /// Whether the cells of a column are.
    pub is_editable: Callback<&'static str, bool>,
    /// The field of a cell; its first input gets the focus.
    pub field: Callback<EditedCell, AnyView>,
    /// F8 on a cell: told its row, the row above and the column, whose value it shall get.
    pub on_copy: Callback<(RowKey, RowKey, &'static str)>,
    /// What is wrong with the text in the field.
    pub problem: Signal<Option<String>>,
}

/// The cell being edited.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Edited {
    at: usize,
    key: RowKey,
    column: &'static str,
    typed: Option<String>,
}

impl ListParts {
    /// Opens the field of the cell that the keyboard is on, if it has one; with what was typed.
    pub(super) fn edit(self, at: usize, typed: Option<String>) -> bool {
        let column = self.column_at(self.cursor.column.get_untracked());
        column.is_some_and(|column| self.edit_cell(at, column, typed))
    }

    fn column_at(self, place: usize) -> Option<&'static str> {
        let columns = self.columns.read_untracked();
        columns.get(place).map(|column| column.id)
    }

    fn is_editable(self, column: &'static str) -> bool {
        let editing = self.cell_editing;
        editing.is_some_and(|editing| editing.is_editable.run(column))
            && !self.viewport.narrow.get_untracked()
    }

    fn edit_cell(self, at: usize, column: &'static str, typed: Option<String>) -> bool {
        let is_there = at < self.n.get_untracked() && self.is_editable(column);
        if is_there {
            self.edited.set(Some(Edited {
                at,
                key: self.cursor.key(at),
                column,
                typed,
            }));
        }
        is_there
    }

    /// Asks for the value of the row above in the cell that the keyboard is on.
    pub(super) fn copy_above(self, at: usize) -> bool {
        let column = self.column_at(self.cursor.column.get_untracked());
        let column = column.filter(|column| self.is_editable(column));
        let (Some(editing), Some(column), Some(above)) =
            (self.cell_editing, column, at.checked_sub(1))
        else {
            return false;
        };
        let keys = (self.cursor.key(at), self.cursor.key(above));
        editing.on_copy.run((keys.0, keys.1, column));
        true
    }

    /// The columns with fields, by their places.
    fn editable_places(self) -> Vec<usize> {
        let columns = self.columns.read_untracked();
        let places = columns.iter().enumerate();
        let editable = places.filter(|(_, column)| self.is_editable(column.id));
        editable.map(|(place, _)| place).collect()
    }

    /// The field is done: closes it and goes where the user goes.
    fn end(self, at: usize, column: &'static str, then: Then) {
        self.edited.set(None);
        let cursor = self.cursor;
        let places = self.editable_places();
        let is_here = |place: &usize| self.column_at(*place) == Some(column);
        let here = places.iter().position(is_here).unwrap_or_default();
        let last = self.n.get_untracked().saturating_sub(1);
        let to = match then {
            Then::Nothing => return,
            Then::Back => None,
            Then::Down => {
                cursor.go(at + 1, false);
                None
            }
            Then::Next if here + 1 < places.len() => Some((at, here + 1)),
            Then::Next if at < last => Some((at + 1, 0)),
            Then::Previous if here > 0 => Some((at, here - 1)),
            Then::Previous if at > 0 => Some((at - 1, places.len().saturating_sub(1))),
            Then::Next | Then::Previous => None,
        };
        let Some((row, place)) = to.and_then(|(row, at)| Some((row, *places.get(at)?))) else {
            super::tools::focus_grid(self);
            return;
        };
        cursor.go(row, false);
        cursor.column.set(place);
        self.edit(row, None);
    }
}

/// The field over the cell being edited.
pub(super) fn field(parts: ListParts) -> AnyView {
    let Some(editing) = parts.cell_editing else {
        return ().into_any();
    };
    let drawn = move || match parts.edited.get() {
        Some(edited) => untrack(|| one_field(parts, editing, edited)),
        None => ().into_any(),
    };
    live(drawn)
}

fn one_field(parts: ListParts, editing: CellEditing, edited: Edited) -> AnyView {
    let Edited {
        at,
        key,
        column,
        typed,
    } = edited;
    // Where the row stands now: what was typed may have put it elsewhere.
    let row = Memo::new(move |before: Option<&usize>| {
        let is_it = |at: &usize| parts.cursor.key_of(*at) == key;
        let now = parts.viewport.range().find(is_it);
        now.or(before.copied()).unwrap_or(at)
    });
    let place = move || {
        if parts.viewport.narrow.get() {
            // The list has become cards under the user's hands: the field takes the whole one.
            return "1".to_string();
        }
        let columns = parts.columns.read();
        let place = columns.iter().position(|each| each.id == column);
        (place.unwrap_or_default() + 1 + usize::from(parts.multi)).to_string()
    };
    let end = Callback::new(move |then| {
        let at = row.try_get_untracked().unwrap_or(at);
        parts.end(at, column, then);
    });
    let above = at.checked_sub(1).map(|above| parts.cursor.key(above));
    let cell = EditedCell {
        key,
        above,
        column,
        typed,
        end,
    };
    let is_typed = cell.typed.is_some();
    let row_element = NodeRef::<html::Div>::new();
    row_element.on_load(move |element| {
        let first = element.query_selector("input, select").ok().flatten();
        let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        let _ = first.focus();
        match first.dyn_ref::<HtmlInputElement>() {
            Some(input) if is_typed => {
                // After what was typed already.
                let end = u32::try_from(input.value().encode_utf16().count()).unwrap_or_default();
                let _ = input.set_selection_range(end, end);
            }
            Some(input) => input.select(),
            None => {}
        }
    });
    view! {
        <div
            class="list-editor"
            role="row"
            aria-rowindex=wording(move || Some((row.get() + 2).to_string()))
            style:transform=wording(move || Some(format!("translateY({}px)", parts.viewport.top(row.get()))))
            node_ref=row_element
        >
            <div role="gridcell" style:grid-column=wording(move || Some(place()))>{editing.field.run(cell)}</div>
        </div>
    }
    .into_any()
}

/// The line above the rows that says what is wrong with the text in the field.
pub(super) fn problem(parts: ListParts) -> AnyView {
    let Some(editing) = parts.cell_editing else {
        return ().into_any();
    };
    let sentence = |text: String| view! { {icon(Icon::Error)} <span>{text}</span> }.into_any();
    view! { <div class="list-problem" role="alert">{live_text(editing.problem, sentence)}</div> }
        .into_any()
}
