//! The ledger: entries by number, and in the order in which they happened.

use crate::contract::{log_entry, rev};
use chrono::{NaiveDate, NaiveTime};
use lokikirja::domain::id::LogEntryId;
use lokikirja::domain::interaction::{EntryNo, EntryState, LogEntry};
use lokikirja::domain::ledger::Scope;
use lokikirja::domain::{Change, Key, Records, Row};
use std::sync::Arc;

fn created(entry: LogEntry) -> Change {
    Change {
        key: Key::LogEntry(entry.id),
        before: None,
        after: Some(Row::LogEntry(Arc::new(entry))),
    }
}

/// Numbers side by side, at the edges of a piece, and one that a damaged row may have.
#[test]
fn entries_are_found_by_number_however_far_away() {
    let numbers = [1, 2, 255, 256, 257, 70_000, u32::MAX];
    let changes = numbers.iter().zip(1..).map(|(no, n)| {
        created(LogEntry {
            no: EntryNo(*no),
            ..log_entry(n, "Uusi")
        })
    });
    let mut changes: Vec<Change> = changes.collect();
    changes.reverse();
    let mut records = Records::default();
    records.apply(rev(1), &changes);
    let ledger = records.ledger();
    assert_eq!(ledger.n_nos(), numbers.len());
    assert_eq!(ledger.last_no(), EntryNo(u32::MAX));
    let ids: Vec<LogEntryId> = (1..=7).map(|n| log_entry(n, "").id).collect();
    assert_eq!(ledger.entries(Scope::All).collect::<Vec<_>>(), ids);
    let mut backwards: Vec<LogEntryId> = ledger.entries(Scope::All).rev().collect();
    backwards.reverse();
    assert_eq!(backwards, ids);
    for (no, id) in numbers.iter().zip(&ids) {
        assert_eq!(ledger.by_no(EntryNo(*no)), Some(*id));
    }
    assert_eq!(ledger.by_no(EntryNo(3)), None);
    assert_eq!(ledger.by_no(EntryNo(100_000)), None);

    let gone: Vec<Change> = changes
        .into_iter()
        .map(|change| Change {
            before: change.after,
            after: None,
            ..change
        })
        .collect();
    records.apply(rev(2), &gone);
    assert_eq!(records.ledger(), Records::default().ledger());
}

/// Two entries that exchange their numbers keep both.
#[test]
fn numbers_may_be_exchanged() {
    let (one, two) = (log_entry(1, "Yksi"), log_entry(2, "Kaksi"));
    let mut records = Records::default();
    records.apply(rev(1), &[created(one.clone()), created(two.clone())]);
    let renumbered = |entry: &LogEntry, no| LogEntry {
        no: EntryNo(no),
        ..entry.clone()
    };
    let exchanged = [created(renumbered(&one, 2)), created(renumbered(&two, 1))];
    records.apply(rev(2), &exchanged);
    assert_eq!(records.ledger().by_no(EntryNo(1)), Some(two.id));
    assert_eq!(records.ledger().by_no(EntryNo(2)), Some(one.id));
    assert_eq!(records.ledger().n_nos(), 2);
}

/// By day, then time, then number; what has none comes first.
#[test]
fn a_timeline_is_in_the_order_of_time() {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let time = |text: &str| text.parse::<NaiveTime>().ok();
    let in_order = [
        (None, None, 9),
        (day("-0044-03-15"), None, 8),
        (day("1999-12-31"), time("23:59:59"), 7),
        (day("2026-02-01"), None, 6),
        (day("2026-02-01"), time("00:00:00"), 5),
        (day("2026-02-01"), time("08:30:00"), 3),
        (day("2026-02-01"), time("08:30:00"), 4),
        (day("2026-02-01"), time("08:30:00.500"), 2),
        (day("2026-02-02"), None, 1),
    ];
    let changes = in_order.iter().map(|(date, time, no)| {
        created(LogEntry {
            state: EntryState::Logged,
            date: *date,
            time: *time,
            ..log_entry(*no, "Uusi")
        })
    });
    let mut records = Records::default();
    records.apply(rev(1), &changes.collect::<Vec<_>>());
    let logged = records.ledger().logged();
    let nos = logged.filter_map(|id| Some(records.get::<LogEntry>(id)?.no.0));
    let expected: Vec<u32> = in_order.iter().map(|(.., no)| *no).collect();
    assert_eq!(nos.collect::<Vec<_>>(), expected);
}
