//! Search, order and filters of the page's list, kept in the address: they survive a reload and can
//! be shared. Where the user was in the list is remembered until the program ends.

use crate::ui::navigate::{current_route, replace, replace_typed, route, route_part};
use crate::ui::parts::list::{ListPlace, SortBy};
use crate::ui::route::{ListState, Route};
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::HashMap;

/// Search, order and filters of the list on the page. Cheap to copy.
#[derive(Clone, Copy)]
pub struct ListAddress {
    /// The text searched for.
    pub search: Memo<String>,
    /// The column ordered by, if it is not the list's own order.
    pub sort: Memo<Option<SortBy>>,
    /// The columns filtered, each with its expression.
    pub filters: Memo<Vec<(String, String)>>,
    /// Where the user is in the list.
    pub place: RwSignal<ListPlace>,
}

thread_local! {
    /// Where the user was in each list, by the address of its page, and what the list showed then.
    static PLACES: RefCell<HashMap<String, (ListState, ArcRwSignal<ListPlace>)>> = RefCell::default();
}

impl ListAddress {
    /// Of a list that can be ordered by these columns.
    pub fn of(columns: Vec<&'static str>) -> Self {
        let sort = route_part(move |route| {
            let (column, descending) = route.list.sort.as_ref()?;
            let column = columns.iter().find(|each| *each == column)?;
            Some(SortBy {
                column,
                descending: *descending,
            })
        });
        Self {
            search: route_part(|route| route.list.search.clone()),
            sort,
            filters: route_part(|route| route.list.filters.clone()),
            place: place(&current_route()),
        }
    }

    /// Told the text searched for.
    pub fn on_search(self) -> Callback<String> {
        Callback::new(|search| replace_typed(changed(|list| list.search = search)))
    }

    /// Told the order asked for.
    pub fn on_sort(self) -> Callback<SortBy> {
        Callback::new(|SortBy { column, descending }| {
            change(|list| list.sort = Some((column.to_string(), descending)));
        })
    }

    /// Drops search and filters.
    pub fn on_show_all(self) -> Callback<()> {
        Callback::new(|()| {
            change(|list| {
                list.search.clear();
                list.filters.clear();
            });
        })
    }

    /// Filters a column by an expression in its neutral form; a blank one no longer.
    pub fn filter(self, column: &str, expression: String) {
        change(|list| list.filter(column, expression));
    }

    /// Drops the filters.
    pub fn clear_filters(self) {
        change(|list| list.filters.clear());
    }

    /// Shows what a saved view shows.
    pub fn show(self, shows: ListState) {
        change(|list| *list = shows);
    }
}

/// What the list on the page shows; tracked.
pub fn shows() -> ListState {
    route().list
}

fn change(change: impl FnOnce(&mut ListState)) {
    replace(changed(change));
}

/// The route with something else of the list.
fn changed(change: impl FnOnce(&mut ListState)) -> Route {
    let mut route = current_route();
    change(&mut route.list);
    let page = Route::to(route.page.clone()).href();
    PLACES.with_borrow_mut(|places| {
        if let Some((shown, _)) = places.get_mut(&page) {
            shown.clone_from(&route.list);
        }
    });
    route
}

/// The place kept for a page, if its list shows the same as then.
fn place(route: &Route) -> RwSignal<ListPlace> {
    let page = Route::to(route.page.clone()).href();
    let kept = PLACES.with_borrow_mut(|places| {
        let (shown, place) = places.entry(page).or_default();
        if *shown != route.list {
            shown.clone_from(&route.list);
            *place = ArcRwSignal::default();
        }
        place.clone()
    });
    RwSignal::from(kept)
}
