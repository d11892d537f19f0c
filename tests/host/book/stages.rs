//! Opening before the whole log is there.

use super::steps::{Steps, interleave, step};
use super::{KEY, book, kept, records, shelf};
use crate::contract::{
    log_change, moment_at, new_contact, new_salesperson, nth_id, open_form, postpone, rename, rev,
    salesperson_key, set,
};
use lokikirja::book::{Book, News, OpenError, RunError, inbox, open};
use lokikirja::domain::contact::Contact;
use lokikirja::domain::id::Single;
use lokikirja::domain::setup::Counters;
use lokikirja::domain::{Change, Command, Key, Row, Table};
use lokikirja::journal::memory::{Memory, MemoryShelf};
use lokikirja::journal::storage::{Opening, Shelf, Slot, Storage, Store, Value, Want};
use lokikirja::journal::{Along, Journal, JournalError};
use pollster::block_on;
use proptest::collection::vec;
use proptest::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Entries in the log: several slices of it.
const N_ENTRIES: u32 = 5_000;

fn journal(shelf: &MemoryShelf) -> Journal<Memory> {
    Journal::new(block_on(shelf.open(KEY, Opening::Existing)).expect("it opens"))
}

/// A company with a long log, folded.
fn long_log() -> MemoryShelf {
    let shelf = shelf();
    let before = book(&shelf).records().borrow().row(&Key::Counters(Single));
    let counters = Counters {
        log_entry: N_ENTRIES,
        ..Counters::default()
    };
    let mut changes: Vec<Change> = (1..=N_ENTRIES)
        .map(|n| log_change(n, None, Some("Uusi")))
        .collect();
    changes.push(Change {
        key: Key::Counters(Single),
        before,
        after: Some(Row::Counters(Arc::new(counters))),
    });
    let journal = journal(&shelf);
    let set = set(2, changes);
    let kept = block_on(journal.append(rev(2), &set, &Along::default()));
    kept.expect("memory has room");
    block_on(journal.fold()).expect("it folds");
    shelf
}

fn early(shelf: &MemoryShelf) -> Book<Memory> {
    let book = block_on(open::open_early(shelf, KEY, None)).expect("it opens");
    assert!(!book.has_log());
    book
}

/// Everything but the log can be used, and how much there is in all is known: a company that lost a row is
/// noticed before anything is shown.
#[test]
fn all_but_the_log_is_there_first() {
    let shelf = long_log();
    let whole = book(&shelf);
    let sentinel = whole.sentinel();
    let mut book = block_on(open::open_early(&shelf, KEY, Some(&sentinel))).expect("it opens");
    assert_eq!(book.sentinel(), sentinel);
    {
        let records = book.records();
        let records = records.borrow();
        assert_eq!(records.count(Table::Contact), 1);
        assert_eq!(records.count(Table::LogEntry), 0);
        assert!(!records.has_log());
    }
    let mut fewer = sentinel;
    fewer.n_rows -= 1;
    let answer = block_on(open::open_early(&shelf, KEY, Some(&fewer)));
    assert!(matches!(answer, Err(OpenError::Emptied { .. })));

    let told = Rc::new(RefCell::new(Vec::new()));
    book.listen({
        let told = told.clone();
        move |news| told.borrow_mut().push(news)
    });
    while block_on(book.read_on()).expect("it reads") {
        assert!(!book.has_log());
    }
    assert!(book.has_log());
    assert_eq!(records(&book), records(&whole));
    let mut told = told.take();
    assert!(
        matches!(told.pop(), Some(News::Changed { tables, .. }) if tables == [Table::LogEntry])
    );
    assert_eq!(told.pop(), Some(News::LogIsWhole));
    let parts: Vec<f64> = told
        .iter()
        .map(|news| match news {
            News::LogIsAt(done) => *done,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(!parts.is_empty() && parts.is_sorted(), "{parts:?}");
}

/// A short log is there at once: no page has to wait for it.
#[test]
fn a_short_log_is_read_at_once() {
    let shelf = shelf();
    let mut book = book(&shelf);
    block_on(book.run(&moment_at(1), postpone(1))).expect("saved");
    block_on(journal(&shelf).fold()).expect("it folds");
    let early = block_on(open::open_early(&shelf, KEY, None)).expect("it opens");
    assert!(early.has_log());
    assert_eq!(records(&early), records(&book));
}

/// What needs the log waits for it, in order; a draft does not.
#[test]
fn commands_wait_for_the_log_and_drafts_do_not() {
    let shelf = long_log();
    let book = early(&shelf);
    let records = book.records();
    let (inbox, serve) = inbox::start(book);
    let answers = [
        inbox.run(moment_at(1), postpone(N_ENTRIES + 1)),
        inbox.run(moment_at(2), new_contact(1)),
    ];
    let draft = open_form(N_ENTRIES + 2);
    let mut kept_draft: Steps<_> = Box::pin(inbox.put_draft(draft, moment_at(1).now));
    inbox.close();
    let mut serve: Steps<()> = Box::pin(serve);
    let mut was_kept_before_the_log = false;
    while step(&mut serve).is_none() {
        let has_log = records.borrow().has_log();
        let revision = records.borrow().revision();
        assert!(has_log || revision == rev(2), "no command before the log");
        if !has_log && !was_kept_before_the_log {
            was_kept_before_the_log = step(&mut kept_draft).is_some();
        }
    }
    assert!(was_kept_before_the_log);
    for (answer, revision) in answers.into_iter().zip(3..) {
        let outcome = block_on(answer).expect("carried out");
        assert_eq!(outcome.revision, rev(revision));
    }
    assert_eq!(*records.borrow(), kept(&shelf));
    assert_eq!(records.borrow().ledger().last_no().0, N_ENTRIES + 1);
}

/// Whoever leaves does not wait for what nobody needs.
#[test]
fn a_book_that_is_closed_reads_no_further() {
    let shelf = long_log();
    let book = early(&shelf);
    let records = book.records();
    let (inbox, serve) = inbox::start(book);
    let closed = inbox.closed();
    block_on(serve);
    block_on(closed);
    assert!(!records.borrow().has_log());
}

/// A log that cannot be read is told, and what waited for it is not carried out.
#[test]
fn a_damaged_log_closes_the_book() {
    let shelf = long_log();
    let mut book = early(&shelf);
    let storage = block_on(shelf.open(KEY, Opening::Existing)).expect("it opens");
    let slots = block_on(storage.slots(Store::Snapshot)).expect("slots");
    let is_of_log = |slot: &&Slot| slot.to_string().starts_with("LogEntry/");
    let last = slots.iter().rfind(is_of_log).expect("the last block");
    storage.damage(Store::Snapshot, last, Some(Value::Text("{".into())));
    let told = Rc::new(RefCell::new(Vec::new()));
    book.listen({
        let told = told.clone();
        move |news| told.borrow_mut().push(news)
    });
    let (inbox, serve) = inbox::start(book);
    let answer = inbox.run(moment_at(1), new_contact(1));
    block_on(serve);
    let closed = RunError::NotSaved(JournalError::Closed);
    assert_eq!(block_on(answer), Err(closed.clone()));
    let last = told.borrow_mut().pop();
    assert!(
        matches!(
            &last,
            Some(News::LogCannotBeRead(JournalError::Damaged { .. }))
        ),
        "{last:?}"
    );
    let late = inbox.run(moment_at(2), new_contact(2));
    assert_eq!(block_on(late), Err(closed));
    let found = block_on(storage.read(&[Want::All(Store::Journal)])).expect("it reads");
    assert_eq!(found[0].len(), 2, "nothing was written");
    let opened = block_on(open::open(&shelf, KEY, None));
    assert!(matches!(
        opened,
        Err(OpenError::Journal(JournalError::Damaged { .. }))
    ));
}

/// What another tab does while the log is being read.
#[derive(Clone, Debug)]
enum Act {
    Contact,
    Salesperson,
    Rename,
    Postpone,
    /// Deletes entries from here on, many of them not read yet.
    Delete(u32, u32),
    Fold,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => Just(Act::Contact),
        1 => Just(Act::Salesperson),
        1 => Just(Act::Rename),
        2 => Just(Act::Postpone),
        3 => (1..N_ENTRIES, 1..40_u32).prop_map(|(first, n)| Act::Delete(first, n)),
        1 => Just(Act::Fold),
    ]
}

async fn other_tab(mut book: Book<Memory>, shelf: &MemoryShelf, acts: Vec<Act>) {
    for (n, act) in (1..).zip(acts) {
        let command = match act {
            Act::Contact => new_contact(n),
            Act::Salesperson => new_salesperson(n),
            Act::Rename => {
                let seen = book.records().borrow().revision_of(&salesperson_key(1));
                rename(1, seen.unwrap_or_default(), &format!("Nimi {n}"))
            }
            Act::Postpone => postpone(N_ENTRIES + n),
            Act::Delete(first, n) => {
                Command::DeletePostponed((first..first + n).map(nth_id).collect())
            }
            Act::Fold => {
                let storage = shelf.open(KEY, Opening::Existing).await.expect("it opens");
                Journal::new(storage).fold().await.expect("it folds");
                continue;
            }
        };
        // Refused where the salesperson or the entries are not there.
        let _ = book.run(&moment_at(n), command).await;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Opened in stages while others write, it is what it is opened at once; and what was asked for
    /// meanwhile has been carried out.
    #[test]
    fn staged_is_at_once(
        before in vec(act(), 0..5),
        acts in vec(act(), 0..12),
        turns in vec(0..3_u8, 0..120),
    ) {
        let shelf = long_log();
        block_on(other_tab(book(&shelf), &shelf, before));
        let sentinel = book(&shelf).sentinel();
        let early = block_on(open::open_early(&shelf, KEY, Some(&sentinel))).expect("it opens");
        let seen = early.records();
        let (inbox, serve) = inbox::start(early);
        let asks = async {
            let asked = inbox.run(moment_at(500), new_contact(500));
            for _ in 0..8 {
                inbox.others_wrote(None);
                let _ = inbox.drafts().await;
            }
            let answer = asked.await;
            inbox.others_wrote(None);
            inbox.close();
            assert!(answer.is_ok(), "{answer:?}");
        };
        let other = book(&shelf);
        let all: Vec<Steps<()>> = vec![
            Box::pin(serve),
            Box::pin(other_tab(other, &shelf, acts)),
            Box::pin(asks),
        ];
        interleave(&turns, all);
        // The other tab may have written after we looked last.
        let mut late = book(&shelf);
        block_on(late.others_wrote(None)).expect("it reads");
        let known = seen.borrow().revision();
        let journal = journal(&shelf);
        let after = block_on(journal.read_after(known)).expect("it reads");
        if let lokikirja::journal::After::Sets(sets) = after {
            for (revision, set) in sets {
                seen.borrow_mut().apply(revision, &set.changes);
            }
            prop_assert_eq!(&*seen.borrow(), &records(&late));
        }
        prop_assert!(seen.borrow().has_log());
        prop_assert!(late.records().borrow().get::<Contact>(nth_id(1500)).is_some());
        prop_assert_eq!(late.damage(), []);
    }
}
