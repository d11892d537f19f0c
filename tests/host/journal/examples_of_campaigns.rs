//! Examples of what campaigns and segments store, with every field filled.

use crate::contract::nth_id;
use chrono::{NaiveDate, NaiveTime};
use lokikirja::domain::Field;
use lokikirja::domain::campaign::entry::CampaignEntry;
use lokikirja::domain::campaign::{Campaign, CampaignStatus};
use lokikirja::domain::code::Code;
use lokikirja::domain::filter::Neutral;
use lokikirja::domain::interaction::{CampaignMention, EntryNo, SalespersonMention};
use lokikirja::domain::segment::criteria::{ActionKind, CriteriaAction, Origin, Step};
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::segment::logged::LoggedSegment;
use lokikirja::domain::segment::selection::saved::{SavedAction, SavedCriteria};
use lokikirja::domain::segment::selection::{Criteria, Options, Part, Section};
use lokikirja::domain::segment::{Segment, SegmentLanguage};
use lokikirja::domain::values::{
    CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, Minutes, Money,
};

fn code<const MAX: usize>(text: &str) -> Code<MAX> {
    Code::new(text).expect("a code")
}

fn date(day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, 2, day)
}

pub fn status() -> CampaignStatus {
    CampaignStatus {
        id: nth_id(71),
        code: code("READY"),
        description: "Valmis".into(),
    }
}

pub fn campaign() -> Campaign {
    Campaign {
        id: nth_id(70),
        no: code("CP0001"),
        no_series: Some(nth_id(6)),
        description: "Kevään mallisto".into(),
        starting_date: date(1),
        ending_date: date(28),
        salesperson: Some(nth_id(10)),
        status: Some(nth_id(71)),
        last_modified: date(3),
    }
}

pub fn mention() -> CampaignMention {
    CampaignMention::campaign(&campaign())
}

pub fn entry() -> CampaignEntry {
    CampaignEntry {
        id: nth_id(72),
        no: EntryNo(12),
        campaign: nth_id(70),
        description: "Kevään kirje".into(),
        date: date(2),
        segment_no: Some(code("SM00001")),
        salesperson: Some(SalespersonMention::salesperson(nth_id(10), code("KV"))),
        register: Some(nth_id(80)),
        user: "Kaisa".into(),
        canceled_singly: false,
        canceled_by_segment: true,
    }
}

fn languages() -> Vec<SegmentLanguage> {
    vec![SegmentLanguage {
        language: code("FI"),
        description: "Suomeksi".into(),
        subject: "Uusi mallisto".into(),
        attachment: Some(nth_id(60)),
    }]
}

pub fn segment() -> Segment {
    Segment {
        id: nth_id(75),
        no: code("SM00002"),
        no_series: Some(nth_id(7)),
        description: "Kevään kirje".into(),
        campaign: Some(mention()),
        salesperson: Some(nth_id(10)),
        date: date(2),
        template: Some(nth_id(40)),
        group: Some(nth_id(30)),
        language: Some(code("FI")),
        languages: languages(),
        correspondence_type: Some(CorrespondenceType::Email),
        ignore_contact_correspondence_type: true,
        unit_cost: Money(800),
        unit_duration: Minutes(15),
        information_flow: Some(InformationFlow::Outbound),
        initiated_by: Some(InitiatedBy::Us),
        campaign_target: true,
        campaign_response: false,
        n_actions: 2,
    }
}

pub fn line() -> SegmentLine {
    SegmentLine {
        id: nth_id(76),
        segment: nth_id(75),
        line_no: 10_000,
        contact: Some(nth_id(21)),
        description: "Kevään kirje".into(),
        template: Some(nth_id(40)),
        group: Some(nth_id(30)),
        salesperson: Some(nth_id(10)),
        correspondence_type: Some(CorrespondenceType::HardCopy),
        language: Some(code("FI")),
        subject: "Uusi mallisto".into(),
        attachment: Some(nth_id(60)),
        languages: languages(),
        cost: Money(800),
        duration: Minutes(15),
        information_flow: Some(InformationFlow::Outbound),
        initiated_by: Some(InitiatedBy::Us),
        campaign: Some(mention()),
        campaign_target: true,
        campaign_response: false,
        date: date(2),
        time: NaiveTime::from_hms_opt(9, 41, 0),
        evaluation: Some(Evaluation::Neutral),
        attempt_failed: true,
    }
}

pub fn by_hand() -> CriteriaAction {
    CriteriaAction {
        id: nth_id(77),
        segment: nth_id(75),
        no: 1,
        kind: ActionKind::Reduce,
        origin: Origin::ByHand,
        steps: vec![Step {
            line: nth_id(76),
            contact: Some(nth_id(21)),
            before: Some(Box::new(line())),
        }],
        n_added: 0,
    }
}

pub fn reused() -> CriteriaAction {
    CriteriaAction {
        id: nth_id(78),
        segment: nth_id(75),
        no: 2,
        kind: ActionKind::Add,
        origin: Origin::Logged(EntryNo(4)),
        steps: vec![Step {
            line: nth_id(79),
            contact: Some(nth_id(21)),
            before: None,
        }],
        n_added: 0,
    }
}

/// One section of each sort, and switches.
fn criteria() -> Criteria {
    let section = |section: Section, field, filter| {
        let with = section.with(field, filter, &Neutral);
        with.expect("a filter")
    };
    Criteria {
        sections: vec![
            section(
                Section::has(Part::Contact),
                Field::City,
                "Helsinki|@*kuopio*",
            ),
            section(Section::has(Part::MailingGroup), Field::Code, "UUTISET"),
            section(Section::has_no(Part::Interaction), Field::Date, "-1Y..t"),
        ],
        options: Options {
            expand_companies: true,
            ..Options::default()
        },
    }
}

pub fn by_criteria() -> CriteriaAction {
    CriteriaAction {
        id: nth_id(81),
        segment: nth_id(75),
        no: 3,
        kind: ActionKind::Refine,
        origin: Origin::Criteria(Box::new(criteria())),
        steps: vec![],
        n_added: 12,
    }
}

pub fn saved() -> SavedCriteria {
    let action = |kind, origin, contacts| SavedAction {
        kind,
        origin,
        contacts,
    };
    SavedCriteria {
        id: nth_id(82),
        code: code("KEVÄT"),
        description: "Kevään kirje".into(),
        user: "Kaisa".into(),
        actions: vec![
            action(
                ActionKind::Add,
                Origin::ByHand,
                vec![nth_id(20), nth_id(21)],
            ),
            action(ActionKind::Add, Origin::Logged(EntryNo(4)), vec![]),
            action(ActionKind::Reduce, by_criteria().origin, vec![]),
        ],
    }
}

pub fn logged() -> LoggedSegment {
    LoggedSegment {
        id: nth_id(80),
        no: EntryNo(4),
        segment_no: code("SM00001"),
        description: "Kevään kirje".into(),
        created_on: date(2).expect("a date"),
        user: "Kaisa".into(),
        canceled: true,
    }
}
