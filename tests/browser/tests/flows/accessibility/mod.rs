//! What must hold on every page, dialog, sheet and menu, in both languages: no violation that axe-core
//! finds, in light and dark, on a desktop and on a phone; nothing that scrolls sideways or is cut at
//! 400 % zoom; targets that a mouse and a finger hit; no word of the other language; nothing asked of another
//! host. All of it is looked at on one tour per language, because getting somewhere takes longer than looking.

mod axe;
pub(crate) mod layout;
mod texts;

use crate::steps::asked_of_its_own_host;
use lokikirja::language::{Lang, Messages, messages};
use lokikirja_browser_tests::tour::{self, Stop, addressed, look, stops};
use lokikirja_browser_tests::{Ability, Browser, Scope, Setup, flow};
use std::time::{Duration, Instant};
use texts::Foreign;

/// Loading the demo company takes its time on a computer that has other things to do.
const PATIENCE: Duration = Duration::from_secs(45);
const DESKTOP: (u32, u32) = (1440, 900);
const PHONE: (u32, u32) = (360, 740);
/// What is left of 1280 × 1024 points at 400 % zoom (WCAG 2.2, 1.4.10).
const ZOOMED: (u32, u32) = (320, 256);

#[test]
fn every_page_is_accessible_in_english() {
    flow(Setup::new().patience(PATIENCE), async |browser| {
        walk(browser, Lang::En).await
    });
}

#[test]
fn every_page_is_accessible_in_finnish() {
    flow(Setup::new().finnish().patience(PATIENCE), async |browser| {
        walk(browser, Lang::Fi).await
    });
}

async fn walk(browser: &Browser, lang: Lang) {
    let start = Instant::now();
    let m = messages(lang);
    let foreign = Foreign::to(lang);
    let mut complaints = Vec::new();
    browser.open("").await;
    browser.button(m.start.load_demo).seen().await;
    if !browser.can(Ability::DevTools) {
        return each_page_as_it_is(browser, m, &foreign).await;
    }
    complaints.extend(named("welcome", inspect(browser, &foreign, true).await));
    look(browser, DESKTOP, false, false).await;
    tour::load_demo(browser, m).await;
    let stops = stops();
    for stop in &stops {
        complaints.extend(named(stop.name, at(browser, stop, m, &foreign).await));
    }
    // S10: all pages, dialogs and menus, and nobody else was asked for anything.
    let asked = asked_of_its_own_host(browser).await;
    assert!(!asked.is_empty());
    println!(
        "{} stops in {:.0} s",
        stops.len(),
        start.elapsed().as_secs_f64()
    );
    assert!(
        complaints.is_empty(),
        "{} complaints:\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}

/// What can be said where a browser has but one look: every page and form that an address leads to, on a desktop.
async fn each_page_as_it_is(browser: &Browser, m: &'static Messages, foreign: &Foreign) {
    tour::load_demo(browser, m).await;
    let mut complaints = Vec::new();
    for stop in addressed() {
        stop.visit(browser, m).await;
        let mut found = axe::violations(browser, axe::Rules::All, "desktop").await;
        found.extend(foreign.found_in(browser).await);
        complaints.extend(named(stop.name, found));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

fn named(stop: &str, complaints: Vec<String>) -> Vec<String> {
    let named = complaints
        .into_iter()
        .map(|complaint| format!("{stop}: {complaint}"));
    // At once, so that they are known even when a later stop cannot be reached.
    named.inspect(|line| println!("{line}")).collect()
}

async fn at(
    browser: &Browser,
    stop: &Stop,
    m: &'static Messages,
    foreign: &Foreign,
) -> Vec<String> {
    let first = if stop.on_phone_only { PHONE } else { DESKTOP };
    look(browser, first, false, stop.on_phone_only).await;
    stop.visit(browser, m).await;
    let complaints = inspect(browser, foreign, !stop.on_phone_only).await;
    stop.leave(browser).await;
    complaints
}

/// All that is wrong with what a flow has come to that the tour does not; in the end it is shown on a desktop.
pub(crate) async fn inspected(browser: &Browser, lang: Lang) -> Vec<String> {
    let complaints = inspect(browser, &Foreign::to(lang), true).await;
    look(browser, DESKTOP, false, false).await;
    complaints
}

/// All that is wrong with what is shown, on a desktop, on a phone and zoomed.
async fn inspect(browser: &Browser, foreign: &Foreign, on_desktop: bool) -> Vec<String> {
    let mut complaints = Vec::new();
    if on_desktop {
        look(browser, DESKTOP, false, false).await;
        complaints.extend(axe::violations(browser, axe::Rules::All, "desktop").await);
        complaints.extend(foreign.found_in(browser).await);
        complaints.extend(layout::small_targets(browser, layout::MOUSE_PX).await);
        look(browser, DESKTOP, true, false).await;
        complaints.extend(axe::violations(browser, axe::Rules::Colours, "desktop, dark").await);
    }
    look(browser, PHONE, false, true).await;
    complaints.extend(axe::violations(browser, axe::Rules::All, "phone").await);
    complaints.extend(foreign.found_in(browser).await);
    complaints.extend(layout::small_targets(browser, layout::FINGER_PX).await);
    look(browser, PHONE, true, true).await;
    complaints.extend(axe::violations(browser, axe::Rules::Colours, "phone, dark").await);
    look(browser, ZOOMED, false, false).await;
    complaints.extend(layout::sideways(browser).await);
    complaints.sort();
    complaints.dedup();
    complaints
}
