//! Contacts come in and go out by hand, and Go Back.

use super::company;
use expect_test::expect;
use lokikirja::domain::segment::Segment;
use lokikirja::domain::segment::question::{self, Answer, Question};

/// SG-003: a line entered by hand counts as one action, and a deleted one too.
#[test]
fn sg_003_a_manual_line_counts_as_a_criteria_action() {
    let mut desk = company();
    desk.create_segment("");
    desk.add("SM01", "CT1");
    assert_eq!(desk.row::<Segment>(desk.segment("SM01")).n_actions, 1);
    desk.delete_lines("SM01", &[1], Answer::No);
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 2026-03-04
          action 1 Add CT1
          action 2 Reduce CT1"#]],
    );
}

#[test]
fn duplicates_are_allowed_by_hand_and_blocked_contacts_left_out() {
    let mut desk = company();
    desk.create_segment("");
    desk.change_contact("CT4", "blocked");
    desk.add("SM01", "CT1 CT4 CT1");
    desk.told(expect!["LinesAdded { n: 2, n_blocked: 1 }"]);
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 2026-03-04
          10000 CT1 by JK 2026-03-04
          20000 CT1 by JK 2026-03-04
          action 1 Add CT1 CT1"#]],
    );
    let command = desk.add_command("SM01", "CT4");
    desk.refused(command, expect!["Segment SM01 Contact PrivacyBlocked"]);
    let command = desk.enter_command("SM01", 1, "CT4");
    desk.refused(
        command,
        expect!["SegmentLine SM01 / 10000 (CT1) Contact PrivacyBlocked"],
    );
}

/// Go Back is the inverse of each step, and repeatable down to none.
#[test]
fn going_back_restores_the_segment_step_by_step_with_all_that_was_changed_in_its_lines() {
    let mut desk = company();
    desk.create_segment("template T1; description A");
    desk.add("SM01", "CT1 CT2");
    desk.change_lines("SM01", &[1], "template T2;cost 7.00");
    let seen = |desk: &crate::desk::Desk| {
        let header = desk.segment("SM01");
        let lines = desk.line_ids("SM01");
        let lines: Vec<_> = (1..=lines.len()).map(|n| desk.line("SM01", n)).collect();
        (Segment::clone(&desk.row::<Segment>(header)), lines)
    };
    let mut before = vec![seen(&desk)];
    desk.enter("SM01", 1, "CT4");
    // Reduce, then Add: two steps, between which the line is not there.
    desk.go_back("SM01");
    assert_eq!(desk.line_ids("SM01").len(), 1);
    desk.go_back("SM01");
    assert_eq!(seen(&desk), before[0]);
    desk.enter("SM01", 2, "-");
    before.push(seen(&desk));
    desk.enter("SM01", 2, "CT3");
    before.push(seen(&desk));
    desk.delete_lines("SM01", &[1, 2], Answer::No);
    desk.go_back("SM01");
    desk.told(expect![
        "WentBack { n_removed: 0, n_restored: 2, n_lost: 0 }"
    ]);
    for state in before.iter().rev() {
        assert_eq!(seen(&desk), *state);
        desk.go_back("SM01");
    }
    assert_eq!(desk.line_ids("SM01").len(), 0);
    // Nothing to go back to: nothing happens.
    let revision = desk.records.revision();
    desk.go_back("SM01");
    assert_eq!(desk.records.revision(), revision);
    assert_eq!(
        question::of_going_back(&desk.records, desk.segment("SM01")),
        None
    );
}

/// Q12: only the line that the action had added goes, not every line of the contact.
#[test]
fn going_back_takes_out_only_the_line_of_the_action() {
    let mut desk = company();
    desk.create_segment("");
    desk.add("SM01", "CT1");
    desk.add("SM01", "CT1");
    desk.go_back("SM01");
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 2026-03-04
          10000 CT1 by JK 2026-03-04
          action 1 Add CT1"#]],
    );
}

#[test]
fn what_was_deleted_meanwhile_does_not_come_back() {
    let mut desk = company();
    desk.create_segment("template T1");
    desk.add("SM01", "CT4 CT2 CT1");
    desk.change_lines("SM01", &[2], "template T3");
    desk.delete_lines("SM01", &[1, 2, 3], Answer::No);
    desk.delete_contact("CT4");
    desk.delete_template("T3").expect("nothing uses it");
    desk.remove("salesperson JK");
    desk.go_back("SM01");
    desk.told(expect![
        "WentBack { n_removed: 0, n_restored: 2, n_lost: 1 }"
    ]);
    desk.segment_is("SM01", expect![[r#"
        SM01 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min
          20000 CT2 by KV 2026-03-04 template T1 language FI Inherited Email Outbound Us cost 12.50 15 min
          30000 CT1 2026-03-04 template T1 language EN Outbound Us cost 12.50 15 min
          action 1 Add (gone) CT2 CT1"#]]);
}

/// Section 4: the last line goes while there is more than one action.
#[test]
fn deleting_the_last_line_asks_whether_the_criteria_start_anew() {
    let mut desk = company();
    desk.create_segment("");
    desk.add("SM01", "CT1");
    let (id, ids) = (desk.segment("SM01"), desk.line_ids("SM01"));
    assert_eq!(question::of_deleting(&desk.records, id, &ids), None);
    desk.add("SM01", "CT2");
    let ids = desk.line_ids("SM01");
    assert_eq!(question::of_deleting(&desk.records, id, &ids[..1]), None);
    let asked = question::of_deleting(&desk.records, id, &ids);
    assert_eq!(asked, Some(Question::ResetCriteria { n_actions: 2 }));
    desk.delete_lines("SM01", &[1, 2], Answer::No);
    desk.go_back("SM01");
    desk.delete_lines("SM01", &[1, 2], Answer::Yes);
    desk.segment_is("SM01", expect!["SM01 2026-03-04"]);
}

#[test]
fn a_deleted_segment_takes_lines_and_criteria_along() {
    let mut desk = company();
    desk.create_segment("");
    desk.add("SM01", "CT1");
    desk.remove("segment SM01");
    desk.told(expect![[r#"Deleted(Segment, "SM01")"#]]);
    use lokikirja::domain::Table;
    let left = [Table::Segment, Table::SegmentLine, Table::CriteriaAction];
    assert_eq!(left.map(|table| desk.records.count(table)), [0, 0, 0]);
}

/// Undo works on segments as on everything; what is logged stays, and is canceled by its checkmark.
#[test]
fn undo_brings_a_deleted_segment_back_but_does_not_unwrite_what_was_logged() {
    let mut desk = company();
    desk.create_segment("template T1; description A");
    desk.add("SM01", "CT1 CT2");
    let lines = [desk.line("SM01", 1), desk.line("SM01", 2)];
    desk.remove("segment SM01");
    let deleted = desk.records.revision();
    desk.take_back(deleted).expect("nobody has changed it");
    assert_eq!([desk.line("SM01", 1), desk.line("SM01", 2)], lines);
    desk.log_segment("SM01", false);
    let logged = desk.records.revision();
    assert!(desk.take_back(logged).is_err());
    desk.switch("segments", &[1]);
    let canceled = desk.records.revision();
    assert!(desk.take_back(canceled).is_err());
}
