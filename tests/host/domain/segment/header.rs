//! The header: numbers, defaults, questions, and which lines follow.

use super::company;
use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::Command;
use lokikirja::domain::segment::Segment;
use lokikirja::domain::segment::question::{Answer, Question};

/// SU-015: the number comes from the series in the setup, which the segment remembers.
#[test]
fn su_015_a_segment_takes_its_number_from_the_series_in_the_setup() {
    let mut desk = company();
    let no = desk.create_segment("description Spring");
    assert_eq!(no, "SM01");
    let segment = desk.row::<Segment>(desk.segment("SM01"));
    assert_eq!(segment.no_series, Some(desk.series("SEGM")));
    desk.segment_is("SM01", expect!["SM01 'Spring' 2026-03-04"]);
}

/// DF-003: the user's salesperson is the segment's; the date is the work date.
#[test]
fn df_003_a_new_segment_has_the_salesperson_that_the_user_is() {
    let mut desk = company();
    desk.seed("me KV; work-date 2026-03-02");
    desk.create_segment("description Spring");
    desk.segment_is("SM01", expect!["SM01 'Spring' by KV 2026-03-02"]);
}

#[test]
fn a_typed_number_follows_the_rules_of_the_series() {
    let mut desk = company();
    assert_eq!(desk.create_segment("no abc"), "ABC");
    assert_eq!(desk.row::<Segment>(desk.segment("ABC")).no_series, None);
    let again = desk.segment_command("ABC", "no SM01", Answer::Yes);
    desk.must(again);
    // The series passes over a number that is there.
    assert_eq!(desk.create_segment(""), "SM02");
    let taken = desk.segment_command("SM02", "no SM01", Answer::Yes);
    desk.refused(taken, expect!["Segment SM02 No AlreadyUsed"]);
    desk.change_series("SEGM", "automatic on; typed off");
    let typed = desk.segment_command("SM02", "no X", Answer::Yes);
    desk.refused(typed, expect!["Segment SM02 No NotManual"]);
    desk.set_up("segments-from -");
    // No series in the setup: typing is free.
    assert_eq!(desk.create_segment("no X"), "X");
}

/// Section 4: insert without a number and without a usable series.
#[test]
fn without_a_usable_series_a_number_must_be_typed() {
    let mut desk = Desk::with("salesperson JK Jo");
    let create = |desk: &mut Desk| Command::CreateSegment(desk.new_id(), Vec::new());
    let command = create(&mut desk);
    desk.refused(command, expect!["Setup SegmentNos SeriesNotSetUp"]);
    desk.seed("segments-from SEGM SM98");
    desk.change_series("SEGM", "end 1 SM99; typed on; automatic off");
    let command = create(&mut desk);
    desk.refused(
        command,
        expect!["NumberSeries SEGM DefaultNos NotAutomatic"],
    );
    desk.change_series("SEGM", "automatic on");
    desk.create_segment("");
    desk.create_segment("");
    let command = create(&mut desk);
    desk.refused(command, expect!["NumberSeries SEGM EndingNo Exhausted"]);
}

/// CS-020: header values win over the contact's salesperson; a later change reaches the lines.
#[test]
fn cs_020_every_line_has_the_salesperson_and_campaign_of_the_header() {
    let mut desk = company();
    desk.create_segment("salesperson KV");
    desk.add("SM01", "CT1 CT2");
    assert_eq!(
        desk.asks("SM01", "campaign K1"),
        Some(Question::LinesFollow {
            field: lokikirja::domain::Field::Campaign,
            n_lines: 2
        })
    );
    desk.change_segment("SM01", "campaign K1", Answer::Yes);
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 for K1 by KV 2026-03-04
          10000 CT1 for K1 by KV 2026-03-04
          20000 CT2 for K1 by KV 2026-03-04 Email
          action 1 Add CT1 CT2"#]],
    );
}

/// CS-012: every line has the template of the segment.
#[test]
fn cs_012_lines_have_the_template_of_the_segment() {
    let mut desk = company();
    desk.create_segment("template T1");
    desk.add("SM01", "CT1 CT2");
    desk.segment_is("SM01", expect![[r#"
        SM01 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT1 by JK 2026-03-04 template T1 language EN Outbound Us cost 12.50 15 min
          20000 CT2 by KV 2026-03-04 template T1 language FI Inherited Email Outbound Us cost 12.50 15 min
          action 1 Add CT1 CT2"#]]);
}

#[test]
fn each_field_asks_and_with_yes_the_lines_with_the_headers_template_follow() {
    let mut desk = company();
    desk.create_segment("template T1; description A; campaign K1");
    desk.add("SM01", "CT1 CT2 CT4");
    desk.change_lines("SM01", &[3], "template T2");
    let fields = [
        "description B",
        "campaign K2",
        "salesperson KV",
        "date 2026-03-09",
        "cost 9.00",
        "duration 9",
        "flow in",
        "by them",
        "target on",
        "response on",
    ];
    for field in fields {
        match desk.asks("SM01", field) {
            Some(Question::LinesFollow { n_lines: 2, .. }) => {}
            other => panic!("{field}: {other:?}"),
        }
        desk.change_segment("SM01", field, Answer::Yes);
        assert_eq!(desk.asks("SM01", field), None, "{field} is so now");
    }
    desk.segment_is("SM01", expect![[r#"
        SM01 'B' for K2 by KV 2026-03-09 template T1 language EN has EN has FI* Inbound Them cost 9.00 9 min target response
          10000 CT1 'B' for K2 by KV 2026-03-09 template T1 language EN Inbound Them cost 9.00 9 min target response
          20000 CT2 'B' for K2 by KV 2026-03-09 template T1 language FI Inherited Email Inbound Them cost 9.00 9 min target response
          30000 CT4 'A' for K1 2026-03-04 template T2 language SV Unique cost 2.00 5 min [Description, Template, Salesperson, Language, Cost, Duration, InformationFlow, InitiatedBy, Campaign, CampaignTarget, CampaignResponse, Date]
          action 1 Add CT1 CT2 CT4"#]]);
}

#[test]
fn with_no_only_the_header_changes_and_the_lines_are_marked() {
    let mut desk = company();
    desk.create_segment("template T1; description A");
    desk.add("SM01", "CT1");
    desk.change_segment("SM01", "description B; cost 1.00", Answer::No);
    desk.segment_is("SM01", expect![[r#"
        SM01 'B' 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 1.00 15 min
          10000 CT1 'A' by JK 2026-03-04 template T1 language EN Outbound Us cost 12.50 15 min [Description, Cost]
          action 1 Add CT1"#]]);
}

#[test]
fn the_correspondence_type_reaches_lines_only_with_content_and_a_value() {
    let mut desk = company();
    desk.create_segment("template T1");
    desk.add("SM01", "CT1");
    // English is the default, and has no content.
    assert_eq!(desk.asks("SM01", "type paper"), None);
    desk.change_segment("SM01", "language FI", Answer::Yes);
    assert!(desk.asks("SM01", "type paper").is_some());
    desk.change_segment("SM01", "type paper", Answer::Yes);
    assert_eq!(desk.asks("SM01", "type -"), None);
    desk.segment_is("SM01", expect![[r#"
        SM01 2026-03-04 template T1 language FI has EN has FI* HardCopy Outbound Us cost 12.50 15 min
          10000 CT1 by JK 2026-03-04 template T1 language EN HardCopy Outbound Us cost 12.50 15 min [CorrespondenceType, Language]
          action 1 Add CT1"#]]);
}

#[test]
fn the_subject_stands_in_the_row_of_its_language_and_reaches_lines_that_had_the_old_one() {
    let mut desk = company();
    desk.create_segment("template T1");
    desk.add("SM01", "CT1 CT2 CT4");
    desk.change_lines("SM01", &[3], "subject Mine");
    let asked = desk.asks("SM01", "subject Hello");
    assert_eq!(asked, Some(Question::SubjectsFollow { n_lines: 1 }));
    desk.change_segment("SM01", "subject Hello", Answer::Yes);
    desk.change_segment("SM01", "subject-in FI Moi", Answer::Yes);
    desk.segment_is("SM01", expect![[r#"
        SM01 2026-03-04 template T1 language EN has EN 'Hello' has FI* 'Moi' Outbound Us cost 12.50 15 min
          10000 CT1 by JK 2026-03-04 template T1 language EN subject 'Hello' Outbound Us cost 12.50 15 min
          20000 CT2 by KV 2026-03-04 template T1 language FI subject 'Moi' Inherited Email Outbound Us cost 12.50 15 min
          30000 CT4 2026-03-04 template T1 language EN subject 'Mine' Outbound Us cost 12.50 15 min [Subject]
          action 1 Add CT1 CT2 CT4"#]]);
    desk.change_segment("SM01", "language -", Answer::Yes);
    let command = desk.segment_command("SM01", "subject X", Answer::Yes);
    desk.refused(command, expect!["Segment SM01 Subject LanguageFirst"]);
}

#[test]
fn a_default_language_without_a_row_asks_to_add_it() {
    let mut desk = company();
    desk.create_segment("template T1");
    desk.add("SM01", "CT3");
    let asked = desk.asks("SM01", "language SV");
    assert!(matches!(asked, Some(Question::AddLanguage { .. })));
    desk.change_segment("SM01", "language SV", Answer::No);
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT3 by JK 2026-03-04 template T1 language EN Email Outbound Us cost 12.50 15 min
          action 1 Add CT3"#]],
    );
    desk.change_segment("SM01", "language SV", Answer::Yes);
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 2026-03-04 template T1 language SV has EN has FI* has SV Outbound Us cost 12.50 15 min
          10000 CT3 by JK 2026-03-04 template T1 language SV Email Outbound Us cost 12.50 15 min
          action 1 Add CT3"#]],
    );
    desk.change_segment("SM01", "remove-language SV", Answer::Yes);
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT3 by JK 2026-03-04 template T1 language EN Email Outbound Us cost 12.50 15 min
          action 1 Add CT3"#]],
    );
}

/// SG-014: a template for all; content of its own stays, with its language.
#[test]
fn sg_014_the_template_of_the_header_reaches_all_lines_but_not_content_of_their_own() {
    let mut desk = company();
    desk.change_template("T1", "default FI")
        .expect("is changed");
    desk.create_segment("");
    desk.add("SM01", "CT3 CT4");
    desk.change_lines("SM01", &[1], "template T2");
    desk.change_lines("SM01", &[2], "template T3");
    let asked = desk.asks("SM01", "template T1");
    assert_eq!(asked, Some(Question::TemplateForAll { n_lines: 2 }));
    desk.change_segment("SM01", "template T1", Answer::Yes);
    desk.segment_is("SM01", expect![[r#"
        SM01 2026-03-04 template T1 language FI has EN has FI* Outbound Us cost 12.50 15 min
          10000 CT3 'Golf' by JK 2026-03-04 template T1 language SV Unique Email cost 2.00 5 min [Description, Language, Cost, Duration, InformationFlow, InitiatedBy]
          20000 CT4 'Note' 2026-03-04 template T1 language FI Inherited [Description, Cost, Duration, InformationFlow, InitiatedBy]
          action 1 Add CT3 CT4"#]]);
}

/// Q1: cost, duration and flags of existing lines stay; Refresh Lines from Header brings them.
#[test]
fn a_new_template_leaves_figures_as_they_are_until_the_lines_are_refreshed() {
    let mut desk = company();
    desk.create_segment("template T1; description A");
    desk.add("SM01", "CT1 CT2");
    desk.change_segment("SM01", "template T2", Answer::Yes);
    desk.segment_is("SM01", expect![[r#"
        SM01 'A' 2026-03-04 template T2 language SV has FI* has SV* cost 2.00 5 min
          10000 CT1 'A' by JK 2026-03-04 template T2 language SV Inherited Outbound Us cost 12.50 15 min [Cost, Duration, InformationFlow, InitiatedBy]
          20000 CT2 'A' by KV 2026-03-04 template T2 language FI Inherited Email Outbound Us cost 12.50 15 min [Cost, Duration, InformationFlow, InitiatedBy]
          action 1 Add CT1 CT2"#]]);
    desk.refresh("SM01");
    desk.told(expect!["LinesFollow(2)"]);
    desk.segment_is(
        "SM01",
        expect![[r#"
        SM01 'A' 2026-03-04 template T2 language SV has FI* has SV* cost 2.00 5 min
          10000 CT1 'A' by JK 2026-03-04 template T2 language SV Inherited cost 2.00 5 min
          20000 CT2 'A' by KV 2026-03-04 template T2 language FI Inherited Email cost 2.00 5 min
          action 1 Add CT1 CT2"#]],
    );
}

/// Section 4: declined while a line has the header's content.
#[test]
fn the_template_cannot_be_taken_from_under_lines_that_have_its_content() {
    let mut desk = company();
    desk.create_segment("template T1");
    desk.add("SM01", "CT2 CT4");
    let command = desk.segment_command("SM01", "template T3", Answer::No);
    desk.refused(
        command,
        expect!["Segment SM01 Template LinesHaveContent { n: 1 }"],
    );
    desk.delete_lines("SM01", &[1], Answer::No);
    let command = desk.segment_command("SM01", "template T3", Answer::No);
    desk.must(command);
    desk.segment_is("SM01", expect![[r#"
        SM01 2026-03-04 template T3 ignores
          20000 CT4 2026-03-04 template T1 language EN Outbound Us cost 12.50 15 min [Template, Language, Cost, Duration, InformationFlow, InitiatedBy]
          action 1 Add CT2 CT4
          action 2 Reduce CT2"#]]);
}

#[test]
fn the_templates_campaign_becomes_the_segments_unless_it_was_opened_from_one() {
    let mut desk = company();
    desk.change_template("T1", "campaign K2")
        .expect("is changed");
    desk.create_segment("campaign K1; template-kept T1");
    desk.create_segment("campaign K1; template T1");
    desk.change_segment("SM02", "target on", Answer::Yes);
    desk.segment_is("SM01", expect!["SM01 for K1 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min"]);
    desk.segment_is("SM02", expect!["SM02 for K2 2026-03-04 template T1 language EN has EN has FI* Outbound Us cost 12.50 15 min target"]);
    // Without a campaign there is no target; without a template nothing of one stays.
    desk.change_segment("SM02", "campaign -; template -", Answer::Yes);
    desk.segment_is("SM02", expect!["SM02 2026-03-04"]);
}

#[test]
fn a_stale_form_overwrites_nothing() {
    let mut desk = company();
    desk.create_segment("description A");
    let stale = desk.segment_command("SM01", "description B", Answer::Yes);
    desk.add("SM01", "CT1");
    desk.refused(stale, expect!["Segment SM01 ChangedMeanwhile"]);
    let stale = desk.line_command("SM01", &[1], "cost 1.00");
    desk.change_lines("SM01", &[1], "cost 2.00");
    desk.refused(
        stale,
        expect!["SegmentLine SM01 / 10000 (CT1) ChangedMeanwhile"],
    );
}
