//! Counting tests: reads what test programs print, and adds it up.

use super::{Failure, Outcome, command_line};
use std::{
    fmt,
    io::{BufRead, BufReader, Write, stdout},
    ops::AddAssign,
    process::{Command, Stdio},
};

/// How many tests passed, failed and were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that ran and held.
    pub passed: u32,
    /// Tests that ran and did not hold.
    pub failed: u32,
    /// Tests that exist but were not run.
    pub skipped: u32,
    /// Tests that had nothing to say in the browser they were to run in.
    pub not_here: u32,
    /// Browsers in which tests were to run, and that are not on this computer.
    pub missing: u32,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.not_here += other.not_here;
        self.missing += other.missing;
    }
}

impl Tally {
    /// Runs a test program, shows what it prints, and counts.
    ///
    /// # Errors
    /// When the program cannot be started. One that ends badly is an error of its own beside the count.
    pub fn of(command: &mut Command) -> Outcome<(Tally, Outcome)> {
        let line = command_line(command);
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .map_err(Failure::while_doing(&line))?;
        let mut tally = Tally::default();
        let mut printed = BufReader::new(
            child
                .stdout
                .take()
                .ok_or_else(|| Failure(format!("{line}: no output")))?,
        );
        let mut bytes = Vec::new();
        let mut reasons = Reasons::default();
        while printed
            .read_until(b'\n', &mut bytes)
            .map_err(Failure::while_doing(&line))?
            > 0
        {
            stdout()
                .write_all(&bytes)
                .map_err(Failure::while_doing("Printing"))?;
            let text = String::from_utf8_lossy(&bytes);
            tally += Tally::in_line(&text).unwrap_or_default();
            reasons.hear(&text);
            bytes.clear();
        }
        let status = child.wait().map_err(Failure::while_doing(&line))?;
        let ended = if status.success() {
            Ok(())
        } else {
            Err(Failure(format!(
                "{line}\nended with {status}.{}",
                reasons.told()
            )))
        };
        Ok((tally, ended))
    }

    /// Takes those that wrote down that they are not for this browser out of those that passed.
    pub fn without(mut self, not_here: usize) -> Tally {
        self.not_here = u32::try_from(not_here).unwrap_or(u32::MAX).min(self.passed);
        self.passed -= self.not_here;
        self
    }

    /// Reads `test result: ok. 12 passed; 0 failed; 1 ignored; …`, the closing line of Rust's own test
    /// programs and of wasm-bindgen's.
    fn in_line(line: &str) -> Option<Tally> {
        let mut tally = Tally::default();
        let (_, counts) = line
            .trim()
            .strip_prefix("test result: ")?
            .split_once(". ")?;
        for count in counts.split(';') {
            let Some((number, what)) = count.trim().split_once(' ') else {
                continue;
            };
            match what {
                "passed" => tally.passed = number.parse().ok()?,
                "failed" => tally.failed = number.parse().ok()?,
                "ignored" => tally.skipped = number.parse().ok()?,
                _ => {}
            }
        }
        Some(tally)
    }
}

/// The lines of tests that failed, as test programs print them at their end: said again in the report, for what a
/// run of all tests prints is longer than what a host of such runs shows.
#[derive(Debug, Default)]
struct Reasons {
    is_listed: bool,
    lines: Vec<String>,
}

impl Reasons {
    /// No more lines than this are said again, and no more characters of each.
    const MOST_LINES: usize = 60;
    const MOST_CHARACTERS: usize = 400;

    /// Hears a line that a test program prints.
    fn hear(&mut self, line: &str) {
        let line = line.trim_end();
        match line {
            "failures:" => self.is_listed = true,
            _ if line.starts_with("test result: ") => self.is_listed = false,
            _ if self.is_listed && !line.is_empty() && self.lines.len() < Self::MOST_LINES => {
                let short = line.chars().take(Self::MOST_CHARACTERS);
                self.lines.push(short.collect());
            }
            _ => {}
        }
    }

    /// What was heard, a line each; nothing without it.
    fn told(&self) -> String {
        self.lines
            .iter()
            .map(|line| format!("\n  {line}"))
            .collect()
    }
}

/// Faults that tests have provoked in an engine, and what came of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    n_provoked: u32,
    n_tests: u32,
    /// The tests that did not hold.
    failed: Vec<String>,
}

impl Faults {
    /// Adds up lines like `3 held offline-a_broken_upload`, a line for each test.
    pub fn in_lines(lines: &[String]) -> Faults {
        let mut faults = Faults::default();
        for line in lines {
            let mut parts = line.splitn(3, ' ');
            let (Some(n), Some(outcome), Some(test)) = (parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            faults.n_provoked += n.parse::<u32>().unwrap_or_default();
            faults.n_tests += 1;
            if outcome != "held" {
                faults.failed.push(test.to_owned());
            }
        }
        faults
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} provoked in {} tests", self.n_provoked, self.n_tests)?;
        match self.failed.len() {
            0 => write!(f, ", 0 losses"),
            // What exactly was lost, its own lines say.
            n => write!(f, ", {n} TESTS FAILED: {}", self.failed.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_added_up_and_a_test_that_fails_is_named() {
        let lines = ["11 held kills", "1 held two words"].map(str::to_owned);
        let told = Faults::in_lines(&lines).to_string();
        assert_eq!(told, "12 provoked in 2 tests, 0 losses");
        let told = Faults::in_lines(&["4 failed uploads".to_owned()]).to_string();
        assert_eq!(told, "4 provoked in 1 tests, 1 TESTS FAILED: uploads");
        assert_eq!(Faults::in_lines(&[]), Faults::default());
    }

    #[test]
    fn why_tests_failed_is_said_again() {
        let mut reasons = Reasons::default();
        let long = "x".repeat(1_000);
        let printed = [
            "test tabs::hear ... ok",
            "test tabs::speak ... FAIL",
            "failures:",
            "",
            "---- tabs::speak output ----",
            "    panicked at tests/web/tabs.rs:33:5:",
            &long,
            "failures:",
            "",
            "    tabs::speak",
            "",
            "test result: FAILED. 1 passed; 1 failed; 0 ignored",
            "error: test failed",
        ];
        for line in printed {
            reasons.hear(line);
        }
        let expected = format!(
            "\n  ---- tabs::speak output ----\n      panicked at tests/web/tabs.rs:33:5:\n  {}\n      tabs::speak",
            "x".repeat(400)
        );
        assert_eq!(reasons.told(), expected);
    }

    #[test]
    fn closing_lines_are_read_and_others_are_not() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.11s\n";
        assert_eq!(
            Tally::in_line(line),
            Some(Tally {
                passed: 12,
                failed: 3,
                skipped: 1,
                ..Tally::default()
            })
        );
        let line = "test result: ok. 7 passed; 0 failed; 0 ignored; 0 filtered out";
        assert_eq!(
            Tally::in_line(line),
            Some(Tally {
                passed: 7,
                failed: 0,
                ..Tally::default()
            })
        );
        let without = Tally::in_line(line).map(|tally| tally.without(2));
        assert_eq!(
            without.map(|tally| (tally.passed, tally.not_here)),
            Some((5, 2))
        );
        assert_eq!(Tally::in_line("test a_result: ok. 7 passed"), None);
        assert_eq!(Tally::in_line("running 7 tests"), None);
    }
}
