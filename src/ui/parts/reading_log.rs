//! What stands where the log is to be shown while it is still being read.

use super::progress::Progress;
use crate::ui::store::Store;
use crate::ui::text::tr;
use leptos::prelude::*;

/// The progress of reading the log, until it is there; then what is made of it.
pub fn once_log_is_there(
    store: Store,
    shown: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let view = move || match store.has_log() {
        true => untrack(&shown),
        false => {
            let done = Signal::derive(move || Some(store.log_is_at()));
            view! { <Progress label=tr(|m| m.opening.reading_log) done=done/> }.into_any()
        }
    };
    view.into_any()
}
