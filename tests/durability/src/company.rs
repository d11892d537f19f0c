//! The company: opened as the app opens it, and set up the first time.

use lokikirja::book::{self, Sentinel};
use lokikirja::browser::clock;
use lokikirja::browser::preferences::{self, CompanyCard};
use lokikirja::domain::salesperson::SalespersonEdit;
use lokikirja::domain::{Command, Revision, starter};
use lokikirja::journal::device::Device;
use lokikirja::journal::indexed_db::IndexedDbShelf;
use lokikirja::journal::{Drafts, Meta, Ownership};
use lokikirja::language::{Lang, messages};
use lokikirja::ui::store::Store;

/// Opens the company, and creates it on a device that has no memory of it. Gives the drafts that
/// were found.
///
/// # Panics
/// When it cannot be opened: after a kill it must open as if nothing had happened.
pub async fn open(key: &str) -> (Store, Drafts) {
    let shelf = Device::Disk(IndexedDbShelf::new(|company, error| {
        panic!("{company} was lost while it was open: {error:?}")
    }));
    let sentinel = preferences::sentinel::<Sentinel>(key);
    let opened = match &sentinel {
        Some(_) => book::open::open(&shelf, key, sentinel.as_ref()).await,
        None => {
            let meta = Meta {
                name: key.into(),
                created_at: clock::now(),
                ownership: Ownership::Own,
            };
            book::open::create(&shelf, key, &meta).await
        }
    };
    let book = opened.unwrap_or_else(|error| panic!("{key} does not open: {error:?}"));
    let drafts = book.drafts().await;
    let drafts = drafts.unwrap_or_else(|error| panic!("the drafts cannot be read: {error:?}"));
    let card = CompanyCard {
        database: key.into(),
        name: key.into(),
        demo: false,
        user: String::new(),
        my_salesperson: None,
        work_date: None,
        started: true,
    };
    let store = Store::open(book, card, false).await;
    if store.peek(|records| records.revision()) == Revision(0) {
        set_up(store).await;
    }
    (store, drafts)
}

/// Everything that interactions need, in one change set.
async fn set_up(store: Store) {
    let texts = &messages(Lang::En).starter;
    let starter = store.peek(|records| starter::starter(records, texts, &mut clock::new_id));
    let edits = vec![
        SalespersonEdit::Code("JK".into()),
        SalespersonEdit::Name("Jaana Korhonen".into()),
    ];
    let salesperson = Command::CreateSalesperson(clock::new_id(), edits);
    let outcome = store.run(Command::All(vec![starter, salesperson])).await;
    outcome.unwrap_or_else(|trouble| panic!("the company cannot be set up: {trouble:?}"));
}
