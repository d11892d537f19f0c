//! The days on which the demo company works.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The day itself, or the next one on which people work.
pub(super) fn working_day(mut day: NaiveDate) -> NaiveDate {
    while !is_worked(day) {
        day = day + Days::new(1);
    }
    day
}

/// The day itself, or the last one before it on which people worked.
pub(super) fn last_working_day(mut day: NaiveDate) -> NaiveDate {
    while !is_worked(day) {
        day = day - Days::new(1);
    }
    day
}

/// No weekend, and none of the holidays that keep their date.
fn is_worked(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let holidays = [
        (1, 1),
        (1, 6),
        (5, 1),
        (12, 6),
        (12, 24),
        (12, 25),
        (12, 26),
    ];
    !weekend && !holidays.contains(&(day.month(), day.day()))
}
