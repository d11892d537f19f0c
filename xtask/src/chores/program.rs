//! Building the page: the program, its styles and the page that holds them, by trunk; and the program
//! that writes exported files beside them.

use super::{Failure, Outcome, export_program, run, tools, tools::Tools};
use std::path::Path;

/// How the program is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quickly, for development and tests.
    Dev,
    /// Small and fast, for people.
    Release,
}

/// Writes the page into `folder`, replacing what is there.
///
/// # Errors
/// When it does not compile; the compiler has then said why.
pub fn build(tools: &Tools, profile: Profile, folder: &Path) -> Outcome {
    let mut trunk = tools.command("trunk");
    tools::without_color(&mut trunk)
        .args(["build", "--offline", "--locked", "--log", "warn", "--dist"])
        .arg(folder);
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    run(&mut trunk)
        .and_then(|()| export_program::add(tools, profile, folder))
        .map_err(|Failure(why)| Failure(format!("The page could not be built.\n{why}")))
}
