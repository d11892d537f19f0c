//! Criteria while they are put together: conditions may have no filter yet. The form is a value; the
//! page shows it and changes one thing at a time.

use super::{Criteria, Options, Part, Section};
use crate::domain::filter::Filter;
use crate::domain::refusal::Field;

/// Criteria that are being put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    sections: Vec<DraftSection>,
    /// The switches.
    pub options: Options,
    last_key: u32,
}

/// A section that is being put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSection {
    /// What tells it from the others, also when some are taken away.
    pub key: u32,
    /// Where it looks.
    pub part: Part,
    /// There must be no such row.
    pub absent: bool,
    conditions: Vec<Condition>,
}

/// What a section asks of a field; nothing as long as it has no filter.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Condition {
    field: Field,
    filter: Option<Filter>,
}

impl Default for Draft {
    /// One section, about the contact itself, with what is asked most.
    fn default() -> Self {
        let mut draft = Self {
            sections: Vec::new(),
            options: Options::default(),
            last_key: 0,
        };
        draft.add(Part::Contact);
        draft
    }
}

impl Part {
    /// The fields that are asked for most: a new section begins with them.
    fn usual_fields(self) -> &'static [Field] {
        match self {
            Self::Contact => &[Field::Salesperson, Field::City, Field::Type],
            Self::Interaction => &[Field::Date, Field::Template],
            _ => &[Field::Code],
        }
    }
}

impl Draft {
    /// The sections, in the order in which they were added.
    pub fn sections(&self) -> &[DraftSection] {
        &self.sections
    }

    /// The section with this key; none once it is taken away.
    pub fn section(&self, key: u32) -> Option<&DraftSection> {
        self.sections.iter().find(|section| section.key == key)
    }

    /// Adds a section; gives its key.
    pub fn add(&mut self, part: Part) -> u32 {
        self.last_key += 1;
        let conditions = part.usual_fields().iter().map(|field| Condition {
            field: *field,
            filter: None,
        });
        self.sections.push(DraftSection {
            key: self.last_key,
            part,
            absent: false,
            conditions: conditions.collect(),
        });
        self.last_key
    }

    /// Takes a section away.
    pub fn remove(&mut self, key: u32) {
        self.sections.retain(|section| section.key != key);
    }

    /// Changes a section; nothing happens once it is taken away.
    pub fn change(&mut self, key: u32, change: impl FnOnce(&mut DraftSection)) {
        if let Some(section) = self.sections.iter_mut().find(|section| section.key == key) {
            change(section);
        }
    }

    /// The criteria as they stand. What asks nothing is left out: conditions without a filter, and
    /// a section about the contact without any.
    pub fn criteria(&self) -> Criteria {
        let asks = |section: &&DraftSection| {
            section.part != Part::Contact || section.filters().next().is_some()
        };
        let sections = self.sections.iter().filter(asks);
        Criteria {
            sections: sections.map(DraftSection::section).collect(),
            options: self.options,
        }
    }
}

impl DraftSection {
    /// The fields of its conditions, in the order in which they were added.
    pub fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        self.conditions.iter().map(|condition| condition.field)
    }

    /// The fields that have no condition yet, in the order in which they are offered.
    pub fn further_fields(&self) -> Vec<Field> {
        let all = self.part.fields().iter().map(|(field, _)| *field);
        all.filter(|field| !self.fields().any(|known| known == *field))
            .collect()
    }

    /// The filter of a field.
    pub fn filter(&self, field: Field) -> Option<&Filter> {
        let mut conditions = self.conditions.iter();
        let condition = conditions.find(|condition| condition.field == field);
        condition.and_then(|condition| condition.filter.as_ref())
    }

    /// Adds a condition on a field of its part, which asks nothing yet.
    pub fn add(&mut self, field: Field) {
        assert!(self.part.kind(field).is_some(), "{field:?}");
        if !self.fields().any(|known| known == field) {
            let filter = None;
            self.conditions.push(Condition { field, filter });
        }
    }

    /// Takes a condition away.
    pub fn remove(&mut self, field: Field) {
        self.conditions.retain(|condition| condition.field != field);
    }

    /// Sets the filter of a condition, or takes it back.
    pub fn set(&mut self, field: Field, filter: Option<Filter>) {
        let mut conditions = self.conditions.iter_mut();
        if let Some(condition) = conditions.find(|condition| condition.field == field) {
            condition.filter = filter;
        }
    }

    fn filters(&self) -> impl Iterator<Item = (Field, &Filter)> {
        let conditions = self.conditions.iter();
        conditions.filter_map(|condition| Some((condition.field, condition.filter.as_ref()?)))
    }

    fn section(&self) -> Section {
        let section = match self.absent {
            true => Section::has_no(self.part),
            false => Section::has(self.part),
        };
        self.filters().fold(section, |section, (field, filter)| {
            section.with_filter(field, filter.clone())
        })
    }
}
