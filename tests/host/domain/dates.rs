//! Date formulas against the calendar, told in other ways than the formulas count.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use lokikirja::domain::dates::{DateFormula, FormulaError, Letters, MAX_PARTS, Part, Step, Unit};
use proptest::prelude::*;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

fn read(text: &str) -> DateFormula {
    DateFormula::parse(text, &Letters::ENGLISH).unwrap_or_else(|e| panic!("{text}: {e:?}"))
}

fn day(formula: &str, base: &str) -> String {
    let day = read(formula).from(date(base)).expect("within the calendar");
    day.to_string()
}

#[test]
fn formulas_count_from_a_day() {
    for (formula, base, expected) in [
        ("10D", "2026-11-25", "2026-12-05"),
        ("-30D", "2026-11-25", "2026-10-26"),
        ("2W", "2026-11-25", "2026-12-09"),
        ("1M", "2026-01-31", "2026-02-28"),
        ("1M", "2028-01-31", "2028-02-29"),
        ("-1M", "2026-03-31", "2026-02-28"),
        ("1Q", "2026-11-30", "2027-02-28"),
        ("1Y", "2028-02-29", "2029-02-28"),
        ("-4Y", "2028-02-29", "2024-02-29"),
        ("CD", "2026-11-25", "2026-11-25"),
        ("CW", "2026-11-25", "2026-11-29"),
        ("CW", "2026-11-29", "2026-11-29"),
        ("-CW", "2026-11-25", "2026-11-23"),
        ("-CW", "2027-01-01", "2026-12-28"),
        ("CM", "2026-02-10", "2026-02-28"),
        ("CM", "2028-02-10", "2028-02-29"),
        ("-CM", "2026-11-25", "2026-11-01"),
        ("CQ", "2026-11-25", "2026-12-31"),
        ("-CQ", "2026-11-25", "2026-10-01"),
        ("CY", "2026-11-25", "2026-12-31"),
        ("-CY", "2026-11-25", "2026-01-01"),
        ("CW+1W", "2026-11-25", "2026-12-06"),
        ("-1M+CM", "2026-03-31", "2026-02-28"),
        ("CM+10D", "2026-11-25", "2026-12-10"),
        ("-CM-1D", "2026-03-15", "2026-02-28"),
        // The order counts.
        ("1M-1D", "2026-01-31", "2026-02-27"),
        ("-1D+1M", "2026-01-31", "2026-02-28"),
        ("D10", "2026-11-09", "2026-11-10"),
        ("D10", "2026-11-10", "2026-12-10"),
        ("D31", "2026-11-25", "2026-12-31"),
        ("D30", "2026-01-31", "2026-03-30"),
        ("-D31", "2026-03-30", "2026-01-31"),
        ("-D10", "2026-11-10", "2026-10-10"),
        ("WD4", "2026-11-25", "2026-11-26"),
        ("WD3", "2026-11-25", "2026-12-02"),
        ("-WD3", "2026-11-25", "2026-11-18"),
        ("-WD7", "2026-11-25", "2026-11-22"),
        ("+7", "2026-11-25", "2026-12-02"),
        ("-7", "2026-11-25", "2026-11-18"),
        (" - 1 m + c m ", "2026-03-31", "2026-02-28"),
    ] {
        assert_eq!(day(formula, base), expected, "{formula} from {base}");
    }
}

#[test]
fn other_texts_are_no_formulas() {
    use FormulaError::{NotAFormula, TooLarge};
    for (text, error) in [
        ("", NotAFormula),
        ("D", NotAFormula),
        ("C", NotAFormula),
        ("7", NotAFormula),
        ("-", NotAFormula),
        ("1D+", NotAFormula),
        ("1D2W", NotAFormula),
        ("1X", NotAFormula),
        ("CX", NotAFormula),
        ("-1M+7", NotAFormula),
        ("D0", NotAFormula),
        ("D32", NotAFormula),
        ("WD8", NotAFormula),
        ("W4", NotAFormula),
        ("1.5D", NotAFormula),
        ("--1D", NotAFormula),
        ("10000D", TooLarge),
        ("99999999999999999999D", TooLarge),
        ("1D+1D+1D+1D+1D+1D+1D+1D+1D+1D+1D", TooLarge),
    ] {
        let read = DateFormula::parse(text, &Letters::ENGLISH);
        assert_eq!(read, Err(error), "{text}");
    }
}

#[test]
fn beyond_the_calendar_there_is_no_day() {
    assert_eq!(read("1D").from(NaiveDate::MAX), None);
    assert_eq!(read("-1D").from(NaiveDate::MIN), None);
    assert_eq!(read("CY").from(NaiveDate::MAX), None);
    assert_eq!(read("D1").from(NaiveDate::MAX), None);
}

pub fn any_formula() -> impl Strategy<Value = DateFormula> {
    let unit = || prop::sample::select(Unit::ALL);
    let step = prop_oneof![
        (0..=9999_u16, unit()).prop_map(|(n, unit)| Step::By(n, unit)),
        unit().prop_map(Step::Current),
        (1..=31_u8).prop_map(Step::DayOfMonth),
        (1..=7_u8).prop_map(Step::DayOfWeek),
    ];
    let part = (any::<bool>(), step).prop_map(|(back, step)| Part { back, step });
    let parts = prop::collection::vec(part, 0..=MAX_PARTS);
    parts.prop_map(|parts| DateFormula::new(parts).expect("within the bounds"))
}

pub fn any_date() -> impl Strategy<Value = NaiveDate> {
    (1900..=2199_i32, 1..=366_u32)
        .prop_filter_map("no 366th day", |(y, day)| NaiveDate::from_yo_opt(y, day))
}

/// Walks day by day until one is as wanted.
fn walk(from: NaiveDate, back: bool, wanted: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let step = |day: NaiveDate| if back { day.pred_opt() } else { day.succ_opt() };
    let mut day = from;
    while !wanted(day) {
        day = step(day).expect("within the calendar");
    }
    day
}

/// The day to which one step leads, found by walking.
fn walked(base: NaiveDate, back: bool, step: Step) -> NaiveDate {
    let outside = |unit: Unit, day: NaiveDate| match unit {
        Unit::Day => day != base,
        Unit::Week => day.iso_week() != base.iso_week(),
        Unit::Month => (day.year(), day.month()) != (base.year(), base.month()),
        Unit::Quarter => (day.year(), day.month0() / 3) != (base.year(), base.month0() / 3),
        Unit::Year => day.year() != base.year(),
    };
    let one = Days::new(1);
    match step {
        Step::Current(unit) if back => walk(base, true, |day| outside(unit, day)) + one,
        Step::Current(unit) => walk(base, false, |day| outside(unit, day)) - one,
        Step::DayOfMonth(n) => walk(if back { base - one } else { base + one }, back, |day| {
            day.day() == u32::from(n)
        }),
        Step::DayOfWeek(n) => {
            let wanted = Weekday::try_from(n - 1).expect("a weekday");
            walk(if back { base - one } else { base + one }, back, |day| {
                day.weekday() == wanted
            })
        }
        Step::By(n, Unit::Day) if back => base - Days::new(n.into()),
        Step::By(n, Unit::Day) => base + Days::new(n.into()),
        Step::By(n, Unit::Week) if back => base - Days::new(7 * u64::from(n)),
        Step::By(n, Unit::Week) => base + Days::new(7 * u64::from(n)),
        Step::By(n, unit) => {
            let months = match unit {
                Unit::Quarter => 3,
                Unit::Year => 12,
                _ => 1,
            };
            let months = i32::from(n) * months * if back { -1 } else { 1 };
            let month = 12 * base.year() + base.month0() as i32 + months;
            let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u32 + 1);
            let days = (1..=base.day()).rev();
            let day = |day| NaiveDate::from_ymd_opt(year, month, day);
            days.into_iter()
                .find_map(day)
                .expect("every month has a 28th")
        }
    }
}

proptest! {
    /// Law: what is printed is read back, joined to a word or not.
    #[test]
    fn printed_formulas_are_read_back(formula in any_formula()) {
        prop_assume!(!formula.is_empty());
        for joined in [false, true] {
            let text = formula.print(&Letters::ENGLISH, joined);
            let read = DateFormula::parse(&text, &Letters::ENGLISH);
            prop_assert_eq!(read.as_ref(), Ok(&formula), "{}", text);
        }
    }

    /// Law: each step leads where walking day by day leads.
    #[test]
    fn steps_agree_with_walking(formula in any_formula(), base in any_date()) {
        let text = formula.print(&Letters::ENGLISH, false);
        let mut expected = base;
        for part in parts(&text) {
            expected = walked(expected, part.0, part.1);
        }
        prop_assert_eq!(formula.from(base), Some(expected), "{} from {}", text, base);
    }

    /// Law: no text makes the reader panic.
    #[test]
    fn any_text_is_read_or_refused(text in "[-+0-9cdwmqyCDWMQY ]{0,20}|\\PC{0,20}") {
        if let Ok(formula) = DateFormula::parse(&text, &Letters::ENGLISH) {
            let printed = formula.print(&Letters::ENGLISH, false);
            prop_assert_eq!(DateFormula::parse(&printed, &Letters::ENGLISH), Ok(formula));
        }
    }
}

/// The parts of a printed formula, read by eye: `-1M+CM`.
fn parts(text: &str) -> Vec<(bool, Step)> {
    let unit = |letter: &str| match letter {
        "D" => Unit::Day,
        "W" => Unit::Week,
        "M" => Unit::Month,
        "Q" => Unit::Quarter,
        "Y" => Unit::Year,
        other => panic!("{other}"),
    };
    let marked = text.replace('-', " -").replace('+', " +");
    let step = |text: &str| match text.split_at(1) {
        ("C", letter) => Step::Current(unit(letter)),
        ("D", n) => Step::DayOfMonth(n.parse().expect("a day")),
        ("W", n) => Step::DayOfWeek(n[1..].parse().expect("a weekday")),
        _ => {
            let (n, letter) = text.split_at(text.len() - 1);
            Step::By(n.parse().expect("a number"), unit(letter))
        }
    };
    let words = marked.split_whitespace();
    words
        .map(|word| {
            (
                word.starts_with('-'),
                step(word.trim_start_matches(['-', '+'])),
            )
        })
        .collect()
}
