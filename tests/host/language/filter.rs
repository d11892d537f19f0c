//! What is wrong with a filter, in both languages.

use lokikirja::domain::dates::{DateFormula, Letters};
use lokikirja::domain::filter::{FilterError, Reason, Words};
use lokikirja::language::filter::{Typed, filter_error};
use lokikirja::language::{Lang, messages};
use std::collections::HashSet;

fn sentence(lang: Lang, reason: Reason) -> String {
    filter_error(messages(lang), &FilterError { at: 0..1, reason })
}

#[test]
fn every_reason_has_a_sentence_of_its_own() {
    for lang in Lang::ALL {
        let mut seen = HashSet::new();
        for reason in Reason::ALL {
            let text = sentence(lang, *reason);
            assert!(text.ends_with('.') && text.len() > 10, "{text}");
            assert!(!text.contains(['{', '}', '_', '\n']), "{text}");
            assert!(seen.insert(text.clone()), "twice: {text}");
        }
    }
    for reason in Reason::ALL {
        let [fi, en] = Lang::ALL.map(|lang| sentence(lang, *reason));
        assert_ne!(fi, en);
    }
}

#[test]
fn bounds_are_named() {
    for lang in Lang::ALL {
        for (reason, number) in [
            (Reason::TooLong { max: 250 }, "250"),
            (Reason::TooManyTerms { max: 100 }, "100"),
            (Reason::TooDeep { max: 20 }, "20"),
            (Reason::TooManyDecimals { max: 3 }, "3"),
        ] {
            assert!(sentence(lang, reason).contains(number));
        }
    }
    let whole = sentence(Lang::Fi, Reason::TooManyDecimals { max: 0 });
    assert_eq!(
        whole,
        "Kentässä on vain kokonaislukuja. Kirjoita luku muodossa 10."
    );
    let one = sentence(Lang::En, Reason::TooManyDecimals { max: 1 });
    assert_eq!(one, "Numbers in this field have one decimal at most.");
}

#[test]
fn a_day_that_is_not_in_the_calendar_is_told_as_such() {
    assert_eq!(
        sentence(Lang::Fi, Reason::NoSuchDay),
        "Tällaista päivää ei ole kalenterissa. Kirjoita ensin päivä, sitten kuukausi: 22.11.2026."
    );
    assert_eq!(
        sentence(Lang::En, Reason::NoSuchDay),
        "The calendar has no such day. Type the day, then the month: 22 Nov 2026."
    );
}

/// The English letters, which Finnish takes too, mean the same there.
#[test]
fn no_letter_of_formulas_means_two_things() {
    let moment = super::format::moment();
    let finnish = Typed::new(messages(Lang::Fi), &moment, "EUR", &[]);
    for formula in [
        "1D", "1W", "1M", "1Q", "1Y", "CD", "CW", "CM", "CQ", "CY", "D10", "WD4", "-1M+CM",
    ] {
        let read = |letters: &Letters| DateFormula::parse(formula, letters).expect(formula);
        assert_eq!(
            read(finnish.letters()),
            read(&Letters::ENGLISH),
            "{formula}"
        );
    }
}
