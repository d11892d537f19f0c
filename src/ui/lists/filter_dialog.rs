//! Putting a filter together by pressing: values to choose from, periods, a range, a text; and the expression itself,
//! which shows what was put together and can be typed instead.

use super::filters::Filtering;
use super::rows::{ListField, caption};
use super::shown::days;
use crate::domain::filter::{Filter, Kind, MAX_LENGTH, Value};
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field::{DateField, TextField};
use crate::ui::parts::field_choice::CheckField;
use crate::ui::text::{say, texts, tr, tr_with};
use crate::ui::typed;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The most different texts offered to choose from; with more of them one types.
const MAX_VALUES: usize = 40;
/// The longest expression.
const MAX_CHARS: u32 = MAX_LENGTH as u32;

/// A value to choose.
#[derive(Clone, Debug, PartialEq)]
enum Choice {
    Text(String),
    Code(String),
    Option(Option<u16>),
    YesNo(bool),
}

impl Choice {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Code(code) => Value::Code(code),
            Self::Option(value) => Value::Option(*value),
            Self::YesNo(yes) => Value::YesNo(*yes),
        }
    }
}

/// A period: its caption, and its expression in the neutral form.
type Period = (fn() -> String, &'static str);

const PERIODS: &[Period] = &[
    (|| texts().lists.today.into(), "t"),
    (|| texts().lists.this_week.into(), "<-CW>..<CW>"),
    (|| (texts().lists.last_days)(7), "-7D..t"),
    (|| (texts().lists.last_days)(30), "-30D..t"),
    (|| (texts().lists.last_days)(90), "-90D..t"),
    (|| (texts().lists.before_days)(90), "<-90D"),
    (|| texts().lists.this_month.into(), "<-CM>..<CM>"),
    (|| texts().lists.last_month.into(), "<-CM-1M>..<-CM-1D>"),
    (|| texts().lists.this_year.into(), "<-CY>..<CY>"),
];

pub(super) fn filter_dialog(
    filtering: Filtering,
    field: ListField,
    close: Callback<()>,
) -> AnyView {
    let column = field.column.id;
    let title = field.column.title;
    let Some(kind) = field.kind else {
        return ().into_any();
    };
    let check = Callback::new(move |typed: String| {
        let outcome = filtering.take(column, &typed);
        outcome
            .map(|()| untrack(|| filtering.text(column)))
            .map_err(|(why, _)| why)
    });
    let text = Signal::derive(move || filtering.text(column));
    let clear = Callback::new(move |()| filtering.shown.filter(column, None));
    let footer = move || {
        let is_filtered = move || text.with(|text| !text.is_empty());
        view! {
            <Button label=tr(|m| m.lists.done) kind=ButtonKind::Primary on_press=close/>
            <span class="spring"></span>
            <Show when=is_filtered>
                <Button label=tr(|m| m.parts.clear) kind=ButtonKind::Quiet on_press=clear/>
            </Show>
        }
    };
    let choices = choices(filtering, &field, kind);
    let is_chosen = !choices.is_empty();
    view! {
        <Dialog
            title=tr_with(move |m| (m.lists.filter_of)(&title.get()))
            on_close=close
            on_accept=close
            footer=footer
        >
            {is_chosen.then(|| values(filtering, field, choices))}
            {match kind {
                Kind::Date => view! { {periods(filtering, column)} {range(filtering, column, true)} }.into_any(),
                Kind::Number { .. } | Kind::Duration | Kind::Time => range(filtering, column, false),
                Kind::Text | Kind::Code if !is_chosen => containing(filtering, column, kind),
                _ => ().into_any(),
            }}
            {blanks(filtering, column, kind)}
            <TextField
                label=tr(|m| m.lists.expression)
                value=text
                check=check
                limit=MAX_CHARS
                hint=Signal::derive(|| Some(texts().lists.expression_hint.to_string()))
                autofocus=!is_chosen
            />
        </Dialog>
    }
    .into_any()
}

/// The values to choose from: a list's, or the different ones that the rows have if there are few.
fn choices(filtering: Filtering, field: &ListField, kind: Kind) -> Vec<Choice> {
    match kind {
        Kind::Option { n } => {
            let places = (0..n).map(|place| Choice::Option(Some(place)));
            places.chain([Choice::Option(None)]).collect()
        }
        Kind::YesNo => vec![Choice::YesNo(true), Choice::YesNo(false)],
        Kind::Text | Kind::Code => {
            let different = filtering.shown.peek(|rows, records| {
                let mut different = BTreeSet::new();
                for place in rows.0.own_order() {
                    if let Some(Value::Text(text) | Value::Code(text)) =
                        rows.0.value(records, place, field.column.id)
                    {
                        different.insert(text.to_string());
                    }
                    if different.len() > MAX_VALUES {
                        return BTreeSet::new();
                    }
                }
                different
            });
            let choice = |text| match kind {
                Kind::Code => Choice::Code(text),
                _ => Choice::Text(text),
            };
            different.into_iter().map(choice).collect()
        }
        _ => Vec::new(),
    }
}

/// Check boxes of the values.
fn values(filtering: Filtering, field: ListField, choices: Vec<Choice>) -> AnyView {
    let column = field.column.id;
    let all = StoredValue::new(choices.clone());
    // Which of them the filter in force takes; none where there is none.
    let taken = Memo::new(move |_| {
        let days = days(filtering.shown.store);
        let matcher = filtering
            .shown
            .with_filter(column, |filter| filter.resolve(&days));
        let takes = |choice: &Choice| {
            let matcher = matcher.as_ref();
            matcher.is_some_and(|matcher| matcher.matches(&choice.value()))
        };
        all.with_value(|all| all.iter().map(takes).collect::<Vec<bool>>())
    });
    let toggle = move |at: usize, on: bool| {
        let mut taken = taken.get_untracked();
        taken[at] = on;
        let filter = all.with_value(|all| {
            let chosen = all.iter().zip(&taken).filter(|(_, taken)| **taken);
            let values: Vec<Value<'_>> = chosen.map(|(choice, _)| choice.value()).collect();
            Filter::any_of(field.kind?, &values)
        });
        filtering.shown.filter(column, filter.as_ref());
    };
    let boxes = choices.into_iter().enumerate().map(|(at, choice)| {
        let title = tr_with(move |m| {
            let text = match &choice {
                Choice::Text(text) | Choice::Code(text) => text,
                Choice::Option(place) => caption(&field.captions(m), *place),
                Choice::YesNo(true) => m.logbook.yes,
                Choice::YesNo(false) => m.logbook.no,
            };
            match text.is_empty() {
                true => m.lists.blank_value.to_string(),
                false => text.to_string(),
            }
        });
        let checked = Signal::derive(move || taken.with(|taken| taken[at]));
        let change = Callback::new(move |on| toggle(at, on));
        view! { <CheckField label=title checked=checked on_change=change/> }
    });
    view! {
        <fieldset class="filter-values">
            <legend class="field-label">{tr(|m| m.lists.values)}</legend>
            {boxes.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Periods that one asks for often.
fn periods(filtering: Filtering, column: &'static str) -> AnyView {
    let buttons = PERIODS.iter().map(|(caption, expression)| {
        let press = move |()| {
            filtering
                .shown
                .address
                .filter(column, (*expression).to_string())
        };
        let caption = *caption;
        view! { <Button label=Signal::derive(caption) on_press=Callback::new(press)/> }
    });
    view! {
        <div class="field" role="group" aria-label=tr(|m| m.lists.periods)>
            <span class="field-label" aria-hidden="true">{tr(|m| m.lists.periods)}</span>
            <div class="cluster">{buttons.collect_view()}</div>
        </div>
    }
    .into_any()
}

/// From one value to another; either may stay open.
fn range(filtering: Filtering, column: &'static str, is_date: bool) -> AnyView {
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let apply = move || {
        let (from, to) = (from.get_untracked(), to.get_untracked());
        let text = match (from.is_empty(), to.is_empty()) {
            (true, true) => String::new(),
            _ => format!("{from}..{to}"),
        };
        filtering.take(column, &text).map_err(|(why, _)| why)
    };
    let end = move |end: RwSignal<String>, label: Signal<&'static str>| {
        let check = Callback::new(move |typed: String| {
            let text = if is_date && !typed.trim().is_empty() {
                let date = typed::date(filtering.shown.store, &typed)?;
                date.map_or_else(String::new, |date| say().format.date(date))
            } else {
                typed.trim().to_string()
            };
            let before = end.get_untracked();
            end.set(text.clone());
            if let Err(why) = apply() {
                end.set(before);
                return Err(why);
            }
            Ok(text)
        });
        if is_date {
            let iso = Signal::derive(move || {
                let read = typed::date(filtering.shown.store, &end.get())
                    .ok()
                    .flatten();
                read.map_or_else(String::new, |date| date.to_string())
            });
            view! { <DateField label=label value=end iso=iso check=check/> }.into_any()
        } else {
            view! { <TextField label=label value=end check=check/> }.into_any()
        }
    };
    view! {
        <div class="fields">
            {end(from, tr(|m| m.lists.from))}
            {end(to, tr(|m| m.lists.to))}
        </div>
    }
    .into_any()
}

/// A text that is in the value.
fn containing(filtering: Filtering, column: &'static str, kind: Kind) -> AnyView {
    let text = RwSignal::new(String::new());
    let typed = Callback::new(move |typed: String| {
        let filter = Filter::contains(kind, typed.trim());
        filtering.shown.filter(column, filter.as_ref());
        text.set(typed);
    });
    view! {
        <TextField label=tr(|m| m.lists.contains) value=text on_input=typed autofocus=true/>
    }
    .into_any()
}

/// Blank or not, where values can be.
fn blanks(filtering: Filtering, column: &'static str, kind: Kind) -> AnyView {
    if matches!(kind, Kind::YesNo | Kind::Number { .. } | Kind::Duration) {
        return ().into_any();
    }
    let put = move |blank: bool| {
        let filter = if blank {
            Filter::blank(kind)
        } else {
            Filter::not_blank(kind)
        };
        Callback::new(move |()| filtering.shown.filter(column, Some(&filter)))
    };
    view! {
        <div class="cluster">
            <Button label=tr(|m| m.lists.is_blank) on_press=put(true)/>
            <Button label=tr(|m| m.lists.is_not_blank) on_press=put(false)/>
        </div>
    }
    .into_any()
}
