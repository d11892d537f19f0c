//! The form being filled in: what a template fills, what a change recomputes. `open.rs` has where
//! it opens from.
//!
//! In the source product this is a temporary segment line (`SegmentLine.Table.al`). Here it is a
//! plain value: the page shows it and sends it edits, drafts keep it, `finish.rs` writes it.

pub use super::open::{Opener, open, resume};
use super::{COMMENT_MAX, Comment, LogEntry};
use crate::domain::campaign::Campaign;
use crate::domain::change::{Revision, Table};
use crate::domain::code::{TEXT_MAX, line};
use crate::domain::contact::Contact;
use crate::domain::id::{
    AttachmentId, CampaignId, ContactId, LogEntryId, SalespersonId, TemplateId,
};
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::records::Records;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{
    CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, LanguageCode, Minutes, Money,
};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// An interaction while it is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InteractionForm {
    /// The id of the entry it will become, or is: a form sent twice is one entry.
    pub entry: LogEntryId,
    /// Set when it resumes a postponed entry: the revision at which the form saw it.
    pub resumes: Option<Revision>,
    /// The contact came with the opener and cannot be changed.
    pub contact_locked: bool,
    /// The salesperson came with the opener and cannot be changed.
    pub salesperson_locked: bool,
    /// With whom.
    pub contact: Option<ContactId>,
    /// What kind of interaction.
    pub template: Option<TemplateId>,
    /// What it was about, as typed.
    pub description: String,
    /// Who carries it out.
    pub salesperson: Option<SalespersonId>,
    /// The language of the content.
    pub language: Option<LanguageCode>,
    /// The content, by template and language.
    pub attachment: Option<AttachmentId>,
    /// How the content is delivered.
    pub correspondence_type: Option<CorrespondenceType>,
    /// When; the work date is proposed.
    pub date: Option<NaiveDate>,
    /// Time of day; now is proposed.
    pub time: Option<NaiveTime>,
    /// The user has set the date.
    pub date_is_set: bool,
    /// The user has set the time.
    pub time_is_set: bool,
    /// Which way information went.
    pub information_flow: Option<InformationFlow>,
    /// Who took the initiative.
    pub initiated_by: Option<InitiatedBy>,
    /// How it went.
    pub evaluation: Option<Evaluation>,
    /// The contact was reached.
    pub successful: bool,
    /// Cost.
    pub cost: Money,
    /// Duration.
    pub duration: Minutes,
    /// Comments, in order.
    pub comments: Vec<Comment>,
    /// The campaign it belongs to.
    #[serde(default)]
    pub campaign: Option<CampaignId>,
    /// The campaign came with the opener and cannot be changed.
    #[serde(default)]
    pub campaign_locked: bool,
    /// The contact is a target of the campaign.
    #[serde(default)]
    pub campaign_target: bool,
    /// It is an answer to the campaign.
    #[serde(default)]
    pub campaign_response: bool,
}

/// A change of the form, as the user makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormEdit {
    /// Chooses a contact, or none.
    Contact(Option<ContactId>),
    /// Types part of a contact's name: the first contact by number whose name has it, in any
    /// case; none leaves the contact blank.
    ContactName(String),
    /// Chooses a template, or none.
    Template(Option<TemplateId>),
    /// Describes the interaction.
    Description(String),
    /// Chooses who carries it out.
    Salesperson(Option<SalespersonId>),
    /// Chooses the language of the content.
    Language(Option<LanguageCode>),
    /// Chooses how content is delivered; none logs without sending.
    CorrespondenceType(Option<CorrespondenceType>),
    /// Sets the date.
    Date(Option<NaiveDate>),
    /// Sets the time.
    Time(Option<NaiveTime>),
    /// Sets which way information went.
    InformationFlow(Option<InformationFlow>),
    /// Sets who took the initiative.
    InitiatedBy(Option<InitiatedBy>),
    /// Judges how it went.
    Evaluation(Option<Evaluation>),
    /// Sets whether the contact was reached.
    Successful(bool),
    /// Sets the cost.
    Cost(Money),
    /// Sets the duration.
    Duration(Minutes),
    /// Replaces the comments.
    Comments(Vec<Comment>),
    /// Chooses the campaign it belongs to, or none.
    Campaign(Option<CampaignId>),
    /// Sets whether the contact is a target of the campaign.
    CampaignTarget(bool),
    /// Sets whether it is an answer to the campaign.
    CampaignResponse(bool),
}

impl InteractionForm {
    /// How a refusal names the interaction: by its entry number once it has one.
    pub fn record_name(&self, records: &Records) -> RecordName {
        match records.get::<LogEntry>(self.entry) {
            Some(entry) => RecordName::new(Table::LogEntry, entry.no),
            None => RecordName::unnamed(Table::LogEntry),
        }
    }

    /// The contact came with the opener and is still there. (One deleted meanwhile can be
    /// replaced: what was typed need not be lost.)
    pub fn is_contact_locked(&self, records: &Records) -> bool {
        let contact = self.contact.and_then(|id| records.get::<Contact>(id));
        self.contact_locked && contact.is_some()
    }

    /// As [`InteractionForm::is_contact_locked`], for the salesperson.
    pub fn is_salesperson_locked(&self, records: &Records) -> bool {
        let salesperson = self
            .salesperson
            .and_then(|id| records.get::<Salesperson>(id));
        self.salesperson_locked && salesperson.is_some()
    }

    /// As [`InteractionForm::is_contact_locked`], for the campaign.
    pub fn is_campaign_locked(&self, records: &Records) -> bool {
        let campaign = self.campaign.and_then(|id| records.get::<Campaign>(id));
        self.campaign_locked && campaign.is_some()
    }

    /// Goes on as a new interaction, under this id: for a form whose entry was finished or deleted
    /// elsewhere. What was filled in stays; nothing is locked any more.
    pub fn go_on_as_new(&mut self, entry: LogEntryId) {
        self.entry = entry;
        self.resumes = None;
        self.contact_locked = false;
        self.salesperson_locked = false;
        self.campaign_locked = false;
    }

    /// What is wrong with a text as it stands: beyond its limit. Texts are kept as they are typed,
    /// also in the draft; OK and Postpone refuse them.
    pub fn problem(&self, records: &Records, field: Field) -> Option<Refusal> {
        let reason = match field {
            Field::Description => line(&self.description, TEXT_MAX).err(),
            Field::Comment => self
                .comments
                .iter()
                .find_map(|comment| line(&comment.text, COMMENT_MAX).err()),
            _ => None,
        };
        Some(self.record_name(records).refuse(field, reason?))
    }

    /// Makes one change, with all that follows from it. Choosing what is chosen changes nothing.
    ///
    /// Errors name the field and leave the form as it was.
    pub fn edit(&mut self, records: &Records, edit: FormEdit) -> Result<(), Refusal> {
        let name = self.record_name(records);
        let refuse = |field, reason| Err(name.refuse(field, reason));
        match edit {
            FormEdit::Contact(_) | FormEdit::ContactName(_) if self.is_contact_locked(records) => {
                return refuse(Field::Contact, Reason::Locked);
            }
            FormEdit::Contact(contact) => self.choose_contact(records, &name, contact)?,
            FormEdit::ContactName(typed) => {
                let found = contact_by_name(records, &typed).map(|contact| contact.id);
                self.choose_contact(records, &name, found)?;
            }
            FormEdit::Template(template) => self.choose_template(records, &name, template)?,
            FormEdit::Description(typed) => self.description = typed,
            FormEdit::Salesperson(_) if self.is_salesperson_locked(records) => {
                return refuse(Field::Salesperson, Reason::Locked);
            }
            FormEdit::Salesperson(salesperson) => match salesperson {
                Some(id) if records.get::<Salesperson>(id).is_none() => {
                    return refuse(Field::Salesperson, Reason::NotFound);
                }
                Some(id) if selectable(records, Some(id)).is_none() => {
                    return refuse(Field::Salesperson, Reason::SalespersonBlocked);
                }
                choice => (self.salesperson, self.salesperson_locked) = (choice, false),
            },
            FormEdit::Language(language) => self.choose_language(records, &name, language)?,
            FormEdit::CorrespondenceType(choice) => self.correspondence_type = choice,
            FormEdit::Date(date) => (self.date, self.date_is_set) = (date, true),
            FormEdit::Time(time) => (self.time, self.time_is_set) = (time, true),
            FormEdit::InformationFlow(choice) => self.information_flow = choice,
            FormEdit::InitiatedBy(choice) => self.initiated_by = choice,
            FormEdit::Evaluation(choice) => self.evaluation = choice,
            FormEdit::Successful(choice) => self.successful = choice,
            FormEdit::Cost(cost) => {
                self.cost = cost
                    .checked()
                    .map_err(|why| name.refuse(Field::Cost, why))?;
            }
            FormEdit::Duration(duration) => {
                self.duration = duration
                    .checked()
                    .map_err(|why| name.refuse(Field::Duration, why))?;
            }
            FormEdit::Comments(comments) => self.comments = comments,
            FormEdit::Campaign(_) if self.is_campaign_locked(records) => {
                return refuse(Field::Campaign, Reason::Locked);
            }
            FormEdit::Campaign(choice) => {
                if choice.is_some_and(|id| records.get::<Campaign>(id).is_none()) {
                    return refuse(Field::Campaign, Reason::NotFound);
                }
                (self.campaign, self.campaign_locked) = (choice, false);
            }
            FormEdit::CampaignTarget(on) => self.campaign_target = on,
            FormEdit::CampaignResponse(on) => self.campaign_response = on,
        }
        Ok(())
    }

    /// Sets the contact and recomputes what depends on it: the salesperson and, with a template
    /// chosen, language, content and correspondence type. (The source product recomputes salesperson
    /// and language only.)
    ///
    /// Rule S2: the salesperson is the contact's, unless the form is locked to one. For a contact
    /// without one, the proposal of the contact before goes and a choice of the user stays. (The
    /// source product blanks it in one version and keeps it in the other.)
    fn choose_contact(
        &mut self,
        records: &Records,
        name: &RecordName,
        contact: Option<ContactId>,
    ) -> Result<(), Refusal> {
        if contact == self.contact {
            return Ok(());
        }
        let chosen = contact
            .map(|id| {
                let found = records.get::<Contact>(id);
                found.ok_or_else(|| name.refuse(Field::Contact, Reason::NotFound))
            })
            .transpose()?;
        if chosen.is_some_and(|contact| contact.privacy_blocked) {
            return Err(name.refuse(Field::Contact, Reason::PrivacyBlocked));
        }
        let of_chosen = salesperson_of(records, contact);
        let is_proposal = self.salesperson == salesperson_of(records, self.contact);
        if !self.is_salesperson_locked(records) && (of_chosen.is_some() || is_proposal) {
            self.salesperson = of_chosen;
        }
        self.contact = contact;
        self.contact_locked = false;
        if let (Some(contact), Some(template)) = (chosen, self.template_row(records)) {
            self.take_language(contact, &template);
            self.take_correspondence_type(contact, &template);
        }
        Ok(())
    }

    /// Chooses the template: resets what came from the one before and copies what this one gives
    /// (`SegmentLine.Table.al: "Interaction Template Code" OnValidate`).
    ///
    /// The description is filled if it is empty or still what the template before had put there, so
    /// that trying templates one after the other leaves no wrong text behind. (The source product
    /// asks for empty in one version, and overwrites the user's own text in the other.)
    fn choose_template(
        &mut self,
        records: &Records,
        name: &RecordName,
        template: Option<TemplateId>,
    ) -> Result<(), Refusal> {
        if template == self.template {
            return Ok(());
        }
        let contact = self.contact.and_then(|id| records.get::<Contact>(id));
        if template.is_some() && contact.is_none() {
            return Err(name.refuse(Field::Template, Reason::ContactFirst));
        }
        let chosen = template
            .map(|id| {
                let found = records.get::<InteractionTemplate>(id);
                found.ok_or_else(|| name.refuse(Field::Template, Reason::NotFound))
            })
            .transpose()?;
        let before = self.template_row(records);
        if before.is_some_and(|row| row.description == self.description.trim()) {
            self.description.clear();
        }
        self.template = template;
        self.language = None;
        self.attachment = None;
        self.correspondence_type = None;
        self.cost = Money::default();
        self.duration = Minutes::default();
        self.information_flow = None;
        self.initiated_by = None;
        self.campaign_target = false;
        self.campaign_response = false;
        let (Some(template), Some(contact)) = (chosen, contact) else {
            return Ok(());
        };
        self.take_language(contact, template);
        self.take_correspondence_type(contact, template);
        self.cost = template.unit_cost;
        self.duration = template.unit_duration;
        self.information_flow = template.information_flow;
        self.initiated_by = template.initiated_by;
        self.campaign_target = template.campaign_target;
        self.campaign_response = template.campaign_response;
        // A template without a campaign leaves the one chosen.
        if template.campaign.is_some() && !self.is_campaign_locked(records) {
            self.campaign = template.campaign;
        }
        if self.description.trim().is_empty() {
            self.description = template.description.clone();
        }
        Ok(())
    }

    /// Chooses the language: the template must have it; the content follows.
    fn choose_language(
        &mut self,
        records: &Records,
        name: &RecordName,
        language: Option<LanguageCode>,
    ) -> Result<(), Refusal> {
        let Some(template) = self.template_row(records) else {
            return Err(name.refuse(Field::Language, Reason::TemplateFirst));
        };
        let row = match &language {
            Some(code) => Some(
                template
                    .language(code)
                    .ok_or_else(|| name.refuse(Field::Language, Reason::TemplateHasNoLanguage))?,
            ),
            None => None,
        };
        self.attachment = row.and_then(|row| row.attachment);
        self.language = language;
        Ok(())
    }

    /// The contact's language if the template has it, else the template's default; content with it.
    fn take_language(&mut self, contact: &Contact, template: &InteractionTemplate) {
        let own = contact
            .language
            .as_ref()
            .and_then(|code| template.language(code));
        self.language = match own {
            Some(row) => Some(row.language.clone()),
            None => template.default_language.clone(),
        };
        let row = self
            .language
            .as_ref()
            .and_then(|code| template.language(code));
        self.attachment = row.and_then(|row| row.attachment);
    }

    /// `SegmentLine.Table.al: SetCorrespondenceType`, as NAV has it: the contact's wish, else the
    /// template's, unless the template says that the contact's does not count.
    fn take_correspondence_type(&mut self, contact: &Contact, template: &InteractionTemplate) {
        let of_contact = contact
            .correspondence_type
            .filter(|_| !template.ignore_contact_correspondence_type);
        self.correspondence_type = of_contact.or(template.correspondence_type);
    }

    fn template_row(&self, records: &Records) -> Option<std::sync::Arc<InteractionTemplate>> {
        records.get::<InteractionTemplate>(self.template?).cloned()
    }
}

/// The first contact, by number, whose name holds the text in any case; blanks around it do not
/// count, and blank text finds nothing.
pub fn contact_by_name<'a>(records: &'a Records, typed: &str) -> Option<&'a Contact> {
    let wanted = typed.trim().to_lowercase();
    if wanted.is_empty() {
        return None;
    }
    records
        .contacts_by_no()
        .map(|contact| &**contact)
        .find(|contact| contact.name.to_lowercase().contains(&wanted))
}

/// The salesperson if it exists and is available: neither blocked nor privacy blocked.
pub(super) fn selectable(
    records: &Records,
    salesperson: Option<SalespersonId>,
) -> Option<SalespersonId> {
    let row = records.get::<Salesperson>(salesperson?)?;
    row.is_available().then_some(row.id)
}

/// The salesperson that a contact proposes.
pub(super) fn salesperson_of(
    records: &Records,
    contact: Option<ContactId>,
) -> Option<SalespersonId> {
    selectable(records, records.get::<Contact>(contact?)?.salesperson)
}
