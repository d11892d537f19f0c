//! Putting a filter together by pressing: values to choose from, periods, a range, a text; and the expression itself,
//! which shows what was put together and can be typed instead.

use super::filter_entry::{Choice, FilterEntry};
use super::shown::days;
use crate::domain::filter::{Filter, Kind, MAX_LENGTH, Neutral, Value};
use crate::language::filter::PERIODS;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field::{DateField, TextField};
use crate::ui::parts::field_choice::CheckField;
use crate::ui::text::{say, texts, tr, tr_with};
use crate::ui::typed;
use leptos::prelude::*;

/// The longest expression.
const MAX_CHARS: u32 = MAX_LENGTH as u32;

/// The dialog of a field's filter. `choices`: values to choose from; none where one types.
pub fn filter_dialog(entry: FilterEntry, choices: Vec<Choice>, close: Callback<()>) -> AnyView {
    let check = Callback::new(move |typed: String| {
        entry.take(&typed)?;
        Ok(untrack(|| entry.text()))
    });
    let text = Signal::derive(move || entry.text());
    let clear = Callback::new(move |()| entry.put.run(None));
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
    let is_chosen = !choices.is_empty();
    let legend = tr_with(|m| m.lists.values.into());
    view! {
        <Dialog
            title=tr_with(move |m| (m.lists.filter_of)(&entry.title.get()))
            on_close=close
            on_accept=close
            footer=footer
        >
            {is_chosen.then(|| values(entry, choices, legend))}
            {match entry.kind {
                Kind::Date => view! { {periods(entry)} {range(entry, true)} }.into_any(),
                Kind::Number { .. } | Kind::Duration | Kind::Time => range(entry, false),
                Kind::Text | Kind::Code if !is_chosen => containing(entry),
                _ => ().into_any(),
            }}
            {blanks(entry)}
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

/// Check boxes of the values of a field.
pub fn values(entry: FilterEntry, choices: Vec<Choice>, legend: Signal<String>) -> AnyView {
    let all = StoredValue::new(choices.clone());
    // Which of them the filter in force takes; none where there is none.
    let taken = Memo::new(move |_| {
        let days = days(entry.store);
        let matcher = entry
            .filter
            .with(|filter| filter.as_ref().map(|filter| filter.resolve(&days)));
        let takes = |choice: &Choice| {
            let matcher = matcher.as_ref();
            matcher.is_some_and(|matcher| matcher.matches(&choice.value()))
        };
        all.with_value(|all| all.iter().map(takes).collect::<Vec<bool>>())
    });
    let toggle = move |at: usize, on: bool| {
        let mut taken = taken.get_untracked();
        taken[at] = on;
        entry.put.run(all.with_value(|all| {
            let chosen = all.iter().zip(&taken).filter(|(_, taken)| **taken);
            let values: Vec<Value<'_>> = chosen.map(|(choice, _)| choice.value()).collect();
            Filter::any_of(entry.kind, &values)
        }));
    };
    let boxes = choices.into_iter().enumerate().map(|(at, choice)| {
        let title = tr_with(move |m| choice.title(m, entry.captions));
        let checked = Signal::derive(move || taken.with(|taken| taken[at]));
        let change = Callback::new(move |on| toggle(at, on));
        view! { <CheckField label=title checked=checked on_change=change/> }
    });
    view! {
        <fieldset class="filter-values">
            <legend class="field-label">{legend}</legend>
            {boxes.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Periods that one asks for often.
fn periods(entry: FilterEntry) -> AnyView {
    let buttons = PERIODS.iter().map(|(caption, expression)| {
        let press = move |()| {
            let filter = Filter::parse(expression, Kind::Date, &Neutral);
            entry.put.run(Some(filter.expect("periods are filters")));
        };
        let caption = *caption;
        view! { <Button label=tr_with(move |m| caption(&m.lists)) on_press=Callback::new(press)/> }
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
fn range(entry: FilterEntry, is_date: bool) -> AnyView {
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let apply = move || {
        let (from, to) = (from.get_untracked(), to.get_untracked());
        let text = match (from.is_empty(), to.is_empty()) {
            (true, true) => String::new(),
            _ => format!("{from}..{to}"),
        };
        entry.take(&text)
    };
    let end = move |end: RwSignal<String>, label: Signal<&'static str>| {
        let check = Callback::new(move |typed: String| {
            let text = if is_date && !typed.trim().is_empty() {
                let date = typed::date(entry.store, &typed)?;
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
                let read = typed::date(entry.store, &end.get()).ok().flatten();
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
fn containing(entry: FilterEntry) -> AnyView {
    let text = RwSignal::new(String::new());
    let typed = Callback::new(move |typed: String| {
        entry.put.run(Filter::contains(entry.kind, typed.trim()));
        text.set(typed);
    });
    view! {
        <TextField label=tr(|m| m.lists.contains) value=text on_input=typed autofocus=true/>
    }
    .into_any()
}

/// Blank or not, where values can be.
fn blanks(entry: FilterEntry) -> AnyView {
    let kind = entry.kind;
    if matches!(kind, Kind::YesNo | Kind::Number { .. } | Kind::Duration) {
        return ().into_any();
    }
    let put = move |blank: bool| {
        let filter = if blank {
            Filter::blank(kind)
        } else {
            Filter::not_blank(kind)
        };
        Callback::new(move |()| entry.put.run(Some(filter.clone())))
    };
    view! {
        <div class="cluster">
            <Button label=tr(|m| m.lists.is_blank) on_press=put(true)/>
            <Button label=tr(|m| m.lists.is_not_blank) on_press=put(false)/>
        </div>
    }
    .into_any()
}
