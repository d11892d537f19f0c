//! Logged segments: canceled and made valid again with all that belongs to them, deleted once they are
//! canceled, and used again as a new segment.

use crate::steps::load_demo;
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Locator, Role, Scope, any, has};

in_finnish!(a_canceled_segment_is_deleted_and_its_interactions_stay);
in_english!(
    several_are_canceled_at_once_and_those_selected_are_deleted,
    a_logged_segment_is_found_and_leads_to_what_belongs_to_it,
    several_entries_of_the_log_are_canceled_at_once,
    an_entry_canceled_by_its_segment_says_where_to_switch_it_back,
    a_logged_segment_is_canceled_with_its_interactions_and_made_valid_again,
    a_logged_segment_becomes_a_new_one,
);

/// The first logged segment of the demo company, and its campaign.
const FIRST: &str = "#/logged-segments/1";

/// What is said of logged segments, in one language.
pub struct Names {
    logged: &'static str,
    first: &'static str,
    campaign: &'static str,
    entries: &'static str,
    pub more: &'static str,
    pub switch: &'static str,
    pub cancel_one: &'static str,
    pub revive_one: &'static str,
    pub yes_cancel: &'static str,
    pub yes_revive: &'static str,
    canceled_told: &'static str,
    revived_told: &'static str,
    pub canceled: &'static str,
    delete: &'static str,
    pub delete_canceled: &'static str,
    delete_question: &'static str,
    pub yes_delete: &'static str,
    deleted_told: &'static str,
    only_canceled: &'static str,
    reuse: &'static str,
    created: (&'static str, &'static str),
    lines: &'static str,
}

const EN: Names = Names {
    logged: "Logged Segments",
    first: "Invitation to the showroom opening",
    campaign: "Opening of the new showroom",
    entries: "Campaign Entries",
    more: "More actions",
    switch: "Switch Checkmark in Canceled",
    cancel_one: "Cancel 1 logged segment?",
    revive_one: "Make 1 logged segment valid again?",
    yes_cancel: "Yes, cancel",
    yes_revive: "Yes, make valid",
    canceled_told: "1 logged segment canceled.",
    revived_told: "1 logged segment no longer canceled.",
    canceled: "Canceled",
    delete: "Delete logged segment",
    delete_canceled: "Delete canceled",
    delete_question: "Delete 1 canceled logged segment?",
    yes_delete: "Delete",
    deleted_told: "1 logged segment deleted that had been canceled.",
    only_canceled: "Only what is canceled can be deleted.",
    reuse: "Reuse as new segment",
    created: ("Segment ", " was created."),
    lines: "Segment Lines",
};

const FI: Names = Names {
    logged: "Lokiin kirjatut segmentit",
    first: "Kutsu näyttelytilan avajaisiin",
    campaign: "Uuden näyttelytilan avajaiset",
    entries: "Kampanjan tapahtumat",
    more: "Lisää toimintoja",
    switch: "Vaihda Peruutettu-valintamerkki",
    cancel_one: "Peruutetaanko 1 lokiin kirjattu segmentti?",
    revive_one: "Palautetaanko voimaan 1 lokiin kirjattu segmentti?",
    yes_cancel: "Kyllä, peruuta",
    yes_revive: "Kyllä, palauta",
    canceled_told: "Peruutettiin 1 lokiin kirjattu segmentti.",
    revived_told: "Palautettiin voimaan 1 lokiin kirjattu segmentti.",
    canceled: "Peruutettu",
    delete: "Poista lokiin kirjattu segmentti",
    delete_canceled: "Poista peruutetut",
    delete_question: "Poistetaanko 1 peruutettu lokiin kirjattu segmentti?",
    yes_delete: "Poista",
    deleted_told: "Peruutetuista poistettiin 1 lokiin kirjattu segmentti.",
    only_canceled: "Vain peruutetun voi poistaa.",
    reuse: "Käytä uutena segmenttinä",
    created: ("Segmentti ", " luotiin."),
    lines: "Segmentin rivit",
};

/// The names in the language of the words.
pub fn names(w: &Words) -> &'static Names {
    if w.tag == "fi" { &FI } else { &EN }
}

/// Opens a card of the demo company.
async fn open(browser: &Browser, w: &Words, address: &str) {
    load_demo(browser, w).await;
    browser.open(address).await;
    browser.heading(names(w).first).seen().await;
}

/// Does something of the menu of more actions.
async fn more(browser: &Browser, n: &Names, what: &str) {
    browser.button(n.more).click().await;
    browser.find(Role::MenuItem, what).click().await;
}

/// Cancels the logged segment on the page.
async fn cancel(browser: &Browser, w: &Words) {
    let n = names(w);
    more(browser, n, n.switch).await;
    let question = browser.question(n.cancel_one);
    question.button(n.yes_cancel).click().await;
    browser.region(w.notifications).says(n.canceled_told).await;
}

/// The number that the figures beside the card count.
async fn n_interactions(browser: &Browser) -> String {
    let beside = browser.find(Role::Complementary, any());
    let figure = beside.link(any()).first().name().await;
    // Not every engine puts a blank between the number and what it counts.
    let digits = figure.chars().take_while(char::is_ascii_digit);
    digits.collect()
}

async fn a_logged_segment_is_canceled_with_its_interactions_and_made_valid_again(
    browser: &Browser,
    w: &'static Words,
) {
    open(browser, w, FIRST).await;
    let n = names(w);
    let figure = n_interactions(browser).await;
    let log = browser.grid(w.log_entries);
    log.row(has(n.canceled)).gone().await;
    cancel(browser, w).await;
    // So are its interactions and its campaign entry.
    log.row(has(n.canceled)).first().seen().await;
    browser.region(n.entries).says(n.canceled).await;
    assert_eq!(n_interactions(browser).await, figure);
    browser.reload().await;
    log.row(has(n.canceled)).first().seen().await;

    // Thought better of, nothing changes; the question says how many change with it.
    more(browser, n, n.switch).await;
    let question = browser.question(n.revive_one);
    question.says(&figure).await;
    browser.press("Escape").await;
    question.gone().await;
    log.row(has(n.canceled)).first().seen().await;
    more(browser, n, n.switch).await;
    question.button(n.yes_revive).click().await;
    browser.region(w.notifications).says(n.revived_told).await;
    log.row(has(n.canceled)).gone().await;
}

async fn a_canceled_segment_is_deleted_and_its_interactions_stay(
    browser: &Browser,
    w: &'static Words,
) {
    open(browser, w, FIRST).await;
    let n = names(w);
    browser.link(has(n.campaign)).first().seen().await;
    let log = browser.grid(w.log_entries);
    log.link(any()).first().seen().await;
    let entry = log.link(any()).first().attribute("href").await;
    // WebKit's driver gives the whole address.
    let entry = entry.and_then(|entry| Some(entry[entry.find('#')?..].to_owned()));
    let entry = entry.expect("rows lead to their cards");
    cancel(browser, w).await;
    more(browser, n, n.delete).await;
    let question = browser.question(n.delete_question);
    question.button(n.yes_delete).click().await;
    browser.region(w.notifications).says(n.deleted_told).await;
    let list = browser.grid(n.logged);
    list.seen().await;
    list.link(has(n.first)).gone().await;
    // What it wrote is there, canceled for good.
    browser.open(&entry).await;
    let page = browser.find(Role::Main, any());
    page.says(n.canceled).await;
    page.says("SM00001").await;
}

async fn a_logged_segment_becomes_a_new_one(browser: &Browser, w: &'static Words) {
    open(browser, w, FIRST).await;
    let n = names(w);
    let figure = n_interactions(browser).await;
    browser.button(n.reuse).click().await;
    browser.region(w.notifications).says(n.created.1).await;
    browser.heading(n.first).seen().await;
    let lines = browser.grid(n.lines);
    lines.seen().await;
    let rows = lines.attribute("aria-rowcount").await.unwrap_or_default();
    let rows: u32 = rows.parse().expect("the list counts its rows");
    assert_eq!((rows - 1).to_string(), figure);
}

async fn several_are_canceled_at_once_and_those_selected_are_deleted(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    let n = names(w);
    browser.open("#/logged-segments").await;
    let list = browser.grid(n.logged);
    list.seen().await;
    // A key deletes nothing that is valid.
    list.focus().await;
    browser.press("Delete").await;
    let messages = browser.region(w.notifications);
    messages.says(n.only_canceled).await;
    let all = n_rows(&list).await;
    list.focus().await;
    browser.press("Control+a").await;
    browser.button(n.switch).click().await;
    let question = browser.question(format!("Cancel {all} logged segments?"));
    question.button(n.yes_cancel).click().await;
    canceled(&list, n, all).await;
    // One by itself.
    browser.button("Clear selection").click().await;
    list.focus().await;
    browser.press("Space").await;
    browser.button(n.delete_canceled).click().await;
    let question = browser.question(n.delete_question);
    question.button(n.yes_delete).click().await;
    canceled(&list, n, all - 1).await;
    // All that are left.
    browser.button(n.delete_canceled).click().await;
    let question = browser.question(has("canceled logged segments?"));
    question.button(n.yes_delete).click().await;
    browser
        .find(Role::Main, any())
        .says("No segment was logged yet")
        .await;
}

/// Waits until so many rows are canceled; the headings have the word too.
pub async fn canceled(list: &Locator<'_>, n: &Names, n_rows: usize) {
    list.row(has(n.canceled)).counts(n_rows + 1).await;
}

/// How many rows a list has.
async fn n_rows(list: &Locator<'_>) -> usize {
    let count = list.attribute("aria-rowcount").await;
    let count: usize = count.and_then(|text| text.parse().ok()).unwrap_or(1);
    count - 1
}

async fn a_logged_segment_is_found_and_leads_to_what_belongs_to_it(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    let n = names(w);
    browser.press("Control+k").await;
    browser.dialog(any()).combobox(any()).has_focus().await;
    browser.type_text("showroom opening").await;
    browser.option(has("SM00001")).first().seen().await;
    browser.option(has("SM00001")).first().click().await;
    browser.heading(n.first).seen().await;
    // Its part of the log, and back by the line above it.
    browser.press("Control+F7").await;
    browser.heading(w.log_entries).seen().await;
    browser
        .find(Role::Main, any())
        .link(n.first)
        .first()
        .click()
        .await;
    browser.heading(n.first).seen().await;
    // An entry leads to its segment and its campaign.
    browser
        .grid(w.log_entries)
        .link(any())
        .first()
        .click()
        .await;
    browser.link(has(n.campaign)).first().seen().await;
    browser.link(has(n.first)).first().click().await;
    browser.heading(n.first).seen().await;
    browser.link(has(n.campaign)).first().click().await;
    browser.heading(n.campaign).seen().await;
}

async fn several_entries_of_the_log_are_canceled_at_once(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/interactions").await;
    let log = browser.grid(w.log_entries);
    log.find(Role::Row, any()).nth(1).seen().await;
    // The grid begins at its first row.
    log.focus().await;
    browser.press("Space").await;
    browser.press("ArrowDown").await;
    browser.press("Space").await;
    browser.button(n.switch).click().await;
    let question = browser.question(has("Cancel 2 interactions?"));
    question.button(n.yes_cancel).click().await;
    let messages = browser.region(w.notifications);
    messages.says("2 interactions canceled.").await;
    for row in 1..=2 {
        let row = log.find(Role::Row, any()).nth(row);
        row.has_attribute("data-state", "canceled").await;
    }
}

async fn an_entry_canceled_by_its_segment_says_where_to_switch_it_back(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open(FIRST).await;
    browser.button(n.more).click().await;
    browser.menu_item(n.switch).click().await;
    browser
        .question(has(n.cancel_one))
        .button(n.yes_cancel)
        .click()
        .await;
    browser.region(w.notifications).says(n.canceled_told).await;
    browser.open("#/interactions?logged-segment=1").await;
    let log = browser.grid(w.log_entries);
    log.find(Role::Row, any()).nth(1).seen().await;
    log.focus().await;
    browser.press("Space").await;
    browser.button(n.switch).click().await;
    let messages = browser.region(w.notifications);
    messages
        .says("because logged segment SM00001 is canceled")
        .await;
}
