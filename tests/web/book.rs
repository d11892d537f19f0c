//! The book on the browser's own databases, several at once.

use crate::contract::{
    meta, moment_at, new_contact, new_salesperson, nth_id, open_form, postpone, rename, rev, set_up,
};
use lokikirja::book::{Book, News, RunError, inbox, open};
use lokikirja::browser::tabs::Tabs;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::refusal::Reason;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::{Records, Revision, Table};
use lokikirja::journal::indexed_db::{IndexedDb, IndexedDbShelf};
use lokikirja::journal::storage::Shelf;
use std::collections::BTreeSet;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

async fn founded(company: &str) -> (IndexedDbShelf, Book<IndexedDb>) {
    let shelf = IndexedDbShelf::new(|_, _| ());
    shelf.delete(company).await.expect("room for the company");
    let book = open::create(&shelf, company, &meta(company)).await;
    let mut book = book.expect("it is created");
    book.run(&moment_at(1), set_up()).await.expect("set up");
    (shelf, book)
}

async fn book(shelf: &IndexedDbShelf, company: &str) -> Book<IndexedDb> {
    let book = open::open(shelf, company, None).await;
    book.expect("it opens")
}

fn records(book: &Book<IndexedDb>) -> Records {
    book.records().borrow().clone()
}

#[wasm_bindgen_test]
async fn what_a_book_writes_is_there_after_a_reload() {
    let (shelf, mut first) = founded("book").await;
    let draft = open_form(7);
    first
        .put_draft(open_form(1), moment_at(1).now)
        .await
        .expect("kept");
    first
        .put_draft(draft.clone(), moment_at(1).now)
        .await
        .expect("kept");
    first.run(&moment_at(2), postpone(1)).await.expect("saved");
    let sentinel = first.sentinel();
    first.close();
    let again = open::open(&shelf, "book", Some(&sentinel)).await;
    let again = again.expect("it opens");
    assert_eq!(records(&again), records(&first));
    assert_eq!(again.damage(), []);
    let drafts = again.drafts().await.expect("drafts").drafts;
    assert_eq!(drafts.iter().map(|d| &d.form).collect::<Vec<_>>(), [&draft]);
}

/// D13: four that write without a pause give 1,000 different numbers, none left out; and each
/// gets its turn.
#[wasm_bindgen_test]
async fn four_books_give_a_thousand_different_numbers() {
    let (shelf, founder) = founded("thousand").await;
    let one = async |number: u32| {
        let mut book = book(&shelf, "thousand").await;
        for n in 1..=250 {
            let n = number * 250 + n;
            let answer = book.run(&moment_at(n), new_contact(n)).await;
            assert!(answer.is_ok(), "{answer:?}");
        }
    };
    futures::join!(one(0), one(1), one(2), one(3));
    let found = records(&book(&shelf, "thousand").await);
    let numbers: BTreeSet<String> = found.all::<Contact>().map(|c| c.no.to_string()).collect();
    let expected: BTreeSet<String> = (1..=1001).map(|n| format!("CT{n:04}")).collect();
    assert_eq!(numbers, expected);
    assert_eq!(found.revision(), Revision(1001));
    drop(founder);
}

/// D12: what one tab saves the other shows at once, and a form that it had open before is refused.
#[wasm_bindgen_test]
async fn tabs_tell_each_other_and_refuse_stale_forms() {
    let (shelf, mut a) = founded("tabs").await;
    a.run(&moment_at(1), new_salesperson(1))
        .await
        .expect("saved");
    let mut b = book(&shelf, "tabs").await;

    let (shown, mut screen) = futures::channel::mpsc::unbounded();
    b.listen(move |news| shown.unbounded_send(news).expect("somebody looks"));
    let seen_by_b = b.records();
    let (to_b, serve_b) = inbox::start(b);
    spawn_local(serve_b);
    let b_hears = {
        let to_b = to_b.clone();
        Tabs::join("lokikirja-test-tabs", move |said| {
            to_b.others_wrote(said.parse().ok().map(Revision));
        })
    };
    let a_says = Tabs::join("lokikirja-test-tabs", |said| {
        panic!("a hears itself: {said}")
    });
    a.listen(move |news| match news {
        News::Changed {
            by_us: true,
            sentinel,
            ..
        } => {
            a_says.say(&sentinel.revision.0.to_string());
        }
        other => panic!("{other:?}"),
    });

    a.run(&moment_at(2), rename(1, rev(2), "Ensimmäinen"))
        .await
        .expect("saved");
    match screen.recv().await {
        Ok(News::Changed { tables, by_us, .. }) => {
            assert_eq!((tables, by_us), (vec![Table::Salesperson], false));
        }
        other => panic!("{other:?}"),
    }
    let name = |records: &Records| {
        let row = records.get::<Salesperson>(nth_id(1));
        row.expect("it is there").name.clone()
    };
    assert_eq!(name(&seen_by_b.borrow()), "Ensimmäinen");

    let stale = to_b.run(moment_at(3), rename(1, rev(2), "Toinen")).await;
    match stale {
        Err(RunError::Refused(refusal)) => assert_eq!(refusal.reason, Reason::ChangedMeanwhile),
        other => panic!("{other:?}"),
    }
    assert_eq!(name(&records(&book(&shelf, "tabs").await)), "Ensimmäinen");
    to_b.close();
    drop(b_hears);
}
