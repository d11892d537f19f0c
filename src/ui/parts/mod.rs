//! The parts every page is made of: one look, one behaviour, one place to mend it.
//!
//! A part takes signals and callbacks, knows no record and no rule, and is styled by tokens only (`style/parts.css`).

pub mod button;
pub mod dialog;
pub mod entry;
pub mod field;
pub mod icon;
pub mod toast;
pub mod tone;
