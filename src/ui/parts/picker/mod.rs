//! The lookup: a combobox that finds one record among any number while its name is typed.
//!
//! It knows records only as [`PickerItem`]s from `source`. Follows the ARIA combobox with a listbox popup: the focus
//! stays in the field, `aria-activedescendant` says which row the arrows are on. `state.rs` is what happens, `control.rs`
//! the field, `rows.rs` the choices.

mod control;
mod rows;
mod state;

use self::control::control;
use self::rows::list;
use self::state::PickerState;
use super::avatar::AvatarShape;
use super::floating::{Floating, float_while};
use super::frame::{Frame, new_id};
use super::icon::Icon;
use leptos::prelude::*;

/// A record as a lookup shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PickerItem {
    /// What is handed over when it is chosen.
    pub key: String,
    /// Its name.
    pub label: String,
    /// What tells it from others of the same name: number, company, town.
    pub detail: String,
    /// The mark before it.
    pub shape: Option<AvatarShape>,
    /// The picture before it, where it is no record.
    pub icon: Option<Icon>,
    /// What it is among: rows of one group stand together, under its heading. Blank: no heading.
    pub group: String,
}

impl PickerItem {
    /// A record without a mark.
    #[must_use]
    pub fn new(
        key: impl Into<String>,
        label: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            detail: detail.into(),
            ..Self::default()
        }
    }
}

/// A field that looks a record up.
#[component]
pub fn Picker(
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// The record chosen.
    #[prop(into)]
    selected: Signal<Option<PickerItem>>,
    /// What fits the typed text, best first, at most about 30; for no text what to offer before typing.
    #[prop(into)]
    source: Callback<String, Vec<PickerItem>>,
    /// Told the key of what was chosen, or none when the field was cleared.
    #[prop(into)]
    on_pick: Callback<Option<String>>,
    /// Told a text that was typed and left without choosing; without it the text is put back.
    #[prop(optional, into)]
    on_text: Option<Callback<String>>,
    /// Offers "New…" below the matches; told the typed text.
    #[prop(optional, into)]
    on_new: Option<Callback<String>>,
    /// What the page finds wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// A sentence that helps, below the field.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// Marked as required.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// Shown with a lock, can't be changed here.
    #[prop(optional, into)]
    locked: Signal<bool>,
    /// Shown while the field is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// The name `focus_field` finds it by.
    #[prop(optional)]
    name: &'static str,
    /// Takes the focus when the dialog around it opens.
    #[prop(optional)]
    autofocus: bool,
    /// What the dialog around it is for: the choices show at once, and Esc closes the dialog.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    let id = new_id();
    let state = PickerState {
        selected,
        source,
        on_pick,
        on_text,
        on_new,
        error,
        alone,
        typed: RwSignal::new(None),
        items: RwSignal::new(Vec::new()),
        open: RwSignal::new(false),
        active: RwSignal::new(None),
        moved: RwSignal::new(false),
    };
    // A record chosen elsewhere (or by the page, for a typed text) replaces what is being typed.
    Effect::new(move |earlier: Option<Option<PickerItem>>| {
        let now = selected.get();
        if earlier.is_some_and(|earlier| earlier != now) {
            state.typed.set(None);
        }
        now
    });
    let floating = Floating {
        float: format!("{id}-list"),
        anchor: format!("{id}-box"),
        wide: true,
    };
    float_while(state.open.into(), floating, None);
    let frame = Frame {
        id: id.clone(),
        name,
        label,
        hint,
        error,
        required,
        locked,
    };
    let control = control(&frame, state, placeholder, autofocus);
    let list = list(&id, label, state);
    frame.around(view! { {control} {list} }.into_any(), None)
}
