//! Firefox and WebKit beside Chromium: bringing them, and the part of the browser tests that runs there.

use super::{Failure, Outcome, system_packages, target, tools::Tools};
use std::{fs, path::PathBuf};
use xtask::engine::Engine;

/// The engines beside the one in which every flow runs.
pub const OTHERS: [Engine; 2] = [Engine::Firefox, Engine::WebKit];

/// The flows that run beside Chromium, by the beginnings of their names: the harness itself, the main job
/// with a power cut in it, by mouse and by keyboard, and what people, devices and browsers can do to what is
/// typed and saved. Those that WebKit's list lacks have not held there yet.
pub fn flows(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &[],
        Engine::Firefox => &[
            "harness::",
            "jump::the_main_job",
            "main_job::",
            "bad_input::",
            "cannot_open::",
            "draft::",
            "leaving::",
            "offline::",
        ],
        Engine::WebKit => &[
            "harness::",
            "jump::the_main_job",
            "main_job::",
            "bad_input::",
            "cannot_open::a_browser",
            "cannot_open::a_full",
            "cannot_open::a_logbook_of",
            "draft::a_draft",
            "draft::everything",
        ],
    }
}

/// Makes sure of an engine's programs.
///
/// # Errors
/// When one is missing and cannot be installed.
pub fn bring(engine: Engine, tools: &mut Tools) -> Outcome {
    match engine {
        Engine::Chromium => system_packages::chromium().map(drop),
        Engine::Firefox => {
            system_packages::firefox()?;
            tools.and_geckodriver()
        }
        Engine::WebKit => system_packages::webkit(),
    }
}

/// What a run in an engine writes down, forgotten from the run before.
///
/// # Errors
/// When the file cannot be removed.
pub fn fresh_note(engine: Engine) -> Outcome<PathBuf> {
    let note = note(engine);
    match fs::remove_file(&note) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure(format!("{}: {error}", note.display())))
        }
        _ => Ok(note),
    }
}

/// The flows that did not run in an engine, and why.
pub fn not_here(engine: Engine) -> Vec<String> {
    let noted = fs::read_to_string(note(engine)).unwrap_or_default();
    noted.lines().map(str::to_owned).collect()
}

fn note(engine: Engine) -> PathBuf {
    target().join(format!("not-in-{}.txt", engine.word()))
}
