//! Contacts come in and go out by criteria; criteria are saved and used again.

use crate::desk::Desk;
use crate::desk::criteria::criteria;
use expect_test::{Expect, expect};
use lokikirja::domain::code::Code;
use lokikirja::domain::filter::{FilterError, Neutral};
use lokikirja::domain::segment::Segment;
use lokikirja::domain::segment::criteria::ActionKind::{Add, Reduce, Refine};
use lokikirja::domain::segment::question::{self, Answer, Question};
use lokikirja::domain::segment::selection::fields::texts_of_contacts;
use lokikirja::domain::segment::selection::saved::SavedEdit;
use lokikirja::domain::segment::selection::{Part, Section};
use lokikirja::domain::{Command, Field};

/// Adatum with Anna and Bo, Fabrikam with Cecilia, Contoso alone, and Dan without a company.
fn company() -> Desk {
    let mut desk = Desk::with(
        "salesperson S1 'Jo Kari'; salesperson S2 'Kim Vesa'; group G 'Calls'
         segments-from SEGM SM01; campaign K1 'Spring'
         template T1 'Letter' group G by us; template T2 'Visit' by us
         contact A Adatum salesperson S1; person A1 'Anna Aalto' of A salesperson S1
         person A2 'Bo Ek' of A salesperson S2; contact F Fabrikam salesperson S2
         person F1 'Cecilia Dahl' of F salesperson S2; contact C Contoso
         person D 'Dan Ohm' salesperson S1
         mailing M 'Members'; mailing GOLF; industry HOTEL; relation CUST; responsibility BUY
         level CEO; in HOTEL A; in CUST F; in BUY A2 F1",
    );
    desk.change_contact("A1", "level CEO; city Helsinki");
    desk.create_segment("template T1");
    desk
}

impl Desk {
    #[track_caller]
    fn found(&mut self, words: &str, expected: Expect) {
        self.by_criteria("SM01", Add, words);
        expected.assert_eq(&self.contacts_of("SM01"));
        self.go_back("SM01");
    }

    #[track_caller]
    fn interact(&mut self, contact: &str, words: &str) {
        let words = format!("template T1; salesperson S1; {words}");
        self.create(&format!("contact {contact}"))
            .choose(&words)
            .finish();
    }
}

#[test]
fn sg_001_add_contacts_by_number() {
    let mut desk = company();
    desk.by_criteria("SM01", Add, "contact no C");
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 2026-03-04 template T1 Us
          10000 C 2026-03-04 template T1 Us
          action 1 Add  1 by: Contact No C"#]],
    );
    desk.told(expect![
        "ContactsAdded { n: 1, n_existing: 0, n_excluded: 0, n_blocked: 0 }"
    ]);
}

/// SG-006, CS-005, CS-019: only contacts that match stay; SG-007: the same again changes nothing
/// but the number of actions.
#[test]
fn sg_006_sg_007_cs_005_cs_019_refine_keeps_those_that_match() {
    let mut desk = company();
    desk.by_criteria("SM01", Add, "contact no A|F|C");
    desk.by_criteria("SM01", Refine, "contact salesperson S2");
    assert_eq!(desk.contacts_of("SM01"), "F");
    let before = desk.line("SM01", 1);
    desk.by_criteria("SM01", Refine, "contact salesperson S2");
    assert_eq!(desk.line("SM01", 1), before);
    assert_eq!(desk.row::<Segment>(desk.segment("SM01")).n_actions, 3);
    desk.told(expect!["LinesDeleted(0)"]);
    desk.go_back("SM01");
    desk.go_back("SM01");
    assert_eq!(desk.contacts_of("SM01"), "A C F");
    desk.by_criteria("SM01", Refine, "contact no A");
    assert_eq!(desk.contacts_of("SM01"), "A");
}

/// CS-012: every line has the template of the segment.
#[test]
fn cs_012_lines_are_entered_as_by_hand() {
    let mut desk = company();
    desk.by_criteria("SM01", Add, "contact no A|C");
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 2026-03-04 template T1 Us
          10000 A by S1 2026-03-04 template T1 Us
          20000 C 2026-03-04 template T1 Us
          action 1 Add  2 by: Contact No A|C"#]],
    );
}

/// CS-020: header values win over the salesperson of the contact, and a later change reaches lines.
#[test]
fn cs_020_the_header_wins() {
    let mut desk = company();
    desk.change_segment("SM01", "salesperson S1", Answer::Yes);
    desk.by_criteria("SM01", Add, "contact no A|F");
    desk.change_segment("SM01", "campaign K1", Answer::Yes);
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 for K1 by S1 2026-03-04 template T1 Us
          10000 A for K1 by S1 2026-03-04 template T1 Us
          20000 F for K1 by S1 2026-03-04 template T1 Us
          action 1 Add  2 by: Contact No A|F"#]],
    );
}

/// CS-030 to CS-033: members of a mailing group, with related companies or without.
#[test]
fn cs_030_cs_031_cs_032_cs_033_members_and_their_companies() {
    for (members, switches, expected) in [
        ("A D A1", "with related", expect!["D A A1"]),
        ("A D A1", "", expect!["D A A1"]),
        ("A D F1", "", expect!["D A F1"]),
        ("D A1", "with related", expect!["D A A1"]),
        ("D A1", "", expect!["D A1"]),
    ] {
        let mut desk = company();
        desk.seed(&format!("in M {members}"));
        desk.found(&format!("mailing code M; {switches}"), expected);
    }
}

#[test]
fn each_part_is_looked_at_and_all_sections_must_hold() {
    let mut desk = company();
    desk.seed("in M A D F1; in GOLF F1 C");
    desk.found("", expect!["D A A1 A2 C F F1"]);
    desk.found("contact name '@*a*' type 1", expect!["D A1 F1"]);
    desk.found("contact company Adatum", expect!["A A1 A2"]);
    desk.found("contact organizationallevel CEO", expect!["A1"]);
    desk.found("contact salesperson ''", expect!["C"]);
    // Of the company: its persons too.
    desk.found("industry code HOTEL", expect!["A A1 A2"]);
    desk.found("relation code CUST|X; contact type 1", expect!["F1"]);
    desk.found("responsibility code BUY", expect!["A2 F1"]);
    desk.found("mailing code M; mailing code GOLF", expect!["F1"]);
    desk.found("mailing code M; no mailing code GOLF", expect!["D A"]);
    desk.found("mailing", expect!["D A C F1"]);
    desk.found("no mailing", expect!["A1 A2 F"]);
    desk.found("no industry; no relation", expect!["D C"]);
    desk.found("mailing code NOBODY", expect![""]);
}

#[test]
fn past_interactions_are_looked_at_one_by_one() {
    let mut desk = company();
    desk.interact("A1", "date 2026-01-10; evaluation positive");
    desk.interact("A1", "date 2026-02-20; failed");
    desk.interact("F", "date 2026-01-20; template T2; evaluation negative");
    desk.interact(
        "D",
        "date 2026-02-25; template T2; campaign K1; response on",
    );
    desk.interact("C", "date 2026-02-26");
    desk.switch("entries", &[5]);
    desk.create("contact A2")
        .choose("template T1; salesperson S1")
        .postpone();
    desk.found("interaction", expect!["D A1 F"]);
    desk.found("interaction template T2", expect!["D F"]);
    desk.found("interaction group G", expect!["A1"]);
    desk.found("interaction evaluation 0..1", expect!["A1"]);
    desk.found("interaction campaign K1 campaignresponse 1", expect!["D"]);
    desk.found(
        "interaction date '2026-02-01..' successful 0",
        expect!["A1"],
    );
    // One interaction must pass all filters of a section.
    desk.found(
        "interaction date '2026-02-01..' evaluation 0..1",
        expect![""],
    );
    desk.found(
        "interaction date '2026-02-01..'; interaction evaluation 0..1",
        expect!["A1"],
    );
    // None since: relative to the day, which is 4 March.
    desk.found("no interaction date '-1M..'", expect!["A A2 C F F1"]);
    desk.found("interaction; no interaction date '-1M..'", expect!["F"]);
    desk.found(
        "contact type 1; no interaction template T1",
        expect!["D A2 F1"],
    );
    // Canceled ones only where they are asked for.
    desk.found("interaction canceled 1", expect!["C"]);
    desk.found(
        "interaction canceled 0|1 salesperson S1",
        expect!["D A1 C F"],
    );
}

#[test]
fn what_an_interaction_mentions_counts_though_it_is_deleted() {
    let mut desk = company();
    desk.interact("A1", "template T2");
    desk.remove("template T2");
    desk.remove("salesperson S1");
    desk.found("interaction template T2", expect!["A1"]);
    desk.found("interaction salesperson S1", expect!["A1"]);
    desk.found("interaction template ''", expect![""]);
}

#[test]
fn existing_excluded_and_blocked_contacts_are_left_out_and_counted() {
    let mut desk = company();
    desk.change_contact("A1", "excluded on");
    desk.change_contact("A2", "blocked");
    desk.add("SM01", "A");
    desk.by_criteria("SM01", Add, "contact company Adatum");
    desk.told(expect![
        "ContactsAdded { n: 0, n_existing: 1, n_excluded: 1, n_blocked: 1 }"
    ]);
    desk.by_criteria("SM01", Add, "contact no A; with expand ignoring existing");
    assert_eq!(desk.contacts_of("SM01"), "A A A1");
    desk.told(expect![
        "ContactsAdded { n: 2, n_existing: 0, n_excluded: 0, n_blocked: 1 }"
    ]);
    // The check is made after the expansion.
    desk.go_back("SM01");
    desk.by_criteria("SM01", Add, "contact no A; with expand");
    assert_eq!(desk.contacts_of("SM01"), "A");
    // By hand it is allowed.
    desk.add("SM01", "A1");
    assert_eq!(desk.contacts_of("SM01"), "A A1");
}

#[test]
fn companies_are_expanded_and_lines_stand_in_order_of_companies() {
    let mut desk = company();
    desk.found("contact no A2|F; with expand", expect!["A A1 A2 F F1"]);
    desk.found("contact no A2|D; with related", expect!["D A A2"]);
}

#[test]
fn reduce_takes_those_who_match_with_their_companies_if_wanted() {
    let mut desk = company();
    desk.by_criteria("SM01", Add, "");
    desk.by_criteria("SM01", Reduce, "responsibility code BUY");
    assert_eq!(desk.contacts_of("SM01"), "D A A1 C F");
    // Bo is tested although he is not in the segment any more.
    desk.by_criteria("SM01", Reduce, "contact no A2; with entire");
    assert_eq!(desk.contacts_of("SM01"), "D C F");
    desk.by_criteria("SM01", Refine, "contact no F1|D; with entire");
    assert_eq!(desk.contacts_of("SM01"), "D F");
    desk.by_criteria("SM01", Refine, "");
    assert_eq!(desk.contacts_of("SM01"), "D F");
    desk.by_criteria("SM01", Reduce, "");
    assert_eq!(desk.contacts_of("SM01"), "");
    for expected in ["D F", "D F", "D C F", "D A A1 C F", "D A A1 A2 C F F1", ""] {
        desk.go_back("SM01");
        assert_eq!(desk.contacts_of("SM01"), expected);
    }
}

#[test]
fn a_line_without_a_contact_is_refined_away() {
    let mut desk = company();
    desk.add("SM01", "A F");
    desk.enter("SM01", 1, "-");
    desk.by_criteria("SM01", Reduce, "contact no A");
    assert_eq!(desk.contacts_of("SM01"), "- F");
    desk.by_criteria("SM01", Refine, "contact no F");
    assert_eq!(desk.contacts_of("SM01"), "F");
    desk.go_back("SM01");
    desk.by_criteria("SM01", Reduce, "");
    assert_eq!(desk.contacts_of("SM01"), "");
}

#[test]
fn what_was_changed_in_a_line_comes_back_with_it() {
    let mut desk = company();
    desk.by_criteria("SM01", Add, "contact no A|F");
    desk.change_lines("SM01", &[2], "template T2;cost 7.00");
    let before = desk.line("SM01", 2);
    desk.by_criteria("SM01", Reduce, "contact no F");
    desk.go_back("SM01");
    assert_eq!(desk.line("SM01", 2), before);
    let asked = question::of_going_back(&desk.records, desk.segment("SM01"));
    assert_eq!(asked, Some(Question::GoBack { n_lines: 2 }));
    desk.go_back("SM01");
    desk.told(expect![
        "WentBack { n_removed: 2, n_restored: 0, n_lost: 0 }"
    ]);
}

#[test]
fn criteria_from_a_form_that_is_out_of_date_or_sent_twice_are_refused() {
    let mut desk = company();
    let command = desk.criteria_command("SM01", Add, "contact no A");
    desk.must(command.clone());
    desk.refused(command.clone(), expect!["Segment SM01 ChangedMeanwhile"]);
    let Command::ApplyCriteria(id, _, kind, criteria, action) = command else {
        panic!("the command changed")
    };
    let seen = desk.records.revision();
    desk.refused(
        Command::ApplyCriteria(id, seen, kind, criteria, action),
        expect!["CriteriaAction AlreadyCreated"],
    );
}

#[test]
fn a_filter_that_is_none_says_what_is_wrong() {
    let section = Section::has(Part::Contact).with(Field::Type, "x", &Neutral);
    let FilterError { reason, .. } = section.expect_err("no value of the list");
    assert_eq!(format!("{reason:?}"), "NotAnOption");
}

#[test]
fn criteria_are_stored_in_no_language_and_stay_relative() {
    let it =
        criteria("no interaction date '-30D..t' template T*; contact city Turku; with related");
    let text = serde_json::to_string(&it).expect("text");
    expect![[r#"{"sections":[{"part":"Interaction","absent":true,"filters":[["Date","-30D..t"],["Template","T*"]]},{"part":"Contact","absent":false,"filters":[["City","Turku"]]}],"options":{"allow_existing":false,"expand_companies":false,"related_companies":true,"ignore_exclusion":false,"entire_companies":false}}"#]].assert_eq(&text);
    assert_eq!(
        serde_json::from_str::<lokikirja::domain::segment::selection::Criteria>(&text)
            .expect("criteria"),
        it
    );
    let harmed = text.replace("-30D", "-30Ö");
    assert!(
        serde_json::from_str::<lokikirja::domain::segment::selection::Criteria>(&harmed).is_err()
    );
}

/// SG-008; table 4: without actions, with a blank code or one that is used.
#[test]
fn sg_008_criteria_are_saved_under_a_code_that_is_free() {
    let mut desk = company();
    let command = desk.save_command("SM01", "CRIT1");
    desk.refused(command, expect!["Segment SM01 NothingToSave"]);
    desk.add("SM01", "A");
    desk.add("SM01", "F");
    let command = desk.save_command("SM01", " ");
    desk.refused(command, expect!["SavedCriteria Code MustBeFilled"]);
    let command = desk.save_command("SM01", "crit1");
    desk.must(command);
    desk.told(expect![[r#"Created(SavedCriteria, "CRIT1")"#]]);
    assert_eq!(desk.saved("CRIT1").actions.len(), 2);
    let command = desk.save_command("SM01", "CRIT1");
    desk.refused(command, expect!["SavedCriteria CRIT1 Code AlreadyUsed"]);
    let (id, seen) = (desk.saved("CRIT1").id, desk.records.revision());
    desk.must(Command::EditSavedCriteria(
        id,
        seen,
        SavedEdit::Code("C2".into()),
    ));
    assert_eq!(
        desk.records
            .criteria_by_code(&Code::new("CRIT1").expect("a code")),
        None
    );
    let seen = desk.records.revision();
    desk.must(Command::DeleteSavedCriteria(id, seen));
    desk.undo();
    assert_eq!(desk.saved("C2").actions.len(), 2);
}

/// SG-009: what is in the segment is not added twice; each action can be gone back by.
#[test]
fn sg_009_reused_in_the_same_segment_they_bring_back_what_is_missing() {
    let mut desk = company();
    desk.add("SM01", "A");
    desk.add("SM01", "F");
    let command = desk.save_command("SM01", "CRIT1");
    desk.must(command);
    desk.delete_lines("SM01", &[2], Answer::No);
    desk.reuse_criteria("SM01", "CRIT1");
    desk.told(expect![[
        r#"CriteriaReused { code: "CRIT1", n_added: 1, n_removed: 0, n_blocked: 0 }"#
    ]]);
    assert_eq!(desk.contacts_of("SM01"), "A F");
    desk.go_back("SM01");
    assert_eq!(desk.contacts_of("SM01"), "A");
    desk.go_back("SM01");
    desk.go_back("SM01");
    assert_eq!(desk.contacts_of("SM01"), "A F");
}

/// CS-013: the same contacts on the same line numbers.
#[test]
fn cs_013_reused_in_another_segment_they_give_the_same_lines() {
    let mut desk = company();
    desk.by_criteria("SM01", Add, "contact no A..C");
    let command = desk.save_command("SM01", "CRIT");
    desk.must(command);
    desk.create_segment("template T1");
    desk.reuse_criteria("SM02", "CRIT");
    let lines = |desk: &Desk, no: &str| {
        let nths = 1..=desk.line_ids(no).len();
        let lines = nths.map(|nth| desk.line(no, nth));
        let shown = lines.map(|line| (line.line_no, line.contact, line.template));
        shown.collect::<Vec<_>>()
    };
    assert_eq!(lines(&desk, "SM01").len(), 4);
    assert_eq!(lines(&desk, "SM01"), lines(&desk, "SM02"));
}

/// Every kind of action in its order, on what is true by then. Q8: entire companies are kept.
#[test]
fn saved_actions_are_carried_out_in_their_order_on_present_data() {
    let mut desk = company();
    desk.change_segment("SM01", "description Spring; salesperson S1", Answer::Yes);
    desk.add("SM01", "A1 C");
    desk.log_segment("SM01", false);
    desk.create_segment("template T1");
    desk.reuse("SM02", 1);
    desk.by_criteria("SM02", Add, "contact salesperson S2");
    desk.delete_lines("SM02", &[2], Answer::No);
    desk.by_criteria("SM02", Refine, "contact no A; with entire");
    assert_eq!(desk.contacts_of("SM02"), "A1 A2");
    let command = desk.save_command("SM02", "ALL");
    desk.must(command);
    desk.change_contact("F1", "salesperson S1");
    desk.seed("person A3 'Eva Falk' of A salesperson S2");
    desk.create_segment("template T1");
    desk.reuse_criteria("SM03", "ALL");
    desk.told(expect![[
        r#"CriteriaReused { code: "ALL", n_added: 5, n_removed: 2, n_blocked: 0 }"#
    ]]);
    assert_eq!(desk.contacts_of("SM03"), "A1 A2 A3");
    desk.segment_is(
        "SM03",
        expect![[r#"
        SM03 2026-03-04 template T1 Us
          10000 A1 by S1 2026-03-04 template T1 Us
          30000 A2 by S2 2026-03-04 template T1 Us
          40000 A3 by S2 2026-03-04 template T1 Us
          action 1 Add A1 C of logged segment 1
          action 2 Add  3 by: Contact Salesperson S2
          action 3 Reduce C
          action 4 Refine F 1 by: Contact No A"#]],
    );
    // Deleted contacts and segments are passed over.
    desk.go_back("SM03");
    assert_eq!(desk.contacts_of("SM03"), "A1 A2 A3 F");
    desk.remove("contact C");
    desk.create_segment("template T1");
    desk.reuse_criteria("SM04", "ALL");
    assert_eq!(desk.contacts_of("SM04"), "A1 A2 A3");
}

/// CS-017, and Delete Old Assignments.
#[test]
fn cs_017_a_mailing_group_is_given_to_the_contacts_of_a_segment() {
    let mut desk = company();
    desk.seed("in M A C");
    desk.add("SM01", "A F1 F1");
    let (segment, lokikirja::domain::classification::ClassKey::MailingGroup(group)) =
        (desk.segment("SM01"), desk.class("M"))
    else {
        panic!("a mailing group")
    };
    desk.must(Command::ApplyMailingGroup(segment, group, false));
    desk.told(expect![[
        r#"MailingGroupApplied { code: "M", n_added: 1, n_removed: 0 }"#
    ]]);
    desk.classified(
        "A C F1",
        expect![[r#"
        A in M in HOTEL
        C in M
        F1 in M in BUY"#]],
    );
    desk.undo();
    desk.must(Command::ApplyMailingGroup(segment, group, true));
    desk.told(expect![[
        r#"MailingGroupApplied { code: "M", n_added: 1, n_removed: 1 }"#
    ]]);
    desk.classified(
        "A C F1",
        expect![[r#"
        A in M in HOTEL
        C
        F1 in M in BUY"#]],
    );
    let nobody = desk.new_id();
    desk.refused(
        Command::ApplyMailingGroup(segment, nobody, true),
        expect!["Segment SM01 MailingGroup NotFound"],
    );
}

/// Several commands as one see what the ones before them did.
#[test]
fn criteria_see_what_was_done_before_them_in_the_same_command() {
    let mut desk = company();
    let join = desk.group_command("GOLF", "C", true);
    let first = desk.criteria_command("SM01", Add, "mailing code GOLF");
    desk.must(Command::All(vec![join, first]));
    assert_eq!(desk.contacts_of("SM01"), "C");
}

/// To choose from; too many are no choice.
#[test]
fn different_texts_of_contacts_are_told_as_long_as_they_are_few() {
    let mut desk = company();
    desk.change_contact("A", "city Turku");
    desk.change_contact("F", "city Turku");
    desk.change_contact("C", "city Lahti");
    let told = |field, max| {
        let texts = texts_of_contacts(&desk.records, field, max);
        texts.into_iter().collect::<Vec<_>>().join(",")
    };
    assert_eq!(told(Field::City, 4), ",Helsinki,Lahti,Turku");
    assert_eq!(told(Field::City, 3), "");
    assert_eq!(told(Field::Type, 9), "");
    assert_eq!(told(Field::Salesperson, 9), "");
}
