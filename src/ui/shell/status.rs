//! How it stands with what the user trusts the app with: a mark in the top bar, and the panel that
//! explains it: saving, working without a network, a newer version, what the browser promises.

use crate::browser::offline::Kept;
use crate::browser::persistence::{self, Room};
use crate::language::Messages;
use crate::ui::backup;
use crate::ui::offline::{self, Standing, standing};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::live::live;
use crate::ui::parts::tone::Tone;
use crate::ui::store::{Status, Store};
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// What the mark says: of all that is so, what matters most.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    InMemory,
    Newer,
    Saving,
    ReadingLog,
    NoNetwork,
    Saved,
}

/// What is known of the browser's promise to keep the data.
#[derive(Clone, Copy, Default, PartialEq)]
struct Promise {
    /// It has given it; none if it does not say.
    is_given: Option<bool>,
    /// It was asked just now and did not give it.
    is_refused: bool,
    room: Option<Room>,
}

impl Mark {
    fn of(status: Status, standing: Standing, has_log: bool) -> Self {
        match status {
            Status::InMemory => Self::InMemory,
            _ if standing.kept == Some(Kept::Newer) => Self::Newer,
            Status::Saving => Self::Saving,
            Status::Saved if !has_log => Self::ReadingLog,
            Status::Saved if !standing.has_network => Self::NoNetwork,
            Status::Saved => Self::Saved,
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::InMemory => Tone::Warn,
            Self::Newer => Tone::Accent,
            Self::Saving | Self::ReadingLog | Self::NoNetwork => Tone::Plain,
            Self::Saved => Tone::Good,
        }
    }

    fn text(self, m: &'static Messages) -> &'static str {
        match self {
            Self::InMemory => m.status.in_memory,
            Self::Newer => m.status.newer,
            Self::Saving => m.status.saving,
            Self::ReadingLog => m.opening.reading_log,
            Self::NoNetwork => m.status.no_network,
            Self::Saved => m.status.saved,
        }
    }
}

pub(super) fn status(store: Store) -> AnyView {
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| open.set(false));
    let mark = Memo::new(move |_| Mark::of(store.status(), standing(), store.has_log()));
    view! {
        <button
            type="button"
            class="shell-status"
            data-tone=move || mark.get().tone().attribute()
            aria-haspopup="dialog"
            on:click=move |_| open.set(true)
        >
            <span class="status-dot"></span>
            <span class="shell-status-text">{move || mark.get().text(texts())}</span>
        </button>
        <Show when=move || open.get()>
            <Dialog title=tr_with(move |m| mark.get().text(m).into()) on_close=close>
                <div class="status-rows">
                    {newer()}
                    <p>{move || match store.status() {
                        Status::InMemory => texts().status.in_memory_detail,
                        Status::Saved | Status::Saving => texts().status.saved_detail,
                    }}</p>
                    {without_network()}
                    {storage(store)}
                    {backup::in_panel(store, close)}
                    {offline::version().map(|version| view! {
                        <p class="muted">{tr(|m| m.status.version)}" "{version}</p>
                    })}
                </div>
            </Dialog>
        </Show>
    }
    .into_any()
}

/// The step to a newer version, while one waits.
fn newer() -> AnyView {
    live(|| {
        if standing().kept != Some(Kept::Newer) {
            return ().into_any();
        }
        view! {
            <section class="status-row" data-tone=Tone::Accent.attribute()>
                <h3 class="facts-title">{tr(|m| m.status.newer)}</h3>
                <p>{tr(|m| m.status.newer_detail)}</p>
                <Button
                    label=tr_with(|m| m.status.use_newer.into())
                    kind=ButtonKind::Primary
                    on_press=|()| offline::use_newer()
                />
            </section>
        }
        .into_any()
    })
}

/// Whether the app opens without a network, and whether there is one.
fn without_network() -> AnyView {
    let app = move || {
        let m = &texts().status;
        match standing().kept {
            Some(Kept::All | Kept::Newer) => m.offline_ready,
            Some(Kept::Fetching) => m.offline_fetching,
            Some(Kept::Nothing) => m.offline_nothing,
            None => m.offline_impossible,
        }
    };
    let network = move || {
        let m = &texts().status;
        let standing = standing();
        match standing.kept {
            _ if standing.has_network => None,
            Some(Kept::All | Kept::Newer) => Some(m.no_network_detail),
            _ => Some(m.network_needless),
        }
    };
    view! {
        <section class="status-row">
            <h3 class="facts-title">{tr(|m| m.status.offline)}</h3>
            <p>{app}</p>
            {move || network().map(|text| view! { <p>{text}</p> })}
        </section>
    }
    .into_any()
}

/// What the browser promises, and how much room there is. Nothing is stored for what is kept in memory.
fn storage(store: Store) -> AnyView {
    if store.is_in_memory() {
        return ().into_any();
    }
    let promise = RwSignal::new(Promise::default());
    spawn_local(async move {
        let (is_given, room) = (persistence::promised().await, persistence::room().await);
        // The panel may be closed by now.
        promise.try_update(|promise| {
            promise.is_given = is_given;
            promise.room = room;
        });
    });
    let ask = move |_| {
        spawn_local(async move {
            let answer = persistence::ask().await;
            promise.try_update(|promise| {
                promise.is_given = answer;
                promise.is_refused = answer != Some(true);
            });
        });
    };
    live(move || {
        let Promise {
            is_given: Some(is_given),
            is_refused,
            room,
        } = promise.get()
        else {
            return ().into_any();
        };
        let words = tr_with(move |m| {
            let promised = match (is_given, is_refused) {
                (true, _) => m.status.storage_promised,
                (false, true) => m.status.browser_refused,
                (false, false) => m.status.storage_not_promised,
            };
            match room {
                Some(room) => {
                    let amount = |bytes: f64| m.format.size(bytes as u64);
                    let used = (m.status.used)(&amount(room.used), &amount(room.all));
                    format!("{promised} {used}")
                }
                None => promised.into(),
            }
        });
        view! {
            <section class="status-row">
                <h3 class="facts-title">{tr(|m| m.status.storage)}</h3>
                <p role="status">{words}</p>
                {(!is_given && !is_refused).then(|| view! {
                    <Button label=tr_with(|m| m.status.ask_browser.into()) on_press=ask/>
                })}
            </section>
        }
        .into_any()
    })
}
