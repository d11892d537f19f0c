//! Interaction groups, and interaction templates with their languages.

use crate::domain::code::{GroupCode, TemplateCode};
use crate::domain::id::{AttachmentId, GroupId, TemplateId};
use crate::domain::values::{
    CorrespondenceType, InformationFlow, InitiatedBy, LanguageCode, Minutes, Money,
};
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
