//! How Finnish writes and reads dates, times and numbers.

use crate::language::format::{Formats, NO_BREAK_SPACE, RelativeDay, of_weekday};
use chrono::{Datelike, NaiveDate};

const WEEKDAYS: [&str; 7] = [
    "maanantai",
    "tiistai",
    "keskiviikko",
    "torstai",
    "perjantai",
    "lauantai",
    "sunnuntai",
];

pub(super) const FORMATS: Formats = Formats {
    decimal_sign: ',',
    group_sign: NO_BREAK_SPACE,
    clock_sign: '.',
    hour_has_two_digits: false,
    date,
    day_and_month: |date| format!("{}.{}.", date.day(), date.month()),
    weekday_and_date: |day| format!("{} {}", of_weekday(&WEEKDAYS, day), date(day)),
    with_currency: |amount, sign| format!("{amount}{NO_BREAK_SPACE}{sign}"),
    relative_day: |day| match day {
        RelativeDay::Today => "tänään".into(),
        RelativeDay::Yesterday => "eilen".into(),
        RelativeDay::Tomorrow => "huomenna".into(),
        RelativeDay::DaysAgo(n) => format!("{} sitten", days(n)),
        RelativeDay::InDays(n) => format!("{} päivän kuluttua", FORMATS.count(n.into())),
    },
    days,
    months: [
        "tammikuuta",
        "helmikuuta",
        "maaliskuuta",
        "huhtikuuta",
        "toukokuuta",
        "kesäkuuta",
        "heinäkuuta",
        "elokuuta",
        "syyskuuta",
        "lokakuuta",
        "marraskuuta",
        "joulukuuta",
    ],
    today: &["t", "tänään"],
    yesterday: &["e", "eilen"],
    tomorrow: &["h", "huomenna"],
    work_date: &[
        "k",
        "käsittelypvm",
        "käsittelypäivämäärä",
        "työpäivä",
        "työpäivämäärä",
        "w",
    ],
    now: &["t", "n", "nyt"],
    at: "klo",
    hours: &["h", "t", "tunti", "tuntia"],
    minutes: &["m", "min", "minuutti", "minuuttia"],
};

fn date(date: NaiveDate) -> String {
    format!("{}.{}.{}", date.day(), date.month(), date.year())
}

fn days(n: u32) -> String {
    match n {
        1 => "1 päivä".into(),
        n => format!("{} päivää", FORMATS.count(n.into())),
    }
}
