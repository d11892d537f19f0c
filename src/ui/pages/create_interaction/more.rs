//! Everything that is prefilled, folded under one line that says what is inside.

use super::desk::Desk;
use super::fields::name;
use super::keyed::Keyed;
use crate::browser::names::language_name;
use crate::domain::interaction::form::{FormEdit, InteractionForm};
use crate::domain::values::{CorrespondenceType, Evaluation, InformationFlow, InitiatedBy};
use crate::domain::{Field, Table};
use crate::language::terms::Terms;
use crate::ui::parts::entry::Check;
use crate::ui::parts::field::{DateField, NumberField, TimeField};
use crate::ui::parts::field_choice::{SelectField, SelectOption, SwitchField};
use crate::ui::parts::sections::{Section, SectionLook};
use crate::ui::text::{language, texts, tr, tr_with};
use crate::ui::typed;
use leptos::prelude::*;

/// The fields behind the line; they need a template, which fills them.
pub(super) fn more(desk: Desk) -> AnyView {
    let has_template = Memo::new(move |_| desk.form.with(|form| form.template.is_some()));
    // A field that was refused must not stay behind the line.
    let open = Memo::new(move |was_open: Option<&bool>| {
        let refused = desk.trouble.with(|trouble| {
            let fields = [
                Field::Date,
                Field::Time,
                Field::Language,
                Field::CorrespondenceType,
                Field::Cost,
                Field::Duration,
            ];
            let about = |field| crate::ui::tell::at_field(trouble.as_ref()?, field);
            fields.into_iter().any(|field| about(field).is_some())
        });
        refused || was_open.copied().unwrap_or(false)
    });
    view! {
        <Show when=move || has_template.get()>
            <Section
                title=tr_with(|m| m.create.more.into())
                summary=Signal::derive(move || Some(summary(desk)))
                look=SectionLook::Fold
                open=open
            >
                <div class="fields">
                    {date(desk)}
                    {time(desk)}
                    {flow(desk)}
                    {initiated_by(desk)}
                    {cost(desk)}
                    {duration(desk)}
                    {evaluation(desk)}
                    {correspondence_type(desk)}
                    {languages(desk)}
                    {successful(desk)}
                </div>
            </Section>
        </Show>
    }
    .into_any()
}

/// `today 14:35 · outbound · by us · 8.00 € · 15 min`.
fn summary(desk: Desk) -> String {
    let m = texts();
    let today = desk.store.moment().today();
    let currency = desk
        .store
        .read(&[Table::Setup], |records| records.setup().currency.clone());
    desk.form.with(|form| {
        let mut parts = Vec::new();
        let day = form.date.map(|date| m.format.near_day(date, today));
        let time = form.time.map(|time| m.format.time(time));
        let when: Vec<String> = day.into_iter().chain(time).collect();
        if !when.is_empty() {
            parts.push(when.join(" "));
        }
        parts.extend(form.information_flow.map(|flow| match flow {
            InformationFlow::Outbound => m.create.outbound_short.to_string(),
            InformationFlow::Inbound => m.create.inbound_short.to_string(),
        }));
        parts.extend(form.initiated_by.map(|by| match by {
            InitiatedBy::Us => m.create.by_us_short.to_string(),
            InitiatedBy::Them => m.create.by_them_short.to_string(),
        }));
        if !form.successful {
            parts.push(m.create.attempt_failed.into());
        }
        if form.cost.0 > 0 {
            parts.push(m.format.money(form.cost, &currency));
        }
        if form.duration.0 > 0 {
            parts.push(m.format.minutes(form.duration));
        }
        parts.extend(
            form.evaluation
                .map(|value| (m.terms.evaluation)(value).to_lowercase()),
        );
        parts.extend(
            form.correspondence_type
                .map(|kind| (m.terms.correspondence_type)(kind).to_lowercase()),
        );
        parts.join(" · ")
    })
}

fn date(desk: Desk) -> AnyView {
    let value = move || {
        let date = desk.form.with(|form| form.date);
        date.map(|date| texts().format.date(date))
            .unwrap_or_default()
    };
    let iso = move || {
        desk.form
            .with(|form| form.date.map(|date| date.to_string()))
            .unwrap_or_default()
    };
    let check: Check = Callback::new(move |text: String| typed::date_text(desk.store, &text));
    let read = move |text: &str| typed::date(desk.store, text).ok().map(FormEdit::Date);
    let keyed = Keyed::new(desk, value, read);
    view! {
        <DateField
            label=tr_with(|m| (m.terms.field)(Field::Date).into())
            value=keyed.value
            iso=Signal::derive(iso)
            check=check
            on_input=keyed.on_input
            on_commit=keyed.on_commit
            error=desk.problem(Field::Date)
            required=true
            name=name(Field::Date)
        />
    }
    .into_any()
}

fn time(desk: Desk) -> AnyView {
    let value = move || {
        let time = desk.form.with(|form| form.time);
        time.map(|time| texts().format.time(time))
            .unwrap_or_default()
    };
    let check: Check = Callback::new(move |text: String| typed::time_text(desk.store, &text));
    let read = move |text: &str| typed::time(desk.store, text).ok().map(FormEdit::Time);
    let keyed = Keyed::new(desk, value, read);
    view! {
        <TimeField
            label=tr_with(|m| (m.terms.field)(Field::Time).into())
            value=keyed.value
            check=check
            on_input=keyed.on_input
            on_commit=keyed.on_commit
            error=desk.problem(Field::Time)
            name=name(Field::Time)
        />
    }
    .into_any()
}

fn cost(desk: Desk) -> AnyView {
    let value = move || texts().format.amount(desk.form.with(|form| form.cost));
    let check: Check = Callback::new(move |text: String| typed::money_text(desk.store, &text));
    let read = move |text: &str| typed::money(desk.store, text).ok().map(FormEdit::Cost);
    let keyed = Keyed::new(desk, value, read);
    let unit = move || {
        let currency = desk
            .store
            .read(&[Table::Setup], |records| records.setup().currency.clone());
        crate::language::format::currency_sign(&currency).to_string()
    };
    view! {
        <NumberField
            label=tr_with(|m| (m.terms.field)(Field::Cost).into())
            value=keyed.value
            check=check
            on_input=keyed.on_input
            on_commit=keyed.on_commit
            error=desk.problem(Field::Cost)
            unit=Signal::derive(unit)
            decimals=true
            name=name(Field::Cost)
        />
    }
    .into_any()
}

fn duration(desk: Desk) -> AnyView {
    let value = move || {
        texts()
            .format
            .count(u64::from(desk.form.with(|form| form.duration.0)))
    };
    let check: Check = Callback::new(move |text: String| typed::minutes_text(&text));
    let read = move |text: &str| typed::minutes(text).ok().map(FormEdit::Duration);
    let keyed = Keyed::new(desk, value, read);
    view! {
        <NumberField
            label=tr_with(|m| (m.terms.field)(Field::Duration).into())
            value=keyed.value
            check=check
            on_input=keyed.on_input
            on_commit=keyed.on_commit
            error=desk.problem(Field::Duration)
            name=name(Field::Duration)
        />
    }
    .into_any()
}

fn flow(desk: Desk) -> AnyView {
    choice(
        desk,
        Field::InformationFlow,
        InformationFlow::ALL,
        |form| form.information_flow,
        FormEdit::InformationFlow,
        |terms, value| (terms.information_flow)(value),
    )
}

fn initiated_by(desk: Desk) -> AnyView {
    choice(
        desk,
        Field::InitiatedBy,
        InitiatedBy::ALL,
        |form| form.initiated_by,
        FormEdit::InitiatedBy,
        |terms, value| (terms.initiated_by)(value),
    )
}

fn evaluation(desk: Desk) -> AnyView {
    choice(
        desk,
        Field::Evaluation,
        Evaluation::ALL,
        |form| form.evaluation,
        FormEdit::Evaluation,
        |terms, value| (terms.evaluation)(value),
    )
}

fn correspondence_type(desk: Desk) -> AnyView {
    choice(
        desk,
        Field::CorrespondenceType,
        CorrespondenceType::ALL,
        |form| form.correspondence_type,
        FormEdit::CorrespondenceType,
        |terms, value| (terms.correspondence_type)(value),
    )
}

/// A value list with a blank option.
fn choice<T: Copy + PartialEq + Send + Sync>(
    desk: Desk,
    field: Field,
    all: &'static [T],
    get: fn(&InteractionForm) -> Option<T>,
    edit: fn(Option<T>) -> FormEdit,
    word: fn(&'static Terms, T) -> &'static str,
) -> AnyView {
    let options = move || {
        let terms = &texts().terms;
        let blank = SelectOption::new("", terms.blank);
        let rest = all
            .iter()
            .enumerate()
            .map(|(at, value)| SelectOption::new(at.to_string(), word(terms, *value)));
        std::iter::once(blank).chain(rest).collect::<Vec<_>>()
    };
    let value = move || {
        let chosen = desk.form.with(get);
        let at = all.iter().position(|value| Some(*value) == chosen);
        at.map(|at| at.to_string()).unwrap_or_default()
    };
    let pick = Callback::new(move |key: String| {
        let value = key
            .parse::<usize>()
            .ok()
            .and_then(|at| all.get(at).copied());
        desk.edit(edit(value));
    });
    view! {
        <SelectField
            label=tr_with(move |m| (m.terms.field)(field).into())
            value=Signal::derive(value)
            options=Signal::derive(options)
            on_pick=pick
            error=desk.problem(field)
            name=name(field)
        />
    }
    .into_any()
}

/// The languages of the template; only shown when it has some.
fn languages(desk: Desk) -> AnyView {
    let codes = desk
        .store
        .memo(&[Table::InteractionTemplate], move |records| {
            let rows = desk
                .template(records)
                .map(|template| template.languages.clone());
            rows.unwrap_or_default()
                .into_iter()
                .map(|row| row.language)
                .collect::<Vec<_>>()
        });
    let options = move || {
        let blank = SelectOption::new("", texts().create.no_language);
        let rest = codes
            .get()
            .into_iter()
            .map(|code| SelectOption::new(code.as_str(), language_name(code.as_str(), language())));
        std::iter::once(blank).chain(rest).collect::<Vec<_>>()
    };
    let value = move || {
        desk.form
            .with(|form| form.language.as_ref().map(|code| code.to_string()))
            .unwrap_or_default()
    };
    let pick = Callback::new(move |key: String| {
        let chosen =
            codes.with_untracked(|codes| codes.iter().find(|code| code.as_str() == key).cloned());
        desk.edit(FormEdit::Language(chosen));
    });
    view! {
        <Show when=move || codes.with(|codes| !codes.is_empty())>
            <SelectField
                label=tr_with(|m| (m.terms.field)(Field::Language).into())
                value=Signal::derive(value)
                options=Signal::derive(options)
                on_pick=pick
                error=desk.problem(Field::Language)
                name=name(Field::Language)
            />
        </Show>
    }
    .into_any()
}

fn successful(desk: Desk) -> AnyView {
    let checked = move || desk.form.with(|form| form.successful);
    let change = Callback::new(move |value: bool| desk.edit(FormEdit::Successful(value)));
    view! {
        <SwitchField
            label=tr(|m| m.create.was_successful)
            checked=Signal::derive(checked)
            on_change=change
        />
    }
    .into_any()
}
