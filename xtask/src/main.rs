//! The chores of the project, as `cargo xtask NAME`. Start with `chores/test.rs` to see what is
//! checked, with `chores/tools.rs` to see what gets installed.

mod chores;

use chores::{Failure, Outcome, browser_program, durability, serve, size, test};
use std::{env, process::ExitCode};

const HELP: &str = "\
Chores of Lokikirja. Each sets up what it needs and says so.

  cargo xtask serve [--port N] [--release]
      Builds the app, shows it on http://127.0.0.1:8080 and builds again when a file changes.
  cargo xtask test [STEP]...
      Checks everything, or only the steps named: format, supply, clippy, host, web,
      browser (in Chromium), firefox, webkit, release.
  cargo xtask dist
      Writes the folder dist/ for a web host, and its sizes.
  cargo xtask size
      Only the sizes of dist/.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match carry_out(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(Failure(why)) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all is well. A chore that has already reported what is not answers with false.
fn carry_out(arguments: &[&str]) -> Outcome<bool> {
    match arguments {
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            browser_program::list();
        }
        ["serve", options @ ..] => serve::serve(options)?,
        ["test", steps @ ..] => return test::test(steps),
        ["dist"] => size::dist()?,
        ["size"] => size::size()?,
        ["kill", arguments @ ..] => durability::kill(arguments)?,
        [name, arguments @ ..] => browser_program::run_by_name(name, arguments)?,
    }
    Ok(true)
}
