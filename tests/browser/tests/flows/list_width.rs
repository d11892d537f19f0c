//! Lists on the screens of common laptops, with the navigation open: the columns that a list shows by itself stand side
//! by side, and no heading is cut.

use lokikirja::language::{Lang, Messages, messages};
use lokikirja_browser_tests::tour::{self, Stop, look, stops};
use lokikirja_browser_tests::{Browser, Role, Setup, flow};
use serde_json::Value;
use std::time::Duration;

/// Loading the demo company takes its time on a computer that has other things to do.
const PATIENCE: Duration = Duration::from_secs(45);
const SCREENS: [(u32, u32); 2] = [(1280, 720), (1366, 768)];

/// What is wider than there is room for it, and how many lists with rows were looked at.
const TOO_WIDE: &str = "
    const lists = [...document.querySelectorAll('[role=grid]')].filter((list) => list.querySelector('[role=gridcell]') !== null);
    const found = lists.filter((list) => list.scrollWidth > list.clientWidth)
        .map((list) => `${list.ariaLabel}: ${list.scrollWidth} in ${list.clientWidth} px`);
    for (const heading of document.querySelectorAll('[role=columnheader] > *')) {
        if (heading.scrollWidth > heading.clientWidth) found.push(`${heading.innerText}: ${heading.scrollWidth} in ${heading.clientWidth} px`);
    }
    return [lists.length, found];";

#[test]
fn no_list_scrolls_sideways_on_a_laptop_in_english() {
    flow(Setup::new().patience(PATIENCE), async |browser| {
        every_list_fits(browser, messages(Lang::En)).await;
    });
}

#[test]
fn no_list_scrolls_sideways_on_a_laptop_in_finnish() {
    flow(Setup::new().finnish().patience(PATIENCE), async |browser| {
        every_list_fits(browser, messages(Lang::Fi)).await;
    });
}

async fn every_list_fits(browser: &Browser, m: &'static Messages) {
    look(browser, SCREENS[0], false, false).await;
    tour::load_demo(browser, m).await;
    let (mut n_lists, mut too_wide) = (0, Vec::new());
    let is_page = |stop: &Stop| {
        stop.steps.is_empty()
            && stop.route.sheet.is_none()
            && matches!(stop.shows.0, Role::Heading | Role::Region)
    };
    for stop in stops().into_iter().filter(is_page) {
        stop.visit(browser, m).await;
        for screen in SCREENS {
            look(browser, screen, false, false).await;
            let seen = browser.script(TOO_WIDE, Vec::new()).await;
            n_lists += seen[0].as_u64().unwrap_or_default();
            let found = seen[1].as_array().into_iter().flatten();
            let found = found.filter_map(Value::as_str);
            too_wide.extend(found.map(|found| format!("{} at {}: {found}", stop.name, screen.0)));
        }
    }
    // Twelve pages that are lists, and cards with lists in them, on each screen.
    assert!(n_lists >= 24, "only {n_lists} lists were found");
    assert!(too_wide.is_empty(), "{}", too_wide.join("\n"));
}
