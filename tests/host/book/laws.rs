//! Laws, over random commands in two tabs, random turns between them and random faults.

use super::steps::{Steps, interleave};
use super::{KEY, book, faulty_book, kept, records, shelf};
use crate::contract::{
    moment_at, new_contact, new_salesperson, nth_id, open_form, postpone, rename, rev,
};
use lokikirja::book::{Book, RunError};
use lokikirja::domain::contact::Contact;
use lokikirja::domain::id::LogEntryId;
use lokikirja::domain::interaction::LogEntry;
use lokikirja::domain::refusal::Reason;
use lokikirja::domain::{ChangeSet, Command, Records, Revision, Row};
use lokikirja::journal::memory::{Fault, Memory, MemoryShelf};
use lokikirja::journal::storage::{Opening, Shelf};
use lokikirja::journal::{Journal, JournalError};
use pollster::block_on;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What a user of one tab does.
#[derive(Clone, Debug)]
enum Act {
    Salesperson,
    Contact,
    Postpone,
    /// Deletes all that is postponed, as far as this tab knows.
    DeletePostponed,
    /// Renames one of the first salespeople, as this tab sees it, or as it was long ago.
    Rename(u32, bool),
    Draft,
    Look,
    Fold,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => Just(Act::Salesperson),
        4 => Just(Act::Contact),
        4 => Just(Act::Postpone),
        1 => Just(Act::DeletePostponed),
        3 => (1..4_u32, any::<bool>()).prop_map(|(n, stale)| Act::Rename(n, stale)),
        2 => Just(Act::Draft),
        2 => Just(Act::Look),
        2 => Just(Act::Fold),
    ]
}

fn fault() -> impl Strategy<Value = (u64, Fault)> {
    let fault = prop_oneof![
        Just(Fault::Refuse(JournalError::Full)),
        Just(Fault::Refuse(JournalError::Taken)),
        Just(Fault::CloseBefore),
        Just(Fault::CloseAfter),
    ];
    (1..20_u64, fault)
}

/// What a tab believes at the end.
struct Seen {
    book: Book<Memory>,
    acknowledged: Vec<(Revision, Command)>,
    refused: Vec<Command>,
    drafts: BTreeSet<LogEntryId>,
    /// Drafts of which nobody knows whether they were kept.
    perhaps: BTreeSet<LogEntryId>,
}

/// Does what a user does. `number` tells the ids of this tab from those of the other.
async fn tab(shelf: &MemoryShelf, mut book: Book<Memory>, number: u32, acts: Vec<Act>) -> Seen {
    let mut acknowledged = Vec::new();
    let mut refused = Vec::new();
    let (mut drafts, mut perhaps) = (BTreeSet::new(), BTreeSet::new());
    for (n, act) in (1..).zip(acts) {
        let n = number * 100 + n;
        let seen_at = |n: u32| {
            let seen = book
                .records()
                .borrow()
                .revision_of(&crate::contract::salesperson_key(n));
            seen.unwrap_or_default()
        };
        let command = match act {
            Act::Salesperson => new_salesperson(n),
            Act::Contact => new_contact(n),
            Act::Postpone => postpone(n),
            Act::DeletePostponed => {
                let postponed = book.records().borrow().ledger().postponed().collect();
                Command::DeletePostponed(postponed)
            }
            Act::Rename(m, stale) => {
                let seen = if stale { rev(1) } else { seen_at(m) };
                rename(m, seen, &format!("Nimi {n}"))
            }
            Act::Draft => {
                let kept = book.put_draft(open_form(n), moment_at(n).now).await;
                match kept {
                    Ok(()) => drafts.insert(nth_id(n)),
                    Err(JournalError::Closed | JournalError::Taken) => perhaps.insert(nth_id(n)),
                    Err(_) => false,
                };
                continue;
            }
            Act::Look => {
                book.others_wrote(None).await.expect("it reads");
                continue;
            }
            Act::Fold => {
                let storage = shelf.open(KEY, Opening::Existing).await.expect("it opens");
                Journal::new(storage).fold().await.expect("it folds");
                continue;
            }
        };
        let before = records(&book);
        match book.run(&moment_at(n), command.clone()).await {
            Ok(outcome) => acknowledged.push((outcome.revision, command)),
            Err(error) => {
                let after = records(&book);
                if after.revision() == before.revision() {
                    assert_eq!(after, before, "refused or not saved, it changes nothing");
                }
                match error {
                    // Whether it was kept is not known.
                    RunError::NotSaved(JournalError::Closed) => continue,
                    RunError::NotSaved(_) => {}
                    RunError::Refused(refusal) => {
                        assert_ne!(refusal.reason, Reason::AlreadyCreated, "no id comes twice");
                    }
                }
                refused.push(command);
            }
        }
    }
    Seen {
        book,
        acknowledged,
        refused,
        drafts,
        perhaps,
    }
}

/// True if what the command creates is there; `None` for commands that create nothing.
fn created(records: &Records, command: &Command) -> Option<bool> {
    Some(match command {
        Command::CreateContact(id, _) => records.get::<Contact>(*id).is_some(),
        Command::CreateSalesperson(id, _) => records
            .get::<lokikirja::domain::salesperson::Salesperson>(*id)
            .is_some(),
        Command::PostponeInteraction(form) => records.get::<LogEntry>(form.entry).is_some(),
        _ => return None,
    })
}

/// Every change set that is there, for nothing was removed yet.
fn journal(shelf: &MemoryShelf) -> BTreeMap<Revision, ChangeSet> {
    let storage = block_on(shelf.open(KEY, Opening::Existing)).expect("it opens");
    match block_on(Journal::new(storage).read_after(rev(0))).expect("it reads") {
        lokikirja::journal::After::Sets(sets) => sets.into_iter().collect(),
        lokikirja::journal::After::LoadAnew => panic!("so many were not written"),
    }
}

fn values(records: &Records) -> Vec<Row> {
    records.rows().map(|(row, _)| row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_two_tabs_do_and_whatever_goes_wrong(
        acts_a in vec(act(), 0..14),
        acts_b in vec(act(), 0..14),
        faults_a in vec(fault(), 0..4),
        faults_b in vec(fault(), 0..4),
        turns in vec(0..2_u8, 0..400),
    ) {
        let shelf = shelf();
        let a = faulty_book(&shelf, faults_a);
        let b = faulty_book(&shelf, faults_b);
        let both: Vec<Steps<Seen>> = vec![
            Box::pin(tab(&shelf, a, 0, acts_a)),
            Box::pin(tab(&shelf, b, 1, acts_b)),
        ];
        let mut tabs = interleave(&turns, both);

        // All see the same, and it is what is kept.
        let kept = kept(&shelf);
        for tab in &mut tabs {
            block_on(tab.book.others_wrote(None)).expect("it reads");
            prop_assert_eq!(&records(&tab.book), &kept);
        }
        prop_assert_eq!(kept.check(), []);

        // Replaying what the journal holds gives the same, and taking it all back leaves nothing.
        let sets = journal(&shelf);
        let mut replayed = Records::default();
        for (revision, set) in &sets {
            replayed.apply(*revision, &set.changes);
        }
        prop_assert_eq!(&replayed, &kept);
        for set in sets.values().rev() {
            let next = replayed.revision().next();
            replayed.apply(next, &set.inverse().changes);
        }
        prop_assert_eq!(values(&replayed), []);

        // What was acknowledged was written, once and under its revision; the rest was not.
        let was_written = |command: &Command| {
            let found = sets.iter().filter(|(_, set)| {
                let new = set.changes.iter().filter(|change| change.before.is_none());
                let mut only = Records::default();
                only.apply(rev(1), &new.cloned().collect::<Vec<_>>());
                created(&only, command) == Some(true)
            });
            found.map(|(revision, _)| *revision).collect::<Vec<_>>()
        };
        for tab in &tabs {
            for (revision, command) in &tab.acknowledged {
                if created(&kept, command).is_some() {
                    prop_assert_eq!(was_written(command), vec![*revision]);
                }
            }
            for command in &tab.refused {
                prop_assert_ne!(created(&kept, command), Some(true));
            }
        }

        // No number twice, none backwards.
        let mut numbers = BTreeSet::new();
        for contact in kept.all::<Contact>() {
            prop_assert!(numbers.insert(contact.no.clone()), "{} twice", contact.no);
        }
        let mut last = 0;
        for set in sets.values() {
            for change in &set.changes {
                if let (None, Some(Row::LogEntry(entry))) = (&change.before, &change.after) {
                    prop_assert_eq!(entry.no.0, last + 1);
                    last = entry.no.0;
                }
            }
        }

        // Every draft is there that was kept, and no other.
        let drafts = block_on(tabs[0].book.drafts()).expect("drafts").drafts;
        let drafts: BTreeSet<LogEntryId> = drafts.iter().map(|draft| draft.form.entry).collect();
        for tab in &tabs {
            prop_assert!(tab.drafts.is_subset(&drafts));
        }
        for draft in &drafts {
            let known = |tab: &Seen| tab.drafts.contains(draft) || tab.perhaps.contains(draft);
            prop_assert!(tabs.iter().any(known));
        }

        // And folded, it is the same.
        let storage = block_on(shelf.open(KEY, Opening::Existing)).expect("it opens");
        block_on(Journal::new(storage).fold()).expect("it folds");
        prop_assert_eq!(records(&book(&shelf)), kept);
    }
}
