//! One field of a segment's header after the other: what each edit makes of it, and what a template gives.
//! Which lines follow says `header.rs`.

use super::header::SegmentEdit;
use super::languages::{SegmentLanguage, of_template};
use super::{Segment, is_taken};
use crate::domain::campaign::Campaign;
use crate::domain::change::Table;
use crate::domain::code::{SegmentNo, TEXT_MAX, line};
use crate::domain::editable::Editable;
use crate::domain::interaction::CampaignMention;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{LanguageCode, Minutes, Money, language};
use crate::domain::work::Work;

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
