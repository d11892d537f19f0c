//! Looking a file through before anything is done with it: all of it is read and checked, nothing is kept.

use super::line::{About, Counts};
use super::read::{Opened, Part};
use super::{BackupError, Source, Tools};
use crate::domain::Records;
use crate::domain::check::Checking;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub about: About,
    /// How much of everything it has.
    pub counts: Counts,
    /// So many records contradict others, as they did when the file was written.
    pub n_damaged: usize,
    /// How long the file is.
    pub n_bytes: u64,
}

/// So many rows are taken in, or looked at, at once.
const ROWS_AT_ONCE: usize = 1_024;

/// Looks a file through: that it can be read to its end, is whole, and what it holds. The page goes on
/// meanwhile; `watch` as for reading.
///
/// Errors: [`BackupError`], for all that would stop a restore except the device.
pub async fn look_through<T: Tools, S: Source>(
    opened: &Opened<T, S>,
    watch: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Found, BackupError> {
    let mut records: Option<Records> = None;
    let mut rows = Vec::new();
    let mut each = async |about: &About, part: Part| {
        if let Part::Row(revision, row) = part {
            rows.push((row, revision));
            if rows.len() == ROWS_AT_ONCE {
                let records = records.get_or_insert_with(|| Records::at(about.revision));
                records.load_rows(rows.drain(..));
            }
        }
        Ok(())
    };
    let (about, counts) = opened.read(&mut each, watch).await?;
    let mut records = records.unwrap_or_else(|| Records::at(about.revision));
    records.load_rows(rows.drain(..));
    let mut checking = Checking::begin();
    let damage = loop {
        opened.tools.pause().await;
        if let Some(damage) = checking.step(&records, ROWS_AT_ONCE) {
            break damage;
        }
    };
    Ok(Found {
        n_damaged: damage.len(),
        about,
        counts,
        n_bytes: opened.n_bytes(),
    })
}
