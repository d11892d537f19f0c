//! Fields in which one chooses: from a list, on or off, one of a few.

use super::live::{live, mark, truth, while_so};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use super::frame::{Frame, foot, locked_mark, new_id, required_mark};
use super::icon::{Icon, icon};

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// What is handed over when it is chosen.
    pub value: String,
    /// What is shown.
    pub label: String,
}

impl SelectOption {
    /// An option.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
        }
    }
}

/// One of several, from the browser's own list.
#[component]
pub fn SelectField(
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// The value of the option shown.
    #[prop(into)]
    value: Signal<String>,
    /// What can be chosen; put an option with an empty value first if nothing may be chosen.
    #[prop(into)]
    options: Signal<Vec<SelectOption>>,
    /// Told the value of what was chosen.
    #[prop(into)]
    on_pick: Callback<String>,
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
    /// The name `focus_field` finds it by.
    #[prop(optional)]
    name: &'static str,
) -> impl IntoView {
    let id = new_id();
    let frame = Frame {
        id: id.clone(),
        name,
        label,
        hint,
        error,
        required,
        locked,
    };
    let select = NodeRef::<html::Select>::new();
    // The element takes a value only once its options are there, so it is set after they are drawn.
    Effect::new(move |_| {
        options.track();
        let value = value.get();
        if let Some(select) = select.get() {
            select.set_value(&value);
        }
    });
    let chosen = move |event: ev::Event| on_pick.run(event_target_value(&event));
    let shown = move || {
        options.with(|options| {
            options
                .iter()
                .map(|SelectOption { value, label }| {
                    view! { <option value=value.clone()>{label.clone()}</option> }.into_any()
                })
                .collect_view()
        })
    };
    let control = view! {
        <div class="field-box">
            <select
                class="field-control"
                id=id
                node_ref=select
                disabled=move || locked.get()
                aria-required=truth(move || required.get())
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                on:change=chosen
            >
                {live(move || shown().into_any())}
            </select>
            {move || if locked.get() { locked_mark() } else { arrow() }}
        </div>
    }
    .into_any();
    frame.around(control, None)
}

fn arrow() -> AnyView {
    view! { <span class="field-arrow">{icon(Icon::ChevronDown)}</span> }.into_any()
}

/// Yes or no, as a box to check: something to say about what is being made.
#[component]
pub fn CheckField(
    /// What is on when it is checked.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is checked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Told the new state; it is shown once `checked` says so.
    #[prop(into)]
    on_change: Callback<bool>,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What the page finds wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Why it can't be changed now.
    #[prop(optional, into)]
    blocked: Signal<Option<String>>,
    /// The name `focus_field` finds it by.
    #[prop(optional)]
    name: &'static str,
) -> impl IntoView {
    check(Check {
        label,
        checked,
        on_change,
        hint,
        error,
        blocked,
        name,
        role: None,
    })
}

/// On or off, at once: a setting.
#[component]
pub fn SwitchField(
    /// What is on when it is on.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Told the new state; it is shown once `checked` says so.
    #[prop(into)]
    on_change: Callback<bool>,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What the page finds wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Why it can't be changed now.
    #[prop(optional, into)]
    blocked: Signal<Option<String>>,
    /// The name `focus_field` finds it by.
    #[prop(optional)]
    name: &'static str,
) -> impl IntoView {
    check(Check {
        label,
        checked,
        on_change,
        hint,
        error,
        blocked,
        name,
        role: Some("switch"),
    })
}

struct Check {
    label: Signal<String>,
    checked: Signal<bool>,
    on_change: Callback<bool>,
    hint: Signal<Option<String>>,
    error: Signal<Option<String>>,
    blocked: Signal<Option<String>>,
    name: &'static str,
    role: Option<&'static str>,
}

fn check(check: Check) -> AnyView {
    let Check {
        label,
        checked,
        on_change,
        hint,
        error,
        blocked,
        name,
        role,
    } = check;
    let id = new_id();
    // Why it can't be changed is said where the hint stands.
    let hint = Signal::derive(move || blocked.get().or_else(|| hint.get()));
    let frame = Frame {
        id: id.clone(),
        name,
        label,
        hint,
        error,
        required: Signal::default(),
        locked: Signal::default(),
    };
    let change = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        if blocked.with_untracked(Option::is_none) {
            on_change.run(input.checked());
        }
        // The page may have refused; what is shown is what is so.
        input.set_checked(checked.get_untracked());
    };
    view! {
        <div class="check" data-field=(!name.is_empty()).then_some(name)>
            <input
                type="checkbox"
                class="check-control"
                id=id.clone()
                role=role
                prop:checked=checked
                aria-disabled=truth(move || blocked.with(Option::is_some))
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                on:change=change
            />
            <label class="check-label" for=id.clone()>{label}</label>
            {foot(&id, hint, error, None)}
        </div>
    }
    .into_any()
}

/// One of two to four, side by side.
#[component]
pub fn OptionField(
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// The value of the option taken; none that is offered: none is taken.
    #[prop(into)]
    value: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<SelectOption>>,
    /// Told the value of what was chosen.
    #[prop(into)]
    on_pick: Callback<String>,
    /// What the page finds wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// A sentence that helps, below the field.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// Marked as required.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// The name `focus_field` finds it by.
    #[prop(optional)]
    name: &'static str,
) -> impl IntoView {
    let id = new_id();
    let group = format!("{id}-group");
    let frame = Frame {
        id: id.clone(),
        name,
        label,
        hint,
        error,
        required,
        locked: Signal::default(),
    };
    let shown = move || {
        options.with(|options| {
            options
                .iter()
                .map(|option| radio(&group, option.clone(), value, on_pick))
                .collect_view()
        })
    };
    let label_id = format!("{id}-label");
    view! {
        <div
            class="field"
            role="radiogroup"
            aria-labelledby=label_id.clone()
            aria-invalid=frame.invalid()
            aria-required=truth(move || required.get())
            aria-describedby=frame.described_by()
            data-field=(!name.is_empty()).then_some(name)
            data-invalid=mark(move || error.with(Option::is_some))
        >
            <span class="field-label" id=label_id.clone()>
                {label}
                {while_so(move || required.get(), required_mark)}
            </span>
            <div class="options">{live(move || shown().into_any())}</div>
            {foot(&id, hint, error, None)}
        </div>
    }
    .into_any()
}

fn radio(
    group: &str,
    option: SelectOption,
    value: Signal<String>,
    on_pick: Callback<String>,
) -> AnyView {
    let SelectOption { value: own, label } = option;
    let taken = {
        let own = own.clone();
        move || value.with(|value| *value == own)
    };
    let chosen = move |event: ev::Event| {
        if event.target().is_some_and(|target| {
            target
                .unchecked_into::<web_sys::HtmlInputElement>()
                .checked()
        }) {
            on_pick.run(own.clone());
        }
    };
    view! {
        <label class="option">
            <input type="radio" class="option-control" name=group.to_owned() prop:checked=Signal::derive(taken) on:change=chosen />
            <span class="option-text">{label}</span>
        </label>
    }
    .into_any()
}
