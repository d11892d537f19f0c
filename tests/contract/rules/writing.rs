//! Keeping change sets: once, whole, in order, whoever else writes.

use super::*;
use crate::contract::samples::*;
use lokikirja::domain::id::AttachmentId;
use lokikirja::domain::{ChangeSet, Revision};
use lokikirja::journal::storage::{Durability, Shelf, Slot, Storage, Store, Value, Want, Write};
use lokikirja::journal::{After, Along, Journal, JournalError};
use std::cell::RefCell;
use std::rc::Rc;

/// Acknowledged is kept: another connection reads what this one has written.
pub async fn what_is_appended_is_there_after_a_reload<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "reload").await;
    let sets = [creation(1), creation(2), creation(3)];
    for (n, set) in (1..).zip(&sets) {
        append(&journal, n, set).await;
    }
    journal.close();

    let journal = elsewhere(shelf, "reload").await;
    let loaded = journal.load().await.expect("it loads");
    assert_eq!(loaded.meta, Some(meta("reload")));
    assert_eq!(loaded.folded, Revision(0));
    assert_eq!(loaded.rows, []);
    let expected: Vec<_> = (1..).map(rev).zip(sets).collect();
    assert_eq!(loaded.sets, expected);
}

/// The second writer of a revision is told so, and changes nothing.
pub async fn a_revision_is_kept_once<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "once").await;
    append(&journal, 1, &creation(1)).await;
    let other = elsewhere(shelf, "once").await;
    let answer = other.append(rev(1), &creation(2), &Along::default()).await;
    assert_eq!(answer, Err(JournalError::Taken));
    let loaded = journal.load().await.expect("it loads");
    assert_eq!(loaded.sets, [(rev(1), creation(1))]);
}

/// D3: what a batch wrote before its error is taken back, and what follows is not written.
pub async fn an_error_in_the_middle_leaves_nothing<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "middle").await;
    append(&journal, 1, &creation(1)).await;
    let storage = opened(shelf, "middle").await;
    let text = |text: &str| Value::Text(text.into());
    let kept = Write::Put(Store::Files, Slot::text("kept"), text("before"));
    let answer = storage.write(&[kept], Durability::Strict).await;
    assert_eq!(answer, Ok(()));
    let batch = [
        Write::Put(Store::Files, Slot::text("kept"), text("after")),
        Write::Put(Store::Files, Slot::text("new"), text("after")),
        Write::Delete(Store::Meta, Slot::text("company")),
        Write::DeleteBelow(Store::Journal, Slot::Number(100)),
        Write::Add(Store::Files, Slot::text("new"), text("twice")),
        Write::Put(Store::Files, Slot::text("last"), text("after")),
    ];
    let answer = storage.write(&batch, Durability::Strict).await;
    assert_eq!(answer, Err(JournalError::Taken));
    let files = storage.read(&[Want::All(Store::Files)]).await;
    assert_eq!(files, Ok(vec![vec![(Slot::text("kept"), text("before"))]]));
    let loaded = journal.load().await.expect("it loads");
    assert_eq!(loaded.meta, Some(meta("middle")));
    assert_eq!(loaded.sets.len(), 1);
}

/// Files come with their change set, and its draft ends with it; or none of the three.
pub async fn a_change_set_its_files_and_the_end_of_its_draft_are_one<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "along").await;
    journal
        .put_draft(&draft(1, "ensimmäinen"))
        .await
        .expect("kept");
    journal.put_draft(&draft(2, "toinen")).await.expect("kept");
    let file = nth_id::<AttachmentId>(7);
    let along = Along {
        ends_drafts: vec![draft(1, "").form.entry],
        files: vec![(file, vec![0, 255, 13, 10])],
    };
    let answer = journal.append(rev(1), &creation(1), &along).await;
    assert_eq!(answer, Ok(()));
    let drafts = journal.drafts().await.expect("drafts");
    assert_eq!(drafts.drafts, [draft(2, "toinen")]);
    let found = journal.file(file).await;
    assert_eq!(found, Ok(Some(vec![0, 255, 13, 10])));

    let along = Along {
        ends_drafts: vec![draft(2, "").form.entry],
        files: vec![(file, vec![1]), (nth_id(8), vec![2])],
    };
    let answer = journal.append(rev(1), &creation(2), &along).await;
    assert_eq!(answer, Err(JournalError::Taken));
    let drafts = journal.drafts().await.expect("drafts");
    assert_eq!(drafts.drafts, [draft(2, "toinen")]);
    let found = journal.file(file).await;
    assert_eq!(found, Ok(Some(vec![0, 255, 13, 10])));
    assert_eq!(journal.file(nth_id(8)).await, Ok(None));
}

/// What comes after a known revision, in order, and nothing else.
pub async fn what_others_wrote_is_read_in_order<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "others").await;
    let other = elsewhere(shelf, "others").await;
    append_creations(&other, 1..=12).await;
    let After::Sets(sets) = journal.read_after(rev(9)).await.expect("it reads") else {
        panic!("nothing was folded");
    };
    let expected: Vec<_> = (10..=12).map(|n| (rev(n), creation(n))).collect();
    assert_eq!(sets, expected);
    let nothing = journal.read_after(rev(12)).await;
    assert_eq!(nothing, Ok(After::Sets(Vec::new())));
}

/// What is decided among what others wrote is kept right behind it, with all that goes along; or
/// nothing is.
pub async fn what_others_wrote_is_decided_on_and_followed_at_once<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "among").await;
    journal.put_draft(&draft(1, "a")).await.expect("kept");
    append_creations(&elsewhere(shelf, "among").await, 1..=3).await;
    let seen = Rc::new(RefCell::new(Vec::new()));
    let see = |answer: Option<(Revision, ChangeSet, Along)>| {
        let seen = seen.clone();
        move |after| {
            seen.borrow_mut().push(after);
            answer
        }
    };
    let along = Along {
        ends_drafts: vec![draft(1, "").form.entry],
        files: vec![(nth_id(7), vec![7])],
    };
    let nothing = journal.append_after(rev(1), see(None)).await;
    assert_eq!(nothing, Ok(()));
    let ours = (rev(4), creation(4), along);
    let answer = journal.append_after(rev(1), see(Some(ours.clone()))).await;
    assert_eq!(answer, Ok(()));
    let theirs = After::Sets(vec![(rev(2), creation(2)), (rev(3), creation(3))]);
    assert_eq!(seen.take(), [theirs.clone(), theirs]);
    assert_eq!(journal.drafts().await.expect("drafts").drafts, []);
    assert_eq!(journal.file(nth_id(7)).await, Ok(Some(vec![7])));

    let taken = journal.append_after(rev(4), see(Some(ours))).await;
    assert_eq!(taken, Err(JournalError::Taken));
    assert_eq!(seen.take(), [After::Sets(Vec::new())]);
    let loaded = journal.load().await.expect("it loads");
    let expected: Vec<_> = (1..=4).map(|n| (rev(n), creation(n))).collect();
    assert_eq!(loaded.sets, expected);

    // What cannot be read is not decided on.
    let storage = opened(shelf, "among").await;
    let hole = Write::Delete(Store::Journal, Slot::Number(3));
    storage
        .write(&[hole], Durability::Strict)
        .await
        .expect("written");
    let answer = journal.append_after(rev(1), see(None)).await;
    assert!(
        matches!(answer, Err(JournalError::Damaged { .. })),
        "{answer:?}"
    );
    assert_eq!(seen.take(), []);
}

/// Two that write at the same time, each trying again when the other was first: every change set
/// is there once.
pub async fn two_writers_never_share_a_revision<H: Shelf>(shelf: &H) {
    async fn write<S: Storage>(journal: &Journal<S>, numbers: impl Iterator<Item = u32>) {
        let mut last = rev(0);
        for n in numbers {
            loop {
                let answer = journal
                    .append(last.next(), &creation(n), &Along::default())
                    .await;
                match answer {
                    Ok(()) => break last = last.next(),
                    Err(JournalError::Taken) => match journal.read_after(last).await {
                        Ok(After::Sets(sets)) => {
                            last = sets.last().expect("what was taken is there").0;
                        }
                        other => panic!("{other:?}"),
                    },
                    Err(error) => panic!("{error:?}"),
                }
            }
        }
    }
    let odd = founded(shelf, "race").await;
    let even = elsewhere(shelf, "race").await;
    both(
        write(&odd, (1..60).step_by(2)),
        write(&even, (2..=60).step_by(2)),
    )
    .await;
    let loaded = odd.load().await.expect("it loads");
    let mut written: Vec<_> = loaded.sets.iter().map(|(_, set)| set.clone()).collect();
    written.sort_by_key(|set| set.at);
    assert_eq!(written, (1..=60).map(creation).collect::<Vec<_>>());
}
