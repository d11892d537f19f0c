//! Rows as bytes that tell what differs from the row before: how the snapshot keeps what it has most of, and how the
//! log lies in memory (`log_rows.rs`). A tenth of the room of rows that stand for themselves, and read one after the
//! other faster than those are put in their places.

use super::alike::{Alike, Input, Packer};
use super::change::{Record, Revision};
use postcard::ser_flavors::{ExtendFlavor, Flavor};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::sync::Arc;

/// What is wrong with bytes that are no packed rows.
pub type PackedError = postcard::Error;

/// Packs rows, each with the revision that wrote it, behind the bytes that are there.
pub fn pack<'a, R: Alike + Record>(
    rows: impl ExactSizeIterator<Item = (Revision, &'a R)>,
    bytes: Vec<u8>,
) -> Vec<u8> {
    let mut packer = Packer {
        output: ExtendFlavor::new(bytes),
    };
    pack_rows(rows, &mut packer).expect("our types can be packed");
    packer.output.finalize().expect("a vector has no end")
}

fn pack_rows<'a, R: Alike + Record>(
    rows: impl ExactSizeIterator<Item = (Revision, &'a R)>,
    packer: &mut Packer,
) -> postcard::Result<()> {
    rows.len().serialize(&mut *packer)?;
    let mut last = None;
    for (revision, row) in rows {
        revision.serialize(&mut *packer)?;
        row.pack(last, packer)?;
        last = Some(row);
    }
    Ok(())
}

/// How many rows were packed. What is damaged may say any number.
///
/// Errors: the bytes do not even say that.
pub fn n_rows(bytes: &[u8]) -> Result<usize, PackedError> {
    usize::deserialize(&mut Input::from_bytes(bytes))
}

/// The packed rows, each with the revision that wrote it.
///
/// Errors: the bytes are not packed rows of this kind, or not only those.
pub fn rows<R: Alike>(bytes: &[u8]) -> Result<Vec<(Revision, Arc<R>)>, PackedError> {
    let mut input = Input::from_bytes(bytes);
    let n_rows = usize::deserialize(&mut input)?;
    // No row takes less than a byte: what is damaged must not ask for more memory than there is.
    let mut rows = Vec::<(Revision, Arc<R>)>::with_capacity(n_rows.min(bytes.len()));
    for _ in 0..n_rows {
        let revision = Revision::deserialize(&mut input)?;
        let last = rows.last().map(|(_, row)| &**row);
        let row = R::unpack(last, &mut input)?;
        rows.push((revision, Arc::new(row)));
    }
    ended(input).map(|()| rows)
}

/// Shows the packed rows one after the other until it is told to stop. Each lies where the one before lay, whose
/// fields are written over where they differ: nothing is made that is not looked at.
///
/// Errors: as [`rows`], of what was read.
pub fn each<R: Alike>(
    bytes: &[u8],
    mut show: impl FnMut(Revision, &R) -> ControlFlow<()>,
) -> Result<(), PackedError> {
    let mut input = Input::from_bytes(bytes);
    let n_rows = usize::deserialize(&mut input)?;
    let mut here: Option<R> = None;
    for _ in 0..n_rows {
        let revision = Revision::deserialize(&mut input)?;
        let row = match &mut here {
            Some(row) => {
                row.unpack_over(&mut input)?;
                row
            }
            none => none.insert(R::unpack(None, &mut input)?),
        };
        if show(revision, row).is_break() {
            return Ok(());
        }
    }
    ended(input)
}

fn ended(input: Input<'_>) -> Result<(), PackedError> {
    match input.finalize()? {
        [] => Ok(()),
        _ => Err(PackedError::SerdeDeCustom),
    }
}
