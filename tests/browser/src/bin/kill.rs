//! Kills the browser while it writes, again and again, and proves that nothing saved is lost: [--kills N] [--tabs N] [--each N] [--logging N] [--lines N] [--folding N] [--rows N] [--seed N]
//!
//! Two hundred kills, four tabs that create 250 contacts each at once, a hundred kills while two tabs log
//! segments of 2,000 lines, and twenty while 20,000 rows of an older version are opened and folded for the
//! first time, if nothing else is said; in Firefox a tenth of it.
//! The page that writes is built for release.

use lokikirja_browser_tests::{Engine, Setup, drive, durability, engine};
use std::{
    env,
    process::ExitCode,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

/// After so many kills the program says how far it is.
const TOLD_EVERY: u32 = 20;

struct Arguments {
    n_kills: u32,
    n_tabs: u32,
    each: u32,
    n_logging: u32,
    n_lines: u32,
    n_folding: u32,
    n_rows: u32,
    seed: u64,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some(arguments) = read(&arguments) else {
        eprintln!(
            "kill knows --kills N, --tabs N, --each N, --logging N, --lines N, --folding N, --rows N and --seed N."
        );
        return ExitCode::FAILURE;
    };
    let start = Instant::now();
    drive(Setup::new(), async |browser| {
        println!(
            "{}",
            durability::create_at_once(browser, 1, arguments.each).await
        );
        let together = durability::create_at_once(browser, arguments.n_tabs, arguments.each).await;
        println!("{together}; all numbers different, all tabs agree");
        println!(
            "Killing {} times, seed {}.",
            arguments.n_kills, arguments.seed
        );
        let told = |n_kills: u32, n_acknowledged| {
            if n_kills > 0 && n_kills.is_multiple_of(TOLD_EVERY) {
                println!("  {n_kills} kills, {n_acknowledged} saves acknowledged");
            }
        };
        println!(
            "{}",
            durability::survive(browser, arguments.n_kills, arguments.seed, told).await
        );
        let told = |n_kills: u32, n_logged| {
            if n_kills > 0 && n_kills.is_multiple_of(TOLD_EVERY) {
                println!("  {n_kills} kills, {n_logged} segments logged");
            }
        };
        let Arguments {
            n_logging,
            n_lines,
            n_folding,
            n_rows,
            seed,
            ..
        } = arguments;
        println!(
            "{}",
            durability::survive_logging(browser, n_logging, n_lines, seed, told).await
        );
        let told = |n_kills: u32| {
            if n_kills.is_multiple_of(TOLD_EVERY) {
                println!("  {n_kills} kills while folding");
            }
        };
        println!(
            "{}",
            durability::survive_folding(browser, n_folding, n_rows, seed, told).await
        );
    });
    println!("It took {:.0} s.", start.elapsed().as_secs_f64());
    ExitCode::SUCCESS
}

/// Names and values; none when one is unknown or no number.
fn read(given: &[String]) -> Option<Arguments> {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    // Others start and end more slowly; what may differ there is how they write.
    let part = if engine() == Engine::Chromium { 1 } else { 10 };
    let mut arguments = Arguments {
        n_kills: 200 / part,
        n_tabs: 4,
        each: 250 / part,
        n_logging: 100 / part,
        n_lines: 2_000,
        n_folding: 20 / part,
        n_rows: 20_000,
        seed: now.as_secs(),
    };
    for pair in given.chunks(2) {
        let [name, value] = pair else { return None };
        match name.as_str() {
            "--kills" => arguments.n_kills = value.parse().ok()?,
            "--tabs" => arguments.n_tabs = value.parse().ok()?,
            "--each" => arguments.each = value.parse().ok()?,
            "--logging" => arguments.n_logging = value.parse().ok()?,
            "--lines" => arguments.n_lines = value.parse().ok()?,
            "--folding" => arguments.n_folding = value.parse().ok()?,
            "--rows" => arguments.n_rows = value.parse().ok()?,
            "--seed" => arguments.seed = value.parse().ok()?,
            _ => return None,
        }
    }
    (arguments.n_tabs > 1 && arguments.each > 0).then_some(arguments)
}
