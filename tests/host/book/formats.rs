//! Whole companies as older versions have stored them. Opening one changes nothing, its first fold rewrites it in one
//! transaction, and before, after and wherever that ends too early, it comes to the same records.

use super::crash::at_every_step;
use super::{KEY, kept};
use crate::desk::Desk;
use crate::domain::check_segments::sound;
use crate::hex;
use expect_test::{ExpectFile, expect_file};
use lokikirja::book::open;
use lokikirja::domain::Records;
use lokikirja::journal::memory::{Fault, MemoryShelf};
use lokikirja::journal::storage::{Opening, Shelf, Slot, Storage, Store, Value, Want};
use lokikirja::journal::{Journal, JournalError, codec};
use pollster::block_on;
use serde_json::{Map, json};
use sha2::{Digest, Sha256};

/// One for each set of formats that a version has written, the newest last: change sets in format 1, then in format 2,
/// then blocks in format 2 too, then packed blocks.
fn databases() -> [ExpectFile; 4] {
    [
        expect_file!["../golden/databases/format-1.json"],
        expect_file!["../golden/databases/format-2.json"],
        expect_file!["../golden/databases/blocks-2.json"],
        expect_file!["../golden/databases/blocks-3.json"],
    ]
}

/// What all of them come to.
const DIGEST: &str = "9cbae67c6a6a0d67ef7cd469dc9d4c1db6ec1d175d1e9c1aa98c654015972234";

/// A company with rows of every kind, some of them folded and changed since.
fn company() -> Desk {
    let mut desk = sound();
    desk.fold();
    desk.change_contact("CT1", "phone 010 123");
    desk.create("contact CT1")
        .choose("template T1; salesperson JK")
        .finish();
    desk.create("contact CT2").choose("template T1").postpone();
    desk
}

/// All that lies in its stores.
fn dump(shelf: &MemoryShelf, key: &str) -> String {
    let storage = block_on(shelf.open(key, Opening::Existing)).expect("it is there");
    let mut stores = Map::new();
    for store in Store::ALL {
        let found = block_on(storage.read(&[Want::All(store)])).expect("it is read");
        let values = found
            .into_iter()
            .flatten()
            .map(|(slot, value)| match value {
                Value::Text(text) => (slot.to_string(), json!(text)),
                Value::Bytes(bytes) => (slot.to_string(), json!({ "hex": hex::of(&bytes) })),
            });
        let values: Map<_, _> = values.collect();
        stores.insert(store.name().into(), values.into());
    }
    let text = serde_json::to_string_pretty(&stores).expect("maps and texts are JSON");
    text + "\n"
}

/// A device on which such a company lies.
fn shelf_with(database: &str) -> MemoryShelf {
    let shelf = MemoryShelf::new();
    let storage = block_on(shelf.open(KEY, Opening::OrNew)).expect("it is opened");
    let stores: Map<String, serde_json::Value> = serde_json::from_str(database).expect("JSON");
    for store in Store::ALL {
        for (slot, text) in stores[store.name()].as_object().expect("values") {
            let slot = match store {
                Store::Journal => Slot::Number(slot.parse().expect("a revision")),
                _ => Slot::text(slot),
            };
            let value = match text.as_str() {
                Some(text) => Value::Text(text.into()),
                None => Value::Bytes(hex::bytes(text["hex"].as_str().expect("bytes"))),
            };
            storage.damage(store, &slot, Some(value));
        }
    }
    shelf
}

/// The records in one figure, whatever they lay in.
fn digest_of(records: &Records) -> String {
    let mut digest = Sha256::new();
    for (row, revision) in records.rows() {
        digest.update(codec::bare_text(&(revision, row)));
    }
    let digest = digest.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn fold(shelf: &MemoryShelf) {
    let storage = shelf.open(KEY, Opening::Existing).await;
    let journal = Journal::new(storage.expect("it is there"));
    // Where the device goes wrong it does nothing.
    let _ = journal.fold().await;
    journal.close();
}

#[test]
fn the_newest_is_what_is_written_now() {
    let desk = company();
    let [.., newest] = databases();
    newest.assert_eq(&dump(&desk.shelf, "desk"));
    assert_eq!(digest_of(&desk.records), DIGEST);
}

#[test]
fn a_company_of_any_format_opens_to_the_same_records_and_nothing_is_written() {
    for database in databases() {
        let shelf = shelf_with(&database.data());
        let found = kept(&shelf);
        assert_eq!(digest_of(&found), DIGEST);
        assert_eq!(found.check(), []);
        assert_eq!(dump(&shelf, KEY), database.data());
    }
}

#[test]
fn the_first_fold_of_a_company_of_any_format_comes_to_the_same_wherever_it_ends() {
    for database in databases() {
        let (before, after) = {
            let shelf = shelf_with(&database.data());
            let before = dump(&shelf, KEY);
            block_on(fold(&shelf));
            (before, dump(&shelf, KEY))
        };
        assert_ne!(before, after);
        let faults = [
            Fault::CloseBefore,
            Fault::CloseAfter,
            Fault::Refuse(JournalError::Full),
        ];
        for fault in [None].into_iter().chain(faults.map(Some)) {
            let seen = std::cell::Cell::new([0, 0]);
            at_every_step(
                || shelf_with(&database.data()),
                |_| (),
                async |shelf| {
                    let book = open::open(shelf, KEY, None).await.expect("it opens");
                    book.close();
                    if let Some(fault) = fault.clone() {
                        shelf.fail(1, fault);
                    }
                    fold(shelf).await;
                },
                |shelf, _| {
                    // Before or after, and never in between.
                    let found = dump(shelf, KEY);
                    let mut n = seen.get();
                    n[usize::from(found == after)] += 1;
                    seen.set(n);
                    assert!(found == before || found == after);
                    let records = kept(shelf);
                    assert_eq!(digest_of(&records), DIGEST);
                },
            );
            let is_refused = matches!(fault, Some(Fault::Refuse(_)));
            let [n_before, n_after] = seen.get();
            assert!(n_before > 0, "{fault:?}");
            assert_eq!(n_after > 0, !is_refused, "{fault:?}");
        }
    }
}
