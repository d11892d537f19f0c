//! Laws: what is printed is read back; no text makes a reader panic.

use super::{en, fi, moment};
use chrono::{NaiveDate, NaiveTime};
use lokikirja::domain::values::{Minutes, Money};
use lokikirja::language::format::YEARS;
use proptest::prelude::*;

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
            for decimals in 0..=9 {
                let printed = format.decimal(hundredths, decimals);
                prop_assert_eq!(format.parse_decimal(&printed, decimals), Ok(hundredths));
            }
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
