//! The first fold of a company that an older version has stored rewrites it in the formats of this one. The browser is
//! killed while it opens such a company, and while it folds it: each time it comes to the same afterwards.

use super::old::{self, Old};
use super::page::{self, Asked, Page, Task};
use super::{Random, expect_no_errors};
use crate::browser::Browser;
use serde::Deserialize;
use serde_json::{Value, json};
use std::{fmt, time::Duration};
use tokio::time::sleep;

/// The company's key.
const COMPANY: &str = "old";
/// In one round of so many the browser is killed a second time, while it opens what the first kill has left.
const KILLED_OPENING_EVERY: u32 = 2;
/// So much longer than a fold has taken the kill may be late, so that some come right behind its end.
const LATE: f64 = 1.6;
/// So long after it was told to the page begins, in milliseconds.
const LEAD_MS: u32 = 100;

/// What became of the company in all rounds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Folding {
    n_kills: u32,
    n_rows: u64,
    n_killed_opening: u32,
    n_before: u32,
    n_after: u32,
    opening_ms: u128,
    fold_ms: f64,
}

/// What the company comes to, as the page reports it.
#[derive(Clone, Debug, Deserialize)]
struct Report {
    revision: u64,
    rows: u64,
    damage: Vec<String>,
    digest: String,
}

/// Puts a company of so many rows in place as an older version has stored it, opens it and kills the browser while it
/// is folded for the first time; so many times. Then it must come to the same records as before, folded as a whole or
/// not at all, and fold to the end.
///
/// `seed`: the same one gives the same random numbers; the moments still vary. `told`: hears after each start how many
/// kills there were.
///
/// # Panics
/// When it comes to anything else.
pub async fn survive_folding(
    browser: &Browser,
    n_kills: u32,
    n_rows: u32,
    seed: u64,
    told: impl Fn(u32),
) -> Folding {
    let mut random = Random(seed | 1);
    let old = old::company(n_rows);
    let mut folding = Folding::default();
    let asked = |round| Asked {
        company: COMPANY.to_owned(),
        tab: 1,
        round,
        task: Task::Fold,
    };
    // The app creates the company; what it holds is exchanged.
    Page::open(browser, &asked(0)).await;
    // Once to the end, to know how long it takes.
    put(browser, &old).await;
    let start = std::time::Instant::now();
    let page = Page::open(browser, &asked(0)).await;
    folding.opening_ms = start.elapsed().as_millis();
    old.is_found(page.value("opened").await, "as it was put there");
    folding.fold_ms = fold_to_the_end(browser, &page, &old).await;
    let page = Page::open(browser, &asked(0)).await;
    folding.n_rows = old.is_found(page.value("opened").await, "once it is folded");

    while folding.n_kills < n_kills {
        let round = folding.n_kills + 1;
        put(browser, &old).await;
        if round % KILLED_OPENING_EVERY == 0 {
            folding.n_killed_opening += 1;
            kill_opening(browser, &mut random, &asked(round), folding.opening_ms).await;
        }
        let page = Page::open(browser, &asked(round)).await;
        old.is_found(page.value("opened").await, "before it is folded");
        assert_eq!(page::folded(browser, COMPANY).await, old.folded);
        let n_requests = browser.site().requests().len();
        fold_soon(browser).await;
        page::acknowledged(browser, n_requests + 1).await;
        // Not a wait for something: the random moment at which it happens.
        let longest = (folding.fold_ms * LATE * 1_000.0) as u64;
        sleep(Duration::from_micros(random.below(longest.max(1)))).await;
        browser.kill_at_once().await;
        browser.start_again().await;
        if round % KILLED_OPENING_EVERY == 0 {
            folding.n_killed_opening += 1;
            kill_opening(browser, &mut random, &asked(round), folding.opening_ms).await;
        }
        let page = Page::open(browser, &asked(round)).await;
        let when = format!("after {round} kills, seed {seed}");
        old.is_found(page.value("opened").await, &when);
        match page::folded(browser, COMPANY).await {
            folded if folded == old.folded => folding.n_before += 1,
            folded if folded == old.revision => folding.n_after += 1,
            folded => panic!("{when}: folded up to {folded}"),
        }
        fold_to_the_end(browser, &page, &old).await;
        let page = Page::open(browser, &asked(round)).await;
        old.is_found(page.value("opened").await, &format!("{when}, folded"));
        folding.n_kills = round;
        told(round);
    }
    expect_no_errors(browser).await;
    folding
}

/// Has the page fold in a moment: a driver has its answer only when a page that is busy lets it.
async fn fold_soon(browser: &Browser) {
    let script = "const go = () => {
            const channel = new BroadcastChannel('durability');
            channel.postMessage('go');
        };
        setTimeout(go, arguments[0]);";
    browser.script(script, vec![json!(LEAD_MS)]).await;
}

/// Puts the company into its stores, in place of what is there.
async fn put(browser: &Browser, old: &Old) {
    let script = "const [name, store, pairs, isFirst] = arguments;
        const asked = (request) => new Promise((got, failed) => {
            request.onsuccess = () => got(request.result); request.onerror = () => failed(request.error); });
        const database = await asked(indexedDB.open(name));
        const writing = database.transaction(store, 'readwrite');
        if (isFirst) writing.objectStore(store).clear();
        for (const [slot, text] of pairs) writing.objectStore(store).put(text, slot);
        await new Promise((done, failed) => { writing.oncomplete = done; writing.onabort = () => failed(writing.error); });
        database.close();";
    for (store, pairs) in &old.stores {
        // As much at once as a driver takes.
        for (at, pairs) in pairs.chunks(20).enumerate() {
            let given = [
                json!(format!("lokikirja-{COMPANY}")),
                json!(store.name()),
                json!(pairs),
                json!(at == 0),
            ];
            browser.script_async(script, given.into()).await;
        }
    }
}

async fn kill_opening(browser: &Browser, random: &mut Random, asked: &Asked, opening_ms: u128) {
    Page::begin_to_open(browser, asked).await;
    let longest = u64::try_from(opening_ms * 1_000).unwrap_or(u64::MAX);
    sleep(Duration::from_micros(random.below(longest.max(1)))).await;
    browser.kill_at_once().await;
    browser.start_again().await;
}

/// Gives how long the page needed, in milliseconds.
async fn fold_to_the_end(browser: &Browser, page: &Page<'_>, old: &Old) -> f64 {
    page::tell(browser, "go").await;
    let answer = page.value("go").await;
    assert_eq!(page::folded(browser, COMPANY).await, old.revision);
    answer["took"].as_f64().unwrap_or_default()
}

impl Old {
    /// Gives how many rows there are.
    fn is_found(&self, said: Value, when: &str) -> u64 {
        let found: Report = serde_json::from_value(said)
            .unwrap_or_else(|error| panic!("a report that cannot be read: {error}"));
        assert_eq!(found.damage, [""; 0], "{when}");
        let same = (found.revision, &found.digest) == (self.revision, &self.digest);
        assert!(same, "{when} there are other records: {found:?}");
        found.rows
    }
}

impl fmt::Display for Folding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Folding {
            n_kills,
            n_rows,
            n_killed_opening,
            n_before,
            n_after,
            opening_ms,
            fold_ms,
        } = self;
        write!(
            f,
            "{n_kills} kills in the first fold of {n_rows} rows of an older version, {n_killed_opening} while opening: {n_before} times nothing was folded, {n_after} times all, the records always the same; opening takes {opening_ms} ms, folding {fold_ms:.0} ms"
        )
    }
}
