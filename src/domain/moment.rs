//! Moment: all that a rule may know of the world outside.

use super::id::SalespersonId;
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};

/// When, where and by whom a command is carried out. Comes in as an argument, so that the same
/// input always gives the same answer.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The instant, for records of when something was written.
    pub now: DateTime<Utc>,
    /// The same instant on the user's wall clock; its date is *today*.
    pub local: NaiveDateTime,
    /// The app's working day: today, unless the user has set another.
    pub work_date: NaiveDate,
    /// Who works here: the name entered in the app, blank if none.
    pub user: String,
    /// The salesperson that the user is, if the user has said so.
    pub my_salesperson: Option<SalespersonId>,
}

impl Moment {
    /// The calendar day.
    pub fn today(&self) -> NaiveDate {
        self.local.date()
    }

    /// The time proposed on a form: now plus one second, rounded **up** to the full minute.
    ///
    /// Past the last minute of the day it becomes 00:00 while the date stays
    /// (`SegmentLine.Table.al: UpdateDefaults`).
    pub fn proposed_time(&self) -> NaiveTime {
        let later = self
            .local
            .time()
            .overflowing_add_signed(Duration::seconds(1))
            .0;
        let minute = later
            .with_second(0)
            .and_then(|t| t.with_nanosecond(0))
            .unwrap_or(later);
        if minute == later {
            later
        } else {
            minute.overflowing_add_signed(Duration::minutes(1)).0
        }
    }
}
