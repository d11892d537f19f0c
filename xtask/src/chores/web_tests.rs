//! The web tests: what only a browser can say, in each engine. wasm-bindgen's test program finds a driver by
//! variables of the environment, and what to ask it for in a file.

use super::{Failure, Outcome, cargo, target, test::WASM};
use std::{fs, process::Command};
use xtask::{
    chromium::DRIVER_VARIABLE,
    display::Display,
    engine::{Engine, GECKODRIVER_VARIABLE, Programs},
};

/// Names a driver of Safari; WebKit's speaks the same.
const SAFARIDRIVER_VARIABLE: &str = "SAFARIDRIVER";
/// Seconds until web tests that hang are given up.
const TIMEOUT_S: &str = "300";

/// The tests in an engine, and the display that they need as long as they run.
///
/// # Errors
/// When what the driver is asked for cannot be written.
pub fn in_engine(engine: Engine, programs: &Programs) -> Outcome<(Command, Option<Display>)> {
    let file = target().join(format!("webdriver-{}.json", engine.word()));
    fs::create_dir_all(target())
        .and_then(|()| fs::write(&file, asked_for(engine, programs)))
        .map_err(Failure::while_doing("Writing what the driver is asked for"))?;
    let variable = match engine {
        Engine::Chromium => DRIVER_VARIABLE,
        Engine::Firefox => GECKODRIVER_VARIABLE,
        Engine::WebKit => SAFARIDRIVER_VARIABLE,
    };
    let mut cargo = cargo();
    cargo
        .args(["test", "--locked", "--target", WASM, "--test", "web"])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file)
        .env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT_S);
    for other in [DRIVER_VARIABLE, GECKODRIVER_VARIABLE, SAFARIDRIVER_VARIABLE] {
        cargo.env_remove(other);
    }
    cargo.env(variable, &programs.driver);
    let display = programs.display.as_deref().and_then(Display::start);
    if let Some(display) = &display {
        cargo.env("DISPLAY", &display.name);
    }
    Ok((cargo, display))
}

/// The capabilities file.
fn asked_for(engine: Engine, programs: &Programs) -> String {
    let browser = programs.browser.to_string_lossy();
    match engine {
        Engine::Chromium => {
            let arguments = xtask::chromium::ARGUMENTS.map(|argument| format!("{argument:?}"));
            let arguments = arguments.join(", ");
            format!(
                "{{ \"goog:chromeOptions\": {{ \"binary\": {browser:?}, \"args\": [{arguments}] }} }}\n"
            )
        }
        Engine::Firefox => {
            // Else it asks the user whether it may keep data, and nobody answers.
            let asks = "dom.storageManager.prompt.testing";
            format!(
                "{{ \"moz:firefoxOptions\": {{ \"binary\": {browser:?}, \"prefs\": {{ {asks:?}: true, \"{asks}.allow\": true }} }} }}\n"
            )
        }
        // Its driver finds the browser that came with it.
        Engine::WebKit => "{}\n".to_owned(),
    }
}
