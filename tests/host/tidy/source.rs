//! The files, and Rust code taken apart just far enough: code, comments and texts.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project.
pub struct File {
    /// Its path from the project's folder, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
    /// The same with comments and texts blanked; every line and column is where it was.
    pub code: String,
    /// The texts in it that are not comments.
    pub texts: Vec<Text>,
}

/// A text (string literal) in Rust code.
pub struct Text {
    /// What it says, as it is written.
    pub text: String,
    /// The line it begins on.
    pub line: usize,
    /// The code before it, its last 60 characters, without blanks at the end.
    pub before: String,
}

/// All files of a kind that belong to the project: those under `export`, `src`, `style`, `tests`, `xtask`.
pub fn files(extension: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["export", "src", "style", "tests", "xtask"] {
        collect(&root.join(folder), extension, &mut paths);
    }
    paths.sort();
    let files = paths.into_iter().map(|path| {
        let text = fs::read_to_string(&path).expect("files of the project are text");
        let path = path.strip_prefix(root).expect("it lies under the root");
        File::new(&path.to_string_lossy().replace('\\', "/"), &text)
    });
    let files: Vec<File> = files.collect();
    assert!(!files.is_empty(), "no .{extension} file found");
    files
}

fn collect(folder: &Path, extension: &str, paths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("the folder is there");
    for entry in entries {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            if !path.ends_with("target") {
                collect(&path, extension, paths);
            }
        } else if path.extension().is_some_and(|e| e == extension) {
            paths.push(path);
        }
    }
}

impl File {
    /// A file from its path and text.
    pub fn new(path: &str, text: &str) -> Self {
        let (code, texts) = if path.ends_with(".rs") {
            take_apart(text)
        } else {
            (text.to_owned(), Vec::new())
        };
        Self {
            path: path.into(),
            text: text.into(),
            code,
            texts,
        }
    }

    /// True if the path begins so.
    pub fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// The numbers of the lines whose code has this.
    pub fn lines_of_code_with(&self, wanted: &str) -> Vec<usize> {
        lines_with(&self.code, wanted)
    }
}

/// The numbers of the lines that have this.
pub fn lines_with(code: &str, wanted: &str) -> Vec<usize> {
    let lines = code.lines().zip(1..);
    lines
        .filter(|(line, _)| line.contains(wanted))
        .map(|(_, n)| n)
        .collect()
}

/// Blanks comments and texts, and gives the texts. Knows line and block comments, plain, byte and raw
/// texts, and characters; that is all that stands in the way of reading code line by line.
fn take_apart(text: &str) -> (String, Vec<Text>) {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut texts = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let end = match chars[i] {
            '/' if chars.get(i + 1) == Some(&'/') => line_end(&chars, i),
            '/' if chars.get(i + 1) == Some(&'*') => comment_end(&chars, i),
            '"' => text_end(&chars, i),
            'r' if begins_raw_text(&chars, i) => raw_text_end(&chars, i),
            '\'' => char_end(&chars, i),
            _ => i,
        };
        if end == i {
            code.push(chars[i]);
            i += 1;
            continue;
        }
        if matches!(chars[i], '"' | 'r') {
            let written: String = chars[i..end].iter().collect();
            let before: Vec<char> = code.trim_end().chars().rev().take(60).collect();
            texts.push(Text {
                text: inside(&written).to_owned(),
                line: code.matches('\n').count() + 1,
                before: before.into_iter().rev().collect(),
            });
        }
        code.extend(
            chars[i..end]
                .iter()
                .map(|c| if *c == '\n' { '\n' } else { ' ' }),
        );
        i = end;
    }
    (code, texts)
}

/// What stands between the quotes.
fn inside(written: &str) -> &str {
    let raw = written.strip_prefix('r');
    let written = raw.map_or(written, |raw| raw.trim_matches('#'));
    let open = written.strip_prefix('"').unwrap_or(written);
    open.strip_suffix('"').unwrap_or(open)
}

fn line_end(chars: &[char], from: usize) -> usize {
    let rest = chars[from..].iter();
    from + rest.take_while(|c| **c != '\n').count()
}

fn comment_end(chars: &[char], from: usize) -> usize {
    let mut depth = 0;
    let mut i = from;
    while i + 1 < chars.len() {
        match (chars[i], chars[i + 1]) {
            ('/', '*') => (depth, i) = (depth + 1, i + 2),
            ('*', '/') => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
        if depth == 0 {
            return i;
        }
    }
    chars.len()
}

fn text_end(chars: &[char], from: usize) -> usize {
    let mut i = from + 1;
    while i < chars.len() && chars[i] != '"' {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    (i + 1).min(chars.len())
}

fn begins_raw_text(chars: &[char], at: usize) -> bool {
    let in_word = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
    let in_byte_text = at > 0 && chars[at - 1] == 'b';
    let after = chars[at + 1..].iter().find(|c| **c != '#');
    (!in_word || in_byte_text) && after == Some(&'"')
}

fn raw_text_end(chars: &[char], from: usize) -> usize {
    let hashes = chars[from + 1..].iter().take_while(|c| **c == '#').count();
    let mut i = from + hashes + 2;
    while i < chars.len() {
        let closing = chars[i + 1..].iter().take(hashes);
        if chars[i] == '"' && closing.filter(|c| **c == '#').count() == hashes {
            return i + 1 + hashes;
        }
        i += 1;
    }
    chars.len()
}

/// The end of a character such as `'"'`; a lifetime has none.
fn char_end(chars: &[char], from: usize) -> usize {
    match (chars.get(from + 1), chars.get(from + 2)) {
        (Some('\\'), _) => {
            let rest = chars[from + 3..].iter();
            from + 4 + rest.take_while(|c| **c != '\'').count()
        }
        (Some(_), Some('\'')) => from + 3,
        _ => from,
    }
}

#[test]
fn code_is_told_from_comments_texts_and_characters() {
    let text = "let a: &'a str = \"x // \\\" y\"; // \"c\"\nlet b = '\"'; /* \" /* */ \" */ r#\"d\"e\"#; '\\'' f";
    let file = File::new("a.rs", text);
    let words: Vec<&str> = file.code.split_whitespace().collect();
    assert_eq!(words.join(" "), "let a: &'a str = ; let b = ; ; f");
    let texts: Vec<(&str, usize)> = file.texts.iter().map(|t| (&*t.text, t.line)).collect();
    assert_eq!(texts, [("x // \\\" y", 1), ("d\"e", 2)]);
    assert_eq!(file.code.chars().count(), text.chars().count());
}
