//! Texts of the interaction log, of one entry in it, and of postponed interactions.

/// The interaction log and one entry in it.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct LogbookTexts {
    pub entry_no: &'static str,
    /// The same where there is little room.
    pub entry_no_short: &'static str,
    pub contact_no: &'static str,
    /// The time of day, as the heading of a narrow column.
    pub time_short: &'static str,
    /// An interaction template, as the heading of a column of codes.
    pub template: &'static str,
    pub age: &'static str,
    pub missing: &'static str,
    /// How many postponed interactions there are, on the way to them.
    pub postponed_n: fn(u32) -> String,
    pub empty: &'static str,
    pub empty_detail: &'static str,
    pub empty_context: &'static str,
    pub empty_context_detail: &'static str,
    pub general: &'static str,
    pub details: &'static str,
    pub figures: &'static str,
    pub comments: &'static str,
    pub no_comments: &'static str,
    pub written_by: &'static str,
    pub written_at: &'static str,
    pub postponed: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub of_contact: &'static str,
    /// A record by its description and code.
    pub with_code: fn(&str, &str) -> String,
    /// The code of a record that was deleted after the entry was written.
    pub deleted_since: fn(&str) -> String,
    pub postponed_title: &'static str,
    pub resume: &'static str,
    /// Resumes the interaction with this contact.
    pub resume_one: fn(&str) -> String,
    pub delete: &'static str,
    /// Why Resume and Delete can't be pressed.
    pub choose_row: &'static str,
    pub nothing_missing: &'static str,
    /// What has to be there before content can be sent.
    pub content: &'static str,
    pub no_description: &'static str,
    pub postponed_empty: &'static str,
    pub postponed_empty_detail: &'static str,
    pub all_entries: &'static str,
    /// Asks whether so many postponed interactions are to be deleted.
    pub delete_question: fn(u32) -> String,
    pub delete_detail: &'static str,
    pub keep: &'static str,
}
