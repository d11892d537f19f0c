//! Time zones and clocks: dates are days of the calendar, instants have no zone, and no order hangs on a clock alone.

use crate::steps::{
    EERO, EERO_LUMME, choose_template, create_from_contact, go_to, load_demo, number_told,
};
use crate::words::{EN, Words, in_english};
use lokikirja_browser_tests::{Ability, Browser, Role, Scope, any, flow, has};
use serde_json::json;

in_english!(
    other_time_zones_change_no_date_and_no_order,
    a_clock_set_back_four_hundred_days_changes_no_order,
    in_the_nights_of_the_change_of_hour_interactions_are_logged_in_their_order,
);

/// Has the browser's clock run otherwise from the next page on: `shift` tells what time it says, from the right one.
async fn shift_clock(browser: &Browser, shift: &str) {
    let script = format!(
        "(() => {{
            const right = Date;
            const now = () => ({shift})(right.now());
            globalThis.Date = class extends right {{
                constructor(...given) {{ super(...(given.length ? given : [now()])); }}
                static now() {{ return now(); }}
            }};
        }})();"
    );
    browser.before_every_page(&script).await;
}

/// The log, and what is postponed, as the two lists show them.
async fn lists(browser: &Browser, w: &Words) -> [Vec<String>; 2] {
    let log = rows(browser, w.nav_interactions, w.log_entries).await;
    let postponed = rows(browser, w.nav_postponed, w.postponed_interactions).await;
    [log, postponed]
}

async fn rows(browser: &Browser, link: &str, heading: &str) -> Vec<String> {
    go_to(browser, link, heading).await;
    let list = browser.grid(heading);
    list.row(any()).nth(1).seen().await;
    list.row(any()).names().await
}

/// Logs a call with a contact. Gives its number.
async fn log_call(browser: &Browser, w: &Words) -> u32 {
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.button(w.ok).click().await;
    number_told(browser, w, w.logged).await
}

/// An interaction has the date that the page's clock shows in this zone.
async fn is_of_today(browser: &Browser, no: u32, zone: &str) {
    browser.open(&format!("#/interactions/{no}")).await;
    // Firefox gives scripts of the driver a clock of their own.
    let today = "const page = window.wrappedJSObject ?? window;
        return new Date(page.Date.now()).toLocaleDateString('en-GB', {
        weekday: 'long', day: 'numeric', month: 'long', year: 'numeric',
        timeZone: arguments[0] }).replace(',', '');";
    let today = browser.script(today, vec![json!(zone)]).await;
    let heading = today.as_str().expect("a date");
    browser.find(Role::Main, any()).says(heading).await;
}

async fn other_time_zones_change_no_date_and_no_order(browser: &Browser, w: &'static Words) {
    if browser.lacks(Ability::DevTools) {
        return;
    }
    load_demo(browser, w).await;
    let [log, postponed] = lists(browser, w).await;
    assert!(log.len() > 10 && postponed.len() > 3);
    for zone in [
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
        "America/St_Johns",
    ] {
        let there = json!({ "timezoneId": zone });
        browser.cdp("Emulation.setTimezoneOverride", there).await;
        browser.reload().await;
        let found = lists(browser, w).await;
        assert_eq!(found[0], log, "{zone}");
        assert_eq!(found[1].len(), postponed.len(), "{zone}");
        // How long they have waited is told in days of there.
        for (found, expected) in found[1].iter().zip(&postponed) {
            let no = |row: &str| row.split_whitespace().next().map(str::to_owned);
            assert_eq!(no(found), no(expected), "{zone}");
        }
    }
}

async fn a_clock_set_back_four_hundred_days_changes_no_order(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let last = log_call(browser, w).await;
    browser.open("#/").await;
    let before = lists(browser, w).await;
    shift_clock(browser, "(now) => now - 400 * 86400000").await;
    browser.reload().await;
    let after = lists(browser, w).await;
    assert_eq!(after[0], before[0]);
    assert_eq!(after[1].len(), before[1].len());
    // The next number is the next one.
    let no = log_call(browser, w).await;
    assert_eq!(no, last + 1);
    is_of_today(browser, no, "Europe/Helsinki").await;
}

async fn in_the_nights_of_the_change_of_hour_interactions_are_logged_in_their_order(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    let mut last = None;
    // In Helsinki: before the hour that is left out and after it; in the hour that comes twice, both times.
    for (instant, date, time) in [
        ("2026-03-29T00:58:30Z", "29 Mar 2026", "02:59"),
        ("2026-03-29T01:00:30Z", "29 Mar 2026", "04:01"),
        ("2026-10-25T00:30:30Z", "25 Oct 2026", "03:31"),
        ("2026-10-25T01:30:30Z", "25 Oct 2026", "03:31"),
    ] {
        shift_clock(browser, &format!("() => right.parse('{instant}')")).await;
        browser.reload().await;
        let no = log_call(browser, w).await;
        assert!(last.is_none_or(|last| no == last + 1), "{instant}");
        last = Some(no);
        browser.open(&format!("#/interactions/{no}")).await;
        let page = browser.find(Role::Main, any());
        page.says(date).await;
        page.says(time).await;
    }
    // Of the two with the same date and time the later one comes first, as its number is higher.
    go_to(browser, w.nav_interactions, w.log_entries).await;
    browser.searchbox(any()).first().fill(EERO_LUMME).await;
    let list = browser.grid(w.log_entries);
    let last = last.expect("one was logged");
    list.row(has(&last.to_string())).first().seen().await;
    let log = list.row(any()).names().await;
    let at = |no: u32| log.iter().position(|row| row.contains(&no.to_string()));
    assert!(at(last).is_some() && at(last) < at(last - 1), "{log:#?}");
}

/// Where the day begins first: what is logged there has the date of there.
#[test]
fn in_kiritimati_an_interaction_has_the_date_of_kiritimati() {
    flow(
        EN.setup().time_zone("Pacific/Kiritimati"),
        async |browser| {
            let w = &EN;
            load_demo(browser, w).await;
            let no = log_call(browser, w).await;
            is_of_today(browser, no, "Pacific/Kiritimati").await;
        },
    );
}
