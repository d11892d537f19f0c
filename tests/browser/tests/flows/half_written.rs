//! D2 and D3: what is called saved was written strictly, and an error in the middle of it leaves nothing behind.

use crate::steps::{
    EERO, choose_template, create_from_contact, latest, latest_elsewhere, load_demo, number_told,
    start_empty,
};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Scope};
use serde_json::{Value, json};

in_english!(an_error_in_the_middle_of_a_save_leaves_nothing_behind);
in_finnish!(what_is_called_saved_was_written_strictly);

/// Notes each transaction that may write: its stores, and how durable it is.
const NOTE: &str = "
    window.written = new Set();
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function () {
        const transaction = begin.apply(this, arguments);
        if (transaction.mode !== 'readonly') {
            for (const store of transaction.objectStoreNames) window.written.add(`${store} ${transaction.durability}`);
        }
        return transaction;
    };";

/// While it is told to, has each change set be followed by a second one under the same key, which fails.
const BREAK: &str = "
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function () {
        const first = add.apply(this, arguments);
        if (window.breaks && this.name === 'journal') add.apply(this, arguments);
        return first;
    };";

/// The keys in each store of the open demo company.
const KEYS: &str = "
    const database = await new Promise((done, failed) => {
        const opening = indexedDB.open('lokikirja-demo');
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
    });
    const keys = {};
    for (const store of ['journal', 'snapshot', 'files']) {
        keys[store] = await new Promise((done) => {
            database.transaction(store).objectStore(store).getAllKeys().onsuccess = (e) => done(e.target.result);
        });
    }
    database.close();
    return keys;";

async fn what_is_called_saved_was_written_strictly(browser: &Browser, w: &'static Words) {
    browser.before_every_page(NOTE).await;
    start_empty(browser, w).await;
    browser.button(w.use_suggested).first().click().await;
    browser.button(w.use_suggested).gone().await;
    browser.open("#/salespeople?sheet=new").await;
    let dialog = browser.dialog(w.new_salesperson);
    dialog.textbox(w.name).fill("Vilma Salo").await;
    dialog.textbox(w.code).fill("VS").await;
    dialog.button(w.ok).click().await;
    dialog.gone().await;
    let written = "return [...window.written].sort()";
    let written = browser.script(written, Vec::new()).await;
    let written: Vec<&str> = written
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|one| !one.starts_with("drafts"))
        .collect();
    assert!(written.contains(&"journal strict"), "{written:?}");
    let all_strict = written.iter().all(|one| one.ends_with(" strict"));
    assert!(all_strict, "{written:?}");
}

async fn an_error_in_the_middle_of_a_save_leaves_nothing_behind(
    browser: &Browser,
    w: &'static Words,
) {
    const TYPED: &str = "Half of this must not be there";
    browser.before_every_page(BREAK).await;
    load_demo(browser, w).await;
    let entries = latest(browser, w).await;
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill(TYPED).await;
    let keys = browser.script_async(KEYS, Vec::new()).await;
    browser.provokes_fault();
    browser.script("window.breaks = true", Vec::new()).await;
    sheet.button(w.ok).click().await;
    sheet.says(w.not_saved).await;
    sheet.textbox(w.description).holds(TYPED).await;
    assert_eq!(browser.script_async(KEYS, Vec::new()).await, keys);
    assert_ne!(keys["journal"], json!([]));
    assert_eq!(latest_elsewhere(browser, w).await, entries);

    browser.script("window.breaks = false", Vec::new()).await;
    sheet.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;
    assert!(latest(browser, w).await[0].contains(TYPED));
}
