//! Many contacts at once: selected in the list, and then given a salesperson, a mailing group and a
//! segment, and deleted; each is taken back in one step.

use crate::steps::{load_demo, look_up};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Locator, Role, Scope, any, has};

in_finnish!(many_are_added_to_a_segment_that_is_there_and_to_a_new_one);
in_english!(
    who_stands_in_a_segment_stays_and_is_named,
    a_salesperson_and_a_mailing_group_are_given_to_many_at_once,
    many_are_deleted_and_come_back,
);

/// What the actions are called, in one language.
struct Names {
    assign: &'static str,
    groups: &'static str,
    join: &'static str,
    leave: &'static str,
    to_segment: &'static str,
    records: &'static str,
    nobody: &'static str,
    is_now: &'static str,
    group: &'static str,
    golf: &'static str,
    joined: &'static str,
    left: &'static str,
    segment: &'static str,
    calls: &'static str,
    added: &'static str,
    left_out: &'static str,
    new_row: &'static str,
    new_segment: &'static str,
    created: &'static str,
    segments: &'static str,
    delete: &'static str,
    question: &'static str,
    deleted: &'static str,
    undo: &'static str,
}

const EN: Names = Names {
    assign: "Assign salesperson",
    groups: "Groups and segments",
    join: "Add to mailing group",
    leave: "Remove from mailing group",
    to_segment: "Add to segment",
    records: "3 contacts",
    nobody: "Left blank, nobody is responsible",
    is_now: "JR is now the salesperson of 3 contacts",
    group: "Mailing Group",
    golf: "Golf day",
    joined: "Mailing Group GOLF: added",
    left: "Mailing Group GOLF: removed 3 contacts",
    segment: "Segment",
    calls: "Calls after the introduction",
    added: "Added 3 contacts",
    left_out: "Nobody was added. Left out because they are in the segment already: 3",
    new_row: "New “Spring fair”…",
    new_segment: "New segment",
    created: "Segment SM00009 was created",
    segments: "Segments",
    delete: "Delete",
    question: "Delete 3 contacts?",
    deleted: "3 contacts deleted",
    undo: "Undo",
};

const FI: Names = Names {
    assign: "Vaihda myyjä",
    groups: "Ryhmät ja segmentit",
    join: "Lisää postitusryhmään",
    leave: "Poista postitusryhmästä",
    to_segment: "Lisää segmenttiin",
    records: "3 kontaktia",
    nobody: "Tyhjäksi jätettynä kukaan ei vastaa",
    is_now: "Myyjä on nyt JR: 3 kontaktia",
    group: "Postitusryhmä",
    golf: "Golfpäivä",
    joined: "Postitusryhmä GOLF: lisättiin",
    left: "Postitusryhmä GOLF: poistettiin 3 kontaktia",
    segment: "Segmentti",
    calls: "Soitto esittelyn saaneille",
    added: "Lisättiin 3 kontaktia",
    left_out: "Ketään ei lisätty. Pois jätettiin segmentissä jo olevat: 3",
    new_row: "Uusi ”Spring fair”…",
    new_segment: "Uusi segmentti",
    created: "Segmentti SM00009 luotiin",
    segments: "Segmentit",
    delete: "Poista",
    question: "Poistetaanko 3 kontaktia?",
    deleted: "Poistettiin 3 kontaktia",
    undo: "Kumoa",
};

fn names(w: &Words) -> &'static Names {
    if w.tag == "fi" { &FI } else { &EN }
}

/// Selects a company of the demo company and its two persons in the list.
async fn select<'b>(browser: &'b Browser, w: &Words, company: &str) -> Locator<'b> {
    browser.open(&format!("#/contacts?search={company}")).await;
    let list = browser.grid(w.contacts);
    list.has_attribute("aria-rowcount", "4").await;
    list.focus().await;
    browser.press("Control+a").await;
    list
}

/// Opens a dialog of the selection.
async fn ask<'b>(browser: &'b Browser, n: &Names, deed: &str) -> Locator<'b> {
    if deed == n.assign {
        browser.button(deed).click().await;
    } else {
        browser.button(n.groups).click().await;
        browser.find(Role::MenuItem, deed).click().await;
    }
    let dialog = browser.dialog(has(deed));
    dialog.says(n.records).await;
    dialog
}

async fn a_salesperson_and_a_mailing_group_are_given_to_many_at_once(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    let list = select(browser, w, "arkk").await;
    let messages = browser.region(w.notifications);
    for row in ["CT000004", "CT000005", "CT000006"] {
        list.row(has(row)).says("KV").await;
    }

    let dialog = ask(browser, n, n.assign).await;
    dialog.says(n.nobody).await;
    look_up(&dialog.combobox(w.salesperson), browser, "JR").await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    messages.says(n.is_now).await;
    for row in ["CT000004", "CT000005", "CT000006"] {
        list.row(has(row)).says("JR").await;
    }
    messages.button(n.undo).first().click().await;
    for row in ["CT000004", "CT000005", "CT000006"] {
        list.row(has(row)).says("KV").await;
    }

    // They are still selected. Without a group nothing is done.
    let dialog = ask(browser, n, n.join).await;
    dialog.button(has(w.ok)).click().await;
    let group = dialog.combobox(n.group);
    group.complains(w.must_be_filled).await;
    look_up(&group, browser, n.golf).await;
    browser.press("Control+Enter").await;
    dialog.gone().await;
    messages.says(n.joined).await;
    let dialog = ask(browser, n, n.leave).await;
    look_up(&dialog.combobox(n.group), browser, n.golf).await;
    dialog.button(has(w.ok)).click().await;
    messages.says(n.left).await;
}

async fn many_are_added_to_a_segment_that_is_there_and_to_a_new_one(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    select(browser, w, "arkk").await;
    let messages = browser.region(w.notifications);
    // A new one is made with its contacts: Enter reaches it, and one Undo takes both back.
    let dialog = ask(browser, n, n.to_segment).await;
    dialog.combobox(has(n.segment)).fill("Spring fair").await;
    browser.option(n.new_row).seen().await;
    browser.press("ArrowDown").await;
    browser.press("Enter").await;
    let new = browser.dialog(n.new_segment);
    new.textbox(w.description).holds("Spring fair").await;
    browser.press("Control+Enter").await;
    new.gone().await;
    dialog.gone().await;
    messages.says(n.created).await;
    messages.says(n.added).await;

    let dialog = ask(browser, n, n.to_segment).await;
    look_up(&dialog.combobox(has(n.segment)), browser, "Spring fair").await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    messages.says(n.left_out).await;
    browser.open("#/segments").await;
    let segments = browser.grid(n.segments);
    segments.row(has("Spring fair")).says("3").await;
    browser.press("Control+z").await;
    segments.row(has("Spring fair")).gone().await;
    segments.row(has(n.calls)).seen().await;
}

async fn many_are_deleted_and_come_back(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    let list = select(browser, w, "arkk").await;
    browser.press("Delete").await;
    let question = browser.question(n.question);
    question.button(any()).first().click().await;
    question.gone().await;
    list.focus().await;
    browser.press("Delete").await;
    question.button(n.delete).click().await;
    list.row(has("CT000005")).gone().await;
    let messages = browser.region(w.notifications);
    messages.says(n.deleted).await;
    messages.button(n.undo).first().click().await;
    list.row(has("CT000005")).seen().await;
    browser.reload().await;
    list.row(has("CT000005")).seen().await;
}

async fn who_stands_in_a_segment_stays_and_is_named(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    let list = select(browser, w, "arkk").await;
    let dialog = ask(browser, n, n.to_segment).await;
    look_up(&dialog.combobox(has(n.segment)), browser, n.calls).await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    list.focus().await;
    browser.press("Delete").await;
    let messages = browser.region(w.notifications);
    messages
        .says("All of them are in segments that are not logged yet")
        .await;
    list.row(has("CT000005")).seen().await;
}
