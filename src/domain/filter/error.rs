//! Why a text is no filter, and which part of it is wrong.

use std::ops::Range;

/// A text that is no filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterError {
    /// The part that is wrong, in characters from the beginning of the text; may be empty at its
    /// end.
    pub at: Range<usize>,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What is wrong with a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Nothing was written.
    Empty,
    /// Nothing stands before or after a sign that joins or compares.
    MissingValue,
    /// Two conditions without `|` or `&` between them, or a sign inside a value.
    MissingOperator,
    /// A quote without the one that ends it.
    UnclosedQuote,
    /// A parenthesis that is never closed.
    UnclosedParenthesis,
    /// A parenthesis that was never opened.
    UnmatchedParenthesis,
    /// A comparison or `@` before a parenthesis.
    OperatorBeforeParenthesis,
    /// `..` without a value on either side.
    RangeWithoutEnds,
    /// More than one `..` in a condition.
    SeveralRanges,
    /// Three dots or more in a row.
    TooManyDots,
    /// `<`, `>`, `<=` or `>=` before a range.
    ComparedRange,
    /// A range whose end comes before its beginning.
    RangeBackwards,
    /// A wildcard in a range or a comparison.
    WildcardNotHere,
    /// A wildcard in a field without text.
    WildcardWithoutText,
    /// `@` in a range, in a comparison or in a field without text.
    IgnoreCaseNotHere,
    /// Blank in a range or a comparison.
    BlankNotHere,
    /// Yes and no, compared.
    NotOrdered,
    /// A value of more characters than any field holds.
    TooLong {
        /// The most.
        max: usize,
    },
    /// More conditions than are allowed.
    TooManyTerms {
        /// The most.
        max: usize,
    },
    /// More parentheses inside each other than are allowed.
    TooDeep {
        /// The most.
        max: usize,
    },
    /// Not a date in any of the forms that are read.
    NotADate,
    /// The calendar has no such day.
    NoSuchDay,
    /// A year that is a slip of the finger.
    YearOutOfRange,
    /// Four digits that may be a year, or a day and a month.
    DayOrYear,
    /// A date formula with a number or a length beyond its bounds.
    FormulaTooLarge,
    /// Not a time of day.
    NotATime,
    /// Not a number.
    NotANumber,
    /// More decimals than the field has.
    TooManyDecimals {
        /// How many it has.
        max: u8,
    },
    /// A number that no field holds.
    TooLarge,
    /// Not a duration.
    NotADuration,
    /// A duration that is not whole minutes.
    NotWholeMinutes,
    /// None of the values of the list.
    NotAnOption,
    /// The beginning of several values of the list.
    SeveralOptions,
    /// Neither yes nor no.
    NotYesNo,
}

impl Reason {
    /// All reasons, with the bounds that the parser gives.
    pub const ALL: &'static [Self] = &[
        Self::Empty,
        Self::MissingValue,
        Self::MissingOperator,
        Self::UnclosedQuote,
        Self::UnclosedParenthesis,
        Self::UnmatchedParenthesis,
        Self::OperatorBeforeParenthesis,
        Self::RangeWithoutEnds,
        Self::SeveralRanges,
        Self::TooManyDots,
        Self::ComparedRange,
        Self::RangeBackwards,
        Self::WildcardNotHere,
        Self::WildcardWithoutText,
        Self::IgnoreCaseNotHere,
        Self::BlankNotHere,
        Self::NotOrdered,
        Self::TooLong {
            max: super::MAX_LENGTH,
        },
        Self::TooManyTerms {
            max: super::MAX_TERMS,
        },
        Self::TooDeep {
            max: super::MAX_DEPTH,
        },
        Self::NotADate,
        Self::NoSuchDay,
        Self::YearOutOfRange,
        Self::DayOrYear,
        Self::FormulaTooLarge,
        Self::NotATime,
        Self::NotANumber,
        Self::TooManyDecimals { max: 2 },
        Self::TooLarge,
        Self::NotADuration,
        Self::NotWholeMinutes,
        Self::NotAnOption,
        Self::SeveralOptions,
        Self::NotYesNo,
    ];
}
