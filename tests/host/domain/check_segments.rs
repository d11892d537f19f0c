//! The check finds each kind of damage to what contacts are classified by, to campaigns and to
//! segments: a row that points nowhere is named.

use crate::desk::{Desk, name_row};
use expect_test::expect;
use lokikirja::domain::campaign::entry::CampaignEntry;
use lokikirja::domain::campaign::{Campaign, CampaignEdit, CampaignStatus, StatusEdit};
use lokikirja::domain::change::Record;
use lokikirja::domain::check::Damage;
use lokikirja::domain::classification::{
    BusinessRelation, ClassKey, Group, IndustryGroup, JobResponsibility, MailingGroup, Membership,
    MembershipId, OrganizationalLevel, Salutation,
};
use lokikirja::domain::code::Code;
use lokikirja::domain::id::{SegmentId, Single};
use lokikirja::domain::interaction::EntryNo;
use lokikirja::domain::segment::Segment;
use lokikirja::domain::segment::criteria::{ActionKind, CriteriaAction};
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::segment::logged::LoggedSegment;
use lokikirja::domain::segment::question::Answer;
use lokikirja::domain::segment::selection::saved::SavedCriteria;
use lokikirja::domain::setup::Counters;
use lokikirja::domain::{Command, Key, Records};
use uuid::Uuid;

/// A sound company with a row of every kind: SM01 is logged, SM02 is open.
pub fn sound() -> Desk {
    let mut desk = Desk::with(
        "salesperson JK 'Jo Kari'; salesperson KV 'Kim Vesa'; group G 'Calls'
         segments-from SEGM SM01; campaign K1 'Spring' JK; campaign K2 'Autumn'
         template T1 'Letter' group G campaign K2 language FI
         contact CT1 Adatum salesperson KV; person CT2 'Anna Aalto' of CT1
         mailing M; mailing N; industry I; industry J; relation R; relation S; responsibility B
         responsibility D; level L; level O; salutation A; salutation E
         in M CT1 CT2; in I CT1; in R CT1; in B CT2",
    );
    desk.change_contact("CT2", "level L; salutation A");
    for code in ["READY", "DONE"] {
        let id = desk.new_id();
        desk.must(Command::CreateCampaignStatus(
            id,
            vec![StatusEdit::Code(code.into())],
        ));
    }
    let (campaign, status) = (desk.campaign("K1"), status(&desk, "READY"));
    let edit = CampaignEdit::Status(Some(status));
    desk.must(Command::EditCampaign(
        campaign,
        desk.records.revision(),
        edit,
    ));
    desk.create_segment("description Spring; campaign K1; salesperson JK; template-kept T1");
    desk.add("SM01", "CT2");
    desk.log_segment("SM01", false);
    desk.create_segment("salesperson JK; template T1");
    desk.by_criteria("SM02", ActionKind::Add, "mailing code M");
    desk.by_criteria("SM02", ActionKind::Reduce, "contact type 1");
    for code in ["C1", "C2"] {
        let command = desk.save_command("SM02", code);
        desk.must(command);
    }
    desk.change_segment("SM02", "salesperson -", Answer::Yes);
    assert_eq!(desk.records.check(), []);
    desk
}

fn status(desk: &Desk, label: &str) -> lokikirja::domain::id::CampaignStatusId {
    let found = desk.records.campaign_status_by_code(&code(label));
    found.expect("a status").id
}

fn code<const MAX: usize>(text: &str) -> Code<MAX> {
    Code::new(text).expect("a code")
}

/// What the check finds once a row is gone, each with the row that points to it.
fn without(desk: &Desk, key: Key) -> Vec<String> {
    let rows = desk.records.rows().filter(|(row, _)| row.key() != key);
    described(&Records::load(rows, desk.records.revision()))
}

/// What the check finds once a row was harmed. The rows are put together anew: this is what a
/// damaged file or a wrong rule would give.
fn harmed<R: Record>(desk: &Desk, id: R::Id, harm: impl Fn(&mut R)) -> Vec<String> {
    let key = R::key(id);
    let rows = desk.records.rows().map(|(row, revision)| {
        if row.key() != key {
            return (row, revision);
        }
        let mut harmed = R::clone(R::from_row(&row).expect("a row of this kind"));
        harm(&mut harmed);
        (harmed.into_row(), revision)
    });
    described(&Records::load(rows, desk.records.revision()))
}

fn described(records: &Records) -> Vec<String> {
    let found: Vec<Damage> = records.check();
    let lines = found.into_iter().map(|damage| {
        let row = records.row(&damage.key).expect("a row");
        format!("{}: {:?}", name_row(records, &row), damage.wrong)
    });
    lines.collect()
}

fn first<R: Record>(desk: &Desk) -> R::Id {
    desk.records.all::<R>().next().expect("a row").id()
}

#[test]
fn what_points_to_a_row_that_is_gone_is_named() {
    let desk = sound();
    let class = |label: &str| match desk.class(label) {
        ClassKey::MailingGroup(id) => Key::MailingGroup(id),
        ClassKey::IndustryGroup(id) => Key::IndustryGroup(id),
        ClassKey::BusinessRelation(id) => Key::BusinessRelation(id),
        ClassKey::JobResponsibility(id) => Key::JobResponsibility(id),
        ClassKey::OrganizationalLevel(id) => Key::OrganizationalLevel(id),
        ClassKey::Salutation(id) => Key::Salutation(id),
    };
    let mut lines = Vec::new();
    for (name, key) in [
        ("mailing group", class("M")),
        ("industry group", class("I")),
        ("business relation", class("R")),
        ("job responsibility", class("B")),
        ("organizational level", class("L")),
        ("salutation", class("A")),
        ("contact", Key::Contact(desk.contact("CT2"))),
        ("company", Key::Contact(desk.contact("CT1"))),
        ("salesperson", Key::Salesperson(desk.salesperson("JK"))),
        ("status", Key::CampaignStatus(status(&desk, "READY"))),
        ("campaign with entries", Key::Campaign(desk.campaign("K1"))),
        ("campaign of a template", Key::Campaign(desk.campaign("K2"))),
        ("group", Key::InteractionGroup(desk.group("G"))),
        ("template", Key::InteractionTemplate(desk.template("T1"))),
        ("segment", Key::Segment(desk.segment("SM02"))),
        (
            "action",
            Key::CriteriaAction(first::<CriteriaAction>(&desk)),
        ),
        ("logged segment", Key::LoggedSegment(desk.logged(1))),
        (
            "campaign entry",
            Key::CampaignEntry(first::<CampaignEntry>(&desk)),
        ),
    ] {
        lines.push(format!("without the {name}:"));
        let found = without(&desk, key);
        assert!(!found.is_empty(), "without the {name}");
        lines.extend(found.into_iter().map(|line| format!("  {line}")));
    }
    expect![[r#"
        without the mailing group:
          Membership CT1 in ?: NotFound(MailingGroup)
          Membership CT2 in ?: NotFound(MailingGroup)
        without the industry group:
          Membership CT1 in ?: NotFound(IndustryGroup)
        without the business relation:
          Membership CT1 in ?: NotFound(BusinessRelation)
        without the job responsibility:
          Membership CT2 in ?: NotFound(JobResponsibility)
        without the organizational level:
          Contact CT2: NotFound(OrganizationalLevel)
        without the salutation:
          Contact CT2: NotFound(Salutation)
        without the contact:
          Membership ? in M: NotFound(Contact)
          Membership ? in B: NotFound(Contact)
          LogEntry 1: NotFound(Contact)
          LogEntry 1: OtherCompany
        without the company:
          Contact CT2: NotFound(Company)
          Membership ? in M: NotFound(Contact)
          Membership ? in I: NotFound(Contact)
          Membership ? in R: NotFound(Contact)
          SegmentLine 10000: NotFound(Contact)
        without the salesperson:
          Campaign K1: NotFound(Salesperson)
        without the status:
          Campaign K1: NotFound(Status)
        without the campaign with entries:
          CampaignEntry 1: NotFound(Campaign)
        without the campaign of a template:
          InteractionTemplate T1: NotFound(Campaign)
        without the group:
          InteractionTemplate T1: NotFound(Group)
          Segment SM02: NotFound(Group)
          SegmentLine 10000: NotFound(Group)
          LogEntry 1: NotFound(Group)
        without the template:
          Segment SM02: NotFound(Template)
          SegmentLine 10000: NotFound(Template)
        without the segment:
          SegmentLine 10000: NotFound(SegmentNo)
          CriteriaAction 1: NotFound(SegmentNo)
          CriteriaAction 2: NotFound(SegmentNo)
        without the action:
          Segment SM02: ActionsDiffer
        without the logged segment:
          CampaignEntry 1: NotFound(LoggedSegment)
          LogEntry 1: NotFound(LoggedSegment)
        without the campaign entry:
          LogEntry 1: NotFound(Campaign)"#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn codes_numbers_and_line_numbers_that_stand_twice_are_named() {
    let desk = sound();
    let class = |label: &str| desk.class(label);
    let mut found = Vec::new();
    macro_rules! same_code {
        ($($Row:ident $other:literal $code:literal;)*) => {$(
            let ClassKey::$Row(id) = class($other) else { panic!("another table") };
            found.extend(harmed::<$Row>(&desk, id, |row| row.code = code($code)));
        )*};
    }
    same_code! {
        MailingGroup "N" "M"; IndustryGroup "J" "I"; BusinessRelation "S" "R";
        JobResponsibility "D" "B"; OrganizationalLevel "O" "L"; Salutation "E" "A";
    }
    let done = status(&desk, "DONE");
    found.extend(harmed::<CampaignStatus>(&desk, done, |row| {
        row.code = code("READY")
    }));
    let other = desk.campaign("K2");
    found.extend(harmed::<Campaign>(&desk, other, |row| row.no = code("K1")));
    let saved = desk.saved("C2").id;
    found.extend(harmed::<SavedCriteria>(&desk, saved, |row| {
        row.code = code("C1")
    }));
    expect![[r#"
        MailingGroup M: NotUnique(Code)
        IndustryGroup I: NotUnique(Code)
        BusinessRelation R: NotUnique(Code)
        JobResponsibility B: NotUnique(Code)
        OrganizationalLevel L: NotUnique(Code)
        Salutation A: NotUnique(Code)
        CampaignStatus READY: NotUnique(Code)
        Campaign K1: NotUnique(No)
        SavedCriteria C1: NotUnique(Code)"#]]
    .assert_eq(&found.join("\n"));
}

#[test]
fn a_member_of_the_wrong_type_is_named() {
    let desk = sound();
    let ClassKey::IndustryGroup(industry) = desk.class("I") else {
        panic!("an industry group")
    };
    let row = Membership {
        id: MembershipId {
            contact: desk.contact("CT2"),
            of: Group::Industry(industry),
        },
    };
    let more = [(row.into_row(), desk.records.revision())];
    let rows = desk.records.rows().chain(more);
    let found = described(&Records::load(rows, desk.records.revision()));
    expect!["Membership CT2 in I: OtherType"].assert_eq(&found.join("\n"));
}

#[test]
fn segments_campaigns_and_their_entries_at_odds_are_named() {
    let desk = sound();
    let segment = desk.segment("SM02");
    let line = desk.line_ids("SM02")[0];
    let action = first::<CriteriaAction>(&desk);
    let (logged, entry) = (desk.logged(1), first::<CampaignEntry>(&desk));
    let nowhere = SegmentId(Uuid::nil());
    let campaign = desk.campaign("K1");
    let mut found = Vec::new();
    let mut add = |what: &str, lines: Vec<String>| {
        found.push(format!("{what}:"));
        found.extend(lines.into_iter().map(|line| format!("  {line}")));
    };
    add(
        "a default language that it has not",
        harmed::<Segment>(&desk, segment, |row| {
            row.language = Some(code("SV"));
        }),
    );
    add(
        "a language twice",
        harmed::<Segment>(&desk, segment, |row| {
            let again = row.languages[0].clone();
            row.languages.push(again);
        }),
    );
    add(
        "more actions counted",
        harmed::<Segment>(&desk, segment, |row| row.n_actions += 1),
    );
    add(
        "a line of no segment",
        harmed::<SegmentLine>(&desk, line, |row| row.segment = nowhere),
    );
    add(
        "an action of no segment",
        harmed::<CriteriaAction>(&desk, action, |row| {
            row.segment = nowhere;
        }),
    );
    add(
        "a logged segment canceled alone",
        harmed::<LoggedSegment>(&desk, logged, |row| {
            row.canceled = true;
        }),
    );
    add(
        "a campaign entry canceled alone",
        harmed::<CampaignEntry>(&desk, entry, |row| {
            row.canceled_singly = true;
        }),
    );
    add(
        "a campaign that ends first",
        harmed::<Campaign>(&desk, campaign, |row| {
            row.starting_date = Some(desk.moment.work_date);
            row.ending_date = desk.moment.work_date.pred_opt();
        }),
    );
    add(
        "counters behind",
        harmed::<Counters>(&desk, Single, |row| {
            row.campaign_entry = 0;
            row.logged_segment = 0;
        }),
    );
    add("entry number 1 twice", {
        let mut row =
            CampaignEntry::clone(desk.records.get::<CampaignEntry>(entry).expect("a row"));
        row.id = Uuid::max().into();
        row.no = EntryNo(1);
        let more = [(row.into_row(), desk.records.revision())];
        let rows = desk.records.rows().chain(more);
        described(&Records::load(rows, desk.records.revision()))
    });
    expect![[r#"
        a default language that it has not:
          Segment SM02: NotFound(DefaultLanguage)
        a language twice:
          Segment SM02: NotUnique(Language)
        more actions counted:
          Segment SM02: ActionsDiffer
        a line of no segment:
          SegmentLine 10000: NotFound(SegmentNo)
        an action of no segment:
          Segment SM02: ActionsDiffer
          CriteriaAction 1: NotFound(SegmentNo)
        a logged segment canceled alone:
          CampaignEntry 1: CanceledDiffers
          LogEntry 1: CanceledDiffers
        a campaign entry canceled alone:
          LogEntry 1: CanceledDiffers
        a campaign that ends first:
          Campaign K1: EndsBeforeItStarts
        counters behind:
          Counters: CounterBehind { table: CampaignEntry, counter: 0, highest: EntryNo(1) }
          Counters: CounterBehind { table: LoggedSegment, counter: 0, highest: EntryNo(1) }
        entry number 1 twice:
          CampaignEntry 1: NotUnique(No)"#]]
    .assert_eq(&found.join("\n"));
}
