//! What a device can answer instead of keeping something. Never a sentence for the user:
//! `language/trouble.rs` makes it.

/// Why something could not be kept or read.
///
/// Whatever the error, no data was deleted, and nothing of the operation was written; only after
/// [`JournalError::Closed`] the latter is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalError {
    /// The device or the browser's share of it is full. The user can delete files elsewhere, or
    /// export; reading still works.
    Full,
    /// Another tab was first. The book decides anew then; should a user ever see it, they can
    /// repeat: what was typed is still there.
    Taken,
    /// Another tab holds an older version open and does not let go. The user can close the other
    /// tabs of this app, and try again.
    Blocked,
    /// Another tab is at the same work, such as restoring a backup, which only one may do. The user can wait for it.
    Busy,
    /// A newer version of the app wrote this. The user can reload to get that version; this one
    /// must not touch the data.
    Newer {
        /// The format or schema found, if it could be read.
        found: Option<u32>,
        /// The newest this version knows.
        known: u32,
    },
    /// Another tab runs a newer version of the app and has taken the data over. The user can
    /// reload this tab.
    Superseded,
    /// Something kept cannot be read, or is missing. The user can restore a backup, or export what
    /// can be read.
    Damaged {
        /// Which record of which store; for the report.
        place: String,
        /// What is wrong with it; for the report.
        detail: String,
    },
    /// The browser closed the connection, and could not be made to open it again. The user can
    /// reload.
    Closed,
    /// The company is no longer there: deleted in another tab, or the browser's storage cleared.
    /// The user can restore a backup, or choose another company.
    Gone,
    /// The browser refuses storage: a setting, or a private window. The user can allow it, or work
    /// in memory only.
    Denied,
    /// The device does not do it now, also not when asked again. The user can try again, restart
    /// the browser, or look after the disk.
    Unavailable {
        /// What the browser said; for the report.
        detail: String,
    },
}

impl JournalError {
    /// Something at a place is damaged.
    pub(super) fn damaged(place: impl ToString, detail: impl ToString) -> Self {
        Self::Damaged {
            place: place.to_string(),
            detail: detail.to_string(),
        }
    }
}
