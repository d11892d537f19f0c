//! A company that an older version has stored: what it comes to, and its first fold.

use crate::digest::digest;
use crate::page;
use lokikirja::journal::Journal;
use lokikirja::journal::indexed_db::IndexedDbShelf;
use lokikirja::journal::storage::{Opening, Shelf};
use lokikirja::ui::store::Store;
use serde_json::json;

/// What the company comes to.
pub fn report(store: Store) -> String {
    store.peek(|records| {
        let damage = records.check();
        json!({
            "revision": records.revision().0,
            "rows": records.n_rows(),
            "damage": damage.iter().map(|one| format!("{one:?}")).collect::<Vec<_>>(),
            "digest": digest(records),
        })
        .to_string()
    })
}

/// Folds, as the app does when it is idle. Gives how long that took, in milliseconds.
///
/// # Panics
/// When it does not succeed.
pub async fn fold(company: &str) -> String {
    let shelf = IndexedDbShelf::new(|company, error| panic!("{company} was lost: {error:?}"));
    let storage = shelf.open(company, Opening::Existing).await;
    let journal = Journal::new(storage.unwrap_or_else(|error| panic!("not opened: {error:?}")));
    // Once it has begun the page is too busy to be asked.
    page::tell(&[("folding", company)]);
    let start = page::clock_ms();
    let n_folded = journal.fold().await;
    let n_folded = n_folded.unwrap_or_else(|error| panic!("not folded: {error:?}"));
    let took = page::clock_ms() - start;
    journal.close();
    json!({ "took": took, "folded": n_folded }).to_string()
}
