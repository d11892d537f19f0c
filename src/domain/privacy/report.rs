//! Report on a contact: all that the company holds about it, as Article 15 of the General Data Protection Regulation
//! has it told to whoever asks, and as Article 20 has it handed over for machines.

use super::Erased;
use crate::domain::change::{Record, Row, Table};
use crate::domain::classification::{Class, OrganizationalLevel, Salutation};
use crate::domain::contact::Contact;
use crate::domain::editable::Editable;
use crate::domain::id::ContactId;
use crate::domain::interaction::LogEntry;
use crate::domain::interaction::form::InteractionForm;
use crate::domain::ledger::Scope;
use crate::domain::records::Records;
use crate::domain::refusal::RecordName;
use crate::domain::salesperson::Salesperson;
use crate::domain::segment::Segment;
use crate::domain::segment::criteria::CriteriaAction;
use crate::domain::segment::line::SegmentLine;
use crate::domain::segment::selection::saved::SavedCriteria;
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The version of the form for machines.
pub const REPORT_FORMAT: u32 = 1;

/// All that a company holds about a contact. Serialized, it is the form for machines: rows as they are stored.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The version of this form.
    pub format: u32,
    /// When it was made.
    pub written_at: DateTime<Utc>,
    /// The contact.
    pub contact: Arc<Contact>,
    /// A person's company.
    pub company: Option<Named>,
    /// A company's persons. They are contacts of their own: what is held about each is in a report of its own.
    pub persons: Vec<Named>,
    /// Who is responsible.
    pub salesperson: Option<Named>,
    /// How the contact is addressed.
    pub salutation: Option<Named>,
    /// Where in the company a person stands.
    pub organizational_level: Option<Named>,
    /// The groups it is in itself.
    pub groups: Vec<InGroup>,
    /// Interactions with it, logged and postponed, newest first.
    pub interactions: Vec<Arc<LogEntry>>,
    /// Interactions with it that are being typed.
    pub drafts: Vec<InteractionForm>,
    /// Where it stands in segments that are not logged yet.
    pub segment_lines: Vec<InSegment>,
    /// Criteria, of segments and saved, that remember it or ask for what it is called.
    pub criteria: Vec<RecordName>,
    /// Other records whose texts hold what it is called. Erasing leaves them as they are.
    pub mentions: Vec<RecordName>,
}

/// A record by its number or code, and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Number or code.
    pub code: String,
    /// Name or description.
    pub name: String,
}

/// A group that the contact is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InGroup {
    /// The kind of group.
    pub kind: Table,
    /// The group.
    pub group: Named,
}

/// A line in which the contact stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InSegment {
    /// The segment.
    pub segment: Named,
    /// The line.
    pub line: Arc<SegmentLine>,
}

/// Makes the report; none for a contact that is gone. `drafts`: all that there are.
pub fn report(
    records: &Records,
    written_at: DateTime<Utc>,
    id: ContactId,
    drafts: impl IntoIterator<Item = InteractionForm>,
) -> Option<Report> {
    let contact = records.get::<Contact>(id)?.clone();
    let mut erased = Erased::new([id]);
    erased.learn(&contact);
    let of_person = contact.is_person().then(|| contact.company()).flatten();
    let salesperson = contact.salesperson;
    let salesperson = salesperson.and_then(|id| records.get::<Salesperson>(id));
    let groups = records.groups_of(id).filter_map(|group| {
        let row = records.class(group.class())?;
        Some(InGroup {
            kind: group.kind().table(),
            group: named(row.code, row.description),
        })
    });
    let entries = records.ledger().entries(Scope::Person(id)).rev();
    let lines = records.segments().lines_with(id).filter_map(|line| {
        let line = records.get::<SegmentLine>(line)?.clone();
        let segment = records.get::<Segment>(line.segment)?;
        Some(InSegment {
            segment: named(&segment.no, &segment.description),
            line,
        })
    });
    Some(Report {
        format: REPORT_FORMAT,
        written_at,
        company: of_person.and_then(|id| contact_named(records, id)),
        persons: records
            .persons_of(id)
            .map(|row| named(&row.no, &row.name))
            .collect(),
        salesperson: salesperson.map(|row| named(&row.code, &row.name)),
        salutation: class_named::<Salutation>(records, contact.salutation),
        organizational_level: class_named::<OrganizationalLevel>(
            records,
            contact.organizational_level(),
        ),
        groups: groups.collect(),
        interactions: entries
            .filter_map(|id| records.get::<LogEntry>(id).cloned())
            .collect(),
        drafts: drafts
            .into_iter()
            .filter(|form| form.contact == Some(id))
            .collect(),
        segment_lines: lines.collect(),
        criteria: criteria(records, &erased),
        mentions: mentions(records, &erased),
        contact,
    })
}

fn named(code: impl ToString, name: impl ToString) -> Named {
    Named {
        code: code.to_string(),
        name: name.to_string(),
    }
}

fn contact_named(records: &Records, id: ContactId) -> Option<Named> {
    let row = records.get::<Contact>(id)?;
    Some(named(&row.no, &row.name))
}

fn class_named<R: Class>(records: &Records, id: Option<<R as Record>::Id>) -> Option<Named> {
    let row = records.get::<R>(id?)?;
    Some(named(row.code(), row.description()))
}

/// What erasing the contact would change, or take away, of criteria.
fn criteria(records: &Records, erased: &Erased) -> Vec<RecordName> {
    let changes = |row: Row| erased.fate(&row) != super::Fate::Stays;
    let of_segments = records.all::<CriteriaAction>();
    let of_segments = of_segments.filter(|row| changes(Row::CriteriaAction((*row).clone())));
    let segments: BTreeSet<_> = of_segments.map(|row| row.segment).collect();
    let segments = segments.into_iter();
    let segments = segments.filter_map(|id| records.get::<Segment>(id));
    let saved = records.all::<SavedCriteria>();
    let saved = saved.filter(|row| changes(Row::SavedCriteria((*row).clone())));
    segments
        .map(|row| row.record_name())
        .chain(saved.map(|row| row.record_name()))
        .collect()
}

/// Records of others whose texts hold what the contact is called.
fn mentions(records: &Records, erased: &Erased) -> Vec<RecordName> {
    let rows = records.rows().map(|(row, _)| row);
    let others = rows.filter(|row| erased.fate(row) == super::Fate::Stays);
    let naming = others.filter(|row| texts(row).iter().any(|text| erased.is_named_in(text)));
    naming.map(|row| name(records, &row)).collect()
}

/// The texts of a row that somebody typed.
fn texts(row: &Row) -> Vec<&str> {
    match row {
        Row::Contact(row) => vec![&row.name, &row.address, &row.address_2, &row.email],
        Row::LogEntry(row) => {
            let comments = row.comments.iter().map(|comment| comment.text.as_str());
            [row.description.as_str(), &row.subject]
                .into_iter()
                .chain(comments)
                .collect()
        }
        Row::Segment(row) => {
            let subjects = row.languages.iter().map(|it| it.subject.as_str());
            std::iter::once(row.description.as_str())
                .chain(subjects)
                .collect()
        }
        Row::SegmentLine(row) => vec![&row.description, &row.subject],
        Row::LoggedSegment(row) => vec![&row.description],
        Row::Campaign(row) => vec![&row.description],
        Row::CampaignEntry(row) => vec![&row.description],
        Row::InteractionTemplate(row) => vec![&row.description],
        Row::SavedCriteria(row) => vec![&row.description],
        _ => Vec::new(),
    }
}

fn name(records: &Records, row: &Row) -> RecordName {
    match row {
        Row::SegmentLine(row) => row.record_name_in(records),
        row => crate::domain::undo::name_of(row),
    }
}
