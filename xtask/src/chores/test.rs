//! `cargo xtask test`: everything that must hold before a change is kept. One build folder and one
//! profile for all steps, so that nothing is compiled twice.

use super::{
    Failure, Outcome, cargo, command_line, durability,
    engines::{self, Note},
    export_program,
    program::{Profile, build},
    run, size, supply, system_packages,
    tally::{Faults, Tally},
    target,
    tools::Tools,
    web_tests,
};
use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};
use xtask::{
    chromium::{BROWSER_VARIABLE, Chromium, DRIVER_VARIABLE},
    engine::{
        ENGINE_VARIABLE, ENGINES, Engine, FAULTS_VARIABLE, FIGURES_VARIABLE, LONG_TASKS_VARIABLE,
        NOT_HERE_VARIABLE,
    },
};

/// The package of the tests that drive the whole app in a browser.
pub const BROWSER_TESTS: &str = "lokikirja-browser-tests";
/// Tells those tests in which folder the built page lies.
pub const SITE_VARIABLE: &str = "LOKIKIRJA_SITE";
/// What the program is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The tests that a release must pass: those of its own, how hosts send it, and the main job.
const RELEASE_TESTS: [&str; 8] = [
    "--test",
    "release",
    "--test",
    "flows",
    "--",
    "parts::",
    "hosting::",
    "main_job::",
];

/// One thing that is checked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Format,
    Supply,
    ClippyHost,
    ClippyWasm,
    HostTests,
    WebTests,
    BrowserTests(Engine),
    Release,
}

const STEPS: [Step; 10] = [
    Step::Format,
    Step::Supply,
    Step::ClippyHost,
    Step::ClippyWasm,
    Step::HostTests,
    Step::WebTests,
    Step::Release,
    Step::BrowserTests(Engine::Chromium),
    Step::BrowserTests(Engine::Firefox),
    Step::BrowserTests(Engine::WebKit),
];

impl Step {
    /// What it is called in the report.
    fn title(self) -> &'static str {
        match self {
            Step::Format => "format",
            Step::Supply => "supply",
            Step::ClippyHost => "clippy, host",
            Step::ClippyWasm => "clippy, WebAssembly",
            Step::HostTests => "host tests",
            Step::WebTests => "web tests",
            Step::BrowserTests(Engine::Chromium) => "browser tests",
            Step::BrowserTests(Engine::Firefox) => "browser, Firefox",
            Step::BrowserTests(Engine::WebKit) => "browser, WebKit",
            Step::Release => "release",
        }
    }

    /// What one writes after `cargo xtask test` to run only this.
    fn word(self) -> &'static str {
        match self {
            Step::Format => "format",
            Step::Supply => "supply",
            Step::ClippyHost | Step::ClippyWasm => "clippy",
            Step::HostTests => "host",
            Step::WebTests => "web",
            Step::BrowserTests(Engine::Chromium) => "browser",
            Step::BrowserTests(other) => other.word(),
            Step::Release => "release",
        }
    }

    fn needs_tools(self) -> bool {
        matches!(
            self,
            Step::ClippyWasm | Step::WebTests | Step::BrowserTests(_) | Step::Release
        )
    }

    fn needs_browser(self) -> bool {
        matches!(
            self,
            Step::WebTests | Step::BrowserTests(Engine::Chromium) | Step::Release
        )
    }
}

/// What the steps share.
struct Bench {
    /// What the flows open: the release, where this run builds it, and else what is built sooner. One of the two
    /// only, for each takes minutes, and browsers are a fifth faster with the release.
    flows_on: Profile,
    tools: Option<Tools>,
    chromium: Option<Chromium>,
    /// Engines that are not here, and why they could not be brought.
    missing: Vec<(Engine, String)>,
}

/// Runs all steps, or those named, until one fails; reports times and counts.
///
/// The last line counts the tests; whether all is well is also the answer.
///
/// # Errors
/// When a word names no step. A step that fails is reported, not returned.
pub fn test(words: &[&str]) -> Outcome<bool> {
    if let Some(word) = words
        .iter()
        .find(|word| !STEPS.iter().any(|step| step.word() == **word))
    {
        return Err(Failure(format!(
            "There is no step {word}. Steps: format, supply, clippy, host, web, browser, firefox, webkit, release."
        )));
    }
    let steps: Vec<Step> = STEPS
        .into_iter()
        .filter(|step| words.is_empty() || words.contains(&step.word()))
        .collect();
    let mut report = Vec::new();
    let mut total = Tally::default();

    let start = Instant::now();
    let ready = bench(&steps);
    report.push(("set-up", start.elapsed(), None));
    let mut failure = None;
    let mut missing = Vec::new();
    let engines: Vec<Engine> = ENGINES
        .into_iter()
        .filter(|engine| steps.contains(&Step::BrowserTests(*engine)))
        .collect();
    // There is none where nothing was measured before.
    let _ = fs::remove_file(engines::figures());
    match ready {
        Err(Failure(why)) => failure = Some(("set-up", why)),
        Ok(bench) => {
            for step in steps {
                println!("\n== {}", step.title());
                let start = Instant::now();
                let (tally, outcome) = bench.check(step);
                report.push((step.title(), start.elapsed(), tally));
                total += tally.unwrap_or_default();
                if let Err(Failure(why)) = outcome {
                    failure = Some((step.title(), why));
                    break;
                }
            }
            missing = bench.missing;
        }
    }
    println!("\n== report");
    for (title, duration, tally) in &report {
        println!("{}", report_line(title, *duration, *tally));
    }
    // What lies there from a run before says nothing about a step that this one has not come to.
    let reached = |engine| {
        let step = Step::BrowserTests(engine).title();
        report.iter().any(|(title, ..)| *title == step)
    };
    for engine in engines.into_iter().filter(|engine| reached(*engine)) {
        for line in Note::NotHere.lines(engine) {
            println!("not in {engine}: {line}");
        }
        let faults = Faults::in_lines(&Note::Faults.lines(engine));
        println!("faults in {engine}: {faults}");
    }
    print!(
        "{}",
        fs::read_to_string(engines::figures()).unwrap_or_default()
    );
    for (engine, why) in missing {
        println!(
            "\n{} IS MISSING, NOTHING RAN THERE.\n{why}",
            engine.to_string().to_uppercase()
        );
    }
    if let Some((title, why)) = &failure {
        println!("\nFAILED: {title}\n{why}\n");
        // A step that fails without a failed test, a lint or a build, counts as one.
        total.failed = total.failed.max(1);
    }
    if total.skipped > 0 {
        println!("\n{} TESTS WERE SKIPPED.\n", total.skipped);
        println!(
            "{} passed, {} failed, {} skipped",
            total.passed, total.failed, total.skipped
        );
    } else {
        println!("{} passed, {} failed", total.passed, total.failed);
    }
    Ok(failure.is_none())
}

fn report_line(title: &str, duration: Duration, tally: Option<Tally>) -> String {
    let counted = tally.map_or_else(String::new, |tally| {
        let mut counted = format!("  {} passed, {} failed", tally.passed, tally.failed);
        if tally.not_here > 0 {
            counted += &format!(", {} not in this engine", tally.not_here);
        }
        if tally.missing > 0 {
            "  ENGINE MISSING".clone_into(&mut counted);
        }
        counted
    });
    format!("{title:<20} {:>7.1} s{counted}", duration.as_secs_f64())
}

/// Brings what the steps need.
fn bench(steps: &[Step]) -> Outcome<Bench> {
    let mut tools = steps
        .iter()
        .any(|step| step.needs_tools())
        .then(Tools::ready)
        .transpose()?;
    if steps.contains(&Step::Release) {
        tools = tools.map(Tools::and_for_release).transpose()?;
    }
    let chromium = steps
        .iter()
        .any(|step| step.needs_browser())
        .then(system_packages::chromium)
        .transpose()?;
    let mut missing = Vec::new();
    for engine in engines::OTHERS {
        if let Some(tools) = &mut tools
            && steps.contains(&Step::BrowserTests(engine))
            && let Err(Failure(why)) = engines::bring(engine, tools)
        {
            println!("{engine} is missing: {why}");
            missing.push((engine, why));
        }
    }
    let flows_on = if steps.contains(&Step::Release) {
        Profile::Release
    } else {
        Profile::Dev
    };
    Ok(Bench {
        flows_on,
        tools,
        chromium,
        missing,
    })
}

impl Bench {
    fn check(&self, step: Step) -> (Option<Tally>, Outcome) {
        match step {
            Step::Format => (None, run(cargo().args(["fmt", "--all", "--check"]))),
            Step::Supply => (None, supply::check()),
            Step::ClippyHost => (
                None,
                run(cargo().args([
                    "clippy",
                    "--workspace",
                    "--all-targets",
                    "--locked",
                    "--",
                    "-D",
                    "warnings",
                ])),
            ),
            Step::ClippyWasm => (
                None,
                run(cargo().args([
                    "clippy",
                    "--target",
                    WASM,
                    "--package",
                    "lokikirja",
                    "--package",
                    durability::PACKAGE,
                    "--package",
                    export_program::PACKAGE,
                    "--all-targets",
                    "--locked",
                    "--",
                    "-D",
                    "warnings",
                ])),
            ),
            Step::HostTests => count(cargo().args([
                "test",
                "--locked",
                "--no-fail-fast",
                "--package",
                "lokikirja",
                "--package",
                "xtask",
            ])),
            Step::WebTests => self.web_tests(Engine::Chromium),
            Step::BrowserTests(engine) => self.flows(engine),
            // What is put on hosts went through a compiler's and an optimiser's best efforts.
            Step::Release => {
                let mut tests = self.browser_tests(&size::dist_folder(), &RELEASE_TESTS);
                tests.env(LONG_TASKS_VARIABLE, size::MOST_LONG_TASKS.to_string());
                self.after(
                    |tools| size::build_dist(tools).and_then(|()| size::keep_budget()),
                    tests,
                )
            }
        }
    }

    /// Runs the flows in an engine: all in Chromium, and in the others what may differ there.
    fn flows(&self, engine: Engine) -> (Option<Tally>, Outcome) {
        let (not_here, faults) = match (Note::NotHere.fresh(engine), Note::Faults.fresh(engine)) {
            (Ok(not_here), Ok(faults)) => (not_here, faults),
            (Err(failure), _) | (_, Err(failure)) => return (None, Err(failure)),
        };
        if self.missing.iter().any(|(missing, _)| *missing == engine) {
            let missing = Tally {
                missing: 1,
                ..Tally::default()
            };
            return (Some(missing), Ok(()));
        }
        // What a browser says to the journal first: all of them in each engine, for they take seconds.
        let mut web = Tally::default();
        if engine != Engine::Chromium {
            let (tally, outcome) = self.web_tests(engine);
            if outcome.is_err() {
                return (tally, outcome);
            }
            web = tally.unwrap_or_default();
        }
        let durability = target().join("durability");
        let site = match self.flows_on {
            Profile::Dev => target().join("site"),
            Profile::Release => size::dist_folder(),
        };
        let which: Vec<&str> = match engine {
            Engine::Chromium => vec!["--lib", "--bins", "--test", "flows"],
            _ => ["--test", "flows", "--"]
                .into_iter()
                .chain(engines::flows(engine).iter().copied())
                .collect(),
        };
        let mut tests = self.browser_tests(&site, &which);
        tests.env(NOT_HERE_VARIABLE, not_here);
        tests.env(FAULTS_VARIABLE, faults);
        tests.env(ENGINE_VARIABLE, engine.word());
        let (tally, outcome) = self.after(
            |tools| {
                if self.flows_on == Profile::Dev {
                    build(tools, Profile::Dev, &site)?;
                }
                durability::build(tools, Profile::Dev, &durability)
            },
            tests,
        );
        let not_here = Note::NotHere.lines(engine).len();
        let tally = tally.map(|tally| {
            web += tally.without(not_here);
            web
        });
        (tally, outcome)
    }

    /// Runs tests on what is built first.
    fn after(
        &self,
        build: impl Fn(&Tools) -> Outcome,
        mut tests: Command,
    ) -> (Option<Tally>, Outcome) {
        match self.tools.as_ref().map_or(Ok(()), build) {
            Ok(()) => count(&mut tests),
            Err(failure) => (None, Err(failure)),
        }
    }

    fn web_tests(&self, engine: Engine) -> (Option<Tally>, Outcome) {
        let tools = self.tools.as_ref();
        let found = tools.and_then(|tools| Some((tools, tools.engine(engine)?)));
        let Some((tools, programs)) = found else {
            return (None, Err(Failure(format!("{engine} is not here."))));
        };
        match web_tests::in_engine(engine, &programs) {
            Ok((mut tests, _display)) => count(tools.lend_to(&mut tests)),
            Err(failure) => (None, Err(failure)),
        }
    }

    fn browser_tests(&self, site: &Path, which: &[&str]) -> Command {
        let mut cargo = cargo();
        cargo.args([
            "test",
            "--locked",
            "--no-fail-fast",
            "--package",
            BROWSER_TESTS,
        ]);
        cargo.args(which).env(SITE_VARIABLE, site);
        cargo.env(FIGURES_VARIABLE, engines::figures());
        self.lend_to(cargo)
    }

    fn lend_to(&self, mut command: Command) -> Command {
        if let Some(tools) = &self.tools {
            tools.lend_to(&mut command);
        }
        if let Some(chromium) = &self.chromium {
            command
                .env(BROWSER_VARIABLE, &chromium.browser)
                .env(DRIVER_VARIABLE, &chromium.driver);
        }
        command
    }
}

/// Runs tests; none at all is a failure, for it hides a mistake in this file or in theirs.
fn count(command: &mut Command) -> (Option<Tally>, Outcome) {
    match Tally::of(command) {
        Err(failure) => (None, Err(failure)),
        Ok((tally, Ok(()))) if tally.passed == 0 => (
            Some(tally),
            Err(Failure(format!("{}\nran no test.", command_line(command)))),
        ),
        Ok((tally, ended)) => (Some(tally), ended),
    }
}
