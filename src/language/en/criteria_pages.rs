//! English: criteria in the interface.

use super::grouped;
use super::terms::TERMS;
use crate::domain::Table;
use crate::domain::segment::criteria::ActionKind;
use crate::domain::segment::selection::Part;
use crate::domain::segment::selection::apply::Preview;
use crate::language::criteria_pages::CriteriaPageTexts;

pub(super) const CRITERIA_PAGES: CriteriaPageTexts = CriteriaPageTexts {
    button: |kind| match kind {
        ActionKind::Add => "Add Contacts",
        ActionKind::Reduce => "Reduce",
        ActionKind::Refine => "Refine",
    },
    go_back: "Go Back",
    save: "Save Criteria",
    reuse: "Reuse…",
    apply_group: "Apply Mailing Group",
    no_lines: "The segment has no lines yet.",
    nothing_to_go_back_to: "No criteria action is left to take back.",
    nothing_to_save: "The segment has no criteria to save yet.",
    criteria: "Criteria",
    no_criteria: "Each step that adds or removes contacts will stand here, and can be taken back.",
    change: |kind, n| match (kind, n) {
        (_, 0) => "0".into(),
        (ActionKind::Add, n) => format!("+\u{a0}{}", grouped(n)),
        (_, n) => format!("−\u{a0}{}", grouped(n)),
    },
    earlier: |n| match n {
        1 => "Show 1 earlier step".into(),
        n => format!("Show {} earlier steps", grouped(n)),
    },
    intro: |kind| match kind {
        ActionKind::Add => "Contacts for whom all of this holds come into the segment.",
        ActionKind::Reduce => "Contacts for whom all of this holds leave the segment.",
        ActionKind::Refine => {
            "Only contacts for whom all of this holds stay; all others leave the segment."
        }
    },
    nothing_asked: |kind| match kind {
        ActionKind::Add => "Nothing is asked yet: all contacts come in.",
        ActionKind::Reduce => "Nothing is asked yet: all contacts leave the segment.",
        ActionKind::Refine => "Nothing is asked yet: all contacts stay.",
    },
    contact_that: "The contact",
    holds: |part, absent| match (part, absent) {
        (Part::Contact, false) => "fits",
        (Part::Contact, true) => "does not fit",
        (Part::MailingGroup | Part::IndustryGroup, false) => "is in",
        (Part::MailingGroup | Part::IndustryGroup, true) => "is not in",
        (Part::BusinessRelation | Part::JobResponsibility, false) => "has",
        (Part::BusinessRelation | Part::JobResponsibility, true) => "has not",
        (Part::Interaction, false) => "had one",
        (Part::Interaction, true) => "had none",
    },
    any_row: |part, absent| match (part, absent) {
        (Part::Contact, _) => "",
        (Part::Interaction, false) => "Whatever interaction it was.",
        (Part::Interaction, true) => "No interaction at all, ever.",
        (_, false) => "Whichever it is.",
        (_, true) => "None at all.",
    },
    and: "and",
    add_condition: "Add condition",
    remove_condition: |field| format!("Remove condition: {field}"),
    add_section: "More criteria",
    remove_section: |part| format!("Remove: {part}"),
    any: "any",
    or_another: "or another…",
    contains: "contains…",
    remove_value: |value| format!("Remove {value}"),
    unknown_value: |typed| {
        format!("There is no {typed}. Choose from the list, or type an expression such as A*|B.")
    },
    options: "Options",
    no_options: "none",
    allow_existing_hint: "Contacts that are in the segment already get one more line.",
    expand_companies_hint: "All contacts of the companies found come in too.",
    related_companies_hint: "The companies of the persons found come in too.",
    ignore_exclusion_hint: "Contacts that are excluded from segments come in too.",
    entire_companies_hint: "One contact found stands for all contacts of its company.",
    in_words: "In words",
    unchanged: "The segment has not been changed.",
    preview: "Preview",
    meant: "contacts fit",
    changed: |kind| match kind {
        ActionKind::Add => "come in",
        ActionKind::Reduce | ActionKind::Refine => "lines leave",
    },
    lines_then: "lines then",
    left_out,
    nobody_meant: "No contact fits.",
    too_many: |max| {
        format!(
            "The segment would have more than {} lines, and that is too many.",
            grouped(max)
        )
    },
    save_detail: "All steps of this segment are kept under a code, to be used again in other segments.",
    reuse_title: "Reuse Criteria",
    reuse_from: "Take contacts by",
    from_saved: "Saved criteria",
    from_logged: "Logged segment",
    none_saved: "No criteria are saved yet. Save Criteria keeps those of a segment.",
    none_logged: "No segment has been logged yet.",
    choose_saved: "Choose which criteria to use.",
    choose_logged: "Choose which segment to take the contacts from.",
    reuse_detail: "The steps are carried out one after the other on what is true now, so the contacts may differ.",
    choose_group: "Choose a mailing group.",
    group_detail: "All contacts of this segment come into the mailing group.",
    only_these: "Only these contacts",
    only_these_hint: "Whoever else is in the group leaves it.",
    group_change: |n_in, n_out| {
        let contacts = |n| (TERMS.n_records)(Table::Contact, n);
        match n_out {
            0 => format!("New in the group: {}.", contacts(n_in)),
            n_out => format!(
                "New in the group: {}. Leaving it: {}.",
                contacts(n_in),
                contacts(n_out)
            ),
        }
    },
    saved_detail: "Steps of segments, kept to be used again",
    no_saved: "No saved criteria yet",
    no_saved_detail: "Fill a segment by criteria and save them there. Then they can be used again in any segment.",
    to_segments: "Segments",
    n_actions: "Steps",
    saved_by: "Saved by",
    steps: "What they do, in this order",
};

fn left_out(preview: &Preview) -> Option<String> {
    let reasons = [
        (preview.n_existing, "in the segment already"),
        (preview.n_excluded, "excluded from segments"),
        (preview.n_blocked, "privacy blocked"),
    ];
    let reasons = reasons.iter().filter(|(n, _)| *n > 0);
    let reasons: Vec<_> = reasons
        .map(|(n, why)| format!("{} {why}", grouped(*n)))
        .collect();
    (!reasons.is_empty()).then(|| format!("Left out: {}.", reasons.join(", ")))
}
