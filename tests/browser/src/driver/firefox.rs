//! Firefox under its geckodriver.

use super::{DOWNLOADS, capable, chromium::told, command};
use crate::setup::Setup;
use serde_json::{Value, json};
use std::{path::Path, process::Child};
use xtask::engine::Programs;

/// What a killed one leaves; a new one would wait for another that uses the profile.
pub(super) const LEFT_BEHIND: [&str; 3] = ["lock", ".parentlock", "MarionetteActivePort"];

/// Starts geckodriver, and gives the port that it listens on, or what it printed instead.
pub(super) fn listening(programs: &Programs, setup: &Setup) -> Result<(Child, u16), Vec<String>> {
    let mut command = command(&programs.driver, setup);
    command.args(["--port", "0", "--host", "127.0.0.1", "--log", "info"]);
    command.arg("--binary").arg(&programs.browser);
    // A test may tell the browser that there is no network, which pages cannot.
    command.arg("--allow-system-access");
    command.env("LANG", "en_US.UTF-8");
    // "1793480000000 geckodriver INFO Listening on 127.0.0.1:41234"
    super::started(&mut command, |process| {
        told(process, |line| {
            let (_, address) = line.split_once("Listening on ")?;
            address.rsplit_once(':')?.1.trim().parse().ok()
        })
    })
}

/// What the session asks for.
pub(super) fn capabilities(setup: &Setup, profile: &Path) -> Value {
    let scheme = if setup.dark { 0 } else { 1 };
    let mut options = json!({
        "args": ["-headless", "-profile", profile],
        "prefs": {
            "intl.accept_languages": setup.languages.join(","),
            "layout.css.prefers-color-scheme.content-override": scheme,
            // Nothing that would call home.
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            "app.update.enabled": false,
            "toolkit.telemetry.enabled": false,
            "datareporting.policy.dataSubmissionEnabled": false,
            // The network's name for this computer is not looked for, and not waited for.
            "network.dns.disablePrefetch": true,
            // It would open what it has downloaded before, instead of an empty page.
            "browser.sessionstore.resume_from_crash": false,
            "browser.privatebrowsing.autostart": setup.is_private,
            "browser.download.folderList": 2,
            "browser.download.dir": profile.join(DOWNLOADS),
            "browser.download.always_ask_before_handling_new_types": false,
            "browser.download.alwaysOpenPanel": false,
        },
    });
    options["args"]
        .as_array_mut()
        .into_iter()
        .for_each(|arguments| arguments.extend(setup.arguments.iter().map(|given| json!(given))));
    for (name, value) in &setup.firefox_preferences {
        options["prefs"][name] = value.clone();
    }
    capable(setup, json!({ "moz:firefoxOptions": options }))
}
