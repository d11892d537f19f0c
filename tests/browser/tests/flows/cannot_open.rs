//! When the device says no: each trouble has its page or sentence that says what to do, and nothing
//! is ever deleted to get out of it.

use crate::steps::start_empty;
use crate::words::{EN, Words, in_english, in_finnish};
use lokikirja_browser_tests::{Ability, Browser, Role, Scope, any, flow};
use serde_json::{Value, json};

in_english!(
    a_browser_without_databases_goes_on_without_saving,
    a_logbook_of_a_newer_version_is_left_alone,
    data_cleared_behind_the_open_logbook_is_noticed,
);
in_finnish!(
    a_browser_that_denies_storing_goes_on_without_saving,
    a_newer_version_in_another_tab_takes_the_logbook_over,
    a_logbook_that_was_emptied_is_noticed,
    a_logbook_that_is_gone_is_noticed,
);

/// A page of the same origin that runs no program.
const PLAIN_PAGE: &str = "NOTICE.txt";

/// Databases of this origin, by name and version.
const DATABASES: &str = "
    const found = await indexedDB.databases();
    return found.map((one) => `${one.name} ${one.version}`).sort();";

/// Opens every database, does something, closes it.
fn in_every_database(version: &str, work: &str) -> String {
    format!(
        "for (const one of await indexedDB.databases()) {{
            await new Promise((done, failed) => {{
                const opening = indexedDB.open(one.name, {version});
                opening.onerror = () => failed(opening.error);
                opening.onblocked = () => failed('blocked');
                opening.onsuccess = () => {{
                    const database = opening.result;
                    {work}
                }};
            }});
        }}"
    )
}

async fn databases(browser: &Browser) -> Value {
    browser.script_async(DATABASES, Vec::new()).await
}

/// The page that says that, and why, the logbook cannot be opened.
pub async fn says_why(browser: &Browser, w: &Words, why: &str) {
    browser.heading(w.not_opened).seen().await;
    let page = browser.find(Role::Main, any());
    page.says(why).await;
    page.says(w.nothing_deleted).await;
}

/// From that page into a logbook in memory, whose frame says so.
async fn goes_on_in_memory(browser: &Browser, w: &Words, why: &str) {
    says_why(browser, w, why).await;
    browser.button(w.try_again).seen().await;
    browser.button(w.without_saving).click().await;
    browser.button(w.start_empty).click().await;
    browser.heading(w.checklist).seen().await;
    browser.button(w.not_being_saved).seen().await;
    browser.button(w.use_suggested).first().click().await;
    browser.button(w.use_suggested).gone().await;
}

async fn a_browser_without_databases_goes_on_without_saving(browser: &Browser, w: &'static Words) {
    browser
        .before_every_page("Object.defineProperty(window, 'indexedDB', { value: undefined })")
        .await;
    browser.provokes_fault();
    browser.open("").await;
    goes_on_in_memory(browser, w, w.storing_denied).await;
}

async fn a_browser_that_denies_storing_goes_on_without_saving(
    browser: &Browser,
    w: &'static Words,
) {
    browser.before_every_page(
        "for (const door of ['open', 'databases', 'deleteDatabase']) {
            IDBFactory.prototype[door] = () => { throw new DOMException('denied', 'SecurityError'); };
        }
        Object.defineProperty(window, 'localStorage', {
            get() { throw new DOMException('denied', 'SecurityError'); },
        });",
    )
    .await;
    browser.provokes_fault();
    browser.open("").await;
    goes_on_in_memory(browser, w, w.storing_denied).await;
}

/// D5: as the browser itself refuses, whatever that is, and not only as it is known to.
#[test]
fn a_browser_that_is_set_to_store_nothing_goes_on_without_saving() {
    flow(EN.setup().refusing_storage(), async |browser| {
        if browser.lacks(Ability::RefuseStorage) {
            return;
        }
        browser.provokes_fault();
        browser.open("").await;
        goes_on_in_memory(browser, &EN, EN.storing_denied).await;
    });
}

async fn a_logbook_of_a_newer_version_is_left_alone(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    browser.open(PLAIN_PAGE).await;
    let raise = in_every_database("999", "database.close(); done();");
    browser.provokes_fault();
    browser.script_async(&raise, Vec::new()).await;
    let stored = databases(browser).await;

    browser.open("").await;
    says_why(browser, w, w.written_by_newer).await;
    browser.button(w.reload).click().await;
    says_why(browser, w, w.written_by_newer).await;
    assert_eq!(databases(browser).await, stored);
    // Nor does it look like a first start to a browser that has forgotten the rest.
    browser.script("localStorage.clear()", Vec::new()).await;
    browser.reload().await;
    says_why(browser, w, w.written_by_newer).await;
    assert_eq!(databases(browser).await, stored);
}

async fn a_newer_version_in_another_tab_takes_the_logbook_over(
    browser: &Browser,
    w: &'static Words,
) {
    start_empty(browser, w).await;
    let app = browser.tab().await;
    browser.open_tab(PLAIN_PAGE).await;
    let raise = in_every_database("999", "database.close(); done();");
    browser.provokes_fault();
    browser.script_async(&raise, Vec::new()).await;

    browser.show(&app).await;
    says_why(browser, w, w.taken_over).await;
    browser.button(w.reload).seen().await;
}

async fn a_logbook_that_was_emptied_is_noticed(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    browser.button(w.use_suggested).first().click().await;
    browser.button(w.use_suggested).gone().await;
    browser.open(PLAIN_PAGE).await;
    let empty = in_every_database(
        "one.version",
        "const stores = ['journal', 'snapshot'];
         const clearing = database.transaction(stores, 'readwrite');
         for (const store of stores) clearing.objectStore(store).clear();
         clearing.oncomplete = () => { database.close(); done(); };
         clearing.onabort = () => failed(clearing.error);",
    );
    browser.provokes_fault();
    browser.script_async(&empty, Vec::new()).await;
    let stored = databases(browser).await;

    browser.open("").await;
    says_why(browser, w, w.data_missing).await;
    assert_eq!(databases(browser).await, stored);
    browser.button(w.start_empty_again).seen().await;
    browser.button(w.what_is_left).click().await;
    browser.button(w.use_suggested).first().seen().await;
}

async fn a_logbook_that_is_gone_is_noticed(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    browser.open(PLAIN_PAGE).await;
    let delete = in_every_database(
        "one.version",
        "database.close();
         const deleting = indexedDB.deleteDatabase(one.name);
         deleting.onsuccess = done;
         deleting.onerror = () => failed(deleting.error);",
    );
    browser.provokes_fault();
    browser.script_async(&delete, Vec::new()).await;

    browser.open("").await;
    browser.heading(w.not_opened).seen().await;
    browser.button(w.start_empty_again).click().await;
    browser.heading(w.checklist).seen().await;
    browser.reload().await;
    browser.heading(w.checklist).seen().await;
}

async fn data_cleared_behind_the_open_logbook_is_noticed(browser: &Browser, w: &'static Words) {
    if browser.lacks(Ability::DevTools) {
        return;
    }
    start_empty(browser, w).await;
    let origin = browser.site().origin();
    let parameters = json!({ "origin": origin, "storageTypes": "indexeddb" });
    browser.provokes_fault();
    browser.cdp("Storage.clearDataForOrigin", parameters).await;
    // Found out with the next change, and nothing pretends to be saved.
    browser.button(w.use_suggested).first().click().await;
    browser.region(w.notifications).says(w.no_longer_here).await;
    browser.reload().await;
    browser.heading(w.not_opened).seen().await;
    browser.button(w.start_empty_again).click().await;
    browser.heading(w.checklist).seen().await;
}
