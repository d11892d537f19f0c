//! A display that nobody sees, for a browser that cannot do without one.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

/// Room for the largest window that a test asks for.
const SCREEN: &str = "1920x1400x24";

/// Xvfb, until this is dropped.
#[derive(Debug)]
pub struct Display {
    server: Child,
    /// What a program finds it by, in its variable `DISPLAY`: `:99`.
    pub name: String,
}

impl Display {
    /// Starts one. It chooses a free number itself.
    pub fn start(program: &Path) -> Option<Display> {
        let mut server = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", SCREEN])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut number = String::new();
        let printed = server.stdout.take();
        let mut display = Display {
            server,
            name: String::new(),
        };
        BufReader::new(printed?).read_line(&mut number).ok()?;
        display.name = format!(":{}", number.trim());
        Some(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
