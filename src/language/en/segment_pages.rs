//! English: the pages of segments.

use super::grouped;
use crate::domain::segment::question::{Answer, Question};
use crate::language::segment_pages::SegmentPageTexts;

pub(super) const SEGMENT_PAGES: SegmentPageTexts = SegmentPageTexts {
    answer: |question, answer| match (question, answer) {
        (Question::LinesFollow { .. } | Question::SubjectsFollow { .. }, Answer::Yes) => {
            "Yes, the lines too"
        }
        (Question::TemplateForAll { .. }, Answer::Yes) => "Yes, all lines",
        (
            Question::LinesFollow { .. }
            | Question::SubjectsFollow { .. }
            | Question::TemplateForAll { .. },
            Answer::No,
        ) => "No, the segment only",
        (Question::AddLanguage { .. }, Answer::Yes) => "Yes, add it",
        (Question::ResetCriteria { .. }, Answer::Yes) => "Yes, start anew",
        (Question::ResetCriteria { .. }, Answer::No) => "No, keep them",
        (Question::GoBack { .. }, Answer::Yes) => "Yes, go back",
        (Question::AddToExisting { .. }, Answer::Yes) => "Yes, add them",
        (
            Question::AddLanguage { .. } | Question::GoBack { .. } | Question::AddToExisting { .. },
            Answer::No,
        ) => "No",
    },
    detail: "Contacts that will all get one interaction: a letter, an invitation, a round of calls.",
    new_segment: "New segment",
    no_segments: "No segments yet",
    no_segments_detail: "A segment gathers contacts, and logs an interaction with each of them at once. Make one, say what kind of interaction it is, and add contacts.",
    no_hint: "No number series gives segments their numbers: type one, or choose a series in Marketing Setup.",
    template_short: "Template",
    n_lines: "Lines",
    total_cost: "Cost",
    total_duration: "Duration",
    delete_segment: "Delete segment",
    lines: |n| match n {
        1 => "1 line".into(),
        n => format!("{} lines", grouped(n)),
    },
    general: "General",
    interaction: "Interaction",
    interaction_note: "for every line that does not say otherwise",
    campaign: "Campaign",
    by_contact: "by contact",
    language_hint: "For contacts whose own language is not among those below.",
    ignore_hint: "Contacts get the segment's type even if they want another. Counts for lines added from now on.",
    language_to_add: |language| format!("{language} (not in the segment)"),
    languages: "Languages of the segment",
    no_languages: "No languages: the interactions have none.",
    subject_in: |language| format!("Subject in {language}"),
    remark_on: |language| format!("Remark on {language}"),
    remove_language: |language| format!("Remove {language}"),
    totals: "In all",
    interactions: "lines",
    refresh: "Refresh lines from header",
    differs: "Differs from header",
    set_back: "Set back to header",
    set_back_short: "Set back",
    set_back_line: |contact| match contact {
        "" => "Set back to header".into(),
        contact => format!("Set back to header: {contact}"),
    },
    was_set_back: "Set back to what the header says.",
    saved_in: |field, n| format!("Saved: {field}, {} lines", grouped(n)),
    cell_of: |field, contact| match contact {
        "" => field.into(),
        contact => format!("{field}, {contact}"),
    },
    no_template: "No template",
    no_contact: "No contact",
    delete_lines: "Delete lines",
    no_lines: "No contacts in this segment yet",
    no_lines_detail: "Every contact that is added gets a line with what the segment says of the interaction. Add contacts by criteria, or choose them by hand.",
    add_by_hand: "Add by hand",
    choose_contact: "Choose a contact first.",
    n_chosen: |n| match n {
        0 => "Nobody chosen yet. Choose as many as you like.".into(),
        1 => "1 contact chosen".into(),
        n => format!("{} contacts chosen", grouped(n)),
    },
    stands_already: "in the segment already",
    leave_out: |contact| format!("Leave out {contact}"),
    discard_chosen: "Discard what you chose?",
    discard_chosen_detail: "Nobody has been added yet.",
    its_line: "Line",
    line_of: |n, of| format!("line {} of {}", grouped(n), grouped(of)),
    previous_line: "Previous line",
    next_line: "Next line",
    first_line: "This is the first line.",
    last_line: "This is the last line.",
    open_contact: "Open the contact's card",
    contact_hint: "With another contact the line starts anew from the segment.",
    content: "Content",
    how_it_went: "Interaction",
    log: "Log",
    log_segment: "Log Segment",
    will_be_logged: |n| match n {
        1 => "interaction will be logged",
        _ => "interactions will be logged",
    },
    cost_in_all: "cost in all",
    need_a_look: |n| match n {
        1 => "line needs a look",
        _ => "lines need a look",
    },
    without_contact: |n| match n {
        1 => "1 line has no contact and goes with the segment.".into(),
        n => format!(
            "{} lines have no contact and go with the segment.",
            grouped(n)
        ),
    },
    without_email: |n| match n {
        1 => "1 contact has no e-mail address: its interaction is logged without sending.".into(),
        n => format!(
            "{} contacts have no e-mail address: their interactions are logged without sending.",
            grouped(n)
        ),
    },
    campaign_entries: |n| match n {
        1 => "Counted in 1 campaign entry.".into(),
        n => format!("Counted in {} campaign entries.", grouped(n)),
    },
    by_template: "Interactions by template",
    go_to_field: |field| format!("Go to {field}"),
    open_line: |contact| format!("Open line: {contact}"),
    open_line_short: "Open line",
    line_no: |no| format!("Line {no}"),
    more_problems: |n| format!("and {} more", grouped(n)),
    logging: |n| format!("Logging {} interactions…", grouped(n)),
    logging_given_up: "Logging was canceled. Nothing has been logged.",
    create_follow_up: "Create Follow-up Segment",
    follow_up: |no, description, n, n_duplicates, n_blocked| {
        let contacts = match n {
            1 => "1 contact".into(),
            n => format!("{} contacts", grouped(n)),
        };
        let left_out = [
            (n_duplicates, "standing there already"),
            (n_blocked, "privacy blocked"),
        ];
        let left_out = left_out.iter().filter(|(n, _)| *n > 0);
        let left_out: Vec<String> = left_out
            .map(|(n, why)| format!("{} {why}", grouped(*n)))
            .collect();
        let left_out = match left_out.is_empty() {
            true => String::new(),
            false => format!(" (left out: {})", left_out.join(", ")),
        };
        format!("{no} “{description}” with {contacts}{left_out}")
    },
};
