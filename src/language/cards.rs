//! Texts of cards, on which each field is saved when it is left, and of dialogs that make records.

/// Cards and the dialogs of new records.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct CardTexts {
    /// A field was saved: its name.
    pub saved: fn(&str) -> String,
    /// Several fields were saved together.
    pub saved_all: &'static str,
    /// The value that was written meanwhile.
    pub value_is_now: fn(&str) -> String,
    pub discard: &'static str,
    pub discard_detail: &'static str,
    pub discard_answer: &'static str,
    pub keep_editing: &'static str,
    pub no_such: &'static str,
}
