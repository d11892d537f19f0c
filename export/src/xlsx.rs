//! An Excel workbook (Office Open XML), written by `rust_xlsxwriter`.
//!
//! Numbers, dates and times are typed and shown as the reader's Excel shows them. A text is a text cell
//! and never runs; its format is Excel's own *Text*, so that `+358 40 555 0101` also stays one when
//! somebody edits the cell, and what would be a formula carries Excel's own mark for text besides.

use crate::guard::is_guarded_text;
use crate::name::sheet_name;
use crate::table::{Row, Table, Value, decimal, iso_date};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError,
};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The rows of a sheet, without the headings.
pub const MAX_ROWS: u32 = 1_048_575;
/// The longest text in a cell, in UTF-16 units.
pub const MAX_TEXT: usize = 32_767;
/// Excel computes with 15 digits; a longer number would be rounded and is kept as text.
const MAX_EXACT: u64 = 999_999_999_999_999;
/// Columns are as wide as what is in them, in characters, within these bounds.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;

/// Numbers of formats that are built into Excel and follow the reader's language.
mod built_in {
    /// `22.11.2026` in Finland.
    pub const DATE: u8 = 14;
    /// `14.35` in Finland.
    pub const TIME: u8 = 20;
    /// `318`: without groups, for it may be an entry's number.
    pub const WHOLE: u8 = 1;
    /// `1 234,50` in Finland.
    pub const HUNDREDTHS: u8 = 4;
    /// What is typed stays as it is.
    pub const TEXT: u8 = 49;
}

/// A workbook with one sheet, being written.
pub struct XlsxFile {
    table: Table,
    workbook: Workbook,
    formats: Formats,
    widths: Vec<usize>,
    n_rows: u32,
    n_cut: u32,
}

struct Formats {
    text: Format,
    formula_like: Format,
    whole: Format,
    date: Format,
    time: Format,
    decimals: BTreeMap<u8, Format>,
}

impl XlsxFile {
    /// A workbook with its headings: bold, always in sight, each with a filter.
    ///
    /// # Errors
    /// When the table has more columns than a sheet.
    pub fn new(table: Table) -> Result<Self, XlsxError> {
        let mut workbook = Workbook::new();
        let created = excel_date(table.date)?;
        let properties = DocProperties::new().set_title(&table.name);
        workbook.set_properties(&match created {
            Some(created) => properties.set_creation_datetime(&created),
            None => properties,
        });
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(&table.name))?;
        sheet.set_freeze_panes(1, 0)?;
        let heading = Format::new().set_bold().set_align(FormatAlign::Top);
        let mut widths = Vec::new();
        for (at, title) in (0..).zip(&table.columns) {
            sheet.write_string_with_format(0, at, &*fitting(title).0, &heading)?;
            // The filter's button covers the end of the heading.
            widths.push(title.chars().count() + 3);
        }
        let by_number = |number| Format::new().set_num_format_index(number);
        let formats = Formats {
            text: by_number(built_in::TEXT),
            formula_like: by_number(built_in::TEXT).set_quote_prefix(),
            whole: by_number(built_in::WHOLE),
            date: by_number(built_in::DATE),
            time: by_number(built_in::TIME),
            decimals: BTreeMap::new(),
        };
        Ok(Self {
            table,
            workbook,
            formats,
            widths,
            n_rows: 0,
            n_cut: 0,
        })
    }

    /// Writes a row; values beyond the last column are left out.
    ///
    /// # Errors
    /// When the sheet is full: after [`MAX_ROWS`] rows.
    pub fn push(&mut self, row: &Row) -> Result<(), XlsxError> {
        let sheet = self.workbook.worksheet_from_index(0)?;
        let at_row = self.n_rows + 1;
        for (at, (value, width)) in (0..).zip(row.iter().zip(&mut self.widths)) {
            let (shown, cut) = write(sheet, (at_row, at), value, &self.table, &mut self.formats)?;
            *width = shown.max(*width);
            self.n_cut += u32::from(cut);
        }
        self.n_rows = at_row;
        Ok(())
    }

    /// How many texts were longer than a cell holds and were cut, with an ellipsis at their end.
    pub fn n_cut(&self) -> u32 {
        self.n_cut
    }

    /// The file's bytes.
    ///
    /// # Errors
    /// When the library cannot put the workbook together.
    pub fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        let sheet = self.workbook.worksheet_from_index(0)?;
        for (at, width) in (0..).zip(&self.widths) {
            let width = (*width + 1).clamp(*WIDTHS.start(), *WIDTHS.end());
            sheet.set_column_width(at, f64::from(u32::try_from(width).unwrap_or(u32::MAX)))?;
        }
        if let Some(last) = self.widths.len().checked_sub(1) {
            let last = u16::try_from(last).map_err(|_| XlsxError::RowColumnLimitError)?;
            sheet.autofilter(0, 0, self.n_rows, last)?;
            // A code of digits is meant to be a text; Excel need not doubt it in every cell.
            sheet.ignore_error_range(0, 0, self.n_rows, last, IgnoreError::NumberStoredAsText)?;
        }
        self.workbook.save_to_buffer()
    }
}

/// Writes a value into its cell; gives how many characters it shows and whether it had to be cut.
fn write(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    value: &Value,
    table: &Table,
    formats: &mut Formats,
) -> Result<(usize, bool), XlsxError> {
    let mut text = |text: &str| -> Result<(usize, bool), XlsxError> {
        let (text, cut) = fitting(text);
        let format = if is_guarded_text(&text) {
            &formats.formula_like
        } else {
            &formats.text
        };
        sheet.write_string_with_format(row, at, &*text, format)?;
        Ok((longest_line(&text), cut))
    };
    let width = match value {
        Value::Text(written) => return text(written),
        Value::YesNo(true) => return text(&table.yes),
        Value::YesNo(false) => return text(&table.no),
        Value::Blank => 0,
        Value::Whole(number) if number.unsigned_abs() > MAX_EXACT => {
            return text(&number.to_string());
        }
        Value::Whole(number) => {
            sheet.write_number_with_format(row, at, *number as f64, &formats.whole)?;
            number.to_string().len()
        }
        Value::Decimal { scaled, decimals } => {
            let written = decimal(*scaled, *decimals, '.');
            // The nearest number to what is written; dividing would round twice.
            match written.parse::<f64>() {
                Ok(number) if scaled.unsigned_abs() <= MAX_EXACT => {
                    let format = formats.decimals.entry(*decimals);
                    let format = format.or_insert_with(|| decimal_format(*decimals));
                    sheet.write_number_with_format(row, at, number, format)?;
                }
                _ => return text(&decimal(*scaled, *decimals, table.decimal_sign)),
            }
            // With blanks between its groups.
            written.len() + written.len() / 3
        }
        Value::Date(date) => match excel_date(*date)? {
            Some(day) => {
                sheet.write_datetime_with_format(row, at, &day, &formats.date)?;
                10
            }
            None => return text(&iso_date(*date)),
        },
        Value::Time(time) => {
            sheet.write_datetime_with_format(row, at, &excel_time(*time)?, &formats.time)?;
            5
        }
    };
    Ok((width, false))
}

fn decimal_format(decimals: u8) -> Format {
    match decimals {
        2 => Format::new().set_num_format_index(built_in::HUNDREDTHS),
        0 => Format::new().set_num_format("#,##0"),
        n => Format::new().set_num_format(format!("#,##0.{}", "0".repeat(n.into()))),
    }
}

/// A day as Excel has it; none for days outside its calendar, which begins in March 1900 where it agrees
/// with everybody else's (Excel has a 29 February 1900).
fn excel_date(date: NaiveDate) -> Result<Option<ExcelDateTime>, XlsxError> {
    let is_in_calendar = (date.year(), date.month()) >= (1900, 3) && date.year() <= 9999;
    let [month, day] = [date.month(), date.day()].map(|n| u8::try_from(n).unwrap_or(1));
    match u16::try_from(date.year()) {
        Ok(year) if is_in_calendar => ExcelDateTime::from_ymd(year, month, day).map(Some),
        _ => Ok(None),
    }
}

fn excel_time(time: NaiveTime) -> Result<ExcelDateTime, XlsxError> {
    let minute = u8::try_from(time.minute()).unwrap_or(0);
    let hour = u16::try_from(time.hour()).unwrap_or(0);
    ExcelDateTime::from_hms(hour, minute, f64::from(time.second()))
}

/// The text as a cell holds it, and whether it had to be cut: lines end with a line feed alone, as
/// Excel's do, and NUL, at which programs stop reading, shows as the sign for what cannot be shown.
fn fitting(text: &str) -> (Cow<'_, str>, bool) {
    let mut text = Cow::Borrowed(text);
    if text.contains(['\r', '\0']) {
        let lines = text.replace("\r\n", "\n").replace('\r', "\n");
        text = Cow::Owned(lines.replace('\0', "\u{fffd}"));
    }
    let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    // Every unit takes a byte at least.
    if text.len() <= MAX_TEXT || units(&text) <= MAX_TEXT {
        return (text, false);
    }
    let mut length = 1;
    let kept = text.chars().take_while(|c| {
        length += c.len_utf16();
        length <= MAX_TEXT
    });
    let mut cut: String = kept.collect();
    cut.push('…');
    (Cow::Owned(cut), true)
}

fn longest_line(text: &str) -> usize {
    // Nothing behind the widest column's end counts.
    let lines = text
        .lines()
        .map(|line| line.chars().take(*WIDTHS.end()).count());
    lines.max().unwrap_or(0)
}
