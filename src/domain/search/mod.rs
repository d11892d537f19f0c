//! Finding by typed text: what counts as found, and how good a find is.
//!
//! A text is found when it holds every word typed, in any order, anywhere in its words. Letters
//! with and without marks: `maki` finds Mäki and Maki; `mäki` finds Mäki, and Maki below it.
//! `fold.rs` says what of a text counts, `index.rs` finds among any number of texts, `typo.rs`
//! forgives slips of the finger where little else is found.

mod fold;
mod index;
mod typo;

pub use fold::{FoldedText, bare, fold, fold_to, folded};
pub use index::{FEW, Hit, MANY, Search, TextIndex};
pub use typo::{edits_allowed, edits_to_start};

/// A text to search for, folded and split into words once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted(Vec<Word>);

/// A word to search for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// Without marks.
    bare: String,
    /// As it was typed, where that has marks.
    marked: Option<String>,
}

impl Word {
    fn strict(&self) -> &str {
        self.marked.as_ref().unwrap_or(&self.bare)
    }
}

impl Wanted {
    /// What the user typed.
    pub fn new(typed: &str) -> Self {
        let word = |typed: &str| {
            let bare = bare(typed);
            let marked = Some(fold::lowered(typed)).filter(|lowered| *lowered != bare);
            Word { bare, marked }
        };
        let words = typed.split_whitespace().map(word);
        // Nothing but marks is nothing to look for.
        Self(words.filter(|word| !word.bare.is_empty()).collect())
    }

    /// True if nothing is searched for.
    pub fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// True if a letter with a mark is searched for: then [`Wanted::is_in`] and
    /// [`Wanted::is_in_without_marks`] differ.
    pub fn has_marks(&self) -> bool {
        self.0.iter().any(|word| word.marked.is_some())
    }

    /// True if a text, folded by [`fold`], holds every word with the marks typed; blank matches
    /// everything.
    pub fn is_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(word.strict()))
    }

    /// True if a folded text holds every word, whatever marks were typed.
    pub fn is_in_without_marks(&self, folded: &str) -> bool {
        self.0
            .iter()
            .all(|word| folded.contains(word.bare.as_str()))
    }

    /// Those of `items` that are found by their folded text, in their order: with the marks typed,
    /// or, where that finds none, without.
    pub fn found<'t, T: Copy>(
        &self,
        items: impl Iterator<Item = T> + Clone,
        folded: impl Fn(T) -> &'t str,
    ) -> Vec<T> {
        let strict = items.clone().filter(|item| self.is_in(folded(*item)));
        let strict: Vec<T> = strict.collect();
        if strict.is_empty() && self.has_marks() {
            let loose = items.filter(|item| self.is_in_without_marks(folded(*item)));
            return loose.collect();
        }
        strict
    }

    /// True if everything found by this, marks aside, is among what `wider` finds: more of the same
    /// was typed.
    fn narrows(&self, wider: &Self) -> bool {
        wider.0.iter().all(|old| {
            let holds = |word: &Word| word.bare.contains(old.bare.as_str());
            self.0.iter().any(holds)
        })
    }

    /// The longest word without marks: the rarest, mostly.
    fn longest(&self) -> Option<&str> {
        let words = self.0.iter().map(|word| word.bare.as_str());
        words.max_by_key(|word| word.len())
    }
}

/// How a word was found; the less the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// A word of the head is just that.
    Exact,
    /// A word of the head begins so.
    Start,
    /// It stands inside a word of the head, or somewhere else.
    Inside,
    /// A word of the head begins so but for this many edits.
    Typo(u8),
}

/// How good a find is; the less the better. Ranks are in a total order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Found without typos and with the marks typed, then without those marks, then by typos.
    pub how: How,
    /// The worst fit of the words typed.
    pub fit: Fit,
    /// Another word stands before the first one typed.
    pub later: bool,
    /// Bytes of the folded head: a short name says more about a match than a long one.
    pub length: u32,
}

/// By what rule a text was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It holds the words as they were typed.
    AsTyped,
    /// It holds them without the marks typed.
    WithoutMarks,
    /// It holds something like them.
    ByTypo,
}
