//! Going from page to page: the address bar is the only memory of where the user is.
//!
//! Every entry of the tab's history carries its place, counted from the entry at which the app was
//! first opened. So an address that an open form holds back can be put back exactly, whether it was
//! reached by back, forward, a link or typing, and the scrolling of each place can be found again.

use super::history::{self, Arrival};
use super::leaving::{self, Way};
use super::route::{Page, Route, Sheet};
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::LazyLock;

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

/// Follows the address bar from now on: typed addresses, links, back and forward. Warns before the
/// tab is closed with something typed that is stored nowhere.
pub fn follow_address() {
    history::start();
    let arrived = window_event_listener(leptos::ev::hashchange, |_| arrive(history::arrival()));
    // An address that is the same again tells nothing but this.
    let moved = window_event_listener(leptos::ev::popstate, |_| history::passed_by());
    let unload = window_event_listener(leptos::ev::beforeunload, |event| {
        if leaving::is_something_unkept() {
            event.prevent_default();
            // For browsers that do not know the line above; the text is shown by none.
            event.set_return_value("unkept");
        }
    });
    // The listeners live as long as the program.
    std::mem::forget((arrived, moved, unload));
}

fn arrive(arrival: Arrival) {
    let Arrival::At { steps } = arrival else {
        return;
    };
    let (before, now) = (current_route(), here());
    if steps != 0 && leaves(&before, &now) && !leaving::may_leave(&Way::Steps(steps)) {
        history::put_back(steps);
        return;
    }
    history::settle(steps);
    if before != now {
        ROUTE.set(now);
    }
}

/// Whether another page or form is gone to; a list filtered otherwise is the same page.
fn leaves(before: &Route, now: &Route) -> bool {
    before.page != now.page || before.sheet != now.sheet
}

/// Goes to a route; back returns to this one. An open form may ask first.
pub fn go(route: Route) {
    let before = current_route();
    if route == before {
        return;
    }
    if leaves(&before, &route) && !leaving::may_leave(&Way::To(route.clone())) {
        return;
    }
    // The browser then tells `follow_address`, as with any link.
    history::push(&route.href());
}

/// Goes to a page.
pub fn go_to(page: Page) {
    go(Route::to(page));
}

/// Goes the way that a form held back, now that it is told to.
pub fn go_on(way: Way) {
    match way {
        Way::Steps(steps) => history::step(steps),
        Way::To(route) => go(route),
    }
}

/// Changes the address without a step that back would undo: for how a list is ordered and filtered, and for
/// records that got another number.
pub fn replace(route: Route) {
    history::replace(&route.href());
    ROUTE.set(route);
}

/// The same for what is typed into a search box, which comes key by key: the address follows when the typing rests.
pub fn replace_typed(route: Route) {
    history::replace_late(route.href());
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
    Route::parse(&history::address())
}
