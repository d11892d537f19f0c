//! English: what a filter asks, in words.

use super::grouped;
use crate::domain::dates::Unit;
use crate::domain::filter::{Kind, Plain, PlainValue};

/// What a filter of a kind asks, to follow the name of the field.
pub(super) fn plain(plain: &Plain, kind: Kind) -> String {
    let is_day = matches!(kind, Kind::Date | Kind::Time);
    match plain {
        Plain::AnyOf(values) => listed(values, "or"),
        Plain::NoneOf(values) => match values.as_slice() {
            [PlainValue::Blank] => "not blank".into(),
            values => format!("other than {}", listed(values, "and")),
        },
        Plain::Contains(text) => format!("contains “{text}”"),
        Plain::BeginsWith(text) => format!("begins with “{text}”"),
        Plain::Range(Some(from), Some(to)) => format!("from {} to {}", value(from), value(to)),
        Plain::Range(Some(from), None) if is_day => format!("{} or later", value(from)),
        Plain::Range(Some(from), None) => format!("{} or more", value(from)),
        Plain::Range(None, Some(to)) if is_day => format!("{} or earlier", value(to)),
        Plain::Range(None, Some(to)) => format!("{} or less", value(to)),
        Plain::Range(None, None) => String::new(),
        Plain::Below(PlainValue::Ago(n, unit)) => format!("more than {}", ago(*n, *unit)),
        Plain::Below(end) if is_day => format!("before {}", value(end)),
        Plain::Below(end) => format!("less than {}", value(end)),
        Plain::Above(PlainValue::Ago(n, unit)) => format!("less than {}", ago(*n, *unit)),
        Plain::Above(end) if is_day => format!("after {}", value(end)),
        Plain::Above(end) => format!("more than {}", value(end)),
        Plain::Other(expression) => expression.clone(),
    }
}

fn listed(values: &[PlainValue], and: &str) -> String {
    let values: Vec<String> = values.iter().map(value).collect();
    match values.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} {and} {last}", first.join(", ")),
        None => String::new(),
    }
}

fn value(value: &PlainValue) -> String {
    match value {
        PlainValue::Blank => "blank".into(),
        PlainValue::Written(text) => text.clone(),
        PlainValue::Today => "today".into(),
        PlainValue::Ago(n, unit) => ago(*n, *unit),
    }
}

fn ago(n: u16, unit: Unit) -> String {
    let (one, several) = match unit {
        Unit::Day => ("day", "days"),
        Unit::Week => ("week", "weeks"),
        Unit::Month => ("month", "months"),
        Unit::Quarter => ("quarter", "quarters"),
        Unit::Year => ("year", "years"),
    };
    let word = if n == 1 { one } else { several };
    format!("{} {word} ago", grouped(n.into()))
}
