//! A log so long that it is read when everything else can be used already.

use crate::steps::{go_to, number_told, start_empty};
use crate::words::{Words, in_english, in_finnish};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use lokikirja::domain::contact::ContactEdit;
use lokikirja::domain::id::{self, ContactId, LogEntryId, SalespersonId, Single};
use lokikirja::domain::interaction::form::{self, Opener};
use lokikirja::domain::interaction::{EntryNo, LogEntry};
use lokikirja::domain::salesperson::SalespersonEdit;
use lokikirja::domain::setup::Counters;
use lokikirja::domain::{
    Change, ChangeSet, Command, Key, Moment, Origin, Records, Row, decide, starter,
};
use lokikirja::journal::memory::{Memory, MemoryShelf};
use lokikirja::journal::storage::{Opening, Shelf, Slot, Storage, Store, Value, Want};
use lokikirja::journal::{Along, Journal};
use lokikirja::language::{Lang, messages};
use lokikirja_browser_tests::{Ability, Browser, Role, Scope, any, has};
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

in_finnish!(an_interaction_is_logged_before_the_log_is_there);
in_english!(a_log_that_cannot_be_read_is_told);

const N_ENTRIES: u32 = 3_000;
const SELLER: &str = "Jo Kari";
const CUSTOMER: &str = "Koivulan Kirjakauppa Oy";
const TEMPLATE: &str = "Outgoing call";
const CONTACT: &str = "#/contacts/C1";

/// Reading the log takes until it is released: the transaction that reads it is kept busy.
const HELD_BACK: &str = "(() => {
    const getAll = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = function (range, count) {
        if (String(range?.lower).startsWith('LogEntry/')) {
            const hold = () => {
                if (!window.released) this.count().onsuccess = hold;
            };
            hold();
        }
        return getAll.call(this, range, count);
    };
})();";

fn reading(w: &Words) -> &'static str {
    match w.tag {
        "fi" => "Vuorovaikutuslokia luetaan…",
        _ => "Reading the interaction log…",
    }
}

async fn an_interaction_is_logged_before_the_log_is_there(browser: &Browser, w: &'static Words) {
    if browser.lacks(Ability::DevTools) {
        return;
    }
    start_empty(browser, w).await;
    put(browser, |_, value| value).await;
    let script = json!({ "source": HELD_BACK });
    browser
        .cdp("Page.addScriptToEvaluateOnNewDocument", script)
        .await;
    browser.open("#/contacts").await;
    browser.reload().await;
    // The list is there, and says what is not.
    browser.grid(w.contacts).link(has(CUSTOMER)).seen().await;
    browser.button(reading(w)).seen().await;
    let progress = browser.find(Role::ProgressBar, has(reading(w)));
    // So is the card, and the form in front of it.
    browser.grid(w.contacts).link(has(CUSTOMER)).click().await;
    browser.heading(CUSTOMER).seen().await;
    progress.seen().await;
    browser.button(w.create_interaction).click().await;
    let sheet = browser.dialog(w.create_interaction);
    crate::steps::choose_template(&sheet, TEMPLATE).await;
    crate::steps::look_up(&sheet.combobox(w.salesperson), browser, SELLER).await;
    sheet.button(w.ok).click().await;
    // It waits for the log: nothing is told as saved that is not.
    sheet.seen().await;
    browser.script("window.released = true", Vec::new()).await;
    let no = number_told(browser, w, w.logged).await;
    assert_eq!(no, N_ENTRIES + 1);
    sheet.gone().await;
    progress.gone().await;
    go_to(browser, w.nav_interactions, w.log_entries).await;
    let log = browser.grid(w.log_entries);
    log.row(has(CUSTOMER)).seen().await;
    go_to(browser, w.nav_postponed, w.postponed_interactions).await;
    let postponed = browser.grid(w.postponed_interactions);
    postponed.row(has(CUSTOMER)).first().seen().await;
    let rows = postponed.attribute("aria-rowcount").await;
    // The headings are a row too.
    assert_eq!(rows, Some((N_ENTRIES + 1).to_string()));
}

async fn a_log_that_cannot_be_read_is_told(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    put(browser, |slot, value| match (slot, value) {
        (Slot::Text(slot), Value::Bytes(bytes)) if slot.starts_with("LogEntry/") => {
            Value::Bytes(bytes[..bytes.len() / 2].into())
        }
        (_, value) => value,
    })
    .await;
    browser.open(CONTACT).await;
    browser.reload().await;
    browser.heading(w.not_opened).seen().await;
    let page = browser.find(Role::Main, any());
    page.says(w.nothing_deleted).await;
}

/// Puts a company with a long log into the browser, in place of the empty one; `altered` gives what of each
/// value is put.
async fn put(browser: &Browser, altered: impl Fn(&Slot, Value) -> Value) {
    let storage = company().await;
    for store in [Store::Snapshot, Store::Journal] {
        let found = storage.read(&[Want::All(store)]).await;
        let found = found.expect("memory answers").into_iter().flatten();
        let pairs: Vec<_> = found
            .map(|(slot, value)| {
                let value = match altered(&slot, value) {
                    Value::Text(text) => json!(text),
                    Value::Bytes(bytes) => json!({ "bytes": STANDARD.encode(bytes) }),
                };
                match slot {
                    Slot::Number(number) => json!([number, value]),
                    Slot::Text(slot) => json!([slot, value]),
                }
            })
            .collect();
        let seed = include_str!("../../src/bin/bench/seed.js");
        browser
            .script_async(seed, vec![json!(store.name()), json!(pairs)])
            .await;
    }
}

/// A contact, and many postponed interactions with it; folded.
async fn company() -> Memory {
    let storage = MemoryShelf::new().open("long", Opening::OrNew).await;
    let storage = storage.expect("memory opens");
    let journal = Journal::new(storage.clone());
    let mut records = Records::default();
    let moment = moment();
    let mut ids = 0;
    let mut new_id = || -> Uuid {
        ids += 1;
        id::new(1_772_000_000_000 + ids, [7; 10])
    };
    let starter = starter::starter(&records, &messages(Lang::En).starter, &mut new_id);
    let (seller, customer): (SalespersonId, ContactId) = (new_id().into(), new_id().into());
    let people = Command::All(vec![
        starter,
        Command::CreateSalesperson(
            seller,
            vec![
                SalespersonEdit::Code("JK".into()),
                SalespersonEdit::Name(SELLER.into()),
            ],
        ),
        Command::CreateContact(
            customer,
            vec![
                ContactEdit::No("C1".into()),
                ContactEdit::Name(CUSTOMER.into()),
            ],
        ),
    ]);
    let decided = decide(&records, &moment, people).expect("the rules allow it");
    keep(&journal, &mut records, decided.changes).await;
    let first = LogEntryId(new_id());
    let form = form::open(&records, &moment, first, Opener::Contact(customer));
    let mut form = form.expect("a form opens");
    form.description = "Before".into();
    let postponed = Command::PostponeInteraction(Box::new(form));
    let decided = decide(&records, &moment, postponed).expect("the rules allow it");
    keep(&journal, &mut records, decided.changes).await;
    let model = LogEntry::clone(records.get::<LogEntry>(first).expect("it is there"));
    let others = (2..=N_ENTRIES).map(|n| {
        let entry = LogEntry {
            id: LogEntryId(new_id()),
            no: EntryNo(n),
            ..model.clone()
        };
        Change {
            key: Key::LogEntry(entry.id),
            before: None,
            after: Some(Row::LogEntry(Arc::new(entry))),
        }
    });
    let mut changes: Vec<Change> = others.collect();
    let counters = Key::Counters(Single);
    changes.push(Change {
        key: counters,
        before: records.row(&counters),
        after: Some(Row::Counters(Arc::new(Counters {
            log_entry: N_ENTRIES,
            ..records.counters()
        }))),
    });
    keep(&journal, &mut records, changes).await;
    assert_eq!(records.check(), [], "the company is sound");
    journal.fold().await.expect("memory has room");
    storage
}

async fn keep(journal: &Journal<Memory>, records: &mut Records, changes: Vec<Change>) {
    let revision = records.revision().next();
    let set = ChangeSet {
        at: moment().now,
        user: String::new(),
        origin: Origin::default(),
        changes,
    };
    let kept = journal.append(revision, &set, &Along::default()).await;
    kept.expect("memory has room");
    records.apply(revision, &set.changes);
}

fn moment() -> Moment {
    let now = chrono::DateTime::UNIX_EPOCH;
    Moment {
        now,
        local: now.naive_utc(),
        work_date: now.date_naive(),
        user: String::new(),
        my_salesperson: None,
    }
}
