//! Leaving a card by a key: for the list it stands in.

use crate::ui::action::{Action, register};
use crate::ui::keys;
use crate::ui::navigate::go_to;
use crate::ui::route::Page;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Esc goes to the list. So does Ctrl+Enter, once what is typed has been handed over; what a field
/// refuses stays on the screen.
pub fn closes_to(list: Page) {
    let to = StoredValue::new(list);
    let close = Callback::new(move |()| go_to(to.get_value()));
    register(Action::new(|m| m.keys.close_page.into(), close).keys(keys::CLOSE));
    let save = Callback::new(move |()| {
        once_handed_over(move || {
            if let Some(list) = to.try_get_value() {
                go_to(list);
            }
        });
    });
    register(Action::new(|m| m.keys.save_and_close.into(), save).keys(keys::SAVE_AND_CLOSE));
}

/// Goes on once what is typed has been handed over, unless a field refuses it.
pub(super) fn once_handed_over(go_on: impl FnOnce() + 'static) {
    let focused = document().active_element();
    if let Some(field) = focused.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.blur();
    }
    // Once the field has said what it thinks of its text.
    request_animation_frame(move || {
        let wrong = document().query_selector("main [aria-invalid='true']");
        if let Ok(None) = wrong {
            go_on();
        }
    });
}
