//! The end of the browser between any two steps: all or nothing, and all that was acknowledged.

use super::steps::{Steps, step};
use super::{KEY, book, faulty_book, kept, must, shelf};
use crate::contract::{
    all_that_is_kept, meta, moment_at, new_contact, new_salesperson, nth_id, open_form, postpone,
    rev,
};
use lokikirja::book::{News, open};
use lokikirja::domain::{Command, Records, Table};
use lokikirja::journal::JournalError;
use lokikirja::journal::memory::{Fault, MemoryShelf};
use pollster::block_on;
use std::cell::RefCell;
use std::rc::Rc;

/// Ends the browser after 0, 1, 2 … steps of an operation, and has a look at the company each
/// time, until the operation comes to its end. Gives how often it was looked at.
pub(super) fn at_every_step(
    device: impl Fn() -> MemoryShelf,
    prepare: impl Fn(&MemoryShelf),
    operation: impl AsyncFn(&MemoryShelf),
    look: impl Fn(&MemoryShelf, bool),
) -> usize {
    for n_steps in 0.. {
        let shelf = device();
        prepare(&shelf);
        let mut steps: Steps<()> = Box::pin(operation(&shelf));
        let acknowledged = (0..n_steps).any(|_| step(&mut steps).is_some());
        drop(steps);
        look(&shelf, acknowledged);
        if acknowledged {
            return n_steps;
        }
    }
    unreachable!("an operation comes to an end")
}

fn drafts(shelf: &MemoryShelf) -> usize {
    block_on(book(shelf).drafts()).expect("drafts").drafts.len()
}

#[test]
fn a_command_is_kept_whole_with_the_end_of_its_draft_or_not_at_all() {
    let before = kept(&shelf());
    let after = {
        let shelf = shelf();
        let mut book = book(&shelf);
        must(&mut book, postpone(1));
        kept(&shelf)
    };
    assert_ne!(before, after);
    for fault in [None, Some(Fault::CloseBefore), Some(Fault::CloseAfter)] {
        let seen = std::cell::Cell::new((0, 0));
        at_every_step(
            shelf,
            |shelf| {
                let draft = open_form(1);
                block_on(book(shelf).put_draft(draft, moment_at(1).now)).expect("kept");
            },
            async |shelf| {
                let mut book = faulty_book(shelf, fault.clone().map(|fault| (1, fault)));
                let answer = book.run(&moment_at(1), postpone(1)).await;
                assert!(answer.is_ok(), "{answer:?}");
            },
            |shelf, acknowledged| {
                let found = kept(shelf);
                let (n_before, n_after) = seen.get();
                if found == before {
                    assert!(!acknowledged, "what was acknowledged is there");
                    assert_eq!(drafts(shelf), 1, "the text is still a draft");
                    seen.set((n_before + 1, n_after));
                } else {
                    assert_eq!(found, after);
                    assert_eq!(drafts(shelf), 0);
                    seen.set((n_before, n_after + 1));
                }
            },
        );
        let (n_before, n_after) = seen.get();
        assert!(n_before > 0 && n_after > 1, "{n_before}, {n_after}");
    }
}

#[test]
fn folding_can_end_anywhere() {
    let fill = |shelf: &MemoryShelf| {
        let mut book = book(shelf);
        for n in 1..120 {
            must(&mut book, new_salesperson(n));
        }
    };
    let expected: Records = {
        let shelf = shelf();
        fill(&shelf);
        kept(&shelf)
    };
    let n_looks = at_every_step(
        shelf,
        fill,
        async |shelf| {
            let answer = book(shelf).fold_when_due().await;
            assert_eq!(answer, Ok(120));
        },
        |shelf, _| {
            assert_eq!(kept(shelf), expected);
            // And goes on from there.
            let mut book = book(shelf);
            block_on(book.fold_when_due()).expect("it folds");
            assert_eq!(kept(shelf), expected);
        },
    );
    assert!(n_looks > 3, "{n_looks}");
}

#[test]
fn creating_a_company_can_end_anywhere() {
    at_every_step(
        shelf,
        |_| (),
        async |shelf| {
            let book = open::create(shelf, "toinen", &meta("toinen")).await;
            book.expect("it is created");
        },
        |shelf, acknowledged| {
            let opened = block_on(open::open(shelf, "toinen", None));
            assert!(opened.is_ok() || !acknowledged);
            // Whatever is there, creating it again finishes it.
            let mut again =
                block_on(open::create(shelf, "toinen", &meta("toinen"))).expect("it is created");
            assert_eq!(again.meta(), &meta("toinen"));
            must(&mut again, crate::contract::set_up());
            let first = block_on(open::open(shelf, KEY, None));
            assert!(first.is_ok(), "the other company is as it was");
        },
    );
}

#[test]
fn opening_changes_nothing() {
    let expected = kept(&shelf());
    at_every_step(
        shelf,
        |_| (),
        async |shelf| drop(open::open(shelf, KEY, None).await.expect("it opens")),
        |shelf, _| {
            assert_eq!(kept(shelf), expected);
            must(&mut book(shelf), new_contact(1));
        },
    );
}

/// Whenever the browser ends: the next start finds the contact as it was, or nothing of it in any store.
#[test]
fn erasing_can_end_anywhere() {
    const NAME: &str = "Asiakas 0";
    let seen = std::cell::Cell::new((0, 0));
    at_every_step(
        shelf,
        |shelf| {
            let draft = open_form(1);
            block_on(book(shelf).put_draft(draft, moment_at(1).now)).expect("kept");
        },
        async |shelf| {
            let mut book = book(shelf);
            let erase = Command::EraseContact(nth_id(1000), rev(1), nth_id(2000));
            let answer = book.run(&moment_at(1), erase).await;
            assert!(answer.is_ok(), "{answer:?}");
        },
        |shelf, acknowledged| {
            let found = kept(shelf);
            let is_there = found.count(Table::Contact) == 1;
            let kept = block_on(all_that_is_kept(shelf, KEY));
            assert_eq!(kept.contains(NAME), is_there);
            assert_eq!(drafts(shelf), usize::from(is_there));
            assert!(!acknowledged || !is_there, "what was acknowledged is done");
            let (n_before, n_after) = seen.get();
            seen.set(match is_there {
                true => (n_before + 1, n_after),
                false => (n_before, n_after + 1),
            });
        },
    );
    let (n_before, n_after) = seen.get();
    assert!(n_before > 0 && n_after > 3, "{n_before}, {n_after}");
}

/// The erasure is kept, and then the device is full: it is said, and done as soon as there is room.
#[test]
fn an_erasure_that_the_device_does_not_finish_waits_and_says_so() {
    let shelf = shelf();
    // Its own write is the first one, the fold the second.
    let mut book = faulty_book(&shelf, [(2, Fault::Refuse(JournalError::Full))]);
    let told = Rc::new(RefCell::new(Vec::new()));
    book.listen({
        let told = told.clone();
        move |news| {
            if let News::ErasureWaits(error) = news {
                told.borrow_mut().push(error);
            }
        }
    });
    let erase = Command::EraseContact(nth_id(1000), rev(1), nth_id(2000));
    must(&mut book, erase);
    assert_eq!(*told.borrow(), [JournalError::Full]);
    let is_left = || block_on(all_that_is_kept(&shelf, KEY)).contains("Asiakas 0");
    assert!(is_left());
    block_on(book.fold_when_due()).expect("there is room");
    assert!(!is_left());
}
