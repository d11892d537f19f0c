//! English: cards, and dialogs of new records.

use crate::language::cards::CardTexts;

pub(super) const CARDS: CardTexts = CardTexts {
    saved: |field| format!("Saved: {field}"),
    saved_all: "Saved",
    value_is_now: |value| format!("It now says: {value}"),
    discard: "Discard what you typed?",
    discard_detail: "Nothing has been created yet.",
    discard_answer: "Discard",
    keep_editing: "Keep editing",
    no_such: "There is no such record. Choose one from the list.",
};
