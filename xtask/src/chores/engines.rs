//! Firefox and WebKit beside Chromium: bringing them, and the part of the browser tests that runs there.

use super::{Failure, Outcome, system_packages, target, tools::Tools};
use std::{fs, path::PathBuf};
use xtask::engine::Engine;

/// The engines beside the one in which every flow runs.
pub const OTHERS: [Engine; 2] = [Engine::Firefox, Engine::WebKit];

/// The flows that run beside Chromium, by the beginnings of their names: the harness itself, the main job
/// with a power cut in it, by mouse and by keyboard, a segment from Home to its follow-up, and what people,
/// devices and browsers can do to what is typed and saved. What Chromium runs in both languages runs here in one.
/// Those that WebKit's list lacks have not held there yet.
pub fn flows(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &[],
        Engine::Firefox => &[
            "harness::",
            "accessibility::every_page_is_accessible_in_english",
            "alphabet::",
            "jump::the_main_job_is_done_by_keyboard_alone::in_finnish",
            "main_job::from_the_first_start_to_a_log_with_a_power_cut_between::in_english",
            "segments::a_segment_is_made_logged_and_followed_up_as_the_manual_says::in_finnish",
            "segments::lines_are_edited",
            "segments::what_keeps",
            // What is typed is read by the same program everywhere; when a click comes twice is the engine's matter.
            "bad_input::ok_",
            "behind::",
            "by_keys::the_arrows",
            "cannot_open::",
            "check_data::what_is_damaged",
            "clocks::",
            "draft::",
            "durability::",
            "full_device::",
            "half_written::",
            "hostile::",
            // That there is no JavaScript cannot be told to it.
            "hosting::a_changed",
            "hosting::the_",
            "keeping::",
            "leaving::",
            "locked_store::",
            "lost_files::",
            "offline::",
            "restore_kills::",
            "stopped::",
            // A stale edit needs a field that is not left when another tab is shown.
            "two_tabs::a_change",
            "two_tabs::a_postponed",
            "two_tabs::a_segment",
            "two_tabs::what_one",
            "undo::a",
            "undo::what",
        ],
        Engine::WebKit => &[
            "harness::",
            "accessibility::every_page_is_accessible_in_finnish",
            "alphabet::",
            "jump::the_main_job_is_done_by_keyboard_alone::in_english",
            "main_job::from_the_first_start_to_a_log_with_a_power_cut_between::in_finnish",
            // What is typed is read by the same program everywhere; when a click comes twice is the engine's matter.
            "bad_input::ok_",
            "behind::",
            "by_keys::the_arrows",
            "cannot_open::a_browser",
            "cannot_open::a_logbook_of",
            "check_data::what_is_damaged",
            "clocks::",
            "draft::a_draft",
            "draft::everything",
            "half_written::",
            "hostile::",
            "hosting::the_app_opens_where",
            "hosting::the_built_page",
            "keeping::",
            "logged_segments::a_canceled_segment_is_deleted",
            "logged_segments::a_logged_segment_is_canceled",
            "undo::a_deleted_contact",
            "undo::an_edit",
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

/// The file in which the tests of a run write figures, whichever the engine.
pub fn figures() -> PathBuf {
    target().join("figures.txt")
}

/// What a run in an engine writes down: the flows that did not run there, and the faults that others provoked.
#[derive(Clone, Copy, Debug)]
pub enum Note {
    /// A line for each flow that did not run, with the reason.
    NotHere,
    /// A line for each flow that provoked faults.
    Faults,
}

impl Note {
    fn file(self, engine: Engine) -> PathBuf {
        let name = match self {
            Note::NotHere => "not-in",
            Note::Faults => "faults-in",
        };
        target().join(format!("{name}-{}.txt", engine.word()))
    }

    /// Forgets what the run before wrote, and gives the file for the next.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn fresh(self, engine: Engine) -> Outcome<PathBuf> {
        let file = self.file(engine);
        match fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Failure(format!("{}: {error}", file.display())))
            }
            _ => Ok(file),
        }
    }

    /// What was written; nothing where nothing ran.
    pub fn lines(self, engine: Engine) -> Vec<String> {
        let noted = fs::read_to_string(self.file(engine)).unwrap_or_default();
        noted.lines().map(str::to_owned).collect()
    }
}
