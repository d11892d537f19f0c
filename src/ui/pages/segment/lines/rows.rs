//! The rows of the list of lines: what each column says, and what differs from the header.
//!
//! Of 10,000 lines one is edited at a time: the rows that have not changed are kept as they are,
//! with what was found out about them.

use crate::domain::contact::Contact;
use crate::domain::filter::{Kind, Value};
use crate::domain::id::SegmentId;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::salesperson::Salesperson;
use crate::domain::search::{Wanted, fold};
use crate::domain::segment::Segment;
use crate::domain::segment::line::SegmentLine;
use crate::domain::segment::line_edit::{LineField, differing};
use crate::domain::values::{CorrespondenceType, Evaluation, InformationFlow, InitiatedBy};
use crate::domain::{Field, Records, Table};
use crate::language::Messages;
use crate::ui::lists::entries::{
    correspondence_types, evaluations, information_flows, initiators, place_in,
};
use crate::ui::lists::rows::{ListField, RowSet, Rows, key_of};
use crate::ui::parts::list::{Column, PhonePlace, RowKey, Width};
use crate::ui::shared::{is_other, is_same};
use crate::ui::store::Store;
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;
use std::sync::{Arc, OnceLock};

const TABLES: &[Table] = &[
    Table::Segment,
    Table::SegmentLine,
    Table::Contact,
    Table::InteractionTemplate,
    Table::Salesperson,
];

/// A line, with what its row shows of other records.
pub(super) struct LineRow {
    pub line: Arc<SegmentLine>,
    pub contact: Option<Arc<Contact>>,
    pub company: Option<Arc<Contact>>,
    /// The fields in which it differs from the header.
    pub differing: Vec<LineField>,
    folded: OnceLock<String>,
}

impl LineRow {
    /// True if a field differs from the header.
    pub fn differs_in(&self, field: LineField) -> bool {
        self.differing.contains(&field)
    }
}

/// What all lines are compared with. Two are equal when nothing of it was written since.
struct Basis {
    header: Arc<Segment>,
    templates: Vec<Arc<InteractionTemplate>>,
    salespeople: Vec<Arc<Salesperson>>,
}

impl Basis {
    fn is_same(&self, other: &Self) -> bool {
        fn same<R>(a: &[Arc<R>], b: &[Arc<R>]) -> bool {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
        }
        Arc::ptr_eq(&self.header, &other.header)
            && same(&self.templates, &other.templates)
            && same(&self.salespeople, &other.salespeople)
    }
}

/// The lines of a segment in their order.
pub(super) struct Lines {
    basis: Option<Basis>,
    rows: Vec<Arc<LineRow>>,
    /// How many differ from the header.
    pub n_differing: u32,
}

impl Lines {
    /// The row at a place.
    pub fn row(&self, place: u32) -> Option<&Arc<LineRow>> {
        self.rows.get(place as usize)
    }

    /// All rows.
    pub fn rows(&self) -> &[Arc<LineRow>] {
        &self.rows
    }

    /// The header.
    pub fn header(&self) -> Option<&Arc<Segment>> {
        self.basis.as_ref().map(|basis| &basis.header)
    }
}

/// The lines of a segment, followed.
pub(super) fn lines(store: Store, id: SegmentId) -> Memo<Arc<Lines>> {
    let compute =
        move |before: Option<&Arc<Lines>>| store.read(TABLES, |records| read(records, id, before));
    Memo::new_with_compare(compute, is_other)
}

fn read(records: &Records, id: SegmentId, before: Option<&Arc<Lines>>) -> Arc<Lines> {
    let basis = records.get::<Segment>(id).map(|header| Basis {
        header: header.clone(),
        templates: records.all::<InteractionTemplate>().cloned().collect(),
        salespeople: records.all::<Salesperson>().cloned().collect(),
    });
    let known = before.filter(|before| match (&before.basis, &basis) {
        (Some(before), Some(now)) => before.is_same(now),
        _ => false,
    });
    let known = known.map_or(&[][..], |known| known.rows());
    let (mut at, mut n_kept) = (0, 0);
    let ids = records.segments().lines(id);
    let lines = ids.filter_map(|id| records.get::<SegmentLine>(id));
    let rows: Vec<Arc<LineRow>> = lines
        .map(|line| {
            let contact = line.contact.and_then(|id| records.get::<Contact>(id));
            let company = contact.filter(|contact| contact.is_person());
            let company = company.and_then(|contact| contact.company());
            let company = company.and_then(|id| records.get::<Contact>(id));
            // Both stand in the order of line numbers.
            let place = (line.line_no, line.id);
            while known
                .get(at)
                .is_some_and(|row| (row.line.line_no, row.line.id) < place)
            {
                at += 1;
            }
            if let Some(row) = known.get(at)
                && Arc::ptr_eq(&row.line, line)
                && is_same(row.contact.as_ref(), contact)
                && is_same(row.company.as_ref(), company)
            {
                n_kept += 1;
                return row.clone();
            }
            let differing = basis
                .as_ref()
                .map(|basis| differing(records, &basis.header, line));
            Arc::new(LineRow {
                line: line.clone(),
                contact: contact.cloned(),
                company: company.cloned(),
                differing: differing.unwrap_or_default(),
                folded: OnceLock::new(),
            })
        })
        .collect();
    if let Some(before) = before
        && n_kept == rows.len()
        && n_kept == known.len()
        && n_kept > 0
    {
        return before.clone();
    }
    let n_differing = rows.iter().filter(|row| !row.differing.is_empty()).count();
    Arc::new(Lines {
        basis,
        rows,
        n_differing: u32::try_from(n_differing).unwrap_or(u32::MAX),
    })
}

/// The same as rows of a list.
pub(super) fn row_set(lines: Memo<Arc<Lines>>) -> Memo<Rows> {
    Memo::new(move |_| Rows(Arc::new(LineSet(lines.get()))))
}

struct LineSet(Arc<Lines>);

impl RowSet for LineSet {
    fn n(&self) -> usize {
        self.0.rows.len()
    }

    /// A template or salesperson that changes makes new rows.
    fn reads(&self, _column: &str) -> &'static [Table] {
        &[]
    }

    fn key(&self, place: u32) -> RowKey {
        self.0.row(place).map_or(0, |row| key_of(row.line.id))
    }

    fn value<'a>(&'a self, records: &'a Records, place: u32, column: &str) -> Option<Value<'a>> {
        value(records, self.0.row(place)?, column)
    }

    fn found(
        &self,
        records: &Records,
        _m: &'static Messages,
        places: &[u32],
        typed: &str,
    ) -> Vec<u32> {
        let folded = |place: u32| {
            let row = &self.0.rows[place as usize];
            row.folded.get_or_init(|| searched(records, row)).as_str()
        };
        Wanted::new(typed).found(places.iter().copied(), folded)
    }
}

/// What a search looks at, folded.
fn searched(records: &Records, row: &LineRow) -> String {
    let contact = row.contact.as_ref();
    let parts = [
        contact.map_or("", |contact| contact.no.as_str()),
        contact.map_or("", |contact| &contact.name),
        row.company.as_ref().map_or("", |company| &company.name),
        contact.map_or("", |contact| &contact.city),
        &row.line.description,
        template_code(records, &row.line),
        salesperson_code(records, &row.line),
    ];
    fold(&parts.join(" "))
}

/// The code of a line's template; blank for none.
pub(super) fn template_code<'a>(records: &'a Records, line: &SegmentLine) -> &'a str {
    let row = line.template;
    let row = row.and_then(|id| records.get::<InteractionTemplate>(id));
    row.map_or("", |row| row.code.as_str())
}

fn salesperson_code<'a>(records: &'a Records, line: &SegmentLine) -> &'a str {
    let row = line.salesperson;
    let row = row.and_then(|id| records.get::<Salesperson>(id));
    row.map_or("", |row| row.code.as_str())
}

fn value<'a>(records: &'a Records, row: &'a LineRow, column: &str) -> Option<Value<'a>> {
    let line = &row.line;
    let contact = row.contact.as_deref();
    let of_contact = |read: fn(&Contact) -> &str| contact.map_or("", read);
    Some(match column {
        "no" => Value::Code(of_contact(|contact| contact.no.as_str())),
        "name" => Value::Text(of_contact(|contact| &contact.name)),
        "company" => Value::Text(row.company.as_ref().map_or("", |company| &company.name)),
        "city" => Value::Text(of_contact(|contact| &contact.city)),
        "phone" => Value::Text(of_contact(|contact| &contact.phone)),
        "mobile" => Value::Text(of_contact(|contact| &contact.mobile_phone)),
        "email" => Value::Text(of_contact(|contact| &contact.email)),
        "template" => Value::Code(template_code(records, line)),
        "description" => Value::Text(&line.description),
        "language" => Value::Code(line.language.as_ref().map_or("", |code| code.as_str())),
        "subject" => Value::Text(&line.subject),
        "salesperson" => Value::Code(salesperson_code(records, line)),
        "cost" => Value::Number(line.cost.0),
        "duration" => Value::Number(line.duration.0.into()),
        "type" => place_in(CorrespondenceType::ALL, line.correspondence_type),
        "flow" => place_in(InformationFlow::ALL, line.information_flow),
        "initiated" => place_in(InitiatedBy::ALL, line.initiated_by),
        "campaign" => Value::Code(line.campaign.as_ref().map_or("", |row| row.code.as_str())),
        "target" => Value::YesNo(line.campaign_target),
        "response" => Value::YesNo(line.campaign_response),
        "date" => Value::Date(line.date),
        "evaluation" => place_in(Evaluation::ALL, line.evaluation),
        "failed" => Value::YesNo(line.attempt_failed),
        "differs" => Value::YesNo(!row.differing.is_empty()),
        _ => return None,
    })
}

/// The field of the header that a column shows, where lines get it from there.
pub(super) fn line_field(column: &str) -> Option<LineField> {
    Some(match column {
        "template" => LineField::Template,
        "description" => LineField::Description,
        "language" => LineField::Language,
        "subject" => LineField::Subject,
        "salesperson" => LineField::Salesperson,
        "cost" => LineField::Cost,
        "duration" => LineField::Duration,
        "type" => LineField::CorrespondenceType,
        "flow" => LineField::InformationFlow,
        "initiated" => LineField::InitiatedBy,
        "campaign" => LineField::Campaign,
        "target" => LineField::CampaignTarget,
        "response" => LineField::CampaignResponse,
        "date" => LineField::Date,
        _ => return None,
    })
}

/// The column by which lines that differ from the header are found.
pub(super) const DIFFERS: &str = "differs";

/// The columns.
pub(super) fn fields() -> Vec<ListField> {
    let of = |id, field, px: u32, kind| ListField::of(id, field, Width::Px(px), kind);
    let grow = |id, field, px| ListField::of(id, field, Width::Grow(px), Kind::Text);
    let (code, text, yes_no) = (Kind::Code, Kind::Text, Kind::YesNo);
    let (two, five) = (Kind::Option { n: 2 }, Kind::Option { n: 5 });
    let money = Kind::Number { decimals: 2 };
    let template = tr(|m| m.segment_pages.template_short);
    let kind = tr(|m| m.setups.type_short);
    let differs = tr_with(|m| m.segment_pages.differs.into());
    let back = Column::new(
        "back",
        tr(|m| m.segment_pages.set_back_short),
        Width::Px(78),
    );
    vec![
        ListField::called("no", tr(|m| m.logbook.contact_no), Width::Px(102), code)
            .phone(PhonePlace::End),
        grow("name", Field::Name, 164).phone(PhonePlace::Title),
        grow("company", Field::Company, 160).hidden(),
        of("city", Field::City, 120, text).hidden(),
        of("phone", Field::Phone, 150, text).hidden(),
        of("mobile", Field::MobilePhone, 150, text).hidden(),
        grow("email", Field::Email, 180).hidden(),
        ListField::called("template", template, Width::Px(112), code).phone(PhonePlace::Detail),
        grow("description", Field::Description, 140).phone(PhonePlace::Line),
        of("language", Field::Language, 88, code).phone(PhonePlace::Detail),
        grow("subject", Field::Subject, 170).hidden(),
        of("salesperson", Field::Salesperson, 104, code).hidden(),
        of("cost", Field::Cost, 84, money)
            .end()
            .phone(PhonePlace::Detail),
        of("duration", Field::Duration, 92, Kind::Duration)
            .end()
            .hidden(),
        ListField::called("type", kind, Width::Px(130), two)
            .options(correspondence_types)
            .hidden(),
        of("flow", Field::InformationFlow, 120, two)
            .options(information_flows)
            .hidden(),
        of("initiated", Field::InitiatedBy, 120, two)
            .options(initiators)
            .hidden(),
        of("campaign", Field::Campaign, 110, code).hidden(),
        of("target", Field::CampaignTarget, 130, yes_no).hidden(),
        of("response", Field::CampaignResponse, 140, yes_no).hidden(),
        of("date", Field::Date, 116, Kind::Date).end().hidden(),
        of("evaluation", Field::Evaluation, 130, five)
            .options(evaluations)
            .hidden(),
        ListField::called(
            "failed",
            tr(|m| m.terms.attempt_failed),
            Width::Px(130),
            yes_no,
        )
        .hidden(),
        ListField::called(DIFFERS, differs, Width::Px(150), yes_no)
            .hidden()
            .own_pill(),
        ListField::plain(back).phone(PhonePlace::Hidden),
    ]
}
