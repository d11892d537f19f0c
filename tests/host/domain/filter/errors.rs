//! Every reason to refuse a text, with the part of it that is wrong.

use super::{COUNT, EVALUATION, MONEY, in_words};
use lokikirja::domain::filter::Reason::{
    BlankNotHere, ComparedRange, DayOrYear, Empty, FormulaTooLarge, IgnoreCaseNotHere,
    MissingOperator, MissingValue, NoSuchDay, NotADate, NotADuration, NotANumber, NotATime,
    NotAnOption, NotOrdered, NotWholeMinutes, NotYesNo, OperatorBeforeParenthesis, RangeBackwards,
    RangeWithoutEnds, SeveralOptions, SeveralRanges, TooDeep, TooLarge, TooLong, TooManyDecimals,
    TooManyDots, TooManyTerms, UnclosedParenthesis, UnclosedQuote, UnmatchedParenthesis,
    WildcardNotHere, WildcardWithoutText, YearOutOfRange,
};
use lokikirja::domain::filter::{Filter, Kind, Neutral, Reason, Words};
use lokikirja::language::Lang::{En, Fi};
use std::collections::HashSet;

/// The text with the wrong part between brackets, as it must come out.
type Case = (Kind, &'static str, Reason);

const CASES: &[Case] = &[
    (Kind::Text, "[]", Empty),
    (Kind::Text, "[  ]", Empty),
    (Kind::Text, "A[|]", MissingValue),
    (Kind::Text, "[|]A", MissingValue),
    (Kind::Text, "A[|]|B", MissingValue),
    (Kind::Text, "A[&]", MissingValue),
    (Kind::Text, "A|[<>]", MissingValue),
    (Kind::Text, "[<>]|A", MissingValue),
    (COUNT, "[>=]", MissingValue),
    (COUNT, "[<] ", MissingValue),
    (Kind::Text, "[@]", MissingValue),
    (Kind::Text, "[(])", MissingValue),
    (Kind::Text, "[(]", MissingValue),
    (COUNT, ">5[<]10", MissingOperator),
    (Kind::Text, "A [(]B)", MissingOperator),
    (Kind::Text, "(A)[B]", MissingOperator),
    (Kind::Text, "(A) [(]B)", MissingOperator),
    (Kind::Date, "<CM>[x]", MissingOperator),
    (Kind::Text, "A|['B]", UnclosedQuote),
    (Kind::Text, "['B''s]", UnclosedQuote),
    (Kind::Text, "Ä|[(]A&B", UnclosedParenthesis),
    (Kind::Text, "A[)]", UnmatchedParenthesis),
    (Kind::Text, "[)]A", UnmatchedParenthesis),
    (Kind::Text, "(A)[)]", UnmatchedParenthesis),
    (Kind::Text, "A&[<>](A|B)", OperatorBeforeParenthesis),
    (Kind::Text, "[@](A|B)", OperatorBeforeParenthesis),
    (COUNT, "1|[..]", RangeWithoutEnds),
    (COUNT, "1..2[..]3", SeveralRanges),
    (COUNT, "1[...]5", TooManyDots),
    (Kind::Text, "Etc[...]", TooManyDots),
    (Kind::Date, "1.11[....]30.11.", TooManyDots),
    (COUNT, "[>]1..5", ComparedRange),
    (COUNT, "[5..1]", RangeBackwards),
    (MONEY, "0|[8,5..8]", RangeBackwards),
    (Kind::Date, "[31.12.2026..1.1.2026] ", RangeBackwards),
    (Kind::Time, "[14..9]", RangeBackwards),
    (Kind::Text, "[b..A]", RangeBackwards),
    (EVALUATION, "[erittäin k..neu]", RangeBackwards),
    (Kind::Text, "A[*]..C", WildcardNotHere),
    (Kind::Text, ">A[?]", WildcardNotHere),
    (COUNT, "1[*]", WildcardWithoutText),
    (Kind::Date, "t|[?]", WildcardWithoutText),
    (Kind::Date, "..3[*]", WildcardWithoutText),
    (Kind::Text, ">[@]A", IgnoreCaseNotHere),
    (Kind::Text, "[@]A..C", IgnoreCaseNotHere),
    (Kind::Text, "A..[@]C", IgnoreCaseNotHere),
    (Kind::Text, "[@]..C", IgnoreCaseNotHere),
    (COUNT, "[@]1", IgnoreCaseNotHere),
    (Kind::Text, ">['']", BlankNotHere),
    (Kind::Date, "['']..t", BlankNotHere),
    (Kind::YesNo, "[>]ei", NotOrdered),
    (Kind::YesNo, "ei[..]", NotOrdered),
    (Kind::Date, "[potkupallo]", NotADate),
    (Kind::Date, "t|[1.2.3.4]", NotADate),
    (Kind::Date, "<[<7>]", NotADate),
    (Kind::Date, "[31.2.]", NoSuchDay),
    (Kind::Date, "1.2...[31.2.2026]", NoSuchDay),
    (Kind::Date, "[13.2026]", NoSuchDay),
    (Kind::Date, "[1.1.2226]", YearOutOfRange),
    (Kind::Date, "[1.2226]", YearOutOfRange),
    (Kind::Date, "[2012]", DayOrYear),
    (Kind::Date, "[10000P]", FormulaTooLarge),
    (Kind::Date, "t|[<10000D>]", FormulaTooLarge),
    (Kind::Time, "[25.00]", NotATime),
    (COUNT, "1|[kaksi]", NotANumber),
    (MONEY, "[kaksi]", NotANumber),
    (COUNT, "[1,5]", TooManyDecimals { max: 0 }),
    (MONEY, "[1,234]", TooManyDecimals { max: 2 }),
    (COUNT, "[99999999999999999999]", TooLarge),
    (Kind::Duration, "[pitkä]", NotADuration),
    (Kind::Duration, "[-5]", NotADuration),
    (Kind::Duration, "[1,5 min]", NotWholeMinutes),
    (EVALUATION, "[potkupallo]", NotAnOption),
    (EVALUATION, "[e]", SeveralOptions),
    (Kind::YesNo, "ei|[ehkä]", NotYesNo),
];

#[track_caller]
fn refused(words: &dyn Words, kind: Kind, marked: &str, reason: Reason) {
    let text: String = marked.chars().filter(|c| !"[]".contains(*c)).collect();
    let at = |sign| marked.chars().position(|c| c == sign).expect("a bracket");
    let error = Filter::parse(&text, kind, words).expect_err(&text);
    assert_eq!(error.reason, reason, "{marked}");
    assert_eq!(error.at, at('[')..at(']') - 1, "{marked}");
}

#[test]
fn every_fault_is_told_with_its_place() {
    for (kind, marked, reason) in CASES {
        in_words(Fi, |words| refused(words, *kind, marked, *reason));
    }
}

#[test]
fn no_reason_is_without_an_example() {
    let mut seen: HashSet<_> = CASES.iter().map(|(_, _, reason)| reason).collect();
    // These have tests of their own below.
    let bounds = [
        TooLong { max: 250 },
        TooManyTerms { max: 100 },
        TooDeep { max: 20 },
    ];
    seen.extend(&bounds);
    for reason in Reason::ALL {
        assert!(seen.contains(reason), "{reason:?}");
    }
}

#[test]
fn bounds_hold_to_the_last() {
    in_words(En, |words| {
        let longest = "a".repeat(250);
        let parse = |text: &str| Filter::parse(text, Kind::Text, words);
        assert!(parse(&longest).is_ok());
        assert!(parse(&format!("@*{longest}*")).is_ok());
        for (before, after) in [("", ""), ("A|", ""), ("@", "*"), ("", ".."), ("<>", "")] {
            let text = format!("{before}{longest}a{after}");
            let error = parse(&text).expect_err("too long");
            assert_eq!(error.reason, TooLong { max: 250 });
        }
        let terms = |n: usize| vec!["a"; n].join("|");
        assert!(parse(&terms(100)).is_ok());
        let error = parse(&terms(101)).expect_err("too many");
        assert_eq!(error.reason, TooManyTerms { max: 100 });
        assert_eq!(error.at, 200..201);
        let deep = |n: usize| format!("{}a{}", "(".repeat(n), ")".repeat(n));
        assert!(parse(&deep(20)).is_ok());
        let error = parse(&deep(21)).expect_err("too deep");
        assert_eq!(error.reason, TooDeep { max: 20 });
        assert_eq!(error.at, 20..21);
        // Beside each other they are not inside each other.
        assert!(parse(&vec![deep(20); 3].join("&")).is_ok());
    });
}

#[test]
fn the_neutral_form_is_strict() {
    for (kind, marked, reason) in [
        (Kind::Date, "[22.11.2026]", NotADate),
        (Kind::Date, "[2026-02-31]", NotADate),
        (Kind::Date, "[11]", NotADate),
        (Kind::Time, "[14.35]", NotATime),
        (MONEY, "[8,50]", NotANumber),
        (MONEY, "[8.]", NotANumber),
        (MONEY, "[8.505]", TooManyDecimals { max: 2 }),
        (COUNT, "[1 000]", NotANumber),
        (COUNT, "[99999999999999999999]", TooLarge),
        (Kind::Duration, "[1:30]", NotADuration),
        (EVALUATION, "[5]", NotAnOption),
        (EVALUATION, "[neutral]", NotAnOption),
        (Kind::YesNo, "[yes]", NotYesNo),
    ] {
        refused(&Neutral, kind, marked, reason);
    }
}
