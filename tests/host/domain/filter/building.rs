//! Filters made by clicking.

use super::{COUNT, EVALUATION, MONEY, date, days, neutral, read, time};
use lokikirja::domain::filter::{Filter, Kind, Neutral, Value};
use lokikirja::language::Lang::Fi;

fn print(filter: Option<Filter>) -> Option<String> {
    filter.as_ref().map(neutral)
}

#[test]
fn filter_to_a_value() {
    for (kind, value, expected) in [
        (Kind::Text, Value::Text("Adatum"), "Adatum"),
        (Kind::Text, Value::Text("J & V (*)"), "'J & V (*)'"),
        (Kind::Text, Value::Text("<>A..B"), "'<>A..B'"),
        (Kind::Text, Value::Text("@me"), "'@me'"),
        (Kind::Text, Value::Text(""), "''"),
        (Kind::Code, Value::Code("CT000012"), "CT000012"),
        (MONEY, Value::Number(-850), "-8.50"),
        (COUNT, Value::Number(0), "0"),
        (Kind::Duration, Value::Number(90), "90"),
        (
            Kind::Date,
            Value::Date(Some(date("2026-11-25"))),
            "2026-11-25",
        ),
        (Kind::Date, Value::Date(None), "''"),
        (Kind::Time, Value::Time(Some(time("14:35:20"))), "14:35"),
        (Kind::Time, Value::Time(None), "''"),
        (EVALUATION, Value::Option(Some(3)), "3"),
        (EVALUATION, Value::Option(None), "''"),
        (Kind::YesNo, Value::YesNo(false), "0"),
    ] {
        let filter = Filter::equal(kind, value).expect("a filter");
        assert_eq!(neutral(&filter), expected);
        assert!(filter.resolve(&days()).matches(&value), "{expected}");
    }
    assert_eq!(
        Filter::equal(Kind::Text, Value::Text(&"a".repeat(251))),
        None
    );
}

#[test]
fn any_of_several_values() {
    let any = |values: &[&str]| {
        let values: Vec<Value> = values.iter().map(|text| Value::Text(text)).collect();
        print(Filter::any_of(Kind::Text, &values))
    };
    assert_eq!(any(&[]), None);
    assert_eq!(any(&["A"]).as_deref(), Some("A"));
    assert_eq!(any(&["A", "", "B|C"]).as_deref(), Some("A|''|'B|C'"));
    assert!(any(&["A"; 100]).is_some());
    assert_eq!(any(&["A"; 101]), None);
}

#[test]
fn from_one_value_to_another() {
    let range = |from, to| print(Filter::range(COUNT, from, to));
    let number = |n| Some(Value::Number(n));
    assert_eq!(range(number(1), number(5)).as_deref(), Some("1..5"));
    assert_eq!(range(None, number(5)).as_deref(), Some("..5"));
    assert_eq!(range(number(1), None).as_deref(), Some("1.."));
    assert_eq!(range(None, None), None);
    assert_eq!(range(number(5), number(1)), None);
    let blank = Filter::range(Kind::Date, Some(Value::Date(None)), None);
    assert_eq!(blank, None);
    let yes = Filter::range(Kind::YesNo, Some(Value::YesNo(true)), None);
    assert_eq!(yes, None);
}

#[test]
fn texts_that_contain_another() {
    let contains = |text: &str| print(Filter::contains(Kind::Text, text));
    assert_eq!(contains("oy").as_deref(), Some("@*oy*"));
    assert_eq!(contains(" oy ").as_deref(), Some("@*oy*"));
    assert_eq!(contains("a*b").as_deref(), Some("@*'a*b'*"));
    assert_eq!(contains("'s").as_deref(), Some("@*'''s'*"));
    assert_eq!(contains("@a").as_deref(), Some("@*@a*"));
    assert_eq!(contains("  "), None);
    assert!(contains(&"a".repeat(250)).is_some());
    assert_eq!(contains(&"a".repeat(251)), None);
    assert_eq!(Filter::contains(COUNT, "1"), None);
    let code = Filter::contains(Kind::Code, "tel");
    assert_eq!(print(code).as_deref(), Some("@*TEL*"));
}

#[test]
fn blank_and_the_last_days() {
    assert_eq!(neutral(&Filter::blank(Kind::Date)), "''");
    assert_eq!(neutral(&Filter::not_blank(Kind::Text)), "<>''");
    assert_eq!(print(Filter::last_days(30)).as_deref(), Some("-30D..t"));
}

#[test]
fn any_text_can_be_written_as_it_is() {
    for text in ["A", "A|B", "*", "''", " a", "=1", "a..b", "O'Brien", ""] {
        let filter = read(Fi, Kind::Text, &Filter::escape(text));
        assert_eq!(Some(filter), Filter::equal(Kind::Text, Value::Text(text)));
    }
}

#[test]
fn one_of_those_listed() {
    for (no, others) in [
        ("CP1", ["CP10", "CP10, CP2", "XCP1", "CP2, CP10"]),
        ("A&B", ["A", "B", "A&BC", "A&B|C, D"]),
        ("SÄÄ 1, *", ["SÄÄ 1", "SÄÄ 1, 2", "SÄÄ 1, *2", "2, SÄÄ 1"]),
    ] {
        let filter = Filter::listed(Kind::Code, no).expect("a filter");
        let printed = neutral(&filter);
        // Addresses keep the printed form.
        let again = Filter::parse(&printed, Kind::Code, &Neutral);
        for filter in [&filter, &again.expect("what is printed can be read")] {
            let matcher = filter.resolve(&days());
            for list in [
                no.to_owned(),
                format!("{no}, CP2"),
                format!("CP0, {no}"),
                format!("CP0, {no}, CP2"),
            ] {
                assert!(matcher.matches(&Value::Code(&list)), "{printed}: {list}");
            }
            for list in others {
                assert!(!matcher.matches(&Value::Code(list)), "{printed}: {list}");
            }
        }
    }
    assert_eq!(Filter::listed(Kind::Code, " "), None);
    assert_eq!(Filter::listed(Kind::Date, "CP1"), None);
    assert_eq!(Filter::listed(Kind::Text, &"a".repeat(100)), None);
}
