//! Where a browser keeps the databases of pages, and taking that place away: a damaged disk, without damage.

use crate::browser::Browser;
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};
use xtask::{engine::Engine, packing};

/// The databases of all pages, set aside while this lives: in their place lies a file, so that no folder can be
/// opened or made there.
#[derive(Debug)]
pub struct Locked {
    folders: Vec<PathBuf>,
}

impl Browser {
    /// Takes the place of the databases away, while the browser does not run.
    ///
    /// # Panics
    /// When the browser runs, or keeps no databases where they are looked for.
    pub fn lock_databases(&self) -> Locked {
        let folders = self.databases();
        for folder in &folders {
            let locked = fs::rename(folder, aside(folder)).and_then(|()| fs::write(folder, ""));
            locked.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        }
        self.provokes_fault();
        Locked { folders }
    }

    /// Deletes the files of all databases, while the browser does not run, as somebody does who tidies up.
    ///
    /// # Panics
    /// As [`Browser::lock_databases`].
    pub fn delete_databases(&self) {
        for folder in self.databases() {
            fs::remove_dir_all(&folder)
                .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        }
        self.provokes_fault();
    }

    /// Cuts each file of all databases to half of it, while the browser does not run, as a disk that fails does.
    ///
    /// # Panics
    /// As [`Browser::lock_databases`].
    pub fn cut_databases(&self) {
        let mut files = Vec::new();
        for folder in self.databases() {
            packing::list(&folder, &mut files)
                .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        }
        for file in files {
            let cut = File::options().write(true).open(&file).and_then(|open| {
                let n_bytes = open.metadata()?.len();
                open.set_len(n_bytes / 2)
            });
            cut.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        }
        self.provokes_fault();
    }

    /// The folders in which the browser keeps the databases of pages.
    fn databases(&self) -> Vec<PathBuf> {
        assert!(!self.runs(), "The browser still runs.");
        let profile = self.profile();
        let folders = match self.engine() {
            Engine::Chromium => vec![profile.join("Default/IndexedDB")],
            Engine::Firefox => origins(&profile.join("storage/default")),
            Engine::WebKit => Vec::new(),
        };
        let folders: Vec<PathBuf> = folders.into_iter().filter(|one| one.is_dir()).collect();
        assert!(!folders.is_empty(), "no databases in {}", profile.display());
        folders
    }
}

impl Locked {
    /// Puts the databases back where they were.
    ///
    /// # Panics
    /// When something else lies there now.
    pub fn unlock(self) {
        for folder in &self.folders {
            let back = fs::remove_file(folder).and_then(|()| fs::rename(aside(folder), folder));
            back.unwrap_or_else(|error: io::Error| panic!("{}: {error}", folder.display()));
        }
    }
}

/// The databases of each origin.
fn origins(storage: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(storage).into_iter().flatten().flatten();
    found.map(|origin| origin.path().join("idb")).collect()
}

/// Beside what the browser looks through.
fn aside(folder: &Path) -> PathBuf {
    folder.with_extension("aside")
}
