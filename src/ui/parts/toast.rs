//! Toasts: short messages at the bottom that say what has happened and offer a step, such as Open or Undo.
//!
//! `show_toast` can be called from anywhere, also after `.await`. A message stays ten seconds, longer while the pointer
//! or the focus is on it, and until it is closed when something went wrong.

use std::sync::{
    Arc, LazyLock, Mutex,
    atomic::{AtomicU32, Ordering},
};
use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::icon::{Icon, icon};
use super::tone::Tone;
use crate::domain::Revision;
use crate::ui::text::{Said, tr};

const STAY: Duration = Duration::from_secs(10);
const MAX_TOASTS: usize = 3;

/// A step that a toast offers.
#[derive(Clone)]
pub struct ToastAction {
    label: Said,
    /// The change that it takes back.
    takes_back: Option<Revision>,
    /// Not a `Callback`: the page that made it may be gone when it is pressed.
    on_press: Arc<dyn Fn() + Send + Sync>,
}

impl ToastAction {
    /// A step called `label`.
    #[must_use]
    pub fn new(label: Said, on_press: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            label,
            takes_back: None,
            on_press: Arc::new(on_press),
        }
    }

    /// It takes back a change: once that is taken back otherwise, the toast goes.
    #[must_use]
    pub fn takes_back(self, change: Revision) -> Self {
        Self {
            takes_back: Some(change),
            ..self
        }
    }
}

/// A message.
#[derive(Clone)]
pub struct Toast {
    /// `Bad` stays until it is closed.
    pub tone: Tone,
    /// What has happened.
    pub text: Said,
    /// At most two steps.
    pub actions: Vec<ToastAction>,
}

static TOASTS: LazyLock<ArcRwSignal<Vec<(u32, Toast)>>> =
    LazyLock::new(|| ArcRwSignal::new(Vec::new()));

/// Shows `toast`; of more than three the oldest goes.
pub fn show_toast(toast: Toast) {
    show(toast);
}

fn show(toast: Toast) -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);
    let no = LAST.fetch_add(1, Ordering::Relaxed);
    TOASTS.update(|toasts| {
        toasts.push((no, toast));
        let too_many = toasts.len().saturating_sub(MAX_TOASTS);
        toasts.drain(..too_many);
    });
    no
}

/// Shows `toast` in place of the last one shown at this `place`: of a row of small steps only the last counts.
pub fn show_toast_at(place: &'static str, toast: Toast) {
    static SHOWN: Mutex<Vec<(&'static str, u32)>> = Mutex::new(Vec::new());
    let no = show(toast);
    // Nothing that holds the lock can panic.
    if let Ok(mut shown) = SHOWN.lock() {
        if let Some((_, before)) = shown.iter().find(|(each, _)| *each == place) {
            close(*before);
        }
        shown.retain(|(each, _)| *each != place);
        shown.push((place, no));
    }
}

/// A change was taken back: no toast offers that any more.
pub fn forget_undo(change: Revision) {
    keep_toasts(|toast| {
        let mut actions = toast.actions.iter();
        actions.all(|action| action.takes_back != Some(change))
    });
}

/// The company is closed: no toast can take anything back any more.
pub fn forget_undos() {
    keep_toasts(|toast| {
        toast
            .actions
            .iter()
            .all(|action| action.takes_back.is_none())
    });
}

fn keep_toasts(keep: impl Fn(&Toast) -> bool) {
    if TOASTS.with_untracked(|toasts| !toasts.iter().all(|(_, toast)| keep(toast))) {
        TOASTS.update(|toasts| toasts.retain(|(_, toast)| keep(toast)));
    }
}

fn close(no: u32) {
    TOASTS.update(|toasts| toasts.retain(|(each, _)| *each != no));
}

/// The place where toasts appear; once in the app, also when there are none, so that screen readers notice the first.
#[component]
pub fn Toasts() -> impl IntoView {
    view! {
        <section class="toasts" role="region" aria-label=tr(|m| m.parts.notifications)>
            <div role="status" aria-live="polite" aria-relevant="additions">
                <For each=move || TOASTS.get() key=|(no, _)| *no children=|(no, toast)| one(no, toast) />
            </div>
        </section>
    }
    .into_any()
}

fn one(no: u32, toast: Toast) -> AnyView {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stays = toast.tone == Tone::Bad;
    let hold = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let start = move || {
        hold();
        if !stays {
            // Also called when a toast with the focus in it goes away: then there is no timer to keep.
            let _ = timer.try_set_value(set_timeout_with_handle(move || close(no), STAY).ok());
        }
    };
    start();
    on_cleanup(hold);
    let picture = match toast.tone {
        Tone::Bad => Icon::Error,
        Tone::Warn => Icon::Warning,
        Tone::Good => Icon::Done,
        Tone::Plain | Tone::Accent => Icon::Info,
    };
    let actions = toast
        .actions
        .into_iter()
        .map(|ToastAction { label, on_press, .. }| {
            let press = move |_| {
                close(no);
                on_press();
            };
            view! { <button type="button" class="toast-action" on:click=press>{move || label.text()}</button> }
                .into_any()
        })
        .collect_view();
    view! {
        <div
            class="toast"
            data-tone=toast.tone.attribute()
            on:pointerenter=move |_| hold()
            on:pointerleave=move |_| start()
            on:focusin=move |_| hold()
            on:focusout=move |_| start()
        >
            {icon(picture)}
            <span class="toast-text">{move || toast.text.text()}</span>
            {actions}
            <button
                type="button"
                class="toast-close"
                aria-label=tr(|m| m.parts.close)
                title=tr(|m| m.parts.close)
                on:click=move |_| close(no)
            >
                {icon(Icon::Close)}
            </button>
        </div>
    }
    .into_any()
}
