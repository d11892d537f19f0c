//! How English writes and reads dates, times and numbers.

use crate::language::format::{Formats, RelativeDay, of_month, of_weekday};
use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_SHORT: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

pub(super) const FORMATS: Formats = Formats {
    decimal_sign: '.',
    group_sign: ',',
    clock_sign: ':',
    hour_has_two_digits: true,
    date: |date| format!("{} {}", day_and_month(date), date.year()),
    day_and_month,
    weekday_and_date: |date| {
        let (weekday, month) = (of_weekday(&WEEKDAYS, date), of_month(&MONTHS, date));
        format!("{weekday} {} {month} {}", date.day(), date.year())
    },
    with_currency: |amount, sign| match sign {
        "€" => format!("€{amount}"),
        code => format!("{code}\u{a0}{amount}"),
    },
    relative_day: |day| match day {
        RelativeDay::Today => "today".into(),
        RelativeDay::Yesterday => "yesterday".into(),
        RelativeDay::Tomorrow => "tomorrow".into(),
        RelativeDay::DaysAgo(n) => format!("{} ago", days(n)),
        RelativeDay::InDays(n) => format!("in {}", days(n)),
    },
    days,
    months: [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    today: &["t", "today"],
    yesterday: &["y", "yesterday"],
    tomorrow: &["tomorrow"],
    work_date: &["w", "work date", "workdate"],
    now: &["t", "n", "now"],
    at: "at",
    hours: &["h", "hr", "hrs", "hour", "hours"],
    minutes: &["m", "min", "mins", "minute", "minutes"],
};

fn day_and_month(date: NaiveDate) -> String {
    format!("{} {}", date.day(), of_month(&MONTHS_SHORT, date))
}

fn days(n: u32) -> String {
    match n {
        1 => "1 day".into(),
        n => format!("{} days", FORMATS.count(n.into())),
    }
}
