//! What fields read: typed text to canonical text, or the sentence that says why not.

use super::store::Store;
use super::text::say;
use crate::domain::values::{Minutes, Money};
use crate::language::explain;
use crate::language::format::FormatError;
use chrono::{NaiveDate, NaiveTime};

/// Reads a date; blank is none.
pub fn date(store: Store, typed: &str) -> Result<Option<NaiveDate>, String> {
    say()
        .format
        .parse_date(typed, &store.moment())
        .map_err(sentence)
}

/// Reads a date and prints it as the language does; blank stays blank.
pub fn date_text(store: Store, typed: &str) -> Result<String, String> {
    Ok(date(store, typed)?
        .map(|date| say().format.date(date))
        .unwrap_or_default())
}

/// Reads a time of day; blank is none.
pub fn time(store: Store, typed: &str) -> Result<Option<NaiveTime>, String> {
    say()
        .format
        .parse_time(typed, &store.moment())
        .map_err(sentence)
}

/// Reads a time of day and prints it as the language does; blank stays blank.
pub fn time_text(store: Store, typed: &str) -> Result<String, String> {
    Ok(time(store, typed)?
        .map(|time| say().format.time(time))
        .unwrap_or_default())
}

/// Reads an amount in local currency; blank is zero.
pub fn money(store: Store, typed: &str) -> Result<Money, String> {
    let currency = store.peek(|records| records.setup().currency.clone());
    let money = say()
        .format
        .parse_money(typed, &currency)
        .map_err(sentence)?;
    money
        .checked()
        .map_err(|_| sentence(too_large_or_negative(money.0)))
}

/// Reads an amount in local currency and prints it as the language does.
pub fn money_text(store: Store, typed: &str) -> Result<String, String> {
    Ok(say().format.amount(money(store, typed)?))
}

/// Reads a duration; blank is zero.
pub fn minutes(typed: &str) -> Result<Minutes, String> {
    let minutes = say().format.parse_minutes(typed).map_err(sentence)?;
    minutes
        .checked()
        .map_err(|_| sentence(FormatError::TooLarge))
}

/// Reads a duration and prints it as whole minutes.
pub fn minutes_text(typed: &str) -> Result<String, String> {
    Ok(say().format.count(u64::from(minutes(typed)?.0)))
}

fn too_large_or_negative(hundredths: i64) -> FormatError {
    if hundredths < 0 {
        FormatError::BelowZero
    } else {
        FormatError::TooLarge
    }
}

fn sentence(error: FormatError) -> String {
    explain::format_error(say(), error)
}
