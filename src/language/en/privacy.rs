//! English: erasing contacts.

use super::FORMATS;
use super::terms::TERMS;
use crate::domain::Table;
use crate::domain::privacy::Erasure;
use crate::language::privacy::PrivacyTexts;

pub(super) const PRIVACY: PrivacyTexts = PrivacyTexts {
    erase: "Erase for good…",
    erase_now: "Erase for good",
    erase_question: |name| format!("Erase {name} for good?"),
    erase_detail,
    erase_final: "This cannot be undone, and neither can anything that was done in this company before. Backups from before still hold the contact: one that is restored on this device is erased again.",
    type_no: |no| format!("Type {no} or the name to erase"),
    type_no_wrong: |no| format!("Type {no}, or the name exactly as it reads."),
    erased_contact: "Erased contact",
    not_everywhere: |n| {
        match n {
        1 => "Another state of this company, set aside or restored on this device, still holds the contact: it could not be opened or written. Delete that company, or open it and erase the contact there.".into(),
        n => format!("{} other states of this company, set aside or restored on this device, still hold the contact: they could not be opened or written. Delete those companies, or open them and erase the contact there.", FORMATS.count(n.into())),
    }
    },
    erased_again: |n| match n {
        1 => "1 contact that was erased since was erased from it again.".into(),
        n => format!(
            "{} contacts that were erased since were erased from it again.",
            FORMATS.count(n.into())
        ),
    },
    erased_is_unknown: |n| {
        match n {
        1 => "1 company on this device cannot be read. Contacts that were erased there may have come back with the backup: look whether they must be erased again.".into(),
        n => format!("{} companies on this device cannot be read. Contacts that were erased there may have come back with the backup: look whether they must be erased again.", FORMATS.count(n.into())),
    }
    },
    report: "Report on this contact",
    report_made: |when| format!("Made {when}"),
    report_detail: "This is all that the company holds about the contact. Backups, exported files and printed pages hold what they held when they were made.",
    save_report: "Save as a file (JSON)",
    report_not_saved: "The report was not saved.",
    report_saved: |file| format!("Saved: {file}"),
    report_groups: "Groups",
    report_persons: "Each is a contact with a report of its own.",
    report_drafts: "Drafts",
    report_criteria: "Criteria",
    report_criteria_detail: "They remember the contact, or filter on what it is called.",
    report_mentions: "Named in other records",
    report_mentions_detail: "Their texts hold the contact's name, phone number or e-mail address. Erasing the contact leaves them as they are.",
    erasure_waits: |what, to_do| {
        format!(
            "The contact is erased, but the device still holds what was known of it. {what} {to_do} It is tried again when you leave the page and when the company is opened."
        )
    },
};

fn erase_detail(erasure: &Erasure, n_drafts: u32) -> Vec<String> {
    let mut told = vec!["Its card goes, and all that it says.".to_string()];
    let mut tell = |n: u32, one: &str, several: &dyn Fn(&str) -> String| match n {
        0 => {}
        1 => told.push(one.into()),
        n => told.push(several(&FORMATS.count(n.into()))),
    };
    tell(
        erasure.n_interactions,
        "1 interaction keeps its number, date, type and figures, but not with whom it was or what was said.",
        &|n| {
            format!(
                "{n} interactions keep number, date, type and figures, but not with whom they were or what was said."
            )
        },
    );
    tell(
        erasure.n_postponed,
        "1 postponed interaction is deleted.",
        &|n| format!("{n} postponed interactions are deleted."),
    );
    tell(n_drafts, "1 draft is deleted.", &|n| {
        format!("{n} drafts are deleted.")
    });
    tell(erasure.n_lines, "1 segment line is removed.", &|n| {
        format!("{n} segment lines are removed.")
    });
    tell(erasure.n_groups, "It leaves 1 group.", &|n| {
        format!("It leaves {n} groups.")
    });
    let saved = (TERMS.n_records)(Table::SavedCriteria, erasure.n_saved_criteria);
    tell(
        erasure.n_saved_criteria,
        &format!("{saved} deleted, because it filters on the contact's name."),
        &|_| format!("{saved} deleted, because they filter on the contact's name."),
    );
    tell(
        erasure.n_persons,
        "Its person stays, without a company, as a contact of its own.",
        &|n| format!("Its {n} persons stay, without a company, as contacts of their own."),
    );
    told
}
