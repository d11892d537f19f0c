//! Names of files and sheets.

use super::day;
use lokikirja_export::name::{file_name, sheet_name};

#[test]
fn a_file_is_called_by_title_and_day() {
    let name = |title| file_name(title, day(), "xlsx");
    assert_eq!(name("Contacts"), "Contacts 2026-11-25.xlsx");
    assert_eq!(
        name("Myyjän Äijälä tapahtumat"),
        "Myyjän Äijälä tapahtumat 2026-11-25.xlsx"
    );
    assert_eq!(
        name("a/b\\c:d*e?f\"g<h>i|j"),
        "a b c d e f g h i j 2026-11-25.xlsx"
    );
    assert_eq!(name("..\n../etc"), "etc 2026-11-25.xlsx");
    assert_eq!(name(" / "), "2026-11-25.xlsx");
    assert_eq!(name("CON"), "CON 2026-11-25.xlsx");
    assert_eq!(name(&"ä".repeat(300)).chars().count(), 80 + 16);
}

#[test]
fn a_sheet_is_called_as_excel_allows() {
    assert_eq!(sheet_name("Contacts"), "Contacts");
    assert_eq!(sheet_name("'a[b]:c*d?e/f\\g'"), "a b c d e f g");
    assert_eq!(sheet_name("History"), "History 1");
    assert_eq!(sheet_name(" '' "), "1");
    assert_eq!(sheet_name(""), "1");
    assert_eq!(
        sheet_name("Vuorovaikutuslokin tapahtumat, kaikki"),
        "Vuorovaikutuslokin tapahtumat,"
    );
    assert_eq!(sheet_name(&"🙂".repeat(40)).chars().count(), 15);
}
