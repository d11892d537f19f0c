//! What every field is made of: label, hint, error, counter, and how typed text is taken. The fields themselves are
//! in `field.rs` and `field_choice.rs`.
//!
//! A field shows `value` and never changes it: it reports what was typed (`on_input`, on each change; `on_commit`,
//! when the field is left or Enter is pressed) and the page decides. What was typed stays in the field when it is
//! refused.

use std::cell::Cell;

use super::live::{Live, live, live_text, mark, truth, while_so, wording};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlElement, HtmlInputElement};

use super::field::{calendar, open_calendar};
use super::icon::{Icon, icon};
use super::unread::Unread;
use crate::ui::text::{say, texts, tr};

/// Reads what was typed: the text as it is to be shown, or the sentence that says why it can't be taken.
pub type Check = Callback<String, Result<String, String>>;

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
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
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

/// The line under a control. The error's place is always there, so that a screen reader hears it appear.
pub(super) fn foot(
    id: &str,
    hint: Signal<Option<String>>,
    error: Signal<Option<String>>,
    counter: Option<AnyView>,
) -> AnyView {
    let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    view! {
        <div class="field-foot">
            <p class="field-error" id=error_id aria-live="polite">
                {live_text(error, |text| view! { {icon(Icon::Error)}<span>{text}</span> }.into_any())}
            </p>
            {live(move || {
                hint.get().map(|text| view! { <p class="field-hint" id=hint_id.clone()>{text}</p> }).into_any()
            })}
            {counter}
        </div>
    }
    .into_any()
}

/// Everything a line of typed text needs; the components fill it, one function draws it.
pub(super) struct Entry {
    pub name: &'static str,
    pub label: Signal<String>,
    pub value: Signal<String>,
    pub on_input: Option<Callback<String>>,
    pub on_commit: Option<Callback<String>>,
    pub check: Option<Check>,
    pub error: Signal<Option<String>>,
    pub hint: Signal<Option<String>>,
    pub required: Signal<bool>,
    pub locked: Signal<bool>,
    pub limit: Option<u32>,
    pub n_lines: u32,
    pub input_type: &'static str,
    pub input_mode: &'static str,
    pub autocomplete: &'static str,
    pub placeholder: Signal<String>,
    pub figures: bool,
    /// A code: no spelling check, and no capitals made by a phone's keyboard.
    pub code: bool,
    pub suffix: Signal<String>,
    /// Has a calendar, which opens at this ISO date.
    pub calendar: Option<Signal<String>>,
    pub autofocus: bool,
}

impl Entry {
    pub fn new(label: Signal<String>, value: Signal<String>) -> Self {
        Self {
            name: "",
            label,
            value,
            on_input: None,
            on_commit: None,
            check: None,
            error: Signal::default(),
            hint: Signal::default(),
            required: Signal::default(),
            locked: Signal::default(),
            limit: None,
            n_lines: 1,
            input_type: "text",
            input_mode: "",
            autocomplete: "off",
            placeholder: Signal::default(),
            figures: false,
            code: false,
            suffix: Signal::default(),
            calendar: None,
            autofocus: false,
        }
    }
}

/// How a line of text is typed and handed over.
#[derive(Clone, Copy)]
struct Typing {
    value: Signal<String>,
    /// What this field itself finds wrong with the text; comes before what the page says.
    own_error: RwSignal<Option<String>>,
    /// The form's list of fields whose text was not taken, and this field's place in it.
    unread: Option<Unread>,
    id: StoredValue<String>,
    /// What the page finds wrong with it.
    page_error: Signal<Option<String>>,
    /// What was last handed over, to hand nothing over twice.
    committed: StoredValue<String>,
    n_typed: RwSignal<u32>,
    limit: Option<u32>,
    on_input: Option<Callback<String>>,
    on_commit: Option<Callback<String>>,
    check: Option<Check>,
}

impl Typing {
    fn typed(self, text: String) {
        self.n_typed.set(n_chars(&text));
        if self.own_error.with_untracked(Option::is_some) && self.judge(&text).is_ok() {
            self.find(None);
        }
        if let Some(on_input) = self.on_input {
            on_input.run(text);
        }
    }

    fn left(self, input: &HtmlInputElement) {
        // A browser also reports that a field loses the focus by going away, with its dialog.
        if self.own_error.is_disposed() {
            return;
        }
        let text = input.value();
        // What the page refused may be wanted again: the reason can be gone.
        let Some(refused) = self.page_error.try_with_untracked(Option::is_some) else {
            // The field is being taken away with the focus in it.
            return;
        };
        if !refused && self.committed.with_value(|committed| *committed == text) {
            return;
        }
        self.committed.set_value(text.clone());
        match self.judge(&text) {
            Err(sentence) => self.find(Some(sentence)),
            Ok(canonical) => {
                self.find(None);
                if canonical != text {
                    input.set_value(&canonical);
                    self.committed.set_value(canonical.clone());
                }
                if let Some(on_commit) = self.on_commit {
                    on_commit.run(canonical);
                }
            }
        }
    }

    /// The text was taken, or not, and why.
    fn find(self, wrong: Option<String>) {
        if let Some(unread) = self.unread {
            self.id.with_value(|id| unread.mark(id, wrong.is_some()));
        }
        self.own_error.set(wrong);
    }

    fn judge(self, text: &str) -> Result<String, String> {
        match (self.limit, n_chars(text)) {
            (Some(limit), n) if n > limit => Err((say().parts.too_long)(n - limit)),
            _ => self
                .check
                .map_or_else(|| Ok(text.to_owned()), |check| check.run(text.to_owned())),
        }
    }

    /// A line of text holds no line breaks, and the browser would join the lines without a word.
    fn pasted(self, event: &ClipboardEvent) {
        let text = event
            .clipboard_data()
            .and_then(|data| data.get_data("text").ok())
            .unwrap_or_default();
        if text.trim().contains(['\n', '\r']) {
            event.prevent_default();
            self.own_error
                .set(Some(say().parts.one_line_only.to_owned()));
        }
    }
}

fn n_chars(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// Draws a text field of one or more lines.
pub(super) fn entry(entry: Entry) -> AnyView {
    let Entry {
        value,
        limit,
        n_lines,
        input_type,
        figures,
        suffix,
        locked,
        required,
        ..
    } = entry;
    let own_error = RwSignal::new(None::<String>);
    let id = new_id();
    let typing = Typing {
        value,
        own_error,
        unread: use_context::<Unread>(),
        id: StoredValue::new(id.clone()),
        page_error: entry.error,
        committed: StoredValue::new(value.get_untracked()),
        n_typed: RwSignal::new(n_chars(&value.read_untracked())),
        limit,
        on_input: entry.on_input,
        on_commit: entry.on_commit,
        check: entry.check,
    };
    // A value that comes from elsewhere (a template fills the form) replaces what was refused here.
    Effect::new(move |earlier: Option<String>| {
        let now = typing.value.get();
        if earlier.is_some_and(|earlier| earlier != now) {
            typing.find(None);
            typing.n_typed.set(n_chars(&now));
        }
        now
    });
    if let Some(unread) = typing.unread {
        let id = id.clone();
        on_cleanup(move || unread.mark(&id, false));
    }
    let page_error = typing.page_error;
    let too_long = move || limit.filter(|limit| typing.n_typed.get() > *limit);
    let error = Signal::derive(move || {
        too_long()
            .map(|limit| (texts().parts.too_long)(typing.n_typed.get() - limit))
            .or_else(|| own_error.get())
            .or_else(|| page_error.get())
    });
    let frame = Frame {
        id: id.clone(),
        name: entry.name,
        label: entry.label,
        hint: entry.hint,
        error,
        required,
        locked,
    };
    let input = move |event: ev::Event| {
        // While an input method composes a character the text is not the user's yet.
        let composing = event
            .dyn_ref::<web_sys::InputEvent>()
            .is_some_and(web_sys::InputEvent::is_composing);
        if !composing {
            typing.typed(event_target_value(&event));
        }
    };
    let composed = move |event: ev::CompositionEvent| typing.typed(event_target_value(&event));
    let focus = move |event: ev::FocusEvent| {
        if own_error.with_untracked(Option::is_none) {
            typing.committed.set_value(event_target_value(&event));
        }
    };
    let blur = move |event: ev::FocusEvent| typing.left(&event_target(&event));
    let input_ref = NodeRef::<leptos::html::Input>::new();
    let native_ref = NodeRef::<leptos::html::Input>::new();
    let keydown = move |event: ev::KeyboardEvent| {
        if event.alt_key() && event.key() == "ArrowDown" && !locked.get_untracked() {
            if let Some(iso) = entry.calendar {
                event.prevent_default();
                open_calendar(native_ref, iso);
            }
            return;
        }
        let enters = event.key() == "Enter" && !event.is_composing();
        let with_ctrl = event.ctrl_key() || event.meta_key();
        if enters && n_lines == 1 && !with_ctrl {
            // The same press must not also answer the question that the text may bring up.
            event.prevent_default();
        }
        if enters && (n_lines == 1 || with_ctrl) {
            typing.left(&event_target(&event));
        }
    };
    let paste = move |event: ev::ClipboardEvent| typing.pasted(&event);
    let calendar = entry.calendar.map(|iso| {
        let picked = move |date: String| {
            if let Some(input) = input_ref.get_untracked() {
                input.set_value(&date);
                typing.left(&input);
                // The field is where the date now is; staying on the button would lose the place.
                let _ = input.focus();
            }
        };
        calendar(native_ref, iso, locked, Callback::new(picked))
    });
    let autofocus = entry.autofocus.then_some("");
    let control = if n_lines == 1 {
        view! {
            <input
                class="field-control"
                id=id
                type=input_type
                inputmode=(!entry.input_mode.is_empty()).then_some(entry.input_mode)
                autocomplete=entry.autocomplete
                data-figures=figures.then_some("")
                data-autofocus=autofocus
                prop:value=value
                placeholder=entry.placeholder
                readonly=move || locked.get()
                aria-required=truth(move || required.get())
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                on:input=input
                on:compositionend=composed
                on:focus=focus
                on:blur=blur
                on:keydown=keydown
                on:paste=paste
                spellcheck=entry.code.then_some("false")
                autocapitalize=entry.code.then_some("off")
                node_ref=input_ref
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                class="field-control"
                id=id
                rows=n_lines
                data-autofocus=autofocus
                prop:value=value
                placeholder=entry.placeholder
                readonly=move || locked.get()
                aria-required=truth(move || required.get())
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                on:input=input
                on:compositionend=composed
                on:focus=focus
                on:blur=blur
                on:keydown=keydown
            ></textarea>
        }
        .into_any()
    };
    let boxed = view! {
        <div class="field-box">
            {control}
            {live(move || {
                let suffix = suffix.get();
                (!suffix.is_empty()).then(|| view! { <span class="field-suffix">{suffix}</span> }).into_any()
            })}
            {while_so(move || locked.get(), locked_mark)}
            {calendar}
        </div>
    }
    .into_any();
    frame.around(boxed, limit.map(|limit| counter(limit, typing.n_typed)))
}

/// The lock at the end of a field that can't be changed here.
pub(super) fn locked_mark() -> AnyView {
    view! { <span class="field-lock" title=tr(|m| m.parts.locked)>{icon(Icon::Lock)}<span class="unseen">{tr(|m| m.parts.locked)}</span></span> }
        .into_any()
}

/// Characters typed of those allowed, from four fifths of the limit on.
fn counter(limit: u32, n_typed: RwSignal<u32>) -> AnyView {
    view! {
        <span class="field-counter figures">
            {live(move || {
                let n = n_typed.get();
                let near = u64::from(n) * 5 >= u64::from(limit) * 4;
                near.then(|| (texts().parts.of_limit)(n, limit)).into_any()
            })}
        </span>
    }
    .into_any()
}
