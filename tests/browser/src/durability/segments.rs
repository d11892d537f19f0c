//! Logging a segment is all or nothing, and never twice: the browser is killed while two tabs log the
//! same segments, each of which is followed by one with the same contacts.

use super::page::{self, Asked, Page, Task, what_is_kept};
use super::{Random, expect_no_errors};
use crate::browser::Browser;
use serde::Deserialize;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    time::Duration,
};
use tokio::time::sleep;

/// After so many kills a new company: one that grows on and on would only open more slowly.
const KILLS_PER_COMPANY: u32 = 10;
/// At most so many logged segments are acknowledged before the browser is killed.
const MOST_BEFORE_KILL: u64 = 2;

/// What a browser that was killed while it logged segments has kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct Logging {
    n_kills: u32,
    n_lines: u32,
    n_logged: usize,
    n_acknowledged: usize,
    n_late: usize,
}

/// All segments of a company as the page reports them.
#[derive(Clone, Debug, Deserialize)]
struct Report {
    damage: Vec<String>,
    /// Number, lines, different contacts in them, different revisions of header and lines.
    open: Vec<(String, u64, u64, u64)>,
    /// Entry number, the segment's number, entries, different contacts in them, different revisions
    /// of the register and the entries.
    logged: Vec<(u64, String, u64, u64, u64)>,
    entries: u64,
    last_entry_no: u64,
}

/// What the page has told the server.
#[derive(Clone, Debug, Default)]
struct Heard {
    /// Entry numbers of logged segments, by how often each was acknowledged.
    logged: BTreeMap<u64, u32>,
    n_late: usize,
}

/// Kills the browser so many times while two tabs log segments of `n_lines` lines, and starts it
/// again on what is left.
///
/// `seed`: the same one gives the same random numbers; the moments still vary. `told`: hears after
/// each start how many kills there were and how many segments have been logged.
///
/// # Panics
/// When a segment is logged in part or twice, with all that is wrong.
pub async fn survive_logging(
    browser: &Browser,
    n_kills: u32,
    n_lines: u32,
    seed: u64,
    told: impl Fn(u32, usize),
) -> Logging {
    let mut random = Random(seed | 1);
    let mut logging = Logging {
        n_kills,
        n_lines,
        ..Logging::default()
    };
    let mut killed = 0;
    while killed < n_kills {
        let company = format!("segments-{killed}");
        let asked = |round, tab, task| Asked {
            company: company.clone(),
            tab,
            round,
            task,
        };
        let first = Page::open(browser, &asked(0, 1, Task::Prepare(n_lines))).await;
        page::tell(browser, "go").await;
        let prepared = first.value("go").await;
        assert_eq!(
            prepared["lines"], n_lines,
            "the segment holds every contact"
        );
        let mut n_requests = browser.site().requests().len();
        let mut heard = Heard::default();
        let n_here = KILLS_PER_COMPANY.min(n_kills - killed);
        // Logging takes longer the slower the computer: the kill must fall into it all the same.
        let mut logging_us = 0_u64;
        for round in 1..=n_here + 1 {
            let first = Page::open(browser, &asked(round, 1, Task::Log)).await;
            let found = Report::read(first.value("opened").await);
            n_requests += heard.hear(&browser.site().requests()[n_requests..]);
            found.expect_whole(
                &heard,
                n_lines.into(),
                &format!("{company} after {} kills, seed {seed}", round - 1),
            );
            told(killed, logging.n_logged + found.logged.len());
            if round > n_here {
                logging.n_logged += found.logged.len();
                break;
            }
            Page::open(browser, &asked(round, 2, Task::Log)).await;
            let start = std::time::Instant::now();
            page::tell(browser, "go").await;
            let n_before_kill = 1 + random.below(MOST_BEFORE_KILL) as usize;
            page::acknowledged(browser, n_requests_with(browser, n_requests, n_before_kill)).await;
            let took = start.elapsed().as_micros() / n_before_kill as u128;
            logging_us = logging_us.max(u64::try_from(took).unwrap_or(u64::MAX));
            // Not a wait for something: the random moment at which it happens.
            sleep(Duration::from_micros(random.below(logging_us.max(1)))).await;
            browser.kill().await;
            killed += 1;
            browser.start_again().await;
        }
        logging.n_acknowledged += heard.logged.len();
        logging.n_late += heard.n_late;
    }
    expect_no_errors(browser).await;
    logging
}

/// How many requests there are when so many more answers have arrived: opening the second tab made
/// some too.
fn n_requests_with(browser: &Browser, heard_up_to: usize, n_more: usize) -> usize {
    let requests = browser.site().requests();
    let other = requests[heard_up_to..].iter();
    let n_other = other
        .filter(|request| what_is_kept(request).is_none())
        .count();
    heard_up_to + n_other + n_more
}

impl Heard {
    /// Takes note of what the server was asked for. Gives the number of requests.
    fn hear(&mut self, requests: &[String]) -> usize {
        for request in requests {
            let Some(kept) = what_is_kept(request) else {
                continue;
            };
            match kept[..] {
                [("segment", no)] => {
                    let no = no
                        .parse()
                        .unwrap_or_else(|error| panic!("{request}: {error}"));
                    *self.logged.entry(no).or_default() += 1;
                }
                [("late", _)] => self.n_late += 1,
                _ => panic!("the page said {request}"),
            }
        }
        requests.len()
    }
}

impl Report {
    fn read(said: Value) -> Self {
        serde_json::from_value(said)
            .unwrap_or_else(|error| panic!("a report that cannot be read: {error}"))
    }

    fn expect_whole(&self, heard: &Heard, n_lines: u64, when: &str) {
        let broken = self.broken_rules(heard, n_lines);
        assert!(broken.is_empty(), "{when}:\n{}", broken.join("\n"));
    }

    /// Every rule that is broken, in words; none when all is well.
    fn broken_rules(&self, heard: &Heard, n_lines: u64) -> Vec<String> {
        let damage = self.damage.iter();
        let mut broken: Vec<String> = damage
            .map(|one| format!("the app's own check: {one}"))
            .collect();
        for (no, n, n_contacts, n_revisions) in &self.open {
            if (*n, *n_contacts, *n_revisions) != (n_lines, n_lines, 1) {
                broken.push(format!(
                    "segment {no} has {n} lines with {n_contacts} contacts of {n_revisions} revisions"
                ));
            }
        }
        if self.open.len() != 1 {
            broken.push(format!("{} segments are open", self.open.len()));
        }
        for (expected, (no, segment_no, n, n_contacts, n_revisions)) in
            (1..).zip(&self.logged_in_order())
        {
            if *no != expected {
                broken.push(format!(
                    "logged segment {no} stands where {expected} should"
                ));
            }
            if (*n, *n_contacts, *n_revisions) != (n_lines, n_lines, 1) {
                broken.push(format!(
                    "logged segment {no} has {n} entries with {n_contacts} contacts of {n_revisions} revisions"
                ));
            }
            if self.open.iter().any(|open| open.0 == *segment_no) {
                broken.push(format!("segment {segment_no} is logged and open"));
            }
        }
        let nos: BTreeSet<&str> = self.logged.iter().map(|row| &*row.1).collect();
        if nos.len() < self.logged.len() {
            broken.push("a segment is logged twice".to_owned());
        }
        for (no, n_times) in &heard.logged {
            if self.logged.iter().all(|row| row.0 != *no) {
                broken.push(format!("logged segment {no} was acknowledged and is gone"));
            }
            if *n_times > 1 {
                broken.push(format!(
                    "logged segment {no} was acknowledged {n_times} times"
                ));
            }
        }
        let n_entries = self.logged.len() as u64 * n_lines;
        if (self.entries, self.last_entry_no) != (n_entries, n_entries) {
            broken.push(format!(
                "{} entries, the counter at {}, where {n_entries} should be",
                self.entries, self.last_entry_no
            ));
        }
        broken
    }

    fn logged_in_order(&self) -> Vec<(u64, String, u64, u64, u64)> {
        let mut logged = self.logged.clone();
        logged.sort();
        logged
    }
}

impl fmt::Display for Logging {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} kills while two tabs logged segments of {} lines: {} logged, each once and whole, {} of them acknowledged; {} times a tab was told that the other was first",
            self.n_kills, self.n_lines, self.n_logged, self.n_acknowledged, self.n_late
        )
    }
}

#[cfg(test)]
mod tests;
