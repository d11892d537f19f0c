//! The rules, one function each, for any shelf. Each uses companies of its own name.

mod companies;
mod erasing;
mod faults;
mod folding;
mod stages;
mod telling;
mod values;
mod writing;

pub use companies::*;
pub use erasing::*;
pub use faults::*;
pub use folding::*;
pub use stages::*;
pub use telling::*;
pub use values::*;
pub use writing::*;

use super::samples::*;
use lokikirja::domain::{ChangeSet, Revision};
use lokikirja::journal::storage::{Opening, Shelf, Slot, Storage, Store};
use lokikirja::journal::{Along, Journal};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// A company of this name, new and described.
pub async fn founded<H: Shelf>(shelf: &H, company: &str) -> Journal<H::Storage> {
    shelf.delete(company).await.expect("room for the company");
    let storage = shelf.open(company, Opening::OrNew).await.expect("it opens");
    let journal = Journal::new(storage);
    journal.create(&meta(company)).await.expect("it is created");
    journal.load().await.expect("it loads");
    journal
}

/// The same company as another tab sees it.
pub(super) async fn elsewhere<H: Shelf>(shelf: &H, company: &str) -> Journal<H::Storage> {
    let journal = Journal::new(opened(shelf, company).await);
    journal.load().await.expect("it loads");
    journal
}

pub(super) async fn opened<H: Shelf>(shelf: &H, company: &str) -> H::Storage {
    let storage = shelf.open(company, Opening::Existing).await;
    storage.expect("it opens")
}

pub(super) async fn append<S: Storage>(journal: &Journal<S>, revision: u32, set: &ChangeSet) {
    let answer = journal.append(rev(revision), set, &Along::default()).await;
    assert_eq!(answer, Ok(()), "revision {revision}");
}

pub async fn append_creations<S: Storage>(
    journal: &Journal<S>,
    numbers: std::ops::RangeInclusive<u32>,
) {
    for n in numbers {
        append(journal, n, &creation(n)).await;
    }
}

pub(super) async fn slots<S: Storage>(storage: &S, store: Store) -> Vec<Slot> {
    storage.slots(store).await.expect("the slots")
}

/// Both at the same time, each going on whenever the other waits.
pub(super) async fn both<A, B>(
    one: impl Future<Output = A>,
    two: impl Future<Output = B>,
) -> (A, B) {
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
