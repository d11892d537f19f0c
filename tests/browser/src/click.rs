//! Clicks, choosing, and selecting what a field holds. WebKit's driver refuses to click what is cut at its end by the cell it stands in, and does not
//! say why; there a click is the mouse going where the element can be hit.

use crate::{browser::Browser, keys, wait::Trouble};
use fantoccini::{
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
    error::CmdError,
};
use std::time::Duration;
use xtask::engine::Engine;

/// A point of the page where the mouse hits the element or its label; none if it is covered.
const HIT: &str = "
    const e = arguments[0];
    e.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const own = (hit) => hit !== null && (e.contains(hit) || [...(e.labels ?? [])].some((label) => label.contains(hit)));
    for (const box of e.getClientRects()) {
        for (const part of [0.5, 0.25, 0.1]) {
            const [x, y] = [Math.floor(box.left + box.width * part), Math.floor(box.top + box.height / 2)];
            if (own(document.elementFromPoint(x, y))) return [x, y];
        }
    }
    return null;";

/// Selects all that the field with the focus holds. A press of Ctrl+A now and then does nothing in WebKit's
/// small browser, just after a click.
pub(crate) async fn select_all(browser: &Browser, field: &Element) -> Result<(), CmdError> {
    if browser.engine() == Engine::WebKit {
        let field = serde_json::to_value(field)?;
        let client = browser.client();
        return client
            .execute("arguments[0].select()", vec![field])
            .await
            .map(drop);
    }
    browser
        .client()
        .perform_actions(keys::chord("Control+a"))
        .await
}

/// Clicks an element.
pub(crate) async fn click(browser: &Browser, element: &Element) -> Result<(), Trouble> {
    if browser.engine() != Engine::WebKit {
        return Ok(element.click().await?);
    }
    let to = serde_json::to_value(element).map_err(|error| Trouble::Never(error.to_string()))?;
    if element.is_enabled().await.is_ok_and(|enabled| !enabled) {
        return Err(Trouble::NotYet("it is disabled".to_owned()));
    }
    let hit = browser.client().execute(HIT, vec![to]).await?;
    let (Some(x), Some(y)) = (hit[0].as_i64(), hit[1].as_i64()) else {
        return Err(Trouble::NotYet("something covers it".to_owned()));
    };
    let clicked = MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveTo {
            duration: Some(Duration::ZERO),
            x: x as f64,
            y: y as f64,
        })
        .then(PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        })
        .then(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        });
    Ok(browser.client().perform_actions(clicked).await?)
}

/// Chooses an option of a native choice. Firefox's driver takes the focus away afterwards, as no person's
/// hand does: there the choice is told as a click would tell it, and the focus stays.
pub(crate) async fn choose(browser: &Browser, option: &Element) -> Result<(), Trouble> {
    if browser.engine() != Engine::Firefox {
        return Ok(option.click().await?);
    }
    const CHOSEN: &str = "
        const option = arguments[0];
        const choice = option.closest('select');
        choice.focus();
        choice.value = option.value;
        for (const type of ['input', 'change']) choice.dispatchEvent(new Event(type, { bubbles: true }));";
    let option = serde_json::to_value(option).map_err(|error| Trouble::Never(error.to_string()))?;
    browser.client().execute(CHOSEN, vec![option]).await?;
    Ok(())
}
