//! Going elsewhere with a form open: back, a link, a typed address and the search box ask first, and
//! go on there afterwards; a reload shows the form again; a place is scrolled as it was left.

use crate::steps::{
    EERO, EERO_LUMME, choose_template, create_from_contact, load_demo, n_postponed, number_told,
    unfold,
};
use crate::words::{Words, in_english};
use lokikirja_browser_tests::{Browser, Locator, Role, Scope, Trouble, any, eventually, has};
use serde_json::json;

in_english!(
    a_reload_shows_the_form_with_what_was_typed,
    a_new_record_asks_before_it_is_left,
    a_page_is_scrolled_as_it_was_left,
    a_field_left_just_before_its_page_is_saved_once,
    going_elsewhere_asks_and_goes_on_there_afterwards,
);

const TYPED: &str = "Lampunvarjostimet";
/// A company of the demo: its name is not taken apart.
const COMPANY: &str = "CT000012";

/// Opens the form on the card of a contact, reached from the list, and types into it.
async fn type_into_form<'b>(browser: &'b Browser, w: &Words) -> Locator<'b> {
    browser.open("#/contacts").await;
    browser.heading(w.contacts).seen().await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.heading(EERO_LUMME).seen().await;
    let page = browser.find(Role::Main, any());
    page.button(w.create_interaction).click().await;
    let sheet = browser.dialog(w.create_interaction);
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill(TYPED).await;
    sheet
}

async fn is_at(browser: &Browser, address: &str) {
    eventually(format!("the address {address}"), async || {
        match browser.address().await {
            now if now == address => Ok(()),
            now => Err(Trouble::NotYet(format!("it is {now}"))),
        }
    })
    .await;
}

async fn going_elsewhere_asks_and_goes_on_there_afterwards(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let question = browser.question(w.finish_later);
    let card = format!("#/contacts/{EERO}");

    // Keep editing: whatever the way, nothing has moved.
    let sheet = type_into_form(browser, w).await;
    let address = browser.address().await;
    for way in ["back", "typed", "back"] {
        match way {
            "back" => browser.back().await,
            _ => browser.open("#/templates").await,
        }
        assert_eq!(
            question.button(any()).names().await,
            [w.postpone, w.discard, w.keep_editing],
            "{way}"
        );
        is_at(browser, &address).await;
        question.button(w.keep_editing).click().await;
        question.gone().await;
        sheet.textbox(w.description).holds(TYPED).await;
    }

    // Discard: there, and back is the page the form was in front of.
    browser.open("#/templates").await;
    question.button(w.discard).click().await;
    browser.heading(w.interaction_templates).seen().await;
    sheet.gone().await;
    browser.back().await;
    browser.heading(EERO_LUMME).seen().await;
    sheet.gone().await;
    is_at(browser, &card).await;
    // One step, although the form was a place of its own.
    browser.back().await;
    browser.heading(w.contacts).seen().await;

    // Postpone on the way back.
    let sheet = type_into_form(browser, w).await;
    browser.back().await;
    question.button(w.postpone).click().await;
    number_told(browser, w, w.postponed).await;
    sheet.gone().await;
    is_at(browser, &card).await;

    // What the form cannot do without keeps the user there.
    let before = n_postponed(browser, w).await;
    browser.button(w.create_interaction).click().await;
    sheet.textbox(w.description).fill(TYPED).await;
    browser.open("#/templates").await;
    question.button(w.postpone).click().await;
    sheet.combobox(w.contact).complains(w.must_be_filled).await;
    browser.open("#/templates").await;
    question.button(w.discard).click().await;
    browser.heading(w.interaction_templates).seen().await;
    assert_eq!(n_postponed(browser, w).await, before);
    browser.button(w.go_on).gone().await;
}

async fn a_reload_shows_the_form_with_what_was_typed(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    unfold(&sheet, w.more).await;
    // Never left: it reaches the draft while it is typed.
    sheet.textbox(w.description).fill(TYPED).await;
    sheet.textbox(w.cost).fill("12.5").await;
    sheet.textbox(w.cost).holds("12.5").await;
    sheet.says(w.draft_kept).await;
    browser.reload().await;
    sheet.textbox(w.description).holds(TYPED).await;
    sheet.says(EERO_LUMME).await;
    assert!(
        sheet
            .find(Role::Radio, has(w.outgoing_call))
            .is_checked()
            .await
    );
    unfold(&sheet, w.more).await;
    sheet.textbox(w.cost).holds("12.50").await;
}

async fn a_new_record_asks_before_it_is_left(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open("#/contacts").await;
    browser.button(has(w.new_contact)).click().await;
    let dialog = browser.dialog(w.new_contact);
    dialog.textbox(w.name).fill(TYPED).await;
    let question = browser.question(any());
    browser.back().await;
    question.button(w.keep_editing).click().await;
    question.gone().await;
    dialog.textbox(w.name).holds(TYPED).await;
    browser.back().await;
    question.button(has(w.discard)).click().await;
    dialog.gone().await;
    is_at(browser, "#/contacts").await;
}

async fn a_page_is_scrolled_as_it_was_left(browser: &Browser, w: &'static Words) {
    const TOP: u32 = 300;
    load_demo(browser, w).await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.heading(EERO_LUMME).seen().await;
    // The mark is written once the scrolling rests.
    let scroll =
        "const rests = new Promise((done) => addEventListener('scrollend', done, { once: true }));
        scrollTo(0, arguments[0]); await rests; return scrollY;";
    let reached = browser.script_async(scroll, vec![json!(TOP)]).await;
    assert_eq!(reached, json!(TOP), "the page is long enough");
    let is_scrolled = async |top: u32| {
        eventually(format!("scrolled to {top}"), async || {
            match browser
                .script("return Math.round(scrollY)", Vec::new())
                .await
            {
                now if now == json!(top) => Ok(()),
                now => Err(Trouble::NotYet(format!("to {now}"))),
            }
        })
        .await;
    };
    browser.open("#/setup").await;
    browser.heading(w.setup).seen().await;
    is_scrolled(0).await;
    browser.back().await;
    browser.heading(EERO_LUMME).seen().await;
    is_scrolled(TOP).await;
    browser.reload().await;
    browser.heading(EERO_LUMME).seen().await;
    is_scrolled(TOP).await;
}

/// The edit of a field that was left is still on its way when its page goes: it is not sent a second time, which
/// would be refused for what the first one wrote.
async fn a_field_left_just_before_its_page_is_saved_once(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let card = format!("#/contacts/{COMPANY}");
    browser.open(&card).await;
    browser.textbox(w.name).fill(TYPED).await;
    // In one turn, as quick hands do it: the device takes longer.
    let leave = "document.activeElement.blur(); location.hash = '#/templates'";
    browser.script(leave, vec![]).await;
    browser.heading(w.interaction_templates).seen().await;
    // What was sent before the next change was answered before it.
    browser.open(&card).await;
    browser.textbox(w.name).holds(TYPED).await;
    browser.textbox(w.name).fill(COMPANY).await;
    browser.press("Tab").await;
    browser.heading(COMPANY).seen().await;
    let told = browser.region(w.notifications);
    told.says("Saved: Name").await;
    let told = told.text().await;
    assert!(!told.contains(w.changed_meanwhile), "{told}");
}
