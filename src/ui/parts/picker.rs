//! The lookup: a combobox that finds one record among any number while its name is typed.
//!
//! It knows records only as [`PickerItem`]s from `source`. Follows the ARIA combobox with a listbox popup: the focus
//! stays in the field, `aria-activedescendant` says which row the arrows are on.

use super::live::{live, mark, truth, while_so, wording, yes_no};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::avatar::{AvatarShape, AvatarSize, avatar};
use super::entry::{Frame, locked_mark, new_id};
use super::floating::{Floating, float_while};
use super::icon::{Icon, icon};
use crate::ui::text::{texts, tr};

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
    /// Used lately; such rows come first, under a heading.
    pub recent: bool,
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
) -> impl IntoView {
    let id = new_id();
    let state = PickerState {
        selected,
        source,
        on_pick,
        on_text,
        on_new,
        error,
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

#[derive(Clone, Copy)]
struct PickerState {
    selected: Signal<Option<PickerItem>>,
    source: Callback<String, Vec<PickerItem>>,
    on_pick: Callback<Option<String>>,
    on_text: Option<Callback<String>>,
    on_new: Option<Callback<String>>,
    error: Signal<Option<String>>,
    /// The text while it is being typed; none: the name of what is chosen is shown.
    typed: RwSignal<Option<String>>,
    items: RwSignal<Vec<PickerItem>>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    /// The arrows were used: leaving the field takes the row they are on.
    moved: RwSignal<bool>,
}

impl PickerState {
    fn text(self) -> String {
        self.typed
            .get()
            .or_else(|| self.selected.get().map(|item| item.label))
            .unwrap_or_default()
    }

    fn n_rows(self) -> usize {
        self.items.with_untracked(Vec::len) + usize::from(self.on_new.is_some())
    }

    fn typed(self, text: String) {
        let items = self.source.run(text.clone());
        self.active
            .set((!text.trim().is_empty() && !items.is_empty()).then_some(0));
        self.items.set(items);
        self.typed.set(Some(text));
        self.moved.set(false);
        self.open.set(true);
    }

    /// Opens the list: all that is offered, not only what fits the name already chosen.
    fn unfold(self) {
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

    fn fold(self) {
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

    fn take(self, at: usize) {
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

    fn clear(self) {
        self.typed.set(None);
        self.fold();
        self.on_pick.run(None);
    }

    /// The field is left, or Enter or Ctrl+Enter pressed without a row.
    fn leave(self) {
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
                    if shown.is_some() {
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

    fn key(self, event: &ev::KeyboardEvent) {
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

fn control(
    frame: &Frame,
    state: PickerState,
    placeholder: Signal<String>,
    autofocus: bool,
) -> AnyView {
    let id = frame.id.clone();
    let locked = frame.locked;
    let required = frame.required;
    let input = NodeRef::<html::Input>::new();
    let active_id = {
        let id = id.clone();
        move || {
            state
                .active
                .get()
                .filter(|_| state.open.get())
                .map(|at| format!("{id}-row-{at}"))
        }
    };
    let typed = move |event: ev::Event| state.typed(event_target_value(&event));
    let keydown = move |event: ev::KeyboardEvent| {
        if !locked.get_untracked() {
            state.key(&event);
        }
    };
    let focused = move |event: ev::FocusEvent| {
        if let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        {
            input.select();
        }
    };
    let refocus = move || {
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    let unfold = move || {
        if locked.get_untracked() {
            return;
        }
        refocus();
        state.unfold();
    };
    let toggle = move |_: ev::MouseEvent| {
        if state.open.get_untracked() {
            state.fold()
        } else {
            unfold()
        }
    };
    let clear = move |_: ev::MouseEvent| {
        state.clear();
        refocus();
    };
    let mark = move || {
        let item = state
            .selected
            .get()
            .filter(|_| state.typed.with(Option::is_none))?;
        let shape = item.shape?;
        Some(avatar(&item.label, shape, AvatarSize::Small))
    };
    // The buttons take no focus, so that pressing them is not leaving the field.
    let hold = |event: ev::MouseEvent| event.prevent_default();
    let buttons = move || {
        if locked.get() {
            return locked_mark();
        }
        view! {
            {while_so(move || state.selected.with(Option::is_some), move || view! {
                <button type="button" class="field-button" tabindex="-1" aria-label=tr(|m| m.parts.clear) title=tr(|m| m.parts.clear) on:mousedown=hold on:click=clear>
                    {icon(Icon::Close)}
                </button>
            }.into_any())}
            <button type="button" class="field-button" tabindex="-1" aria-label=tr(|m| m.parts.open_lookup) title=tr(|m| m.parts.open_lookup) on:mousedown=hold on:click=toggle>
                {icon(Icon::ChevronDown)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="field-box" id=format!("{id}-box")>
            {live(move || mark().into_any())}
            <input
                class="field-control"
                id=id.clone()
                type="text"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-expanded=yes_no(move || state.open.get()) aria-controls=format!("{id}-list")
                aria-activedescendant=wording(active_id)
                aria-required=truth(move || required.get())
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                data-autofocus=autofocus.then_some("")
                node_ref=input
                prop:value=move || state.text()
                placeholder=placeholder
                readonly=move || locked.get()
                on:input=typed
                on:keydown=keydown
                on:focus=focused
                on:blur=move |_| state.leave()
                on:click=move |_| unfold()
            />
            {live(buttons)}
        </div>
    }
    .into_any()
}

fn list(id: &str, label: Signal<String>, state: PickerState) -> AnyView {
    let row_id = id.to_owned();
    Effect::new({
        let id = id.to_owned();
        move |_| {
            let Some(at) = state.active.get() else { return };
            if let Some(row) = document().get_element_by_id(&format!("{id}-row-{at}")) {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                row.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }
    });
    let rows = move || {
        let items = state.items.get();
        let n = items.len();
        let headed = items.first().is_some_and(|item| item.recent);
        let mut views = Vec::with_capacity(n + 2);
        if headed {
            views.push(view! { <div class="picker-head" aria-hidden="true">{tr(|m| m.parts.recent)}</div> }.into_any());
        }
        if n == 0 && state.on_new.is_none() {
            views.push(view! { <div class="picker-empty" role="option" aria-disabled="true" aria-selected="false">{tr(|m| m.parts.no_match)}</div> }.into_any());
        }
        views.extend(
            items
                .into_iter()
                .enumerate()
                .map(|(at, item)| row(&row_id, at, item, state)),
        );
        if state.on_new.is_some() {
            views.push(new_row(&row_id, n, state));
        }
        views
    };
    let n_matches = move || {
        let n = u32::try_from(state.items.with(Vec::len)).unwrap_or(u32::MAX);
        (state.open.get() && state.typed.with(Option::is_some)).then(|| (texts().parts.matches)(n))
    };
    view! {
        <div class="float" id=format!("{id}-list") popover="manual" role="listbox" aria-label=label on:mousedown=|event| event.prevent_default()>
            {live(move || rows().into_any())}
        </div>
        <span class="unseen" role="status">{live(move || n_matches().into_any())}</span>
    }
    .into_any()
}

fn row(id: &str, at: usize, item: PickerItem, state: PickerState) -> AnyView {
    let PickerItem {
        key,
        label,
        detail,
        shape,
        ..
    } = item;
    let chosen = move || {
        state
            .selected
            .with(|item| item.as_ref().is_some_and(|item| item.key == key))
    };
    view! {
        <div
            class="picker-option"
            id=format!("{id}-row-{at}")
            role="option"
            aria-selected=yes_no(chosen) data-active=mark(move || state.active.get() == Some(at))
            on:click=move |_| state.take(at)
        >
            {shape.map(|shape| avatar(&label, shape, AvatarSize::Small))}
            <span class="picker-label">{label.clone()}</span>
            <span class="picker-detail">{detail}</span>
        </div>
    }
    .into_any()
}

fn new_row(id: &str, at: usize, state: PickerState) -> AnyView {
    view! {
        <div
            class="picker-option picker-new"
            id=format!("{id}-row-{at}")
            role="option"
            aria-selected="false"
            data-active=mark(move || state.active.get() == Some(at))
            on:click=move |_| state.take(at)
        >
            {icon(Icon::Plus)}
            <span class="picker-label">{tr(|m| m.parts.new_row)}</span>
        </div>
    }
    .into_any()
}
