//! Finnish: segments and campaigns.

use super::FORMATS;
use super::terms::TERMS;
use crate::domain::Table;
use crate::domain::segment::question::Question;
use crate::language::segments::SegmentTexts;

pub(super) const SEGMENTS: SegmentTexts = SegmentTexts {
    question,
    follow_up_on: |no| format!("Seuranta segmentille {no}"),
    loose_interactions: "Vuorovaikutukset",
};

fn question(question: &Question) -> String {
    let lines = |n: &u32| (TERMS.n_records)(Table::SegmentLine, *n);
    let actions = |n: &u32| (TERMS.n_records)(Table::CriteriaAction, *n);
    match question {
        Question::LinesFollow { field, n_lines } => format!(
            "Kenttä {} muuttui. Muutetaanko se myös riveillä ({})?",
            (TERMS.field)(*field),
            lines(n_lines)
        ),
        Question::SubjectsFollow { n_lines } => format!(
            "Aihe muuttui. Muutetaanko se myös riveillä, joilla on vielä vanha aihe ({})?",
            lines(n_lines)
        ),
        Question::TemplateForAll { n_lines } => format!(
            "Vuorovaikutusmalli muuttui. Otetaanko uusi malli käyttöön kaikilla riveillä ({})?",
            FORMATS.count((*n_lines).into())
        ),
        Question::AddLanguage { language } => {
            format!("Segmentissä ei ole vielä kieltä {language}. Lisätäänkö se?")
        }
        Question::ResetCriteria { n_actions } => format!(
            "Segmentissä ei ole enää rivejä. Aloitetaanko kriteerit alusta? Aiempia toimenpiteitä ei voi sen jälkeen perua ({}).",
            actions(n_actions)
        ),
        Question::GoBack { n_lines } => format!(
            "Perutaanko viimeisin kriteeritoimenpide? Se muuttaa segmenttiä ({}).",
            lines(n_lines)
        ),
        Question::AddToExisting { n_actions } => format!(
            "Segmentillä on jo kriteerejä ({}). Lisätäänkö kontakteja?",
            actions(n_actions)
        ),
    }
}
