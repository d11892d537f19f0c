//! What cannot be taken is said at its field, stays as it was typed, and writes nothing. What comes
//! twice is done once.

use crate::steps::{
    EERO, EERO_LUMME, choose_template, create_from_contact, create_from_nowhere, latest,
    latest_elsewhere, load_demo, look_up, number_told, unfold,
};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};

in_english!(
    a_description_may_have_blanks_and_is_never_cut,
    a_cost_that_cannot_be_read_keeps_ok_from_logging,
    a_card_says_at_its_field_what_it_cannot_take,
    what_is_no_date_time_amount_or_duration_is_said_at_its_field,
);
in_finnish!(
    a_template_is_chosen_after_the_contact,
    ok_clicked_twice_logs_once,
    ok_names_the_first_field_that_is_missing,
);

const TYPED: &str = "Tarjous valaisimista";

async fn ok_names_the_first_field_that_is_missing(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let entries = latest(browser, w).await;
    let sheet = create_from_nowhere(browser, w).await;
    let ok = sheet.button(w.ok);
    let contact = sheet.combobox(w.contact);
    ok.click().await;
    contact.complains(w.must_be_filled).await;
    contact.has_focus().await;

    look_up(&contact, browser, EERO_LUMME).await;
    contact.is_content().await;
    sheet.textbox(w.description).fill(TYPED).await;
    ok.click().await;
    let templates = sheet.find(Role::RadioGroup, w.template);
    templates.complains(w.must_be_filled).await;
    sheet.textbox(w.description).holds(TYPED).await;

    choose_template(&sheet, w.outgoing_call).await;
    templates.is_content().await;
    let description = sheet.textbox(w.description);
    description.fill("").await;
    ok.click().await;
    description.complains(w.must_be_filled).await;
    description.has_focus().await;
    description.fill(TYPED).await;
    description.is_content().await;

    let salesperson = sheet.combobox(w.salesperson);
    salesperson.fill("").await;
    ok.click().await;
    salesperson.complains(w.must_be_filled).await;
    salesperson.has_focus().await;
    description.holds(TYPED).await;
    look_up(&salesperson, browser, "Sanna").await;

    unfold(&sheet, w.more).await;
    let date = sheet.textbox(w.date);
    date.fill("").await;
    ok.click().await;
    date.complains(w.must_be_filled).await;
    date.has_focus().await;
    description.holds(TYPED).await;
    let found = latest_elsewhere(browser, w).await;
    assert_eq!(found, entries, "nothing was written");

    // What was typed is taken once nothing is missing.
    date.fill("2.11.2026").await;
    ok.click().await;
    number_told(browser, w, w.logged).await;
    sheet.gone().await;
}

async fn what_is_no_date_time_amount_or_duration_is_said_at_its_field(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    unfold(&sheet, w.more).await;
    let decimals = format!("{}5", w.amount(8, 50));
    let cases = [
        (w.date, "abc", w.not_a_date),
        (w.date, "31.2.2026", w.no_such_day),
        (w.time, "25:00", w.not_a_time),
        (w.cost, "abc", w.not_an_amount),
        (w.cost, &decimals, w.too_many_decimals),
        (w.duration, "kolme", w.not_a_duration),
    ];
    for (field, typed, complaint) in cases {
        let good = sheet.textbox(field).value().await;
        sheet.textbox(field).fill(typed).await;
        browser.press("Tab").await;
        sheet.textbox(field).complains(complaint).await;
        sheet.textbox(field).holds(typed).await;
        sheet.button(w.ok).click().await;
        sheet.textbox(field).has_focus().await;
        sheet.textbox(field).fill(&good).await;
        browser.press("Tab").await;
        sheet.textbox(field).is_content().await;
    }
    // As the language writes them, and as people type them.
    let written = w.amount(1234, 50);
    for (field, typed, shown) in [
        (w.date, "2026-11-02", w.second_of_november),
        (w.time, "935", w.five_and_twenty_to_ten),
        (w.duration, "1 h 30 min", "90"),
        (w.cost, &written, w.grouped_amount),
    ] {
        sheet.textbox(field).fill(typed).await;
        browser.press("Tab").await;
        sheet.textbox(field).is_content().await;
        sheet.textbox(field).holds(shown).await;
    }
    sheet.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;
}

async fn a_description_may_have_blanks_and_is_never_cut(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    let description = sheet.textbox(w.description);
    description.fill("").await;
    browser.type_text("About the spring ").await;
    description.holds("About the spring ").await;
    let long = "x".repeat(101);
    description.fill(&long).await;
    description.complains(w.too_long_by_one).await;
    // Another edit does not make it forget.
    choose_template(&sheet, w.customer_visit).await;
    description.holds(&long).await;
    description.complains(w.too_long_by_one).await;
    sheet.button(w.ok).click().await;
    description.has_focus().await;
    description.holds(&long).await;
    browser.press("End").await;
    browser.press("Backspace").await;
    description.is_content().await;
    sheet.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;
    let newest = latest(browser, w).await;
    assert!(newest[0].contains(&long[..100]), "{newest:?}");
}

async fn a_cost_that_cannot_be_read_keeps_ok_from_logging(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let entries = latest(browser, w).await;
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    unfold(&sheet, w.more).await;
    let cost = sheet.textbox(w.cost);
    // Straight from the field, by mouse and by keyboard.
    cost.fill("abc").await;
    sheet.button(w.ok).click().await;
    cost.has_focus().await;
    cost.complains(w.not_an_amount).await;
    cost.holds("abc").await;
    cost.fill("xyz").await;
    browser.press("Control+Enter").await;
    cost.has_focus().await;
    cost.complains(w.not_an_amount).await;
    cost.holds("xyz").await;
    let found = latest_elsewhere(browser, w).await;
    assert_eq!(found, entries, "nothing was written");

    cost.fill("9").await;
    browser.press("Control+Enter").await;
    number_told(browser, w, w.logged).await;
    sheet.gone().await;
}

async fn a_template_is_chosen_after_the_contact(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let sheet = create_from_nowhere(browser, w).await;
    choose_template(&sheet, w.outgoing_call).await;
    let templates = sheet.find(Role::RadioGroup, w.template);
    templates.complains(w.contact_first).await;
    let chosen = sheet.find(Role::Radio, has(w.outgoing_call));
    assert!(!chosen.is_checked().await);

    look_up(&sheet.combobox(w.contact), browser, EERO_LUMME).await;
    choose_template(&sheet, w.outgoing_call).await;
    templates.is_content().await;
    assert!(chosen.is_checked().await);
    sheet.textbox(w.description).holds(w.outgoing_call).await;
}

async fn ok_clicked_twice_logs_once(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill(TYPED).await;
    sheet.button(w.ok).double_click().await;
    number_told(browser, w, w.logged).await;
    sheet.gone().await;
    let found = latest(browser, w).await;
    let ours = found.iter().filter(|line| line.contains(TYPED)).count();
    assert_eq!(ours, 1, "{found:?}");
}

async fn a_card_says_at_its_field_what_it_cannot_take(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    let long = "x".repeat(101);
    let cases = [
        (w.phone, "soita illalla", w.no_letters),
        (w.email, "eero.lumme(at)lummekaisla", w.one_address),
        (w.name, &long, w.too_long_by_one),
        (w.name, "", w.must_be_filled),
    ];
    for (field, typed, complaint) in cases {
        let field = browser.textbox(field);
        let good = field.value().await;
        field.fill(typed).await;
        browser.press("Tab").await;
        field.complains(complaint).await;
        field.holds(typed).await;
        browser.heading(EERO_LUMME).seen().await;
        field.fill(&good).await;
        browser.press("Tab").await;
        field.is_content().await;
    }

    // A new record, too, stays where it is until everything fits.
    browser.open("#/salespeople?sheet=new").await;
    let dialog = browser.dialog(w.new_salesperson);
    let (name, code) = (dialog.textbox(w.name), dialog.textbox(w.code));
    name.fill("Petra Kallio").await;
    dialog.button(w.ok).click().await;
    code.complains(w.must_be_filled).await;
    code.fill("PK").await;
    dialog.button(w.ok).click().await;
    code.complains(w.already_used).await;
    name.holds("Petra Kallio").await;
    code.fill("PKA").await;
    dialog.button(w.ok).double_click().await;
    dialog.gone().await;
    browser.open("#/salespeople").await;
    let list = browser.grid(w.salespeople);
    list.link(has("Petra Kallio")).seen().await;
    assert_eq!(list.link(any()).count().await, 7, "one was added");
}
