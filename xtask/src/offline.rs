//! What makes a built folder work without a network: its version, the list of its files and what each
//! must hash to, written into the service worker and the page.
//!
//! The worker itself is `src/assets/sw.js`. Everything in the folder belongs to a release, so nothing
//! has to be listed by hand and nothing can be forgotten.

use crate::digest::{integrity, short};
use std::{
    collections::BTreeMap,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

/// The page.
pub const PAGE: &str = "index.html";
/// The service worker. It keeps its name for ever: browsers look for a new version under it.
pub const WORKER: &str = "sw.js";

/// In the page: says which version it is and where the worker is.
const PLACE_STARTS: &str = r#"<template id="offline""#;
const PLACE_ENDS: &str = "></template>";
/// Lines of the worker.
const VERSION_STARTS: &str = "const VERSION = ";
const FILES_STARTS: &str = "const FILES = ";

/// Writes version and list into worker and page of a built folder, in place of what stood there, and
/// gives the version.
///
/// # Errors
/// When a file cannot be read or written, or page or worker do not have the places to be filled in.
pub fn add(folder: &Path) -> io::Result<String> {
    let page = blanked(&read_text(&folder.join(PAGE))?)?;
    let worker = filled(&read_text(&folder.join(WORKER))?, "", &BTreeMap::new())?;
    let mut hashes = BTreeMap::new();
    for file in files(folder, folder)? {
        let name = file.to_string_lossy().replace('\\', "/");
        if name != WORKER && name != PAGE {
            hashes.insert(name, integrity(fs::read(folder.join(&file))?));
        }
    }
    let version = version(&page, &worker, &hashes);
    // The page names the version and is held to that instead.
    hashes.insert(PAGE.to_owned(), String::new());
    fs::write(folder.join(PAGE), told(&page, &version))?;
    fs::write(folder.join(WORKER), filled(&worker, &version, &hashes)?)?;
    Ok(version)
}

/// The page without a worker, as it is shown while developing.
pub fn without(page: &str) -> String {
    blanked(page).unwrap_or_else(|_| page.to_owned())
}

/// A worker for whoever has one from an earlier visit and is to have none: it goes, and its files with it.
pub const NO_WORKER: &str = r#"self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(go()));
async function go() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`lokikirja ${self.registration.scope} `)) await caches.delete(name);
  }
  await self.registration.unregister();
  for (const page of await self.clients.matchAll({ type: "window" })) await page.navigate(page.url);
}
"#;

/// Sixteen hexadecimal digits that change when a file does.
fn version(page: &str, worker: &str, hashes: &BTreeMap<String, String>) -> String {
    let mut all = format!("{page}{worker}");
    for (name, file) in hashes {
        all.push_str(&format!("{name} {file}\n"));
    }
    short(all)
}

/// The page as it was before it was told its version.
fn blanked(page: &str) -> io::Result<String> {
    let place = page.find(PLACE_STARTS).and_then(|start| {
        let length = page[start..].find(PLACE_ENDS)? + PLACE_ENDS.len();
        Some(start..start + length)
    });
    let place = place.ok_or_else(|| lacks(PAGE, &format!("one {PLACE_STARTS}{PLACE_ENDS}")))?;
    let mut page = page.to_owned();
    page.replace_range(place, &format!("{PLACE_STARTS}{PLACE_ENDS}"));
    Ok(page)
}

/// The page with its version.
fn told(page: &str, version: &str) -> String {
    let place = format!("{PLACE_STARTS}{PLACE_ENDS}");
    let told =
        format!(r#"{PLACE_STARTS} data-worker="{WORKER}" data-version="{version}"{PLACE_ENDS}"#);
    page.replacen(&place, &told, 1)
}

/// The worker with version and list in their lines.
fn filled(worker: &str, version: &str, hashes: &BTreeMap<String, String>) -> io::Result<String> {
    let mut list = String::from("{");
    for (name, hash) in hashes {
        // Names and hashes have no characters that would have to be escaped; a test sees to that.
        let _ = write!(list, "\n  \"{name}\": \"{hash}\",");
    }
    list.push_str(if hashes.is_empty() { "}" } else { "\n}" });
    let worker = with_value(worker, VERSION_STARTS, &format!("\"{version}\""))?;
    with_value(&worker, FILES_STARTS, &list)
}

/// The worker with the value of a constant replaced; it ends with the first `;`, which no value holds.
fn with_value(worker: &str, starts: &str, value: &str) -> io::Result<String> {
    let line = format!("\n{starts}");
    let (before, after) = worker
        .split_once(&line)
        .ok_or_else(|| lacks(WORKER, starts))?;
    let (_, after) = after.split_once(';').ok_or_else(|| lacks(WORKER, ";"))?;
    Ok(format!("{before}{line}{value};{after}"))
}

fn lacks(file: &str, what: &str) -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        format!("{file} should hold {what}."),
    )
}

fn read_text(file: &Path) -> io::Result<String> {
    fs::read_to_string(file)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))
}

/// The files of a folder and its folders, from `root` on.
fn files(folder: &Path, root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, root)?);
        } else if let Ok(name) = path.strip_prefix(root) {
            found.push(name.to_owned());
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    fn repository_file(name: &str) -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
        fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    /// A built folder of its own.
    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("lokikirja-{name}-{}", std::process::id()));
        // It may be there from a test that was stopped.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("sub")).expect("a folder");
        for (name, text) in [
            (PAGE, repository_file("index.html")),
            (WORKER, repository_file("src/assets/sw.js")),
            ("boot-9de3f06ba4994690.js", "start()".to_owned()),
            ("sub/a.txt", "a".to_owned()),
        ] {
            fs::write(folder.join(name), text).expect("a file");
        }
        folder
    }

    fn read(folder: &Path, name: &str) -> String {
        fs::read_to_string(folder.join(name)).expect(name)
    }

    #[test]
    fn the_worker_lists_just_the_files_that_are_there_and_page_and_worker_name_one_version() {
        let folder = folder("list");
        let version = add(&folder).expect("filled in");
        let worker = read(&folder, WORKER);
        assert!(worker.contains(&format!("\nconst VERSION = \"{version}\";\n")));
        let (_, list) = worker.split_once("\nconst FILES = {").expect("a list");
        let (list, _) = list.split_once("};").expect("its end");
        let names: Vec<&str> = list
            .lines()
            .filter_map(|line| Some(line.trim().split_once(": ")?.0))
            .collect();
        let there = [
            "\"boot-9de3f06ba4994690.js\"",
            "\"index.html\"",
            "\"sub/a.txt\"",
        ];
        assert_eq!(names, there);
        assert!(list.contains("\"index.html\": \"\","), "{list}");
        let hash = integrity("a");
        assert!(
            list.contains(&format!("\"sub/a.txt\": \"{hash}\",")),
            "{list}"
        );
        let page = read(&folder, PAGE);
        assert!(page.contains(&format!(
            r#"<template id="offline" data-worker="sw.js" data-version="{version}"></template>"#
        )));
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn the_version_is_the_same_until_a_file_changes_or_comes() {
        let folder = folder("version");
        let first = add(&folder).expect("filled in");
        assert_eq!(add(&folder).expect("again"), first);
        fs::write(folder.join("sub/a.txt"), "b").expect("changed");
        let second = add(&folder).expect("changed");
        assert_ne!(second, first);
        fs::write(folder.join("b.txt"), "").expect("added");
        assert_ne!(add(&folder).expect("added"), second);
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn a_folder_whose_worker_is_empty_is_refused() {
        let folder = folder("empty");
        fs::write(folder.join(WORKER), "").expect("emptied");
        let refused = add(&folder).expect_err("nothing to fill in");
        assert!(refused.to_string().contains("const VERSION"), "{refused}");
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn while_developing_the_page_names_no_worker() {
        let page = told(
            &blanked(&repository_file("index.html")).expect("a place"),
            "1",
        );
        assert!(page.contains("data-worker"));
        assert!(!without(&page).contains("data-worker"));
        assert_eq!(without(&page), repository_file("index.html"));
    }
}
