//! Keys of pages: Alt+N makes a new record, as in the reference product.

use leptos::{ev, prelude::*};

/// Listens for Alt+N while the page is shown. AltGr is Ctrl+Alt on many keyboards; it types.
pub fn on_new(new: Callback<()>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_alt = event.alt_key() && !event.ctrl_key() && !event.meta_key();
        // Behind a dialog there is nothing to make.
        let is_free = document()
            .query_selector("dialog[open]")
            .is_ok_and(|open| open.is_none());
        if is_alt && is_free && event.code() == "KeyN" {
            event.prevent_default();
            new.run(());
        }
    });
    on_cleanup(move || listener.remove());
}
