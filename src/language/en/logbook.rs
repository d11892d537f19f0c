//! English: the interaction log, one entry, postponed interactions.

use super::grouped;
use crate::language::logbook::LogbookTexts;

pub(super) const LOGBOOK: LogbookTexts = LogbookTexts {
    entry_no: "Entry No.",
    entry_no_short: "Entry No.",
    contact_no: "Contact No.",
    time_short: "Time",
    template: "Template",
    age: "Age",
    missing: "Missing",
    postponed_n: |n| match n {
        0 => "Postponed Interactions".into(),
        n => format!("Postponed Interactions ({})", grouped(n)),
    },
    empty: "No interactions yet",
    empty_detail: "Every call, visit and letter that you log stands here, the newest first.",
    empty_context: "No interactions here yet",
    empty_context_detail: "Nothing has been logged for this record. What you log stands here.",
    general: "Interaction",
    details: "Details",
    figures: "Figures",
    comments: "Comments",
    no_comments: "No comments",
    written_by: "Written by",
    written_at: "Written",
    postponed: "Postponed",
    yes: "Yes",
    no: "No",
    of_contact: "Interactions of this contact",
    with_code: |description, code| format!("{description} ({code})"),
    deleted_since: |code| format!("{code} (deleted since)"),
    postponed_title: "Postponed Interactions",
    resume: "Resume",
    resume_one: |contact| format!("Resume with {contact}"),
    delete: "Delete",
    choose_row: "Choose an interaction in the list first.",
    nothing_missing: "Nothing: ready for OK",
    content: "Content to send",
    no_description: "No description yet",
    postponed_empty: "Nothing is waiting",
    postponed_empty_detail: "When you cannot finish an interaction, cancel it and choose Postpone: it \
        waits here until you resume it.",
    all_entries: "Interaction Log Entries",
    delete_question: |n| match n {
        1 => "Delete this postponed interaction?".into(),
        n => format!("Delete {} postponed interactions?", grouped(n)),
    },
    delete_detail: "What was filled in and the comments go with them. You can undo it afterwards.",
    keep: "No, keep",
};
