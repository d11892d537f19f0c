//! Restoring: empty stores are filled with what a file holds.

use super::erasing::ErasedSince;
use super::line::About;
use super::read::{Opened, Part};
use super::{BackupError, Source, Tools};
use crate::domain::privacy::ErasedContact;
use crate::journal::Filling;
use crate::journal::storage::Storage;

/// As what a file is restored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreAs {
    /// The name of the company; none: its own.
    pub name: Option<String>,
    /// Contacts that were erased since, of which nothing comes back.
    pub erased: Vec<ErasedContact>,
}

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the company is.
    pub about: About,
    /// How many contacts the file held that were erased since.
    pub n_erased_again: u32,
}

/// Fills empty stores with what a file holds. It is read and checked to its end once more before the company
/// can be opened: whatever goes wrong, and whenever it stops, there is no company in the stores.
///
/// Contacts that were erased since are erased from what the file holds; that they were is said, as the company that
/// erased them says it. The change sets that it holds for undo are from before then, and are left out.
///
/// Errors: [`BackupError`]; the stores should be deleted then.
pub async fn restore<T: Tools, S: Source, D: Storage>(
    opened: &Opened<T, S>,
    storage: D,
    how: RestoreAs,
    watch: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Restored, BackupError> {
    let mut filling = Filling::begin(storage).await?;
    let mut since = ErasedSince::new(&how.erased);
    let mut each = async |about: &About, part: Part| {
        let last = about.revision;
        if !matches!(part, Part::Row(..)) {
            for (revision, row) in since.end_of_rows(last) {
                filling.row(revision, row).await?;
            }
        }
        match part {
            Part::Row(revision, row) => {
                for (revision, row) in since.row(revision, row, last) {
                    filling.row(revision, row).await?;
                }
            }
            Part::Set(revision, set) if since.keeps_sets() => filling.set(revision, &set).await?,
            Part::Draft(draft) if since.keeps(&draft) => filling.draft(&draft).await?,
            Part::Set(..) | Part::Draft(_) => {}
            Part::File(id, bytes) => filling.file(id, bytes).await?,
        }
        Ok(())
    };
    match opened.read(&mut each, watch).await {
        Ok((mut about, _)) => {
            for (revision, row) in since.end_of_rows(about.revision) {
                filling.row(revision, row).await?;
            }
            about.company.name = how.name.unwrap_or(about.company.name);
            filling.finish(&about.company, about.revision).await?;
            Ok(Restored {
                about,
                n_erased_again: since.n_again(),
            })
        }
        Err(error) => {
            filling.give_up();
            Err(error)
        }
    }
}
