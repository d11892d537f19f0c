//! Chromium under its chromedriver.

use super::{DOWNLOADS, capable, command};
use crate::{look::PAGES_READ_ROLES, setup::Setup};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::Child,
    thread,
};
use xtask::{chromium::ARGUMENTS, engine::Programs};

/// What a killed one leaves; a new one would think that another uses the profile.
pub(super) const LEFT_BEHIND: [&str; 4] = [
    "SingletonLock",
    "SingletonCookie",
    "SingletonSocket",
    "DevToolsActivePort",
];

/// Parts of the browser's own windows, which no test looks at. It would prepare them at each start, with four hundred
/// files of their own: a seventh of the time that a flow takes.
const LEFT_OUT: &str = "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI";

/// Starts chromedriver, and gives the port that it listens on, or what it printed instead.
///
/// It takes a free port of IPv6 and then the same one of IPv4. Where that is taken ("IPv4 port not
/// available"), as happens while others start beside it, it ends.
pub(super) fn listening(programs: &Programs, setup: &Setup) -> Result<(Child, u16), Vec<String>> {
    let mut command = command(&programs.driver, setup);
    command.args(["--port=0", "--log-level=SEVERE"]);
    command.env("LANG", "en_US.UTF-8");
    // "ChromeDriver was started successfully on port 41234."
    super::started(&mut command, |process| {
        told(process, |line| {
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        })
    })
}

/// The port that is read from a line of what a program prints.
///
/// # Errors
/// What it printed instead, when it ended.
pub(super) fn told(
    process: &mut Child,
    port_in: impl Fn(&str) -> Option<u16>,
) -> Result<u16, Vec<String>> {
    let printed = process.stdout.take().map(BufReader::new);
    let mut lines = printed
        .into_iter()
        .flat_map(BufRead::lines)
        .map_while(Result::ok);
    let mut printed = Vec::new();
    let told = lines.find_map(|line| {
        let port = port_in(&line);
        printed.push(line);
        port
    });
    // It ends when it finds nobody reading what it prints.
    thread::spawn(move || lines.for_each(drop));
    told.ok_or(printed)
}

/// What the session asks for.
pub(super) fn capabilities(setup: &Setup, browser: &Path, profile: &Path) -> Value {
    let mut arguments: Vec<String> = ARGUMENTS.map(str::to_owned).into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.push(format!(
        "--lang={}",
        setup.languages.first().unwrap_or(&"en")
    ));
    arguments.extend([PAGES_READ_ROLES, LEFT_OUT].map(str::to_owned));
    arguments.extend(setup.is_private.then(|| "--incognito".to_owned()));
    arguments.extend(setup.arguments.iter().cloned());
    capable(
        setup,
        json!({
            "goog:chromeOptions": {
                "binary": browser,
                "args": arguments,
                "prefs": {
                    "intl.accept_languages": setup.languages.join(","),
                    // Not the new-tab page, which would ask for a hundred files of its own.
                    "session.restore_on_startup": 4,
                    "session.startup_urls": ["about:blank"],
                    "download.default_directory": profile.join(DOWNLOADS),
                    "download.prompt_for_download": false,
                    "profile.default_content_setting_values.cookies": if setup.refuses_storage { 2 } else { 1 },
                },
            },
            "goog:loggingPrefs": { "browser": "ALL", "performance": if setup.notes_requests { "ALL" } else { "OFF" } },
        }),
    )
}
