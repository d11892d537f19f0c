//! Keys as they are printed on keyboards and written in this program: `Ctrl+Shift+Alt+F3`. Which
//! press is which.
//!
//! The keys are Business Central's where it has one. AltGr is Ctrl and Alt together on many
//! keyboards: a press that types a character is never taken.

/// Search or jump.
pub const JUMP: &str = "Ctrl+K";
/// Search or jump, as in Business Central.
pub const JUMP_TOO: &str = "Alt+Q";
/// Takes the last change back.
pub const UNDO: &str = "Ctrl+Z";
/// Makes it again.
pub const REDO: &str = "Ctrl+Shift+Z";
/// Makes it again, as in Windows.
pub const REDO_TOO: &str = "Ctrl+Y";
/// The help sheet.
pub const HELP: &str = "F1";
/// The help sheet, where no text is typed.
pub const HELP_TOO: &str = "?";
/// A new record.
pub const NEW: &str = "Alt+N";
/// A note: one more comment on the interaction.
pub const NOTE: &str = "Alt+O";
/// The log entries of the record.
pub const LOG_ENTRIES: &str = "Ctrl+F7";
/// Closes the page.
pub const CLOSE: &str = "Esc";
/// Saves what is typed and closes the page; OK in forms.
pub const SAVE_AND_CLOSE: &str = "Ctrl+Enter";
/// Goes to the search box of the list.
pub const SEARCH_LIST: &str = "F3";
/// Shows the filters of the list.
pub const FILTER_PANE: &str = "Shift+F3";
/// Filters the list to the value of the cell.
pub const FILTER_TO_VALUE: &str = "Alt+F3";
/// Drops all filters of the list.
pub const RESET_FILTERS: &str = "Ctrl+Shift+Alt+F3";
/// Orders the list by the column.
pub const SORT: &str = "Alt+F7";
/// Shows the choices of a field.
pub const LOOKUP: &str = "Alt+Down";
/// Edits the cell of the list in place.
pub const EDIT_CELL: &str = "F2";
/// Copies the value of the row above into the cell.
pub const COPY_ABOVE: &str = "F8";
/// The record before, on a card.
pub const PREVIOUS: &str = "Ctrl+Up";
/// The record after, on a card.
pub const NEXT: &str = "Ctrl+Down";
/// The menu of the row; the menu key does the same.
pub const ROW_MENU: &str = "Shift+F10";
/// Deletes the row of the list, after a question.
pub const DELETE: &str = "Del";

/// Every key above.
pub const ALL: &[&str] = &[
    JUMP,
    JUMP_TOO,
    UNDO,
    REDO,
    REDO_TOO,
    HELP,
    HELP_TOO,
    NEW,
    NOTE,
    LOG_ENTRIES,
    CLOSE,
    SAVE_AND_CLOSE,
    SEARCH_LIST,
    FILTER_PANE,
    FILTER_TO_VALUE,
    RESET_FILTERS,
    SORT,
    LOOKUP,
    EDIT_CELL,
    COPY_ABOVE,
    PREVIOUS,
    NEXT,
    ROW_MENU,
    DELETE,
];

/// A press of a key, as the browser tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Press {
    /// `key`: the character, or the key's name.
    pub key: String,
    /// `code`: where the key is.
    pub code: String,
    /// Ctrl, or the command key of a Mac.
    pub ctrl: bool,
    /// Alt.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// AltGr, where the browser tells it apart.
    pub alt_graph: bool,
    /// A text is being typed: the focus is in a field.
    pub typing: bool,
    /// What is typed there has an undo of its own.
    pub own_undo: bool,
}

impl Press {
    /// True if the press is `keys`.
    pub fn is(&self, keys: &str) -> bool {
        let mut parts: Vec<&str> = keys.split('+').collect();
        let Some(key) = parts.pop() else {
            return false;
        };
        let held = |name: &str| parts.contains(&name);
        let mut letters = key.chars();
        let only = letters.next().filter(|_| letters.next().is_none());
        let Some(only) = only else {
            let key = match key {
                "Esc" => "Escape",
                "Del" => "Delete",
                "Down" => "ArrowDown",
                "Up" => "ArrowUp",
                key => key,
            };
            let same =
                (self.ctrl, self.alt, self.shift) == (held("Ctrl"), held("Alt"), held("Shift"));
            // In a field Esc is the field's.
            let is_free = key != "Escape" || !self.typing;
            return self.key == key && same && !self.alt_graph && is_free;
        };
        // Ctrl and Alt together are AltGr, whatever the browser says: they type.
        if self.alt_graph || (self.ctrl && self.alt) {
            return false;
        }
        if self.own_undo && [UNDO, REDO, REDO_TOO].contains(&keys) {
            return false;
        }
        if only.is_ascii_alphabetic() {
            let same =
                (self.ctrl, self.alt, self.shift) == (held("Ctrl"), held("Alt"), held("Shift"));
            // Alt types other characters on a Mac; then the place of the key tells.
            let is_letter = self.key.eq_ignore_ascii_case(key);
            let is_there = self.alt && !self.key.is_ascii() && self.code == format!("Key{only}");
            same && (is_letter || is_there)
        } else {
            // A character that is typed, with Shift or without: nowhere where text is typed.
            self.key == key && !self.typing && self.ctrl == held("Ctrl") && self.alt == held("Alt")
        }
    }
}
