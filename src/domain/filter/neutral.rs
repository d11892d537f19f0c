//! The form in no language, for what is kept: addresses, saved views, criteria.

use super::{Day, DayWords, ReadDay, Reason, Words};
use crate::domain::dates::{DateFormula, FormulaError, Letters};
use chrono::{NaiveDate, NaiveTime};

/// Writes and reads filters so that they survive a change of language: ISO dates and times, a
/// decimal point, minutes, values of lists by their places from 0, yes and no as 1 and 0, and date
/// formulas in English letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Neutral;

const TODAY: &str = "t";
const WORK_DATE: &str = "w";

/// Reads a day told from today or the work date, in lower case: a word, a formula, or a word and a
/// formula behind it, `w+1W`. None if it has not that form.
///
/// Errors: [`Reason::FormulaTooLarge`].
pub fn relative_day(
    text: &str,
    letters: &Letters,
    today: &[&str],
    work_date: &[&str],
) -> Option<Result<Day, Reason>> {
    let from_today = today.iter().map(|word| (word, Day::FromToday as FromBase));
    let from_work_date = work_date
        .iter()
        .map(|word| (word, Day::FromWorkDate as FromBase));
    for (word, day) in from_today.chain(from_work_date) {
        match text.strip_prefix(*word).map(str::trim_start) {
            Some("") => return Some(Ok(day(DateFormula::default()))),
            Some(rest) if rest.starts_with(['+', '-']) => return formula(rest, letters, day),
            _ => {}
        }
    }
    formula(text, letters, Day::FromToday)
}

/// A day so far from one of the two that others are counted from.
type FromBase = fn(DateFormula) -> Day;

fn formula(text: &str, letters: &Letters, day: FromBase) -> Option<Result<Day, Reason>> {
    match DateFormula::parse(text, letters) {
        Ok(formula) => Some(Ok(day(formula))),
        Err(FormulaError::TooLarge) => Some(Err(Reason::FormulaTooLarge)),
        Err(FormulaError::NotAFormula) => None,
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

impl Words for Neutral {
    fn letters(&self) -> &Letters {
        &Letters::ENGLISH
    }

    fn day_words(&self) -> DayWords {
        DayWords {
            today: TODAY,
            work_date: WORK_DATE,
        }
    }

    fn read_day(&self, text: &str) -> Result<ReadDay, Reason> {
        let lower = text.to_lowercase();
        if let Some(day) = relative_day(&lower, self.letters(), &[TODAY], &[WORK_DATE]) {
            return day.map(ReadDay::Day);
        }
        let date = text.parse().map_err(|_| Reason::NotADate)?;
        Ok(ReadDay::Day(Day::On(date)))
    }

    fn read_time(&self, text: &str) -> Result<NaiveTime, Reason> {
        NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| Reason::NotATime)
    }

    fn read_number(&self, text: &str, decimals: u8) -> Result<i64, Reason> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        if !is_digits(whole) || (unsigned.contains('.') && !is_digits(fraction)) {
            return Err(Reason::NotANumber);
        }
        if fraction.len() > decimals.into() {
            return Err(Reason::TooManyDecimals { max: decimals });
        }
        let sign = if unsigned.len() < text.len() { "-" } else { "" };
        let digits = format!("{sign}{whole}{fraction:0<0$}", usize::from(decimals));
        digits.parse().map_err(|_| Reason::TooLarge)
    }

    fn read_duration(&self, text: &str) -> Result<i64, Reason> {
        match is_digits(text) {
            true => text.parse().map_err(|_| Reason::TooLarge),
            false => Err(Reason::NotADuration),
        }
    }

    fn read_option(&self, text: &str, n: u16) -> Result<u16, Reason> {
        let value = text.parse().ok().filter(|value| *value < n);
        value.ok_or(Reason::NotAnOption)
    }

    fn read_yes_no(&self, text: &str) -> Result<bool, Reason> {
        match text {
            "1" => Ok(true),
            "0" => Ok(false),
            _ => Err(Reason::NotYesNo),
        }
    }

    fn date(&self, date: NaiveDate) -> String {
        date.to_string()
    }

    fn time(&self, time: NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    fn number(&self, number: i64, decimals: u8) -> String {
        let sign = if number < 0 { "-" } else { "" };
        let digits = number.unsigned_abs();
        let Some(scale @ 2..) = 10_u64.checked_pow(decimals.into()) else {
            return number.to_string();
        };
        let (whole, fraction) = (digits / scale, digits % scale);
        format!("{sign}{whole}.{fraction:0width$}", width = decimals.into())
    }

    fn duration(&self, minutes: i64) -> String {
        minutes.to_string()
    }

    fn option(&self, value: u16) -> String {
        value.to_string()
    }

    fn yes_no(&self, value: bool) -> String {
        u8::from(value).to_string()
    }
}
