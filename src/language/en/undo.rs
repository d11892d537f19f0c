//! English: undo and redo.

use super::{FORMATS, terms::TERMS};
use crate::domain::notice::Restored;
use crate::domain::{RecordName, Table};
use crate::language::undo::UndoTexts;

pub(super) const UNDO: UndoTexts = UndoTexts {
    redo: "Redo",
    nothing_to_undo: "There is nothing to undo.",
    nothing_to_redo: "There is nothing to redo.",
    draft_is_back: "The draft is back.",
    undone,
    redone,
};

fn undone(what: &Restored) -> String {
    match what {
        Restored::Back { record, n_more } if record.table == Table::LogEntry => {
            format!("{} postponed again.", are(record, *n_more))
        }
        Restored::Back { record, n_more } => format!("{} back.", are(record, *n_more)),
        Restored::Gone { record, n_more } if record.table == Table::LogEntry => {
            format!("{} not postponed any more.", are(record, *n_more))
        }
        Restored::Gone { record, n_more } => {
            format!("Creation of {} taken back.", all(record, *n_more))
        }
        Restored::Field { record, field } => format!(
            "{}: change to {} taken back.",
            name(record),
            (TERMS.field)(*field)
        ),
        Restored::Record(record) => format!("Change to {} taken back.", name(record)),
        Restored::Several(n) => format!("Changes to {} taken back.", records(*n)),
    }
}

fn redone(what: &Restored) -> String {
    match what {
        Restored::Back { record, n_more } if record.table == Table::LogEntry => {
            format!("{} postponed again.", are(record, *n_more))
        }
        Restored::Back { record, n_more } => format!("{} created again.", were(record, *n_more)),
        Restored::Gone { record, n_more } => format!("{} deleted again.", were(record, *n_more)),
        Restored::Field { record, field } => format!(
            "{}: change to {} made again.",
            name(record),
            (TERMS.field)(*field)
        ),
        Restored::Record(record) => format!("Change to {} made again.", name(record)),
        Restored::Several(n) => format!("Changes to {} made again.", records(*n)),
    }
}

/// The records, and the verb that their number asks for.
fn are(record: &RecordName, n_more: u32) -> String {
    let verb = if n_more == 0 { "is" } else { "are" };
    format!("{} {verb}", all(record, n_more))
}

fn were(record: &RecordName, n_more: u32) -> String {
    let verb = if n_more == 0 { "was" } else { "were" };
    format!("{} {verb}", all(record, n_more))
}

fn all(record: &RecordName, n_more: u32) -> String {
    match (n_more, record.table) {
        (0, _) => name(record),
        (n, Table::Contact) => {
            let persons = match n {
                1 => "its person".into(),
                n => format!("its {} persons", FORMATS.count(n.into())),
            };
            format!("{} and {persons}", name(record))
        }
        (n, table) => (TERMS.n_records)(table, n.saturating_add(1)),
    }
}

fn name(record: &RecordName) -> String {
    let kind = match record.table {
        Table::LogEntry => TERMS.interaction,
        table => (TERMS.record)(table),
    };
    format!("{kind} {}", record.label).trim_end().to_owned()
}

fn records(n: u32) -> String {
    match n {
        1 => "1 record".into(),
        n => format!("{} records", FORMATS.count(n.into())),
    }
}
