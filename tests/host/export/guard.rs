//! Which texts a spreadsheet would run.

use super::TEXTS;
use lokikirja_export::guard::is_guarded_text;

#[test]
fn what_begins_as_a_formula_is_guarded_also_behind_what_programs_drop() {
    let guarded: Vec<&str> = TEXTS
        .iter()
        .copied()
        .filter(|t| is_guarded_text(t))
        .collect();
    let expected: Vec<&str> = TEXTS[1..=22].to_vec();
    assert_eq!(guarded, expected);
    assert!(!is_guarded_text(""));
    assert!(!is_guarded_text("  "));
}

#[test]
fn a_guard_can_be_taken_away_again() {
    let plain = |read: &str| match read.strip_prefix('\'') {
        Some(rest) if is_guarded_text(rest) => rest.to_owned(),
        _ => read.to_owned(),
    };
    for text in TEXTS {
        let written = match is_guarded_text(text) {
            true => format!("'{text}"),
            false => (*text).to_owned(),
        };
        assert_eq!(plain(&written), *text);
    }
}
