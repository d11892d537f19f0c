//! A company is told as a whole, and fills empty stores.

use super::*;
use lokikirja::journal::{Filling, JournalError, Told, What};

async fn told<H: Shelf>(shelf: &H, company: &str) -> Vec<Told> {
    let journal = Journal::new(opened(shelf, company).await);
    let mut told = Vec::new();
    let mut each = async |part| {
        told.push(part);
        Ok::<_, JournalError>(())
    };
    let answer = journal.tell(What::All, &mut each).await;
    assert_eq!(answer, Ok(()));
    journal.close();
    told
}

/// Also into a real database: what was told fills another, which tells the same.
pub async fn what_is_told_fills_empty_stores_with_the_same<H: Shelf>(shelf: &H) {
    let journal = founded(shelf, "told").await;
    append_creations(&journal, 1..=300).await;
    journal.fold().await.expect("folded");
    append_creations(&journal, 301..=305).await;
    journal.put_draft(&draft(1, "Kesken")).await.expect("kept");
    let file = Along {
        files: vec![(nth_id(8), vec![1, 2, 3])],
        ..Along::default()
    };
    let answer = journal.append(rev(306), &creation(306), &file).await;
    assert_eq!(answer, Ok(()));
    journal.close();
    let first = told(shelf, "told").await;

    shelf.delete("filled").await.expect("room");
    let storage = shelf
        .open("filled", Opening::OrNew)
        .await
        .expect("it opens");
    let mut filling = Filling::begin(storage).await.expect("empty");
    let mut company = None;
    for part in first.clone() {
        match part {
            Told::Company(meta, revision) => company = Some((meta, revision)),
            Told::Row(revision, row) => filling.row(revision, row).await.expect("kept"),
            Told::Set(revision, set) => filling.set(revision, &set).await.expect("kept"),
            Told::Draft(draft) => filling.draft(&draft).await.expect("kept"),
            Told::File(id, bytes) => filling.file(id, bytes).await.expect("kept"),
            Told::Unreadable(error) => panic!("{error:?}"),
        }
    }
    // Until it is finished it is no company.
    let journal = Journal::new(opened(shelf, "filled").await);
    assert_eq!(journal.meta().await, Ok(None));
    journal.close();
    let (meta, revision) = company.expect("it says what it is");
    filling.finish(&meta, revision).await.expect("finished");
    assert_eq!(told(shelf, "filled").await, first);
    let again = Filling::begin(opened(shelf, "filled").await).await;
    assert_eq!(again.map(drop), Err(JournalError::Taken));
}
