//! A command that is watched: the same as one that is not, and given up it has never been.

use crate::desk::{Desk, describe_refusal};
use expect_test::expect;
use lokikirja::book::{RunError, Watcher};
use lokikirja::domain::contact::{Contact, ContactEdit};
use lokikirja::domain::segment::line_edit::LineEdit;
use lokikirja::domain::{Command, Key, Table};
use pollster::block_on;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// More lines than are looked at before it is asked whether the page should go on.
const N_LINES: usize = 450;

/// A segment that can be logged, and a series for its follow-up segment.
fn company() -> Desk {
    let mut desk = Desk::with(
        "segments-from SEGM SM01; salesperson JK 'Jo Kari'; template T1 'Mailing'
         contact CT1 Adatum; contact CT2 Fabrikam",
    );
    desk.create_segment("template T1; description Spring; salesperson JK");
    let contacts: Vec<&str> = ["CT1", "CT2"].into_iter().cycle().take(N_LINES).collect();
    desk.add("SM01", &contacts.join(" "));
    desk
}

/// Gives up when it has been asked so often, and does something as the writing begins.
#[derive(Default)]
struct Eye {
    gives_up_at: Option<u32>,
    n_asked: Cell<u32>,
    told: RefCell<Vec<f64>>,
    n_written: Cell<u32>,
    meanwhile: RefCell<Option<Box<dyn FnOnce()>>>,
}

impl Watcher for Eye {
    fn is_due(&self) -> bool {
        true
    }
    fn is_at(&self, done: f64) {
        self.told.borrow_mut().push(done);
    }
    fn is_canceled(&self) -> bool {
        assert_eq!(self.n_written.get(), 0, "what is written is not given up");
        self.n_asked.set(self.n_asked.get() + 1);
        self.gives_up_at == Some(self.n_asked.get())
    }
    fn begins_to_write(&self) {
        self.n_written.set(self.n_written.get() + 1);
        if let Some(meanwhile) = self.meanwhile.take() {
            meanwhile();
        }
    }
}

fn gives_up_at(n: u32) -> Rc<Eye> {
    Rc::new(Eye {
        gives_up_at: Some(n),
        ..Eye::default()
    })
}

fn meanwhile(what: impl FnOnce() + 'static) -> Rc<Eye> {
    let eye = Eye::default();
    eye.meanwhile.replace(Some(Box::new(what)));
    Rc::new(eye)
}

#[test]
fn watched_it_comes_to_the_same() {
    let (mut plain, mut watched) = (company(), company());
    plain.log_segment("SM01", true);
    let eye = Rc::new(Eye::default());
    let command = watched.log_command("SM01", true);
    let outcome = watched.watched(command, eye.clone()).expect("it is logged");
    assert_eq!(outcome.expect("it was not given up").notices, plain.told);
    assert_eq!(watched.records, plain.records);
    watched.reload();
    let told = eye.told.borrow();
    assert!(told.len() > 10 && told.is_sorted(), "{told:?}");
    assert_eq!(eye.n_written.get(), 1);
}

/// At whichever moment before it is written.
#[test]
fn given_up_nothing_has_happened() {
    let mut desk = company();
    let before = desk.records.clone();
    for n in 1.. {
        let command = desk.log_command("SM01", true);
        let eye = gives_up_at(n);
        let outcome = desk
            .watched(command, eye.clone())
            .expect("nothing is wrong");
        if outcome.is_some() {
            assert!(n > 10, "there were moments to give it up");
            break;
        }
        assert_eq!(eye.n_written.get(), 0);
        assert_eq!(desk.records, before);
        desk.reload();
    }
    assert_eq!(desk.records.count(Table::LogEntry), N_LINES);
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let mut desk = company();
    desk.change_lines("SM01", &[400], "date -");
    let before = desk.records.clone();
    let command = desk.log_command("SM01", false);
    let eye = Rc::new(Eye::default());
    match desk.watched(command, eye.clone()) {
        Err(RunError::Refused(refusal)) => {
            expect!["SegmentLine SM01 / 4000000 (CT2) Date MustBeFilled"]
                .assert_eq(&describe_refusal(&refusal));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!((desk.records.clone(), eye.n_written.get()), (before, 0));
}

#[test]
fn a_command_that_is_quick_is_carried_out_at_once() {
    let mut desk = company();
    let contact = desk.contact("CT1");
    let edit = ContactEdit::Phone("+358 40 555 0101".into());
    let command = Command::EditContact(contact, desk.records.revision(), edit);
    let eye = Rc::new(Eye::default());
    let outcome = desk.watched(command, eye).expect("it is carried out");
    assert!(outcome.is_some());
    assert_eq!(desk.row::<Contact>(contact).phone, "+358 40 555 0101");
}

/// Another tab writes between the decision and the transaction: it is decided anew.
#[test]
fn another_tab_that_was_first_is_heard() {
    let mut desk = company();
    let (mut other, moment) = (desk.other_tab(), desk.moment.clone());
    let contact = desk.contact("CT1");
    let edit = ContactEdit::Phone("+358 40 555 0101".into());
    let edit = Command::EditContact(contact, desk.records.revision(), edit);
    let eye = meanwhile(move || {
        block_on(other.run(&moment, edit)).expect("the other tab writes");
    });
    let command = desk.log_command("SM01", false);
    let outcome = desk.watched(command, eye).expect("it is logged");
    assert!(outcome.is_some());
    assert_eq!(desk.row::<Contact>(contact).phone, "+358 40 555 0101");
    assert_eq!(desk.records.count(Table::LogEntry), N_LINES);
    desk.reload();
}

/// Another tab changes a line of the segment: what the preview showed is not so any more.
#[test]
fn a_line_changed_in_another_tab_keeps_the_segment() {
    let mut desk = company();
    let (mut other, moment) = (desk.other_tab(), desk.moment.clone());
    let line = desk.line_ids("SM01")[7];
    let seen = desk.records.revision_of(&Key::SegmentLine(line));
    let edit = LineEdit::Description("Otherwise".into());
    let edit = Command::EditSegmentLines(vec![line], seen.expect("it is there"), edit);
    let eye = meanwhile(move || {
        block_on(other.run(&moment, edit)).expect("the other tab writes");
    });
    let command = desk.log_command("SM01", false);
    match desk.watched(command, eye) {
        Err(RunError::Refused(refusal)) => {
            expect!["Segment SM01 ChangedMeanwhile"].assert_eq(&describe_refusal(&refusal));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(desk.records.count(Table::LogEntry), 0);
}
