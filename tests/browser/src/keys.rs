//! Key presses as people write them: `Enter`, `Control+k`, `Control+Shift+Alt+F3`.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};

/// The actions that press the keys of a chord one after the other and let them go in reverse.
///
/// # Panics
/// When the chord names a key that does not exist.
pub(crate) fn chord(chord: &str) -> KeyActions {
    let mut keys: Vec<char> = Vec::new();
    let mut rest = chord;
    // The plus key itself stands last, as in `Control++`.
    while let Some((name, after)) = rest
        .split_once('+')
        .filter(|(name, after)| !name.is_empty() && !after.is_empty())
    {
        keys.push(key(name));
        rest = after;
    }
    keys.push(key(rest));
    let mut actions = KeyActions::new("keyboard".to_owned());
    for value in &keys {
        actions = actions.then(KeyAction::Down { value: *value });
    }
    for value in keys.iter().rev() {
        actions = actions.then(KeyAction::Up { value: *value });
    }
    actions
}

/// The actions that type a text, key by key.
pub(crate) fn text(text: &str) -> KeyActions {
    let actions = KeyActions::new("keyboard".to_owned());
    text.chars().fold(actions, |actions, value| {
        actions
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
    })
}

/// The code that WebDriver has for a key.
fn key(name: &str) -> char {
    let special = match name {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F3" => Key::F3,
        "F4" => Key::F4,
        "F5" => Key::F5,
        "F6" => Key::F6,
        "F7" => Key::F7,
        "F8" => Key::F8,
        "F9" => Key::F9,
        "F10" => Key::F10,
        "F11" => Key::F11,
        "F12" => Key::F12,
        "Home" => Key::Home,
        "Insert" => Key::Insert,
        "Meta" => Key::Meta,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => return ' ',
        "Tab" => Key::Tab,
        _ => {
            let mut characters = name.chars();
            match (characters.next(), characters.next()) {
                (Some(only), None) => return only,
                _ => panic!("There is no key {name:?}."),
            }
        }
    };
    special.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(keys: &[KeyAction]) -> String {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in keys {
            actions = actions.then(key.clone());
        }
        format!("{actions:?}")
    }

    #[test]
    fn a_chord_is_pressed_in_order_and_let_go_in_reverse() {
        let (control, plus) = (char::from(Key::Control), '+');
        let expected = [
            KeyAction::Down { value: control },
            KeyAction::Down { value: plus },
            KeyAction::Up { value: plus },
            KeyAction::Up { value: control },
        ];
        assert_eq!(format!("{:?}", chord("Control++")), written(&expected));
        assert_eq!(
            format!("{:?}", chord("a")),
            written(&[KeyAction::Down { value: 'a' }, KeyAction::Up { value: 'a' }])
        );
    }

    #[test]
    #[should_panic(expected = "no key \"Entr\"")]
    fn a_misspelt_key_is_named() {
        chord("Control+Entr");
    }
}
