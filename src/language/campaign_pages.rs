//! Texts of the pages of logged segments, campaigns and campaign statuses.

use crate::domain::Table;
use crate::domain::campaign::Touched;
use crate::domain::switched::Switched;

/// The pages of logged segments and campaigns.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct CampaignPageTexts {
    // The checkmark in Canceled.
    pub switch_canceled: &'static str,
    /// Asks before checkmarks are switched.
    pub switch_question: fn(&Switched) -> String,
    /// What else changes with them.
    pub switch_detail: fn(&Switched) -> String,
    /// Yes, when rows are canceled (true) or not canceled any more.
    pub switch_yes: fn(bool) -> &'static str,
    pub switch_no: &'static str,
    pub delete_canceled: &'static str,
    /// So many canceled rows of a kind, as what is deleted.
    pub n_canceled: fn(Table, u32) -> String,
    /// What becomes of so many interactions and campaign entries when the canceled rows that they
    /// belong to are deleted.
    pub unlinked: fn(u32, u32) -> String,
    pub none_canceled: &'static str,
    /// Why a row can't be deleted.
    pub not_canceled: &'static str,

    // Logged segments.
    pub logged_detail: &'static str,
    pub no_logged: &'static str,
    pub no_logged_detail: &'static str,
    pub choose_logged: &'static str,
    pub logged_on: &'static str,
    pub logged_by: &'static str,
    pub n_interactions: &'static str,
    pub n_campaign_entries: &'static str,
    pub reuse: &'static str,
    pub nothing_to_reuse: &'static str,
    pub delete_logged: &'static str,
    pub no_interactions: &'static str,
    pub no_interactions_detail: &'static str,
    pub no_campaign_entries: &'static str,

    // Campaigns.
    pub campaigns_detail: &'static str,
    pub new_campaign: &'static str,
    pub no_campaigns: &'static str,
    pub no_campaigns_detail: &'static str,
    pub no_hint: &'static str,
    pub status_short: &'static str,
    pub general: &'static str,
    pub new_segment: &'static str,
    pub delete_campaign: &'static str,
    /// What deleting a campaign does to other records.
    pub delete_detail: fn(&Touched) -> String,
    pub contacted: &'static str,
    pub responded: &'static str,
    pub response_rate: &'static str,
    /// The same where figures stand above their words.
    pub contacted_figure: &'static str,
    pub responded_figure: &'static str,
    pub rate_figure: &'static str,
    pub percent: fn(&str) -> String,
    pub cost_per_response: &'static str,
    pub duration_per_response: &'static str,
    pub choose_entry: &'static str,
    pub no_entries: &'static str,
    pub no_entries_detail: &'static str,
    pub no_segments: &'static str,
    /// A segment that is not logged yet.
    pub open_segment: &'static str,

    // Campaign statuses.
    pub statuses_detail: &'static str,
    pub new_status: &'static str,
    pub no_statuses: &'static str,
    pub no_statuses_detail: &'static str,
    pub n_campaigns: &'static str,
}
