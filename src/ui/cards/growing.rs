//! Rows that belong to a record, such as its languages, and the way to more: a list of what it does not
//! have yet. What is chosen there is added.

use crate::language::Messages;
use crate::ui::parts::field_choice::{SelectField, SelectOption};
use crate::ui::text::tr;
use leptos::prelude::*;

/// The rows, or `none` in words while there are none.
pub fn rows_or_none(
    are_any: impl Fn() -> bool + Send + Sync + 'static,
    none: fn(&'static Messages) -> &'static str,
    rows: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    view! {
        <Show when=are_any fallback=move || view! { <p class="muted">{tr(none)}</p> }>
            {rows()}
        </Show>
    }
    .into_any()
}

/// The list of what can be added, the first of it a word that asks to choose.
pub fn adding_one(
    label: fn(&'static Messages) -> &'static str,
    options: Signal<Vec<SelectOption>>,
    add: Callback<String>,
) -> AnyView {
    view! {
        <div class="fields">
            <SelectField label=tr(label) value="" options=options on_pick=add/>
        </div>
    }
    .into_any()
}
