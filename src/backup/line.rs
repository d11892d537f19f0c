//! The content: one line of JSON for each thing that a company consists of, in an order that is always the
//! same. Rows, change sets and drafts look as the journal's codec writes them.

use super::BackupError;
use crate::domain::id::AttachmentId;
use crate::domain::{ChangeSet, Revision, Row, Table};
use crate::journal::{Draft, JournalError, Meta, codec};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the content is: its first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The company.
    pub company: Meta,
    /// Its last revision.
    pub revision: Revision,
    /// When the file was written.
    pub written_at: DateTime<Utc>,
    /// Which version of the app wrote it.
    pub written_by: String,
    /// The format of rows, change sets and drafts.
    pub rows_format: u32,
}

/// How much of everything there is: the last line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Rows of each table that has any.
    pub rows: BTreeMap<Table, u64>,
    /// Change sets kept for undo.
    pub sets: u64,
    /// Drafts.
    pub drafts: u64,
    /// Files.
    pub files: u64,
    /// Parts of the company that could not be read when the file was written.
    pub unreadable: u64,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Line {
    About(About),
    Row(Revision, Row),
    Set(Revision, ChangeSet),
    Draft(Draft),
    /// A file: its id, and its bytes as base64.
    File(AttachmentId, String),
    End(Counts),
}

/// Reads the format of rows before the rest of the first line, which a newer one may have changed.
#[derive(Deserialize)]
struct Formats {
    about: Format,
}

#[derive(Deserialize)]
struct Format {
    rows_format: u32,
}

impl Counts {
    /// How many rows there are in all.
    pub fn n_rows(&self) -> u64 {
        self.rows.values().sum()
    }
}

impl Line {
    /// As text, without the end of the line.
    pub fn text(&self) -> String {
        codec::bare_text(self)
    }

    /// The first line. [`BackupError::Newer`]: a newer version of the app wrote the rows.
    pub fn about(text: &str) -> Result<About, BackupError> {
        let formats: Option<Formats> = serde_json::from_str(text).ok();
        let format = formats.map_or(codec::FORMAT, |formats| formats.about.rows_format);
        match Self::read(text, format, 1)? {
            Self::About(about) => Ok(about),
            _ => Err(BackupError::damaged("nothing says what it is")),
        }
    }

    /// A line of a content whose rows have this format; `n` is its number.
    pub fn read(text: &str, format: u32, n: u64) -> Result<Self, BackupError> {
        match codec::bare_from(text, format, || format!("line {n}")) {
            Ok(line) => Ok(line),
            Err(JournalError::Newer { .. }) => Err(BackupError::Newer),
            Err(JournalError::Damaged { place, detail }) => {
                Err(BackupError::damaged(format!("{place}: {detail}")))
            }
            Err(error) => Err(error.into()),
        }
    }
}
