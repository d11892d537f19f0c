//! The frame around every page: navigation, top bar, the page itself, and the bar of a phone.

mod help;
mod navigation;
mod search_box;
mod search_records;
mod status;
mod top;

pub use help::HelpSheet;
pub use navigation::brand;
pub use top::{apply_theme, switches};

use super::leaving::hold_back;
use super::store::Store;
use super::text::tr;
use crate::browser::preferences;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// The frame with a page in it.
#[component]
pub fn Shell(
    /// The open company.
    store: Store,
    /// The page.
    children: Children,
) -> impl IntoView {
    // What is on its way to the device when the tab is closed might not arrive.
    hold_back(|_| true, move || store.is_saving());
    crate::ui::action::listen();
    let narrow = RwSignal::new(preferences::preferences().narrow_navigation);
    let skip = |event: ev::MouseEvent| {
        // The address belongs to the routes, so the link moves the focus itself.
        event.prevent_default();
        focus_page();
    };
    view! {
        <div class="shell" data-nav=move || narrow.get().then_some("folded")>
            <a class="skip-link" href="#page" on:click=skip>{tr(|m| m.parts.skip_to_content)}</a>
            {navigation::navigation(store, narrow)}
            {top::top(store)}
            <main class="shell-page" id="page" tabindex="-1">{children()}</main>
            {navigation::bottom_bar(store)}
        </div>
    }
    .into_any()
}

/// Moves the focus to the page, as after following a link.
pub fn focus_page() {
    let page = document().get_element_by_id("page");
    if let Some(page) = page.and_then(|page| page.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = page.focus();
    }
}
