//! Logged segments: cancel, un-cancel, delete, reuse.

use super::company;
use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::interaction::EntryNo;
use lokikirja::domain::segment::logged::LoggedFilter;
use lokikirja::domain::segment::question::{self, Answer, Question};
use lokikirja::domain::{Command, Revision, Table};

fn logged() -> Desk {
    let mut desk = company();
    desk.create_segment("template T1; description A; campaign K1; target on");
    desk.add("SM01", "CT1 CT2 CT3");
    desk.log_segment("SM01", false);
    desk
}

#[test]
fn canceling_reaches_entries_and_campaign_entries_and_un_canceling_revives_them() {
    let mut desk = logged();
    desk.switch("segments", &[1]);
    desk.told(expect![
        "CanceledSwitched { table: LoggedSegment, n: 1, canceled: true }"
    ]);
    desk.register(expect![[r#"
        segment 1 SM01 'A' 2026-03-04 interactions 3 campaign-entries 1 canceled
        campaign-entry 1 of K1 'A' 2026-03-04 from SM01 by JK register 1 interactions 3 cost 37.50 45 min canceled-by-segment"#]]);
    assert!((1..=3).all(|no| desk.entry(no).is_canceled()));
    desk.switch("segments", &[1]);
    assert!((1..=3).all(|no| !desk.entry(no).is_canceled()));
}

/// Q5: what was canceled singly stays so.
#[test]
fn un_canceling_the_segment_does_not_revive_what_was_canceled_singly() {
    let mut desk = logged();
    desk.switch("entries", &[2]);
    desk.switch("segments", &[1]);
    desk.switch("segments", &[1]);
    assert_eq!(
        [1, 2, 3].map(|no| desk.entry(no).is_canceled()),
        [false, true, false]
    );
    desk.switch("campaign-entries", &[1]);
    desk.switch("segments", &[1]);
    desk.switch("segments", &[1]);
    desk.register(expect![[r#"
        segment 1 SM01 'A' 2026-03-04 interactions 0 campaign-entries 0
        campaign-entry 1 of K1 'A' 2026-03-04 from SM01 by JK register 1 interactions 3 cost 37.50 45 min canceled"#]]);
}

/// The first row decides for all.
#[test]
fn all_selected_rows_become_the_opposite_of_the_first() {
    let mut desk = logged();
    desk.create_segment("template T1; description B");
    desk.add("SM02", "CT1");
    desk.log_segment("SM02", false);
    desk.switch("segments", &[2]);
    desk.switch("segments", &[1, 2]);
    desk.told(expect![
        "CanceledSwitched { table: LoggedSegment, n: 1, canceled: true }"
    ]);
    let stale = desk.switch_command("segments", &[2, 1]);
    desk.switch("segments", &[2, 1]);
    desk.refused(stale, expect!["LoggedSegment 2 ChangedMeanwhile"]);
}

/// Section 4: un-canceling under a canceled segment or campaign entry.
#[test]
fn an_entry_cannot_be_revived_under_what_is_canceled() {
    let mut desk = logged();
    desk.switch("segments", &[1]);
    let command = desk.switch_command("entries", &[1]);
    desk.refused(
        command,
        expect![[r#"LogEntry 1 SegmentCanceled { no: "SM01" }"#]],
    );
    let command = desk.switch_command("campaign-entries", &[1]);
    desk.refused(
        command,
        expect![[r#"CampaignEntry 1 SegmentCanceled { no: "SM01" }"#]],
    );
    desk.switch("segments", &[1]);
    desk.switch("campaign-entries", &[1]);
    let command = desk.switch_command("entries", &[1, 2]);
    desk.refused(
        command,
        expect!["LogEntry 1 CampaignEntryCanceled { no: 1 }"],
    );
}

/// BJ-004, LC-001: only canceled ones go; entries and campaign entries stay, unlinked.
#[test]
fn bj_004_lc_001_deleting_canceled_segments_unlinks_what_belonged_to_them() {
    let mut desk = logged();
    desk.create_segment("template T1; description B");
    desk.add("SM02", "CT1");
    desk.log_segment("SM02", false);
    desk.switch("segments", &[1, 2]);
    let other = LoggedFilter {
        nos: Some((EntryNo(2), EntryNo(9))),
        ..LoggedFilter::default()
    };
    desk.must(Command::DeleteCanceledSegments(other));
    desk.told(expect!["CanceledDeleted(LoggedSegment, 1)"]);
    let all = LoggedFilter::default();
    desk.must(Command::DeleteCanceledSegments(all.clone()));
    desk.must(Command::DeleteCanceledSegments(all));
    desk.told(expect!["CanceledDeleted(LoggedSegment, 0)"]);
    desk.register(expect!["campaign-entry 1 of K1 'A' 2026-03-04 from SM01 by JK interactions 3 cost 37.50 45 min canceled"]);
    desk.whole_log(expect![[r#"
        1 CT1 T1 in G by JK 2026-03-04 'A' language EN Outbound Us cost 12.50 15 min for K1 counted-by 1 target from SM01 canceled canceled-by-campaign-entry
        2 CT2 T1 in G by KV 2026-03-04 'A' language FI content T1/FI Outbound Us cost 12.50 15 min for K1 counted-by 1 target from SM01 canceled canceled-by-campaign-entry
        3 CT3 of CT1 T1 in G by JK 2026-03-04 'A' language EN Email Outbound Us cost 12.50 15 min for K1 counted-by 1 target from SM01 canceled canceled-by-campaign-entry
        4 CT1 T1 in G by JK 2026-03-04 'B' language EN Outbound Us cost 12.50 15 min from SM02 canceled"#]]);
}

#[test]
fn a_logged_segment_can_be_reused_with_the_campaigns_of_its_interactions() {
    let mut desk = logged();
    desk.create_segment("description B; campaign K2");
    assert_eq!(
        question::of_reusing(&desk.records, desk.segment("SM02")),
        None
    );
    desk.change_contact("CT2", "blocked");
    desk.reuse("SM02", 1);
    desk.told(expect!["LinesAdded { n: 2, n_blocked: 1 }"]);
    let asked = question::of_reusing(&desk.records, desk.segment("SM02"));
    assert_eq!(asked, Some(Question::AddToExisting { n_actions: 1 }));
    assert_eq!(asked.expect("asked").default_answer(), Answer::No);
    desk.segment_is(
        "SM02",
        expect![[r#"
        SM02 'B' for K2 2026-03-04
          10000 CT1 'B' for K1 by JK 2026-03-04 [Campaign]
          20000 CT3 'B' for K1 by JK 2026-03-04 Email [Campaign]
          action 1 Add CT1 CT3 of logged segment 1"#]],
    );
    let gone = desk.logged(1);
    desk.switch("segments", &[1]);
    desk.must(Command::DeleteCanceledSegments(LoggedFilter::default()));
    let (id, action) = (desk.segment("SM02"), desk.new_id());
    let again = Command::ReuseLoggedSegment(id, Revision(u64::MAX), gone, action);
    desk.refused(again, expect!["LoggedSegment Gone"]);
    assert_eq!(desk.records.count(Table::LoggedSegment), 0);
}
