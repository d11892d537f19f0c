//! One field of a record: what it shows, what is wrong with it, and where a change goes.

use crate::domain::Field;
use crate::ui::parts::entry::Check;
use crate::ui::parts::field::{DateField, NumberField, TextArea, TextField, TextKind};
use crate::ui::parts::field_choice::{
    CheckField, OptionField, SelectField, SelectOption, SwitchField,
};
use crate::ui::parts::picker::{Picker, PickerItem};
use crate::ui::text::tr_with;
use leptos::prelude::*;

use super::reading::flag_text;

/// A field bound to a record; `editing.rs` and `creating.rs` make them, a page draws them.
#[derive(Clone, Copy)]
pub struct Bound {
    pub(super) label: Signal<String>,
    /// What it is called here, where that is not the field's own name.
    pub(super) named: StoredValue<Option<Signal<String>>>,
    pub(super) value: Signal<String>,
    /// The value as `2026-11-22`, for dates.
    pub(super) iso: Signal<String>,
    pub(super) error: Signal<Option<String>>,
    pub(super) check: Check,
    /// Told a text that was typed and left.
    pub(super) on_commit: Callback<String>,
    /// Told a text on each change.
    pub(super) on_input: Callback<String>,
    /// Told that Esc gave up what was typed; none where Esc closes the form.
    pub(super) on_give_up: Option<Callback<()>>,
    /// Told what was chosen.
    pub(super) on_pick: Callback<String>,
    pub(super) required: bool,
    pub(super) hint: Signal<Option<String>>,
    pub(super) autofocus: bool,
    pub(super) name: &'static str,
}

impl Bound {
    pub(super) fn new(
        field: Field,
        value: Signal<String>,
        error: Signal<Option<String>>,
        check: Check,
    ) -> Self {
        Self {
            label: tr_with(move |m| (m.terms.field)(field).into()),
            named: StoredValue::new(None),
            value,
            iso: Signal::default(),
            error,
            check,
            on_commit: Callback::new(|_| {}),
            on_pick: Callback::new(|_| {}),
            on_input: Callback::new(|_| {}),
            on_give_up: None,
            required: false,
            hint: Signal::default(),
            autofocus: false,
            name: "",
        }
    }

    /// Marked as required.
    pub fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// With a sentence that helps below it.
    pub fn hint(self, hint: impl Into<Signal<Option<String>>>) -> Self {
        Self {
            hint: hint.into(),
            ..self
        }
    }

    /// Called something else than the field.
    pub fn label(self, label: impl Into<Signal<String>>) -> Self {
        let label = label.into();
        self.named.set_value(Some(label));
        Self { label, ..self }
    }

    /// What is chosen goes to `on_pick` first, which may hand it on with [`Bound::pick`].
    pub fn picks(self, on_pick: Callback<String>) -> Self {
        Self { on_pick, ..self }
    }

    /// Chooses, as the user would.
    pub fn pick(self, key: String) {
        self.on_pick.run(key);
    }

    /// Takes the focus when the dialog around it opens.
    pub fn autofocus(self) -> Self {
        Self {
            autofocus: true,
            ..self
        }
    }

    /// With the name that `focus_field` finds it by.
    pub fn name(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// A line of text, at most `limit` characters; 0 leaves the limit to the domain, as for codes.
    pub fn text(self, limit: u32) -> AnyView {
        self.typed(limit, TextKind::Plain)
    }

    /// A line of text of a kind that phones have a keyboard for.
    pub fn typed(self, limit: u32, kind: TextKind) -> AnyView {
        view! {
            <TextField
                label=self.label
                name=self.name
                value=self.value
                on_input=self.on_input
                on_commit=self.on_commit
                on_give_up=self.on_give_up
                check=self.check
                error=self.error
                hint=self.hint
                required=self.required
                limit=limit
                kind=kind
                autofocus=self.autofocus
            />
        }
        .into_any()
    }

    /// Several lines of text.
    pub fn text_area(self, limit: u32) -> AnyView {
        view! {
            <TextArea
                label=self.label
                name=self.name
                value=self.value
                on_input=self.on_input
                on_commit=self.on_commit
                on_give_up=self.on_give_up
                error=self.error
                hint=self.hint
                required=self.required
                limit=limit
            />
        }
        .into_any()
    }

    /// A number with its unit; with `decimals` an amount.
    pub fn number(self, unit: impl Into<Signal<String>>, decimals: bool) -> AnyView {
        view! {
            <NumberField
                label=self.label
                name=self.name
                value=self.value
                on_input=self.on_input
                on_commit=self.on_commit
                on_give_up=self.on_give_up
                check=self.check
                error=self.error
                hint=self.hint
                required=self.required
                unit=unit.into()
                decimals=decimals
            />
        }
        .into_any()
    }

    /// A date.
    pub fn date(self) -> AnyView {
        view! {
            <DateField
                label=self.label
                name=self.name
                value=self.value
                iso=self.iso
                on_input=self.on_input
                on_commit=self.on_commit
                on_give_up=self.on_give_up
                check=self.check
                error=self.error
                hint=self.hint
                required=self.required
            />
        }
        .into_any()
    }

    /// One of several, from the browser's own list.
    pub fn select(self, options: Signal<Vec<SelectOption>>) -> AnyView {
        view! {
            <SelectField
                label=self.label
                name=self.name
                value=self.value
                options=options
                on_pick=self.on_pick
                error=self.error
                hint=self.hint
                required=self.required
            />
        }
        .into_any()
    }

    /// One of two to four, side by side.
    pub fn options(self, options: Signal<Vec<SelectOption>>) -> AnyView {
        view! {
            <OptionField
                label=self.label
                name=self.name
                value=self.value
                options=options
                on_pick=self.on_pick
                error=self.error
                hint=self.hint
                required=self.required
            />
        }
        .into_any()
    }

    /// On or off, at once.
    pub fn switch(self) -> AnyView {
        let (checked, change) = self.on_or_off();
        view! {
            <SwitchField
                label=self.label
                name=self.name
                checked=checked
                on_change=change
                hint=self.hint
                error=self.error
            />
        }
        .into_any()
    }

    /// Yes or no.
    pub fn check(self) -> AnyView {
        let (checked, change) = self.on_or_off();
        view! {
            <CheckField
                label=self.label
                name=self.name
                checked=checked
                on_change=change
                hint=self.hint
                error=self.error
            />
        }
        .into_any()
    }

    fn on_or_off(self) -> (Signal<bool>, Callback<bool>) {
        let checked = Signal::derive(move || self.value.with(|text| text == flag_text(true)));
        let change = Callback::new(move |on| self.on_pick.run(flag_text(on).to_string()));
        (checked, change)
    }

    /// A record, looked up by typing. `selected` is the one whose key the field holds; `source`
    /// finds others; `on_new`, told the typed text, offers to make one. A text that names none is
    /// refused and stays.
    pub fn picker(
        self,
        selected: Signal<Option<PickerItem>>,
        source: Callback<String, Vec<PickerItem>>,
        on_new: Option<Callback<String>>,
    ) -> AnyView {
        let pick = move |key: Option<String>| self.on_pick.run(key.unwrap_or_default());
        let on_pick = Callback::new(pick);
        match on_new {
            Some(on_new) => view! {
                <Picker
                    label=self.label
                name=self.name
                    selected=selected
                    source=source
                    on_pick=on_pick
                    on_text=self.on_pick
                    on_new=on_new
                    error=self.error
                    hint=self.hint
                    required=self.required
                />
            }
            .into_any(),
            None => view! {
                <Picker
                    label=self.label
                name=self.name
                    selected=selected
                    source=source
                    on_pick=on_pick
                    on_text=self.on_pick
                    error=self.error
                    hint=self.hint
                    required=self.required
                />
            }
            .into_any(),
        }
    }

    /// What the field holds, as text or as a key.
    pub fn value(self) -> Signal<String> {
        self.value
    }
}
