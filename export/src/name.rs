//! How files and sheets may be called.

use crate::table::iso_date;
use chrono::NaiveDate;

/// The longest title in a file's name, in characters: with date and ending it fits every file system.
const MAX_TITLE: usize = 80;
/// The longest name of a sheet, in UTF-16 units, as Excel counts.
const MAX_SHEET: usize = 31;

/// `Contacts 2026-11-25.xlsx`: a name that Windows, macOS, Linux and phones take. What a file's name
/// cannot hold becomes a blank. The date behind it keeps it from being a device of Windows (`CON`).
pub fn file_name(title: &str, date: NaiveDate, ending: &str) -> String {
    let title = plain(title, &['<', '>', ':', '"', '/', '\\', '|', '?', '*']);
    let title: String = title.chars().take(MAX_TITLE).collect();
    // A dot in front would hide the file.
    let title = title.trim_matches([' ', '.']);
    let date = iso_date(date);
    match title {
        "" => format!("{date}.{ending}"),
        title => format!("{title} {date}.{ending}"),
    }
}

/// A name that Excel takes for a sheet: not blank, at most 31 long, without `[ ] : * ? / \`, no apostrophe
/// at either end, and not `History`, which Excel keeps for itself.
pub fn sheet_name(title: &str) -> String {
    let mut name = String::new();
    let mut length = 0;
    for c in plain(title, &['[', ']', ':', '*', '?', '/', '\\']).chars() {
        length += c.len_utf16();
        if length > MAX_SHEET {
            break;
        }
        name.push(c);
    }
    let name = name.trim_matches([' ', '\'']);
    match name {
        "" => "1".to_owned(),
        name if name.eq_ignore_ascii_case("history") => format!("{name} 1"),
        name => name.to_owned(),
    }
}

/// The text with unwanted and control characters as blanks, and no two blanks together.
fn plain(text: &str, unwanted: &[char]) -> String {
    let blanked: String = text
        .chars()
        .map(|c| {
            let is_plain = !unwanted.contains(&c) && !c.is_control();
            if is_plain { c } else { ' ' }
        })
        .collect();
    blanked.split_whitespace().collect::<Vec<_>>().join(" ")
}
