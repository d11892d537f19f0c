//! English: the pages of campaigns.

use super::grouped;
use crate::language::campaign_pages::CampaignPageTexts;

pub(super) const CAMPAIGN_PAGES: CampaignPageTexts = CampaignPageTexts {
    detail: "Marketing efforts: the segments, interactions and answers that belong together.",
    new_campaign: "New campaign",
    no_campaigns: "No campaigns yet",
    no_campaigns_detail: "A campaign gathers segments and interactions, and counts whom you reached and who answered.",
    no_hint: "No number series gives campaigns their numbers: type one, or choose a series in Marketing Setup.",
    general: "General",
    delete: "Delete campaign",
    delete_detail: |entries, segments, interactions| {
        format!("{entries} go with it. {segments} and {interactions} keep its number.")
    },
    statistics: "Statistics",
    contacted: "contacted",
    responded: "responded",
    response_rate: "response rate",
    interactions: "interactions",
    cost: "cost",
    duration: "duration",
    cost_per_response: "cost per response",
    rate: |tenths| format!("{}.{} %", tenths / 10, tenths % 10),
    entries: "Campaign Entries",
    no_entries: "No entries yet",
    no_entries_detail: "An entry is written when interactions for this campaign are logged.",
    segments: "Segments",
    no_segments: "No segment is for this campaign.",
    logged: "logged",
    switch_canceled: "Switch Check Mark in Canceled",
    delete_canceled: "Delete Canceled Entries",
    none_canceled: "No entry is canceled.",
    delete_question: |n| match n {
        1 => "Delete 1 canceled campaign entry?".into(),
        n => format!("Delete {} canceled campaign entries?", grouped(n)),
    },
    delete_question_detail: "Their interactions stay, canceled.",
    statuses_detail: "The stages that a campaign goes through.",
    new_status: "New status",
    no_statuses: "No statuses yet",
    no_statuses_detail: "Statuses say how far a campaign is: planned, started, done.",
    n_campaigns: "Campaigns",
    none: "None",
};
