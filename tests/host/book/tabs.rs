//! Several tabs on one company (D12, D13).

use super::steps::{Steps, interleave, step};
use super::{KEY, book, faulty_book, kept, must, not_saved, records, refused, run, shelf};
use crate::contract::{moment_at, new_contact, new_salesperson, nth_id, postpone, rename, rev};
use lokikirja::book::{News, Outcome, RunError};
use lokikirja::domain::contact::Contact;
use lokikirja::domain::refusal::Reason;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::{Command, Revision, Table};
use lokikirja::journal::memory::Fault;
use lokikirja::journal::storage::{Opening, Shelf, Slot, Store, Value};
use lokikirja::journal::{Journal, JournalError, KEPT};
use pollster::block_on;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

#[test]
fn the_second_tab_decides_anew_and_takes_the_next_number() {
    let shelf = shelf();
    let (mut a, mut b) = (book(&shelf), book(&shelf));
    must(&mut a, new_contact(1));
    must(&mut a, postpone(1));
    let told = Rc::new(RefCell::new(Vec::new()));
    b.listen({
        let told = told.clone();
        move |news| match news {
            News::Changed { tables, by_us, .. } => told.borrow_mut().push((tables, by_us)),
            other => panic!("{other:?}"),
        }
    });
    let outcome = must(&mut b, new_contact(2));
    assert_eq!(outcome.revision, rev(4));
    let records_of_b = records(&b);
    let no = |n: u32| {
        let contact = records_of_b.get::<Contact>(nth_id(1000 + n));
        contact.expect("it is there").no.to_string()
    };
    assert_eq!([no(0), no(1), no(2)], ["CT0001", "CT0002", "CT0003"]);
    let others = vec![
        Table::Counters,
        Table::NumberSeries,
        Table::Contact,
        Table::LogEntry,
    ];
    let ours = vec![Table::NumberSeries, Table::Contact];
    assert_eq!(*told.borrow(), [(others, false), (ours, true)]);

    block_on(a.others_wrote(Some(outcome.revision))).expect("it reads");
    assert_eq!(records(&a), records(&b));
    assert_eq!(kept(&shelf), records(&b));
}

/// D12: a form that was opened before another tab saved does not save over it.
#[test]
fn a_stale_form_is_refused_and_not_saved_over() {
    let shelf = shelf();
    let mut a = book(&shelf);
    must(&mut a, new_salesperson(1));
    let mut b = book(&shelf);
    must(&mut a, rename(1, rev(2), "Ensimmäinen"));
    refused(
        run(&mut b, rename(1, rev(2), "Toinen")),
        Reason::ChangedMeanwhile,
    );
    // The page of b shows by now what a has saved; saving again is a choice.
    let row = records(&b).stored::<Salesperson>(nth_id(1)).cloned();
    let row = row.expect("it is there");
    assert_eq!(row.row.name, "Ensimmäinen");
    must(&mut b, rename(1, row.revision, "Toinen"));
    let found = kept(&shelf);
    let name = &found
        .get::<Salesperson>(nth_id(1))
        .expect("it is there")
        .name;
    assert_eq!(name, "Toinen");
}

/// The same form sent from two tabs is one row.
#[test]
fn a_form_sent_twice_is_one_row() {
    let shelf = shelf();
    let (mut a, mut b) = (book(&shelf), book(&shelf));
    must(&mut a, postpone(1));
    refused(run(&mut a, postpone(1)), Reason::AlreadyCreated);
    let answer = block_on(b.run(&moment_at(2), postpone(1)));
    refused(answer, Reason::AlreadyCreated);
    assert_eq!(kept(&shelf).count(Table::LogEntry), 1);
}

#[test]
fn what_is_known_already_is_not_read_again() {
    let shelf = shelf();
    let (mut a, mut b) = (book(&shelf), book(&shelf));
    must(&mut a, new_salesperson(1));
    block_on(b.others_wrote(Some(rev(2)))).expect("it reads");
    assert_eq!(records(&b), records(&a));
    b.listen(|news| panic!("{news:?}"));
    for hint in [None, Some(rev(1)), Some(rev(2))] {
        assert_eq!(block_on(b.others_wrote(hint)), Ok(()));
    }
}

#[test]
fn a_tab_that_cannot_read_the_others_says_that_it_is_behind() {
    let shelf = shelf();
    let (mut a, mut b) = (book(&shelf), book(&shelf));
    must(&mut a, new_salesperson(1));
    let storage = block_on(shelf.open(KEY, Opening::Existing)).expect("it opens");
    let newer = Value::Text("{\"format\":9,\"body\":null}".into());
    storage.damage(Store::Journal, &Slot::Number(2), Some(newer));
    let told = Rc::new(RefCell::new(Vec::new()));
    b.listen({
        let told = told.clone();
        move |news| told.borrow_mut().push(news)
    });
    let error = JournalError::Newer {
        found: Some(9),
        known: lokikirja::journal::SET_FORMAT,
    };
    let before = records(&b);
    assert_eq!(block_on(b.others_wrote(None)), Err(error.clone()));
    assert_eq!(*told.borrow(), [News::Behind(error.clone())]);
    not_saved(run(&mut b, new_contact(1)), error);
    assert_eq!(records(&b), before);
}

/// A tab that slept while what it has not seen was folded and removed.
#[test]
fn a_tab_that_slept_through_folding_loads_anew() {
    let shelf = shelf();
    let mut sleeper = book(&shelf);
    let mut other = book(&shelf);
    let n_last = KEPT as u32 + 50;
    for n in 1..=n_last {
        must(&mut other, new_salesperson(n));
    }
    block_on(other.fold_when_due()).expect("it folds");
    let told = Rc::new(RefCell::new(Vec::new()));
    sleeper.listen({
        let told = told.clone();
        move |news| told.borrow_mut().push(news)
    });
    must(&mut sleeper, new_contact(1));
    assert_eq!(
        told.borrow().len(),
        2,
        "one for all that is new, one for ours"
    );
    let News::Changed { tables, by_us, .. } = &told.borrow()[0] else {
        panic!("{told:?}");
    };
    assert_eq!((tables.as_slice(), *by_us), (Table::ALL, false));
    block_on(other.others_wrote(None)).expect("it reads");
    assert_eq!(records(&sleeper), records(&other));
    assert_eq!(kept(&shelf), records(&other));
}

/// A tab that folds is overtaken, between any two of its steps, by one that writes and folds: the
/// snapshot stays the newer one.
#[test]
fn a_folding_tab_that_is_overtaken_spoils_nothing() {
    let mut n_finished = 0;
    for n_steps in 0..40 {
        let shelf = shelf();
        let mut other = book(&shelf);
        must(&mut other, new_salesperson(1));
        let slow = Journal::new(block_on(shelf.open(KEY, Opening::Existing)).expect("it opens"));
        let mut fold: Steps<_> = Box::pin(slow.fold());
        let answer = (0..n_steps).find_map(|_| step(&mut fold));

        must(&mut other, rename(1, rev(2), "Muutettu"));
        must(&mut other, new_salesperson(2));
        let quick = Journal::new(block_on(shelf.open(KEY, Opening::Existing)).expect("it opens"));
        block_on(quick.fold()).expect("it folds");
        must(&mut other, new_salesperson(3));

        match answer {
            Some(answer) => {
                assert_eq!(answer, Ok(2));
                n_finished += 1;
            }
            None => drop(block_on(fold).expect("to be overtaken is no error")),
        }
        assert_eq!(kept(&shelf), records(&other), "after {n_steps} steps");
    }
    assert!((1..39).contains(&n_finished), "{n_finished}");
}

/// Two tabs fold, one of them an older state, and each may be ahead at any step: blocks of one
/// state are never taken for those of the other.
#[test]
fn tabs_that_fold_different_states_do_not_mix_them() {
    for n_first in 0..12 {
        for n_second in 0..12 {
            let shelf = shelf();
            let mut writer = book(&shelf);
            must(&mut writer, postpone(1));
            let door = || block_on(shelf.open(KEY, Opening::Existing)).expect("it opens");
            let (older, newer) = (Journal::new(door()), Journal::new(door()));
            let mut first: Steps<_> = Box::pin(older.fold());
            let first_done = (0..n_first).find_map(|_| step(&mut first));
            must(&mut writer, Command::DeletePostponed(vec![nth_id(1)]));
            let mut second: Steps<_> = Box::pin(newer.fold());
            let second_done = (0..n_second).find_map(|_| step(&mut second));
            for (done, rest) in [(first_done, first), (second_done, second)] {
                done.unwrap_or_else(|| block_on(rest)).expect("no error");
            }
            let steps = format!("after {n_first} and {n_second} steps");
            assert_eq!(kept(&shelf), records(&writer), "{steps}");
            must(&mut writer, new_salesperson(1));
            block_on(newer.fold()).expect("it folds");
            assert_eq!(kept(&shelf), records(&writer), "{steps}");
        }
    }
}

/// D13 at full size: 4 tabs, 250 creations each, 1,000 different numbers and none left out. The
/// tabs go on in an order that changes all the time.
#[test]
fn four_tabs_give_a_thousand_different_numbers() {
    let shelf = shelf();
    let tab = async |number: u32| {
        let mut book = book(&shelf);
        for n in 0..250 {
            let n = 1 + number * 250 + n;
            let answer = book.run(&moment_at(n), new_contact(n)).await;
            assert!(answer.is_ok(), "{answer:?}");
        }
    };
    let turns: Vec<u8> = (0_u32..60_000)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    interleave(&turns, (0..4).map(|n| Box::pin(tab(n)) as _).collect());
    let found = kept(&shelf);
    let numbers: BTreeSet<String> = found.all::<Contact>().map(|c| c.no.to_string()).collect();
    let expected: BTreeSet<String> = (1..=1001).map(|n| format!("CT{n:04}")).collect();
    assert_eq!(numbers, expected);
    assert_eq!(found.revision(), Revision(1001));
}

/// A closed connection in the middle of a race, its answer lost, and somebody else already further.
#[test]
fn a_lost_answer_is_found_also_behind_what_others_wrote() {
    let shelf = shelf();
    let mut a = faulty_book(&shelf, [(1, Fault::CloseAfter)]);
    let mut b = book(&shelf);
    // b writes as soon as it sees the contact of a, which is before a hears of it.
    let ours = async {
        let answer = a.run(&moment_at(1), new_contact(1)).await;
        (answer, records(&a))
    };
    let theirs = async {
        loop {
            b.others_wrote(None).await.expect("it reads");
            if b.records().borrow().revision() == rev(2) {
                break;
            }
        }
        let answer = b.run(&moment_at(2), new_contact(2)).await;
        (answer, records(&b))
    };
    let turns = [vec![0; 3], vec![1; 200]].concat();
    type Answer = (Result<Outcome, RunError>, lokikirja::domain::Records);
    let answers: Vec<Answer> = interleave(&turns, vec![Box::pin(ours), Box::pin(theirs)]);
    let [(ours, seen_by_a), (theirs, seen_by_b)] = &answers[..] else {
        panic!("two answers");
    };
    assert_eq!(ours.as_ref().map(|outcome| outcome.revision), Ok(rev(2)));
    assert_eq!(theirs.as_ref().map(|outcome| outcome.revision), Ok(rev(3)));
    assert_eq!(seen_by_a, seen_by_b);
    assert_eq!(kept(&shelf), *seen_by_a);
}
