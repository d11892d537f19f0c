//! Classification in the interface: the pages of the six tables, and the section of a contact's card.

use crate::domain::classification::ClassKind;

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
    pub took_suggested: &'static str,
}
