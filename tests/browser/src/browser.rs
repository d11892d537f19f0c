//! A browser with the app in it: addresses, tabs, keys, scripts, ending and starting again.

use crate::{
    ability::{Ability, engine},
    console::{ConsoleLine, REPORT_VIOLATIONS},
    driver::{DOWNLOADS, Driver, SessionCommand},
    flow::{kept_profile, new_profile},
    keys,
    setup::{BASE, Setup, site_folder},
    wait::{Trouble, eventually_at, fail},
    watched::Before,
};
use fantoccini::{
    Client,
    error::{CmdError, ErrorStatus},
    wd::WindowHandle,
};
use serde_json::{Value, json};
use std::{
    cell::{Cell, RefCell},
    fs, mem,
    net::{Ipv4Addr, TcpListener},
    panic::Location,
    path::{Path, PathBuf},
    time::Duration,
};
use xtask::{
    engine::Engine,
    site::{Serving, Site},
};

/// How long a file may take from the press to the last byte, in a build without optimisation.
const LONGEST_DOWNLOAD: Duration = Duration::from_secs(90);

/// A browser of its own, Chromium if the environment names no other, with a new profile, and a site of its own with the app.
///
/// The functions speak to the tab that was opened or [shown](Browser::show) last. Each that talks to
/// the browser panics with its place in the test when the browser does not answer as it should.
pub struct Browser {
    pub(crate) engine: Engine,
    setup: Setup,
    profile: PathBuf,
    driver: RefCell<Option<Driver>>,
    serving: Serving,
    /// Console lines of browsers that were ended and have not been taken.
    pub(crate) earlier_lines: RefCell<Vec<ConsoleLine>>,
    /// What runs in pages first, where the driver cannot see to it.
    pub(crate) before: Before,
    /// How many of the site's requests have been looked through for lines of the console.
    pub(crate) n_heard: Cell<usize>,
    /// How many have been given to the test.
    pub(crate) n_requests: Cell<usize>,
    /// How many faults the test has provoked.
    pub(crate) n_faults: Cell<u32>,
}

/// One of the browser's tabs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(WindowHandle);

impl Browser {
    /// Starts serving the app and a browser, on an empty page.
    ///
    /// # Panics
    /// When the page has not been built, or no browser can be started.
    pub async fn start(mut setup: Setup) -> Browser {
        let hosting = mem::replace(&mut setup.hosting, Box::new(|site| site));
        let site = Site::new(site_folder()).under(BASE);
        let site = if setup.has_worker {
            site
        } else {
            site.without_worker()
        };
        let mut site = hosting(site);
        let (engine, before) = (engine(), Before::default());
        // A worker refuses a page that is not as it was built.
        if engine != Engine::Chromium && !setup.has_worker {
            site = before.added_to(site);
        }
        let (profile, port) = match &setup.kept_in {
            Some(folder) => kept_profile(folder),
            None => (new_profile(), 0),
        };
        let serving = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .and_then(|listener| site.serve_on(listener))
            .unwrap_or_else(|error| panic!("serving the page: {error}"));
        let browser = Browser {
            engine,
            setup,
            profile,
            driver: RefCell::new(None),
            serving,
            earlier_lines: RefCell::new(Vec::new()),
            before,
            n_heard: Cell::new(0),
            n_requests: Cell::new(0),
            n_faults: Cell::new(0),
        };
        browser.start_again().await;
        browser
    }

    /// The site that serves the app to this browser.
    pub fn site(&self) -> &Serving {
        &self.serving
    }

    /// The profile folder, where the browser keeps its data.
    pub fn profile(&self) -> &Path {
        &self.profile
    }

    /// Waits for a download whose name ends so, and takes it away: gives its name and its bytes.
    #[track_caller]
    pub fn take_download(&self, ending: &str) -> impl Future<Output = (String, Vec<u8>)> {
        let place = Location::caller();
        let (ending, folder) = (ending.to_owned(), self.profile.join(DOWNLOADS));
        async move {
            let what = format!("a download *{ending}");
            eventually_at(place, LONGEST_DOWNLOAD, what, async || {
                let names: Vec<String> = fs::read_dir(&folder)
                    .into_iter()
                    .flatten()
                    .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
                    .collect();
                // A file gets its name once all of it is there; Firefox holds the name with an empty file before.
                let is_whole = |name: &&String| {
                    let n_bytes = fs::metadata(folder.join(name)).map_or(0, |file| file.len());
                    let comes = names.iter().any(|other| other.ends_with(".part"));
                    name.ends_with(&ending) && n_bytes > 0 && !comes
                };
                let Some(name) = names.iter().find(is_whole) else {
                    return Err(Trouble::NotYet(format!("there are {names:?}")));
                };
                let file = folder.join(name);
                let taken =
                    fs::read(&file).and_then(|bytes| fs::remove_file(&file).map(|()| bytes));
                match taken {
                    Ok(bytes) => Ok((name.clone(), bytes)),
                    Err(error) => Err(Trouble::Never(format!("{name}: {error}"))),
                }
            })
            .await
        }
    }

    /// The session, for what this harness has no function for.
    #[track_caller]
    pub fn client(&self) -> Client {
        match &*self.driver.borrow() {
            Some(driver) => driver.client.clone(),
            None => fail(
                Location::caller(),
                "The browser does not run: start_again() starts it.",
            ),
        }
    }

    /// How long this browser's locators wait.
    pub(crate) fn patience(&self) -> Duration {
        self.setup.patience
    }

    // Ending and starting

    /// Whether it runs: it does until it is killed or quit, and again after [`Browser::start_again`].
    pub fn runs(&self) -> bool {
        self.driver.borrow().is_some()
    }

    /// Ends the browser with SIGKILL, all its processes at once, as a power cut would.
    pub async fn kill(&self) {
        self.keep_console().await;
        self.kill_at_once().await;
    }

    /// As [`Browser::kill`], but what the console holds goes with it: to ask for that waits until a page that is busy
    /// comes to rest, and the kill is to fall into its work.
    pub async fn kill_at_once(&self) {
        self.provokes_fault();
        let driver = self.driver.borrow_mut().take();
        if let Some(driver) = driver {
            driver.kill().await;
        }
    }

    /// Closes the browser as a person does.
    pub async fn quit(&self) {
        self.keep_console().await;
        let driver = self.driver.borrow_mut().take();
        if let Some(driver) = driver {
            driver.close().await;
        }
    }

    /// [Kills](Browser::kill) the browser and starts it again, on an empty page. Where its automation
    /// forgets what is stored, only the page goes, from one moment to the next.
    pub async fn lose_power(&self) {
        if self.can(Ability::KeepStorage) {
            self.kill().await;
            self.start_again().await;
        } else {
            self.provokes_fault();
            self.leave_page().await;
        }
    }

    /// [Closes](Browser::quit) the browser and starts it again; as [`Browser::lose_power`].
    pub async fn restart(&self) {
        if self.can(Ability::KeepStorage) {
            self.quit().await;
            self.start_again().await;
        } else {
            self.leave_page().await;
        }
    }

    #[track_caller]
    fn leave_page(&self) -> impl Future<Output = ()> {
        let place = Location::caller();
        async move {
            self.keep_console().await;
            let left = self.client().goto("about:blank").await;
            done(place, "leave the page", left);
        }
    }

    /// Starts the browser on the profile it had, with an empty page.
    pub async fn start_again(&self) {
        assert!(self.driver.borrow().is_none(), "The browser still runs.");
        let driver = Driver::start(self.engine, &self.setup, &self.profile).await;
        *self.driver.borrow_mut() = Some(driver);
        self.prepare_tab(Location::caller()).await;
    }

    /// Ends everything and removes the profile.
    pub(crate) async fn close(&self) {
        self.quit().await;
    }

    // Where to be

    /// Opens an address of the app: `""` is its start, `"#/contacts"` a page.
    #[track_caller]
    pub fn open(&self, address: &str) -> impl Future<Output = ()> {
        let (place, url) = (
            Location::caller(),
            format!("{}{address}", self.serving.url()),
        );
        async move {
            done(
                place,
                &format!("open {url}"),
                self.client().goto(&url).await,
            )
        }
    }

    /// Loads the page again, as a person's button does.
    #[track_caller]
    pub fn reload(&self) -> impl Future<Output = ()> {
        let place = Location::caller();
        async move {
            if self.engine == Engine::Firefox {
                self.reload_by_page(place).await;
            } else {
                done(place, "reload", self.client().refresh().await);
            }
        }
    }

    /// Firefox's driver reloads past every cache, as Shift does to a person's button, and so past the service
    /// worker too: the host's page would be shown, or none without a network. The page itself reloads plainly.
    async fn reload_by_page(&self, place: &'static Location<'static>) {
        let client = self.client();
        // After the answer: a script whose page goes meanwhile has none.
        let leave = "setTimeout(() => location.reload()); return performance.timeOrigin";
        let before = done(place, leave, client.execute(leave, Vec::new()).await);
        let arrived = "return [performance.timeOrigin, document.readyState]";
        eventually_at(place, self.patience(), "reload".to_owned(), async || {
            match client.execute(arrived, Vec::new()).await {
                Ok(answer) if answer[0] != before && answer[1] == "complete" => Ok(()),
                Ok(answer) => Err(Trouble::NotYet(format!("the page answers {answer}"))),
                // It was asked just when one page made room for the other.
                Err(CmdError::Standard(error)) if error.error == ErrorStatus::JavascriptError => {
                    Err(Trouble::NotYet(error.to_string()))
                }
                Err(error) => Err(error.into()),
            }
        })
        .await;
    }

    /// Goes back in the tab's history.
    #[track_caller]
    pub fn back(&self) -> impl Future<Output = ()> {
        let place = Location::caller();
        async move { done(place, "back", self.client().back().await) }
    }

    /// The address behind the app's own: `"#/contacts"`.
    #[track_caller]
    pub fn address(&self) -> impl Future<Output = String> {
        let place = Location::caller();
        async move {
            let url = done(place, "address", self.client().current_url().await).to_string();
            url.strip_prefix(&self.serving.url())
                .map_or(url.clone(), str::to_owned)
        }
    }

    /// The tab's title.
    #[track_caller]
    pub fn title(&self) -> impl Future<Output = String> {
        let place = Location::caller();
        async move { done(place, "title", self.client().title().await) }
    }

    // Tabs

    /// The tab that is shown.
    #[track_caller]
    pub fn tab(&self) -> impl Future<Output = Tab> {
        let place = Location::caller();
        async move { Tab(done(place, "tab", self.client().window().await)) }
    }

    /// Opens a new tab on an address of the app and shows it.
    #[track_caller]
    pub fn open_tab(&self, address: &str) -> impl Future<Output = Tab> {
        let place = Location::caller();
        let address = address.to_owned();
        async move {
            let new = done(place, "new tab", self.client().new_window(true).await);
            let handle = new.handle;
            done(
                place,
                "show the new tab",
                self.client().switch_to_window(handle.clone()).await,
            );
            self.prepare_tab(place).await;
            self.open(&address).await;
            Tab(handle)
        }
    }

    /// Shows a tab; what follows speaks to it.
    #[track_caller]
    pub fn show(&self, tab: &Tab) -> impl Future<Output = ()> {
        let (place, handle) = (Location::caller(), tab.0.clone());
        async move {
            done(
                place,
                "show a tab",
                self.client().switch_to_window(handle).await,
            )
        }
    }

    /// Closes the tab that is shown. Another must be shown before going on.
    #[track_caller]
    pub fn close_tab(&self) -> impl Future<Output = ()> {
        let place = Location::caller();
        async move { done(place, "close a tab", self.client().close_window().await) }
    }

    /// What every new tab gets: room, colours, and the reporter of refused policies.
    async fn prepare_tab(&self, place: &'static Location<'static>) {
        let (width, height) = self.setup.window;
        if self.engine != Engine::Chromium {
            return self.resize(place, width, height).await;
        }
        let scheme = if self.setup.dark { "dark" } else { "light" };
        let commands = [
            (
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": REPORT_VIOLATIONS }),
            ),
            (
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
            ),
            (
                "Emulation.setEmulatedMedia",
                json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
            ),
        ];
        for (command, parameters) in commands {
            self.cdp_at(place, command, parameters).await;
        }
    }

    /// Makes the window so large that the page gets this room, or as near as the browser can.
    async fn resize(&self, place: &'static Location<'static>, width: u32, height: u32) {
        let client = self.client();
        let around = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let around = done(place, around, client.execute(around, Vec::new()).await);
        let [more_width, more_height] = [0, 1].map(|at| around[at].as_u64().unwrap_or_default());
        let size = client
            .set_window_size(width + more_width as u32, height + more_height as u32)
            .await;
        done(place, "resize the window", size);
    }

    // Keys

    /// Presses keys where the focus is: `"Enter"`, `"Control+k"`.
    #[track_caller]
    pub fn press(&self, chord: &str) -> impl Future<Output = ()> {
        let (place, actions) = (Location::caller(), keys::chord(chord));
        let what = format!("press {chord}");
        async move { done(place, &what, self.client().perform_actions(actions).await) }
    }

    /// Types a text where the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) -> impl Future<Output = ()> {
        let (place, actions) = (Location::caller(), keys::text(text));
        let what = format!("type {text:?}");
        async move { done(place, &what, self.client().perform_actions(actions).await) }
    }

    // Scripts and the browser's own commands

    /// Runs the body of a function in the page and gives what it returns. Scripts of the driver stand
    /// above the page's content security policy: they prove nothing about it.
    #[track_caller]
    pub fn script(&self, body: &str, arguments: Vec<Value>) -> impl Future<Output = Value> {
        let place = Location::caller();
        let body = body.to_owned();
        async move { done(place, &body, self.client().execute(&body, arguments).await) }
    }

    /// As [`Browser::script`], for a body that awaits.
    #[track_caller]
    pub fn script_async(&self, body: &str, arguments: Vec<Value>) -> impl Future<Output = Value> {
        let place = Location::caller();
        // WebDriver's asynchronous scripts end by calling their last argument.
        let whole = format!(
            "const given = [...arguments]; const end = given.pop(); \
             (async function () {{ {body} }})(...given).then(\
                 (value) => end({{ value: value ?? null }}), (error) => end({{ error: String(error) }}))"
        );
        async move {
            let ended = done(
                place,
                &whole,
                self.client().execute_async(&whole, arguments).await,
            );
            match ended.get("error") {
                Some(error) => fail(place, &format!("the script failed: {error}\n{whole}")),
                None => ended["value"].clone(),
            }
        }
    }

    /// Waits until the body of a function returns true in the page.
    #[track_caller]
    pub fn wait_for(&self, what: &str, body: &str) -> impl Future<Output = ()> {
        let place = Location::caller();
        let (what, body) = (what.to_owned(), body.to_owned());
        async move {
            eventually_at(place, self.patience(), what, async || {
                match self.client().execute(&body, Vec::new()).await? {
                    Value::Bool(true) => Ok(()),
                    other => Err(Trouble::NotYet(format!("the page answers {other}"))),
                }
            })
            .await;
        }
    }

    /// Tells the browser that there is no network, where it [can](Ability::CutNetwork) be told.
    #[track_caller]
    pub fn cut_network(&self) -> impl Future<Output = ()> {
        self.provokes_fault();
        let place = Location::caller();
        async move {
            match self.engine {
                Engine::Chromium => {
                    let cut = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
                    self.cdp_at(place, "Network.emulateNetworkConditions", cut)
                        .await;
                }
                Engine::Firefox => {
                    for (context, script) in
                        [("chrome", "Services.io.offline = true"), ("content", "")]
                    {
                        let context = json!({ "context": context });
                        let command = SessionCommand::post("moz/context", context);
                        done(
                            place,
                            "change the context",
                            command.send(&self.client()).await,
                        );
                        let done_there = self.client().execute(script, Vec::new()).await;
                        done(place, script, done_there);
                    }
                }
                Engine::WebKit => {}
            }
        }
    }

    /// A command of the Chrome DevTools Protocol, for the tab that is shown. Only for engines that
    /// [can](crate::Ability::DevTools).
    #[track_caller]
    pub fn cdp(&self, command: &str, parameters: Value) -> impl Future<Output = Value> {
        let command = command.to_owned();
        let place = Location::caller();
        async move { self.cdp_at(place, &command, parameters).await }
    }

    pub(crate) async fn cdp_at(
        &self,
        place: &'static Location<'static>,
        command: &str,
        parameters: Value,
    ) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        done(
            place,
            command,
            SessionCommand::post("goog/cdp/execute", body)
                .send(&self.client())
                .await,
        )
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // First the browser, which writes to its profile while it runs.
        self.driver.take();
        if self.setup.kept_in.is_none() {
            let _ = fs::remove_dir_all(&self.profile);
        }
    }
}

/// The answer, or the end of the test.
pub(crate) fn done<T>(
    place: &'static Location<'static>,
    what: &str,
    answer: Result<T, CmdError>,
) -> T {
    answer.unwrap_or_else(|error| fail(place, &format!("{what}: {error}")))
}
