//! Style sheets: layers, tokens and classes.

use super::source::{File, files};
use super::{holds, sees};
use std::collections::BTreeSet;

fn stands_in_its_layer(file: &File) -> Vec<(usize, String)> {
    let rest = without_comments(&file.text);
    let name = file
        .path
        .trim_start_matches("style/")
        .trim_end_matches(".css");
    let layer = if name == "layers" {
        "@layer reset,"
    } else {
        &format!("@layer {name}")
    };
    let mut found = Vec::new();
    // base.css resets first, in a layer of its own.
    let first = if name == "base" {
        "@layer reset"
    } else {
        layer
    };
    if !rest.trim_start().starts_with(first) || !rest.contains(layer) {
        found.push((1, format!("wraps itself in `{layer}`")));
    }
    for (line, n) in rest.lines().zip(1..) {
        if line.contains("!important") && !line.contains("[hidden]") {
            found.push((n, "`!important`: layers settle the order".into()));
        }
        if line.contains("url(http") || line.contains("@import") {
            found.push((n, "nothing from elsewhere".into()));
        }
    }
    found
}

#[test]
fn each_style_sheet_stands_in_its_layer() {
    holds(&files("css"), stands_in_its_layer);
    let good = "/* What. */\n@layer parts {\n}";
    sees(stands_in_its_layer, "style/parts.css", ".a {}", good);
    sees(
        stands_in_its_layer,
        "style/parts.css",
        "@layer parts { a: b !important; }",
        good,
    );
}

/// Every `--token` that is used is defined, and every one that is defined is used.
#[test]
fn tokens_used_are_defined_and_tokens_defined_are_used() {
    let sheets = files("css");
    let (mut defined, mut used) = (BTreeSet::new(), BTreeSet::new());
    for sheet in &sheets {
        let text = without_comments(&sheet.text);
        for (token, rest) in tokens(&text) {
            let is_definition = rest.trim_start().starts_with(':');
            if is_definition {
                &mut defined
            } else {
                &mut used
            }
            .insert(token);
        }
    }
    // Code sets a few for the style sheets, such as the height of a list, and reads a few.
    for file in files("rs").iter().filter(|file| file.is_in("src/ui/")) {
        for (token, _) in tokens(&file.text) {
            defined.insert(token.clone());
            used.insert(token);
        }
    }
    assert!(defined.len() > 40, "tokens are found: {defined:?}");
    let undefined: Vec<_> = used.difference(&defined).collect();
    assert!(undefined.is_empty(), "used, but not defined: {undefined:?}");
    let unused: Vec<_> = defined.difference(&used).collect();
    assert!(unused.is_empty(), "defined, but not used: {unused:?}");
}

/// Raw values (`--teal-60`, `#0b5d66`) stand in tokens.css only; everything else uses meanings.
fn uses_meanings_only(file: &File) -> Vec<(usize, String)> {
    let text = without_comments(&file.text);
    let mut found = Vec::new();
    for (line, n) in text.lines().zip(1..) {
        for (token, _) in tokens(line) {
            let (name, number) = token.rsplit_once('-').unwrap_or_default();
            let is_raw = [
                "sand", "slate", "night", "mist", "teal", "aqua", "green", "amber", "red",
            ]
            .iter()
            .any(|hue| name == format!("--{hue}"));
            if is_raw && number.chars().all(|c| c.is_ascii_digit()) {
                found.push((n, format!("{token} is a raw value: use a meaning")));
            }
        }
        let hex = |c: char| c.is_ascii_hexdigit();
        let colour = line.split('#').skip(1).any(|rest| {
            let digits = rest.chars().take_while(|c| hex(*c)).count();
            let ends = !rest[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
            matches!(digits, 3 | 4 | 6 | 8) && ends
        });
        if colour && !line.trim_start().starts_with('#') {
            found.push((n, "a colour: use a token".into()));
        }
    }
    found
}

#[test]
fn raw_values_stand_in_the_tokens_only() {
    let sheets = files("css");
    let others = sheets.iter().filter(|file| !file.is_in("style/tokens.css"));
    let others = others.filter(|file| !file.is_in("style/print.css"));
    holds(others, uses_meanings_only);
    let good = ".a { color: var(--color-ink); }";
    sees(
        uses_meanings_only,
        "style/a.css",
        ".a { color: var(--teal-60); }",
        good,
    );
    sees(
        uses_meanings_only,
        "style/a.css",
        ".a { color: #fff; }",
        good,
    );
}

/// Every class that has a style is given to something.
#[test]
fn every_class_is_used() {
    let index = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/index.html"));
    let mut code = index.expect("index.html is there");
    for file in files("rs").iter().filter(|file| file.is_in("src/")) {
        code += &file.text;
    }
    let words: BTreeSet<&str> = code
        .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
        .collect();
    let mut unused = BTreeSet::new();
    for sheet in files("css") {
        unused.extend(
            classes(&without_comments(&sheet.text))
                .into_iter()
                .filter(|class| !words.contains(&**class)),
        );
    }
    assert!(
        unused.is_empty(),
        "styled, but given to nothing: {unused:?}"
    );
}

fn without_comments(css: &str) -> String {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        text += before;
        text.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    text + rest
}

/// Names that begin with `--`, each with the text after it.
fn tokens(text: &str) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("--") {
        let begins = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        let rest = &text[at + 2..];
        let n = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
            .unwrap_or(rest.len());
        if begins && rest.starts_with(|c: char| c.is_ascii_lowercase()) {
            found.push((text[at..at + 2 + n].to_owned(), &rest[n..]));
        }
    }
    found
}

/// Class names in selectors.
fn classes(css: &str) -> Vec<String> {
    let mut found = Vec::new();
    for selector in css.split(['{', '}', ';']).filter(|part| part.contains('.')) {
        for rest in selector.split('.').skip(1) {
            let n = rest
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
                .unwrap_or(rest.len());
            if rest.starts_with(|c: char| c.is_ascii_lowercase()) {
                found.push(rest[..n].to_owned());
            }
        }
    }
    found
}
