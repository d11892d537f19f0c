//! How saving stands: a mark in the top bar, and the panel that explains it.

use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::tone::Tone;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;

/// How saving stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Everything shown is saved.
    Saved,
    /// A command is being saved.
    Saving,
    /// The browser stores nothing: everything is gone when the tab is closed.
    InMemory,
}

impl Status {
    fn tone(self) -> Tone {
        match self {
            Self::Saved => Tone::Good,
            Self::Saving => Tone::Plain,
            Self::InMemory => Tone::Warn,
        }
    }

    fn text(self) -> &'static str {
        let frame = &texts().frame;
        match self {
            Self::Saved => frame.saved,
            Self::Saving => frame.saving,
            Self::InMemory => frame.in_memory,
        }
    }

    fn detail(self) -> &'static str {
        let frame = &texts().frame;
        match self {
            Self::Saved | Self::Saving => frame.saved_detail,
            Self::InMemory => frame.in_memory_detail,
        }
    }
}

pub(super) fn status(store: Store) -> AnyView {
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| open.set(false));
    view! {
        <button
            type="button"
            class="shell-status"
            data-tone=move || store.status().tone().attribute()
            aria-haspopup="dialog"
            on:click=move |_| open.set(true)
        >
            <span class="status-dot"></span>
            <span class="shell-status-text">{move || store.status().text()}</span>
        </button>
        <Show when=move || open.get()>
            <Dialog
                title=Signal::derive(move || store.status().text().to_string())
                on_close=close
            >
                <p>{move || store.status().detail()}</p>
                <p class="muted">{tr(|m| m.frame.offline_ready)}</p>
            </Dialog>
        </Show>
    }
    .into_any()
}
