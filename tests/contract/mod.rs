//! What every journal must do: written once, run on the twin in memory by the host tests, and on
//! the real one in a browser by the web tests.
//!
//! [`every_rule`] lists the rules, so that neither can forget one.

mod commands;
mod files;
mod rules;
mod samples;

#[allow(unused_imports, reason = "each of the two uses what it needs")]
pub use commands::*;
#[allow(unused_imports, reason = "each of the two uses what it needs")]
pub use files::*;
pub use rules::*;
#[allow(unused_imports, reason = "each of the two uses what it needs")]
pub use samples::*;

/// Hands the names of all rules to a macro.
#[macro_export]
macro_rules! every_rule {
    ($run:ident) => {
        $run! {
            what_is_appended_is_there_after_a_reload,
            a_revision_is_kept_once,
            an_error_in_the_middle_leaves_nothing,
            a_change_set_its_files_and_the_end_of_its_draft_are_one,
            what_others_wrote_is_read_in_order,
            folding_changes_nothing_but_the_place,
            folding_keeps_the_last_change_sets,
            folding_splits_what_has_grown,
            two_that_fold_at_once_do_it_once,
            whoever_slept_through_folding_cannot_write_and_loads_anew,
            what_others_wrote_is_decided_on_and_followed_at_once,
            two_writers_never_share_a_revision,
            a_draft_is_replaced_listed_and_removed,
            a_draft_that_cannot_be_read_is_named_and_stays,
            the_first_description_stays_until_it_is_replaced,
            what_is_not_there_is_gone_and_not_created,
            companies_are_listed_and_deleted,
            a_connection_closed_behind_us_is_opened_again,
            a_company_put_in_place_of_ours_is_not_written_to,
            a_hole_in_the_journal_is_damage,
            a_row_missing_from_the_snapshot_is_damage,
            text_of_a_newer_format_is_refused_and_named,
            bytes_and_texts_come_back_as_they_were,
            what_is_read_in_pieces_is_what_is_read_at_once,
            what_is_loaded_in_stages_is_what_is_loaded_at_once,
            a_log_that_lacks_a_row_is_damage,
            a_log_that_is_folded_in_between_is_loaded_anew,
            what_is_told_fills_empty_stores_with_the_same,
            what_is_erased_is_nowhere_in_the_stores,
            an_erasure_that_was_broken_off_is_finished_at_the_next_start,
            whoever_is_behind_an_erasure_goes_on_from_it,
            ranges_follow_the_order_of_slots,
        }
    };
}
