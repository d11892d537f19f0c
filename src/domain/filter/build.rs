//! Filters made by clicking instead of writing.

use super::{Day, Expr, Filter, Kind, Literal, MAX_TERMS, Neutral, Pattern, Sign, Term, Value};
use crate::domain::dates::DateFormula;
use chrono::NaiveDate;

impl Filter {
    /// Rows with this value, blank included: "filter to this value". None for a text longer than
    /// [`super::MAX_LENGTH`].
    ///
    /// The value must be one of `kind`.
    pub fn equal(kind: Kind, value: Value) -> Option<Self> {
        Some(Self::term(kind, is(kind, value)?))
    }

    /// Rows with any of these values. None without values, with more than [`MAX_TERMS`], and where
    /// [`Filter::equal`] gives none.
    pub fn any_of(kind: Kind, values: &[Value]) -> Option<Self> {
        if values.len() > MAX_TERMS {
            return None;
        }
        let mut members = Vec::with_capacity(values.len());
        for value in values {
            members.push(Expr::Term(is(kind, *value)?));
        }
        let root = match members.len() {
            0 | 1 => members.pop()?,
            _ => Expr::Any(members),
        };
        Some(Self { kind, root })
    }

    /// Rows from one value to another, either of them open. None where both are open or blank, where
    /// the end comes before the beginning, for yes and no, and where [`Filter::equal`] gives none.
    pub fn range(kind: Kind, from: Option<Value>, to: Option<Value>) -> Option<Self> {
        let end = |value: Option<Value>| match value {
            None => Some(None),
            Some(value) => match literal(kind, value)? {
                Literal::Blank => None,
                literal => Some(Some(literal)),
            },
        };
        let (from, to) = (end(from)?, end(to)?);
        let open = from.is_none() && to.is_none();
        let not = false;
        let ok = !open && kind != Kind::YesNo && !super::parse::is_backwards(&from, &to);
        ok.then(|| Self::term(kind, Term::Range { not, from, to }))
    }

    /// Dates from so many days before today up to today: `-30D..t`.
    pub fn last_days(n: u8) -> Option<Self> {
        let from = DateFormula::days(-i16::from(n))?;
        let day = |formula| Some(Literal::Day(Day::FromToday(formula)));
        let (from, to, not) = (day(from), day(DateFormula::default()), false);
        Some(Self::term(Kind::Date, Term::Range { not, from, to }))
    }

    /// Texts or codes in which these characters stand one after another, whatever their case and
    /// marks: `@*oy*`. None for blank text, for other kinds of fields, and beyond
    /// [`super::MAX_LENGTH`].
    pub fn contains(kind: Kind, text: &str) -> Option<Self> {
        let text = text.trim();
        let textual = matches!(kind, Kind::Text | Kind::Code);
        let text = cased(kind, text);
        if !textual || text.is_empty() || !fits(&text) {
            return None;
        }
        let mut signs = vec![Sign::Many];
        signs.extend(text.chars().map(Sign::Char));
        signs.push(Sign::Many);
        let pattern = Pattern { fold: true, signs };
        Some(Self::term(
            kind,
            Term::Like {
                not: false,
                pattern,
            },
        ))
    }

    /// Texts or codes that list this one, alone or among others: `A, B, C`. None for blank text, for
    /// other kinds of fields, and where the filter would be longer than [`super::MAX_LENGTH`].
    pub fn listed(kind: Kind, text: &str) -> Option<Self> {
        let text = cased(kind, text.trim());
        let textual = matches!(kind, Kind::Text | Kind::Code);
        if !textual || text.is_empty() {
            return None;
        }
        let among = |before: bool, after: bool| {
            let chars = |text: &str| text.chars().map(Sign::Char).collect::<Vec<_>>();
            let mut signs = Vec::new();
            if before {
                signs.push(Sign::Many);
                signs.extend(chars(", "));
            }
            signs.extend(chars(&text));
            if after {
                signs.extend(chars(", "));
                signs.push(Sign::Many);
            }
            let (not, fold) = (false, false);
            let pattern = Pattern { fold, signs };
            Expr::Term(Term::Like { not, pattern })
        };
        let alone = Term::Is {
            not: false,
            value: Literal::Text(text.clone()),
        };
        let root = Expr::Any(vec![
            Expr::Term(alone),
            among(false, true),
            among(true, false),
            among(true, true),
        ]);
        let filter = Self { kind, root };
        fits(&filter.print(&Neutral)).then_some(filter)
    }

    /// Rows without a value.
    pub fn blank(kind: Kind) -> Self {
        let value = Literal::Blank;
        Self::term(kind, Term::Is { not: false, value })
    }

    /// Rows with a value.
    pub fn not_blank(kind: Kind) -> Self {
        let value = Literal::Blank;
        Self::term(kind, Term::Is { not: true, value })
    }

    /// A text as it must be written in a filter to mean just that text: in quotes where it has signs.
    pub fn escape(text: &str) -> String {
        super::print::text(text)
    }

    fn term(kind: Kind, term: Term) -> Self {
        let root = Expr::Term(term);
        Self { kind, root }
    }
}

fn fits(text: &str) -> bool {
    text.chars().count() <= super::MAX_LENGTH
}

/// A text as it stands in fields of this kind.
pub(super) fn cased(kind: Kind, text: &str) -> String {
    match kind {
        Kind::Code => text.to_uppercase(),
        _ => text.to_owned(),
    }
}

/// A text or a code as a value; none if it is too long.
pub(super) fn literal_text(kind: Kind, text: &str) -> Option<Literal> {
    let text = match kind {
        Kind::Code => cased(kind, text.trim()),
        _ => text.to_owned(),
    };
    if text.is_empty() {
        return Some(Literal::Blank);
    }
    fits(&text).then_some(Literal::Text(text))
}

fn is(kind: Kind, value: Value) -> Option<Term> {
    let value = literal(kind, value)?;
    Some(Term::Is { not: false, value })
}

/// A row's value as it stands in a filter.
fn literal(kind: Kind, value: Value) -> Option<Literal> {
    use Literal::{Blank, Number};
    let number = |n: Option<i64>| Some(n.map_or(Blank, Number));
    match (kind, value) {
        (Kind::Text, Value::Text(text)) | (Kind::Code, Value::Code(text)) => {
            literal_text(kind, text)
        }
        (Kind::Number { .. } | Kind::Duration, Value::Number(n)) => number(Some(n)),
        (Kind::Option { .. }, Value::Option(value)) => number(value.map(i64::from)),
        (Kind::YesNo, Value::YesNo(value)) => number(Some(value.into())),
        (Kind::Date, Value::Date(date)) => Some(date.map_or(Blank, on)),
        (Kind::Time, Value::Time(time)) => Some(time.map_or(Blank, |time| {
            Literal::Time(super::matching::whole_minute(time))
        })),
        (kind, value) => unreachable!("{value:?} is no value of {kind:?}"),
    }
}

fn on(date: NaiveDate) -> Literal {
    Literal::Day(Day::On(date))
}
