//! The store: what pages hold of an open company.

use crate::contract::{meta, open_form, postpone, set_up};
use js_sys::Promise;
use leptos::prelude::untrack;
use lokikirja::book::{Book, open};
use lokikirja::browser::preferences::CompanyCard;
use lokikirja::domain::interaction::form::InteractionForm;
use lokikirja::journal::indexed_db::{IndexedDb, IndexedDbShelf, next_turn};
use lokikirja::journal::storage::Shelf;
use lokikirja::ui::store::Store;
use std::collections::BTreeSet;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// So often the drafts are looked at; a device that takes longer than that has lost them.
const MOST_LOOKS: u32 = 2_000;

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

/// Waits until the drafts on the device are these: what is typed is kept beside the test's own work, in its own time.
async fn comes_to_keep(book: &Book<IndexedDb>, expected: &BTreeSet<String>) {
    let mut found = BTreeSet::new();
    for _ in 0..MOST_LOOKS {
        found = kept(book).await;
        if found == *expected {
            return;
        }
        next_turn().await;
    }
    assert_eq!(found, *expected);
}

/// Types into two forms: the first words are on their way to the device when the rest is typed.
async fn type_into_two(store: Store) -> BTreeSet<String> {
    store.keep_draft(typed(1, "one"));
    let turn = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
    turn.expect("it is never rejected");
    store.keep_draft(typed(1, "one, whole"));
    store.keep_draft(typed(2, "two"));
    store.keep_draft(typed(2, "two, whole"));
    BTreeSet::from(["one, whole", "two, whole"].map(String::from))
}

/// What is waiting to be kept of one form is not given up for another.
#[wasm_bindgen_test]
async fn two_forms_typed_one_right_after_the_other_are_both_kept_whole() {
    let (store, book) = opened("store-drafts").await;
    let expected = type_into_two(store).await;
    comes_to_keep(&book, &expected).await;
}

/// After a command the drafts are read again, for it may have ended one. What is not on the device
/// yet is a draft all the same.
#[wasm_bindgen_test]
async fn a_command_does_not_forget_drafts_that_are_on_their_way() {
    let (store, _) = opened("store-command").await;
    let expected = type_into_two(store).await;
    store.run(set_up()).await.expect("carried out");
    let drafts = untrack(|| store.drafts()).into_iter();
    let drafts: BTreeSet<String> = drafts.map(|draft| draft.form.description).collect();
    assert_eq!(drafts, expected);
}

/// The last text of a form that is saved is part of what was saved, even while it waits to be kept
/// behind another form's.
#[wasm_bindgen_test]
async fn a_form_saved_while_its_draft_waits_is_no_draft_any_more() {
    let (store, book) = opened("store-saved").await;
    store.run(set_up()).await.expect("carried out");
    store.keep_draft(typed(1, "one"));
    store.keep_draft(typed(2, "two"));
    store.run(postpone(2)).await.expect("carried out");
    let shown = untrack(|| store.drafts()).into_iter();
    let shown: BTreeSet<String> = shown.map(|draft| draft.form.description).collect();
    assert_eq!(shown, BTreeSet::from(["one".to_string()]));
    comes_to_keep(&book, &shown).await;
}
