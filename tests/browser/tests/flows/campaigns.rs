//! Campaigns: made, filled in, counted; their entries canceled and deleted; their stages.

use crate::steps::load_demo;
use crate::words::{Words, in_both_languages, in_english};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};

in_both_languages!(
    a_campaign_is_made_and_its_dates_are_checked,
    an_entry_is_canceled_with_its_interactions_and_deleted,
);
in_english!(a_status_is_made_used_and_not_deleted_while_a_campaign_has_it);

/// What campaigns are called, in one language.
struct Names {
    list: &'static str,
    new: &'static str,
    ok: &'static str,
    description: &'static str,
    starting: &'static str,
    ending: &'static str,
    first: &'static str,
    before: &'static str,
    too_early: &'static str,
    terrace: &'static str,
    entries: &'static str,
    answers: &'static str,
    responded: &'static str,
    switch: &'static str,
    delete: &'static str,
    question: &'static str,
    confirm: &'static str,
    canceled: &'static str,
    general: &'static str,
}

const EN: Names = Names {
    list: "Campaigns",
    new: "New campaign",
    ok: "OK",
    description: "Description",
    starting: "Starting date",
    ending: "Ending date",
    first: "1 Feb 2027",
    before: "31 Jan 2027",
    too_early: "before",
    terrace: "Terrace season",
    entries: "Campaign Entries",
    answers: "Answers to the terrace campaign",
    responded: "4 responded",
    switch: "Switch Check Mark in Canceled",
    delete: "Delete Canceled Entries",
    question: "Delete 1 canceled campaign entry?",
    confirm: "Delete",
    canceled: "Canceled",
    general: "General",
};

const FI: Names = Names {
    list: "Kampanjat",
    new: "Uusi kampanja",
    ok: "OK",
    description: "Kuvaus",
    starting: "Aloituspvm",
    ending: "Lopetuspvm",
    first: "1.2.2027",
    before: "31.1.2027",
    too_early: "ennen",
    terrace: "Terassikausi",
    entries: "Kampanjan tapahtumat",
    answers: "Vastaukset terassikampanjaan",
    responded: "4 vastannut",
    switch: "Vaihda Peruutettu-merkintä",
    delete: "Poista peruutetut tapahtumat",
    question: "Poistetaanko 1 peruutettu kampanjan tapahtuma?",
    confirm: "Poista",
    canceled: "Peruutettu",
    general: "Yleiset",
};

fn names(w: &Words) -> &'static Names {
    match w.tag {
        "en" => &EN,
        _ => &FI,
    }
}

async fn a_campaign_is_made_and_its_dates_are_checked(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/campaigns").await;
    browser.button(has(n.new)).first().click().await;
    let dialog = browser.dialog(n.new);
    dialog.textbox(n.description).fill("Talvi 2027").await;
    dialog.button(has(n.ok)).click().await;
    browser.heading("Talvi 2027").seen().await;
    browser.find(Role::Main, any()).says("CP0005").await;
    browser.textbox(n.starting).fill(n.first).await;
    browser.press("Tab").await;
    let ending = browser.textbox(n.ending);
    ending.fill(n.before).await;
    browser.press("Tab").await;
    ending.has_attribute("aria-invalid", "true").await;
    browser.find(Role::Main, any()).says(n.too_early).await;
    browser.open("#/campaigns").await;
    browser.grid(n.list).row(has("Talvi 2027")).seen().await;
}

async fn an_entry_is_canceled_with_its_interactions_and_deleted(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/campaigns").await;
    browser.grid(n.list).link(has(n.terrace)).click().await;
    browser.heading(n.terrace).seen().await;
    let page = browser.find(Role::Main, any());
    page.says(n.responded).await;
    let entries = browser.grid(n.entries);
    entries
        .row(has(n.answers))
        .grid_cell(has("SM00004"))
        .click()
        .await;
    browser.button(n.switch).click().await;
    entries.grid_cell(n.canceled).seen().await;
    browser.button(n.delete).click().await;
    browser.question(n.question).button(n.confirm).click().await;
    entries.row(has(n.answers)).gone().await;
    browser.heading(n.general).seen().await;
}

async fn a_status_is_made_used_and_not_deleted_while_a_campaign_has_it(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/campaign-statuses").await;
    browser.button(has("New status")).first().click().await;
    let dialog = browser.dialog("New status");
    dialog.textbox("Code").fill("pause").await;
    dialog.textbox(n.description).fill("Paused").await;
    dialog.button(has(n.ok)).click().await;
    let list = browser.grid("Campaign Statuses");
    list.row(has("Paused")).seen().await;
    browser.open("#/campaigns/CP0002").await;
    let status = browser.combobox("Campaign status");
    status.choose("Paused").await;
    browser.region(w.notifications).says("Saved").await;
    browser.open("#/campaign-statuses").await;
    list.row(has("Paused")).says("1").await;
    list.button(has("Paused")).click().await;
    browser.dialog("Paused").button("Delete").click().await;
    browser.region(w.notifications).says("PAUSE").await;
    list.row(has("Paused")).seen().await;
}
