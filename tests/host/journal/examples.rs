//! One example of everything that is stored, with every field filled.

use super::examples_of_campaigns as campaigns;
use super::examples_of_classes as classes;
use crate::contract::{at, nth_id};
use chrono::{NaiveDate, NaiveTime};
use lokikirja::domain::code::Code;
use lokikirja::domain::contact::{Contact, ContactKind, Person};
use lokikirja::domain::id::Single;
use lokikirja::domain::interaction::form::InteractionForm;
use lokikirja::domain::interaction::template::{
    InteractionGroup, InteractionTemplate, TemplateLanguage,
};
use lokikirja::domain::interaction::{
    Canceled, Comment, EntryNo, EntryState, LogEntry, SalespersonMention, TemplateMention,
};
use lokikirja::domain::number_series::{NumberSeries, SeriesLine};
use lokikirja::domain::privacy::ErasedContact;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::setup::{
    ContactDefaults, Counters, Inheritance, MarketingSetup, OwnAddress,
};
use lokikirja::domain::values::{
    CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, Minutes, Money,
};
use lokikirja::domain::{Change, ChangeSet, Origin, Revision, Row};
use lokikirja::journal::{Draft, Head, Meta, Ownership};
use std::sync::Arc;

fn counters() -> Counters {
    Counters {
        id: Single,
        log_entry: 318,
        campaign_entry: 12,
        logged_segment: 4,
    }
}

/// What was written before contacts were classified, and is still read.
pub fn before_classes() -> Vec<(&'static str, Vec<Row>)> {
    let company = contact(20, ContactKind::Company);
    let person = Person {
        organizational_level: None,
        ..person()
    };
    let person = contact(21, ContactKind::Person(person));
    let rows = [company, person].map(|contact| {
        Row::Contact(Arc::new(Contact {
            salutation: None,
            exclude_from_segment: false,
            ..contact
        }))
    });
    let actions = [campaigns::by_hand(), campaigns::reused()];
    let actions = actions.map(|row| Row::CriteriaAction(Arc::new(row)));
    vec![("contact", rows.into()), ("criteriaaction", actions.into())]
}

/// What was written before there were campaigns and segments, and is still read: by the name of the
/// stored text.
pub fn before_segments() -> Vec<(&'static str, Vec<Row>)> {
    let entries = [
        EntryState::Logged,
        EntryState::Postponed {
            date_is_proposal: true,
            time_is_proposal: false,
        },
    ];
    let entries = entries.map(|state| {
        Row::LogEntry(Arc::new(LogEntry {
            campaign: None,
            campaign_entry: None,
            campaign_target: false,
            segment_no: None,
            logged_segment: None,
            canceled: Canceled::default(),
            ..log_entry(state)
        }))
    });
    let counters = Counters {
        campaign_entry: 0,
        logged_segment: 0,
        ..counters()
    };
    let setup = MarketingSetup {
        campaign_nos: None,
        segment_nos: None,
        own: OwnAddress::default(),
        cover_sheet_template: None,
        ..setup()
    };
    let template = InteractionTemplate {
        campaign: None,
        campaign_target: false,
        ..template()
    };
    vec![
        ("logentry", entries.into()),
        ("counters", vec![Row::Counters(Arc::new(counters))]),
        ("setup", vec![Row::Setup(Arc::new(setup))]),
        (
            "interactiontemplate",
            vec![Row::InteractionTemplate(Arc::new(template))],
        ),
    ]
}

fn code<const MAX: usize>(text: &str) -> Code<MAX> {
    Code::new(text).expect("a code")
}

fn date(day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, 2, day)
}

fn time() -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(9, 41, 0)
}

/// A row of every table; of some, one in each of its shapes.
pub fn rows() -> Vec<Row> {
    vec![
        Row::Setup(Arc::new(setup())),
        Row::Counters(Arc::new(counters())),
        Row::NumberSeries(Arc::new(series())),
        Row::Salesperson(Arc::new(salesperson())),
        Row::Contact(Arc::new(contact(20, ContactKind::Company))),
        Row::Contact(Arc::new(contact(21, ContactKind::Person(person())))),
        Row::ErasedContact(Arc::new(ErasedContact {
            id: nth_id(22),
            no: Some(code("CT000022")),
            at: at(94),
        })),
        Row::MailingGroup(Arc::new(classes::row(90))),
        Row::IndustryGroup(Arc::new(classes::row(91))),
        Row::BusinessRelation(Arc::new(classes::row(92))),
        Row::JobResponsibility(Arc::new(classes::row(93))),
        Row::OrganizationalLevel(Arc::new(classes::row(94))),
        Row::Salutation(Arc::new(classes::row(95))),
        Row::SalutationFormula(Arc::new(classes::formula())),
        Row::Membership(Arc::new(classes::in_mailing_group())),
        Row::Membership(Arc::new(classes::in_job())),
        Row::CampaignStatus(Arc::new(campaigns::status())),
        Row::Campaign(Arc::new(campaigns::campaign())),
        Row::CampaignEntry(Arc::new(campaigns::entry())),
        Row::Segment(Arc::new(campaigns::segment())),
        Row::SegmentLine(Arc::new(campaigns::line())),
        Row::CriteriaAction(Arc::new(campaigns::by_hand())),
        Row::CriteriaAction(Arc::new(campaigns::reused())),
        Row::CriteriaAction(Arc::new(campaigns::by_criteria())),
        Row::SavedCriteria(Arc::new(campaigns::saved())),
        Row::LoggedSegment(Arc::new(campaigns::logged())),
        Row::InteractionGroup(Arc::new(InteractionGroup {
            id: nth_id(30),
            code: code("PHONE"),
            description: "Puhelinkeskustelut".into(),
        })),
        Row::InteractionTemplate(Arc::new(template())),
        Row::LogEntry(Arc::new(log_entry(EntryState::Logged))),
        Row::LogEntry(Arc::new(log_entry(EntryState::Postponed {
            date_is_proposal: true,
            time_is_proposal: false,
        }))),
    ]
}

/// A change set that creates, changes and deletes.
pub fn change_set() -> ChangeSet {
    let [created, changed, deleted] = [1, 2, 3].map(|n| Salesperson {
        id: nth_id(n),
        ..salesperson()
    });
    let after = Salesperson {
        name: "Kaisa Virta-Lehtonen".into(),
        ..changed.clone()
    };
    let row = |row: Salesperson| Row::Salesperson(Arc::new(row));
    let change = |before: Option<Salesperson>, after: Option<Salesperson>| {
        let (before, after) = (before.map(row), after.map(row));
        let either = before.as_ref().or(after.as_ref());
        Change {
            key: either.expect("a row").key(),
            before,
            after,
        }
    };
    ChangeSet {
        at: at(90),
        user: "Kaisa".into(),
        origin: Origin::default(),
        changes: vec![
            change(None, Some(created)),
            change(Some(changed), Some(after)),
            change(Some(deleted), None),
        ],
    }
}

/// A draft with everything typed that can be typed.
pub fn draft() -> Draft {
    Draft {
        saved_at: at(95),
        form: InteractionForm {
            entry: nth_id(50),
            resumes: Some(Revision(41)),
            contact_locked: true,
            salesperson_locked: false,
            contact: Some(nth_id(20)),
            template: Some(nth_id(40)),
            description: "Kevään tarjous; \"hyvä\" vastaanotto".into(),
            salesperson: Some(nth_id(10)),
            language: Some(code("FI")),
            attachment: Some(nth_id(60)),
            correspondence_type: Some(CorrespondenceType::Email),
            date: date(2),
            time: time(),
            date_is_set: true,
            time_is_set: false,
            information_flow: Some(InformationFlow::Inbound),
            initiated_by: Some(InitiatedBy::Them),
            evaluation: Some(Evaluation::Neutral),
            successful: true,
            cost: Money(850),
            duration: Minutes(15),
            comments: comments(),
            campaign: Some(nth_id(70)),
            campaign_locked: true,
            campaign_target: true,
            campaign_response: false,
        },
    }
}

/// A company's description.
pub fn meta() -> Meta {
    Meta {
        name: "Esimerkki Oy".into(),
        created_at: at(0),
        ownership: Ownership::Demo,
    }
}

/// The head of a snapshot.
pub fn head() -> Head {
    Head {
        revision: Revision(57),
        n_rows: 1234,
    }
}

fn setup() -> MarketingSetup {
    MarketingSetup {
        id: Single,
        currency: "EUR".into(),
        contact_nos: Some(nth_id(5)),
        campaign_nos: Some(nth_id(6)),
        segment_nos: Some(nth_id(7)),
        inherit: Inheritance {
            salesperson: true,
            country: true,
            language: false,
            address: true,
            communication: false,
        },
        defaults: ContactDefaults {
            salesperson: Some(nth_id(10)),
            country: Some(code("FI")),
            language: Some(code("SV")),
            correspondence_type: Some(CorrespondenceType::HardCopy),
        },
        own: OwnAddress {
            address: "Satamakatu 4".into(),
            address_2: "2. kerros".into(),
            post_code: "33200".into(),
            city: "Tampere".into(),
            country: Some(code("FI")),
            phone: "+358 3 555 0100".into(),
            email: "posti@esimerkki.fi".into(),
            home_page: "https://esimerkki.fi".into(),
        },
        cover_sheet_template: Some(nth_id(40)),
    }
}

fn series() -> NumberSeries {
    NumberSeries {
        id: nth_id(5),
        code: code("CONT"),
        description: "Kontaktit".into(),
        default_nos: true,
        manual_nos: true,
        date_order: false,
        lines: vec![SeriesLine {
            line_no: 10_000,
            starting_date: date(1),
            starting_no: Some(code("CT000001")),
            ending_no: Some(code("CT999999")),
            warning_no: Some(code("CT999000")),
            last_no_used: Some(code("CT000012")),
            last_date_used: date(2),
            increment_by: 1,
            allow_gaps: true,
        }],
        related: vec![nth_id(6)],
    }
}

fn salesperson() -> Salesperson {
    Salesperson {
        id: nth_id(10),
        code: code("KV"),
        name: "Kaisa Virta".into(),
        job_title: "Myyntipäällikkö".into(),
        phone: "+358 40 123 4567".into(),
        email: "kaisa.virta@esimerkki.fi".into(),
        blocked: false,
        privacy_blocked: true,
    }
}

fn contact(id: u32, kind: ContactKind) -> Contact {
    Contact {
        id: nth_id(id),
        no: code(&format!("CT0000{id}")),
        no_series: Some(nth_id(5)),
        kind,
        name: "Ångström & Äijälä Oy".into(),
        address: "Mannerheimintie 1 A 2".into(),
        address_2: "PL 12".into(),
        post_code: "00100".into(),
        city: "Helsinki".into(),
        country: Some(code("FI")),
        phone: "+358 9 123 456".into(),
        mobile_phone: "+358 50 765 4321".into(),
        email: "info@esimerkki.fi".into(),
        home_page: "https://esimerkki.fi".into(),
        salesperson: Some(nth_id(10)),
        language: Some(code("FI")),
        correspondence_type: Some(CorrespondenceType::HardCopy),
        privacy_blocked: false,
        salutation: Some(nth_id(95)),
        exclude_from_segment: true,
    }
}

fn person() -> Person {
    Person {
        company: Some(nth_id(20)),
        first_name: "Anna".into(),
        middle_name: "Maria".into(),
        surname: "Äijälä".into(),
        job_title: "Toimitusjohtaja".into(),
        organizational_level: Some(nth_id(94)),
    }
}

fn template() -> InteractionTemplate {
    InteractionTemplate {
        id: nth_id(40),
        code: code("OUTGOING"),
        group: Some(nth_id(30)),
        description: "Lähtevä puhelu".into(),
        unit_cost: Money(800),
        unit_duration: Minutes(15),
        information_flow: Some(InformationFlow::Outbound),
        initiated_by: Some(InitiatedBy::Us),
        correspondence_type: Some(CorrespondenceType::Email),
        ignore_contact_correspondence_type: true,
        default_language: Some(code("FI")),
        languages: vec![TemplateLanguage {
            language: code("FI"),
            description: "Suomeksi".into(),
            attachment: Some(nth_id(60)),
        }],
        campaign: Some(nth_id(70)),
        campaign_target: true,
        campaign_response: false,
    }
}

fn log_entry(state: EntryState) -> LogEntry {
    LogEntry {
        id: nth_id(50),
        no: EntryNo(318),
        state,
        contact: Some(nth_id(21)),
        company: Some(nth_id(20)),
        date: date(2),
        time: time(),
        description: "Kevään tarjous".into(),
        subject: "Tarjous".into(),
        template: Some(TemplateMention::template(nth_id(40), code("OUTGOING"))),
        group: Some(nth_id(30)),
        language: Some(code("FI")),
        attachment: Some(nth_id(60)),
        information_flow: Some(InformationFlow::Outbound),
        initiated_by: Some(InitiatedBy::Us),
        evaluation: Some(Evaluation::VeryPositive),
        attempt_failed: false,
        cost: Money(850),
        duration: Minutes(15),
        salesperson: Some(SalespersonMention::salesperson(nth_id(10), code("KV"))),
        correspondence_type: Some(CorrespondenceType::Email),
        user: "Kaisa".into(),
        written_at: at(93),
        comments: comments(),
        campaign: Some(campaigns::mention()),
        campaign_entry: Some(nth_id(72)),
        campaign_target: true,
        campaign_response: false,
        segment_no: Some(code("SM00001")),
        logged_segment: Some(nth_id(80)),
        canceled: Canceled {
            singly: false,
            by_segment: true,
            by_campaign_entry: true,
        },
    }
}

fn comments() -> Vec<Comment> {
    vec![
        Comment {
            date: date(2),
            text: "Soitetaan uudestaan perjantaina".into(),
        },
        Comment {
            date: None,
            text: "Kysyi hinnastoa".into(),
        },
    ]
}
