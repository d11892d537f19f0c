//! The tour: every page of the app and every dialog, sheet and menu that opens over one, with the way
//! there by role and name. What must hold everywhere is checked on each of its stops.
//!
//! A page or sheet that is in `ui/route/` and not here fails a test below.

mod campaigns;
mod opened;
mod pages;
mod sheets;

use crate::{Browser, Role, Scope, any, has};
use lokikirja::domain::classification::ClassKind;
use lokikirja::domain::code::Code;
use lokikirja::domain::interaction::EntryNo;
use lokikirja::domain::segment::criteria::ActionKind;
use lokikirja::domain::segment::question::{Answer, Question};
use lokikirja::domain::segment::selection::Part;
use lokikirja::domain::values::ContactType;
use lokikirja::domain::{Field, Table};
use lokikirja::language::Messages;
use lokikirja::ui::route::{Context, From, ListState, Page, Recipients, Route, Sheet};
use serde_json::json;

/// A name in the language of the messages.
type Say = fn(&'static Messages) -> String;

/// A place to look at.
#[derive(Clone, Debug)]
pub struct Stop {
    /// What pictures and complaints call it.
    pub name: &'static str,
    /// The address.
    pub route: Route,
    /// What is done there.
    pub steps: Vec<Step>,
    /// What is there then: what kind of thing, and what its name contains.
    pub shows: (Role, Say),
    /// It exists on a phone only.
    pub on_phone_only: bool,
}

/// What is done at an address to get to a stop.
#[derive(Clone, Debug)]
pub enum Step {
    /// Clicks the first of this role whose name contains this.
    Click(Role, Say),
    /// Fills the first field of this role whose name contains this.
    Fill(Role, Say, &'static str),
    /// Waits for the first of this role whose name contains this: keys do not wait for anybody to hear
    /// them.
    See(Role, Say),
    /// Presses keys.
    Press(&'static str),
}

/// A company and a person of the demo company.
const COMPANY: &str = "CT000001";
const PERSON: &str = "CT000005";
/// An open segment of it, filled by criteria.
const SEGMENT: &str = "SM00007";

impl Stop {
    /// Goes there and waits until it is seen. The demo company is open in the language of `m`.
    pub async fn visit(&self, browser: &Browser, m: &'static Messages) {
        browser.open(&self.route.href()).await;
        for step in &self.steps {
            match step {
                Step::Click(role, say) => browser.find(*role, has(&say(m))).first().click().await,
                Step::Fill(role, say, text) => {
                    browser.find(*role, has(&say(m))).first().fill(text).await;
                }
                Step::See(role, say) => browser.find(*role, has(&say(m))).first().seen().await,
                Step::Press(chord) => browser.press(chord).await,
            }
        }
        let (role, say) = self.shows;
        browser.find(role, has(&say(m))).first().seen().await;
        settled(browser).await;
    }

    /// Leaves whatever the steps have opened.
    pub async fn leave(&self, browser: &Browser) {
        if !self.steps.is_empty() {
            // Nothing that is open in the page survives this, and no question can stand in the way.
            let left = browser.client().goto("about:blank").await;
            left.unwrap_or_else(|error| panic!("{}: {error}", self.name));
        }
    }
}

/// Waits until nothing moves any more: animations ended, fonts loaded, everything drawn.
async fn settled(browser: &Browser) {
    let still = "return document.fonts.status === 'loaded' \
        && document.getAnimations().every((each) => each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity)";
    browser.wait_for("the page is still", still).await;
    let drawn =
        "await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))";
    browser.script_async(drawn, Vec::new()).await;
}

/// Gives the page other room and another look, as a window that is resized and a system that turns
/// dark do. `touch`: the screen is used with a finger.
pub async fn look(browser: &Browser, (width, height): (u32, u32), dark: bool, touch: bool) {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    browser
        .cdp("Emulation.setDeviceMetricsOverride", metrics)
        .await;
    let scheme = if dark { "dark" } else { "light" };
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    browser.cdp("Emulation.setEmulatedMedia", media).await;
    let touched = json!({ "enabled": touch, "maxTouchPoints": 1 });
    browser
        .cdp("Emulation.setTouchEmulationEnabled", touched)
        .await;
    settled(browser).await;
}

/// All stops in the demo company, in an order in which none spoils the next.
pub fn stops() -> Vec<Stop> {
    let mut stops = pages::pages();
    stops.extend(campaigns::stops());
    stops.extend(sheets::sheets());
    stops.extend(opened::opened());
    stops
}

/// Those to which an address alone leads, whatever was visited before, on a desktop as well.
pub fn addressed() -> Vec<Stop> {
    let mut stops = pages::pages();
    stops.extend(campaigns::stops());
    stops.extend(sheets::sheets());
    stops.retain(|stop| stop.steps.is_empty() && !stop.on_phone_only);
    stops
}

fn code<const MAX: usize>(text: &str) -> Code<MAX> {
    Code::new(text).unwrap_or_else(|reason| panic!("{text} is no code: {reason:?}"))
}

fn field(m: &'static Messages, field: Field) -> String {
    (m.terms.field)(field).to_owned()
}

fn log_entries(m: &'static Messages) -> String {
    (m.terms.records)(Table::LogEntry).to_owned()
}

fn page(name: &'static str, page: Page, say: Say) -> Stop {
    at(name, Route::to(page), say)
}

fn at(name: &'static str, route: Route, say: Say) -> Stop {
    Stop {
        name,
        route,
        steps: Vec::new(),
        shows: (Role::Heading, say),
        on_phone_only: false,
    }
}

impl Stop {
    fn then(mut self, step: Step) -> Stop {
        self.steps.push(step);
        self
    }

    fn shows(mut self, role: Role) -> Stop {
        self.shows.0 = role;
        self
    }

    fn on_phone(mut self) -> Stop {
        self.on_phone_only = true;
        self
    }
}

/// Loads the demo company in the browser's language.
pub async fn load_demo(browser: &Browser, m: &'static Messages) {
    browser.open("").await;
    browser.button(m.start.load_demo).click().await;
    browser.region(m.home.latest).seen().await;
    browser.find(Role::Main, any()).seen().await;
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROUTES: &str = concat!(
        include_str!("../../../src/ui/route/page.rs"),
        include_str!("../../../src/ui/route/sheet.rs"),
    );

    /// The variants of an enum of the routes.
    fn variants(name: &str) -> Vec<&'static str> {
        let start = format!("pub enum {name} {{");
        let body = ROUTES
            .split_once(&start)
            .and_then(|(_, rest)| rest.split_once("\n}"));
        let lines = body.map(|(body, _)| body.lines()).into_iter().flatten();
        lines
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with('#'))
            .map(|line| line.split(['(', ',']).next().unwrap_or_default())
            .collect()
    }

    fn shown<T: std::fmt::Debug>(value: &T) -> String {
        let text = format!("{value:?}");
        text.split(['(', ' ']).next().unwrap_or_default().to_owned()
    }

    #[test]
    fn the_tour_stops_at_every_page_and_at_every_sheet() {
        let stops = stops();
        for (name, least) in [("Page", 15), ("Sheet", 4)] {
            let variants = variants(name);
            assert!(variants.len() >= least, "{variants:?}");
            // A link that leads on to Home is nothing to stop at.
            for variant in variants.into_iter().filter(|variant| *variant != "Demo") {
                let is_there = stops.iter().any(|stop| match name {
                    "Page" => shown(&stop.route.page) == variant,
                    _ => stop.route.sheet.as_ref().map(shown).as_deref() == Some(variant),
                });
                assert!(is_there, "no stop of the tour has {name}::{variant}");
            }
        }
    }

    #[test]
    fn each_stop_has_a_name_of_its_own() {
        let stops = stops();
        let names: std::collections::BTreeSet<&str> = stops.iter().map(|stop| stop.name).collect();
        assert_eq!(names.len(), stops.len());
    }
}
