//! Dates, times, money and counts: what is printed, what is read, what is refused.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use lokikirja::domain::Moment;
use lokikirja::domain::values::{Minutes, Money};
use lokikirja::language::format::{FormatError, Formats, YEARS};
use lokikirja::language::{Lang, messages};
use proptest::prelude::*;

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
fn moment() -> Moment {
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
    assert_eq!(fi().time_to_the_second(at.time()), "9.07.05");
    assert_eq!(fi().date_and_time(at), "2.11.2026 9.07");
    assert_eq!(en().date(day), "2 Nov 2026");
    assert_eq!(en().day_and_month(day), "2 Nov");
    assert_eq!(en().weekday_and_date(day), "Monday 2 November 2026");
    assert_eq!(en().time(at.time()), "09:07");
    assert_eq!(en().time_to_the_second(at.time()), "09:07:05");
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

#[test]
fn dates_are_read_in_every_usual_form() {
    let both = [
        ("22.11.2026", "2026-11-22"),
        (" 22.11.2026 ", "2026-11-22"),
        ("22. 11. 2026", "2026-11-22"),
        ("22.11.26", "2026-11-22"),
        ("22.11", "2026-11-22"),
        ("22.11.", "2026-11-22"),
        ("2.1", "2026-01-02"),
        ("02.01.", "2026-01-02"),
        ("22/11/2026", "2026-11-22"),
        ("22/11", "2026-11-22"),
        ("22-11-26", "2026-11-22"),
        ("22–11", "2026-11-22"),
        ("22,11", "2026-11-22"),
        ("22 11 2026", "2026-11-22"),
        ("2211", "2026-11-22"),
        ("221126", "2026-11-22"),
        ("22112026", "2026-11-22"),
        ("2026-11-22", "2026-11-22"),
        ("2026-1-2", "2026-01-02"),
        ("7", "2026-11-07"),
        ("29.2.2028", "2028-02-29"),
        ("t", "2026-11-22"),
        ("T", "2026-11-22"),
        ("w", "2026-11-21"),
        ("-1", "2026-11-21"),
        ("−7", "2026-11-15"),
        ("+10", "2026-12-02"),
    ];
    let finnish = [
        ("tänään", "2026-11-22"),
        ("Eilen", "2026-11-21"),
        ("huomenna", "2026-11-23"),
        ("22. marraskuuta 2026", "2026-11-22"),
        ("22 marras", "2026-11-22"),
        ("1 maa 26", "2026-03-01"),
        ("5. mar", "2026-11-05"),
    ];
    let english = [
        ("today", "2026-11-22"),
        ("YESTERDAY", "2026-11-21"),
        ("tomorrow", "2026-11-23"),
        ("22 Nov", "2026-11-22"),
        ("22nov2026", "2026-11-22"),
        ("22 November 2026", "2026-11-22"),
        ("Nov 22, 2026", "2026-11-22"),
        ("nov 22", "2026-11-22"),
        ("5 mar", "2026-03-05"),
        ("1 may 26", "2026-05-01"),
    ];
    for (typed, wanted) in both {
        for format in [fi(), en()] {
            let read = format.parse_date(typed, &moment());
            assert_eq!(read, Ok(Some(date(wanted))), "{typed}");
        }
    }
    for (typed, wanted) in finnish {
        let read = fi().parse_date(typed, &moment());
        assert_eq!(read, Ok(Some(date(wanted))), "{typed}");
    }
    for (typed, wanted) in english {
        let read = en().parse_date(typed, &moment());
        assert_eq!(read, Ok(Some(date(wanted))), "{typed}");
    }
    assert_eq!(fi().parse_date("  ", &moment()), Ok(None));
}

#[test]
fn what_is_no_date_is_refused_for_its_reason() {
    use FormatError::{NoSuchDay, NotADate, YearOutOfRange};
    let table = [
        ("31.4.", NoSuchDay),
        ("29.2.2027", NoSuchDay),
        ("0.1.", NoSuchDay),
        ("11/22/2026", NoSuchDay),
        ("31", NoSuchDay),
        ("22.11.0226", YearOutOfRange),
        ("22.11.2200", YearOutOfRange),
        ("+99999", YearOutOfRange),
        ("211", NotADate),
        ("22.11.226", NotADate),
        ("22.111", NotADate),
        ("22.11.2026.5", NotADate),
        ("22:11", NotADate),
        ("22...11", NotADate),
        (".11", NotADate),
        ("huomen na", NotADate),
        ("22 no", NotADate),
        ("+", NotADate),
        ("-1.5", NotADate),
        ("+100000", NotADate),
        ("٢٢.١١", NotADate),
        ("2026-11-22T10:00", NotADate),
        ("99999999999999999999", NotADate),
    ];
    for (typed, why) in table {
        for format in [fi(), en()] {
            assert_eq!(format.parse_date(typed, &moment()), Err(why), "{typed}");
        }
    }
    // Each language reads its own months only: "mar" is November in Finnish.
    assert_eq!(fi().parse_date("22 nov", &moment()), Err(NotADate));
    assert_eq!(en().parse_date("22 marras", &moment()), Err(NotADate));
}

#[test]
fn times_are_read_in_every_usual_form() {
    let table = [
        ("1435", "14:35:00"),
        ("14.35", "14:35:00"),
        ("14:35", "14:35:00"),
        ("14,35", "14:35:00"),
        ("14 35", "14:35:00"),
        ("9", "09:00:00"),
        ("09", "09:00:00"),
        ("935", "09:35:00"),
        ("9.05", "09:05:00"),
        ("0", "00:00:00"),
        ("2359", "23:59:00"),
        ("2:35 pm", "14:35:00"),
        ("2pm", "14:00:00"),
        ("12 a.m.", "00:00:00"),
        ("12:15 PM", "12:15:00"),
        ("t", "14:35:00"),
        ("n", "14:35:00"),
    ];
    for (typed, wanted) in table {
        for format in [fi(), en()] {
            let read = format.parse_time(typed, &moment());
            assert_eq!(read, Ok(Some(time(wanted))), "{typed}");
        }
    }
    assert_eq!(
        fi().parse_time("klo 14.35", &moment()),
        Ok(Some(time("14:35:00")))
    );
    assert_eq!(
        en().parse_time("at 14:35", &moment()),
        Ok(Some(time("14:35:00")))
    );
    assert_eq!(
        fi().parse_time("nyt", &moment()),
        Ok(Some(time("14:35:00")))
    );
    assert_eq!(en().parse_time(" ", &moment()), Ok(None));
}

#[test]
fn what_is_no_time_is_refused() {
    let typed = [
        "24",
        "2400",
        "1460",
        "14.5",
        "14.",
        ".35",
        "14.35.20",
        "14:355",
        "12345",
        "0 pm",
        "13 pm",
        "pm",
        "-9",
        "yhdeksän",
        "1ö5",
        "९",
    ];
    for typed in typed {
        for format in [fi(), en()] {
            let read = format.parse_time(typed, &moment());
            assert_eq!(read, Err(FormatError::NotATime), "{typed}");
        }
    }
}

#[test]
fn amounts_are_read_with_comma_or_point() {
    let both = [
        ("8", 800),
        ("8,5", 850),
        ("8.50", 850),
        ("8,", 800),
        (",5", 50),
        ("0,05", 5),
        ("1 234,50", 123_450),
        ("1\u{a0}234,50", 123_450),
        ("1\u{202f}234\u{a0}567", 123_456_700),
        ("1.234,50", 123_450),
        ("1,234.50", 123_450),
        ("1.234.567", 123_456_700),
        ("1'234.50", 123_450),
        ("42,50 €", 4250),
        ("42,50€", 4250),
        ("€42.50", 4250),
        ("42.50 eur", 4250),
        ("EUR 42.50", 4250),
        ("-5", -500),
        ("−5,00 €", -500),
        ("-€5", -500),
        ("€-5", -500),
        ("+5", 500),
        ("", 0),
        ("999999999,99", 99_999_999_999),
    ];
    for (typed, hundredths) in both {
        for format in [fi(), en()] {
            let read = format.parse_money(typed, "EUR");
            assert_eq!(read, Ok(Money(hundredths)), "{typed}");
        }
    }
    assert_eq!(en().parse_money("1,234", "EUR"), Ok(Money(123_400)));
    assert_eq!(en().parse_money("USD 5", "USD"), Ok(Money(500)));
}

#[test]
fn what_is_no_amount_is_refused_for_its_reason() {
    use FormatError::{NotAnAmount, TooLarge, TooManyDecimals};
    let both = [
        ("0.001", TooManyDecimals),
        ("12 34", NotAnAmount),
        ("1 2345", NotAnAmount),
        ("1.2.3", NotAnAmount),
        ("1,2,3", NotAnAmount),
        ("1.234,567.89", NotAnAmount),
        ("1 234'567", NotAnAmount),
        (",", NotAnAmount),
        ("€", NotAnAmount),
        ("8,5 $", NotAnAmount),
        ("8 USD", NotAnAmount),
        ("--5", NotAnAmount),
        ("-€-5", NotAnAmount),
        ("kahdeksan", NotAnAmount),
        ("8e3", NotAnAmount),
        ("٨", NotAnAmount),
        ("99999999999999999999", TooLarge),
    ];
    for (typed, why) in both {
        for format in [fi(), en()] {
            assert_eq!(format.parse_money(typed, "EUR"), Err(why), "{typed}");
        }
    }
    // The same text is a thousand in one language and could be one or the other in Finnish.
    assert_eq!(fi().parse_money("8,505", "EUR"), Err(TooManyDecimals));
    assert_eq!(fi().parse_money("8.505", "EUR"), Err(TooManyDecimals));
    assert_eq!(en().parse_money("8,505", "EUR"), Ok(Money(850_500)));
}

#[test]
fn durations_are_read_in_minutes_or_in_hours() {
    let both = [
        ("", 0),
        ("15", 15),
        ("15 min", 15),
        ("15min", 15),
        ("1 h", 60),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("1:30", 90),
        ("0:05", 5),
        ("1,5 h", 90),
        ("1.5h", 90),
        ("0,05 h", 3),
        ("1 440", 1440),
        ("-0", 0),
    ];
    for (typed, minutes) in both {
        for format in [fi(), en()] {
            assert_eq!(format.parse_minutes(typed), Ok(Minutes(minutes)), "{typed}");
        }
    }
    assert_eq!(fi().parse_minutes("2 tuntia 5 minuuttia"), Ok(Minutes(125)));
    assert_eq!(fi().parse_minutes("2 t"), Ok(Minutes(120)));
    assert_eq!(en().parse_minutes("2 hours 5 minutes"), Ok(Minutes(125)));
}

#[test]
fn what_is_no_duration_is_refused_for_its_reason() {
    use FormatError::{BelowZero, NotADuration, NotWholeMinutes, TooLarge};
    let table = [
        ("1,5", NotWholeMinutes),
        ("1,5 min", NotWholeMinutes),
        ("0,01 h", NotWholeMinutes),
        ("1,1234567 h", NotWholeMinutes),
        ("-5", BelowZero),
        ("-1 h", BelowZero),
        ("99999999999", TooLarge),
        ("99999999999999999999 h", TooLarge),
        ("99999999999999999 h", TooLarge),
        ("1:5", NotADuration),
        ("1:60", NotADuration),
        (":30", NotADuration),
        ("1 h 60 min", NotADuration),
        ("1 h 5 h", NotADuration),
        ("1,5 h 5 min", NotADuration),
        ("30 min 1 h", NotADuration),
        ("1 h 2 min 3", NotADuration),
        ("h", NotADuration),
        ("5 s", NotADuration),
        ("5 €", NotADuration),
        ("viisi", NotADuration),
    ];
    for (typed, why) in table {
        for format in [fi(), en()] {
            assert_eq!(format.parse_minutes(typed), Err(why), "{typed}");
        }
    }
}

#[test]
fn counts_are_whole_numbers() {
    use FormatError::{BelowZero, NotACount, TooLarge};
    let table = [
        ("10", Ok(10)),
        ("+10", Ok(10)),
        ("1 000", Ok(1000)),
        ("1.000.000", Ok(1_000_000)),
        ("", Err(NotACount)),
        ("1,5", Err(NotACount)),
        ("x", Err(NotACount)),
        ("-1", Err(BelowZero)),
        ("5000000000", Err(TooLarge)),
    ];
    for (typed, wanted) in table {
        for format in [fi(), en()] {
            assert_eq!(format.parse_count(typed), wanted, "{typed}");
        }
    }
    assert_eq!(en().parse_count("1,000"), Ok(1000));
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (*YEARS.start()..=*YEARS.end(), 1..=366_u32).prop_filter_map("no 366th day", |(year, day)| {
        NaiveDate::from_yo_opt(year, day)
    })
}

fn any_time() -> impl Strategy<Value = NaiveTime> {
    (0..24_u32, 0..60_u32).prop_filter_map("a time", |(hour, minute)| {
        NaiveTime::from_hms_opt(hour, minute, 0)
    })
}

/// Text of the characters that readers look at, and some that they do not.
fn odd_text() -> impl Strategy<Value = String> {
    let alphabet: Vec<char> = "0123456789.,:;/-+−–' \u{a0}hmintklopvary€EURäÄ٣\u{0}'ß🙂e"
        .chars()
        .collect();
    prop::collection::vec(prop::sample::select(alphabet), 0..14)
        .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    /// Law: what is printed is read back as the same value.
    #[test]
    fn what_is_printed_is_read_back(
        day in any_date(),
        time in any_time(),
        hundredths in any::<i64>(),
        minutes in any::<u32>(),
        n in any::<u32>(),
        usd in any::<bool>(),
    ) {
        let currency = if usd { "USD" } else { "EUR" };
        let (money, minutes) = (Money(hundredths), Minutes(minutes));
        for format in [fi(), en()] {
            prop_assert_eq!(format.parse_date(&format.date(day), &moment()), Ok(Some(day)));
            prop_assert_eq!(format.parse_time(&format.time(time), &moment()), Ok(Some(time)));
            prop_assert_eq!(format.parse_money(&format.amount(money), currency), Ok(money));
            let printed = format.money(money, currency);
            prop_assert_eq!(format.parse_money(&printed, currency), Ok(money));
            prop_assert_eq!(format.parse_minutes(&format.minutes(minutes)), Ok(minutes));
            prop_assert_eq!(format.parse_minutes(&format.hours_and_minutes(minutes)), Ok(minutes));
            prop_assert_eq!(format.parse_count(&format.count(n.into())), Ok(n));
        }
    }

    /// Law: no text makes a reader panic, and a value read from any text is printed and read back.
    #[test]
    fn any_text_is_read_or_refused(text in prop_oneof![odd_text(), any::<String>()]) {
        for format in [fi(), en()] {
            if let Ok(Some(day)) = format.parse_date(&text, &moment()) {
                prop_assert_eq!(format.parse_date(&format.date(day), &moment()), Ok(Some(day)));
            }
            if let Ok(Some(time)) = format.parse_time(&text, &moment()) {
                prop_assert_eq!(format.parse_time(&format.time(time), &moment()), Ok(Some(time)));
            }
            if let Ok(money) = format.parse_money(&text, "EUR") {
                prop_assert_eq!(format.parse_money(&format.amount(money), "EUR"), Ok(money));
            }
            if let Ok(minutes) = format.parse_minutes(&text) {
                prop_assert_eq!(format.parse_minutes(&format.minutes(minutes)), Ok(minutes));
            }
            if let Ok(n) = format.parse_count(&text) {
                prop_assert_eq!(format.parse_count(&format.count(n.into())), Ok(n));
            }
        }
    }
}
