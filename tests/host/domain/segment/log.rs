//! Log Segment: preview, checks in their order, what is written, the follow-up segment.

use super::company;
use crate::desk::{Desk, describe_refusal};
use expect_test::expect;
use lokikirja::domain::campaign::entry::CampaignEntry;
use lokikirja::domain::change::Record;
use lokikirja::domain::id::CampaignEntryId;
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::interaction::{EntryNo, LogEntry, statistics};
use lokikirja::domain::ledger::Scope;
use lokikirja::domain::refusal::Reason;
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::segment::log::{Preview, preview};
use lokikirja::domain::segment::question::Answer;
use lokikirja::domain::{Field, Table};

#[track_caller]
fn look(desk: &Desk, no: &str) -> Preview {
    preview(&desk.records, &desk.moment, desk.segment(no)).expect("the segment is there")
}

/// A segment that can be logged.
fn ready() -> Desk {
    let mut desk = company();
    desk.seed("user Kim");
    desk.create_segment("template T1; description Spring; salesperson JK; campaign K1; target on");
    desk.add("SM01", "CT1 CT2 CT3 CT4");
    desk
}

#[test]
fn logging_writes_an_entry_for_each_line_and_the_segment_is_gone() {
    let mut desk = ready();
    desk.change_lines(
        "SM01",
        &[2],
        "description Mine;time 10:00;evaluation positive;failed;cost 1.00",
    );
    desk.change_lines("SM01", &[3], "template T2;campaign K2;date 2026-02-01");
    desk.enter("SM01", 4, "-");
    let seen = look(&desk, "SM01");
    assert_eq!((seen.n_interactions, seen.n_without_contact), (3, 1));
    assert_eq!((seen.n_campaign_entries, seen.n_without_email), (2, 1));
    assert_eq!(seen.refusal, None);
    let by_template: Vec<u32> = seen.by_template.iter().map(|(_, n)| *n).collect();
    assert_eq!(by_template, [2, 1]);
    desk.log_segment("SM01", false);
    desk.told(expect![[
        r#"SegmentLogged { no: "SM01", n_interactions: 3, n_without_email: 1 }"#
    ]]);
    desk.whole_log(expect![[r#"
        1 CT1 T1 in G by JK 2026-03-04 'Spring' language EN Outbound Us cost 12.50 15 min for K1 counted-by 1 target from SM01 logged-as 1 user 'Kim'
        2 CT2 T1 in G by JK 2026-03-04 10:00 'Mine' language FI content T1/FI Outbound Us Positive failed cost 1.00 15 min for K1 counted-by 1 target from SM01 logged-as 1 user 'Kim'
        3 CT3 of CT1 T2 by JK 2026-02-01 'Spring' language SV content T2/SV Email cost 2.00 5 min for K2 counted-by 2 from SM01 logged-as 1 user 'Kim'"#]]);
    desk.register(expect![[r#"
        segment 1 SM01 'Spring' 2026-03-04 interactions 3 campaign-entries 2
        campaign-entry 1 of K1 'Spring' 2026-03-04 from SM01 by JK register 1 interactions 2 cost 13.50 30 min
        campaign-entry 2 of K2 'Spring' 2026-02-01 from SM01 by JK register 1 interactions 1 cost 2.00 5 min"#]]);
    let left = [Table::Segment, Table::SegmentLine, Table::CriteriaAction];
    assert_eq!(left.map(|table| desk.records.count(table)), [0, 0, 0]);
}

/// MI-003: the figures of the template's group.
#[test]
fn mi_003_a_logged_segment_counts_in_the_figures_of_the_group() {
    let mut desk = company();
    desk.create_segment("template T1; description A");
    desk.add("SM01", "CT1");
    desk.log_segment("SM01", false);
    let sum = statistics::figures(&desk.records, Scope::Group(desk.group("G")));
    assert_eq!((sum.n_interactions, sum.cost.0, sum.minutes), (1, 1250, 15));
}

/// MI-082: without sending, a contact without an e-mail address is logged with a blank type.
#[test]
fn mi_082_a_contact_without_an_address_is_logged_without_sending() {
    let mut desk = company();
    desk.create_segment("template T1; description A");
    desk.add("SM01", "CT2");
    desk.log_segment("SM01", false);
    desk.whole_log(expect!["1 CT2 T1 in G by KV 2026-03-04 'A' language FI content T1/FI Outbound Us cost 12.50 15 min from SM01 logged-as 1"]);
    desk.told(expect![[
        r#"SegmentLogged { no: "SM01", n_interactions: 1, n_without_email: 1 }"#
    ]]);
}

/// Each check, in its order; nothing is written. (Row by row: `bad_input.rs`.)
#[test]
fn each_check_refuses_in_its_order_and_names_line_and_field() {
    let mut desk = ready();
    desk.change_segment("SM01", "description ''", Answer::No);
    let command = desk.log_command("SM01", false);
    desk.refused(command, expect!["Segment SM01 Description MustBeFilled"]);
    desk.change_segment("SM01", "description Spring", Answer::No);
    desk.change_lines("SM01", &[2, 3], "date -;salesperson -;template -");
    let mut refused = Vec::new();
    for mend in ["date 2026-03-01", "salesperson JK", "template T1"] {
        let command = desk.log_command("SM01", false);
        refused.push(describe_refusal(&desk.run(command).expect_err("refused")));
        desk.change_lines("SM01", &[2], mend);
    }
    let command = desk.log_command("SM01", false);
    refused.push(describe_refusal(&desk.run(command).expect_err("refused")));
    expect![[r#"
        SegmentLine SM01 / 20000 (CT2) Date MustBeFilled
        SegmentLine SM01 / 20000 (CT2) Salesperson MustBeFilled
        SegmentLine SM01 / 20000 (CT2) Template MustBeFilled
        SegmentLine SM01 / 30000 (CT3) Date MustBeFilled"#]]
    .assert_eq(&refused.join("\n"));
    let seen = look(&desk, "SM01");
    let failing: Vec<String> = seen
        .failing
        .iter()
        .map(|it| format!("{} {:?} {:?}", it.line_no, it.field, it.reason))
        .collect();
    expect![[r#"
        30000 Date MustBeFilled
        30000 Salesperson MustBeFilled
        30000 Template MustBeFilled"#]]
    .assert_eq(&failing.join("\n"));
    assert_eq!(desk.records.count(Table::LogEntry), 0);
}

/// A line may refer to what is gone only in a damaged company, but for a campaign.
#[test]
fn what_does_not_exist_any_more_is_named() {
    let mut desk = ready();
    desk.remove("campaign K1");
    let command = desk.log_command("SM01", false);
    desk.refused(
        command,
        expect!["SegmentLine SM01 / 10000 (CT1) Campaign NotFound"],
    );
    desk.change_lines("SM01", &[], "campaign -");
    let line = desk.line_ids("SM01")[1];
    let nobody = desk.new_id();
    let nothing = desk.new_id();
    let no_one = desk.new_id();
    type Harm = Box<dyn Fn(&mut SegmentLine)>;
    let harms: [(Harm, Field); 3] = [
        (
            Box::new(move |row| row.contact = Some(nobody)),
            Field::Contact,
        ),
        (
            Box::new(move |row| row.salesperson = Some(no_one)),
            Field::Salesperson,
        ),
        (
            Box::new(move |row| row.template = Some(nothing)),
            Field::Template,
        ),
    ];
    for (harm, field) in harms {
        let sound = desk.line("SM01", 2);
        desk.change::<SegmentLine>(line, |row| harm(row));
        let seen = look(&desk, "SM01");
        let refusal = seen.refusal.expect("it refuses");
        assert_eq!(
            (refusal.field, &refusal.reason),
            (Some(field), &Reason::NotFound)
        );
        let command = desk.log_command("SM01", false);
        assert_eq!(desk.run(command), Err(refusal));
        desk.put(sound);
    }
}

#[test]
fn a_number_is_logged_once() {
    let mut desk = ready();
    desk.log_segment("SM01", false);
    desk.create_segment("no SM01; template T1; description Again");
    desk.add("SM01", "CT1");
    let command = desk.log_command("SM01", false);
    desk.refused(command, expect!["Segment SM01 No LoggedBefore"]);
    // Once the register row is gone, it may be logged again: with a campaign entry of its own.
    desk.switch("segments", &[1]);
    desk.must(lokikirja::domain::Command::DeleteCanceledSegments(
        Default::default(),
    ));
    desk.change_segment("SM01", "campaign K1", Answer::Yes);
    desk.log_segment("SM01", false);
    desk.register(expect![[r#"
        segment 2 SM01 'Again' 2026-03-04 interactions 1 campaign-entries 1
        campaign-entry 1 of K1 'Spring' 2026-03-04 from SM01 by JK interactions 4 cost 50.00 60 min canceled
        campaign-entry 2 of K1 'Again' 2026-03-04 from SM01 by JK register 2 interactions 1 cost 12.50 15 min"#]]);
}

/// Q3: privacy blocked contacts stop Log and are named.
#[test]
fn privacy_blocked_contacts_stop_logging_and_are_named() {
    let mut desk = ready();
    desk.change_contact("CT2", "blocked");
    desk.change_contact("CT4", "blocked");
    let command = desk.log_command("SM01", true);
    desk.refused(
        command,
        expect![[
            r#"Segment SM01 Contact ContactsBlocked { names: ["Fabrikam", "Contoso"], n: 2 }"#
        ]],
    );
    assert_eq!(look(&desk, "SM01").failing.len(), 2);
    assert_eq!(look(&desk, "SM01").follow_up.n_blocked, 2);
}

#[test]
fn what_changed_after_the_preview_is_not_logged() {
    let mut desk = ready();
    let stale = desk.log_command("SM01", false);
    desk.change_lines("SM01", &[1], "cost 1.00");
    desk.refused(stale, expect!["Segment SM01 ChangedMeanwhile"]);
    let stale = desk.log_command("SM01", false);
    desk.delete_lines("SM01", &[1], Answer::No);
    desk.refused(stale, expect!["Segment SM01 ChangedMeanwhile"]);
    // Sent twice, it is logged once.
    let command = desk.log_command("SM01", false);
    desk.must(command.clone());
    desk.refused(command, expect!["Segment Gone"]);
}

/// BJ-001: logged with the follow-up option.
#[test]
fn bj_001_the_follow_up_segment_holds_the_same_contacts_once_and_no_template() {
    let mut desk = ready();
    desk.seed("me KV; work-date 2026-03-06");
    desk.add("SM01", "CT1");
    desk.change_lines("SM01", &[3], "campaign K2");
    let seen = look(&desk, "SM01").follow_up;
    assert_eq!(
        (seen.n_contacts, seen.n_duplicates, seen.n_blocked),
        (4, 1, 0)
    );
    assert_eq!(seen.no.expect("a number").as_str(), "SM02");
    desk.log_segment("SM01", true);
    desk.told(expect![[r#"
        SegmentLogged { no: "SM01", n_interactions: 5, n_without_email: 1 }
        FollowUpCreated { no: "SM02", n_contacts: 4, n_duplicates: 1 }"#]]);
    desk.segment_is(
        "SM02",
        expect![[r#"
        SM02 'Follow-up on segment SM01' for K1 by KV 2026-03-06
          10000 CT1 'Follow-up on segment SM01' for K1 by KV 2026-03-06
          20000 CT2 'Follow-up on segment SM01' for K1 by KV 2026-03-06 Email
          30000 CT3 'Follow-up on segment SM01' for K2 by KV 2026-03-06 Email [Campaign]
          40000 CT4 'Follow-up on segment SM01' for K1 by KV 2026-03-06
          action 1 Add CT1 CT2 CT3 CT4 of logged segment 1"#]],
    );
    desk.register(expect![[r#"
        segment 1 SM01 'Spring' 2026-03-04 interactions 5 campaign-entries 2
        campaign-entry 1 of K1 'Spring' 2026-03-04 from SM01 by JK register 1 interactions 4 cost 50.00 60 min
        campaign-entry 2 of K2 'Spring' 2026-03-04 from SM01 by JK register 1 interactions 1 cost 12.50 15 min"#]]);
    // What went in goes out again.
    desk.go_back("SM02");
    assert_eq!(desk.line_ids("SM02").len(), 0);
}

/// Section 4 and S3: without a usable series nothing is logged; without a follow-up it works.
#[test]
fn a_follow_up_that_cannot_be_numbered_undoes_the_whole() {
    let mut desk = ready();
    desk.set_up("segments-from -");
    let why = look(&desk, "SM01").follow_up.no.expect_err("no series");
    assert_eq!(describe_refusal(&why), "Setup SegmentNos SeriesNotSetUp");
    let command = desk.log_command("SM01", true);
    desk.refused(command, expect!["Setup SegmentNos SeriesNotSetUp"]);
    assert_eq!(desk.records.count(Table::LogEntry), 0);
    desk.log_segment("SM01", false);
    assert_eq!(desk.records.count(Table::LogEntry), 4);
}

/// Q7: a campaign entry without a logged segment gets this one; a canceled one is left alone.
#[test]
fn a_campaign_entry_that_was_there_is_used_and_gets_the_register_number() {
    let mut desk = ready();
    let line = desk.line("SM01", 1);
    let open = CampaignEntry {
        id: desk.new_id::<CampaignEntryId>(),
        no: EntryNo(1),
        campaign: desk.campaign("K1"),
        description: "Call".into(),
        date: line.date,
        segment_no: Some(lokikirja::domain::code::Code::new("SM01").expect("a code")),
        salesperson: None,
        register: None,
        user: String::new(),
        canceled_singly: false,
        canceled_by_segment: false,
    };
    let mut counters = desk.records.counters();
    counters.campaign_entry = 1;
    desk.put(counters);
    desk.put(open);
    desk.log_segment("SM01", false);
    desk.register(expect![[r#"
        segment 1 SM01 'Spring' 2026-03-04 interactions 4 campaign-entries 1
        campaign-entry 1 of K1 'Call' 2026-03-04 from SM01 register 1 interactions 4 cost 50.00 60 min"#]]);
}

#[test]
fn a_template_that_a_segment_uses_cannot_be_deleted() {
    let mut desk = ready();
    let refusal = desk.delete_template("T1").expect_err("in use");
    expect!["InteractionTemplate T1 InUse { by: Segment, n: 1 }"]
        .assert_eq(&describe_refusal(&refusal));
    desk.log_segment("SM01", false);
    desk.delete_template("T1")
        .expect("logged entries keep the code");
    assert!(desk.entry(1).template.is_some());
    assert_eq!(InteractionTemplate::TABLE, Table::InteractionTemplate);
}

/// One entry for each line with a contact; costs and durations add up.
#[test]
fn nothing_is_lost_or_gained_by_logging() {
    let mut desk = ready();
    desk.change_lines("SM01", &[2], "cost 99.99;duration 1");
    desk.enter("SM01", 3, "-");
    let seen = look(&desk, "SM01");
    desk.log_segment("SM01", true);
    let entries: Vec<_> = desk.records.all::<LogEntry>().collect();
    assert_eq!(entries.len() as u32, seen.n_interactions);
    assert_eq!(entries.iter().map(|it| it.cost.0).sum::<i64>(), seen.cost.0);
    let minutes: u64 = entries.iter().map(|it| u64::from(it.duration.0)).sum();
    assert_eq!(minutes, seen.minutes);
}
