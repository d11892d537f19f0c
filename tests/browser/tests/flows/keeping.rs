//! What browsers promise of keeping what is stored: one that gives no answer is not waited for, one that promises is
//! taken at its word, and one that forgets is told of before anything is recorded.

use crate::steps::start_empty;
use crate::words::{EN, Words, in_english};
use lokikirja::language::{Lang, Messages, messages};
use lokikirja_browser_tests::{Ability, Browser, Role, Scope, any, flow};
use serde_json::json;

in_english!(
    a_browser_that_never_answers_is_not_waited_for,
    a_browser_that_promises_says_so,
    a_phone_that_forgets_says_so_before_anything_is_recorded,
);

/// Counts what the browser is asked, and gives no answer to it, as Firefox does where nobody sees its question.
const NEVER_ANSWER: &str = "
    window.asked = 0;
    const never = () => new Promise(() => {});
    for (const question of ['persist', 'persisted', 'estimate']) {
        if (!navigator.storage) break;
        StorageManager.prototype[question] = () => {
            if (question === 'persist') window.asked += 1;
            return never();
        };
    }";

/// A phone's browser, as it names itself.
const PHONE: &str = "
    const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15';
    Object.defineProperty(Navigator.prototype, 'userAgent', { get: () => agent });";

/// The same with the app on its Home Screen.
const INSTALLED: &str = "
    const ask = window.matchMedia;
    window.matchMedia = (query) => query.includes('standalone') ? ask('all') : ask(query);";

fn texts(w: &Words) -> &'static Messages {
    messages(Lang::from_tag(w.tag).expect("a language of the app"))
}

/// D6: neither the start nor a save nor the panel waits, and the question comes after the first save.
async fn a_browser_that_never_answers_is_not_waited_for(browser: &Browser, w: &'static Words) {
    browser.before_every_page(NEVER_ANSWER).await;
    browser.provokes_fault();
    start_empty(browser, w).await;
    let asked = "return navigator.storage ? window.asked : null";
    let before = browser.script(asked, Vec::new()).await;
    browser.button(w.use_suggested).first().click().await;
    browser.button(w.use_suggested).gone().await;
    browser.button(w.saved).click().await;
    browser
        .dialog(w.saved)
        .says(texts(w).status.saved_detail)
        .await;
    // WebKit's small browser has nobody to ask.
    let after = browser.script(asked, Vec::new()).await;
    assert!(
        after.is_null() || (before == json!(0) && after == json!(1)),
        "{before}, {after}"
    );
}

async fn a_browser_that_promises_says_so(browser: &Browser, w: &'static Words) {
    if browser.lacks(Ability::DevTools) {
        return;
    }
    let promise = json!({
        "origin": browser.site().origin(),
        "permission": { "name": "persistent-storage" },
        "setting": "granted",
    });
    browser.cdp("Browser.setPermission", promise).await;
    start_empty(browser, w).await;
    browser.button(w.use_suggested).first().click().await;
    browser.button(w.use_suggested).gone().await;
    browser.button(w.saved).click().await;
    let panel = browser.dialog(w.saved);
    panel.says(texts(w).status.storage_promised).await;
    panel.button(texts(w).status.ask_browser).gone().await;
}

/// D17, O8: on the first page, in the panel of the mark and beside backups.
async fn a_phone_that_forgets_says_so_before_anything_is_recorded(
    browser: &Browser,
    w: &'static Words,
) {
    let told = texts(w).backup.seven_days;
    browser.before_every_page(PHONE).await;
    browser.open("").await;
    browser.find(Role::Main, any()).says(told).await;
    start_empty(browser, w).await;
    browser.button(w.saved).click().await;
    browser.dialog(w.saved).says(told).await;
    browser.open("#/setup/backup").await;
    browser.reload().await;
    browser.find(Role::Main, any()).says(told).await;
}

/// From the Home Screen the same phone keeps what is stored.
#[test]
fn an_installed_app_says_nothing_of_forgetting() {
    flow(EN.setup(), async |browser| {
        let w = &EN;
        browser.before_every_page(PHONE).await;
        browser.before_every_page(INSTALLED).await;
        start_empty(browser, w).await;
        browser.open("#/setup/backup").await;
        browser.heading(texts(w).backup.title).seen().await;
        let page = browser.find(Role::Main, any()).text().await;
        assert!(!page.contains(texts(w).backup.seven_days), "{page}");
    });
}
