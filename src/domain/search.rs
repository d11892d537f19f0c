//! Finding by typed text: folding, and matching word by word.

use std::str::Chars;

/// Folds text for searching: lower case, and Latin letters without their marks, so that `aija`
/// finds `Äijä`. Other characters stay.
pub fn fold(text: &str) -> String {
    let mut folded_text = String::with_capacity(text.len());
    folded_text.extend(folded(text));
    folded_text
}

/// As [`fold`], one character after another: nothing is allocated.
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

/// A text to search for, folded and split into words once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted(Vec<String>);

impl Wanted {
    /// What the user typed.
    pub fn new(typed: &str) -> Self {
        Self(fold(typed).split_whitespace().map(str::to_string).collect())
    }

    /// True if nothing is searched for.
    pub fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// True if a folded text holds every word; blank matches everything.
    pub fn is_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word.as_str()))
    }

    /// How good a match is, among those that match: 0 when a word of the folded text begins with
    /// the first word wanted and nothing stands before it, 1 when one does at all, 2 otherwise.
    pub fn rank(&self, folded: &str) -> u8 {
        match self.0.first() {
            Some(first) if folded.starts_with(first.as_str()) => 0,
            Some(first)
                if folded
                    .split_whitespace()
                    .any(|word| word.starts_with(first.as_str())) =>
            {
                1
            }
            Some(_) => 2,
            None => 0,
        }
    }
}
