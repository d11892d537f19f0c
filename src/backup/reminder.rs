//! When a backup is due: what was done since the last one, and how long ago that was.

use crate::domain::Revision;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// What this device remembers of the backups of a company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// When the last one was written here, or the company restored from one; none: never.
    pub last: Option<DateTime<Utc>>,
    /// Up to which revision.
    pub revision: Revision,
    /// The user was reminded and put it off: when.
    pub put_off: Option<DateTime<Utc>>,
}

/// A backup is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// So many changes are in no backup.
    pub n_changes: u64,
    /// So many days ago was the last one; none: there never was one.
    pub days: Option<i64>,
}

/// So many changes make a backup due at any time.
const MANY_CHANGES: u64 = 200;
/// So many changes make the first backup due.
const FIRST_CHANGES: u64 = 30;
/// After so many days any change makes it due.
const MANY_DAYS: i64 = 14;
/// Put off, it is not spoken of for so many days.
const PUT_OFF_DAYS: i64 = 3;

/// Whether a backup is due, for a company that is at this revision and was created then.
///
/// Clocks may be wrong: what was remembered in the future counts as remembered now.
pub fn due(
    remembered: &Remembered,
    revision: Revision,
    created_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Option<Due> {
    let n_changes = revision.0.saturating_sub(remembered.revision.0);
    let days_since = |then: DateTime<Utc>| (now - then).max(TimeDelta::zero()).num_days();
    let is_put_off = |then| days_since(then) < PUT_OFF_DAYS && then <= now + TimeDelta::days(1);
    if n_changes == 0 || remembered.put_off.is_some_and(is_put_off) {
        return None;
    }
    let (many, since) = match remembered.last {
        Some(last) => (MANY_CHANGES, last),
        None => (FIRST_CHANGES, created_at),
    };
    let is_due = n_changes >= many || days_since(since) >= MANY_DAYS;
    is_due.then(|| Due {
        n_changes,
        days: remembered.last.map(days_since),
    })
}

/// The browser is one of iOS or iPadOS, which removes what a page has stored after seven days without a
/// visit, unless the page was added to the Home Screen. All browsers there are Safari inside.
///
/// An iPad says that it is a Mac; no Mac has a touch screen.
pub fn forgets_after_seven_days(user_agent: &str, touch_points: i32, is_installed: bool) -> bool {
    let is_phone = ["iPhone", "iPad", "iPod"]
        .iter()
        .any(|name| user_agent.contains(name));
    let is_pad = user_agent.contains("Macintosh") && touch_points > 1;
    (is_phone || is_pad) && !is_installed
}
