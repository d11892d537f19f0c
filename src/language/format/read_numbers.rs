//! Reads what people type into number fields: money, durations and counts.
//!
//! Generous with signs and blanks, strict with meaning: what could be two different values is
//! refused, never guessed.

use super::{FormatError, Formats, MINUS, NO_BREAK_SPACE, currency_sign};
use crate::domain::values::{Minutes, Money};

impl Formats {
    /// Reads an amount in the currency with this ISO 4217 code; blank is zero.
    ///
    /// Comma or point before the hundredths, whatever the language: `8,5`, `8.50`, `1 234,50`,
    /// `1.234,50`, `1,234.50`; the currency may stand before or after.
    /// Errors: [`FormatError::NotAnAmount`], [`FormatError::TooManyDecimals`],
    /// [`FormatError::TooLarge`].
    pub fn parse_money(&self, typed: &str, currency: &str) -> Result<Money, FormatError> {
        let text = plain(typed);
        if text.is_empty() {
            return Ok(Money(0));
        }
        let names = [
            currency_sign(currency).to_lowercase(),
            currency.to_lowercase(),
        ];
        let (text, minus_first) = unsigned(&text);
        let cut = names.iter().find_map(|name| text.strip_prefix(&**name));
        let (text, minus_second) = unsigned(cut.unwrap_or(text).trim_start());
        if minus_first && minus_second {
            return Err(FormatError::NotAnAmount);
        }
        let cut = names.iter().find_map(|name| text.strip_suffix(&**name));
        let text = cut.unwrap_or(text).trim_end();
        let below_zero = minus_first || minus_second;
        self.scaled(text, below_zero, 2, FormatError::NotAnAmount)
            .map(Money)
    }

    /// Reads a number with so many decimals at most, as a whole number of its smallest steps:
    /// `8,5` with two decimals is 850. Errors: [`FormatError::NotANumber`],
    /// [`FormatError::TooManyDecimals`], [`FormatError::TooLarge`].
    pub fn parse_decimal(&self, typed: &str, decimals: u8) -> Result<i64, FormatError> {
        let text = plain(typed);
        let (text, below_zero) = unsigned(&text);
        self.scaled(text, below_zero, decimals.into(), FormatError::NotANumber)
    }

    /// A number without its sign in steps of its last decimal, or the error for anything else.
    fn scaled(
        &self,
        text: &str,
        below_zero: bool,
        decimals: usize,
        otherwise: FormatError,
    ) -> Result<i64, FormatError> {
        let (whole, fraction) = self.number_of(text).ok_or(otherwise)?;
        if fraction.len() > decimals {
            return Err(FormatError::TooManyDecimals);
        }
        let sign = if below_zero { "-" } else { "" };
        let steps = format!("{sign}{whole}{fraction:0<decimals$}");
        steps.parse().map_err(|_| FormatError::TooLarge)
    }

    /// Reads a duration in whole minutes; blank is zero.
    ///
    /// `15`, `15 min`, `1 h 30 min`, `1:30`, `1,5 h`.
    /// Errors: [`FormatError::NotADuration`], [`FormatError::NotWholeMinutes`],
    /// [`FormatError::BelowZero`], [`FormatError::TooLarge`].
    pub fn parse_minutes(&self, typed: &str) -> Result<Minutes, FormatError> {
        let text = plain(typed);
        if text.is_empty() {
            return Ok(Minutes(0));
        }
        let (text, below_zero) = unsigned(&text);
        let minutes = match text.split_once(':') {
            Some((hours, minutes)) => self.clock_duration(hours, minutes)?,
            None => self.worded_duration(text)?,
        };
        match u32::try_from(minutes) {
            Ok(1..) if below_zero => Err(FormatError::BelowZero),
            Ok(minutes) => Ok(Minutes(minutes)),
            Err(_) => Err(FormatError::TooLarge),
        }
    }

    /// Hours and minutes with a colon between them.
    fn clock_duration(&self, hours: &str, minutes: &str) -> Result<u64, FormatError> {
        let minutes = match digits(minutes) {
            Some(n) if minutes.len() == 2 && n < 60 => n,
            _ => return Err(FormatError::NotADuration),
        };
        let hours = self.whole(hours, FormatError::NotADuration)?;
        Ok(hours.saturating_mul(60).saturating_add(minutes))
    }

    /// Hours and minutes, each with its word; the last word may be left out.
    fn worded_duration(&self, text: &str) -> Result<u64, FormatError> {
        let (first, first_unit, rest) = quantity(text);
        let (second, second_unit, nothing) = quantity(rest);
        let minute = |unit: &str| unit.is_empty() || self.minutes.contains(&unit);
        let (whole, fraction) = self.number_of(first).ok_or(FormatError::NotADuration)?;
        if minute(first_unit) && rest.is_empty() {
            return if fraction.is_empty() {
                whole.parse().map_err(|_| FormatError::TooLarge)
            } else {
                Err(FormatError::NotWholeMinutes)
            };
        }
        if !self.hours.contains(&first_unit) || !nothing.is_empty() {
            return Err(FormatError::NotADuration);
        }
        let hours: u64 = whole.parse().map_err(|_| FormatError::TooLarge)?;
        if rest.is_empty() {
            // Fractions of an hour that are whole minutes have few digits: 0.05 h is 3 minutes.
            let scale = 10_u64.pow(fraction.len().min(6) as u32);
            let parts = digits(&fraction).unwrap_or_default().saturating_mul(60);
            return if fraction.len() <= 6 && parts.is_multiple_of(scale) {
                Ok(hours.saturating_mul(60).saturating_add(parts / scale))
            } else {
                Err(FormatError::NotWholeMinutes)
            };
        }
        let minutes = self.whole(second, FormatError::NotADuration)?;
        if fraction.is_empty() && minute(second_unit) && minutes < 60 {
            Ok(hours.saturating_mul(60).saturating_add(minutes))
        } else {
            Err(FormatError::NotADuration)
        }
    }

    /// Reads a whole number from zero on, with or without its digits in groups.
    /// Errors: [`FormatError::NotACount`], [`FormatError::BelowZero`], [`FormatError::TooLarge`].
    pub fn parse_count(&self, typed: &str) -> Result<u32, FormatError> {
        let text = plain(typed);
        let (text, below_zero) = unsigned(&text);
        let n = self.whole(text, FormatError::NotACount)?;
        match u32::try_from(n) {
            Ok(1..) if below_zero => Err(FormatError::BelowZero),
            Ok(n) => Ok(n),
            Err(_) => Err(FormatError::TooLarge),
        }
    }

    /// A whole number, or the error for anything else.
    fn whole(&self, text: &str, otherwise: FormatError) -> Result<u64, FormatError> {
        match self.number_of(text) {
            Some((whole, fraction)) if fraction.is_empty() => {
                whole.parse().map_err(|_| FormatError::TooLarge)
            }
            _ => Err(otherwise),
        }
    }

    /// The digits before and after the decimal sign; neither has any other character, and one may
    /// be empty.
    ///
    /// Which sign is the decimal one: of comma and point the one that comes last; when only one of
    /// them is there, that one, unless it stands as this language groups thousands, or several
    /// times.
    fn number_of(&self, text: &str) -> Option<(String, String)> {
        let is_sign = |c: char| c == ',' || c == '.';
        let known = |c: char| c.is_ascii_digit() || is_sign(c) || " '’".contains(c);
        if !text.chars().all(known) || !text.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let Some(last) = text.rfind(is_sign) else {
            return Some((ungrouped(text)?, String::new()));
        };
        let (before, from) = text.split_at(last);
        let (sign, after) = (from.chars().next()?, &from[1..]);
        let groups = before.contains(sign)
            || (sign == self.group_sign
                && !before.contains(is_sign)
                && (1..=3).contains(&before.len())
                && after.len() == 3);
        if groups {
            Some((ungrouped(text)?, String::new()))
        } else if after.chars().all(|c| c.is_ascii_digit()) {
            let whole = if before.is_empty() {
                "0".into()
            } else {
                ungrouped(before)?
            };
            Some((whole, after.into()))
        } else {
            None
        }
    }
}

/// The digits of a whole number whose groups, if it has any, are of three and parted by one kind
/// of sign.
fn ungrouped(text: &str) -> Option<String> {
    let sign = text.chars().find(|c| !c.is_ascii_digit());
    let Some(sign) = sign else {
        return (!text.is_empty()).then(|| text.into());
    };
    let groups: Vec<&str> = text.split(sign).collect();
    let digits = |group: &&str| group.chars().all(|c| c.is_ascii_digit());
    let well_formed = groups.iter().all(digits)
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3);
    well_formed.then(|| groups.concat())
}

/// Lower case, trimmed; every kind of blank is a space, every kind of dash a hyphen.
pub(in crate::language) fn plain(typed: &str) -> String {
    let text: String = typed
        .trim()
        .chars()
        .map(|c| match c {
            NO_BREAK_SPACE => ' ',
            c if c.is_whitespace() => ' ',
            '\u{2010}'..='\u{2015}' | MINUS => '-',
            c => c,
        })
        .collect();
    text.to_lowercase()
}

/// The text without its sign, and whether it was a minus.
fn unsigned(text: &str) -> (&str, bool) {
    match text.strip_prefix('-') {
        Some(rest) => (rest.trim_start(), true),
        None => (text.strip_prefix('+').unwrap_or(text).trim_start(), false),
    }
}

/// A number, the word after it, and what follows.
fn quantity(text: &str) -> (&str, &str, &str) {
    let text = text.trim_start();
    let end = text.find(char::is_alphabetic).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let end = rest
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len());
    let (unit, rest) = rest.split_at(end);
    (number.trim_end(), unit, rest.trim_start())
}

/// A run of digits as a number.
pub(super) fn digits(text: &str) -> Option<u64> {
    let plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
