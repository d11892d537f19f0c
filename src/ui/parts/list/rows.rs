//! The rows in sight, as a grid with one tab stop.
//!
//! The focus stays on the grid and `aria-activedescendant` names the cell the keyboard is on: a row may leave the page
//! when it is scrolled away, and must not take the focus with it.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Align, Column, ListParts, PhonePlace, head};
use crate::ui::parts::icon::{Icon, icon};

pub(super) fn grid(parts: ListParts) -> AnyView {
    let ListParts {
        id,
        label,
        columns,
        n,
        multi,
        viewport,
        cursor,
        ..
    } = parts;
    let range = Memo::new(move |_| viewport.range());
    let active = move || {
        let id = id.get_value();
        let column = cursor.column.get();
        Some(match cursor.row.get() {
            // Only a cell that is in the page can be named.
            Some(at) if range.get().contains(&at) => format!("{id}-{at}-{column}"),
            Some(_) => return None,
            None => format!("{id}-head-{column}"),
        })
    };
    let focused = move |_: ev::FocusEvent| {
        if cursor.row.get_untracked().is_none() && n.get_untracked() > 0 {
            cursor.go(0, false);
        }
    };
    let keydown = move |event: ev::KeyboardEvent| {
        if key(parts, &event) {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let each = move || range.get().collect::<Vec<_>>();
    view! {
        <div
            class="list-scroll"
            role="grid"
            tabindex="0"
            id=format!("{}-grid", id.get_value())
            aria-label=label
            aria-rowcount=move || (n.get() + 1).to_string()
            aria-colcount=move || (columns.read().len() + usize::from(multi)).to_string()
            aria-multiselectable=if multi { "true" } else { "false" }
            aria-activedescendant=active
            data-empty=move || (n.get() == 0).then_some("")
            node_ref=viewport.scroller
            on:scroll=move |_| viewport.scrolled()
            on:keydown=keydown
            on:focus=focused
        >
            {head::head(parts)}
            <div class="list-space" role="rowgroup" style:height=move || format!("{}px", viewport.height())>
                <For each=each key=|at| *at children=move |at| row(parts, at) />
            </div>
        </div>
    }
    .into_any()
}

fn row(parts: ListParts, at: usize) -> AnyView {
    let ListParts {
        id,
        columns,
        n,
        cursor,
        viewport,
        row_state,
        multi,
        ..
    } = parts;
    let there = move || at < n.get();
    let cells = move || {
        if !there() {
            return Vec::new();
        }
        columns
            .read()
            .iter()
            .enumerate()
            .map(|(c, column)| one_cell(parts, at, c, column))
            .collect()
    };
    let state = move || {
        let state = row_state
            .filter(|_| there())
            .map_or("", |row_state| row_state.run(at));
        (!state.is_empty()).then_some(state)
    };
    let is_selected = move || there() && cursor.is_selected(at);
    let check = multi.then(|| {
        view! {
            <div class="list-check" role="gridcell" aria-colindex="1">
                <span class="list-check-box" aria-hidden="true">{icon(Icon::Check)}</span>
            </div>
        }
    });
    view! {
        <div
            class="list-row"
            role="row"
            id=format!("{}-{at}", id.get_value())
            aria-rowindex=(at + 2).to_string()
            aria-selected=move || if is_selected() { "true" } else { "false" }
            data-active=move || (cursor.row.get() == Some(at)).then_some("")
            data-state=state
            style:transform=move || format!("translateY({}px)", viewport.top(at))
            on:click=move |event| clicked(parts, at, &event)
            on:dblclick=move |_| parts.open(at)
        >
            {check} {cells}
        </div>
    }
    .into_any()
}

fn one_cell(parts: ListParts, at: usize, c: usize, column: &Column) -> AnyView {
    let ListParts {
        id,
        multi,
        cell,
        row_href,
        cursor,
        ..
    } = parts;
    let phone = match column.phone {
        PhonePlace::Title => "title",
        PhonePlace::Detail => "detail",
        PhonePlace::End => "end",
        PhonePlace::Hidden => "hidden",
    };
    let shown = cell.run((at, column.id));
    let inside = match row_href.filter(|_| column.phone == PhonePlace::Title) {
        Some(row_href) => {
            view! { <a class="list-link" tabindex="-1" href=row_href.run(at)>{shown}</a> }
                .into_any()
        }
        None => shown,
    };
    view! {
        <div
            class="list-cell"
            role="gridcell"
            id=format!("{}-{at}-{c}", id.get_value())
            aria-colindex=(c + 1 + usize::from(multi)).to_string()
            data-align=(column.align == Align::End).then_some("end")
            data-phone=phone
            data-active=move || (cursor.row.get() == Some(at) && cursor.column.get() == c).then_some("")
        >
            {inside}
        </div>
    }
    .into_any()
}

fn clicked(parts: ListParts, at: usize, event: &ev::MouseEvent) {
    let cursor = parts.cursor;
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let within = |selector: &str| {
        target
            .as_ref()
            .is_some_and(|target| target.closest(selector).ok().flatten().is_some())
    };
    if within("a, button, input, select, textarea") {
        return;
    }
    // Opening by a tap: a card has no room for a cursor. While rows are selected a tap selects.
    let selecting = cursor.selected.with_untracked(|keys| !keys.is_empty());
    if within(".list-check")
        || event.ctrl_key()
        || event.meta_key()
        || (parts.viewport.narrow.get_untracked() && selecting)
    {
        cursor.toggle(at);
    } else if parts.viewport.narrow.get_untracked() {
        cursor.go(at, false);
        parts.open(at);
    } else {
        cursor.go(at, event.shift_key());
    }
}

/// Does what a key means; false if it means nothing here.
fn key(parts: ListParts, event: &ev::KeyboardEvent) -> bool {
    let ListParts {
        cursor,
        columns,
        viewport,
        n,
        multi,
        ..
    } = parts;
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if typing.is_some_and(|element| element.matches("input, select, textarea").unwrap_or(false)) {
        return false;
    }
    let (ctrl, shift) = (event.ctrl_key() || event.meta_key(), event.shift_key());
    let name = event.key();
    if event.alt_key() {
        // AltGr is Ctrl+Alt; it types.
        if name == "F7" && !ctrl {
            sort_here(parts);
            return true;
        }
        return false;
    }
    let last = n.get_untracked().saturating_sub(1);
    let last_column = columns.read_untracked().len().saturating_sub(1);
    let row = cursor.row.get_untracked();
    match (name.as_str(), row) {
        ("ArrowDown", None) => cursor.go(0, false),
        ("ArrowDown", Some(at)) if !ctrl => cursor.go(at + 1, shift),
        ("ArrowUp", Some(0)) if !ctrl && !shift => cursor.go_to_headings(),
        ("ArrowUp", Some(at)) if !ctrl => cursor.go(at.saturating_sub(1), shift),
        ("PageDown", _) => cursor.go(row.unwrap_or(0) + viewport.page(), shift),
        ("PageUp", _) => cursor.go(row.unwrap_or(0).saturating_sub(viewport.page()), shift),
        ("Home", _) if ctrl => cursor.go(0, shift),
        ("End", _) if ctrl => cursor.go(last, shift),
        ("Home", _) => cursor.column.set(0),
        ("End", _) => cursor.column.set(last_column),
        ("ArrowLeft", _) => cursor
            .column
            .update(|column| *column = column.saturating_sub(1)),
        ("ArrowRight", _) => cursor
            .column
            .update(|column| *column = (*column + 1).min(last_column)),
        ("Enter" | " ", None) => sort_here(parts),
        ("Enter", Some(at)) if !ctrl => parts.open(at),
        (" ", Some(at)) if multi => cursor.toggle(at),
        ("a" | "A", _) if ctrl && multi => cursor.toggle_all(),
        ("Delete", _) if parts.on_delete.is_some() => parts.delete(),
        ("Escape", _) if cursor.selected.with_untracked(|keys| !keys.is_empty()) => {
            cursor.selected.update(std::collections::BTreeSet::clear);
        }
        _ => return false,
    }
    true
}

fn sort_here(parts: ListParts) {
    let at = parts.cursor.column.get_untracked();
    if let Some(column) = parts
        .columns
        .with_untracked(|columns| columns.get(at).copied())
    {
        parts.sort(&column);
    }
}
