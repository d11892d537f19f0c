//! Loading in stages: the log last, slice by slice.

use super::*;
use crate::contract::samples::*;
use lokikirja::domain::Records;
use lokikirja::journal::storage::{Durability, Shelf, Slot, Storage, Store, Write};
use lokikirja::journal::{JournalError, KeptBlock, Slice, ToCome};

/// Entries in the log: more than two slices hold.
const N_ENTRIES: u32 = 9_000;

/// A company whose log is folded, but for the last of its change sets: they change, delete and bring back
/// entries of the log, one that they have made themselves too.
async fn logged<H: Shelf>(shelf: &H, company: &str) -> Journal<H::Storage> {
    let journal = founded(shelf, company).await;
    append(&journal, 1, &creation(1)).await;
    let created = (1..=N_ENTRIES).map(|n| log_change(n, None, Some("Uusi")));
    append(&journal, 2, &set(2, created.collect())).await;
    assert_eq!(journal.fold().await, Ok(2));
    let sets = [
        vec![
            log_change(1, Some("Uusi"), Some("Toinen")),
            log_change(2, Some("Uusi"), None),
            log_change(N_ENTRIES, Some("Uusi"), None),
            log_change(N_ENTRIES + 1, None, Some("Uusi")),
            log_change(N_ENTRIES + 2, None, Some("Uusi")),
        ],
        vec![
            log_change(2, None, Some("Takaisin")),
            log_change(N_ENTRIES + 1, Some("Uusi"), None),
        ],
    ];
    for (n, changes) in (3..).zip(sets) {
        append(&journal, n, &set(n, changes)).await;
    }
    journal
}

/// Everything but the log, with the change sets applied.
async fn begun<S: Storage>(journal: &Journal<S>) -> (Records, ToCome) {
    let (loaded, to_come) = journal.load_all_but_log().await.expect("it loads");
    let mut records = Records::load(loaded.rows, loaded.folded);
    records.await_log(to_come.n_rows());
    for (revision, set) in &loaded.sets {
        records.apply(*revision, &set.changes);
    }
    (records, to_come)
}

fn load(records: &mut Records, blocks: Vec<KeptBlock>) {
    for kept in blocks {
        let read = kept.read(|block| records.load_log(block));
        read.expect("it was written so");
    }
}

/// The records are the same, and how many rows there are is known from the first stage on.
pub async fn what_is_loaded_in_stages_is_what_is_loaded_at_once<H: Shelf>(shelf: &H) {
    let journal = logged(shelf, "stages").await;
    let expected = records_of(&journal.load().await.expect("it loads"));
    let (mut records, mut to_come) = begun(&journal).await;
    assert_eq!(to_come.n_rows(), u64::from(N_ENTRIES));
    assert_eq!(records.n_rows(), expected.n_rows());
    let mut n_slices = 0;
    loop {
        assert!(!records.has_log());
        n_slices += 1;
        match journal.load_on(&mut to_come).await.expect("it reads") {
            Slice::Blocks(blocks) => load(&mut records, blocks),
            Slice::Last(blocks) => {
                load(&mut records, blocks);
                break;
            }
            Slice::LoadAnew => panic!("nobody has folded"),
        }
        assert_eq!(records.n_rows(), expected.n_rows());
        if n_slices == 1 {
            // What others write meanwhile is followed.
            let others = set(5, vec![log_change(N_ENTRIES - 1, Some("Uusi"), None)]);
            append(&journal, 5, &others).await;
            records.apply(rev(5), &others.changes);
            append(&journal, 6, &creation(6)).await;
            records.apply(rev(6), &creation(6).changes);
            assert_eq!(records.n_rows(), expected.n_rows());
            // Of a row that has come already nothing is to come.
            let here = set(7, vec![log_change(4, Some("Uusi"), Some("Toinen"))]);
            append(&journal, 7, &here).await;
            records.apply(rev(7), &here.changes);
            assert_eq!(records.n_rows(), expected.n_rows());
        }
    }
    records.log_is_whole();
    assert!(n_slices > 2, "{n_slices}");
    let now = records_of(&journal.load().await.expect("it loads"));
    assert_eq!(records, now);
}

/// A block that is missing is noticed, though each slice reads.
pub async fn a_log_that_lacks_a_row_is_damage<H: Shelf>(shelf: &H) {
    let journal = logged(shelf, "lacking").await;
    let storage = opened(shelf, "lacking").await;
    let is_of_log = |slot: &Slot| slot.to_string().starts_with("LogEntry/");
    let blocks = slots(&storage, Store::Snapshot).await;
    let block = blocks.into_iter().filter(is_of_log).nth(20);
    let hole = Write::Delete(Store::Snapshot, block.expect("there are many"));
    let written = storage.write(&[hole], Durability::Strict).await;
    written.expect("written");
    let (_, mut to_come) = begun(&journal).await;
    let error = loop {
        match journal.load_on(&mut to_come).await {
            Ok(Slice::Blocks(_)) => {}
            Ok(other) => panic!("{other:?}"),
            Err(error) => break error,
        }
    };
    assert!(matches!(error, JournalError::Damaged { .. }), "{error:?}");
}

/// Blocks that were written after the first stage do not belong to it.
pub async fn a_log_that_is_folded_in_between_is_loaded_anew<H: Shelf>(shelf: &H) {
    let journal = logged(shelf, "refolded").await;
    let (_, mut to_come) = begun(&journal).await;
    let first = journal.load_on(&mut to_come).await;
    assert!(matches!(first, Ok(Slice::Blocks(_))));
    let other = elsewhere(shelf, "refolded").await;
    assert_eq!(other.fold().await, Ok(2));
    assert_eq!(journal.load_on(&mut to_come).await, Ok(Slice::LoadAnew));
}
