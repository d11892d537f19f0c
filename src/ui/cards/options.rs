//! What value lists offer, in the user's language.

use crate::language::Messages;
use crate::ui::parts::field_choice::SelectOption;
use crate::ui::text::texts;
use leptos::prelude::*;

/// The values of a list under their names, a blank one first; the keys are what
/// `reading::value` reads.
pub fn values<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(&'static Messages) -> fn(T) -> &'static str,
) -> Signal<Vec<SelectOption>> {
    Signal::derive(move || {
        let m = texts();
        let blank = SelectOption::new("", m.terms.blank);
        let values = all.iter().enumerate();
        let named = values.map(|(at, value)| SelectOption::new(at.to_string(), name(m)(*value)));
        std::iter::once(blank).chain(named).collect()
    })
}

/// The key of a value in its list.
pub fn key_of<T: PartialEq>(all: &[T], value: Option<T>) -> String {
    let place = value.and_then(|value| all.iter().position(|each| *each == value));
    place.map_or_else(String::new, |place| place.to_string())
}
