//! English: the pages of logged segments.

use super::grouped;
use crate::language::logged_pages::LoggedPageTexts;

pub(super) const LOGGED_PAGES: LoggedPageTexts = LoggedPageTexts {
    detail: "What was logged with many contacts at once, newest first.",
    empty: "No segment has been logged yet",
    empty_detail: "When a segment is logged it moves here, and each of its contacts has a log entry.",
    switch_canceled: "Switch Check Mark in Canceled",
    choose_row: "Choose a row first.",
    delete_canceled: "Delete Canceled",
    delete_question: |n| match n {
        1 => "Delete 1 canceled logged segment?".into(),
        n => format!("Delete {} canceled logged segments?", grouped(n)),
    },
    delete_question_detail: "Their interactions and campaign entries stay, canceled. Their segment numbers can be logged again.",
    none_canceled: "No logged segment is canceled.",
    reuse: "Reuse as new segment",
    reused: |no| format!("Contacts of segment {no}"),
    segment_no: "Segment",
    logged_on: "Logged",
    logged_by: |user| format!("by {user}"),
    interactions: "interactions",
    campaign_entries: "Campaign Entries",
    no_interactions: "No interactions left",
    no_interactions_detail: "The interactions of this segment have been deleted.",
    canceled: "Canceled",
    cost: "cost",
    duration: "duration",
};
