//! Programs that come from the operating system and not from cargo: the test browsers and their drivers.
//! On Debian and Ubuntu they are installed; elsewhere the person is told what to install.

use super::{Failure, Outcome, command_line, run};
use std::{
    fs,
    io::{IsTerminal, stdin},
    path::Path,
    process::Command,
};
use xtask::{
    chromium::{BROWSER_VARIABLE, Chromium, DRIVER_VARIABLE, on_search_path},
    engine::Engine,
};

/// What the C library's knowledge of a language is made of.
const LOCALES: &str = "/usr/share/i18n/locales";

/// The browser for the tests, installed if it is missing.
///
/// # Errors
/// When it is missing and cannot be installed, or browser and driver do not fit each other.
pub fn chromium() -> Outcome<Chromium> {
    let found = match Chromium::find() {
        Some(found) => found,
        None => {
            let packages: &[&str] = match system() {
                System::Ubuntu => &["chromium-browser", "chromium-chromedriver"],
                _ => &["chromium", "chromium-driver"],
            };
            let by_hand = format!(
                "Chromium (or Chrome) and the chromedriver of the same version, both on the search path \
                 or named by the environment variables {BROWSER_VARIABLE} and {DRIVER_VARIABLE}"
            );
            install("The tests run in Chromium", packages, &by_hand)?;
            Chromium::find().ok_or_else(|| {
                Failure(format!(
                    "{packages:?} are installed, yet not found. Needed: {by_hand}."
                ))
            })?
        }
    };
    match found.major_versions() {
        Some((browser, driver)) if browser != driver => Err(Failure(format!(
            "The browser is version {browser}, its driver version {driver}; they must be the same.\n  {}\n  {}",
            found.browser.display(),
            found.driver.display(),
        ))),
        _ => Ok(found),
    }
}

/// Makes sure of Firefox; its driver is a tool that cargo installs.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn firefox() -> Outcome {
    if on_search_path("firefox-esr")
        .or_else(|| on_search_path("firefox"))
        .is_some()
    {
        return Ok(());
    }
    let package = match system() {
        System::Ubuntu => "firefox",
        _ => "firefox-esr",
    };
    install(
        "Some tests run in Firefox too",
        &[package],
        "Firefox, on the search path",
    )
}

/// Makes sure of the browser that comes with WebKitGTK, its driver, the display it needs and the names
/// of the languages it speaks.
///
/// # Errors
/// When one is missing and cannot be installed.
pub fn webkit() -> Outcome {
    if Engine::WebKit.find().is_some() && Path::new(LOCALES).is_dir() {
        return Ok(());
    }
    let by_hand = "WebKitGTK with its MiniBrowser and WebKitWebDriver, and Xvfb";
    install(
        "Some tests run in WebKit too",
        &["webkit2gtk-driver", "xvfb", "locales"],
        by_hand,
    )?;
    match Engine::WebKit.find() {
        Some(_) => Ok(()),
        None => Err(Failure(format!("Not found. Needed: {by_hand}."))),
    }
}

/// Installs Debian or Ubuntu packages, or says what is missing.
fn install(purpose: &str, packages: &[&str], by_hand: &str) -> Outcome {
    if matches!(system(), System::Other) {
        return Err(Failure(format!("{purpose}. Please install {by_hand}.")));
    }
    println!(
        "{purpose}: installing {} with apt-get, some minutes.",
        packages.join(" and ")
    );
    let installed = apt_get(&["update", "-qq"]).and_then(|()| {
        apt_get(
            &[
                &["install", "-y", "-qq", "--no-install-recommends"],
                packages,
            ]
            .concat(),
        )
    });
    installed.map_err(|Failure(why)| Failure(format!("{why}\nPlease install by hand: {by_hand}.")))
}

fn apt_get(arguments: &[&str]) -> Outcome {
    let is_root =
        super::output_of(Command::new("id").arg("-u")).is_some_and(|user| user.trim() == "0");
    let mut command = if is_root {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        if !stdin().is_terminal() {
            // Nobody is there to type a password.
            sudo.arg("-n");
        }
        sudo.arg("apt-get");
        sudo
    };
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    println!("  {}", command_line(&command));
    run(&mut command)
}

enum System {
    Debian,
    Ubuntu,
    Other,
}

/// Which family of systems this is, by what it says of itself.
fn system() -> System {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let value = |key: &str| {
        let line = release
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    let names = format!("{} {}", value("ID"), value("ID_LIKE"));
    match names
        .split_whitespace()
        .find(|name| matches!(*name, "ubuntu" | "debian"))
    {
        Some("ubuntu") => System::Ubuntu,
        Some(_) => System::Debian,
        None => System::Other,
    }
}
