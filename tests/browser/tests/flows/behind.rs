//! What browsers do behind the app's back: a connection to the data that goes away, a window that keeps nothing.

use crate::steps::start_empty;
use crate::words::{FI, Words, in_english};
use lokikirja_browser_tests::{Ability, Browser, Scope, flow, has};

in_english!(a_connection_that_is_lost_is_opened_again);

/// Has pages remember their connections, so that a test can take them away, and does so when it is told.
const LOSE_CONNECTIONS: &str = "
    const connections = [];
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function () {
        const opening = open.apply(this, arguments);
        opening.addEventListener('success', () => connections.push(opening.result));
        return opening;
    };
    addEventListener('connections close', () => {
        for (const connection of connections) connection.close();
    });
    addEventListener('connections are lost', () => {
        for (const connection of connections.splice(0)) {
            connection.close();
            connection.dispatchEvent(new Event('close'));
        }
    });
    addEventListener('the next write is given up', () => {
        const begin = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function () {
            const transaction = begin.apply(this, arguments);
            if (transaction.mode === 'readwrite' && transaction.objectStoreNames.contains('journal')) {
                IDBDatabase.prototype.transaction = begin;
                queueMicrotask(() => transaction.abort());
            }
            return transaction;
        };
    });";

async fn create_salesperson(browser: &Browser, w: &Words, name: &str, code: &str) {
    let dialog = browser.dialog(w.new_salesperson);
    dialog.textbox(w.name).fill(name).await;
    dialog.textbox(w.code).fill(code).await;
    dialog.button(w.ok).click().await;
    dialog.gone().await;
}

/// D10: without a word, with the browser's word, and in the middle of a write: what is saved next is saved.
async fn a_connection_that_is_lost_is_opened_again(browser: &Browser, w: &'static Words) {
    browser.before_every_page(LOSE_CONNECTIONS).await;
    start_empty(browser, w).await;
    let losses = [
        ("connections close", "Closed", "C"),
        ("connections are lost", "Lost", "L"),
        ("the next write is given up", "Given Up", "G"),
    ];
    for (loss, name, code) in losses {
        browser.open("#/salespeople?sheet=new").await;
        browser.dialog(w.new_salesperson).seen().await;
        let lose = format!("dispatchEvent(new Event('{loss}'))");
        browser.provokes_fault();
        browser.script(&lose, Vec::new()).await;
        create_salesperson(browser, w, name, code).await;
    }
    browser.open("#/salespeople").await;
    browser.reload().await;
    let list = browser.grid(w.salespeople);
    for (_, name, _) in losses {
        list.link(has(name)).seen().await;
    }
}

/// D21: it works like any other until it is closed. That a window is private browsers keep from pages on
/// purpose; what they do say, that nothing is promised, the app says too.
#[test]
fn a_private_window_works_until_it_is_closed() {
    flow(FI.setup().private(), async |browser| {
        let w = &FI;
        start_empty(browser, w).await;
        browser.open("#/salespeople?sheet=new").await;
        create_salesperson(browser, w, "Yksityinen", "Y").await;
        browser.open("#/salespeople").await;
        browser.reload().await;
        browser
            .grid(w.salespeople)
            .link(has("Yksityinen"))
            .seen()
            .await;
        browser.button(w.saved).click().await;
        if browser.can(Ability::KeepStorage) {
            browser
                .dialog(w.saved)
                .says("Selain voi poistaa tietosi")
                .await;
            browser.restart().await;
            browser.open("").await;
            browser.button(w.start_empty).seen().await;
        }
    });
}
