//! How a damaged row is told to whoever knows it by its number and name.

use crate::domain::campaign::Campaign;
use crate::domain::change::{Key, Row};
use crate::domain::classification::{Class, Salutation};
use crate::domain::contact::Contact;
use crate::domain::editable::Editable;
use crate::domain::records::Records;
use crate::domain::refusal::RecordName;
use crate::domain::segment::Segment;
use crate::domain::undo::name_of;

/// A row as a user knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// By its number or code.
    pub record: RecordName,
    /// By its name or description; blank where it has none.
    pub called: String,
    /// The record on whose page it stands, for a row without one of its own.
    pub of: Option<RecordName>,
}

impl Records {
    /// How a row is told; none if it is not there.
    pub fn named(&self, key: &Key) -> Option<Named> {
        let row = self.row(key)?;
        let record = match &row {
            Row::SegmentLine(line) => line.record_name_in(self),
            row => name_of(row),
        };
        Some(Named {
            record,
            called: called(&row).to_owned(),
            of: self.owner(&row),
        })
    }

    fn owner(&self, row: &Row) -> Option<RecordName> {
        match row {
            Row::Membership(row) => self.name::<Contact>(row.id.contact),
            Row::SalutationFormula(row) => self.name::<Salutation>(row.salutation),
            Row::SegmentLine(row) => self.name::<Segment>(row.segment),
            Row::CriteriaAction(row) => self.name::<Segment>(row.segment),
            Row::CampaignEntry(row) => self.name::<Campaign>(row.campaign),
            Row::ErasedContact(row) => self.name::<Contact>(row.id),
            _ => None,
        }
    }

    fn name<R: Editable>(&self, id: R::Id) -> Option<RecordName> {
        self.get::<R>(id).map(|row| row.record_name())
    }
}

fn called(row: &Row) -> &str {
    match row {
        Row::Contact(row) => &row.name,
        Row::Salesperson(row) => &row.name,
        Row::NumberSeries(row) => &row.description,
        Row::MailingGroup(row) => row.description(),
        Row::IndustryGroup(row) => row.description(),
        Row::BusinessRelation(row) => row.description(),
        Row::JobResponsibility(row) => row.description(),
        Row::OrganizationalLevel(row) => row.description(),
        Row::Salutation(row) => row.description(),
        Row::SalutationFormula(row) => &row.text,
        Row::CampaignStatus(row) => &row.description,
        Row::Campaign(row) => &row.description,
        Row::InteractionGroup(row) => &row.description,
        Row::InteractionTemplate(row) => &row.description,
        Row::Segment(row) => &row.description,
        Row::SegmentLine(row) => &row.description,
        Row::SavedCriteria(row) => &row.description,
        Row::LoggedSegment(row) => &row.description,
        Row::CampaignEntry(row) => &row.description,
        Row::LogEntry(row) => &row.description,
        Row::Setup(_)
        | Row::Counters(_)
        | Row::ErasedContact(_)
        | Row::Membership(_)
        | Row::CriteriaAction(_) => "",
    }
}
