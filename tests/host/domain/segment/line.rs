//! Lines: entering the contact, personalising, and back to the header.

use super::company;
use expect_test::expect;
use lokikirja::domain::segment::question::Answer;

/// MI-092, MI-093: entering the same contact, or another one, keeps the content of the segment.
#[test]
fn mi_092_093_a_line_keeps_the_content_of_the_segment_whoever_is_entered() {
    let mut desk = company();
    desk.create_segment("template T1; language FI; description A");
    desk.add("SM01", "CT1");
    desk.enter("SM01", 1, "CT1");
    desk.segment_is("SM01", expect![[r#"
        SM01 'A' 2026-03-04 template T1 language FI has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT1 'A' by JK 2026-03-04 template T1 language FI Inherited Outbound Us cost 12.50 15 min
          action 1 Add CT1"#]]);
    desk.enter("SM01", 1, "CT4");
    desk.change_lines("SM01", &[1], "salesperson JK");
    desk.segment_is("SM01", expect![[r#"
        SM01 'A' 2026-03-04 template T1 language FI has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT4 'A' by JK 2026-03-04 template T1 language FI Inherited Outbound Us cost 12.50 15 min [Salesperson]
          action 1 Add CT1
          action 2 Reduce CT1
          action 3 Add CT4"#]]);
    desk.log_segment("SM01", false);
    desk.register(expect![
        "segment 1 SM01 'A' 2026-03-04 interactions 1 campaign-entries 0"
    ]);
}

/// UI-018, UI-019: a template fills an empty description and leaves one that is there.
#[test]
fn ui_018_019_a_template_fills_a_description_that_is_empty() {
    let mut desk = company();
    desk.create_segment("");
    desk.add("SM01", "CT1 CT4");
    desk.change_lines("SM01", &[2], "description 'Line text'");
    desk.change_lines("SM01", &[], "template T2");
    assert_eq!(desk.line("SM01", 1).description, "Golf");
    assert_eq!(desk.line("SM01", 2).description, "Line text");
}

#[test]
fn another_template_brings_content_of_its_own_and_the_headers_takes_it_away() {
    let mut desk = company();
    desk.create_segment("template T1; campaign K1; description A");
    desk.add("SM01", "CT2 CT3 CT4");
    desk.segment_is("SM01", expect![[r#"
        SM01 'A' for K1 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT2 'A' for K1 by KV 2026-03-04 template T1 language FI Inherited Email Outbound Us cost 12.50 15 min
          20000 CT3 'A' for K1 by JK 2026-03-04 template T1 language EN Email Outbound Us cost 12.50 15 min
          30000 CT4 'A' for K1 2026-03-04 template T1 language EN Outbound Us cost 12.50 15 min
          action 1 Add CT2 CT3 CT4"#]]);
    desk.change_lines("SM01", &[], "template T2");
    desk.segment_is("SM01", expect![[r#"
        SM01 'A' for K1 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT2 'A' for K1 by KV 2026-03-04 template T2 language FI Unique Email cost 2.00 5 min [Template, Cost, Duration, InformationFlow, InitiatedBy]
          20000 CT3 'A' for K1 by JK 2026-03-04 template T2 language SV Unique Email cost 2.00 5 min [Template, Language, Cost, Duration, InformationFlow, InitiatedBy]
          30000 CT4 'A' for K1 2026-03-04 template T2 language SV Unique cost 2.00 5 min [Template, Language, Cost, Duration, InformationFlow, InitiatedBy]
          action 1 Add CT2 CT3 CT4"#]]);
    desk.change_lines("SM01", &[1], "template -");
    desk.change_lines("SM01", &[2], "back template");
    desk.segment_is("SM01", expect![[r#"
        SM01 'A' for K1 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT2 'A' for K1 by KV 2026-03-04 [Template, CorrespondenceType, Language, Cost, Duration, InformationFlow, InitiatedBy]
          20000 CT3 'A' for K1 by JK 2026-03-04 template T1 language EN Email Outbound Us cost 12.50 15 min
          30000 CT4 'A' for K1 2026-03-04 template T2 language SV Unique cost 2.00 5 min [Template, Language, Cost, Duration, InformationFlow, InitiatedBy]
          action 1 Add CT2 CT3 CT4"#]]);
}

#[test]
fn the_correspondence_type_follows_header_template_and_contact_in_this_order() {
    let mut desk = company();
    desk.change_template("T1", "type paper")
        .expect("is changed");
    desk.create_segment("template T1; type email");
    // CT1 has no wish: the template's. CT2 wishes e-mail.
    desk.add("SM01", "CT1 CT2");
    desk.change_segment("SM01", "ignore on", Answer::Yes);
    // Now the header overrules.
    desk.add("SM01", "CT1");
    desk.segment_is("SM01", expect![[r#"
        SM01 2026-03-04 template T1 language EN has EN has FI* Email ignores Outbound Us cost 12.50 15 min
          10000 CT1 by JK 2026-03-04 template T1 language EN HardCopy Outbound Us cost 12.50 15 min [CorrespondenceType]
          20000 CT2 by KV 2026-03-04 template T1 language FI Inherited Email Outbound Us cost 12.50 15 min
          30000 CT1 by JK 2026-03-04 template T1 language EN Email Outbound Us cost 12.50 15 min
          action 1 Add CT1 CT2
          action 2 Add CT1"#]]);
    // A template that ignores the wish gives its own type, even none.
    desk.change_segment("SM01", "ignore off", Answer::Yes);
    desk.change_lines("SM01", &[2], "template T3");
    assert_eq!(desk.line("SM01", 2).correspondence_type, None);
}

#[test]
fn each_field_can_be_set_back_to_the_headers() {
    let mut desk = company();
    desk.create_segment("template T1; description A; campaign K1");
    desk.add("SM01", "CT1");
    desk.change_lines(
        "SM01",
        &[1],
        "description B;salesperson KV;type email;language FI;subject X;cost 1.00;duration 1;flow in;\
         by them;campaign K2;target on;response on;date 2026-01-01",
    );
    desk.segment_is("SM01", expect![[r#"
        SM01 'A' for K1 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT1 'B' for K2 by KV 2026-01-01 template T1 language FI subject 'X' Inherited Email Inbound Them cost 1.00 1 min target response [Description, Salesperson, CorrespondenceType, Language, Subject, Cost, Duration, InformationFlow, InitiatedBy, Campaign, CampaignTarget, CampaignResponse, Date]
          action 1 Add CT1"#]]);
    for field in [
        "description",
        "salesperson",
        "correspondencetype",
        "language",
        "subject",
        "cost",
        "duration",
        "informationflow",
        "initiatedby",
        "campaign",
        "campaigntarget",
        "campaignresponse",
        "date",
        "template",
    ] {
        desk.change_lines("SM01", &[1], &format!("back {field}"));
    }
    desk.segment_is("SM01", expect![[r#"
        SM01 'A' for K1 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT1 'A' for K1 by JK 2026-03-04 template T1 language EN Outbound Us cost 12.50 15 min
          action 1 Add CT1"#]]);
}

/// Section 4: template or language without what it needs, and values beyond their bounds.
#[test]
fn what_a_line_cannot_take_is_refused_at_its_field() {
    let mut desk = company();
    desk.create_segment("");
    desk.add("SM01", "CT1 CT4");
    let command = desk.line_command("SM01", &[1], "language FI");
    desk.refused(
        command,
        expect!["SegmentLine SM01 / 10000 (CT1) Language TemplateFirst"],
    );
    desk.enter("SM01", 1, "-");
    let command = desk.line_command("SM01", &[1], "template T1");
    desk.refused(
        command,
        expect!["SegmentLine SM01 / 10000 Template ContactFirst"],
    );
    // All or none.
    let command = desk.line_command("SM01", &[2, 1], "template T1");
    desk.refused(
        command,
        expect!["SegmentLine SM01 / 10000 Template ContactFirst"],
    );
    let command = desk.line_command("SM01", &[2], "cost -1.00");
    desk.refused(
        command,
        expect!["SegmentLine SM01 / 20000 (CT4) Cost Negative"],
    );
    let command = desk.line_command("SM01", &[2], "duration 100001");
    desk.refused(
        command,
        expect!["SegmentLine SM01 / 20000 (CT4) Duration TooLarge"],
    );
    let long = format!("description {}", "x".repeat(101));
    let command = desk.line_command("SM01", &[2], &long);
    desk.refused(
        command,
        expect!["SegmentLine SM01 / 20000 (CT4) Description TooLong { max: 100, is: 101 }"],
    );
}

#[test]
fn a_language_without_a_row_leaves_neither_subject_nor_content() {
    let mut desk = company();
    desk.create_segment("template T1; language FI; subject Moi");
    desk.add("SM01", "CT1");
    desk.change_lines("SM01", &[1], "language DE");
    desk.segment_is("SM01", expect![[r#"
        SM01 2026-03-04 template T1 language FI has EN has FI* 'Moi' Outbound Us cost 12.50 15 min
          10000 CT1 by JK 2026-03-04 template T1 language DE Outbound Us cost 12.50 15 min [Language, Subject]
          action 1 Add CT1"#]]);
}

#[test]
fn one_value_is_filled_into_all_lines_at_once() {
    let mut desk = company();
    desk.create_segment("template T1");
    desk.add("SM01", "CT1 CT2 CT4");
    desk.change_lines("SM01", &[], "evaluation positive;time 10:00");
    desk.segment_is("SM01", expect![[r#"
        SM01 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT1 by JK 2026-03-04 10:00 template T1 language EN Outbound Us Positive cost 12.50 15 min
          20000 CT2 by KV 2026-03-04 10:00 template T1 language FI Inherited Email Outbound Us Positive cost 12.50 15 min
          30000 CT4 2026-03-04 10:00 template T1 language EN Outbound Us Positive cost 12.50 15 min
          action 1 Add CT1 CT2 CT4"#]]);
}
