//! Texts of erasing contacts.

use crate::domain::privacy::Erasure;

/// Erasing a contact, and what is left of it.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct PrivacyTexts {
    /// The action, which asks first.
    pub erase: &'static str,
    /// The button that does it.
    pub erase_now: &'static str,
    /// Asks whether to erase: the name.
    pub erase_question: fn(&str) -> String,
    /// What happens, a sentence each; beside what the rules count, how many drafts go.
    pub erase_detail: fn(&Erasure, u32) -> Vec<String>,
    /// That it is final.
    pub erase_final: &'static str,
    /// The number has to be typed.
    pub type_no: fn(&str) -> String,
    /// Neither the number nor the name was typed: the number.
    pub type_no_wrong: fn(&str) -> String,
    /// Stands where the name of a contact stood.
    pub erased_contact: &'static str,
    /// So many other states of the company still hold the contact.
    pub not_everywhere: fn(u32) -> String,
    /// A backup that was restored held contacts that were erased since: how many.
    pub erased_again: fn(u32) -> String,
    /// So many companies cannot be read: what was erased there may have come back with a backup.
    pub erased_is_unknown: fn(u32) -> String,
    /// The action that leads to the report on a contact, and the title of that page.
    pub report: &'static str,
    /// When it was made.
    pub report_made: fn(&str) -> String,
    pub report_detail: &'static str,
    /// The button that saves the form for machines.
    pub save_report: &'static str,
    pub report_not_saved: &'static str,
    /// The report was saved under this name.
    pub report_saved: fn(&str) -> String,
    pub report_groups: &'static str,
    /// What stands behind a company's persons.
    pub report_persons: &'static str,
    pub report_drafts: &'static str,
    pub report_criteria: &'static str,
    pub report_criteria_detail: &'static str,
    pub report_mentions: &'static str,
    pub report_mentions_detail: &'static str,
    /// The device has not let go of what was erased: what happened there, and what to do.
    pub erasure_waits: fn(&str, &str) -> String,
}
