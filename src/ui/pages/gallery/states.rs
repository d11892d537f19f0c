//! Fields in the states they can be in, side by side: to be filled, filled, refused, locked.

use leptos::prelude::*;

use super::fields::{flows, items, languages};
use crate::domain::values::Money;
use crate::language::Messages;
use crate::ui::parts::entry::Check;
use crate::ui::parts::field::{DateField, NumberField, TextArea, TextField, TextKind, TimeField};
use crate::ui::parts::field_choice::{
    CheckField, OptionField, SelectField, SelectOption, SwitchField,
};
use crate::ui::parts::picker::Picker;
use crate::ui::text::{say, texts, tr};

/// What a field is shown as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Empty, required, with a sentence that helps.
    ToFill,
    Filled,
    Refused,
    Locked,
}

impl State {
    const ALL: [State; 4] = [State::ToFill, State::Filled, State::Refused, State::Locked];

    fn required(self) -> bool {
        self == State::ToFill
    }

    fn locked(self) -> bool {
        self == State::Locked
    }

    fn hint(self) -> Signal<Option<String>> {
        Signal::derive(move || self.required().then(|| texts().gallery.hint.to_owned()))
    }

    fn error(self, why: fn(&'static Messages) -> &'static str) -> Signal<Option<String>> {
        Signal::derive(move || (self == State::Refused).then(|| why(texts()).to_owned()))
    }

    /// The value of a field: what was refused still stands where it was typed.
    fn value(self, filled: &str, refused: &'static str) -> String {
        match self {
            State::ToFill => String::new(),
            State::Refused => refused.to_owned(),
            State::Filled | State::Locked => filled.to_owned(),
        }
    }
}

/// A row of fields for each kind.
pub(super) fn states() -> AnyView {
    let kinds: [fn(State) -> AnyView; 9] = [
        text,
        code,
        several_lines,
        money,
        date,
        time,
        language,
        lookup,
        flow,
    ];
    let rows = kinds.into_iter().map(|kind| {
        view! { <div class="fields">{State::ALL.map(kind).into_iter().collect_view()}</div> }
    });
    view! {
        <div class="stack">
            {rows.collect_view()}
            <div class="fields">{boxes()}</div>
            <div class="fields">{switches()}</div>
        </div>
    }
    .into_any()
}

/// Takes what was typed, whatever it is: these fields show a state, and stay in it.
fn any() -> Check {
    Check::new(Ok)
}

fn text(state: State) -> AnyView {
    view! {
        <TextField
            label=tr(|m| m.gallery.name)
            value=state.value("Adatum Oy", "Ad")
            placeholder="Adatum Oy"
            required=state.required()
            locked=state.locked()
            hint=state.hint()
            error=state.error(|m| m.gallery.too_short)
            limit=20
        />
    }
    .into_any()
}

fn code(state: State) -> AnyView {
    view! {
        <TextField
            label=tr(|m| m.gallery.number)
            kind=TextKind::Code
            value=state.value("CT000012", "CT 12")
            required=state.required()
            locked=state.locked()
            hint=state.hint()
            error=state.error(|m| m.gallery.not_a_code)
        />
    }
    .into_any()
}

fn several_lines(state: State) -> AnyView {
    let filled = Signal::derive(move || state.value(texts().gallery.description_value, "?"));
    view! {
        <TextArea
            label=tr(|m| m.gallery.comment)
            value=filled
            required=state.required()
            locked=state.locked()
            hint=state.hint()
            error=state.error(|m| m.gallery.too_short)
            n_lines=2
        />
    }
    .into_any()
}

fn money(state: State) -> AnyView {
    let filled = Signal::derive(move || state.value(&say().format.amount(Money(800)), "8,5,0"));
    view! {
        <NumberField
            label=tr(|m| m.gallery.cost)
            value=filled
            unit="€"
            decimals=true
            check=any()
            required=state.required()
            locked=state.locked()
            hint=state.hint()
            error=state.error(|m| m.gallery.not_a_number)
        />
    }
    .into_any()
}

fn date(state: State) -> AnyView {
    view! {
        <DateField
            label=tr(|m| m.gallery.date)
            value=state.value("22.11.2026", "31.2.2026")
            check=any()
            required=state.required()
            locked=state.locked()
            hint=state.hint()
            error=state.error(|m| m.gallery.date_error)
        />
    }
    .into_any()
}

fn time(state: State) -> AnyView {
    view! {
        <TimeField
            label=tr(|m| m.gallery.time)
            value=state.value("14.35", "25.99")
            check=any()
            required=state.required()
            locked=state.locked()
            hint=state.hint()
            error=state.error(|m| m.gallery.no_such_time)
        />
    }
    .into_any()
}

fn language(state: State) -> AnyView {
    let options = Signal::derive(|| {
        let mut options = languages();
        options.insert(0, SelectOption::new("", texts().terms.blank));
        options
    });
    view! {
        <SelectField
            label=tr(|m| m.gallery.language)
            value=state.value("fi", "")
            options=options
            on_pick=|_| ()
            required=state.required()
            locked=state.locked()
            hint=state.hint()
            error=state.error(|m| m.gallery.no_language)
        />
    }
    .into_any()
}

fn lookup(state: State) -> AnyView {
    let is_filled = matches!(state, State::Filled | State::Locked);
    let chosen = move || {
        is_filled
            .then(|| items("adatum oy").into_iter().next())
            .flatten()
    };
    view! {
        <Picker
            label=tr(|m| m.gallery.contact)
            selected=Signal::derive(chosen)
            source=|typed: String| items(&typed)
            on_pick=|_| ()
            placeholder=tr(|m| m.gallery.find_contact)
            required=state.required()
            locked=state.locked()
            hint=state.hint()
            error=state.error(|m| m.gallery.no_contact)
        />
    }
    .into_any()
}

/// One of two cannot be locked: where it may not be chosen, it is not offered.
fn flow(state: State) -> AnyView {
    if state.locked() {
        return ().into_any();
    }
    view! {
        <OptionField
            label=tr(|m| m.gallery.flow)
            value=state.value("out", "")
            options=flows()
            on_pick=|_| ()
            required=state.required()
            hint=state.hint()
            error=state.error(|m| m.gallery.no_flow)
        />
    }
    .into_any()
}

fn why() -> Signal<Option<String>> {
    Signal::derive(|| Some(texts().gallery.no_series.to_owned()))
}

fn boxes() -> AnyView {
    let label = || tr(|m| m.gallery.follow_up);
    let refused = State::Refused.error(|m| m.gallery.no_series);
    view! {
        <CheckField label=label() checked=false hint=State::ToFill.hint() on_change=|_| () />
        <CheckField label=label() checked=true on_change=|_| () />
        <CheckField label=label() checked=true error=refused on_change=|_| () />
        <CheckField label=label() checked=false blocked=why() on_change=|_| () />
    }
    .into_any()
}

fn switches() -> AnyView {
    let label = || tr(|m| m.gallery.successful);
    let refused = State::Refused.error(|m| m.gallery.no_series);
    view! {
        <SwitchField label=label() checked=false hint=State::ToFill.hint() on_change=|_| () />
        <SwitchField label=label() checked=true on_change=|_| () />
        <SwitchField label=label() checked=true error=refused on_change=|_| () />
        <SwitchField label=label() checked=true blocked=why() on_change=|_| () />
    }
    .into_any()
}
