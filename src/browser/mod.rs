//! Small doors to the platform, one each. Nothing here knows a rule or a page.

pub mod backups;
pub mod chosen_file;
pub mod clipboard;
pub mod clock;
pub mod collation;
pub mod download;
pub mod forgets;
pub mod list_views;
mod local;
pub mod names;
pub mod offline;
pub mod persistence;
pub mod preferences;
pub mod recent;
pub mod save_file;
pub mod tabs;
pub mod tools;
pub mod worker;
