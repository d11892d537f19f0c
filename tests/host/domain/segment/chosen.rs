//! Contacts chosen in a list come into a segment.

use super::company;
use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::Command;

fn add(desk: &mut Desk, no: &str, contacts: &str) -> Command {
    let action = desk.new_action();
    let contacts = contacts.split(' ').map(|no| desk.contact(no)).collect();
    Command::AddToSegment(desk.segment(no), contacts, action)
}

/// Q3 and what Add Contacts leaves out.
#[test]
fn who_is_there_already_excluded_or_blocked_is_left_out_and_counted() {
    let mut desk = company();
    desk.create_segment("description A");
    desk.add("SM01", "CT1");
    desk.change_contact("CT2", "blocked");
    desk.change_contact("CT4", "excluded on");
    let command = add(&mut desk, "SM01", "CT1 CT2 CT3 CT3 CT4");
    desk.must(command);
    desk.told(expect![
        "ContactsAdded { n: 1, n_existing: 2, n_excluded: 1, n_blocked: 1 }"
    ]);
    assert_eq!(desk.line_ids("SM01").len(), 2);
    desk.undo();
    assert_eq!(desk.line_ids("SM01").len(), 1);
}

/// Nobody comes in: the segment does not change, and no action waits to be taken back.
#[test]
fn nothing_is_recorded_where_nobody_comes_in() {
    let mut desk = company();
    desk.create_segment("description A");
    desk.add("SM01", "CT1");
    let before = desk.records.revision();
    let command = add(&mut desk, "SM01", "CT1");
    desk.must(command);
    desk.told(expect![
        "ContactsAdded { n: 0, n_existing: 1, n_excluded: 0, n_blocked: 0 }"
    ]);
    assert_eq!(desk.records.revision(), before);
}

/// One change set, so one Undo.
#[test]
fn a_new_segment_is_made_with_its_contacts() {
    let mut desk = company();
    let (id, action) = (desk.new_id(), desk.new_action());
    let contacts = vec![desk.contact("CT1"), desk.contact("CT4")];
    desk.must(Command::All(vec![
        Command::CreateSegment(id, Vec::new()),
        Command::AddToSegment(id, contacts, action),
    ]));
    assert_eq!(desk.line_ids("SM01").len(), 2);
    desk.undo();
    assert_eq!(desk.records.segments().all().count(), 0);
    desk.undo();
    desk.go_back("SM01");
    desk.told(expect![
        "WentBack { n_removed: 2, n_restored: 0, n_lost: 0 }"
    ]);
}
