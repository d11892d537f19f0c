//! What this device remembers of lists: columns and widths, for all companies, and the views saved in one company.

use super::local;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A view of a list that the user gave a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its name; one list has no two of the same.
    pub name: String,
    /// Search, order and filters, as they stand in an address.
    pub shows: String,
    /// The columns shown, by their ids; none: those that the list shows by itself.
    #[serde(default)]
    pub columns: Option<Vec<String>>,
}

/// Columns and widths of a list.
pub fn layout<T: DeserializeOwned>(list: &str) -> Option<T> {
    local::get(&layout_key(list))
}

/// Remembers columns and widths of a list.
pub fn set_layout<T: Serialize>(list: &str, layout: &T) {
    local::set(&layout_key(list), layout);
}

/// The views of a list in a company, in the order in which they were saved.
pub fn views(database: &str, list: &str) -> Vec<SavedView> {
    local::get(&views_key(database, list)).unwrap_or_default()
}

/// Remembers the views of a list in a company.
pub fn set_views(database: &str, list: &str, views: &[SavedView]) {
    local::set(&views_key(database, list), views);
}

/// Forgets the views in a company, of whichever list, whose name or address is meant.
pub fn forget(database: &str, is_meant: impl Fn(&str) -> bool) {
    for key in local::keys_from(&views_key(database, "")) {
        let mut views: Vec<SavedView> = local::get(&key).unwrap_or_default();
        let n_before = views.len();
        views.retain(|view| !is_meant(&view.name) && !is_meant(&view.shows));
        if views.len() < n_before {
            local::set(&key, views);
        }
    }
}

fn layout_key(list: &str) -> String {
    format!("lokikirja.list.{list}")
}

fn views_key(database: &str, list: &str) -> String {
    format!("lokikirja.views.{database}.{list}")
}
