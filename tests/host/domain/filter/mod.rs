//! Filters: how they are read, refused, asked of rows, and what always holds.

mod building;
mod errors;
mod laws;
mod loose;
mod matching;
mod plain;
mod reading;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use lokikirja::domain::Moment;
use lokikirja::domain::filter::{Days, Filter, Kind, Neutral, Value, Words};
use lokikirja::language::filter::Typed;
use lokikirja::language::{Lang, messages};

const MONEY: Kind = Kind::Number { decimals: 2 };
const COUNT: Kind = Kind::Number { decimals: 0 };
const EVALUATION: Kind = Kind::Option { n: 5 };

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

fn time(text: &str) -> NaiveTime {
    text.parse().expect("a time in a test")
}

/// Wednesday, 25 November 2026; the work date is Tuesday, 1 December.
fn moment() -> Moment {
    let local: NaiveDateTime = "2026-11-25T14:34:30".parse().expect("a moment");
    Moment {
        now: DateTime::from_naive_utc_and_offset(local, chrono::Utc),
        local,
        work_date: date("2026-12-01"),
        user: String::new(),
        my_salesperson: None,
    }
}

fn days() -> Days {
    Days::of(&moment())
}

/// The captions of the evaluations.
fn captions(lang: Lang) -> [&'static str; 5] {
    use lokikirja::domain::values::Evaluation;
    let mut captions = [""; 5];
    for (caption, value) in captions.iter_mut().zip(Evaluation::ALL) {
        *caption = (messages(lang).terms.evaluation)(*value);
    }
    captions
}

/// Does something with the words of a language.
fn in_words<T>(lang: Lang, act: impl FnOnce(&dyn Words) -> T) -> T {
    let (moment, captions) = (moment(), captions(lang));
    act(&Typed::new(messages(lang), &moment, "EUR", &captions))
}

#[track_caller]
fn read(lang: Lang, kind: Kind, text: &str) -> Filter {
    in_words(lang, |words| Filter::parse(text, kind, words))
        .unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

#[track_caller]
fn matches(lang: Lang, kind: Kind, text: &str, value: Value) -> bool {
    read(lang, kind, text).resolve(&days()).matches(&value)
}

fn neutral(filter: &Filter) -> String {
    filter.print(&Neutral)
}
