//! What the tests of one run write down for its report, each a line in a file that `cargo xtask test` names.

use std::{env, fs::OpenOptions, io::Write};

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
