//! English: what was done.

use super::{FORMATS, terms::TERMS, undo::UNDO};
use crate::domain::{Notice, Table};

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Created(table, label) => {
            format!("{} {label} was created.", (TERMS.record)(*table))
        }
        Notice::Deleted(table, label) => {
            format!("{} {label} was deleted.", (TERMS.record)(*table))
        }
        Notice::CompanyDeleted { no, n_persons } => {
            let persons = match n_persons {
                1 => "its person".into(),
                n => format!("its {} persons", FORMATS.count((*n).into())),
            };
            format!("Company {no} was deleted with {persons}.")
        }
        Notice::ContactsDeleted { n, n_persons } => {
            let records = (TERMS.n_records)(Table::Contact, *n);
            with_rest(
                format!("{records} deleted."),
                "Persons deleted with their companies",
                *n_persons,
            )
        }
        Notice::ContactErased {
            no,
            n_interactions,
            n_postponed,
        } => {
            let contact = no
                .as_ref()
                .map_or_else(|| "The contact".into(), |no| format!("Contact {no}"));
            with_rests(
                format!("{contact} was erased for good."),
                &[
                    ("Interactions made anonymous", n_interactions),
                    ("Postponed interactions deleted", n_postponed),
                ],
            )
        }
        Notice::SalespersonAssigned { code, n, n_follow } => {
            let records = (TERMS.n_records)(Table::Contact, *n);
            let sentence = match (code, n) {
                (Some(code), 0) => format!("{code} is the salesperson of all of them already."),
                (Some(code), _) => format!("{code} is now the salesperson of {records}."),
                (None, 0) => "None of them had a salesperson.".into(),
                (None, _) => format!("{records} left without a salesperson."),
            };
            with_rest(sentence, "Persons who followed their company", *n_follow)
        }
        Notice::GroupJoined { group, n: 0 } => format!(
            "{} {}: all of them are in it already.",
            (TERMS.record)(group.table),
            group.label
        ),
        Notice::GroupLeft { group, n: 0 } => format!(
            "{} {}: none of them was in it.",
            (TERMS.record)(group.table),
            group.label
        ),
        Notice::GroupJoined { group, n } => format!(
            "{} {}: added {}.",
            (TERMS.record)(group.table),
            group.label,
            (TERMS.n_records)(Table::Contact, *n)
        ),
        Notice::GroupLeft { group, n } => format!(
            "{} {}: removed {}.",
            (TERMS.record)(group.table),
            group.label,
            (TERMS.n_records)(Table::Contact, *n)
        ),
        Notice::InteractionLogged(no) => format!("Interaction {no} was logged."),
        Notice::CoverSheetsLogged(n) => match n {
            1 => "The cover sheet is in the log.".into(),
            n => format!(
                "{} cover sheets are in the log.",
                FORMATS.count((*n).into())
            ),
        },
        Notice::InteractionPostponed(no) => format!("Interaction {no} was postponed."),
        Notice::LoggedWithoutEmail { contact } => {
            format!("Logged without sending: {contact} has no e-mail address.")
        }
        Notice::PostponedDeleted(n) => format!(
            "{} deleted from the postponed ones.",
            (TERMS.n_records)(Table::LogEntry, *n)
        ),
        Notice::CanceledSwitched { table, n, canceled } => {
            let records = (TERMS.n_records)(*table, *n);
            match canceled {
                true => format!("{records} canceled."),
                false => format!("{records} no longer canceled."),
            }
        }
        Notice::CanceledDeleted(table, n) => {
            let records = (TERMS.n_records)(*table, *n);
            format!("{records} deleted that had been canceled.")
        }
        Notice::Evaluated(n) => {
            let records = (TERMS.n_records)(Table::LogEntry, *n);
            format!("{records} evaluated.")
        }
        Notice::LinesAdded { n, n_blocked } => {
            let records = (TERMS.n_records)(Table::Contact, *n);
            with_rest(
                format!("{records} added."),
                "Left out, because privacy blocked",
                *n_blocked,
            )
        }
        Notice::ContactsAdded {
            n,
            n_existing,
            n_excluded,
            n_blocked,
        } => {
            let rest = [
                (
                    "Left out because they are in the segment already",
                    n_existing,
                ),
                (
                    "Left out because they are excluded from segments",
                    n_excluded,
                ),
                ("Left out because they are privacy blocked", n_blocked),
            ];
            let records = (TERMS.n_records)(Table::Contact, *n);
            let sentence = match (n, rest.iter().all(|(_, n)| **n == 0)) {
                (0, true) => "Nobody was added: no contact meets the criteria.".into(),
                (0, false) => "Nobody was added.".into(),
                _ => format!("Added {records}."),
            };
            with_rests(sentence, &rest)
        }
        Notice::CriteriaReused {
            code,
            n_added,
            n_removed,
            n_blocked,
        } => {
            let [added, removed] =
                [n_added, n_removed].map(|n| (TERMS.n_records)(Table::SegmentLine, *n));
            let sentence = match (n_added, n_removed) {
                (0, 0) => format!("Criteria {code} reused: they change nothing here."),
                _ => format!("Criteria {code} reused: {added} added, {removed} removed."),
            };
            with_rest(
                sentence,
                "Left out because they are privacy blocked",
                *n_blocked,
            )
        }
        Notice::MailingGroupApplied {
            code,
            n_added,
            n_removed,
        } => {
            let records = (TERMS.n_records)(Table::Contact, *n_added);
            let sentence = match n_added {
                0 => format!("All of them are in mailing group {code} already."),
                _ => format!("Added {records} to mailing group {code}."),
            };
            with_rest(sentence, "Removed from it", *n_removed)
        }
        Notice::LinesDeleted(0) => "No line was deleted: the criteria mean none of them.".into(),
        Notice::LinesDeleted(n) => {
            let records = (TERMS.n_records)(Table::SegmentLine, *n);
            format!("{records} deleted.")
        }
        Notice::LinesFollow(n) => {
            let records = (TERMS.n_records)(Table::SegmentLine, *n);
            format!("{records} changed too.")
        }
        Notice::WentBack {
            n_removed,
            n_restored,
            n_lost,
        } => {
            let [out, back] =
                [n_removed, n_restored].map(|n| (TERMS.n_records)(Table::SegmentLine, *n));
            with_rest(
                format!("Went back one step: {out} taken out, {back} restored."),
                "Not restored, because the contact was deleted",
                *n_lost,
            )
        }
        Notice::SegmentLogged {
            no,
            n_interactions,
            n_without_email,
        } => {
            let records = (TERMS.n_records)(Table::LogEntry, *n_interactions);
            with_rest(
                format!("Segment {no} has been logged: {records}."),
                "Logged without sending, because there is no e-mail address",
                *n_without_email,
            )
        }
        Notice::FollowUpCreated {
            no,
            n_contacts,
            n_duplicates,
        } => {
            let records = (TERMS.n_records)(Table::Contact, *n_contacts);
            with_rest(
                format!("Follow-up segment {no} was created with {records}."),
                "Left out, because their contact stands there already",
                *n_duplicates,
            )
        }
        Notice::SeriesNearlyExhausted {
            series,
            no,
            ending_no,
        } => format!(
            "Number series {series} is running out: {no} was given, {ending_no} is the last one."
        ),
        Notice::Repaired(n) => match n {
            1 => "1 record was repaired.".into(),
            n => format!("{} records were repaired.", FORMATS.count((*n).into())),
        },
        Notice::Undone(what) => (UNDO.undone)(what),
        Notice::Redone(what) => (UNDO.redone)(what),
    }
}

/// A sentence, and how many were left out and why, if any were.
fn with_rest(sentence: String, why: &str, n: u32) -> String {
    match n {
        0 => sentence,
        n => format!("{sentence} {why}: {}.", FORMATS.count(n.into())),
    }
}

/// As [`with_rest`], for several reasons.
fn with_rests(sentence: String, rests: &[(&str, &u32)]) -> String {
    let more = |sentence, (why, n): &(&str, &u32)| with_rest(sentence, why, **n);
    rests.iter().fold(sentence, more)
}
