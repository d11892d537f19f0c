//! Measures the app with 1,000, 10,000 and 100,000 contacts, ten interactions each, beside plain JavaScript: [--contacts N,N] [--each N] [--starts] [--visits] [--segments] [--anew]
//!
//! The companies are made once and kept in `target/bench`. The figures are printed as a table and
//! written to `target/bench/report.json`. With `--starts` only the starts are measured, and memory; with `--segments` only segments;
//! with `--visits` only how a first visit comes over a slow network and how the app starts without one.
//! Nothing is asserted: how fast is fast enough is for people to judge, who know what else the computer was doing.

mod backup;
mod copy;
mod large;
mod measure;
mod names;
mod report;
mod segments;
mod starts;
mod visits;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use lokikirja::journal::storage::{Slot, Value as Stored};
use lokikirja_browser_tests::{Browser, Scope, Setup, drive, target};
use report::{Measured, Report};
use serde_json::{Value, json};
use std::{
    env, fs, mem,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

/// Most characters that are handed to the browser at once.
const CHUNK: usize = 4_000_000;
/// How long to wait for what may take long with a million rows. Scripts and loading pages may take as
/// long: the page answers nobody while it reads them at its start.
const PATIENCE: Duration = Duration::from_secs(300);

struct Arguments {
    contacts: Vec<usize>,
    each: usize,
    starts: bool,
    visits: bool,
    segments: bool,
    anew: bool,
}

fn main() -> ExitCode {
    let given: Vec<String> = env::args().skip(1).collect();
    let Some(arguments) = read(&given) else {
        eprintln!(
            "bench knows --contacts N,N, --each N, --starts, --visits, --segments and --anew."
        );
        return ExitCode::FAILURE;
    };
    let mut report = Report::default();
    if !arguments.segments {
        println!("visits");
        report.visits = visits::measure();
    }
    let companies = if arguments.visits {
        Vec::new()
    } else {
        arguments.contacts
    };
    for n_contacts in companies {
        let n_entries = n_contacts * arguments.each;
        println!("{n_contacts} contacts, {n_entries} interactions");
        let folder = folder(n_contacts, arguments.each);
        if arguments.anew && folder.exists() {
            fs::remove_dir_all(&folder)
                .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        }
        let setup = Setup::new().kept_in(&folder).patience(PATIENCE).unnoted();
        let mut figures = drive(setup, async |browser| {
            let texts = company(browser, &folder, n_contacts, arguments.each).await;
            if arguments.segments {
                Vec::new()
            } else {
                measure::measure(browser, &texts, arguments.starts).await
            }
        });
        if !arguments.starts {
            figures.extend(segments::measure(&folder));
        }
        if !arguments.starts && !arguments.segments {
            figures.extend(backup::measure(&folder));
        }
        report.sizes.push(Measured {
            n_contacts,
            n_entries,
            figures,
        });
    }
    let file = target().join("bench/report.json");
    fs::create_dir_all(target().join("bench"))
        .and_then(|()| fs::write(&file, report.json()))
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    println!("\n{report}\n{}", file.display());
    ExitCode::SUCCESS
}

/// Names and values; none when one is unknown or no number.
fn read(given: &[String]) -> Option<Arguments> {
    let mut arguments = Arguments {
        contacts: vec![1_000, 10_000, 100_000],
        each: 10,
        starts: false,
        visits: false,
        segments: false,
        anew: false,
    };
    let mut words = given.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match word {
            "--anew" => arguments.anew = true,
            "--starts" => arguments.starts = true,
            "--visits" => arguments.visits = true,
            "--segments" => arguments.segments = true,
            "--each" => arguments.each = words.next()?.parse().ok()?,
            "--contacts" => {
                let numbers = words.next()?.split(',').map(str::parse);
                arguments.contacts = numbers.collect::<Result<_, _>>().ok()?;
            }
            _ => return None,
        }
    }
    (arguments.each > 0 && arguments.contacts.iter().all(|n| *n > 0)).then_some(arguments)
}

/// Where a company is kept, with the browser's profile that holds it.
fn folder(n_contacts: usize, each: usize) -> PathBuf {
    let name = format!("{}-{n_contacts}-{each}", large::EDITION);
    target().join("bench").join(name)
}

/// What the list of contacts searches and sorts; puts the company into the browser if it is not there
/// from an earlier run.
async fn company(browser: &Browser, folder: &Path, n_contacts: usize, each: usize) -> Value {
    let note = folder.join("texts.json");
    if let Ok(text) = fs::read_to_string(&note)
        && let Ok(texts) = serde_json::from_str(&text)
    {
        return texts;
    }
    let start = Instant::now();
    let large = large::large(n_contacts, each).await;
    println!("  made in {:.0} s", start.elapsed().as_secs_f64());
    let start = Instant::now();
    browser.open("").await;
    browser.button("Start with an empty logbook").click().await;
    browser.heading("Getting started").seen().await;
    for (store, values) in large.stores {
        put(browser, store, values).await;
    }
    // Closed as a person does, it has all on its disk.
    browser.quit().await;
    browser.start_again().await;
    println!(
        "  put into the browser in {:.0} s",
        start.elapsed().as_secs_f64()
    );
    let texts = json!({ "folded": large.folded, "names": large.names });
    // Last, because by it is known that all is there.
    fs::write(&note, texts.to_string())
        .unwrap_or_else(|error| panic!("{}: {error}", note.display()));
    texts
}

async fn put(browser: &Browser, store: &str, values: Vec<(Slot, Stored)>) {
    let mut chunk: Vec<Value> = Vec::new();
    let mut n_characters = 0;
    for (slot, value) in values {
        n_characters += value.n_bytes();
        let value = match value {
            Stored::Text(text) => json!(text),
            Stored::Bytes(bytes) => json!({ "bytes": STANDARD.encode(bytes) }),
        };
        chunk.push(match slot {
            Slot::Number(number) => json!([number, value]),
            Slot::Text(name) => json!([name, value]),
        });
        if n_characters > CHUNK {
            put_chunk(browser, store, mem::take(&mut chunk)).await;
            n_characters = 0;
        }
    }
    put_chunk(browser, store, chunk).await;
}

async fn put_chunk(browser: &Browser, store: &str, pairs: Vec<Value>) {
    let arguments = vec![json!(store), Value::Array(pairs)];
    browser
        .script_async(include_str!("seed.js"), arguments)
        .await;
}
