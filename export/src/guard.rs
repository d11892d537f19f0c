//! Texts that a spreadsheet would take for a formula when it opens a CSV file.
//!
//! `=HYPERLINK(…)` typed as a contact's name would otherwise run on the computer of whoever opens the
//! export, and the phone number `+358 40 555 0101` would become a sum. A guarded text has an apostrophe
//! before it, the sign by which spreadsheets themselves mark text (OWASP, "CSV Injection").
//!
//! Guarding can be undone: [`is_guarded_text`] looks past apostrophes, so a text that already has one
//! before its `=` gets another, and taking one away always gives what was exported.

/// What begins a formula; also in the width of Asian typography, which spreadsheets fold.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Characters that some programs drop or take for the end of a field; what follows is then the beginning.
const BREAKS: [char; 4] = ['\t', '\r', '\n', '\0'];

/// Whether this text is written with an apostrophe before it.
///
/// It is when it begins with one of `= + - @`, a tab, a line break or NUL, with nothing before that but
/// blanks, invisible characters and apostrophes.
pub fn is_guarded_text(text: &str) -> bool {
    for c in text.chars() {
        if SIGNS.contains(&c) || BREAKS.contains(&c) {
            return true;
        }
        if !(c == '\'' || c.is_whitespace() || is_invisible(c)) {
            return false;
        }
    }
    false
}

/// Marks of order and width that show nothing and that programs strip.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
