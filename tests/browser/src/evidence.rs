//! What a browser shows to the outside: pictures, the console, requests, and evidence of failures.

use crate::{
    browser::{Browser, done},
    console::{ConsoleLine, requests},
    driver::SessionCommand,
    wait::fail,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use std::{fs, panic::Location, path::Path};
use xtask::engine::Engine;

impl Browser {
    /// Writes a picture of the page to a PNG file.
    #[track_caller]
    pub fn screenshot(&self, file: &Path) -> impl Future<Output = ()> {
        let place = Location::caller();
        async move {
            let picture = done(place, "screenshot", self.client().screenshot().await);
            if let Err(error) = fs::write(file, picture) {
                fail(place, &format!("{}: {error}", file.display()));
            }
        }
    }

    /// The page as the browser prints it, a PDF on the sheets that its styles ask for; with backgrounds,
    /// where the user has them printed. Chromium only.
    #[track_caller]
    pub fn printed(&self, backgrounds: bool) -> impl Future<Output = Vec<u8>> {
        let options = json!({ "preferCSSPageSize": true, "printBackground": backgrounds });
        let printed = self.cdp("Page.printToPDF", options);
        async move {
            let printed = printed.await;
            let data = printed["data"].as_str().unwrap_or_default();
            STANDARD.decode(data).expect("a file in base64")
        }
    }

    /// What was written to the console since this was last asked, and no longer counts as a failure.
    /// A test that provokes errors takes them and looks at them.
    pub async fn take_console(&self) -> Vec<ConsoleLine> {
        self.keep_console().await;
        self.earlier_lines.take()
    }

    /// The addresses that all tabs have asked for since this was last asked.
    #[track_caller]
    pub fn take_requests(&self) -> impl Future<Output = Vec<String>> {
        let place = Location::caller();
        async move {
            match self.engine {
                Engine::Chromium => requests(&done(place, "log", self.log("performance").await)),
                _ => self.requests_heard(),
            }
        }
    }

    /// Fails if the console holds an error that the test has not taken.
    pub(crate) async fn expect_no_errors(&self) {
        // The browser asks for it by itself when a page names no icon, as a text file cannot.
        let icon = format!("{}/favicon.ico", self.site().origin());
        let errors: Vec<String> = self
            .take_console()
            .await
            .iter()
            .filter(|line| line.is_error() && !line.message.starts_with(&icon))
            .map(ToString::to_string)
            .collect();
        assert!(
            errors.is_empty(),
            "The console holds errors at the end of the test:\n{}",
            errors.join("\n")
        );
    }

    /// Leaves what helps to understand a failure: picture, page and console.
    pub(crate) async fn leave_evidence(&self, folder: &Path) {
        if fs::create_dir_all(folder).is_err() || !self.runs() {
            return;
        }
        let client = self.client();
        if let Ok(picture) = client.screenshot().await {
            let _ = fs::write(folder.join("page.png"), picture);
        }
        if let Ok(source) = client.source().await {
            let _ = fs::write(folder.join("page.html"), source);
        }
        let lines: Vec<String> = self
            .take_console()
            .await
            .iter()
            .map(ToString::to_string)
            .collect();
        let url = client
            .current_url()
            .await
            .map(|url| url.to_string())
            .unwrap_or_default();
        let _ = fs::write(
            folder.join("console.txt"),
            format!("{url}\n{}\n", lines.join("\n")),
        );
        for line in lines {
            eprintln!("console {line}");
        }
    }

    /// Moves the driver's console lines to ours: the driver forgets them when read, and when it ends.
    pub(crate) async fn keep_console(&self) {
        if self.runs() && self.engine != Engine::Chromium {
            let told = self.lines_told().await;
            self.earlier_lines.borrow_mut().extend(told);
        } else if self.runs()
            && let Ok(log) = self.log("browser").await
        {
            self.earlier_lines
                .borrow_mut()
                .extend(ConsoleLine::read(&log));
        }
    }

    async fn log(&self, kind: &str) -> Result<Value, CmdError> {
        SessionCommand::post("se/log", json!({ "type": kind }))
            .send(&self.client())
            .await
    }
}
