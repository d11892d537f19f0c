//! Long work that is shown while it runs, and can be given up.

use crate::language::Messages;
use crate::ui::parts::live::live;
use crate::ui::parts::progress::Progress;
use crate::ui::text::tr;
use leptos::prelude::*;

/// Work under way, if there is any. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Job {
    state: RwSignal<State>,
}

#[derive(Clone, Copy, Default, PartialEq)]
struct State {
    is_running: bool,
    is_canceled: bool,
    /// How much is done, from 0 to 1.
    done: Option<f64>,
}

impl Job {
    pub fn new() -> Self {
        Self {
            state: RwSignal::new(State::default()),
        }
    }

    /// Begins; false if something is running.
    pub fn begin(self) -> bool {
        let is_free = !self.state.with_untracked(|state| state.is_running);
        if is_free {
            self.state.set(State {
                is_running: true,
                ..State::default()
            });
        }
        is_free
    }

    /// Notes how far it is, and says whether to go on. The page that began may be gone: then it goes on.
    pub fn goes_on(self, done: u64, of: u64) -> bool {
        let share = done as f64 / of.max(1) as f64;
        self.state.try_update(|state| state.done = Some(share));
        let canceled = self.state.try_with_untracked(|state| state.is_canceled);
        canceled != Some(true)
    }

    pub fn end(self) {
        self.state.try_set(State::default());
    }

    /// Tracked.
    pub fn is_running(self) -> bool {
        self.state.with(|state| state.is_running)
    }

    /// How far it is, while it runs.
    pub fn view(self, label: fn(&'static Messages) -> &'static str) -> AnyView {
        let running = Memo::new(move |_| self.is_running());
        let done = Signal::derive(move || self.state.with(|state| state.done));
        let cancel = Callback::new(move |()| self.state.update(|state| state.is_canceled = true));
        live(move || match running.get() {
            true => view! { <Progress label=tr(label) done=done on_cancel=cancel/> }.into_any(),
            false => ().into_any(),
        })
    }
}
