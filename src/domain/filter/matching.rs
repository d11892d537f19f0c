//! Asking a filter of rows: everything is looked up, folded and counted once, before the first row.
//!
//! Nothing is allocated per row. Values with an order become numbers, and a condition on them the
//! numbers between two others. Patterns are matched with one place to go back to, the last `*`, so
//! that the work is at most the length of the text times that of the pattern.

use super::{
    Comparison, Day, Days, Expr, Filter, Kind, Literal, Pattern, Sign, Term, Value, alphabet,
};
use crate::domain::search::{bare, folded};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use std::cmp::Ordering;

/// A filter on a certain day, ready to be asked of many rows.
#[derive(Clone, Debug)]
pub struct Matcher(Node);

#[derive(Clone, Debug)]
enum Node {
    Any(Vec<Node>),
    All(Vec<Node>),
    Test { not: bool, test: Test },
}

#[derive(Clone, Debug)]
enum Test {
    Blank,
    /// Never true: a relative day beyond the calendar.
    Never,
    /// From and to, both belonging to it; none when `from` is greater.
    Between(i64, i64),
    Equal(String),
    Like(Pattern),
    /// From and to by the alphabet, and whether the ends belong to it.
    Alphabet(Option<End>, Option<End>),
}

#[derive(Clone, Debug)]
struct End {
    text: String,
    inside: bool,
}

impl Matcher {
    pub(super) fn new(filter: &Filter, days: &Days) -> Self {
        Self(node(&filter.root, filter.kind, days))
    }

    /// True if a row with this value passes.
    ///
    /// The value must be one of the filter's kind.
    pub fn matches(&self, value: &Value) -> bool {
        match *value {
            Value::Text(text) | Value::Code(text) => passes_text(&self.0, text),
            Value::Number(n) => passes(&self.0, Some(n)),
            Value::Date(date) => passes(&self.0, date.map(day_number)),
            Value::Time(time) => passes(&self.0, time.map(minute_of_day)),
            Value::Option(value) => passes(&self.0, value.map(i64::from)),
            Value::YesNo(value) => passes(&self.0, Some(value.into())),
        }
    }
}

fn day_number(date: NaiveDate) -> i64 {
    date.num_days_from_ce().into()
}

fn minute_of_day(time: NaiveTime) -> i64 {
    (60 * time.hour() + time.minute()).into()
}

/// The minute in which a time lies.
pub(super) fn whole_minute(time: NaiveTime) -> NaiveTime {
    NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or(time)
}

fn node(expr: &Expr, kind: Kind, days: &Days) -> Node {
    let nodes = |members: &[Expr]| members.iter().map(|one| node(one, kind, days)).collect();
    match expr {
        Expr::Any(members) => Node::Any(nodes(members)),
        Expr::All(members) => Node::All(nodes(members)),
        Expr::Term(term) => {
            let (not, test) = test(term, kind, days);
            Node::Test { not, test }
        }
    }
}

fn test(term: &Term, kind: Kind, days: &Days) -> (bool, Test) {
    match term {
        Term::Is { not, value } => (*not, equal(value, kind, days)),
        Term::Like { not, pattern } => (*not, Test::Like(ready(pattern))),
        Term::Range { not, from, to } => {
            let from = from.as_ref().map(|literal| (literal, true));
            let to = to.as_ref().map(|literal| (literal, true));
            (*not, between(from, to, days))
        }
        Term::Compare(comparison, value) => {
            let (from, to) = match comparison {
                Comparison::Less => (None, Some((value, false))),
                Comparison::AtMost => (None, Some((value, true))),
                Comparison::Greater => (Some((value, false)), None),
                Comparison::AtLeast => (Some((value, true)), None),
            };
            (false, between(from, to, days))
        }
    }
}

fn equal(value: &Literal, kind: Kind, days: &Days) -> Test {
    match value {
        // What nobody has filled or ticked is 0 and no.
        Literal::Blank => match kind {
            Kind::Number { .. } | Kind::Duration | Kind::YesNo => Test::Between(0, 0),
            _ => Test::Blank,
        },
        Literal::Text(text) => Test::Equal(text.clone()),
        other => number(other, days).map_or(Test::Never, |n| Test::Between(n, n)),
    }
}

/// Between two ends, each of which may be open and may belong to it.
fn between(from: Option<(&Literal, bool)>, to: Option<(&Literal, bool)>, days: &Days) -> Test {
    let text = |end: Option<(&Literal, bool)>| match end {
        Some((Literal::Text(text), inside)) => Some(End {
            text: text.clone(),
            inside,
        }),
        _ => None,
    };
    let texts = (text(from), text(to));
    if texts.0.is_some() || texts.1.is_some() {
        return Test::Alphabet(texts.0, texts.1);
    }
    let low = match from {
        None => Some(i64::MIN),
        Some((literal, inside)) => {
            number(literal, days).and_then(|n| if inside { Some(n) } else { n.checked_add(1) })
        }
    };
    let high = match to {
        None => Some(i64::MAX),
        Some((literal, inside)) => {
            number(literal, days).and_then(|n| if inside { Some(n) } else { n.checked_sub(1) })
        }
    };
    match (low, high) {
        (Some(low), Some(high)) => Test::Between(low, high),
        _ => Test::Never,
    }
}

/// A value with an order as a number; none for a relative day beyond the calendar.
fn number(literal: &Literal, days: &Days) -> Option<i64> {
    match literal {
        Literal::Number(n) => Some(*n),
        Literal::Time(time) => Some(minute_of_day(*time)),
        Literal::Day(day) => match day {
            Day::On(date) => Some(day_number(*date)),
            Day::FromToday(formula) => formula.from(days.today).map(day_number),
            Day::FromWorkDate(formula) => formula.from(days.work_date).map(day_number),
        },
        Literal::Blank | Literal::Text(_) => unreachable!("no place in an order: {literal:?}"),
    }
}

/// A pattern with its characters folded, if it ignores case and marks.
fn ready(pattern: &Pattern) -> Pattern {
    if !pattern.fold {
        return pattern.clone();
    }
    let mut signs = Vec::with_capacity(pattern.signs.len());
    for sign in &pattern.signs {
        match sign {
            Sign::Char(c) => signs.extend(bare(c.encode_utf8(&mut [0; 4])).chars().map(Sign::Char)),
            Sign::Many if signs.last() == Some(&Sign::Many) => {}
            other => signs.push(*other),
        }
    }
    Pattern { fold: true, signs }
}

fn passes(node: &Node, value: Option<i64>) -> bool {
    match node {
        Node::Any(members) => members.iter().any(|one| passes(one, value)),
        Node::All(members) => members.iter().all(|one| passes(one, value)),
        Node::Test { not, test } => {
            let holds = match test {
                Test::Blank => value.is_none(),
                Test::Never => false,
                Test::Between(low, high) => value.is_some_and(|n| (*low..=*high).contains(&n)),
                Test::Equal(_) | Test::Like(_) | Test::Alphabet(..) => {
                    unreachable!("a filter on texts asked of {value:?}")
                }
            };
            holds != *not
        }
    }
}

fn passes_text(node: &Node, text: &str) -> bool {
    match node {
        Node::Any(members) => members.iter().any(|one| passes_text(one, text)),
        Node::All(members) => members.iter().all(|one| passes_text(one, text)),
        Node::Test { not, test } => {
            let holds = match test {
                Test::Blank => text.is_empty(),
                Test::Equal(wanted) => text == wanted,
                Test::Like(pattern) if pattern.fold => like(folded(text), &pattern.signs),
                Test::Like(pattern) => like(text.chars(), &pattern.signs),
                Test::Alphabet(from, to) => !text.is_empty() && lies_between(text, from, to),
                Test::Never | Test::Between(..) => {
                    unreachable!("a filter on values asked of the text {text:?}")
                }
            };
            holds != *not
        }
    }
}

fn lies_between(text: &str, from: &Option<End>, to: &Option<End>) -> bool {
    let beyond = |end: &Option<End>, wanted: Ordering| match end {
        None => true,
        Some(end) => match alphabet::compare(text, &end.text) {
            Ordering::Equal => end.inside,
            other => other == wanted,
        },
    };
    beyond(from, Ordering::Greater) && beyond(to, Ordering::Less)
}

/// True if the whole text is like the signs.
fn like<I: Iterator<Item = char> + Clone>(mut text: I, signs: &[Sign]) -> bool {
    let mut at = 0;
    // Where to go on after the last `*`: with which sign, and from where in the text.
    let mut last_many: Option<(usize, I)> = None;
    loop {
        if let Some(Sign::Many) = signs.get(at) {
            at += 1;
            if at == signs.len() {
                return true;
            }
            last_many = Some((at, text.clone()));
            continue;
        }
        let fits = match (text.next(), signs.get(at)) {
            (None, None) => return true,
            // Going back leaves less text, not more.
            (None, Some(_)) => return false,
            (Some(_), Some(Sign::One)) => true,
            (Some(c), Some(Sign::Char(wanted))) => c == *wanted,
            (Some(_), _) => false,
        };
        if fits {
            at += 1;
            continue;
        }
        let Some((sign, from)) = &mut last_many else {
            return false;
        };
        from.next();
        (at, text) = (*sign, from.clone());
    }
}
