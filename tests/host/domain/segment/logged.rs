//! Logged segments: cancel, un-cancel, delete, reuse.

use super::company;
use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::interaction::EntryNo;
use lokikirja::domain::segment::Segment;
use lokikirja::domain::segment::logged::{LoggedFilter, as_new_segment, figures};
use lokikirja::domain::segment::question::{self, Answer, Question};
use lokikirja::domain::switched::{Switched, look};
use lokikirja::domain::{Command, Revision, Table};
use std::collections::BTreeSet;

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

#[test]
fn what_a_switch_would_come_to_is_known_before() {
    let mut desk = logged();
    desk.switch("entries", &[2]);
    let seen = |desk: &Desk, kind: &str, nos: &[u32]| {
        let command = desk.switch_command(kind, nos);
        look(&desk.records, &desk.moment, command)
    };
    let of_segments = Switched {
        table: Table::LoggedSegment,
        n: 1,
        canceled: true,
        n_interactions: 2,
        n_campaign_entries: 1,
    };
    assert_eq!(seen(&desk, "segments", &[1]), Ok(Some(of_segments)));
    let of_entries = Switched {
        table: Table::CampaignEntry,
        n_campaign_entries: 0,
        ..of_segments
    };
    assert_eq!(seen(&desk, "campaign-entries", &[1]), Ok(Some(of_entries)));
    desk.switch("segments", &[1]);
    let back = Switched {
        canceled: false,
        ..of_segments
    };
    assert_eq!(seen(&desk, "segments", &[1]), Ok(Some(back)));
    // What is refused is refused before it is asked.
    assert!(seen(&desk, "campaign-entries", &[1]).is_err());
    let other = Command::DeleteCanceledSegments(LoggedFilter::default());
    assert_eq!(look(&desk.records, &desk.moment, other), Ok(None));
}

#[test]
fn figures_are_of_the_interactions_that_are_canceled_as_the_segment_is() {
    let mut desk = logged();
    desk.switch("entries", &[2]);
    let sum = |desk: &Desk| {
        let row = desk.row(desk.logged(1));
        let sum = figures(&desk.records, &row);
        (sum.n_interactions, sum.cost.0, sum.minutes)
    };
    assert_eq!(sum(&desk), (2, 25_00, 30));
    desk.switch("segments", &[1]);
    assert_eq!(sum(&desk), (3, 37_50, 45));
}

#[test]
fn only_those_of_the_canceled_that_are_meant_are_deleted() {
    let mut desk = logged();
    for no in ["SM02", "SM03"] {
        desk.create_segment("template T1; description B");
        desk.add(no, "CT1");
        desk.log_segment(no, false);
    }
    desk.switch("segments", &[1, 2]);
    let filter = LoggedFilter {
        ids: Some(BTreeSet::from([desk.logged(2), desk.logged(3)])),
        ..LoggedFilter::default()
    };
    desk.must(Command::DeleteCanceledSegments(filter));
    let left: Vec<_> = desk.records.segments().logged().collect();
    assert_eq!(left, [desk.logged(1), desk.logged(3)]);
}

#[test]
fn a_logged_segment_becomes_a_new_one_with_its_description_and_campaign() {
    let mut desk = logged();
    let (segment, action) = (desk.new_id(), desk.new_id());
    let row = desk.row(desk.logged(1));
    desk.must(as_new_segment(&desk.records, &row, segment, action));
    desk.segment_is(
        "SM02",
        expect![[r#"
        SM02 'A' for K1 2026-03-04
          10000 CT1 'A' for K1 by JK 2026-03-04
          20000 CT2 'A' for K1 by KV 2026-03-04 Email
          30000 CT3 'A' for K1 by JK 2026-03-04 Email
          action 1 Add CT1 CT2 CT3 of logged segment 1"#]],
    );
    // A campaign that is gone is not the segment's; the lines mention it as the log does.
    desk.remove("campaign K1");
    let (segment, action) = (desk.new_id(), desk.new_id());
    let row = desk.row(desk.logged(1));
    desk.must(as_new_segment(&desk.records, &row, segment, action));
    assert_eq!(desk.row::<Segment>(segment).campaign, None);
}
