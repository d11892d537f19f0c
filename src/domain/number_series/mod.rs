//! Number series: the rules by which records get their numbers.
//!
//! Here are the series itself and its fields. `format.rs` counts a number up and keeps the four
//! numbers of a line alike, `lines.rs` edits the lines, `next.rs` gives the next number and says
//! why there is none.

pub mod format;
pub mod lines;
pub mod next;

use super::change::{Revision, Table};
use super::code::{SeriesCode, SeriesNo, TEXT_MAX, line};
use super::editable::{self, Editable};
use super::id::SeriesId;
use super::notice::Notice;
use super::refusal::{Field, Reason, RecordName, Refusal};
use super::work::Work;
use chrono::NaiveDate;
use lines::LineEdit;
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

/// A change of one field, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeriesEdit {
    /// The code.
    Code(String),
    /// The description.
    Description(String),
    /// Numbers may be given automatically. Off while typed numbers are off too: those go on.
    DefaultNos(bool),
    /// Numbers may be typed. Off while automatic numbers are off too: those go on.
    ManualNos(bool),
    /// Numbers only in order of date.
    DateOrder(bool),
    /// Adds a blank line; its line number is one more than the highest there is, at first 1.
    AddLine,
    /// Takes a line away.
    DeleteLine(u32),
    /// Changes a line, by its line number.
    Line(u32, LineEdit),
    /// Allows another series instead of this one.
    AddRelated(SeriesId),
    /// Allows it no more.
    RemoveRelated(SeriesId),
}

/// Creates a number series. Needs a code that is free.
pub(super) fn create(work: &mut Work, id: SeriesId, edits: Vec<SeriesEdit>) -> Result<(), Refusal> {
    editable::refuse_second::<NumberSeries>(work, id)?;
    let unnamed = RecordName::unnamed(Table::NumberSeries);
    let code = edits.iter().rev().find_map(|edit| match edit {
        SeriesEdit::Code(typed) => Some(typed.as_str()),
        _ => None,
    });
    let code = SeriesCode::new(code.unwrap_or_default())
        .map_err(|reason| unnamed.refuse(Field::Code, reason))?;
    let mut series = NumberSeries {
        id,
        code,
        description: String::new(),
        default_nos: false,
        manual_nos: false,
        date_order: false,
        lines: Vec::new(),
        related: Vec::new(),
    };
    for edit in edits {
        series.apply(work, edit)?;
    }
    work.notice(Notice::Created(
        Table::NumberSeries,
        series.code.to_string(),
    ));
    work.put(series);
    Ok(())
}

/// Deletes a number series with its lines; refused while the setup or another series names it.
/// Records that got their numbers from it keep them.
pub(super) fn delete(work: &mut Work, id: SeriesId, seen: Revision) -> Result<(), Refusal> {
    let series = editable::seen::<NumberSeries>(work, id, seen)?;
    let in_use = |by, n| Err(series.record_name().refuse_all(Reason::InUse { by, n }));
    if !work.setup().numbered_by(id).is_empty() {
        return in_use(Table::Setup, 1);
    }
    let relating = work
        .all::<NumberSeries>()
        .filter(|other| other.related.contains(&id));
    match relating.count() {
        0 => {}
        n => return in_use(Table::NumberSeries, n as u32),
    }
    work.delete::<NumberSeries>(id);
    work.notice(Notice::Deleted(
        Table::NumberSeries,
        series.code.to_string(),
    ));
    Ok(())
}

impl NumberSeries {
    /// The line with this number.
    pub fn line(&self, line_no: u32) -> Option<&SeriesLine> {
        self.lines.iter().find(|line| line.line_no == line_no)
    }
}

impl Editable for NumberSeries {
    type Edit = SeriesEdit;

    fn record_name(&self) -> RecordName {
        RecordName::new(Table::NumberSeries, &self.code)
    }

    fn apply(&mut self, work: &Work, edit: SeriesEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        match edit {
            SeriesEdit::Code(typed) => {
                let code =
                    SeriesCode::new(&typed).map_err(|reason| name.refuse(Field::Code, reason))?;
                let taken = work
                    .all::<NumberSeries>()
                    .any(|other| other.code == code && other.id != self.id);
                if taken {
                    return Err(name.refuse(Field::Code, Reason::AlreadyUsed));
                }
                self.code = code;
            }
            SeriesEdit::Description(typed) => {
                self.description = line(&typed, TEXT_MAX)
                    .map_err(|reason| name.refuse(Field::Description, reason))?;
            }
            // `NoSeriesSetupImpl.Codeunit.al: ValidateDefaultNos, ValidateManualNos`
            SeriesEdit::DefaultNos(on) => {
                let turned_off = self.default_nos && !on;
                self.default_nos = on;
                self.manual_nos |= turned_off;
            }
            SeriesEdit::ManualNos(on) => {
                let turned_off = self.manual_nos && !on;
                self.manual_nos = on;
                self.default_nos |= turned_off;
            }
            SeriesEdit::DateOrder(on) => self.date_order = on,
            SeriesEdit::AddLine => self.add_line(),
            SeriesEdit::DeleteLine(line_no) => self.delete_line(line_no)?,
            SeriesEdit::Line(line_no, edit) => self.edit_line(line_no, edit)?,
            SeriesEdit::AddRelated(id) => {
                let refuse = |reason| Err(name.refuse(Field::RelatedSeries, reason));
                if id == self.id || self.related.contains(&id) {
                    return refuse(Reason::AlreadyUsed);
                }
                if work.get::<NumberSeries>(id).is_none() {
                    return refuse(Reason::NotFound);
                }
                self.related.push(id);
            }
            SeriesEdit::RemoveRelated(id) => self.related.retain(|other| *other != id),
        }
        Ok(())
    }
}
