//! Finnish: undo and redo.

use super::{FORMATS, terms::TERMS};
use crate::domain::notice::Restored;
use crate::domain::{RecordName, Table};
use crate::language::undo::UndoTexts;

pub(super) const UNDO: UndoTexts = UndoTexts {
    redo: "Tee uudelleen",
    nothing_to_undo: "Kumottavaa ei ole.",
    nothing_to_redo: "Uudelleen tehtävää ei ole.",
    draft_is_back: "Luonnos on palautettu.",
    undone,
    redone,
};

fn undone(what: &Restored) -> String {
    match what {
        Restored::Back { record, n_more } if record.table == Table::LogEntry => {
            format!("{} on taas lykätty.", all(record, *n_more))
        }
        Restored::Back { record, n_more } => format!("{} on palautettu.", all(record, *n_more)),
        Restored::Gone { record, n_more } if record.table == Table::LogEntry => {
            format!("{} ei ole enää lykätty.", all(record, *n_more))
        }
        Restored::Gone { record, n_more } => format!("Luonti kumottu: {}.", all(record, *n_more)),
        Restored::Field { record, field } => format!(
            "{}: kenttä {} palautettiin entiselleen.",
            name(record),
            (TERMS.field)(*field)
        ),
        Restored::Record(record) => format!("Muutos kumottu: {}.", name(record)),
        Restored::Several(n) => format!("Muutokset kumottu: {}.", records(*n)),
    }
}

fn redone(what: &Restored) -> String {
    match what {
        Restored::Back { record, n_more } if record.table == Table::LogEntry => {
            format!("{} on taas lykätty.", all(record, *n_more))
        }
        Restored::Back { record, n_more } => {
            format!("{} luotiin uudelleen.", all(record, *n_more))
        }
        Restored::Gone { record, n_more } => {
            format!("{} poistettiin uudelleen.", all(record, *n_more))
        }
        Restored::Field { record, field } => format!(
            "{}: kenttä {} muutettiin uudelleen.",
            name(record),
            (TERMS.field)(*field)
        ),
        Restored::Record(record) => format!("Muutos tehtiin uudelleen: {}.", name(record)),
        Restored::Several(n) => format!("Muutokset tehtiin uudelleen: {}.", records(*n)),
    }
}

fn all(record: &RecordName, n_more: u32) -> String {
    match (n_more, record.table) {
        (0, _) => name(record),
        (n, Table::Contact) => {
            let persons = match n {
                1 => "sen henkilö".into(),
                n => format!("sen {} henkilöä", FORMATS.count(n.into())),
            };
            format!("{} ja {persons}", name(record))
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
        1 => "1 tietue".into(),
        n => format!("{} tietuetta", FORMATS.count(n.into())),
    }
}
