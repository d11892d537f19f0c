//! Finding by typed text: folding, and matching word by word.

/// Folds text for searching: lower case, and Latin letters without their marks, so that `aija`
/// finds `Äijä`. Other characters stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => folded.push('c'),
            'ď' | 'đ' | 'ð' => folded.push('d'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ğ' | 'ģ' | 'ĝ' | 'ġ' => folded.push('g'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => folded.push('i'),
            'ķ' => folded.push('k'),
            'ĺ' | 'ļ' | 'ľ' | 'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'ŕ' | 'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => folded.push('s'),
            'ţ' | 'ť' | 'ț' => folded.push('t'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'þ' => folded.push_str("th"),
            // What some keyboards and files put behind a letter instead of a marked one.
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
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
