//! The measure of the app: from an open contact to a logged interaction in three inputs, by mouse and
//! by keyboard alone.

use crate::steps::{EERO, EERO_LUMME, latest, load_demo, number_told};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Role, Scope, has};

in_english!(an_interaction_takes_three_clicks);
in_finnish!(an_interaction_takes_three_keys_once_the_button_is_reached);

/// So many Tabs reach anything at the top of a page.
const MAX_TABS: usize = 40;

async fn open_eero(browser: &Browser, w: &Words) {
    load_demo(browser, w).await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.heading(EERO_LUMME).seen().await;
}

/// The newest interaction is the one with the template's description.
async fn is_logged(browser: &Browser, w: &Words) {
    number_told(browser, w, w.logged).await;
    browser.dialog(w.create_interaction).gone().await;
    let newest = latest(browser, w).await;
    assert!(
        newest[0].contains(EERO_LUMME) && newest[0].contains(w.outgoing_call),
        "{newest:?}"
    );
}

async fn an_interaction_takes_three_clicks(browser: &Browser, w: &'static Words) {
    open_eero(browser, w).await;
    browser.button(w.create_interaction).click().await;
    let sheet = browser.dialog(w.create_interaction);
    sheet.radio(has(w.outgoing_call)).click().await;
    sheet.button(w.ok).click().await;
    is_logged(browser, w).await;
}

async fn an_interaction_takes_three_keys_once_the_button_is_reached(
    browser: &Browser,
    w: &'static Words,
) {
    open_eero(browser, w).await;
    let button = browser.button(w.create_interaction);
    let reached = async || {
        for _ in 0..MAX_TABS {
            browser.press("Tab").await;
            if focused(browser).await == w.create_interaction {
                return true;
            }
        }
        false
    };
    assert!(reached().await, "no Tab reaches the button");
    button.has_focus().await;

    browser.press("Enter").await;
    let sheet = browser.dialog(w.create_interaction);
    let first = sheet.radio(has(w.outgoing_call));
    first.has_focus().await;
    browser.press("Space").await;
    assert!(first.is_checked().await);
    browser.press("Control+Enter").await;
    is_logged(browser, w).await;

    // The arrows choose another one.
    browser
        .open(&format!("#/contacts/{EERO}?sheet=create-contact-{EERO}"))
        .await;
    first.has_focus().await;
    browser.press("ArrowDown").await;
    let second = sheet
        .find(Role::Radio, lokikirja_browser_tests::any())
        .nth(1);
    second.has_focus().await;
    assert!(second.is_checked().await);
    // Esc leaves, and asks for the sake of what was chosen.
    browser.press("Escape").await;
    let question = browser.question(w.finish_later);
    question.button(w.postpone).has_focus().await;
    browser.press("Tab").await;
    question.button(w.discard).has_focus().await;
    browser.press("Enter").await;
    sheet.gone().await;
}

/// What the element with the focus says.
async fn focused(browser: &Browser) -> String {
    let text = browser
        .script("return document.activeElement?.innerText ?? ''", Vec::new())
        .await;
    text.as_str().unwrap_or_default().trim().to_owned()
}
