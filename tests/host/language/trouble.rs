//! Troubles with the device: what happened and what to do, in both languages.

use chrono::DateTime;
use lokikirja::book::open::{OpenError, Sentinel};
use lokikirja::domain::Revision;
use lokikirja::journal::JournalError;
use lokikirja::language::trouble::{Told, journal_error, open_error};
use lokikirja::language::{Lang, messages};

/// An example of each; does not compile when one is left out.
fn errors() -> Vec<JournalError> {
    use JournalError::{
        Blocked, Busy, Closed, Damaged, Denied, Full, Gone, Newer, Superseded, Taken, Unavailable,
    };
    let damaged = Damaged {
        place: "journal/57".into(),
        detail: "not a change set".into(),
    };
    let unavailable = Unavailable {
        detail: "UnknownError".into(),
    };
    let newer = Newer {
        found: Some(9),
        known: 1,
    };
    let all = vec![
        Full,
        Taken,
        Blocked,
        Busy,
        newer,
        Superseded,
        damaged,
        Closed,
        Gone,
        Denied,
        unavailable,
    ];
    for error in &all {
        match error {
            Full
            | Taken
            | Blocked
            | Busy
            | Newer { .. }
            | Superseded
            | Damaged { .. }
            | Closed
            | Gone
            | Denied
            | Unavailable { .. } => {}
        }
    }
    all
}

fn are_sentences(told: &Told) {
    for text in [&told.what, &told.to_do] {
        assert!(text.len() >= 10 && text.ends_with('.'), "{text:?}");
        assert!(!text.contains(['{', '}', '_', '\n']), "{text:?}");
    }
}

#[test]
fn every_trouble_says_what_happened_and_what_to_do() {
    let missing = [OpenError::Missing];
    let errors = errors().into_iter().map(OpenError::Journal).chain(missing);
    for error in errors {
        let [finnish, english] = Lang::ALL.map(|lang| open_error(messages(lang), &error));
        are_sentences(&finnish);
        are_sentences(&english);
        assert_ne!(finnish.what, english.what);
        assert_ne!(finnish.to_do, english.to_do);
        assert_eq!(finnish.detail, english.detail);
    }
}

#[test]
fn what_the_browser_said_is_kept_for_whoever_helps() {
    for error in errors() {
        let told = journal_error(messages(Lang::Fi), &error);
        match error {
            JournalError::Damaged { place, detail } => {
                assert_eq!(told.detail, Some(format!("{place}: {detail}")));
            }
            JournalError::Unavailable { detail } => assert_eq!(told.detail, Some(detail)),
            _ => assert_eq!(told.detail, None),
        }
    }
}

#[test]
fn lost_data_is_told_in_figures() {
    let sentinel = |n_rows| Sentinel {
        created_at: DateTime::UNIX_EPOCH,
        revision: Revision(7),
        n_rows,
    };
    let error = |found| OpenError::Emptied {
        expected: sentinel(1200),
        found,
    };
    for (found, left) in [(Some(sentinel(900)), 900), (None, 0)] {
        let told = open_error(messages(Lang::En), &error(found.clone()));
        are_sentences(&told);
        assert!(told.what.contains("held 1,200 records"), "{}", told.what);
        assert!(told.what.contains(&format!("and {left} are left")));
        let told = open_error(messages(Lang::Fi), &error(found));
        are_sentences(&told);
        assert!(told.what.contains("1\u{a0}200 tietuetta"), "{}", told.what);
        assert!(told.what.contains(&format!("jäljellä on {left}.")));
    }
}
