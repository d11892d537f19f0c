//! Whether this browser throws away what pages have stored when they are not visited.

use crate::backup::reminder;

/// This is a browser of iOS or iPadOS, and the app is not installed on the Home Screen.
pub fn after_seven_days() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    let installed = window
        .match_media("(display-mode: standalone)")
        .ok()
        .flatten();
    let is_installed = installed.is_some_and(|query| query.matches());
    reminder::forgets_after_seven_days(&agent, navigator.max_touch_points(), is_installed)
}
