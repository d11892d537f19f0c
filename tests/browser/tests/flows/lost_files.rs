//! D7: the files in which the browser keeps the logbook are deleted or cut while it does not run. At the next start
//! that is noticed, nothing else is shown in its place, and nothing more is taken away.

use crate::steps::start_empty;
use crate::words::{Words, in_english};
use lokikirja::language::{Lang, messages};
use lokikirja_browser_tests::{Ability, Browser, Role, Scope, any};

in_english!(
    a_logbook_whose_files_are_deleted_is_noticed,
    a_logbook_whose_files_are_cut_is_noticed,
);

async fn a_logbook_whose_files_are_deleted_is_noticed(browser: &Browser, w: &'static Words) {
    is_noticed(browser, w, Browser::delete_databases).await;
}

async fn a_logbook_whose_files_are_cut_is_noticed(browser: &Browser, w: &'static Words) {
    is_noticed(browser, w, Browser::cut_databases).await;
}

/// What browsers make of such files differs: an empty database, none, one of long ago, or none that opens.
async fn is_noticed(browser: &Browser, w: &Words, harm: impl Fn(&Browser)) {
    if browser.lacks(Ability::KeepStorage) {
        return;
    }
    start_empty(browser, w).await;
    browser.button(w.use_suggested).first().click().await;
    browser.button(w.use_suggested).gone().await;
    browser.quit().await;
    harm(browser);
    browser.start_again().await;
    for again in [false, true] {
        if again {
            browser.reload().await;
        } else {
            browser.open("").await;
        }
        browser.heading(w.not_opened).seen().await;
        let page = browser.find(Role::Main, any());
        page.says(w.nothing_deleted).await;
        // Neither the demo company nor what a first visit shows.
        browser.button(w.start_empty).gone().await;
        browser.button(w.load_demo).gone().await;
        let restore = messages(Lang::En).backup.from_backup;
        browser.button(restore).seen().await;
    }
}
