//! Criteria as sentences: what an action does, and to whom.

use super::Messages;
use super::filter::{Typed, in_words};
use crate::domain::segment::criteria::{ActionKind, Origin};
use crate::domain::segment::selection::{Criteria, Options, Part, Section};
use crate::domain::values::{
    ContactType, CorrespondenceType, Evaluation, InformationFlow, InitiatedBy,
};
use crate::domain::{Field, Moment};

/// The texts of criteria in one language. Names of fields stand in the nominative, as in labels.
pub struct CriteriaTexts {
    /// What an action does.
    pub kind: fn(ActionKind) -> &'static str,
    /// Where a section looks: `Mailing group`.
    pub part: fn(Part) -> &'static str,
    /// That there is no such row: `No interaction`; for the contact itself that it is not such a one.
    pub no_part: fn(Part) -> &'static str,
    /// Everybody, where nothing is asked.
    pub everybody: &'static str,
    /// Nobody, where everybody is left out.
    pub nobody: &'static str,
    /// So many contacts, chosen by hand.
    pub by_hand: fn(u32) -> String,
    /// The contacts of a logged segment, by its entry number.
    pub logged: fn(u32) -> String,
    /// How many lines an action added or took away.
    pub lines_added: fn(u32) -> String,
    /// As above.
    pub lines_removed: fn(u32) -> String,
    /// The switches, each in the words of its field.
    pub allow_existing: &'static str,
    /// Of the companies found, all contacts.
    pub expand_companies: &'static str,
    /// Of the persons found, the companies too.
    pub related_companies: &'static str,
    /// Contacts that are excluded from segments too.
    pub ignore_exclusion: &'static str,
    /// A contact that is found stands for its company.
    pub entire_companies: &'static str,
}

/// What an action does and to whom, on one line: `Add Contacts: Mailing group NEWS; No interaction:
/// Date 1 Jan 2026 or later`. `n_by_hand`: how many contacts were chosen by hand. Relative dates stay relative.
pub fn sentence(
    m: &Messages,
    moment: &Moment,
    currency: &str,
    kind: ActionKind,
    origin: &Origin,
    n_by_hand: u32,
) -> String {
    let t = &m.criteria;
    let whom = match origin {
        Origin::ByHand => (t.by_hand)(n_by_hand),
        Origin::Logged(no) => (t.logged)(no.0),
        Origin::Criteria(criteria) => meant(m, moment, currency, criteria),
    };
    format!("{}: {whom}", (t.kind)(kind))
}

/// Whom criteria mean, without what is done to them.
pub fn meant(m: &Messages, moment: &Moment, currency: &str, criteria: &Criteria) -> String {
    let sections = criteria.sections.iter();
    let mut parts: Vec<String> = sections
        .map(|section| section_sentence(m, moment, currency, section))
        .collect();
    if parts.is_empty() {
        parts.push(m.criteria.everybody.into());
    }
    parts.extend(switched_on(m, criteria.options).map(String::from));
    parts.join("; ")
}

/// The switches that are on, each by its name.
pub fn switched_on(m: &Messages, on: Options) -> impl Iterator<Item = &'static str> {
    let t = &m.criteria;
    [
        (on.allow_existing, t.allow_existing),
        (on.expand_companies, t.expand_companies),
        (on.related_companies, t.related_companies),
        (on.ignore_exclusion, t.ignore_exclusion),
        (on.entire_companies, t.entire_companies),
    ]
    .into_iter()
    .filter(|(on, _)| *on)
    .map(|(_, name)| name)
}

fn section_sentence(m: &Messages, moment: &Moment, currency: &str, section: &Section) -> String {
    let t = &m.criteria;
    let filters = section.filters().iter().map(|it| {
        let options = options(m, it.field);
        let words = Typed::new(m, moment, currency, &options);
        let asked = in_words(m, &words, &it.filter);
        match it.field {
            // Groups have nothing else.
            Field::Code => asked,
            field => format!("{} {asked}", (m.terms.field)(field)),
        }
    });
    let filters = filters.collect::<Vec<_>>().join(", ");
    let part = match section.is_absent() {
        true => (t.no_part)(section.part()),
        false => (t.part)(section.part()),
    };
    match (section.part(), filters.is_empty()) {
        (Part::Contact, true) if section.is_absent() => t.nobody.into(),
        (Part::Contact, true) => t.everybody.into(),
        (_, true) => part.into(),
        (Part::Contact, false) if !section.is_absent() => filters,
        (Part::Contact | Part::Interaction, false) => format!("{part}: {filters}"),
        (_, false) => format!("{part} {filters}"),
    }
}

/// The captions of the values of a field, in their order; empty for one without.
pub fn options(m: &Messages, field: Field) -> Vec<&'static str> {
    fn captions<T: Copy>(all: &[T], caption: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|value| caption(*value)).collect()
    }
    let t = &m.terms;
    match field {
        Field::Type => captions(ContactType::ALL, t.contact_type),
        Field::CorrespondenceType => captions(CorrespondenceType::ALL, t.correspondence_type),
        Field::Evaluation => captions(Evaluation::ALL, t.evaluation),
        Field::InformationFlow => captions(InformationFlow::ALL, t.information_flow),
        Field::InitiatedBy => captions(InitiatedBy::ALL, t.initiated_by),
        _ => Vec::new(),
    }
}
