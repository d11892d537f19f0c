//! Texts of undo and redo: what was taken back, and what to say when there is nothing.

use crate::domain::notice::Restored;

/// Undo and redo.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct UndoTexts {
    pub redo: &'static str,
    pub nothing_to_undo: &'static str,
    pub nothing_to_redo: &'static str,
    pub draft_is_back: &'static str,
    /// What an undo came to.
    pub undone: fn(&Restored) -> String,
    /// What a redo came to.
    pub redone: fn(&Restored) -> String,
}
