//! The browser's own calendar behind a field of typed dates.

use super::icon::{Icon, icon};
use crate::ui::text::tr;
use leptos::{ev, prelude::*};

/// The button that opens the browser's calendar. The native field behind it is never focused or read aloud; the
/// keyboard has Alt+Down in the field itself.
pub(super) fn calendar(
    native: NodeRef<leptos::html::Input>,
    iso: Signal<String>,
    locked: Signal<bool>,
    on_pick: Callback<String>,
) -> AnyView {
    let picked = move |event: ev::Event| {
        let date = event_target_value(&event);
        if !date.is_empty() {
            on_pick.run(date);
        }
    };
    view! {
        <Show when=move || !locked.get()>
            <span class="field-calendar">
                <input type="date" class="field-native" tabindex="-1" aria-hidden="true" node_ref=native on:change=picked />
                <button
                    type="button"
                    class="field-button"
                    tabindex="-1"
                    aria-label=tr(|m| m.parts.open_calendar)
                    title=tr(|m| m.parts.open_calendar)
                    on:click=move |_| open_calendar(native, iso)
                >
                    {icon(Icon::Calendar)}
                </button>
            </span>
        </Show>
    }
    .into_any()
}

pub(super) fn open_calendar(native: NodeRef<leptos::html::Input>, iso: Signal<String>) {
    let Some(native) = native.get_untracked() else {
        return;
    };
    native.set_value(&iso.get_untracked());
    // A browser without a calendar of its own, or without leave to open it, has the text field all the same.
    let _ = native.show_picker();
}
