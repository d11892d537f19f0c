//! Two tabs on one logbook: each sees what the other does, and neither overwrites the other.

use crate::backup::{back_up, choose, names, open_page};
use crate::restore_kills::{companies, settled};
use crate::steps::{EERO, EERO_LUMME, latest, load_demo, n_lines, number_told};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Ability, Browser, Role, Scope, any, has};
use serde_json::json;

in_finnish!(a_change_in_one_tab_appears_in_the_other);
in_english!(
    a_stale_edit_is_refused_at_its_field,
    a_postponed_interaction_is_finished_by_one_tab_only,
    a_segment_is_logged_by_one_tab_only,
    what_one_tab_alone_may_do_another_does_once_that_one_is_closed,
);

/// From now on no piece of a backup comes out unpacked.
const STAND_STILL: &str = "
    window.DecompressionStream = function () {
        window.stands_still = true;
        const reader = { read: () => new Promise(() => {}) };
        const writer = { write: () => Promise.resolve(), close: () => Promise.resolve() };
        return { readable: { getReader: () => reader }, writable: { getWriter: () => writer } };
    };";

async fn a_change_in_one_tab_appears_in_the_other(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open("#/contacts").await;
    browser.grid(w.contacts).link(has(EERO_LUMME)).seen().await;
    let list = browser.tab().await;
    let card = browser.open_tab(&format!("#/contacts/{EERO}")).await;
    browser.textbox(w.name).fill("Eero Lumme-Laine").await;
    browser.press("Tab").await;
    browser.heading("Eero Lumme-Laine").seen().await;

    browser.show(&list).await;
    browser
        .grid(w.contacts)
        .link(has("Eero Lumme-Laine"))
        .seen()
        .await;

    // And back: an interaction logged here stands in the other tab's figures.
    browser
        .open(&format!("#/contacts/{EERO}?sheet=create-contact-{EERO}"))
        .await;
    let sheet = browser.dialog(w.create_interaction);
    sheet.radio(has(w.outgoing_call)).click().await;
    sheet
        .textbox(w.description)
        .fill("Nähty toisessa ikkunassa")
        .await;
    sheet.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;
    browser.show(&card).await;
    browser
        .find(Role::Main, any())
        .says("Nähty toisessa ikkunassa")
        .await;
}

/// The tab behaves as a window of its own that stays the one in use: showing another one does not
/// leave its field, which would save what was typed there.
async fn keep_focus(browser: &Browser) {
    // Others let a tab that is not shown keep its focus.
    if !browser.can(Ability::DevTools) {
        return;
    }
    let parameters = json!({ "enabled": true });
    browser
        .cdp("Emulation.setFocusEmulationEnabled", parameters)
        .await;
}

async fn a_stale_edit_is_refused_at_its_field(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let address = format!("#/contacts/{EERO}");
    keep_focus(browser).await;
    browser.open(&address).await;
    let phone = browser.textbox(w.phone);
    phone.seen().await;
    let before = phone.value().await;
    let first = browser.tab().await;
    let second = browser.open_tab(&address).await;
    keep_focus(browser).await;
    // The second begins to type before the first does, and is not left.
    phone.fill("+358 9 000 2222").await;
    browser.show(&first).await;
    phone.fill("+358 9 000 1111").await;
    browser.press("Tab").await;
    browser.region(w.notifications).says(w.phone).await;

    browser.show(&second).await;
    phone.press("Tab").await;
    phone.complains(w.changed_meanwhile).await;
    phone.holds("+358 9 000 2222").await;
    browser.show(&first).await;
    browser.reload().await;
    phone.holds("+358 9 000 1111").await;
    assert_ne!(before, "+358 9 000 1111");

    // Asked for again, knowing the new value, it is taken.
    browser.show(&second).await;
    phone.fill("+358 9 000 3333").await;
    browser.press("Tab").await;
    phone.is_content().await;
    browser.show(&first).await;
    phone.holds("+358 9 000 3333").await;
}

async fn a_postponed_interaction_is_finished_by_one_tab_only(browser: &Browser, w: &'static Words) {
    const HERE: &str = "Finished in the first tab";
    const THERE: &str = "Typed in the second tab";
    load_demo(browser, w).await;
    browser.open("#/postponed").await;
    let postponed = browser.grid(w.postponed_interactions);
    let row = postponed.row(has("Oliver Bennett"));
    row.link(has(w.resume)).click().await;
    let sheet = browser.dialog(w.resume_interaction);
    sheet.textbox(w.description).fill(HERE).await;
    let address = browser.address().await;
    let first = browser.tab().await;
    let second = browser.open_tab(&address).await;
    sheet.textbox(w.description).fill(THERE).await;

    browser.show(&first).await;
    sheet.button(w.ok).click().await;
    let no = number_told(browser, w, w.logged).await;

    browser.show(&second).await;
    sheet.button(w.ok).click().await;
    sheet.says(w.not_postponed).await;
    sheet.textbox(w.description).holds(THERE).await;
    // Nothing of it is lost: it can be logged as another one.
    sheet.button(w.go_on_as_new).click().await;
    let new_sheet = browser.dialog(w.create_interaction);
    new_sheet.button(w.ok).click().await;
    assert_ne!(number_told(browser, w, w.logged).await, no);
    let newest = latest(browser, w).await;
    assert!(newest.iter().any(|line| line.contains(HERE)), "{newest:?}");
    assert!(newest.iter().any(|line| line.contains(THERE)), "{newest:?}");
}

/// Both tabs are about to log it. The first does; the second is told, and there is one logged segment.
async fn a_segment_is_logged_by_one_tab_only(browser: &Browser, w: &'static Words) {
    const SEGMENT: &str = "SM00006";
    load_demo(browser, w).await;
    browser.open("#/logged-segments").await;
    let logged = browser.grid("Logged Segments");
    let n_logged = n_lines(browser, "Logged Segments").await;
    let address = format!("#/segments/{SEGMENT}?sheet=log-segment");
    browser.open(&address).await;
    let dialog = browser.dialog("Log Segment");
    dialog.button(has(w.ok)).seen().await;
    let first = browser.tab().await;
    let second = browser.open_tab(&address).await;
    dialog.button(has(w.ok)).seen().await;

    browser.show(&first).await;
    dialog.button(has(w.ok)).click().await;
    let messages = browser.region(w.notifications);
    messages.says("Segment SM00006 has been logged").await;

    browser.show(&second).await;
    dialog.gone().await;
    browser
        .heading(has("Segment SM00006 does not exist"))
        .seen()
        .await;
    browser.open("#/logged-segments").await;
    logged.row(has(SEGMENT)).counts(1).await;
    assert_eq!(n_lines(browser, "Logged Segments").await, n_logged + 1);
}

/// D14: one tab restores a backup and stands still in the middle of it. While it is there no other restores, nor takes
/// its work for something that was broken off; once it is closed, another does.
async fn what_one_tab_alone_may_do_another_does_once_that_one_is_closed(
    browser: &Browser,
    w: &'static Words,
) {
    if browser.lacks(Ability::Download) {
        return;
    }
    let n = names(w);
    load_demo(browser, w).await;
    open_page(browser, n).await;
    let file = back_up(browser, w).await;
    let second = browser.tab().await;

    let leading = browser.open_tab("#/").await;
    open_page(browser, n).await;
    choose(browser, &file).await;
    browser.button(n.as_new).seen().await;
    browser.script(STAND_STILL, Vec::new()).await;
    let before = companies(browser).await;
    browser.button(n.as_new).click().await;
    browser
        .wait_for("a piece", "return window.stands_still === true")
        .await;
    let with_half = companies(browser).await;
    assert_eq!(with_half.difference(&before).count(), 1, "{with_half:?}");

    browser.show(&second).await;
    // It starts anew, as when it would clear away what was broken off.
    browser.reload().await;
    open_page(browser, n).await;
    choose(browser, &file).await;
    browser.button(n.as_new).click().await;
    browser
        .find(Role::Main, any())
        .says(n.nothing_changed)
        .await;
    browser.find(Role::Main, any()).says(w.another_tab).await;
    assert_eq!(companies(browser).await, with_half);

    browser.show(&leading).await;
    browser.provokes_fault();
    browser.close_tab().await;
    browser.show(&second).await;
    browser.button(n.as_new).click().await;
    browser.region(w.notifications).says(n.restored).await;
    browser.reload().await;
    let found = settled(browser).await;
    assert_eq!(found.len(), before.len() + 1, "{found:?}");
    assert!(found.is_superset(&before), "{found:?}");
}
