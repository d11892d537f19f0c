//! What a block of the snapshot lies on the device as. Contacts, log entries and lines of segments, of which there
//! are most, are packed: bytes that tell what differs from the row before. A fifth of the room that text takes, and
//! a fraction of the work to read it.

use super::blocks::{self, Block};
use super::codec;
use super::error::JournalError;
use super::storage::{Slot, Value};
use crate::domain::alike::{Alike, OneRow};
use crate::domain::contact::Contact;
use crate::domain::interaction::LogEntry;
use crate::domain::log_rows::LogBlock;
use crate::domain::packed;
use crate::domain::segment::line::SegmentLine;
use crate::domain::{Record, Revision, Row, Table};
use serde::de::{DeserializeSeed, Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// The format of packed blocks, which is their first byte. In format 1, which all other blocks have, every row is
/// told in full as text; in format 2, which is still read, as text by what differs.
pub const PACKED_FORMAT: u8 = 3;
const ALIKE_FORMAT: u32 = 2;

/// A block of the snapshot as it is kept. Its rows are of one table.
pub fn block_value(block: &[(Revision, Row)]) -> Value {
    match block.first() {
        Some((_, Row::Contact(_))) => packed::<Contact>(block),
        Some((_, Row::LogEntry(_))) => packed::<LogEntry>(block),
        Some((_, Row::SegmentLine(_))) => packed::<SegmentLine>(block),
        _ => Value::Text(codec::encode(&block)),
    }
}

/// The block kept in a slot of the snapshot.
///
/// Errors: [`JournalError::Damaged`] for what is no block of the slot's table; [`JournalError::Newer`] for a
/// format that a newer version of the app writes.
pub fn block_from(value: &Value, slot: &Slot) -> Result<Block, JournalError> {
    match value {
        Value::Bytes(bytes) => block_from_bytes(bytes, slot),
        Value::Text(text) => block_from_text(text, slot),
    }
}

/// The block of the log kept in a slot of the snapshot; packed as it is kept, if it is.
///
/// Errors: as [`block_from`], but of packed rows only that there are none: they are still to be read.
pub fn log_block_from(value: Value, slot: &Slot) -> Result<LogBlock, JournalError> {
    match &value {
        Value::Bytes(bytes) if blocks::table_of(slot) == Some(Table::LogEntry) => {
            packed_rows(bytes, slot).map(|packed| LogBlock::Packed(packed.into()))
        }
        _ => block_from(&value, slot).map(LogBlock::Rows),
    }
}

/// What cannot be read in a slot of the snapshot.
pub fn damaged_block(slot: &Slot, why: impl fmt::Display) -> JournalError {
    JournalError::damaged(format!("snapshot {slot}"), why)
}

fn block_from_bytes(bytes: &[u8], slot: &Slot) -> Result<Block, JournalError> {
    let unpack = match blocks::table_of(slot) {
        Some(Table::Contact) => unpacked::<Contact>,
        Some(Table::LogEntry) => unpacked::<LogEntry>,
        Some(Table::SegmentLine) => unpacked::<SegmentLine>,
        _ => return Err(damaged_block(slot, "bytes instead of text")),
    };
    let packed = packed_rows(bytes, slot)?;
    unpack(packed).map_err(|error| damaged_block(slot, error))
}

/// What follows the format, if that is ours.
fn packed_rows<'a>(bytes: &'a [u8], slot: &Slot) -> Result<&'a [u8], JournalError> {
    match bytes.split_first() {
        Some((&PACKED_FORMAT, packed)) => Ok(packed),
        Some((&format, _)) if format > PACKED_FORMAT => Err(JournalError::Newer {
            found: Some(format.into()),
            known: PACKED_FORMAT.into(),
        }),
        _ => Err(damaged_block(slot, "it looks like another format")),
    }
}

fn block_from_text(text: &str, slot: &Slot) -> Result<Block, JournalError> {
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

fn packed<R: Alike + Record>(block: &[(Revision, Row)]) -> Value {
    let rows = block.iter().map(|(revision, row)| {
        let row: &R = R::from_row(row).expect("a block has rows of one table");
        (*revision, row)
    });
    Value::Bytes(packed::pack(rows, vec![PACKED_FORMAT]))
}

fn unpacked<R: Alike + Record>(bytes: &[u8]) -> Result<Block, packed::PackedError> {
    let rows = packed::rows::<R>(bytes)?.into_iter();
    Ok(rows
        .map(|(revision, row)| (revision, R::shared_row(row)))
        .collect())
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
