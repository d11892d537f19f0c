//! What is measured: as a person does it, with real clicks and keys; timed in the page, from the event
//! to the frame that shows its last consequence.

use crate::report::Figure;
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};
use serde_json::{Value, json};

/// A page that has not changed for so long after an event is done with it.
const QUIET_MS: u32 = 250;
/// How long lists are scrolled.
const SCROLLED_MS: u32 = 5_000;
/// What a turn of a wheel's notch moves, in each frame.
const WHEEL_PX: f64 = 120.0;
/// Frames in which a list is scrolled from its first row to its last.
const THROUGH_FRAMES: f64 = 300.0;
/// At 60 frames a second each has 16.7 ms; the timer is that exact.
const FRAME_MS: f64 = 16.7 + 1.0;
const HITCH_MS: f64 = 50.0;

/// What is typed to find contacts, character by character, and taken back from the end.
const TYPED: [&str; 5] = [
    "mäkelä",
    "tampereen leipomo",
    "äijälä puusepät",
    "040 000 12",
    "ct0004",
];
/// What is typed to find interactions.
const TYPED_IN_LOG: [&str; 2] = ["tarjous hyllyistä", "reklamaatio"];
/// What is typed to jump anywhere.
const JUMPED: [&str; 4] = ["salo", "leipomo", "hämeenlinnan", "ct00012"];

/// Measures everything with the company that is in the browser. `texts`: the texts and names of its
/// contacts, for the comparison. `only_starts`: nothing but how it starts.
pub async fn measure(browser: &Browser, texts: &Value, only_starts: bool) -> Vec<Figure> {
    let mut bench = Bench::new(browser);
    bench.starts().await;
    if only_starts {
        return bench.figures;
    }
    bench.pages().await;
    bench.list("Contacts", "Contacts", &TYPED).await;
    bench.jump().await;
    bench
        .list("Interactions", "Interaction Log Entries", &TYPED_IN_LOG)
        .await;
    bench.baseline(texts).await;
    bench.figures
}

/// Measures in a browser, and keeps the figures.
pub struct Bench<'b> {
    /// The browser.
    pub browser: &'b Browser,
    /// What was measured so far.
    pub figures: Vec<Figure>,
}

impl<'b> Bench<'b> {
    /// Nothing is measured yet.
    pub fn new(browser: &'b Browser) -> Self {
        Self {
            browser,
            figures: Vec::new(),
        }
    }

    /// Has every page that is loaded from now on measure.
    pub async fn probe(&self) {
        let script = json!({ "source": include_str!("probe.js") });
        let command = "Page.addScriptToEvaluateOnNewDocument";
        self.browser.cdp(command, script).await;
    }

    // Pages

    async fn pages(&mut self) {
        self.browser.open("#/").await;
        self.browser.reload().await;
        self.browser.region("Latest interactions").seen().await;
        self.take_tasks().await;
        for round in ["", ", again"] {
            for page in ["Contacts", "Interactions", "Home"] {
                let took = self.after("click", self.go_to(page)).await;
                self.figure(format!("open {page}{round}"), took).await;
            }
        }
    }

    async fn go_to(&self, page: &str) {
        let navigation = self.browser.find(Role::Navigation, any()).first();
        navigation.link(has(page)).click().await;
    }

    // A list

    async fn list(&mut self, link: &str, heading: &str, typed: &[&str]) {
        self.go_to(link).await;
        self.browser.heading(heading).seen().await;
        let count = "return [document.querySelectorAll('[role=row]').length, document.querySelectorAll('*').length]";
        let counts = self.browser.script(count, Vec::new()).await;
        for (at, what) in ["rows", "elements"].into_iter().enumerate() {
            let n = number(&counts[at]);
            self.add(
                format!("{heading}: {what} in the page"),
                "count",
                vec![n],
                Vec::new(),
            );
        }
        self.scroll(heading).await;
        self.search(heading, typed).await;
        self.sort(heading).await;
    }

    async fn scroll(&mut self, heading: &str) {
        let through = "const grid = document.querySelector('[role=grid]');
            return (grid.scrollHeight - grid.clientHeight) / arguments[0]";
        let through = self
            .browser
            .script(through, vec![json!(THROUGH_FRAMES)])
            .await;
        for (kind, pixels) in [
            ("by wheel", WHEEL_PX),
            ("from end to end", number(&through)),
        ] {
            let scroll = "const grid = document.querySelector('[role=grid]');
                grid.scrollTop = 0;
                return await bench.scroll(grid, arguments[0], arguments[1])";
            self.take_tasks().await;
            let arguments = vec![json!(pixels), json!(SCROLLED_MS)];
            let scrolled = self.browser.script_async(scroll, arguments).await;
            let tasks = self.take_tasks().await;
            let frames = numbers(&scrolled["frames"]);
            let over = |limit: f64| frames.iter().filter(|took| **took > limit).count() as f64;
            let (late, hitches) = (over(FRAME_MS), over(HITCH_MS));
            let name = format!("{heading}: scroll {kind}");
            let n_frames = frames.len() as f64;
            self.add(format!("{name}, a frame"), "ms", frames, tasks);
            let counts = [
                ("frames", n_frames),
                ("frames over 16.7 ms", late),
                ("frames over 50 ms", hitches),
                ("frames without a row", number(&scrolled["empty"])),
            ];
            for (what, n) in counts {
                self.add(format!("{name}, {what}"), "count", vec![n], Vec::new());
            }
        }
        let top = "document.querySelector('[role=grid]').scrollTop = 0";
        self.browser.script(top, Vec::new()).await;
    }

    async fn search(&mut self, heading: &str, typed: &[&str]) {
        self.browser.searchbox(any()).click().await;
        let keys = typed.iter().flat_map(|text| {
            let forth = text.chars().map(|c| c.to_string());
            forth.chain(text.chars().map(|_| "Backspace".to_owned()))
        });
        let took = self.keys(keys).await;
        self.figure(format!("{heading}: key to found rows"), took)
            .await;
    }

    async fn sort(&mut self, heading: &str) {
        let sortable = "return [...document.querySelectorAll('[role=columnheader][aria-sort]')].map((head) => head.innerText.trim())";
        let columns = self.browser.script(sortable, Vec::new()).await;
        let columns = columns.as_array().cloned().unwrap_or_default();
        for column in columns.iter().filter_map(Value::as_str) {
            let mut took = Vec::new();
            for _ in 0..2 {
                let head = self.browser.find(Role::ColumnHeader, has(column));
                let button = head.button(has(column));
                took.extend(self.after("click", button.click()).await);
            }
            self.figure(format!("{heading}: sort by {column}"), took)
                .await;
        }
    }

    // Jumping

    async fn jump(&mut self) {
        self.go_to("Contacts").await;
        self.browser.heading("Contacts").seen().await;
        self.take_tasks().await;
        let opened = self.after("keydown", self.browser.press("Control+k")).await;
        self.figure("Ctrl+K", opened).await;
        let keys = JUMPED.iter().flat_map(|text| {
            let back = text.chars().map(|_| "Backspace".to_owned());
            text.chars().map(|c| c.to_string()).chain(back)
        });
        let took = self.keys(keys).await;
        self.figure("Ctrl+K: key to first results", took).await;
        let dialog = self.browser.find(Role::Dialog, any());
        dialog.button("Close").click().await;
        dialog.gone().await;
    }

    // The comparison

    async fn baseline(&mut self, texts: &Value) {
        let typed: Vec<String> = TYPED
            .iter()
            .flat_map(|text| {
                let folded = lokikirja::domain::search::fold(text);
                let ends: Vec<usize> = folded
                    .char_indices()
                    .map(|(at, c)| at + c.len_utf8())
                    .collect();
                ends.into_iter()
                    .map(move |end| folded[..end].to_owned())
                    .collect::<Vec<_>>()
            })
            .collect();
        let arguments = vec![
            texts["folded"].clone(),
            texts["names"].clone(),
            json!(typed),
        ];
        let took = self
            .browser
            .script_async(include_str!("baseline.js"), arguments)
            .await;
        let filtered = took["filter"].as_array().cloned().unwrap_or_default();
        let filtered = filtered.iter().map(|pair| number(&pair[0])).collect();
        self.add(
            "plain JavaScript: filter the same texts",
            "ms",
            filtered,
            Vec::new(),
        );
        let sorted = numbers(&took["sort"]);
        self.add(
            "plain JavaScript: sort names by Intl.Collator",
            "ms",
            sorted,
            Vec::new(),
        );
    }

    // Measuring

    /// Presses one key after the other, each when the page is done with the one before. Keys that
    /// change nothing in the page count for nothing.
    async fn keys(&mut self, keys: impl Iterator<Item = String>) -> Vec<f64> {
        let mut took = Vec::new();
        for key in keys {
            took.extend(
                self.after("keydown", self.browser.press(&press(&key)))
                    .await,
            );
        }
        took
    }

    /// How long the page takes for what an event leads to, none if that is nothing.
    pub async fn after(&self, event: &str, act: impl Future<Output = ()>) -> Option<f64> {
        self.browser
            .script("bench.arm(arguments[0])", vec![json!(event)])
            .await;
        act.await;
        let settled = "return await bench.settled(arguments[0])";
        self.browser
            .script_async(settled, vec![json!(QUIET_MS)])
            .await
            .as_f64()
    }

    /// How long the main thread was busy at a time since this was last asked, in milliseconds.
    pub async fn take_tasks(&self) -> Vec<f64> {
        let taken = "return bench.tasks.splice(0).map(([_, took]) => took)";
        numbers(&self.browser.script(taken, Vec::new()).await)
    }

    /// Keeps what took so long, with the tasks since they were last asked for.
    pub async fn figure(&mut self, name: impl Into<String>, took: impl IntoIterator<Item = f64>) {
        let tasks = self.take_tasks().await;
        self.add(name, "ms", took.into_iter().collect(), tasks);
    }

    /// Keeps a figure.
    pub fn add(
        &mut self,
        name: impl Into<String>,
        unit: &'static str,
        samples: Vec<f64>,
        tasks: Vec<f64>,
    ) {
        let figure = Figure {
            name: name.into(),
            unit,
            samples,
            tasks,
        };
        println!("  {}: {figure} {unit}", figure.name);
        self.figures.push(figure);
    }
}

/// The chord of a character: a blank has a name.
fn press(key: &str) -> String {
    if key == " " {
        "Space".to_owned()
    } else {
        key.to_owned()
    }
}

/// A number that a script gave; 0 for what is none.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().map(number).collect()
}
