//! Any number of texts in one piece of memory, so that a search is one pass over it.

use super::typo::{edits_allowed, edits_to_start, letters};
use super::{Fit, FoldedText, How, Rank, Wanted, fold_to};
use memchr::memmem::Finder;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// Typos are forgiven where fewer than this are found without.
pub const FEW: usize = 5;

/// Where more than this are found, by a letter or two, those are ranked that begin with what was
/// typed, if they are enough: ranking each of 100,000 would be felt at every key.
pub const MANY: usize = 5_000;

/// Texts to be found in, each by its place: 0, 1, 2 …
///
/// A text has a head (the name and the number that people call it by) and the rest. Both are
/// searched; only words of the head can be found exactly, by their beginning, or in spite of a typo.
#[derive(Clone, Debug, Default)]
pub struct TextIndex {
    /// Heads and rests, folded, each ended by a line break, which no word holds.
    text: String,
    entries: Vec<Entry>,
    /// The words of the heads, collected when a typo is first forgiven.
    words: OnceLock<Words>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    start: u32,
    head_end: u32,
}

/// Each word of the heads once, for few words are many people's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Words {
    /// Where each word stands first, how long it is, and the letters it has.
    words: Vec<(u32, u32, u32)>,
    /// The numbers of the words of each head, one head after the other.
    of_heads: Vec<u32>,
    /// Where the words of each head end there.
    ends: Vec<u32>,
}

/// A text that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// How good a find it is.
    pub rank: Rank,
    /// Its place in the index: equally good ones come in its order.
    pub place: u32,
}

impl TextIndex {
    /// Room for so many texts of the usual length.
    pub fn with_capacity(n: usize) -> Self {
        Self {
            text: String::with_capacity(n * 64),
            entries: Vec::with_capacity(n),
            words: OnceLock::new(),
        }
    }

    /// Adds a text as it is written.
    pub fn push(&mut self, head: &str, rest: &str) {
        let start = self.text.len();
        fold_to(&mut self.text, head);
        let head_end = self.text.len();
        self.text.push('\n');
        if !rest.is_empty() {
            fold_to(&mut self.text, rest);
            self.text.push('\n');
        }
        self.enter(start, head_end);
    }

    /// Adds a text of several parts, all of it its head, as they stand one behind the other with spaces in between.
    pub fn push_joined<'p>(&mut self, parts: impl Iterator<Item = &'p FoldedText> + Clone) {
        let start = self.text.len();
        self.join(parts.clone().map(|part| &*part.bare));
        let mut head_end = self.text.len();
        self.text.push('\n');
        if parts.clone().any(|part| part.lowered.is_some()) {
            self.join(parts.map(FoldedText::lowered));
            head_end = self.text.len();
            self.text.push('\n');
        }
        self.enter(start, head_end);
    }

    fn join<'p>(&mut self, parts: impl Iterator<Item = &'p str>) {
        for (at, part) in parts.enumerate() {
            if at > 0 {
                self.text.push(' ');
            }
            self.text.push_str(part);
        }
    }

    /// Adds the text at a place of another index.
    ///
    /// # Panics
    /// When `other` has no such place.
    pub fn push_from(&mut self, other: &Self, place: u32) {
        let entry = other.entries[place as usize];
        let start = self.text.len();
        let head_end = start + (entry.head_end - entry.start) as usize;
        self.text.push_str(other.whole(place));
        self.enter(start, head_end);
    }

    fn enter(&mut self, start: usize, head_end: usize) {
        let offset = |at| u32::try_from(at).expect("four gigabytes of names do not fit a browser");
        self.entries.push(Entry {
            start: offset(start),
            head_end: offset(head_end),
        });
        self.words.take();
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// True if the text at a place holds every word with the marks typed.
    pub fn holds(&self, place: u32, wanted: &Wanted) -> bool {
        wanted.is_in(self.whole(place))
    }

    /// The places, ascending, of the texts that hold every word: with the marks typed, or, where
    /// that finds none, without.
    pub fn find(&self, wanted: &Wanted) -> Vec<u32> {
        self.find_among(&self.holding(wanted), wanted)
    }

    /// [`TextIndex::find`] among the places that hold every word, marks aside.
    fn find_among(&self, holding: &[u32], wanted: &Wanted) -> Vec<u32> {
        let places = holding.iter().copied();
        if !wanted.has_marks() {
            return places.collect();
        }
        let strict: Vec<u32> = places.filter(|place| self.holds(*place, wanted)).collect();
        if strict.is_empty() {
            holding.to_vec()
        } else {
            strict
        }
    }

    /// The best `n` of the texts for which `may` is true, best first, by [`Rank`], then by place.
    /// Where fewer than [`FEW`] hold what was typed, those come after that hold something like it.
    pub fn best(&self, wanted: &Wanted, n: usize, may: impl Fn(u32) -> bool) -> Vec<Hit> {
        self.best_of(&self.holding(wanted), wanted, n, may)
    }

    /// [`TextIndex::best`] among the places that hold every word, marks aside.
    fn best_of(
        &self,
        holding: &[u32],
        wanted: &Wanted,
        n: usize,
        may: impl Fn(u32) -> bool,
    ) -> Vec<Hit> {
        let hit = |place: u32| Hit {
            rank: self.rank(place, wanted),
            place,
        };
        let leading = self.leading(holding, wanted, &may);
        let mut hits: Vec<Hit> = if leading.len() >= n && n > 0 {
            leading.into_iter().map(hit).collect()
        } else {
            let allowed = holding.iter().copied().filter(|place| may(*place));
            allowed.map(hit).collect()
        };
        if hits.len() < FEW.min(n) {
            hits.extend(self.typos(wanted).into_iter().filter(|hit| {
                let known = holding.binary_search(&hit.place).is_ok();
                !known && may(hit.place)
            }));
        }
        if hits.len() > n && n > 0 {
            hits.select_nth_unstable(n - 1);
        }
        hits.truncate(n);
        hits.sort_unstable();
        hits
    }

    /// Of [`MANY`] places those whose head begins with the first word; none of fewer.
    fn leading(&self, holding: &[u32], wanted: &Wanted, may: impl Fn(u32) -> bool) -> Vec<u32> {
        let Some(first) = wanted.0.first().filter(|_| holding.len() > MANY) else {
            return Vec::new();
        };
        let begins = |place: &u32| self.whole(*place).starts_with(first.bare.as_str());
        let places = holding.iter().copied();
        places
            .filter(|place| begins(place) && may(*place))
            .collect()
    }

    /// The places, ascending, of the texts that hold every word, whatever marks were typed.
    fn holding(&self, wanted: &Wanted) -> Vec<u32> {
        let Some(longest) = wanted.longest() else {
            return (0..).take(self.len()).collect();
        };
        let mut found = self.with_word(longest);
        if wanted.0.len() > 1 {
            found.retain(|place| wanted.is_in_without_marks(self.whole(*place)));
        }
        found
    }

    /// The places, ascending, of the texts that hold a word without marks.
    fn with_word(&self, word: &str) -> Vec<u32> {
        let finder = Finder::new(word);
        let bytes = self.text.as_bytes();
        let mut found = Vec::new();
        let (mut from, mut place) = (0, 0_u32);
        while let Some(at) = finder.find(&bytes[from..]) {
            while self.end(place) <= from + at {
                place += 1;
            }
            found.push(place);
            from = self.end(place);
        }
        found
    }

    /// Where the text at a place ends, with its line break.
    fn end(&self, place: u32) -> usize {
        let next = self.entries.get(place as usize + 1);
        next.map_or(self.text.len(), |entry| entry.start as usize)
    }

    fn whole(&self, place: u32) -> &str {
        &self.text[self.entries[place as usize].start as usize..self.end(place)]
    }

    fn head(&self, entry: Entry) -> &str {
        &self.text[entry.start as usize..entry.head_end as usize]
    }

    /// The rank of a text that holds every word, marks aside.
    fn rank(&self, place: u32, wanted: &Wanted) -> Rank {
        let entry = self.entries[place as usize];
        let head = self.head(entry);
        let as_typed = !wanted.has_marks() || self.holds(place, wanted);
        let mut fit = Fit::Exact;
        let mut later = false;
        for (at, word) in wanted.0.iter().enumerate() {
            let wanted = if as_typed { word.strict() } else { &word.bare };
            fit = fit.max(fit_in(head, wanted));
            later |= at == 0 && !begins_with(head, wanted);
        }
        let how = if as_typed {
            How::AsTyped
        } else {
            How::WithoutMarks
        };
        Rank {
            how,
            fit,
            later,
            // With nothing typed all are equally good.
            length: if wanted.is_blank() {
                0
            } else {
                entry.head_end - entry.start
            },
        }
    }

    /// The texts in which each word stands, or begins a word of the head but for the edits it may
    /// have. Also those without a typo.
    fn typos(&self, wanted: &Wanted) -> Vec<Hit> {
        let typed = wanted.0.iter().map(|word| &*word.bare);
        let typed: Vec<(&str, u8)> = typed.map(|word| (word, edits_allowed(word))).collect();
        // Nothing is forgiven: then nothing more is found.
        if typed.iter().all(|(_, most)| *most == 0) {
            return Vec::new();
        }
        let words = self.words.get_or_init(|| self.collect_words());
        // The edits of each word of the heads, for each word typed.
        let edits: Vec<Vec<Option<u8>>> = typed
            .iter()
            .map(|(typed, most)| self.edits(words, typed, *most))
            .collect();
        // Of several words typed, some may stand somewhere as they are; one alone would be known.
        let standing: Vec<Vec<u32>> = match wanted.0.as_slice() {
            [_] => vec![Vec::new()],
            several => several
                .iter()
                .map(|word| self.with_word(&word.bare))
                .collect(),
        };
        let mut hits = Vec::new();
        let mut start = 0;
        for ((place, entry), end) in (0_u32..).zip(&self.entries).zip(&words.ends) {
            let of_head = &words.of_heads[start..*end as usize];
            start = *end as usize;
            let least = |edits: &Vec<Option<u8>>| {
                let edits = of_head.iter().filter_map(|word| edits[*word as usize]);
                edits.min()
            };
            let mut sum = 0;
            let all = edits.iter().zip(&standing).all(|(edits, standing)| {
                let edits = least(edits);
                sum += edits.unwrap_or_default();
                edits.is_some() || standing.binary_search(&place).is_ok()
            });
            if all {
                let rank = Rank {
                    how: How::ByTypo,
                    fit: Fit::Typo(sum),
                    later: false,
                    length: entry.head_end - entry.start,
                };
                hits.push(Hit { rank, place });
            }
        }
        hits
    }

    /// The edits that each word of the heads needs to begin as typed, where it may have them.
    fn edits(&self, words: &Words, typed: &str, most: u8) -> Vec<Option<u8>> {
        let wanted = letters(typed);
        let edits = |(start, length, letters): &(u32, u32, u32)| {
            // Each letter that the word does not have takes an edit.
            if most == 0 || (wanted & !letters).count_ones() > u32::from(most) {
                return None;
            }
            let word = &self.text[*start as usize..(*start + *length) as usize];
            edits_to_start(typed, word, most)
        };
        words.words.iter().map(edits).collect()
    }

    fn collect_words(&self) -> Words {
        let mut words = Words::default();
        let mut known: HashMap<&str, u32> = HashMap::new();
        for entry in &self.entries {
            let head = self.head(*entry);
            for word in head.split([' ', '\n']) {
                // Nothing is forgiven in numbers.
                if word.is_empty() || word.bytes().any(|byte| byte.is_ascii_digit()) {
                    continue;
                }
                let next = u32::try_from(words.words.len()).unwrap_or(u32::MAX);
                let number = *known.entry(word).or_insert_with(|| {
                    let at = word.as_ptr() as usize - self.text.as_ptr() as usize;
                    let whole = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                    words
                        .words
                        .push((whole(at), whole(word.len()), letters(word)));
                    next
                });
                words.of_heads.push(number);
            }
            words
                .ends
                .push(u32::try_from(words.of_heads.len()).unwrap_or(u32::MAX));
        }
        words
    }
}

/// True if a line of the head begins so.
fn begins_with(head: &str, wanted: &str) -> bool {
    let mut lines = head.as_bytes().split(|byte| *byte == b'\n');
    lines.any(|line| line.starts_with(wanted.as_bytes()))
}

/// Of bytes, as this is asked of every text that a single letter finds.
fn fit_in(head: &str, wanted: &str) -> Fit {
    let mut fit = Fit::Inside;
    for word in head.as_bytes().split(|byte| is_gap(*byte)) {
        if word.starts_with(wanted.as_bytes()) {
            if word.len() == wanted.len() {
                return Fit::Exact;
            }
            fit = Fit::Start;
        }
    }
    fit
}

/// What stands between words. Wider kinds of space are part of a word here: what is typed behind
/// one is found inside it.
fn is_gap(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n')
}

impl PartialEq for TextIndex {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, &self.entries) == (&other.text, &other.entries)
    }
}

/// So many steps of typing are remembered.
const MOST_STEPS: usize = 24;

/// A search that goes on while it is typed: what is typed further is looked for among what was
/// found before, and what is taken back was found already.
#[derive(Clone, Debug, Default)]
pub struct Search {
    index: Arc<TextIndex>,
    /// What was typed, each narrower than the one before, with the places that hold it, marks aside.
    steps: Vec<(Wanted, Vec<u32>)>,
}

impl Search {
    /// A search in an index.
    pub fn new(index: Arc<TextIndex>) -> Self {
        Self {
            index,
            steps: Vec::new(),
        }
    }

    /// As [`TextIndex::best`].
    pub fn best(&mut self, wanted: &Wanted, n: usize, may: impl Fn(u32) -> bool) -> Vec<Hit> {
        let index = self.index.clone();
        index.best_of(self.holding(wanted), wanted, n, may)
    }

    /// As [`TextIndex::find`].
    pub fn find(&mut self, wanted: &Wanted) -> Vec<u32> {
        let index = self.index.clone();
        index.find_among(self.holding(wanted), wanted)
    }

    /// Those of some places that [`TextIndex::find`] finds, in the order in which they are given; all of them where
    /// nothing is searched for.
    pub fn among(&mut self, wanted: &Wanted, places: &[u32]) -> Vec<u32> {
        if wanted.is_blank() {
            return places.to_vec();
        }
        let mut is_found = vec![false; self.index.len()];
        for place in self.find(wanted) {
            is_found[place as usize] = true;
        }
        let fits = |place: &&u32| is_found[**place as usize];
        places.iter().filter(fits).copied().collect()
    }

    /// As [`TextIndex::holding`].
    fn holding(&mut self, wanted: &Wanted) -> &[u32] {
        while self
            .steps
            .last()
            .is_some_and(|(typed, _)| !wanted.narrows(typed))
        {
            self.steps.pop();
        }
        let last = self.steps.last();
        if last.is_none_or(|(typed, _)| typed != wanted) {
            let holding = match last {
                // One pass over all is quicker than a look into many.
                Some((_, wider)) if wider.len() <= self.index.len() / 4 => {
                    let holds = |place: &u32| wanted.is_in_without_marks(self.index.whole(*place));
                    wider.iter().copied().filter(holds).collect()
                }
                _ => self.index.holding(wanted),
            };
            if self.steps.len() == MOST_STEPS {
                self.steps.remove(0);
            }
            self.steps.push((wanted.clone(), holding));
        }
        self.steps.last().map_or(&[], |(_, holding)| holding)
    }
}
