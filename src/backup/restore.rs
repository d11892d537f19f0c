//! Restoring: empty stores are filled with what a file holds.

use super::line::About;
use super::read::{Opened, Part};
use super::{BackupError, Source, Tools};
use crate::journal::Filling;
use crate::journal::storage::Storage;

/// Fills empty stores with what a file holds; the company gets `name`, where one is given, instead of its own. It is read and checked to its end once more before the company
/// can be opened: whatever goes wrong, and whenever it stops, there is no company in the stores.
///
/// Errors: [`BackupError`]; the stores should be deleted then.
pub async fn restore<T: Tools, S: Source, D: Storage>(
    opened: &Opened<T, S>,
    storage: D,
    name: Option<String>,
    watch: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<About, BackupError> {
    let mut filling = Filling::begin(storage).await?;
    let mut each = async |_: &About, part: Part| {
        match part {
            Part::Row(revision, row) => filling.row(revision, row).await?,
            Part::Set(revision, set) => filling.set(revision, &set).await?,
            Part::Draft(draft) => filling.draft(&draft).await?,
            Part::File(id, bytes) => filling.file(id, bytes).await?,
        }
        Ok(())
    };
    match opened.read(&mut each, watch).await {
        Ok((mut about, _)) => {
            about.company.name = name.unwrap_or(about.company.name);
            filling.finish(&about.company, about.revision).await?;
            Ok(about)
        }
        Err(error) => {
            filling.give_up();
            Err(error)
        }
    }
}
