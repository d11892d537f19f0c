//! The next number, and why there is none (`NoSeriesImpl.Codeunit.al`,
//! `NoSeriesStatelessImpl.Codeunit.al`).
//!
//! A number is taken in the same change set as the record that gets it: what is refused or not
//! saved has taken none. What was saved and deleted later never gives its number back.

use super::format::{compared, increased};
use super::{NumberSeries, SeriesLine};
use crate::domain::change::Table;
use crate::domain::code::SeriesNo;
use crate::domain::editable::Editable;
use crate::domain::id::SeriesId;
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::work::Work;
use chrono::NaiveDate;
use std::cmp::Ordering;

/// A number that a series has given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The number.
    pub no: SeriesNo,
    /// The last number its line can give, when the number has reached the line's warning number.
    pub nearly_exhausted: Option<SeriesNo>,
}

impl NumberSeries {
    /// The number that the series would give on a date, without taking it.
    ///
    /// Errors as [`NumberSeries::take`].
    pub fn peek(&self, on: NaiveDate) -> Result<SeriesNo, Refusal> {
        self.next(on).map(|(_, no)| no)
    }

    /// Takes the next number on a date.
    ///
    /// Of the lines begun by then those with the latest starting date count, and of these the
    /// first that is open.
    /// Errors: [`Reason::NoOpenLine`] when none has begun, [`Reason::Exhausted`] when none is open,
    /// [`Reason::OutOfDateOrder`], [`Reason::NoStartingNo`], [`Reason::BeforeStartingNo`],
    /// [`Reason::FormatDiffers`].
    pub fn take(&mut self, on: NaiveDate) -> Result<Given, Refusal> {
        let (at, no) = self.next(on)?;
        let line = &mut self.lines[at];
        let warns = line
            .warning_no
            .as_ref()
            .is_some_and(|from| compared(&no, from).is_some_and(|order| order.is_ge()));
        line.last_no_used = Some(no.clone());
        line.last_date_used = Some(on);
        Ok(Given {
            no,
            nearly_exhausted: line.ending_no.clone().filter(|_| warns),
        })
    }

    /// The next number, and the place of the line that gives it.
    fn next(&self, on: NaiveDate) -> Result<(usize, SeriesNo), Refusal> {
        let name = self.record_name();
        let begun = |line: &&SeriesLine| line.starting_date.is_none_or(|date| date <= on);
        let latest = self.lines.iter().filter(begun).map(|l| l.starting_date);
        let Some(latest) = latest.max() else {
            return Err(name.refuse(Field::StartingDate, Reason::NoOpenLine { on }));
        };
        let at = self
            .lines
            .iter()
            .position(|line| line.starting_date == latest && line.is_open());
        let at = at.ok_or_else(|| name.refuse(Field::EndingNo, Reason::Exhausted))?;
        let line = &self.lines[at];
        if let (true, Some(last)) = (self.date_order, line.last_date_used)
            && on < last
        {
            return Err(name.refuse(Field::DateOrder, Reason::OutOfDateOrder { last }));
        }
        let no = line
            .next()
            .map_err(|(field, reason)| name.refuse(field, reason))?;
        Ok((at, no))
    }
}

impl SeriesLine {
    /// The number after the last one used, or the first, checked against the line's numbers.
    fn next(&self) -> Result<SeriesNo, (Field, Reason)> {
        let no = match (&self.last_no_used, &self.starting_no) {
            (None, None) => return Err((Field::StartingNo, Reason::NoStartingNo)),
            (None, Some(starting)) => starting.clone(),
            // An error here means: wider than a number can be.
            (Some(last), _) => increased(last, self.increment_by)
                .map_err(|_| (Field::LastNoUsed, Reason::Exhausted))?,
        };
        let length = |no: &SeriesNo| no.as_str().chars().count();
        if let Some(starting) = &self.starting_no {
            let differs = Err((Field::StartingNo, Reason::FormatDiffers));
            match compared(&no, starting) {
                None => return differs,
                Some(Ordering::Less) => return Err((Field::StartingNo, Reason::BeforeStartingNo)),
                Some(_) if length(&no) < length(starting) => return differs,
                Some(_) => {}
            }
        }
        match &self.ending_no {
            Some(ending) if length(&no) > length(ending) => {
                Err((Field::EndingNo, Reason::FormatDiffers))
            }
            _ => Ok(no),
        }
    }
}

/// How records of one kind are numbered.
#[derive(Clone, Copy, Debug)]
pub struct Numbering {
    /// The series in the setup.
    pub series: Option<SeriesId>,
    /// The setup's field for it.
    pub setup_field: Field,
}

impl Numbering {
    /// Gives a record without a number its number; the series that gave it comes along.
    ///
    /// `chosen`: a series to be used instead of the setup's. Numbers that are `taken` are passed
    /// over (`Contact.Table.al: OnInsert`; of other records the source product fails there).
    /// Errors: [`Reason::SeriesNotSetUp`] and [`Reason::NotFound`] on the setup's field,
    /// [`Reason::SeriesNotRelated`] for a choice that is not offered, [`Reason::NotAutomatic`], and
    /// those of [`NumberSeries::take`].
    pub(in crate::domain) fn assign(
        self,
        work: &mut Work,
        chosen: Option<SeriesId>,
        taken: fn(&Work, &SeriesNo) -> bool,
    ) -> Result<(SeriesNo, SeriesId), Refusal> {
        let setup = RecordName::unnamed(Table::Setup);
        let default = self
            .series
            .ok_or_else(|| setup.refuse(self.setup_field, Reason::SeriesNotSetUp))?;
        let mut series = work.find::<NumberSeries>(default, &setup, self.setup_field)?;
        if let Some(chosen) = chosen
            && chosen != default
        {
            let name = series.record_name();
            if !series.related.contains(&chosen) {
                return Err(name.refuse(Field::RelatedSeries, Reason::SeriesNotRelated));
            }
            series = work.find::<NumberSeries>(chosen, &name, Field::RelatedSeries)?;
        }
        if !series.default_nos {
            return Err(series
                .record_name()
                .refuse(Field::DefaultNos, Reason::NotAutomatic));
        }
        let on = work.moment().work_date;
        let mut series = NumberSeries::clone(&series);
        let given = loop {
            let given = series.take(on)?;
            if !taken(work, &given.no) {
                break given;
            }
        };
        if let Some(ending_no) = given.nearly_exhausted {
            work.notice(Notice::SeriesNearlyExhausted {
                series: series.code.clone(),
                no: given.no.to_string(),
                ending_no: ending_no.to_string(),
            });
        }
        let id = series.id;
        work.put(series);
        Ok((given.no, id))
    }

    /// The number of a new record: as typed, else the next of the series chosen, or of the setup's.
    ///
    /// Errors: those of a code, [`Reason::NotManual`] and [`Reason::AlreadyUsed`] on the record's
    /// number; those of [`Numbering::assign`].
    pub(in crate::domain) fn first(
        self,
        work: &mut Work,
        record: &RecordName,
        typed: Option<&str>,
        chosen: Option<SeriesId>,
        taken: fn(&Work, &SeriesNo) -> bool,
    ) -> Result<(SeriesNo, Option<SeriesId>), Refusal> {
        let typed = SeriesNo::optional(typed.unwrap_or_default())
            .map_err(|reason| record.refuse(Field::No, reason))?;
        match typed {
            Some(no) => {
                self.accept_typed(work, record, &no, taken)?;
                Ok((no, None))
            }
            None => {
                let (no, series) = self.assign(work, chosen, taken)?;
                Ok((no, Some(series)))
            }
        }
    }

    /// Accepts a typed number that is free, if it may be typed.
    ///
    /// Errors: [`Reason::NotManual`] and [`Reason::AlreadyUsed`] on the record's number.
    pub(in crate::domain) fn accept_typed(
        self,
        work: &Work,
        record: &RecordName,
        no: &SeriesNo,
        taken: fn(&Work, &SeriesNo) -> bool,
    ) -> Result<(), Refusal> {
        self.refuse_typed(work, record)?;
        if taken(work, no) {
            return Err(record.refuse(Field::No, Reason::AlreadyUsed));
        }
        Ok(())
    }

    /// Refuses a typed number unless it may be typed.
    ///
    /// Errors: [`Reason::NotManual`] on the record's number.
    fn refuse_typed(self, work: &Work, record: &RecordName) -> Result<(), Refusal> {
        let series = self.series.and_then(|id| work.get::<NumberSeries>(id));
        if may_be_typed(series.as_deref()) {
            Ok(())
        } else {
            Err(record.refuse(Field::No, Reason::NotManual))
        }
    }
}

/// True when numbers may be typed where the setup names this series: if it has Manual Nos. on, or
/// if the setup names none (`NoSeriesImpl.Codeunit.al: TestManual`).
pub fn may_be_typed(series: Option<&NumberSeries>) -> bool {
    series.is_none_or(|series| series.manual_nos)
}
