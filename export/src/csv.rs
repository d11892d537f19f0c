//! Comma-separated values (RFC 4180), in two dialects.
//!
//! - **For a spreadsheet**, in the user's language: Finnish Excel expects `;` between fields and a comma
//!   in numbers, English Excel `,` and a point. UTF-8 with the mark by which Excel recognises it. Texts
//!   that would run as formulas are guarded.
//! - **For another program**, the same in every language: `,`, a point, `true` and `false`, no mark, and
//!   texts exactly as they are.
//!
//! Dates are ISO 8601 in both: `22.11.2026` is a date to a Finnish Excel only and `22 Nov 2026` to an
//! English one only, while every Excel takes `2026-11-22` and shows it as its language does.

use crate::guard::is_guarded_text;
use crate::table::{Row, Table, Value, decimal, iso_date, iso_time};

/// Tells Excel that a file is UTF-8.
const MARK: &str = "\u{feff}";

/// For whom the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// A person with a spreadsheet.
    Spreadsheet,
    /// A program that takes every field for data.
    Program,
}

/// A file being written.
#[derive(Debug)]
pub struct CsvFile {
    table: Table,
    dialect: Dialect,
    separator: char,
    text: String,
    n_guarded: u32,
}

impl CsvFile {
    /// A file with its headings.
    pub fn new(table: Table, dialect: Dialect) -> Self {
        let separator = match dialect {
            Dialect::Spreadsheet if table.decimal_sign == ',' => ';',
            _ => ',',
        };
        let mut file = Self {
            table,
            dialect,
            separator,
            text: String::new(),
            n_guarded: 0,
        };
        if dialect == Dialect::Spreadsheet {
            file.text.push_str(MARK);
        }
        let headings = file.table.columns.clone();
        let headings: Row = headings.into_iter().map(Value::Text).collect();
        file.push(&headings);
        // Counted are what somebody typed.
        file.n_guarded = 0;
        file
    }

    /// Writes a row; columns it has no value for stay blank.
    pub fn push(&mut self, row: &[Value]) {
        let n = self.table.columns.len();
        for at in 0..n {
            if at > 0 {
                self.text.push(self.separator);
            }
            let value = row.get(at).unwrap_or(&Value::Blank);
            // A line with nothing on it would be no row.
            let must_quote = n == 1 && *value == Value::Blank;
            self.field(value, must_quote);
        }
        self.text.push_str("\r\n");
    }

    /// How many texts were guarded; in the dialect that guards none, how many would have been.
    pub fn n_guarded(&self) -> u32 {
        self.n_guarded
    }

    /// The file's bytes.
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn field(&mut self, value: &Value, must_quote: bool) {
        let for_program = self.dialect == Dialect::Program;
        let decimal_sign = if for_program {
            '.'
        } else {
            self.table.decimal_sign
        };
        let written = match value {
            Value::Text(text) => return self.text_field(text),
            Value::Whole(number) => number.to_string(),
            Value::Decimal { scaled, decimals } => decimal(*scaled, *decimals, decimal_sign),
            Value::Date(date) => iso_date(*date),
            Value::Time(time) => iso_time(*time),
            Value::YesNo(is) if for_program => is.to_string(),
            Value::YesNo(true) => self.table.yes.clone(),
            Value::YesNo(false) => self.table.no.clone(),
            Value::Blank => String::new(),
        };
        self.quoted_if(must_quote || self.needs_quotes(&written), "", &written);
    }

    fn text_field(&mut self, text: &str) {
        let is_guarded = is_guarded_text(text);
        self.n_guarded += u32::from(is_guarded);
        let guard = if is_guarded && self.dialect == Dialect::Spreadsheet {
            "'"
        } else {
            ""
        };
        self.quoted_if(is_guarded || self.needs_quotes(text), guard, text);
    }

    fn needs_quotes(&self, text: &str) -> bool {
        text.contains([self.separator, '"', '\r', '\n']) || text.trim() != text
    }

    fn quoted_if(&mut self, quoted: bool, guard: &str, text: &str) {
        if !quoted {
            self.text.push_str(text);
            return;
        }
        self.text.push('"');
        self.text.push_str(guard);
        for (at, part) in text.split('"').enumerate() {
            if at > 0 {
                self.text.push_str("\"\"");
            }
            self.text.push_str(part);
        }
        self.text.push('"');
    }
}
