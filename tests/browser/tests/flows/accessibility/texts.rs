//! Words of the other language. What each language says is read from its own files, so that a new
//! text is known at once; what is in both, such as “OK”, belongs to neither.

use lokikirja::language::Lang;
use lokikirja_browser_tests::Browser;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What a company is given at its start, and the names of other languages: data, in its language.
const DATA: [&str; 1] = ["starter.rs"];
/// Parts of sentences, between what is filled in, are told apart from this many letters on.
const LEAST_PART: usize = 12;

/// All that is read: text, and what is said or shown in its place. What is marked as being in another
/// language is.
const READ: &str = "
    const own = document.documentElement.lang;
    const read = new Set();
    const inOwn = (e) => e.closest('[lang]')?.lang === own;
    const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const e = walk.currentNode.parentElement;
        if (inOwn(e) && e.checkVisibility({ visibilityProperty: true })) read.add(walk.currentNode.data);
    }
    for (const e of document.querySelectorAll('[aria-label], [title], [placeholder], [alt], [aria-description], [aria-roledescription]')) {
        if (!inOwn(e) || !e.checkVisibility({ visibilityProperty: true })) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription']) {
            if (e.hasAttribute(name)) read.add(e.getAttribute(name));
        }
    }
    for (const e of document.querySelectorAll('input, textarea, button')) {
        for (const id of (e.getAttribute('aria-describedby') ?? '').split(/\\s+/)) read.add(document.getElementById(id)?.textContent ?? '');
    }
    read.add(document.title);
    return [...read];";

/// What only the other language says.
pub struct Foreign {
    whole: BTreeSet<String>,
    parts: Vec<String>,
}

impl Foreign {
    /// What is foreign to a language.
    pub fn to(lang: Lang) -> Foreign {
        let other = match lang {
            Lang::En => Lang::Fi,
            Lang::Fi => Lang::En,
        };
        let (own, others) = (said(lang), said(other));
        let parts = others.difference(&own).filter(|text| {
            text.chars().count() >= LEAST_PART
                && text.contains(' ')
                && !own.iter().any(|o| o.contains(*text))
        });
        Foreign {
            parts: parts.cloned().collect(),
            whole: others.difference(&own).cloned().collect(),
        }
    }

    /// What of it is on the page.
    pub async fn found_in(&self, browser: &Browser) -> Vec<String> {
        let read = browser.script(READ, Vec::new()).await;
        let read = read.as_array().cloned().unwrap_or_default();
        let read: Vec<String> = read
            .iter()
            .filter_map(Value::as_str)
            .map(one_spaced)
            .collect();
        assert!(read.len() > 3, "the page says next to nothing: {read:?}");
        let foreign = read.iter().filter(|text| self.is_foreign(text));
        foreign
            .map(|text| format!("of the other language: {text:?}"))
            .collect()
    }

    fn is_foreign(&self, text: &str) -> bool {
        self.whole.contains(text) || self.parts.iter().any(|part| text.contains(part.as_str()))
    }
}

fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts of a language, each between two blanks to be filled in for itself.
fn said(lang: Lang) -> BTreeSet<String> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/language"));
    let mut files = vec![root.join(lang.tag()).with_extension("rs")];
    let folder = fs::read_dir(root.join(lang.tag())).expect("each language has a folder");
    files.extend(folder.map(|entry| entry.expect("it can be listed").path()));
    let is_data = |file: &Path| DATA.iter().any(|name| file.ends_with(name));
    let mut said = BTreeSet::new();
    for file in files.iter().filter(|file| !is_data(file)) {
        let code = fs::read_to_string(file).expect("the files of a language are text");
        said.extend(literals(&code));
    }
    assert!(said.len() > 200, "{lang:?} says only {} things", said.len());
    said
}

/// What stands between quotes in code, cut where something is filled in.
fn literals(code: &str) -> Vec<String> {
    let lines = code.lines().map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.starts_with("//")).collect();
    // A text may go on in the next line.
    let code = lines.join("\n").replace("\\\n", "");
    let mut found = Vec::new();
    for text in code.split('"').skip(1).step_by(2) {
        let parts = text.split(['{', '}']).step_by(2).map(one_spaced);
        let is_word = |part: &String| part.chars().filter(|c| c.is_alphabetic()).count() > 2;
        found.extend(parts.filter(is_word));
    }
    found
}

#[test]
fn each_language_is_foreign_to_the_other() {
    let english = Foreign::to(Lang::En);
    assert!(english.is_foreign("Kontaktit"));
    assert!(english.is_foreign("Viimeistelläänkö vuorovaikutus myöhemmin?"));
    assert!(!english.is_foreign("Contacts") && !english.is_foreign("OK"));
    assert!(Foreign::to(Lang::Fi).is_foreign("Finish this interaction later?"));
}
