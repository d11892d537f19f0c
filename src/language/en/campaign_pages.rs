//! English: the pages of logged segments, campaigns and campaign statuses.

use super::grouped;
use super::terms::TERMS;
use crate::domain::Table;
use crate::domain::campaign::Touched;
use crate::domain::switched::Switched;
use crate::language::campaign_pages::CampaignPageTexts;

pub(super) const CAMPAIGN_PAGES: CampaignPageTexts = CampaignPageTexts {
    switch_canceled: "Switch Checkmark in Canceled",
    switch_question: |switched| {
        let records = (TERMS.n_records)(switched.table, switched.n);
        match switched.canceled {
            true => format!("Cancel {records}?"),
            false => format!("Make {records} valid again?"),
        }
    },
    switch_detail,
    switch_yes: |canceled| match canceled {
        true => "Yes, cancel",
        false => "Yes, make valid",
    },
    switch_no: "No, leave as is",
    delete_canceled: "Delete canceled",
    n_canceled: |table, n| {
        let (one, several) = match table {
            Table::LoggedSegment => ("logged segment", "logged segments"),
            _ => ("campaign entry", "campaign entries"),
        };
        let word = if n == 1 { one } else { several };
        format!("{} canceled {word}", grouped(n))
    },
    unlinked: |n_interactions, n_campaign_entries| {
        let kept = kept(n_interactions, n_campaign_entries);
        match kept.is_empty() {
            true => NO_UNDO.into(),
            false => format!("{kept} stay in the log, canceled, but lose the link. {NO_UNDO}"),
        }
    },
    none_canceled: "Nothing is canceled. Only what is canceled can be deleted.",
    not_canceled: "Only what is canceled can be deleted. Switch its checkmark first.",
    logged_detail: "What became of segments: who got which interaction, and when. Canceling one cancels all that it wrote.",
    no_logged: "No segment was logged yet",
    no_logged_detail: "When a segment is logged, all its contacts get the interaction at once, and the segment stands here from then on.",
    choose_logged: "Choose a logged segment in the list first.",
    logged_on: "Logged on",
    logged_by: "Logged by",
    n_interactions: "Interactions",
    n_campaign_entries: "Campaign entries",
    reuse: "Reuse as new segment",
    nothing_to_reuse: "None of its interactions has a contact any more.",
    delete_logged: "Delete logged segment",
    no_interactions: "No interactions",
    no_interactions_detail: "All interactions of this logged segment were deleted from the log.",
    no_campaign_entries: "It was logged for no campaign.",
    campaigns_detail: "Everything that belongs to one effort: its segments, its interactions, and what came of it.",
    new_campaign: "New campaign",
    no_campaigns: "No campaigns yet",
    no_campaigns_detail: "A campaign groups segments and interactions, and counts who was contacted and who responded. Make one, then make segments for it.",
    no_hint: "No number series gives campaigns a number: type one, or choose a series in Marketing Setup.",
    status_short: "Status",
    general: "General",
    new_segment: "New segment for this campaign",
    delete_campaign: "Delete campaign",
    delete_detail,
    contacted: "Contacted",
    responded: "Responded",
    response_rate: "Response rate",
    contacted_figure: "contacted",
    responded_figure: "responded",
    rate_figure: "response rate",
    percent: |number| format!("{number}%"),
    cost_per_response: "Cost per response",
    duration_per_response: "Duration per response",
    choose_entry: "Choose a campaign entry in the list first.",
    no_entries: "Nothing was logged for this campaign yet",
    no_entries_detail: "Each segment that is logged for it gets an entry here. Interactions logged by themselves share one.",
    no_segments: "No segments yet.",
    open_segment: "Not logged yet",
    statuses_detail: "The stages that campaigns go through.",
    new_status: "New campaign status",
    no_statuses: "No campaign statuses yet",
    no_statuses_detail: "With statuses such as planned, started and closed it is clear how each campaign stands.",
    n_campaigns: "Campaigns",
};

const NO_UNDO: &str = "This cannot be undone.";

/// Those of the interactions and campaign entries that there are.
fn kept(n_interactions: u32, n_campaign_entries: u32) -> String {
    let parts = [
        (Table::LogEntry, n_interactions),
        (Table::CampaignEntry, n_campaign_entries),
    ];
    let parts = parts.into_iter().filter(|(_, n)| *n > 0);
    let parts: Vec<String> = parts.map(|(of, n)| (TERMS.n_records)(of, n)).collect();
    parts.join(" and ")
}

fn switch_detail(switched: &Switched) -> String {
    let with = kept(switched.n_interactions, switched.n_campaign_entries);
    match (with.as_str(), switched.canceled) {
        ("", true) => "Nothing else changes. The checkmark can be switched back.".into(),
        ("", false) => "Nothing else changes.".into(),
        (with, true) => format!(
            "With it: {with}. All of it stays in the log, but counts in no figure. The checkmark \
             can be switched back."
        ),
        (with, false) => {
            format!("With it: {with}. What was canceled by itself stays canceled.")
        }
    }
}

fn delete_detail(touched: &Touched) -> String {
    let mut sentences = Vec::new();
    if touched.n_entries > 0 {
        let entries = (TERMS.n_records)(Table::CampaignEntry, touched.n_entries);
        sentences.push(format!("Deleted with it: {entries}."));
    }
    if touched.n_templates > 0 {
        let templates = (TERMS.n_records)(Table::InteractionTemplate, touched.n_templates);
        sentences.push(format!("Left without a campaign: {templates}."));
    }
    let kept = [
        (Table::Segment, touched.n_segments),
        (Table::LogEntry, touched.n_interactions),
    ];
    let kept = kept.into_iter().filter(|(_, n)| *n > 0);
    let kept: Vec<String> = kept.map(|(of, n)| (TERMS.n_records)(of, n)).collect();
    if !kept.is_empty() {
        sentences.push(format!("Its number stays on {}.", kept.join(" and ")));
    }
    let undo = match touched.n_entries {
        0 => "You can undo it afterwards.",
        _ => NO_UNDO,
    };
    sentences.push(undo.into());
    sentences.join(" ")
}
