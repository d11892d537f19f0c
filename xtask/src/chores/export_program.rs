//! The program that writes exported files. It runs in a worker and is loaded when somebody exports, so
//! it is no part of the page's own program. Trunk gives the files of a worker the same names in every
//! version, so that an old one, kept by a browser, could meet a new page; here each is named by its
//! content, and the page names the first of them.

use super::{
    Failure, Outcome, cargo,
    program::Profile,
    run, target,
    test::WASM,
    tools::{self, Tools},
};
use std::{fs, path::Path};
use xtask::digest::{integrity, short};

/// The package of the program.
pub const PACKAGE: &str = "lokikirja-export";
/// In the page: where it says which file the worker starts with.
const PLACE: &str = r#"<template id="export"></template>"#;

/// Builds the program into the folder of a built page and tells the page where it is.
///
/// # Errors
/// When it does not compile; the compiler has then said why.
pub fn add(tools: &Tools, profile: Profile, folder: &Path) -> Outcome {
    let mut compile = cargo();
    tools::without_color(&mut compile).args([
        "build",
        "--locked",
        "--quiet",
        "--package",
        PACKAGE,
        "--target",
        WASM,
    ]);
    let compiled = target().join(WASM);
    let compiled = match profile {
        Profile::Dev => compiled.join("debug"),
        Profile::Release => {
            compile.arg("--release");
            compiled.join("release")
        }
    };
    run(&mut compile)?;

    let made = target().join("export-program");
    fs::create_dir_all(&made).map_err(Failure::while_doing("Making a build folder"))?;
    let compiled = compiled.join(format!("{PACKAGE}.wasm"));
    tools.bind(&compiled, "export", &made, &[])?;
    let program = made.join("export_bg.wasm");
    if profile == Profile::Release {
        tools.optimise(&program, "-O3")?;
    }

    let read = |name: &str| fs::read(made.join(name)).map_err(Failure::while_doing(name));
    let (program, glue) = (read("export_bg.wasm")?, read("export.js")?);
    let names = Names::of(&program, &glue);
    let start = names.start(&program);
    let start_name = named("export-start", &start, ".js");
    for (name, bytes) in [
        (&names.program, &program),
        (&names.glue, &glue),
        (&start_name, &start.into_bytes()),
    ] {
        fs::write(folder.join(name), bytes).map_err(Failure::while_doing(name))?;
    }
    tell_page(folder, &start_name)
}

/// The names of the two files that wasm-bindgen makes.
struct Names {
    program: String,
    glue: String,
}

impl Names {
    fn of(program: &[u8], glue: &[u8]) -> Names {
        Names {
            program: named("export", program, "_bg.wasm"),
            glue: named("export", glue, ".js"),
        }
    }

    /// The module that the worker starts with. It holds the program to its hash, as the page does with
    /// its own, and reports a failure, for no browser tells a page why a module could not go on.
    fn start(&self, program: &[u8]) -> String {
        let Names {
            program: name,
            glue,
        } = self;
        let integrity = integrity(program);
        format!(
            r#"import init from "./{glue}";
const program = fetch(new URL("./{name}", import.meta.url), {{ integrity: "{integrity}", credentials: "same-origin" }});
init({{ module_or_path: program }}).catch((error) => {{ console.error(error); postMessage([]); }});
"#
        )
    }
}

/// `export-9de3f06ba4994690.js`: named by its content, as trunk names files.
fn named(stem: &str, content: impl AsRef<[u8]>, ending: &str) -> String {
    format!("{stem}-{}{ending}", short(content))
}

fn tell_page(folder: &Path, start: &str) -> Outcome {
    let file = folder.join("index.html");
    let page = fs::read_to_string(&file).map_err(Failure::while_doing("Reading index.html"))?;
    let told = told(&page, start)
        .ok_or_else(|| Failure(format!("index.html should hold one {PLACE}.")))?;
    fs::write(&file, told).map_err(Failure::while_doing("Writing index.html"))
}

/// The page with the name of the worker's first file in its place; none where there is no such place.
fn told(page: &str, start: &str) -> Option<String> {
    let place = format!(r#"<template id="export" data-worker="{start}"></template>"#);
    (page.matches(PLACE).count() == 1).then(|| page.replace(PLACE, &place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use xtask::headers::cache_control;

    #[test]
    fn files_are_named_by_their_content_and_kept_for_ever() {
        let names = Names::of(b"a", b"b");
        let start = names.start(b"a");
        for name in [&names.program, &names.glue] {
            assert!(start.contains(&format!("\"./{name}\"")), "{start}");
            assert!(cache_control(name).contains("immutable"), "{name}");
        }
        let other = Names::of(b"c", b"b").start(b"c");
        assert_ne!(
            named("export-start", &start, ".js"),
            named("export-start", other, ".js")
        );
    }

    #[test]
    fn the_page_is_told_where_the_worker_is_or_refused() {
        let page = fs::read_to_string(super::super::root().join("index.html")).unwrap_or_default();
        let told = told(&page, "export-start-1.js").unwrap_or_default();
        assert!(
            told.contains(r#"<template id="export" data-worker="export-start-1.js">"#),
            "{told}"
        );
        assert!(super::told("<p>", "a.js").is_none());
        assert!(super::told(&told, "a.js").is_none());
    }
}
