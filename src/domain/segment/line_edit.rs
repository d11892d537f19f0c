//! Editing lines: one field of one line, or of many at once; back to the header's value; and what
//! differs from the header.

use super::Segment;
use super::line::{SegmentLine, entered};
use crate::domain::campaign::Campaign;
use crate::domain::change::{Key, Revision, Table};
use crate::domain::code::{TEXT_MAX, line as text_line};
use crate::domain::contact::Contact;
use crate::domain::editable::Editable;
use crate::domain::id::{CampaignId, SalespersonId, SegmentLineId, TemplateId};
use crate::domain::interaction::CampaignMention;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{
    CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, LanguageCode, Minutes, Money,
    language,
};
use crate::domain::work::{Read, Work};
use chrono::{NaiveDate, NaiveTime};
use std::sync::Arc;

/// A change of one field of a line, as typed or chosen. The contact is changed by a command of its
/// own: that counts as a criteria action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineEdit {
    /// What it is about.
    Description(String),
    /// The template, with all that it gives; the line needs a contact.
    Template(Option<TemplateId>),
    /// Who carries it out.
    Salesperson(Option<SalespersonId>),
    /// How content is delivered.
    CorrespondenceType(Option<CorrespondenceType>),
    /// The language, with its subject and content; the line needs a template.
    Language(Option<LanguageCode>),
    /// The subject.
    Subject(String),
    /// Cost.
    Cost(Money),
    /// Duration.
    Duration(Minutes),
    /// Which way information goes.
    InformationFlow(Option<InformationFlow>),
    /// Who takes the initiative.
    InitiatedBy(Option<InitiatedBy>),
    /// The campaign.
    Campaign(Option<CampaignId>),
    /// The contact is a target of the campaign.
    CampaignTarget(bool),
    /// The interaction is an answer to the campaign.
    CampaignResponse(bool),
    /// When.
    Date(Option<NaiveDate>),
    /// Time of day.
    Time(Option<NaiveTime>),
    /// How it went.
    Evaluation(Option<Evaluation>),
    /// The contact was not reached.
    AttemptFailed(bool),
    /// Back to what the header gives.
    FromHeader(LineField),
}

/// A field that a line gets from the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the fields")]
pub enum LineField {
    Description,
    Template,
    Salesperson,
    CorrespondenceType,
    Language,
    Subject,
    Cost,
    Duration,
    InformationFlow,
    InitiatedBy,
    Campaign,
    CampaignTarget,
    CampaignResponse,
    Date,
}

impl LineField {
    /// All of them, in the order in which they stand on the line.
    pub const ALL: &'static [Self] = &[
        Self::Description,
        Self::Template,
        Self::Salesperson,
        Self::CorrespondenceType,
        Self::Language,
        Self::Subject,
        Self::Cost,
        Self::Duration,
        Self::InformationFlow,
        Self::InitiatedBy,
        Self::Campaign,
        Self::CampaignTarget,
        Self::CampaignResponse,
        Self::Date,
    ];

    /// The field by its common name.
    pub fn field(self) -> Field {
        match self {
            Self::Description => Field::Description,
            Self::Template => Field::Template,
            Self::Salesperson => Field::Salesperson,
            Self::CorrespondenceType => Field::CorrespondenceType,
            Self::Language => Field::Language,
            Self::Subject => Field::Subject,
            Self::Cost => Field::Cost,
            Self::Duration => Field::Duration,
            Self::InformationFlow => Field::InformationFlow,
            Self::InitiatedBy => Field::InitiatedBy,
            Self::Campaign => Field::Campaign,
            Self::CampaignTarget => Field::CampaignTarget,
            Self::CampaignResponse => Field::CampaignResponse,
            Self::Date => Field::Date,
        }
    }

    fn differs(self, line: &SegmentLine, other: &SegmentLine) -> bool {
        match self {
            Self::Description => line.description != other.description,
            Self::Template => line.template != other.template,
            Self::Salesperson => line.salesperson != other.salesperson,
            Self::CorrespondenceType => line.correspondence_type != other.correspondence_type,
            Self::Language => line.language != other.language,
            Self::Subject => line.subject != other.subject,
            Self::Cost => line.cost != other.cost,
            Self::Duration => line.duration != other.duration,
            Self::InformationFlow => line.information_flow != other.information_flow,
            Self::InitiatedBy => line.initiated_by != other.initiated_by,
            Self::Campaign => line.campaign != other.campaign,
            Self::CampaignTarget => line.campaign_target != other.campaign_target,
            Self::CampaignResponse => line.campaign_response != other.campaign_response,
            Self::Date => line.date != other.date,
        }
    }
}

/// The fields in which a line differs from what its header gives: those that a list marks.
pub fn differing(rows: &impl Read, header: &Segment, line: &SegmentLine) -> Vec<LineField> {
    let contact = line.contact.and_then(|id| rows.read::<Contact>(id));
    let given = entered(rows, header, contact.as_deref(), line.id, line.line_no);
    let differs = |field: &LineField| field.differs(line, &given);
    LineField::ALL.iter().copied().filter(differs).collect()
}

/// Changes one field of lines: all or none. Lines gone are passed over unless all are.
///
/// Errors: [`Reason::Gone`], [`Reason::ChangedMeanwhile`], and those of the field, on the first
/// line that refuses.
pub(in crate::domain) fn edit_all(
    work: &mut Work,
    ids: &[SegmentLineId],
    seen: Revision,
    edit: &LineEdit,
) -> Result<(), Refusal> {
    let rows = ids.iter().filter_map(|id| work.get::<SegmentLine>(*id));
    let lines: Vec<Arc<SegmentLine>> = rows.collect();
    if lines.is_empty() && !ids.is_empty() {
        return Err(RecordName::unnamed(Table::SegmentLine).refuse_all(Reason::Gone));
    }
    for line in lines {
        let name = line.record_name_in(work);
        if work.changed_after(Key::SegmentLine(line.id), seen) {
            return Err(name.refuse_all(Reason::ChangedMeanwhile));
        }
        let mut line = SegmentLine::clone(&line);
        line.apply(work, edit.clone())?;
        work.put(line);
    }
    Ok(())
}

impl Editable for SegmentLine {
    type Edit = LineEdit;

    /// By its number alone; [`SegmentLine::record_name_in`] says whose it is.
    fn record_name(&self) -> RecordName {
        RecordName::new(Table::SegmentLine, self.line_no)
    }

    fn apply(&mut self, work: &Work, edit: LineEdit) -> Result<(), Refusal> {
        let name = &self.record_name_in(work);
        let refuse = |field| move |reason| name.refuse(field, reason);
        let header = work.get::<Segment>(self.segment);
        let header = header.ok_or_else(|| name.refuse_all(Reason::Gone))?;
        match edit {
            LineEdit::Description(typed) => {
                self.description =
                    text_line(&typed, TEXT_MAX).map_err(refuse(Field::Description))?;
            }
            LineEdit::Template(choice) => self.choose_template(work, &header, choice, name)?,
            LineEdit::Salesperson(choice) => {
                self.salesperson = Salesperson::available(work, choice, name)?;
            }
            LineEdit::CorrespondenceType(choice) => self.correspondence_type = choice,
            LineEdit::Language(choice) => {
                if self.template.is_none() && choice.is_some() {
                    return Err(name.refuse(Field::Language, Reason::TemplateFirst));
                }
                let choice = choice.map(language).transpose();
                self.take_language(&header, choice.map_err(refuse(Field::Language))?);
            }
            LineEdit::Subject(typed) => {
                self.subject = text_line(&typed, TEXT_MAX).map_err(refuse(Field::Subject))?;
            }
            LineEdit::Cost(cost) => self.cost = cost.checked().map_err(refuse(Field::Cost))?,
            LineEdit::Duration(duration) => {
                self.duration = duration.checked().map_err(refuse(Field::Duration))?;
            }
            LineEdit::InformationFlow(choice) => self.information_flow = choice,
            LineEdit::InitiatedBy(choice) => self.initiated_by = choice,
            LineEdit::Campaign(choice) => {
                let campaign = choice
                    .map(|id| work.find::<Campaign>(id, name, Field::Campaign))
                    .transpose()?;
                self.campaign = campaign.map(|row| CampaignMention::campaign(&row));
            }
            LineEdit::CampaignTarget(on) => self.campaign_target = on,
            LineEdit::CampaignResponse(on) => self.campaign_response = on,
            LineEdit::Date(date) => self.date = date,
            LineEdit::Time(time) => self.time = time,
            LineEdit::Evaluation(choice) => self.evaluation = choice,
            LineEdit::AttemptFailed(failed) => self.attempt_failed = failed,
            LineEdit::FromHeader(field) => self.take_back(work, &header, field, name)?,
        }
        Ok(())
    }
}

impl SegmentLine {
    fn choose_template(
        &mut self,
        work: &Work,
        header: &Segment,
        choice: Option<TemplateId>,
        name: &RecordName,
    ) -> Result<(), Refusal> {
        if choice == self.template {
            return Ok(());
        }
        let contact = self.contact.and_then(|id| work.get::<Contact>(id));
        let contact = contact.ok_or_else(|| name.refuse(Field::Template, Reason::ContactFirst))?;
        let template = choice
            .map(|id| work.find::<InteractionTemplate>(id, name, Field::Template))
            .transpose()?;
        self.personalise(work, header, &contact, template.as_deref());
        Ok(())
    }

    /// Sets one field back to what the header gives. The template brings everything along that
    /// comes from it.
    fn take_back(
        &mut self,
        work: &Work,
        header: &Segment,
        field: LineField,
        name: &RecordName,
    ) -> Result<(), Refusal> {
        let contact = self.contact.and_then(|id| work.get::<Contact>(id));
        let given = entered(work, header, contact.as_deref(), self.id, self.line_no);
        match field {
            LineField::Description => self.description = given.description,
            LineField::Template => self.choose_template(work, header, header.template, name)?,
            LineField::Salesperson => self.salesperson = given.salesperson,
            LineField::CorrespondenceType => {
                self.correspondence_type = given.correspondence_type;
            }
            LineField::Language => self.take_language(header, given.language),
            LineField::Subject => self.subject = given.subject,
            LineField::Cost => self.cost = given.cost,
            LineField::Duration => self.duration = given.duration,
            LineField::InformationFlow => self.information_flow = given.information_flow,
            LineField::InitiatedBy => self.initiated_by = given.initiated_by,
            LineField::Campaign => self.campaign = given.campaign,
            LineField::CampaignTarget => self.campaign_target = given.campaign_target,
            LineField::CampaignResponse => self.campaign_response = given.campaign_response,
            LineField::Date => self.date = given.date,
        }
        Ok(())
    }
}
