//! The browser that the tests drive: where it is on this computer, and how it is started.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Names the browser to test with, before any that is found on the search path.
pub const BROWSER_VARIABLE: &str = "CHROMIUM";
/// Names the driver to test with; wasm-bindgen's test runner reads the same variable.
pub const DRIVER_VARIABLE: &str = "CHROMEDRIVER";

/// What Chromium is started with: without a window, without the services that would call home, and
/// without what a container lacks (a sandbox for root, a GPU, a large /dev/shm).
pub const ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// A browser of the Chromium family and the driver that fits it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chromium {
    /// The browser's program.
    pub browser: PathBuf,
    /// The WebDriver server's program, `chromedriver`.
    pub driver: PathBuf,
}

impl Chromium {
    /// Finds both on this computer; none if either is missing.
    pub fn find() -> Option<Chromium> {
        let browser = named(BROWSER_VARIABLE).or_else(|| {
            let names = [
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
                "chrome",
            ];
            names.into_iter().find_map(on_search_path)
        })?;
        let driver = named(DRIVER_VARIABLE).or_else(|| {
            let names = ["chromedriver", "chromium.chromedriver"];
            names.into_iter().find_map(on_search_path)
        })?;
        Some(Chromium { browser, driver })
    }

    /// The first number of the browser's and of the driver's version: 156 and 156 fit each other.
    /// None where a program does not say.
    pub fn major_versions(&self) -> Option<(u32, u32)> {
        Some((major_version(&self.browser)?, major_version(&self.driver)?))
    }
}

pub(crate) fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
}

/// The first program of this name in a folder of the search path.
pub fn on_search_path(name: &str) -> Option<PathBuf> {
    on_path(name, &env::var_os("PATH")?)
}

/// The first program of this name in a folder of `path`, which is written like `PATH`.
pub fn on_path(name: &str, path: &std::ffi::OsStr) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(path)
        .map(|folder| folder.join(&file))
        .find(|program| program.is_file())
}

fn major_version(program: &Path) -> Option<u32> {
    let output = Command::new(program)
        .arg("--version")
        .stderr(Stdio::null())
        .output()
        .ok()?;
    first_number(&String::from_utf8_lossy(&output.stdout))
}

/// "Chromium 156.0.8078.79 built on Debian" gives 156.
fn first_number(version: &str) -> Option<u32> {
    version
        .split_whitespace()
        .find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_the_programs_print_them() {
        assert_eq!(
            first_number("Chromium 156.0.8078.79 built on Debian GNU/Linux 12"),
            Some(156)
        );
        assert_eq!(
            first_number("ChromeDriver 156.0.8078.79 (a21ce95-refs/branch-heads/8078)"),
            Some(156)
        );
        assert_eq!(first_number("no version"), None);
    }
}
