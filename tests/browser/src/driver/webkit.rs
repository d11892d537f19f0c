//! WebKitGTK's own small browser under its WebKitWebDriver, on a display that nobody sees.

use super::{capable, command, started};
use crate::{
    flow::free_port,
    setup::{Setup, target},
    wait::PATIENCE,
};
use serde_json::{Value, json};
use std::{
    fs,
    net::{Ipv4Addr, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use xtask::engine::Programs;

/// Time between two tries whether the driver listens.
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

/// Starts WebKitWebDriver, and gives the port that it listens on. It prints nothing, and cannot choose a
/// port itself; where another took the free one first, it ends.
pub(super) fn listening(
    programs: &Programs,
    setup: &Setup,
    display: &str,
    profile: &Path,
) -> Result<(Child, u16), Vec<String>> {
    let port = free_port();
    let mut command = command(&programs.driver, setup);
    command.args(["--host=127.0.0.1", &format!("--port={port}")]);
    command.env("DISPLAY", display).stdout(Stdio::null());
    // It speaks the language of the system, and its colours are those of the desktop.
    let language = setup.languages.first().unwrap_or(&"en-GB");
    command.env("LANG", format!("{}.UTF-8", language.replace('-', "_")));
    command.env("LOCPATH", locales(language));
    command.env(
        "GTK_THEME",
        if setup.dark {
            "Adwaita:dark"
        } else {
            "Adwaita"
        },
    );
    for folder in ["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(folder, profile);
    }
    started(&mut command, |process| {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(port);
            }
            if let Ok(Some(status)) = process.try_wait() {
                return Err(vec![format!("WebKitWebDriver ended with {status}")]);
            }
            thread::sleep(BETWEEN_TRIES);
        }
        Err(vec!["WebKitWebDriver does not listen".to_owned()])
    })
}

/// What the session asks for.
pub(super) fn capabilities(setup: &Setup, browser: &Path) -> Value {
    let mut arguments = vec!["--automation".to_owned()];
    arguments.extend(setup.arguments.iter().cloned());
    capable(
        setup,
        json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "binary": browser, "args": arguments },
        }),
    )
}

/// A folder with the C library's knowledge of this language, which few systems have for all: without it
/// the browser speaks none ("C"). Made once; the sources are in Debian's package `locales`.
fn locales(language: &str) -> PathBuf {
    let folder = target().join("flows/locales");
    let name = language.replace('-', "_");
    let made = folder.join(format!("{name}.UTF-8"));
    if !made.is_dir() {
        // Beside it first: another test may be looking for it.
        let draft = folder.join(format!(
            "{name}-{}-{:?}",
            std::process::id(),
            thread::current().id()
        ));
        let _ = fs::create_dir_all(&folder);
        let _ = Command::new("localedef")
            .args(["-c", "-i", &name, "-f", "UTF-8"])
            .arg(&draft)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        // Where another was faster its folder stays.
        if fs::rename(&draft, &made).is_err() {
            let _ = fs::remove_dir_all(&draft);
        }
    }
    folder
}
