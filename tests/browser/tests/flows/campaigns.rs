//! Campaigns: made with a status of their own, segments made for them, what came of them; entries
//! canceled and deleted; a campaign deleted, and what is told before.

use crate::logged_segments::{canceled, names};
use crate::steps::{load_demo, look_up};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};
use serde_json::json;

in_finnish!(
    a_campaign_is_made_with_a_new_status_and_gets_a_segment,
    statuses_are_made_renamed_and_deleted_unless_in_use,
);
in_english!(
    a_campaign_says_what_came_of_it_and_where_it_stands,
    deleting_a_campaign_says_what_it_touches,
    dates_in_the_wrong_order_are_refused_at_their_field,
    an_entry_is_canceled_and_deleted_and_its_interactions_stay,
    rp_004_the_details_of_a_campaign_are_printed,
);

/// The first campaign of the demo company: two of its segments were logged.
const FIRST: &str = "#/campaigns/CP0001";

/// One with an entry and an open segment.
const OFFICES: &str = "#/campaigns/CP0003";
const OPEN_SEGMENT: &str = "SM00006";

/// What is said of campaigns, in one language.
struct CampaignNames {
    campaigns: &'static str,
    new: &'static str,
    campaign: &'static str,
    first: &'static str,
    status: &'static str,
    new_row: &'static str,
    new_status: &'static str,
    new_segment: &'static str,
    new_segment_title: &'static str,
    general: &'static str,
    entries: &'static str,
    cancel_entry: &'static str,
    entry_canceled: &'static str,
    delete_entries: &'static str,
    entries_deleted: &'static str,
    statuses: &'static str,
    in_use: &'static str,
    status_deleted: &'static str,
    showroom_calls: &'static str,
    offices: &'static str,
    office_mail: &'static str,
}

const EN: CampaignNames = CampaignNames {
    campaigns: "Campaigns",
    new: "New campaign",
    campaign: "Campaign",
    first: "Opening of the new showroom",
    status: "Campaign status",
    new_row: "New “testing”",
    new_status: "New campaign status",
    new_segment: "New segment for this campaign",
    new_segment_title: "New segment",
    general: "General",
    entries: "Campaign Entries",
    cancel_entry: "Cancel 1 campaign entry?",
    entry_canceled: "1 campaign entry canceled.",
    delete_entries: "Delete 1 canceled campaign entry?",
    entries_deleted: "1 campaign entry deleted that had been canceled.",
    statuses: "Campaign Statuses",
    in_use: "It is in use by",
    status_deleted: "Campaign Status TESTING was deleted.",
    showroom_calls: "Calls to the buyers invited",
    offices: "The quiet office",
    office_mail: "Introducing the quiet office",
};

const FI: CampaignNames = CampaignNames {
    campaigns: "Kampanjat",
    new: "Uusi kampanja",
    campaign: "Kampanja",
    first: "Uuden näyttelytilan avajaiset",
    status: "Kampanjan tila",
    new_row: "Uusi ”testing”",
    new_status: "Uusi kampanjan tila",
    new_segment: "Uusi segmentti tälle kampanjalle",
    new_segment_title: "Uusi segmentti",
    general: "Yleiset",
    entries: "Kampanjan tapahtumat",
    cancel_entry: "Peruutetaanko 1 kampanjan tapahtuma?",
    entry_canceled: "Peruutettiin 1 kampanjan tapahtuma.",
    delete_entries: "Poistetaanko 1 peruutettu kampanjan tapahtuma?",
    entries_deleted: "Peruutetuista poistettiin 1 kampanjan tapahtuma.",
    statuses: "Kampanjan tilat",
    in_use: "Tämä on käytössä",
    status_deleted: "Kampanjan tila TESTING poistettiin.",
    showroom_calls: "Soitto kutsutuille ostajille",
    offices: "Hiljainen toimisto",
    office_mail: "Hiljaisen toimiston esittely",
};

fn campaign_names(w: &Words) -> &'static CampaignNames {
    if w.tag == "fi" { &FI } else { &EN }
}

async fn a_campaign_is_made_with_a_new_status_and_gets_a_segment(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    let c = campaign_names(w);
    browser.open("#/campaigns").await;
    browser.grid(c.campaigns).seen().await;
    browser.press("Alt+n").await;
    let dialog = browser.dialog(c.new);
    dialog.textbox(w.description).fill("Syysmessut").await;
    let status = dialog.combobox(c.status);
    status.fill("testing").await;
    browser.option(has(c.new_row)).click().await;
    let making = browser.dialog(c.new_status);
    making.textbox(w.code).holds("TESTING").await;
    making.textbox(w.description).fill("Kokeilussa").await;
    making.button(w.ok).click().await;
    making.gone().await;
    status.holds("Kokeilussa").await;
    dialog.button(w.ok).click().await;
    browser.heading("Syysmessut").seen().await;
    browser.find(Role::Main, any()).says("Kokeilussa").await;

    // A segment for it; back leads to the campaign, which names it.
    browser.button(c.new_segment).click().await;
    let dialog = browser.dialog(c.new_segment_title);
    dialog.textbox(w.description).fill("Kutsu messuille").await;
    dialog.button(w.ok).click().await;
    browser.heading("Kutsu messuille").seen().await;
    let disclosure = browser.find(Role::Disclosure, has(c.campaign));
    disclosure.first().says("CP0005").await;
    browser.back().await;
    browser.heading("Syysmessut").seen().await;
    browser.link(has("Kutsu messuille")).seen().await;
}

async fn an_entry_is_canceled_and_deleted_and_its_interactions_stay(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    let (c, n) = (campaign_names(w), names(w));
    browser.open(FIRST).await;
    browser.heading(c.first).seen().await;
    let entries = browser.grid(c.entries);
    let row = entries.row(has(c.showroom_calls));
    row.seen().await;
    let all = entries.link(any()).count().await;
    entries.focus().await;
    browser.press("Space").await;
    browser.button(n.switch).click().await;
    let question = browser.question(c.cancel_entry);
    question.button(n.yes_cancel).click().await;
    let messages = browser.region(w.notifications);
    messages.says(c.entry_canceled).await;
    canceled(&entries, n, 1).await;
    browser.button(n.more).click().await;
    let delete = browser.find(Role::MenuItem, n.delete_canceled);
    delete.click().await;
    let question = browser.question(c.delete_entries);
    question.button(n.yes_delete).click().await;
    messages.says(c.entries_deleted).await;
    entries.link(any()).counts(all - 1).await;
    // The interactions are in the log of the campaign, canceled.
    browser.press("Control+F7").await;
    let log = browser.grid(w.log_entries);
    log.row(has(n.canceled)).first().seen().await;
}

async fn statuses_are_made_renamed_and_deleted_unless_in_use(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let (c, n) = (campaign_names(w), names(w));
    browser.open("#/setup").await;
    browser.link(c.statuses).click().await;
    let list = browser.grid(c.statuses);
    list.row(has("CLOSED")).seen().await;
    browser.press("Alt+n").await;
    let dialog = browser.dialog(c.new_status);
    dialog.textbox(w.code).fill("try").await;
    dialog.button(w.ok).click().await;
    dialog.gone().await;
    list.button(has("TRY")).first().click().await;
    let dialog = browser.dialog("TRY");
    dialog.textbox(w.code).fill("testing").await;
    browser.press("Tab").await;
    browser.dialog("TESTING").button(n.yes_delete).click().await;
    browser.region(w.notifications).says(c.status_deleted).await;
    list.row(has("TESTING")).gone().await;
    // One that campaigns have stays.
    list.focus().await;
    browser.press("Delete").await;
    browser.region(w.notifications).says(c.in_use).await;
    list.row(has("CLOSED")).seen().await;
}

async fn a_campaign_says_what_came_of_it_and_where_it_stands(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    // Terrace season: a letter, and three of four who answered.
    browser.open("#/campaigns").await;
    browser
        .grid("Campaigns")
        .link(has("Terrace season"))
        .click()
        .await;
    browser.heading("Terrace season").seen().await;
    let page = browser.find(Role::Main, any());
    page.says("Closed").await;
    let beside = browser.find(Role::Complementary, any());
    beside.says("4 responded").await;
    beside.says("Cost per response").await;
    // Both segments lead to what was logged; so do the entries.
    let segments = browser.region("Segments");
    segments
        .link(has("Answers to the terrace campaign"))
        .click()
        .await;
    browser
        .heading("Answers to the terrace campaign")
        .seen()
        .await;
    browser.back().await;
    let entries = browser.grid("Campaign Entries");
    entries
        .link(has("Terrace furniture brochure"))
        .click()
        .await;
    browser.heading("Terrace furniture brochure").seen().await;
    // The stage is changed on the card.
    browser.back().await;
    browser.heading("Terrace season").seen().await;
    look_up(&browser.combobox("Campaign status"), browser, "Started").await;
    browser
        .region(w.notifications)
        .says("Saved: Campaign status")
        .await;
    browser.reload().await;
    page.says("Started").await;
}

async fn deleting_a_campaign_says_what_it_touches(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let (c, n) = (campaign_names(w), names(w));
    browser.open(FIRST).await;
    browser.heading(c.first).seen().await;
    browser.button(n.more).click().await;
    browser
        .find(Role::MenuItem, "Delete campaign")
        .click()
        .await;
    let question = browser.question("Delete CP0001?");
    question.says("Deleted with it: 2 campaign entries.").await;
    question.says("This cannot be undone.").await;
    question.button(n.yes_delete).click().await;
    let messages = browser.region(w.notifications);
    messages.says("Campaign CP0001 was deleted.").await;
    browser.grid(c.campaigns).seen().await;
    // What was logged for it still says so.
    browser.open("#/logged-segments/1").await;
    let log = browser.grid(w.log_entries);
    log.link(any()).first().click().await;
    browser
        .find(Role::Main, any())
        .says("CP0001 (deleted")
        .await;

    // One that nothing names goes at once, and comes back.
    browser.open("#/campaigns?sheet=new").await;
    let dialog = browser.dialog(c.new);
    dialog.textbox(w.description).fill("Alone").await;
    dialog.button(w.ok).click().await;
    browser.heading("Alone").seen().await;
    browser.button(n.more).click().await;
    browser
        .find(Role::MenuItem, "Delete campaign")
        .click()
        .await;
    messages.says("Campaign CP0005 was deleted.").await;
    browser.grid(c.campaigns).seen().await;
    browser.press("Control+z").await;
    messages.says("Campaign CP0005 is back.").await;
}

async fn dates_in_the_wrong_order_are_refused_at_their_field(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let c = campaign_names(w);
    browser.open("#/campaigns?sheet=new").await;
    let dialog = browser.dialog(c.new);
    dialog.textbox("Starting date").fill("2 Nov 2026").await;
    let ending = dialog.textbox("Ending date");
    ending.fill("1 Nov 2026").await;
    dialog.button(w.ok).click().await;
    ending.has_attribute("aria-invalid", "true").await;
    dialog.says("would lie before the starting date").await;
    ending.fill("2 Nov 2026").await;
    dialog.button(w.ok).click().await;
    dialog.gone().await;
    browser.textbox("Ending date").holds("2 Nov 2026").await;
    browser.find(Role::Disclosure, c.general).seen().await;
}

/// RP-004: on paper the card shows the campaign, the number of its segment, and its entry with
/// description and cost; and nothing to press.
async fn rp_004_the_details_of_a_campaign_are_printed(browser: &Browser, w: &'static Words) {
    let n = campaign_names(w);
    load_demo(browser, w).await;
    browser.open(OFFICES).await;
    let entries = browser.grid(n.entries);
    entries.row(has("€")).seen().await;
    let paper = json!({ "media": "print" });
    browser.cdp("Emulation.setEmulatedMedia", paper).await;
    browser.button(n.new_segment).gone().await;
    let card = browser.find(Role::Main, any());
    card.heading(n.offices).seen().await;
    card.says(OPEN_SEGMENT).await;
    let entry = entries.row(has("€"));
    entry.says(n.office_mail).await;
}
