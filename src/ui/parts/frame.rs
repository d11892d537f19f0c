//! What stands around the control of every field: label, hint, error, the mark of a required one and of a locked one.

use std::cell::Cell;

use super::icon::{Icon, icon};
use super::live::{Live, live, live_text, mark, truth, while_so, wording};
use super::press::at_rest;
use crate::ui::text::tr;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// An id that no other element of the page has.
#[must_use]
pub fn new_id() -> String {
    thread_local!(static LAST: Cell<u32> = const { Cell::new(0) });
    LAST.with(|last| {
        last.set(last.get() + 1);
        format!("part-{}", last.get())
    })
}

/// Puts the focus into the field that was given this `name`, for instance the first one that was refused. Of several
/// with the same name it is the first that says what is wrong with it.
pub fn focus_field(name: &str) {
    let control = "input:not([tabindex='-1']), select, textarea, button";
    let selector = |state: &str| format!("[data-field='{name}']{state} :is({control})");
    let found = ["[data-invalid]", ""]
        .iter()
        .find_map(|state| document().query_selector(&selector(state)).ok().flatten());
    focus_on(found.and_then(|element| element.dyn_into().ok()));
}

/// Puts the focus into the last of several fields of a name.
pub fn focus_last_field(name: &str) {
    let selector = format!("[data-field='{name}'] input:not([tabindex='-1'])");
    let Ok(found) = document().query_selector_all(&selector) else {
        return;
    };
    let last = found.length().checked_sub(1).and_then(|at| found.get(at));
    focus_on(last.and_then(|element| element.dyn_into().ok()));
}

fn focus_on(element: Option<HtmlElement>) {
    if let Some(element) = element {
        reveal(&element);
        // A field that can't take the focus now keeps it where it is.
        let _ = element.focus();
    }
}

/// Unfolds the sections around an element: what is folded away cannot take the focus.
pub(super) fn reveal(element: &HtmlElement) {
    while let Ok(Some(folded)) = element.closest("details:not([open])") {
        // Refused only for a name that is none.
        let _ = folded.set_attribute("open", "");
    }
}

/// The parts of a field around its control.
#[derive(Clone)]
pub(super) struct Frame {
    pub id: String,
    pub name: &'static str,
    pub label: Signal<String>,
    pub hint: Signal<Option<String>>,
    pub error: Signal<Option<String>>,
    pub required: Signal<bool>,
    pub locked: Signal<bool>,
}

impl Frame {
    /// What describes the control, for `aria-describedby`.
    pub fn described_by(&self) -> Live<String> {
        let (id, hint, error) = (self.id.clone(), self.hint, self.error);
        wording(
            move || match (error.with(Option::is_some), hint.with(Option::is_some)) {
                (true, true) => Some(format!("{id}-error {id}-hint")),
                (true, false) => Some(format!("{id}-error")),
                (false, true) => Some(format!("{id}-hint")),
                (false, false) => None,
            },
        )
    }

    /// `aria-invalid` of the control.
    pub fn invalid(&self) -> Live<&'static str> {
        let error = self.error;
        truth(move || error.with(Option::is_some))
    }

    /// Label above, `control`, then hint or error, with `counter` at the end of that line.
    pub fn around(self, control: AnyView, counter: Option<AnyView>) -> AnyView {
        let Self {
            id,
            name,
            label,
            hint,
            error,
            required,
            locked,
        } = self;
        view! {
            <div
                class="field"
                data-field=(!name.is_empty()).then_some(name)
                data-locked=mark(move || locked.get())
                data-invalid=mark(move || error.with(Option::is_some))
            >
                <label class="field-label" for=id.clone()>
                    {label}
                    {while_so(move || required.get(), required_mark)}
                </label>
                {control}
                {foot(&id, hint, error, counter)}
            </div>
        }
        .into_any()
    }
}

pub(super) fn required_mark() -> AnyView {
    view! { <span class="field-required" aria-hidden="true">"*"</span> }.into_any()
}

/// The line under a control. The error's place is always there, so that a screen reader hears it appear; it does
/// not grow while something is pressed.
pub(super) fn foot(
    id: &str,
    hint: Signal<Option<String>>,
    error: Signal<Option<String>>,
    counter: Option<AnyView>,
) -> AnyView {
    let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    let error = at_rest(error);
    let says = move || error.with(Option::is_some) || hint.with(Option::is_some);
    view! {
        <div class="field-foot" data-says=mark(says)>
            <p class="field-error" id=error_id aria-live="polite">
                {live_text(error.into(), |text| view! { {icon(Icon::Error)}<span>{text}</span> }.into_any())}
            </p>
            {live(move || {
                hint.get().map(|text| view! { <p class="field-hint" id=hint_id.clone()>{text}</p> }).into_any()
            })}
            {counter}
        </div>
    }
    .into_any()
}

/// The lock at the end of a field that can't be changed here.
pub(super) fn locked_mark() -> AnyView {
    view! { <span class="field-lock" title=tr(|m| m.parts.locked)>{icon(Icon::Lock)}<span class="unseen">{tr(|m| m.parts.locked)}</span></span> }
        .into_any()
}
