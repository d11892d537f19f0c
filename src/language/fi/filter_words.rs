//! Finnish: what a filter asks, in words.

use super::grouped;
use crate::domain::dates::Unit;
use crate::domain::filter::{Kind, Plain, PlainValue};

/// What a filter of a kind asks, to follow the name of the field.
pub(super) fn plain(plain: &Plain, kind: Kind) -> String {
    let is_day = matches!(kind, Kind::Date | Kind::Time);
    match plain {
        Plain::AnyOf(values) => listed(values, "tai"),
        Plain::NoneOf(values) => match values.as_slice() {
            [PlainValue::Blank] => "ei tyhjä".into(),
            values => format!("muu kuin {}", listed(values, "tai")),
        },
        Plain::Contains(text) => format!("sisältää ”{text}”"),
        Plain::BeginsWith(text) => format!("alkaa ”{text}”"),
        Plain::Range(Some(from), Some(to)) => format!("{} – {}", value(from), value(to)),
        Plain::Range(Some(from), None) if is_day => format!("{} tai myöhemmin", value(from)),
        Plain::Range(Some(from), None) => format!("{} tai enemmän", value(from)),
        Plain::Range(None, Some(to)) if is_day => format!("{} tai aiemmin", value(to)),
        Plain::Range(None, Some(to)) => format!("{} tai vähemmän", value(to)),
        Plain::Range(None, None) => String::new(),
        Plain::Below(PlainValue::Ago(n, unit)) => format!("yli {}", ago(*n, *unit)),
        Plain::Below(end) if is_day => format!("ennen {}", value(end)),
        Plain::Below(end) => format!("alle {}", value(end)),
        Plain::Above(PlainValue::Ago(n, unit)) => format!("alle {}", ago(*n, *unit)),
        Plain::Above(end) if is_day => format!("myöhemmin kuin {}", value(end)),
        Plain::Above(end) => format!("yli {}", value(end)),
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
        PlainValue::Blank => "tyhjä".into(),
        PlainValue::Written(text) => text.clone(),
        PlainValue::Today => "tänään".into(),
        PlainValue::Ago(n, unit) => ago(*n, *unit),
    }
}

fn ago(n: u16, unit: Unit) -> String {
    let (one, several) = match unit {
        Unit::Day => ("päivä", "päivää"),
        Unit::Week => ("viikko", "viikkoa"),
        Unit::Month => ("kuukausi", "kuukautta"),
        Unit::Quarter => ("vuosineljännes", "vuosineljännestä"),
        Unit::Year => ("vuosi", "vuotta"),
    };
    let word = if n == 1 { one } else { several };
    format!("{} {word} sitten", grouped(n.into()))
}
