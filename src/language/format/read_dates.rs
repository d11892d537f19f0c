//! Reads what people type into date and time fields.
//!
//! Generous with signs and blanks (the comma of a number pad will do for any of them), strict with
//! meaning: what could be two different days is refused, never guessed.

use super::read_numbers::{digits, plain};
use super::{FormatError, Formats, YEARS};
use crate::domain::moment::Moment;
use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};

/// A piece of a typed date: a run of digits or a run of letters.
enum Piece<'a> {
    Digits(&'a str),
    Word(&'a str),
}

impl Formats {
    /// Reads a date; blank is none.
    ///
    /// Day before month: `22.11.2026`, `22/11/26`, `22-11`, `22,11`, `2211`, `221126`, `22112026`,
    /// `22 Nov 2026`, `Nov 22, 2026`; year first when it has four digits: `2026-11-22`; the day
    /// alone: `22`; words and their first letters for today, yesterday, tomorrow and the work date;
    /// `+3` and `-7` count days from today. What is left out comes from the work date, as in the
    /// source product; years of two digits are those from 2000 on.
    /// Errors: [`FormatError::NotADate`], [`FormatError::NoSuchDay`],
    /// [`FormatError::YearOutOfRange`].
    pub fn parse_date(
        &self,
        typed: &str,
        moment: &Moment,
    ) -> Result<Option<NaiveDate>, FormatError> {
        let text = plain(typed);
        let today = moment.today();
        let known = |words: &[&str]| words.contains(&text.as_str());
        let date = if text.is_empty() {
            return Ok(None);
        } else if known(self.today) {
            Some(today)
        } else if known(self.yesterday) {
            today.pred_opt()
        } else if known(self.tomorrow) {
            today.succ_opt()
        } else if known(self.work_date) {
            Some(moment.work_date)
        } else if let Some(days) = text.strip_prefix('+') {
            today.checked_add_days(day_count(days)?)
        } else if let Some(days) = text.strip_prefix('-') {
            today.checked_sub_days(day_count(days)?)
        } else {
            let pieces = pieces(&text).ok_or(FormatError::NotADate)?;
            Some(self.date_of(&pieces, moment.work_date)?)
        };
        date.filter(|date| YEARS.contains(&date.year()))
            .map(Some)
            .ok_or(FormatError::YearOutOfRange)
    }

    /// Reads a month with its year, or a year: gives its first day and its last. None if the text
    /// has not that form: `11.2026`, `11/2026`, `2026-11`, `Nov 2026`, `2026`.
    ///
    /// Four digits that are also a day and a month are not decided here: [`Formats::parse_date`]
    /// reads them too. Errors: [`FormatError::YearOutOfRange`], [`FormatError::NoSuchDay`].
    pub fn parse_period(&self, typed: &str) -> Result<Option<(NaiveDate, NaiveDate)>, FormatError> {
        use Piece::{Digits, Word};
        let text = plain(typed);
        let (y, months) = match pieces(&text).as_deref() {
            Some([Digits(y)]) => (*y, 1..=12),
            Some([Digits(month), Digits(y)] | [Digits(y), Digits(month)])
                if y.len() == 4 && month.len() <= 2 =>
            {
                let month = number(month)?;
                (*y, month..=month)
            }
            Some([Word(month), Digits(y)] | [Digits(y), Word(month)]) if y.len() == 4 => {
                let month = self.month(month)?;
                (*y, month..=month)
            }
            _ => return Ok(None),
        };
        if y.len() != 4 {
            return Ok(None);
        }
        let y = year(y)?;
        if !YEARS.contains(&y) {
            return Err(FormatError::YearOutOfRange);
        }
        let first = NaiveDate::from_ymd_opt(y, *months.start(), 1);
        let last = NaiveDate::from_ymd_opt(y, *months.end(), 1)
            .and_then(|first| first.checked_add_months(Months::new(1))?.pred_opt());
        first.zip(last).map(Some).ok_or(FormatError::NoSuchDay)
    }

    fn date_of(&self, pieces: &[Piece], base: NaiveDate) -> Result<NaiveDate, FormatError> {
        use Piece::{Digits, Word};
        let this_year = base.year();
        let (year, month, day) = match *pieces {
            [Digits(all)] => match all.len() {
                1 | 2 => (this_year, base.month(), number(all)?),
                4 => (this_year, number(&all[2..])?, number(&all[..2])?),
                6 | 8 => (year(&all[4..])?, number(&all[2..4])?, number(&all[..2])?),
                _ => return Err(FormatError::NotADate),
            },
            [Digits(day), Digits(month)] => (this_year, number(month)?, number(day)?),
            [Digits(y), Digits(month), Digits(day)] if y.len() == 4 => {
                (year(y)?, number(month)?, number(day)?)
            }
            [Digits(day), Digits(month), Digits(y)] => (year(y)?, number(month)?, number(day)?),
            [Digits(day), Word(month)] | [Word(month), Digits(day)] => {
                (this_year, self.month(month)?, number(day)?)
            }
            [Digits(day), Word(month), Digits(y)] | [Word(month), Digits(day), Digits(y)] => {
                (year(y)?, self.month(month)?, number(day)?)
            }
            _ => return Err(FormatError::NotADate),
        };
        if !YEARS.contains(&year) {
            return Err(FormatError::YearOutOfRange);
        }
        NaiveDate::from_ymd_opt(year, month, day).ok_or(FormatError::NoSuchDay)
    }

    /// The month whose name begins so; three letters at least.
    fn month(&self, word: &str) -> Result<u32, FormatError> {
        let found = self.months.iter().position(|name| name.starts_with(word));
        match found {
            Some(index) if word.chars().count() >= 3 => Ok(index as u32 + 1),
            _ => Err(FormatError::NotADate),
        }
    }

    /// Reads a time of day; blank is none.
    ///
    /// `14.35`, `14:35`, `1435`, `935`, `9`; `2:35 pm`; a word for now, which is the time that a
    /// form would propose. Errors: [`FormatError::NotATime`].
    pub fn parse_time(
        &self,
        typed: &str,
        moment: &Moment,
    ) -> Result<Option<NaiveTime>, FormatError> {
        let text = plain(typed);
        if text.is_empty() {
            return Ok(None);
        }
        if self.now.contains(&text.as_str()) {
            return Ok(Some(moment.proposed_time()));
        }
        let text = text.strip_prefix(self.at).unwrap_or(&text).trim_start();
        let half = ["am", "a.m.", "pm", "p.m."]
            .iter()
            .find_map(|half| Some((text.strip_suffix(half)?.trim_end(), half.starts_with('p'))));
        let digits = half.map_or(text, |(digits, _)| digits);
        let (hour, minute) = match digits.split_once(['.', ':', ',', ' ']) {
            Some((hour, minute)) if minute.len() == 2 => (hour, minute),
            Some(_) => return Err(FormatError::NotATime),
            None if !digits.is_ascii() => return Err(FormatError::NotATime),
            None if digits.len() <= 2 => (digits, "00"),
            None => digits.split_at(digits.len() - 2),
        };
        let clock = |text| number(text).map_err(|_| FormatError::NotATime);
        let (hour, minute) = (clock(hour)?, clock(minute)?);
        let hour = match half {
            None => hour,
            Some(_) if !(1..=12).contains(&hour) => return Err(FormatError::NotATime),
            Some((_, afternoon)) => hour % 12 + if afternoon { 12 } else { 0 },
        };
        NaiveTime::from_hms_opt(hour, minute, 0)
            .map(Some)
            .ok_or(FormatError::NotATime)
    }
}

/// The runs of digits and of letters; none when anything else than the usual signs parts them.
fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut rest = text.strip_suffix('.').unwrap_or(text);
    loop {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let letters = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
        match (digits, letters) {
            (0, 0) => return None,
            (n, 0) => pieces.push(Piece::Digits(&rest[..n])),
            (_, n) => pieces.push(Piece::Word(&rest[..n])),
        }
        rest = &rest[digits.max(letters)..];
        if rest.is_empty() {
            return Some(pieces);
        }
        let parted = rest.trim_start_matches(['.', ',', '/', '-', ' ']);
        // A sign, perhaps with a blank: "22. 11.", "Nov 22, 2026".
        if rest.len() - parted.len() > 2 {
            return None;
        }
        rest = parted;
    }
}

/// A day or a month: one or two digits.
fn number(text: &str) -> Result<u32, FormatError> {
    match digits(text) {
        Some(n) if text.len() <= 2 => Ok(n as u32),
        _ => Err(FormatError::NotADate),
    }
}

/// A year of four digits, or of two: those from 2000 on.
fn year(text: &str) -> Result<i32, FormatError> {
    match (digits(text), text.len()) {
        (Some(n), 2) => Ok(2000 + n as i32),
        (Some(n), 4) => Ok(n as i32),
        _ => Err(FormatError::NotADate),
    }
}

/// So many days from today, at most five digits.
fn day_count(text: &str) -> Result<Days, FormatError> {
    match digits(text.trim_start()) {
        Some(n) if n <= 99_999 => Ok(Days::new(n)),
        _ => Err(FormatError::NotADate),
    }
}
