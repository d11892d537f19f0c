//! Finding things by role and accessible name, and using them. A [`Locator`] says what is meant and
//! looks for it anew at each use, until it is there or the patience ends; it must be exactly one.

use crate::{
    browser::Browser,
    driver::SessionCommand,
    role::Role,
    wait::{Trouble, eventually_at},
};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};
use std::{fmt, panic::Location};

/// An accessible name to look for. Text becomes a [`Name::Is`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// Exactly this, apart from the amount and kind of white space.
    Is(String),
    /// Contains this.
    Has(String),
    /// Whatever it is called.
    Any,
}

/// A name that contains `text`.
pub fn has(text: &str) -> Name {
    Name::Has(text.to_owned())
}

/// Any name.
pub fn any() -> Name {
    Name::Any
}

impl From<&str> for Name {
    fn from(text: &str) -> Name {
        Name::Is(text.to_owned())
    }
}

impl From<String> for Name {
    fn from(text: String) -> Name {
        Name::Is(text)
    }
}

impl Name {
    fn fits(&self, name: &str) -> bool {
        match self {
            Name::Is(text) => one_spaced(name) == one_spaced(text),
            Name::Has(text) => one_spaced(name).contains(&one_spaced(text)),
            Name::Any => true,
        }
    }
}

/// White space of any kind and amount as one space: names wrap, and numbers hold no-break spaces.
fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Name::Is(text) => write!(f, "“{text}”"),
            Name::Has(text) => write!(f, "“…{text}…”"),
            Name::Any => f.write_str("of any name"),
        }
    }
}

/// A place to look in: the whole page ([`Browser`]) or one thing on it ([`Locator`]).
pub trait Scope {
    /// What has this role and this name here.
    fn find(&self, role: Role, name: impl Into<Name>) -> Locator<'_>;

    /// A button.
    fn button(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Button, name)
    }
    /// A link.
    fn link(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Link, name)
    }
    /// A field for text.
    fn textbox(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::TextBox, name)
    }
    /// A field for what to search.
    fn searchbox(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::SearchBox, name)
    }
    /// A field with a list to choose from.
    fn combobox(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Combobox, name)
    }
    /// One of the choices of such a list.
    fn option(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Option, name)
    }
    /// A box to tick.
    fn checkbox(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Checkbox, name)
    }
    /// On or off.
    fn switch(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Switch, name)
    }
    /// One of several, of which one is chosen.
    fn radio(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Radio, name)
    }
    /// A window over the page.
    fn dialog(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Dialog, name)
    }
    /// A heading.
    fn heading(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Heading, name)
    }
    /// A grid of cells.
    fn grid(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Grid, name)
    }
    /// A row of a grid or table.
    fn row(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Row, name)
    }
    /// A cell of a table.
    fn cell(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Cell, name)
    }
    /// A cell of a grid.
    fn grid_cell(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::GridCell, name)
    }
    /// A tab.
    fn tab_named(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Tab, name)
    }
    /// One of a menu.
    fn menu_item(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::MenuItem, name)
    }
    /// A message that does not interrupt.
    fn status(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Status, name)
    }
    /// A message that interrupts.
    fn alert(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Alert, name)
    }
    /// Things of one kind.
    fn list(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::List, name)
    }
    /// One of a list.
    fn list_item(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::ListItem, name)
    }
    /// Links through the app.
    fn navigation(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Navigation, name)
    }
    /// A named part of the page.
    fn region(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Region, name)
    }
    /// Things that belong together.
    fn group(&self, name: impl Into<Name>) -> Locator<'_> {
        self.find(Role::Group, name)
    }
}

impl Scope for Browser {
    fn find(&self, role: Role, name: impl Into<Name>) -> Locator<'_> {
        Locator {
            browser: self,
            steps: vec![Step::new(role, name.into())],
        }
    }
}

impl Scope for Locator<'_> {
    fn find(&self, role: Role, name: impl Into<Name>) -> Locator<'_> {
        let mut steps = self.steps.clone();
        steps.push(Step::new(role, name.into()));
        Locator {
            browser: self.browser,
            steps,
        }
    }
}

/// What is meant: a role and a name, inside what is meant by the steps before.
#[derive(Clone)]
pub struct Locator<'b> {
    browser: &'b Browser,
    steps: Vec<Step>,
}

#[derive(Clone)]
struct Step {
    role: Role,
    name: Name,
    nth: Option<usize>,
}

impl Step {
    fn new(role: Role, name: Name) -> Step {
        Step {
            role,
            name,
            nth: None,
        }
    }
}

impl fmt::Display for Locator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Step { role, name, nth }) in self.steps.iter().rev().enumerate() {
            let within = if index > 0 { " in " } else { "" };
            write!(f, "{within}{role} {name}")?;
            if let Some(nth) = nth {
                write!(f, " (number {} of them)", nth + 1)?;
            }
        }
        Ok(())
    }
}

/// The elements that may be meant: shown, of a fitting kind, and holding the name's letters in
/// whatever a name is made of. It only saves questions; the browser's own computation decides.
const CANDIDATES: &str = r#"
    const [scope, css, letters, needsBox] = arguments;
    const squash = (text) => (text ?? "").replace(/\s+/g, "").toLowerCase();
    const texts = (e) => {
        const ids = (e.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
        const inside = [...e.querySelectorAll("[aria-label], [alt], [title], [value], [placeholder]"), e];
        return [
            e.textContent,
            ...ids.map((id) => document.getElementById(id)?.textContent),
            ...[...(e.labels ?? [])].map((label) => label.textContent),
            ...inside.flatMap((i) => [i.getAttribute("aria-label"), i.getAttribute("alt"), i.getAttribute("title"), i.placeholder, i.value]),
        ];
    };
    return [...(scope ?? document).querySelectorAll(css)]
        .filter((e) => !needsBox || e.checkVisibility({ visibilityProperty: true }))
        .filter((e) => letters === "" || e.getAttribute("aria-labelledby") || texts(e).some((text) => squash(text).includes(letters)));
"#;

/// At most so many other things are named in a failure.
const NAMED_IN_FAILURES: usize = 30;

impl<'b> Locator<'b> {
    /// The one of several at this place, counted from 0 in the order of the page.
    pub fn nth(mut self, index: usize) -> Locator<'b> {
        if let Some(step) = self.steps.last_mut() {
            step.nth = Some(index);
        }
        self
    }

    /// The first of several.
    pub fn first(self) -> Locator<'b> {
        self.nth(0)
    }

    // Using it

    /// Clicks it.
    #[track_caller]
    pub fn click(&self) -> impl Future<Output = ()> {
        self.when_there("click", async |element| Ok(element.click().await?))
    }

    /// Replaces what a field holds, as a person does: click, select all, delete, type.
    #[track_caller]
    pub fn fill(&self, text: &str) -> impl Future<Output = ()> {
        let place = Location::caller();
        let text = text.to_owned();
        async move {
            let element = self
                .there(place, "fill", async |element| {
                    element
                        .click()
                        .await
                        .map(|()| element.clone())
                        .map_err(Trouble::from)
                })
                .await;
            self.browser.press("Control+a").await;
            self.browser.press("Delete").await;
            let typed = element.send_keys(&text).await;
            typed.unwrap_or_else(|error| {
                crate::wait::fail(place, &format!("type into {self}: {error}"))
            });
        }
    }

    /// Types into it, after what it holds.
    #[track_caller]
    pub fn add_text(&self, text: &str) -> impl Future<Output = ()> {
        let text = text.to_owned();
        self.when_there("type into", async move |element| {
            Ok(element.send_keys(&text).await?)
        })
    }

    /// Chooses from a native choice by the option's label.
    #[track_caller]
    pub fn choose(&self, label: &str) -> impl Future<Output = ()> {
        let place = Location::caller();
        let option = Locator {
            steps: self.find(Role::Option, label).steps,
            browser: self.browser,
        };
        async move {
            option
                .there(place, "choose", async |element| Ok(element.click().await?))
                .await
        }
    }

    /// Gives it the focus without clicking.
    #[track_caller]
    pub fn focus(&self) -> impl Future<Output = ()> {
        let browser = self.browser;
        self.when_there("focus", async move |element| {
            let element =
                serde_json::to_value(element).map_err(|error| Trouble::Never(error.to_string()))?;
            browser
                .client()
                .execute("arguments[0].focus()", vec![element])
                .await?;
            Ok(())
        })
    }

    /// Gives it the focus and presses keys.
    #[track_caller]
    pub fn press(&self, chord: &str) -> impl Future<Output = ()> {
        let (focused, pressed) = (self.focus(), self.browser.press(chord));
        async move {
            focused.await;
            pressed.await;
        }
    }

    // Reading it

    /// The text that it shows.
    #[track_caller]
    pub fn text(&self) -> impl Future<Output = String> {
        self.when_there("read", async |element| {
            Ok(one_spaced(&element.text().await?))
        })
    }

    /// Its accessible name.
    #[track_caller]
    pub fn name(&self) -> impl Future<Output = String> {
        let browser = self.browser;
        self.when_there("name", async move |element| {
            computed(browser, &element.element_id(), "label").await
        })
    }

    /// What a field holds.
    #[track_caller]
    pub fn value(&self) -> impl Future<Output = String> {
        self.when_there("read", async |element| {
            Ok(element.prop("value").await?.unwrap_or_default())
        })
    }

    /// An attribute, if it has it.
    #[track_caller]
    pub fn attribute(&self, attribute: &str) -> impl Future<Output = Option<String>> {
        let attribute = attribute.to_owned();
        self.when_there("read", async move |element| {
            Ok(element.attr(&attribute).await?)
        })
    }

    /// Whether a box is ticked or a switch is on.
    #[track_caller]
    pub fn is_checked(&self) -> impl Future<Output = bool> {
        self.when_there("read", async |element| {
            match element.attr("aria-checked").await? {
                Some(checked) => Ok(checked == "true"),
                None => Ok(element.is_selected().await?),
            }
        })
    }

    /// The names of all that are meant, in the order of the page; none is an answer too.
    #[track_caller]
    pub fn names(&self) -> impl Future<Output = Vec<String>> {
        let place = Location::caller();
        async move {
            let names = async || {
                Ok(self
                    .all()
                    .await?
                    .into_iter()
                    .map(|found| found.name)
                    .collect())
            };
            eventually_at(place, format!("list {self}"), names).await
        }
    }

    /// How many are meant, at this moment.
    #[track_caller]
    pub fn count(&self) -> impl Future<Output = usize> {
        let place = Location::caller();
        async move {
            eventually_at(place, format!("count {self}"), async || {
                Ok(self.all().await?.len())
            })
            .await
        }
    }

    // Waiting for it

    /// Waits until it is there.
    #[track_caller]
    pub fn seen(&self) -> impl Future<Output = ()> {
        self.when_there("see", async |_| Ok(()))
    }

    /// Waits until none is there.
    #[track_caller]
    pub fn gone(&self) -> impl Future<Output = ()> {
        self.counts(0)
    }

    /// Waits until so many are there.
    #[track_caller]
    pub fn counts(&self, n: usize) -> impl Future<Output = ()> {
        let place = Location::caller();
        async move {
            eventually_at(place, format!("{n} of {self}"), async || {
                match self.all().await {
                    // Where its surroundings are gone, it is gone with them.
                    Err(Trouble::NotYet(_)) if n == 0 => Ok(()),
                    Err(trouble) => Err(trouble),
                    Ok(found) if found.len() == n => Ok(()),
                    Ok(found) => Err(Trouble::NotYet(format!(
                        "there are {}: {}",
                        found.len(),
                        listed(&found)
                    ))),
                }
            })
            .await;
        }
    }

    /// Waits until its text contains `text`.
    #[track_caller]
    pub fn says(&self, text: &str) -> impl Future<Output = ()> {
        let text = one_spaced(text);
        self.when_there("read", async move |element| {
            let said = one_spaced(&element.text().await?);
            if said.contains(&text) {
                Ok(())
            } else {
                Err(Trouble::NotYet(format!("it says “{said}”, not “{text}”")))
            }
        })
    }

    /// Waits until the field holds exactly `value`.
    #[track_caller]
    pub fn holds(&self, value: &str) -> impl Future<Output = ()> {
        let value = value.to_owned();
        self.when_there("read", async move |element| {
            let held = element.prop("value").await?.unwrap_or_default();
            if held == value {
                Ok(())
            } else {
                Err(Trouble::NotYet(format!("it holds “{held}”, not “{value}”")))
            }
        })
    }

    /// Waits until an attribute has this value.
    #[track_caller]
    pub fn has_attribute(&self, attribute: &str, value: &str) -> impl Future<Output = ()> {
        let (attribute, value) = (attribute.to_owned(), value.to_owned());
        self.when_there("read", async move |element| {
            let found = element.attr(&attribute).await?;
            if found.as_deref() == Some(&value) {
                Ok(())
            } else {
                Err(Trouble::NotYet(format!(
                    "{attribute} is {found:?}, not {value:?}"
                )))
            }
        })
    }

    /// Waits until it has the focus.
    #[track_caller]
    pub fn has_focus(&self) -> impl Future<Output = ()> {
        let browser = self.browser;
        self.when_there("focus", async move |element| {
            let focused = browser.client().active_element().await?;
            if focused.element_id() == element.element_id() {
                return Ok(());
            }
            let name = computed(browser, &focused.element_id(), "label").await?;
            let role = computed(browser, &focused.element_id(), "role").await?;
            Err(Trouble::NotYet(format!("the focus is on {role} “{name}”")))
        })
    }

    // Looking for it

    #[track_caller]
    fn when_there<T>(
        &self,
        verb: &str,
        action: impl AsyncFn(&Element) -> Result<T, Trouble>,
    ) -> impl Future<Output = T> {
        self.there(Location::caller(), verb, action)
    }

    async fn there<T>(
        &self,
        place: &'static Location<'static>,
        verb: &str,
        action: impl AsyncFn(&Element) -> Result<T, Trouble>,
    ) -> T {
        eventually_at(place, format!("{verb} {self}"), async || {
            action(&self.only().await?).await
        })
        .await
    }

    /// The one element that is meant.
    async fn only(&self) -> Result<Element, Trouble> {
        let mut found = self.all().await?;
        match (self.steps.last().and_then(|step| step.nth), found.len()) {
            (_, 0) => Err(Trouble::NotYet(self.absence().await?)),
            (None, 1) => Ok(found.remove(0).element),
            (None, n) => Err(Trouble::NotYet(format!(
                "there are {n} of it: {}",
                listed(&found)
            ))),
            (Some(nth), n) if nth < n => Ok(found.remove(nth).element),
            (Some(_), n) => Err(Trouble::NotYet(format!(
                "there are only {n} of it: {}",
                listed(&found)
            ))),
        }
    }

    /// All that are meant by the last step, inside the one thing meant by the steps before.
    async fn all(&self) -> Result<Vec<Found>, Trouble> {
        let Some((step, before)) = self.steps.split_last() else {
            return Ok(Vec::new());
        };
        let scope = self.scope(before).await?;
        self.matching(scope, step.role, &step.name).await
    }

    async fn scope(&self, steps: &[Step]) -> Result<Value, Trouble> {
        if steps.is_empty() {
            return Ok(Value::Null);
        }
        let around = Locator {
            browser: self.browser,
            steps: steps.to_vec(),
        };
        let element = Box::pin(around.only()).await?;
        serde_json::to_value(&element).map_err(|error| Trouble::Never(error.to_string()))
    }

    async fn matching(&self, scope: Value, role: Role, name: &Name) -> Result<Vec<Found>, Trouble> {
        let letters: String = match name {
            Name::Is(text) | Name::Has(text) => text.to_lowercase().split_whitespace().collect(),
            Name::Any => String::new(),
        };
        // The options of a closed native choice take no room on the page.
        let needs_box = role != Role::Option;
        let client = self.browser.client();
        let arguments = vec![
            scope,
            json!(role.candidates()),
            json!(letters),
            json!(needs_box),
        ];
        let candidates = client.execute(CANDIDATES, arguments).await?;
        let mut found = Vec::new();
        for candidate in candidates.as_array().into_iter().flatten() {
            let Some(id) = candidate
                .as_object()
                .and_then(|reference| reference.values().next()?.as_str())
            else {
                continue;
            };
            let id = ElementRef::from(id.to_owned());
            if computed(self.browser, &id, "role").await? != role.computed() {
                continue;
            }
            let label = computed(self.browser, &id, "label").await?;
            if name.fits(&label) {
                let element = Element::from_element_id(client.clone(), id);
                found.push(Found {
                    role,
                    name: label,
                    element,
                });
            }
        }
        Ok(found)
    }

    /// What there is of this role instead.
    async fn absence(&self) -> Result<String, Trouble> {
        let Some((step, before)) = self.steps.split_last() else {
            return Ok(String::new());
        };
        let scope = self.scope(before).await?;
        let others = self.matching(scope, step.role, &Name::Any).await?;
        Ok(if others.is_empty() {
            format!("there is no {} at all", step.role)
        } else {
            format!("there is none, but {}", listed(&others))
        })
    }
}

struct Found {
    role: Role,
    name: String,
    element: Element,
}

fn listed(found: &[Found]) -> String {
    let names = found
        .iter()
        .take(NAMED_IN_FAILURES)
        .map(|found| format!("{} “{}”", found.role, found.name));
    let more = if found.len() > NAMED_IN_FAILURES {
        " and more"
    } else {
        ""
    };
    format!("{}{more}", names.collect::<Vec<_>>().join(", "))
}

/// The role or label that the browser computes for an element, as screen readers get it.
async fn computed(browser: &Browser, id: &ElementRef, what: &str) -> Result<String, Trouble> {
    let command = SessionCommand::get(format!("element/{}/computed{what}", &**id));
    let answer = command.send(&browser.client()).await?;
    Ok(one_spaced(answer.as_str().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_whatever_their_white_space() {
        assert!(Name::from("8,00 €").fits("8,00\u{a0}€"));
        assert!(Name::from("Create Interaction").fits(" Create\n  Interaction"));
        assert!(!Name::from("Create").fits("Create Interaction"));
        assert!(has("Adatum").fits("CT000012 Adatum Oy"));
        assert!(any().fits(""));
    }
}
