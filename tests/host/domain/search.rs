//! Finding by typed text: what is found, in which order, and what holds whatever is typed.

use lokikirja::domain::search::{
    FEW, FoldedText, MANY, Search, TextIndex, Wanted, bare, edits_allowed, edits_to_start, fold,
};
use proptest::prelude::*;
use std::sync::Arc;

fn index(heads: &[&str]) -> TextIndex {
    let mut index = TextIndex::default();
    for head in heads {
        index.push(head, "");
    }
    index
}

/// What is found among `heads`, best first.
fn found<'a>(heads: &[&'a str], typed: &str) -> Vec<&'a str> {
    let hits = index(heads).best(&Wanted::new(typed), 30, |_| true);
    hits.iter().map(|hit| heads[hit.place as usize]).collect()
}

/// What a list keeps of `heads`, in their order.
fn kept<'a>(heads: &[&'a str], typed: &str) -> Vec<&'a str> {
    let places = index(heads).find(&Wanted::new(typed));
    places.iter().map(|place| heads[*place as usize]).collect()
}

#[test]
fn undotted_letters_find_both_and_dotted_ones_find_their_own_first() {
    let names = ["Maki Oy", "Mäki Oy", "Yrjö Äijä", "Ahti Aalto"];
    assert_eq!(found(&names, "maki"), ["Maki Oy", "Mäki Oy"]);
    assert_eq!(found(&names, "mäki"), ["Mäki Oy", "Maki Oy"]);
    assert_eq!(found(&names, "aija"), ["Yrjö Äijä"]);
    assert_eq!(found(&names, "ÄIJÄ"), ["Yrjö Äijä"]);
    assert_eq!(found(&["Aalto", "Ålund"], "å"), ["Ålund", "Aalto"]);
    // Dotted and not at once: every mark that was typed counts.
    assert_eq!(
        kept(&["Mäki Äär", "Mäki Aar"], "mäki aar"),
        ["Mäki Äär", "Mäki Aar"]
    );
    assert_eq!(
        kept(&["Mäki Äär", "Mäki Aar"], "mäki äar"),
        ["Mäki Äär", "Mäki Aar"]
    );
    assert_eq!(kept(&["Mäki Äär", "Mäki Aar"], "mäki ää"), ["Mäki Äär"]);
}

#[test]
fn a_list_keeps_what_has_the_marks_typed_or_else_what_has_none() {
    let names = ["Maki", "Mäki", "Salo"];
    assert_eq!(kept(&names, "mäki"), ["Mäki"]);
    assert_eq!(kept(&names, "maki"), ["Maki", "Mäki"]);
    assert_eq!(kept(&names, "sälö"), ["Salo"]);
    assert!(kept(&names, "virta").is_empty());
    let few = Wanted::new("mäki").found(names.into_iter(), |name| name);
    assert!(few.is_empty(), "texts are folded by who searches them");
    let folded = names.map(fold);
    assert_eq!(
        Wanted::new("mäki").found(folded.iter().map(String::as_str), |text| text),
        ["maki\nmäki"]
    );
}

#[test]
fn a_mark_written_behind_its_letter_is_the_same_letter() {
    assert_eq!(kept(&["Ma\u{308}ki"], "mäki"), ["Ma\u{308}ki"]);
    assert_eq!(kept(&["Mäki", "Maki"], "ma\u{308}ki"), ["Mäki"]);
    assert_eq!(bare("Ö\u{301}ÅÉ ß"), "oae ss");
}

#[test]
fn exact_stands_above_beginnings_above_insides_above_typos() {
    let names = ["Xmaki", "Makinen", "Erkki Maki", "Mako", "Maki"];
    assert_eq!(
        found(&names, "maki"),
        ["Maki", "Erkki Maki", "Makinen", "Xmaki", "Mako"]
    );
    // Enough without typos: then none are forgiven.
    let many = ["Maki 1", "Maki 2", "Maki 3", "Maki 4", "Maki 5", "Mako"];
    assert_eq!(many.len(), FEW + 1);
    assert_eq!(found(&many, "maki").len(), FEW);
}

#[test]
fn of_very_many_those_that_begin_so_come_first() {
    let names: Vec<String> = (0..=MANY).map(|n| format!("Salo {n}")).collect();
    let mut heads: Vec<&str> = names.iter().map(String::as_str).collect();
    heads.extend(["Oy Alfa", "Beeta a"]);
    // Too few begin so: then all are ranked.
    assert_eq!(found(&heads, "a")[0], "Beeta a");
    let many_a: Vec<String> = (0..40).map(|n| format!("Aalto {n}")).collect();
    heads.extend(many_a.iter().map(String::as_str));
    let first = found(&heads, "a");
    assert_eq!(first.len(), 30);
    assert!(first.iter().all(|name| name.starts_with("Aalto")));
}

#[test]
fn what_stands_beside_the_name_is_found_below_the_name() {
    let mut index = TextIndex::default();
    index.push("Anna Lindqvist\nCT14", "Adatum Oy\nHelsinki");
    index.push("Adatum Oy\nCT12", "");
    let places = |typed: &str| -> Vec<u32> {
        let hits = index.best(&Wanted::new(typed), 9, |_| true);
        hits.iter().map(|hit| hit.place).collect()
    };
    assert_eq!(places("adatum"), [1, 0]);
    assert_eq!(places("anna adatum"), [0]);
    assert_eq!(places("ct14"), [0]);
    assert!(places("oyct").is_empty(), "no word stands across two lines");
    let hits = index.best(&Wanted::new("adatum"), 9, |place| place == 0);
    assert_eq!(hits.len(), 1, "only those who may");
}

#[test]
fn slips_are_forgiven_by_the_length_of_the_word() {
    let names = ["Virtanen", "Nieminen", "Aalto", "Salo", "Ek"];
    assert_eq!(found(&names, "virtanne"), ["Virtanen"]);
    assert_eq!(found(&names, "vritaenn"), ["Virtanen"]);
    assert_eq!(found(&names, "vrixaenn"), Vec::<&str>::new());
    assert_eq!(found(&names, "nimeine"), ["Nieminen"]);
    assert_eq!(found(&names, "aatlo"), ["Aalto"]);
    assert_eq!(found(&names, "slao"), ["Salo"]);
    assert_eq!(found(&names, "slo"), Vec::<&str>::new());
    assert_eq!(found(&["CT000012"], "ct000013"), Vec::<&str>::new());
    assert_eq!(
        found(&["Virtanen Aino"], "aino virtanne"),
        ["Virtanen Aino"]
    );
    let allowed = ["ek", "elo", "salo", "aaltone", "aaltonen", "ct000012"].map(edits_allowed);
    assert_eq!(allowed, [0, 0, 1, 1, 2, 0]);
}

#[test]
fn one_swap_is_one_edit_and_an_unfinished_word_has_no_more() {
    assert_eq!(edits_to_start("virt", "virtanen", 2), Some(0));
    assert_eq!(edits_to_start("vrit", "virtanen", 2), Some(1));
    assert_eq!(edits_to_start("virtx", "virtanen", 2), Some(1));
    assert_eq!(edits_to_start("vxxxx", "virtanen", 2), None);
    assert_eq!(edits_to_start("", "virtanen", 0), Some(0));
    assert_eq!(edits_to_start("ab", "", 2), Some(2));
    assert_eq!(edits_to_start(&"a".repeat(33), "a", 2), None);
}

#[test]
fn nothing_typed_finds_everything_in_its_order() {
    let names = ["Bo", "Anna Maria", "C"];
    assert_eq!(found(&names, "  "), names);
    assert_eq!(kept(&names, ""), names);
    assert!(found(&[], "a").is_empty());
}

/// Distances as they are defined, one cell after the other.
fn edits_by_definition(typed: &[char], word: &[char]) -> usize {
    let (n, m) = (typed.len(), word.len());
    let mut table = vec![vec![0; m + 1]; n + 1];
    for i in 0..=n {
        for j in 0..=m {
            table[i][j] = match (i, j) {
                (0, j) => j,
                (i, 0) => i,
                (i, j) => {
                    let same = usize::from(typed[i - 1] != word[j - 1]);
                    let mut least = (table[i - 1][j] + 1)
                        .min(table[i][j - 1] + 1)
                        .min(table[i - 1][j - 1] + same);
                    let swapped = i > 1
                        && j > 1
                        && typed[i - 1] == word[j - 2]
                        && typed[i - 2] == word[j - 1];
                    if swapped {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                }
            };
        }
    }
    table[n][m]
}

/// Letters that are often alike, with and without marks.
const TEXT: &str = "[abcmäöåÄÖéñß1 \u{308}]{0,12}";

proptest! {
    #[test]
    fn edits_are_those_of_the_definition(
        typed in "[abcd]{0,9}", word in "[abcd]{0,9}", most in 0_u8..4
    ) {
        let letters: Vec<char> = typed.chars().collect();
        let word_letters: Vec<char> = word.chars().collect();
        let beginnings = (0..=word_letters.len()).map(|end| &word_letters[..end]);
        let least = beginnings.map(|start| edits_by_definition(&letters, start)).min();
        let expected = least.filter(|least| *least <= usize::from(most)).map(|n| n as u8);
        prop_assert_eq!(edits_to_start(&typed, &word, most), expected);
    }

    #[test]
    fn a_word_that_stands_in_a_text_is_always_found(
        texts in prop::collection::vec("[abäö1]{1,8}( [abäö1]{1,8}){0,2}", 1..12),
        at in any::<prop::sample::Index>(),
        from in any::<prop::sample::Index>(),
        length in 1_usize..6,
    ) {
        let heads: Vec<&str> = texts.iter().map(String::as_str).collect();
        let place = at.index(heads.len());
        let word = heads[place].split(' ').next_back().unwrap_or_default();
        let letters: Vec<char> = word.chars().collect();
        let typed: String = letters.iter().skip(from.index(letters.len())).take(length).collect();
        let index = index(&heads);
        let place = u32::try_from(place).expect("few");
        for typed in [typed.clone(), typed.to_uppercase(), bare(&typed)] {
            let wanted = Wanted::new(&typed);
            prop_assert!(index.find(&wanted).contains(&place), "{typed:?} in the list");
            let hits = index.best(&wanted, heads.len(), |_| true);
            prop_assert!(hits.iter().any(|hit| hit.place == place), "{typed:?} in a lookup");
        }
    }

    #[test]
    fn nothing_that_is_typed_panics_and_ranks_are_in_order(
        texts in prop::collection::vec((TEXT, TEXT), 0..8), typed in "\\PC{0,12}|[abmäö ]{0,12}", n in 0_usize..10
    ) {
        let mut index = TextIndex::default();
        for (head, rest) in &texts {
            index.push(head, rest);
        }
        let wanted = Wanted::new(&typed);
        let all = index.best(&wanted, texts.len(), |_| true);
        prop_assert!(all.is_sorted() && all.windows(2).all(|two| two[0].place != two[1].place));
        // The best few are the beginning of the best many, when as many typos are forgiven.
        if n >= FEW {
            let few = index.best(&wanted, n, |_| true);
            prop_assert_eq!(few.as_slice(), &all[..n.min(all.len())]);
        }
        prop_assert_eq!(index.best(&wanted, texts.len(), |_| true), all);
    }

    #[test]
    fn typing_on_finds_what_typing_at_once_finds(
        texts in prop::collection::vec(TEXT, 0..12), typed in "[abmäö ]{0,8}"
    ) {
        let mut index = TextIndex::default();
        for head in &texts {
            index.push(head, "");
        }
        let mut search = Search::new(Arc::new(index.clone()));
        for (end, c) in typed.char_indices() {
            let wanted = Wanted::new(&typed[..end + c.len_utf8()]);
            let now = search.best(&wanted, 9, |_| true);
            prop_assert_eq!(now, index.best(&wanted, 9, |_| true), "{:?}", wanted);
        }
    }

    #[test]
    fn typing_forth_and_back_finds_what_typing_at_once_finds(
        texts in prop::collection::vec(TEXT, 0..24),
        typed in "[abmäö ]{0,8}",
        lengths in prop::collection::vec(0_usize..9, 0..24),
    ) {
        let mut index = TextIndex::default();
        for head in &texts {
            index.push(head, "");
        }
        let mut search = Search::new(Arc::new(index.clone()));
        for length in lengths {
            let so_far: String = typed.chars().take(length).collect();
            let wanted = Wanted::new(&so_far);
            prop_assert_eq!(search.find(&wanted), index.find(&wanted), "{:?}", wanted);
            let best = search.best(&wanted, 9, |_| true);
            prop_assert_eq!(best, index.best(&wanted, 9, |_| true), "{:?}", wanted);
        }
    }

    #[test]
    fn a_text_taken_over_from_another_index_is_the_same(
        texts in prop::collection::vec((TEXT, TEXT), 0..6)
    ) {
        let mut index = TextIndex::default();
        let mut copy = TextIndex::default();
        for (head, rest) in &texts {
            index.push(head, rest);
        }
        for place in 0..u32::try_from(texts.len()).expect("few") {
            copy.push_from(&index, place);
        }
        prop_assert_eq!(copy, index);
    }

    #[test]
    fn a_text_joined_of_folded_parts_is_the_same(texts in prop::collection::vec(prop::collection::vec(TEXT, 0..5), 0..5)) {
        let mut index = TextIndex::default();
        let mut joined = TextIndex::default();
        for parts in &texts {
            // A part is one line.
            let parts: Vec<String> = parts.iter().map(|part| part.replace('\n', " ")).collect();
            index.push(&parts.join(" "), "");
            let folded: Vec<FoldedText> = parts.iter().map(|part| FoldedText::new(part)).collect();
            joined.push_joined(folded.iter());
        }
        prop_assert_eq!(joined, index);
    }
}
