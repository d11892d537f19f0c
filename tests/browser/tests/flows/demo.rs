//! The demo company: beside one's own, and reachable by addresses under any path.

use crate::steps::{load_demo, start_empty};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};

in_finnish!(the_demo_leaves_the_own_company_as_it_is);
in_english!(addresses_lead_to_pages_and_survive_a_reload);

async fn the_demo_leaves_the_own_company_as_it_is(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    browser.button(w.use_suggested).first().click().await;
    browser.button(w.use_suggested).gone().await;
    browser.open("#/salespeople?sheet=new").await;
    let dialog = browser.dialog(w.new_salesperson);
    dialog.textbox(w.name).fill("Ilona Oma").await;
    dialog.textbox(w.code).fill("IO").await;
    dialog.button(w.ok).click().await;
    dialog.gone().await;

    browser.open("#/setup").await;
    browser.button(w.load_demo).click().await;
    browser
        .button(format!("{}{}", w.open_company, w.own_company))
        .seen()
        .await;
    browser.open("#/salespeople").await;
    let list = browser.grid(w.salespeople);
    list.link(has("Kaisa Virtanen")).seen().await;
    list.link(has("Ilona Oma")).gone().await;

    browser.open("#/setup").await;
    browser
        .button(format!("{}{}", w.open_company, w.own_company))
        .click()
        .await;
    browser
        .button(format!("{}{}", w.open_company, w.demo_company))
        .seen()
        .await;
    browser.open("#/salespeople").await;
    list.link(has("Ilona Oma")).seen().await;
    assert_eq!(list.link(any()).count().await, 1);
    browser.open("#/contacts").await;
    browser.heading(w.contacts).seen().await;
    browser.grid(w.contacts).link(any()).gone().await;

    // The one that was open last opens again.
    browser.quit().await;
    browser.start_again().await;
    browser.open("#/salespeople").await;
    list.link(has("Ilona Oma")).seen().await;
}

async fn addresses_lead_to_pages_and_survive_a_reload(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let pages = [
        ("#/contacts/CT000012", "Hämeen Hammasklinikka Oy"),
        ("#/salespeople/KV", "Kaisa Virtanen"),
        ("#/templates/OUTGOING", w.outgoing_call),
        ("#/postponed", w.postponed_interactions),
        ("#/setup/marketing", w.marketing_setup),
    ];
    for (address, heading) in pages {
        browser.open(address).await;
        browser.heading(heading).seen().await;
        browser.reload().await;
        browser.heading(heading).seen().await;
        assert_eq!(browser.address().await, address);
    }
    // A search is part of the address, and a tab opened on it finds the same.
    browser.open("#/contacts").await;
    browser.searchbox(any()).fill("hammas").await;
    let list = browser.grid(w.contacts);
    list.link("Hämeen Hammasklinikka Oy").seen().await;
    list.link("Äijälän Puusepät Oy").gone().await;
    let address = browser.address().await;
    browser.open_tab(&address).await;
    list.link("Hämeen Hammasklinikka Oy").seen().await;
    list.link("Äijälän Puusepät Oy").gone().await;
    browser.searchbox(any()).holds("hammas").await;

    // What is not there says so, and leads home.
    for address in [
        "#/contacts/NOSUCH",
        "#/interactions/999999",
        "#/no/such/page",
    ] {
        browser.open(address).await;
        browser
            .find(Role::Main, any())
            .link(any())
            .first()
            .click()
            .await;
        browser.region(w.latest).seen().await;
    }
}
