//! Reading what was typed or chosen: the text as it is shown from then on, and the edit it means.

use crate::domain::values::{Minutes, Money};
use crate::domain::{Field, Reason};
use crate::language::explain;
use crate::ui::store::Store;
use crate::ui::text::say;
use crate::ui::typed;
use chrono::{NaiveDate, NaiveTime};
use std::sync::Arc;
use uuid::Uuid;

/// Reads a text: its canonical form with the edit, or the sentence that says what is wrong.
pub type Reading<E> = Arc<dyn Fn(&str) -> Result<(String, E), String> + Send + Sync>;

/// A function that makes an edit of a value.
pub trait Edits<T, E>: Fn(T) -> E + Send + Sync + 'static {}
impl<T, E, F: Fn(T) -> E + Send + Sync + 'static> Edits<T, E> for F {}

/// A line of text, without the blanks around it. Limits and forms are the domain's to check.
pub fn line<E>(edit: impl Edits<String, E>) -> Reading<E> {
    Arc::new(move |typed| {
        let text = typed.trim().to_string();
        Ok((text.clone(), edit(text)))
    })
}

/// A number or a code: a line in upper case.
pub fn code<E>(edit: impl Edits<String, E>) -> Reading<E> {
    Arc::new(move |typed| {
        let text = typed.trim().to_uppercase();
        Ok((text.clone(), edit(text)))
    })
}

/// An amount in the company's currency.
pub fn money<E>(store: Store, edit: impl Edits<Money, E>) -> Reading<E> {
    Arc::new(move |text| {
        let amount = typed::money(store, text)?;
        Ok((say().format.amount(amount), edit(amount)))
    })
}

/// A duration, shown in minutes.
pub fn minutes<E>(edit: impl Edits<Minutes, E>) -> Reading<E> {
    Arc::new(move |text| {
        let minutes = typed::minutes(text)?;
        Ok((say().format.count(minutes.0.into()), edit(minutes)))
    })
}

/// A whole number.
pub fn count<E>(edit: impl Edits<u32, E>) -> Reading<E> {
    Arc::new(move |text| {
        let n = say().format.parse_count(text);
        let n = n.map_err(|error| explain::format_error(say(), error))?;
        Ok((say().format.count(n.into()), edit(n)))
    })
}

/// A date, or none.
pub fn date<E>(store: Store, edit: impl Edits<Option<NaiveDate>, E>) -> Reading<E> {
    Arc::new(move |text| {
        let date = typed::date(store, text)?;
        let shown = date.map_or_else(String::new, |date| say().format.date(date));
        Ok((shown, edit(date)))
    })
}

/// A time of day, or none.
pub fn time<E>(store: Store, edit: impl Edits<Option<NaiveTime>, E>) -> Reading<E> {
    Arc::new(move |text| {
        let time = typed::time(store, text)?;
        let shown = time.map_or_else(String::new, |time| say().format.time(time));
        Ok((shown, edit(time)))
    })
}

/// One of a list of values by its place in the list, or none.
pub fn value<T: Copy + Send + Sync, E>(
    all: &'static [T],
    edit: impl Edits<Option<T>, E>,
) -> Reading<E> {
    Arc::new(move |key| {
        let place = key.parse::<usize>().ok();
        let value = place.and_then(|place| all.get(place).copied());
        Ok((key.to_string(), edit(value)))
    })
}

/// A record by its id, or none. A text that is no id was typed and names no record.
pub fn record<I: From<Uuid>, E>(edit: impl Edits<Option<I>, E>) -> Reading<E> {
    Arc::new(move |key| match parsed_id(key) {
        None if !key.trim().is_empty() => Err(say().cards.no_such.into()),
        id => Ok((key.to_string(), edit(id))),
    })
}

/// As another reading, but a blank is refused.
pub fn filled<E: 'static>(field: Field, reading: Reading<E>) -> Reading<E> {
    Arc::new(move |typed| {
        if typed.trim().is_empty() {
            return Err(explain::at(say(), Some(field), &Reason::MustBeFilled));
        }
        reading(typed)
    })
}

/// On or off, as [`flag_text`] writes it.
pub fn flag<E>(edit: impl Edits<bool, E>) -> Reading<E> {
    Arc::new(move |text| Ok((text.to_string(), edit(text == flag_text(true)))))
}

/// On or off as text.
pub fn flag_text(on: bool) -> &'static str {
    if on { "on" } else { "" }
}

/// The id that a key of a lookup names.
pub fn parsed_id<I: From<Uuid>>(key: &str) -> Option<I> {
    Uuid::try_parse(key).ok().map(I::from)
}
