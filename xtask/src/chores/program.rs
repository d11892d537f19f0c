//! Building the page: the program, its styles and the page that holds them, by trunk; and the program
//! that writes exported files beside them; last the list of all for the service worker.

use super::{Failure, Outcome, export_program, run, split, styles, supply, tools, tools::Tools};
use std::path::Path;
use xtask::offline;

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
        trunk.args(["--release", "--features", split::FEATURE]);
    }
    run(&mut trunk)
        .and_then(|()| export_program::add(tools, profile, folder))
        .and_then(|()| match profile {
            Profile::Dev => Ok(()),
            Profile::Release => styles::join(folder)
                .and_then(|()| split::add(tools, folder))
                .and_then(|()| supply::add_notices(folder)),
        })
        // Last, because it is about every file.
        .and_then(|()| {
            let added = offline::add(folder).map(drop);
            added.map_err(Failure::while_doing("Listing the files"))
        })
        .map_err(|Failure(why)| Failure(format!("The page could not be built.\n{why}")))
}
