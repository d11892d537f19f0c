//! Texts of which a part is enough.

use super::{in_words, neutral, read};
use lokikirja::domain::filter::{Filter, Kind};
use lokikirja::language::Lang::En;

#[test]
fn a_part_of_a_text_is_enough_and_signs_mean_what_they_mean_everywhere() {
    for (kind, typed, meant, shown) in [
        (Kind::Text, "turku", "@*turku*", "turku"),
        (Kind::Text, "  turku ", "@*turku*", "turku"),
        (Kind::Text, "Åbo & co", "Åbo&co", "Åbo&co"),
        (Kind::Text, "=Turku", "Turku", "=Turku"),
        (Kind::Text, "'J & V'", "'J & V'", "='J & V'"),
        (Kind::Text, "Turku|Lahti", "Turku|Lahti", "Turku|Lahti"),
        (Kind::Text, "T*", "T*", "T*"),
        (Kind::Text, "@*turku*", "@*turku*", "turku"),
        (Kind::Text, "*turku*", "*turku*", "*turku*"),
        (Kind::Text, "@*'A & B'*", "@*'A & B'*", "@*'A & B'*"),
        (Kind::Text, "''", "''", "''"),
        (Kind::Text, "<>''", "<>''", "<>''"),
        (Kind::Code, "kv", "KV", "KV"),
        (Kind::Date, "t", "t", "t"),
    ] {
        let loose = |text: &str| read(En, kind, text).loosened(text);
        let filter = loose(typed);
        assert_eq!(neutral(&filter), meant, "{typed}");
        let printed = in_words(En, |words| filter.print_loose(words));
        assert_eq!(printed, shown, "{typed}");
        assert_eq!(
            loose(&printed),
            filter,
            "{typed} is read again as it was meant"
        );
    }
}

#[test]
fn the_values_that_a_filter_asks_for() {
    let values = |text: &str| read(En, Kind::Code, text).values();
    let some = |all: &[&str]| Some(all.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(values("kv|''|'A|B'"), some(&["KV", "", "A|B"]));
    assert_eq!(values("kv"), some(&["KV"]));
    for other in ["<>kv", "k*", "a..c", "kv&jr", "kv|j*"] {
        assert_eq!(values(other), None, "{other}");
    }
    let today: Filter = read(En, Kind::Date, "t");
    assert_eq!(today.values(), None);
}
