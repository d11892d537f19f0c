//! Dates, times, money and counts as people write them: printed here, read back in
//! `format/read_dates.rs` and `format/read_numbers.rs`.
//!
//! What differs between languages are the values of [`Formats`], filled in `en.rs` and `fi.rs`; the
//! rules are the same for all. Whatever is printed can be read back as the same value.
//! - Finnish: `22.11.2026`, `14.35`, `1 234,50 €`.
//! - English: `22 Nov 2026`, `14:35`, `€1,234.50`. The month is a word, because half the readers of
//!   English take 3/4 for the third of April and half for the fourth of March; the clock has 24
//!   hours, as in Finland.
//!
//! Blanks inside a value do not break over lines, and a minus is U+2212, in both.

mod read_dates;
pub(in crate::language) mod read_numbers;

use crate::domain::values::{Minutes, Money};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use std::ops::RangeInclusive;

/// A blank at which a line does not break.
pub const NO_BREAK_SPACE: char = '\u{a0}';
/// The minus sign of typography; a hyphen is narrower and may end a line.
pub const MINUS: char = '\u{2212}';
/// The years that may be typed: anything outside is a slip of the finger.
pub const YEARS: RangeInclusive<i32> = 1900..=2199;

/// How a language writes dates, times and numbers, and which words it reads for them.
pub struct Formats {
    /// Between whole units and hundredths.
    pub(super) decimal_sign: char,
    /// Between groups of three digits.
    pub(super) group_sign: char,
    /// Between hours and minutes of the clock.
    pub(super) clock_sign: char,
    /// An hour below ten has a zero in front.
    pub(super) hour_has_two_digits: bool,
    /// A full date: `22.11.2026`.
    pub(super) date: fn(NaiveDate) -> String,
    /// A date of this year or of one that is clear: `22.11.`
    pub(super) day_and_month: fn(NaiveDate) -> String,
    /// A date with its weekday: `sunnuntai 22.11.2026`.
    pub(super) weekday_and_date: fn(NaiveDate) -> String,
    /// A number with its currency: `42,50 €`.
    pub(super) with_currency: fn(&str, &str) -> String,
    /// How near a day is.
    pub(super) relative_day: fn(RelativeDay) -> String,
    /// So many days, as an age: `6 päivää`.
    pub(super) days: fn(u32) -> String,
    /// The months as they stand in a date, lower case; three letters tell them apart.
    pub(super) months: [&'static str; 12],
    /// Words for today, lower case, as all words below.
    pub(super) today: &'static [&'static str],
    /// Words for yesterday.
    pub(super) yesterday: &'static [&'static str],
    /// Words for tomorrow.
    pub(super) tomorrow: &'static [&'static str],
    /// Words for the work date.
    pub(super) work_date: &'static [&'static str],
    /// Words for the time it is.
    pub(super) now: &'static [&'static str],
    /// What may stand before a time.
    pub(super) at: &'static str,
    /// Words for hours.
    pub(super) hours: &'static [&'static str],
    /// Words for minutes.
    pub(super) minutes: &'static [&'static str],
}

/// What was typed is not what the field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormatError {
    /// Not a date in any of the forms that are read.
    NotADate,
    /// The calendar has no such day: 31 April, or 29 February of a common year.
    NoSuchDay,
    /// A year outside [`YEARS`].
    YearOutOfRange,
    /// Not a time of day.
    NotATime,
    /// Not an amount of money in the currency of the field.
    NotAnAmount,
    /// Not a number.
    NotANumber,
    /// An amount smaller than a hundredth, or digits grouped so that it could be one.
    TooManyDecimals,
    /// Not a duration.
    NotADuration,
    /// A duration that is not whole minutes.
    NotWholeMinutes,
    /// Not a whole number.
    NotACount,
    /// Below zero where that has no meaning.
    BelowZero,
    /// More digits than any field holds.
    TooLarge,
}

impl FormatError {
    /// All errors.
    pub const ALL: &'static [Self] = &[
        Self::NotADate,
        Self::NoSuchDay,
        Self::YearOutOfRange,
        Self::NotATime,
        Self::NotAnAmount,
        Self::NotANumber,
        Self::TooManyDecimals,
        Self::NotADuration,
        Self::NotWholeMinutes,
        Self::NotACount,
        Self::BelowZero,
        Self::TooLarge,
    ];
}

/// How near a day is to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RelativeDay {
    /// This day.
    Today,
    /// The day before.
    Yesterday,
    /// The day after.
    Tomorrow,
    /// So many days ago, at least two.
    DaysAgo(u32),
    /// So many days ahead, at least two.
    InDays(u32),
}

impl RelativeDay {
    /// How near `day` is to `today`.
    pub fn of(day: NaiveDate, today: NaiveDate) -> Self {
        let ahead = (day - today).num_days();
        let n = u32::try_from(ahead.unsigned_abs()).unwrap_or(u32::MAX);
        match ahead {
            0 => Self::Today,
            -1 => Self::Yesterday,
            1 => Self::Tomorrow,
            ..=-2 => Self::DaysAgo(n),
            _ => Self::InDays(n),
        }
    }
}

impl Formats {
    /// Stands between whole units and their fraction.
    pub const fn decimal_sign(&self) -> char {
        self.decimal_sign
    }

    /// A date: `22.11.2026`, `22 Nov 2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        (self.date)(date)
    }

    /// A date without its year: `22.11.`, `22 Nov`.
    pub fn day_and_month(&self, date: NaiveDate) -> String {
        (self.day_and_month)(date)
    }

    /// A date with its weekday: `sunnuntai 22.11.2026`, `Sunday 22 November 2026`.
    pub fn weekday_and_date(&self, date: NaiveDate) -> String {
        (self.weekday_and_date)(date)
    }

    /// A time of day in hours and minutes: `14.35`, `14:35`.
    pub fn time(&self, time: NaiveTime) -> String {
        let (hour, minute, sign) = (time.hour(), time.minute(), self.clock_sign);
        if self.hour_has_two_digits {
            format!("{hour:02}{sign}{minute:02}")
        } else {
            format!("{hour}{sign}{minute:02}")
        }
    }

    /// A date and a time: `22.11.2026 14.35`, `22 Nov 2026 14:35`.
    pub fn date_and_time(&self, at: NaiveDateTime) -> String {
        format!("{} {}", self.date(at.date()), self.time(at.time()))
    }

    /// How near a day is: `tänään`, `6 päivää sitten`.
    pub fn relative_day(&self, day: NaiveDate, today: NaiveDate) -> String {
        (self.relative_day)(RelativeDay::of(day, today))
    }

    /// A day by its nearest name: today, yesterday and tomorrow by word, any other by date.
    pub fn near_day(&self, day: NaiveDate, today: NaiveDate) -> String {
        match RelativeDay::of(day, today) {
            RelativeDay::DaysAgo(_) | RelativeDay::InDays(_) => self.date(day),
            near => (self.relative_day)(near),
        }
    }

    /// An age: `1 päivä`, `6 päivää`.
    pub fn days(&self, n: u32) -> String {
        (self.days)(n)
    }

    /// A whole number: `100 000`, `100,000`.
    pub fn count(&self, n: u64) -> String {
        let digits = n.to_string();
        let mut text = String::with_capacity(2 * digits.len());
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(self.group_sign);
            }
            text.push(digit);
        }
        text
    }

    /// An amount without its currency, as it stands in columns and fields: `1 234,50`.
    pub fn amount(&self, money: Money) -> String {
        with_sign(money, self.hundredths(money))
    }

    /// An amount with its currency, given by its ISO 4217 code: `42,50 €`, `€42.50`, `42,50 USD`.
    pub fn money(&self, money: Money, currency: &str) -> String {
        let text = (self.with_currency)(&self.hundredths(money), currency_sign(currency));
        with_sign(money, text)
    }

    /// A sum in whole units, where nobody reads the hundredths: `1 235 €`.
    pub fn whole_money(&self, money: Money, currency: &str) -> String {
        let units = self.count((money.0.unsigned_abs() + 50) / 100);
        let text = (self.with_currency)(&units, currency_sign(currency));
        with_sign(money, text)
    }

    /// A number in steps of its last decimal: `-8,50` for -850 with two decimals.
    pub fn decimal(&self, steps: i64, decimals: u8) -> String {
        let digits = format!("{:0>1$}", steps.unsigned_abs(), usize::from(decimals) + 1);
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(decimals));
        let mut text = if steps < 0 {
            MINUS.into()
        } else {
            String::new()
        };
        // Twenty digits at most, as they come from an `i64`.
        text += &self.count(whole.parse().unwrap_or_default());
        if !fraction.is_empty() {
            text.push(self.decimal_sign);
            text += fraction;
        }
        text
    }

    /// So many bytes as people read them: `12,3 MB`, with the blank that does not break.
    pub fn size(&self, bytes: u64) -> String {
        let (unit, size) = match bytes {
            0..1_000_000 => ("kB", 1_000),
            1_000_000..1_000_000_000 => ("MB", 1_000_000),
            _ => ("GB", 1_000_000_000),
        };
        // Less than any disk has.
        let tenths = (bytes / (size / 10)).try_into().unwrap_or(i64::MAX);
        format!("{}{NO_BREAK_SPACE}{unit}", self.decimal(tenths, 1))
    }

    /// An amount without its sign.
    fn hundredths(&self, money: Money) -> String {
        let hundredths = money.0.unsigned_abs();
        let whole = self.count(hundredths / 100);
        format!("{whole}{}{:02}", self.decimal_sign, hundredths % 100)
    }

    /// A duration in minutes: `180 min`.
    pub fn minutes(&self, minutes: Minutes) -> String {
        format!("{}{NO_BREAK_SPACE}min", self.count(minutes.0.into()))
    }

    /// A duration in hours and minutes, for totals: `45 min`, `9 h`, `1 h 30 min`.
    pub fn hours_and_minutes(&self, minutes: Minutes) -> String {
        let (hours, rest) = (minutes.0 / 60, minutes.0 % 60);
        let hours_text = format!("{}{NO_BREAK_SPACE}h", self.count(hours.into()));
        match (hours, rest) {
            (0, _) => self.minutes(minutes),
            (_, 0) => hours_text,
            (_, rest) => format!("{hours_text}{NO_BREAK_SPACE}{rest}{NO_BREAK_SPACE}min"),
        }
    }
}

/// The text of an amount, with a minus before it when it is below zero.
fn with_sign(money: Money, text: String) -> String {
    if money.0 < 0 {
        format!("{MINUS}{text}")
    } else {
        text
    }
}

/// The sign of a currency, or its code where this app knows no sign.
pub fn currency_sign(code: &str) -> &str {
    match code {
        "EUR" => "€",
        code => code,
    }
}

/// The name out of twelve that belongs to the month of a date.
pub(super) fn of_month(names: &[&'static str; 12], date: NaiveDate) -> &'static str {
    names[date.month0() as usize]
}

/// The name out of seven, from Monday on, that belongs to the weekday of a date.
pub(super) fn of_weekday(names: &[&'static str; 7], date: NaiveDate) -> &'static str {
    names[date.weekday().num_days_from_monday() as usize]
}
