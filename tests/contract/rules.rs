//! The rules, one function each, for any shelf. Each uses companies of its own name.

use super::samples::*;
use lokikirja::domain::id::AttachmentId;
use lokikirja::domain::{Change, ChangeSet, Records, Revision};
use lokikirja::journal::codec::{self, FORMAT};
use lokikirja::journal::storage::{
    Durability, Opening, Shelf, Slot, Storage, Store, Value, Want, Write,
};
use lokikirja::journal::{After, Along, Journal, JournalError, KEPT};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// A company of this name, new and described.
async fn founded<H: Shelf>(shelf: &H, company: &str) -> Journal<H::Storage> {
    shelf.delete(company).await.expect("room for the company");
    let storage = shelf.open(company, Opening::OrNew).await.expect("it opens");
    let journal = Journal::new(storage);
    journal.create(&meta(company)).await.expect("it is created");
    journal.load().await.expect("it loads");
    journal
}

/// The same company as another tab sees it.
async fn elsewhere<H: Shelf>(shelf: &H, company: &str) -> Journal<H::Storage> {
    let journal = Journal::new(opened(shelf, company).await);
    journal.load().await.expect("it loads");
    journal
}

async fn opened<H: Shelf>(shelf: &H, company: &str) -> H::Storage {
    let storage = shelf.open(company, Opening::Existing).await;
    storage.expect("it opens")
}

async fn append<S: Storage>(journal: &Journal<S>, revision: u32, set: &ChangeSet) {
    let answer = journal.append(rev(revision), set, &Along::default()).await;
    assert_eq!(answer, Ok(()), "revision {revision}");
}

async fn append_creations<S: Storage>(
    journal: &Journal<S>,
    numbers: std::ops::RangeInclusive<u32>,
) {
    for n in numbers {
        append(journal, n, &creation(n)).await;
    }
}

async fn slots<S: Storage>(storage: &S, store: Store) -> Vec<Slot> {
    storage.slots(store).await.expect("the slots")
}

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
        ends_draft: Some(draft(1, "").form.entry),
        files: vec![(file, vec![0, 255, 13, 10])],
    };
    let answer = journal.append(rev(1), &creation(1), &along).await;
    assert_eq!(answer, Ok(()));
    let drafts = journal.drafts().await.expect("drafts");
    assert_eq!(drafts.drafts, [draft(2, "toinen")]);
    let found = journal.file(file).await;
    assert_eq!(found, Ok(Some(vec![0, 255, 13, 10])));

    let along = Along {
        ends_draft: Some(draft(2, "").form.entry),
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
    // One that slept less finds all it has missed.
    let After::Sets(sets) = sleeper.read_after(rev(2)).await.expect("it reads") else {
        panic!("revision 3 is still there");
    };
    assert_eq!(sets.len(), KEPT as usize);
    append(&sleeper, n_sets + 1, &late).await;
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

/// D4b: one draft per form, last saved first.
pub async fn a_draft_is_replaced_listed_and_removed<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "drafts").await;
    for draft in [draft(1, "a"), draft(3, "b"), draft(2, "c")] {
        journal.put_draft(&draft).await.expect("kept");
    }
    let newer = lokikirja::journal::Draft {
        saved_at: at(9),
        form: form(1, "Soitettu Åbo Akademiin; ”hyvin meni” 🙂"),
    };
    journal.put_draft(&newer).await.expect("kept");
    let drafts = elsewhere(shelf, "drafts")
        .await
        .drafts()
        .await
        .expect("drafts");
    assert_eq!(drafts.drafts, [newer, draft(3, "b"), draft(2, "c")]);
    assert_eq!(drafts.unreadable, []);
    for n in [1, 3, 3] {
        let answer = journal.delete_draft(nth_id(n)).await;
        assert_eq!(answer, Ok(()), "also when it is gone already");
    }
    let drafts = journal.drafts().await.expect("drafts");
    assert_eq!(drafts.drafts, [draft(2, "c")]);
}

/// A draft from a newer version of the app does not keep the others from being offered.
pub async fn a_draft_that_cannot_be_read_is_named_and_stays<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "unreadable").await;
    journal.put_draft(&draft(1, "a")).await.expect("kept");
    let storage = opened(shelf, "unreadable").await;
    let text = codec::draft_text(&draft(2, "b")).replace("\"format\":1", "\"format\":99");
    let slot = Slot::text(draft(2, "b").form.entry);
    let put = Write::Put(Store::Drafts, slot.clone(), Value::Text(text));
    storage
        .write(&[put], Durability::Relaxed)
        .await
        .expect("kept");
    let drafts = journal.drafts().await.expect("drafts");
    assert_eq!(drafts.drafts, [draft(1, "a")]);
    assert_eq!(drafts.unreadable, [draft(2, "b").form.entry]);
    assert!(slots(&storage, Store::Drafts).await.contains(&slot));
}

/// Two tabs may both be first.
pub async fn the_first_description_stays_until_it_is_replaced<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "meta").await;
    let other = lokikirja::journal::Meta {
        created_at: at(5),
        ..meta("toinen")
    };
    assert_eq!(journal.create(&other).await, Ok(()));
    assert_eq!(journal.meta().await, Ok(Some(meta("meta"))));
    assert_eq!(journal.put_meta(&other).await, Ok(()));
    assert_eq!(journal.meta().await, Ok(Some(other)));
}

/// A database that the browser has emptied must not look like a new company.
pub async fn what_is_not_there_is_gone_and_not_created<H: Shelf>(shelf: &H) {
    for _ in 0..2 {
        let answer = shelf.open("nowhere", Opening::Existing).await;
        assert_eq!(answer.err(), Some(JournalError::Gone));
    }
    let companies = shelf.companies().await.expect("the list");
    assert!(!companies.contains(&"nowhere".into()), "{companies:?}");
}

/// Deleting takes one company, and whoever has it open learns of it.
pub async fn companies_are_listed_and_deleted<H: Shelf>(shelf: &H) {
    let zebra = founded(shelf, "zebra").await;
    let aalto = founded(shelf, "aalto").await;
    let ours = async || {
        let mut companies = shelf.companies().await.expect("the list");
        companies.retain(|name| ["aalto", "zebra"].contains(&name.as_str()));
        companies
    };
    assert_eq!(ours().await, ["aalto", "zebra"]);
    assert_eq!(shelf.delete("zebra").await, Ok(()));
    assert_eq!(ours().await, ["aalto"]);
    append(&aalto, 1, &creation(1)).await;
    let answer = zebra.append(rev(1), &creation(1), &Along::default()).await;
    assert_eq!(answer, Err(JournalError::Gone));
    assert_eq!(zebra.load().await, Err(JournalError::Gone));
    assert_eq!(
        shelf.delete("zebra").await,
        Ok(()),
        "also when it is gone already"
    );
    assert_eq!(ours().await, ["aalto"]);
}

/// D10: the browser may close a connection at any time.
pub async fn a_connection_closed_behind_us_is_opened_again<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "closed").await;
    append(&journal, 1, &creation(1)).await;
    journal.close();
    append(&journal, 2, &creation(2)).await;
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
    for described in [false, true] {
        if described {
            let new = lokikirja::journal::Meta {
                created_at: at(60),
                ..meta("cleared")
            };
            other.create(&new).await.expect("it is created");
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
    let newer = format!("{{\"format\":{},\"body\":{{\"new\":true}}}}", FORMAT + 1);
    let put = Write::Put(Store::Journal, Slot::Number(2), Value::Text(newer));
    storage
        .write(&[put], Durability::Strict)
        .await
        .expect("written");
    let expected = JournalError::Newer {
        found: Some(FORMAT + 1),
        known: FORMAT,
    };
    assert_eq!(journal.load().await.err(), Some(expected.clone()));
    assert_eq!(
        journal.read_after(rev(1)).await.err(),
        Some(expected.clone())
    );
    assert_eq!(journal.fold().await.err(), Some(expected));
}

/// Bytes of all values, texts of all scripts, and none at all.
pub async fn bytes_and_texts_come_back_as_they_were<H: Shelf>(shelf: &H) {
    founded(shelf, "values").await;
    let storage = opened(shelf, "values").await;
    let values = [
        Value::Bytes((0..=255).collect()),
        Value::Bytes(Vec::new()),
        Value::Text(String::new()),
        Value::Text("Åäö €  \u{0}\u{7f} 会議 🙂".into()),
        Value::Text("x".repeat(300_000)),
    ];
    let slot = |n: usize| Slot::text(format!("v{n}"));
    let batch: Vec<_> = values
        .iter()
        .enumerate()
        .map(|(n, value)| Write::Put(Store::Files, slot(n), value.clone()))
        .collect();
    storage
        .write(&batch, Durability::Strict)
        .await
        .expect("written");
    let found = storage.read(&[Want::All(Store::Files)]).await;
    let expected: Vec<_> = values
        .into_iter()
        .enumerate()
        .map(|(n, value)| (slot(n), value))
        .collect();
    assert_eq!(found, Ok(vec![expected]));
}

/// Numbers before texts, each in their order; ranges include their end.
pub async fn ranges_follow_the_order_of_slots<H: Shelf>(shelf: &H) {
    founded(shelf, "ranges").await;
    let storage = opened(shelf, "ranges").await;
    let text = |n: usize| Value::Text(n.to_string());
    let all = [
        Slot::Number(2),
        Slot::Number(10),
        Slot::Number(1 << 52),
        Slot::text("Contact/"),
        Slot::text("Contact/a"),
        Slot::text("LogEntry/"),
        Slot::text("folded/1"),
    ];
    let filled = |n: usize| (all[n].clone(), text(n));
    let put = |n: usize| Write::Put(Store::Files, all[n].clone(), text(n));
    let batch: Vec<_> = (0..all.len()).rev().map(put).collect();
    storage
        .write(&batch, Durability::Strict)
        .await
        .expect("written");
    assert_eq!(slots(&storage, Store::Files).await, all);
    let wants = [
        Want::From(Store::Files, Slot::Number(10)),
        Want::From(Store::Files, Slot::text("Contact/0")),
        Want::One(Store::Files, Slot::text("folded/1")),
        Want::One(Store::Files, Slot::text("folded/2")),
        Want::All(Store::Drafts),
    ];
    let found = storage.read(&wants).await.expect("it reads");
    let expected = [
        (1..7).map(filled).collect(),
        (4..7).map(filled).collect(),
        vec![filled(6)],
        Vec::new(),
        Vec::new(),
    ];
    assert_eq!(found, expected);

    let beyond = Write::NoneFrom(Store::Files, Slot::text("folded/2"));
    let at = Write::NoneFrom(Store::Files, Slot::text("folded/1"));
    let below = Write::DeleteBelow(Store::Files, Slot::text("Contact/a"));
    let answer = storage
        .write(&[below.clone(), at], Durability::Strict)
        .await;
    assert_eq!(answer, Err(JournalError::Taken));
    assert_eq!(slots(&storage, Store::Files).await.len(), 7);
    let answer = storage.write(&[below, beyond], Durability::Strict).await;
    assert_eq!(answer, Ok(()));
    assert_eq!(slots(&storage, Store::Files).await, all[4..]);
}

/// Both at the same time, each going on whenever the other waits.
async fn both<A, B>(one: impl Future<Output = A>, two: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut two) = (pin!(one), pin!(two));
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(answer) = one.as_mut().poll(context)
        {
            first = Some(answer);
        }
        if second.is_none()
            && let Poll::Ready(answer) = two.as_mut().poll(context)
        {
            second = Some(answer);
        }
        match (first.take(), second.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (a, b) => {
                (first, second) = (a, b);
                Poll::Pending
            }
        }
    })
    .await
}
