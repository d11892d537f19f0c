//! Criteria in the interface: the box beside a segment, its dialogs, and the page of saved criteria.

use crate::domain::segment::criteria::ActionKind;
use crate::domain::segment::selection::Part;
use crate::domain::segment::selection::apply::Preview;

/// The texts of criteria pages in one language.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct CriteriaPageTexts {
    // Actions.
    /// What an action is called on its button.
    pub button: fn(ActionKind) -> &'static str,
    pub go_back: &'static str,
    pub save: &'static str,
    pub reuse: &'static str,
    pub apply_group: &'static str,
    pub no_lines: &'static str,
    pub nothing_to_go_back_to: &'static str,
    pub nothing_to_save: &'static str,
    // The box.
    pub criteria: &'static str,
    pub no_criteria: &'static str,
    /// How many lines an action added or took away, with its sign.
    pub change: fn(ActionKind, u32) -> String,
    /// Shows so many actions that came before.
    pub earlier: fn(u32) -> String,
    // The dialog.
    /// What happens to whom.
    pub intro: fn(ActionKind) -> &'static str,
    /// Nothing is asked, so it happens to everybody.
    pub nothing_asked: fn(ActionKind) -> &'static str,
    /// Before the two answers of [`CriteriaPageTexts::holds`].
    pub contact_that: &'static str,
    /// That there is such a row, or (true) none.
    pub holds: fn(Part, bool) -> &'static str,
    /// What a section without conditions asks, where it is not about the contact itself.
    pub any_row: fn(Part, bool) -> &'static str,
    /// Between sections, which must all hold.
    pub and: &'static str,
    pub add_condition: &'static str,
    pub remove_condition: fn(&str) -> String,
    pub add_section: &'static str,
    pub remove_section: fn(&str) -> String,
    pub any: &'static str,
    /// Instead of it, once one is chosen.
    pub or_another: &'static str,
    pub contains: &'static str,
    /// Takes one of the values of a condition away.
    pub remove_value: fn(&str) -> String,
    /// What was typed into a lookup is none of its records, nor an expression.
    pub unknown_value: fn(&str) -> String,
    pub options: &'static str,
    pub no_options: &'static str,
    pub allow_existing_hint: &'static str,
    pub expand_companies_hint: &'static str,
    pub related_companies_hint: &'static str,
    pub ignore_exclusion_hint: &'static str,
    pub entire_companies_hint: &'static str,
    pub in_words: &'static str,
    pub unchanged: &'static str,
    // The preview.
    pub preview: &'static str,
    pub meant: &'static str,
    pub changed: fn(ActionKind) -> &'static str,
    pub lines_then: &'static str,
    /// Who is left out and why; none if nobody is.
    pub left_out: fn(&Preview) -> Option<String>,
    pub nobody_meant: &'static str,
    pub too_many: fn(u32) -> String,
    // Save, reuse, mailing group.
    pub save_detail: &'static str,
    pub reuse_title: &'static str,
    pub reuse_from: &'static str,
    pub from_saved: &'static str,
    pub from_logged: &'static str,
    pub none_saved: &'static str,
    pub none_logged: &'static str,
    pub choose_saved: &'static str,
    pub choose_logged: &'static str,
    pub reuse_detail: &'static str,
    pub choose_group: &'static str,
    pub group_detail: &'static str,
    pub only_these: &'static str,
    pub only_these_hint: &'static str,
    /// How many contacts come into a group, and how many leave it.
    pub group_change: fn(u32, u32) -> String,
    // Saved criteria.
    pub saved_detail: &'static str,
    pub no_saved: &'static str,
    pub no_saved_detail: &'static str,
    pub to_segments: &'static str,
    pub n_actions: &'static str,
    pub saved_by: &'static str,
    pub steps: &'static str,
}
