//! `cargo xtask serve`: the app on this computer, built again when a file changes.

use super::{
    Failure, Outcome,
    program::{Profile, build},
    root, target,
    tools::Tools,
};
use std::{
    fs,
    io::ErrorKind,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    thread::sleep,
    time::{Duration, SystemTime},
};
use xtask::site::Site;

const PORT: u16 = 8080;

/// How often the files are looked at. Asking the system to report changes would need a library, and
/// looking at a few hundred files takes a millisecond.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// What the page is built from.
const SOURCES: [&str; 7] = [
    "export",
    "src",
    "style",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
];

/// Builds and serves until it is stopped.
///
/// # Errors
/// When an option is unknown, the port is taken, a tool cannot be had or the first build fails.
pub fn serve(options: &[&str]) -> Outcome {
    let (port, profile) = read(options)?;
    // Before anything that takes minutes.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => Failure(format!(
            "Port {port} is in use, perhaps by this command in another window. Stop that, or choose another port:\n  cargo xtask serve --port {}",
            if port < u16::MAX { port + 1 } else { PORT }
        )),
        _ => Failure(format!("Port {port} cannot be used: {error}")),
    })?;
    let mut tools = Tools::ready()?;
    if profile == Profile::Release {
        tools = tools.and_for_release()?;
    }
    let folder = target().join("site");
    println!("Building. The first time takes one to two minutes, later some seconds.");
    let mut built_from = newest_change();
    build(&tools, profile, &folder)?;
    let site = match profile {
        // Changed files should be seen at the next reload.
        Profile::Dev => Site::new(&folder).without_worker(),
        Profile::Release => Site::new(&folder),
    };
    let site = site
        .serve_on(listener)
        .map_err(Failure::while_doing("Starting the server"))?;
    println!(
        "\nLokikirja is open at {}\nCtrl+C stops it. Changed files are built again; reload the page to see them.",
        site.url()
    );
    loop {
        sleep(LOOK_EVERY);
        let newest = newest_change();
        if newest != built_from {
            built_from = newest;
            println!("\nBuilding again.");
            match build(&tools, profile, &folder) {
                Ok(()) => println!("Built: reload the page."),
                Err(Failure(why)) => println!("{why}\nThe page stays as it was."),
            }
        }
    }
}

fn read(options: &[&str]) -> Outcome<(u16, Profile)> {
    let mut port = PORT;
    let mut profile = Profile::Dev;
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--release" => profile = Profile::Release,
            "--port" => {
                let given = options.next().and_then(|number| number.parse().ok());
                port = given
                    .ok_or_else(|| Failure("--port takes a number from 0 to 65535.".to_owned()))?;
            }
            other => {
                return Err(Failure(format!(
                    "serve knows --port N and --release, not {other}."
                )));
            }
        }
    }
    Ok((port, profile))
}

/// The latest time at which a source changed, and how many there are: one of them differs when a file
/// is changed, added or removed.
fn newest_change() -> (Option<SystemTime>, usize) {
    fn visit(path: &Path, seen: &mut (Option<SystemTime>, usize)) {
        let Ok(about) = fs::metadata(path) else {
            return;
        };
        *seen = (seen.0.max(about.modified().ok()), seen.1 + 1);
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            visit(&entry.path(), seen);
        }
    }
    let mut seen = (None, 0);
    SOURCES
        .iter()
        .for_each(|source| visit(&root().join(source), &mut seen));
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_and_unknown_ones_refused() {
        assert!(matches!(read(&[]), Ok((PORT, Profile::Dev))));
        assert!(matches!(
            read(&["--port", "9000"]),
            Ok((9000, Profile::Dev))
        ));
        for wrong in [&["--port"][..], &["--port", "x"], &["--prot", "1"]] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }
}
