//! The rows in sight, as a grid with one tab stop.
//!
//! The focus stays on the grid and `aria-activedescendant` names the cell the keyboard is on: a row may leave the page
//! when it is scrolled away, and must not take the focus with it.

use crate::ui::parts::live::{live, mark, word, wording, yes_no};
use crate::ui::parts::plain::plain;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Align, Column, ListParts, PhonePlace, editing, head, resize, row_menu};

pub(super) fn grid(parts: ListParts) -> AnyView {
    let ListParts {
        id,
        label,
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
            aria-rowcount=wording(move || Some((n.get() + 1).to_string()))
            aria-multiselectable=if multi { "true" } else { "false" }
            aria-activedescendant=wording(active)
            data-empty=mark(move || n.get() == 0)
            node_ref=viewport.scroller
            on:scroll=move |_| viewport.scrolled()
            on:keydown=keydown
            on:focus=focused
            on:click=move |event| clicked(parts, &event)
            on:dblclick=move |event| double_clicked(parts, &event)
            on:contextmenu=move |event| parts.context_menu(&event)
            on:pointerover=move |event| parts.menu.points(&event)
            on:pointerleave=move |_| parts.menu.points_nowhere()
        >
            {head::head(parts)}
            <div class="list-space" role="presentation" style:height=wording(move || viewport.space())>
                {cursor_mark(parts)}
                <div class="list-rows" role="rowgroup" style:transform=wording(move || viewport.shift(range.get().start))>
                    <For each=each key=|at| *at children=move |at| row(parts, at) />
                </div>
                {editing::field(parts)}
                {parts.sides.button.then(|| row_menu::button(parts))}
            </div>
        </div>
    }
    .into_any()
}

/// What shows where the keyboard is: one element behind the rows, instead of a state of every cell.
fn cursor_mark(parts: ListParts) -> AnyView {
    let ListParts {
        viewport,
        cursor,
        multi,
        ..
    } = parts;
    let place = move || {
        cursor
            .row
            .get()
            .map(|at| format!("translateY({}px)", viewport.top(at)))
    };
    let column = move || (cursor.column.get() + 1 + usize::from(multi)).to_string();
    view! {
        <div
            class="list-cursor"
            aria-hidden="true"
            hidden=move || cursor.row.get().is_none()
            style:transform=wording(place)
        >
            <span style:grid-column=wording(move || Some(column()))></span>
        </div>
    }
    .into_any()
}

/// A row takes as few elements, attributes and effects as it can: scrolling makes dozens of them in a frame.
fn row(parts: ListParts, at: usize) -> AnyView {
    let ListParts {
        id,
        columns,
        n,
        cursor,
        row_state,
        multi,
        ..
    } = parts;
    let there = move || at < n.get();
    let cells = move || {
        if !there() {
            return Vec::new();
        }
        let id = id.get_value();
        columns
            .read()
            .iter()
            .enumerate()
            .map(|(c, column)| one_cell(parts, at, format!("{id}-{at}-{c}"), column))
            .collect()
    };
    let state = row_state.map(|row_state| {
        word(move || {
            let state = if there() { row_state.run(at) } else { "" };
            (!state.is_empty()).then_some(state)
        })
    });
    let is_selected = yes_no(move || there() && cursor.is_selected(at));
    let check = multi.then(
        || view! { <div class="list-check" role="gridcell"><i class="list-check-box"></i></div> },
    );
    view! {
        <div class="list-row" role="row" aria-rowindex=(at + 2).to_string() aria-selected=is_selected data-state=state>
            {check} {live(move || cells().into_any())}
        </div>
    }
    .into_any()
}

fn one_cell(parts: ListParts, at: usize, id: String, column: &Column) -> AnyView {
    let shown = parts.cell.run((at, column.id));
    let is_title = column.phone == PhonePlace::Title;
    let inside = match (parts.row_href, parts.on_open) {
        (Some(row_href), _) if is_title => plain("a", "list-link")
            .with("tabindex", "-1")
            .with("href", row_href.run(at))
            .inside(shown)
            .into_any(),
        (None, Some(on_open)) if is_title => {
            let open = move |_: ev::MouseEvent| on_open.run(at);
            view! { <button type="button" class="list-link" tabindex="-1" on:click=open>{shown}</button> }
                .into_any()
        }
        _ => shown,
    };
    plain("div", cell_class(column))
        .with("role", "gridcell")
        .with("id", id)
        .inside(inside)
        .into_any()
}

const fn cell_class(column: &Column) -> &'static str {
    match (column.align, column.phone) {
        (Align::Start, PhonePlace::Title) => "list-cell list-title",
        (Align::Start, PhonePlace::Detail) => "list-cell list-detail",
        (Align::Start, PhonePlace::Line) => "list-cell list-line",
        (Align::Start, PhonePlace::End) => "list-cell list-corner",
        (Align::Start, PhonePlace::Hidden) => "list-cell list-wide",
        (Align::End, PhonePlace::Title) => "list-cell list-end list-title",
        (Align::End, PhonePlace::Detail) => "list-cell list-end list-detail",
        (Align::End, PhonePlace::Line) => "list-cell list-end list-line",
        (Align::End, PhonePlace::End) => "list-cell list-end list-corner",
        (Align::End, PhonePlace::Hidden) => "list-cell list-end list-wide",
    }
}

/// The row an event is in, and the element it happened to.
pub(super) fn row_of(event: &ev::MouseEvent) -> Option<(usize, Element)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let row = target.closest(".list-row").ok()??;
    let index: usize = row.get_attribute("aria-rowindex")?.parse().ok()?;
    Some((index.checked_sub(2)?, target))
}

fn clicked(parts: ListParts, event: &ev::MouseEvent) {
    let Some((at, target)) = row_of(event) else {
        return;
    };
    let within = |selector: &str| target.closest(selector).ok().flatten().is_some();
    if within("a, button, input, select, textarea") {
        return;
    }
    let cursor = parts.cursor;
    let narrow = parts.viewport.narrow.get_untracked();
    // A tap opens a card, which has no room for a cursor; while rows are selected a tap selects.
    let selecting = narrow && cursor.selected.with_untracked(|keys| !keys.is_empty());
    if within(".list-check") || event.ctrl_key() || event.meta_key() || selecting {
        cursor.toggle(at);
    } else if narrow {
        cursor.go(at, false);
        parts.open(at);
    } else {
        cursor.go(at, event.shift_key());
        if let Some(column) = column_of(&target).filter(|_| parts.cell_editing.is_some()) {
            cursor.column.set(column);
            if !event.shift_key() {
                parts.edit(at, None);
            }
        }
    }
}

/// The place of the column that an element stands in.
pub(super) fn column_of(target: &Element) -> Option<usize> {
    let cell = target.closest(".list-cell").ok()??;
    cell.id().rsplit('-').next()?.parse().ok()
}

fn double_clicked(parts: ListParts, event: &ev::MouseEvent) {
    let row = row_of(event).filter(|(_, target)| {
        target
            .closest(".list-check, a, button, input")
            .ok()
            .flatten()
            .is_none()
    });
    if let Some((at, _)) = row {
        parts.open(at);
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
        match name.as_str() {
            "F7" if !ctrl => sort_here(parts),
            "F3" if !ctrl && !shift && parts.on_filter_value.is_some() => parts.filter_value(),
            _ => return false,
        }
        return true;
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
        ("ArrowLeft", None) if shift => return resize::step(parts, false),
        ("ArrowRight", None) if shift => return resize::step(parts, true),
        ("ArrowLeft", _) => cursor
            .column
            .update(|column| *column = column.saturating_sub(1)),
        ("ArrowRight", _) => cursor
            .column
            .update(|column| *column = (*column + 1).min(last_column)),
        ("Enter" | " ", None) => sort_here(parts),
        ("Enter" | "F2", Some(at)) if !ctrl && parts.edit(at, None) => {}
        ("ContextMenu", Some(at)) if !ctrl && parts.sides.button => parts.menu_at_cell(at),
        ("F10", Some(at)) if !ctrl && shift && parts.sides.button => parts.menu_at_cell(at),
        ("F8", Some(at)) if !ctrl && !shift => return parts.copy_above(at),
        ("Enter", Some(at)) if !ctrl => parts.open(at),
        (" ", Some(at)) if multi => cursor.toggle(at),
        ("a" | "A", _) if ctrl && multi => cursor.toggle_all(),
        ("Delete", _) if parts.on_delete.is_some() => parts.delete(),
        (typed, Some(at)) if !ctrl && is_character(typed) => {
            return parts.edit(at, Some(typed.into()));
        }
        ("Escape", _) if cursor.selected.with_untracked(|keys| !keys.is_empty()) => {
            cursor.selected.update(std::collections::BTreeSet::clear);
        }
        _ => return false,
    }
    true
}

/// A character, and not the name of a key.
fn is_character(key: &str) -> bool {
    let mut characters = key.chars();
    let first = characters.next().filter(|_| characters.next().is_none());
    first.is_some_and(|character| !character.is_whitespace() && !character.is_control())
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
