//! Bad input, row by row of table 4 of the reference ("Errors and edge cases"), in its order and under the
//! numbers of its rows. That whatever is refused writes nothing, also not for lines before the bad one, the
//! desk proves each time: records and journal are as they were.
//!
//! What more there is to say of a rule is tested where the rule is. Rows 10, 12, 18, 27, 30 to 32 have no
//! test because there is nothing yet of what they are about: sending, Word templates, minors, tasks and
//! opportunities, merging of duplicates.

use super::segment::company;
use crate::desk::{Desk, describe_refusal};
use chrono::NaiveDate;
use expect_test::{Expect, expect};
use lokikirja::domain::campaign::{Campaign, CampaignEdit};
use lokikirja::domain::contact::Contact;
use lokikirja::domain::segment::log::preview;
use lokikirja::domain::segment::question::{self, Answer, Question};
use lokikirja::domain::segment::selection::saved::SavedEdit;
use lokikirja::domain::{Command, Reason, Table};

/// A segment that can be logged.
fn ready() -> Desk {
    let mut desk = company();
    desk.create_segment("template T1; description Spring; salesperson JK; campaign K1");
    desk.add("SM01", "CT1 CT2 CT3");
    desk
}

/// Log Segment is refused, as its preview says; nothing is logged and the segment stands.
#[track_caller]
fn log_refused(desk: &mut Desk, follow_up: bool, expected: Expect) {
    let n_lines = desk.line_ids("SM01").len();
    let seen = preview(&desk.records, &desk.moment, desk.segment("SM01")).expect("it is there");
    let said = match follow_up {
        true => seen.refusal.or(seen.follow_up.no.err()),
        false => seen.refusal,
    };
    expected.assert_eq(&describe_refusal(&said.expect("the preview says so")));
    let command = desk.log_command("SM01", follow_up);
    desk.refused(command, expected);
    let written = [
        Table::LogEntry,
        Table::CampaignEntry,
        Table::LoggedSegment,
        Table::Segment,
        Table::SegmentLine,
    ];
    let written = written.map(|table| desk.records.count(table));
    assert_eq!(written, [0, 0, 0, 1, n_lines]);
}

fn create_segment_refused(desk: &mut Desk, expected: Expect) {
    let command = Command::CreateSegment(desk.new_id(), Vec::new());
    desk.refused(command, expected);
    assert_eq!(desk.records.count(Table::Segment), 0);
}

#[test]
fn row_01_insert_without_a_number_names_the_field_of_the_setup() {
    let mut desk = Desk::with("");
    create_segment_refused(&mut desk, expect!["Setup SegmentNos SeriesNotSetUp"]);
    desk.create_contact_refused("name x", expect!["Setup ContactNos SeriesNotSetUp"]);
    let command = Command::CreateCampaign(desk.new_id(), Vec::new());
    desk.refused(command, expect!["Setup CampaignNos SeriesNotSetUp"]);
}

#[test]
fn row_02_automatic_numbering_is_not_allowed() {
    let mut desk = Desk::with("segments-from SEGM SM01");
    desk.change_series("SEGM", "automatic off");
    create_segment_refused(
        &mut desk,
        expect!["NumberSeries SEGM DefaultNos NotAutomatic"],
    );
}

#[test]
fn row_03_a_typed_number_needs_manual_nos_unless_there_is_no_series() {
    let mut desk = company();
    desk.create_segment("");
    desk.change_series("SEGM", "typed off");
    let typed = desk.segment_command("SM01", "no X", Answer::Yes);
    desk.refused(typed, expect!["Segment SM01 No NotManual"]);
    desk.set_up("segments-from -");
    desk.change_segment("SM01", "no X", Answer::Yes);
    desk.segment_is("X", expect!["X 2026-03-04"]);
}

#[test]
fn row_04_a_series_that_gives_no_number() {
    let mut desk = Desk::with("segments-from SEGM SM98");
    desk.change_series("SEGM", "end 1 SM98; last 1 SM98");
    create_segment_refused(&mut desk, expect!["NumberSeries SEGM EndingNo Exhausted"]);
    desk.change_series("SEGM", "end 1 ''; from 1 2026-03-05");
    create_segment_refused(
        &mut desk,
        expect!["NumberSeries SEGM StartingDate NoOpenLine { on: 2026-03-04 }"],
    );
    desk.change_series("SEGM", "from 1 2026-01-01; ordered on");
    desk.create_segment("");
    desk.remove("segment SM99");
    desk.seed("work-date 2026-03-03");
    create_segment_refused(
        &mut desk,
        expect!["NumberSeries SEGM DateOrder OutOfDateOrder { last: 2026-03-04 }"],
    );
}

#[test]
fn row_05_numbers_of_a_series_that_do_not_fit() {
    let mut desk = Desk::with("segments-from SEGM SM01");
    let mut refused = |words: &str, why| desk.change_series_refused("SEGM", words, why);
    refused(
        "start 1 ABC",
        expect!["NumberSeries SEGM StartingNo NoDigit"],
    );
    refused(
        "start 1 A12345678901234567890",
        expect!["NumberSeries SEGM StartingNo TooLong { max: 20, is: 21 }"],
    );
    desk.create_segment("");
    let why = expect![[r#"NumberSeries SEGM StartingNo ChangesLastNoUsed { last: "SM01" }"#]];
    desk.change_series_refused("SEGM", "start 1 X001", why);
}

#[test]
fn row_06_log_a_number_that_is_in_the_register() {
    let mut desk = ready();
    desk.log_segment("SM01", false);
    desk.create_segment("no SM01; template T1; description Again");
    desk.add("SM01", "CT1");
    let command = desk.log_command("SM01", false);
    desk.refused(command, expect!["Segment SM01 No LoggedBefore"]);
    assert_eq!(desk.records.count(Table::LogEntry), 3);
    assert_eq!(desk.records.count(Table::LoggedSegment), 1);
}

#[test]
fn row_07_log_without_a_description() {
    let mut desk = ready();
    desk.change_segment("SM01", "description ''", Answer::No);
    log_refused(
        &mut desk,
        false,
        expect!["Segment SM01 Description MustBeFilled"],
    );
}

#[test]
fn row_08_log_without_a_line_that_has_a_contact() {
    let mut desk = company();
    desk.create_segment("description A");
    log_refused(&mut desk, false, expect!["Segment SM01 NothingToLog"]);
    desk.add("SM01", "CT1");
    desk.enter("SM01", 1, "-");
    log_refused(&mut desk, false, expect!["Segment SM01 NothingToLog"]);
}

/// Each field that a line may lack or whose record is gone, on the last line: those before it are good.
#[test]
fn row_09_log_a_line_that_lacks_something_or_names_what_is_gone() {
    let cases: [(&str, Expect); 3] = [
        (
            "date -",
            expect!["SegmentLine SM01 / 30000 (CT3) Date MustBeFilled"],
        ),
        (
            "salesperson -",
            expect!["SegmentLine SM01 / 30000 (CT3) Salesperson MustBeFilled"],
        ),
        (
            "template -",
            expect!["SegmentLine SM01 / 30000 (CT3) Template MustBeFilled"],
        ),
    ];
    for (words, expected) in cases {
        let mut desk = ready();
        desk.change_lines("SM01", &[3], words);
        log_refused(&mut desk, false, expected);
    }
    let mut desk = ready();
    desk.seed("campaign K3 'Autumn'");
    desk.change_lines("SM01", &[3], "campaign K3");
    desk.remove("campaign K3");
    let gone = expect!["SegmentLine SM01 / 30000 (CT3) Campaign NotFound"];
    log_refused(&mut desk, false, gone);
    // Of the other records none can go while a line names it.
    let command = Command::DeleteContact(desk.contact("CT3"), desk.records.revision());
    desk.refused(command, expect!["Contact CT3 InUse { by: Segment, n: 1 }"]);
    let why = desk.delete_template("T1").expect_err("in use");
    assert!(matches!(
        why.reason,
        Reason::InUse {
            by: Table::Segment,
            ..
        }
    ));
}

/// With sending off, which is all there is: an e-mail address that is missing stops nothing.
#[test]
fn row_11_log_an_email_without_an_address_blanks_the_type() {
    let mut desk = company();
    desk.create_segment("template T1; description A");
    desk.add("SM01", "CT2");
    assert!(desk.line("SM01", 1).correspondence_type.is_some());
    desk.log_segment("SM01", false);
    assert_eq!(desk.entry(1).correspondence_type, None);
}

#[test]
fn row_13_log_with_a_follow_up_that_gets_no_number() {
    let mut desk = ready();
    desk.change_series("SEGM", "automatic off");
    log_refused(
        &mut desk,
        true,
        expect!["NumberSeries SEGM DefaultNos NotAutomatic"],
    );
    desk.set_up("segments-from -");
    log_refused(&mut desk, true, expect!["Setup SegmentNos SeriesNotSetUp"]);
}

#[test]
fn row_14_log_without_a_follow_up_needs_no_series() {
    let mut desk = ready();
    desk.set_up("segments-from -");
    desk.log_segment("SM01", false);
    assert_eq!(desk.records.count(Table::LogEntry), 3);
}

#[test]
fn row_15_another_template_declined_while_a_line_has_inherited_content() {
    let mut desk = ready();
    let command = desk.segment_command("SM01", "template T3", Answer::No);
    desk.refused(
        command,
        expect!["Segment SM01 Template LinesHaveContent { n: 1 }"],
    );
}

#[test]
fn row_16_a_default_language_without_a_row_declined_is_as_before() {
    let mut desk = ready();
    let asked = desk.asks("SM01", "language SV");
    assert!(matches!(asked, Some(Question::AddLanguage { .. })));
    let before = desk.records.revision();
    desk.change_segment("SM01", "language SV", Answer::No);
    assert_eq!(desk.records.revision(), before, "nothing was written");
}

#[test]
fn row_17_a_template_without_a_contact_and_a_language_without_a_template() {
    let mut desk = company();
    desk.create_segment("");
    desk.add("SM01", "CT1 CT2");
    let command = desk.line_command("SM01", &[1], "language FI");
    desk.refused(
        command,
        expect!["SegmentLine SM01 / 10000 (CT1) Language TemplateFirst"],
    );
    desk.enter("SM01", 2, "-");
    let command = desk.line_command("SM01", &[1, 2], "template T1");
    desk.refused(
        command,
        expect!["SegmentLine SM01 / 20000 Template ContactFirst"],
    );
}

#[test]
fn row_19_the_last_line_deleted_after_more_than_one_action_asks() {
    let mut desk = company();
    desk.create_segment("");
    desk.add("SM01", "CT1");
    desk.add("SM01", "CT2");
    let asked = question::of_deleting(&desk.records, desk.segment("SM01"), &desk.line_ids("SM01"));
    assert_eq!(asked, Some(Question::ResetCriteria { n_actions: 2 }));
}

#[test]
fn row_20_save_criteria_without_actions_a_code_or_one_that_is_free() {
    let mut desk = company();
    desk.create_segment("");
    let command = desk.save_command("SM01", "A");
    desk.refused(command, expect!["Segment SM01 NothingToSave"]);
    desk.add("SM01", "CT1");
    let command = desk.save_command("SM01", "");
    desk.refused(command, expect!["SavedCriteria Code MustBeFilled"]);
    let command = desk.save_command("SM01", "A");
    desk.must(command);
    let command = desk.save_command("SM01", "a");
    desk.refused(command, expect!["SavedCriteria A Code AlreadyUsed"]);
    // Nor may they become so later.
    let command = desk.save_command("SM01", "B");
    desk.must(command);
    let (id, seen) = (desk.saved("B").id, desk.records.revision());
    for (code, why) in [
        ("", expect!["SavedCriteria B Code MustBeFilled"]),
        ("A", expect!["SavedCriteria B Code AlreadyUsed"]),
    ] {
        desk.refused(
            Command::EditSavedCriteria(id, seen, SavedEdit::Code(code.into())),
            why,
        );
    }
}

#[test]
fn row_21_go_back_without_actions_does_nothing() {
    let mut desk = company();
    desk.create_segment("");
    let before = desk.records.revision();
    desk.go_back("SM01");
    assert_eq!(desk.records.revision(), before);
    let asked = question::of_going_back(&desk.records, desk.segment("SM01"));
    assert_eq!(asked, None);
}

/// The form takes one group by itself; one that is gone by then is refused.
#[test]
fn row_22_apply_mailing_group_needs_a_group_that_exists() {
    let mut desk = ready();
    let nobody = desk.new_id();
    desk.refused(
        Command::ApplyMailingGroup(desk.segment("SM01"), nobody, true),
        expect!["Segment SM01 MailingGroup NotFound"],
    );
}

#[test]
fn row_23_un_cancel_an_entry_under_what_is_canceled() {
    let mut desk = ready();
    desk.log_segment("SM01", false);
    desk.switch("segments", &[1]);
    let command = desk.switch_command("entries", &[1]);
    desk.refused(
        command,
        expect![[r#"LogEntry 1 SegmentCanceled { no: "SM01" }"#]],
    );
    desk.switch("segments", &[1]);
    desk.switch("campaign-entries", &[1]);
    let command = desk.switch_command("entries", &[1]);
    desk.refused(
        command,
        expect!["LogEntry 1 CampaignEntryCanceled { no: 1 }"],
    );
}

#[test]
fn row_24_delete_a_contact_that_stands_in_a_segment() {
    let mut desk = ready();
    for (no, why) in [
        ("CT3", expect!["Contact CT3 InUse { by: Segment, n: 1 }"]),
        ("CT2", expect!["Contact CT2 InUse { by: Segment, n: 1 }"]),
    ] {
        let id = desk.contact(no);
        let command = Command::DeleteContact(id, desk.revision::<Contact>(id));
        desk.refused(command, why);
    }
}

#[test]
fn row_25_change_a_persons_company_while_in_a_segment() {
    let mut desk = ready();
    let why = expect!["Contact CT3 Company InUse { by: Segment, n: 1 }"];
    desk.change_contact_refused("CT3", "of CT2", why);
}

#[test]
fn row_26_change_the_type_of_a_contact_on_which_something_depends() {
    let mut desk = ready();
    desk.log_segment("SM01", false);
    let why = expect!["Contact CT1 Type InUse { by: LogEntry, n: 1 }"];
    desk.change_contact_refused("CT1", "is person", why);
    let why = expect!["Contact CT2 Type InUse { by: LogEntry, n: 1 }"];
    desk.change_contact_refused("CT2", "is person", why);
    desk.seed("contact CT5 Litware; person CT6 'Bo Ek' of CT5");
    let why = expect!["Contact CT5 Type InUse { by: Contact, n: 1 }"];
    desk.change_contact_refused("CT5", "is person", why);
    desk.seed("contact CT7 Depending; industry RETAIL 'Retail'; in RETAIL CT7");
    let why = expect!["Contact CT7 Type InUse { by: IndustryGroup, n: 1 }"];
    desk.change_contact_refused("CT7", "is person", why);
    desk.seed("person CT8 'Cai Dahl'; responsibility BUY 'Buying'; in BUY CT8");
    let why = expect!["Contact CT8 Type InUse { by: JobResponsibility, n: 1 }"];
    desk.change_contact_refused("CT8", "is company", why);
}

#[test]
fn row_28_an_interaction_for_a_privacy_blocked_contact() {
    let mut desk = ready();
    desk.change_contact("CT4", "blocked");
    desk.create_refused("contact CT4", expect!["Contact CT4 PrivacyBlocked"]);
    // In segments too: neither entered nor logged.
    let command = desk.enter_command("SM01", 1, "CT4");
    let why = expect!["SegmentLine SM01 / 10000 (CT1) Contact PrivacyBlocked"];
    desk.refused(command, why);
    desk.change_contact("CT3", "blocked");
    log_refused(
        &mut desk,
        false,
        expect![[r#"Segment SM01 Contact ContactsBlocked { names: ["Anna Aalto"], n: 1 }"#]],
    );
}

#[test]
fn row_29_letters_in_a_phone_number_no_email_address_and_an_end_before_the_start() {
    let mut desk = company();
    let mut refused = |words: &str, why| desk.change_contact_refused("CT1", words, why);
    refused(
        "phone 0800-CALL",
        expect!["Contact CT1 Phone NotAPhoneNumber"],
    );
    refused(
        "mobile x",
        expect!["Contact CT1 MobilePhone NotAPhoneNumber"],
    );
    refused("email adatum.fi", expect!["Contact CT1 Email NotAnEmail"]);
    let id = desk.campaign("K1");
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day);
    let change = |desk: &Desk, edit| Command::EditCampaign(id, desk.revision::<Campaign>(id), edit);
    let command = change(&desk, CampaignEdit::StartingDate(day(10)));
    desk.must(command);
    let command = change(&desk, CampaignEdit::EndingDate(day(9)));
    desk.refused(command, expect!["Campaign K1 EndingDate EndingDateFirst"]);
}
