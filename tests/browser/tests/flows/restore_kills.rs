//! D16: the browser is killed at any moment of a restore. What is being restored is there afterwards whole or not
//! at all, and the company that was there is as it was.

use crate::backup::{back_up, choose, names, open_page};
use crate::steps::load_demo;
use crate::words::{EN, Words};
use flate2::read::GzDecoder;
use lokikirja_browser_tests::{Ability, Browser, Scope, Trouble, eventually, flow};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    io::Read,
    time::{Duration, Instant},
};
use tokio::time::sleep;

/// So often the browser is killed.
const N_KILLS: u32 = 5;
/// Their moments lie a golden section apart: however many there are, they cover the restore evenly.
const SECTION: f64 = 0.618_034;
/// A restore takes now longer, now less long than the first one: some kills come when it should be over.
const WHOLE: f64 = 1.2;

#[test]
fn a_company_is_restored_whole_or_not_at_all_in_five_kills() {
    flow(EN.setup(), async |browser| {
        if !browser.lacks(Ability::KeepStorage) {
            survives(browser, &EN).await;
        }
    });
}

async fn survives(browser: &Browser, w: &Words) {
    let n = names(w);
    load_demo(browser, w).await;
    open_page(browser, n).await;
    let file = back_up(browser, w).await;
    let expected = content(&file);
    let mut known = companies(browser).await;
    let before = known.clone();
    let took = restore_in_peace(browser, w, &file).await;
    for new in settled(browser).await.difference(&before) {
        assert_eq!(content_of(browser, w, new).await, expected, "undisturbed");
    }

    let mut n_whole = 0;
    for round in 1..=N_KILLS {
        for company in &before {
            show(browser, w, company).await;
        }
        known = companies(browser).await;
        choose(browser, &file).await;
        browser.button(n.as_new).seen().await;
        let part = (f64::from(round) * SECTION).fract() * WHOLE;
        browser.button(n.as_new).click().await;
        // Not a wait for something: the moment at which it happens.
        sleep(took.mul_f64(part)).await;
        browser.kill().await;
        browser.start_again().await;

        browser.open("").await;
        for company in settled(browser).await.difference(&known) {
            n_whole += 1;
            let found = content_of(browser, w, company).await;
            assert_eq!(found, expected, "restored before kill {round}, {part:.2}");
        }
        for company in &before {
            let found = content_of(browser, w, company).await;
            assert_eq!(found, expected, "there before kill {round}, {part:.2}");
        }
    }
    let n_gone = N_KILLS - n_whole;
    browser.tells_figure(&format!(
        "{N_KILLS} kills during a restore: {n_whole} times whole, {n_gone} times not there"
    ));
}

/// Restores a file as a new company. Gives how long that took, from the press to the message.
async fn restore_in_peace(browser: &Browser, w: &Words, file: &[u8]) -> Duration {
    let n = names(w);
    choose(browser, file).await;
    browser.button(n.as_new).seen().await;
    let start = Instant::now();
    browser.button(n.as_new).click().await;
    browser.region(w.notifications).says(n.restored).await;
    start.elapsed()
}

/// The databases on the device, by what they are called.
pub async fn companies(browser: &Browser) -> BTreeSet<String> {
    let databases = "return (await indexedDB.databases()).map((one) => one.name)";
    texts(&browser.script_async(databases, Vec::new()).await)
}

/// The same once nothing is left of what was broken off: the app knows every database.
pub async fn settled(browser: &Browser) -> BTreeSet<String> {
    let listed = "
        const cards = JSON.parse(localStorage.getItem('lokikirja.companies') ?? '[]');
        return cards.map((card) => `lokikirja-${card.database}`);";
    eventually("only companies that are known", async || {
        let found = companies(browser).await;
        let known = texts(&browser.script(listed, Vec::new()).await);
        match found == known {
            true => Ok(found),
            false => Err(Trouble::NotYet(format!("{found:?}, known are {known:?}"))),
        }
    })
    .await
}

fn texts(list: &Value) -> BTreeSet<String> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(|one| one.as_str().map(str::to_owned))
        .collect()
}

/// Opens a company at the page of backups.
async fn show(browser: &Browser, w: &Words, database: &str) {
    let company = database.strip_prefix("lokikirja-").unwrap_or(database);
    let open = format!(
        "for (const storage of [localStorage, sessionStorage]) storage.setItem('lokikirja.company', '\"{company}\"')"
    );
    browser.script(&open, Vec::new()).await;
    browser.reload().await;
    open_page(browser, names(w)).await;
    let opened = "return JSON.parse(sessionStorage.getItem('lokikirja.company'))";
    let opened = browser.script(opened, Vec::new()).await;
    assert_eq!(opened, company, "the company that was asked for is open");
}

/// All that a company holds.
async fn content_of(browser: &Browser, w: &Words, database: &str) -> Vec<String> {
    show(browser, w, database).await;
    content(&back_up(browser, w).await)
}

/// The lines of a backup (docs/backup-format.md), but for the first, which says when it was written.
fn content(file: &[u8]) -> Vec<String> {
    let end = file.iter().position(|byte| *byte == b'\n');
    let mut rest = &file[end.expect("a first line") + 1..];
    let mut text = String::new();
    while let Some((length, pieces)) = rest.split_first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        if length == 0 {
            break;
        }
        let (piece, others) = pieces.split_at(length);
        let read = GzDecoder::new(piece).read_to_string(&mut text);
        read.expect("a piece that can be unpacked");
        rest = others;
    }
    let lines: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
    assert!(lines.len() > 100, "{} lines", lines.len());
    lines
}
