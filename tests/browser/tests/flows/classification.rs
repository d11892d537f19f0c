//! Classification: the six tables are filled and emptied, contacts are put into groups and taken out
//! of them, a row is made on the way from a contact's card, and segments and campaigns get numbers in
//! one click.

use crate::steps::{EERO, load_demo, look_up, start_empty};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};

in_english!(
    a_row_is_made_and_changed_and_deleted_unless_contacts_are_in_it,
    segments_and_campaigns_are_numbered_in_one_click,
);
in_finnish!(
    a_contact_is_put_into_groups_and_taken_out_again,
    a_salutation_addresses_by_formulas,
);

/// A company of the demo company.
const ARCHITECTS: &str = "Arkkitehdit Lumme & Kaisla Oy";

/// What classification is called, in one language.
struct Names {
    classification: &'static str,
    mailing_groups: &'static str,
    industry_groups: &'static str,
    responsibilities: &'static str,
    level: &'static str,
    new_group: &'static str,
    new_responsibility: &'static str,
    new_row: &'static str,
    newsletter: &'static str,
    golf: &'static str,
    delete: &'static str,
    undo: &'static str,
    was_deleted: &'static str,
    in_use: &'static str,
    none_yet: &'static str,
    was_added: &'static str,
    was_removed: &'static str,
    remove: fn(&str) -> String,
    there_is_no: &'static str,
    managers: &'static str,
    number_marketing: &'static str,
    number_them: &'static str,
    number_series: &'static str,
    in_force: &'static str,
    formal: &'static str,
    formal_finnish: &'static str,
    informal_swedish: &'static str,
    add_formula: &'static str,
    remove_it: &'static str,
    reads: &'static str,
    no_merge_field: &'static str,
}

const EN: Names = Names {
    classification: "Classification",
    mailing_groups: "Mailing Groups",
    industry_groups: "Industry Groups",
    responsibilities: "Job Responsibilities",
    level: "Organizational Level",
    new_group: "New mailing group",
    new_responsibility: "New job responsibility",
    new_row: "New “Quality of wood”…",
    newsletter: "Newsletter",
    golf: "Golf day",
    delete: "Delete",
    undo: "Undo",
    was_deleted: "VIP was deleted",
    in_use: "It is in use by 26 contacts",
    none_yet: "No job responsibilities yet",
    was_added: "Mailing Group GOLF: added 1 contact",
    was_removed: "Mailing Group GOLF: removed 1 contact",
    remove: |name| format!("Remove {name}"),
    there_is_no: "There is no qqq",
    managers: "Top management",
    number_marketing: "Number segments and campaigns",
    number_them: "Number them",
    number_series: "Number Series",
    in_force: "The suggested ones are in use",
    formal: "Formal, by surname",
    formal_finnish: "Formal, Finnish",
    informal_swedish: "Informal, Swedish",
    add_formula: "Add a formula",
    remove_it: "Remove the formula Informal, Swedish",
    reads: "Reads: Hejsan",
    no_merge_field: "contact.nick is no merge field",
};

const FI: Names = Names {
    classification: "Luokittelu",
    mailing_groups: "Postitusryhmät",
    industry_groups: "Toimialaryhmät",
    responsibilities: "Vastuualueet",
    level: "Organisaatiotaso",
    new_group: "Uusi postitusryhmä",
    new_responsibility: "Uusi vastuualue",
    new_row: "Uusi ”Quality of wood”…",
    newsletter: "Uutiskirje",
    golf: "Golfpäivä",
    delete: "Poista",
    undo: "Kumoa",
    was_deleted: "VIP poistettiin",
    in_use: "26 kontaktia",
    none_yet: "Ei vielä vastuualueita",
    was_added: "Postitusryhmä GOLF: lisättiin 1 kontakti",
    was_removed: "Postitusryhmä GOLF: poistettiin 1 kontakti",
    remove: |name| format!("Poista {name}"),
    there_is_no: "Arvoa qqq ei ole",
    managers: "Ylin johto",
    number_marketing: "Numeroi segmentit ja kampanjat",
    number_them: "Numeroi",
    number_series: "Numerosarjat",
    in_force: "Ehdotetut ovat käytössä",
    formal: "Muodollinen, sukunimellä",
    formal_finnish: "Muodollinen, suomi",
    informal_swedish: "Tuttavallinen, ruotsi",
    add_formula: "Lisää kaava",
    remove_it: "Poista kaava Tuttavallinen, ruotsi",
    reads: "Luetaan: Hejsan",
    no_merge_field: "contact.nick ei ole yhdistämiskenttä",
};

fn names(w: &Words) -> &'static Names {
    if w.tag == "fi" { &FI } else { &EN }
}

async fn a_row_is_made_and_changed_and_deleted_unless_contacts_are_in_it(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/mailing-groups").await;
    let list = browser.grid(n.mailing_groups);
    list.row(has("NEWS")).says("26").await;

    // A code is needed, and one that is free.
    browser.button(has(n.new_group)).first().click().await;
    let dialog = browser.dialog(n.new_group);
    dialog.button(has(w.ok)).click().await;
    let code = dialog.textbox(has(w.code));
    code.complains(w.must_be_filled).await;
    code.fill("news").await;
    dialog.button(has(w.ok)).click().await;
    code.complains(w.already_used).await;
    code.fill("vip").await;
    dialog.textbox(w.description).fill("Best friends").await;
    browser.press("Control+Enter").await;
    dialog.gone().await;
    list.row(has("VIP")).says("Best friends").await;

    // It is changed in its dialog, and deleted; that is taken back.
    list.button(has("Best friends")).click().await;
    let dialog = browser.dialog(any());
    dialog.textbox(w.description).fill("Dear friends").await;
    browser.press("Tab").await;
    browser.dialog("Dear friends").seen().await;
    dialog.button(n.delete).click().await;
    dialog.gone().await;
    list.row(has("VIP")).gone().await;
    let messages = browser.region(w.notifications);
    messages.says(n.was_deleted).await;
    browser.press("Control+z").await;
    list.row(has("VIP")).says("Dear friends").await;

    // One with contacts in it stays, and names them.
    list.button(has(n.newsletter)).click().await;
    let dialog = browser.dialog(n.newsletter);
    dialog.find(Role::ListItem, any()).counts(12).await;
    dialog.button(n.delete).click().await;
    messages.says(n.in_use).await;
    list.row(has("NEWS")).seen().await;

    // The other tables are beside it.
    let others = browser.find(Role::Navigation, n.classification);
    others.link(n.industry_groups).click().await;
    browser.heading(n.industry_groups).seen().await;
    browser.open("#/setup").await;
    let main = browser.find(Role::Main, any());
    main.link(has(n.mailing_groups)).click().await;
    list.row(has("VIP")).seen().await;
}

async fn a_contact_is_put_into_groups_and_taken_out_again(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    let card = browser.find(Role::Main, any());
    card.find(Role::Disclosure, has(n.classification))
        .seen()
        .await;
    let messages = browser.region(w.notifications);
    let remove_golf = || card.button((n.remove)(n.golf).as_str());

    if remove_golf().count().await > 0 {
        remove_golf().click().await;
        remove_golf().gone().await;
    }
    look_up(&card.combobox(n.mailing_groups), browser, n.golf).await;
    remove_golf().seen().await;
    messages.says(n.was_added).await;
    browser.reload().await;
    remove_golf().click().await;
    messages.says(n.was_removed).await;
    remove_golf().gone().await;
    messages.button(n.undo).first().click().await;
    remove_golf().seen().await;

    // What names no group is refused where it was typed, and stays.
    let groups = card.combobox(n.mailing_groups);
    groups.fill("qqq").await;
    browser.press("Tab").await;
    groups.complains(n.there_is_no).await;
    groups.fill("").await;
    browser.press("Tab").await;

    // A responsibility that is not there yet is made on the way.
    card.combobox(n.responsibilities)
        .fill("Quality of wood")
        .await;
    browser.option(n.new_row).click().await;
    let dialog = browser.dialog(n.new_responsibility);
    dialog.textbox(w.description).holds("Quality of wood").await;
    dialog.textbox(has(w.code)).fill("wood").await;
    browser.press("Control+Enter").await;
    dialog.gone().await;
    card.button((n.remove)("Quality of wood").as_str())
        .seen()
        .await;

    // A person's level is one of a table; what its company is, is changed there.
    look_up(&card.combobox(n.level), browser, n.managers).await;
    browser.reload().await;
    card.combobox(n.level).holds(n.managers).await;
    card.combobox(n.industry_groups).gone().await;
    // The head of the card has such a link too.
    card.link(ARCHITECTS).nth(1).click().await;
    card.combobox(n.industry_groups).seen().await;
    card.combobox(n.level).gone().await;
}

async fn segments_and_campaigns_are_numbered_in_one_click(browser: &Browser, w: &'static Words) {
    let n = names(w);
    start_empty(browser, w).await;
    browser.open("#/job-responsibilities").await;
    browser.find(Role::Main, any()).says(n.none_yet).await;

    browser.open("#/setup").await;
    let step = browser
        .find(Role::ListItem, any())
        .showing(n.number_marketing);
    step.button(n.number_them).click().await;
    browser.region(w.notifications).says(n.in_force).await;
    step.button(n.number_them).gone().await;
    browser.open("#/setup/series").await;
    let series = browser.grid(n.number_series);
    for code in ["SEGM", "CAMP"] {
        series.row(has(code)).seen().await;
    }
    browser.press("Control+z").await;
    series.row(has("SEGM")).gone().await;
    browser.open("#/setup").await;
    step.button(n.number_them).seen().await;
}

async fn a_salutation_addresses_by_formulas(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/salutations").await;
    browser.button(has(n.formal)).click().await;
    let dialog = browser.dialog(has(n.formal));
    let finnish = dialog.textbox(n.formal_finnish);
    finnish
        .holds("Hyvä {{contact.first_name}} {{contact.surname}}")
        .await;
    // A new one for a type and a language that have none yet.
    dialog
        .combobox(n.add_formula)
        .choose(n.informal_swedish)
        .await;
    let swedish = dialog.textbox(n.informal_swedish);
    swedish.fill("Hejsan {{contact.nick}}").await;
    browser.press("Tab").await;
    swedish.complains(n.no_merge_field).await;
    swedish.fill("Hejsan {{contact.first_name}}!").await;
    browser.press("Tab").await;
    dialog.says(n.reads).await;
    dialog.button(n.remove_it).click().await;
    swedish.gone().await;
    browser.press("Escape").await;
    dialog.gone().await;
    browser.press("Control+z").await;
    browser.button(has(n.formal)).click().await;
    swedish.holds("Hejsan {{contact.first_name}}!").await;
}
