//! The tools that build the page, brought when they are missing: the WebAssembly target, trunk,
//! wasm-bindgen, for a release wasm-opt, and geckodriver for the tests in Firefox. A tool that is already on the computer in a fitting version is used as it is. What
//! we install goes into a folder of its own version under cargo's home, so it replaces nothing that
//! other projects use, and it is installed once for all copies of this repository.

use super::{Failure, Outcome, cargo, output_of, root, run};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use xtask::{
    chromium::on_path,
    engine::{Engine, Programs},
};

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const WASM_OPT: &str = "0.116.1";
const GECKODRIVER: &str = "0.37.1";
/// The first that lets a test speak with Firefox itself.
const OLDEST_GOOD_GECKODRIVER: u32 = 36;
/// Older ones swap the tables of a program that holds references to JavaScript objects, and it stops
/// at its start: "WebAssembly.Table.grow(): failed to grow table by 4". Debian 12 has version 108.
const OLDEST_GOOD_WASM_OPT: u32 = 110;

/// Settings for a tool that runs a few times: compiling it takes a third of the time so.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// A search path on which the tools are found in the versions that we need.
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// Makes sure of what every build needs. Takes no time when nothing is missing.
    ///
    /// # Errors
    /// When a tool is missing and cannot be installed.
    pub fn ready() -> Outcome<Tools> {
        target()?;
        let mut tools = Tools {
            path: env::var_os("PATH").unwrap_or_default(),
        };
        tools.need(&Tool {
            program: "trunk",
            krate: "trunk",
            version: TRUNK,
            purpose: "puts the page together",
            minutes: 3,
            // What Trunk.toml asks for, too.
            fits: &|version| {
                let patch = version
                    .strip_prefix("0.21.")
                    .and_then(|patch| patch.parse().ok());
                patch.is_some_and(|patch: u32| patch >= 14)
            },
        })?;
        let bindgen = wasm_bindgen_version()?;
        tools.need(&Tool {
            program: "wasm-bindgen",
            krate: "wasm-bindgen-cli",
            version: &bindgen,
            purpose: "connects WebAssembly with the browser",
            minutes: 2,
            fits: &|version| version == bindgen,
        })?;
        // From here on everything is built without the network.
        run(cargo().args(["fetch", "--locked", "--quiet"]))?;
        Ok(tools)
    }

    /// Makes sure of what a release needs besides.
    ///
    /// # Errors
    /// When it is missing and cannot be installed.
    pub fn and_for_release(mut self) -> Outcome<Tools> {
        let wasm_opt = Tool {
            program: "wasm-opt",
            krate: "wasm-opt",
            version: WASM_OPT,
            purpose: "makes the program a third smaller",
            minutes: 6,
            fits: &|version| {
                version
                    .parse()
                    .is_ok_and(|version: u32| version >= OLDEST_GOOD_WASM_OPT)
            },
        };
        self.need(&wasm_opt).map_err(|Failure(why)| {
            Failure(format!(
                "{why}\nwasm-opt is written in C++ and needs a compiler for it (Debian and Ubuntu: \
                 apt-get install g++). A wasm-opt {OLDEST_GOOD_WASM_OPT} or newer on the search path does as well."
            ))
        })?;
        Ok(self)
    }

    /// Makes sure of what drives Firefox besides.
    ///
    /// # Errors
    /// When it is missing and cannot be installed.
    pub fn and_geckodriver(&mut self) -> Outcome {
        self.need(&Tool {
            program: "geckodriver",
            krate: "geckodriver",
            version: GECKODRIVER,
            purpose: "drives Firefox in the tests",
            minutes: 1,
            fits: &|version| {
                let minor = version
                    .strip_prefix("0.")
                    .and_then(|rest| rest.split('.').next()?.parse().ok());
                minor.is_some_and(|minor: u32| minor >= OLDEST_GOOD_GECKODRIVER)
            },
        })
    }

    /// A command that finds the tools.
    pub fn command(&self, program: &str) -> Command {
        // The program itself is looked for here: not every system searches the child's path for it.
        let mut command =
            on_path(program, &self.path).map_or_else(|| Command::new(program), Command::new);
        self.lend_to(&mut command);
        command.current_dir(root());
        command
    }

    /// An engine's programs, its driver perhaps among the tools.
    pub fn engine(&self, engine: Engine) -> Option<Programs> {
        engine.find_on(&self.path)
    }

    /// Lets another command's children find the tools.
    pub fn lend_to<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("PATH", &self.path)
    }

    /// Connects a compiled program with the browser: writes `NAME.js` and `NAME_bg.wasm` into a folder.
    ///
    /// # Errors
    /// When wasm-bindgen refuses the program; it has then said why.
    pub fn bind(&self, program: &Path, name: &str, folder: &Path, more: &[&str]) -> Outcome {
        let mut bind = self.command("wasm-bindgen");
        bind.args(["--target", "web", "--no-typescript", "--out-name", name])
            .args(more)
            .arg("--out-dir");
        run(bind.arg(folder).arg(program))
    }

    /// Makes a program smaller or faster where it lies, as `how` says: `-Oz`, `-O3`.
    ///
    /// # Errors
    /// When wasm-opt refuses the program; it has then said why.
    pub fn optimise(&self, program: &Path, how: &str) -> Outcome {
        let mut optimise = self.command("wasm-opt");
        run(optimise.arg(how).arg(program).arg("-o").arg(program))
    }

    /// Makes a tool findable, installing it if there is none that fits.
    fn need(&mut self, tool: &Tool<'_>) -> Outcome {
        let Tool {
            program,
            krate,
            version,
            purpose,
            minutes,
            fits,
        } = tool;
        if on_path(program, &self.path)
            .and_then(|found| version_of(&found))
            .is_some_and(|found| fits(&found))
        {
            return Ok(());
        }
        let folder = cargo_home()
            .join("lokikirja-tools")
            .join(format!("{krate}-{version}"));
        let bin = folder.join("bin");
        if on_path(program, bin.as_os_str())
            .and_then(|found| version_of(&found))
            .is_none()
        {
            println!(
                "Installing {krate} {version}, which {purpose}: once for this computer, about {minutes} minutes on two cores."
            );
            install(krate, version, &folder)?;
        }
        let old = env::split_paths(&self.path).collect::<Vec<_>>();
        self.path = env::join_paths(std::iter::once(bin).chain(old))
            .map_err(|error| Failure(format!("The search path cannot be extended: {error}")))?;
        Ok(())
    }
}

/// A program that cargo can install.
struct Tool<'a> {
    program: &'a str,
    krate: &'a str,
    /// The version that we install.
    version: &'a str,
    purpose: &'a str,
    /// How long compiling it takes on two cores.
    minutes: u32,
    /// Whether a version that is already on the computer does as well.
    fits: &'a dyn Fn(&str) -> bool,
}

/// Compiles a tool into a folder of its own.
fn install(krate: &str, version: &str, folder: &Path) -> Outcome {
    let home = cargo_home();
    fs::create_dir_all(&home).map_err(Failure::while_doing("Making cargo's home folder"))?;
    let command = |locked: &[&str]| {
        let mut cargo = cargo();
        cargo
            .args(["install", krate, "--version", version])
            .args(locked)
            .arg("--root")
            .arg(folder);
        // Outside the repository: its build settings are for the app.
        cargo
            .envs(QUICK_BUILD)
            .current_dir(&home)
            .env_remove("CARGO_TARGET_DIR");
        cargo
    };
    run(&mut command(&["--locked"])).or_else(|_| {
        println!("{krate}'s own lock file cannot be followed here; trying with newer or older dependencies.");
        run(&mut command(&[]))
    })
}

/// Adds the WebAssembly target to the pinned toolchain.
fn target() -> Outcome {
    let mut rustc = Command::new("rustc");
    rustc
        .current_dir(root())
        .args(["--print", "target-libdir", "--target", TARGET]);
    if output_of(&mut rustc).is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    println!("Adding the WebAssembly target to Rust: some seconds.");
    run(Command::new("rustup").current_dir(root()).args(["target", "add", TARGET])).map_err(|Failure(why)| {
        Failure(format!("{why}\nRust's standard library for {TARGET} is needed; rustup (https://rustup.rs) brings it."))
    })
}

/// The version of wasm-bindgen in Cargo.lock. The tool must be the same to the last number, or it
/// refuses the program.
fn wasm_bindgen_version() -> Outcome<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))
        .map_err(Failure::while_doing("Reading Cargo.lock"))?;
    locked_version(&lock, "wasm-bindgen")
        .map(str::to_owned)
        .ok_or_else(|| Failure("Cargo.lock names no wasm-bindgen.".to_owned()))
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let entry = lock
        .split_once(&format!("name = \"{package}\"\nversion = \""))?
        .1;
    Some(entry.split_once('"')?.0)
}

/// The version that a program names.
fn version_of(program: &Path) -> Option<String> {
    version_in(&output_of(
        without_color(&mut Command::new(program)).arg("--version"),
    )?)
    .map(str::to_owned)
}

/// The first number in "trunk 0.21.14", "wasm-bindgen 0.2.129 (abc)", "wasm-opt version 116 (version_116)".
fn version_in(said: &str) -> Option<&str> {
    said.split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// Trunk reads NO_COLOR as true or false and stops at anything else, as at the usual "1".
pub fn without_color(command: &mut Command) -> &mut Command {
    if env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}

fn cargo_home() -> PathBuf {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
        .unwrap_or_else(|| super::target().join("cargo-home"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_the_tools_print_them() {
        assert_eq!(version_in("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version_in("wasm-bindgen 0.2.129 (abc)"), Some("0.2.129"));
        assert_eq!(
            version_in("wasm-opt version 116 (version_116)"),
            Some("116")
        );
        assert_eq!(version_in("none"), None);
    }

    #[test]
    fn a_package_is_found_in_the_lock_file_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.79\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(locked_version(lock, "wasm-bindgen-futures"), Some("0.4.79"));
        assert_eq!(locked_version(lock, "bindgen"), None);
    }
}
