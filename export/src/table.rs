//! What goes into a file.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// What stands above the rows, and how its language writes numbers and answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What the rows are, such as `Contacts`: names the sheet.
    pub name: String,
    /// The headings, from left to right.
    pub columns: Vec<String>,
    /// The day of the export, as the user's calendar has it.
    pub date: NaiveDate,
    /// Between whole units and fractions: a comma in Finnish, a point in English.
    pub decimal_sign: char,
    /// The word for true.
    pub yes: String,
    /// The word for false.
    pub no: String,
}

/// What stands in a cell. Only a text is ever guarded: the others cannot be mistaken for formulas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Words, codes, phone numbers: whatever is not computed with.
    #[serde(rename = "t")]
    Text(String),
    /// A whole number.
    #[serde(rename = "w")]
    Whole(i64),
    /// A decimal number: `scaled` divided by ten to the power of `decimals`, at most 18 of them.
    #[serde(rename = "n")]
    Decimal {
        /// The digits, without the decimal sign.
        #[serde(rename = "s")]
        scaled: i64,
        /// How many of them stand behind it.
        #[serde(rename = "d")]
        decimals: u8,
    },
    /// A day.
    #[serde(rename = "d")]
    Date(NaiveDate),
    /// A time of day.
    #[serde(rename = "h")]
    Time(NaiveTime),
    /// An answer, written as a word.
    #[serde(rename = "b")]
    YesNo(bool),
    /// Nothing.
    #[serde(rename = "_")]
    Blank,
}

impl Value {
    /// A text, or nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        match text.into() {
            empty if empty.is_empty() => Self::Blank,
            text => Self::Text(text),
        }
    }
}

/// The values of one row, in the order of the columns.
pub type Row = Vec<Value>;

/// A decimal number without groups, with this sign before its fraction: `-1234,50`.
pub fn decimal(scaled: i64, decimals: u8, decimal_sign: char) -> String {
    let sign = if scaled < 0 { "-" } else { "" };
    let n = usize::from(decimals);
    let digits = format!("{:0>width$}", scaled.unsigned_abs(), width = n + 1);
    let (whole, fraction) = digits.split_at(digits.len() - n);
    match fraction {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}{decimal_sign}{fraction}"),
    }
}

/// A day as ISO 8601 has it: every spreadsheet reads it in every language, and as text it sorts.
pub fn iso_date(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// A time of day as ISO 8601 has it, to the minute, or to the second where there are seconds.
pub fn iso_time(time: NaiveTime) -> String {
    use chrono::Timelike;
    let form = if time.second() == 0 {
        "%H:%M"
    } else {
        "%H:%M:%S"
    };
    time.format(form).to_string()
}
