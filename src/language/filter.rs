//! Filters as each language writes them, and why a text is none.
//!
//! The signs are the same in all languages (`domain/filter`); here are the values between them:
//! dates, times and numbers as in fields (`format.rs`), values of lists by their captions, and the
//! letters of date formulas. Finnish has those of the Finnish source product ("Päivämäärän kaavojen
//! käyttäminen": N, P, VI, K, Q, V; `t` and `k` for today and the work date) and takes the English
//! ones too, which none of its own contradicts.

use super::Messages;
use super::format::read_numbers::plain;
use super::format::{FormatError, Formats};
use super::lists::ListsTexts;
use crate::domain::Moment;
use crate::domain::dates::{DateFormula, Letters};
use crate::domain::filter::{
    Day, DayWords, Filter, FilterError, Kind, Neutral, Plain, ReadDay, Reason, Words, relative_day,
};
use crate::domain::search::bare;
use crate::domain::values::{Minutes, Money};
use chrono::{NaiveDate, NaiveTime};

/// The words of filters in one language.
pub struct FilterTexts {
    /// The letters of date formulas.
    pub(super) letters: Letters,
    /// What is printed for today and the work date; read are those of date fields.
    pub(super) day_words: DayWords,
    /// Words for a tick; the first is printed.
    pub(super) yes: &'static [&'static str],
    /// Words for no tick, as above.
    pub(super) no: &'static [&'static str],
    /// What is wrong with a filter, and what to write instead.
    pub(super) reason: fn(Reason) -> String,
    /// What a filter of a kind asks, to follow the name of the field.
    pub(super) plain: fn(&Plain, Kind) -> String,
}

/// What is wrong with a filter, and what to write instead.
pub fn filter_error(m: &Messages, error: &FilterError) -> String {
    (m.filter.reason)(error.reason)
}

/// A period that one asks for often: its caption, and its expression in the neutral form.
pub type Period = (fn(&ListsTexts) -> String, &'static str);

/// The periods on offer.
pub const PERIODS: &[Period] = &[
    (|t| t.today.into(), "t"),
    (|t| t.this_week.into(), "<-CW>..<CW>"),
    (|t| (t.last_days)(7), "-7D..t"),
    (|t| (t.last_days)(30), "-30D..t"),
    (|t| (t.last_days)(90), "-90D..t"),
    (|t| (t.before_days)(90), "<-90D"),
    (|t| t.this_month.into(), "<-CM>..<CM>"),
    (|t| t.last_month.into(), "<-CM-1M>..<-CM-1D>"),
    (|t| t.this_year.into(), "<-CY>..<CY>"),
];

/// What a filter asks, in words that follow the name of the field; only where none say it, the
/// expression.
pub fn in_words(m: &Messages, words: &Typed<'_>, filter: &Filter) -> String {
    let is_it = |(_, expression): &&Period| {
        Filter::parse(expression, Kind::Date, &Neutral).as_ref() == Ok(filter)
    };
    if filter.kind() == Kind::Date
        && let Some((caption, _)) = PERIODS.iter().find(is_it)
    {
        return uncapitalised(&caption(&m.lists));
    }
    (m.filter.plain)(&filter.plain(words), filter.kind())
}

/// Captions begin with a capital, which nothing inside a sentence does.
fn uncapitalised(caption: &str) -> String {
    let mut chars = caption.chars();
    let first = chars.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(chars).collect()
}

/// How people write filters: the words of their language.
pub struct Typed<'a> {
    texts: &'a FilterTexts,
    format: &'a Formats,
    moment: &'a Moment,
    currency: &'a str,
    options: &'a [&'a str],
}

impl<'a> Typed<'a> {
    /// The words of the language of `m`. What is left out of a date comes from `moment`; amounts may
    /// stand with `currency`, an ISO 4217 code; `options` are the captions of the field's values in
    /// their order, no two alike, and empty for other fields.
    pub fn new(
        m: &'a Messages,
        moment: &'a Moment,
        currency: &'a str,
        options: &'a [&'a str],
    ) -> Self {
        Self {
            texts: &m.filter,
            format: &m.format,
            moment,
            currency,
            options,
        }
    }

    /// Four digits: a day and a month, or a year. What can be both is refused, not guessed.
    fn four_digits(&self, text: &str) -> Result<ReadDay, Reason> {
        let period = self.format.parse_period(text);
        match (self.format.parse_date(text, self.moment), period) {
            (Ok(Some(_)), Ok(Some(_))) => Err(Reason::DayOrYear),
            (Ok(Some(date)), _) => Ok(ReadDay::Day(Day::On(date))),
            (_, Ok(Some((first, last)))) => Ok(ReadDay::Period(first, last)),
            (Err(error), _) => Err(reason(error, 0)),
            (Ok(None), _) => Err(Reason::NotADate),
        }
    }
}

/// The reason in a filter for what is wrong in a field.
fn reason(error: FormatError, decimals: u8) -> Reason {
    match error {
        FormatError::NotADate => Reason::NotADate,
        FormatError::NoSuchDay => Reason::NoSuchDay,
        FormatError::YearOutOfRange => Reason::YearOutOfRange,
        FormatError::NotATime => Reason::NotATime,
        FormatError::NotAnAmount | FormatError::NotANumber | FormatError::NotACount => {
            Reason::NotANumber
        }
        FormatError::TooManyDecimals => Reason::TooManyDecimals { max: decimals },
        FormatError::NotADuration | FormatError::BelowZero => Reason::NotADuration,
        FormatError::NotWholeMinutes => Reason::NotWholeMinutes,
        FormatError::TooLarge => Reason::TooLarge,
    }
}

impl Words for Typed<'_> {
    fn letters(&self) -> &Letters {
        &self.texts.letters
    }

    fn day_words(&self) -> DayWords {
        self.texts.day_words
    }

    fn read_day(&self, text: &str) -> Result<ReadDay, Reason> {
        let text = plain(text);
        let format = self.format;
        let known = |words: &[&str]| words.contains(&text.as_str());
        let from_today = |n| DateFormula::days(n).map(|days| ReadDay::Day(Day::FromToday(days)));
        if known(format.yesterday) {
            return from_today(-1).ok_or(Reason::NotADate);
        }
        if known(format.tomorrow) {
            return from_today(1).ok_or(Reason::NotADate);
        }
        let letters = &self.texts.letters;
        if let Some(day) = relative_day(&text, letters, format.today, format.work_date) {
            return day.map(ReadDay::Day);
        }
        if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
            return self.four_digits(&text);
        }
        let day_error = |error| reason(error, 0);
        if let Some((first, last)) = format.parse_period(&text).map_err(day_error)? {
            return Ok(ReadDay::Period(first, last));
        }
        let date = format.parse_date(&text, self.moment).map_err(day_error)?;
        let date = date.ok_or(Reason::NotADate)?;
        Ok(ReadDay::Day(Day::On(date)))
    }

    fn read_time(&self, text: &str) -> Result<NaiveTime, Reason> {
        let time = self.format.parse_time(text, self.moment);
        time.map_err(|error| reason(error, 0))?
            .ok_or(Reason::NotATime)
    }

    fn read_number(&self, text: &str, decimals: u8) -> Result<i64, Reason> {
        let number = match decimals {
            2 => self
                .format
                .parse_money(text, self.currency)
                .map(|money| money.0),
            _ => self.format.parse_decimal(text, decimals),
        };
        number.map_err(|error| reason(error, decimals))
    }

    fn read_duration(&self, text: &str) -> Result<i64, Reason> {
        let minutes = self.format.parse_minutes(text);
        let minutes = minutes.map_err(|error| reason(error, 0))?;
        Ok(minutes.0.into())
    }

    fn read_option(&self, text: &str, n: u16) -> Result<u16, Reason> {
        let wanted = bare(text);
        let captions = || {
            (0..n)
                .zip(self.options)
                .map(|(at, caption)| (at, bare(caption)))
        };
        if let Some((at, _)) = captions().find(|(_, caption)| *caption == wanted) {
            return Ok(at);
        }
        let mut begun = captions().filter(|(_, caption)| caption.starts_with(&wanted));
        match (begun.next(), begun.next()) {
            (None, _) => Err(Reason::NotAnOption),
            (Some((at, _)), None) => Ok(at),
            (Some(_), Some(_)) => Err(Reason::SeveralOptions),
        }
    }

    fn read_yes_no(&self, text: &str) -> Result<bool, Reason> {
        let wanted = bare(text);
        let known = |words: &[&str]| words.iter().any(|word| bare(word) == wanted);
        match (known(self.texts.yes), known(self.texts.no)) {
            (true, _) => Ok(true),
            (false, true) => Ok(false),
            (false, false) => Err(Reason::NotYesNo),
        }
    }

    fn date(&self, date: NaiveDate) -> String {
        self.format.date(date)
    }

    fn time(&self, time: NaiveTime) -> String {
        self.format.time(time)
    }

    fn number(&self, number: i64, decimals: u8) -> String {
        match decimals {
            2 => self.format.amount(Money(number)),
            _ => self.format.decimal(number, decimals),
        }
    }

    fn duration(&self, minutes: i64) -> String {
        let minutes = u32::try_from(minutes.max(0)).unwrap_or(u32::MAX);
        self.format.minutes(Minutes(minutes))
    }

    fn option(&self, value: u16) -> String {
        let caption = self.options.get(usize::from(value));
        caption.copied().unwrap_or_default().to_owned()
    }

    fn yes_no(&self, value: bool) -> String {
        let words = if value { self.texts.yes } else { self.texts.no };
        words.first().copied().unwrap_or_default().to_owned()
    }
}
