//! Campaigns: cards, statuses, entries, statistics.

use crate::desk::{Desk, describe_refusal};
use chrono::NaiveDate;
use expect_test::expect;
use lokikirja::domain::campaign::statistics::{CampaignFigures, figures};
use lokikirja::domain::campaign::{
    Campaign, CampaignEdit, StatusEdit, Touched, logged_segments, open_segments,
    touched_by_deleting,
};
use lokikirja::domain::interaction::statistics;
use lokikirja::domain::ledger::Scope;
use lokikirja::domain::values::Money;
use lokikirja::domain::{Command, Table};

fn company() -> Desk {
    Desk::with(
        "salesperson JK 'Jo Kari'; group G 'Calls'
         segments-from SEGM SM01; campaigns-from CAMP CP01; campaign K1 'Spring'
         template T 'Visit' group G cost 40.00 duration 25 flow out by us
         contact C1 Adatum salesperson JK; contact C2 Fabrikam salesperson JK",
    )
}

fn edit(desk: &mut Desk, no: &str, edit: CampaignEdit) -> Result<(), lokikirja::domain::Refusal> {
    let id = desk.campaign(no);
    let seen = desk.revision::<Campaign>(id);
    desk.run(Command::EditCampaign(id, seen, edit))
}

/// SU-014: the number comes from the series; the salesperson is the user's.
#[test]
fn su_014_a_campaign_takes_its_number_from_the_series_in_the_setup() {
    let mut desk = company();
    desk.seed("me JK");
    let id = desk.new_id();
    desk.must(Command::CreateCampaign(
        id,
        vec![CampaignEdit::Description("A".into())],
    ));
    let campaign = desk.row::<Campaign>(id);
    assert_eq!(campaign.no.as_str(), "CP01");
    assert_eq!(campaign.no_series, Some(desk.series("CAMP")));
    assert_eq!(campaign.salesperson, Some(desk.salesperson("JK")));
    assert_eq!(campaign.last_modified, Some(desk.moment.today()));
}

/// Section 4: an ending date before the starting date.
#[test]
fn a_campaign_cannot_end_before_it_starts() {
    let mut desk = company();
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day);
    edit(&mut desk, "K1", CampaignEdit::StartingDate(day(10))).expect("is changed");
    let refusal = edit(&mut desk, "K1", CampaignEdit::EndingDate(day(9))).expect_err("refused");
    expect!["Campaign K1 EndingDate EndingDateFirst"].assert_eq(&describe_refusal(&refusal));
    edit(&mut desk, "K1", CampaignEdit::EndingDate(day(10))).expect("one day");
    let late = edit(&mut desk, "K1", CampaignEdit::StartingDate(day(11))).expect_err("refused");
    expect!["Campaign K1 StartingDate EndingDateFirst"].assert_eq(&describe_refusal(&late));
}

#[test]
fn a_status_that_a_campaign_has_cannot_be_deleted() {
    let mut desk = company();
    let id = desk.new_id();
    let seen = desk.long_ago();
    desk.must(Command::CreateCampaignStatus(
        id,
        vec![StatusEdit::Code("ready".into())],
    ));
    edit(&mut desk, "K1", CampaignEdit::Status(Some(id))).expect("is changed");
    let again = desk.new_id();
    let twice = Command::CreateCampaignStatus(again, vec![StatusEdit::Code("READY".into())]);
    desk.refused(twice, expect!["CampaignStatus READY Code AlreadyUsed"]);
    let stale = Command::DeleteCampaignStatus(id, seen);
    desk.refused(stale, expect!["CampaignStatus READY ChangedMeanwhile"]);
    let delete = Command::DeleteCampaignStatus(id, desk.records.revision());
    desk.refused(
        delete.clone(),
        expect!["CampaignStatus READY InUse { by: Campaign, n: 1 }"],
    );
    edit(&mut desk, "K1", CampaignEdit::Status(None)).expect("is changed");
    desk.must(delete);
}

/// CS-001: an interaction logged by itself has a campaign entry; all of them share it (Q10).
#[test]
fn cs_001_interactions_of_a_campaign_share_one_campaign_entry() {
    let mut desk = company();
    desk.create("contact C1")
        .choose("template T; salesperson JK; campaign K1")
        .finish();
    desk.register(expect![
        "campaign-entry 1 of K1 2026-03-04 by JK interactions 1 cost 40.00 25 min"
    ]);
    desk.create("contact C2")
        .choose("template T; salesperson JK; campaign K1")
        .finish();
    desk.register(expect![
        "campaign-entry 1 of K1 2026-03-04 by JK interactions 2 cost 80.00 50 min"
    ]);
    desk.whole_log(expect![[r#"
        1 C1 T in G by JK 2026-03-04 10:16 'Visit' Outbound Us cost 40.00 25 min for K1 counted-by 1
        2 C2 T in G by JK 2026-03-04 10:16 'Visit' Outbound Us cost 40.00 25 min for K1 counted-by 1"#]]);
    // One that is canceled counts no more; what comes next starts another.
    desk.switch("campaign-entries", &[1]);
    desk.create("contact C2")
        .choose("template T; salesperson JK; campaign K1")
        .finish();
    desk.register(expect![[r#"
        campaign-entry 1 of K1 2026-03-04 by JK interactions 2 cost 80.00 50 min canceled
        campaign-entry 2 of K1 2026-03-04 by JK interactions 1 cost 40.00 25 min"#]]);
}

#[test]
fn a_postponed_interaction_has_no_campaign_entry_until_it_is_finished() {
    let mut desk = company();
    desk.create("contact C1")
        .choose("template T; salesperson JK; campaign K1")
        .postpone();
    assert_eq!(desk.records.count(Table::CampaignEntry), 0);
    desk.resume(1).shows(expect!["locked contact C1 template T locked salesperson JK 2026-03-04 10:16 'Visit' Outbound Us cost 40.00 25 min locked campaign K1"]).finish();
    assert_eq!(desk.records.count(Table::CampaignEntry), 1);
}

#[test]
fn a_template_with_a_campaign_gives_it_to_the_interaction() {
    let mut desk = company();
    desk.seed("template M 'Mailing' campaign K1 target");
    desk.create("contact C1")
        .choose("template M; salesperson JK")
        .shows(expect!["locked contact C1 template M salesperson JK 2026-03-04 10:16 'Mailing' campaign K1 target"])
        .finish();
}

/// BJ-002: canceling the campaign entry cancels the log entries of the segment.
#[test]
fn bj_002_canceling_a_campaign_entry_cancels_its_interactions() {
    let mut desk = company();
    desk.create_segment("template T; description A; campaign K1");
    desk.add("SM01", "C1");
    desk.log_segment("SM01", false);
    desk.switch("campaign-entries", &[1]);
    desk.whole_log(expect!["1 C1 T in G by JK 2026-03-04 'A' Outbound Us cost 40.00 25 min for K1 counted-by 1 from SM01 logged-as 1 canceled-by-campaign-entry"]);
    desk.register(expect![[r#"
        segment 1 SM01 'A' 2026-03-04 interactions 0 campaign-entries 0
        campaign-entry 1 of K1 'A' 2026-03-04 from SM01 by JK register 1 interactions 1 cost 40.00 25 min canceled"#]]);
}

/// Q6: the entries go, the interactions stay, canceled.
#[test]
fn deleting_canceled_campaign_entries_leaves_the_interactions() {
    let mut desk = company();
    desk.create_segment("template T; description A; campaign K1");
    desk.add("SM01", "C1");
    desk.log_segment("SM01", false);
    desk.must(Command::DeleteCanceledCampaignEntries(None));
    desk.told(expect!["CanceledDeleted(CampaignEntry, 0)"]);
    desk.switch("campaign-entries", &[1]);
    let campaign = desk.campaign("K1");
    desk.must(Command::DeleteCanceledCampaignEntries(Some(campaign)));
    desk.told(expect!["CanceledDeleted(CampaignEntry, 1)"]);
    desk.whole_log(expect!["1 C1 T in G by JK 2026-03-04 'A' Outbound Us cost 40.00 25 min for K1 from SM01 logged-as 1 canceled"]);
}

#[test]
fn a_deleted_campaign_leaves_its_number_on_segments_and_interactions() {
    let mut desk = company();
    desk.create_segment("template T; description A; campaign K1");
    desk.add("SM01", "C1");
    desk.log_segment("SM01", true);
    desk.remove("campaign K1");
    desk.whole_log(expect!["1 C1 T in G by JK 2026-03-04 'A' Outbound Us cost 40.00 25 min for K1 from SM01 logged-as 1"]);
    desk.segment_is(
        "SM02",
        expect![[r#"
        SM02 'Follow-up on segment SM01' for K1 2026-03-04
          10000 C1 'Follow-up on segment SM01' for K1 by JK 2026-03-04
          action 1 Add C1 of logged segment 1"#]],
    );
}

#[test]
fn what_deleting_a_campaign_touches_is_known_before() {
    let mut desk = company();
    assert_eq!(
        touched_by_deleting(&desk.records, desk.campaign("K1")),
        Touched::default()
    );
    desk.create_segment("template T; description A; campaign K1");
    desk.add("SM01", "C1 C2");
    desk.log_segment("SM01", true);
    desk.seed("template T2 'Letter' campaign K1");
    let (records, id) = (&desk.records, desk.campaign("K1"));
    let touched = Touched {
        n_entries: 1,
        n_templates: 1,
        n_segments: 1,
        n_interactions: 2,
    };
    assert_eq!(touched_by_deleting(records, id), touched);
    let open: Vec<&str> = open_segments(records, id)
        .map(|row| row.no.as_str())
        .collect();
    let logged = logged_segments(records, id).into_iter();
    let logged: Vec<&str> = logged.map(|row| row.segment_no.as_str()).collect();
    assert_eq!((open, logged), (vec!["SM02"], vec!["SM01"]));
}

#[test]
fn the_figures_of_a_campaign_count_targets_and_answers() {
    let mut desk = company();
    desk.create_segment("template T; description A; campaign K1; target on");
    desk.add("SM01", "C1 C2 C1 C2 C1 C2 C1 C2");
    desk.log_segment("SM01", false);
    desk.create("contact C1")
        .choose("template T; salesperson JK; campaign K1; response on; cost 0.05")
        .finish();
    desk.switch("entries", &[8]);
    let sum = figures(&desk.records, desk.campaign("K1"));
    assert_eq!(
        (sum.n_contacted, sum.n_responded, sum.n_interactions),
        (7, 1, 8)
    );
    // 1 of 7 is 14.3 %.
    assert_eq!(sum.response_rate_tenths(), 143);
    assert_eq!(sum.cost_per_response(), Money(28_005));
    assert_eq!(sum.minutes_per_response_hundredths(), 20_000);
    let none = CampaignFigures::default();
    assert_eq!(
        (none.response_rate_tenths(), none.cost_per_response()),
        (0, Money(0))
    );
    // D14: canceled entries move no figure, and no date either.
    let all = statistics::figures(&desk.records, Scope::All);
    assert_eq!(all.n_interactions, 8);
}
