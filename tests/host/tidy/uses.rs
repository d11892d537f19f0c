//! Who uses whom, and what stays where.

use super::source::{File, files};
use super::{holds, sees};

/// The rooms, with the rooms that each may use besides itself (ARCHITECTURE.md).
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("journal", &["domain"]),
    ("backup", &["domain", "journal"]),
    ("language", &["domain", "journal", "backup", "book"]),
    ("book", &["domain", "journal"]),
    ("browser", &["domain", "journal", "backup", "language"]),
    (
        "ui",
        &["domain", "journal", "backup", "language", "book", "browser"],
    ),
];

fn uses_only_what_it_may(file: &File) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (room, may_use) in ROOMS {
        if !file.is_in(&format!("src/{room}/")) && !file.is_in(&format!("src/{room}.rs")) {
            continue;
        }
        for (other, _) in ROOMS {
            if other != room && !may_use.contains(other) {
                for line in file.lines_of_code_with(&format!("crate::{other}")) {
                    found.push((line, format!("{room} does not use {other}")));
                }
            }
        }
    }
    found
}

#[test]
fn rooms_use_only_what_they_may() {
    holds(&files("rs"), uses_only_what_it_may);
    let (bad, good) = (
        "use crate::journal::Journal;",
        "use crate::domain::Records;",
    );
    sees(uses_only_what_it_may, "src/domain/work.rs", bad, good);
    sees(
        uses_only_what_it_may,
        "src/book/mod.rs",
        "crate::ui::app()",
        bad,
    );
    let (bad, good) = ("use crate::ui::store::Store;", "use crate::book::Book;");
    sees(uses_only_what_it_may, "src/language/explain.rs", bad, "");
    sees(uses_only_what_it_may, "src/journal/mod.rs", good, "");
}

/// Every room stands in the list above, so that none is overlooked.
#[test]
fn every_room_is_known() {
    let known = |name: &str| ROOMS.iter().any(|(room, _)| *room == name);
    for file in files("rs").iter().filter(|file| file.is_in("src/")) {
        let room = file.path["src/".len()..]
            .split('/')
            .next()
            .unwrap_or_default();
        let room = room.trim_end_matches(".rs");
        let ok = known(room) || matches!(room, "lib" | "core" | "main");
        assert!(ok, "{}: what may the room {room:?} use?", file.path);
    }
}

/// What may stand in some places only: the word, where, and why.
const PLACES: &[(&str, &[&str], &str)] = &[
    ("leptos::", &["src/ui/", "src/main.rs"], "the interface"),
    (
        "web_sys::",
        &["src/ui/", "src/browser/", "src/journal/indexed_db"],
        "doors to the platform",
    ),
    (
        "js_sys::",
        &["src/ui/", "src/browser/", "src/journal/indexed_db"],
        "doors to the platform",
    ),
    (
        "lokikirja_export::",
        &["src/ui/"],
        "files are written for the interface",
    ),
    (
        "Idb",
        &["src/journal/indexed_db"],
        "one place for IndexedDB",
    ),
    ("Date::now", &["src/browser/clock.rs"], "one clock"),
    ("Utc::now", &["src/browser/clock.rs"], "one clock"),
    ("Local::now", &["src/browser/clock.rs"], "one clock"),
    ("SystemTime", &["src/browser/clock.rs"], "one clock"),
    ("Instant::now", &["src/browser/clock.rs"], "one clock"),
    ("inner_html", &[], "what somebody typed is never markup"),
    ("outer_html", &[], "what somebody typed is never markup"),
    (
        "insert_adjacent_html",
        &[],
        "what somebody typed is never markup",
    ),
];

fn keeps_things_in_their_place(file: &File) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (word, places, why) in PLACES {
        if !places.iter().any(|place| file.is_in(place)) {
            for line in file.lines_of_code_with(word) {
                found.push((line, format!("`{word}` only in {places:?}: {why}")));
            }
        }
    }
    // Nothing in the gallery leads anywhere else.
    if !file.is_in("src/ui/route.rs") && !file.is_in("src/ui/pages/gallery/") {
        let addresses = file.texts.iter().filter(|text| text.text.starts_with("#/"));
        let finding = "addresses are written by ui/route.rs only";
        found.extend(addresses.map(|text| (text.line, finding.into())));
    }
    // S15: nothing opens a window. One that did would need `rel=noopener`.
    let windows = file.texts.iter().filter(|text| text.text == "_blank");
    found.extend(windows.map(|text| (text.line, "nothing opens a window".into())));
    found
}

#[test]
fn things_stay_in_their_place() {
    let files = files("rs");
    let ours = files.iter().filter(|file| file.is_in("src/"));
    holds(ours, keeps_things_in_their_place);
    for (word, places, _) in PLACES {
        let text = format!("let a = {word}x;");
        sees(
            keeps_things_in_their_place,
            "src/domain/a.rs",
            &text,
            "let a = 1;",
        );
        for place in *places {
            let known = files.iter().any(|file| file.is_in(place));
            assert!(
                known || *place == "src/journal/indexed_db",
                "{place} is no place any more"
            );
        }
    }
    sees(
        keeps_things_in_their_place,
        "src/ui/pages/home.rs",
        "href=\"#/contacts\"",
        "href=Route::Contacts.href() // \"#/contacts\"",
    );
    sees(
        keeps_things_in_their_place,
        "src/ui/pages/home.rs",
        "<a target=\"_blank\" href=page>",
        "<a href=page>",
    );
}
