//! Keys of pages: Alt+N makes a new record, as in the reference product.

use crate::ui::screen::is_behind_dialog;
use leptos::{ev, prelude::*};

/// Listens for Alt+N while the page is shown. AltGr is Ctrl+Alt on many keyboards; it types.
pub fn on_new(new: Callback<()>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_alt = event.alt_key() && !event.ctrl_key() && !event.meta_key();
        if is_alt && !is_behind_dialog() && event.code() == "KeyN" {
            event.prevent_default();
            new.run(());
        }
    });
    on_cleanup(move || listener.remove());
}
