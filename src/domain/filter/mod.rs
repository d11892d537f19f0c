//! Filters: the criteria language of the source product's lists ("Enter filter criteria").
//!
//! | written | means |
//! |---|---|
//! | `A` | equal to A |
//! | `<>A` | anything else, blank too |
//! | `A..C`, `..C`, `A..` | from A to C, up to C, from A on; the ends belong to it |
//! | `<A`, `<=A`, `>A`, `>=A` | compared |
//! | `A\|B` | either |
//! | `A&B` | both; binds tighter than `\|` |
//! | `(A\|B)&C` | in the order of the parentheses |
//! | `''`, `<>''` | blank, not blank |
//!
//! In texts and codes also `*`, any characters or none; `?`, one character; and `@` in front, which
//! ignores case and marks: `@*oy*`. On dates also `t` for today, `w` for the work date and date
//! formulas (`dates.rs`) from either: `-30D..t`, `w+1W`, `<-1M+CM>`. These stay what they are and
//! move with the day. A month or a year stands for its days, `11.2026`; as in the source product it
//! is replaced by them.
//!
//! A text without `*`, `?` and `@` is the whole text, and `A` is not `a`, as in the source product;
//! codes are upper case whatever is typed. Where we differ, so that nobody is surprised:
//! - Everything between quotes stands for itself, `*`, `?` and `@` too, so that every text can be
//!   filtered on; the source product knows no way to write them. Wildcards stand outside:
//!   `'J & V'*`. A quote doubled between quotes is one. Inside a word it is an apostrophe: `O'Brien`.
//! - `@`, `=` and `'` are signs only where a value begins, so that an e-mail address needs no quotes.
//! - Blank is never in a range and neither less nor greater than anything: who asks for dates before
//!   a day does not get rows without one (`''|..31.12.2026` does). Numbers that nobody has filled
//!   are 0 and fields to tick are No; for these two `''` is that.
//! - Texts and codes are compared in the order of the Finnish alphabet (å, ä, ö last), whatever their
//!   case and other marks, and in the same order in every language: a saved filter finds the same
//!   rows for everybody.
//! - `<>A..C` is allowed: outside the range.
//! - Times are compared by the minute, as they are shown.
//!
//! How values are written is said by [`Words`]: each language in its own way (`language/filter.rs`),
//! and [`Neutral`] for what is kept. Reading what was printed gives the same filter.

mod alphabet;
mod build;
mod error;
mod loose;
mod matching;
mod neutral;
mod parse;
mod pieces;
mod plain;
mod print;

pub use error::{FilterError, Reason};
pub use matching::Matcher;
pub use neutral::{Neutral, relative_day};
pub use plain::{Plain, PlainValue};

use super::dates::{DateFormula, Letters};
use super::moment::Moment;
use chrono::{NaiveDate, NaiveTime};

/// What kind of field is filtered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text in upper and lower case.
    Text,
    /// A code or number: text in upper case.
    Code,
    /// A number with so many decimals, at most [`MAX_DECIMALS`]: 0 for counts, 2 for money.
    Number {
        /// How many digits stand after the decimal sign.
        decimals: u8,
    },
    /// Whole minutes.
    Duration,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// One of a list of values in their order.
    Option {
        /// How many values the list has, the blank one left out.
        n: u16,
    },
    /// A tick.
    YesNo,
}

/// The value of a field of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text; blank is empty.
    Text(&'a str),
    /// A code; blank is empty.
    Code(&'a str),
    /// A number of [`Kind::Number`], scaled to its decimals (8.50 is 850), or of
    /// [`Kind::Duration`], in minutes; blank is 0.
    Number(i64),
    /// A day, if there is one.
    Date(Option<NaiveDate>),
    /// A time of day, if there is one.
    Time(Option<NaiveTime>),
    /// The place in its list, from 0, if one is chosen.
    Option(Option<u16>),
    /// A tick; blank is no.
    YesNo(bool),
}

/// Most digits after the decimal sign.
pub const MAX_DECIMALS: u8 = 9;
/// Longest text of one value, in characters: longer than any field.
pub const MAX_LENGTH: usize = 250;
/// Most conditions of one filter.
pub const MAX_TERMS: usize = 100;
/// Most parentheses around one condition.
pub const MAX_DEPTH: usize = 20;

/// A filter, read: in no language, and relative to no day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Filter {
    kind: Kind,
    root: Expr,
}

/// Conditions joined. No list has fewer than two members or one of its own sort among them, so that
/// the same filter has one form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Expr {
    Any(Vec<Expr>),
    All(Vec<Expr>),
    Term(Term),
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Term {
    /// Equal to a value.
    Is { not: bool, value: Literal },
    /// Like a pattern.
    Like { not: bool, pattern: Pattern },
    /// Compared with a value.
    Compare(Comparison, Literal),
    /// From one value to another, at least one of them given.
    Range {
        not: bool,
        from: Option<Literal>,
        to: Option<Literal>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Comparison {
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// A value as it stands in a filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Literal {
    Blank,
    /// Text or code, not empty.
    Text(String),
    /// A number, minutes, the place in a list, or 0 and 1 for no and yes.
    Number(i64),
    Day(Day),
    Time(NaiveTime),
}

/// A text with wildcards, or one that ignores case and marks; not empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Pattern {
    fold: bool,
    signs: Vec<Sign>,
}

impl Pattern {
    /// How many characters it stands for at least.
    fn n_chars(&self) -> usize {
        let one = |sign: &&Sign| **sign != Sign::Many;
        self.signs.iter().filter(one).count()
    }
}

/// A sign of a pattern. `Many` never follows itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Sign {
    Char(char),
    One,
    Many,
}

/// A day in a filter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Day {
    /// A day of the calendar.
    On(NaiveDate),
    /// So far from today.
    FromToday(DateFormula),
    /// So far from the work date.
    FromWorkDate(DateFormula),
}

/// What was written for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadDay {
    /// A day.
    Day(Day),
    /// A month or a year: its first day and its last.
    Period(NaiveDate, NaiveDate),
}

/// The days on which relative ones depend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The calendar day.
    pub today: NaiveDate,
    /// The app's working day.
    pub work_date: NaiveDate,
}

impl Days {
    /// The days of a moment.
    pub fn of(moment: &Moment) -> Self {
        Self {
            today: moment.today(),
            work_date: moment.work_date,
        }
    }
}

/// How the values of filters are written. Texts come trimmed and not empty; whatever is printed
/// must be read back as the same value.
pub trait Words {
    /// The letters of date formulas.
    fn letters(&self) -> &Letters;
    /// What stands for today and for the work date.
    fn day_words(&self) -> DayWords;

    /// Reads a day; errors are those of days.
    fn read_day(&self, text: &str) -> Result<ReadDay, Reason>;
    /// Reads a time of day. Errors: [`Reason::NotATime`].
    fn read_time(&self, text: &str) -> Result<NaiveTime, Reason>;
    /// Reads a number, scaled to its decimals; errors are those of numbers.
    fn read_number(&self, text: &str, decimals: u8) -> Result<i64, Reason>;
    /// Reads whole minutes; errors are those of durations.
    fn read_duration(&self, text: &str) -> Result<i64, Reason>;
    /// Reads one of `n` values. Errors: [`Reason::NotAnOption`], [`Reason::SeveralOptions`].
    fn read_option(&self, text: &str, n: u16) -> Result<u16, Reason>;
    /// Reads yes or no. Errors: [`Reason::NotYesNo`].
    fn read_yes_no(&self, text: &str) -> Result<bool, Reason>;

    /// Prints a day of the calendar.
    fn date(&self, date: NaiveDate) -> String;
    /// Prints a time of day.
    fn time(&self, time: NaiveTime) -> String;
    /// Prints a number that is scaled to its decimals.
    fn number(&self, number: i64, decimals: u8) -> String;
    /// Prints minutes.
    fn duration(&self, minutes: i64) -> String;
    /// Prints a value of a list.
    fn option(&self, value: u16) -> String;
    /// Prints yes or no.
    fn yes_no(&self, value: bool) -> String;
}

/// What is printed for the two days from which others are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayWords {
    /// Today.
    pub today: &'static str,
    /// The work date.
    pub work_date: &'static str,
}

/// What a text is sorted by in the order of filters: the Finnish alphabet, whatever its case and
/// other marks.
pub fn sort_key(text: &str) -> Box<[u32]> {
    alphabet::key(text)
}

impl Filter {
    /// Reads a filter. Errors say what part of the text is wrong, and why; blank text is
    /// [`Reason::Empty`].
    pub fn parse(text: &str, kind: Kind, words: &dyn Words) -> Result<Self, FilterError> {
        parse::parse(text, kind, words)
    }

    /// Prints it as `words` write it: reading that gives the same filter.
    pub fn print(&self, words: &dyn Words) -> String {
        print::print(self, words)
    }

    /// What kind of field it is for.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// True when it depends on the day, so that it must be resolved again on the next.
    pub fn is_relative(&self) -> bool {
        fn relative(literal: &Literal) -> bool {
            matches!(
                literal,
                Literal::Day(Day::FromToday(_) | Day::FromWorkDate(_))
            )
        }
        fn any(expr: &Expr) -> bool {
            match expr {
                Expr::Any(members) | Expr::All(members) => members.iter().any(any),
                Expr::Term(Term::Is { value, .. } | Term::Compare(_, value)) => relative(value),
                Expr::Term(Term::Range { from, to, .. }) => from.iter().chain(to).any(relative),
                Expr::Term(Term::Like { .. }) => false,
            }
        }
        any(&self.root)
    }

    /// Makes it ready to be asked of many rows.
    pub fn resolve(&self, days: &Days) -> Matcher {
        Matcher::new(self, days)
    }
}
