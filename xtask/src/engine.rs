//! The three engines that browsers are built on, and the programs of each on this computer: the browser,
//! the WebDriver server that drives it, and what else it cannot start without.

use crate::chromium::{Chromium, named, on_path};
use std::{env, ffi::OsStr, fmt, fs, path::PathBuf};

/// Says which engine the browser tests run in; Chromium if nothing does.
pub const ENGINE_VARIABLE: &str = "LOKIKIRJA_ENGINE";
/// Names the file in which the browser tests write what did not run in an engine, a line for each.
pub const NOT_HERE_VARIABLE: &str = "LOKIKIRJA_NOT_HERE";
/// Names the file in which they write how many faults each test has provoked, and whether it held.
pub const FAULTS_VARIABLE: &str = "LOKIKIRJA_FAULTS";
/// Names the file in which they write what they have measured or counted, for people to read.
pub const FIGURES_VARIABLE: &str = "LOKIKIRJA_FIGURES";
/// Says how many long tasks the main job may take in the browser tests; where nothing does, they are not counted.
pub const LONG_TASKS_VARIABLE: &str = "LOKIKIRJA_MOST_LONG_TASKS";
/// Names the driver of Firefox, before any that is found on the search path.
pub const GECKODRIVER_VARIABLE: &str = "GECKODRIVER";

/// What a browser is built on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, Chrome, Edge.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari; here the small browser that comes with WebKitGTK.
    WebKit,
}

/// All of them, the first in which everything is tested.
pub const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

impl Engine {
    /// What it is called on the command line and in [`ENGINE_VARIABLE`].
    pub fn word(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The engine with this word.
    pub fn of_word(word: &str) -> Option<Engine> {
        ENGINES.into_iter().find(|engine| engine.word() == word)
    }

    /// Finds its programs on this computer; none if any is missing.
    pub fn find(self) -> Option<Programs> {
        self.find_on(&env::var_os("PATH")?)
    }

    /// The same on a search path, which is written like `PATH`.
    pub fn find_on(self, path: &OsStr) -> Option<Programs> {
        match self {
            Engine::Chromium => Chromium::find().map(|found| Programs {
                browser: found.browser,
                driver: found.driver,
                display: None,
            }),
            Engine::Firefox => Some(Programs {
                browser: named("FIREFOX")
                    .or_else(|| on_path("firefox-esr", path))
                    .or_else(|| on_path("firefox", path))?,
                driver: named(GECKODRIVER_VARIABLE).or_else(|| on_path("geckodriver", path))?,
                display: None,
            }),
            Engine::WebKit => Some(Programs {
                browser: named("MINIBROWSER").or_else(mini_browser)?,
                driver: named("WEBKITWEBDRIVER").or_else(|| on_path("WebKitWebDriver", path))?,
                display: Some(on_path("Xvfb", path)?),
            }),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "WebKit",
        })
    }
}

/// What an engine is started with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programs {
    /// The browser.
    pub browser: PathBuf,
    /// The WebDriver server.
    pub driver: PathBuf,
    /// A display that nobody sees, for a browser that cannot do without one.
    pub display: Option<PathBuf>,
}

/// WebKitGTK's own browser is not on the search path, but in a folder named after the processor and
/// the version of its interface.
fn mini_browser() -> Option<PathBuf> {
    let processors = fs::read_dir("/usr/lib").ok()?.flatten();
    let mut found: Vec<PathBuf> = processors
        .filter_map(|processor| fs::read_dir(processor.path()).ok())
        .flatten()
        .flatten()
        .map(|folder| folder.path())
        .filter(|folder| {
            let name = folder.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| name.starts_with("webkit"))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|program| program.is_file())
        .collect();
    found.sort();
    found.pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_engine_is_known_by_its_word() {
        for engine in ENGINES {
            assert_eq!(Engine::of_word(engine.word()), Some(engine));
        }
        assert_eq!(Engine::of_word("Firefox"), None);
    }
}
