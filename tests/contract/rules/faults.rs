//! Connections that are lost, damage, and newer versions.

use super::*;
use crate::contract::samples::*;
use chrono::TimeDelta;
use lokikirja::domain::Records;
use lokikirja::journal::SET_FORMAT;
use lokikirja::journal::storage::{Durability, Opening, Shelf, Slot, Storage, Store, Value, Write};
use lokikirja::journal::{Along, Journal, JournalError};

/// D10: the browser may close a connection at any time.
pub async fn a_connection_closed_behind_us_is_opened_again<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "closed").await;
    append(&journal, 1, &creation(1)).await;
    journal.close();
    // Whether a lost append was kept, only reading can tell: it is not repeated.
    let answer = journal
        .append(rev(2), &creation(2), &Along::default())
        .await;
    assert_eq!(answer, Err(JournalError::Closed));
    append(&journal, 2, &creation(2)).await;
    journal.close();
    let answer = journal.append_after(rev(2), |_| None).await;
    assert_eq!(answer, Err(JournalError::Closed));
    assert_eq!(journal.append_after(rev(2), |_| None).await, Ok(()));
    journal.close();
    let loaded = journal.load().await.expect("it loads");
    assert_eq!(loaded.sets.len(), 2);
    journal.close();
    assert_eq!(journal.fold().await, Ok(2));
    journal.close();
    assert_eq!(journal.put_draft(&draft(1, "a")).await, Ok(()));
}

/// D10: cleared and created anew while our connection was closed, it is not the company that the
/// records on the screen are of.
pub async fn a_company_put_in_place_of_ours_is_not_written_to<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "cleared").await;
    append(&journal, 1, &creation(1)).await;
    journal.close();
    shelf.delete("cleared").await.expect("it is deleted");
    let answer = journal
        .append(rev(2), &creation(2), &Along::default())
        .await;
    assert_eq!(answer, Err(JournalError::Gone));
    let storage = shelf.open("cleared", Opening::OrNew).await;
    let other = Journal::new(storage.expect("it opens"));
    let earlier_and_later = [at(0) - TimeDelta::seconds(1), at(60)];
    for created_at in [None].into_iter().chain(earlier_and_later.map(Some)) {
        if let Some(created_at) = created_at {
            let new = lokikirja::journal::Meta {
                created_at,
                ..meta("cleared")
            };
            other.put_meta(&new).await.expect("it is described");
        }
        let answer = journal
            .append(rev(2), &creation(2), &Along::default())
            .await;
        assert_eq!(answer, Err(JournalError::Gone));
    }
    let loaded = other.load().await.expect("it loads");
    assert_eq!(records_of(&loaded), Records::default());
}

/// A change set that is missing in the middle is noticed.
pub async fn a_hole_in_the_journal_is_damage<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "hole").await;
    append_creations(&journal, 1..=5).await;
    let storage = opened(shelf, "hole").await;
    let hole = Write::Delete(Store::Journal, Slot::Number(3));
    storage
        .write(&[hole], Durability::Strict)
        .await
        .expect("written");
    for answer in [
        journal.load().await.map(drop),
        journal.read_after(rev(2)).await.map(drop),
        journal.fold().await.map(drop),
    ] {
        assert!(
            matches!(answer, Err(JournalError::Damaged { .. })),
            "{answer:?}"
        );
    }
    // What can be read is still there.
    assert_eq!(slots(&storage, Store::Journal).await.len(), 4);
}

/// A block that is missing is noticed.
pub async fn a_row_missing_from_the_snapshot_is_damage<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "block").await;
    append_creations(&journal, 1..=5).await;
    assert_eq!(journal.fold().await, Ok(5));
    let storage = opened(shelf, "block").await;
    let block = slots(&storage, Store::Snapshot).await.remove(0);
    let hole = Write::Delete(Store::Snapshot, block);
    storage
        .write(&[hole], Durability::Strict)
        .await
        .expect("written");
    let answer = journal.load().await;
    assert!(
        matches!(answer, Err(JournalError::Damaged { .. })),
        "{answer:?}"
    );
}

/// D9: what a newer version wrote is not touched.
pub async fn text_of_a_newer_format_is_refused_and_named<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "newer").await;
    append_creations(&journal, 1..=2).await;
    let storage = opened(shelf, "newer").await;
    let newer = format!(
        "{{\"format\":{},\"body\":{{\"new\":true}}}}",
        SET_FORMAT + 1
    );
    let put = Write::Put(Store::Journal, Slot::Number(2), Value::Text(newer));
    storage
        .write(&[put], Durability::Strict)
        .await
        .expect("written");
    let expected = JournalError::Newer {
        found: Some(SET_FORMAT + 1),
        known: SET_FORMAT,
    };
    assert_eq!(journal.load().await.err(), Some(expected.clone()));
    assert_eq!(
        journal.read_after(rev(1)).await.err(),
        Some(expected.clone())
    );
    assert_eq!(journal.fold().await.err(), Some(expected));
}
