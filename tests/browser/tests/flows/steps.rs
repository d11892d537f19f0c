//! What several flows do, step by step, in the language of their [`Words`].

use crate::words::Words;
use lokikirja_browser_tests::{Browser, Locator, Role, Scope, Trouble, any, eventually, has};

/// A contact of the demo company, a person at an architects' office.
pub const EERO: &str = "CT000005";
/// His name.
pub const EERO_LUMME: &str = "Eero Lumme";

/// Opens the app for the first time and starts with an empty logbook.
pub async fn start_empty(browser: &Browser, w: &Words) {
    browser.open("").await;
    browser.button(w.start_empty).click().await;
    browser.heading(w.checklist).seen().await;
}

/// Opens the app for the first time and loads the demo company.
pub async fn load_demo(browser: &Browser, w: &Words) {
    browser.open("").await;
    browser.button(w.load_demo).click().await;
    browser.region(w.latest).seen().await;
}

/// How many lines the segment has whose page is open. In the demo that depends on the day: who has long been
/// silent is found by criteria.
pub async fn n_lines(browser: &Browser, lines: &str) -> usize {
    let lines = browser.grid(lines);
    lines.row(any()).nth(1).seen().await;
    let rows = lines.attribute("aria-rowcount").await;
    let rows: usize = rows.and_then(|rows| rows.parse().ok()).expect("a count");
    // The headings are a row too.
    rows - 1
}

/// Create Interaction from a contact, in front of Home.
pub async fn create_from_contact<'b>(browser: &'b Browser, w: &Words, no: &str) -> Locator<'b> {
    browser.open(&format!("#/?sheet=create-contact-{no}")).await;
    let sheet = browser.dialog(w.create_interaction);
    sheet.seen().await;
    sheet
}

/// Create Interaction with nothing filled in but what the user is, in front of Home.
pub async fn create_from_nowhere<'b>(browser: &'b Browser, w: &Words) -> Locator<'b> {
    browser.open("#/").await;
    browser.button(w.create_interaction).click().await;
    let sheet = browser.dialog(w.create_interaction);
    sheet.seen().await;
    sheet
}

/// Chooses an interaction template by its description.
pub async fn choose_template(sheet: &Locator<'_>, description: &str) {
    sheet.find(Role::Radio, has(description)).click().await;
}

/// Looks a record up by typing, and takes the first that is offered.
pub async fn look_up(field: &Locator<'_>, browser: &Browser, typed: &str) {
    field.fill(typed).await;
    browser.option(has(typed)).first().click().await;
}

/// Unfolds the part of the form that is prefilled.
pub async fn unfold(sheet: &Locator<'_>, title: &str) {
    sheet.find(Role::Disclosure, has(title)).click().await;
}

/// The number in the message that an interaction was logged or postponed; waits for the message, and
/// closes it, so that the next number told is a new one.
pub async fn number_told(browser: &Browser, w: &Words, (before, after): (&str, &str)) -> u32 {
    let toasts = browser.region(w.notifications);
    let told = eventually(format!("a message “{before}…{after}”"), async || {
        let text = toasts.text().await;
        let told = text
            .split(before)
            .skip(1)
            .find_map(|rest| rest.split_once(after)?.0.parse().ok());
        told.ok_or_else(|| Trouble::NotYet(format!("the messages are {text:?}")))
    })
    .await;
    eventually("no message any more", async || {
        match toasts.button(w.close).names().await.len() {
            0 => Ok(()),
            n => {
                toasts.button(w.close).first().click().await;
                Err(Trouble::NotYet(format!("{n} were there")))
            }
        }
    })
    .await;
    told
}

/// What Home shows as the latest interactions, the newest first.
pub async fn latest(browser: &Browser, w: &Words) -> Vec<String> {
    browser.open("#/").await;
    let region = browser.region(w.latest);
    region.seen().await;
    region.list(any()).link(any()).names().await
}

/// The same, read in another tab: the form open in this one stays as it is.
pub async fn latest_elsewhere(browser: &Browser, w: &Words) -> Vec<String> {
    let here = browser.tab().await;
    browser.open_tab("#/").await;
    let found = latest(browser, w).await;
    browser.close_tab().await;
    browser.show(&here).await;
    found
}

/// How many postponed interactions Home counts.
pub async fn n_postponed(browser: &Browser, w: &Words) -> u32 {
    browser.open("#/").await;
    let page = browser.find(Role::Main, any());
    let tile = page.link(has(w.postponed_interactions));
    let name = tile.name().await;
    let end = name.find(|c: char| !c.is_ascii_digit());
    let figure = name[..end.unwrap_or(name.len())].parse();
    figure.unwrap_or_else(|error| panic!("{name:?} begins with no number: {error}"))
}

/// Follows a link of the main navigation and waits for the page's heading.
pub async fn go_to(browser: &Browser, link: &str, heading: &str) {
    let place = browser.find(Role::Navigation, any()).first();
    place.link(has(link)).click().await;
    browser.heading(heading).seen().await;
}

/// What the page has asked for since that was last taken: nothing of anybody but its own host, under its own path.
pub async fn asked_of_its_own_host(browser: &Browser) -> Vec<String> {
    let own = browser.site().url();
    let requests = browser.take_requests().await.into_iter();
    let is_within = |url: &String| {
        ["data:", "blob:"]
            .iter()
            .any(|start| url.starts_with(start))
    };
    let asked = requests.filter(|url| !is_within(url));
    let (inside, outside): (Vec<_>, Vec<_>) = asked.partition(|url| url.starts_with(&own));
    assert!(
        outside.is_empty(),
        "asked another host, or outside {own}: {outside:?}"
    );
    inside
}
