//! Dates and times: what is read, what is refused.

use super::{date, en, fi, moment, time};
use lokikirja::language::format::FormatError;

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
        ("k", "2026-11-21"),
        ("käsittelypvm", "2026-11-21"),
        ("Työpäivämäärä", "2026-11-21"),
        ("Eilen", "2026-11-21"),
        ("huomenna", "2026-11-23"),
        ("22. marraskuuta 2026", "2026-11-22"),
        ("22 marras", "2026-11-22"),
        ("1 maa 26", "2026-03-01"),
        ("5. mar", "2026-11-05"),
    ];
    let english = [
        ("today", "2026-11-22"),
        ("workdate", "2026-11-21"),
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
fn months_and_years_are_read_as_their_days() {
    let both = [
        ("11.2026", "2026-11-01", "2026-11-30"),
        ("11/2026", "2026-11-01", "2026-11-30"),
        ("2026-11", "2026-11-01", "2026-11-30"),
        ("02 2028", "2028-02-01", "2028-02-29"),
        ("12.2026", "2026-12-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2199", "2199-01-01", "2199-12-31"),
    ];
    for format in [fi(), en()] {
        for (typed, first, last) in both {
            let read = format.parse_period(typed);
            assert_eq!(read, Ok(Some((date(first), date(last)))), "{typed}");
        }
        for other in ["", "22.11.2026", "22.11", "22", "221126", "t", "2026-11-22"] {
            assert_eq!(format.parse_period(other), Ok(None), "{other}");
        }
        for (typed, error) in [
            ("13.2026", FormatError::NoSuchDay),
            ("0/2026", FormatError::NoSuchDay),
            ("1.2226", FormatError::YearOutOfRange),
            ("1126", FormatError::YearOutOfRange),
            ("ab 2026", FormatError::NotADate),
        ] {
            assert_eq!(format.parse_period(typed), Err(error), "{typed}");
        }
    }
    let november = Ok(Some((date("2026-11-01"), date("2026-11-30"))));
    assert_eq!(fi().parse_period("marraskuu 2026"), november);
    assert_eq!(fi().parse_period("2026 marras"), november);
    assert_eq!(en().parse_period("Nov 2026"), november);
}
