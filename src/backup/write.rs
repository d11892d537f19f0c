//! Writing: a company, told part by part, into a file.

use super::header::Sealing;
use super::line::{About, Counts, Line};
use super::pieces::{PieceWriter, Seal};
use super::{BackupError, MAX_LINE_BYTES, Sink, Tools};
use crate::journal::storage::Storage;
use crate::journal::{Journal, Told, What, codec};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};

/// How the file is protected from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection<'a> {
    /// Not at all: everybody who has the file can read it.
    Open,
    /// Nobody reads it without this passphrase, not even who wrote it.
    Passphrase(&'a str),
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What the content is.
    pub about: About,
    /// How much of everything it has.
    pub counts: Counts,
    /// How long the file is.
    pub n_bytes: u64,
}

/// Writes a company into a file. `watch` is told from time to time how many lines there are, and says
/// whether to go on.
///
/// Errors: those of [`Journal::tell`], of the file and of the tools; [`BackupError::Canceled`]. What was
/// written of the file until then is of no use.
pub async fn write<S: Storage, T: Tools, K: Sink>(
    journal: &Journal<S>,
    what: What,
    (now, version): (DateTime<Utc>, &str),
    protection: Protection<'_>,
    tools: &T,
    sink: &mut K,
    watch: &mut dyn FnMut(u64) -> bool,
) -> Result<Written, BackupError> {
    let seal = match protection {
        Protection::Open => None,
        Protection::Passphrase(passphrase) => Some(seal(tools, passphrase).await?),
    };
    let mut writer = LineWriter {
        pieces: PieceWriter::begin(tools, sink, seal).await?,
        counts: Counts::default(),
        about: None,
        n_lines: 0,
        watch,
    };
    let mut each = async |told: Told| writer.told(told, (now, version)).await;
    journal.tell(what, &mut each).await?;
    writer.finish().await
}

async fn seal<T: Tools>(tools: &T, passphrase: &str) -> Result<Seal<T::Key>, BackupError> {
    let (mut salt, mut nonce) = ([0; 16], [0; 7]);
    let random = tools
        .random(&mut salt)
        .and_then(|()| tools.random(&mut nonce));
    random.map_err(|_| BackupError::CannotEncrypt)?;
    let sealing = Sealing::new(salt, nonce);
    let key = tools.key(passphrase, &sealing.salt, sealing.rounds).await;
    let key = key.map_err(|_| BackupError::CannotEncrypt)?;
    Ok(Seal { sealing, key })
}

/// How often whoever watches is told.
const LINES_BETWEEN: u64 = 1_000;

struct LineWriter<'a, T: Tools, K: Sink> {
    pieces: PieceWriter<'a, T, K>,
    counts: Counts,
    about: Option<About>,
    n_lines: u64,
    watch: &'a mut dyn FnMut(u64) -> bool,
}

impl<T: Tools, K: Sink> LineWriter<'_, T, K> {
    async fn told(
        &mut self,
        told: Told,
        (now, version): (DateTime<Utc>, &str),
    ) -> Result<(), BackupError> {
        let line = match told {
            Told::Company(company, revision) => {
                let about = About {
                    company,
                    revision,
                    written_at: now,
                    written_by: version.into(),
                    rows_format: codec::FORMAT,
                };
                self.about = Some(about.clone());
                Line::About(about)
            }
            Told::Row(revision, row) => {
                *self.counts.rows.entry(row.key().table()).or_default() += 1;
                Line::Row(revision, row)
            }
            Told::Set(revision, set) => {
                self.counts.sets += 1;
                Line::Set(revision, set)
            }
            Told::Draft(draft) => {
                self.counts.drafts += 1;
                Line::Draft(draft)
            }
            Told::File(id, bytes) => {
                self.counts.files += 1;
                Line::File(id, STANDARD.encode(bytes))
            }
            Told::Unreadable(_) => {
                self.counts.unreadable += 1;
                return Ok(());
            }
        };
        self.write(line.text()).await
    }

    async fn write(&mut self, mut line: String) -> Result<(), BackupError> {
        if line.len() >= MAX_LINE_BYTES {
            return Err(BackupError::TooLarge);
        }
        self.n_lines += 1;
        if self.n_lines.is_multiple_of(LINES_BETWEEN) && !(self.watch)(self.n_lines) {
            return Err(BackupError::Canceled);
        }
        line.push('\n');
        self.pieces.write(line.as_bytes()).await
    }

    async fn finish(mut self) -> Result<Written, BackupError> {
        self.write(Line::End(self.counts.clone()).text()).await?;
        Ok(Written {
            about: self
                .about
                .expect("a company says what it is before it ends"),
            counts: self.counts,
            n_bytes: self.pieces.finish().await?,
        })
    }
}
