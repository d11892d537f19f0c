//! The header of a segment: its fields, and which lines follow when one changes
//! (`SegmentHeader.Table.al: UpdateSegLinesByFieldNo, CopyFromTemplate`).
//!
//! Lines follow if they have the header's template; lines with a template of their own follow in
//! the template only. What a line gets is written straight into it.

use super::languages::row_of;
use super::line::{SegmentLine, entered_type, lines_of};
use super::question::{Answer, Question, asked, kept};
use super::{Segment, is_taken_or_logged};
use crate::domain::change::Revision;
use crate::domain::contact::Contact;
use crate::domain::editable::{self, Editable};
use crate::domain::id::{CampaignId, SalespersonId, SegmentId, SeriesId, TemplateId};
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::values::{
    CorrespondenceType, InformationFlow, InitiatedBy, LanguageCode, Minutes, Money,
};
use crate::domain::work::Work;
use chrono::NaiveDate;
use std::sync::Arc;

/// A change of one field of the header, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SegmentEdit {
    /// The number. Blank on a new segment: the series gives one.
    No(String),
    /// Takes the next number of this series instead: the setup's, or one related to it.
    Series(SeriesId),
    /// The description.
    Description(String),
    /// The campaign. None takes the header's marks of target and response away too.
    Campaign(Option<CampaignId>),
    /// Who is responsible.
    Salesperson(Option<SalespersonId>),
    /// The date of the interactions.
    Date(Option<NaiveDate>),
    /// The template, with all that it gives.
    Template {
        /// Which, or none.
        template: Option<TemplateId>,
        /// The segment was opened from a campaign: the template's does not take its place.
        keep_campaign: bool,
    },
    /// The language of contacts whose own is not among the languages.
    Language(Option<LanguageCode>),
    /// The subject in that language.
    Subject(String),
    /// How content is delivered.
    CorrespondenceType(Option<CorrespondenceType>),
    /// The contact's own wish does not count; for lines that are entered later.
    IgnoreContactCorrespondenceType(bool),
    /// Cost of one interaction.
    UnitCost(Money),
    /// Duration of one interaction.
    UnitDuration(Minutes),
    /// Which way information goes.
    InformationFlow(Option<InformationFlow>),
    /// Who takes the initiative.
    InitiatedBy(Option<InitiatedBy>),
    /// The contacts are targets of the campaign.
    CampaignTarget(bool),
    /// The interactions are answers to the campaign.
    CampaignResponse(bool),
    /// Adds a language, without content.
    AddLanguage(LanguageCode),
    /// The internal remark on a language.
    LanguageDescription(LanguageCode, String),
    /// The subject in a language.
    LanguageSubject(LanguageCode, String),
    /// Takes a language away.
    RemoveLanguage(LanguageCode),
}

/// Changes one field of the header; with Yes the lines follow that the question counted.
pub(in crate::domain) fn edit(
    work: &mut Work,
    id: SegmentId,
    seen: Revision,
    edit: SegmentEdit,
    answer: Answer,
) -> Result<(), Refusal> {
    let before = editable::seen::<Segment>(work, id, seen)?;
    if let SegmentEdit::Series(chosen) = edit {
        let mut after = Segment::clone(&before);
        let numbering = work.setup().segment_numbering();
        let (no, series) = numbering.assign(work, Some(chosen), is_taken_or_logged)?;
        (after.no, after.no_series) = (no, Some(series));
        work.put(after);
        return Ok(());
    }
    let lines = lines_of(work, id);
    let question = asked(&before, lines.iter().map(|line| &**line), &edit);
    let mut after = Segment::clone(&before);
    if let (Some(Question::AddLanguage { language }), Answer::Yes) = (&question, answer) {
        let add = SegmentEdit::AddLanguage(language.clone());
        after.apply(work, add.clone())?;
        follow_all(work, &before, &after, &add, &lines);
    } else if let Some(Question::AddLanguage { .. }) = question {
        return Ok(());
    }
    if matches!(edit, SegmentEdit::Template { .. })
        && matches!(question, Some(Question::TemplateForAll { .. }))
        && answer == Answer::No
    {
        refuse_lost_content(&before, &lines)?;
    }
    after.apply(work, edit.clone())?;
    if question.is_none() || answer == Answer::Yes {
        let n = follow_all(work, &before, &after, &edit, &lines);
        if question.is_some() {
            work.notice(Notice::LinesFollow(n));
        }
    }
    work.put(after);
    Ok(())
}

/// Lines with the header's content would have content that belongs to nothing.
fn refuse_lost_content(header: &Segment, lines: &[Arc<SegmentLine>]) -> Result<(), Refusal> {
    use super::languages::LineContent::Inherited;
    let inheriting = lines
        .iter()
        .filter(|line| line.content(header) == Inherited);
    match inheriting.count() as u32 {
        0 => Ok(()),
        n => Err(header
            .record_name()
            .refuse(Field::Template, Reason::LinesHaveContent { n })),
    }
}

/// True if an edit gives the header another value.
pub(super) fn changes(header: &Segment, edit: &SegmentEdit) -> bool {
    let differs = |typed: &str, is: &str| kept(typed).is_some_and(|text| text != is);
    match edit {
        SegmentEdit::Description(typed) => differs(typed, &header.description),
        SegmentEdit::Campaign(choice) => *choice != header.campaign.as_ref().map(|m| m.id),
        SegmentEdit::Salesperson(choice) => *choice != header.salesperson,
        SegmentEdit::Date(date) => *date != header.date,
        SegmentEdit::Template { template, .. } => *template != header.template,
        SegmentEdit::Subject(typed) => {
            header.language.is_some() && differs(typed, header.subject())
        }
        SegmentEdit::LanguageSubject(language, typed) => header
            .language_row(language)
            .is_some_and(|row| differs(typed, &row.subject)),
        SegmentEdit::CorrespondenceType(choice) => *choice != header.correspondence_type,
        SegmentEdit::UnitCost(cost) => *cost != header.unit_cost,
        SegmentEdit::UnitDuration(duration) => *duration != header.unit_duration,
        SegmentEdit::InformationFlow(choice) => *choice != header.information_flow,
        SegmentEdit::InitiatedBy(choice) => *choice != header.initiated_by,
        SegmentEdit::CampaignTarget(on) => *on != header.campaign_target,
        SegmentEdit::CampaignResponse(on) => *on != header.campaign_response,
        _ => true,
    }
}

/// True if a line is one of those that follow an edit.
pub(super) fn follows(header: &Segment, edit: &SegmentEdit, line: &SegmentLine) -> bool {
    let same_template = line.template == header.template;
    let has_subject_of = |language: Option<&LanguageCode>| {
        let row = row_of(&header.languages, language);
        same_template
            && line.languages.is_empty()
            && line.language.as_ref() == language
            && row.is_some_and(|row| row.subject == line.subject)
    };
    match edit {
        SegmentEdit::Template { .. } => true,
        SegmentEdit::CorrespondenceType(choice) => {
            choice.is_some() && header.has_content() && same_template
        }
        SegmentEdit::Subject(_) => has_subject_of(header.language.as_ref()),
        SegmentEdit::LanguageSubject(language, _) => has_subject_of(Some(language)),
        edit => super::question::field_of(edit).is_some() && same_template,
    }
}

/// Writes into the lines what they get from an edit, and gives how many followed.
fn follow_all(
    work: &mut Work,
    before: &Segment,
    after: &Segment,
    edit: &SegmentEdit,
    lines: &[Arc<SegmentLine>],
) -> u32 {
    let mut n = 0;
    if !changes(before, edit) {
        return n;
    }
    for line in lines {
        let contact = line.contact.and_then(|id| work.get::<Contact>(id));
        let mut line = SegmentLine::clone(line);
        match edit {
            SegmentEdit::AddLanguage(language) => {
                line.gain_language(after, contact.as_deref(), language);
            }
            SegmentEdit::RemoveLanguage(language) => {
                line.lose_language(before, after, contact.as_deref(), language);
            }
            edit if follows(before, edit, &line) => {
                n += 1;
                line.follow(after, contact.as_deref(), edit);
            }
            _ => continue,
        }
        work.put(line);
    }
    n
}

impl SegmentLine {
    /// Takes over what an edit changed in the header.
    fn follow(&mut self, header: &Segment, contact: Option<&Contact>, edit: &SegmentEdit) {
        match edit {
            SegmentEdit::Description(_) => self.description.clone_from(&header.description),
            SegmentEdit::Campaign(_) => self.campaign.clone_from(&header.campaign),
            SegmentEdit::Salesperson(_) => self.salesperson = header.salesperson,
            SegmentEdit::Date(_) => self.date = header.date,
            SegmentEdit::UnitCost(_) => self.cost = header.unit_cost,
            SegmentEdit::UnitDuration(_) => self.duration = header.unit_duration,
            SegmentEdit::InformationFlow(_) => self.information_flow = header.information_flow,
            SegmentEdit::InitiatedBy(_) => self.initiated_by = header.initiated_by,
            SegmentEdit::CampaignTarget(_) => self.campaign_target = header.campaign_target,
            SegmentEdit::CampaignResponse(_) => {
                self.campaign_response = header.campaign_response;
            }
            SegmentEdit::CorrespondenceType(_) => {
                self.correspondence_type = header.correspondence_type;
            }
            SegmentEdit::Subject(_) | SegmentEdit::LanguageSubject(..) => {
                let row = row_of(&header.languages, self.language.as_ref());
                self.subject = row.map_or_else(String::new, |row| row.subject.clone());
            }
            SegmentEdit::Template { .. } => self.follow_template(header, contact),
            _ => {}
        }
    }

    /// Gets the header's new template. Content of its own stays, with its language. Everything else
    /// that comes from a template stays too: Refresh Lines from Header brings it.
    ///
    /// The language is that of the rule for new lines. (The source product takes the first by its
    /// code where the contact's is missing.) Without a template nothing of one stays.
    fn follow_template(&mut self, header: &Segment, contact: Option<&Contact>) {
        let own = row_of(&self.languages, self.language.as_ref());
        let has_own_content = own.is_some_and(|row| row.attachment.is_some());
        self.template = header.template;
        if !has_own_content || header.template.is_none() {
            self.languages.clear();
            self.take_language_of(header, contact);
        }
    }

    /// The header gets a language: the first is for all lines with its template, each further one
    /// for those whose contact has it.
    fn gain_language(
        &mut self,
        header: &Segment,
        contact: Option<&Contact>,
        language: &LanguageCode,
    ) {
        let is_first = header.languages.len() == 1;
        let wanted = contact.is_some_and(|contact| contact.language.as_ref() == Some(language));
        let follows = self.template == header.template && self.languages.is_empty();
        if follows && (is_first || wanted) {
            self.take_language(header, Some(language.clone()));
        }
    }

    /// The header loses a language: lines that had it take another.
    fn lose_language(
        &mut self,
        before: &Segment,
        after: &Segment,
        contact: Option<&Contact>,
        language: &LanguageCode,
    ) {
        let had_it = self.language.as_ref() == Some(language);
        if had_it && self.template == before.template && self.languages.is_empty() {
            self.take_language_of(after, contact);
        }
    }
}

/// Refresh Lines from Header: the lines with the header's template get what a new line would get of
/// it: group, cost, duration, information flow, initiator, target, response, campaign, language,
/// correspondence type, and the description if the header has one. Salesperson, date and what was
/// noted of the interaction stay.
pub(in crate::domain) fn refresh_lines(
    work: &mut Work,
    id: SegmentId,
    seen: Revision,
) -> Result<(), Refusal> {
    let header = editable::seen::<Segment>(work, id, seen)?;
    let template = header
        .template
        .and_then(|id| work.get::<InteractionTemplate>(id));
    let mut n = 0;
    for line in lines_of(work, id) {
        if line.template != header.template {
            continue;
        }
        let contact = line.contact.and_then(|id| work.get::<Contact>(id));
        let mut line = SegmentLine::clone(&line);
        if !header.description.is_empty() {
            line.description.clone_from(&header.description);
        }
        line.group = header.group;
        line.cost = header.unit_cost;
        line.duration = header.unit_duration;
        line.information_flow = header.information_flow;
        line.initiated_by = header.initiated_by;
        line.campaign.clone_from(&header.campaign);
        line.campaign_target = header.campaign_target;
        line.campaign_response = header.campaign_response;
        line.correspondence_type = entered_type(&header, template.as_deref(), contact.as_deref());
        if line.languages.is_empty() {
            line.take_language_of(&header, contact.as_deref());
        }
        work.put(line);
        n += 1;
    }
    work.notice(Notice::LinesFollow(n));
    Ok(())
}
