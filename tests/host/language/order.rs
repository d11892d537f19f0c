//! Alphabetical order as numbers: whatever was learnt when, places agree with the alphabet.

use lokikirja::language::Lang;
use lokikirja::language::order::{Collation, Ranks, roughly_sorted};
use proptest::prelude::*;
use std::cell::Cell;
use std::cmp::Ordering;
use std::sync::Arc;

/// Orders texts without regard to case, and counts how often it was asked.
#[derive(Default)]
struct Plain {
    n_compared: Cell<usize>,
    n_sorted: Cell<usize>,
}

fn key(text: &str) -> (String, &str) {
    (text.to_lowercase(), text)
}

impl Collation for Plain {
    fn compare(&self, a: &str, b: &str) -> Ordering {
        self.n_compared.set(self.n_compared.get() + 1);
        key(a).cmp(&key(b))
    }

    fn sort(&self, texts: &[Arc<str>]) -> Vec<Arc<str>> {
        self.n_sorted.set(self.n_sorted.get() + 1);
        let mut texts = texts.to_vec();
        texts.sort_by(|a, b| key(a).cmp(&key(b)));
        texts
    }
}

#[track_caller]
fn agrees(ranks: &Ranks, texts: &[String]) {
    for (a, b) in texts.iter().zip(texts.iter().skip(1)) {
        assert_eq!(
            ranks.place(a).cmp(&ranks.place(b)),
            key(a).cmp(&key(b)),
            "{a} {b}"
        );
    }
}

fn learn(ranks: &mut Ranks, texts: &[String], plain: &Plain) {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    ranks.learn(&texts, plain);
}

#[test]
fn many_texts_are_sorted_in_one_go_and_one_more_is_put_in_its_place() {
    let (mut ranks, plain) = (Ranks::default(), Plain::default());
    let mut texts: Vec<String> = (0..10_000).map(|n| format!("Name {}", n * 7919)).collect();
    learn(&mut ranks, &texts, &plain);
    assert_eq!((plain.n_sorted.get(), plain.n_compared.get()), (1, 0));
    texts.push("name 5".into());
    learn(&mut ranks, &texts, &plain);
    assert_eq!(plain.n_sorted.get(), 1);
    let n_compared = plain.n_compared.get();
    assert!(n_compared < 20, "{n_compared} comparisons for one text");
    agrees(&ranks, &texts);
}

/// The room between two texts halves each time; when there is none left all move.
#[test]
fn there_is_always_room_for_another_text() {
    let (mut ranks, plain) = (Ranks::default(), Plain::default());
    let mut texts = vec!["a".to_owned(), "b".to_owned()];
    for n in 1..200 {
        texts.push(format!("a{}", "a".repeat(200 - n)));
        learn(&mut ranks, &texts, &plain);
    }
    agrees(&ranks, &texts);
}

proptest! {
    #[test]
    fn places_agree_with_the_alphabet(batches in prop::collection::vec(
        prop::collection::vec("[a-cA-C]{0,4}", 0..150), 1..5))
    {
        let (mut ranks, plain) = (Ranks::default(), Plain::default());
        for texts in batches {
            learn(&mut ranks, &texts, &plain);
            agrees(&ranks, &texts);
        }
    }
}

#[test]
fn what_is_sorted_roughly_is_nearly_in_the_order_of_the_language() {
    let sorted = |lang, texts: &str| {
        let texts: Vec<Arc<str>> = texts.split(' ').map(Arc::from).collect();
        roughly_sorted(lang, &texts).join(" ")
    };
    let mixed = "öljy Äijälä zebra wahl Åbo vahti aalto";
    assert_eq!(
        sorted(Lang::Fi, mixed),
        "aalto vahti wahl zebra Åbo Äijälä öljy"
    );
    assert_eq!(
        sorted(Lang::En, mixed),
        "aalto Åbo Äijälä öljy vahti wahl zebra"
    );
    assert_eq!(
        sorted(Lang::Fi, "Ørsted Östman Æon Zen"),
        "Zen Æon Ørsted Östman"
    );
}

proptest! {
    #[test]
    fn sorting_roughly_loses_and_adds_nothing(texts in prop::collection::vec(".{0,8}", 0..40)) {
        let texts: Vec<Arc<str>> = texts.iter().map(|text| Arc::from(text.as_str())).collect();
        for lang in Lang::ALL {
            let mut sorted = roughly_sorted(lang, &texts);
            sorted.sort();
            let mut all = texts.clone();
            all.sort();
            prop_assert_eq!(sorted, all);
        }
    }
}
