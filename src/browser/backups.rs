//! What this device remembers of backups, beside the companies: when the last one of each was written and which
//! company was set aside for which.

use super::local;
use crate::backup::reminder::Remembered;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What is remembered of one company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Backups {
    /// The last backup.
    #[serde(flatten)]
    pub remembered: Remembered,
    /// The other state of the company, if a backup was restored in its place.
    pub set_aside: Option<SetAside>,
}

/// The other state of a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// Which database holds it.
    pub database: String,
    /// What it was called before it was set aside.
    pub name: String,
    /// When it was.
    pub at: DateTime<Utc>,
}

/// What is remembered of a company.
pub fn backups(database: &str) -> Backups {
    local::get(&key(database)).unwrap_or_default()
}

/// Remembers something else of a company.
pub fn change_backups(database: &str, change: impl FnOnce(&mut Backups)) {
    let mut kept = backups(database);
    change(&mut kept);
    local::set(&key(database), kept);
}

fn key(database: &str) -> String {
    format!("lokikirja.backup.{database}")
}
