//! Where the keyboard is in a list, and which rows are selected.

use leptos::prelude::*;

use super::window::Viewport;
use super::{RowKey, Selection};

#[derive(Clone, Copy)]
pub(super) struct Cursor {
    /// The row the keyboard is on; none: on the headings, or nowhere yet.
    pub row: RwSignal<Option<usize>>,
    /// The column the keyboard is on.
    pub column: RwSignal<usize>,
    pub selected: RwSignal<Selection>,
    /// Where a selection with Shift began.
    anchor: StoredValue<Option<usize>>,
    n: Signal<usize>,
    row_key: Callback<usize, RowKey>,
    multi: bool,
    viewport: Viewport,
}

impl Cursor {
    pub fn new(
        n: Signal<usize>,
        row_key: Callback<usize, RowKey>,
        selected: RwSignal<Selection>,
        multi: bool,
        viewport: Viewport,
    ) -> Self {
        let row = RwSignal::new(None);
        // Fewer rows than before: the last one is where the keyboard is.
        Effect::new(move |_| {
            let n = n.get();
            if row.get_untracked().is_some_and(|at: usize| at >= n) {
                row.set(n.checked_sub(1));
            }
        });
        Self {
            row,
            column: RwSignal::new(0),
            selected,
            anchor: StoredValue::new(None),
            n,
            row_key,
            multi,
            viewport,
        }
    }

    /// Goes to row `at`; with `extend` all rows since the last one gone to without it are selected.
    pub fn go(self, at: usize, extend: bool) {
        let n = self.n.get_untracked();
        if n == 0 {
            return;
        }
        let at = at.min(n - 1);
        if extend && self.multi {
            let from = self
                .anchor
                .get_value()
                .or(self.row.get_untracked())
                .unwrap_or(at)
                .min(n - 1);
            self.anchor.set_value(Some(from));
            let rows = from.min(at)..=from.max(at);
            self.selected.set(rows.map(|at| self.key(at)).collect());
        } else {
            self.anchor.set_value(Some(at));
        }
        self.row.set(Some(at));
        self.viewport.reveal(at);
    }

    /// Goes to the headings.
    pub fn go_to_headings(self) {
        self.row.set(None);
        self.viewport.scroll_to_row(0.0);
    }

    /// Selects row `at`, or no longer.
    pub fn toggle(self, at: usize) {
        if !self.multi || at >= self.n.get_untracked() {
            return;
        }
        let key = self.key(at);
        self.selected.update(|keys| {
            if !keys.remove(&key) {
                keys.insert(key);
            }
        });
        self.anchor.set_value(Some(at));
        self.row.set(Some(at));
    }

    /// Selects every row shown, or none if every one is selected.
    pub fn toggle_all(self) {
        if self.multi {
            let n = self.n.get_untracked();
            let all = self.selected.with_untracked(|keys| keys.len() >= n);
            self.selected.set(if all {
                Selection::new()
            } else {
                (0..n).map(|at| self.key(at)).collect()
            });
        }
    }

    /// The key of row `at`, in an event, where what the page reads is not followed.
    pub fn key(self, at: usize) -> RowKey {
        untrack(|| self.row_key.run(at))
    }

    /// The key of row `at`; tracked.
    pub fn key_of(self, at: usize) -> RowKey {
        self.row_key.run(at)
    }

    pub fn is_selected(self, at: usize) -> bool {
        if self.multi {
            self.selected
                .with(|keys| !keys.is_empty() && keys.contains(&self.row_key.run(at)))
        } else {
            self.row.get() == Some(at)
        }
    }
}
