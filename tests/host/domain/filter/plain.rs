//! What filters ask, in plain words.

use super::{COUNT, EVALUATION, MONEY, captions, moment, neutral, read};
use lokikirja::domain::filter::{Filter, Kind, Neutral, Plain, PlainValue};
use lokikirja::language::Lang::{En, Fi};
use lokikirja::language::filter::{Typed, in_words};
use lokikirja::language::{Lang, messages};

fn said(lang: Lang, kind: Kind, neutral: &str) -> String {
    let filter = Filter::parse(neutral, kind, &Neutral).expect("a filter");
    let (moment, captions) = (moment(), captions(lang));
    let words = Typed::new(messages(lang), &moment, "EUR", &captions);
    in_words(messages(lang), &words, &filter)
}

#[test]
fn filters_are_said_in_words_that_follow_the_name_of_the_field() {
    for (kind, filter, en, fi) in [
        (Kind::Code, "KV", "KV", "KV"),
        (
            Kind::Code,
            "KV|JR|''",
            "KV, JR or blank",
            "KV, JR tai tyhjä",
        ),
        (Kind::Code, "<>KV", "other than KV", "muu kuin KV"),
        (
            Kind::Code,
            "<>KV&<>JR",
            "other than KV and JR",
            "muu kuin KV tai JR",
        ),
        (Kind::Code, "<>''", "not blank", "ei tyhjä"),
        (Kind::Text, "'A|B'", "A|B", "A|B"),
        (Kind::Text, "@*oy*", "contains “oy”", "sisältää ”oy”"),
        (Kind::Text, "A*", "begins with “A”", "alkaa ”A”"),
        (Kind::Code, "A..C", "A..C", "A..C"),
        (Kind::Code, "A*|B", "A*|B", "A*|B"),
        (Kind::Code, "<>A*", "<>A*", "<>A*"),
        (Kind::Text, "A?", "A?", "A?"),
        (
            EVALUATION,
            "0|1",
            "Very Positive or Positive",
            "Erittäin myönteinen tai Myönteinen",
        ),
        (Kind::YesNo, "1", "Yes", "Kyllä"),
        (MONEY, ">=8.5", "8.50 or more", "8,50 tai enemmän"),
        (MONEY, "..8.5", "8.50 or less", "8,50 tai vähemmän"),
        (COUNT, "1..10", "from 1 to 10", "1 – 10"),
        (COUNT, "<10", "less than 10", "alle 10"),
        (
            Kind::Duration,
            ">15",
            "more than 15\u{a0}min",
            "yli 15\u{a0}min",
        ),
        (Kind::Date, "t", "today", "tänään"),
        (Kind::Date, "-30D..t", "last 30 days", "viimeiset 30 päivää"),
        (Kind::Date, "<-CW>..<CW>", "this week", "tämä viikko"),
        (
            Kind::Date,
            "-45D..",
            "45 days ago or later",
            "45 päivää sitten tai myöhemmin",
        ),
        (
            Kind::Date,
            "<-1M",
            "more than 1 month ago",
            "yli 1 kuukausi sitten",
        ),
        (
            Kind::Date,
            ">-2W",
            "less than 2 weeks ago",
            "alle 2 viikkoa sitten",
        ),
        (
            Kind::Date,
            "-1Y..t",
            "from 1 year ago to today",
            "1 vuosi sitten – tänään",
        ),
        (
            Kind::Date,
            "2026-01-01..",
            "1 Jan 2026 or later",
            "1.1.2026 tai myöhemmin",
        ),
        (
            Kind::Date,
            "<2026-01-01",
            "before 1 Jan 2026",
            "ennen 1.1.2026",
        ),
        (Kind::Date, "..w-1W", "w-1W or earlier", "k-1VI tai aiemmin"),
    ] {
        assert_eq!(said(En, kind, filter), en, "{filter}");
        assert_eq!(said(Fi, kind, filter), fi, "{filter}");
    }
}

/// Fields show values instead of signs, and write them back.
#[test]
fn values_told_make_the_same_filter_again() {
    for text in ["KV", "'A|B'|''|C", "''"] {
        let filter = read(En, Kind::Code, text);
        let Plain::AnyOf(values) = filter.plain(&Neutral) else {
            panic!("{text} asks for values")
        };
        let written = values.iter().map(|value| match value {
            PlainValue::Blank => Filter::escape(""),
            PlainValue::Written(text) => Filter::escape(text),
            other => panic!("{other:?} is no code"),
        });
        let written = written.collect::<Vec<_>>().join("|");
        assert_eq!(written, neutral(&filter));
    }
    let filter = Filter::contains(Kind::Text, "J & V*").expect("a filter");
    assert_eq!(filter.plain(&Neutral), Plain::Contains("J & V*".into()));
}
