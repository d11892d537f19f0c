//! Number series: the next number, and why there is none.

use super::code::{SeriesCode, SeriesNo};
use super::id::SeriesId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A number series with its lines (`NoSeries.Table.al`, `NoSeriesLine.Table.al`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberSeries {
    /// Identity.
    pub id: SeriesId,
    /// Code, unique.
    pub code: SeriesCode,
    /// Description, at most 100 characters.
    pub description: String,
    /// Numbers may be given automatically.
    pub default_nos: bool,
    /// Numbers may be typed.
    pub manual_nos: bool,
    /// Numbers are given only on dates not before the last date used.
    pub date_order: bool,
    /// The lines, in order of their line numbers.
    pub lines: Vec<SeriesLine>,
    /// Series that may be chosen instead of this one (`NoSeriesRelationship.Table.al`).
    pub related: Vec<SeriesId>,
}

/// One line of a series, for instance one per year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesLine {
    /// Line number, unique in the series.
    pub line_no: u32,
    /// Valid from this date; blank: always.
    pub starting_date: Option<NaiveDate>,
    /// The first number.
    pub starting_no: Option<SeriesNo>,
    /// The last number that may be given.
    pub ending_no: Option<SeriesNo>,
    /// From this number on, giving one warns that the end is near.
    pub warning_no: Option<SeriesNo>,
    /// The number given last.
    pub last_no_used: Option<SeriesNo>,
    /// The date on which it was given.
    pub last_date_used: Option<NaiveDate>,
    /// Step from number to number, at least 1.
    pub increment_by: u32,
    /// Gaps are allowed (Implementation = Sequence). One device gives the number in the same
    /// transaction either way; the mark is kept for the day when several devices share a series.
    pub allow_gaps: bool,
}
