//! What is written comes back whole, in every wrapping.

use super::*;
use crate::contract::{append_creations, founded};
use lokikirja::book::open;
use lokikirja::domain::{Revision, Table};
use lokikirja::journal::storage::{Slot, Store};
use lokikirja::journal::{JournalError, Meta, Ownership};

/// One line each: a company, restored and backed up again, gives the same bytes.
#[test]
fn a_restored_company_gives_the_same_backup() {
    let shelf = MemoryShelf::new();
    let source = example(&shelf);
    let expected = content(&source);
    for (n, (packs, protection)) in [
        (false, Protection::Open),
        (true, Protection::Open),
        (false, Protection::Passphrase(PASSPHRASE)),
        (true, Protection::Passphrase(PASSPHRASE)),
    ]
    .into_iter()
    .enumerate()
    {
        let tools = HostTools {
            packs,
            ..HostTools::all()
        };
        let (file, written) = backup(&source, protection, &tools);
        let passphrase = (protection != Protection::Open).then_some(PASSPHRASE);
        let found = look(&file, passphrase).expect("it is sound");
        assert_eq!(found.about, written.about);
        assert_eq!(found.counts, written.counts);
        assert_eq!(found.counts.rows.len(), Table::ALL.len());
        let restored = format!("restored {n}");
        assert_eq!(restore(&file, passphrase, &shelf, &restored), Ok(()));
        assert_eq!(content(&journal(&shelf, &restored)), expected);
    }
}

/// However much of it is folded: what the last change sets did is told, not where it lies.
#[test]
fn folding_does_not_change_a_backup() {
    let shelf = MemoryShelf::new();
    let source = block_on(founded(&shelf, "folded"));
    block_on(append_creations(&source, 1..=450));
    let before = content(&source);
    block_on(source.fold()).expect("folded");
    assert_eq!(content(&source), before);
    block_on(append_creations(&source, 451..=460));
    let (file, written) = backup(&source, Protection::Open, &HostTools::all());
    assert_eq!(written.about.revision, Revision(460));
    assert_eq!((written.counts.n_rows(), written.counts.sets), (460, 200));
    assert_eq!(restore(&file, None, &shelf, "again"), Ok(()));
    let restored = journal(&shelf, "again");
    assert_eq!(content(&restored), content(&source));
    // It goes on from where it was.
    block_on(append_creations(&restored, 461..=461));
    block_on(restored.fold()).expect("folded");
}

/// A backup that cannot be read to its end never becomes a company.
#[test]
fn what_stops_in_the_middle_leaves_no_company() {
    let shelf = MemoryShelf::new();
    let (file, _) = backup(&example(&shelf), Protection::Open, &HostTools::all());
    let opened = opened(&file, HostTools::all(), None).expect("it opens");
    let storage = block_on(shelf.open("stopped", Opening::OrNew)).expect("it opens");
    let answer = block_on(backup::restore(
        &opened,
        storage,
        RestoreAs::default(),
        &mut |_, _| false,
    ));
    assert_eq!(answer, Err(BackupError::Canceled));
    is_no_company(&shelf, "stopped");
}

/// A device that says no leaves no company either, whichever write it refuses.
#[test]
fn a_full_device_leaves_no_company() {
    let shelf = MemoryShelf::new();
    let source = block_on(founded(&shelf, "large"));
    let many = (1..=12_000).map(|n| crate::contract::creation(n).changes.remove(0));
    let set = crate::contract::set(1, many.collect());
    block_on(source.append(rev(1), &set, &Along::default())).expect("appended");
    let (file, _) = backup(&source, Protection::Open, &HostTools::all());
    let opened = opened(&file, HostTools::all(), None).expect("it opens");
    let mut n_refused = 0;
    loop {
        let company = format!("full {n_refused}");
        let nth = n_refused + 1;
        shelf.fail(
            nth,
            lokikirja::journal::memory::Fault::Refuse(JournalError::Full),
        );
        let storage = block_on(shelf.open(&company, Opening::OrNew)).expect("it opens");
        let answer = block_on(backup::restore(
            &opened,
            storage,
            RestoreAs::default(),
            &mut |_, _| true,
        ));
        if answer.is_ok() {
            break;
        }
        assert_eq!(answer, Err(BackupError::Journal(JournalError::Full)));
        is_no_company(&shelf, &company);
        n_refused += 1;
    }
    assert!(n_refused > 1, "it is written in more than one transaction");
}

/// What lies there is listed as begun and broken off.
#[track_caller]
fn is_no_company(shelf: &MemoryShelf, company: &str) {
    let listed = block_on(open::companies(shelf)).expect("listed");
    let found = listed.iter().find(|listed| listed.key == company);
    assert_eq!(found.expect("its stores").meta, Ok(None));
}

#[test]
fn stores_that_are_not_empty_are_not_filled() {
    let shelf = MemoryShelf::new();
    let (file, _) = backup(&example(&shelf), Protection::Open, &HostTools::all());
    let before = content(&journal(&shelf, "example"));
    let answer = restore(&file, None, &shelf, "example");
    assert_eq!(answer, Err(BackupError::Journal(JournalError::Taken)));
    assert_eq!(content(&journal(&shelf, "example")), before);
}

/// Of a company that cannot be opened, what reads is saved, and how much is missing is said.
#[test]
fn what_reads_is_saved_of_a_damaged_company() {
    let shelf = MemoryShelf::new();
    let source = block_on(founded(&shelf, "damaged"));
    block_on(append_creations(&source, 1..=600));
    block_on(source.fold()).expect("folded");
    block_on(append_creations(&source, 601..=610));
    let storage = block_on(shelf.open("damaged", Opening::Existing)).expect("it opens");
    let blocks = block_on(lokikirja::journal::storage::Storage::slots(
        &storage,
        Store::Snapshot,
    ));
    let blocks = blocks.expect("listed");
    storage.damage(Store::Snapshot, &blocks[1], Some(super::text("{")));
    storage.damage(Store::Journal, &Slot::Number(605), None);
    storage.damage(Store::Meta, &Slot::text("company"), Some(super::text("?")));

    let mut file = Bytes::default();
    let refused = block_on(backup::write(
        &source,
        What::All,
        (at(100), "Lokikirja 0.1.0"),
        Protection::Open,
        &HostTools::all(),
        &mut file,
        &mut |_| true,
    ));
    assert!(
        matches!(
            refused,
            Err(BackupError::Journal(JournalError::Damaged { .. }))
        ),
        "{refused:?}"
    );
    let meta = Meta {
        name: "Mitä jäi".into(),
        created_at: at(0),
        ownership: Ownership::Own,
    };
    let mut file = Bytes::default();
    let written = block_on(backup::write(
        &source,
        What::WhatReads(meta.clone()),
        (at(100), "Lokikirja 0.1.0"),
        Protection::Open,
        &HostTools::all(),
        &mut file,
        &mut |_| true,
    ));
    let written = written.expect("what reads is written");
    assert_eq!(written.about.company, meta);
    assert_eq!(written.about.revision, rev(604));
    // 600 in blocks of 300, and those of four change sets of ten.
    assert_eq!(written.counts.n_rows(), 304);
    assert!(written.counts.unreadable >= 3, "{:?}", written.counts);
    let found = look(&file, None).expect("it is sound");
    assert_eq!(found.counts, written.counts);
    assert_eq!(restore(&file, None, &shelf, "what is left"), Ok(()));
    let book = block_on(open::open(&shelf, "what is left", None)).expect("it opens");
    assert_eq!(book.records().borrow().count(Table::Salesperson), 304);
}
