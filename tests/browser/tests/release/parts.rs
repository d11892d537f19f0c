//! The program in two parts. What developers build, and the other flows run on, is whole.

use lokikirja::language::{Lang, Messages, messages};
use lokikirja_browser_tests::{Browser, Scope, Setup, any, flow};
use serde_json::json;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

fn words() -> &'static Messages {
    messages(Lang::En)
}

/// The part that comes while the first page is read.
fn is_rest(name: &str) -> bool {
    name.starts_with("rest-")
}

/// How often the rest was asked for.
fn n_asked(browser: &Browser) -> usize {
    let requests = browser.site().requests();
    let names = requests.iter().filter_map(|line| line.rsplit('/').next());
    names.filter(|name| is_rest(name)).count()
}

/// A host that sends the rest with a wrong byte while the switch is on.
fn damaging(is_damaged: &Arc<AtomicBool>) -> Setup {
    let is_damaged = is_damaged.clone();
    Setup::new().hosting(move |site| {
        site.altered(Box::new(move |name: &str, mut file: Vec<u8>| {
            let is_damaged = is_damaged.load(Ordering::SeqCst);
            if let Some(last) = file.last_mut().filter(|_| is_rest(name) && is_damaged) {
                *last ^= 1;
            }
            file
        }))
    })
}

/// Says that the rest is missing, and takes the errors that led to it from the console.
async fn misses_the_rest(browser: &Browser) {
    let m = words();
    browser.alert(any()).says(m.opening.missed).await;
    let errors = browser.take_console().await;
    assert!(errors.iter().any(|line| line.is_error()), "{errors:?}");
}

#[test]
fn the_rest_of_the_program_comes_while_the_choice_is_read_and_takes_over_at_once() {
    flow(Setup::new(), async |browser| {
        let m = words();
        browser.open("").await;
        browser.heading(m.start.welcome).seen().await;
        browser.button(m.start.start_empty).click().await;
        browser.heading(m.start.checklist).seen().await;
        assert_eq!(n_asked(browser), 1);
        // Whoever has a company is not shown the choice.
        browser.reload().await;
        browser.heading(m.start.checklist).seen().await;
        browser.heading(m.start.welcome).gone().await;
    });
}

#[test]
fn a_backup_is_restored_from_the_first_page_on() {
    flow(Setup::new(), async |browser| {
        let m = words();
        browser.open("").await;
        browser.button(m.backup.from_backup).click().await;
        browser.heading(m.backup.from_backup).seen().await;
        browser.button(m.backup.back).click().await;
        browser.button(m.start.load_demo).seen().await;
    });
}

#[test]
fn a_first_visit_that_does_not_get_the_rest_says_so_and_gets_it_when_asked_again() {
    let is_damaged = Arc::new(AtomicBool::new(true));
    flow(damaging(&is_damaged), async |browser| {
        let m = words();
        browser.open("").await;
        browser.button(m.start.start_empty).click().await;
        misses_the_rest(browser).await;
        is_damaged.store(false, Ordering::SeqCst);
        browser.button(m.opening.try_again).click().await;
        browser.heading(m.start.checklist).seen().await;
    });
}

#[test]
fn a_later_visit_that_does_not_get_the_rest_loses_nothing() {
    let is_damaged = Arc::new(AtomicBool::new(false));
    flow(damaging(&is_damaged), async |browser| {
        let m = words();
        browser.open("").await;
        browser.button(m.start.load_demo).click().await;
        browser.region(m.home.latest).seen().await;
        is_damaged.store(true, Ordering::SeqCst);
        browser.cdp("Network.clearBrowserCache", json!({})).await;
        browser.reload().await;
        misses_the_rest(browser).await;
        is_damaged.store(false, Ordering::SeqCst);
        browser.button(m.opening.try_again).click().await;
        browser.region(m.home.latest).seen().await;
    });
}
