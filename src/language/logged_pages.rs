//! Texts of the pages of logged segments, and of canceling what was logged.

/// Logged segments.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct LoggedPageTexts {
    pub detail: &'static str,
    pub empty: &'static str,
    pub empty_detail: &'static str,
    pub switch_canceled: &'static str,
    pub choose_row: &'static str,
    pub delete_canceled: &'static str,
    /// Asks before so many logged segments are deleted.
    pub delete_question: fn(u32) -> String,
    pub delete_question_detail: &'static str,
    pub none_canceled: &'static str,
    pub reuse: &'static str,
    /// The description of a segment made of the contacts of a logged one, by its number.
    pub reused: fn(&str) -> String,
    pub segment_no: &'static str,
    pub logged_on: &'static str,
    /// Who logged it; on the card, after the date.
    pub logged_by: fn(&str) -> String,
    pub interactions: &'static str,
    pub campaign_entries: &'static str,
    pub no_interactions: &'static str,
    pub no_interactions_detail: &'static str,
    pub canceled: &'static str,
    pub cost: &'static str,
    pub duration: &'static str,
}
