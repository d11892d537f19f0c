//! Money, durations and counts: what is read, what is refused.

use super::{en, fi};
use lokikirja::domain::values::{Minutes, Money};
use lokikirja::language::format::FormatError;

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

#[test]
fn numbers_have_the_decimals_of_their_field() {
    use FormatError::{NotANumber, TooLarge, TooManyDecimals};
    for (typed, decimals, steps) in [
        ("8", 0, Ok(8)),
        ("-1 000", 0, Ok(-1000)),
        ("8,125", 3, Ok(8125)),
        ("8,5", 3, Ok(8500)),
        ("−0,05", 2, Ok(-5)),
        ("8,5", 0, Err(TooManyDecimals)),
        ("8,1254", 3, Err(TooManyDecimals)),
        ("kahdeksan", 0, Err(NotANumber)),
        ("8 €", 2, Err(NotANumber)),
        ("", 0, Err(NotANumber)),
        ("9223372036854775808", 0, Err(TooLarge)),
        ("-9223372036854775808", 0, Ok(i64::MIN)),
    ] {
        assert_eq!(fi().parse_decimal(typed, decimals), steps, "{typed}");
    }
    assert_eq!(en().parse_decimal("1,234.5", 1), Ok(12_345));
}
