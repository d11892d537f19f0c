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

/// Many entries that do not come in the order of their dates, as after a restore or a night shift: so many
/// that they lie in several pieces. Then every other one goes, and then the rest.
#[test]
fn entries_stand_in_order_in_whatever_order_they_come_and_go() {
    const N: u32 = 3_000;
    let day = |n: u32| NaiveDate::from_num_days_from_ce_opt(739_000 + (n * n % 601) as i32);
    let entry = |n: u32| LogEntry {
        no: EntryNo(n),
        state: EntryState::Logged,
        date: day(n),
        ..log_entry(n, "")
    };
    let in_order = |entries: &[u32]| -> Vec<LogEntryId> {
        let mut sorted = entries.to_vec();
        sorted.sort_by_key(|n| (day(*n), *n));
        sorted.into_iter().map(|n| log_entry(n, "").id).collect()
    };
    // Three steps through all numbers, so that neighbours come apart.
    let all: Vec<u32> = (0..N).map(|n| 1 + n * 7 % N).collect();
    let mut records = Records::default();
    let changes: Vec<Change> = all.iter().map(|n| created(entry(*n))).collect();
    records.apply(rev(1), &changes);
    let logged: Vec<LogEntryId> = records.ledger().logged().collect();
    assert!(logged == in_order(&all), "all, in order");

    let gone = |change: &Change| Change {
        before: change.after.clone(),
        after: None,
        ..change.clone()
    };
    let (odd, even): (Vec<u32>, Vec<u32>) = all.iter().partition(|n| *n % 2 == 1);
    let leaving: Vec<Change> = odd.iter().map(|n| gone(&created(entry(*n)))).collect();
    records.apply(rev(2), &leaving);
    let mut backwards: Vec<LogEntryId> = records.ledger().logged().rev().collect();
    backwards.reverse();
    assert!(backwards == in_order(&even), "what is left, in order");
    assert_eq!(records.ledger().n_logged(), even.len());

    let mut same = Records::at(rev(2));
    let rest: Vec<Change> = even.iter().rev().map(|n| created(entry(*n))).collect();
    same.apply(rev(3), &rest);
    assert!(same.ledger() == records.ledger(), "however they came");

    let leaving: Vec<Change> = even.iter().map(|n| gone(&created(entry(*n)))).collect();
    records.apply(rev(3), &leaving);
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
