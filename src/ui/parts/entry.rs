//! A line or several lines of typed text, and how it is taken. The fields themselves are in `field.rs`, what stands
//! around them in `frame.rs`.
//!
//! A field shows `value` and never changes it: it reports what was typed (`on_input`, on each change; `on_commit`,
//! when the field is left or Enter is pressed) and the page decides. What was typed stays in the field when it is
//! refused; Esc gives it up where the page says so.

use super::live::{live, mark, truth, while_so};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement};

use super::calendar::{calendar, open_calendar};
use super::frame::{Frame, locked_mark, new_id};
use super::unread::Unread;
use crate::ui::text::{say, texts};

/// Reads what was typed: the text as it is to be shown, or the sentence that says why it can't be taken.
pub type Check = Callback<String, Result<String, String>>;

/// Everything a line of typed text needs; the components fill it, one function draws it.
pub(super) struct Entry {
    pub name: &'static str,
    pub label: Signal<String>,
    pub value: Signal<String>,
    pub on_input: Option<Callback<String>>,
    pub on_commit: Option<Callback<String>>,
    /// Told that Esc gave up what was typed and not handed over yet; without it Esc is not the field's.
    pub on_give_up: Option<Callback<()>>,
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
            on_give_up: None,
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

    /// Shows the value again in place of what was typed. False if that was nothing.
    fn give_up(self, input: &HtmlInputElement) -> bool {
        let value = self.value.get_untracked();
        if input.value() == value && self.own_error.with_untracked(Option::is_none) {
            return false;
        }
        input.set_value(&value);
        self.committed.set_value(value.clone());
        self.n_typed.set(n_chars(&value));
        self.find(None);
        true
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
        if let Some(on_give_up) = entry.on_give_up.filter(|_| event.key() == "Escape")
            && !event.is_composing()
            && typing.give_up(&event_target(&event))
        {
            // The form around it stays open: its Esc is the next one.
            event.prevent_default();
            event.stop_propagation();
            on_give_up.run(());
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

/// Characters typed of those allowed, from four fifths of the limit on.
fn counter(limit: u32, n_typed: RwSignal<u32>) -> AnyView {
    let is_near = move || u64::from(n_typed.get()) * 5 >= u64::from(limit) * 4;
    view! {
        <span class="field-counter figures" data-says=mark(is_near)>
            {live(move || {
                let n = n_typed.get();
                is_near().then(|| (texts().parts.of_limit)(n, limit)).into_any()
            })}
        </span>
    }
    .into_any()
}
