//! The languages of a segment, and of a line that has a template of its own
//! (`SegmentInteractionLanguage.Table.al`): a subject and content for each.

use super::Segment;
use super::line::SegmentLine;
use crate::domain::contact::Contact;
use crate::domain::id::AttachmentId;
use crate::domain::interaction::template::InteractionTemplate;
use crate::domain::values::LanguageCode;
use serde::{Deserialize, Serialize};

/// A segment, or a line, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentLanguage {
    /// The language.
    pub language: LanguageCode,
    /// Internal remark, at most 100 characters.
    pub description: String,
    /// The subject of what is sent, at most 100 characters.
    pub subject: String,
    /// The content in this language: the template's when it was chosen. Content is never changed
    /// under its id, so later changes of the template do not reach the segment.
    pub attachment: Option<AttachmentId>,
}

/// The languages that a template gives to a header or a line, in order of their codes.
pub(super) fn of_template(template: &InteractionTemplate) -> Vec<SegmentLanguage> {
    let mut rows: Vec<SegmentLanguage> = template
        .languages
        .iter()
        .map(|row| SegmentLanguage {
            language: row.language.clone(),
            description: row.description.clone(),
            subject: String::new(),
            attachment: row.attachment,
        })
        .collect();
    rows.sort_by(|a, b| a.language.cmp(&b.language));
    rows
}

/// The row of a language.
pub(super) fn row_of<'a>(
    rows: &'a [SegmentLanguage],
    language: Option<&LanguageCode>,
) -> Option<&'a SegmentLanguage> {
    let language = language?;
    rows.iter().find(|row| row.language == *language)
}

/// The contact's language if there is a row for it, else the default.
pub(super) fn language_for(
    rows: &[SegmentLanguage],
    contact: Option<&Contact>,
    default: Option<&LanguageCode>,
) -> Option<LanguageCode> {
    let own = contact.and_then(|contact| contact.language.as_ref());
    let own = row_of(rows, own).map(|row| &row.language);
    own.or(default).cloned()
}

impl Segment {
    /// The row of a language.
    pub fn language_row(&self, language: &LanguageCode) -> Option<&SegmentLanguage> {
        row_of(&self.languages, Some(language))
    }

    /// The subject of the default language; blank without a row for it.
    pub fn subject(&self) -> &str {
        row_of(&self.languages, self.language.as_ref()).map_or("", |row| &row.subject)
    }

    /// True if there is content in the default language.
    pub fn has_content(&self) -> bool {
        let row = row_of(&self.languages, self.language.as_ref());
        row.is_some_and(|row| row.attachment.is_some())
    }
}

/// Where the content of a line comes from (`SegmentLine.Table.al: AttachmentInherited`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineContent {
    /// It has none.
    None,
    /// It is the header's.
    Inherited,
    /// It is its own.
    Unique,
}

impl SegmentLine {
    /// The rows that the line takes its language from: its own, else the header's if it has the
    /// header's template.
    pub fn rows<'a>(&'a self, header: &'a Segment) -> &'a [SegmentLanguage] {
        if !self.languages.is_empty() {
            &self.languages
        } else if self.template == header.template {
            &header.languages
        } else {
            &[]
        }
    }

    /// Where its content comes from.
    pub fn content(&self, header: &Segment) -> LineContent {
        let is_row = |rows: &[SegmentLanguage]| {
            let row = row_of(rows, self.language.as_ref());
            row.is_some_and(|row| row.attachment == self.attachment)
        };
        if self.attachment.is_none() {
            LineContent::None
        } else if self.template.is_some() && !is_row(&self.languages) && is_row(&header.languages) {
            LineContent::Inherited
        } else {
            LineContent::Unique
        }
    }

    /// Sets the language; subject and content become those of its row, or blank.
    pub(super) fn take_language(&mut self, header: &Segment, language: Option<LanguageCode>) {
        let row = row_of(self.rows(header), language.as_ref()).cloned();
        self.language = language;
        match row {
            Some(row) => (self.subject, self.attachment) = (row.subject, row.attachment),
            None => (self.subject, self.attachment) = (String::new(), None),
        }
    }

    /// Sets the language by the rule for new lines.
    pub(super) fn take_language_of(&mut self, header: &Segment, contact: Option<&Contact>) {
        let language = language_for(&header.languages, contact, header.language.as_ref());
        self.take_language(header, language);
    }
}
