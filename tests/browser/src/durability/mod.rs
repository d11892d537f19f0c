//! Proof that what was saved stays saved: browsers are killed while a page writes
//! (`tests/durability`), and whatever the page had told its server must be there afterwards, whole
//! and under its number. `page.rs` speaks with that page, `report.rs` reads what it reports,
//! `rules.rs` judges it; `segments.rs` does all of this for segments that are logged, `folding.rs` for a company that an
//! older version has stored, which `old.rs` makes.

#[path = "../../../durability/src/digest.rs"]
mod digest;
mod folding;
mod old;
mod page;
mod report;
mod rules;
mod segments;

use crate::{browser::Browser, console::ConsoleLine, setup::target};
pub use folding::{Folding, survive_folding};
use page::{Asked, Page, Task};
use rules::Acknowledged;
pub use segments::{Logging, survive_logging};
use serde_json::Value;
use std::{collections::BTreeSet, fmt, path::PathBuf, time::Duration};
use tokio::time::sleep;

/// So many tabs write while the browser is killed: enough for them to get in each other's way.
const WRITING_TABS: u32 = 2;
/// At most so many things are acknowledged before the browser is killed.
const MOST_BEFORE_KILL: u64 = 80;
/// The kill follows the last of them within this time: several saves long, so that it falls into
/// any part of one.
const LAST_MOMENT_US: u64 = 30_000;
/// In one round of so many the browser is killed a second time, while it opens the company.
const KILLED_OPENING_EVERY: u32 = 10;
/// Opening takes about this long.
const OPENING_US: u64 = 400_000;
/// After so many saves the journal must have been folded: the app folds after a hundred, when its
/// tab is hidden.
const FOLDED_AFTER: u64 = 400;

/// The folder in which `cargo xtask test browser` puts the page that writes.
pub fn folder() -> PathBuf {
    target().join("durability")
}

/// How fast tabs created contacts.
#[derive(Clone, Copy, Debug)]
pub struct Speed {
    n_tabs: u32,
    n: usize,
    seconds: f64,
    median_ms: f64,
    p95_ms: f64,
}

/// What a browser that was killed again and again has kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct Survival {
    n_kills: u32,
    n_killed_opening: u32,
    n_acknowledged: usize,
    n_unheard: usize,
    n_drafts: usize,
    n_contacts: usize,
    n_entries: usize,
    revision: u64,
    folded: u64,
}

/// Lets each of `n_tabs` tabs create `each` contacts, all at once. Afterwards all tabs must show the
/// same contacts under as many different numbers, and so must the browser after it was killed.
///
/// # Panics
/// When they do not, with what is wrong.
pub async fn create_at_once(browser: &Browser, n_tabs: u32, each: u32) -> Speed {
    let asked = |tab| Asked {
        company: format!("create-{n_tabs}"),
        tab,
        round: 1,
        task: Task::Create(each),
    };
    let mut pages = Vec::new();
    for tab in 1..=n_tabs {
        pages.push(Page::open(browser, &asked(tab)).await);
    }
    page::tell(browser, "go").await;
    let mut answers = Vec::new();
    for page in &pages {
        answers.push(page.value("go").await);
    }
    let n = (n_tabs * each) as usize;
    let mut reports = Vec::new();
    for page in &pages {
        reports.push(page.report_with(n).await);
    }
    let mut expected = Acknowledged::default();
    for contact in &reports[0].contacts {
        expected.contact(&contact.name, &contact.no);
    }
    for (tab, report) in (1..).zip(&reports) {
        report.expect_sound(&expected, &format!("tab {tab} of {n_tabs}"));
        assert!(
            report.same_as(&reports[0]),
            "tab {tab} shows other contacts than tab 1"
        );
    }
    let labels: BTreeSet<String> = (1..=n_tabs)
        .flat_map(|tab| (0..each).map(move |at| format!("1-{tab}-{at}")))
        .collect();
    let names: BTreeSet<String> = reports[0]
        .contacts
        .iter()
        .map(|row| row.name.clone())
        .collect();
    assert_eq!(names, labels, "every contact that was created is there");

    browser.kill().await;
    browser.start_again().await;
    let page = Page::open(browser, &asked(1)).await;
    let after = page.report("opened").await;
    after.expect_sound(&expected, "after a kill");
    assert!(
        after.same_as(&reports[0]),
        "after a kill there are other contacts than before"
    );
    expect_no_errors(browser).await;
    Speed::of(n_tabs, &answers)
}

/// Kills the browser so many times while two tabs create contacts, finish, postpone and resume
/// interactions and keep drafts, and starts it again on what is left. Nothing that was acknowledged
/// may be missing, nothing half there, no number twice, no draft beside what it became.
///
/// `seed`: the same one gives the same random numbers; the moments still vary. `told`: hears after
/// each start how many kills there were and how many saves have been acknowledged.
///
/// # Panics
/// When a rule is broken, with all that is wrong.
pub async fn survive(
    browser: &Browser,
    n_kills: u32,
    seed: u64,
    told: impl Fn(u32, usize),
) -> Survival {
    let mut random = Random(seed | 1);
    let mut acknowledged = Acknowledged::default();
    let mut survival = Survival {
        n_kills,
        ..Survival::default()
    };
    // Whatever was asked for before is not of this company.
    let mut n_requests = browser.site().requests().len();
    let asked = |round, tab| Asked {
        company: "kills".to_owned(),
        tab,
        round,
        task: Task::Work,
    };
    for round in 1..=n_kills + 1 {
        let first = Page::open(browser, &asked(round, 1)).await;
        let found = first.report("opened").await;
        n_requests += acknowledged.hear(&browser.site().requests()[n_requests..]);
        found.expect_sound(
            &acknowledged,
            &format!("after {} kills, seed {seed}", round - 1),
        );
        told(round - 1, acknowledged.n());
        survival.n_drafts += found.drafts.len();
        if round > n_kills {
            survival.n_contacts = found.contacts.len();
            survival.n_entries = found.entries.len();
            survival.revision = found.revision;
            survival.n_unheard = acknowledged.n_unheard(&found);
            break;
        }
        for tab in 2..=WRITING_TABS {
            let other = Page::open(browser, &asked(round, tab)).await;
            assert!(
                other.report("opened").await.same_as(&found),
                "tab {tab} opens another company than tab 1"
            );
        }
        page::tell(browser, "go").await;
        let n_before_kill = n_requests + 1 + random.below(MOST_BEFORE_KILL) as usize;
        page::acknowledged(browser, n_before_kill).await;
        // Not a wait for something: the random moment at which it happens.
        sleep(Duration::from_micros(random.below(LAST_MOMENT_US))).await;
        browser.kill().await;
        if round % KILLED_OPENING_EVERY == 0 {
            browser.start_again().await;
            Page::begin_to_open(browser, &asked(round, 1)).await;
            sleep(Duration::from_micros(random.below(OPENING_US))).await;
            browser.kill().await;
            survival.n_killed_opening += 1;
        }
        browser.start_again().await;
    }
    survival.n_acknowledged = acknowledged.n();
    survival.folded = page::folded(browser, "kills").await;
    assert!(
        survival.folded > 0 || survival.revision < FOLDED_AFTER,
        "{} saves and no fold: nothing was killed while folding",
        survival.revision
    );
    expect_no_errors(browser).await;
    survival
}

/// The page's console must be free of errors, as every page's.
async fn expect_no_errors(browser: &Browser) {
    let errors: Vec<String> = browser
        .take_console()
        .await
        .iter()
        .filter(|line| line.is_error())
        .map(ConsoleLine::to_string)
        .collect();
    assert!(
        errors.is_empty(),
        "The console holds errors:\n{}",
        errors.join("\n")
    );
}

impl Speed {
    fn of(n_tabs: u32, answers: &[Value]) -> Speed {
        let times = |name: &str| {
            answers
                .iter()
                .filter_map(|answer| answer[name].as_f64())
                .collect::<Vec<f64>>()
        };
        let start = times("start").into_iter().fold(f64::INFINITY, f64::min);
        let end = times("end").into_iter().fold(0.0, f64::max);
        let took = answers
            .iter()
            .filter_map(|answer| answer["took"].as_array());
        let mut took: Vec<f64> = took.flatten().filter_map(Value::as_f64).collect();
        took.sort_by(f64::total_cmp);
        let part = |percent: usize| {
            took.get(took.len() * percent / 100)
                .copied()
                .unwrap_or_default()
        };
        Speed {
            n_tabs,
            n: took.len(),
            seconds: (end - start) / 1000.0,
            median_ms: part(50),
            p95_ms: part(95),
        }
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tabs = if self.n_tabs == 1 { "tab" } else { "tabs" };
        write!(
            f,
            "{} {tabs}: {} contacts in {:.2} s, {:.0} saves a second; one save {:.1} ms (median), {:.1} ms (p95)",
            self.n_tabs,
            self.n,
            self.seconds,
            self.n as f64 / self.seconds,
            self.median_ms,
            self.p95_ms
        )
    }
}

impl fmt::Display for Survival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} kills while writing, {} while opening: {} saves acknowledged, none lost, none half there",
            self.n_kills, self.n_killed_opening, self.n_acknowledged
        )?;
        writeln!(
            f,
            "kept without the acknowledgement having arrived: {}; drafts found and gone on with: {}",
            self.n_unheard, self.n_drafts
        )?;
        write!(
            f,
            "at the end {} contacts, {} interactions, revision {}, folded up to {}; no number twice, none out of order",
            self.n_contacts, self.n_entries, self.revision, self.folded
        )
    }
}

/// Random enough for moments: xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}
