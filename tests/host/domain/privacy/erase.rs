//! What is left, and what is not.

use super::marked;
use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::interaction::statistics::{figures, scope_of};
use lokikirja::domain::ledger::Scope;
use lokikirja::domain::privacy::{ErasedContact, Erasure, erasure};
use lokikirja::domain::segment::Segment;
use lokikirja::domain::{Command, Reason, Revision, Table};

#[test]
fn nothing_is_left_of_an_erased_person() {
    let mut desk = marked();
    assert!(desk.n_marks() > 40, "the person stands everywhere");
    let before = figures(&desk.records, Scope::Company(desk.contact("C1")));
    desk.erase("P1");
    assert_eq!(desk.n_marks(), 0);
    assert_eq!(desk.drafts(), []);
    desk.told(expect![
        "ContactErased { no: None, n_interactions: 2, n_postponed: 1 }"
    ]);
    desk.whole_log(expect![[r#"
        1 erased of C1 OUT in G by JK 2026-03-04 08:00 Positive cost 8.00 6 min for K1 counted-by 1
        2 P2 of C1 OUT in G by JK 2026-03-04 10:16 'Call' cost 8.00 6 min for K1 counted-by 1
        4 erased of C1 OUT in G by JK 2026-03-04 cost 8.00 6 min for K1 counted-by 2 from SM01 logged-as 1
        5 P2 of C1 OUT in G by JK 2026-03-04 'Spring letter' cost 8.00 6 min for K1 counted-by 2 from SM01 logged-as 1"#]]);
    let after = figures(&desk.records, Scope::Company(desk.contact("C1")));
    assert_eq!(
        after, before,
        "the figures of the company are what they were"
    );
    // Nor does anything come back by what others do later.
    desk.fold();
    desk.reload();
    assert_eq!(desk.n_marks(), 0);
}

#[test]
fn segments_and_criteria_forget_an_erased_person() {
    let mut desk = marked();
    desk.erase("P1");
    desk.segment_is(
        "SM02",
        expect![[r#"
            SM02 'Autumn letter' by JK 2026-03-04 template OUT cost 8.00 6 min
              20000 P2 'Autumn letter' by JK 2026-03-04 template OUT cost 8.00 6 min
              action 1 Add P2
              action 2 Reduce 
              action 3 Reduce "#]],
    );
    // Going back gives nothing back that was erased.
    for _ in 0..3 {
        desk.go_back("SM02");
    }
    desk.segment_is(
        "SM02",
        expect!["SM02 'Autumn letter' by JK 2026-03-04 template OUT cost 8.00 6 min"],
    );
    desk.segment_is(
        "SM03",
        expect![[r#"
        SM03 'By name' 2026-03-04
          action 1 Add 
          action 2 Reduce "#]],
    );
    let left: Vec<_> = desk
        .saved("HAND")
        .actions
        .into_iter()
        .map(|it| it.contacts.len())
        .collect();
    assert_eq!(left, [1, 0]);
    let named = desk
        .records
        .criteria_by_code(&lokikirja::domain::code::Code::new("NAME").expect("a code"));
    assert_eq!(named, None, "without its filter it would mean everybody");
}

#[test]
fn what_erasing_would_come_to_is_known_before() {
    let mut desk = marked();
    let expected = Erasure {
        n_interactions: 2,
        n_postponed: 1,
        n_lines: 2,
        n_groups: 2,
        n_saved_criteria: 1,
        n_persons: 0,
    };
    let seen = erasure(&desk.records, &desk.moment, desk.contact("P1"));
    assert_eq!(seen, Some(expected));
    let of_company = erasure(&desk.records, &desk.moment, desk.contact("C1"));
    assert_eq!(of_company.map(|it| it.n_persons), Some(2));
    let gone = desk.contact("P1");
    desk.erase("P1");
    assert_eq!(erasure(&desk.records, &desk.moment, gone), None);
}

/// A stale form, one that is gone, and a device that is full: the desk proves that nothing has changed.
#[test]
fn an_erasure_that_is_refused_erases_nothing() {
    let mut desk = marked();
    let stale = Command::EraseContact(desk.contact("P1"), Revision(0), desk.new_action());
    desk.refused(stale, expect!["Contact P1 ChangedMeanwhile"]);
    let command = desk.erase_command("P1");
    desk.fill_device(true);
    assert!(desk.try_run(command.clone()).is_err());
    desk.fill_device(false);
    let before = desk.n_marks();
    desk.reload();
    assert_eq!(desk.n_marks(), before);
    desk.must(command.clone());
    desk.refused(command, expect!["Contact Gone"]);
}

#[test]
fn whoever_saw_the_segment_before_is_refused() {
    let mut desk = marked();
    let id = desk.segment("SM02");
    let seen = desk.revision::<Segment>(id);
    desk.erase("P1");
    desk.refused(
        Command::DeleteSegment(id, seen),
        expect!["Segment SM02 ChangedMeanwhile"],
    );
}

#[test]
fn an_erasure_is_final_and_so_is_what_was_done_before() {
    let mut desk = marked();
    desk.change_contact("P1", "city 'Xylofonila'");
    let changed = desk.change_set(desk.records.revision());
    let revision = desk.records.revision();
    desk.erase("P1");
    let erased = desk.records.revision();
    desk.not_taken_back(erased, expect!["ErasedContact CannotBeUndone"]);
    assert_eq!(
        desk.kept_change_set(revision),
        None,
        "it is not kept any more"
    );
    // Another tab may have read it before.
    let late = Command::Undo(revision, changed.changes);
    desk.refused(late, expect!["Contact P1 CannotBeUndone"]);
    desk.change_contact("P2", "city Turku");
    desk.undo();
}

/// A sheet that was sent late does not make the contact anew.
#[test]
fn an_erased_contact_cannot_be_created_again() {
    let mut desk = marked();
    let id = desk.contact("P1");
    desk.erase("P1");
    let again = Command::CreateContact(id, Vec::new());
    let refusal = desk.run(again).expect_err("refused");
    assert_eq!(refusal.reason, Reason::AlreadyCreated);
}

/// Its persons are contacts of their own: they stay, and so does what was said with them.
#[test]
fn the_persons_of_an_erased_company_stay() {
    let mut desk = marked();
    desk.erase("P1");
    desk.erase("C1");
    desk.card("P2", expect!["P2 'Bo Ek' first 'Bo' surname 'Ek'"]);
    desk.whole_log(expect![[r#"
        1 erased OUT in G by JK 2026-03-04 08:00 Positive cost 8.00 6 min for K1 counted-by 1
        2 P2 OUT in G by JK 2026-03-04 10:16 'Call' cost 8.00 6 min for K1 counted-by 1
        4 erased OUT in G by JK 2026-03-04 cost 8.00 6 min for K1 counted-by 2 from SM01 logged-as 1
        5 P2 OUT in G by JK 2026-03-04 'Spring letter' cost 8.00 6 min for K1 counted-by 2 from SM01 logged-as 1"#]]);
    assert_eq!(desk.records.count(Table::ErasedContact), 2);
}

#[test]
fn entries_of_an_erased_person_outlive_the_company() {
    let mut desk = marked();
    desk.erase("P1");
    let company = desk.contact("C1");
    desk.change_contact_refused(
        "C1",
        "is person",
        expect!["Contact C1 Type InUse { by: Contact, n: 1 }"],
    );
    for _ in 0..3 {
        desk.go_back("SM02");
    }
    desk.delete_contact("C1");
    assert_eq!(desk.records.ledger().count(Scope::Company(company)), 0);
    desk.undo();
    assert_eq!(desk.records.ledger().count(Scope::Company(company)), 4);
    desk.delete_contact("P2");
    desk.change_contact_refused(
        "C1",
        "is person",
        expect!["Contact C1 Type InUse { by: LogEntry, n: 2 }"],
    );
}

/// What a series gave says nothing; what somebody typed may be a name.
#[test]
fn only_a_number_that_a_series_gave_is_kept() {
    let mut desk = Desk::with("");
    desk.create_series("code CONT; automatic on; typed on; line; start 1 CT01");
    desk.set_up("contacts-from CONT");
    let (given, typed) = (
        desk.create_contact("name Adatum"),
        desk.create_contact("no ANNA; name Anna"),
    );
    desk.erase("CT01");
    desk.erase("ANNA");
    let no = |id| {
        desk.row::<ErasedContact>(id)
            .no
            .as_ref()
            .map(ToString::to_string)
    };
    assert_eq!([no(given), no(typed)], [Some("CT01".into()), None]);
    assert_eq!(desk.records.all::<Contact>().count(), 0);
}

/// The entries of a contact say whose they were only by its id.
#[test]
fn the_scope_of_an_erased_contact_is_its_own() {
    let mut desk = marked();
    let id = desk.contact("P1");
    desk.erase("P1");
    assert_eq!(scope_of(&desk.records, id), Scope::Person(id));
    assert_eq!(desk.records.ledger().count(Scope::Person(id)), 2);
}
