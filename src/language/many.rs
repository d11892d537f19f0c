//! Texts of what is done to many contacts at once.

use crate::domain::contact::many::Deletion;

/// The actions of a selection in the list of contacts, and their dialogs.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct ManyTexts {
    pub assign: &'static str,
    pub assign_hint: &'static str,
    /// The button under which joining, leaving and segments are found.
    pub groups: &'static str,
    pub join: &'static str,
    pub leave: &'static str,
    pub to_segment: &'static str,
    pub segment_hint: &'static str,
    /// At most so many are printed at once.
    pub too_many_to_print: fn(u32) -> String,
    /// The title of a dialog: the action, and how many records it is about.
    pub title: fn(&str, &str) -> String,
    /// What deleting contacts does to other records, and which of them stay.
    pub delete_detail: fn(&Deletion) -> String,
    /// None of them can be deleted: how many.
    pub none_deleted: fn(u32) -> String,
}
