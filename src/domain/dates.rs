//! Date formulas: `-30D`, `CM`, `CW+1W`, `-1M+CM`; days told by where they stand from another.
//!
//! A formula is a row of parts that are worked off from left to right, each starting at the day the
//! one before gave (the source product's date formulas, "Work with calendar dates and times"):
//! - a number and a unit, `2W`: so many days, weeks, months, quarters or years on. Where a month
//!   has no such day its last one is meant: a month after 31 January is the end of February.
//! - `C` and a unit, `CM`: the end of the current day, week, month, quarter or year. With a minus
//!   its beginning: `-CW` is the Monday. Weeks are those of ISO 8601.
//! - `D` and a number, `D10`: the next 10th of a month; `WD` and a number, `WD4`: the next fourth
//!   day of a week, a Thursday. With a minus the last one. Never the day itself.
//!
//! The letters are those of a language ([`Letters`]); what is kept has none.

use chrono::{Datelike, Days, Months, NaiveDate};

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A day.
    Day,
    /// A week from Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Three months: January to March, and so on.
    Quarter,
    /// A year.
    Year,
}

impl Unit {
    /// All units.
    pub const ALL: &'static [Self] = &[
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
    ];
}

/// What one part of a formula does to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// So many units on; 0 to [`MAX_NUMBER`].
    By(u16, Unit),
    /// To the end of the current unit; backwards to its beginning.
    Current(Unit),
    /// To the next day of a month with this number, 1 to 31.
    DayOfMonth(u8),
    /// To the next day of a week with this number, 1 (Monday) to 7.
    DayOfWeek(u8),
}

/// One part of a formula: its sign and what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// Into the past.
    pub back: bool,
    /// What it does.
    pub step: Step,
}

/// The largest number in a formula, as in the source product.
pub const MAX_NUMBER: u16 = 9999;
/// The most parts of a formula. The source product allows 20 characters, which are ten at most.
pub const MAX_PARTS: usize = 10;

/// A day told by where it stands from another; without parts it is that day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DateFormula(Vec<Part>);

/// The letters of formulas in one language, lower case; the first of each list is printed, longer
/// ones may follow in any order.
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    /// Before a unit: the current one.
    pub current: &'static [&'static str],
    /// Days.
    pub day: &'static [&'static str],
    /// Weeks.
    pub week: &'static [&'static str],
    /// Months.
    pub month: &'static [&'static str],
    /// Quarters.
    pub quarter: &'static [&'static str],
    /// Years.
    pub year: &'static [&'static str],
    /// Before a number: a day of the week.
    pub weekday: &'static [&'static str],
}

impl Letters {
    /// The letters of the source product in English, which it also keeps formulas in.
    pub const ENGLISH: Self = Self {
        current: &["c"],
        day: &["d"],
        week: &["w"],
        month: &["m"],
        quarter: &["q"],
        year: &["y"],
        weekday: &["wd"],
    };

    fn of(&self, unit: Unit) -> &'static [&'static str] {
        match unit {
            Unit::Day => self.day,
            Unit::Week => self.week,
            Unit::Month => self.month,
            Unit::Quarter => self.quarter,
            Unit::Year => self.year,
        }
    }

    /// The unit that a text is a word for.
    fn unit(&self, word: &str) -> Option<Unit> {
        let known = |unit: &&Unit| self.of(**unit).contains(&word);
        Unit::ALL.iter().find(known).copied()
    }
}

/// Why a text is no formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormulaError {
    /// It has not the form of one.
    NotAFormula,
    /// A number above [`MAX_NUMBER`], or more than [`MAX_PARTS`] parts.
    TooLarge,
}

impl DateFormula {
    /// A formula of parts; none if there are more than [`MAX_PARTS`], or a number is out of bounds.
    pub fn new(parts: Vec<Part>) -> Option<Self> {
        let fits = |part: &Part| match part.step {
            Step::By(n, _) => n <= MAX_NUMBER,
            Step::Current(_) => true,
            Step::DayOfMonth(n) => (1..=31).contains(&n),
            Step::DayOfWeek(n) => (1..=7).contains(&n),
        };
        (parts.len() <= MAX_PARTS && parts.iter().all(fits)).then_some(Self(parts))
    }

    /// So many days on, or back; at most [`MAX_NUMBER`] either way.
    pub fn days(n: i16) -> Option<Self> {
        let step = Step::By(n.unsigned_abs(), Unit::Day);
        let back = n < 0;
        Self::new(vec![Part { back, step }])
    }

    /// Reads a formula in the letters of a language, upper or lower case, with or without blanks.
    /// A number that stands alone after a sign counts days, as in date fields: `-7`.
    pub fn parse(typed: &str, letters: &Letters) -> Result<Self, FormulaError> {
        let text: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let text = text.to_lowercase();
        let mut parts = Vec::new();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (sign, after) = match rest.strip_prefix(['+', '-']) {
                Some(after) => (Some(rest.starts_with('-')), after),
                // Without a sign only the first part.
                None if parts.is_empty() => (None, rest),
                None => return Err(FormulaError::NotAFormula),
            };
            let end = after.find(['+', '-']).unwrap_or(after.len());
            let only = sign.is_some() && parts.is_empty() && end == after.len();
            let step = read_step(&after[..end], letters, only)?;
            parts.push(Part {
                back: sign == Some(true),
                step,
            });
            rest = &after[end..];
        }
        match parts.len() {
            0 => Err(FormulaError::NotAFormula),
            n if n > MAX_PARTS => Err(FormulaError::TooLarge),
            _ => Ok(Self(parts)),
        }
    }

    /// The formula in the letters of a language; the first part has a plus only if `joined`.
    pub fn print(&self, letters: &Letters, joined: bool) -> String {
        let mut text = String::new();
        for (at, part) in self.0.iter().enumerate() {
            match part.back {
                true => text.push('-'),
                false if at > 0 || joined => text.push('+'),
                false => {}
            }
            let first = |words: &[&str]| words.first().copied().unwrap_or_default().to_uppercase();
            text += &match part.step {
                Step::By(n, unit) => format!("{n}{}", first(letters.of(unit))),
                Step::Current(unit) => {
                    format!("{}{}", first(letters.current), first(letters.of(unit)))
                }
                Step::DayOfMonth(n) => format!("{}{n}", first(letters.day)),
                Step::DayOfWeek(n) => format!("{}{n}", first(letters.weekday)),
            };
        }
        text
    }

    /// What it does, part by part.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// True for a formula without parts.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The day told from `base`; none beyond the years that a calendar here can hold, some 260,000
    /// either way.
    pub fn from(&self, base: NaiveDate) -> Option<NaiveDate> {
        let go = |day, part: &Part| go(day, *part);
        self.0.iter().try_fold(base, go)
    }
}

fn read_step(text: &str, letters: &Letters, only: bool) -> Result<Step, FormulaError> {
    use FormulaError::{NotAFormula, TooLarge};
    let number = |digits: &str| match digits.parse() {
        Ok(n) if n <= MAX_NUMBER => Ok(n),
        _ => Err(TooLarge),
    };
    let is_digit = |c: char| c.is_ascii_digit();
    let word = text.trim_start_matches(is_digit);
    let digits = &text[..text.len() - word.len()];
    if !digits.is_empty() {
        return match letters.unit(word) {
            Some(unit) => Ok(Step::By(number(digits)?, unit)),
            None if word.is_empty() && only => Ok(Step::By(number(digits)?, Unit::Day)),
            None => Err(NotAFormula),
        };
    }
    let word = text.trim_end_matches(is_digit);
    let digits = &text[word.len()..];
    if digits.is_empty() {
        let unit = |current: &&str| letters.unit(word.strip_prefix(*current)?);
        let unit = letters.current.iter().find_map(unit);
        return unit.map(Step::Current).ok_or(NotAFormula);
    }
    let n = digits.parse().unwrap_or(0);
    match n {
        1..=31 if letters.day.contains(&word) => Ok(Step::DayOfMonth(n)),
        1..=7 if letters.weekday.contains(&word) => Ok(Step::DayOfWeek(n)),
        _ => Err(NotAFormula),
    }
}

fn go(day: NaiveDate, Part { back, step }: Part) -> Option<NaiveDate> {
    let by_days = |n: u64| match back {
        true => day.checked_sub_days(Days::new(n)),
        false => day.checked_add_days(Days::new(n)),
    };
    let by_months = |n: u32| match back {
        true => day.checked_sub_months(Months::new(n)),
        false => day.checked_add_months(Months::new(n)),
    };
    match step {
        Step::By(n, Unit::Day) => by_days(n.into()),
        Step::By(n, Unit::Week) => by_days(7 * u64::from(n)),
        Step::By(n, Unit::Month) => by_months(n.into()),
        Step::By(n, Unit::Quarter) => by_months(3 * u32::from(n)),
        Step::By(n, Unit::Year) => by_months(12 * u32::from(n)),
        Step::Current(unit) => match back {
            true => first_day(day, unit),
            false => last_day(day, unit),
        },
        Step::DayOfWeek(n) => {
            let (n, today) = (u64::from(n), u64::from(day.weekday().number_from_monday()));
            let ahead = (n + 6 - today) % 7 + 1;
            let ago = (today + 6 - n) % 7 + 1;
            by_days(if back { ago } else { ahead })
        }
        Step::DayOfMonth(n) => {
            let n = u32::from(n);
            let mut month = day.with_day(1)?;
            let passed = if back { day.day() <= n } else { day.day() >= n };
            let next = |month: NaiveDate| match back {
                true => month.checked_sub_months(Months::new(1)),
                false => month.checked_add_months(Months::new(1)),
            };
            if passed {
                month = next(month)?;
            }
            // Of two months that follow each other at least one has 31 days.
            loop {
                match month.with_day(n) {
                    Some(day) => return Some(day),
                    None => month = next(month)?,
                }
            }
        }
    }
}

/// The day on which the unit begins in which a day lies.
fn first_day(day: NaiveDate, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Day => Some(day),
        Unit::Week => {
            let passed = day.weekday().num_days_from_monday();
            day.checked_sub_days(Days::new(passed.into()))
        }
        Unit::Month => day.with_day(1),
        Unit::Quarter => NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1),
        Unit::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1),
    }
}

/// The day with which the unit ends in which a day lies.
fn last_day(day: NaiveDate, unit: Unit) -> Option<NaiveDate> {
    let first = first_day(day, unit)?;
    let next = match unit {
        Unit::Day => return Some(day),
        Unit::Week => return first.checked_add_days(Days::new(6)),
        Unit::Month => first.checked_add_months(Months::new(1)),
        Unit::Quarter => first.checked_add_months(Months::new(3)),
        Unit::Year => first.checked_add_months(Months::new(12)),
    };
    next?.pred_opt()
}
