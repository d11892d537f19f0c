//! Which press of a key is which, and that none is taken from typing or from the browser.

use lokikirja::ui::keys::{ALL, HELP_TOO, JUMP, NEW, Press, REDO, REDO_TOO, RESET_FILTERS, UNDO};
use std::collections::BTreeSet;

fn press(keys: &str, key: &str) -> Press {
    let held = |name: &str| keys.split('+').any(|each| each == name);
    Press {
        key: key.to_string(),
        code: format!("Key{}", key.to_uppercase()),
        ctrl: held("Ctrl"),
        alt: held("Alt"),
        shift: held("Shift"),
        alt_graph: held("AltGr"),
        typing: held("field"),
        own_undo: held("field"),
    }
}

fn taken(press: &Press) -> Vec<&'static str> {
    ALL.iter().copied().filter(|keys| press.is(keys)).collect()
}

#[test]
fn a_press_is_its_keys_and_no_others() {
    assert_eq!(taken(&press("Ctrl", "k")), [JUMP]);
    assert_eq!(taken(&press("Ctrl", "K")), [JUMP], "with caps lock");
    assert_eq!(taken(&press("Alt", "n")), [NEW]);
    assert_eq!(taken(&press("Ctrl+Shift", "k")), [""; 0]);
    assert_eq!(taken(&press("Ctrl+Shift+Alt", "F3")), [RESET_FILTERS]);
    assert_eq!(taken(&press("", "F3")), ["F3"]);
    assert_eq!(taken(&press("Alt", "ArrowDown")), ["Alt+Down"]);
    assert_eq!(taken(&press("", "Escape")), ["Esc"]);
    // Alt and N type another character on a Mac: the place of the key counts.
    let mac = Press {
        code: "KeyN".into(),
        ..press("Alt", "˜")
    };
    assert_eq!(taken(&mac), [NEW]);
}

#[test]
fn a_single_character_is_taken_only_where_no_text_is_typed() {
    assert_eq!(taken(&press("Shift", "?")), [HELP_TOO]);
    assert_eq!(taken(&press("Shift+field", "?")), [""; 0]);
    for letter in ('a'..='z').map(|c| c.to_string()) {
        assert_eq!(taken(&press("", &letter)), [""; 0], "{letter}");
        assert_eq!(taken(&press("Shift", &letter.to_uppercase())), [""; 0]);
    }
}

#[test]
fn a_field_that_is_typed_into_keeps_its_own_undo() {
    let each = [
        ("Ctrl", "z", UNDO),
        ("Ctrl+Shift", "Z", REDO),
        ("Ctrl", "y", REDO_TOO),
    ];
    for (held, key, keys) in each {
        assert_eq!(taken(&press(held, key)), [keys]);
        assert_eq!(taken(&press(&format!("{held}+field"), key)), [""; 0]);
        // A list of choices in a field has none: there the change just made is taken back.
        let chosen = Press {
            own_undo: false,
            ..press(&format!("{held}+field"), key)
        };
        assert_eq!(taken(&chosen), [keys]);
    }
}

/// A Finnish keyboard has these on AltGr, which Windows tells as Ctrl and Alt, with or without
/// saying that it is AltGr.
#[test]
fn what_alt_gr_types_is_never_taken() {
    let characters = [
        "@", "£", "$", "{", "[", "]", "}", "\\", "€", "~", "|", "k", "q", "n", "?",
    ];
    for key in characters {
        for held in ["Ctrl+Alt", "Ctrl+Alt+AltGr", "AltGr"] {
            for place in ["", "+field"] {
                let press = press(&format!("{held}{place}"), key);
                let typed = taken(&press);
                assert!(typed.is_empty(), "{held} {key} does {typed:?}");
            }
        }
    }
}

/// What Chromium and Firefox keep for themselves or do at any time: a page that takes it surprises.
const OF_BROWSERS: &[&str] = &[
    "Ctrl+N",
    "Ctrl+T",
    "Ctrl+W",
    "Ctrl+Shift+N",
    "Ctrl+Shift+T",
    "Ctrl+Shift+W",
    "Ctrl+Tab",
    "Ctrl+L",
    "Ctrl+R",
    "Ctrl+P",
    "Ctrl+S",
    "Ctrl+F",
    "Ctrl+D",
    "Ctrl+H",
    "Ctrl+J",
    "Ctrl+U",
    "Ctrl+1",
    "Ctrl+9",
    "Ctrl+0",
    "Ctrl++",
    "Ctrl+-",
    "Alt+D",
    "Alt+F",
    "Alt+E",
    "Alt+Left",
    "Alt+Right",
    "Alt+Home",
    "Alt+F4",
    "F5",
    "F6",
    "F11",
    "F12",
    "Ctrl+F5",
    "Ctrl+F4",
];

#[test]
fn no_key_is_declared_twice_or_belongs_to_the_browser() {
    let different: BTreeSet<&&str> = ALL.iter().collect();
    assert_eq!(different.len(), ALL.len());
    for keys in ALL {
        assert!(!OF_BROWSERS.contains(keys), "{keys} is the browser's");
    }
}
