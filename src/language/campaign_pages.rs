//! Texts of the pages of campaigns.

/// Campaigns and their statuses.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct CampaignPageTexts {
    pub detail: &'static str,
    pub new_campaign: &'static str,
    pub no_campaigns: &'static str,
    pub no_campaigns_detail: &'static str,
    pub no_hint: &'static str,
    pub general: &'static str,
    pub delete: &'static str,
    /// What becomes of its entries, segments and interactions when it is deleted.
    pub delete_detail: fn(&str, &str, &str) -> String,
    pub statistics: &'static str,
    pub contacted: &'static str,
    pub responded: &'static str,
    pub response_rate: &'static str,
    pub interactions: &'static str,
    pub cost: &'static str,
    pub duration: &'static str,
    pub cost_per_response: &'static str,
    /// A share in tenths of a per cent.
    pub rate: fn(u64) -> String,
    pub entries: &'static str,
    pub no_entries: &'static str,
    pub no_entries_detail: &'static str,
    pub segments: &'static str,
    pub no_segments: &'static str,
    pub logged: &'static str,
    pub switch_canceled: &'static str,
    pub delete_canceled: &'static str,
    pub none_canceled: &'static str,
    /// Asks before so many canceled entries are deleted.
    pub delete_question: fn(u32) -> String,
    pub delete_question_detail: &'static str,
    pub statuses_detail: &'static str,
    pub new_status: &'static str,
    pub no_statuses: &'static str,
    pub no_statuses_detail: &'static str,
    pub n_campaigns: &'static str,
    pub none: &'static str,
}
