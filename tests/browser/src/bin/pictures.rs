//! Takes the pictures of the documentation, or of every stop of the tour in every look: [--all] [--only NAME]
//!
//! Without a word the pictures in `docs/` are taken anew. With `--all` every page, dialog and menu is taken
//! on a desktop and a phone, light and dark, in both languages, with forced colours and on paper, into
//! `target/pictures`, for people to look through. The demo company's days are counted from today.

use lokikirja::language::{Lang, Messages, messages};
use lokikirja_browser_tests::{
    Browser, Setup, drive, target,
    tour::{self, Stop, look, stops},
};
use serde_json::json;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

const DESKTOP: (u32, u32) = (1440, 900);
const PHONE: (u32, u32) = (360, 740);
/// Loading the demo company takes its time on a computer that has other things to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// A picture of the documentation.
struct Picture {
    /// The file in `docs/`, without its ending.
    file: &'static str,
    stop: &'static str,
    lang: Lang,
    size: (u32, u32),
    dark: bool,
}

const fn picture(
    file: &'static str,
    stop: &'static str,
    lang: Lang,
    size: (u32, u32),
    dark: bool,
) -> Picture {
    Picture {
        file,
        stop,
        lang,
        size,
        dark,
    }
}

const PICTURES: [Picture; 6] = [
    picture("home", "home", Lang::En, DESKTOP, false),
    picture("contacts", "contacts", Lang::Fi, DESKTOP, true),
    picture(
        "create-interaction",
        "create-from-contact",
        Lang::En,
        DESKTOP,
        false,
    ),
    picture("segment", "segment", Lang::En, DESKTOP, false),
    picture("log-segment", "log-segment", Lang::Fi, DESKTOP, false),
    picture("phone", "person", Lang::Fi, PHONE, false),
];

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => document(),
        ["--all"] => all(None),
        ["--only", name] if stops().iter().any(|stop| stop.name == *name) => all(Some(name)),
        _ => {
            let names: Vec<&str> = stops().iter().map(|stop| stop.name).collect();
            eprintln!(
                "pictures knows --all and --only with one of: {}",
                names.join(", ")
            );
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The pictures in `docs/`.
fn document() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    for lang in Lang::ALL {
        in_the_demo_company(lang, async |browser, m| {
            for picture in PICTURES.iter().filter(|picture| picture.lang == lang) {
                let stop = stops().into_iter().find(|stop| stop.name == picture.stop);
                let stop = stop.unwrap_or_else(|| panic!("no stop is called {}", picture.stop));
                look(browser, picture.size, picture.dark, false).await;
                stop.visit(browser, m).await;
                take(browser, &docs.join(format!("{}.png", picture.file))).await;
                stop.leave(browser).await;
            }
        });
    }
}

/// Every stop, or one, in every look.
fn all(only: Option<&str>) {
    let folder = target().join("pictures");
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for lang in Lang::ALL {
        in_the_demo_company(lang, async |browser, m| {
            let stops = stops();
            for stop in stops
                .iter()
                .filter(|stop| only.is_none_or(|name| stop.name == name))
            {
                every_look(browser, m, stop, &|what: &str| {
                    folder.join(format!("{}-{}-{what}", stop.name, lang.tag()))
                })
                .await;
            }
        });
    }
    println!("{}", folder.display());
}

async fn every_look(
    browser: &Browser,
    m: &'static Messages,
    stop: &Stop,
    file: &dyn Fn(&str) -> PathBuf,
) {
    // Gone to once: the window then changes its size, as a person's does.
    let sizes = match stop.on_phone_only {
        true => vec![("phone", PHONE)],
        false => vec![("desktop", DESKTOP), ("phone", PHONE)],
    };
    look(browser, sizes[0].1, false, false).await;
    stop.visit(browser, m).await;
    for (name, size) in sizes {
        for (theme, dark) in [("light", false), ("dark", true)] {
            look(browser, size, dark, false).await;
            take(browser, &file(&format!("{name}-{theme}.png"))).await;
        }
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        browser.cdp("Emulation.setEmulatedMedia", forced).await;
        take(browser, &file(&format!("{name}-forced.png"))).await;
        browser.cdp("Emulation.setEmulatedMedia", json!({})).await;
        if name == "desktop" {
            write(&file("paper.pdf"), &browser.printed(false).await);
        }
    }
    stop.leave(browser).await;
}

/// Drives a browser of this language with the demo company open.
fn in_the_demo_company(lang: Lang, work: impl AsyncFnOnce(&Browser, &'static Messages)) {
    let setup = match lang {
        Lang::En => Setup::new(),
        Lang::Fi => Setup::new().finnish(),
    };
    drive(setup.patience(PATIENCE), async |browser| {
        let m = messages(lang);
        look(browser, DESKTOP, false, false).await;
        tour::load_demo(browser, m).await;
        work(browser, m).await;
    });
}

async fn take(browser: &Browser, file: &Path) {
    let picture = browser.client().screenshot().await;
    let picture = picture.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    write(file, &picture);
}

fn write(file: &Path, bytes: &[u8]) {
    fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
