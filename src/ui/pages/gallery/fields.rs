//! Fields, lookups, choices: filled, empty, required, locked, refused.

use chrono::{NaiveDate, NaiveTime};
use leptos::prelude::*;

use super::SAMPLES;
use crate::domain::values::Money;
use crate::language::{Lang, messages};
use crate::ui::parts::avatar::AvatarShape;
use crate::ui::parts::choice::{ChoiceCard, ChoiceCards};
use crate::ui::parts::entry::Check;
use crate::ui::parts::field::{
    DateField, LockedField, NumberField, ReadOnlyField, TextArea, TextField, TextKind, TimeField,
};
use crate::ui::parts::field_choice::{
    CheckField, OptionField, SelectField, SelectOption, SwitchField,
};
use crate::ui::parts::picker::{Picker, PickerItem};
use crate::ui::text::{say, texts, tr};

pub(super) fn fields() -> AnyView {
    let name = RwSignal::new("Adatum Oy".to_owned());
    let email = RwSignal::new("info adatum.example".to_owned());
    let email_error = Signal::derive(move || {
        (!email.get().contains('@')).then(|| texts().gallery.email_error.to_owned())
    });
    let comment = RwSignal::new(String::new());
    let lang = RwSignal::new("fi".to_owned());
    let languages = Signal::derive(languages);
    let flow = RwSignal::new("out".to_owned());
    view! {
        <div class="stack">
            <div class="fields">
                <TextField label=tr(|m| m.gallery.name) value=name required=true on_input=move |text| name.set(text) limit=20 />
                <TextField
                    label=tr(|m| m.gallery.email)
                    value=email
                    kind=TextKind::Email
                    hint=tr(|m| m.gallery.email_hint)
                    error=email_error
                    on_input=move |text| email.set(text)
                />
                <TextField label=tr(|m| m.gallery.phone) value="" kind=TextKind::Phone placeholder="040 555 0101" />
                <TextField label=tr(|m| m.gallery.number) value="CT000012" kind=TextKind::Code locked=true />
                <LockedField label=tr(|m| m.gallery.contact) value="Adatum Oy" />
                <SelectField label=tr(|m| m.gallery.language) value=lang options=languages on_pick=move |tag| lang.set(tag) />
                {contact_picker()}
                {refused_picker()}
                <OptionField label=tr(|m| m.gallery.flow) value=flow options=flows() on_pick=move |value| flow.set(value) />
                <div class="field-wide">
                    <TextArea label=tr(|m| m.gallery.comment) value=comment on_input=move |text| comment.set(text) limit=80 />
                </div>
            </div>
            {money_and_time()}
            <div class="columns-2">{checks()} {templates(13)}</div>
            <div class="pairs">
                <ReadOnlyField label=tr(|m| m.gallery.name) value="Adatum Oy" />
                <ReadOnlyField label=tr(|m| m.gallery.phone) value="09 123 4567" href="tel:091234567".to_owned() />
                <ReadOnlyField label=tr(|m| m.gallery.email) value="" />
                <ReadOnlyField label=tr(|m| m.gallery.salesperson) value="Kaisa Virtanen" />
            </div>
        </div>
    }
    .into_any()
}

/// Who began.
pub(super) fn flows() -> Signal<Vec<SelectOption>> {
    Signal::derive(|| {
        let m = &texts().gallery;
        vec![
            SelectOption::new("out", m.outbound),
            SelectOption::new("in", m.inbound),
        ]
    })
}

/// The languages of the interface, by their own names.
pub(super) fn languages() -> Vec<SelectOption> {
    let named = |lang: Lang| SelectOption::new(lang.tag(), messages(lang).language_name);
    Lang::ALL.map(named).to_vec()
}

pub(super) fn money_and_time() -> AnyView {
    let cost = RwSignal::new(say().format.amount(Money(800)));
    let minutes = RwSignal::new("15".to_owned());
    let date = RwSignal::new("22.11.2026".to_owned());
    let time = RwSignal::new("14.35".to_owned());
    let amount = Check::new(|text: String| {
        let m = say();
        let money = m
            .format
            .parse_money(&text, "EUR")
            .map_err(|_| m.gallery.not_a_number.to_owned())?;
        Ok(m.format.amount(money))
    });
    let whole = Check::new(|text: String| {
        let m = say();
        m.format
            .parse_count(&text)
            .map(|n| n.to_string())
            .map_err(|_| m.gallery.not_a_number.to_owned())
    });
    let day = Check::new(|text: String| {
        let read = ["%d.%m.%Y", "%Y-%m-%d"]
            .iter()
            .find_map(|form| NaiveDate::parse_from_str(text.trim(), form).ok());
        read.map(|date| say().format.date(date))
            .ok_or_else(|| say().gallery.date_error.to_owned())
    });
    let iso = Signal::derive(|| "2026-11-22".to_owned());
    let clock = Check::new(|text: String| {
        let read = ["%H.%M", "%H:%M", "%H%M"]
            .iter()
            .find_map(|form| NaiveTime::parse_from_str(text.trim(), form).ok());
        read.map(|time| say().format.time(time))
            .ok_or_else(|| say().gallery.not_a_number.to_owned())
    });
    view! {
        <div class="fields">
            <DateField label=tr(|m| m.gallery.date) value=date iso=iso check=day on_commit=move |text| date.set(text) />
            <TimeField label=tr(|m| m.gallery.time) value=time check=clock on_commit=move |text| time.set(text) />
            <NumberField label=tr(|m| m.gallery.cost) value=cost unit="€" decimals=true check=amount on_commit=move |text| cost.set(text) />
            <NumberField
                label=tr(|m| m.gallery.duration)
                value=minutes
                unit=tr(|m| m.gallery.minutes)
                check=whole
                on_commit=move |text| minutes.set(text)
            />
        </div>
    }
    .into_any()
}

pub(super) fn checks() -> AnyView {
    let successful = RwSignal::new(true);
    let follow_up = RwSignal::new(false);
    let no_series = Signal::derive(|| Some(texts().gallery.no_series.to_owned()));
    view! {
        <div class="stack-tight">
            <SwitchField label=tr(|m| m.gallery.successful) checked=successful on_change=move |on| successful.set(on) />
            <CheckField
                label=tr(|m| m.gallery.follow_up)
                checked=follow_up
                hint=tr(|m| m.gallery.follow_up_hint)
                on_change=move |on| follow_up.set(on)
            />
            <CheckField label=tr(|m| m.gallery.follow_up) checked=false blocked=no_series on_change=|_| () />
        </div>
    }
    .into_any()
}

pub(super) fn items(typed: &str) -> Vec<PickerItem> {
    let typed = typed.trim().to_lowercase();
    let fits = |sample: &&super::Sample| {
        sample.name.to_lowercase().contains(&typed) || sample.no.to_lowercase().contains(&typed)
    };
    let item = |(at, sample): (usize, &super::Sample)| PickerItem {
        shape: Some(if sample.company.is_empty() {
            AvatarShape::Square
        } else {
            AvatarShape::Round
        }),
        group: if typed.is_empty() && at < 3 {
            say().parts.recent.into()
        } else {
            String::new()
        },
        ..PickerItem::new(
            sample.no,
            sample.name,
            if sample.company.is_empty() {
                sample.no
            } else {
                sample.company
            },
        )
    };
    SAMPLES.iter().filter(fits).enumerate().map(item).collect()
}

pub(super) fn contact_picker() -> AnyView {
    let picked = RwSignal::new(items("mikko").pop());
    let refused = RwSignal::new(false);
    let error =
        Signal::derive(move || refused.get().then(|| texts().gallery.no_contact.to_owned()));
    let pick = move |key: Option<String>| {
        refused.set(false);
        picked.set(key.and_then(|key| items(&key).pop()));
    };
    let text = move |text: String| {
        let found = items(&text).into_iter().next();
        refused.set(found.is_none());
        if found.is_some() {
            picked.set(found);
        }
    };
    view! {
        <Picker
            label=tr(|m| m.gallery.contact)
            selected=picked
            source=|text: String| items(&text)
            on_pick=pick
            on_text=text
            on_new=|_| ()
            error=error
            required=true
        />
    }
    .into_any()
}

fn refused_picker() -> AnyView {
    view! {
        <Picker
            label=tr(|m| m.gallery.salesperson)
            selected=None
            source=|_: String| Vec::new()
            on_pick=|_| ()
            error=tr(|m| m.gallery.no_contact)
        />
    }
    .into_any()
}

pub(super) fn templates(n: usize) -> AnyView {
    let picked = RwSignal::new((n < 10).then(|| "T1".to_owned()));
    let cards = Signal::derive(move || {
        let m = &texts().gallery;
        let names = [
            m.call,
            m.outbound,
            m.description,
            m.template,
            m.email,
            m.comment,
        ];
        (0..n)
            .map(|at| ChoiceCard {
                key: format!("T{at}"),
                title: names[at % names.len()].to_owned(),
                detail: format!(
                    "{} {} · {} €",
                    15 * (at + 1),
                    m.minutes,
                    texts().format.amount(Money(100 * at as i64))
                ),
            })
            .collect::<Vec<_>>()
    });
    let error = Signal::derive(move || {
        picked
            .get()
            .is_none()
            .then(|| texts().gallery.template_missing.to_owned())
    });
    view! {
        <ChoiceCards
            label=tr(|m| m.gallery.template)
            choices=cards
            selected=picked
            on_pick=move |key| picked.set(Some(key))
            error=error
            required=true
        />
    }
    .into_any()
}
