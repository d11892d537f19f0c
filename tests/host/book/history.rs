//! What can be taken back next: in this tab, after a reload, and beside other tabs.

use super::{KEY, book, kept, must, records, shelf};
use crate::contract::{
    meta, moment_at, new_contact, new_salesperson, nth_id, open_form, postpone, rename, rev, set_up,
};
use lokikirja::book::{Book, Outcome, RunError, Which, open};
use lokikirja::domain::contact::Contact;
use lokikirja::domain::interaction::LogEntry;
use lokikirja::domain::refusal::Reason;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::{Command, Moment, Origin, Table};
use lokikirja::journal::memory::{Fault, Memory, MemoryShelf};
use lokikirja::journal::{JournalError, KEPT, Meta, Ownership};
use pollster::block_on;

fn take_back(book: &mut Book<Memory>, which: Which) -> Result<Option<Outcome>, RunError> {
    block_on(book.take_back(&moment_at(1), which))
}

#[track_caller]
fn undo(book: &mut Book<Memory>) -> Outcome {
    let outcome = take_back(book, Which::LastDone).expect("it is taken back");
    outcome.expect("there is something")
}

#[track_caller]
fn redo(book: &mut Book<Memory>) -> Outcome {
    let outcome = take_back(book, Which::LastUndone).expect("it is made again");
    outcome.expect("there is something")
}

#[track_caller]
fn nothing(book: &mut Book<Memory>, which: Which) {
    assert_eq!(take_back(book, which), Ok(None));
}

#[track_caller]
fn changed_since(answer: Result<Option<Outcome>, RunError>, label: &str) {
    match answer {
        Err(RunError::Refused(refusal)) => {
            assert_eq!(refusal.reason, Reason::ChangedSince);
            assert_eq!(refusal.record.label, label);
        }
        other => panic!("{other:?}"),
    }
}

fn name(book: &Book<Memory>, n: u32) -> String {
    let records = records(book);
    let row = records.get::<Salesperson>(nth_id(n));
    row.map_or_else(|| "gone".into(), |row| row.name.clone())
}

fn seen(book: &Book<Memory>, n: u32) -> lokikirja::domain::Revision {
    let stored = records(book).stored::<Salesperson>(nth_id(n)).cloned();
    stored.expect("it is there").revision
}

fn rename_now(book: &mut Book<Memory>, n: u32, name: &str) -> Outcome {
    let seen = seen(book, n);
    must(book, rename(n, seen, name))
}

#[test]
fn changes_are_taken_back_one_after_the_other_and_made_again() {
    let shelf = shelf();
    let mut book = book(&shelf);
    assert!(must(&mut book, new_salesperson(1)).is_undoable);
    rename_now(&mut book, 1, "Yksi");
    rename_now(&mut book, 1, "Kaksi");
    for expected in ["Yksi", "Uusi", "gone"] {
        undo(&mut book);
        assert_eq!(name(&book, 1), expected);
        assert_eq!(kept(&shelf), records(&book));
    }
    for expected in ["Uusi", "Yksi", "Kaksi"] {
        redo(&mut book);
        assert_eq!(name(&book, 1), expected);
    }
    nothing(&mut book, Which::LastUndone);
    let outcome = undo(&mut book);
    assert_eq!(name(&book, 1), "Yksi");
    assert!(matches!(outcome.origin, Origin::Undo(_)));
    assert!(outcome.is_undoable, "an undo can be taken back too");
}

#[test]
fn a_new_change_ends_what_could_be_made_again() {
    let shelf = shelf();
    let mut book = book(&shelf);
    must(&mut book, new_salesperson(1));
    undo(&mut book);
    must(&mut book, new_salesperson(2));
    nothing(&mut book, Which::LastUndone);
    undo(&mut book);
    assert_eq!(name(&book, 2), "gone");
}

/// Each message takes back its own change, in any order, and once.
#[test]
fn a_certain_change_is_taken_back_whatever_was_done_since() {
    let shelf = shelf();
    let mut book = book(&shelf);
    let first = must(&mut book, new_salesperson(1)).revision;
    let second = must(&mut book, new_salesperson(2)).revision;
    let outcome = take_back(&mut book, Which::One(first)).expect("it is taken back");
    assert_eq!(
        outcome.map(|outcome| outcome.origin),
        Some(Origin::Undo(first))
    );
    assert_eq!([name(&book, 1), name(&book, 2)], ["gone", "Uusi"]);
    changed_since(take_back(&mut book, Which::One(first)), "S1");
    // The key goes on with what is left.
    let outcome = undo(&mut book);
    assert_eq!(outcome.origin, Origin::Undo(second));
    nothing(&mut book, Which::One(rev(99)));
}

/// A key that seems to take back what was logged must not take back what was before it.
#[test]
fn what_is_logged_is_a_wall() {
    let shelf = shelf();
    let mut book = book(&shelf);
    must(&mut book, new_salesperson(1));
    let template = lokikirja::domain::id::TemplateId::from(uuid::Uuid::from_u128(77));
    let code = lokikirja::domain::interaction::template::TemplateEdit::Code("OUT".into());
    must(
        &mut book,
        Command::CreateInteractionTemplate(template, vec![code]),
    );
    let mut form = open_form(5);
    form.template = Some(template);
    form.salesperson = Some(nth_id(1));
    form.attachment = None;
    form.correspondence_type = None;
    form.language = None;
    let logged = must(&mut book, Command::FinishInteraction(Box::new(form)));
    assert!(!logged.is_undoable);
    nothing(&mut book, Which::LastDone);
    let answer = take_back(&mut book, Which::One(logged.revision));
    let Err(RunError::Refused(refusal)) = answer else {
        panic!("{answer:?}");
    };
    assert_eq!(refusal.reason, Reason::CannotBeUndone);
}

#[test]
fn after_a_reload_the_newest_change_can_be_taken_back_and_no_other() {
    let shelf = shelf();
    let mut first = book(&shelf);
    must(&mut first, new_salesperson(1));
    must(&mut first, Command::DeleteSalesperson(nth_id(1), rev(2)));
    first.close();
    let mut again = book(&shelf);
    undo(&mut again);
    assert_eq!(name(&again, 1), "Uusi");
    nothing(&mut again, Which::LastDone);
    again.close();

    // What was an undo is made again by the key for that, and not undone by the other.
    let mut third = book(&shelf);
    nothing(&mut third, Which::LastDone);
    redo(&mut third);
    assert_eq!(name(&third, 1), "gone");
    third.close();
    let mut fourth = book(&shelf);
    nothing(&mut fourth, Which::LastUndone);
    undo(&mut fourth);
    assert_eq!(name(&fourth, 1), "Uusi");
}

/// The change sets of the last while stay in the journal when they are folded.
#[test]
fn after_folding_and_a_reload_the_newest_change_can_be_taken_back() {
    let shelf = shelf();
    let mut first = book(&shelf);
    for n in 1..=lokikirja::book::FOLD_FROM as u32 {
        must(&mut first, new_salesperson(n));
    }
    assert!(block_on(first.fold_when_due()).expect("it folds") > 0);
    first.close();
    let mut again = book(&shelf);
    undo(&mut again);
    assert_eq!(name(&again, lokikirja::book::FOLD_FROM as u32), "gone");
    assert_eq!(kept(&shelf), records(&again));
}

/// Longer ago than the journal goes, nothing is taken back, and nothing goes wrong.
#[test]
fn what_is_no_longer_in_the_journal_stands() {
    let shelf = shelf();
    let mut book = book(&shelf);
    let long_ago = must(&mut book, new_salesperson(1)).revision;
    for n in 0..=KEPT as u32 {
        must(&mut book, new_salesperson(10 + n));
    }
    block_on(book.fold_when_due()).expect("it folds");
    nothing(&mut book, Which::One(long_ago));
    assert_eq!(name(&book, 1), "Uusi");
}

/// The demo company comes with years of history: nobody at this screen has made it.
#[test]
fn what_is_older_than_the_demo_company_is_nobodys() {
    let shelf = MemoryShelf::new();
    let demo = Meta {
        ownership: Ownership::Demo,
        ..meta(KEY)
    };
    let mut first = block_on(open::create(&shelf, KEY, &demo)).expect("it is created");
    must(&mut first, set_up());
    let long_ago = Moment {
        now: first.meta().created_at - chrono::Duration::seconds(1),
        ..moment_at(1)
    };
    block_on(first.run(&long_ago, new_salesperson(1))).expect("it is kept");
    nothing(&mut first, Which::LastDone);
    first.close();
    let mut again = book(&shelf);
    nothing(&mut again, Which::LastDone);
    must(&mut again, new_salesperson(2));
    undo(&mut again);
    assert_eq!([name(&again, 1), name(&again, 2)], ["Uusi", "gone"]);
}

/// D15: in one's own company nobody else has been, whatever the clock says.
#[test]
fn with_the_clock_set_back_one_takes_back_ones_own_change_also_after_a_reload() {
    let shelf = shelf();
    let mut first = book(&shelf);
    let set_back = Moment {
        now: first.meta().created_at - chrono::Duration::days(400),
        ..moment_at(1)
    };
    block_on(first.run(&set_back, new_salesperson(1))).expect("it is kept");
    let taken_back = block_on(first.take_back(&set_back, Which::LastDone));
    assert!(taken_back.expect("it is taken back").is_some());
    block_on(first.run(&set_back, new_salesperson(2))).expect("it is kept");
    first.close();
    let mut again = book(&shelf);
    let taken_back = block_on(again.take_back(&set_back, Which::LastDone));
    assert!(taken_back.expect("it is taken back").is_some());
    assert_eq!([name(&again, 1), name(&again, 2)], ["gone", "gone"]);
}

#[test]
fn another_users_change_is_not_ours_after_a_reload() {
    let shelf = shelf();
    let mut first = book(&shelf);
    let other = Moment {
        user: "Toinen".into(),
        ..moment_at(1)
    };
    block_on(first.run(&other, new_salesperson(1))).expect("it is kept");
    first.close();
    let mut again = book(&shelf);
    nothing(&mut again, Which::LastDone);
    let taken_back = block_on(again.take_back(&other, Which::LastDone));
    assert!(taken_back.expect("it is taken back").is_some());
}

#[test]
fn another_tabs_change_to_other_rows_is_no_matter_and_to_the_same_refuses() {
    let shelf = shelf();
    let (mut a, mut b) = (book(&shelf), book(&shelf));
    must(&mut a, new_salesperson(1));
    rename_now(&mut a, 1, "Yksi");
    must(&mut b, new_salesperson(2));
    nothing_of_the_other(&mut b);
    // Without having heard of the other: what it wrote is read, and the undo decided anew.
    undo(&mut a);
    assert_eq!([name(&a, 1), name(&a, 2)], ["Uusi", "gone"]);
    let renamed = rename_now(&mut a, 1, "Kaksi").revision;
    block_on(b.others_wrote(None)).expect("it reads");
    rename_now(&mut b, 1, "Muun");
    let before = kept(&shelf);
    changed_since(take_back(&mut a, Which::LastDone), "S1");
    changed_since(take_back(&mut a, Which::One(renamed)), "S1");
    assert_eq!(kept(&shelf), before, "nothing was changed");
    assert_eq!(name(&a, 1), "Muun");
}

/// The key of one tab takes back its own change only, though another's is newer.
fn nothing_of_the_other(b: &mut Book<Memory>) {
    let outcome = undo(b);
    assert_eq!(outcome.tables, [Table::Salesperson]);
    assert_eq!([name(b, 1), name(b, 2)], ["Yksi", "gone"]);
    redo(b);
    undo(b);
}

/// A contact that is gone again leaves its number given.
#[test]
fn the_number_of_a_contact_taken_back_is_not_given_again() {
    let shelf = shelf();
    let mut book = book(&shelf);
    must(&mut book, new_contact(1));
    undo(&mut book);
    must(&mut book, new_contact(2));
    let found = records(&book);
    let nos: Vec<String> = found.all::<Contact>().map(|c| c.no.to_string()).collect();
    assert_eq!(nos, ["CT0001", "CT0003"]);
}

/// What was filled in comes back as a form: nothing else holds it any more.
#[test]
fn postponing_taken_back_gives_the_form() {
    let shelf = shelf();
    let mut book = book(&shelf);
    must(&mut book, postpone(1));
    let entry = records(&book).get::<LogEntry>(nth_id(1)).cloned();
    let outcome = undo(&mut book);
    let [form] = &outcome.unfinished[..] else {
        panic!("{outcome:?}");
    };
    let entry = entry.expect("it was postponed");
    assert_eq!(form.description, entry.description);
    assert_eq!(records(&book).count(Table::LogEntry), 0);
    let outcome = redo(&mut book);
    assert!(outcome.unfinished.is_empty());
    assert_eq!(records(&book).get::<LogEntry>(nth_id(1)), Some(&entry));
}

#[test]
fn an_undo_that_is_not_saved_can_be_tried_again() {
    let shelf = shelf();
    let mut book = book(&shelf);
    must(&mut book, new_salesperson(1));
    shelf.limit(Some(0));
    let answer = take_back(&mut book, Which::LastDone);
    assert_eq!(answer, Err(RunError::NotSaved(JournalError::Full)));
    assert_eq!(name(&book, 1), "Uusi");
    shelf.limit(None);
    undo(&mut book);
    assert_eq!(name(&book, 1), "gone");
}

/// The answer to an undo was lost, and it was kept: it is found, and is not done twice.
#[test]
fn a_lost_answer_of_an_undo_is_found() {
    let shelf = shelf();
    let mut book = super::faulty_book(&shelf, [(2, Fault::CloseAfter)]);
    must(&mut book, new_salesperson(1));
    let outcome = undo(&mut book);
    assert_eq!(outcome.revision, rev(3));
    assert_eq!(kept(&shelf), records(&book));
    redo(&mut book);
    assert_eq!(name(&book, 1), "Uusi");
}
