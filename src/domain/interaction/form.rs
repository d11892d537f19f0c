//! The form being filled in: where it opens from, what a template fills, what a change recomputes.
//!
//! In the source product this is a temporary segment line (`SegmentLine.Table.al`). Here it is a
//! plain value: the page shows it and sends it edits, drafts keep it, `finish.rs` writes it.

use super::{Comment, EntryState, LogEntry};
use crate::domain::change::{Revision, Table};
use crate::domain::code::{TEXT_MAX, line};
use crate::domain::contact::Contact;
use crate::domain::id::{AttachmentId, ContactId, LogEntryId, SalespersonId, TemplateId};
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::moment::Moment;
use crate::domain::records::Records;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::values::{
    CorrespondenceType, Evaluation, InformationFlow, InitiatedBy, LanguageCode, Minutes, Money,
};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// Where the form is opened from (interactions 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
    /// From nowhere in particular: everything blank, everything editable.
    Blank,
    /// From a contact: it is given and locked.
    Contact(ContactId),
    /// From a salesperson: given and locked.
    Salesperson(SalespersonId),
    /// From a row of the interaction log: contact and salesperson are proposed from it. (The
    /// source product takes the list's filters instead.)
    LogEntry(LogEntryId),
}

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
    /// What it was about.
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
}

/// Opens the form for a new interaction.
///
/// `entry` is the id that the entry will have. Date is the work date, time the next full minute,
/// successful is on; everything else is blank but for what the opener gives.
/// Errors: [`Reason::Gone`] when the opener is deleted; [`Reason::PrivacyBlocked`] for such a
/// contact: the form does not open.
pub fn open(
    records: &Records,
    moment: &Moment,
    entry: LogEntryId,
    from: Opener,
) -> Result<InteractionForm, Refusal> {
    let mut form = InteractionForm {
        entry,
        resumes: None,
        contact_locked: false,
        salesperson_locked: false,
        contact: None,
        template: None,
        description: String::new(),
        salesperson: None,
        language: None,
        attachment: None,
        correspondence_type: None,
        date: Some(moment.work_date),
        time: Some(moment.proposed_time()),
        date_is_set: false,
        time_is_set: false,
        information_flow: None,
        initiated_by: None,
        evaluation: None,
        successful: true,
        cost: Money::default(),
        duration: Minutes::default(),
        comments: Vec::new(),
    };
    match from {
        Opener::Blank => {}
        Opener::Contact(id) => {
            let gone = RecordName::unnamed(Table::Contact).refuse_all(Reason::Gone);
            let contact = records.get::<Contact>(id).ok_or(gone)?;
            refuse_blocked(contact)?;
            form.contact = Some(id);
            form.contact_locked = true;
            // Rule S1: the user's own salesperson, else the contact's.
            let mine = selectable(records, moment.my_salesperson);
            form.salesperson = mine.or_else(|| selectable(records, contact.salesperson));
        }
        Opener::Salesperson(id) => {
            let gone = RecordName::unnamed(Table::Salesperson).refuse_all(Reason::Gone);
            records.get::<Salesperson>(id).ok_or(gone)?;
            form.salesperson = Some(id);
            form.salesperson_locked = true;
        }
        Opener::LogEntry(id) => {
            let gone = RecordName::unnamed(Table::LogEntry).refuse_all(Reason::Gone);
            let row = records.get::<LogEntry>(id).ok_or(gone)?;
            if let Some(contact) = row.contact.and_then(|id| records.get::<Contact>(id)) {
                refuse_blocked(contact)?;
                form.contact = Some(contact.id);
            }
            form.salesperson = selectable(records, row.salesperson.as_ref().map(|m| m.id));
        }
    }
    Ok(form)
}

/// Opens the form on a postponed entry (`InteractionLogEntry.Table.al: ResumeInteraction`).
///
/// All values are the entry's; contact and salesperson are locked if filled. Date and time become
/// the present ones only if the user had left them at their proposal. (The source product always
/// resets them, and forgets a failed attempt.)
/// Errors: [`Reason::Gone`], [`Reason::NotPostponed`].
pub fn resume(
    records: &Records,
    moment: &Moment,
    entry: LogEntryId,
) -> Result<InteractionForm, Refusal> {
    let gone = RecordName::unnamed(Table::LogEntry).refuse_all(Reason::Gone);
    let stored = records.stored::<LogEntry>(entry).ok_or(gone)?;
    let row = &stored.row;
    let EntryState::Postponed {
        date_is_proposal,
        time_is_proposal,
    } = row.state
    else {
        return Err(RecordName::new(Table::LogEntry, row.no).refuse_all(Reason::NotPostponed));
    };
    Ok(InteractionForm {
        entry,
        resumes: Some(stored.revision),
        contact_locked: row.contact.is_some(),
        salesperson_locked: row.salesperson.is_some(),
        contact: row.contact,
        template: row.template.as_ref().map(|mention| mention.id),
        description: row.description.clone(),
        salesperson: row.salesperson.as_ref().map(|mention| mention.id),
        language: row.language.clone(),
        attachment: row.attachment,
        correspondence_type: row.correspondence_type,
        date: if date_is_proposal {
            Some(moment.work_date)
        } else {
            row.date
        },
        time: if time_is_proposal {
            Some(moment.proposed_time())
        } else {
            row.time
        },
        date_is_set: !date_is_proposal,
        time_is_set: !time_is_proposal,
        information_flow: row.information_flow,
        initiated_by: row.initiated_by,
        evaluation: row.evaluation,
        successful: !row.attempt_failed,
        cost: row.cost,
        duration: row.duration,
        comments: row.comments.clone(),
    })
}

impl InteractionForm {
    /// How a refusal names the interaction: by its entry number once it has one.
    pub fn record_name(&self, records: &Records) -> RecordName {
        match records.get::<LogEntry>(self.entry) {
            Some(entry) => RecordName::new(Table::LogEntry, entry.no),
            None => RecordName::unnamed(Table::LogEntry),
        }
    }

    /// Makes one change, with all that follows from it.
    ///
    /// Errors name the field and leave the form as it was.
    pub fn edit(&mut self, records: &Records, edit: FormEdit) -> Result<(), Refusal> {
        let name = self.record_name(records);
        let refuse = |field, reason| Err(name.refuse(field, reason));
        match edit {
            FormEdit::Contact(_) | FormEdit::ContactName(_) if self.contact_locked => {
                return refuse(Field::Contact, Reason::Locked);
            }
            FormEdit::Contact(contact) => self.choose_contact(records, &name, contact)?,
            FormEdit::ContactName(typed) => {
                let found = contact_by_name(records, &typed).map(|contact| contact.id);
                self.choose_contact(records, &name, found)?;
            }
            FormEdit::Template(template) => self.choose_template(records, &name, template)?,
            FormEdit::Description(typed) => {
                self.description =
                    line(&typed, TEXT_MAX).map_err(|why| name.refuse(Field::Description, why))?;
            }
            FormEdit::Salesperson(_) if self.salesperson_locked => {
                return refuse(Field::Salesperson, Reason::Locked);
            }
            FormEdit::Salesperson(salesperson) => match salesperson {
                Some(id) if records.get::<Salesperson>(id).is_none() => {
                    return refuse(Field::Salesperson, Reason::NotFound);
                }
                Some(id) if selectable(records, Some(id)).is_none() => {
                    return refuse(Field::Salesperson, Reason::SalespersonBlocked);
                }
                choice => self.salesperson = choice,
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
        }
        Ok(())
    }

    /// Sets the contact and recomputes what depends on it: the salesperson (rule S2: the contact's,
    /// unless the form is locked to one) and, with a template chosen, language, content and
    /// correspondence type. (The source product recomputes the language only.)
    fn choose_contact(
        &mut self,
        records: &Records,
        name: &RecordName,
        contact: Option<ContactId>,
    ) -> Result<(), Refusal> {
        let Some(id) = contact else {
            self.contact = None;
            return Ok(());
        };
        let contact = records
            .get::<Contact>(id)
            .ok_or_else(|| name.refuse(Field::Contact, Reason::NotFound))?;
        if contact.privacy_blocked {
            return Err(name.refuse(Field::Contact, Reason::PrivacyBlocked));
        }
        self.contact = Some(id);
        if !self.salesperson_locked
            && let Some(salesperson) = selectable(records, contact.salesperson)
        {
            self.salesperson = Some(salesperson);
        }
        if let Some(template) = self.template_row(records) {
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
        let own_text = self
            .template_row(records)
            .map(|row| row.description.clone());
        if own_text.is_some_and(|text| text == self.description) {
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
        let (Some(template), Some(contact)) = (chosen, contact) else {
            return Ok(());
        };
        self.take_language(contact, template);
        self.take_correspondence_type(contact, template);
        self.cost = template.unit_cost;
        self.duration = template.unit_duration;
        self.information_flow = template.information_flow;
        self.initiated_by = template.initiated_by;
        if self.description.is_empty() {
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

    /// `SegmentLine.Table.al: SetCorrespondenceType`, as NAV has it.
    fn take_correspondence_type(&mut self, contact: &Contact, template: &InteractionTemplate) {
        let of_template = template.correspondence_type;
        if template.ignore_contact_correspondence_type {
            self.correspondence_type = of_template;
        } else if let Some(of_contact) = contact.correspondence_type {
            self.correspondence_type = Some(of_contact);
        } else if of_template.is_some() {
            self.correspondence_type = of_template;
        }
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

/// The salesperson if it exists and is not blocked.
fn selectable(records: &Records, salesperson: Option<SalespersonId>) -> Option<SalespersonId> {
    let row = records.get::<Salesperson>(salesperson?)?;
    (!row.blocked).then_some(row.id)
}

fn refuse_blocked(contact: &Contact) -> Result<(), Refusal> {
    let name = RecordName::new(Table::Contact, &contact.no);
    if contact.privacy_blocked {
        return Err(name.refuse_all(Reason::PrivacyBlocked));
    }
    Ok(())
}
