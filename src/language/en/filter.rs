//! English: filters.

use crate::domain::dates::Letters;
use crate::domain::filter::{DayWords, Reason};
use crate::language::filter::FilterTexts;

pub(super) const FILTER: FilterTexts = FilterTexts {
    letters: Letters::ENGLISH,
    day_words: DayWords {
        today: "t",
        work_date: "w",
    },
    yes: &["Yes", "y", "true", "1"],
    no: &["No", "n", "false", "0"],
    reason,
    plain: super::filter_words::plain,
};

fn reason(reason: Reason) -> String {
    match reason {
        Reason::Empty => "There is no filter here yet.",
        Reason::MissingValue => "A value is missing here. For blank, type two quotes: ''.",
        Reason::MissingOperator => {
            "Put | (or) or & (and) between two conditions. Text with such signs goes between single quotes: 'A (B)'."
        }
        Reason::UnclosedQuote => "The quote is not closed. Type a single quote at the end too.",
        Reason::UnclosedParenthesis => "The parenthesis is not closed. Type ) where it ends.",
        Reason::UnmatchedParenthesis => {
            "There is no ( for this parenthesis. If it belongs to a text, put the text between single quotes."
        }
        Reason::OperatorBeforeParenthesis => {
            "Type this sign before each value inside the parentheses, not before them."
        }
        Reason::RangeWithoutEnds => "A range needs a value at one end at least: A.. or ..C.",
        Reason::SeveralRanges => {
            "One condition holds one range. Put | (or) between two: 1..3|7..9."
        }
        Reason::TooManyDots => {
            "A range has two dots: A..C. If the dots belong to a text, put it between single quotes."
        }
        Reason::ComparedRange => {
            "A range cannot be compared. Only <> (not) may stand before it: <>A..C."
        }
        Reason::RangeBackwards => "The range is the wrong way round: its end comes before its beginning.",
        Reason::WildcardNotHere => {
            "The signs * and ? cannot stand in a range or a comparison. If one belongs to the text, put it between single quotes."
        }
        Reason::WildcardWithoutText => "The signs * and ? work in fields with text only.",
        Reason::IgnoreCaseNotHere => {
            "The sign @ works in fields with text only, and not in a range or a comparison."
        }
        Reason::BlankNotHere => {
            "Blank can be neither an end of a range nor compared. For blank too, add |'' to the filter."
        }
        Reason::NotOrdered => "Yes and No cannot be compared. Type one of them.",
        Reason::TooLong { max } => {
            return format!("The value is too long: {max} characters at most.");
        }
        Reason::TooManyTerms { max } => {
            return format!("The filter has too many conditions: {max} at most.");
        }
        Reason::TooDeep { max } => {
            return format!("There are too many parentheses inside each other: {max} at most.");
        }
        Reason::NotADate => {
            "This is not a date. Type it as 22 Nov 2026, t for today, or -30D for 30 days ago."
        }
        Reason::NoSuchDay => {
            "The calendar has no such day. Type the day, then the month: 22 Nov 2026."
        }
        Reason::YearOutOfRange => "The year must lie between 1900 and 2199.",
        Reason::DayOrYear => {
            "This may be a year, or a day and a month. Type a range for the year, or the day as 20/12."
        }
        Reason::FormulaTooLarge => {
            "The date formula is too large. It has ten parts at most, and numbers up to 9999."
        }
        Reason::NotATime => "This is not a time of day. Type it as 14:35, 1435 or 9.",
        Reason::NotANumber => "This is not a number. Type it as 10 or 8.50.",
        Reason::TooManyDecimals { max: 0 } => "Only whole numbers stand in this field. Type it as 10.",
        Reason::TooManyDecimals { max: 1 } => "Numbers in this field have one decimal at most.",
        Reason::TooManyDecimals { max } => {
            return format!("Numbers in this field have {max} decimals at most.");
        }
        Reason::TooLarge => "This number is too large.",
        Reason::NotADuration => "This is not a duration. Type minutes, or 1 h 30 min.",
        Reason::NotWholeMinutes => "A duration is in whole minutes. Type it as 15.",
        Reason::NotAnOption => "This is none of the field's values. Type the beginning of one.",
        Reason::SeveralOptions => "Several of the field's values begin so. Type more of it.",
        Reason::NotYesNo => "Type Yes or No.",
    }
    .into()
}
