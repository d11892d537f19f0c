//! `cargo xtask kill`, and the page it needs: the one of `tests/durability`, which writes while the
//! browser is killed. It is a program of its own; the folder for a web host has nothing of it.

use super::{
    Failure, Outcome, browser_program, cargo, engines, program::Profile, root, run,
    system_packages, target, test::WASM, tools::Tools,
};
use std::{
    fs,
    path::{Path, PathBuf},
};
use xtask::engine::{ENGINE_VARIABLE, Engine};

/// The package of the page that writes.
pub const PACKAGE: &str = "lokikirja-durability";
/// The program that the compiler and wasm-bindgen name after the package.
const PROGRAM: &str = "lokikirja-durability.wasm";
/// What goes into the page's folder as it is.
const FILES: [&str; 3] = ["index.html", "start.js", "kept.txt"];

/// Builds the page for release and runs the program that opens it and kills the browser: Chromium, and fewer times
/// Firefox. WebKit's automation forgets what is stored.
///
/// # Errors
/// When something cannot be built, or data was lost.
pub fn kill(arguments: &[&str]) -> Outcome {
    let chromium = system_packages::chromium()?;
    let mut tools = Tools::ready()?;
    println!("Building the page that writes: one to three minutes when the program has changed.");
    let folder = target().join("durability-release");
    build(&tools, Profile::Release, &folder)?;
    let program = || browser_program::on(&chromium, &folder, "kill", arguments);
    println!("\n== {}", Engine::Chromium);
    run(&mut program())?;
    println!("\n== {}", Engine::Firefox);
    engines::bring(Engine::Firefox, &mut tools)?;
    run(tools
        .lend_to(&mut program())
        .env(ENGINE_VARIABLE, Engine::Firefox.word()))
}

/// Writes the page into `folder`.
///
/// # Errors
/// When it does not compile; the compiler has then said why.
pub fn build(tools: &Tools, profile: Profile, folder: &Path) -> Outcome {
    let mut compile = cargo();
    compile.args(["build", "--locked", "--package", PACKAGE, "--target", WASM]);
    if profile == Profile::Release {
        compile.arg("--release");
    }
    run(&mut compile)?;
    fs::create_dir_all(folder).map_err(Failure::while_doing("Making the page's folder"))?;
    tools.bind(&compiled(profile), "durability", folder, &[])?;
    for file in FILES {
        let from = root().join("tests/durability").join(file);
        fs::copy(&from, folder.join(file)).map_err(Failure::while_doing(file))?;
    }
    Ok(())
}

fn compiled(profile: Profile) -> PathBuf {
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => "release",
    };
    target().join(WASM).join(folder).join(PROGRAM)
}
