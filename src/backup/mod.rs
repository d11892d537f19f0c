//! Backup: a whole company as one file, and back. `docs/backup-format.md` describes the file.
//!
//! From the outside in: `header.rs` is the first line, in plain text; `pieces.rs` cuts what follows
//! into pieces, packed and perhaps sealed, and ends the file with its checksum; `line.rs` is the content,
//! a line for each row. `write.rs` and `read.rs` go through all three, `look.rs` looks a file through
//! before anything is done with it, `restore.rs` fills empty stores with it, without what `erasing.rs` leaves out.
//! `reminder.rs` says when a
//! backup is due.
//!
//! What only a browser can do (packing, sealing, files) is asked for through [`Tools`], [`Sink`] and
//! [`Source`], so that all of this is tested without one.

mod erasing;
mod header;
mod line;
mod look;
mod pieces;
mod read;
pub mod reminder;
mod restore;
mod write;

pub use header::{FORMAT, ROUNDS};
pub use line::{About, Counts};
pub use look::{Found, look_through};
pub use pieces::PIECE_BYTES;
pub use read::Opened;
pub use restore::{RestoreAs, Restored, restore};
pub use write::{Protection, Written, write};

use crate::journal::JournalError;

/// A file may be this long.
pub const MAX_FILE_BYTES: u64 = 2 << 30;
/// All that is unpacked of a file may be this long together.
pub const MAX_CONTENT_BYTES: u64 = 8 << 30;
/// A line of the content may be this long.
pub const MAX_LINE_BYTES: usize = 64 << 20;
/// A file may hold this many rows.
pub const MAX_ROWS: u64 = 3_000_000;

/// Why a backup is not written, or not read. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// The file is none of ours.
    NotABackup,
    /// A newer version of the app wrote it.
    Newer,
    /// The file is damaged, or not all of it is there.
    Damaged {
        /// What is wrong with it; for the report.
        detail: String,
    },
    /// The passphrase is not the one the file was sealed with, or the file is damaged: nobody can tell.
    NotOpened,
    /// More than is allowed: the file, its content, a line or the number of rows.
    TooLarge,
    /// The browser cannot pack and unpack.
    CannotUnpack,
    /// The browser cannot encrypt: it does so on secure addresses only.
    CannotEncrypt,
    /// The file cannot be read or written: it was moved, or changed meanwhile, or the disk is full.
    File {
        /// What the browser said; for the report.
        detail: String,
    },
    /// The company cannot be read, or the device does not keep the new one.
    Journal(JournalError),
    /// It was given up.
    Canceled,
}

impl BackupError {
    fn damaged(detail: impl ToString) -> Self {
        Self::Damaged {
            detail: detail.to_string(),
        }
    }
}

impl From<JournalError> for BackupError {
    fn from(error: JournalError) -> Self {
        Self::Journal(error)
    }
}

/// What a tool answers instead of doing its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToolError {
    /// This browser does not have it.
    Missing,
    /// What it was given is not what it makes, or becomes longer than allowed.
    Refused,
}

/// What only the platform can do.
#[expect(
    async_fn_in_trait,
    reason = "a page has one thread: nothing needs Send"
)]
pub trait Tools {
    /// A key for sealing.
    type Key;

    /// True if it can pack; else files are written as they are.
    fn can_pack(&self) -> bool;

    /// Packs bytes: one member of gzip (RFC 1952).
    async fn pack(&self, bytes: &[u8]) -> Result<Vec<u8>, ToolError>;

    /// Unpacks one member of gzip, into so many bytes at most.
    async fn unpack(&self, bytes: &[u8], most: usize) -> Result<Vec<u8>, ToolError>;

    /// Fills the bytes with what nobody can guess.
    fn random(&self, bytes: &mut [u8]) -> Result<(), ToolError>;

    /// The key that a passphrase gives: 256 bits by PBKDF2 with HMAC-SHA-256.
    async fn key(&self, passphrase: &str, salt: &[u8], rounds: u32)
    -> Result<Self::Key, ToolError>;

    /// Seals bytes by AES-256-GCM, with `about` as what is authenticated beside them; the tag of 16 bytes
    /// stands behind them.
    async fn seal(
        &self,
        key: &Self::Key,
        nonce: &[u8; 12],
        about: &[u8],
        bytes: &[u8],
    ) -> Result<Vec<u8>, ToolError>;

    /// Opens what [`Tools::seal`] sealed.
    async fn open(
        &self,
        key: &Self::Key,
        nonce: &[u8; 12],
        about: &[u8],
        bytes: &[u8],
    ) -> Result<Vec<u8>, ToolError>;

    /// Lets the page go on with what waits for it.
    async fn pause(&self);
}

/// Where a file is written to.
#[expect(
    async_fn_in_trait,
    reason = "a page has one thread: nothing needs Send"
)]
pub trait Sink {
    /// Writes bytes behind those before.
    async fn write(&mut self, bytes: &[u8]) -> Result<(), BackupError>;
}

/// Where a file is read from.
#[expect(
    async_fn_in_trait,
    reason = "a page has one thread: nothing needs Send"
)]
pub trait Source {
    /// How long the file is.
    fn n_bytes(&self) -> u64;

    /// So many of its bytes from a place on; all of them are there.
    async fn read(&self, from: u64, n_bytes: usize) -> Result<Vec<u8>, BackupError>;
}
