//! What kind of screen the app is on, and whether a dialog lies over the page.

use leptos::prelude::*;
use std::sync::LazyLock;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::MediaQueryList;

/// As in the style sheets: below this the navigation is a bar at the bottom.
const PHONE: &str = "(max-width: 639.98px)";

static IS_PHONE: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| {
    let query = window().match_media(PHONE).ok().flatten();
    let signal = ArcRwSignal::new(query.as_ref().is_some_and(MediaQueryList::matches));
    if let Some(query) = query {
        let (now, told) = (query.clone(), signal.clone());
        let changed = Closure::<dyn Fn()>::new(move || told.set(now.matches()));
        // A browser that does not tell of changes keeps the layout it started with.
        let _ = query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
        // The listener lives as long as the program.
        changed.forget();
    }
    signal
});

/// True on a screen as narrow as a phone's; tracked.
pub fn is_phone() -> bool {
    IS_PHONE.get()
}

/// Behind a dialog the keys of a page do nothing.
pub fn is_behind_dialog() -> bool {
    document()
        .query_selector("dialog[open]")
        .is_ok_and(|open| open.is_some())
}
