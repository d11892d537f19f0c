//! How a [`Locator`] looks: candidates by CSS, then the role and name that the browser computes.

use crate::{
    browser::Browser,
    driver::SessionCommand,
    locator::{Locator, Step},
    role::Role,
    scope::{Name, one_spaced},
    wait::Trouble,
};
use fantoccini::elements::{Element, ElementRef};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use xtask::engine::Engine;

/// The elements that may be meant: shown, not silent, of a fitting kind, and holding the name's letters in
/// whatever a name is made of. It only saves questions; the browser's own computation decides. Where pages can
/// read it (see [`PAGES_READ_ROLES`]) the answer comes along: each question to the driver takes longer than this.
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
    // What lies behind a dialog has a role for pages, and none for people: the driver knows.
    const modals = [...document.querySelectorAll(":modal")];
    const isReached = (e) => !e.closest("[inert]") && modals.every((modal) => modals.length === 1 && modal.contains(e));
    return [...(scope ?? document).querySelectorAll(css)]
        .filter((e) => !needsBox || e.checkVisibility({ visibilityProperty: true }))
        .filter((e) => !e.closest("[aria-hidden=true]"))
        .filter((e) => letters === "" || e.getAttribute("aria-labelledby") || texts(e).some((text) => squash(text).includes(letters)))
        .map((e) => isReached(e) ? [e, e.computedRole ?? null, e.computedName ?? null] : [e, null, null]);
"#;

/// Lets pages of Chromium read which role and name it computed for an element. A question to its driver is a dozen
/// messages to the browser, and took a third of the time of a flow.
pub(crate) const PAGES_READ_ROLES: &str = "--enable-blink-features=ComputedAccessibilityInfo";

/// At most so many other things are named in a failure.
const NAMED_IN_FAILURES: usize = 30;

impl Locator<'_> {
    /// The one element that is meant.
    pub(crate) async fn only(&self) -> Result<Element, Trouble> {
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
    pub(crate) async fn all(&self) -> Result<Vec<Found>, Trouble> {
        let Some((step, before)) = self.steps.split_last() else {
            return Ok(Vec::new());
        };
        let scope = self.scope(before).await?;
        let found = self.matching(scope, step.role, &step.name).await?;
        let Some(text) = &step.shows else {
            return Ok(found);
        };
        let mut showing = Vec::new();
        for candidate in found {
            if one_spaced(&candidate.element.text().await?).contains(text) {
                showing.push(candidate);
            }
        }
        Ok(showing)
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
        // Firefox answers so where the page goes while it is asked.
        if candidates.is_null() {
            return Err(Trouble::NotYet("the page was just left".to_owned()));
        }
        let candidates: Vec<Candidate> = serde_json::from_value(candidates)
            .map_err(|error| Trouble::Never(error.to_string()))?;
        // All at once: asking for one takes as long.
        let mut names = match self.browser.engine() {
            Engine::WebKit => {
                let elements: Vec<Value> = candidates.iter().map(|one| json!(one.0)).collect();
                self.browser.names_of(&elements).await?
            }
            _ => Vec::new(),
        }
        .into_iter();
        let mut found = Vec::new();
        for Candidate(element, said, label) in candidates {
            let label = names.next().or(label);
            let Some(id) = element.into_values().next() else {
                continue;
            };
            let id = ElementRef::from(id);
            let said = match said {
                Some(said) => said,
                None => computed(self.browser, &id, "role").await?,
            };
            if !role.is_computed_as(&said, self.browser.engine()) {
                continue;
            }
            let label = match label {
                Some(label) => one_spaced(&label),
                None => computed(self.browser, &id, "label").await?,
            };
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

/// A reference to an element that may be meant, and the role and the name that the page could read.
#[derive(Deserialize)]
struct Candidate(HashMap<String, String>, Option<String>, Option<String>);

/// An element with the role and the name that were looked for.
pub(crate) struct Found {
    pub(crate) role: Role,
    pub(crate) name: String,
    pub(crate) element: Element,
}

/// Found things in a failure message.
pub(crate) fn listed(found: &[Found]) -> String {
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
pub(crate) async fn computed(
    browser: &Browser,
    id: &ElementRef,
    what: &str,
) -> Result<String, Trouble> {
    if what == "label" && browser.engine() == Engine::WebKit {
        return browser.name_of(id).await;
    }
    let command = SessionCommand::get(format!("element/{}/computed{what}", &**id));
    let answer = command.send(&browser.client()).await?;
    let said = one_spaced(answer.as_str().unwrap_or_default());
    // Firefox reads the mark before a list item as a part of it.
    Ok(said.strip_prefix("• ").map_or(said.clone(), str::to_owned))
}
