//! One file per chore, and here what all of them stand on: running a program and saying what failed.

pub mod browser_program;
pub mod durability;
pub mod engines;
pub mod export_program;
mod notices;
pub mod program;
pub mod serve;
pub mod size;
pub mod split;
pub mod styles;
pub mod supply;
pub mod system_packages;
pub mod tally;
pub mod test;
pub mod tools;
pub mod web_tests;

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Why a chore stopped, in words for the person who started it.
pub struct Failure(pub String);

/// What a chore ends with.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// Names what was being done when the system refused.
    pub fn while_doing(what: &str) -> impl Fn(std::io::Error) -> Failure {
        move |error| Failure(format!("{what}: {error}"))
    }
}

/// The repository's folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder for everything that is built, by cargo and by us.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The cargo that runs us, started in the repository's folder.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// Runs a program that speaks for itself on the terminal.
///
/// # Errors
/// When it cannot be started or ends with another code than 0.
pub fn run(command: &mut Command) -> Outcome {
    let line = command_line(command);
    let status = command.status().map_err(Failure::while_doing(&line))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure(format!("{line}\nended with {status}.")))
    }
}

/// What a program prints on its standard output; none when it is missing or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as one would type it.
pub fn command_line(command: &Command) -> String {
    let mut line = Path::new(command.get_program())
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}
