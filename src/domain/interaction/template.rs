//! Interaction groups, and interaction templates with their languages.

use crate::domain::campaign::Campaign;
use crate::domain::change::{Revision, Table};
use crate::domain::code::{GroupCode, TEXT_MAX, TemplateCode, line};
use crate::domain::editable::{self, Editable};
use crate::domain::id::{AttachmentId, CampaignId, GroupId, TemplateId};
use crate::domain::ledger::Scope;
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::segment;
use crate::domain::values::{
    CorrespondenceType, InformationFlow, InitiatedBy, LanguageCode, Minutes, Money, language,
};
use crate::domain::work::Work;
use serde::{Deserialize, Serialize};

/// A category of templates, used for totals (`InteractionGroup.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InteractionGroup {
    /// Identity.
    pub id: GroupId,
    /// Code, unique.
    pub code: GroupCode,
    /// Description, at most 100 characters.
    pub description: String,
}

/// The set of defaults that an interaction starts from (`InteractionTemplate.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InteractionTemplate {
    /// Identity.
    pub id: TemplateId,
    /// Code, unique.
    pub code: TemplateCode,
    /// The group it belongs to.
    pub group: Option<GroupId>,
    /// Description, at most 100 characters; becomes the interaction's description.
    pub description: String,
    /// Cost of one interaction.
    pub unit_cost: Money,
    /// Duration of one interaction.
    pub unit_duration: Minutes,
    /// Which way information goes.
    pub information_flow: Option<InformationFlow>,
    /// Who takes the initiative.
    pub initiated_by: Option<InitiatedBy>,
    /// How content is delivered, unless the contact wants it otherwise.
    pub correspondence_type: Option<CorrespondenceType>,
    /// The contact's own wish does not count.
    pub ignore_contact_correspondence_type: bool,
    /// The language taken when there is none in the contact's.
    pub default_language: Option<LanguageCode>,
    /// Its languages, each at most once.
    pub languages: Vec<TemplateLanguage>,
    /// The campaign that its interactions belong to.
    #[serde(default)]
    pub campaign: Option<CampaignId>,
    /// The contact becomes a target of the campaign.
    #[serde(default)]
    pub campaign_target: bool,
    /// The interaction is an answer to the campaign.
    #[serde(default)]
    pub campaign_response: bool,
}

/// A template in one language (`InteractionTmplLanguage.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateLanguage {
    /// The language.
    pub language: LanguageCode,
    /// Internal remark, at most 100 characters.
    pub description: String,
    /// The content in this language.
    pub attachment: Option<AttachmentId>,
}

impl InteractionTemplate {
    /// The row for a language, if the template has one.
    pub fn language(&self, language: &LanguageCode) -> Option<&TemplateLanguage> {
        self.languages.iter().find(|row| row.language == *language)
    }
}

/// A change of one field of a group, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupEdit {
    /// The code.
    Code(String),
    /// The description.
    Description(String),
}

/// Creates an interaction group. Needs a code that is free.
pub(in crate::domain) fn create_group(
    work: &mut Work,
    id: GroupId,
    edits: Vec<GroupEdit>,
) -> Result<(), Refusal> {
    editable::refuse_second::<InteractionGroup>(work, id)?;
    let typed = edits.iter().rev().find_map(|edit| match edit {
        GroupEdit::Code(typed) => Some(typed.as_str()),
        GroupEdit::Description(_) => None,
    });
    let code = GroupCode::new(typed.unwrap_or_default()).map_err(|reason| {
        RecordName::unnamed(Table::InteractionGroup).refuse(Field::Code, reason)
    })?;
    let mut group = InteractionGroup {
        id,
        code,
        description: String::new(),
    };
    for edit in edits {
        group.apply(work, edit)?;
    }
    work.notice(Notice::Created(
        Table::InteractionGroup,
        group.code.to_string(),
    ));
    work.put(group);
    Ok(())
}

/// Deletes an interaction group; refused while a template, a segment or an entry has it. (The source product
/// does not check.)
pub(in crate::domain) fn delete_group(
    work: &mut Work,
    id: GroupId,
    seen: Revision,
) -> Result<(), Refusal> {
    let group = editable::seen::<InteractionGroup>(work, id, seen)?;
    let templates = work.all::<InteractionTemplate>();
    let n_templates = templates.filter(|row| row.group == Some(id)).count();
    let entries = work.entries(Scope::Group(id), |row| row.group == Some(id));
    let (n_segments, n_lines) = segment::uses(work, |uses| uses.group == Some(id));
    let used = [
        (Table::InteractionTemplate, n_templates),
        (Table::Segment, n_segments),
        (Table::SegmentLine, n_lines),
        (Table::LogEntry, entries.len()),
    ];
    refuse_in_use(&group.record_name(), &used)?;
    work.delete::<InteractionGroup>(id);
    work.notice(Notice::Deleted(
        Table::InteractionGroup,
        group.code.to_string(),
    ));
    Ok(())
}

impl Editable for InteractionGroup {
    type Edit = GroupEdit;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::InteractionGroup, &self.code)
    }

    fn apply(&mut self, work: &Work, edit: GroupEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        let refuse = |field| move |reason| name.refuse(field, reason);
        match edit {
            GroupEdit::Code(typed) => {
                let code = GroupCode::new(&typed).map_err(refuse(Field::Code))?;
                let mut others = work.all::<InteractionGroup>();
                if others.any(|other| other.code == code && other.id != self.id) {
                    return Err(self.record_name().refuse(Field::Code, Reason::AlreadyUsed));
                }
                self.code = code;
            }
            GroupEdit::Description(typed) => {
                self.description = line(&typed, TEXT_MAX).map_err(refuse(Field::Description))?;
            }
        }
        Ok(())
    }
}

/// A change of one field of a template, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateEdit {
    /// The code.
    Code(String),
    /// The group; once there is one it can be exchanged but not removed.
    Group(Option<GroupId>),
    /// The description.
    Description(String),
    /// The cost of one interaction.
    UnitCost(Money),
    /// The duration of one interaction.
    UnitDuration(Minutes),
    /// Which way information goes.
    InformationFlow(Option<InformationFlow>),
    /// Who takes the initiative.
    InitiatedBy(Option<InitiatedBy>),
    /// How content is delivered.
    CorrespondenceType(Option<CorrespondenceType>),
    /// The contact's own wish does not count.
    IgnoreContactCorrespondenceType(bool),
    /// The language taken when there is none in the contact's; the template must have it.
    DefaultLanguage(Option<LanguageCode>),
    /// Adds a language, without content.
    AddLanguage(LanguageCode),
    /// The internal remark on a language.
    LanguageDescription(LanguageCode, String),
    /// Takes a language away with its content. Was it the default, there is none then.
    RemoveLanguage(LanguageCode),
    /// The campaign that its interactions belong to.
    Campaign(Option<CampaignId>),
    /// The contact becomes a target of the campaign.
    CampaignTarget(bool),
    /// The interaction is an answer to the campaign.
    CampaignResponse(bool),
}

/// Creates an interaction template. Needs a code that is free.
pub(in crate::domain) fn create(
    work: &mut Work,
    id: TemplateId,
    edits: Vec<TemplateEdit>,
) -> Result<(), Refusal> {
    editable::refuse_second::<InteractionTemplate>(work, id)?;
    let typed = edits.iter().rev().find_map(|edit| match edit {
        TemplateEdit::Code(typed) => Some(typed.as_str()),
        _ => None,
    });
    let code = TemplateCode::new(typed.unwrap_or_default()).map_err(|reason| {
        RecordName::unnamed(Table::InteractionTemplate).refuse(Field::Code, reason)
    })?;
    let mut template = InteractionTemplate {
        id,
        code,
        group: None,
        description: String::new(),
        unit_cost: Money::default(),
        unit_duration: Minutes::default(),
        information_flow: None,
        initiated_by: None,
        correspondence_type: None,
        ignore_contact_correspondence_type: false,
        default_language: None,
        languages: Vec::new(),
        campaign: None,
        campaign_target: false,
        campaign_response: false,
    };
    for edit in edits {
        template.apply(work, edit)?;
    }
    work.notice(Notice::Created(
        Table::InteractionTemplate,
        template.code.to_string(),
    ));
    work.put(template);
    Ok(())
}

/// Deletes an interaction template with its languages; refused while the setup, a postponed entry or a
/// segment has it.
/// Logged entries keep its code. (The source product does not check.)
pub(in crate::domain) fn delete(
    work: &mut Work,
    id: TemplateId,
    seen: Revision,
) -> Result<(), Refusal> {
    let template = editable::seen::<InteractionTemplate>(work, id, seen)?;
    let waiting = work.entries(Scope::Template(id), |entry| {
        let mention = entry.template.as_ref();
        entry.is_postponed() && mention.is_some_and(|mention| mention.id == id)
    });
    let (n_segments, n_lines) = segment::uses(work, |uses| uses.template == Some(id));
    let is_set_up = work.setup().cover_sheet_template == Some(id);
    let used = [
        (Table::Setup, usize::from(is_set_up)),
        (Table::LogEntry, waiting.len()),
        (Table::Segment, n_segments),
        (Table::SegmentLine, n_lines),
    ];
    refuse_in_use(&template.record_name(), &used)?;
    work.delete::<InteractionTemplate>(id);
    work.notice(Notice::Deleted(
        Table::InteractionTemplate,
        template.code.to_string(),
    ));
    Ok(())
}

impl InteractionTemplate {
    fn language_mut(&mut self, language: &LanguageCode) -> Result<&mut TemplateLanguage, Refusal> {
        let missing = self
            .record_name()
            .refuse(Field::Language, Reason::TemplateHasNoLanguage);
        let mut rows = self.languages.iter_mut();
        rows.find(|row| row.language == *language).ok_or(missing)
    }
}

impl Editable for InteractionTemplate {
    type Edit = TemplateEdit;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::InteractionTemplate, &self.code)
    }

    fn apply(&mut self, work: &Work, edit: TemplateEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        let refuse = |field| move |reason| name.refuse(field, reason);
        match edit {
            TemplateEdit::Code(typed) => {
                let code = TemplateCode::new(&typed).map_err(refuse(Field::Code))?;
                let mut others = work.all::<InteractionTemplate>();
                if others.any(|other| other.code == code && other.id != self.id) {
                    return Err(self.record_name().refuse(Field::Code, Reason::AlreadyUsed));
                }
                self.code = code;
            }
            TemplateEdit::Group(choice) => {
                if let Some(id) = choice {
                    work.find::<InteractionGroup>(id, &self.record_name(), Field::Group)?;
                } else if self.group.is_some() {
                    return Err(refuse(Field::Group)(Reason::MustBeFilled));
                }
                self.group = choice;
            }
            TemplateEdit::Description(typed) => {
                self.description = line(&typed, TEXT_MAX).map_err(refuse(Field::Description))?;
            }
            TemplateEdit::UnitCost(cost) => {
                self.unit_cost = cost.checked().map_err(refuse(Field::UnitCost))?;
            }
            TemplateEdit::UnitDuration(duration) => {
                self.unit_duration = duration.checked().map_err(refuse(Field::UnitDuration))?;
            }
            TemplateEdit::InformationFlow(choice) => self.information_flow = choice,
            TemplateEdit::InitiatedBy(choice) => self.initiated_by = choice,
            TemplateEdit::CorrespondenceType(choice) => self.correspondence_type = choice,
            TemplateEdit::IgnoreContactCorrespondenceType(on) => {
                self.ignore_contact_correspondence_type = on;
            }
            TemplateEdit::DefaultLanguage(choice) => {
                if let Some(code) = &choice
                    && self.language(code).is_none()
                {
                    let refuse = refuse(Field::DefaultLanguage);
                    return Err(refuse(Reason::TemplateHasNoLanguage));
                }
                self.default_language = choice;
            }
            TemplateEdit::AddLanguage(code) => {
                let refuse = refuse(Field::Language);
                if self.language(&code).is_some() {
                    return Err(refuse(Reason::AlreadyUsed));
                }
                self.languages.push(TemplateLanguage {
                    language: language(code).map_err(refuse)?,
                    description: String::new(),
                    attachment: None,
                });
            }
            TemplateEdit::LanguageDescription(code, typed) => {
                let text = line(&typed, TEXT_MAX).map_err(refuse(Field::Description))?;
                self.language_mut(&code)?.description = text;
            }
            TemplateEdit::RemoveLanguage(code) => {
                self.languages.retain(|row| row.language != code);
                if self.default_language == Some(code) {
                    self.default_language = None;
                }
            }
            TemplateEdit::Campaign(choice) => {
                if let Some(id) = choice {
                    work.find::<Campaign>(id, &self.record_name(), Field::Campaign)?;
                }
                self.campaign = choice;
            }
            TemplateEdit::CampaignTarget(on) => self.campaign_target = on,
            TemplateEdit::CampaignResponse(on) => self.campaign_response = on,
        }
        Ok(())
    }
}

fn refuse_in_use(name: &RecordName, used: &[(Table, usize)]) -> Result<(), Refusal> {
    match used.iter().find(|(_, n)| *n > 0) {
        Some((by, n)) => Err(name.refuse_all(Reason::InUse {
            by: *by,
            n: *n as u32,
        })),
        None => Ok(()),
    }
}
