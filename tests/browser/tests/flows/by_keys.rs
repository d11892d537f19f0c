//! Keys that belong to what is typed, and keys inside a part: what AltGr types is never taken for a command, and
//! one Tab stop leads to all tabs.

use crate::steps::load_demo;
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Role, Scope, any};
use serde_json::json;

in_finnish!(what_altgr_types_is_never_taken);
in_english!(the_arrows_choose_a_tab);

/// What a Finnish keyboard has on AltGr: the key's code, its place in Windows, and the character.
const ON_ALTGR: [(&str, u32, &str); 9] = [
    ("Digit2", 50, "@"),
    ("Digit3", 51, "£"),
    ("Digit4", 52, "$"),
    ("Digit7", 55, "{"),
    ("Digit8", 56, "["),
    ("Digit9", 57, "]"),
    ("Digit0", 48, "}"),
    ("Minus", 189, "\\"),
    ("KeyQ", 81, "@"),
];

/// U4. Windows tells AltGr as Ctrl and Alt, and so does this.
async fn what_altgr_types_is_never_taken(browser: &Browser, w: &'static Words) {
    const CTRL_AND_ALT: u32 = 2 | 1;
    load_demo(browser, w).await;
    browser.open("#/contacts?sheet=new").await;
    let form = browser.dialog(w.new_contact);
    let name = form.textbox(w.name);
    name.focus().await;
    for (code, place, character) in ON_ALTGR {
        let key = json!({
            "type": "rawKeyDown",
            "modifiers": CTRL_AND_ALT,
            "code": code,
            "key": character,
            "windowsVirtualKeyCode": place,
        });
        // A press that the page takes types nothing: the browser then drops the character.
        browser.cdp("Input.dispatchKeyEvent", key).await;
        let typed = json!({ "type": "char", "text": character });
        browser.cdp("Input.dispatchKeyEvent", typed).await;
        let up = json!({ "type": "keyUp", "code": code, "key": character });
        browser.cdp("Input.dispatchKeyEvent", up).await;
    }
    let typed: String = ON_ALTGR
        .iter()
        .map(|(_, _, character)| *character)
        .collect();
    name.holds(&typed).await;
    name.has_focus().await;
    browser.find(Role::Dialog, any()).counts(1).await;
}

/// U3.
async fn the_arrows_choose_a_tab(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open("#/gallery").await;
    let tab = |nth| browser.tab_named(any()).nth(nth);
    let panel = browser.find(Role::TabPanel, any());
    let is_chosen = async |chosen: usize| {
        let other = 1 - chosen;
        tab(chosen).has_attribute("aria-selected", "true").await;
        tab(chosen).has_attribute("tabindex", "0").await;
        tab(other).has_attribute("aria-selected", "false").await;
        tab(other).has_attribute("tabindex", "-1").await;
        assert_eq!(panel.name().await, tab(chosen).name().await);
    };
    is_chosen(0).await;
    tab(0).focus().await;
    for (key, chosen) in [
        ("ArrowRight", 1),
        ("ArrowRight", 0),
        ("ArrowLeft", 1),
        ("Home", 0),
        ("End", 1),
    ] {
        browser.press(key).await;
        tab(chosen).has_focus().await;
        is_chosen(chosen).await;
    }
    // From there the next stop is what the tab shows.
    browser.press("Tab").await;
    panel.has_focus().await;
}
