//! What a filter asks, where few words say it: for sentences, and for fields that show values
//! instead of signs.

use super::{Comparison, Day, Expr, Filter, Kind, Literal, Pattern, Sign, Term, Words};
use crate::domain::dates::{DateFormula, Step, Unit};

/// What a filter asks. Whether case counts in a part of a text is not told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plain {
    /// One of these values.
    AnyOf(Vec<PlainValue>),
    /// None of these values.
    NoneOf(Vec<PlainValue>),
    /// A text in which these characters stand one after another.
    Contains(String),
    /// A text that begins so.
    BeginsWith(String),
    /// From one value to another, the ends included; one of them may be open.
    Range(Option<PlainValue>, Option<PlainValue>),
    /// Less than a value, or before it.
    Below(PlainValue),
    /// More than a value, or after it.
    Above(PlainValue),
    /// Something that only the expression says, as it is typed.
    Other(String),
}

/// A value in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlainValue {
    /// None.
    Blank,
    /// A value as it is written outside of filters, without quotes.
    Written(String),
    /// Today.
    Today,
    /// So long before today.
    Ago(u16, Unit),
}

impl Filter {
    /// What it asks, in values that `words` write.
    pub fn plain(&self, words: &dyn Words) -> Plain {
        let reader = Reader {
            kind: self.kind,
            words,
        };
        let plain = match &self.root {
            Expr::Term(term) => reader.term(term),
            Expr::Any(members) => reader.values(members, false).map(Plain::AnyOf),
            Expr::All(members) => reader.values(members, true).map(Plain::NoneOf),
        };
        plain.unwrap_or_else(|| Plain::Other(self.print(words)))
    }
}

struct Reader<'a> {
    kind: Kind,
    words: &'a dyn Words,
}

impl Reader<'_> {
    fn term(&self, term: &Term) -> Option<Plain> {
        // How texts and codes follow each other is not in everybody's mind.
        let is_measured = !matches!(self.kind, Kind::Text | Kind::Code | Kind::Option { .. });
        Some(match term {
            Term::Is { not: false, value } => Plain::AnyOf(vec![self.value(value)]),
            Term::Is { not: true, value } => Plain::NoneOf(vec![self.value(value)]),
            Term::Like {
                not: false,
                pattern,
            } => part_of(pattern)?,
            Term::Compare(comparison, value) if is_measured => {
                let value = self.value(value);
                match comparison {
                    Comparison::Less => Plain::Below(value),
                    Comparison::AtMost => Plain::Range(None, Some(value)),
                    Comparison::Greater => Plain::Above(value),
                    Comparison::AtLeast => Plain::Range(Some(value), None),
                }
            }
            Term::Range {
                not: false,
                from,
                to,
            } if is_measured => {
                let end = |end: &Option<Literal>| end.as_ref().map(|value| self.value(value));
                Plain::Range(end(from), end(to))
            }
            _ => return None,
        })
    }

    /// The values of conditions that each ask for one, or each rule one out.
    fn values(&self, members: &[Expr], ruled_out: bool) -> Option<Vec<PlainValue>> {
        let value = |member: &Expr| match member {
            Expr::Term(Term::Is { not, value }) if *not == ruled_out => Some(self.value(value)),
            _ => None,
        };
        members.iter().map(value).collect()
    }

    fn value(&self, value: &Literal) -> PlainValue {
        PlainValue::Written(match value {
            Literal::Blank => return PlainValue::Blank,
            Literal::Text(text) => text.clone(),
            Literal::Number(n) => match self.kind {
                Kind::Number { decimals } => self.words.number(*n, decimals),
                Kind::Duration => self.words.duration(*n),
                Kind::YesNo => self.words.yes_no(*n != 0),
                _ => {
                    let place = u16::try_from(*n).expect("the place of a value in its list");
                    self.words.option(place)
                }
            },
            Literal::Time(time) => self.words.time(*time),
            Literal::Day(day) => return self.day(day),
        })
    }

    fn day(&self, day: &Day) -> PlainValue {
        let (words, letters) = (self.words.day_words(), self.words.letters());
        PlainValue::Written(match day {
            Day::On(date) => self.words.date(*date),
            Day::FromToday(formula) if formula.is_empty() => return PlainValue::Today,
            Day::FromToday(formula) => match ago(formula) {
                Some((n, unit)) => return PlainValue::Ago(n, unit),
                None => formula.print(letters, false),
            },
            Day::FromWorkDate(formula) => {
                format!("{}{}", words.work_date, formula.print(letters, true))
            }
        })
    }
}

/// A text with wildcards around it, or behind it.
fn part_of(pattern: &Pattern) -> Option<Plain> {
    let text = |signs: &[Sign]| {
        let char = |sign: &Sign| match sign {
            Sign::Char(char) => Some(*char),
            Sign::One | Sign::Many => None,
        };
        signs.iter().map(char).collect::<Option<String>>()
    };
    match pattern.signs.as_slice() {
        [Sign::Many, inner @ .., Sign::Many] if !inner.is_empty() => {
            text(inner).map(Plain::Contains)
        }
        [start @ .., Sign::Many] if !start.is_empty() => text(start).map(Plain::BeginsWith),
        _ => None,
    }
}

/// A formula that goes back by so many units.
fn ago(formula: &DateFormula) -> Option<(u16, Unit)> {
    match formula.parts() {
        [part] if part.back => match part.step {
            Step::By(n, unit) => Some((n, unit)),
            _ => None,
        },
        _ => None,
    }
}
