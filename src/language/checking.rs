//! Texts of the page that looks the records through and repairs them.

use super::Messages;
use crate::domain::Table;
use crate::domain::check::{Damage, Wrong};
use crate::domain::repair::Remedy;

/// Checking data.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct CheckingTexts {
    /// The page, and what leads to it.
    pub title: &'static str,
    pub detail: &'static str,
    pub looking: &'static str,
    /// Nothing is wrong: how many records there are.
    pub sound: fn(&str) -> String,
    /// So much is wrong.
    pub found: fn(u32) -> String,
    pub again: &'static str,
    pub repair: &'static str,
    /// Stands over what a repair puts right.
    pub repairable: &'static str,
    pub repairable_detail: &'static str,
    /// Stands over what users must enter.
    pub by_hand: &'static str,
    pub by_hand_detail: &'static str,
    /// Stands over what is lost.
    pub lost: &'static str,
    pub lost_detail: &'static str,
    /// Stands over what was put right.
    pub repaired: &'static str,
    /// So many more than are shown.
    pub more: fn(u32) -> String,
    /// Leads to the page, from the message that something is wrong.
    pub show: &'static str,
    /// What is wrong, with a record of this table.
    pub(super) wrong: fn(Table, &Wrong) -> String,
    /// What a repair does, and what it has done; blank where it does nothing.
    pub(super) remedy: fn(Remedy) -> [&'static str; 2],
}

/// What is wrong with a record.
pub fn wrong(m: &Messages, damage: &Damage) -> String {
    (m.checking.wrong)(damage.key.table(), &damage.wrong)
}

/// What a repair does about it, or what it has done.
pub fn remedy(m: &Messages, damage: &Damage, is_done: bool) -> &'static str {
    (m.checking.remedy)(damage.remedy())[usize::from(is_done)]
}
