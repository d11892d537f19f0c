//! How many faults tests provoke, and whether anything was lost by them, for the report of `cargo xtask test`.

use crate::browser::Browser;
use std::{env, fs::OpenOptions, io::Write, path::Path};
use xtask::engine::FAULTS_VARIABLE;

impl Browser {
    /// Counts a fault that the test provokes, and after which it looks at what is left. Ends of the browser and
    /// cuts of the network count by themselves.
    pub fn provokes_fault(&self) {
        self.n_faults.set(self.n_faults.get() + 1);
    }

    /// Writes down how many there were, and whether the test held.
    pub(crate) fn note_faults(&self, test: &Path, held: bool) {
        let n = self.n_faults.get();
        let Some(file) = env::var_os(FAULTS_VARIABLE).filter(|_| n > 0) else {
            return;
        };
        let outcome = if held { "held" } else { "failed" };
        let line = format!("{n} {outcome} {}\n", test.display());
        let noted = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&file)
            .and_then(|mut file| file.write_all(line.as_bytes()));
        if let Err(error) = noted {
            panic!("{}: {error}", file.display());
        }
    }
}
