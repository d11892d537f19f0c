//! Logging many lines: how far it is, and whether it was given up. The dialog's own Cancel gives it up.

use crate::book::Watcher;
use crate::browser::clock;
use crate::ui::parts::progress::Progress;
use crate::ui::text::tr_with;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// The page waits so long at most before it goes on for a moment, in milliseconds: a hundred would be
/// felt.
const PATIENCE_MS: i64 = 40;

/// How far logging is, while it runs. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct UnderWay {
    /// Interactions that are logged; none while nothing is.
    n: RwSignal<Option<u32>>,
    done: RwSignal<f64>,
    /// It is being written: too late to give it up.
    writes: RwSignal<bool>,
    canceled: RwSignal<bool>,
}

impl UnderWay {
    /// Nothing is under way.
    pub fn new() -> Self {
        Self {
            n: RwSignal::new(None),
            done: RwSignal::new(0.0),
            writes: RwSignal::new(false),
            canceled: RwSignal::new(false),
        }
    }

    /// So many interactions are going to be logged; what is told of it is shown.
    pub fn begin(self, n: u32) -> Rc<dyn Watcher> {
        self.done.set(0.0);
        self.writes.set(false);
        self.canceled.set(false);
        self.n.set(Some(n));
        Rc::new(Watching {
            shown: self,
            since: Cell::new(clock::now().timestamp_millis()),
        })
    }

    /// It has ended.
    pub fn end(self) {
        self.n.try_set(None);
    }

    /// Something is under way.
    pub fn is_any(self) -> bool {
        self.n.with_untracked(Option::is_some)
    }

    /// Gives it up, unless it is being written.
    pub fn cancel(self) {
        if !self.writes.get_untracked() {
            self.canceled.set(true);
        }
    }

    /// How far it is; nothing while nothing is under way.
    pub fn progress(self) -> AnyView {
        let shown = move || {
            let n = self.n.get()?;
            let label = tr_with(move |m| (m.segment_pages.logging)(n));
            let done = Signal::derive(move || (!self.writes.get()).then(|| self.done.get()));
            Some(view! { <Progress label=label done=done/> })
        };
        shown.into_any()
    }
}

/// What the book is asked to tell.
struct Watching {
    shown: UnderWay,
    /// When the page last went on, in milliseconds.
    since: Cell<i64>,
}

impl Watcher for Watching {
    fn is_due(&self) -> bool {
        let now = clock::now().timestamp_millis();
        let is_due = now - self.since.get() >= PATIENCE_MS;
        if is_due {
            // What the page does meanwhile is not counted.
            self.since.set(now);
        }
        is_due
    }

    fn is_at(&self, done: f64) {
        // The company may have been closed.
        self.shown.done.try_set(done);
    }

    fn is_canceled(&self) -> bool {
        self.shown.canceled.try_get_untracked() == Some(true)
    }

    fn begins_to_write(&self) {
        self.shown.writes.try_set(true);
    }
}
