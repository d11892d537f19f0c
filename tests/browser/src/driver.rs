//! One chromedriver with one browser under it, and the commands that the WebDriver client has no
//! function for.

use crate::{processes, setup::Setup};
use fantoccini::{Client, ClientBuilder, error::CmdError, wd::WebDriverCompatibleCommand};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};
use url::{ParseError, Url};
use xtask::chromium::{ARGUMENTS, Chromium};

/// How long a page may take to load and a script to end, unless the test has more patience.
const LONGEST_ANSWER: Duration = Duration::from_secs(60);

/// How often chromedriver is started before it is given up.
const MOST_STARTS: usize = 5;

/// Where downloads go, in the profile's folder.
pub(crate) const DOWNLOADS: &str = "downloads";

/// A running chromedriver and its browser. Both end when it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    /// The session with the browser.
    pub(crate) client: Client,
}

impl Driver {
    /// Starts both on a profile folder.
    pub(crate) async fn start(setup: &Setup, profile: &Path) -> Driver {
        let chromium = Chromium::find().unwrap_or_else(|| {
            panic!("Chromium or its driver is missing. `cargo xtask test browser` brings them.")
        });
        let (process, port) = listening(&chromium.driver, setup);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        if let Value::Object(capabilities) = capabilities(setup, &chromium.browser, profile) {
            builder.capabilities(capabilities);
        }
        match builder.connect(&format!("http://127.0.0.1:{port}")).await {
            Ok(client) => Driver { process, client },
            Err(error) => {
                let ids = processes::descendants(process.id());
                ids.into_iter()
                    .chain([process.id()])
                    .for_each(processes::kill_one);
                panic!("{} did not start: {error}", chromium.browser.display())
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
        let id = self.process.id();
        processes::descendants(id)
            .into_iter()
            .for_each(processes::kill_one);
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts chromedriver, and gives the port that it listens on.
///
/// It takes a free port of IPv6 and then the same one of IPv4. Where that is taken ("IPv4 port not
/// available"), as happens while others start beside it, it ends; then it is started again.
fn listening(driver: &Path, setup: &Setup) -> (Child, u16) {
    let mut printed = Vec::new();
    for _ in 0..MOST_STARTS {
        let mut process = Command::new(driver)
            .args(["--port=0", "--log-level=SEVERE"])
            .env("TZ", setup.time_zone)
            .env("LANG", "en_US.UTF-8")
            .env("LANGUAGE", setup.languages.join(":").replace('-', "_"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", driver.display()));
        match port_told(&mut process) {
            Ok(port) => return (process, port),
            Err(lines) => printed.extend(lines),
        }
        let _ = process.wait();
    }
    panic!("chromedriver ended without naming its port: {printed:?}")
}

/// The port that chromedriver chose: it prints "ChromeDriver was started successfully on port 41234."
///
/// # Errors
///
/// What it printed instead, when it ended.
fn port_told(process: &mut Child) -> Result<u16, Vec<String>> {
    let printed = process.stdout.take().map(BufReader::new);
    let mut lines = printed
        .into_iter()
        .flat_map(BufRead::lines)
        .map_while(Result::ok);
    let mut printed = Vec::new();
    let told = lines.find_map(|line| {
        let port = line
            .split_once("successfully on port ")
            .and_then(|(_, port)| port.trim_end_matches('.').parse().ok());
        printed.push(line);
        port
    });
    // It ends when it finds nobody reading what it prints.
    thread::spawn(move || lines.for_each(drop));
    told.ok_or(printed)
}

fn capabilities(setup: &Setup, browser: &Path, profile: &Path) -> Value {
    let mut arguments: Vec<String> = ARGUMENTS.map(str::to_owned).into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.push(format!(
        "--lang={}",
        setup.languages.first().unwrap_or(&"en")
    ));
    arguments.extend(setup.arguments.iter().cloned());
    let longest_ms = setup.patience.max(LONGEST_ANSWER).as_millis() as u64;
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
            },
        },
        "timeouts": { "pageLoad": longest_ms, "script": longest_ms },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
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
        let timeouts = |setup: Setup| {
            let asked = capabilities(&setup, Path::new("browser"), Path::new("profile"));
            asked["timeouts"].clone()
        };
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
