//! English: what is done to many contacts at once.

use super::FORMATS;
use super::explain::listed;
use super::people::UNDO;
use super::terms::TERMS;
use crate::domain::Table;
use crate::language::many::ManyTexts;

pub(super) const MANY: ManyTexts = ManyTexts {
    assign: "Assign salesperson",
    assign_hint: "Left blank, nobody is responsible for them.",
    groups: "Groups and segments",
    join: "Add to mailing group",
    leave: "Remove from mailing group",
    to_segment: "Add to segment",
    segment_hint: "Contacts that are in it already, are excluded from segments or are privacy blocked are left out.",
    too_many_to_print: |most| {
        format!(
            "Up to {} contacts are printed at once. Add them to a segment to print for all of them.",
            FORMATS.count(most.into())
        )
    },
    title: |action, records| format!("{action}: {records}"),
    delete_detail: |deletion| {
        let mut told = Vec::new();
        match deletion.n_persons {
            0 => {}
            1 => told.push("1 person is deleted with its company.".to_string()),
            n => told.push(format!(
                "{} persons are deleted with their companies.",
                FORMATS.count(n.into())
            )),
        }
        match deletion.n_interactions {
            0 => {}
            n => told.push(format!(
                "{} will belong to the company of the contact, or name no contact.",
                (TERMS.n_records)(Table::LogEntry, n)
            )),
        }
        match deletion.n_staying {
            0 => {}
            n => told.push(format!(
                "{} not deleted, because of a segment that is not logged yet: {}.",
                (TERMS.n_records)(Table::Contact, n),
                listed(&deletion.staying, n, "and others")
            )),
        }
        told.push(UNDO.into());
        told.join(" ")
    },
    none_deleted: |n| match n {
        1 => "The contact is in a segment that is not logged yet, so it cannot be deleted.".into(),
        _ => {
            "All of them are in segments that are not logged yet, so they cannot be deleted.".into()
        }
    },
};
