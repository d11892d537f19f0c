//! The book: disk before memory, memory before screen; and what happens when the disk says no.

mod crash;
mod formats;
mod history;
mod inbox;
mod laws;
mod opening;
mod stages;
mod steps;
mod tabs;
mod watch;

use crate::contract::{
    form, meta, moment_at, new_contact, new_salesperson, nth_id, open_form, postpone, rename, rev,
    set_up,
};
use lokikirja::book::{Book, News, Outcome, RunError, open};
use lokikirja::domain::contact::Contact;
use lokikirja::domain::refusal::Reason;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::{Command, Records, Table};
use lokikirja::journal::JournalError;
use lokikirja::journal::memory::{Fault, Memory, MemoryShelf};
use lokikirja::journal::storage::Shelf;
use pollster::block_on;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use steps::{Steps, step};

/// The company's key.
const KEY: &str = "kirja";

/// More contacts than are applied in one go.
const N_MANY: u32 = 5_000;

/// A shelf with a company that is set up: contact CT0001 is there, the revision is 1.
fn shelf() -> MemoryShelf {
    let shelf = MemoryShelf::new();
    let mut book = block_on(open::create(&shelf, KEY, &meta(KEY))).expect("it is created");
    must(&mut book, set_up());
    shelf
}

/// The book, as one tab has it open.
fn book(shelf: &MemoryShelf) -> Book<Memory> {
    block_on(open::open(shelf, KEY, None)).expect("it opens")
}

/// The book on a device that goes wrong at these of its writes.
fn faulty_book(
    shelf: &MemoryShelf,
    faults: impl IntoIterator<Item = (u64, Fault)>,
) -> Book<Memory> {
    for (nth, fault) in faults {
        shelf.fail(nth, fault);
    }
    book(shelf)
}

fn run(book: &mut Book<Memory>, command: Command) -> Result<Outcome, RunError> {
    block_on(book.run(&moment_at(1), command))
}

#[track_caller]
fn must(book: &mut Book<Memory>, command: Command) -> Outcome {
    match run(book, command) {
        Ok(outcome) => outcome,
        Err(error) => panic!("{error:?}"),
    }
}

fn records(book: &Book<Memory>) -> Records {
    book.records().borrow().clone()
}

/// What somebody who opens the company now finds.
fn kept(shelf: &MemoryShelf) -> Records {
    records(&book(shelf))
}

#[track_caller]
fn not_saved(answer: Result<Outcome, RunError>, expected: JournalError) {
    assert_eq!(answer, Err(RunError::NotSaved(expected)));
}

#[track_caller]
fn refused(answer: Result<Outcome, RunError>, expected: Reason) {
    match answer {
        Err(RunError::Refused(refusal)) => assert_eq!(refusal.reason, expected),
        other => panic!("{other:?} instead of {expected:?}"),
    }
}

#[test]
fn a_command_is_kept_applied_and_told_before_it_is_answered() {
    let shelf = shelf();
    let mut book = book(&shelf);
    let told = Rc::new(RefCell::new(Vec::new()));
    book.listen({
        let (told, records) = (told.clone(), book.records());
        move |news| {
            // The screen reads the records when it is told: the change is there.
            assert_eq!(records.borrow().revision(), rev(2));
            told.borrow_mut().push(news);
        }
    });
    let outcome = must(&mut book, new_contact(1));
    assert_eq!(outcome.revision, rev(2));
    assert_eq!(outcome.tables, [Table::NumberSeries, Table::Contact]);
    assert_eq!(outcome.notices.len(), 1);
    let expected = News::Changed {
        tables: outcome.tables,
        by_us: true,
        sentinel: book.sentinel(),
    };
    assert_eq!(*told.borrow(), [expected]);
    assert_eq!(kept(&shelf), records(&book));
}

#[test]
fn a_refused_command_changes_nothing() {
    let shelf = shelf();
    let mut book = book(&shelf);
    book.listen(|news| panic!("{news:?}"));
    let before = records(&book);
    refused(run(&mut book, set_up()), Reason::AlreadyCreated);
    assert_eq!(records(&book), before);
    assert_eq!(kept(&shelf), before);
}

/// What one command writes by the thousand is told and applied in parts; until all is there nobody hears of it.
#[test]
fn the_page_goes_on_while_a_large_change_set_is_applied() {
    let shelf = shelf();
    let mut book = book(&shelf);
    let records = book.records();
    let n_contacts = || records.borrow().count(Table::Contact);
    let (revision, n_before) = (records.borrow().revision(), n_contacts());
    let is_told = Rc::new(Cell::new(false));
    book.listen({
        let is_told = is_told.clone();
        move |_| is_told.set(true)
    });
    let moment = moment_at(1);
    let many = (1..=N_MANY).map(new_contact).collect();
    let mut steps: Steps<_> = Box::pin(book.run(&moment, Command::All(many)));
    let mut n_parts = 0;
    let outcome = loop {
        if let Some(outcome) = step(&mut steps) {
            break outcome.expect("it is carried out");
        }
        n_parts += u32::from(n_contacts() > n_before);
        assert_eq!(records.borrow().revision(), revision);
        assert!(!is_told.get());
    };
    drop(steps);
    assert!(n_parts > 0, "the page had its turn in between");
    assert_eq!(outcome.revision, revision.next());
    assert_eq!(n_contacts(), n_before + N_MANY as usize);
    assert!(is_told.get());
    assert_eq!(kept(&shelf), *records.borrow());
}

/// D15: what was typed last comes first, whatever the clock said.
#[test]
fn drafts_stay_in_the_order_in_which_they_were_kept_when_the_clock_is_set_back() {
    let shelf = shelf();
    let mut first = book(&shelf);
    let days_ago = |days| moment_at(1).now - chrono::Duration::days(days);
    let in_order = |book: &Book<Memory>| -> Vec<_> {
        let found = block_on(book.drafts()).expect("they are read");
        found.drafts.into_iter().map(|it| it.form.entry).collect()
    };
    let keep = |book: &mut Book<Memory>, n, days| {
        let form = form(n, "Kesken");
        let entry = form.entry;
        block_on(book.put_draft(form, days_ago(days))).expect("kept");
        entry
    };
    let one = keep(&mut first, 1, 0);
    let two = keep(&mut first, 2, 400);
    assert_eq!(in_order(&first), [two, one]);
    first.close();
    // As the app does before it shows anything.
    let mut again = book(&shelf);
    assert_eq!(in_order(&again), [two, one]);
    let three = keep(&mut again, 3, 400);
    assert_eq!(in_order(&again), [three, two, one]);
    keep(&mut again, 1, 400);
    assert_eq!(in_order(&again), [one, three, two]);
}

/// D4: the text is still on the form, and can be sent again when there is room.
#[test]
fn a_full_device_saves_nothing_and_says_so_until_there_is_room() {
    let shelf = shelf();
    let mut book = book(&shelf);
    block_on(book.put_draft(open_form(1), moment_at(1).now)).expect("kept");
    let before = records(&book);
    shelf.limit(Some(100));
    not_saved(run(&mut book, postpone(1)), JournalError::Full);
    assert_eq!(records(&book), before);
    assert_eq!(kept(&shelf), before);
    let drafts = block_on(book.drafts()).expect("reading still works");
    assert_eq!(drafts.drafts.len(), 1);

    shelf.limit(None);
    must(&mut book, postpone(1));
    let drafts = block_on(book.drafts()).expect("drafts");
    assert_eq!(drafts.drafts, []);
    assert_eq!(kept(&shelf), records(&book));
}

#[test]
fn a_connection_closed_before_the_write_is_opened_again() {
    let shelf = shelf();
    let mut book = faulty_book(&shelf, [(1, Fault::CloseBefore)]);
    must(&mut book, new_contact(1));
    assert_eq!(book.records().borrow().count(Table::Contact), 2);
    assert_eq!(kept(&shelf), records(&book));
}

/// The write was complete, only its answer was lost: it is done once, and it is a success.
#[test]
fn a_lost_answer_is_found_in_the_journal() {
    let shelf = shelf();
    let mut book = faulty_book(&shelf, [(1, Fault::CloseAfter)]);
    let outcome = must(&mut book, new_contact(1));
    assert_eq!(outcome.revision, rev(2));
    assert_eq!(book.records().borrow().count(Table::Contact), 2);
    assert_eq!(kept(&shelf), records(&book));
}

/// D10: what was on the screen is not written into an empty company.
#[test]
fn a_company_cleared_while_open_is_gone() {
    let shelf = shelf();
    let mut book = book(&shelf);
    block_on(shelf.delete(KEY)).expect("deleted");
    not_saved(run(&mut book, new_contact(1)), JournalError::Gone);
    block_on(open::create(&shelf, KEY, &meta(KEY))).expect("created anew");
    not_saved(run(&mut book, new_contact(1)), JournalError::Gone);
    assert_eq!(kept(&shelf), Records::default());
}

#[test]
fn a_connection_lost_again_and_again_ends_after_so_many_tries() {
    let shelf = shelf();
    let faults = (1..=5).map(|nth| (nth, Fault::CloseBefore));
    let mut book = faulty_book(&shelf, faults);
    let before = records(&book);
    not_saved(run(&mut book, new_contact(1)), JournalError::Closed);
    assert_eq!(records(&book), before);
    assert_eq!(kept(&shelf), before);
    must(&mut book, new_contact(1));
    assert_eq!(kept(&shelf), records(&book));
}

/// An answer was lost, and then nothing could be read: it must not be called unsaved.
#[test]
fn a_lost_answer_is_not_taken_for_a_no() {
    let shelf = shelf();
    let full = (2, Fault::Refuse(JournalError::Full));
    let mut book = faulty_book(&shelf, [(1, Fault::CloseAfter), full]);
    not_saved(run(&mut book, new_contact(1)), JournalError::Closed);
    // The next look at the journal finds it.
    block_on(book.others_wrote(None)).expect("it reads");
    assert_eq!(book.records().borrow().count(Table::Contact), 2);
    assert_eq!(kept(&shelf), records(&book));
}

/// A command that changes nothing writes nothing, but the draft of its form ends.
#[test]
fn a_command_that_changes_nothing_appends_nothing() {
    let shelf = shelf();
    let mut book = book(&shelf);
    must(&mut book, new_salesperson(1));
    let outcome = must(&mut book, rename(1, rev(2), "Uusi"));
    assert_eq!((outcome.revision, outcome.tables), (rev(2), Vec::new()));
    assert_eq!(kept(&shelf).revision(), rev(2));
}

/// The page saves a pause after the last key; by then the form may have been sent.
#[test]
fn a_draft_that_comes_late_does_not_come_back() {
    let shelf = shelf();
    let mut book = book(&shelf);
    let late = open_form(1);
    block_on(book.put_draft(late.clone(), moment_at(1).now)).expect("kept");
    must(&mut book, postpone(1));
    block_on(book.put_draft(late, moment_at(2).now)).expect("passed over");
    let drafts = |book: &Book<Memory>| block_on(book.drafts()).expect("drafts").drafts.len();
    assert_eq!(drafts(&book), 0);

    // Resumed, the same entry has a draft of its own.
    let resumed = lokikirja::domain::interaction::form::resume(
        &book.records().borrow(),
        &moment_at(3),
        nth_id(1),
    );
    let resumed = resumed.expect("it is postponed");
    block_on(book.put_draft(resumed, moment_at(3).now)).expect("kept");
    assert_eq!(drafts(&book), 1);
    block_on(book.put_draft(form(2, "Toinen"), moment_at(3).now)).expect("kept");
    assert_eq!(drafts(&book), 2);
    block_on(book.delete_draft(nth_id(1))).expect("deleted");
    assert_eq!(drafts(&book), 1);
}

#[test]
fn folding_waits_until_it_is_worth_it() {
    let shelf = shelf();
    let mut book = book(&shelf);
    for n in 2..100 {
        must(&mut book, new_salesperson(n));
    }
    assert_eq!(block_on(book.fold_when_due()), Ok(0), "99 change sets");
    must(&mut book, new_salesperson(100));
    assert_eq!(block_on(book.fold_when_due()), Ok(100));
    assert_eq!(block_on(book.fold_when_due()), Ok(0));
    assert_eq!(kept(&shelf), records(&book));
    must(&mut book, rename(100, rev(100), "Muutettu"));
    let kept = kept(&shelf);
    assert_eq!(kept, records(&book));
    let row = kept
        .stored::<Salesperson>(nth_id(100))
        .expect("it is there");
    assert_eq!(
        (row.row.name.as_str(), row.revision),
        ("Muutettu", rev(101))
    );
    let contact = kept.stored::<Contact>(nth_id(1000)).expect("it is there");
    assert_eq!(
        contact.revision,
        rev(1),
        "rows keep the revision that wrote them"
    );
}

#[test]
fn a_company_is_renamed() {
    let shelf = shelf();
    let mut book = book(&shelf);
    block_on(book.rename("Uusi nimi Oy".into())).expect("renamed");
    assert_eq!(book.meta().name, "Uusi nimi Oy");
    let again = self::book(&shelf);
    assert_eq!(again.meta(), book.meta());
    assert_eq!(book.damage(), []);
}
