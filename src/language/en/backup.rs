//! English: backup and restore.

use super::trouble;
use crate::backup::BackupError;
use crate::language::backup::BackupTexts;
use crate::language::trouble::Told;

pub(super) const BACKUP: BackupTexts = BackupTexts {
    title: "Backup and restore",
    back_up: "Back up",
    back_up_detail: "The whole company as one file: records, interaction log, drafts, and what undo needs. Keep the file somewhere else than on this device.",
    encrypt: "Encrypt with a passphrase",
    encrypt_hint: "A file that is not encrypted can be read by everybody who gets it.",
    passphrase: "Passphrase",
    passphrase_again: "Passphrase again",
    passphrase_hint: "Nobody opens the file without it, and nobody can give it back to you.",
    passphrase_short: "At least 8 characters are needed.",
    passphrase_differs: "This is not the same passphrase.",
    write_now: "Back up now",
    writing: "Writing the backup…",
    written: |file, rows, size| format!("Backed up: {file}, {rows} records, {size}."),
    not_written: "No backup was written.",
    never: "No backup has been written on this device yet.",
    last: |when| format!("Last backup: {when}."),
    since: |n, shown| match n {
        0 => "Nothing has changed since.".into(),
        1 => "1 change since.".into(),
        _ => format!("{shown} changes since."),
    },
    file_kind: "Lokikirja backup",

    restore: "Restore",
    restore_detail: "Choose a backup file. It is looked through first; nothing changes before you say so.",
    choose_file: "Choose a file…",
    other_file: "Choose another file…",
    looking: "Looking the file through…",
    sealed: |name| format!("{name} is encrypted."),
    unlock: "Open the file",
    about: |when, by| format!("Written on {when}, by {by}."),
    kind: "Records",
    in_file: "In the file",
    in_company: "In the open company",
    drafts: "Drafts",
    files: "Files",
    changes: "Changes made so far",
    unreadable: |n, shown| match n {
        1 => {
            "One part of the company could not be read when the file was written, and is not in it."
                .into()
        }
        _ => format!(
            "{shown} parts of the company could not be read when the file was written, and are not in it."
        ),
    },
    contradictions: |n, shown| match n {
        1 => "1 record contradicts another one, as it did when the file was written.".into(),
        _ => format!("{shown} records contradict others, as they did when the file was written."),
    },
    as_new: "Restore as a new company",
    in_place: |name| format!("Replace {name}"),
    in_place_question: |name| format!("Replace {name} with the backup?"),
    in_place_detail: "The company as it is now stays on this device under another name. You can go back to it at any time.",
    restoring: "Restoring…",
    restored: |name, rows| format!("Restored: {name}, {rows} records."),
    not_restored: "Nothing was restored, and nothing has changed.",
    set_aside_name: |name, when| format!("{name} (set aside on {when})"),
    restored_name: |name, when| format!("{name} (restored on {when})"),
    set_aside: "The other state",
    set_aside_detail: |when, name| {
        format!("On {when} {name} was exchanged. The other state of it is still on this device.")
    },
    go_back: "Go back",
    went_back: |name| format!("{name} is as it was before it was exchanged."),
    replaced_elsewhere: |name| {
        format!("Another tab has exchanged {name}. This tab shows the state that was set aside.")
    },
    open_current: "Open the other",

    due_first: |n, shown| match n {
        1 => "1 change is in no backup yet.".into(),
        _ => format!("{shown} changes are in no backup yet."),
    },
    due: |n, shown, days| {
        let changes = match n {
            1 => "1 change is".to_string(),
            _ => format!("{shown} changes are"),
        };
        match days {
            0 => format!("{changes} in no backup yet. The last one is of today."),
            1 => format!("{changes} in no backup yet. The last one is 1 day old."),
            _ => format!("{changes} in no backup yet. The last one is {days} days old."),
        }
    },
    to_page: "Back up…",
    later: "Later",
    seven_days: "iPhones and iPads remove what a page has stored when it has not been opened for seven days. Add Lokikirja to the Home Screen before you record much (Share, then Add to Home Screen), and keep backups.",

    from_backup: "Restore from a backup",
    from_backup_detail: "You have a backup file, from this device or another one.",
    save_what_reads: "Save what can be read",
    back: "Back",

    error,
};

fn error(error: &BackupError) -> Told {
    match error {
        BackupError::NotABackup => Told::new(
            "This file is no backup of Lokikirja.",
            "Choose a file whose name ends in .lokikirja.",
        ),
        BackupError::Newer => Told::new(
            "A newer version of Lokikirja wrote this file.",
            "Update the app: reload the page while you have a network, and try again.",
        ),
        BackupError::Damaged { detail } => Told::new(
            "The file is damaged, or not all of it is there.",
            "Choose another backup, or fetch this one again from where you keep it.",
        )
        .with(detail.clone()),
        BackupError::NotOpened => Told::new(
            "The passphrase is wrong, or the file is damaged.",
            "Type the passphrase again. If that does not help, choose another backup.",
        ),
        BackupError::TooLarge => Told::new(
            "The file asks for more than Lokikirja can hold.",
            "Choose another backup.",
        ),
        BackupError::CannotUnpack => Told::new(
            "This browser cannot unpack the file.",
            "Open Lokikirja in a current browser.",
        ),
        BackupError::CannotEncrypt => Told::new(
            "This browser encrypts only on secure addresses (https).",
            "Open Lokikirja under a secure address, or go without encryption.",
        ),
        BackupError::File { detail } => Told::new(
            "The file could not be read or written.",
            "It may have been moved, or the disk may be full. Try again.",
        )
        .with(detail.clone()),
        BackupError::Journal(error) => (trouble::TROUBLE.journal)(error),
        BackupError::Canceled => Told::new("It was canceled.", "Begin again whenever you like."),
    }
}
