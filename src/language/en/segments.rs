//! English: segments and campaigns.

use super::FORMATS;
use super::terms::TERMS;
use crate::domain::Table;
use crate::domain::segment::question::Question;
use crate::language::segments::SegmentTexts;

pub(super) const SEGMENTS: SegmentTexts = SegmentTexts {
    question,
    follow_up_on: |no| format!("Follow-up on segment {no}"),
    loose_interactions: "Interactions",
};

fn question(question: &Question) -> String {
    let lines = |n: &u32| (TERMS.n_records)(Table::SegmentLine, *n);
    let actions = |n: &u32| (TERMS.n_records)(Table::CriteriaAction, *n);
    match question {
        Question::LinesFollow { field, n_lines } => format!(
            "{} was changed. Change it in {} too?",
            (TERMS.field)(*field),
            lines(n_lines)
        ),
        Question::SubjectsFollow { n_lines } => format!(
            "The subject was changed. Change it too in {}, which still have the old one?",
            lines(n_lines)
        ),
        Question::TemplateForAll { n_lines } => format!(
            "The interaction template was changed. Apply the new one to all lines ({})?",
            FORMATS.count((*n_lines).into())
        ),
        Question::AddLanguage { language } => {
            format!("The segment does not have the language {language} yet. Add it?")
        }
        Question::ResetCriteria { n_actions } => format!(
            "The segment has no lines left. Start its criteria anew? {} can then not be taken back.",
            actions(n_actions)
        ),
        Question::GoBack { n_lines } => format!(
            "Take the last criteria action back? It changes {}.",
            lines(n_lines)
        ),
        Question::AddToExisting { n_actions } => format!(
            "The segment has {} already. Add more contacts?",
            actions(n_actions)
        ),
    }
}
