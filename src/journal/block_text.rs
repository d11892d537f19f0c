//! The text of a block. Contacts, log entries and lines of segments, of which there are most, are told by what
//! differs from the row before: of the log that is a third of the text, and of the work to read it.

use super::alike::{Alike, OneRow};
use super::blocks::{self, Block};
use super::codec;
use super::error::JournalError;
use super::storage::Slot;
use crate::domain::contact::Contact;
use crate::domain::interaction::LogEntry;
use crate::domain::segment::line::SegmentLine;
use crate::domain::{Record, Revision, Row, Table};
use serde::de::{DeserializeSeed, Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// The format of blocks of rows that are alike. In format 1, which all other blocks have, every row is told in
/// full.
pub const ALIKE_FORMAT: u32 = 2;

/// A block of the snapshot as text. Its rows are of one table.
pub fn block_text(block: &[(Revision, Row)]) -> String {
    match block.first() {
        Some((_, Row::Contact(_))) => alike_text::<Contact>(block),
        Some((_, Row::LogEntry(_))) => alike_text::<LogEntry>(block),
        Some((_, Row::SegmentLine(_))) => alike_text::<SegmentLine>(block),
        _ => codec::encode(&block),
    }
}

/// The block kept in a slot of the snapshot.
///
/// Errors: [`JournalError::Damaged`] for what is no block of the slot's table; [`JournalError::Newer`] for a
/// format that a newer version of the app writes.
pub fn block_from(text: &str, slot: &Slot) -> Result<Block, JournalError> {
    let place = || format!("snapshot {slot}");
    let table = blocks::table_of(slot);
    let is_alike = || text.starts_with(&codec::envelope_start(ALIKE_FORMAT));
    match table {
        Some(Table::Contact) if is_alike() => alike_from::<Contact>(text, place),
        Some(Table::LogEntry) if is_alike() => alike_from::<LogEntry>(text, place),
        Some(Table::SegmentLine) if is_alike() => alike_from::<SegmentLine>(text, place),
        _ => {
            let block: Block = codec::decode_up_to(text, ALIKE_FORMAT, place)?;
            let is_elsewhere = |(_, row): &&(Revision, Row)| Some(row.key().table()) != table;
            match block.iter().find(is_elsewhere) {
                Some((_, row)) => {
                    let detail = format!("{:?} stands in another table's block", row.key());
                    Err(JournalError::damaged(place(), detail))
                }
                None => Ok(block),
            }
        }
    }
}

fn alike_text<R: Alike + Record>(block: &[(Revision, Row)]) -> String {
    let mut text = codec::envelope_start(ALIKE_FORMAT).into_bytes();
    let mut last = None;
    for (revision, row) in block {
        let row: &R = R::from_row(row).expect("a block has rows of one table");
        text.push(if last.is_none() { b'[' } else { b',' });
        text.extend_from_slice(format!("[{},", revision.0).as_bytes());
        row.tell(last, &mut text)
            .expect("our types have no maps, so JSON can hold them all");
        text.push(b']');
        last = Some(row);
    }
    text.extend_from_slice(b"]}");
    String::from_utf8(text).expect("JSON is text")
}

fn alike_from<R: Alike + Record>(
    text: &str,
    place: impl Fn() -> String,
) -> Result<Block, JournalError> {
    let rows: AlikeRows<R> = codec::decode_up_to(text, ALIKE_FORMAT, place)?;
    let row = |(revision, row): (Revision, Arc<R>)| (revision, R::shared_row(row));
    Ok(rows.0.into_iter().map(row).collect())
}

/// Rows that are told by what differs, each with the revision that wrote it.
struct AlikeRows<R>(Vec<(Revision, Arc<R>)>);

impl<'de, R: Alike> Deserialize<'de> for AlikeRows<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(All(PhantomData))
    }
}

struct All<R>(PhantomData<R>);

impl<'de, R: Alike> Visitor<'de> for All<R> {
    type Value = AlikeRows<R>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rows")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let (mut last, mut rows) = (None, Vec::new());
        while let Some(row) = seq.next_element_seed(Written(&mut last))? {
            rows.push(row);
        }
        Ok(AlikeRows(rows))
    }
}

/// Reads a revision and the row that it wrote.
struct Written<'a, R>(&'a mut Option<Arc<R>>);

impl<'de, R: Alike> DeserializeSeed<'de> for Written<'_, R> {
    type Value = (Revision, Arc<R>);
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_tuple(2, self)
    }
}

impl<'de, R: Alike> Visitor<'de> for Written<'_, R> {
    type Value = (Revision, Arc<R>);
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a revision and a row")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let missing = |at: usize| A::Error::invalid_length(at, &"a revision and a row");
        let revision = seq.next_element()?.ok_or_else(|| missing(0))?;
        let row = seq.next_element_seed(OneRow(self.0))?.flatten();
        Ok((revision, row.ok_or_else(|| missing(1))?))
    }
}
