//! What stands above the rows (filters, search, actions, or what to do with the rows selected) and below (how many).

use crate::ui::parts::live::mark;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Column, ListParts, SortBy};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::menu::{Menu, MenuItem};
use crate::ui::text::{texts, tr, tr_with};

pub(super) fn bar(
    parts: ListParts,
    search: Signal<String>,
    on_search: Option<Callback<String>>,
    filters: ViewFn,
    actions: ViewFn,
    selection_actions: ViewFn,
) -> AnyView {
    let selected = parts.cursor.selected;
    let n_selected =
        move || u32::try_from(selected.with(std::collections::BTreeSet::len)).unwrap_or(u32::MAX);
    let some = Memo::new(move |_| n_selected() > 0);
    let clear = move |()| selected.update(std::collections::BTreeSet::clear);
    view! {
        <div class="list-tools">
            <div class="list-filters">{filters.run()}</div>
            {on_search.map(|on_search| search_box(parts, search, on_search))}
            {parts.on_sort.map(|on_sort| sort_menu(parts, on_sort))}
            {actions.run()}
        </div>
        <Show when=move || some.get()>
            <div class="list-selection">
                <strong role="status">{tr_with(move |m| (m.parts.selected)(n_selected()))}</strong>
                {selection_actions.run()}
                <span class="spring"></span>
                <Button
                    label=tr(|m| m.parts.clear_selection)
                    kind=ButtonKind::Quiet
                    icon=Icon::Close
                    icon_only=true
                    on_press=Callback::new(clear)
                />
            </div>
        </Show>
    }
    .into_any()
}

/// The search box; F3 goes there from anywhere on the page.
fn search_box(parts: ListParts, search: Signal<String>, on_search: Callback<String>) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let listener = window_event_listener(ev::keydown, move |event| {
        let plain = !(event.ctrl_key() || event.alt_key() || event.shift_key() || event.meta_key());
        if event.key() == "F3"
            && plain
            && !event.default_prevented()
            && let Some(input) = input.get_untracked()
        {
            event.prevent_default();
            let _ = input.focus();
            input.select();
        }
    });
    on_cleanup(move || listener.remove());
    let keydown = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" if search.with_untracked(|text| !text.is_empty()) => {
            event.prevent_default();
            event.stop_propagation();
            on_search.run(String::new());
        }
        "Enter" | "ArrowDown" if !event.is_composing() => {
            event.prevent_default();
            focus_grid(parts);
            parts.cursor.go(0, false);
        }
        _ => {}
    };
    view! {
        <label class="list-search">
            {icon(Icon::Search)}
            <input
                type="search"
                class="list-search-input"
                autocomplete="off"
                enterkeyhint="search"
                aria-label=tr(|m| m.parts.search_list)
                aria-keyshortcuts="F3"
                placeholder=tr(|m| m.parts.search_list)
                node_ref=input
                prop:value=search
                on:input=move |event| on_search.run(event_target_value(&event))
                on:keydown=keydown
            />
            <kbd aria-hidden="true">"F3"</kbd>
        </label>
    }
    .into_any()
}

pub(super) fn focus_grid(parts: ListParts) {
    let grid = document().get_element_by_id(&format!("{}-grid", parts.id.get_value()));
    if let Some(grid) = grid.and_then(|grid| grid.dyn_into::<HtmlElement>().ok()) {
        let _ = grid.focus();
    }
}

/// On cards there are no headings to press.
fn sort_menu(parts: ListParts, on_sort: Callback<SortBy>) -> AnyView {
    let line = move |column: &Column, descending: bool| {
        let words = &texts().parts;
        let order = if descending {
            words.descending
        } else {
            words.ascending
        };
        let id = column.id;
        let now = parts.sort.get()
            == Some(SortBy {
                column: id,
                descending,
            });
        let press = Callback::new(move |()| {
            on_sort.run(SortBy {
                column: id,
                descending,
            })
        });
        let item = MenuItem::new(
            format!("{}: {}", column.title.get(), order.to_lowercase()),
            press,
        );
        if now { item.icon(Icon::Check) } else { item }
    };
    let items = Signal::derive(move || {
        let columns = parts.columns.read();
        let sortable = columns.iter().filter(|column| column.sortable);
        sortable
            .flat_map(|column| [line(column, false), line(column, true)])
            .collect::<Vec<_>>()
    });
    view! {
        <div class="list-sort-menu">
            <Menu label=tr(|m| m.parts.sort_by) items=items icon=Icon::Sort />
        </div>
    }
    .into_any()
}

/// How many rows there are, and of how many.
pub(super) fn count(parts: ListParts) -> AnyView {
    let ListParts { n, n_all, .. } = parts;
    let whole = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let text = tr_with(move |m| {
        let n = n.get();
        match n_all.get() {
            Some(all) if all != n => (m.parts.rows_of)(whole(n), whole(all)),
            _ => (m.parts.rows)(whole(n)),
        }
    });
    view! {
        <div class="list-count figures" role="status" data-empty=mark(move || n.get() == 0)>
            {text}
        </div>
    }
    .into_any()
}

/// Search or filters leave no row.
pub(super) fn nothing_found(on_show_all: Option<Callback<()>>) -> AnyView {
    let actions = move || {
        on_show_all
            .map(|show_all| view! { <Button label=tr(|m| m.parts.show_all) on_press=show_all /> })
    };
    view! {
        <EmptyState
            icon=Icon::Search
            title=tr(|m| m.parts.nothing_found)
            text=tr(|m| m.parts.nothing_found_detail)
            actions=actions
        />
    }
    .into_any()
}
