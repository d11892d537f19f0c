//! The filter of one field wherever it is kept, and the values that one chooses from instead of
//! writing it.

use super::rows::caption;
use crate::domain::filter::{Filter, Kind, Value};
use crate::language::Messages;
use crate::language::filter::{Typed, filter_error};
use crate::ui::store::Store;
use crate::ui::text::{say, texts};
use leptos::prelude::*;
use std::ops::Range;

/// The most different texts offered to choose from; with more of them one types.
pub const MAX_CHOICES: usize = 40;

/// The captions of the values of a field that has a list of them.
pub type Captions = Option<fn(&'static Messages) -> Vec<&'static str>>;

/// A filter that is being written: a column's is kept in the address, a condition's in the form it
/// stands in. Cheap to copy.
#[derive(Clone, Copy)]
pub struct FilterEntry {
    /// The open company.
    pub store: Store,
    /// What the field is called.
    pub title: Signal<String>,
    /// What its values are.
    pub kind: Kind,
    /// The captions of its values.
    pub captions: Captions,
    /// The filter in force.
    pub filter: Signal<Option<Filter>>,
    /// Puts another in its place, or none.
    pub put: Callback<Option<Filter>>,
}

impl FilterEntry {
    /// The filter as it is written in the language shown; tracked.
    pub fn text(self) -> String {
        let m = texts();
        self.filter
            .with(|filter| {
                let filter = filter.as_ref()?;
                Some(in_words(self.store, m, self.captions, |words| {
                    filter.print(words)
                }))
            })
            .unwrap_or_default()
    }

    /// Takes what was typed; nothing takes the filter away.
    ///
    /// # Errors
    /// What is wrong with it; the filter stays as it was.
    pub fn take(self, typed: &str) -> Result<(), String> {
        let filter = read(self.store, self.kind, self.captions, typed);
        self.put.run(filter.map_err(|(why, _)| why)?);
        Ok(())
    }
}

/// Reads what was typed as a filter; none for nothing.
///
/// # Errors
/// The sentence, and the characters it speaks of.
pub fn read(
    store: Store,
    kind: Kind,
    captions: Captions,
    typed: &str,
) -> Result<Option<Filter>, (String, Range<usize>)> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let m = say();
    let filter = in_words(store, m, captions, |words| {
        Filter::parse(typed, kind, words)
    });
    filter
        .map(Some)
        .map_err(|error| (filter_error(m, &error), error.at))
}

/// Lends the words in which the values of a field are written.
pub fn in_words<T>(
    store: Store,
    m: &'static Messages,
    captions: Captions,
    with: impl FnOnce(&Typed<'_>) -> T,
) -> T {
    let currency = store.peek(|records| records.setup().currency.clone());
    let options = captions.map(|captions| captions(m)).unwrap_or_default();
    with(&Typed::new(m, &store.moment(), &currency, &options))
}

/// A value to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    value: Choosable,
    /// What it is called, where its value does not say it.
    name: String,
}

#[derive(Clone, Debug, PartialEq)]
enum Choosable {
    Text(String),
    Code(String),
    Option(Option<u16>),
    YesNo(bool),
}

impl Choice {
    fn of(value: Choosable) -> Self {
        let name = String::new();
        Self { value, name }
    }

    /// A text, or a code where the field holds codes.
    pub fn text(kind: Kind, text: String) -> Self {
        Self::of(match kind {
            Kind::Code => Choosable::Code(text),
            _ => Choosable::Text(text),
        })
    }

    /// Called so, behind its value.
    pub fn named(self, name: String) -> Self {
        Self { name, ..self }
    }

    /// The values of a list, and none of them.
    pub fn options(n: u16) -> Vec<Self> {
        let places = (0..n).map(Some).chain([None]);
        places
            .map(|place| Self::of(Choosable::Option(place)))
            .collect()
    }

    /// Yes and no.
    pub fn yes_and_no() -> Vec<Self> {
        [true, false]
            .map(|yes| Self::of(Choosable::YesNo(yes)))
            .into()
    }

    /// The value.
    pub fn value(&self) -> Value<'_> {
        match &self.value {
            Choosable::Text(text) => Value::Text(text),
            Choosable::Code(code) => Value::Code(code),
            Choosable::Option(value) => Value::Option(*value),
            Choosable::YesNo(yes) => Value::YesNo(*yes),
        }
    }

    /// What stands beside its box.
    pub fn title(&self, m: &'static Messages, captions: Captions) -> String {
        let text = match &self.value {
            Choosable::Text(text) | Choosable::Code(text) => text,
            Choosable::Option(place) => {
                let captions = captions.map(|captions| captions(m)).unwrap_or_default();
                caption(&captions, *place)
            }
            Choosable::YesNo(true) => m.logbook.yes,
            Choosable::YesNo(false) => m.logbook.no,
        };
        match (text.is_empty(), self.name.is_empty()) {
            (true, _) => m.lists.blank_value.to_string(),
            (false, true) => text.to_string(),
            (false, false) => format!("{text} · {}", self.name),
        }
    }
}
