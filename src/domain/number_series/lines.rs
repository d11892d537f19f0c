//! The lines of a series: their fields, and what keeps the numbers of a line in agreement.

use super::format::{compared, countable, increased, unify};
use super::{NumberSeries, SeriesLine};
use crate::domain::code::SeriesNo;
use crate::domain::editable::Editable;
use crate::domain::refusal::{Field, Reason, Refusal};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// A change of one field of a line, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineEdit {
    /// The date from which the line is valid; none: always.
    StartingDate(Option<NaiveDate>),
    /// The first number.
    StartingNo(String),
    /// The last number; blank removes the warning number too.
    EndingNo(String),
    /// The number from which on giving one warns.
    WarningNo(String),
    /// The number given last, for a series that was begun elsewhere.
    LastNoUsed(String),
    /// The step from number to number.
    IncrementBy(u32),
    /// Gaps are allowed.
    AllowGaps(bool),
}

impl LineEdit {
    /// The field it changes.
    pub fn field(&self) -> Field {
        match self {
            Self::StartingDate(_) => Field::StartingDate,
            Self::StartingNo(_) => Field::StartingNo,
            Self::EndingNo(_) => Field::EndingNo,
            Self::WarningNo(_) => Field::WarningNo,
            Self::LastNoUsed(_) => Field::LastNoUsed,
            Self::IncrementBy(_) => Field::IncrementBy,
            Self::AllowGaps(_) => Field::AllowGaps,
        }
    }
}

impl SeriesLine {
    /// True while the line can give another number (`NoSeriesSetupImpl.Codeunit.al:
    /// CalculateOpen`): without an ending number always; else until the last number used, or the
    /// step after it, reaches beyond the ending number.
    pub fn is_open(&self) -> bool {
        let (Some(last), Some(ending)) = (&self.last_no_used, &self.ending_no) else {
            return true;
        };
        increased(last, self.increment_by)
            .is_ok_and(|next| compared(&next, ending).is_some_and(Ordering::is_le))
    }

    /// The line with one field changed, and what follows from it.
    fn edited(&self, edit: LineEdit) -> Result<Self, Reason> {
        let mut line = self.clone();
        match edit {
            LineEdit::StartingDate(date) => line.starting_date = date,
            LineEdit::StartingNo(typed) => {
                line.type_no(|line| &mut line.starting_no, &typed)?;
                line.refuse_backwards()?;
                line.refuse_other_last(self)?;
            }
            LineEdit::EndingNo(typed) => {
                line.type_no(|line| &mut line.ending_no, &typed)?;
                if line.ending_no.is_none() {
                    line.warning_no = None;
                }
                line.refuse_backwards()?;
                line.refuse_other_last(self)?;
            }
            LineEdit::WarningNo(typed) => {
                line.type_no(|line| &mut line.warning_no, &typed)?;
                if line.warning_no.is_some() && line.ending_no.is_none() {
                    return Err(Reason::EndingNoFirst);
                }
                line.refuse_other_last(self)?;
            }
            LineEdit::LastNoUsed(typed) => line.type_no(|line| &mut line.last_no_used, &typed)?,
            LineEdit::IncrementBy(0) => return Err(Reason::NotPositive),
            LineEdit::IncrementBy(step) => line.increment_by = step,
            LineEdit::AllowGaps(on) => line.allow_gaps = on,
        }
        Ok(line)
    }

    /// Sets one of the four numbers, or clears it, and gives the others its form.
    fn type_no(
        &mut self,
        field: fn(&mut Self) -> &mut Option<SeriesNo>,
        typed: &str,
    ) -> Result<(), Reason> {
        let typed = SeriesNo::optional(typed)?.map(countable).transpose()?;
        field(self).clone_from(&typed);
        match typed {
            Some(no) => unify(self, &no),
            None => Ok(()),
        }
    }

    fn refuse_backwards(&self) -> Result<(), Reason> {
        match (&self.starting_no, &self.ending_no) {
            (Some(starting), Some(ending))
                if compared(starting, ending).is_some_and(Ordering::is_gt) =>
            {
                Err(Reason::EndsBeforeItStarts)
            }
            _ => Ok(()),
        }
    }

    /// A number that was given stays what it is.
    fn refuse_other_last(&self, before: &Self) -> Result<(), Reason> {
        match &before.last_no_used {
            Some(last) if self.last_no_used.as_ref() != Some(last) => {
                Err(Reason::ChangesLastNoUsed {
                    last: last.to_string(),
                })
            }
            _ => Ok(()),
        }
    }
}

impl NumberSeries {
    pub(super) fn add_line(&mut self) {
        let highest = self.lines.iter().map(|line| line.line_no).max();
        self.lines.push(SeriesLine {
            line_no: highest.unwrap_or_default() + 1,
            starting_date: None,
            starting_no: None,
            ending_no: None,
            warning_no: None,
            last_no_used: None,
            last_date_used: None,
            increment_by: 1,
            allow_gaps: false,
        });
    }

    pub(super) fn delete_line(&mut self, line_no: u32) -> Result<(), Refusal> {
        if self.line(line_no).is_none() {
            return Err(self.record_name().refuse_all(Reason::NotFound));
        }
        self.lines.retain(|line| line.line_no != line_no);
        Ok(())
    }

    pub(super) fn edit_line(&mut self, line_no: u32, edit: LineEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        let field = edit.field();
        let refuse = |reason| name.refuse(field, reason);
        let line = self.lines.iter_mut().find(|line| line.line_no == line_no);
        let line = line.ok_or_else(|| refuse(Reason::NotFound))?;
        *line = line.edited(edit).map_err(refuse)?;
        Ok(())
    }
}
