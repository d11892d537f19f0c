//! The store: what pages hold of an open company.

use crate::contract::{meta, open_form};
use js_sys::Promise;
use lokikirja::book::{Book, open};
use lokikirja::browser::preferences::CompanyCard;
use lokikirja::domain::interaction::form::InteractionForm;
use lokikirja::journal::indexed_db::{IndexedDb, IndexedDbShelf};
use lokikirja::journal::storage::Shelf;
use lokikirja::ui::store::Store;
use std::collections::BTreeSet;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// A store and a book on the same company, a new one.
async fn opened(company: &str) -> (Store, Book<IndexedDb>) {
    let shelf = IndexedDbShelf::new(|_, _| ());
    shelf.delete(company).await.expect("room for the company");
    let book = open::create(&shelf, company, &meta(company)).await;
    let card = CompanyCard {
        database: company.into(),
        name: company.into(),
        demo: false,
        user: String::new(),
        my_salesperson: None,
        work_date: None,
        started: true,
    };
    let store = Store::open(book.expect("it is created"), card, false).await;
    let other = open::open(&shelf, company, None).await;
    (store, other.expect("it opens"))
}

fn typed(number: u32, text: &str) -> InteractionForm {
    InteractionForm {
        description: text.into(),
        ..open_form(number)
    }
}

/// The descriptions of the drafts on the device.
async fn kept(book: &Book<IndexedDb>) -> BTreeSet<String> {
    let drafts = book.drafts().await.expect("drafts can be read").drafts;
    drafts
        .into_iter()
        .map(|draft| draft.form.description)
        .collect()
}

/// What is waiting to be kept of one form is not given up for another.
#[wasm_bindgen_test]
async fn two_forms_typed_one_right_after_the_other_are_both_kept_whole() {
    let (store, book) = opened("store-drafts").await;
    store.keep_draft(typed(1, "one"));
    // It is on its way to the device when the rest is typed.
    let turn = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
    turn.expect("it is never rejected");
    store.keep_draft(typed(1, "one, whole"));
    store.keep_draft(typed(2, "two"));
    store.keep_draft(typed(2, "two, whole"));
    let expected = BTreeSet::from(["one, whole", "two, whole"].map(String::from));
    for _ in 0..100 {
        if kept(&book).await == expected {
            break;
        }
    }
    assert_eq!(kept(&book).await, expected);
}
