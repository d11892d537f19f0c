//! The main job at 400 % zoom: of a desktop's screen 320 points in width are left (WCAG 2.2, 1.4.10). It is
//! done in the app's narrow shape, and at no step does anything scroll sideways or is cut.

use crate::accessibility::layout::sideways;
use crate::steps::{
    EERO, EERO_LUMME, choose_template, create_from_contact, load_demo, number_told, unfold,
};
use crate::words::{EN, FI, Words};
use lokikirja_browser_tests::{Browser, Role, Scope, any, flow, has};
use serde_json::json;

/// Of 1280 × 1024 points.
const ZOOMED: (u32, u32) = (320, 256);
const LATER: &str = "Toimitusaikataulun läpikäynti työmaakokouksessa";

#[test]
fn the_main_job_fits_a_screen_at_four_hundred_percent_in_english() {
    let (width, height) = ZOOMED;
    flow(EN.setup().window(width, height), async |browser| {
        main_job(browser, &EN).await;
    });
}

#[test]
fn the_main_job_fits_a_screen_at_four_hundred_percent_in_finnish() {
    let (width, height) = ZOOMED;
    flow(FI.setup().window(width, height), async |browser| {
        main_job(browser, &FI).await;
    });
}

/// Nothing is wider than the screen, or cut.
async fn fits(browser: &Browser, step: &str) {
    let found = sideways(browser).await;
    assert!(found.is_empty(), "{step}: {found:#?}");
}

/// By the bar at the bottom, or what is behind its last button.
async fn go_to(browser: &Browser, w: &Words, link: &str, heading: &str) {
    let bar = browser.find(Role::Navigation, w.bottom_bar);
    if bar.link(has(link)).names().await.is_empty() {
        bar.button(w.more_pages).click().await;
        let pages = browser.dialog(w.more_pages);
        fits(browser, w.more_pages).await;
        // Read by eyes too, not only aloud.
        let unread = "return [...document.querySelectorAll('dialog nav a')]
            .filter((link) => { const words = document.createRange(); words.selectNodeContents(link.querySelector('span')); return words.getBoundingClientRect().width < 20; })
            .map((link) => link.textContent);";
        assert_eq!(browser.script(unread, Vec::new()).await, json!([]));
        pages.link(has(link)).click().await;
        pages.gone().await;
    } else {
        bar.link(has(link)).click().await;
    }
    browser.heading(heading).seen().await;
    fits(browser, heading).await;
}

async fn main_job(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    fits(browser, "Home").await;
    go_to(browser, w, w.contacts, w.contacts).await;
    browser.searchbox(any()).first().fill(EERO_LUMME).await;
    browser.grid(w.contacts).link(has(EERO_LUMME)).click().await;
    browser.heading(EERO_LUMME).seen().await;
    fits(browser, "the card").await;

    browser.button(w.create_interaction).first().click().await;
    let sheet = browser.dialog(w.create_interaction);
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill(LATER).await;
    fits(browser, "the form").await;
    sheet.button(w.cancel).click().await;
    let question = browser.question(w.finish_later);
    fits(browser, "the question").await;
    question.button(w.postpone).click().await;
    let no = number_told(browser, w, w.postponed).await;
    sheet.gone().await;

    go_to(browser, w, w.nav_postponed, w.postponed_interactions).await;
    let list = browser.grid(w.postponed_interactions);
    // A row is a card here; touched, it opens.
    list.row(has(LATER)).click().await;
    let sheet = browser.dialog(w.resume_interaction);
    sheet.textbox(w.description).holds(LATER).await;
    fits(browser, "the form again").await;
    sheet.button(w.ok).click().await;
    assert_eq!(number_told(browser, w, w.logged).await, no);
    sheet.gone().await;

    go_to(browser, w, w.nav_interactions, w.log_entries).await;
    browser.grid(w.log_entries).row(has(LATER)).seen().await;
    fits(browser, "the log").await;
}

/// A phone shows the keyboard that fits the field, and its browser proposes nothing that others have typed.
#[test]
fn fields_bring_up_the_keyboard_that_fits_them() {
    flow(EN.setup(), async |browser| {
        let w = &EN;
        load_demo(browser, w).await;
        browser.open(&format!("#/contacts/{EERO}")).await;
        for (field, keyboard) in [(w.phone, "tel"), (w.email, "email"), ("Home page", "url")] {
            let field = browser.textbox(field);
            field.has_attribute("inputmode", keyboard).await;
            field.has_attribute("autocomplete", "off").await;
        }
        let sheet = create_from_contact(browser, w, EERO).await;
        choose_template(&sheet, w.outgoing_call).await;
        unfold(&sheet, w.more).await;
        let cost = sheet.textbox(w.cost);
        cost.has_attribute("inputmode", "decimal").await;
        cost.has_attribute("autocomplete", "off").await;
    });
}
