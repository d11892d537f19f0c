//! Texts of backup and restore, and why one of them was not done.

use super::trouble::Told;
use crate::backup::BackupError;

/// Backup and restore.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct BackupTexts {
    pub title: &'static str,
    pub back_up: &'static str,
    pub back_up_detail: &'static str,
    pub encrypt: &'static str,
    pub encrypt_hint: &'static str,
    pub passphrase: &'static str,
    pub passphrase_again: &'static str,
    pub passphrase_hint: &'static str,
    pub passphrase_short: &'static str,
    pub passphrase_differs: &'static str,
    pub write_now: &'static str,
    pub writing: &'static str,
    /// The file, how many records, how long.
    pub written: fn(&str, &str, &str) -> String,
    pub not_written: &'static str,
    pub never: &'static str,
    /// When the last one was written.
    pub last: fn(&str) -> String,
    /// So many changes since then, also as text.
    pub since: fn(u64, &str) -> String,
    /// What such a file is, for the browser's own dialog.
    pub file_kind: &'static str,

    pub restore: &'static str,
    pub restore_detail: &'static str,
    pub choose_file: &'static str,
    pub other_file: &'static str,
    pub looking: &'static str,
    /// The name of the file.
    pub sealed: fn(&str) -> String,
    pub unlock: &'static str,
    /// When it was written, by what.
    pub about: fn(&str, &str) -> String,
    pub kind: &'static str,
    pub in_file: &'static str,
    pub in_company: &'static str,
    pub drafts: &'static str,
    pub files: &'static str,
    pub changes: &'static str,
    /// So many parts could not be read, also as text.
    pub unreadable: fn(u64, &str) -> String,
    /// So many records contradict others, also as text.
    pub contradictions: fn(u64, &str) -> String,
    pub as_new: &'static str,
    /// The company that is replaced.
    pub in_place: fn(&str) -> String,
    pub in_place_question: fn(&str) -> String,
    pub in_place_detail: &'static str,
    pub restoring: &'static str,
    /// The company, how many records.
    pub restored: fn(&str, &str) -> String,
    pub not_restored: &'static str,
    /// The name of a company that a backup took the place of, and when.
    pub set_aside_name: fn(&str, &str) -> String,
    /// The name of a company restored beside one of the same name, and when.
    pub restored_name: fn(&str, &str) -> String,
    pub set_aside: &'static str,
    /// When, and which company.
    pub set_aside_detail: fn(&str, &str) -> String,
    pub go_back: &'static str,
    /// The company whose other state is shown now.
    pub went_back: fn(&str) -> String,
    /// The company that another tab has exchanged.
    pub replaced_elsewhere: fn(&str) -> String,
    pub open_current: &'static str,

    /// So many changes are in no backup, and there never was one.
    pub due_first: fn(u64, &str) -> String,
    /// So many changes since the last backup, so many days ago.
    pub due: fn(u64, &str, u32) -> String,
    pub to_page: &'static str,
    pub later: &'static str,
    pub seven_days: &'static str,

    pub from_backup: &'static str,
    pub from_backup_detail: &'static str,
    pub save_what_reads: &'static str,
    pub back: &'static str,

    /// Why it was not done.
    pub error: fn(&BackupError) -> Told,
}
