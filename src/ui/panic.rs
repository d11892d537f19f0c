//! A bug: the program has stopped. Says so in place of the page, and offers to start it again, also
//! with the page that writes a backup: whoever no longer trusts the program can take the data along.
//!
//! Built by hand, because the program that builds pages is what has stopped. What was saved is
//! saved; a form that was open is kept as a draft.

use super::route::{Page, Route};
use super::text::say;
use leptos::prelude::{document, window};
use std::panic::{self, PanicHookInfo};
use wasm_bindgen::JsValue;
use web_sys::Element;

/// From now on a panic is shown, and written to the browser's console.
pub fn show_panics() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        // The page may be in any state; what cannot be shown is in the console.
        let _ = show(info);
    }));
}

fn show(info: &PanicHookInfo) -> Result<(), JsValue> {
    let m = say();
    let Some(body) = document().body() else {
        return Ok(());
    };
    let main = element("main", "welcome-page", None)?;
    let view = element("div", "error-view", None)?;
    view.set_attribute("role", "alert")?;
    for (tag, class, text) in [
        ("h1", "", m.opening.stopped),
        ("p", "", m.opening.stopped_kept),
        ("p", "error-view-detail", &info.to_string()),
    ] {
        let part = element(tag, class, Some(text))?;
        view.append_child(&part)?;
    }
    let actions = element("div", "error-view-actions", None)?;
    // Only an address that differs before the # is loaded anew.
    let again = match window().location().search()?.as_str() {
        "?again" => "?anew",
        _ => "?again",
    };
    let backup = format!("{again}{}", Route::to(Page::Backup).href());
    for (text, address, kind) in [
        (m.opening.reload, again, "primary"),
        (m.opening.stopped_back_up, &backup, "normal"),
    ] {
        let link = element("a", "button", Some(text))?;
        link.set_attribute("data-kind", kind)?;
        link.set_attribute("href", address)?;
        actions.append_child(&link)?;
    }
    view.append_child(&actions)?;
    main.append_child(&view)?;
    body.replace_children_with_node_1(&main);
    Ok(())
}

fn element(tag: &str, class: &str, text: Option<&str>) -> Result<Element, JsValue> {
    let element = document().create_element(tag)?;
    element.set_class_name(class);
    element.set_text_content(text);
    Ok(element)
}
