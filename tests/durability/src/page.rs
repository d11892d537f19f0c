//! What the page is asked in its address, and how it answers: to the driver in its output, to the
//! server by asking for addresses that say what has been saved.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, Window};

/// What the address asks for.
pub struct Asked {
    /// The company's key.
    pub company: String,
    /// Which tab this is, from 1.
    pub tab: u32,
    /// How often the browser has been started for this company.
    pub round: u32,
    /// What to do when told to go.
    pub task: Task,
}

/// What to do.
pub enum Task {
    /// Create so many contacts, and tell how long each took.
    Create(u32),
    /// Work with contacts and interactions until the end, and tell the server of each save.
    Work,
    /// Create so many contacts and a segment of them.
    Prepare(u32),
    /// Log the segment that is open, and the one that follows it, until the end.
    Log,
    /// Fold, and tell how long it took.
    Fold,
}

impl Asked {
    /// Reads the address.
    pub fn read() -> Self {
        let search = window().location().search().expect("a page has an address");
        let value = |name: &str| {
            let pairs = search.trim_start_matches('?').split('&');
            let value = pairs
                .filter_map(|pair| pair.split_once('='))
                .find(|(n, _)| *n == name);
            value.map(|(_, value)| value.to_owned())
        };
        let number = |name: &str| value(name).and_then(|value| value.parse().ok());
        let needed =
            |name: &str| number(name).unwrap_or_else(|| panic!("the address names no {name}"));
        Self {
            company: value("company").expect("the address names a company"),
            tab: needed("tab"),
            round: needed("round"),
            task: match (number("create"), number("prepare")) {
                (Some(n), _) => Task::Create(n),
                (_, Some(n)) => Task::Prepare(n),
                _ if value("log").is_some() => Task::Log,
                _ if value("fold").is_some() => Task::Fold,
                _ => Task::Work,
            },
        }
    }
}

fn window() -> Window {
    web_sys::window().expect("this runs in a window")
}

/// Shows an answer under the word that asked for it.
pub fn say(word: &str, answer: &str) {
    let output = window()
        .document()
        .and_then(|page| page.query_selector("output").ok().flatten());
    let output = output.expect("the page has an output");
    output.set_text_content(Some(answer));
    // Only a name that is none would be refused.
    let _ = output.set_attribute("data-word", word);
}

/// Says that something went wrong which must not; nothing that follows counts.
pub fn failed(why: &str) {
    say("failed", why);
    tell(&[(
        "failed",
        &js_sys::encode_uri_component(why)
            .as_string()
            .unwrap_or_default(),
    )]);
}

/// Tells the server that something is saved. The page goes on at once: whenever this arrives, it is
/// true.
pub fn tell(what: &[(&str, &str)]) {
    let pairs: Vec<String> = what
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let address = format!("kept.txt?{}", pairs.join("&"));
    let options = Object::new();
    let fetch = || -> Result<JsValue, JsValue> {
        Reflect::set(&options, &"cache".into(), &"no-store".into())?;
        let fetch: Function = Reflect::get(&window(), &"fetch".into())?.dyn_into()?;
        fetch.call2(&window(), &address.into(), &options)
    };
    fetch().expect("the page can ask its server");
}

/// Milliseconds since 1970, with fractions.
pub fn clock_ms() -> f64 {
    let read = || -> Result<f64, JsValue> {
        let performance = Reflect::get(&window(), &"performance".into())?;
        let now: Function = Reflect::get(&performance, &"now".into())?.dyn_into()?;
        let since_start = now.call0(&performance)?.as_f64().unwrap_or_default();
        let start = Reflect::get(&performance, &"timeOrigin".into())?.as_f64();
        Ok(start.unwrap_or_default() + since_start)
    };
    read().expect("the browser has a clock")
}

/// What a tab notices when its user goes to another tab or comes back; whether it is hidden, it
/// then asks the browser. The app folds its journal when it is.
pub fn look_around() {
    let event = Event::new("visibilitychange").expect("events can be made");
    if let Some(document) = window().document() {
        // Nobody forbids this event.
        let _ = document.dispatch_event(&event);
    }
}
