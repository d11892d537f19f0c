//! A release in two parts: what a first visit shows, and the rest, which is fetched while that is read
//! (`src/ui/later.rs` says where the cut is). Whoever opens the page for the first time waits for a part
//! of the program only.
//!
//! Trunk cannot do it: the program must be cut before wasm-bindgen looks at it. So what trunk has put
//! into the page is made anew here, in two, and the page told.

use super::{Failure, Outcome, target, test::WASM, tools::Tools};
use std::{
    fs,
    path::{Path, PathBuf},
};
use xtask::digest::{integrity, short};

/// The feature of the program that cuts it.
pub const FEATURE: &str = "split";
/// The program's name.
const PROGRAM: &str = "lokikirja";
/// How the tool names the part that comes later.
const REST: &str = "split_rest.wasm";
/// What fetches it.
const LINK: &str = "link.js";

/// Puts the program in two parts into the folder of a built page, in place of the whole one.
///
/// # Errors
/// When it cannot be cut, or the page does not hold the program that it should.
pub fn add(tools: &Tools, folder: &Path) -> Outcome {
    let made = target().join("split");
    let parts = cut(tools, &made)?.named();
    let page_file = folder.join("index.html");
    let page =
        fs::read_to_string(&page_file).map_err(Failure::while_doing("Reading index.html"))?;
    let whole = [".js", "_bg.wasm"].map(|ending| named_in(&page, ending));
    let [Some(js), Some(wasm)] = whole else {
        return Err(Failure(format!(
            "index.html should name {PROGRAM}-….js and {PROGRAM}-…_bg.wasm."
        )));
    };
    let mut told = page;
    for (old, new) in [(&js, &parts.js), (&wasm, &parts.wasm)] {
        let file = folder.join(old);
        let was = fs::read(&file).map_err(Failure::while_doing(old))?;
        fs::remove_file(&file).map_err(Failure::while_doing(old))?;
        told = told
            .replace(old, &new.name)
            .replace(&integrity(was), &integrity(&new.bytes));
    }
    let link = format!(
        r#"<link rel="modulepreload" href="./{}" crossorigin="anonymous" integrity="{}"></head>"#,
        parts.link.name,
        integrity(&parts.link.bytes)
    );
    fs::write(&page_file, told.replacen("</head>", &link, 1))
        .map_err(Failure::while_doing("Writing index.html"))?;
    for part in [parts.js, parts.wasm, parts.link, parts.rest] {
        fs::write(folder.join(&part.name), part.bytes).map_err(Failure::while_doing(&part.name))?;
    }
    Ok(())
}

/// A file of the program.
struct Part {
    name: String,
    bytes: Vec<u8>,
}

/// The program in two.
struct Parts {
    /// Connects the program with the browser.
    js: Part,
    /// What a first visit needs.
    wasm: Part,
    /// Fetches the rest.
    link: Part,
    /// The rest.
    rest: Part,
}

/// Cuts the compiled program and makes both parts small.
fn cut(tools: &Tools, made: &Path) -> Outcome<Parts> {
    let compiled = target()
        .join(WASM)
        .join("release")
        .join(format!("{PROGRAM}.wasm"));
    let whole = fs::read(&compiled).map_err(Failure::while_doing("Reading the program"))?;
    // Of an earlier cut, in other parts perhaps.
    if made.exists() {
        fs::remove_dir_all(made).map_err(Failure::while_doing("Clearing the build folder"))?;
    }
    let main = made.join(format!("{PROGRAM}.wasm"));
    let (link, js) = (format!("./{LINK}"), format!("./{PROGRAM}.js"));
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = made;
    options.main_out_path = &main;
    options.link_name = &link;
    options.main_module = &js;
    let split = wasm_split_cli_support::transform(options);
    let split = split.map_err(|error| Failure(format!("Cutting the program: {error:?}")))?;
    let rest = made.join(REST);
    if split.split_modules != [rest.clone()] {
        return Err(Failure(format!(
            "The program should fall into two parts, not {:?}.",
            split.split_modules
        )));
    }
    // The rest is tied to the first part by its table, which would be taken away.
    tools.bind(&main, PROGRAM, &made.join("bound"), &["--keep-lld-exports"])?;
    let bound = made.join("bound").join(format!("{PROGRAM}_bg.wasm"));
    for program in [&bound, &rest] {
        tools.optimise(program, "-Oz")?;
    }
    let part = |name: &str, file: PathBuf| {
        let bytes = fs::read(file).map_err(Failure::while_doing(name))?;
        let name = name.to_owned();
        Ok(Part { name, bytes })
    };
    Ok(Parts {
        js: part("lokikirja.js", made.join("bound").join("lokikirja.js"))?,
        wasm: part("lokikirja_bg.wasm", bound)?,
        link: part(LINK, made.join(LINK))?,
        rest: part(REST, rest)?,
    })
}

impl Parts {
    /// Names the files by what they hold, as trunk does: by all of it, for two of them name each other.
    /// The rest is held to its hash when it is fetched.
    fn named(mut self) -> Parts {
        let all = [&self.js, &self.wasm, &self.link, &self.rest];
        let version = short(all.map(|part| short(&part.bytes)).concat());
        let fetched = format!(r#"new URL("./{REST}", import.meta.url)"#);
        // What did not arrive as it was made is fetched anew, past the browser's own cache.
        let held = format!(
            r#"{fetched}, {{ integrity: "{}", credentials: "same-origin", cache: tries++ ? "reload" : "default" }}"#,
            integrity(&self.rest.bytes)
        );
        let names = [
            ("lokikirja.js", format!("lokikirja-{version}.js")),
            ("lokikirja_bg.wasm", format!("lokikirja-{version}_bg.wasm")),
            (LINK, format!("link-{version}.js")),
            (REST, format!("rest-{version}.wasm")),
        ];
        for script in [&mut self.js, &mut self.link] {
            let mut text = String::from_utf8_lossy(&script.bytes).replace(&fetched, &held);
            for (old, new) in &names {
                // Where a file is fetched from. What the program itself calls the other stays.
                text = text.replace(&format!("from \"./{old}\""), &format!("from \"./{new}\""));
                for quote in ['"', '\''] {
                    let fetched = |name: &str| format!("new URL({quote}{name}");
                    text = text.replace(&fetched(old), &fetched(new));
                    text =
                        text.replace(&fetched(&format!("./{old}")), &fetched(&format!("./{new}")));
                }
            }
            script.bytes = text.into_bytes();
        }
        self.link.bytes.splice(..0, *b"let tries = 0;\n");
        let [js, wasm, link, rest] = names.map(|(_, new)| new);
        (self.js.name, self.wasm.name, self.link.name, self.rest.name) = (js, wasm, link, rest);
        self
    }
}

/// The name of a file of the whole program, as the page has it.
fn named_in(page: &str, ending: &str) -> Option<String> {
    let start = page.find(&format!("\"./{PROGRAM}-"))? + 3;
    let named = page[start..].split('"').next()?;
    let stem = named.split(['.', '_']).next()?;
    let name = format!("{stem}{ending}");
    page.contains(&name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use xtask::headers::cache_control;

    fn part(name: &str, text: &str) -> Part {
        let (name, bytes) = (name.to_owned(), text.as_bytes().to_vec());
        Part { name, bytes }
    }

    #[test]
    fn the_parts_name_each_other_by_their_content_and_hold_the_rest_to_its_hash() {
        let made = |rest: &str| {
            let parts = Parts {
                js: part(
                    "",
                    r#"from "./link.js"; { "./link.js": import1 }; new URL('lokikirja_bg.wasm', import.meta.url)"#,
                ),
                wasm: part("", "main"),
                link: part(
                    "",
                    r#"from "./lokikirja.js"; fetch(new URL("./split_rest.wasm", import.meta.url))"#,
                ),
                rest: part("", rest),
            };
            parts.named()
        };
        let parts = made("rest");
        let text = |part: &Part| String::from_utf8_lossy(&part.bytes).into_owned();
        assert!(text(&parts.js).contains(&format!("\"./{}\"", parts.link.name)));
        assert!(text(&parts.js).contains(&format!("'{}'", parts.wasm.name)));
        assert!(text(&parts.js).contains(r#"{ "./link.js": import1 }"#));
        assert!(text(&parts.link).contains(&format!("\"./{}\"", parts.js.name)));
        assert!(text(&parts.link).contains(&format!(
            "\"./{}\", import.meta.url), {{ integrity: \"{}\"",
            parts.rest.name,
            integrity("rest")
        )));
        for part in [&parts.js, &parts.wasm, &parts.link, &parts.rest] {
            assert!(
                cache_control(&part.name).contains("immutable"),
                "{}",
                part.name
            );
        }
        assert_ne!(made("other").js.name, parts.js.name);
    }

    #[test]
    fn the_whole_program_is_found_in_the_page() {
        let page = r#"data-js="./lokikirja-44b0a11351a62501.js" data-wasm="./lokikirja-44b0a11351a62501_bg.wasm""#;
        assert_eq!(
            named_in(page, ".js").as_deref(),
            Some("lokikirja-44b0a11351a62501.js")
        );
        assert_eq!(
            named_in(page, "_bg.wasm").as_deref(),
            Some("lokikirja-44b0a11351a62501_bg.wasm")
        );
        assert_eq!(named_in("<p>", ".js"), None);
    }
}
