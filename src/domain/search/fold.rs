//! Folding: what of a text counts when it is searched.

use std::str::Chars;

/// Folds a text for being searched, line by line: [`bare`], and, where that took marks away, on a
/// line of its own [`lowered`] too. A word without marks is thus found in either, one with marks
/// only where the text has them.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 1);
    fold_to(&mut folded, text);
    folded
}

/// Adds to a text what [`fold`] makes of another.
pub fn fold_to(to: &mut String, text: &str) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            to.push('\n');
        }
        let start = to.len();
        if line.is_ascii() {
            to.push_str(line);
            to[start..].make_ascii_lowercase();
            continue;
        }
        to.extend(folded(line));
        let end = to.len();
        to.push('\n');
        lower_to(to, line);
        if to[start..end] == to[end + 1..] {
            to.truncate(end);
        }
    }
}

/// A text without line breaks, folded once to be a part of many ([`TextIndex::push_joined`](super::TextIndex::push_joined)).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoldedText {
    pub(super) bare: Box<str>,
    /// Where it has marks.
    pub(super) lowered: Option<Box<str>>,
}

impl FoldedText {
    /// Folds a text.
    pub fn new(text: &str) -> Self {
        let bare = bare(text);
        let lowered = (!text.is_ascii()).then(|| lowered(text));
        Self {
            lowered: lowered.filter(|it| *it != bare).map(String::into_boxed_str),
            bare: bare.into_boxed_str(),
        }
    }

    pub(super) fn lowered(&self) -> &str {
        self.lowered.as_ref().unwrap_or(&self.bare)
    }
}

/// Lower case, and Latin letters without their marks: `Äijä` becomes `aija`. Other characters stay.
pub fn bare(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut bare = String::with_capacity(text.len());
    bare.extend(folded(text));
    bare
}

/// As [`bare`], one character after another: nothing is allocated.
pub fn folded(text: &str) -> Folded<'_> {
    Folded {
        chars: text.chars(),
        second: None,
    }
}

/// The characters of a text, folded.
#[derive(Clone, Debug)]
pub struct Folded<'a> {
    chars: Chars<'a>,
    /// The second letter of one that folds to two.
    second: Option<char>,
}

impl Iterator for Folded<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if let Some(second) = self.second.take() {
            return Some(second);
        }
        loop {
            let c = self.chars.next()?;
            if c.is_ascii() {
                return Some(c.to_ascii_lowercase());
            }
            // The one letter whose lower case is two characters is İ, and its second is a mark.
            let lower = c.to_lowercase().next().unwrap_or(c);
            let (first, second) = match lower {
                'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => ('a', None),
                'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => ('c', None),
                'ď' | 'đ' | 'ð' => ('d', None),
                'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => ('e', None),
                'ğ' | 'ģ' | 'ĝ' | 'ġ' => ('g', None),
                'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => ('i', None),
                'ķ' => ('k', None),
                'ĺ' | 'ļ' | 'ľ' | 'ł' => ('l', None),
                'ñ' | 'ń' | 'ņ' | 'ň' => ('n', None),
                'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => ('o', None),
                'ŕ' | 'ř' => ('r', None),
                'ś' | 'š' | 'ş' | 'ș' => ('s', None),
                'ţ' | 'ť' | 'ț' => ('t', None),
                'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => ('u', None),
                'ý' | 'ÿ' => ('y', None),
                'ź' | 'ż' | 'ž' => ('z', None),
                'æ' => ('a', Some('e')),
                'œ' => ('o', Some('e')),
                'ß' => ('s', Some('s')),
                'þ' => ('t', Some('h')),
                // What some keyboards and files put behind a letter instead of a marked one.
                '\u{300}'..='\u{36f}' => continue,
                other => (other, None),
            };
            self.second = second;
            return Some(first);
        }
    }
}

/// Lower case, each marked letter as one character however it was put in: a file or a keyboard may
/// have written the mark behind the letter. A mark that no letter of the table takes is dropped.
pub fn lowered(text: &str) -> String {
    let mut lowered = String::with_capacity(text.len());
    lower_to(&mut lowered, text);
    lowered
}

/// Adds to a text, at the beginning of a line, what [`lowered`] makes of another.
fn lower_to(to: &mut String, text: &str) {
    for c in text.chars() {
        // Without the tables of Unicode where there is no need of them: they take most of the time
        // otherwise.
        if c.is_ascii() {
            to.push(c.to_ascii_lowercase());
        } else {
            c.to_lowercase().for_each(|c| add_letter(to, c));
        }
    }
}

/// Adds a letter in lower case, or puts a mark on the one before.
fn add_letter(to: &mut String, c: char) {
    if !matches!(c, '\u{300}'..='\u{36f}') {
        to.push(c);
    } else if let Some(whole) = to.chars().next_back().and_then(|l| marked(l, c)) {
        to.pop();
        to.push(whole);
    }
}

/// A letter with a combining mark behind it, as one character.
fn marked(letter: char, mark: char) -> Option<char> {
    let (letters, whole) = match mark {
        '\u{300}' => ("aeiou", "àèìòù"),
        '\u{301}' => ("aeiouycnsz", "áéíóúýćńśź"),
        '\u{302}' => ("aeiou", "âêîôû"),
        '\u{303}' => ("aon", "ãõñ"),
        '\u{308}' => ("aeiouy", "äëïöüÿ"),
        '\u{30a}' => ("au", "åů"),
        '\u{30c}' => ("cdenrstz", "čďěňřšťž"),
        _ => return None,
    };
    let at = letters.chars().position(|each| each == letter)?;
    whole.chars().nth(at)
}
