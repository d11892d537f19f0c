//! Dates, times and amounts reach the draft at each key, as far as they can be read.

use super::desk::Desk;
use crate::domain::interaction::form::FormEdit;
use leptos::prelude::*;

/// A field whose text is read, between its keys and the form. Cheap to copy.
///
/// The form follows the typing, and the field goes on showing what is typed: `1` is not made
/// `1.11.2026` under the user's hands before the field is left.
#[derive(Clone, Copy)]
pub(super) struct Keyed {
    /// What the field shows.
    pub value: Signal<String>,
    /// Told at each key.
    pub on_input: Callback<String>,
    /// Told when the field is left with a text that can be read.
    pub on_commit: Callback<String>,
}

/// What a field showed when the typing began, and what the form says since the last key.
#[derive(Clone, PartialEq, Eq)]
struct Typing {
    before: String,
    now: String,
}

impl Keyed {
    /// `value` is what the form says, as text; `edit` reads what is typed.
    pub fn new(
        desk: Desk,
        value: impl Fn() -> String + Send + Sync + 'static,
        edit: impl Fn(&str) -> Option<FormEdit> + Copy + Send + Sync + 'static,
    ) -> Self {
        let value = Memo::new(move |_| value());
        let typing = RwSignal::new(None::<Typing>);
        // What comes from elsewhere, as from a template, replaces what is typed.
        let shown = Memo::new(move |_| {
            let now = value.get();
            match typing.get() {
                Some(typing) if typing.now == now => typing.before,
                _ => now,
            }
        });
        let input = move |text: String| {
            let before = shown.get_untracked();
            if let Some(edit) = edit(&text) {
                desk.follow(edit);
            }
            let now = value.get_untracked();
            typing.set(Some(Typing { before, now }));
        };
        let commit = move |text: String| {
            if let Some(edit) = edit(&text) {
                desk.edit(edit);
            }
            typing.try_set(None);
        };
        Self {
            value: shown.into(),
            on_input: Callback::new(input),
            on_commit: Callback::new(commit),
        }
    }
}
