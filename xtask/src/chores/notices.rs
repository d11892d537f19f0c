//! The terms of what others have written and the program holds, in one file beside the program: nearly all
//! of them ask that their notice goes with every copy.

use super::{Failure, Outcome};
use cargo_metadata::Package;
use std::{collections::BTreeMap, fmt::Write, fs};

/// How the file is called.
pub const FILE: &str = "third-party.txt";

/// The text: each notice once, under the names of the packages that have it.
///
/// # Errors
/// When a package's file cannot be read.
pub fn of(packages: &[&Package]) -> Outcome<String> {
    let mut notices: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages {
        let called = format!(
            "{} {} ({})",
            package.name,
            package.version,
            package.license.as_deref().unwrap_or_default()
        );
        let texts = texts_beside(package)?;
        if texts.is_empty() {
            let by = package.authors.join(", ");
            let at = package.repository.as_deref().unwrap_or_default();
            notices
                .entry(format!("{by} {at}").trim().to_owned())
                .or_default()
                .push(called);
        } else {
            for text in texts {
                notices.entry(text).or_default().push(called.clone());
            }
        }
    }
    Ok(written(notices))
}

fn written(notices: BTreeMap<String, Vec<String>>) -> String {
    let mut notices: Vec<_> = notices.into_iter().map(|(text, of)| (of, text)).collect();
    notices.sort();
    let mut all =
        "Lokikirja is made with the work of others. These are the terms under which it comes.\n"
            .to_owned();
    let line = "=".repeat(70);
    for (of, text) in notices {
        let _ = writeln!(all, "\n{line}\n{}\n{line}\n\n{text}", of.join("\n"));
    }
    all
}

/// The notices that lie in a package, without spaces at the ends of lines. Where one may choose between
/// the MIT licence and another, the MIT licence is chosen: its notice is the one with the names.
fn texts_beside(package: &Package) -> Outcome<Vec<String>> {
    let Some(folder) = package.manifest_path.parent() else {
        return Ok(Vec::new());
    };
    let reading = Failure::while_doing(folder.as_str());
    let mut files = Vec::new();
    for file in fs::read_dir(folder).map_err(&reading)? {
        let path = file.map_err(&reading)?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase();
        if path.is_file() && is_notice(&name) {
            files.push((name, path));
        }
    }
    files.sort();
    let may_choose = package.license.as_deref().is_some_and(may_choose_mit);
    if may_choose && files.iter().any(|(name, _)| name.contains("MIT")) {
        files.retain(|(name, _)| {
            name.contains("MIT") || name.contains("UNICODE") || name.starts_with("NOTICE")
        });
    }
    files
        .iter()
        .map(|(_, path)| {
            let text = fs::read(path).map_err(&reading)?;
            let text = String::from_utf8_lossy(&text);
            let lines: Vec<&str> = text.trim().lines().map(str::trim_end).collect();
            Ok(lines.join("\n"))
        })
        .collect()
}

/// `LICENSE-MIT`, `COPYING`, `NOTICE.txt`; in capitals.
fn is_notice(name: &str) -> bool {
    let starts = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];
    starts.iter().any(|start| name.starts_with(start)) && !name.ends_with(".RS")
}

fn may_choose_mit(terms: &str) -> bool {
    let mut choices = terms.split(" OR ").flat_map(|choice| choice.split('/'));
    !terms.contains(" AND ") && choices.any(|choice| choice.trim() == "MIT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_stands_once_under_all_that_have_it() {
        let notices = BTreeMap::from([
            ("Terms of b".to_owned(), vec!["b 1".to_owned()]),
            (
                "Terms of a and c".to_owned(),
                vec!["a 1".to_owned(), "c 2".to_owned()],
            ),
        ]);
        let text = written(notices);
        assert_eq!(text.matches("Terms of a and c").count(), 1);
        assert!(text.find("a 1\nc 2") < text.find("b 1"), "{text}");
    }

    #[test]
    fn notices_are_known_by_their_names_and_mit_is_chosen_where_one_may() {
        assert!(
            ["LICENSE-MIT", "COPYING", "NOTICE.TXT"]
                .iter()
                .all(|name| is_notice(name))
        );
        assert!(!is_notice("README.MD") && !is_notice("LICENSE.RS"));
        assert!(may_choose_mit("MIT OR Apache-2.0") && may_choose_mit("Unlicense/MIT"));
        assert!(!may_choose_mit("BSD-3-Clause AND MIT") && !may_choose_mit("Zlib"));
    }
}
