//! What a change of a segment asks before it is made. A question is a value: the page shows it, and
//! the command carries the answer.

use super::Segment;
use super::header::{SegmentEdit, changes, follows};
use super::line::SegmentLine;
use crate::domain::code::TEXT_MAX;
use crate::domain::code::line;
use crate::domain::id::{SegmentId, SegmentLineId};
use crate::domain::records::Records;
use crate::domain::refusal::Field;
use crate::domain::values::LanguageCode;
use std::collections::BTreeSet;

/// The user's answer. Where nothing is asked it makes no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// What to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A field of the header changes. Shall the lines follow that have the header's template? No:
    /// only the header changes.
    LinesFollow {
        /// The field.
        field: Field,
        /// How many lines.
        n_lines: u32,
    },
    /// The subject of a language changes. Shall the lines follow that still have the old one?
    SubjectsFollow {
        /// How many lines.
        n_lines: u32,
    },
    /// The template changes. Shall all lines get it, also those with a template of their own?
    TemplateForAll {
        /// How many lines.
        n_lines: u32,
    },
    /// The segment does not have this language. Shall it be added? No: nothing changes.
    AddLanguage {
        /// The language.
        language: LanguageCode,
    },
    /// The last line goes, and there is more than one criteria action. Shall the criteria start
    /// anew?
    ResetCriteria {
        /// How many criteria actions.
        n_actions: u32,
    },
    /// The last criteria action is taken back.
    GoBack {
        /// How many lines it changes.
        n_lines: u32,
    },
    /// There are criteria actions already. Shall more contacts be added?
    AddToExisting {
        /// How many criteria actions.
        n_actions: u32,
    },
}

impl Question {
    /// The answer that Enter gives: No where something may get lost.
    pub fn default_answer(&self) -> Answer {
        match self {
            Self::GoBack { .. } | Self::AddToExisting { .. } => Answer::No,
            _ => Answer::Yes,
        }
    }
}

/// What a change of the header asks; `None` also when it will be refused or changes nothing.
pub fn of_edit(records: &Records, segment: SegmentId, edit: &SegmentEdit) -> Option<Question> {
    let header = records.get::<Segment>(segment)?;
    let ids = records.segments().lines(segment);
    let lines = ids.filter_map(|id| records.get::<SegmentLine>(id));
    asked(header, lines.map(|line| &**line), edit)
}

pub(super) fn asked<'a>(
    header: &Segment,
    lines: impl Iterator<Item = &'a SegmentLine>,
    edit: &SegmentEdit,
) -> Option<Question> {
    if let SegmentEdit::Language(Some(language)) = edit
        && header.language_row(language).is_none()
    {
        let language = language.clone();
        return Some(Question::AddLanguage { language });
    }
    if !changes(header, edit) {
        return None;
    }
    let n_lines = lines.filter(|line| follows(header, edit, line)).count() as u32;
    if n_lines == 0 {
        return None;
    }
    Some(match edit {
        SegmentEdit::Template { .. } => Question::TemplateForAll { n_lines },
        SegmentEdit::Subject(_) | SegmentEdit::LanguageSubject(..) => {
            Question::SubjectsFollow { n_lines }
        }
        edit => Question::LinesFollow {
            field: field_of(edit)?,
            n_lines,
        },
    })
}

/// What deleting these lines asks.
pub fn of_deleting(
    records: &Records,
    segment: SegmentId,
    lines: &[SegmentLineId],
) -> Option<Question> {
    let n_actions = records.get::<Segment>(segment)?.n_actions;
    let going: BTreeSet<&SegmentLineId> = lines.iter().collect();
    let stays = |id| !going.contains(&id);
    let is_last = !records.segments().lines(segment).any(stays) && !lines.is_empty();
    (is_last && n_actions > 1).then_some(Question::ResetCriteria { n_actions })
}

/// What Go Back asks; `None` when there is nothing to go back to.
pub fn of_going_back(records: &Records, segment: SegmentId) -> Option<Question> {
    let last = records.segments().actions(segment).next_back()?;
    let last = records.get::<super::criteria::CriteriaAction>(last)?;
    let n_lines = last.n_changed();
    Some(Question::GoBack { n_lines })
}

/// What Reuse Segment asks.
pub fn of_reusing(records: &Records, segment: SegmentId) -> Option<Question> {
    let n_actions = records.get::<Segment>(segment)?.n_actions;
    (n_actions > 0).then_some(Question::AddToExisting { n_actions })
}

/// A typed text as it will be kept; `None` when it is refused.
pub(super) fn kept(typed: &str) -> Option<String> {
    line(typed, TEXT_MAX).ok()
}

/// The field of the header that an edit changes and lines have too.
pub(super) fn field_of(edit: &SegmentEdit) -> Option<Field> {
    Some(match edit {
        SegmentEdit::Description(_) => Field::Description,
        SegmentEdit::Campaign(_) => Field::Campaign,
        SegmentEdit::Salesperson(_) => Field::Salesperson,
        SegmentEdit::Date(_) => Field::Date,
        SegmentEdit::UnitCost(_) => Field::Cost,
        SegmentEdit::UnitDuration(_) => Field::Duration,
        SegmentEdit::InformationFlow(_) => Field::InformationFlow,
        SegmentEdit::InitiatedBy(_) => Field::InitiatedBy,
        SegmentEdit::CampaignTarget(_) => Field::CampaignTarget,
        SegmentEdit::CampaignResponse(_) => Field::CampaignResponse,
        SegmentEdit::CorrespondenceType(_) => Field::CorrespondenceType,
        _ => return None,
    })
}
