//! Logged segments: canceled and back with their interactions, deleted once canceled, and used again
//! as a new segment.

use crate::steps::load_demo;
use crate::words::{Words, in_both_languages, in_english};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};

in_both_languages!(
    the_contacts_of_a_logged_segment_are_used_in_a_new_one,
    a_logged_segment_is_canceled_with_its_interactions_and_deleted,
);
in_english!(
    several_entries_of_the_log_are_canceled_at_once_and_back,
    an_entry_canceled_by_its_segment_says_where_to_switch_it_back,
);

/// A logged segment of the demo company, by its entry number, with eight interactions.
const QUIET_OFFICE: &str = "#/logged-segments/5";

/// What logged segments are called, in one language.
struct Names {
    list: &'static str,
    quiet_office: &'static str,
    reuse: &'static str,
    reused: &'static str,
    lines: &'static str,
    switch: &'static str,
    delete: &'static str,
    question: &'static str,
    confirm: &'static str,
    canceled: &'static str,
}

const EN: Names = Names {
    list: "Logged Segments",
    quiet_office: "Introducing the quiet office",
    reuse: "Reuse as new segment",
    reused: "Contacts of segment SM00005",
    lines: "8 lines",
    switch: "Switch Check Mark in Canceled",
    delete: "Delete Canceled",
    question: "Delete 1 canceled logged segment?",
    confirm: "Delete",
    canceled: "Canceled",
};

const FI: Names = Names {
    list: "Lokiin kirjatut segmentit",
    quiet_office: "Hiljaisen toimiston esittely",
    reuse: "Käytä uutena segmenttinä",
    reused: "Segmentin SM00005 kontaktit",
    lines: "8 riviä",
    switch: "Vaihda Peruutettu-merkintä",
    delete: "Poista peruutetut",
    question: "Poistetaanko 1 peruutettu lokiin kirjattu segmentti?",
    confirm: "Poista",
    canceled: "Peruutettu",
};

fn names(w: &Words) -> &'static Names {
    match w.tag {
        "en" => &EN,
        _ => &FI,
    }
}

async fn the_contacts_of_a_logged_segment_are_used_in_a_new_one(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/logged-segments").await;
    let list = browser.grid(n.list);
    list.link(has(n.quiet_office)).click().await;
    browser.heading(n.quiet_office).seen().await;
    browser.button(n.reuse).click().await;
    browser.heading(n.reused).seen().await;
    browser.find(Role::Main, any()).says("SM00009").await;
    browser.find(Role::Main, any()).says(n.lines).await;
    // It is still logged.
    browser.open("#/logged-segments").await;
    list.row(has(n.quiet_office)).seen().await;
}

async fn a_logged_segment_is_canceled_with_its_interactions_and_deleted(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/logged-segments").await;
    let list = browser.grid(n.list);
    let row = list.row(has(n.quiet_office));
    row.seen().await;
    // Nothing is canceled, nothing chosen: both say so.
    browser
        .button(n.delete)
        .has_attribute("aria-disabled", "true")
        .await;
    browser
        .button(n.switch)
        .has_attribute("aria-disabled", "true")
        .await;
    row.grid_cell(has("SM00005")).click().await;
    browser.button(n.switch).click().await;
    list.grid_cell(n.canceled).seen().await;
    browser.button(n.switch).click().await;
    list.grid_cell(n.canceled).gone().await;

    browser.open(QUIET_OFFICE).await;
    browser.heading(n.quiet_office).seen().await;
    browser.button(n.switch).click().await;
    browser.find(Role::Main, any()).says(n.canceled).await;
    browser.open("#/logged-segments").await;
    list.grid_cell(n.canceled).seen().await;
    browser.button(n.delete).click().await;
    let question = browser.question(n.question);
    question.button(n.confirm).click().await;
    list.row(has(n.quiet_office)).gone().await;
    // The others stay.
    list.row(has("SM00004")).seen().await;
}

async fn several_entries_of_the_log_are_canceled_at_once_and_back(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/interactions").await;
    let log = browser.grid(w.log_entries);
    log.find(Role::Row, any()).nth(1).seen().await;
    log.focus().await;
    browser.press("Space").await;
    browser.press("ArrowDown").await;
    browser.press("Space").await;
    browser.button(n.switch).click().await;
    let messages = browser.region(w.notifications);
    messages.says("2 interactions canceled.").await;
    log.find(Role::Row, any())
        .nth(1)
        .has_attribute("data-state", "canceled")
        .await;
    log.find(Role::Row, any())
        .nth(2)
        .has_attribute("data-state", "canceled")
        .await;
}

async fn an_entry_canceled_by_its_segment_says_where_to_switch_it_back(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open(QUIET_OFFICE).await;
    browser.button(n.switch).click().await;
    browser.find(Role::Main, any()).says(n.canceled).await;
    let log = browser.grid(w.log_entries);
    log.focus().await;
    browser.press("Space").await;
    // The card has a button of this name, and now the list too.
    browser.button(n.switch).nth(1).click().await;
    let messages = browser.region(w.notifications);
    messages
        .says("because logged segment SM00005 is canceled")
        .await;
}
