//! How saving stands: a mark in the top bar, and the panel that explains it.

use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::tone::Tone;
use crate::ui::store::{Status, Store};
use crate::ui::text::{texts, tr};
use leptos::prelude::*;

fn tone(status: Status) -> Tone {
    match status {
        Status::Saved => Tone::Good,
        Status::Saving => Tone::Plain,
        Status::InMemory => Tone::Warn,
    }
}

fn text(status: Status) -> &'static str {
    let frame = &texts().frame;
    match status {
        Status::Saved => frame.saved,
        Status::Saving => frame.saving,
        Status::InMemory => frame.in_memory,
    }
}

fn detail(status: Status) -> &'static str {
    let frame = &texts().frame;
    match status {
        Status::Saved | Status::Saving => frame.saved_detail,
        Status::InMemory => frame.in_memory_detail,
    }
}

pub(super) fn status(store: Store) -> AnyView {
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| open.set(false));
    view! {
        <button
            type="button"
            class="shell-status"
            data-tone=move || tone(store.status()).attribute()
            aria-haspopup="dialog"
            on:click=move |_| open.set(true)
        >
            <span class="status-dot"></span>
            <span class="shell-status-text">{move || text(store.status())}</span>
        </button>
        <Show when=move || open.get()>
            <Dialog
                title=Signal::derive(move || text(store.status()).to_string())
                on_close=close
            >
                <p>{move || detail(store.status())}</p>
                <p class="muted">{tr(|m| m.frame.offline_ready)}</p>
            </Dialog>
        </Show>
    }
    .into_any()
}
