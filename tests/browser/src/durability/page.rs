//! Speaking with the page that writes: opening it in tabs, telling it to go, reading its answers
//! and what it told the server.

use super::report::Report;
use crate::{
    browser::{Browser, Tab},
    setup::BASE,
    wait::{Trouble, eventually_at},
};
use serde_json::{Value, json};
use std::{panic::Location, time::Duration};

/// How long to wait for an answer. Long, because several tabs write a thousand times in between on
/// a computer that may have other things to do.
const PATIENCE: Duration = Duration::from_secs(180);

/// What the page's address asks for.
pub(super) struct Asked {
    pub company: String,
    pub tab: u32,
    pub round: u32,
    pub task: Task,
}

/// What the page does when it is told to go.
#[derive(Clone, Copy, Debug)]
pub(super) enum Task {
    /// Create so many contacts.
    Create(u32),
    /// Work until the end.
    Work,
    /// Create so many contacts and a segment of them.
    Prepare(u32),
    /// Log segments until the end.
    Log,
    /// Fold.
    Fold,
}

impl Asked {
    fn address(&self) -> String {
        let Asked {
            company,
            tab,
            round,
            task,
        } = self;
        let task = match task {
            Task::Create(n) => format!("create={n}"),
            Task::Work => "work=1".to_owned(),
            Task::Prepare(n) => format!("prepare={n}"),
            Task::Log => "log=1".to_owned(),
            Task::Fold => "fold=1".to_owned(),
        };
        format!("?company={company}&tab={tab}&round={round}&{task}")
    }
}

/// The page in one tab.
pub(super) struct Page<'a> {
    browser: &'a Browser,
    tab: Tab,
}

impl<'a> Page<'a> {
    /// Opens it, the first tab's in the tab that is shown, and waits until the company is open.
    pub async fn open(browser: &'a Browser, asked: &Asked) -> Page<'a> {
        let tab = if asked.tab == 1 {
            browser.open(&asked.address()).await;
            browser.tab().await
        } else {
            browser.open_tab(&asked.address()).await
        };
        let page = Page { browser, tab };
        page.answer("opened").await;
        page
    }

    /// Asks for it and does not wait.
    pub async fn begin_to_open(browser: &Browser, asked: &Asked) {
        let address = format!("{}{}", browser.site().url(), asked.address());
        let go = "location.href = arguments[0]";
        browser.script(go, vec![json!(address)]).await;
    }

    /// The answer to a word, once it is there.
    async fn answer(&self, word: &str) -> String {
        self.browser.show(&self.tab).await;
        let read = "const output = document.querySelector('output');
            return [output.dataset.word ?? '', output.textContent]";
        let what = format!("the page answers {word:?}");
        eventually_at(Location::caller(), PATIENCE, what, async || {
            let mut said = self.browser.script(read, Vec::new()).await;
            let answer = said[1].take();
            let answer = answer.as_str().unwrap_or_default();
            match said[0].as_str().unwrap_or_default() {
                "failed" => Err(Trouble::Never(answer.to_owned())),
                said if said == word => Ok(answer.to_owned()),
                said => Err(Trouble::NotYet(format!("it says {said:?}"))),
            }
        })
        .await
    }

    /// The answer to a word, read as JSON.
    pub async fn value(&self, word: &str) -> Value {
        let answer = self.answer(word).await;
        serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{error} in {answer}"))
    }

    /// The report that is the answer to a word.
    pub async fn report(&self, word: &str) -> Report {
        Report::read(self.value(word).await)
    }

    /// A report with so many contacts: what other tabs wrote arrives by itself.
    pub async fn report_with(&self, n_contacts: usize) -> Report {
        let mut n_asked = 0;
        let what = format!("the tab shows {n_contacts} contacts");
        eventually_at(Location::caller(), PATIENCE, what, async || {
            n_asked += 1;
            let word = format!("report {n_asked}");
            self.browser.show(&self.tab).await;
            tell(self.browser, &word).await;
            let report = self.report(&word).await;
            match report.contacts.len() {
                n if n == n_contacts => Ok(report),
                n => Err(Trouble::NotYet(format!("it shows {n}"))),
            }
        })
        .await
    }
}

/// Tells all tabs something.
pub(super) async fn tell(browser: &Browser, word: &str) {
    let script = "const channel = new BroadcastChannel('durability');
        channel.postMessage(arguments[0]);
        channel.close();";
    browser.script(script, vec![json!(word)]).await;
}

/// Waits until the server has been asked for so many addresses.
///
/// # Panics
/// When a page says meanwhile that it has failed.
pub(super) async fn acknowledged(browser: &Browser, n_requests: usize) {
    let what = format!("{n_requests} requests");
    eventually_at(Location::caller(), PATIENCE, what, async || {
        let requests = browser.site().requests();
        let failed = requests.iter().find(|request| request.contains("?failed="));
        match failed {
            Some(why) => Err(Trouble::Never(why.clone())),
            None if requests.len() >= n_requests => Ok(()),
            None => Err(Trouble::NotYet(format!("{} so far", requests.len()))),
        }
    })
    .await;
}

/// What a request says to be kept, as names and values; none if it asks for something else.
pub(super) fn what_is_kept(request: &str) -> Option<Vec<(&str, &str)>> {
    let query = request
        .strip_prefix("GET ")?
        .strip_prefix(BASE)?
        .strip_prefix("kept.txt?")?;
    Some(
        query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .collect(),
    )
}

/// Up to which revision the company's journal is folded; 0 if it never was.
pub(super) async fn folded(browser: &Browser, company: &str) -> u64 {
    let script = "const asked = (request) => new Promise((got, failed) => {
            request.onsuccess = () => got(request.result); request.onerror = () => failed(request.error); });
        const database = await asked(indexedDB.open(arguments[0]));
        const keys = await asked(database.transaction('snapshot').objectStore('snapshot').getAllKeys());
        database.close();
        return keys.filter((key) => key.startsWith('folded/'));";
    let heads = browser
        .script_async(script, vec![json!(format!("lokikirja-{company}"))])
        .await;
    let head = heads
        .get(0)
        .and_then(Value::as_str)
        .and_then(|head| head.strip_prefix("folded/"));
    head.map_or(0, |revision| {
        revision
            .parse()
            .unwrap_or_else(|error| panic!("{error}: {revision}"))
    })
}
