//! The work itself: a company into a file, and a file into a company.

use super::job::Job;
use crate::backup::{self, BackupError, Found, Opened, Protection, RestoreAs, Restored, Written};
use crate::book::open;
use crate::browser::backups::change_backups;
use crate::browser::chosen_file::ChosenFile;
use crate::browser::clock;
use crate::browser::save_file::{Kind, SaveFile};
use crate::browser::tabs;
use crate::browser::tools::BrowserTools;
use crate::journal::device::Device;
use crate::journal::storage::{Opening, Shelf};
use crate::journal::{Journal, JournalError, Meta, What};
use crate::ui::offline;
use crate::ui::text::say;
use lokikirja_export::name::file_name;
use uuid::Uuid;

/// A file that the user has chosen, its beginning read.
pub(super) type File = Opened<BrowserTools, ChosenFile>;

/// Held by the tab that restores: what it left behind when it ended is cleared away by no other.
const RESTORE_LOCK: &str = "lokikirja/restore";
/// So the databases of restored companies are called, that one which was broken off is known.
const RESTORED: &str = "restored-";
const ENDING: &str = "lokikirja";
const MEDIA_TYPE: &str = "application/octet-stream";

/// What is backed up, and how.
pub(super) struct Order {
    pub device: Device,
    /// The database of the company.
    pub database: String,
    /// Its name, for that of the file.
    pub name: String,
    pub what: What,
    pub passphrase: Option<String>,
    /// About how many records there are.
    pub n_rows: u64,
}

/// Backs a company up into a file. Gives the name of the file.
pub(super) async fn back_up(order: Order, job: Job) -> Result<(String, Written), BackupError> {
    let m = say();
    let now = clock::now();
    let name = file_name(&order.name, clock::local(now).date(), ENDING);
    let kind = Kind {
        media_type: MEDIA_TYPE,
        ending: ".lokikirja",
        called: m.backup.file_kind,
    };
    // First of all: only a press of the user opens the browser's dialog.
    let mut file = SaveFile::begin(name, kind).await?;
    match write(&order, &mut file, job).await {
        Ok(written) => {
            let name = file.finish().await?;
            if order.what == What::All {
                change_backups(&order.database, |kept| {
                    kept.remembered.last = Some(now);
                    kept.remembered.revision = written.about.revision;
                    kept.remembered.put_off = None;
                });
            }
            Ok((name, written))
        }
        Err(error) => {
            file.give_up().await;
            Err(error)
        }
    }
}

async fn write(order: &Order, file: &mut SaveFile, job: Job) -> Result<Written, BackupError> {
    let storage = order
        .device
        .open(&order.database, Opening::Existing)
        .await?;
    let journal = Journal::new(storage);
    let version = format!(
        "{} {}",
        say().frame.app,
        offline::version().unwrap_or_default()
    );
    let protection = match &order.passphrase {
        Some(passphrase) => Protection::Passphrase(passphrase),
        None => Protection::Open,
    };
    let written = backup::write(
        &journal,
        order.what.clone(),
        (clock::now(), version.trim_end()),
        protection,
        &BrowserTools,
        file,
        &mut |n_lines| job.goes_on(n_lines, order.n_rows),
    )
    .await;
    journal.close();
    written
}

/// Restores a file into a new database. Gives the database, and what was restored.
pub(super) async fn restore(
    device: Device,
    file: &File,
    found: &Found,
    how: RestoreAs,
    job: Job,
) -> Result<(String, Restored), BackupError> {
    let database = format!("{RESTORED}{}", clock::new_id::<Uuid>());
    let restored = async {
        let storage = device.open(&database, Opening::OrNew).await?;
        backup::restore(file, storage, how, &mut |done, of| job.goes_on(done, of)).await
    };
    match restored.await {
        Ok(restored) => {
            change_backups(&database, |kept| {
                kept.remembered.last = Some(found.about.written_at);
                kept.remembered.revision = restored.about.revision;
            });
            Ok((database, restored))
        }
        Err(error) => {
            // What stays is in nobody's way, and goes at the next start.
            let _ = device.delete(&database).await;
            Err(error)
        }
    }
}

/// Does work that restores, alone among all tabs.
pub(super) async fn alone<T: 'static>(
    work: impl Future<Output = Result<T, BackupError>> + 'static,
) -> Result<T, BackupError> {
    let done = tabs::alone(RESTORE_LOCK, work).await;
    done.unwrap_or(Err(JournalError::Busy.into()))
}

/// Clears away what restores left behind that were broken off, by the end of the browser or of its tab. Gives the
/// companies that were restored to their end, but the browser forgot to list.
///
/// What the page keeps in local storage may be lost with the browser: so the databases themselves are asked.
pub(super) async fn clear_broken_off(device: Device, known: Vec<String>) -> Vec<(String, Meta)> {
    let work = async move {
        let mut whole = Vec::new();
        for database in device.companies().await.unwrap_or_default() {
            if !database.starts_with(RESTORED) || known.contains(&database) {
                continue;
            }
            match open::meta(&device, &database).await {
                Ok(Some(meta)) => whole.push((database, meta)),
                // Nobody has seen what is in it.
                Ok(None) => drop(device.delete(&database).await),
                Err(_) => {}
            }
        }
        whole
    };
    tabs::alone(RESTORE_LOCK, work).await.unwrap_or_default()
}
