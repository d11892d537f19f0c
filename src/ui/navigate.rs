//! Going from page to page: the address bar is the only memory of where the user is.

use super::route::{Page, Route, Sheet};
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::LazyLock;
use wasm_bindgen::JsValue;

static ROUTE: LazyLock<ArcRwSignal<Route>> = LazyLock::new(|| ArcRwSignal::new(here()));

thread_local!(static RENAMED: Cell<bool> = const { Cell::new(false) });

/// The route shown now; tracked.
pub fn route() -> Route {
    ROUTE.get()
}

/// A part of the route, tracked; equal values wake nobody.
pub fn route_part<T: PartialEq + Send + Sync + 'static>(
    part: impl Fn(&Route) -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new(move |_| ROUTE.with(|route| part(route)))
}

/// The route shown now, for event handlers.
pub fn current_route() -> Route {
    ROUTE.get_untracked()
}

/// Follows the address bar from now on: typed addresses, links, back and forward.
pub fn follow_address() {
    let handle = window_event_listener(leptos::ev::hashchange, |_| {
        let route = here();
        if ROUTE.get_untracked() != route {
            ROUTE.set(route);
        }
    });
    // The listener lives as long as the program.
    std::mem::forget(handle);
}

/// Goes to a route; back returns to this one.
pub fn go(route: Route) {
    if route == current_route() {
        return;
    }
    // The browser then tells `follow_address`, as with any link.
    let _ = window().location().set_hash(&route.href());
}

/// Goes to a page.
pub fn go_to(page: Page) {
    go(Route::to(page));
}

/// Changes the address without a step that back would undo: for what is typed into a search box,
/// and for records that got another number.
pub fn replace(route: Route) {
    if let Ok(history) = window().history() {
        let href = route.href();
        // Refused only when called hundreds of times in a few seconds; the page is right anyhow.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&href));
    }
    ROUTE.set(route);
}

/// The record shown has another number: its page stays, under the new address.
pub fn rename_page(page: Page) {
    RENAMED.set(true);
    replace(Route {
        page,
        ..current_route()
    });
}

/// True once after [`rename_page`]: the address has changed, and still nobody went anywhere.
pub fn was_renamed() -> bool {
    RENAMED.take()
}

/// Opens a form in front of the page.
pub fn open_sheet(sheet: Sheet) {
    go(current_route().with(sheet));
}

/// Closes the form in front of the page.
pub fn close_sheet() {
    replace(current_route().without_sheet());
}

fn here() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}
