//! The parts every page is made of: one look, one behaviour, one place to mend it.
//!
//! A part takes signals and callbacks, knows no record and no rule, and is styled by tokens only (`style/parts.css`, `style/list.css`).

pub mod avatar;
pub mod badge;
pub mod button;
mod calendar;
pub mod choice;
pub mod dialog;
pub mod empty;
pub mod entry;
pub mod error_view;
pub mod fact_box;
pub mod field;
pub mod field_choice;
mod floating;
pub mod frame;
pub mod icon;
pub mod list;
pub mod live;
pub mod menu;
pub mod picker;
pub mod plain;
pub(super) mod press;
pub mod progress;
pub mod reading_log;
pub mod sections;
pub mod tabs;
pub mod tile;
pub mod timeline;
pub mod toast;
pub mod tone;
pub mod typed_question;
pub mod unread;
