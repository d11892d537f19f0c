//! Working without a network, and changing to a newer version: what is known of it, for everything that
//! shows it. A newer version is used at the user's word only, and never while something typed is stored
//! nowhere yet.

use super::leaving;
use super::parts::toast::{Toast, ToastAction, show_toast};
use super::parts::tone::Tone;
use super::text::said;
use crate::browser::clock;
use crate::browser::offline::{self, Kept, Offline, Release};
use crate::browser::tabs::Presence;
use chrono::{DateTime, TimeDelta, Utc};
use leptos::prelude::*;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::LazyLock;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

/// Whoever comes back to the page asks for a newer version at most so often.
const LOOK_EVERY: TimeDelta = TimeDelta::hours(1);

/// How long a newer version waits for what is being saved, and how often it looks.
const LONGEST_SAVING_MS: u32 = 2_000;
const SAVING_LOOK_MS: u32 = 100;

/// How it stands with the network and the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What is kept of the app; none where it cannot be kept.
    pub kept: Option<Kept>,
    /// The browser thinks that there is a network.
    pub has_network: bool,
}

static STANDING: LazyLock<ArcRwSignal<Standing>> = LazyLock::new(|| {
    ArcRwSignal::new(Standing {
        // Until the worker has answered.
        kept: Release::of_page().map(|_| Kept::Fetching),
        has_network: offline::has_network(),
    })
});

thread_local! {
    static STARTED: Cell<bool> = const { Cell::new(false) };
    static WORKER: OnceCell<Offline> = const { OnceCell::new() };
}

/// How it stands; tracked.
pub fn standing() -> Standing {
    STANDING.get()
}

/// The version of the app; none while developing.
pub fn version() -> Option<String> {
    Release::of_page().map(|release| release.version)
}

/// Begins to keep the app for when there is no network, and to look for newer versions; once.
pub fn start() {
    if STARTED.replace(true) {
        return;
    }
    offline::watch_network(|| {
        let has_network = offline::has_network();
        change(|standing| standing.has_network = has_network);
    });
    spawn_local(async {
        let Some(release) = Release::of_page() else {
            return;
        };
        match Offline::start(&release, worker_changed).await {
            None => change(|standing| standing.kept = None),
            Some(worker) => {
                look_now_and_then(worker.clone());
                // Started once.
                WORKER.with(|known| drop(known.set(worker)));
                worker_changed();
            }
        }
    });
}

/// Loads the page anew with the newer version, once what is just being saved is saved. While something
/// typed is stored nowhere, it only says so.
pub fn use_newer() {
    // What is typed in a field of a card is saved when the field is left.
    if let Some(active) = document().active_element()
        && let Ok(field) = active.dyn_into::<HtmlElement>()
    {
        // Only what is no part of the page refuses.
        let _ = field.blur();
    }
    use_newer_after(LONGEST_SAVING_MS / SAVING_LOOK_MS);
}

/// Looks so many times more whether all is saved.
fn use_newer_after(n_looks: u32) {
    if !leaving::is_something_unkept() {
        WORKER.with(|worker| worker.get().map(Offline::use_newer));
    } else if n_looks > 0 {
        let again = move || use_newer_after(n_looks - 1);
        set_timeout(again, Duration::from_millis(SAVING_LOOK_MS.into()));
    } else {
        show_toast(Toast {
            tone: Tone::Warn,
            text: said(|m| m.status.finish_first.into()),
            actions: Vec::new(),
        });
    }
}

fn worker_changed() {
    let Some(kept) = WORKER.with(|worker| worker.get().map(Offline::kept)) else {
        return;
    };
    let before = STANDING.get_untracked().kept;
    if before == Some(kept) {
        return;
    }
    change(|standing| standing.kept = Some(kept));
    match kept {
        Kept::All => drop(WORKER.with(|worker| worker.get().map(Offline::tidy))),
        Kept::Newer => tell_newer(),
        Kept::Fetching | Kept::Nothing => {}
    }
}

fn tell_newer() {
    show_toast(Toast {
        tone: Tone::Plain,
        text: said(|m| m.status.newer_told.into()),
        actions: vec![ToastAction::new(
            said(|m| m.status.use_newer.into()),
            use_newer,
        )],
    });
}

/// Looks for a newer version when the user comes back to the page after a while.
fn look_now_and_then(worker: Offline) {
    let looked = Rc::new(Cell::new(clock::now()));
    let presence = Presence::watch(move |is_here| {
        let now: DateTime<Utc> = clock::now();
        if is_here && now - looked.get() >= LOOK_EVERY {
            looked.set(now);
            let worker = worker.clone();
            spawn_local(async move { worker.look_for_newer().await });
        }
    });
    // For as long as the page is there.
    std::mem::forget(presence);
}

/// Changes what is known, and tells whoever shows it if it is something else.
fn change(change: impl FnOnce(&mut Standing)) {
    let before = STANDING.get_untracked();
    let mut after = before;
    change(&mut after);
    if after != before {
        STANDING.set(after);
    }
}
