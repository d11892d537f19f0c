//! Folding: nothing changes but the place.

use super::*;
use crate::contract::samples::*;
use lokikirja::domain::Change;
use lokikirja::journal::storage::{Shelf, Slot, Store};
use lokikirja::journal::{After, Along, JournalError, KEPT};

/// After folding, and after folding what came later, the same records load: new, changed and
/// deleted rows, each under the revision that wrote it.
pub async fn folding_changes_nothing_but_the_place<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "fold").await;
    let change = |n, before: Option<&str>, after: Option<&str>| Change {
        key: salesperson_key(n),
        before: before.map(|name| salesperson(n, name)),
        after: after.map(|name| salesperson(n, name)),
    };
    let sets = [
        creation(1),
        creation(2),
        creation(3),
        set(4, vec![change(1, Some("Uusi"), Some("Toinen"))]),
        set(
            5,
            vec![
                change(2, Some("Uusi"), None),
                change(9, None, Some("Yhdeksäs")),
            ],
        ),
        set(6, vec![change(1, Some("Toinen"), None)]),
        set(
            7,
            vec![
                change(3, Some("Uusi"), None),
                change(9, Some("Yhdeksäs"), None),
            ],
        ),
        creation(10),
    ];
    let mut n_folded = 0;
    for (n, set) in (1..).zip(&sets) {
        append(&journal, n, set).await;
        if [3, 5, 6, 7].contains(&n) {
            let folded = journal.fold().await;
            assert_eq!(folded, Ok(u64::from(n - n_folded)));
            n_folded = n;
        }
        let loaded = journal.load().await.expect("it loads");
        assert_eq!(loaded.folded, rev(n_folded));
        let expected = replayed(&sets[..n as usize]);
        assert_eq!(records_of(&loaded), expected, "after revision {n}");
        let elsewhere = elsewhere(shelf, "fold").await.load().await;
        assert_eq!(elsewhere, Ok(loaded));
    }
    assert_eq!(journal.fold().await, Ok(1));
    assert_eq!(journal.fold().await, Ok(0), "there is nothing left to fold");
}

/// The last change sets stay, older ones go.
pub async fn folding_keeps_the_last_change_sets<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "kept").await;
    let n_sets = KEPT as u32 + 5;
    append_creations(&journal, 1..=n_sets).await;
    assert_eq!(journal.fold().await, Ok(u64::from(n_sets)));
    let kept = slots(&opened(shelf, "kept").await, Store::Journal).await;
    let expected: Vec<_> = (6..=n_sets).map(|n| Slot::Number(n.into())).collect();
    assert_eq!(kept, expected);
    let loaded = journal.load().await.expect("it loads");
    assert_eq!(loaded.sets, [], "what is folded is not replayed");
    assert_eq!(
        records_of(&loaded),
        replayed(&(1..=n_sets).map(creation).collect::<Vec<_>>())
    );
}

/// More rows than a block holds are split into several, and each change finds its own.
pub async fn folding_splits_what_has_grown<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "split").await;
    let creations = |numbers: std::ops::Range<u32>| -> Vec<Change> {
        numbers.flat_map(|n| creation(n).changes).collect()
    };
    let rename = |n: u32| Change {
        key: salesperson_key(n),
        before: Some(salesperson(n, "Uusi")),
        after: Some(salesperson(n, "Muutettu")),
    };
    let delete = |n: u32| Change {
        key: salesperson_key(n),
        before: Some(salesperson(n, "Uusi")),
        after: None,
    };
    let sets = [
        set(1, creations(100..1200)),
        set(2, vec![rename(101), rename(700), delete(1199), delete(500)]),
        // Before the first, and far behind the last.
        set(3, creations(0..50)),
        set(4, creations(1200..1800)),
        // A whole block in the middle.
        set(5, (200..499).map(delete).collect()),
    ];
    for (n, set) in (1..).zip(&sets) {
        append(&journal, n, set).await;
        assert_eq!(journal.fold().await, Ok(1));
        let loaded = journal.load().await.expect("it loads");
        assert_eq!(loaded.sets, []);
        assert_eq!(
            records_of(&loaded),
            replayed(&sets[..n as usize]),
            "set {n}"
        );
    }
    let blocks = slots(&opened(shelf, "split").await, Store::Snapshot).await;
    let n_blocks = blocks.len() - 1;
    assert!((4..=7).contains(&n_blocks), "{n_blocks} blocks: {blocks:?}");
}

/// Two tabs that fold at the same time: one of them does.
pub async fn two_that_fold_at_once_do_it_once<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "folders").await;
    append_creations(&journal, 1..=20).await;
    let other = elsewhere(shelf, "folders").await;
    let (one, two) = both(journal.fold(), other.fold()).await;
    let n_folded = one.expect("no error") + two.expect("no error");
    assert_eq!(n_folded, 20, "one folds all, the other nothing");
    let loaded = journal.load().await.expect("it loads");
    assert_eq!(loaded.folded, rev(20));
    assert_eq!(
        records_of(&loaded),
        replayed(&(1..=20).map(creation).collect::<Vec<_>>())
    );
}

/// A tab that slept while its next revision was written, folded and removed must not find it
/// free.
pub async fn whoever_slept_through_folding_cannot_write_and_loads_anew<H: Shelf>(shelf: &H) {
    let sleeper = founded(shelf, "sleeper").await;
    let other = elsewhere(shelf, "sleeper").await;
    let n_sets = KEPT as u32 + 2;
    append_creations(&other, 1..=n_sets).await;
    assert_eq!(other.fold().await, Ok(u64::from(n_sets)));

    let late = creation(n_sets + 1);
    let answer = sleeper.append(rev(1), &late, &Along::default()).await;
    assert_eq!(answer, Err(JournalError::Taken));
    assert_eq!(sleeper.read_after(rev(0)).await, Ok(After::LoadAnew));
    let decide = |after| {
        assert_eq!(after, After::LoadAnew);
        None
    };
    assert_eq!(sleeper.append_after(rev(0), decide).await, Ok(()));
    // One that slept less finds all it has missed.
    let After::Sets(sets) = sleeper.read_after(rev(2)).await.expect("it reads") else {
        panic!("revision 3 is still there");
    };
    assert_eq!(sets.len(), KEPT as usize);
    append(&sleeper, n_sets + 1, &late).await;
}
