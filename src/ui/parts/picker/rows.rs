//! The choices of a lookup, in groups, as a listbox that floats below the field.

use super::PickerItem;
use super::state::PickerState;
use crate::ui::parts::avatar::{AvatarSize, avatar};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::live::{live, mark, yes_no};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;

pub(super) fn list(id: &str, label: Signal<String>, state: PickerState) -> AnyView {
    let row_id = id.to_owned();
    Effect::new({
        let id = id.to_owned();
        move |_| {
            let Some(at) = state.active.get() else { return };
            if let Some(row) = document().get_element_by_id(&format!("{id}-row-{at}")) {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                row.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }
    });
    let rows = move || {
        let items = state.items.get();
        let n = items.len();
        let mut views = Vec::with_capacity(n + 2);
        if n == 0 && state.on_new.is_none() {
            views.push(view! { <div class="picker-empty" role="option" aria-disabled="true" aria-selected="false">{tr(|m| m.parts.no_match)}</div> }.into_any());
        }
        let numbered: Vec<(usize, PickerItem)> = items.into_iter().enumerate().collect();
        views.extend(
            numbered
                .chunk_by(|(_, a), (_, b)| a.group == b.group)
                .map(|rows| group(&row_id, rows, state)),
        );
        if state.on_new.is_some() {
            views.push(new_row(&row_id, n, state));
        }
        views
    };
    let n_matches = move || {
        let n = u32::try_from(state.items.with(Vec::len)).unwrap_or(u32::MAX);
        (state.open.get() && state.typed.with(Option::is_some)).then(|| (texts().parts.matches)(n))
    };
    view! {
        <div class="float" id=format!("{id}-list") popover="manual" role="listbox" aria-label=label on:mousedown=|event| event.prevent_default()>
            {live(move || rows().into_any())}
        </div>
        <span class="unseen" role="status">{live(move || n_matches().into_any())}</span>
    }
    .into_any()
}

/// Rows of one group, under its heading.
fn group(id: &str, rows: &[(usize, PickerItem)], state: PickerState) -> AnyView {
    let heading = rows.first().map_or("", |(_, item)| &item.group).to_owned();
    let first = rows.first().map_or(0, |(at, _)| *at);
    let rows = rows.iter().cloned();
    let rows = rows
        .map(|(at, item)| row(id, at, item, state))
        .collect_view();
    if heading.is_empty() {
        return rows.into_any();
    }
    let head_id = format!("{id}-head-{first}");
    let labelled = head_id.clone();
    view! {
        <div role="group" aria-labelledby=labelled>
            <div class="picker-head" id=head_id role="presentation">{heading}</div>
            {rows}
        </div>
    }
    .into_any()
}

fn row(id: &str, at: usize, item: PickerItem, state: PickerState) -> AnyView {
    let PickerItem {
        key,
        label,
        detail,
        shape,
        icon: picture,
        ..
    } = item;
    let chosen = move || {
        state
            .selected
            .with(|item| item.as_ref().is_some_and(|item| item.key == key))
    };
    view! {
        <div
            class="picker-option"
            id=format!("{id}-row-{at}")
            role="option"
            aria-selected=yes_no(chosen) data-active=mark(move || state.active.get() == Some(at))
            on:click=move |_| state.take(at)
        >
            {shape.map(|shape| avatar(&label, shape, AvatarSize::Small))}
            {picture.map(icon)}
            <span class="picker-label">{label.clone()}</span>
            <span class="picker-detail">{detail}</span>
        </div>
    }
    .into_any()
}

fn new_row(id: &str, at: usize, state: PickerState) -> AnyView {
    let label = tr_with(move |m| {
        state
            .typed
            .with(|typed| match typed.as_deref().map(str::trim) {
                None | Some("") => m.parts.new_row.into(),
                Some(typed) => (m.parts.new_row_typed)(typed),
            })
    });
    view! {
        <div
            class="picker-option picker-new"
            id=format!("{id}-row-{at}")
            role="option"
            aria-selected="false"
            data-active=mark(move || state.active.get() == Some(at))
            on:click=move |_| state.take(at)
        >
            {icon(Icon::Plus)}
            <span class="picker-label">{label}</span>
        </div>
    }
    .into_any()
}
