//! The browser's alphabet: sorting many texts at once comes to what comparing them says.

use lokikirja::browser::collation::Alphabet;
use lokikirja::language::Lang;
use lokikirja::language::order::Collation;
use std::cmp::Ordering;
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test;

const PARTS: [&str; 20] = [
    "Aalto",
    "aalto",
    "Äijä",
    "äijä",
    "Åbo",
    "Öljy",
    "Vahti",
    "Wahl",
    "Zebra",
    "O’Neil",
    "van der Berg",
    "3 T",
    "-",
    "Émile",
    "Straße",
    "Œuvre",
    "Łódź",
    "ßß",
    "_",
    "",
];

#[wasm_bindgen_test]
fn many_texts_are_sorted_as_comparing_them_says() {
    let pairs = PARTS.iter().flat_map(|a| PARTS.iter().map(move |b| (a, b)));
    let texts: Vec<Arc<str>> = pairs.map(|(a, b)| format!("{a} {b}").into()).collect();
    for lang in Lang::ALL {
        let sorted = Alphabet(lang).sort(&texts);
        for (a, b) in sorted.iter().zip(sorted.iter().skip(1)) {
            let order = Alphabet(lang).compare(a, b);
            assert_ne!(order, Ordering::Greater, "{lang:?}: {a} | {b}");
        }
        let (mut all, mut found) = (texts.clone(), sorted);
        all.sort();
        found.sort();
        assert_eq!(found, all);
    }
}
