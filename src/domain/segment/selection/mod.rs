//! Criteria: which contacts Add Contacts, Reduce and Refine are about
//! (`AddContacts.Report.al`, `RemoveContacts.Report.al`).
//!
//! Criteria are sections that must all hold. A section looks for one row that passes all its
//! filters: the contact itself, a group it is in, or an interaction with it; or says that there is no
//! such row ("no visit since 1 January"). Filters are those of lists and stay relative to the day, so
//! criteria that are used again next month mean next month. `fields.rs` says what can be filtered
//! on, `draft.rs` puts criteria together, `select.rs` finds the contacts, `apply.rs` changes the
//! segment, and `saved.rs` keeps criteria for other segments.

pub mod apply;
pub mod draft;
mod entries;
pub mod fields;
pub mod mailing;
pub mod saved;
pub mod select;

use crate::domain::filter::{Filter, FilterError, Kind, Neutral, Words};
use crate::domain::refusal::Field;
use serde::{Deserialize, Serialize};

/// Which contacts, and how they come in or go out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criteria {
    /// All of them must hold; none: every contact.
    pub sections: Vec<Section>,
    /// The switches.
    #[serde(default)]
    pub options: Options,
}

/// The switches of Add Contacts, Reduce and Refine; all off at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Add: contacts that stand in the segment already are added once more.
    pub allow_existing: bool,
    /// Add: of the company of each contact found, all contacts.
    pub expand_companies: bool,
    /// Add: of each person found, the company too.
    pub related_companies: bool,
    /// Add: contacts that are excluded from segments too.
    pub ignore_exclusion: bool,
    /// Reduce and Refine: a contact that is found stands for all contacts of its company.
    pub entire_companies: bool,
}

/// Where a section looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// At the contact itself.
    Contact,
    /// At its mailing groups.
    MailingGroup,
    /// At the industry groups of its company.
    IndustryGroup,
    /// At the business relations of its company.
    BusinessRelation,
    /// At its job responsibilities.
    JobResponsibility,
    /// At the interactions with it that are in the log. Postponed ones are none yet; canceled ones
    /// count only where a filter asks for them. (In the source product both count.)
    Interaction,
}

impl Part {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Contact,
        Self::MailingGroup,
        Self::IndustryGroup,
        Self::BusinessRelation,
        Self::JobResponsibility,
        Self::Interaction,
    ];
}

/// A section: one row that passes all filters, or the absence of any. Without filters any row will
/// do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "StoredSection", into = "StoredSection")]
pub struct Section {
    part: Part,
    absent: bool,
    filters: Vec<Criterion>,
}

/// A filter on one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// The field.
    pub field: Field,
    /// Its filter.
    pub filter: Filter,
}

impl Section {
    /// A row there must be.
    pub fn has(part: Part) -> Self {
        Self {
            part,
            absent: false,
            filters: Vec::new(),
        }
    }

    /// A row there must not be.
    pub fn has_no(part: Part) -> Self {
        Self {
            absent: true,
            ..Self::has(part)
        }
    }

    /// With a filter on one of the fields of its part ([`Part::kind`]). Errors: what is wrong with
    /// the text.
    pub fn with(self, field: Field, text: &str, words: &dyn Words) -> Result<Self, FilterError> {
        let kind = self.part.kind(field);
        let kind = kind.unwrap_or_else(|| panic!("no {field:?} in {:?}", self.part));
        Ok(self.with_filter(field, Filter::parse(text, kind, words)?))
    }

    /// As [`Section::with`], with a filter that was read before and is of the field's kind.
    pub fn with_filter(mut self, field: Field, filter: Filter) -> Self {
        assert_eq!(Some(filter.kind()), self.part.kind(field), "{field:?}");
        self.filters.push(Criterion { field, filter });
        self
    }

    /// Where it looks.
    pub fn part(&self) -> Part {
        self.part
    }

    /// True if there must be no such row.
    pub fn is_absent(&self) -> bool {
        self.absent
    }

    /// Its filters, in the order in which they were given.
    pub fn filters(&self) -> &[Criterion] {
        &self.filters
    }
}

/// A section as it is stored: filters in no language.
#[derive(Serialize, Deserialize)]
struct StoredSection {
    part: Part,
    #[serde(default)]
    absent: bool,
    filters: Vec<(Field, String)>,
}

impl From<Section> for StoredSection {
    fn from(section: Section) -> Self {
        let text = |it: Criterion| (it.field, it.filter.print(&Neutral));
        Self {
            part: section.part,
            absent: section.absent,
            filters: section.filters.into_iter().map(text).collect(),
        }
    }
}

impl TryFrom<StoredSection> for Section {
    type Error = String;

    fn try_from(stored: StoredSection) -> Result<Self, String> {
        let StoredSection {
            part,
            absent,
            filters,
        } = stored;
        let read = |(field, text): (Field, String)| {
            let unknown = || format!("{part:?} has no {field:?}");
            let kind: Kind = part.kind(field).ok_or_else(unknown)?;
            let filter = Filter::parse(&text, kind, &Neutral);
            let filter = filter.map_err(|error| format!("filter {text:?}: {error:?}"))?;
            Ok(Criterion { field, filter })
        };
        let filters = filters.into_iter().map(read).collect::<Result<_, String>>();
        Ok(Self {
            part,
            absent,
            filters: filters?,
        })
    }
}
