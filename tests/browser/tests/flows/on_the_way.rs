//! Records made on the way: a lookup that finds nothing offers "New…", which Enter reaches, and what was
//! made is taken.

use crate::steps::{create_from_nowhere, load_demo, look_up};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Locator, Role, Scope, any, has};

in_english!(
    a_salesperson_is_made_while_an_interaction_is_created,
    a_company_is_made_while_its_person_is,
    a_contact_that_is_excluded_from_segments_is_not_added_by_the_list,
);
in_finnish!(
    a_contact_is_made_while_an_interaction_is_created,
    the_users_own_salesperson_is_made_in_setup,
    a_campaign_is_made_from_a_segment,
);

/// What the dialogs are called, in one language.
struct Names {
    new_zebra: &'static str,
    new_nova: &'static str,
    new_aino: &'static str,
    yourself: &'static str,
    new_company: &'static str,
    person: &'static str,
    company: &'static str,
    campaign: &'static str,
    new_fair: &'static str,
    new_campaign: &'static str,
    excluded: &'static str,
    groups: &'static str,
    to_segment: &'static str,
    segment: &'static str,
    calls: &'static str,
    left_out: &'static str,
}

const EN: Names = Names {
    new_zebra: "New “Zebra Oy”…",
    new_nova: "New “Nova Oy”…",
    new_aino: "New “Aino Aalto”…",
    yourself: "You as a salesperson",
    new_company: "New company",
    person: "Person",
    company: "Company",
    campaign: "Campaign",
    new_fair: "New “Autumn fair”…",
    new_campaign: "New campaign",
    excluded: "Exclude from Segment",
    groups: "Groups and segments",
    to_segment: "Add to segment",
    segment: "Segment",
    calls: "Calls after the introduction",
    left_out: "excluded from segments: 1",
};

const FI: Names = Names {
    new_zebra: "Uusi ”Zebra Oy”…",
    new_nova: "Uusi ”Nova Oy”…",
    new_aino: "Uusi ”Aino Aalto”…",
    yourself: "Sinä myyjänä",
    new_company: "Uusi yritys",
    person: "Henkilö",
    company: "Yritys",
    campaign: "Kampanja",
    new_fair: "Uusi ”Autumn fair”…",
    new_campaign: "Uusi kampanja",
    excluded: "Jätä pois segmenteistä",
    groups: "Ryhmät ja segmentit",
    to_segment: "Lisää segmenttiin",
    segment: "Segmentti",
    calls: "Soitto esittelyn saaneille",
    left_out: "segmenteistä pois jätettävät: 1",
};

fn names(w: &Words) -> &'static Names {
    if w.tag == "fi" { &FI } else { &EN }
}

async fn a_contact_is_made_while_an_interaction_is_created(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    let sheet = create_from_nowhere(browser, w).await;
    let contact = sheet.combobox(w.contact);
    contact.fill("Zebra Oy").await;
    browser.option(n.new_zebra).seen().await;
    browser.press("Enter").await;
    let dialog = browser.dialog(w.new_contact);
    dialog.textbox(w.name).holds("Zebra Oy").await;
    // Left again, nothing is made and the text is gone.
    browser.press("Escape").await;
    dialog.gone().await;
    contact.holds("").await;
    contact.fill("Zebra Oy").await;
    browser.option(n.new_zebra).click().await;
    browser.press("Control+Enter").await;
    dialog.gone().await;
    contact.holds("Zebra Oy").await;
    // What fits is still what Enter takes.
    contact.fill("Zebr").await;
    browser.press("Enter").await;
    contact.holds("Zebra Oy").await;
}

async fn a_salesperson_is_made_while_an_interaction_is_created(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    let sheet = create_from_nowhere(browser, w).await;
    let salesperson = sheet.combobox(w.salesperson);
    make_aino(browser, w, &salesperson).await;
    // It is the form's, and the form still asks for the rest.
    sheet.combobox(w.contact).holds("").await;
    sheet.button(w.cancel).click().await;
    let question = browser.question(w.finish_later);
    question.button(w.discard).click().await;
    sheet.gone().await;
    browser.open("#/salespeople/AINO").await;
    browser.heading("Aino Aalto").seen().await;
}

async fn the_users_own_salesperson_is_made_in_setup(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open("#/setup").await;
    make_aino(browser, w, &browser.combobox(names(w).yourself)).await;
    browser.reload().await;
    browser
        .combobox(names(w).yourself)
        .holds("Aino Aalto")
        .await;
    // From now on she is the one that an interaction with a contact begins with.
    browser.open("#/contacts/CT000012").await;
    browser.button(w.create_interaction).click().await;
    let sheet = browser.dialog(w.create_interaction);
    sheet.combobox(w.salesperson).holds("Aino Aalto").await;
}

/// Makes a salesperson from a lookup, which then holds her.
async fn make_aino(browser: &Browser, w: &'static Words, lookup: &Locator<'_>) {
    lookup.fill("Aino Aalto").await;
    browser.option(names(w).new_aino).seen().await;
    browser.press("Enter").await;
    let dialog = browser.dialog(w.new_salesperson);
    dialog.textbox(w.name).holds("Aino Aalto").await;
    // Without a code nothing is made.
    browser.press("Control+Enter").await;
    dialog.textbox(w.code).complains(w.must_be_filled).await;
    dialog.textbox(w.code).fill("aino").await;
    browser.press("Control+Enter").await;
    dialog.gone().await;
    lookup.holds("Aino Aalto").await;
}

async fn a_company_is_made_while_its_person_is(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/contacts?sheet=new").await;
    let dialog = browser.dialog(w.new_contact);
    dialog.find(Role::Radio, n.person).click().await;
    dialog.textbox(w.name).fill("Anna Aho").await;
    let company = dialog.combobox(n.company);
    company.fill("Nova Oy").await;
    browser.option(n.new_nova).seen().await;
    browser.press("Enter").await;
    let new = browser.dialog(n.new_company);
    new.textbox(w.name).holds("Nova Oy").await;
    // It is a company, and nothing else can be chosen.
    new.find(Role::Radio, any()).gone().await;
    browser.press("Control+Enter").await;
    new.gone().await;
    company.holds("Nova Oy").await;
    browser.press("Control+Enter").await;
    dialog.gone().await;
    browser.heading("Anna Aho").seen().await;
    let main = browser.find(Role::Main, any());
    main.combobox(n.company).holds("Nova Oy").await;
}

async fn a_campaign_is_made_from_a_segment(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/segments?sheet=new").await;
    let dialog = browser.dialog(any());
    dialog.textbox(w.description).fill("Come and see").await;
    browser.press("Control+Enter").await;
    browser.heading("Come and see").seen().await;
    let main = browser.find(Role::Main, any());
    main.find(Role::Disclosure, has(n.campaign)).click().await;
    let campaign = main.combobox(n.campaign);
    campaign.fill("Autumn fair").await;
    browser.option(n.new_fair).seen().await;
    browser.press("Enter").await;
    let new = browser.dialog(n.new_campaign);
    new.textbox(w.description).holds("Autumn fair").await;
    browser.press("Control+Enter").await;
    new.gone().await;
    campaign.holds("Autumn fair").await;
}

async fn a_contact_that_is_excluded_from_segments_is_not_added_by_the_list(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/contacts/CT000006").await;
    browser.find(Role::Switch, n.excluded).click().await;
    browser.open("#/contacts?search=arkk").await;
    let list = browser.grid(w.contacts);
    list.has_attribute("aria-rowcount", "4").await;
    list.focus().await;
    browser.press("Control+a").await;
    browser.button(n.groups).click().await;
    browser.find(Role::MenuItem, n.to_segment).click().await;
    let dialog = browser.dialog(has(n.to_segment));
    look_up(&dialog.combobox(has(n.segment)), browser, n.calls).await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    browser.region(w.notifications).says(n.left_out).await;
}
