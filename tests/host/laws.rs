//! Laws: what holds for whatever anybody does, tried with random records, forms and commands.
//!
//! `PROPTEST_CASES=10000 cargo test laws` tries longer.

mod backup;
mod commands;
mod erasing;
mod forms;
mod going_back;
mod repair;
mod segments;
mod selection;
mod steps;

use proptest::test_runner::Config;

/// So many cases, unless the environment asks for another number. A failing case is printed in its
/// smallest form; what it shows becomes a test of its own.
fn cases(n: u32) -> Config {
    let mut config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = n;
    }
    config
}
