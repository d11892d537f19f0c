//! Companies, what they are, and their drafts.

use super::*;
use crate::contract::samples::*;
use lokikirja::journal::codec::{self};
use lokikirja::journal::storage::{Durability, Opening, Shelf, Slot, Storage, Store, Value, Write};
use lokikirja::journal::{Along, JournalError};

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
