//! What lists show, as files: read back with readers that others wrote.

mod csv;
mod guard;
mod name;
mod vcard;
mod xlsx;

use chrono::NaiveDate;
use lokikirja_export::table::{Table, Value};

/// Texts that have broken exports before, here or elsewhere.
pub const TEXTS: &[&str] = &[
    "Adatum Oy",
    "=1+1",
    "=HYPERLINK(\"http://a.example\";\"Click\")",
    "=cmd|' /C calc'!A0",
    "+358 40 555 0101",
    "+358405550101",
    "-2+3",
    "- asked about delivery",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\0=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠a",
    "  =1+1",
    "\u{feff}=1+1",
    "\u{200b}@a",
    "'=1+1",
    "''+1",
    "' =1",
    "'quoted'",
    "it's",
    "1-2",
    "a=b",
    "info@adatum.example",
    "00123",
    "1,5;2.5",
    "says \"hello\"",
    "\"",
    "two\nlines",
    "two\r\nlines",
    " blanks ",
    "Äijälä 漢字 🙂",
    "_x0041_",
];

/// The day of every export here.
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day")
}

/// A table in English.
pub fn english(columns: &[&str]) -> Table {
    Table {
        name: "Contacts".into(),
        columns: columns.iter().map(|title| (*title).to_owned()).collect(),
        date: day(),
        decimal_sign: '.',
        yes: "Yes".into(),
        no: "No".into(),
    }
}

/// A table in Finnish.
pub fn finnish(columns: &[&str]) -> Table {
    Table {
        name: "Kontaktit".into(),
        decimal_sign: ',',
        yes: "Kyllä".into(),
        no: "Ei".into(),
        ..english(columns)
    }
}

/// The amount of so many hundredths.
pub fn hundredths(scaled: i64) -> Value {
    Value::Decimal {
        scaled,
        decimals: 2,
    }
}
