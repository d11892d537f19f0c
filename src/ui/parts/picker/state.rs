//! What a lookup knows while it is used, and what keys and pointer do with it.

use super::PickerItem;
use leptos::{ev, prelude::*};

#[derive(Clone, Copy)]
pub(super) struct PickerState {
    pub selected: Signal<Option<PickerItem>>,
    pub source: Callback<String, Vec<PickerItem>>,
    pub on_pick: Callback<Option<String>>,
    pub on_text: Option<Callback<String>>,
    pub on_new: Option<Callback<String>>,
    pub error: Signal<Option<String>>,
    pub alone: bool,
    /// The text while it is being typed; none: the name of what is chosen is shown.
    pub typed: RwSignal<Option<String>>,
    pub items: RwSignal<Vec<PickerItem>>,
    pub open: RwSignal<bool>,
    pub active: RwSignal<Option<usize>>,
    /// The arrows were used: leaving the field takes the row they are on.
    pub moved: RwSignal<bool>,
}

impl PickerState {
    pub fn text(self) -> String {
        self.typed
            .get()
            .or_else(|| self.selected.get().map(|item| item.label))
            .unwrap_or_default()
    }

    fn n_rows(self) -> usize {
        self.items.with_untracked(Vec::len) + usize::from(self.on_new.is_some())
    }

    pub fn typed(self, text: String) {
        let items = self.source.run(text.clone());
        self.items.set(items);
        // Where nothing fits, Enter reaches "New…"; leaving the field does not.
        let is_meant = !text.trim().is_empty() && self.n_rows() > 0;
        self.active.set(is_meant.then_some(0));
        self.typed.set(Some(text));
        self.moved.set(false);
        self.open.set(true);
    }

    /// Opens the list: all that is offered, not only what fits the name already chosen.
    pub fn unfold(self) {
        if !self.open.get_untracked() {
            let items = self
                .source
                .run(self.typed.get_untracked().unwrap_or_default());
            let key = self
                .selected
                .with_untracked(|item| item.as_ref().map(|item| item.key.clone()));
            self.active.set(
                items
                    .iter()
                    .position(|item| Some(&item.key) == key.as_ref()),
            );
            self.items.set(items);
            self.moved.set(false);
            self.open.set(true);
        }
    }

    pub fn fold(self) {
        self.open.set(false);
        self.active.set(None);
        self.moved.set(false);
    }

    fn step(self, to: impl Fn(Option<usize>, usize) -> usize) {
        self.unfold();
        let n = self.n_rows();
        if n > 0 {
            self.active
                .update(|active| *active = Some(to(*active, n).min(n - 1)));
            self.moved.set(true);
        }
    }

    pub fn take(self, at: usize) {
        let item = self
            .items
            .with_untracked(|items| items.get(at).map(|item| item.key.clone()));
        let typed = self.typed.get_untracked().unwrap_or_default();
        self.typed.set(None);
        self.fold();
        match (item, self.on_new) {
            (Some(key), _) => self.on_pick.run(Some(key)),
            (None, Some(on_new)) => on_new.run(typed),
            (None, None) => {}
        }
    }

    pub fn clear(self) {
        self.typed.set(None);
        self.fold();
        self.on_pick.run(None);
    }

    /// The field is left, or Enter or Ctrl+Enter pressed without a row.
    pub fn leave(self) {
        // A browser also reports that a field loses the focus by going away, with its dialog.
        if self.typed.is_disposed() {
            return;
        }
        let active = self
            .active
            .get_untracked()
            .filter(|_| self.moved.get_untracked());
        let typed = self.typed.get_untracked();
        match (typed, active) {
            (_, Some(at)) if at < self.items.with_untracked(Vec::len) => self.take(at),
            (None, _) => self.fold(),
            (Some(typed), _) => {
                self.fold();
                let shown = self
                    .selected
                    .with_untracked(|item| item.as_ref().map(|item| item.label.clone()));
                if typed.trim().is_empty() {
                    self.typed.set(None);
                    // A text that was refused is gone too.
                    if shown.is_some() || self.error.with_untracked(Option::is_some) {
                        self.on_pick.run(None);
                    }
                } else if shown.as_deref() == Some(typed.trim()) {
                    self.typed.set(None);
                } else if let Some(on_text) = self.on_text {
                    on_text.run(typed);
                    // A text that was refused stays where it was typed.
                    if self.error.with_untracked(Option::is_none) {
                        self.typed.set(None);
                    }
                } else {
                    self.typed.set(None);
                }
            }
        }
    }

    pub fn key(self, event: &ev::KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let open = self.open.get_untracked();
        let taken = match event.key().as_str() {
            "ArrowDown" if event.alt_key() => {
                self.unfold();
                true
            }
            "ArrowUp" if event.alt_key() => {
                self.fold();
                true
            }
            "ArrowDown" => {
                self.step(|at, n| at.map_or(0, |at| (at + 1) % n));
                true
            }
            "ArrowUp" => {
                self.step(|at, n| at.map_or(n - 1, |at| (at + n - 1) % n));
                true
            }
            "PageDown" if open => {
                self.step(|at, _| at.map_or(0, |at| at + 8));
                true
            }
            "PageUp" if open => {
                self.step(|at, _| at.unwrap_or(0).saturating_sub(8));
                true
            }
            "Home" if open && self.moved.get_untracked() => {
                self.step(|_, _| 0);
                true
            }
            "End" if open && self.moved.get_untracked() => {
                self.step(|_, n| n - 1);
                true
            }
            "Escape" if self.alone => false,
            "Escape" if open || self.typed.with_untracked(Option::is_some) => {
                self.typed.set(None);
                self.fold();
                // The dialog around it is not meant.
                event.stop_propagation();
                true
            }
            "Enter" if event.ctrl_key() || event.meta_key() => {
                self.leave();
                false
            }
            "Enter" => match self.active.get_untracked().filter(|_| open) {
                Some(at) => {
                    self.take(at);
                    true
                }
                None => {
                    self.leave();
                    false
                }
            },
            _ => false,
        };
        if taken {
            event.prevent_default();
        }
    }
}
