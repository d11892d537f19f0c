//! Home: today in one look.

use crate::ui::store::Store;
use crate::ui::text::tr;
use leptos::prelude::*;

/// The home page.
#[component]
pub fn Home(
    /// The open company.
    store: Store,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| m.frame.home)}</h1>
                <p class="page-sub">{move || store.company().name}</p>
            </div>
        </header>
    }
    .into_any()
}
