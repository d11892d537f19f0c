//! What is done to many log entries at once: cancel, evaluate, delete what is canceled.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::Command;
use lokikirja::domain::interaction::EntryNo;
use lokikirja::domain::interaction::cancel::EntryFilter;
use lokikirja::domain::interaction::statistics::{figures, last_attempt, last_interaction};
use lokikirja::domain::ledger::Scope;
use lokikirja::domain::values::Evaluation;

fn company() -> Desk {
    let mut desk = Desk::with(
        "salesperson JK 'Jo Kari'; template T 'Visit' cost 1.00 by us; contact C1 Adatum
         contact C2 Fabrikam",
    );
    for (contact, date) in [
        ("C1", "2026-03-01"),
        ("C1", "2026-03-02"),
        ("C2", "2026-03-03"),
    ] {
        let words = format!("template T; salesperson JK; date {date}");
        desk.create(&format!("contact {contact}"))
            .choose(&words)
            .finish();
    }
    desk
}

/// MI-072: evaluate; canceled ones too.
#[test]
fn mi_072_interactions_are_evaluated() {
    let mut desk = company();
    desk.switch("entries", &[2]);
    let ids = [1, 2].map(|no| desk.entry_id(no));
    desk.must(Command::EvaluateLogEntries(
        ids.into(),
        Evaluation::Positive,
    ));
    desk.told(expect!["Evaluated(2)"]);
    assert!((1..=2).all(|no| desk.entry(no).evaluation == Some(Evaluation::Positive)));
}

/// MI-073, D14: canceled, not deleted; it counts in no figure and moves no date.
#[test]
fn mi_073_a_canceled_interaction_stays_and_counts_in_nothing() {
    let mut desk = company();
    desk.switch("entries", &[2]);
    desk.told(expect![
        "CanceledSwitched { table: LogEntry, n: 1, canceled: true }"
    ]);
    let scope = Scope::Company(desk.contact("C1"));
    assert_eq!(figures(&desk.records, scope).n_interactions, 1);
    let of_first = desk.entry(1).date;
    assert_ne!(of_first, desk.entry(2).date);
    assert_eq!(last_interaction(&desk.records, scope), of_first);
    assert_eq!(last_attempt(&desk.records, scope), of_first);
    // The first row decides: 1 is not canceled, so all become canceled.
    desk.switch("entries", &[1, 2]);
    assert!((1..=2).all(|no| desk.entry(no).is_canceled()));
    desk.switch("entries", &[2, 1]);
    assert!((1..=2).all(|no| !desk.entry(no).is_canceled()));
}

#[test]
fn a_postponed_interaction_is_neither_canceled_nor_evaluated() {
    let mut desk = company();
    desk.create("contact C1").postpone();
    let command = desk.switch_command("entries", &[1, 4]);
    desk.refused(command, expect!["LogEntry 4 StillPostponed"]);
    let ids = vec![desk.entry_id(4)];
    let evaluate = Command::EvaluateLogEntries(ids, Evaluation::Neutral);
    desk.refused(evaluate, expect!["LogEntry 4 StillPostponed"]);
}

/// Only canceled entries that pass the filter go.
#[test]
fn canceled_entries_are_deleted_by_filter() {
    let mut desk = company();
    desk.switch("entries", &[1, 2, 3]);
    desk.switch("entries", &[2]);
    let of_c2 = EntryFilter {
        contact: Some(desk.contact("C2")),
        ..EntryFilter::default()
    };
    let late = EntryFilter {
        from: desk.entry(3).date,
        to: desk.entry(3).date,
        ..of_c2.clone()
    };
    let none = EntryFilter {
        nos: Some((EntryNo(1), EntryNo(2))),
        ..of_c2
    };
    desk.must(Command::DeleteCanceledLogEntries(none));
    desk.told(expect!["CanceledDeleted(LogEntry, 0)"]);
    desk.must(Command::DeleteCanceledLogEntries(late));
    desk.told(expect!["CanceledDeleted(LogEntry, 1)"]);
    desk.must(Command::DeleteCanceledLogEntries(EntryFilter::default()));
    desk.whole_log(expect![
        "2 C1 T by JK 2026-03-02 10:16 'Visit' Us cost 1.00"
    ]);
    // A number is never given again.
    desk.create("contact C1")
        .choose("template T; salesperson JK")
        .finish();
    assert_eq!(desk.records.ledger().last_no(), EntryNo(4));
}
