//! Measuring what changes a company: on a copy of it, which goes afterwards.

use crate::PATIENCE;
use crate::measure::Bench;
use crate::report::Figure;
use lokikirja_browser_tests::{Setup, drive};
use std::{fs, path::Path};

/// Measures in a browser with a copy of the profile that lies in a folder.
pub fn on_copy(folder: &Path, measure: impl AsyncFnOnce(&mut Bench<'_>)) -> Vec<Figure> {
    let copy = folder.with_extension("copy");
    let setup = Setup::new()
        .kept_in(copied(folder, &copy))
        .patience(PATIENCE)
        .unnoted();
    let figures = drive(setup, async |browser| {
        let mut bench = Bench::new(browser);
        bench.probe().await;
        measure(&mut bench).await;
        bench.figures
    });
    fs::remove_dir_all(&copy).unwrap_or_else(|error| panic!("{}: {error}", copy.display()));
    figures
}

/// A copy of a folder and all in it.
fn copied<'a>(from: &Path, to: &'a Path) -> &'a Path {
    fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            let (from, to) = (entry.path(), to.join(entry.file_name()));
            if entry.file_type()?.is_dir() {
                copy(&from, &to)?;
            } else if entry.file_type()?.is_file() {
                fs::copy(&from, &to)?;
            }
        }
        Ok(())
    }
    // It may be there from a run that was stopped.
    let _ = fs::remove_dir_all(to);
    copy(from, to).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
    to
}
