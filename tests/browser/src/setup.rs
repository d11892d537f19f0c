//! What a test starts with: the browser's language, theme, window and time zone, and how the app is
//! hosted.

use crate::wait::PATIENCE;
use serde_json::Value;
use std::{
    env,
    path::{Path, PathBuf},
    time::Duration,
};
use xtask::site::Site;

/// The path under which the tests host the app, so that nothing can depend on being at the root.
pub const BASE: &str = "/crm/";

/// How browser and site are set up. [`Setup::new`] is an English desktop, light, in Helsinki.
pub struct Setup {
    pub(crate) languages: &'static [&'static str],
    pub(crate) dark: bool,
    pub(crate) window: (u32, u32),
    pub(crate) time_zone: &'static str,
    pub(crate) patience: Duration,
    pub(crate) arguments: Vec<String>,
    pub(crate) hosting: Hosting,
    pub(crate) kept_in: Option<PathBuf>,
    pub(crate) has_worker: bool,
    pub(crate) is_private: bool,
    pub(crate) refuses_storage: bool,
    pub(crate) notes_requests: bool,
    pub(crate) firefox_preferences: Vec<(&'static str, Value)>,
}

pub(crate) type Hosting = Box<dyn FnOnce(Site) -> Site>;

impl Default for Setup {
    fn default() -> Setup {
        Setup::new()
    }
}

impl Setup {
    /// An English desktop of 1440 × 900 points, on which lists show all their columns, light, in Helsinki, with the app as good hosts send it.
    pub fn new() -> Setup {
        Setup {
            languages: &["en-GB", "en"],
            dark: false,
            window: (1440, 900),
            time_zone: "Europe/Helsinki",
            patience: PATIENCE,
            arguments: Vec::new(),
            hosting: Box::new(|site| site),
            kept_in: None,
            has_worker: false,
            is_private: false,
            refuses_storage: false,
            notes_requests: true,
            firefox_preferences: Vec::new(),
        }
    }

    /// A person whose browser speaks Finnish.
    pub fn finnish(self) -> Setup {
        self.languages(&["fi-FI", "fi"])
    }

    /// The languages that the browser asks for, most wanted first.
    pub fn languages(mut self, languages: &'static [&'static str]) -> Setup {
        self.languages = languages;
        self
    }

    /// A person who prefers dark colours.
    pub fn dark(mut self) -> Setup {
        self.dark = true;
        self
    }

    /// The room the page gets, in CSS pixels.
    pub fn window(mut self, width: u32, height: u32) -> Setup {
        self.window = (width, height);
        self
    }

    /// Where the device is, by a name of the time zone database.
    pub fn time_zone(mut self, name: &'static str) -> Setup {
        self.time_zone = name;
        self
    }

    /// How long to wait for what should happen at once, [`PATIENCE`] if nothing else is said.
    pub fn patience(mut self, patience: Duration) -> Setup {
        self.patience = patience;
        self
    }

    /// One more argument for the browser's command line.
    pub fn argument(mut self, argument: &str) -> Setup {
        self.arguments.push(argument.to_owned());
        self
    }

    /// Another host than a good one: other headers, damaged files.
    pub fn hosting(mut self, hosting: impl FnOnce(Site) -> Site + 'static) -> Setup {
        self.hosting = Box::new(hosting);
        self
    }

    /// With the service worker, which keeps the app for when there is no network. Other tests go without
    /// it: it fetches every file a second time.
    pub fn with_worker(mut self) -> Setup {
        self.has_worker = true;
        self
    }

    /// A window that keeps nothing once it is closed. WebKit under automation always is one.
    pub fn private(mut self) -> Setup {
        self.is_private = true;
        self
    }

    /// A browser whose user forbids all pages to store anything. WebKit's small browser has no such setting
    /// ([`Ability::RefuseStorage`](crate::Ability::RefuseStorage)).
    pub fn refusing_storage(mut self) -> Setup {
        self.refuses_storage = true;
        self.firefox_preference("network.cookie.cookieBehavior", 2)
    }

    /// A browser whose driver notes nothing of what pages do, which would slow them: for measuring. Then
    /// [`Browser::take_requests`](crate::Browser::take_requests) cannot be asked.
    pub fn unnoted(mut self) -> Setup {
        self.notes_requests = false;
        self
    }

    /// What Firefox lets people set in `about:config`; other engines have nothing of the kind.
    pub fn firefox_preference(mut self, name: &'static str, value: impl Into<Value>) -> Setup {
        self.firefox_preferences.push((name, value.into()));
        self
    }

    /// Keeps the browser's profile in a folder, and goes on with one that is there: what the page has
    /// stored stays for the next run.
    pub fn kept_in(mut self, folder: &Path) -> Setup {
        self.kept_in = Some(folder.to_owned());
        self
    }
}

/// The folder in which the built page lies.
///
/// # Panics
/// When it is not there; the message says how to build it.
pub fn site_folder() -> PathBuf {
    let folder = env::var_os("LOKIKIRJA_SITE").map_or_else(|| target().join("site"), PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "There is no built page in {}. `cargo xtask test browser` builds it and runs these tests.",
        folder.display(),
    );
    folder
}

/// The folder in which everything that is built lies.
pub fn target() -> PathBuf {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let root = root.canonicalize().unwrap_or(root);
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder))
}
