//! Alphabetical order as numbers: compares texts by a language once, then by where they stand.
//!
//! Only the browser knows how a language sorts, and asking it is slow: sorting 100,000 names by
//! asking for each pair takes seconds. So names are put in order in one go and remembered by their
//! places, and a list sorts by places.

use super::Lang;
use crate::domain::search::folded;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

/// Texts nearly in the order of a language, by rules of our own: letters without case and marks, in
/// Finnish with å, ä and ö after z.
///
/// Browsers sort what is nearly in order many times faster than what is not, because they look for rows
/// that already stand right; and asking how a language compares is what takes the time.
pub fn roughly_sorted(lang: Lang, texts: &[Arc<str>]) -> Vec<Arc<str>> {
    let mut sorted = texts.to_vec();
    sorted.sort_by_cached_key(|text| rough_key(lang, text));
    sorted
}

fn rough_key(lang: Lang, text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        // What stands behind z in ASCII.
        let own = match (lang, c) {
            (Lang::Fi, 'å' | 'Å') => '{',
            (Lang::Fi, 'ä' | 'Ä' | 'æ' | 'Æ') => '|',
            (Lang::Fi, 'ö' | 'Ö' | 'ø' | 'Ø') => '}',
            _ => {
                let mut bytes = [0; 4];
                key.extend(folded(c.encode_utf8(&mut bytes)));
                continue;
            }
        };
        key.push(own);
    }
    key
}

/// How a language orders texts.
pub trait Collation {
    /// Compares two texts.
    fn compare(&self, a: &str, b: &str) -> Ordering;
    /// Puts texts in order, all in one go.
    fn sort(&self, texts: &[Arc<str>]) -> Vec<Arc<str>>;
}

/// So many new texts are put in their places one by one; more are sorted together with the rest.
const MAX_INSERTED: usize = 100;
/// The room left between two texts for those that come later.
const STEP: u64 = 1 << 32;

/// Texts with their places in the alphabet.
#[derive(Clone, Debug, Default)]
pub struct Ranks {
    sorted: Vec<Arc<str>>,
    places: HashMap<Arc<str>, u64>,
}

impl Ranks {
    /// Learns the places of texts, as far as they are new.
    ///
    /// Texts that are no longer among them are forgotten once they are more than half.
    pub fn learn(&mut self, texts: &[&str], collation: &dyn Collation) {
        if self.sorted.len() > 2 * texts.len() + MAX_INSERTED {
            *self = Self::default();
        }
        let mut new: Vec<Arc<str>> = Vec::new();
        for text in texts {
            if !self.places.contains_key(*text) {
                let text: Arc<str> = (*text).into();
                // Stands there at once, so that a second one is no longer new.
                self.places.insert(text.clone(), 0);
                new.push(text);
            }
        }
        if new.len() > MAX_INSERTED {
            self.sorted.append(&mut new);
            self.sorted = collation.sort(&self.sorted);
            self.spread();
        } else {
            for text in new {
                self.insert(text, collation);
            }
        }
    }

    /// Where a text stands; 0 for one that was not learnt.
    pub fn place(&self, text: &str) -> u64 {
        self.places.get(text).copied().unwrap_or_default()
    }

    fn insert(&mut self, text: Arc<str>, collation: &dyn Collation) {
        let at = self
            .sorted
            .partition_point(|known| collation.compare(known, &text) != Ordering::Greater);
        let before = at.checked_sub(1).map_or(0, |at| self.place_at(at));
        let after = match self.sorted.get(at) {
            Some(_) => self.place_at(at),
            None => before + 2 * STEP,
        };
        self.sorted.insert(at, text.clone());
        let middle = before + (after - before) / 2;
        if middle == before {
            self.spread();
        } else {
            self.places.insert(text, middle);
        }
    }

    fn place_at(&self, at: usize) -> u64 {
        self.place(&self.sorted[at])
    }

    /// Gives all texts places with room between them.
    fn spread(&mut self) {
        for (at, text) in (1..).zip(&self.sorted) {
            self.places.insert(text.clone(), at * STEP);
        }
    }
}
