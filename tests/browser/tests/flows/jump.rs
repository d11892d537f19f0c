//! Search or jump, the keys of pages, and the sheet that lists them; the main job by keyboard alone.

use crate::steps::{EERO, EERO_LUMME, load_demo, n_postponed, number_told};
use crate::words::{Words, in_both_languages, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Locator, Role, Scope, any, has};

in_both_languages!(
    pages_records_and_actions_are_gone_to_by_typing,
    the_keys_are_listed_and_do_what_is_said,
    the_main_job_is_done_by_keyboard_alone,
);
in_finnish!(letters_are_found_with_and_without_dots_and_slips_are_forgiven);
in_english!(what_is_typed_into_a_field_is_no_key);

/// What is said around Search or jump.
struct JumpWords {
    title: &'static str,
    label: &'static str,
    /// A page in the language that is not shown.
    salespeople_elsewhere: &'static str,
    keys: &'static str,
    this_page: &'static str,
    close: &'static str,
}

fn jump_words(w: &Words) -> JumpWords {
    match w.tag {
        "en" => JumpWords {
            title: "Search or jump to…",
            label: "Search for a page or a record",
            salespeople_elsewhere: "myyj",
            keys: "Keyboard shortcuts",
            this_page: "On this page",
            close: "Close the page",
        },
        _ => JumpWords {
            title: "Etsi tai siirry…",
            label: "Etsi sivu tai tieto",
            salespeople_elsewhere: "salesp",
            keys: "Pikanäppäimet",
            this_page: "Tällä sivulla",
            close: "Sulje sivu",
        },
    }
}

/// Opens Search or jump by its key and types into it.
async fn search<'b>(browser: &'b Browser, w: &Words, typed: &str) -> Locator<'b> {
    let j = jump_words(w);
    browser.press("Control+k").await;
    let dialog = browser.dialog(j.title);
    dialog.combobox(j.label).has_focus().await;
    browser.type_text(typed).await;
    dialog
}

/// Goes to the first thing found.
async fn jump(browser: &Browser, w: &Words, typed: &str, expected: &str) {
    let dialog = search(browser, w, typed).await;
    dialog.option(has(expected)).first().seen().await;
    let first = dialog.option(any()).names().await;
    assert!(first[0].contains(expected), "{typed}: {first:?}");
    browser.press("Enter").await;
    dialog.gone().await;
}

async fn open_eero(browser: &Browser, w: &Words) {
    load_demo(browser, w).await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.heading(EERO_LUMME).seen().await;
}

async fn pages_records_and_actions_are_gone_to_by_typing(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let j = jump_words(w);
    // A page, in either language.
    jump(browser, w, j.salespeople_elsewhere, w.salespeople).await;
    browser.heading(w.salespeople).seen().await;
    // A record, by its name and by its number.
    jump(browser, w, "eero lu", EERO_LUMME).await;
    browser.heading(EERO_LUMME).seen().await;
    jump(browser, w, w.contacts, w.contacts).await;
    browser.heading(w.contacts).seen().await;
    jump(browser, w, EERO, EERO_LUMME).await;
    browser.heading(EERO_LUMME).seen().await;
    // What can be done on the page.
    jump(browser, w, w.create_interaction, w.create_interaction).await;
    let sheet = browser.dialog(w.create_interaction);
    sheet.radio(has(w.outgoing_call)).has_focus().await;
    browser.press("Escape").await;
    sheet.gone().await;
    // With nothing typed, what was opened last comes first.
    let dialog = search(browser, w, "").await;
    dialog.option(has(EERO_LUMME)).first().seen().await;
    let offered = dialog.option(any()).names().await;
    assert!(offered[0].contains(EERO_LUMME), "{offered:?}");
}

async fn letters_are_found_with_and_without_dots_and_slips_are_forgiven(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    jump(browser, w, "aijala", "Äijälä").await;
    browser.heading(has("Äijälä")).seen().await;
    jump(browser, w, "ÄIJÄLÄ", "Äijälä").await;
    browser.heading(has("Äijälä")).seen().await;
    // Two letters swapped.
    jump(browser, w, "lumem", EERO_LUMME).await;
    browser.heading(EERO_LUMME).seen().await;
}

async fn the_keys_are_listed_and_do_what_is_said(browser: &Browser, w: &'static Words) {
    open_eero(browser, w).await;
    let j = jump_words(w);
    let sheet = browser.dialog(j.keys);
    for key in ["?", "F1"] {
        browser.press(key).await;
        let ours = sheet.find(Role::Table, j.this_page);
        ours.says("Ctrl F7").await;
        ours.says(j.close).await;
        browser.press("Escape").await;
        sheet.gone().await;
        browser.heading(EERO_LUMME).seen().await;
    }

    browser.press("Control+F7").await;
    browser.grid(w.log_entries).seen().await;
    browser.back().await;
    browser.heading(EERO_LUMME).seen().await;
    browser.press("Escape").await;
    browser.heading(w.contacts).seen().await;
    browser.press("Alt+n").await;
    browser.dialog(w.new_contact).textbox(w.name).seen().await;
}

async fn what_is_typed_into_a_field_is_no_key(browser: &Browser, w: &'static Words) {
    open_eero(browser, w).await;
    let j = jump_words(w);
    let name = browser.textbox(w.name);
    name.focus().await;
    browser.type_text("? ").await;
    let held = name.value().await;
    assert!(held.contains('?'), "{held}");
    browser.dialog(j.keys).gone().await;
    // In a field Esc is the field's: it gives up what was typed, and the page stays.
    browser.press("Escape").await;
    name.holds(EERO_LUMME).await;
    browser.press("Escape").await;
    browser.press("Tab").await;
    browser.heading(EERO_LUMME).seen().await;
}

async fn the_main_job_is_done_by_keyboard_alone(browser: &Browser, w: &'static Words) {
    const TYPED: &str = "Näppäimistöltä";
    load_demo(browser, w).await;
    let waiting = n_postponed(browser, w).await;
    let sheet = browser.dialog(w.create_interaction);

    // Open a contact, create an interaction, postpone it.
    jump(browser, w, "eero lu", EERO_LUMME).await;
    browser.heading(EERO_LUMME).seen().await;
    jump(browser, w, w.create_interaction, w.create_interaction).await;
    sheet.radio(has(w.outgoing_call)).has_focus().await;
    browser.press("Space").await;
    tab_to(browser, &sheet.textbox(w.description)).await;
    browser.press("Control+a").await;
    browser.type_text(TYPED).await;
    browser.press("Escape").await;
    let question = browser.question(w.finish_later);
    question.button(w.postpone).has_focus().await;
    browser.press("Enter").await;
    sheet.gone().await;

    // Find it among the postponed, resume and finish it.
    jump(
        browser,
        w,
        w.postponed_interactions,
        w.postponed_interactions,
    )
    .await;
    let postponed = browser.grid(w.postponed_interactions);
    postponed.row(has(TYPED)).seen().await;
    browser.press("F3").await;
    browser.type_text(TYPED).await;
    postponed.link(has(w.resume)).counts(1).await;
    browser.press("ArrowDown").await;
    browser.press("Enter").await;
    let resumed = browser.dialog(w.resume_interaction);
    resumed.textbox(w.description).holds(TYPED).await;
    browser.press("Control+Enter").await;
    number_told(browser, w, w.logged).await;
    resumed.gone().await;

    // It stands in the log.
    jump(browser, w, w.log_entries, w.log_entries).await;
    let log = browser.grid(w.log_entries);
    log.row(has(TYPED)).seen().await;
    assert_eq!(n_postponed(browser, w).await, waiting);
}

/// Reaches a field by Tab.
async fn tab_to(browser: &Browser, field: &Locator<'_>) {
    let id = field.attribute("id").await.expect("fields have ids");
    for _ in 0..40 {
        browser.press("Tab").await;
        let focused = browser
            .script("return document.activeElement?.id ?? ''", Vec::new())
            .await;
        if focused == id.as_str() {
            return;
        }
    }
    panic!("no Tab reaches the field {id}");
}
