//! One WebDriver server with one browser under it, of any engine, and the commands that the WebDriver
//! client has no function for.

mod chromium;
mod firefox;
mod webkit;

use crate::{processes, setup::Setup};
use fantoccini::{Client, ClientBuilder, error::CmdError, wd::WebDriverCompatibleCommand};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};
use url::{ParseError, Url};
use xtask::{display::Display, engine::Engine};

/// How long a page may take to load and a script to end, unless the test has more patience.
const LONGEST_ANSWER: Duration = Duration::from_secs(60);

/// How often a driver is started before it is given up.
const MOST_STARTS: usize = 5;

/// Where downloads go, in the profile's folder.
pub(crate) const DOWNLOADS: &str = "downloads";

/// A running WebDriver server and its browser. Both end when it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    /// The display that the browser is on, where it cannot do without one.
    _display: Option<Display>,
    /// The session with the browser.
    pub(crate) client: Client,
}

impl Driver {
    /// Starts both on a profile folder.
    pub(crate) async fn start(engine: Engine, setup: &Setup, profile: &Path) -> Driver {
        let programs = engine.find().unwrap_or_else(|| {
            panic!(
                "{engine} or its driver is missing. `cargo xtask test {}` brings them.",
                engine.word()
            )
        });
        let left_behind: &[&str] = match engine {
            Engine::Chromium => &chromium::LEFT_BEHIND,
            Engine::Firefox => &firefox::LEFT_BEHIND,
            Engine::WebKit => &[],
        };
        for left in left_behind {
            let _ = fs::remove_file(profile.join(left));
        }
        let display = programs.display.as_deref().and_then(Display::start);
        let on_display = display.as_ref().map_or("", |display| &display.name);
        let (process, port) = patiently(|| match engine {
            Engine::Chromium => chromium::listening(&programs, setup),
            Engine::Firefox => firefox::listening(&programs, setup),
            Engine::WebKit => webkit::listening(&programs, setup, on_display, profile),
        });
        let capabilities = match engine {
            Engine::Chromium => chromium::capabilities(setup, &programs.browser, profile),
            Engine::Firefox => firefox::capabilities(setup, profile),
            Engine::WebKit => webkit::capabilities(setup, &programs.browser),
        };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        if let Value::Object(capabilities) = capabilities {
            builder.capabilities(capabilities);
        }
        let connected = builder.connect(&format!("http://127.0.0.1:{port}")).await;
        match connected {
            Ok(client) => Driver {
                process,
                _display: display,
                client,
            },
            Err(error) => {
                end(process);
                panic!("{} did not start: {error}", programs.browser.display())
            }
        }
    }

    /// Ends the browser and all its processes with SIGKILL, then the driver.
    pub(crate) async fn kill(mut self) {
        let mut ids = processes::descendants(self.process.id());
        ids.push(self.process.id());
        processes::kill(&ids).await;
        // Only takes note of the end, which has come.
        let _ = self.process.wait();
    }

    /// Lets the browser close as when its last window is closed.
    pub(crate) async fn close(self) {
        let children = processes::descendants(self.process.id());
        // A browser that is gone already needs no closing.
        let _ = self.client.clone().close().await;
        processes::kill(&children).await;
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        end_one(&mut self.process);
    }
}

fn end(mut process: Child) {
    end_one(&mut process);
}

/// Ends a process with all under it.
fn end_one(process: &mut Child) {
    processes::descendants(process.id())
        .into_iter()
        .for_each(processes::kill_one);
    let _ = process.kill();
    let _ = process.wait();
}

/// Starts a driver again where it ends at once, as when another took its port.
fn patiently(start: impl Fn() -> Result<(Child, u16), Vec<String>>) -> (Child, u16) {
    let mut printed = Vec::new();
    for _ in 0..MOST_STARTS {
        match start() {
            Ok(started) => return started,
            Err(lines) => printed.extend(lines),
        }
    }
    panic!("the driver ended without listening: {printed:?}")
}

/// What is common to the commands that start drivers.
fn command(driver: &Path, setup: &Setup) -> Command {
    let mut command = Command::new(driver);
    command
        .env("TZ", setup.time_zone)
        .env("LANGUAGE", setup.languages.join(":").replace('-', "_"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// Starts a driver and finds out its port.
///
/// # Errors
/// What is known of it when it has ended instead.
fn started(
    command: &mut Command,
    port: impl Fn(&mut Child) -> Result<u16, Vec<String>>,
) -> Result<(Child, u16), Vec<String>> {
    let name = command.get_program().to_owned();
    let mut process = command
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", name.display()));
    match port(&mut process) {
        Ok(port) => Ok((process, port)),
        Err(lines) => {
            end(process);
            Err(lines)
        }
    }
}

/// What every engine is asked for, beside its own.
fn capable(setup: &Setup, mut capabilities: Value) -> Value {
    let longest_ms = setup.patience.max(LONGEST_ANSWER).as_millis() as u64;
    capabilities["timeouts"] = json!({ "pageLoad": longest_ms, "script": longest_ms });
    capabilities
}

/// A command of the session, by its path after `session/ID/`.
#[derive(Debug)]
pub(crate) struct SessionCommand {
    path: String,
    body: Option<Value>,
}

impl SessionCommand {
    pub(crate) fn get(path: String) -> SessionCommand {
        SessionCommand { path, body: None }
    }

    pub(crate) fn post(path: &str, body: Value) -> SessionCommand {
        SessionCommand {
            path: path.to_owned(),
            body: Some(body),
        }
    }

    pub(crate) async fn send(self, client: &Client) -> Result<Value, CmdError> {
        client.issue_cmd(self).await
    }
}

impl WebDriverCompatibleCommand for SessionCommand {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        base_url.join(&format!(
            "session/{}/{}",
            session_id.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patient_test_gives_scripts_and_pages_as_long_and_no_test_less_than_a_minute() {
        let timeouts = |setup: Setup| capable(&setup, json!({}))["timeouts"].clone();
        let patient = Setup::new().patience(Duration::from_secs(300));
        assert_eq!(
            timeouts(patient),
            json!({ "pageLoad": 300_000, "script": 300_000 })
        );
        let hasty = Setup::new().patience(Duration::from_millis(200));
        assert_eq!(
            timeouts(hasty),
            json!({ "pageLoad": 60_000, "script": 60_000 })
        );
    }
}
