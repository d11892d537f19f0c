//! The records opened last on this device, by company.

use super::local;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// So many are remembered.
const MAX_RECENT: usize = 20;

/// A record that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its address.
    pub address: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The records opened last, newest first.
pub fn recent(database: &str) -> Vec<Recent> {
    local::get(&key(database)).unwrap_or_default()
}

/// Remembers that a record was opened.
pub fn remember(database: &str, opened: Recent) {
    let mut known = recent(database);
    known.retain(|one| one.address != opened.address);
    known.insert(0, opened);
    known.truncate(MAX_RECENT);
    local::set(&key(database), known);
}

/// Forgets that records were opened.
pub fn forget(database: &str, is_meant: impl Fn(&str) -> bool) {
    let mut known = recent(database);
    known.retain(|one| !is_meant(&one.address));
    local::set(&key(database), known);
}

fn key(database: &str) -> String {
    format!("lokikirja.recent.{database}")
}
