//! D8: the place where the data lies cannot be opened. The app asks a few times, says so, deletes nothing, and goes
//! on where it was once the place is there again.

use crate::cannot_open::says_why;
use crate::steps::{latest, load_demo};
use crate::words::{Words, in_english};
use lokikirja_browser_tests::{Ability, Browser, Scope};
use serde_json::json;

in_english!(a_place_that_cannot_be_opened_is_asked_a_few_times_and_left_alone);

/// Counts what a page asks its databases for.
const COUNT: &str = "
    window.asked = { open: 0, deleteDatabase: 0 };
    for (const door of ['open', 'deleteDatabase']) {
        const original = IDBFactory.prototype[door];
        IDBFactory.prototype[door] = function () {
            window.asked[door] += 1;
            return original.apply(this, arguments);
        };
    }";
/// So often a company is opened before the app gives up.
const TRIES: u32 = 3;

async fn a_place_that_cannot_be_opened_is_asked_a_few_times_and_left_alone(
    browser: &Browser,
    w: &'static Words,
) {
    if browser.lacks(Ability::KeepStorage) {
        return;
    }
    load_demo(browser, w).await;
    let entries = latest(browser, w).await;
    browser.quit().await;
    let locked = browser.lock_databases();
    browser.start_again().await;
    browser.before_every_page(COUNT).await;
    for n_tried in 1..=2 {
        if n_tried == 1 {
            browser.open("").await;
        } else {
            browser.button(w.try_again).click().await;
        }
        let asked = format!("return window.asked.open >= {}", n_tried * TRIES);
        browser.wait_for("it was asked a few times", &asked).await;
        says_why(browser, w, w.no_answer).await;
        let asked = browser.script("return window.asked", Vec::new()).await;
        let expected = json!({ "open": n_tried * TRIES, "deleteDatabase": 0 });
        assert_eq!(asked, expected);
    }
    browser.quit().await;
    locked.unlock();
    browser.start_again().await;
    assert_eq!(latest(browser, w).await, entries);
}
