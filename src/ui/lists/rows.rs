//! What a list of records holds: its rows by their places, what each column says of them, and the order they stand
//! in. One door for all lists, so that sorting, filtering and export are written once.

use crate::browser::collation;
use crate::domain::filter::{Kind, Value};
use crate::domain::values::{Minutes, Money};
use crate::domain::{Field, Records, Table};
use crate::language::{Lang, Messages};
use crate::ui::parts::list::{Column, Give, PhonePlace, RowKey, SortBy, Width};
use crate::ui::text::tr_with;
use leptos::prelude::Signal;
use std::cmp::Ordering;
use std::sync::Arc;
use uuid::Uuid;

/// The rows of a list as they were when it was made. A place is a row's number in it, whatever the order shown.
pub trait RowSet: Send + Sync {
    /// How many rows there are.
    fn n(&self) -> usize;

    /// The tables that a column's values are read from, besides the rows themselves.
    fn reads(&self, column: &str) -> &'static [Table];

    /// What tells the row from all others.
    fn key(&self, place: u32) -> RowKey;

    /// All places in the list's own order.
    fn own_order(&self) -> Vec<u32> {
        (0..u32::try_from(self.n()).unwrap_or(u32::MAX)).collect()
    }

    /// What a column says of a row, to be compared: a value of the column's kind. None for a row that is just going
    /// away, and for a column without values.
    fn value<'a>(&'a self, records: &'a Records, place: u32, column: &str) -> Option<Value<'a>>;

    /// What a column says of a row in words, where its value alone does not.
    fn words(
        &self,
        _records: &Records,
        _m: &'static Messages,
        _place: u32,
        _column: &str,
    ) -> Option<String> {
        None
    }

    /// All places in the order of a column, where its values alone do not put them in order.
    fn sorted(&self, _records: &Records, _sort: SortBy) -> Option<Vec<u32>> {
        None
    }

    /// Those of the places whose rows are found by a typed text, in the same order. What it looks at is part of the
    /// rows: when that changes there are new ones.
    fn found(
        &self,
        records: &Records,
        m: &'static Messages,
        places: &[u32],
        typed: &str,
    ) -> Vec<u32>;
}

/// The key of the row of a record.
pub fn key_of(id: impl Into<Uuid>) -> RowKey {
    id.into().as_u128()
}

/// The record that the key of a row names.
pub fn id_of<I: From<Uuid>>(key: RowKey) -> I {
    Uuid::from_u128(key).into()
}

/// Rows, shared. Two are equal when they are the same ones.
#[derive(Clone)]
pub struct Rows(pub Arc<dyn RowSet>);

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A column of a list of records: how it looks, and how its values are compared.
#[derive(Clone, Copy)]
pub struct ListField {
    /// How it looks.
    pub column: Column,
    /// What its values are; none: it can't be filtered, ordered by or exported.
    pub kind: Option<Kind>,
    /// The captions of its values, if it has a list of them.
    pub options: Option<fn(&'static Messages) -> Vec<&'static str>>,
    /// It is shown until the user chooses.
    pub is_shown: bool,
    /// The page shows by itself whether it is filtered.
    pub has_own_pill: bool,
}

impl ListField {
    /// A column whose values are of this kind: it can be ordered by, and filtered.
    pub fn new(column: Column, kind: Kind) -> Self {
        Self {
            column: column.sortable(),
            kind: Some(kind),
            options: None,
            is_shown: true,
            has_own_pill: false,
        }
    }

    /// A column of a field, called as the field is. Left out of cards until [`ListField::phone`] gives it a place.
    pub fn of(id: &'static str, field: Field, width: Width, kind: Kind) -> Self {
        let title = tr_with(move |m| (m.terms.field)(field).into());
        Self::new(
            Column::new(id, title, width).phone(PhonePlace::Hidden),
            kind,
        )
    }

    /// The same of a column with a name of its own.
    pub fn called(
        id: &'static str,
        title: impl Into<Signal<String>>,
        width: Width,
        kind: Kind,
    ) -> Self {
        Self::new(
            Column::new(id, title, width).phone(PhonePlace::Hidden),
            kind,
        )
    }

    /// A column that only shows something.
    pub fn plain(column: Column) -> Self {
        Self {
            column,
            kind: None,
            options: None,
            is_shown: true,
            has_own_pill: false,
        }
    }

    /// Its values stand here on a card.
    pub fn phone(self, place: PhonePlace) -> Self {
        Self {
            column: self.column.phone(place),
            ..self
        }
    }

    /// Where there is no room for all columns it is left out before others; the one with the smallest figure first.
    pub fn gives_way(self, order: u8) -> Self {
        Self {
            column: Column {
                give: Give::Early(order),
                ..self.column
            },
            ..self
        }
    }

    /// Its values keep to the end: figures and dates.
    pub fn end(self) -> Self {
        Self {
            column: self.column.end(),
            ..self
        }
    }

    /// With the captions of its values.
    pub fn options(self, captions: fn(&'static Messages) -> Vec<&'static str>) -> Self {
        Self {
            options: Some(captions),
            ..self
        }
    }

    /// Not shown until the user chooses it.
    pub fn hidden(self) -> Self {
        Self {
            is_shown: false,
            ..self
        }
    }

    /// The page has a button that filters by it, which tells whether it does.
    pub fn own_pill(self) -> Self {
        Self {
            has_own_pill: true,
            ..self
        }
    }

    /// The captions of its values; none if it has no list of them.
    pub fn captions(&self, m: &'static Messages) -> Vec<&'static str> {
        self.options.map(|options| options(m)).unwrap_or_default()
    }

    /// What it says of a row, in words.
    pub fn words(
        &self,
        rows: &dyn RowSet,
        records: &Records,
        m: &'static Messages,
        place: u32,
    ) -> String {
        let id = self.column.id;
        let in_words = || Some(self.in_words(m, &rows.value(records, place, id)?));
        rows.words(records, m, place, id)
            .or_else(in_words)
            .unwrap_or_default()
    }

    fn in_words(&self, m: &'static Messages, value: &Value<'_>) -> String {
        match value {
            Value::Text(text) | Value::Code(text) => (*text).to_string(),
            Value::Number(number) => match self.kind {
                Some(Kind::Number { decimals: 2 }) => m.format.amount(Money(*number)),
                Some(Kind::Duration) => m
                    .format
                    .minutes(Minutes(u32::try_from(*number).unwrap_or_default())),
                _ => m.format.count(u64::try_from(*number).unwrap_or_default()),
            },
            Value::Date(date) => date.map_or_else(String::new, |date| m.format.date(date)),
            Value::Time(time) => time.map_or_else(String::new, |time| m.format.time(time)),
            Value::Option(value) => caption(&self.captions(m), *value).to_string(),
            Value::YesNo(yes) => if *yes { m.logbook.yes } else { m.logbook.no }.to_string(),
        }
    }
}

/// The caption of a value by its place; blank for none.
pub fn caption(captions: &[&'static str], value: Option<u16>) -> &'static str {
    let caption = value.and_then(|value| captions.get(usize::from(value)).copied());
    caption.unwrap_or_default()
}

/// What rows are put in order by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Number(i64),
    Text(&'a str),
}

/// All places in the order of a column. Blank values come last either way, and equal ones stay in the list's own
/// order.
pub fn in_order(
    rows: &dyn RowSet,
    records: &Records,
    lang: Lang,
    field: &ListField,
    sort: SortBy,
) -> Vec<u32> {
    if let Some(sorted) = rows.sorted(records, sort) {
        return sorted;
    }
    let mut places = rows.own_order();
    let n = places.len();
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let values = (0..n).map(|at| rows.value(records, place(at), sort.column));
    let mut keys: Vec<Option<Key<'_>>> = values.map(|value| value.and_then(key)).collect();
    // Only the language knows how texts follow each other; codes have no language.
    if field.kind == Some(Kind::Text) {
        let texts = keys.iter().filter_map(|key| match key {
            Some(Key::Text(text)) => Some(*text),
            _ => None,
        });
        let ranks = collation::ranks(lang, texts);
        for key in &mut keys {
            if let Some(Key::Text(text)) = key {
                *key = ranks.get(*text).map(|rank| Key::Number((*rank).into()));
            }
        }
    }
    let of = |place: &u32| keys.get(*place as usize).copied().flatten();
    places.sort_by(|a, b| match (of(a), of(b)) {
        (Some(a), Some(b)) if sort.descending => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
    });
    places
}

fn key(value: Value<'_>) -> Option<Key<'_>> {
    match value {
        Value::Text(text) | Value::Code(text) => (!text.is_empty()).then_some(Key::Text(text)),
        Value::Number(number) => Some(Key::Number(number)),
        Value::Date(date) => date.map(|date| {
            let days = date.signed_duration_since(chrono::NaiveDate::default());
            Key::Number(days.num_days())
        }),
        Value::Time(time) => time.map(|time| {
            let since = time.signed_duration_since(chrono::NaiveTime::MIN);
            Key::Number(since.num_seconds())
        }),
        Value::Option(value) => value.map(|value| Key::Number(value.into())),
        Value::YesNo(yes) => Some(Key::Number(yes.into())),
    }
}
