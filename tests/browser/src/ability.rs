//! What one engine's automation can and another's cannot. A test that needs more than its engine has
//! says so and ends; it is written down, and `cargo xtask test` counts it as not in this engine.

use crate::browser::Browser;
use crate::noting::note;
use std::{env, fmt, thread};
use xtask::engine::{ENGINE_VARIABLE, Engine, NOT_HERE_VARIABLE};

/// Something that automation can do in one engine and not in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Start again on what a browser has stored before it ended: WebKit's automation forgets it.
    KeepStorage,
    /// Make a page as small as a phone's: others have a smallest window.
    SmallWindows,
    /// Hear the console, and run something before a page's own program, while a service worker
    /// answers for the host.
    SeeBehindWorker,
    /// Ask the browser for its own view: installability, forced media, storage by origin.
    DevTools,
    /// Tell the browser that there is no network.
    CutNetwork,
    /// Save a file where the test finds it.
    Download,
    /// Give the page so little room on the device that it runs out of it.
    LittleRoom,
    /// Be set to let no page store anything.
    RefuseStorage,
    /// Report tasks that hold a page up for more than 50 ms.
    LongTasks,
}

impl Ability {
    /// Whether this engine's automation can.
    pub fn is_of(self, engine: Engine) -> bool {
        match self {
            Ability::SmallWindows
            | Ability::DevTools
            | Ability::SeeBehindWorker
            | Ability::LongTasks => engine == Engine::Chromium,
            Ability::KeepStorage
            | Ability::CutNetwork
            | Ability::Download
            | Ability::LittleRoom
            | Ability::RefuseStorage => engine != Engine::WebKit,
        }
    }
}

impl fmt::Display for Ability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Ability::KeepStorage => "it forgets what is stored when it ends",
            Ability::SmallWindows => "its windows have a smallest size",
            Ability::SeeBehindWorker => {
                "a page that a service worker answers for cannot be watched"
            }
            Ability::DevTools => "it has no Chrome DevTools Protocol",
            Ability::CutNetwork => "it cannot be told that there is no network",
            Ability::Download => "its downloads go where the test does not find them",
            Ability::LittleRoom => "a page's room on the device cannot be set",
            Ability::RefuseStorage => "it cannot be set to let no page store anything",
            Ability::LongTasks => "it does not report long tasks",
        })
    }
}

/// The engine that the environment names, Chromium if it names none.
///
/// # Panics
/// When it names one that does not exist.
pub fn engine() -> Engine {
    let Ok(word) = env::var(ENGINE_VARIABLE) else {
        return Engine::Chromium;
    };
    Engine::of_word(&word).unwrap_or_else(|| {
        panic!("{ENGINE_VARIABLE} is chromium, firefox or webkit, not {word:?}.")
    })
}

impl Browser {
    /// What the browser is built on.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Whether this engine's automation can do something.
    pub fn can(&self, ability: Ability) -> bool {
        ability.is_of(self.engine)
    }

    /// As the opposite of [`Browser::can`], for a test that has nothing to say without: it is written
    /// down as not in this engine, and the test should end.
    #[must_use = "a test that goes on is not one that did not run"]
    pub fn lacks(&self, ability: Ability) -> bool {
        if self.can(ability) {
            return false;
        }
        let test = thread::current().name().unwrap_or("main").to_owned();
        let line = format!("{test}: {ability}");
        eprintln!("not in {}: {line}", self.engine);
        note(NOT_HERE_VARIABLE, &line);
        true
    }
}
