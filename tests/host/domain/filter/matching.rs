//! Which rows a filter lets through.

use super::{COUNT, EVALUATION, MONEY, date, days, matches, read, time};
use lokikirja::domain::filter::{Days, Kind, Value};
use lokikirja::language::Lang::Fi;

/// A filter, texts that pass and texts that do not.
type Case = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

#[track_caller]
fn lets_through(kind: Kind, value: impl Fn(&'static str) -> Value<'static>, cases: &[Case]) {
    for (filter, inside, outside) in cases {
        for text in *inside {
            let passes = matches(Fi, kind, filter, value(text));
            assert!(passes, "{filter} lets {text:?} through");
        }
        for text in *outside {
            let passes = matches(Fi, kind, filter, value(text));
            assert!(!passes, "{filter} does not let {text:?} through");
        }
    }
}

#[test]
fn texts() {
    let cases: &[Case] = &[
        (
            "Adatum",
            &["Adatum"],
            &["adatum", "Adatum Oy", "", "Ádatum"],
        ),
        ("@adatum", &["Adatum", "ADATUM", "ádatúm"], &["Adatum Oy"]),
        ("<>Adatum", &["", "adatum"], &["Adatum"]),
        ("''", &[""], &["a", " "]),
        ("<>''", &["a"], &[""]),
        ("A*", &["A", "Aa"], &["a", "BA", ""]),
        ("<>A*", &["a", "BA", ""], &["A", "Aa"]),
        ("*Co*", &["Co", "aCob"], &["co", "C o"]),
        ("*Co", &["Co", "aCo", "CoCo"], &["Cob"]),
        ("*", &["", "a"], &[]),
        ("?", &["a", "ä", "🙂"], &["", "ab"]),
        ("Hans?n", &["Hansen", "Hanson"], &["Hansn", "Hansson"]),
        (
            "a*b*c",
            &["abc", "aXbYc", "abbc", "abcbc"],
            &["acb", "ab", "abcd"],
        ),
        ("*?b", &["ab", "bb", "xab"], &["b"]),
        ("@*oy*", &["Adatum Oy", "OY", "köyhä"], &["o y", ""]),
        ("@*äijä*", &["Aija", "ÄIJÄ", "a\u{308}ija\u{308}"], &["aj"]),
        ("@strasse", &["Straße", "STRASSE"], &["Strase"]),
        ("@stra?e", &["Strafe"], &["Strasse"]),
        ("'*'", &["*"], &["a", ""]),
        ("'J & V'*", &["J & V", "J & V Oy"], &["J"]),
        (
            "A..C",
            &["A", "B", "bz", "C", "c", "Álvarez"],
            &["Ca", "D", "", "Ä"],
        ),
        ("..B", &["A", "a", "B", "1"], &["", "Ba"]),
        ("B..", &["b", "Ö", "Z"], &["A", ""]),
        (">B", &["Ba", "C"], &["B", "b", "A", ""]),
        ("<B", &["A", "Az"], &["B", ""]),
        // å, ä and ö come after z, in this order.
        ("Z..Å", &["Z", "Zz", "Å"], &["Ä", "Y"]),
        ("Ä..Ö", &["ä", "Äz", "Ö", "Ø"], &["Å", "A", "Öa"]),
        ("<>A..C", &["Ca", "D", ""], &["A", "b"]),
        ("A|B&C", &["A"], &["B", "C"]),
        ("(A*|B*)&*C", &["AC", "BxC"], &["C", "AB"]),
        ("<>A*&<>B*", &["C", ""], &["A", "Bx"]),
    ];
    lets_through(Kind::Text, Value::Text, cases);
}

#[test]
fn codes() {
    let cases: &[Case] = &[
        ("ct1*", &["CT1", "CT12"], &["CT2"]),
        ("ct10..ct20", &["CT10", "CT15", "CT2"], &["CT9", "CT3"]),
        ("''", &[""], &["A"]),
        ("ä", &["Ä"], &["A"]),
        ("@ä", &["Ä", "A"], &["B"]),
    ];
    lets_through(Kind::Code, Value::Code, cases);
}

#[test]
fn days_of_the_calendar() {
    let value = |text: &'static str| Value::Date((!text.is_empty()).then(|| date(text)));
    let cases: &[Case] = &[
        ("25.11.2026", &["2026-11-25"], &["2026-11-24", ""]),
        ("t", &["2026-11-25"], &["2026-11-26", ""]),
        ("w", &["2026-12-01"], &["2026-11-25"]),
        ("<>t", &["2026-11-26", ""], &["2026-11-25"]),
        (
            "-30P..t",
            &["2026-10-26", "2026-11-25"],
            &["2026-10-25", "2026-11-26", ""],
        ),
        (
            "<1.1.2026",
            &["2025-12-31", "1900-01-01"],
            &["2026-01-01", ""],
        ),
        ("..31.12.2025", &["2025-12-31"], &["2026-01-01", ""]),
        ("''|..-90P", &["", "2026-08-27"], &["2026-08-28"]),
        (">t", &["2026-11-26"], &["2026-11-25", ""]),
        (
            "11.2026",
            &["2026-11-01", "2026-11-30"],
            &["2026-10-31", "2026-12-01", ""],
        ),
        ("<>11.2026", &["2026-10-31", ""], &["2026-11-15"]),
        (
            "<-CM>..<CM>",
            &["2026-11-01", "2026-11-30"],
            &["2026-12-01"],
        ),
        (
            "-NVI..NVI",
            &["2026-11-23", "2026-11-29"],
            &["2026-11-22", "2026-11-30"],
        ),
        ("k-1P..k", &["2026-11-30", "2026-12-01"], &["2026-11-29"]),
        ("''", &[""], &["2026-11-25"]),
        ("<>''", &["2026-11-25"], &[""]),
        // Upside down on this day only: lets nothing through.
        ("t..1.11.2026", &[], &["2026-11-10", "2026-11-25"]),
    ];
    lets_through(Kind::Date, value, cases);
}

#[test]
fn relative_days_move_on() {
    let filter = read(Fi, Kind::Date, "t");
    let tomorrow = Days {
        today: date("2026-11-26"),
        work_date: date("2026-12-01"),
    };
    let value = Value::Date(Some(date("2026-11-26")));
    assert!(!filter.resolve(&days()).matches(&value));
    assert!(filter.resolve(&tomorrow).matches(&value));
}

#[test]
fn times_by_the_minute() {
    let value = |text: &'static str| Value::Time((!text.is_empty()).then(|| time(text)));
    let cases: &[Case] = &[
        (
            "14.35",
            &["14:35:00", "14:35:59"],
            &["14:34:59", "14:36:00", ""],
        ),
        ("..12", &["00:00:00", "12:00:30"], &["12:01:00", ""]),
        (">14.35", &["14:36:00"], &["14:35:59"]),
        ("<>''", &["00:00:00"], &[""]),
    ];
    lets_through(Kind::Time, value, cases);
}

#[test]
fn numbers() {
    let value = |text: &'static str| Value::Number(text.parse().expect("a number in a test"));
    let cases: &[Case] = &[
        ("8,50", &["850"], &["8", "85"]),
        (">8,5", &["851"], &["850"]),
        (">=8,5", &["850"], &["849"]),
        ("<>0", &["1", "-1"], &["0"]),
        ("''", &["0"], &["1"]),
        ("<>''", &["1"], &["0"]),
        ("<0", &["-1"], &["0"]),
        ("..1|3..", &["100", "300", "-5"], &["101", "299"]),
        (">0&<2", &["1", "199"], &["0", "200"]),
    ];
    lets_through(MONEY, value, cases);
    // The ends of what a number can be.
    let cases: &[Case] = &[
        (">9223372036854775807", &[], &["9223372036854775807", "0"]),
        ("<-9223372036854775808", &[], &["-9223372036854775808", "0"]),
        (">=9223372036854775807", &["9223372036854775807"], &["0"]),
    ];
    lets_through(COUNT, value, cases);
    let cases: &[Case] = &[("1 h..", &["60"], &["59"])];
    lets_through(Kind::Duration, value, cases);
}

#[test]
fn values_of_lists_and_ticks() {
    let value = |text: &'static str| Value::Option(text.parse().ok());
    let cases: &[Case] = &[
        ("neutraali", &["2"], &["1", ""]),
        ("<>neutraali", &["1", ""], &["2"]),
        ("''", &[""], &["0"]),
        ("..neutraali", &["0", "2"], &["3", ""]),
        (">neutraali", &["3", "4"], &["2", ""]),
    ];
    lets_through(EVALUATION, value, cases);
    let value = |text: &'static str| Value::YesNo(text == "yes");
    let cases: &[Case] = &[
        ("kyllä", &["yes"], &["no"]),
        ("<>kyllä", &["no"], &["yes"]),
        ("''", &["no"], &["yes"]),
        ("ei|kyllä", &["yes", "no"], &[]),
    ];
    lets_through(Kind::YesNo, value, cases);
}

/// A pattern that takes other matchers ages. No time is asserted: one that grows without bounds
/// does not come back at all.
#[test]
fn many_wildcards_take_no_ages() {
    let filter = format!("@{}b", "*a".repeat(120));
    let text = "a".repeat(5000);
    assert!(!matches(Fi, Kind::Text, &filter, Value::Text(&text)));
}
