//! Using what was found by role and accessible name. A [`Locator`] says what is meant and looks for it
//! anew at each use, until it is there or the patience ends; it must be exactly one.

use crate::{
    browser::Browser,
    click::{choose, click, select_all},
    look::{computed, listed},
    role::Role,
    scope::{Name, Scope, one_spaced},
    wait::{Trouble, eventually_at},
};
use fantoccini::elements::Element;
use std::{fmt, panic::Location};

/// What is meant: a role and a name, inside what is meant by the steps before.
#[derive(Clone)]
pub struct Locator<'b> {
    pub(crate) browser: &'b Browser,
    pub(crate) steps: Vec<Step>,
}

#[derive(Clone)]
pub(crate) struct Step {
    pub(crate) role: Role,
    pub(crate) name: Name,
    /// Text that it must show, for roles that have no name of their own.
    pub(crate) shows: Option<String>,
    pub(crate) nth: Option<usize>,
}

impl Step {
    fn new(role: Role, name: Name) -> Step {
        Step {
            role,
            name,
            shows: None,
            nth: None,
        }
    }
}

impl fmt::Display for Locator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (
            index,
            Step {
                role,
                name,
                shows,
                nth,
            },
        ) in self.steps.iter().rev().enumerate()
        {
            let within = if index > 0 { " in " } else { "" };
            write!(f, "{within}{role} {name}")?;
            if let Some(text) = shows {
                write!(f, " showing “{text}”")?;
            }
            if let Some(nth) = nth {
                write!(f, " (number {} of them)", nth + 1)?;
            }
        }
        Ok(())
    }
}

impl<'b> Locator<'b> {
    pub(crate) fn new(browser: &'b Browser, role: Role, name: Name) -> Locator<'b> {
        Locator {
            browser,
            steps: vec![Step::new(role, name)],
        }
    }

    pub(crate) fn inside(&self, role: Role, name: Name) -> Locator<'b> {
        let mut steps = self.steps.clone();
        steps.push(Step::new(role, name));
        Locator {
            browser: self.browser,
            steps,
        }
    }

    /// Only what shows this text. List items and the rows of plain tables have no accessible name;
    /// what people go by is what stands in them.
    pub fn showing(mut self, text: &str) -> Locator<'b> {
        if let Some(step) = self.steps.last_mut() {
            step.shows = Some(one_spaced(text));
        }
        self
    }

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
        let browser = self.browser;
        self.when_there("click", async move |element| click(browser, element).await)
    }

    /// Replaces what a field holds, as a person does: click, select all, delete, type.
    #[track_caller]
    pub fn fill(&self, text: &str) -> impl Future<Output = ()> {
        let place = Location::caller();
        let text = text.to_owned();
        async move {
            let element = self
                .there(place, "fill", async |element| {
                    click(self.browser, element).await.map(|()| element.clone())
                })
                .await;
            if let Err(error) = select_all(self.browser, &element).await {
                crate::wait::fail(place, &format!("select all in {self}: {error}"));
            }
            self.browser.press("Delete").await;
            // Not every driver takes nothing for a text.
            if text.is_empty() {
                return;
            }
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
        let browser = self.browser;
        async move {
            option
                .there(place, "choose", async |element| {
                    choose(browser, element).await
                })
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
            eventually_at(
                place,
                self.browser.patience(),
                format!("list {self}"),
                names,
            )
            .await
        }
    }

    /// How many are meant, at this moment.
    #[track_caller]
    pub fn count(&self) -> impl Future<Output = usize> {
        let place = Location::caller();
        async move {
            eventually_at(
                place,
                self.browser.patience(),
                format!("count {self}"),
                async || Ok(self.all().await?.len()),
            )
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
            eventually_at(
                place,
                self.browser.patience(),
                format!("{n} of {self}"),
                async || {
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
                },
            )
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
    pub(crate) fn when_there<T>(
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
        eventually_at(
            place,
            self.browser.patience(),
            format!("{verb} {self}"),
            async || action(&self.only().await?).await,
        )
        .await
    }
}
