//! `cargo xtask NAME` for every program in `tests/browser/src/bin`: the chores that drive the app in a
//! browser but are no tests, such as measuring and taking pictures. Adding one means adding its file.

use super::{
    Failure, Outcome, cargo, root, run, size, system_packages,
    test::{BROWSER_TESTS, SITE_VARIABLE},
    tools::Tools,
};
use std::{collections::BTreeMap, fs, path::Path, process::Command};
use xtask::chromium::{BROWSER_VARIABLE, Chromium, DRIVER_VARIABLE};

/// Builds `dist/` and runs the program on it; further arguments are the program's own.
///
/// # Errors
/// When there is no such program, or it fails.
pub fn run_by_name(name: &str, arguments: &[&str]) -> Outcome {
    if !programs().contains_key(name) {
        return Err(Failure(format!(
            "There is no chore {name}. cargo xtask help lists them."
        )));
    }
    let chromium = system_packages::chromium()?;
    size::build_dist(&Tools::ready()?.and_for_release()?)?;
    run(&mut on(&chromium, &size::dist_folder(), name, arguments))
}

/// The program, on the page in a folder.
pub fn on(chromium: &Chromium, folder: &Path, name: &str, arguments: &[&str]) -> Command {
    let mut cargo = cargo();
    cargo
        .args([
            "run",
            "--quiet",
            "--locked",
            "--package",
            BROWSER_TESTS,
            "--bin",
            name,
            "--",
        ])
        .args(arguments)
        .env(SITE_VARIABLE, folder)
        .env(BROWSER_VARIABLE, &chromium.browser)
        .env(DRIVER_VARIABLE, &chromium.driver);
    cargo
}

/// Prints the programs with the first line of each file.
pub fn list() {
    for (name, about) in programs() {
        println!("\n  cargo xtask {name}\n      {about}");
    }
}

/// Name and first line of each program.
fn programs() -> BTreeMap<String, String> {
    let entries = fs::read_dir(root().join("tests/browser/src/bin"))
        .into_iter()
        .flatten()
        .flatten();
    let described = entries.filter_map(|entry| {
        let path = entry.path();
        let text = fs::read_to_string(if path.is_dir() {
            path.join("main.rs")
        } else {
            path.clone()
        })
        .ok()?;
        let about = text
            .lines()
            .next()?
            .trim_start_matches("//!")
            .trim()
            .to_owned();
        Some((path.file_stem()?.to_str()?.to_owned(), about))
    });
    described.collect()
}
