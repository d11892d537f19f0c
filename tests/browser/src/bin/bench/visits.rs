//! Visits: a first one over a slow network, until the first page can be used; and starts without a network, from
//! what the service worker keeps. The goals are 3 s and 1 s, on a computer that does nothing else.

use crate::measure::number;
use crate::report::Figure;
use lokikirja::language::{Lang, Messages, messages};
use lokikirja_browser_tests::{Browser, Scope, Setup, drive, site_folder};
use serde_json::json;
use xtask::packing;

/// So often is each measured, a first visit each time in a new browser.
const N_VISITS: usize = 3;
/// What a slow mobile network carries: 1.6 Mbit/s.
const BYTES_PER_SECOND: u32 = 1_600_000 / 8;
/// How long it takes to answer.
const LATENCY_MS: u32 = 150;

/// Measures with the page as good hosts send it: packed, and with the service worker.
pub fn measure() -> Vec<Figure> {
    let (mut firsts, mut starts) = (Vec::new(), Vec::new());
    let packed =
        packing::folder(&site_folder()).unwrap_or_else(|error| panic!("packing the page: {error}"));
    for _ in 0..N_VISITS {
        let packed = packed.clone();
        let setup = Setup::new()
            .with_worker()
            .hosting(move |site| site.packed(packed));
        drive(setup, async |browser| {
            let m = messages(Lang::En);
            firsts.push(first(browser, m).await);
            keep(browser, m).await;
            starts.push(start_without_network(browser, m).await);
        });
    }
    [
        ("first visit at 1.6 Mbit/s to the choice", firsts),
        ("start without a network to Home", starts),
    ]
    .map(|(name, samples)| {
        let figure = Figure {
            name: name.to_owned(),
            unit: "ms",
            samples,
            tasks: Vec::new(),
        };
        println!("  {}: {figure} ms", figure.name);
        figure
    })
    .into()
}

async fn first(browser: &Browser, m: &Messages) -> f64 {
    network(browser, LATENCY_MS, f64::from(BYTES_PER_SECOND)).await;
    let took = until(browser, m.start.start_empty).await;
    network(browser, 0, -1.0).await;
    took
}

/// How fast the network is from now on; a negative speed has no limit.
async fn network(browser: &Browser, latency_ms: u32, bytes_per_second: f64) {
    let conditions = json!({
        "offline": false,
        "latency": latency_ms,
        "downloadThroughput": bytes_per_second,
        "uploadThroughput": bytes_per_second,
    });
    let command = "Network.emulateNetworkConditions";
    browser.cdp(command, conditions).await;
}

/// A company, and the app kept.
async fn keep(browser: &Browser, m: &Messages) {
    browser.button(m.start.load_demo).click().await;
    browser.region(m.home.latest).seen().await;
    let kept = "await navigator.serviceWorker.ready";
    browser.script_async(kept, Vec::new()).await;
}

async fn start_without_network(browser: &Browser, m: &Messages) -> f64 {
    browser.quit().await;
    browser.site().set_reachable(false);
    browser.start_again().await;
    browser.cut_network().await;
    let took = until(browser, m.home.latest).await;
    browser.site().set_reachable(true);
    took
}

/// Opens the app; gives the milliseconds until a part of the page with this name can be used.
async fn until(browser: &Browser, name: &str) -> f64 {
    let source = format!(
        "{}({})",
        include_str!("visits.js").trim_end(),
        json!([name])
    );
    browser.before_every_page(&source).await;
    browser.open("").await;
    browser
        .wait_for(name, "return window.visit.stands > 0")
        .await;
    let stands = browser.script("return visit.stands", Vec::new()).await;
    number(&stands)
}
