//! Running a test: a browser of its own, evidence when it fails, a clean console when it does not.

use crate::{
    browser::Browser,
    setup::{Setup, target},
};
use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
    thread,
};
use tokio::runtime::{Builder, Runtime};

/// Runs a test with a browser of its own, and asserts at its end that the console holds no error.
///
/// # Panics
/// When the test does, after a picture of the page, its text and its console have been left in
/// `target/flows/ENGINE/NAME/`.
pub fn flow(setup: Setup, test: impl AsyncFnOnce(&Browser)) {
    let runtime = runtime();
    let browser = runtime.block_on(Browser::start(setup));
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&browser).await;
            browser.expect_no_errors().await;
        });
    }));
    browser.note_faults(&test_name(), outcome.is_ok());
    match outcome {
        Ok(()) => runtime.block_on(browser.close()),
        Err(panic) => {
            let folder = target()
                .join("flows")
                .join(browser.engine().word())
                .join(test_name());
            // Best effort, for the failure may be that there is no browser any more.
            runtime.block_on(browser.leave_evidence(&folder));
            eprintln!("The page at that moment: {}", folder.display());
            drop(browser);
            resume_unwind(panic);
        }
    }
}

/// Runs a program that drives a browser: [`flow`] without the name of a test and its evidence.
pub fn drive<T>(setup: Setup, program: impl AsyncFnOnce(&Browser) -> T) -> T {
    runtime().block_on(async {
        let browser = Browser::start(setup).await;
        let result = program(&browser).await;
        browser.close().await;
        result
    })
}

fn runtime() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap_or_else(|error| panic!("no runtime: {error}"))
}

/// The test's name; Rust's test program gives it to the thread.
fn test_name() -> PathBuf {
    thread::current()
        .name()
        .unwrap_or("main")
        .replace("::", "-")
        .into()
}

/// An empty folder for one browser's profile.
pub(crate) fn new_profile() -> PathBuf {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let profile = target()
        .join("flows/profiles")
        .join(format!("{}-{number}", std::process::id()));
    fs::create_dir_all(&profile).unwrap_or_else(|error| panic!("{}: {error}", profile.display()));
    profile
}

/// The profile kept in a folder, and the port that its pages were served on: what a page stores
/// belongs to its address with the port. None is noted before the first time, and one is chosen.
pub(crate) fn kept_profile(folder: &Path) -> (PathBuf, u16) {
    let (profile, note) = (folder.join("profile"), folder.join("port"));
    let noted = fs::read_to_string(&note).ok();
    let port = noted
        .and_then(|port| port.parse().ok())
        .unwrap_or_else(free_port);
    fs::create_dir_all(&profile)
        .and_then(|()| fs::write(&note, port.to_string()))
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    (profile, port)
}

pub(crate) fn free_port() -> u16 {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|found| found.local_addr());
    free.unwrap_or_else(|error| panic!("no free port: {error}"))
        .port()
}
