//! The inbox: one thing at a time, in order, and whether or not anybody waits.

use super::steps::{Steps, interleave, step};
use super::{book, kept, must, shelf};
use crate::contract::{
    form, moment_at, new_contact, new_salesperson, nth_id, open_form, postpone, rev,
};
use lokikirja::book::{RunError, inbox};
use lokikirja::domain::Table;
use lokikirja::domain::contact::Contact;
use lokikirja::journal::JournalError;
use pollster::block_on;

#[test]
fn what_is_asked_is_done_in_order_and_answered() {
    let shelf = shelf();
    let (inbox, serve) = inbox::start(book(&shelf));
    let answers = [
        inbox.run(moment_at(1), new_contact(1)),
        inbox.run(moment_at(2), new_contact(2)),
        inbox.run(moment_at(3), new_contact(3)),
    ];
    inbox.close();
    block_on(serve);
    for (n, answer) in (1..).zip(answers) {
        let outcome = block_on(answer).expect("it is carried out");
        assert_eq!(outcome.revision, rev(1 + n));
        let no = kept(&shelf)
            .get::<Contact>(nth_id(1000 + n))
            .map(|c| c.no.to_string());
        assert_eq!(no, Some(format!("CT{:04}", n + 1)));
    }
}

/// A page may be gone before its command is carried out.
#[test]
fn what_is_asked_is_done_though_nobody_waits() {
    let shelf = shelf();
    let (inbox, serve) = inbox::start(book(&shelf));
    drop(inbox.run(moment_at(1), new_contact(1)));
    drop(inbox.put_draft(open_form(1), moment_at(1).now));
    inbox.close();
    block_on(serve);
    assert_eq!(kept(&shelf).count(Table::Contact), 2);
    assert_eq!(
        block_on(book(&shelf).drafts())
            .expect("drafts")
            .drafts
            .len(),
        1
    );
}

/// Records can be read while a command waits for the device, and are then as they were before.
#[test]
fn records_are_readable_at_every_step() {
    let shelf = shelf();
    let book = book(&shelf);
    let records = book.records();
    let (inbox, serve) = inbox::start(book);
    let _answer = inbox.run(moment_at(1), new_contact(1));
    inbox.close();
    let mut steps: Steps<()> = Box::pin(serve);
    let mut n_before = 0;
    while step(&mut steps).is_none() {
        match records.borrow().revision() {
            before if before == rev(1) => n_before += 1,
            after => assert_eq!(after, rev(2)),
        }
    }
    assert!(n_before > 0);
    assert_eq!(*records.borrow(), kept(&shelf));
}

/// Two tabs with their inboxes, each serving its own while the other does.
#[test]
fn two_tabs_tell_each_other() {
    let shelf = shelf();
    let (a, b) = (book(&shelf), book(&shelf));
    let (seen_by_a, seen_by_b) = (a.records(), b.records());
    let (to_a, serve_a) = inbox::start(a);
    let (to_b, serve_b) = inbox::start(b);
    let user = async {
        let outcome = to_a
            .run(moment_at(1), new_salesperson(1))
            .await
            .expect("saved");
        to_b.others_wrote(Some(outcome.revision));
        let drafts = to_b.drafts().await.expect("drafts");
        assert_eq!(drafts.drafts, [], "answered after the news before it");
        assert_eq!(*seen_by_a.borrow(), *seen_by_b.borrow());
        to_b.put_draft(form(5, "Kesken"), moment_at(2).now)
            .await
            .expect("kept");
        assert_eq!(to_a.drafts().await.expect("drafts").drafts.len(), 1);
        to_a.delete_draft(nth_id(5)).await.expect("deleted");
        assert_eq!(to_b.drafts().await.expect("drafts").drafts.len(), 0);
        to_a.rename("Toinen".into()).await.expect("renamed");
        assert_eq!(to_a.fold().await, Ok(0));
        assert_eq!(to_a.file(nth_id(1)).await, Ok(None));
        to_a.close();
        to_b.close();
    };
    let all: Vec<Steps<()>> = vec![Box::pin(serve_a), Box::pin(serve_b), Box::pin(user)];
    interleave(&[], all);
}

#[test]
fn a_closed_book_answers_that_it_is_closed() {
    let shelf = shelf();
    let (inbox, serve) = inbox::start(book(&shelf));
    inbox.close();
    let late = inbox.run(moment_at(1), postpone(1));
    block_on(serve);
    assert_eq!(
        block_on(late),
        Err(RunError::NotSaved(JournalError::Closed))
    );
    assert_eq!(block_on(inbox.drafts()).err(), Some(JournalError::Closed));
    inbox.others_wrote(None);
    inbox.close();
    assert_eq!(kept(&shelf).count(Table::LogEntry), 0);
    must(&mut book(&shelf), postpone(1));
}
