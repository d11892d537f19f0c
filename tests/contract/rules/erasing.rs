//! Erasing: what a contact was is nowhere in the stores, whatever stops in between.

use super::*;
use crate::contract::{moment_at, new_salesperson, open_form, postpone, set_up};
use lokikirja::book::{Book, open};
use lokikirja::domain::contact::{Contact, ContactEdit};
use lokikirja::domain::id::ContactId;
use lokikirja::domain::{Command, Records, decide};
use lokikirja::journal::storage::{Value, Want};
use lokikirja::journal::{After, JournalError};

const MARKER: &str = "Xylofoni";

/// All that lies in the stores of a company, as one text.
pub async fn all_that_is_kept<H: Shelf>(shelf: &H, company: &str) -> String {
    let storage = opened(shelf, company).await;
    let found = storage.read(&Store::ALL.map(Want::All)).await;
    storage.close();
    let values = found.expect("it reads").into_iter().flatten();
    let text = |(slot, value): (Slot, Value)| match value {
        Value::Text(text) => format!("{slot} {text}\n"),
        Value::Bytes(bytes) => format!("{slot} {bytes:?}\n"),
    };
    values.map(text).collect()
}

async fn n_marks<H: Shelf>(shelf: &H, company: &str) -> usize {
    let kept = all_that_is_kept(shelf, company).await;
    kept.matches(MARKER).count()
}

async fn must<S: Storage>(book: &mut Book<S>, command: Command) {
    let outcome = book.run(&moment_at(1), command).await;
    assert!(outcome.is_ok(), "{outcome:?}");
}

fn contact() -> ContactId {
    nth_id(1000)
}

fn seen(records: &Records) -> Revision {
    let stored = records.stored::<Contact>(contact());
    stored.expect("the contact").revision
}

fn erase(records: &Records) -> Command {
    Command::EraseContact(contact(), seen(records), nth_id(2000))
}

/// A company whose contact is marked in the snapshot, in change sets folded and not, in an entry and in a draft.
async fn marked<H: Shelf>(shelf: &H, company: &str) -> Book<H::Storage> {
    shelf.delete(company).await.expect("room for the company");
    let book = open::create(shelf, company, &meta(company)).await;
    let mut book = book.expect("it is created");
    must(&mut book, set_up()).await;
    for name in ["Xylofoni", "Xylofoni Oy"] {
        let seen = seen(&book.records().borrow());
        let edit = ContactEdit::Name(name.into());
        must(&mut book, Command::EditContact(contact(), seen, edit)).await;
        let journal = elsewhere(shelf, company).await;
        journal.fold().await.expect("folded");
        journal.close();
    }
    must(&mut book, new_salesperson(1)).await;
    let seen = seen(&book.records().borrow());
    let edit = ContactEdit::City("Xylofoni".into());
    must(&mut book, Command::EditContact(contact(), seen, edit)).await;
    must(&mut book, postpone(1)).await;
    let mut form = open_form(2);
    form.description = "Xylofoni".into();
    let kept = book.put_draft(form, moment_at(2).now).await;
    kept.expect("kept");
    assert!(n_marks(shelf, company).await >= 6, "it is marked");
    book
}

/// Once it is answered, nothing is left in any store; other tabs follow.
pub async fn what_is_erased_is_nowhere_in_the_stores<H: Shelf>(shelf: &H) {
    let mut book = marked(shelf, "erased").await;
    let other = open::open(shelf, "erased", None).await;
    let mut other = other.expect("it opens twice");
    let command = erase(&book.records().borrow());
    must(&mut book, command).await;
    assert_eq!(n_marks(shelf, "erased").await, 0);

    // What another tab had typed about it does not come back, heard of or not.
    let mut late = open_form(3);
    late.description = "Xylofoni".into();
    let kept = other.put_draft(late.clone(), moment_at(3).now).await;
    kept.expect("kept");
    other.others_wrote(None).await.expect("it reads");
    assert_eq!(*other.records().borrow(), *book.records().borrow());
    other.fold_when_due().await.expect("tidied up");
    assert_eq!(n_marks(shelf, "erased").await, 0);
    other
        .put_draft(late, moment_at(4).now)
        .await
        .expect("passed over");
    assert_eq!(n_marks(shelf, "erased").await, 0);

    // Both go on.
    must(&mut other, new_salesperson(2)).await;
    must(&mut book, new_salesperson(3)).await;
    book.close();
    other.close();
    let again = open::open(shelf, "erased", None).await;
    let again = again.expect("it opens");
    assert_eq!(*again.records().borrow(), *book.records().borrow());
    again.close();
}

/// The browser ended when the erasure was kept, and nothing else was done: the next start finishes it.
pub async fn an_erasure_that_was_broken_off_is_finished_at_the_next_start<H: Shelf>(shelf: &H) {
    let book = marked(shelf, "broken off").await;
    let records = book.records().borrow().clone();
    let decision = decide(&records, &moment_at(5), erase(&records));
    let set = set(5, decision.expect("it may be erased").changes);
    let journal = elsewhere(shelf, "broken off").await;
    let (next, along) = (records.revision().next(), Along::default());
    assert_eq!(journal.append(next, &set, &along).await, Ok(()));
    journal.close();
    book.close();
    assert!(n_marks(shelf, "broken off").await > 0, "it waits");
    let again = open::open(shelf, "broken off", None).await;
    let again = again.expect("it opens");
    assert_eq!(n_marks(shelf, "broken off").await, 0);
    let mut expected = records;
    expected.apply(expected.revision().next(), &set.changes);
    assert_eq!(*again.records().borrow(), expected);
    again.close();
}

/// A tab that has not heard of an erasure cannot write over it, and finds what has changed, without what was before.
pub async fn whoever_is_behind_an_erasure_goes_on_from_it<H: Shelf>(shelf: &H) {
    let mut book = marked(shelf, "behind").await;
    let behind = elsewhere(shelf, "behind").await;
    let known = book.records().borrow().clone();
    let command = erase(&known);
    must(&mut book, command).await;
    let (next, late, along) = (known.revision().next(), creation(9), Along::default());
    let answer = behind.append(next, &late, &along).await;
    assert_eq!(answer, Err(JournalError::Taken));
    let After::Sets(sets) = behind.read_after(known.revision()).await.expect("it reads") else {
        panic!("the erasure is still there");
    };
    let mut followed = known;
    for (revision, set) in &sets {
        assert!(set.changes.iter().all(|change| change.before.is_none()));
        followed.apply(*revision, &set.changes);
    }
    assert_eq!(followed, *book.records().borrow());
    assert_eq!(behind.read_after(rev(2)).await, Ok(After::LoadAnew));
    behind.close();
    book.close();
}
