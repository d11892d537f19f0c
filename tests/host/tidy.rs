//! What we agreed on and what can be read from the files: who uses whom, what stays where, and how
//! files are written. `source.rs` reads the files.
//!
//! A finding names file and line. Each rule also has a piece of text here that breaks it, so that a
//! rule that has gone blind is noticed.

mod gallery;
mod source;
mod styles;
mod texts;
mod uses;

use source::{File, files, lines_with};

/// The longest file of the app. A longer one holds more than one thing that people look for.
const MAX_LINES: usize = 550;
/// The longest file of tests, which are lists.
const MAX_LINES_OF_TESTS: usize = 700;

/// Runs a rule over files; fails with all findings, one a line.
#[track_caller]
fn holds<'a>(files: impl IntoIterator<Item = &'a File>, rule: fn(&File) -> Vec<(usize, String)>) {
    let mut findings = String::new();
    for file in files {
        for (line, finding) in rule(file) {
            findings += &format!("\n{}:{line}: {finding}", file.path);
        }
    }
    assert!(findings.is_empty(), "{findings}");
}

/// A rule must find something in a text that breaks it, and nothing in one that does not.
#[track_caller]
fn sees(rule: fn(&File) -> Vec<(usize, String)>, path: &str, bad: &str, good: &str) {
    let found = |text| rule(&File::new(path, text));
    assert!(!found(bad).is_empty(), "finds nothing in: {bad}");
    assert_eq!(found(good), [], "in: {good}");
}

fn begins_with_its_purpose(file: &File) -> Vec<(usize, String)> {
    let ok = file.text.starts_with("//! ");
    (!ok)
        .then(|| (1, "begins with `//!`: what lives here".into()))
        .into_iter()
        .collect()
}

#[test]
fn each_file_begins_with_its_purpose() {
    holds(&files("rs"), begins_with_its_purpose);
    sees(begins_with_its_purpose, "a.rs", "use b;\n", "//! What.\n");
}

fn is_short(file: &File) -> Vec<(usize, String)> {
    let n = file.text.lines().count();
    let max = if file.is_in("tests/") {
        MAX_LINES_OF_TESTS
    } else {
        MAX_LINES
    };
    (n > max)
        .then(|| (n, format!("{n} lines, at most {max}: split it")))
        .into_iter()
        .collect()
}

#[test]
fn no_file_is_long() {
    holds(&files("rs"), is_short);
    holds(&files("css"), is_short);
    sees(is_short, "src/a.rs", &"\n".repeat(551), &"\n".repeat(550));
    let (bad, good) = ("\n".repeat(701), "\n".repeat(700));
    sees(is_short, "tests/host/a.rs", &bad, &good);
}

/// What must not stand in code (comments and texts do not count): in which folder, and the reason.
/// Written in two halves so that this list does not find itself.
const NEVER: &[(&str, &str, &str, &str)] = &[
    ("todo", "!(", "", "finish it, or leave it out"),
    ("unimplemented", "!(", "", "finish it, or leave it out"),
    ("dbg", "!(", "", "left over from looking for a fault"),
    (
        "#[igno",
        "re",
        "",
        "a test that does not run proves nothing",
    ),
    ("allow(dead_", "code", "", "take away what nobody uses"),
    ("inner_", "html", "src/", "data never becomes markup"),
    (
        " style",
        "=",
        "src/",
        "refused by the content policy; set single properties",
    ),
];

fn has_nothing_unwanted(file: &File) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (first, second, folder, reason) in NEVER {
        if !file.is_in(folder) {
            continue;
        }
        let unwanted = format!("{first}{second}");
        // `style=("--name", value)` sets a property.
        let code = file.code.replace(" style=(", " style (");
        for line in lines_with(&code, &unwanted) {
            found.push((line, format!("`{unwanted}`: {reason}")));
        }
    }
    found
}

#[test]
fn code_has_nothing_unwanted() {
    holds(&files("rs"), has_nothing_unwanted);
    for (first, second, _, _) in NEVER {
        let text = format!("{first}{second}");
        let comment = format!("// {text}\n\"{text}\"");
        sees(has_nothing_unwanted, "src/a.rs", &text, &comment);
    }
}

fn unwraps_no_data(file: &File) -> Vec<(usize, String)> {
    let lines = file.lines_of_code_with(".unwrap()");
    let finding = "say in `expect` why it cannot fail, or give an error";
    lines.into_iter().map(|n| (n, finding.into())).collect()
}

#[test]
fn the_app_unwraps_nothing_silently() {
    holds(
        files("rs")
            .iter()
            .filter(|file| file.is_in("src/") || file.is_in("export/")),
        unwraps_no_data,
    );
    sees(
        unwraps_no_data,
        "src/a.rs",
        "a.unwrap()",
        "a.unwrap_or(1) // .unwrap()",
    );
}
