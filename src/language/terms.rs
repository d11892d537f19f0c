//! The words of the domain: records, their fields, and the values to choose from.
//!
//! Each language gives every word through an exhaustive `match`, so a new field without its name
//! does not compile. Finnish terms are those of the source product where they are known.

use crate::domain::interaction::EntryState;
use crate::domain::values::{
    ContactType, CorrespondenceType, Evaluation, FormulaType, InformationFlow, InitiatedBy,
};
use crate::domain::{Field, Table};

/// The words of the domain in one language, in the nominative and as they stand in a label.
pub struct Terms {
    /// One record of a kind: `Contact`.
    pub record: fn(Table) -> &'static str,
    /// Several of a kind; also the name of their page: `Contacts`.
    pub records: fn(Table) -> &'static str,
    /// So many of a kind, inside a sentence: `3 contacts`.
    pub n_records: fn(Table, u32) -> String,
    /// A field.
    pub field: fn(Field) -> &'static str,
    /// One interaction, logged or not, where a sentence speaks of it.
    pub interaction: &'static str,
    /// What kind of contact.
    pub contact_type: fn(ContactType) -> &'static str,
    /// Which way information went.
    pub information_flow: fn(InformationFlow) -> &'static str,
    /// Who took the initiative.
    pub initiated_by: fn(InitiatedBy) -> &'static str,
    /// How an interaction went.
    pub evaluation: fn(Evaluation) -> &'static str,
    /// How content reaches the contact.
    pub correspondence_type: fn(CorrespondenceType) -> &'static str,
    /// How one is addressed.
    pub formula_type: fn(FormulaType) -> &'static str,
    /// Where an entry is on its way.
    pub entry_state: fn(EntryState) -> &'static str,
    /// The mark of an interaction in which the contact was not reached.
    pub attempt_failed: &'static str,
    /// A language, by its code, that some browsers know no name of.
    pub rare_language: fn(&str) -> Option<&'static str>,
    /// What stands for a blank value.
    pub blank: &'static str,
}
