//! Reading: a file, line by line. What comes is in its order, whole and sound, or it ends with an error.

use super::line::{About, Counts, Line};
use super::pieces::{Beginning, PieceReader};
use super::{BackupError, MAX_LINE_BYTES, MAX_ROWS, Source, ToolError, Tools};
use crate::domain::id::AttachmentId;
use crate::domain::{ChangeSet, Revision, Row};
use crate::journal::storage::Slot;
use crate::journal::{Draft, blocks, codec};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::cell::RefCell;
use std::rc::Rc;

/// A file whose beginning was read. It can be gone through more than once.
pub struct Opened<T: Tools, S: Source> {
    pub(super) tools: T,
    source: S,
    beginning: Beginning,
    key: RefCell<Option<Rc<T::Key>>>,
}

/// A part of the content.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Row(Revision, Row),
    Set(Revision, ChangeSet),
    Draft(Draft),
    File(AttachmentId, Vec<u8>),
}

impl<T: Tools, S: Source> Opened<T, S> {
    /// Reads the beginning of a file.
    ///
    /// Errors: [`BackupError::NotABackup`], [`BackupError::Newer`], [`BackupError::TooLarge`]; damage.
    pub async fn new(source: S, tools: T) -> Result<Self, BackupError> {
        let beginning = Beginning::read(&source).await?;
        Ok(Self {
            tools,
            source,
            beginning,
            key: RefCell::new(None),
        })
    }

    /// A passphrase is needed for the rest.
    pub fn is_sealed(&self) -> bool {
        self.beginning.header.sealed.is_some()
    }

    /// How long the file is.
    pub fn n_bytes(&self) -> u64 {
        self.source.n_bytes()
    }

    /// Takes the passphrase. Whether it is the right one shows itself when the file is read.
    ///
    /// Errors: [`BackupError::CannotEncrypt`].
    pub async fn unlock(&self, passphrase: &str) -> Result<(), BackupError> {
        if let Some(sealing) = &self.beginning.header.sealed {
            let key = self.tools.key(passphrase, &sealing.salt, sealing.rounds);
            let key = key.await.map_err(|error| match error {
                ToolError::Missing => BackupError::CannotEncrypt,
                ToolError::Refused => BackupError::NotOpened,
            })?;
            self.key.replace(Some(Rc::new(key)));
        }
        Ok(())
    }

    /// Reads everything: what the content is, each of its parts, and how much there was. `watch` is told how
    /// many bytes were read, of how many, and says whether to go on.
    ///
    /// Errors: damage, or [`BackupError::NotOpened`] for all that is wrong with a sealed file; limits;
    /// [`BackupError::Canceled`]; and the first of `each`. Parts that came before an error must not be used.
    pub(super) async fn read(
        &self,
        each: &mut impl AsyncFnMut(&About, Part) -> Result<(), BackupError>,
        watch: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<(About, Counts), BackupError> {
        let key = self.key.borrow().clone();
        if self.is_sealed() && key.is_none() {
            return Err(BackupError::NotOpened);
        }
        let answer = self.read_lines(key.as_deref(), each, watch).await;
        answer.map_err(|error| match error {
            // Said in one way: who has no passphrase learns nothing by altering the file.
            BackupError::Damaged { .. } if self.is_sealed() => BackupError::NotOpened,
            error => error,
        })
    }

    async fn read_lines(
        &self,
        key: Option<&T::Key>,
        each: &mut impl AsyncFnMut(&About, Part) -> Result<(), BackupError>,
        watch: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<(About, Counts), BackupError> {
        let (source, beginning) = (&self.source, &self.beginning);
        let mut pieces = PieceReader::begin(&self.tools, source, beginning, key).await?;
        let mut lines = Lines::default();
        let mut waiting = Vec::new();
        while let Some(piece) = pieces.next().await? {
            let (done, of) = pieces.progress();
            if !watch(done, of) {
                return Err(BackupError::Canceled);
            }
            let mut rest = piece.as_slice();
            while let Some(end) = memchr::memchr(b'\n', rest) {
                let (line, later) = rest.split_at(end);
                rest = &later[1..];
                let part = if waiting.is_empty() {
                    lines.take(line)?
                } else {
                    waiting.extend_from_slice(line);
                    lines.take(&std::mem::take(&mut waiting))?
                };
                if let (Some(part), Some(about)) = (part, &lines.about) {
                    each(about, part).await?;
                }
            }
            waiting.extend_from_slice(rest);
            if waiting.len() > MAX_LINE_BYTES {
                return Err(BackupError::TooLarge);
            }
        }
        match (lines.about, lines.end) {
            (Some(about), Some(end)) if waiting.is_empty() => Ok((about, end)),
            _ => Err(BackupError::damaged("the last line is missing")),
        }
    }
}

/// Which lines come after which.
#[derive(Clone, Debug, Default, PartialEq, PartialOrd)]
enum Place {
    #[default]
    Beginning,
    Row(Slot),
    Set(Revision),
    Draft(Slot),
    File(Slot),
    End,
}

/// The lines so far.
#[derive(Default)]
struct Lines {
    about: Option<About>,
    end: Option<Counts>,
    counts: Counts,
    n_rows: u64,
    n_lines: u64,
    last: Place,
}

impl Lines {
    fn take(&mut self, text: &[u8]) -> Result<Option<Part>, BackupError> {
        self.n_lines += 1;
        let n = self.n_lines;
        // As text, by the reader that the journal uses: a second one, for bytes, would be another half a
        // megabyte of program.
        let text = std::str::from_utf8(text);
        let text = text.map_err(|error| BackupError::damaged(format!("line {n}: {error}")))?;
        let Some(about) = &self.about else {
            self.about = Some(Line::about(text)?);
            return Ok(None);
        };
        let wrong = |what: &str| BackupError::damaged(format!("line {n}: {what}"));
        let revision = about.revision;
        let line = Line::read(text, about.rows_format, n)?;
        let (place, part) = match line {
            Line::About(_) => return Err(wrong("a second first line")),
            Line::Row(written, row) => {
                if written > revision {
                    return Err(wrong("written after the last revision"));
                }
                self.n_rows += 1;
                if self.n_rows > MAX_ROWS {
                    return Err(BackupError::TooLarge);
                }
                *self.counts.rows.entry(row.key().table()).or_default() += 1;
                (
                    Place::Row(blocks::place(&row.key())),
                    Part::Row(written, row),
                )
            }
            Line::Set(number, set) => {
                let follows = match self.last {
                    Place::Set(last) => number == last.next(),
                    _ => number > Revision(0),
                };
                if !follows || number > revision || !codec::is_whole(&set) {
                    return Err(wrong("a change set out of place"));
                }
                self.counts.sets += 1;
                (Place::Set(number), Part::Set(number, set))
            }
            Line::Draft(draft) => {
                self.counts.drafts += 1;
                (
                    Place::Draft(Slot::text(draft.form.entry)),
                    Part::Draft(draft),
                )
            }
            Line::File(id, bytes) => {
                self.counts.files += 1;
                let bytes = STANDARD.decode(bytes).map_err(|_| wrong("no base64"))?;
                (Place::File(Slot::text(id)), Part::File(id, bytes))
            }
            Line::End(end) => {
                self.counts.unreadable = end.unreadable;
                if end != self.counts {
                    return Err(wrong("other counts than there are lines"));
                }
                self.end = Some(end);
                self.ends_sets(revision, n)?;
                self.last = Place::End;
                return Ok(None);
            }
        };
        if self.last >= place {
            return Err(wrong("out of order"));
        }
        if !matches!(place, Place::Set(_)) {
            self.ends_sets(revision, n)?;
        }
        self.last = place;
        Ok(Some(part))
    }

    /// Change sets go up to the last revision, if there are any.
    fn ends_sets(&self, revision: Revision, n: u64) -> Result<(), BackupError> {
        match self.last {
            Place::Set(last) if last != revision => Err(BackupError::damaged(format!(
                "line {n}: change sets end early"
            ))),
            Place::End => Err(BackupError::damaged(format!("line {n}: behind the end"))),
            _ => Ok(()),
        }
    }
}
