//! No English or Finnish outside `language`: what can be read from a text in the interface's code.
//!
//! Found are texts with letters where a screen or a screen reader would say them: right after a tag
//! or in an attribute that is read out, sentences anywhere, and letters beyond English. Not found is
//! a single English word that reaches the screen through a variable.

use super::source::{File, Text, files};
use super::{holds, sees};

/// Attributes that are read out or shown.
const SPOKEN: &[&str] = &[
    " aria-label=",
    " title=",
    " placeholder=",
    " alt=",
    " label=",
    " hint=",
];

/// Code after which a text is for the developer, or for the browser, or a list of classes.
const UNSPOKEN: &[&str] = &[
    "class=",
    "expect(",
    "panic!(",
    "reason =",
    "unreachable!(",
    "d=",
];

fn says_nothing_itself(file: &File) -> Vec<(usize, String)> {
    let spoken = file.texts.iter().filter(|text| is_spoken(text, file));
    spoken
        .map(|text| {
            (
                text.line,
                format!("{:?} belongs to src/language", text.text),
            )
        })
        .collect()
}

fn is_spoken(text: &Text, file: &File) -> bool {
    let after = |words: &[&str]| words.iter().any(|word| text.before.ends_with(word));
    let line = file.code.lines().nth(text.line - 1).unwrap_or_default();
    let is_selector = text.text.starts_with(['.', '(']) || text.text.contains(":not(");
    if after(UNSPOKEN) || line.contains("assert") || is_selector {
        return false;
    }
    let words: Vec<&str> = text
        .text
        .split_whitespace()
        .filter(|w| is_word(w))
        .collect();
    let is_sentence =
        words.len() > 1 && words.iter().any(|word| !is_class(word) || word.len() > 24);
    let is_foreign = text
        .text
        .chars()
        .any(|c| c.is_alphabetic() && !c.is_ascii());
    is_foreign || is_sentence || (!words.is_empty() && (after(SPOKEN) || is_after_tag(text)))
}

/// Names of keys are the same in every language.
const KEYS: &[&str] = &["Ctrl", "Alt", "Shift", "Enter", "Esc", "Tab"];

/// Two letters at least: not `px`-less paths and keys such as `M4 6h16`. The values of a format,
/// such as `{label}: {date}`, are none.
fn is_word(word: &str) -> bool {
    if word.contains(['{', '(']) {
        return false;
    }
    let word = word.trim_matches(|c: char| c.is_ascii_punctuation());
    word.chars().count() > 1
        && !KEYS.contains(&word)
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
}

fn is_class(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
}

fn is_after_tag(text: &Text) -> bool {
    text.before.ends_with('>') && !text.before.ends_with("=>") && !text.before.ends_with("->")
}

#[test]
fn the_interface_says_nothing_itself() {
    let files = files("rs");
    // The gallery's sample records are made up there.
    let interface = files
        .iter()
        .filter(|file| file.is_in("src/ui/") && !file.is_in("src/ui/pages/gallery/"));
    holds(interface, says_nothing_itself);
    for bad in [
        "view! { <h1>\"Contacts\"</h1> }",
        "let a = \"Nothing to see here\";",
        "let a = \"myyjä\";",
        "<input placeholder=\"search\"/>",
        "<Button label=\"Save\"/>",
    ] {
        let good = "<p class=\"wide row\">\"–\"</p>; a.expect(\"It is there\"); b => \"enter\"; \
            <kbd>\"Ctrl K\"</kbd>; format!(\"{label}: {date}\")";
        sees(says_nothing_itself, "src/ui/a.rs", bad, good);
    }
}
