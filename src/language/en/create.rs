//! English: creating an interaction, drafts, Home.

use crate::language::create::{CreateTexts, HomeTexts};

pub(super) const CREATE: CreateTexts = CreateTexts {
    title: "Create Interaction",
    resume_title: "Resume Interaction",
    untitled: "No contact chosen yet",
    contact_placeholder: "Name or number",
    salesperson_placeholder: "Name or code",
    all_templates: |n| format!("All {n} templates"),
    no_templates: "There are no interaction templates yet",
    no_templates_detail: "Every interaction starts from a template: a call, a visit, a letter.",
    set_up_templates: "Set up templates",
    more: "More",
    comments: "Comments",
    n_comments: |n| match n {
        0 => "none".into(),
        1 => "1 comment".into(),
        n => format!("{n} comments"),
    },
    add_comment: "Add a comment",
    remove_comment: "Remove the comment",
    comment_n: |n| format!("Comment {n}"),
    comment_date_n: |n| format!("Date of comment {n}"),
    draft_kept: |time| format!("Draft kept {time}"),
    no_language: "None",
    was_successful: "Was successful",
    attempt_failed: "attempt failed",
    go_on_as_new: "Go on as a new interaction",
    log_without_sending: "Log without sending",
    leave_question: "Finish this interaction later?",
    leave_detail: "Postponed, it waits under Postponed Interactions until you resume it.",
    postpone: "Postpone",
    discard: "Discard",
    keep_editing: "Keep editing",
    draft_stays: "What you typed is kept as a draft.",
    go_on: "Continue",
    cannot_open: "The form cannot be opened",
    draft_gone: "This draft is no longer there: it was finished or discarded.",
    outbound_short: "outbound",
    inbound_short: "inbound",
    by_us_short: "by us",
    by_them_short: "by them",
};

pub(super) const HOME: HomeTexts = HomeTexts {
    good_morning: |name| match name {
        "" => "Good morning".into(),
        name => format!("Good morning, {name}"),
    },
    good_day: |name| match name {
        "" => "Good afternoon".into(),
        name => format!("Good afternoon, {name}"),
    },
    good_evening: |name| match name {
        "" => "Good evening".into(),
        name => format!("Good evening, {name}"),
    },
    unfinished_draft: "Unfinished draft",
    go_on: "Continue",
    discard: "Discard",
    draft_discarded: "The draft was discarded.",
    no_contact_yet: "no contact yet",
    postponed: "Postponed Interactions",
    oldest: |days| format!("oldest {days}"),
    active_segments: "Active Segments",
    none_waiting: "nothing is waiting",
    contacts: "Contacts",
    companies_persons: |companies, persons| {
        let companies = match companies {
            1 => "1 company".to_string(),
            n => format!("{n} companies"),
        };
        let persons = match persons {
            1 => "1 person".to_string(),
            n => format!("{n} persons"),
        };
        format!("{companies}, {persons}")
    },
    this_week: "Interactions this week",
    last_week: |n| format!("{n} last week"),
    not_contacted: "Not contacted for 90 days",
    of_contacts: |n| match n {
        1 => "of 1 contact".into(),
        n => format!("of {n} contacts"),
    },
    recent: "Recently opened",
    recent_empty: "The records you open appear here.",
    latest: "Latest interactions",
    latest_empty: "Nothing is logged yet.",
    all_entries: "All Interaction Log Entries",
    twelve_weeks: "Interactions, 12 weeks",
    week: "Week",
    chart_table: "As a table",
    other_groups: "Other",
    by_salesperson: "By salesperson, 12 weeks",
    n_interactions: |n| match n {
        1 => "1 interaction".into(),
        n => format!("{n} interactions"),
    },
};
