//! Texts of the pages of segments: the list, the card with its lines, and Log Segment.

use crate::domain::segment::question::{Answer, Question};

/// The pages of segments.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct SegmentPageTexts {
    /// An answer to what a change asks.
    pub answer: fn(&Question, Answer) -> &'static str,
    // The list.
    pub detail: &'static str,
    pub new_segment: &'static str,
    pub no_segments: &'static str,
    pub no_segments_detail: &'static str,
    pub no_hint: &'static str,
    pub template_short: &'static str,
    pub n_lines: &'static str,
    pub total_cost: &'static str,
    pub total_duration: &'static str,
    // The card.
    pub delete_segment: &'static str,
    pub lines: fn(u32) -> String,
    pub general: &'static str,
    pub interaction: &'static str,
    pub interaction_note: &'static str,
    pub campaign: &'static str,
    pub by_contact: &'static str,
    pub language_hint: &'static str,
    pub ignore_hint: &'static str,
    pub language_to_add: fn(&str) -> String,
    pub languages: &'static str,
    pub no_languages: &'static str,
    pub subject_in: fn(&str) -> String,
    pub remark_on: fn(&str) -> String,
    pub remove_language: fn(&str) -> String,
    pub totals: &'static str,
    pub interactions: &'static str,
    pub refresh: &'static str,
    // The lines.
    pub differs: &'static str,
    pub set_back: &'static str,
    /// The same as the heading of a narrow column.
    pub set_back_short: &'static str,
    /// The line of a contact.
    pub set_back_line: fn(&str) -> String,
    pub was_set_back: &'static str,
    /// A field was changed in so many lines.
    pub saved_in: fn(&str, u32) -> String,
    /// A field of the line of a contact.
    pub cell_of: fn(&str, &str) -> String,
    pub no_template: &'static str,
    pub no_contact: &'static str,
    pub delete_lines: &'static str,
    pub no_lines: &'static str,
    pub no_lines_detail: &'static str,
    pub add_by_hand: &'static str,
    pub choose_contact: &'static str,
    pub n_chosen: fn(u32) -> String,
    pub stands_already: &'static str,
    pub leave_out: fn(&str) -> String,
    pub discard_chosen: &'static str,
    pub discard_chosen_detail: &'static str,
    // One line.
    /// The way from a contact to its line.
    pub its_line: &'static str,
    /// Which of how many.
    pub line_of: fn(u32, u32) -> String,
    pub previous_line: &'static str,
    pub next_line: &'static str,
    pub first_line: &'static str,
    pub last_line: &'static str,
    pub open_contact: &'static str,
    pub contact_hint: &'static str,
    pub content: &'static str,
    pub how_it_went: &'static str,
    // Log Segment.
    pub log: &'static str,
    pub log_segment: &'static str,
    pub will_be_logged: fn(u32) -> &'static str,
    pub cost_in_all: &'static str,
    pub need_a_look: fn(u32) -> &'static str,
    pub without_contact: fn(u32) -> String,
    pub without_email: fn(u32) -> String,
    pub campaign_entries: fn(u32) -> String,
    pub by_template: &'static str,
    pub go_to_field: fn(&str) -> String,
    /// Opens the line of a contact.
    pub open_line: fn(&str) -> String,
    pub open_line_short: &'static str,
    pub line_no: fn(u32) -> String,
    pub more_problems: fn(u32) -> String,
    pub logging: fn(u32) -> String,
    pub logging_given_up: &'static str,
    pub create_follow_up: &'static str,
    /// The follow-up segment: its number and description, how many contacts, and how many are left
    /// out because they stand there already and because they are privacy blocked.
    pub follow_up: fn(&str, &str, u32, u32, u32) -> String,
}
