//! Fields for typed text: text, several lines, number, money, date, time; and fields that only show.
//!
//! All follow the rule of `entry.rs`: a field reports and the page decides; refused text stays where it was typed.

use super::live::live;
use leptos::prelude::*;

use super::entry::{Check, Entry, entry};
use super::frame::locked_mark;
use super::icon::{Icon, icon};

/// What kind of text is typed: the keyboard a phone shows, and what the browser offers to fill in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Plain text.
    #[default]
    Plain,
    /// A number or code such as CT000012: no spelling check, no capitals made by the keyboard.
    Code,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
    /// A passphrase: shown as dots, and of no interest to what remembers texts.
    Secret,
}

/// One line of text.
#[component]
pub fn TextField(
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// The text shown.
    #[prop(into)]
    value: Signal<String>,
    /// Told on each change of the text.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Told when the field is left or Enter is pressed, if the text has changed.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Told that Esc gave up what was typed; without it Esc is not the field's.
    #[prop(default = None)]
    on_give_up: Option<Callback<()>>,
    /// Reads the text before it is handed over; without it any text is taken.
    #[prop(optional, into)]
    check: Option<Check>,
    /// What the page finds wrong with the text.
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
    /// The most characters allowed; more are refused with a count, never cut. Zero: no limit.
    #[prop(default = 100)]
    limit: u32,
    /// What kind of text.
    #[prop(optional)]
    kind: TextKind,
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
    let (input_type, input_mode) = match kind {
        TextKind::Plain | TextKind::Code => ("text", ""),
        TextKind::Phone => ("tel", "tel"),
        TextKind::Email => ("text", "email"),
        TextKind::Url => ("text", "url"),
        TextKind::Secret => ("password", ""),
    };
    entry(Entry {
        name,
        on_input,
        on_commit,
        on_give_up,
        check,
        error,
        hint,
        required,
        locked,
        limit: (limit > 0).then_some(limit),
        input_type,
        input_mode,
        autocomplete: match kind {
            TextKind::Secret => "new-password",
            _ => "off",
        },
        code: kind == TextKind::Code,
        placeholder,
        autofocus,
        ..Entry::new(label, value)
    })
}

/// Several lines of text. Ctrl+Enter hands it over; Enter makes a new line.
#[component]
pub fn TextArea(
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// The text shown.
    #[prop(into)]
    value: Signal<String>,
    /// Told on each change of the text.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Told when the field is left, if the text has changed.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Told that Esc gave up what was typed; without it Esc is not the field's.
    #[prop(default = None)]
    on_give_up: Option<Callback<()>>,
    /// What the page finds wrong with the text.
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
    /// The most characters allowed. Zero: no limit.
    #[prop(optional)]
    limit: u32,
    /// Lines shown before it scrolls.
    #[prop(default = 4)]
    n_lines: u32,
    /// Shown while the field is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// The name `focus_field` finds it by.
    #[prop(optional)]
    name: &'static str,
) -> impl IntoView {
    entry(Entry {
        name,
        on_input,
        on_commit,
        on_give_up,
        error,
        hint,
        required,
        locked,
        limit: (limit > 0).then_some(limit),
        n_lines: n_lines.max(2),
        placeholder,
        ..Entry::new(label, value)
    })
}

/// A number, an amount of money or a duration, as text: the page's `check` knows how it is written.
#[component]
pub fn NumberField(
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// The number as text.
    #[prop(into)]
    value: Signal<String>,
    /// Told on each change of the text.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Told the canonical text when the field is left or Enter is pressed, if `check` took it.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Told that Esc gave up what was typed; without it Esc is not the field's.
    #[prop(default = None)]
    on_give_up: Option<Callback<()>>,
    /// Reads the text: the canonical form, or why it can't be read.
    #[prop(optional, into)]
    check: Option<Check>,
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
    /// The unit after the number: `€`, `min`.
    #[prop(optional, into)]
    unit: Signal<String>,
    /// May have decimals: the phone's keyboard then has a decimal sign.
    #[prop(optional)]
    decimals: bool,
    /// The name `focus_field` finds it by.
    #[prop(optional)]
    name: &'static str,
) -> impl IntoView {
    entry(Entry {
        name,
        on_input,
        on_commit,
        on_give_up,
        check,
        error,
        hint,
        required,
        locked,
        input_mode: if decimals { "decimal" } else { "numeric" },
        figures: true,
        suffix: unit,
        ..Entry::new(label, value)
    })
}

/// A date: typed as people write dates, or chosen from the browser's own calendar (the button, or Alt+Down).
#[component]
pub fn DateField(
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// The date as text, in the form of the language.
    #[prop(into)]
    value: Signal<String>,
    /// The same date as `2026-11-22`, where the calendar opens; empty: today.
    #[prop(optional, into)]
    iso: Signal<String>,
    /// Told on each change of the text.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Told the canonical text when the field is left or Enter is pressed, if `check` took it.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Told that Esc gave up what was typed; without it Esc is not the field's.
    #[prop(default = None)]
    on_give_up: Option<Callback<()>>,
    /// Reads the text, also `2026-11-22` as the calendar gives it.
    #[prop(into)]
    check: Check,
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
    entry(Entry {
        name,
        on_input,
        on_commit,
        on_give_up,
        check: Some(check),
        error,
        hint,
        required,
        locked,
        figures: true,
        calendar: Some(iso),
        ..Entry::new(label, value)
    })
}

/// A time of day, typed: `14.35`, `1435`, `14:35`.
#[component]
pub fn TimeField(
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// The time as text, in the form of the language.
    #[prop(into)]
    value: Signal<String>,
    /// Told on each change of the text.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Told the canonical text when the field is left or Enter is pressed, if `check` took it.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Reads the text: the canonical form, or why it can't be read.
    #[prop(into)]
    check: Check,
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
    entry(Entry {
        name,
        on_input,
        on_commit,
        check: Some(check),
        error,
        hint,
        required,
        locked,
        figures: true,
        ..Entry::new(label, value)
    })
}

/// A value that this page only shows: a word above it, no box. Put several into a `.pairs`.
#[component]
pub fn ReadOnlyField(
    /// What the value is called.
    #[prop(into)]
    label: Signal<String>,
    /// The value; empty shows a dash.
    #[prop(into)]
    value: Signal<String>,
    /// Where the value leads, if it is a link.
    #[prop(optional, into)]
    href: Signal<Option<String>>,
) -> impl IntoView {
    let shown = move || {
        let text = value.get();
        match (text.is_empty(), href.get()) {
            (true, _) => view! { <span class="faint">"–"</span> }.into_any(),
            (false, Some(href)) => view! { <a href=href>{text}</a> }.into_any(),
            (false, None) => text.into_any(),
        }
    };
    view! {
        <div class="pair">
            <span class="pair-label">{label}</span>
            <span class="pair-value">{live(shown)}</span>
        </div>
    }
    .into_any()
}

/// A field that is fixed here, in the shape of a field: the contact of an interaction opened from its card.
#[component]
pub fn LockedField(
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// The value.
    #[prop(into)]
    value: Signal<String>,
    /// A mark before the value, such as an `Avatar`.
    #[prop(optional, into)]
    mark: ViewFn,
    /// What is wrong with it all the same.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = super::frame::new_id();
    let wrong = move || {
        error.get().map(|text| {
            view! { <span class="field-error" role="alert">{icon(Icon::Error)} {text}</span> }
        })
    };
    view! {
        <div class="field" data-locked="">
            <span class="field-label" id=id.clone()>{label}</span>
            <div class="field-box" role="group" aria-labelledby=id>
                {mark.run()}
                <span class="field-text">{value}</span>
                {locked_mark()}
            </div>
            {wrong}
        </div>
    }
    .into_any()
}
