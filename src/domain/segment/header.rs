//! The header of a segment: its fields, and which lines follow when one changes
//! (`SegmentHeader.Table.al: UpdateSegLinesByFieldNo, CopyFromTemplate`).
//!
//! Lines follow if they have the header's template; lines with a template of their own follow in
//! the template only. What a line gets is written straight into it.

use super::languages::{SegmentLanguage, of_template, row_of};
use super::line::{SegmentLine, entered_type, lines_of};
use super::question::{Answer, Question, asked, kept};
use super::{Segment, is_taken, is_taken_or_logged};
use crate::domain::campaign::Campaign;
use crate::domain::change::{Revision, Table};
use crate::domain::code::{SegmentNo, TEXT_MAX, line};
use crate::domain::contact::Contact;
use crate::domain::editable::{self, Editable};
use crate::domain::id::{CampaignId, SalespersonId, SegmentId, SeriesId, TemplateId};
use crate::domain::interaction::CampaignMention;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{
    CorrespondenceType, InformationFlow, InitiatedBy, LanguageCode, Minutes, Money, language,
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

impl Editable for Segment {
    type Edit = SegmentEdit;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::Segment, &self.no)
    }

    fn apply(&mut self, work: &Work, edit: SegmentEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        let refuse = |field| move |reason| name.refuse(field, reason);
        let name = self.record_name();
        match edit {
            SegmentEdit::No(typed) => {
                let no = SegmentNo::new(&typed).map_err(refuse(Field::No))?;
                if no != self.no {
                    let numbering = work.setup().segment_numbering();
                    numbering.accept_typed(work, &name, &no, is_taken)?;
                    (self.no, self.no_series) = (no, None);
                }
            }
            // Takes a number, and so writes elsewhere: done in `create` and `edit`.
            SegmentEdit::Series(_) => {}
            SegmentEdit::Description(typed) => {
                self.description = line(&typed, TEXT_MAX).map_err(refuse(Field::Description))?;
            }
            SegmentEdit::Campaign(None) => {
                self.campaign = None;
                (self.campaign_target, self.campaign_response) = (false, false);
            }
            SegmentEdit::Campaign(Some(id)) => {
                if self
                    .campaign
                    .as_ref()
                    .is_none_or(|mention| mention.id != id)
                {
                    let campaign = work.find::<Campaign>(id, &name, Field::Campaign)?;
                    self.campaign = Some(CampaignMention::campaign(&campaign));
                }
            }
            SegmentEdit::Salesperson(choice) => {
                self.salesperson = Salesperson::available(work, choice, &name)?;
            }
            SegmentEdit::Date(date) => self.date = date,
            SegmentEdit::Template {
                template,
                keep_campaign,
            } if template != self.template => {
                let row = template
                    .map(|id| work.find::<InteractionTemplate>(id, &name, Field::Template))
                    .transpose()?;
                self.take_template(work, row.as_deref(), keep_campaign);
            }
            SegmentEdit::Template { .. } => {}
            SegmentEdit::Language(None) => self.language = None,
            SegmentEdit::Language(Some(code)) => {
                if self.language_row(&code).is_none() {
                    let reason = Reason::TemplateHasNoLanguage;
                    return Err(name.refuse(Field::Language, reason));
                }
                self.language = Some(code);
            }
            SegmentEdit::Subject(typed) => {
                let language = self.language.clone();
                let language =
                    language.ok_or_else(|| name.refuse(Field::Subject, Reason::LanguageFirst))?;
                let subject = line(&typed, TEXT_MAX).map_err(refuse(Field::Subject))?;
                self.row_mut(&language)?.subject = subject;
            }
            SegmentEdit::CorrespondenceType(choice) => self.correspondence_type = choice,
            SegmentEdit::IgnoreContactCorrespondenceType(on) => {
                self.ignore_contact_correspondence_type = on;
            }
            SegmentEdit::UnitCost(cost) => {
                self.unit_cost = cost.checked().map_err(refuse(Field::UnitCost))?;
            }
            SegmentEdit::UnitDuration(duration) => {
                self.unit_duration = duration.checked().map_err(refuse(Field::UnitDuration))?;
            }
            SegmentEdit::InformationFlow(choice) => self.information_flow = choice,
            SegmentEdit::InitiatedBy(choice) => self.initiated_by = choice,
            SegmentEdit::CampaignTarget(on) => self.campaign_target = on,
            SegmentEdit::CampaignResponse(on) => self.campaign_response = on,
            SegmentEdit::AddLanguage(code) => self.add_language(code)?,
            SegmentEdit::LanguageDescription(code, typed) => {
                let text = line(&typed, TEXT_MAX).map_err(refuse(Field::Description))?;
                self.row_mut(&code)?.description = text;
            }
            SegmentEdit::LanguageSubject(code, typed) => {
                let text = line(&typed, TEXT_MAX).map_err(refuse(Field::Subject))?;
                self.row_mut(&code)?.subject = text;
            }
            SegmentEdit::RemoveLanguage(code) => {
                self.languages.retain(|row| row.language != code);
                if self.language == Some(code) {
                    // Moves to another row, if there is one.
                    self.language = self.languages.first().map(|row| row.language.clone());
                }
            }
        }
        Ok(())
    }
}

impl Segment {
    /// Copies what a template gives; none clears it. The languages are copies: later changes of the
    /// template do not reach the segment.
    fn take_template(
        &mut self,
        work: &Work,
        template: Option<&InteractionTemplate>,
        keep_campaign: bool,
    ) {
        let Some(template) = template else {
            *self = Self {
                template: None,
                group: None,
                language: None,
                languages: Vec::new(),
                correspondence_type: None,
                ignore_contact_correspondence_type: false,
                unit_cost: Money::default(),
                unit_duration: Minutes::default(),
                information_flow: None,
                initiated_by: None,
                campaign_target: false,
                campaign_response: false,
                campaign: self.campaign.take().filter(|_| keep_campaign),
                ..self.clone()
            };
            return;
        };
        self.template = Some(template.id);
        self.group = template.group;
        self.language.clone_from(&template.default_language);
        self.languages = of_template(template);
        self.correspondence_type = template.correspondence_type;
        self.ignore_contact_correspondence_type = template.ignore_contact_correspondence_type;
        self.unit_cost = template.unit_cost;
        self.unit_duration = template.unit_duration;
        self.information_flow = template.information_flow;
        self.initiated_by = template.initiated_by;
        self.campaign_target = template.campaign_target;
        self.campaign_response = template.campaign_response;
        let campaign = template.campaign.and_then(|id| work.get::<Campaign>(id));
        if let (Some(campaign), false) = (campaign, keep_campaign) {
            self.campaign = Some(CampaignMention::campaign(&campaign));
        }
    }

    /// Adds a language without content; the first becomes the default if there is none.
    fn add_language(&mut self, code: LanguageCode) -> Result<(), Refusal> {
        let refuse = |reason| self.record_name().refuse(Field::Language, reason);
        if self.language_row(&code).is_some() {
            return Err(refuse(Reason::AlreadyUsed));
        }
        let language = language(code).map_err(refuse)?;
        if self.languages.is_empty() && self.language.is_none() {
            self.language = Some(language.clone());
        }
        self.languages.push(SegmentLanguage {
            language,
            description: String::new(),
            subject: String::new(),
            attachment: None,
        });
        self.languages.sort_by(|a, b| a.language.cmp(&b.language));
        Ok(())
    }

    fn row_mut(&mut self, language: &LanguageCode) -> Result<&mut SegmentLanguage, Refusal> {
        let missing = self
            .record_name()
            .refuse(Field::Language, Reason::TemplateHasNoLanguage);
        let mut rows = self.languages.iter_mut();
        rows.find(|row| row.language == *language).ok_or(missing)
    }
}
