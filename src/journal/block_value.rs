//! What a block of the snapshot lies on the device as. Contacts, log entries and lines of segments, of which there
//! are most, are packed: bytes that tell what differs from the row before. A fifth of the room that text takes, and
//! a fraction of the work to read it.

use super::alike::{Alike, OneRow, Packed, Packer};
use super::blocks::{self, Block};
use super::codec;
use super::error::JournalError;
use super::storage::{Slot, Value};
use crate::domain::contact::Contact;
use crate::domain::interaction::LogEntry;
use crate::domain::segment::line::SegmentLine;
use crate::domain::{Record, Revision, Row, Table};
use postcard::ser_flavors::{ExtendFlavor, Flavor};
use serde::de::{DeserializeSeed, Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
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

fn block_from_bytes(bytes: &[u8], slot: &Slot) -> Result<Block, JournalError> {
    let damaged = |why: &dyn fmt::Display| JournalError::damaged(format!("snapshot {slot}"), why);
    let unpack = match blocks::table_of(slot) {
        Some(Table::Contact) => unpacked::<Contact>,
        Some(Table::LogEntry) => unpacked::<LogEntry>,
        Some(Table::SegmentLine) => unpacked::<SegmentLine>,
        _ => return Err(damaged(&"bytes instead of text")),
    };
    match bytes.split_first() {
        Some((&PACKED_FORMAT, packed)) => unpack(packed).map_err(|error| damaged(&error)),
        Some((&format, _)) if format > PACKED_FORMAT => Err(JournalError::Newer {
            found: Some(format.into()),
            known: PACKED_FORMAT.into(),
        }),
        _ => Err(damaged(&"it looks like another format")),
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
    let mut packer = Packer {
        output: ExtendFlavor::new(vec![PACKED_FORMAT]),
    };
    pack_rows::<R>(block, &mut packer).expect("our types can be packed");
    let bytes = packer.output.finalize();
    Value::Bytes(bytes.expect("a vector has no end"))
}

fn pack_rows<R: Alike + Record>(
    block: &[(Revision, Row)],
    packer: &mut Packer,
) -> postcard::Result<()> {
    block.len().serialize(&mut *packer)?;
    let mut last = None;
    for (revision, row) in block {
        let row: &R = R::from_row(row).expect("a block has rows of one table");
        revision.serialize(&mut *packer)?;
        row.pack(last, packer)?;
        last = Some(row);
    }
    Ok(())
}

fn unpacked<R: Alike + Record>(bytes: &[u8]) -> postcard::Result<Block> {
    let mut packed = Packed::from_bytes(bytes);
    let n_rows = usize::deserialize(&mut packed)?;
    // No row takes less than a byte: what is damaged must not ask for more memory than there is.
    let mut block = Block::with_capacity(n_rows.min(bytes.len()));
    let mut last: Option<Arc<R>> = None;
    for _ in 0..n_rows {
        let revision = Revision::deserialize(&mut packed)?;
        let row = Arc::new(R::unpack(last.as_deref(), &mut packed)?);
        block.push((revision, R::shared_row(row.clone())));
        last = Some(row);
    }
    match packed.finalize()? {
        [] => Ok(block),
        _ => Err(postcard::Error::SerdeDeCustom),
    }
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
