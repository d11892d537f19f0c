//! Dates, times, money and counts: what is printed here; what is read and refused beside it.

mod laws;
mod read_dates;
mod read_numbers;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use lokikirja::domain::Moment;
use lokikirja::domain::values::{Minutes, Money};
use lokikirja::language::format::Formats;
use lokikirja::language::{Lang, messages};

fn fi() -> &'static Formats {
    &messages(Lang::Fi).format
}

fn en() -> &'static Formats {
    &messages(Lang::En).format
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

fn time(text: &str) -> NaiveTime {
    text.parse().expect("a time in a test")
}

/// Sunday, 22 November 2026, 14:34:30; the work date is the day before.
pub fn moment() -> Moment {
    let local: NaiveDateTime = "2026-11-22T14:34:30".parse().expect("a moment");
    Moment {
        now: DateTime::from_naive_utc_and_offset(local, chrono::Utc),
        local,
        work_date: date("2026-11-21"),
        user: String::new(),
        my_salesperson: None,
    }
}

/// Blanks that do not break, made visible.
fn shown(text: &str) -> String {
    text.replace('\u{a0}', "_")
}

#[test]
fn dates_and_times_are_printed_as_each_language_writes_them() {
    let day = date("2026-11-02");
    let at = day.and_time(time("09:07:05"));
    assert_eq!(fi().date(day), "2.11.2026");
    assert_eq!(fi().day_and_month(day), "2.11.");
    assert_eq!(fi().weekday_and_date(day), "maanantai 2.11.2026");
    assert_eq!(fi().time(at.time()), "9.07");
    assert_eq!(fi().date_and_time(at), "2.11.2026 9.07");
    assert_eq!(en().date(day), "2 Nov 2026");
    assert_eq!(en().day_and_month(day), "2 Nov");
    assert_eq!(en().weekday_and_date(day), "Monday 2 November 2026");
    assert_eq!(en().time(at.time()), "09:07");
    assert_eq!(en().date_and_time(at), "2 Nov 2026 09:07");
}

#[test]
fn numbers_are_printed_as_each_language_writes_them() {
    let table = [
        (0, "EUR", "0,00_€", "€0.00"),
        (4250, "EUR", "42,50_€", "€42.50"),
        (-4250, "EUR", "−42,50_€", "−€42.50"),
        (5, "USD", "0,05_USD", "USD_0.05"),
        (123_456_789, "EUR", "1_234_567,89_€", "€1,234,567.89"),
        (99_999_999_999, "EUR", "999_999_999,99_€", "€999,999,999.99"),
    ];
    for (hundredths, currency, finnish, english) in table {
        assert_eq!(shown(&fi().money(Money(hundredths), currency)), finnish);
        assert_eq!(shown(&en().money(Money(hundredths), currency)), english);
    }
    assert_eq!(shown(&fi().whole_money(Money(123_450), "EUR")), "1_235_€");
    assert_eq!(en().whole_money(Money(-123_449), "EUR"), "−€1,234");
    assert_eq!(shown(&fi().amount(Money(-123_450))), "−1_234,50");
    assert_eq!(en().amount(Money(-123_450)), "−1,234.50");
    assert_eq!(shown(&fi().count(100_000)), "100_000");
    assert_eq!(en().count(100_000), "100,000");
    assert_eq!(fi().count(999), "999");
    assert_eq!(shown(&fi().minutes(Minutes(180))), "180_min");
    for (minutes, text) in [
        (0, "0_min"),
        (45, "45_min"),
        (540, "9_h"),
        (90, "1_h_30_min"),
        (60_001, "1_000_h_1_min"),
    ] {
        assert_eq!(shown(&fi().hours_and_minutes(Minutes(minutes))), text);
    }
}

#[test]
fn days_are_named_by_how_near_they_are() {
    let today = date("2026-11-22");
    let table = [
        ("2026-11-22", "tänään", "today"),
        ("2026-11-21", "eilen", "yesterday"),
        ("2026-11-23", "huomenna", "tomorrow"),
        ("2026-11-16", "6 päivää sitten", "6 days ago"),
        ("2026-11-24", "2 päivän kuluttua", "in 2 days"),
    ];
    for (day, finnish, english) in table {
        assert_eq!(fi().relative_day(date(day), today), finnish);
        assert_eq!(en().relative_day(date(day), today), english);
    }
    assert_eq!(fi().near_day(date("2026-11-21"), today), "eilen");
    assert_eq!(fi().near_day(date("2026-11-20"), today), "20.11.2026");
    assert_eq!(en().near_day(date("2026-11-20"), today), "20 Nov 2026");
    assert_eq!(
        (fi().days(1), en().days(1)),
        ("1 päivä".into(), "1 day".into())
    );
    assert_eq!(
        (fi().days(6), en().days(6)),
        ("6 päivää".into(), "6 days".into())
    );
}
