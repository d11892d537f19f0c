//! What a browser can do to a journal: refuse, run full, be asked by another version, fail for no
//! reason. Faults are made by wrapping the browser's own functions.

use crate::contract::{creation, meta, rev};
use js_sys::{Array, Function, Promise};
use lokikirja::journal::indexed_db::{IndexedDb, IndexedDbShelf, SCHEMA};
use lokikirja::journal::storage::{Opening, Shelf};
use lokikirja::journal::{Along, Journal, JournalError};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// Runs a script as a function of what is given.
fn script(body: &str, given: &[JsValue]) -> JsValue {
    let arguments: Array = given.iter().collect();
    Function::new_with_args("a, b", body)
        .apply(&JsValue::NULL, &arguments)
        .expect("the script runs")
}

/// Undoes a fault when the test ends, however it ends.
struct Undo(Function);

impl Drop for Undo {
    fn drop(&mut self) {
        self.0.call0(&JsValue::NULL).expect("it is undone");
    }
}

/// Has a function of a prototype throw an exception of this name for the next `n` calls.
fn throwing(prototype: &str, function: &str, exception: &str, n: u32) -> Undo {
    let body = format!(
        "const p = {prototype}.prototype, original = p.{function}; let n = b;
         p.{function} = function () {{
             if (n-- > 0) throw new DOMException('made up', a);
             return original.apply(this, arguments);
         }};
         return () => {{ p.{function} = original; }};"
    );
    Undo(script(&body, &[exception.into(), n.into()]).unchecked_into())
}

type Lost = Rc<RefCell<Vec<(String, JournalError)>>>;

/// A shelf, and what it says is lost.
fn shelf() -> (IndexedDbShelf, Lost) {
    let lost = Lost::default();
    let shelf = IndexedDbShelf::new({
        let lost = lost.clone();
        move |company, error| lost.borrow_mut().push((company.into(), error))
    });
    (shelf, lost)
}

async fn founded(shelf: &IndexedDbShelf, company: &str) -> Journal<IndexedDb> {
    shelf.delete(company).await.expect("room for the company");
    let storage = shelf.open(company, Opening::OrNew).await;
    let journal = Journal::new(storage.expect("it opens"));
    journal.create(&meta(company)).await.expect("it is created");
    append(&journal, 1).await.expect("it is kept");
    journal
}

async fn append(journal: &Journal<IndexedDb>, n: u32) -> Result<(), JournalError> {
    journal
        .append(rev(n), &creation(n), &Along::default())
        .await
}

async fn n_kept(journal: &Journal<IndexedDb>) -> usize {
    journal.load().await.expect("it loads").sets.len()
}

/// D2: what is not a draft lies on the disk before it is called saved.
#[wasm_bindgen_test]
async fn everything_but_drafts_is_written_strictly() {
    let begun = script(
        "const p = IDBDatabase.prototype, original = p.transaction, begun = [];
         p.transaction = function (stores, mode, options) {
             const t = original.apply(this, arguments);
             if (t.mode !== 'readonly') begun.push([...t.objectStoreNames].join() + ' ' + t.durability);
             return t;
         };
         return [begun, () => { p.transaction = original; }];",
        &[],
    );
    let begun: Array = begun.unchecked_into();
    let undo = Undo(begun.get(1).unchecked_into());
    let (shelf, _) = shelf();
    let journal = founded(&shelf, "strict").await;
    journal.put_meta(&meta("strict")).await.expect("written");
    journal
        .put_draft(&crate::contract::draft(1, "a"))
        .await
        .expect("written");
    let along = Along {
        ends_drafts: vec![crate::contract::nth_id(1)],
        files: vec![(crate::contract::nth_id(2), vec![1])],
    };
    journal
        .append(rev(2), &creation(2), &along)
        .await
        .expect("written");
    let decide = |_| Some((rev(3), creation(3), Along::default()));
    journal.append_after(rev(2), decide).await.expect("written");
    journal.fold().await.expect("written");
    journal
        .delete_draft(crate::contract::nth_id(1))
        .await
        .expect("written");
    drop(undo);

    let begun: Array = begun.get(0).unchecked_into();
    let begun: Vec<String> = begun.iter().filter_map(|one| one.as_string()).collect();
    let expected = [
        "meta strict",
        "journal strict",
        "meta strict",
        "drafts relaxed",
        "drafts,files,journal strict",
        "drafts,files,journal,meta,snapshot strict",
        "journal,snapshot strict",
        "drafts relaxed",
    ];
    assert_eq!(begun, expected);
}

/// D4: full is full, whichever request finds it out; nothing of the operation stays, and when
/// there is room again it goes on.
#[wasm_bindgen_test]
async fn a_full_disk_is_said_to_be_full() {
    let (shelf, _) = shelf();
    let journal = founded(&shelf, "full").await;
    let along = Along {
        ends_drafts: Vec::new(),
        files: vec![(crate::contract::nth_id(2), vec![1; 1000])],
    };
    for function in ["add", "put"] {
        let fault = throwing("IDBObjectStore", function, "QuotaExceededError", 1);
        let answer = journal.append(rev(2), &creation(2), &along).await;
        assert_eq!(answer, Err(JournalError::Full), "{function}");
        drop(fault);
        assert_eq!(n_kept(&journal).await, 1);
        assert_eq!(journal.file(crate::contract::nth_id(2)).await, Ok(None));
    }
    append(&journal, 2).await.expect("there is room");
}

/// D8: a device that fails for no reason is asked again, a few times.
#[wasm_bindgen_test]
async fn a_device_that_hesitates_is_asked_again() {
    let (shelf, _) = shelf();
    let journal = founded(&shelf, "hesitating").await;
    for (prototype, function) in [("IDBDatabase", "transaction"), ("IDBFactory", "open")] {
        let fault = throwing(prototype, function, "UnknownError", 2);
        journal.close();
        assert_eq!(n_kept(&journal).await, 1, "{function}");
        drop(fault);
        let fault = throwing(prototype, function, "UnknownError", 3);
        journal.close();
        let answer = journal.load().await;
        assert!(
            matches!(answer, Err(JournalError::Unavailable { .. })),
            "{function}: {answer:?}"
        );
        drop(fault);
    }
    assert_eq!(n_kept(&journal).await, 1, "it is well again");
    append(&journal, 2).await.expect("it is kept");
}

/// D5: the browser refuses storage, in each of the ways in which browsers do.
#[wasm_bindgen_test]
async fn a_browser_that_refuses_storage_is_named() {
    let (shelf, _) = shelf();
    let denied = async || {
        let answer = shelf.open("denied", Opening::OrNew).await;
        assert_eq!(answer.err(), Some(JournalError::Denied));
    };
    for exception in ["SecurityError", "InvalidStateError"] {
        let fault = throwing("IDBFactory", "open", exception, 10);
        denied().await;
        drop(fault);
    }
    let fault = Undo(
        script(
            "const original = Object.getOwnPropertyDescriptor(window, 'indexedDB');
             Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true });
             return () => Object.defineProperty(window, 'indexedDB', original);",
            &[],
        )
        .unchecked_into(),
    );
    denied().await;
    assert_eq!(shelf.companies().await, Err(JournalError::Denied));
    drop(fault);
}

/// D9: a newer version takes a company over: the older one lets go, says so, and does not get it
/// back.
#[wasm_bindgen_test]
async fn a_newer_version_takes_over() {
    let (shelf, lost) = shelf();
    let journal = founded(&shelf, "versions").await;
    let newer = shelf.clone().with_schema(SCHEMA + 1);
    let storage = newer.open("versions", Opening::Existing).await;
    let newer = Journal::new(storage.expect("it opens"));
    assert_eq!(
        *lost.borrow(),
        [("versions".into(), JournalError::Superseded)]
    );
    assert_eq!(append(&journal, 2).await, Err(JournalError::Superseded));
    assert_eq!(journal.load().await, Err(JournalError::Superseded));
    let answer = shelf.open("versions", Opening::Existing).await;
    let expected = JournalError::Newer {
        found: None,
        known: SCHEMA,
    };
    assert_eq!(answer.err(), Some(expected));
    newer.load().await.expect("it loads");
    append(&newer, 2).await.expect("the newer one goes on");
}

/// D9: somebody who does not let go is named; and an opening that was given up neither upgrades
/// nor holds the company later.
#[wasm_bindgen_test]
async fn a_tab_that_does_not_let_go_is_named() {
    let (shelf, lost) = shelf();
    founded(&shelf, "impolite").await.close();
    let holder = script(
        "return new Promise((resolve, reject) => {
             const request = indexedDB.open(a);
             request.onsuccess = () => resolve(request.result);
             request.onerror = reject;
         });",
        &["lokikirja-impolite".into()],
    );
    let holder = JsFuture::from(holder.unchecked_into::<Promise>()).await;
    let holder = holder.expect("the holder opens it");
    let newer = shelf.clone().with_schema(SCHEMA + 1);
    let answer = newer.open("impolite", Opening::Existing).await;
    assert_eq!(answer.err(), Some(JournalError::Blocked));
    script("a.close();", &[holder]);

    // The request that was given up comes true now, and is taken back.
    let storage = shelf.open("impolite", Opening::Existing).await;
    let journal = Journal::new(storage.expect("it is still of this version"));
    journal.load().await.expect("it loads");
    append(&journal, 2).await.expect("it is kept");
    assert_eq!(*lost.borrow(), []);
    // And the newer version gets it when it asks again.
    newer
        .open("impolite", Opening::Existing)
        .await
        .expect("it opens");
    assert_eq!(lost.borrow().len(), 1);
}

/// D10: another tab deletes the company, or clears the storage.
#[wasm_bindgen_test]
async fn a_deleted_company_is_said_to_be_gone() {
    let (shelf, lost) = shelf();
    let journal = founded(&shelf, "deleted").await;
    shelf.delete("deleted").await.expect("deleted");
    assert_eq!(*lost.borrow(), [("deleted".into(), JournalError::Gone)]);
    assert_eq!(append(&journal, 2).await, Err(JournalError::Gone));
    let companies = shelf.companies().await.expect("the list");
    assert!(!companies.contains(&"deleted".into()));
}
