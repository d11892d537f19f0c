//! English: checking and repairing data.

use super::FORMATS;
use super::terms::TERMS;
use crate::domain::check::Wrong;
use crate::domain::repair::Remedy;
use crate::domain::{Field, Table};
use crate::language::checking::CheckingTexts;

pub(super) const CHECKING: CheckingTexts = CheckingTexts {
    title: "Check data",
    detail: "Looks through all records of the company: whether what they refer to exists, whether no number stands twice, and whether what follows from other records agrees with them. Nothing is changed.",
    looking: "Looking through the records…",
    sound: |n| format!("All is well: {n} records agree with each other."),
    found: |n| match n {
        1 => "1 fault was found.".into(),
        n => format!("{} faults were found.", FORMATS.count(n.into())),
    },
    again: "Check again",
    repair: "Repair",
    repairable: "Can be repaired",
    repairable_detail: "Each line says what the repair does. Save a backup before, if you are in doubt.",
    by_hand: "To be corrected by you",
    by_hand_detail: "Only you can know what belongs here. Open the record and correct it.",
    lost: "Cannot be repaired",
    lost_detail: "What stood here is lost, and no other record tells it. A backup from before may still have it.",
    repaired: "Repaired",
    more: |n| match n {
        1 => "And 1 more.".into(),
        n => format!("And {} more.", FORMATS.count(n.into())),
    },
    show: "Show",
    wrong,
    remedy: |remedy| match remedy {
        Remedy::Cleared => ["It will be cleared.", "It was cleared."],
        Remedy::Removed => ["The record will be removed.", "The record was removed."],
        Remedy::SecondRemoved => [
            "The second one will be removed.",
            "The second one was removed.",
        ],
        Remedy::Renumbered => [
            "One of the two will get another one.",
            "One of the two got another one.",
        ],
        Remedy::Recomputed => ["It will be worked out anew.", "It was worked out anew."],
        Remedy::Erased => [
            "The rest will be erased, which cannot be undone.",
            "The rest was erased.",
        ],
        Remedy::ByHand | Remedy::Lost => ["", ""],
    },
};

fn wrong(table: Table, wrong: &Wrong) -> String {
    let named = |field: &Field| (TERMS.field)(*field);
    match wrong {
        Wrong::NotUnique(Field::Language) => "The same language stands twice.".into(),
        Wrong::NotUnique(field) => format!("{}: another record has the same.", named(field)),
        Wrong::Missing(field) => format!("{} is blank.", named(field)),
        Wrong::NotFound(field) => {
            format!("{}: what it refers to does not exist.", named(field))
        }
        Wrong::NotACompany => format!("{} is a person.", named(&Field::Company)),
        Wrong::OtherType => "A contact of this type cannot be in the group.".into(),
        Wrong::OtherCompany => format!("{} is not that of the contact.", named(&Field::Company)),
        Wrong::CounterBehind {
            table,
            counter,
            highest,
        } => format!(
            "{}: the counter stands at {}, the highest number is {}.",
            (TERMS.records)(*table),
            FORMATS.count((*counter).into()),
            FORMATS.count(highest.0.into())
        ),
        Wrong::EndsBeforeItStarts => "It ends before it starts.".into(),
        Wrong::CanceledDiffers => format!(
            "{} is not as in what it belongs to.",
            named(&Field::Canceled)
        ),
        Wrong::ActionsDiffer => "Its criteria actions are not those that it counts.".into(),
        Wrong::LineTwice(line_no) => format!("Line number {line_no} stands twice."),
        Wrong::NotErased => match table {
            Table::ErasedContact => "The contact was erased, and is there all the same.".into(),
            _ => "The contact was erased, but not all that was said.".into(),
        },
        Wrong::Line { line_no, field } => format!(
            "Line {line_no}: {} does not agree with the rest of the line.",
            named(field)
        ),
    }
}
