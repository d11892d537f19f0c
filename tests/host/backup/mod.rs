//! Backups: what is written comes back, and what is not whole is refused.

mod damage;
mod erasing;
mod format;
mod limits;
mod reminder;
mod tools;
mod whole;

pub use crate::contract::Bytes;
use crate::contract::{at, rev};
use crate::journal::examples;
use lokikirja::backup::{
    self, BackupError, Found, Opened, Protection, RestoreAs, Restored, Written,
};
use lokikirja::domain::{Change, ChangeSet};
use lokikirja::journal::memory::{Memory, MemoryShelf};
use lokikirja::journal::storage::{Opening, Shelf};
use lokikirja::journal::{Along, Journal, What};
use pollster::block_on;
pub use tools::HostTools;

pub const PASSPHRASE: &str = "kolme sanaa räntäsateessa";

/// A journal with one example of everything that is stored.
pub fn example(shelf: &MemoryShelf) -> Journal<Memory> {
    block_on(async {
        let storage = shelf
            .open("example", Opening::OrNew)
            .await
            .expect("it opens");
        let journal = Journal::new(storage);
        journal.create(&examples::meta()).await.expect("described");
        let all = ChangeSet {
            changes: examples::rows()
                .into_iter()
                .map(|row| Change {
                    key: row.key(),
                    before: None,
                    after: Some(row),
                })
                .collect(),
            ..examples::change_set()
        };
        let along = Along {
            files: vec![(crate::contract::nth_id(9), vec![0, 1, 254, 255])],
            ..Along::default()
        };
        let answer = journal.append(rev(1), &all, &along).await;
        answer.expect("appended");
        journal.put_draft(&examples::draft()).await.expect("kept");
        journal
    })
}

/// The journal of a company on this shelf.
pub fn journal(shelf: &MemoryShelf, company: &str) -> Journal<Memory> {
    let storage = block_on(shelf.open(company, Opening::Existing));
    Journal::new(storage.expect("it opens"))
}

/// Backs a company up.
pub fn backup(
    journal: &Journal<Memory>,
    protection: Protection<'_>,
    tools: &HostTools,
) -> (Bytes, Written) {
    let mut file = Bytes::default();
    let version = (at(100), "Lokikirja 0.1.0");
    let written = block_on(backup::write(
        journal,
        What::All,
        version,
        protection,
        tools,
        &mut file,
        &mut |_| true,
    ));
    let written = written.expect("it is written");
    assert_eq!(written.n_bytes, file.0.len() as u64);
    (file, written)
}

/// The content of a backup: without packing or sealing, and without what frames it.
pub fn content(journal: &Journal<Memory>) -> String {
    let (file, _) = backup(journal, Protection::Open, &HostTools::default());
    let mut rest = file.0.as_slice();
    let header = rest.iter().position(|byte| *byte == b'\n').expect("a line");
    rest = &rest[header + 1..];
    let mut content = Vec::new();
    loop {
        let (length, more) = rest.split_first_chunk::<4>().expect("a length");
        let length = u32::from_be_bytes(*length) as usize;
        if length == 0 {
            return String::from_utf8(content).expect("lines of text");
        }
        content.extend_from_slice(&more[..length]);
        rest = &more[length..];
    }
}

pub fn opened(
    file: &Bytes,
    tools: HostTools,
    passphrase: Option<&str>,
) -> Result<Opened<HostTools, Bytes>, BackupError> {
    block_on(async {
        let opened = Opened::new(file.clone(), tools).await?;
        assert_eq!(opened.is_sealed(), passphrase.is_some());
        if let Some(passphrase) = passphrase {
            opened.unlock(passphrase).await?;
        }
        Ok(opened)
    })
}

/// Looks a file through.
pub fn look(file: &Bytes, passphrase: Option<&str>) -> Result<Found, BackupError> {
    let opened = opened(file, HostTools::all(), passphrase)?;
    block_on(backup::look_through(&opened, &mut |_, _| true))
}

/// Restores a file as a company of this name.
pub fn restore(
    file: &Bytes,
    passphrase: Option<&str>,
    shelf: &MemoryShelf,
    company: &str,
) -> Result<(), BackupError> {
    restore_as(file, passphrase, shelf, company, RestoreAs::default()).map(drop)
}

/// The same, without contacts that were erased since.
pub fn restore_as(
    file: &Bytes,
    passphrase: Option<&str>,
    shelf: &MemoryShelf,
    company: &str,
    how: RestoreAs,
) -> Result<Restored, BackupError> {
    let opened = opened(file, HostTools::all(), passphrase)?;
    block_on(async {
        let storage = shelf.open(company, Opening::OrNew).await.expect("it opens");
        backup::restore(&opened, storage, how, &mut |_, _| true).await
    })
}

fn text(text: &str) -> lokikirja::journal::storage::Value {
    lokikirja::journal::storage::Value::Text(text.into())
}
