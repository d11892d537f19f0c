//! Classification in the interface: the pages of the six tables, and the section of a contact's card.

use crate::domain::classification::ClassKind;
use crate::domain::values::FormulaType;

/// The texts of classification in one language.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct ClassPageTexts {
    pub classification: &'static str,
    // The pages.
    /// What a table is for, in one sentence.
    pub purpose: fn(ClassKind) -> &'static str,
    pub new: fn(ClassKind) -> &'static str,
    pub none_yet: fn(ClassKind) -> &'static str,
    /// What one gains by filling a table.
    pub why: fn(ClassKind) -> &'static str,
    pub contacts: &'static str,
    /// So many contacts are not named.
    pub and_more: fn(u32) -> String,
    // The formulas of a salutation.
    pub formulas_why: &'static str,
    pub no_formulas: &'static str,
    pub add_formula: &'static str,
    pub choose_formula: &'static str,
    /// A type of salutation in a language, or in all that have no formula of their own.
    pub formula_sort: fn(FormulaType, Option<&str>) -> String,
    /// What a new formula says at first.
    pub first_formula: fn(FormulaType) -> &'static str,
    pub remove_formula: fn(&str) -> String,
    /// How it addresses somebody.
    pub formula_example: fn(&str) -> String,
    pub merge_fields: &'static str,
    // A contact's card.
    pub add: &'static str,
    pub none: &'static str,
    pub remove: fn(&str) -> String,
    /// Whose groups a person shows.
    pub of_company: &'static str,
    pub unknown: fn(&str) -> String,
    // The checklist of the first start.
    pub number_marketing: &'static str,
    pub number_marketing_detail: &'static str,
    pub number_them: &'static str,
    pub took_suggested: &'static str,
}
