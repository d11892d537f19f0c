//! What the tests of one run write down for its report, each a line in a file that `cargo xtask test` names.

use crate::browser::Browser;
use std::{env, fs::OpenOptions, io::Write};
use xtask::engine::FIGURES_VARIABLE;

impl Browser {
    /// Tells people something that was measured or counted; the report of the run shows it. Nothing is judged by it.
    pub fn tells_figure(&self, figure: &str) {
        let line = format!("{}: {figure}", self.engine());
        println!("{line}");
        note(FIGURES_VARIABLE, &line);
    }
}

/// Adds a line to the file that a variable of the environment names; nothing where there is none.
///
/// # Panics
/// When the file cannot be written: the report would be wrong.
pub(crate) fn note(variable: &str, line: &str) {
    let Some(file) = env::var_os(variable) else {
        return;
    };
    // At once, because tests write side by side.
    let line = format!("{line}\n");
    let noted = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&file)
        .and_then(|mut file| file.write_all(line.as_bytes()));
    if let Err(error) = noted {
        panic!("{}: {error}", file.display());
    }
}
