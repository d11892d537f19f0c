//! What a screen reader says besides role and name, above all what is wrong with a field; and clicks
//! that come twice.

use crate::{locator::Locator, scope::one_spaced, wait::Trouble};
use fantoccini::{
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
};
use std::time::Duration;

/// The text of the elements that describe an element.
const DESCRIPTION: &str = "
    const ids = (arguments[0].getAttribute('aria-describedby') ?? '').split(/\\s+/).filter(Boolean);
    return ids.map((id) => document.getElementById(id)?.innerText ?? '').join(' ');";

impl Locator<'_> {
    /// Waits until the field is marked as wrong and described by a sentence that contains `text`.
    #[track_caller]
    pub fn complains(&self, text: &str) -> impl Future<Output = ()> {
        let text = one_spaced(text);
        let locator = self.clone();
        self.when_there("read the complaint of", async move |element| {
            if element.attr("aria-invalid").await?.as_deref() != Some("true") {
                return Err(Trouble::NotYet("it is not marked as wrong".to_owned()));
            }
            let said = locator.description(element).await?;
            if said.contains(&text) {
                Ok(())
            } else {
                Err(Trouble::NotYet(format!(
                    "it is described by “{said}”, not “{text}”"
                )))
            }
        })
    }

    /// Waits until the field is not marked as wrong.
    #[track_caller]
    pub fn is_content(&self) -> impl Future<Output = ()> {
        let locator = self.clone();
        self.when_there("read", async move |element| {
            match element.attr("aria-invalid").await?.as_deref() {
                Some("true") => {
                    let said = locator.description(element).await?;
                    Err(Trouble::NotYet(format!("it complains: “{said}”")))
                }
                _ => Ok(()),
            }
        })
    }

    async fn description(&self, element: &Element) -> Result<String, Trouble> {
        let element =
            serde_json::to_value(element).map_err(|error| Trouble::Never(error.to_string()))?;
        let said = self
            .browser
            .client()
            .execute(DESCRIPTION, vec![element])
            .await?;
        Ok(one_spaced(said.as_str().unwrap_or_default()))
    }

    /// Clicks it twice, as fast as a mouse does.
    #[track_caller]
    pub fn double_click(&self) -> impl Future<Output = ()> {
        let browser = self.browser;
        self.when_there("double click", async move |element| {
            let press = || PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            };
            let release = || PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            };
            let to = PointerAction::MoveToElement {
                element: element.clone(),
                duration: Some(Duration::ZERO),
                x: 0.0,
                y: 0.0,
            };
            let clicks = MouseActions::new("mouse".to_owned())
                .then(to)
                .then(press())
                .then(release())
                .then(press())
                .then(release());
            Ok(browser.client().perform_actions(clicks).await?)
        })
    }
}
