//! How many faults tests provoke, and whether anything was lost by them, for the report of `cargo xtask test`.

use crate::browser::Browser;
use crate::noting::note;
use std::path::Path;
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
        if n > 0 {
            let outcome = if held { "held" } else { "failed" };
            note(
                FAULTS_VARIABLE,
                &format!("{n} {outcome} {}", test.display()),
            );
        }
    }
}
