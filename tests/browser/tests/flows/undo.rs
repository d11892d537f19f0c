//! Undo: from the message and by keys, after a reload too, and never over what somebody else did.

use crate::steps::{
    EERO, EERO_LUMME, choose_template, create_from_contact, load_demo, n_postponed, number_told,
};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};

in_finnish!(an_edit_is_taken_back_from_its_message_and_made_again);
in_english!(
    what_another_tab_has_changed_since_is_not_taken_back,
    a_field_that_is_typed_into_has_an_undo_of_its_own,
    a_discarded_draft_is_back_by_a_key,
    postponing_is_taken_back_and_the_form_goes_on,
    a_deleted_postponed_interaction_leaves_no_draft_and_is_back,
    a_deleted_contact_is_back_by_a_key_also_after_a_reload,
);

/// What undo says.
struct UndoWords {
    undo: &'static str,
    redo: &'static str,
    saved_phone: &'static str,
    phone_taken_back: &'static str,
    phone_changed_again: &'static str,
    more_actions: &'static str,
    delete: &'static str,
    deleted: &'static str,
    back: &'static str,
    deleted_again: &'static str,
    nothing: &'static str,
}

fn undo_words(w: &Words) -> UndoWords {
    match w.tag {
        "en" => UndoWords {
            undo: "Undo",
            redo: "Redo",
            saved_phone: "Saved: Phone",
            phone_taken_back: "Contact CT000005: change to Phone taken back.",
            phone_changed_again: "Contact CT000005: change to Phone made again.",
            more_actions: "More actions",
            delete: "Delete",
            deleted: "Contact CT000005 was deleted.",
            back: "Contact CT000005 is back.",
            deleted_again: "Contact CT000005 was deleted again.",
            nothing: "There is nothing to undo.",
        },
        _ => UndoWords {
            undo: "Kumoa",
            redo: "Tee uudelleen",
            saved_phone: "Tallennettu: Puhelin",
            phone_taken_back: "Kontakti CT000005: kenttä Puhelin palautettiin entiselleen.",
            phone_changed_again: "Kontakti CT000005: kenttä Puhelin muutettiin uudelleen.",
            more_actions: "Lisää toimintoja",
            delete: "Poista",
            deleted: "Kontakti CT000005 poistettiin.",
            back: "Kontakti CT000005 on palautettu.",
            deleted_again: "Kontakti CT000005 poistettiin uudelleen.",
            nothing: "Kumottavaa ei ole.",
        },
    }
}

async fn an_edit_is_taken_back_from_its_message_and_made_again(
    browser: &Browser,
    w: &'static Words,
) {
    let u = undo_words(w);
    load_demo(browser, w).await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    let phone = browser.textbox(w.phone);
    phone.seen().await;
    let before = phone.value().await;
    phone.fill("+358 9 000 1111").await;
    browser.press("Tab").await;
    let messages = browser.region(w.notifications);
    messages.says(u.saved_phone).await;
    messages.button(u.undo).click().await;
    messages.says(u.phone_taken_back).await;
    phone.holds(&before).await;
    messages.button(u.undo).gone().await;
    messages.button(u.redo).click().await;
    messages.says(u.phone_changed_again).await;
    phone.holds("+358 9 000 1111").await;
    browser.reload().await;
    phone.holds("+358 9 000 1111").await;
}

async fn a_deleted_contact_is_back_by_a_key_also_after_a_reload(
    browser: &Browser,
    w: &'static Words,
) {
    let u = undo_words(w);
    load_demo(browser, w).await;
    let messages = browser.region(w.notifications);
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.button(u.more_actions).click().await;
    browser.find(Role::MenuItem, u.delete).click().await;
    // Interactions pass to the company: that is asked first.
    let question = browser.question(has(EERO_LUMME));
    question.button(u.delete).click().await;
    messages.says(u.deleted).await;
    browser.grid(w.contacts).seen().await;
    browser.press("Control+z").await;
    messages.says(u.back).await;
    // The message that offered it has gone with it.
    messages.button(u.undo).gone().await;
    browser.press("Control+Shift+z").await;
    messages.says(u.deleted_again).await;

    browser.reload().await;
    browser.grid(w.contacts).seen().await;
    browser.press("Control+z").await;
    messages.says(u.back).await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.heading(EERO_LUMME).seen().await;
    // The undo was the newest change: after another reload there is nothing to undo, but to redo.
    browser.reload().await;
    browser.heading(EERO_LUMME).seen().await;
    browser.press("Control+z").await;
    messages.says(u.nothing).await;
    browser.press("Control+y").await;
    messages.says(u.deleted_again).await;
    browser.heading(EERO_LUMME).gone().await;
}

async fn what_another_tab_has_changed_since_is_not_taken_back(
    browser: &Browser,
    w: &'static Words,
) {
    let u = undo_words(w);
    load_demo(browser, w).await;
    let address = format!("#/contacts/{EERO}");
    browser.open(&address).await;
    let phone = browser.textbox(w.phone);
    phone.fill("+358 9 000 1111").await;
    browser.press("Tab").await;
    let messages = browser.region(w.notifications);
    messages.says(u.saved_phone).await;
    messages.button(u.undo).focus().await;
    let first = browser.tab().await;
    browser.open_tab(&address).await;
    phone.fill("+358 9 000 2222").await;
    browser.press("Tab").await;
    messages.says(u.saved_phone).await;

    browser.show(&first).await;
    phone.holds("+358 9 000 2222").await;
    messages.button(u.undo).click().await;
    messages
        .says("Contact CT000005: It was changed after that")
        .await;
    phone.holds("+358 9 000 2222").await;
}

async fn a_field_that_is_typed_into_has_an_undo_of_its_own(browser: &Browser, w: &'static Words) {
    let u = undo_words(w);
    load_demo(browser, w).await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    let phone = browser.textbox(w.phone);
    phone.fill("+358 9 000 1111").await;
    browser.press("Tab").await;
    let messages = browser.region(w.notifications);
    messages.says(u.saved_phone).await;
    messages.button(u.undo).seen().await;
    let email = browser.textbox(w.email);
    let before = email.value().await;
    email.press("End").await;
    browser.type_text("x").await;
    email.holds(&format!("{before}x")).await;
    browser.press("Control+z").await;
    email.holds(&before).await;
    phone.holds("+358 9 000 1111").await;
    // On a button the key is the app's again.
    browser.button(u.more_actions).focus().await;
    browser.press("Control+z").await;
    messages.says(u.phone_taken_back).await;
}

async fn a_discarded_draft_is_back_by_a_key(browser: &Browser, w: &'static Words) {
    const TYPED: &str = "Typed and thrown away";
    load_demo(browser, w).await;
    let messages = browser.region(w.notifications);
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill(TYPED).await;
    sheet.button(w.cancel).click().await;
    browser
        .question(w.finish_later)
        .button(w.discard)
        .click()
        .await;
    sheet.gone().await;
    let page = browser.find(Role::Main, any());
    page.button(w.go_on).gone().await;
    browser.press("Control+z").await;
    messages.says("The draft is back.").await;
    page.says(TYPED).await;
    browser.press("Control+Shift+z").await;
    page.button(w.go_on).gone().await;
    browser.press("Control+z").await;
    page.button(w.go_on).click().await;
    sheet.textbox(w.description).holds(TYPED).await;
}

async fn postponing_is_taken_back_and_the_form_goes_on(browser: &Browser, w: &'static Words) {
    const TYPED: &str = "Postponed too soon";
    let u = undo_words(w);
    load_demo(browser, w).await;
    let n = n_postponed(browser, w).await;
    let messages = browser.region(w.notifications);
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill(TYPED).await;
    sheet.button(w.cancel).click().await;
    let question = browser.question(w.finish_later);
    question.button(w.postpone).click().await;
    sheet.gone().await;
    messages.button(u.undo).click().await;
    messages.says("is not postponed any more.").await;
    let page = browser.find(Role::Main, any());
    page.says(TYPED).await;
    // Made again, it waits in one place only.
    messages.button(u.redo).click().await;
    messages.says("is postponed again.").await;
    page.button(w.go_on).gone().await;
    browser.press("Control+z").await;
    messages.says("is not postponed any more.").await;
    messages.button(w.go_on).click().await;
    let form = browser.dialog(w.create_interaction);
    form.textbox(w.description).holds(TYPED).await;
    form.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;
    assert_eq!(n_postponed(browser, w).await, n);
}

async fn a_deleted_postponed_interaction_leaves_no_draft_and_is_back(
    browser: &Browser,
    w: &'static Words,
) {
    let u = undo_words(w);
    load_demo(browser, w).await;
    let messages = browser.region(w.notifications);
    let n = n_postponed(browser, w).await;
    browser.open("#/postponed").await;
    let postponed = browser.grid(w.postponed_interactions);
    let row = postponed.row(has("Oliver Bennett"));
    row.link(has(w.resume)).click().await;
    let sheet = browser.dialog(w.resume_interaction);
    sheet.textbox(w.description).fill("Typed, and left").await;
    sheet.says(w.draft_kept).await;
    // A browser that goes away leaves the draft.
    browser.restart().await;
    browser.open("#/").await;
    let page = browser.find(Role::Main, any());
    page.button(w.go_on).seen().await;
    // The only row shown is the one that is meant.
    browser.open("#/postponed?search=Oliver").await;
    postponed.link(has(w.resume)).counts(1).await;
    browser.button(u.delete).click().await;
    messages.says("1 interaction deleted").await;
    row.gone().await;
    browser.open("#/").await;
    page.says(w.latest).await;
    page.button(w.go_on).gone().await;
    messages.button(u.undo).click().await;
    messages.says("is postponed again.").await;
    assert_eq!(n_postponed(browser, w).await, n);
    page.button(w.go_on).gone().await;
}
