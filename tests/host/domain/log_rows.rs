//! The log in memory says the same whether its rows lie packed or stand for themselves.

use crate::contract::{at, log_entry, nth_id, rev};
use lokikirja::domain::id::LogEntryId;
use lokikirja::domain::interaction::{EntryState, LogEntry};
use lokikirja::domain::log_rows::LogBlock;
use lokikirja::domain::values::{InitiatedBy, Minutes, Money};
use lokikirja::domain::{Change, Key, Records, Revision, Row, Table, packed};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Ids of the log lie between 1 and this; even ones may be in the snapshot.
const N_IDS: u32 = 60;

fn entry(n: u32, version: u32) -> LogEntry {
    let is_logged = !(n + version).is_multiple_of(5);
    LogEntry {
        state: match is_logged {
            true => EntryState::Logged,
            false => log_entry(n, "").state,
        },
        contact: Some(nth_id(n % 3)),
        company: Some(nth_id(n % 2)),
        date: (!n.is_multiple_of(7)).then(|| at(86_400 * (n % 9)).date_naive()),
        attempt_failed: n.is_multiple_of(4),
        initiated_by: n.is_multiple_of(3).then_some(InitiatedBy::Us),
        cost: Money(i64::from(n + version)),
        duration: Minutes(n),
        ..log_entry(n, &format!("{n} {version}"))
    }
}

fn row(n: u32, version: u32) -> Row {
    Row::LogEntry(Arc::new(entry(n, version)))
}

fn rows(numbers: &[u32]) -> Vec<(Revision, Arc<LogEntry>)> {
    let row = |n: &u32| (rev(1 + n % 3), Arc::new(entry(*n, 0)));
    numbers.iter().map(row).collect()
}

fn in_rows(numbers: &[u32]) -> LogBlock {
    let rows = rows(numbers).into_iter();
    LogBlock::Rows(rows.map(|(at, row)| (at, Row::LogEntry(row))).collect())
}

fn in_bytes(numbers: &[u32]) -> LogBlock {
    let rows = rows(numbers);
    let rows = rows.iter().map(|(at, row)| (*at, &**row));
    LogBlock::Packed(packed::pack(rows, Vec::new()).into())
}

/// What happens to the log, with the number of the entry.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// It is written.
    Write(u32, u32),
    /// It is deleted.
    Delete(u32),
    /// It is read: its block lies unpacked from then on.
    Read(u32),
}

fn step() -> impl Strategy<Value = Step> {
    let n = 1..N_IDS + 10;
    prop_oneof![
        (n.clone(), 1..4_u32).prop_map(|(n, version)| Step::Write(n, version)),
        n.clone().prop_map(Step::Delete),
        n.prop_map(Step::Read),
    ]
}

fn take(records: &mut Records, step: Step) {
    let (n, after) = match step {
        Step::Read(n) => return drop(records.get::<LogEntry>(nth_id(n)).cloned()),
        Step::Write(n, version) => (n, Some(row(n, version))),
        Step::Delete(n) => (n, None),
    };
    let key = Key::LogEntry(nth_id(n));
    let change = Change {
        key,
        before: records.row(&key),
        after,
    };
    if change.is_one() {
        records.apply(records.revision().next(), &[change]);
    }
}

/// Numbers that one shows behind an id, at most so many.
fn shown(records: &Records, behind: Option<u32>, most: usize) -> Vec<u32> {
    let mut shown = Vec::new();
    records.show::<LogEntry>(behind.map(nth_id), &mut |entry| {
        shown.push(entry.no.0);
        match shown.len() < most {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    });
    shown
}

/// Whatever can be asked of the log.
fn assert_same(packed: &Records, plain: &Records) {
    assert_eq!(packed.ledger(), plain.ledger());
    assert_eq!(packed.count(Table::LogEntry), plain.count(Table::LogEntry));
    let all: Vec<&Arc<LogEntry>> = plain.all::<LogEntry>().collect();
    for n in 0..N_IDS + 12 {
        let id: LogEntryId = nth_id(n);
        assert_eq!(packed.get::<LogEntry>(id), plain.get::<LogEntry>(id));
        let key = Key::LogEntry(id);
        assert_eq!(packed.revision_of(&key), plain.revision_of(&key));
        for most in [1, 7, 1_000] {
            assert_eq!(shown(packed, Some(n), most), shown(plain, Some(n), most));
        }
        let range = |records: &Records| -> Vec<Arc<LogEntry>> {
            let rows = records.range::<LogEntry>(id, nth_id(n + 9));
            rows.cloned().collect()
        };
        assert_eq!(range(packed), range(plain));
    }
    assert_eq!(shown(packed, None, 1_000), shown(plain, None, 1_000));
    assert_eq!(packed.all::<LogEntry>().collect::<Vec<_>>(), all);
    let backwards: Vec<&Arc<LogEntry>> = all.into_iter().rev().collect();
    assert_eq!(
        packed.all::<LogEntry>().rev().collect::<Vec<_>>(),
        backwards
    );
    assert!(packed.rows().eq(plain.rows()));
    assert_eq!(packed, plain);
}

proptest! {
    #[test]
    fn packed_rows_are_what_they_were(
        evens in vec(any::<bool>(), N_IDS as usize / 2),
        size in 1..12_usize,
        early in vec(step(), 0..6),
        late in vec(step(), 0..12),
    ) {
        let numbers = (1..).map(|n| 2 * n).zip(evens);
        let numbers: Vec<u32> = numbers.filter(|(_, there)| *there).map(|(n, _)| n).collect();
        let opened = |block: fn(&[u32]) -> LogBlock| {
            let mut records = Records::at(rev(3));
            records.await_log(numbers.len() as u64);
            // Some are written while the log is still to come.
            let mut known: BTreeMap<u32, Row> = numbers.iter().map(|n| (*n, row(*n, 0))).collect();
            for step in &early {
                let (n, after) = match *step {
                    Step::Write(n, version) => (n, Some(row(n, version))),
                    Step::Delete(n) => (n, None),
                    Step::Read(_) => continue,
                };
                let before = match &after {
                    Some(after) => known.insert(n, after.clone()),
                    None => known.remove(&n),
                };
                let change = Change { key: Key::LogEntry(nth_id(n)), before, after };
                records.apply(records.revision().next(), &[change]);
            }
            for numbers in numbers.chunks(size) {
                records.load_log(block(numbers)).expect("it can be read");
            }
            records.log_is_whole();
            records
        };
        let (mut packed, mut plain) = (opened(in_bytes), opened(in_rows));
        assert_same(&packed, &plain);
        for step in late {
            take(&mut packed, step);
            take(&mut plain, step);
            prop_assert_eq!(packed.ledger(), plain.ledger());
        }
        assert_same(&packed, &plain);
    }
}

/// Blocks as only damage leaves them: a row in two, or rows in no order. Everything is there, once.
#[test]
fn rows_that_stand_twice_or_in_no_order_are_there_once() {
    for blocks in [
        [&[2, 4, 6][..], &[4, 8][..]],
        [&[2, 8][..], &[4, 6][..]],
        [&[6, 2, 4][..], &[8][..]],
    ] {
        let mut records = Records::at(rev(3));
        records.await_log(5);
        for numbers in blocks {
            let taken = records.load_log(in_bytes(numbers));
            taken.expect("it can be read");
        }
        records.log_is_whole();
        let mut plain = Records::at(rev(3));
        plain.await_log(4);
        let taken = plain.load_log(in_rows(&[2, 4, 6, 8]));
        taken.expect("it can be read");
        plain.log_is_whole();
        assert_same(&records, &plain);
    }
}

/// What was cut off or went on is not taken for rows.
#[test]
fn bytes_that_are_no_rows_are_refused() {
    let LogBlock::Packed(bytes) = in_bytes(&[2, 4, 6]) else {
        panic!("it is packed")
    };
    for n in 0..bytes.len() {
        let mut records = Records::at(rev(3));
        records.await_log(3);
        let cut = LogBlock::Packed(bytes[..n].into());
        assert!(records.load_log(cut).is_err(), "{n} bytes");
    }
    let mut records = Records::at(rev(3));
    records.await_log(3);
    let longer = LogBlock::Packed([&bytes[..], &[0]].concat().into());
    assert!(records.load_log(longer).is_err());
}
