//! The main job from the first start to the log, with the browser killed in the middle.

use crate::steps::{choose_template, go_to, look_up, number_told, start_empty};
use crate::words::{Words, in_both_languages};
use lokikirja_browser_tests::{Ability, Browser, Role, Scope, any, has, most_long_tasks};

in_both_languages!(from_the_first_start_to_a_log_with_a_power_cut_between);

const SELLER: &str = "Vilma Salo";
const SELLER_CODE: &str = "VS";
const CUSTOMER: &str = "Koivulan Kirjakauppa Oy";
const TEMPLATE: &str = "Kahvitauko";
const TEMPLATE_CODE: &str = "KAHVI";
const LATER: &str = "Hyllyjen toimitus";

async fn set_up(browser: &Browser, w: &Words) {
    start_empty(browser, w).await;
    browser.button(w.use_suggested).first().click().await;
    browser.button(w.use_suggested).gone().await;

    go_to(browser, w.salespeople, w.salespeople).await;
    browser.button(w.new_salesperson).first().click().await;
    let dialog = browser.dialog(w.new_salesperson);
    dialog.textbox(w.name).fill(SELLER).await;
    dialog.textbox(w.code).fill(SELLER_CODE).await;
    dialog.button(w.ok).click().await;
    dialog.gone().await;

    go_to(browser, w.nav_templates, w.interaction_templates).await;
    browser.button(w.new_template).first().click().await;
    let dialog = browser.dialog(w.new_template);
    dialog.textbox(w.code).fill(TEMPLATE_CODE).await;
    dialog.textbox(w.description).fill(TEMPLATE).await;
    look_up(&dialog.combobox(w.group), browser, w.calls).await;
    dialog.textbox(w.unit_cost).fill(&w.amount(4, 50)).await;
    dialog.textbox(w.unit_duration).fill("20").await;
    dialog.button(w.ok).click().await;
    dialog.gone().await;

    go_to(browser, w.contacts, w.contacts).await;
    browser.button(w.new_contact).first().click().await;
    let dialog = browser.dialog(w.new_contact);
    dialog.textbox(w.name).fill(CUSTOMER).await;
    look_up(&dialog.combobox(w.salesperson), browser, SELLER).await;
    dialog.button(w.ok).click().await;
    dialog.gone().await;
}

/// From the contact, by its own page.
async fn log_from_the_contact(browser: &Browser, w: &Words) -> u32 {
    go_to(browser, w.contacts, w.contacts).await;
    browser.grid(w.contacts).link(has(CUSTOMER)).click().await;
    browser.heading(CUSTOMER).seen().await;
    browser.button(w.create_interaction).click().await;
    let sheet = browser.dialog(w.create_interaction);
    choose_template(&sheet, TEMPLATE).await;
    sheet.textbox(w.description).holds(TEMPLATE).await;
    sheet.combobox(w.salesperson).holds(SELLER).await;
    sheet.button(w.ok).click().await;
    let no = number_told(browser, w, w.logged).await;
    sheet.gone().await;
    no
}

/// From the salesperson, by its own page.
async fn log_from_the_salesperson(browser: &Browser, w: &Words) -> u32 {
    go_to(browser, w.salespeople, w.salespeople).await;
    browser.grid(w.salespeople).link(has(SELLER)).click().await;
    browser.heading(SELLER).seen().await;
    browser.button(w.create_interaction).click().await;
    let sheet = browser.dialog(w.create_interaction);
    look_up(&sheet.combobox(w.contact), browser, CUSTOMER).await;
    choose_template(&sheet, TEMPLATE).await;
    sheet.button(w.ok).click().await;
    let no = number_told(browser, w, w.logged).await;
    sheet.gone().await;
    no
}

/// From a log entry: its contact and salesperson are there, the rest is for the next time.
async fn postpone_from_the_log(browser: &Browser, w: &Words, from: u32) -> u32 {
    go_to(browser, w.nav_interactions, w.log_entries).await;
    let log = browser.grid(w.log_entries);
    log.grid_cell(from.to_string().as_str()).click().await;
    browser.button(w.create_interaction).click().await;
    let sheet = browser.dialog(w.create_interaction);
    sheet.combobox(w.contact).holds(CUSTOMER).await;
    sheet.combobox(w.salesperson).holds(SELLER).await;
    choose_template(&sheet, TEMPLATE).await;
    sheet.textbox(w.description).fill(LATER).await;
    sheet.button(w.cancel).click().await;
    let question = browser.question(w.finish_later);
    question.button(w.postpone).click().await;
    let no = number_told(browser, w, w.postponed).await;
    sheet.gone().await;
    no
}

async fn from_the_first_start_to_a_log_with_a_power_cut_between(
    browser: &Browser,
    w: &'static Words,
) {
    let most = most_long_tasks();
    watch(browser, most).await;
    set_up(browser, w).await;
    let first = log_from_the_contact(browser, w).await;
    let second = log_from_the_salesperson(browser, w).await;
    let third = postpone_from_the_log(browser, w, first).await;
    assert_eq!([second, third], [first + 1, first + 2]);
    browser.lose_power().await;
    watch(browser, most).await;
    browser.open("").await;
    go_to(browser, w.nav_postponed, w.postponed_interactions).await;
    let postponed = browser.grid(w.postponed_interactions);
    postponed
        .row(has(LATER))
        .grid_cell(third.to_string().as_str())
        .seen()
        .await;
    postponed.link(has(w.resume)).click().await;
    let sheet = browser.dialog(w.resume_interaction);
    sheet.textbox(w.description).holds(LATER).await;
    sheet.button(w.ok).click().await;
    assert_eq!(number_told(browser, w, w.logged).await, third);
    sheet.gone().await;
    let page = browser.find(Role::Main, any());
    page.says(w.nothing_waits).await;

    go_to(browser, w.nav_interactions, w.log_entries).await;
    let log = browser.grid(w.log_entries);
    let entry = log.row(has(LATER));
    entry.grid_cell(third.to_string().as_str()).seen().await;
    entry.grid_cell(CUSTOMER).seen().await;
    entry.grid_cell(TEMPLATE_CODE).seen().await;
    for no in [first, second] {
        log.grid_cell(no.to_string().as_str()).seen().await;
    }
    if let Some(most) = most
        && browser.can(Ability::LongTasks)
    {
        keeps_to(browser, w, most).await;
    }
}

/// Has a browser that was started count its long tasks, if there is a number to hold them to.
async fn watch(browser: &Browser, most: Option<usize>) {
    if most.is_some() && browser.can(Ability::LongTasks) {
        browser.watch_long_tasks().await;
    }
}

/// Tells how many tasks held the page up, and fails if there were more than `most`.
async fn keeps_to(browser: &Browser, w: &Words, most: usize) {
    let tasks = browser.take_long_tasks().await;
    let tag = w.tag;
    browser.tells_figure(&format!(
        "the main job ({tag}): {tasks}; at most {most} may be"
    ));
    assert!(
        tasks.count() <= most,
        "{tasks}: work that was done piece by piece is done at once, or say in size.rs why it may be"
    );
}
