//! Canceling the form: Cancel, Esc and X ask; postponing needs a contact and nothing else.

use crate::steps::{
    EERO, EERO_LUMME, choose_template, create_from_contact, create_from_nowhere, latest, load_demo,
    look_up, n_postponed, number_told,
};
use crate::words::{Words, in_english};
use lokikirja_browser_tests::{Browser, Scope, any};

in_english!(
    cancel_esc_and_x_ask_and_nothing_typed_is_lost,
    mi_035_postponing_needs_a_contact_and_nothing_else,
);

const TYPED: &str = "Lampunvarjostimet";

async fn cancel_esc_and_x_ask_and_nothing_typed_is_lost(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let entries = latest(browser, w).await;
    let postponed = n_postponed(browser, w).await;

    // Nothing touched, nothing to ask.
    let sheet = create_from_contact(browser, w, EERO).await;
    sheet.button(w.cancel).click().await;
    sheet.gone().await;

    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill(TYPED).await;
    let question = browser.question(w.finish_later);
    for way in ["Cancel", "Escape", "X"] {
        match way {
            "Cancel" => sheet.button(w.cancel).click().await,
            "Escape" => browser.press("Escape").await,
            _ => sheet.button(w.close).click().await,
        }
        assert_eq!(
            question.button(any()).names().await,
            [w.postpone, w.discard, w.keep_editing],
            "{way}"
        );
        question.button(w.keep_editing).click().await;
        question.gone().await;
        sheet.textbox(w.description).holds(TYPED).await;
        sheet.textbox(w.description).focus().await;
    }
    // Esc in the question is its mildest answer.
    browser.press("Escape").await;
    question.seen().await;
    browser.press("Escape").await;
    question.gone().await;
    sheet.textbox(w.description).holds(TYPED).await;

    sheet.button(w.cancel).click().await;
    question.button(w.discard).click().await;
    sheet.gone().await;
    assert_eq!(latest(browser, w).await, entries);
    assert_eq!(n_postponed(browser, w).await, postponed);
    browser.button(w.go_on).gone().await;

    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill(TYPED).await;
    sheet.button(w.cancel).click().await;
    question.button(w.postpone).click().await;
    number_told(browser, w, w.postponed).await;
    sheet.gone().await;
    assert_eq!(latest(browser, w).await, entries);
    assert_eq!(n_postponed(browser, w).await, postponed + 1);
}

async fn mi_035_postponing_needs_a_contact_and_nothing_else(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let postponed = n_postponed(browser, w).await;
    let sheet = create_from_nowhere(browser, w).await;
    sheet.textbox(w.description).fill(TYPED).await;
    sheet.button(w.cancel).click().await;
    let question = browser.question(w.finish_later);
    question.button(w.postpone).click().await;
    question.gone().await;
    let contact = sheet.combobox(w.contact);
    contact.complains(w.must_be_filled).await;
    contact.has_focus().await;
    sheet.textbox(w.description).holds(TYPED).await;

    look_up(&contact, browser, EERO_LUMME).await;
    contact.is_content().await;
    sheet.textbox(w.description).fill("").await;
    sheet.button(w.cancel).click().await;
    question.button(w.postpone).click().await;
    number_told(browser, w, w.postponed).await;
    sheet.gone().await;
    assert_eq!(n_postponed(browser, w).await, postponed + 1);
}
