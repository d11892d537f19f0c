//! A line of a segment: one contact and the interaction that it will get.

use super::Segment;
use super::languages::{SegmentLanguage, language_for, of_template};
use crate::domain::campaign::Campaign;
use crate::domain::change::Table;
use crate::domain::contact::Contact;
use crate::domain::id::{
    AttachmentId, ContactId, GroupId, SalespersonId, SegmentId, SegmentLineId, TemplateId,
};
use crate::domain::interaction::CampaignMention;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::records::Records;
use crate::domain::refusal::RecordName;
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{
    CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, LanguageCode, Minutes, Money,
};
use crate::domain::work::{Read, Work};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// From line number to line number.
const STEP: u32 = 10_000;

/// A line of a segment (`SegmentLine.Table.al`). Its contact's company is the contact's: it cannot
/// change while the contact stands here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentLine {
    /// Identity; the log entry that the line becomes has the same UUID.
    pub id: SegmentLineId,
    /// The segment.
    pub segment: SegmentId,
    /// Its place: unique in the segment, in steps of 10,000.
    pub line_no: u32,
    /// The contact; a line without one is left out when the segment is logged.
    pub contact: Option<ContactId>,
    /// What it is about, at most 100 characters.
    pub description: String,
    /// The template.
    pub template: Option<TemplateId>,
    /// The template's group.
    pub group: Option<GroupId>,
    /// Who carries it out.
    pub salesperson: Option<SalespersonId>,
    /// How content is delivered; blank: it is not.
    pub correspondence_type: Option<CorrespondenceType>,
    /// The language of the content.
    pub language: Option<LanguageCode>,
    /// The subject of what is sent.
    pub subject: String,
    /// The content.
    pub attachment: Option<AttachmentId>,
    /// Languages of its own, in order of their codes: of a template that is not the header's.
    pub languages: Vec<SegmentLanguage>,
    /// Cost.
    pub cost: Money,
    /// Duration.
    pub duration: Minutes,
    /// Which way information goes.
    pub information_flow: Option<InformationFlow>,
    /// Who takes the initiative.
    pub initiated_by: Option<InitiatedBy>,
    /// The campaign; its number stays when the campaign is deleted.
    pub campaign: Option<CampaignMention>,
    /// The contact is a target of the campaign.
    pub campaign_target: bool,
    /// The interaction is an answer to the campaign.
    pub campaign_response: bool,
    /// When.
    pub date: Option<NaiveDate>,
    /// Time of day; blank unless typed.
    pub time: Option<NaiveTime>,
    /// How it went.
    pub evaluation: Option<Evaluation>,
    /// The contact was not reached.
    pub attempt_failed: bool,
}

impl SegmentLine {
    /// How a refusal names the line: by segment, line number and contact.
    pub fn record_name_in(&self, rows: &impl Read) -> RecordName {
        let segment = rows.read::<Segment>(self.segment);
        let segment = segment.map_or_else(String::new, |segment| segment.no.to_string());
        let contact = self.contact.and_then(|id| rows.read::<Contact>(id));
        let contact = contact.map_or_else(String::new, |contact| format!(" ({})", contact.no));
        let label = format!("{segment} / {}{contact}", self.line_no);
        RecordName::new(Table::SegmentLine, label)
    }
}

/// The line as entering the contact makes it: all from the header, then what depends on the
/// contact (`SegmentLine.Table.al: InitLine, "Contact No." OnValidate`).
pub(super) fn entered(
    rows: &impl Read,
    header: &Segment,
    contact: Option<&Contact>,
    id: SegmentLineId,
    line_no: u32,
) -> SegmentLine {
    let template = header
        .template
        .and_then(|id| rows.read::<InteractionTemplate>(id));
    let of_contact = contact
        .and_then(|contact| contact.salesperson)
        .filter(|id| {
            let row = rows.read::<Salesperson>(*id);
            row.is_some_and(|row| row.is_available())
        });
    let mut line = SegmentLine {
        id,
        segment: header.id,
        line_no,
        contact: contact.map(|contact| contact.id),
        description: header.description.clone(),
        template: header.template,
        group: header.group,
        salesperson: header.salesperson.or(of_contact),
        correspondence_type: entered_type(header, template.as_deref(), contact),
        language: None,
        subject: String::new(),
        attachment: None,
        languages: Vec::new(),
        cost: header.unit_cost,
        duration: header.unit_duration,
        information_flow: header.information_flow,
        initiated_by: header.initiated_by,
        campaign: header.campaign.clone(),
        campaign_target: header.campaign_target,
        campaign_response: header.campaign_response,
        date: header.date,
        time: None,
        evaluation: None,
        attempt_failed: false,
    };
    line.take_language_of(header, contact);
    line
}

/// The correspondence type on entering the contact: the header's if it overrules the contact; else
/// the template's if that does, or if the contact has no wish; else the contact's wish.
pub(super) fn entered_type(
    header: &Segment,
    template: Option<&InteractionTemplate>,
    contact: Option<&Contact>,
) -> Option<CorrespondenceType> {
    let wish = contact.and_then(|contact| contact.correspondence_type);
    if header.ignore_contact_correspondence_type && header.correspondence_type.is_some() {
        return header.correspondence_type;
    }
    match template {
        Some(template) if template.ignore_contact_correspondence_type || wish.is_none() => {
            template.correspondence_type
        }
        _ => wish,
    }
}

/// The correspondence type on giving the line a template of its own (`SetCorrespondenceType`).
fn chosen_type(
    header: &Segment,
    template: &InteractionTemplate,
    contact: &Contact,
) -> Option<CorrespondenceType> {
    if header.ignore_contact_correspondence_type && header.correspondence_type.is_some() {
        header.correspondence_type
    } else if template.ignore_contact_correspondence_type {
        template.correspondence_type
    } else {
        contact.correspondence_type.or(template.correspondence_type)
    }
}

impl SegmentLine {
    /// Personalises the line: takes everything that comes from a template from this one. With the
    /// header's template the line has the header's content again; with another one it has its own.
    /// A description that is there stays.
    pub(super) fn personalise(
        &mut self,
        rows: &impl Read,
        header: &Segment,
        contact: &Contact,
        template: Option<&InteractionTemplate>,
    ) {
        self.template = template.map(|template| template.id);
        self.group = None;
        self.languages.clear();
        self.cost = Money::default();
        self.duration = Minutes::default();
        self.information_flow = None;
        self.initiated_by = None;
        self.campaign_target = false;
        self.campaign_response = false;
        self.correspondence_type = None;
        let Some(template) = template else {
            self.take_language(header, None);
            return;
        };
        if self.template == header.template {
            self.take_language_of(header, Some(contact));
        } else {
            self.languages = of_template(template);
            let first = self.languages.first().map(|row| &row.language);
            let default = template.default_language.as_ref().or(first);
            let language = language_for(&self.languages, Some(contact), default);
            self.take_language(header, language);
        }
        self.group = template.group;
        self.cost = template.unit_cost;
        self.duration = template.unit_duration;
        self.information_flow = template.information_flow;
        self.initiated_by = template.initiated_by;
        self.campaign_target = template.campaign_target;
        self.campaign_response = template.campaign_response;
        self.correspondence_type = chosen_type(header, template, contact);
        let of_template = || {
            let campaign = rows.read::<Campaign>(template.campaign?)?;
            Some(CampaignMention::campaign(&campaign))
        };
        self.campaign = header.campaign.clone().or_else(of_template);
        if self.description.is_empty() {
            self.description.clone_from(&template.description);
        }
    }
}

/// The lines of a segment as they are now, in order of their line numbers.
pub(in crate::domain) fn lines_of(work: &Work, segment: SegmentId) -> Vec<Arc<SegmentLine>> {
    let mut lines = work.linked(
        |rows| Box::new(rows.segments().lines(segment)),
        |line: &SegmentLine| line.segment == segment,
    );
    lines.sort_unstable_by_key(|line| (line.line_no, line.id));
    lines
}

/// The line number after the last one of a segment.
pub(super) fn next_line_no(work: &Work, segment: SegmentId) -> u32 {
    let last = |rows: &Records| {
        let lines = rows.segments().lines(segment).rev();
        let lines = lines.filter_map(|id| work.get::<SegmentLine>(id));
        lines.map(|line| line.line_no).next()
    };
    let standing = last(work.records());
    let written = work.ask_written(last).flatten();
    standing.max(written).unwrap_or(0) + STEP
}

/// The line number so many lines further on.
pub(super) fn further(line_no: u32, n: u32) -> u32 {
    line_no + n * STEP
}

/// The segments in which a contact stands now, not logged yet.
pub(in crate::domain) fn segments_of(work: &Work, contact: ContactId) -> BTreeSet<SegmentId> {
    let lines = work.linked(
        |rows| Box::new(rows.segments().lines_with(contact)),
        |line: &SegmentLine| line.contact == Some(contact),
    );
    lines.iter().map(|line| line.segment).collect()
}
