//! The form of a number: text around its last run of digits, and how it is counted up.
//!
//! `A-007/26` counts on its last run, `26`; a series for it would be written `26/A-007`. A number
//! whose digits no longer fit becomes wider: `99` is followed by `100`.

use super::SeriesLine;
use crate::domain::code::SeriesNo;
use crate::domain::refusal::Reason;
use std::cmp::Ordering;

/// A number taken apart. Twenty digits at most, so their value fits a `u128` with room to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Parts<'a> {
    before: &'a str,
    digits: &'a str,
    after: &'a str,
}

impl<'a> Parts<'a> {
    /// Takes a number apart; nothing without a digit.
    fn of(no: &'a SeriesNo) -> Option<Self> {
        let text = no.as_str();
        let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
        let start = text[..end]
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .len();
        Some(Self {
            before: &text[..start],
            digits: &text[start..end],
            after: &text[end..],
        })
    }

    /// The digits without leading zeros; one zero stays.
    fn significant(&self) -> &'a str {
        match self.digits.trim_start_matches('0') {
            "" => "0",
            digits => digits,
        }
    }

    fn value(&self) -> u128 {
        self.digits
            .bytes()
            .fold(0, |value, digit| value * 10 + u128::from(digit - b'0'))
    }

    /// The number with these texts around `digits`, filled up with zeros to `width`.
    fn with(&self, digits: &str, width: usize) -> Result<SeriesNo, Reason> {
        let Self { before, after, .. } = self;
        SeriesNo::new(&format!("{before}{digits:0>width$}{after}"))
    }

    fn same_around(&self, other: &Self) -> bool {
        (self.before, self.after) == (other.before, other.after)
    }
}

/// A number that a line may have. Errors: [`Reason::NoDigit`].
pub(super) fn countable(no: SeriesNo) -> Result<SeriesNo, Reason> {
    match Parts::of(&no) {
        Some(_) => Ok(no),
        None => Err(Reason::NoDigit),
    }
}

/// The number `by` steps later: the last run of digits counts up, keeps its leading zeros, and
/// becomes wider when it must.
///
/// Errors: [`Reason::NoDigit`]; [`Reason::TooLong`] when it no longer fits 20 characters.
pub fn increased(no: &SeriesNo, by: u32) -> Result<SeriesNo, Reason> {
    let parts = Parts::of(no).ok_or(Reason::NoDigit)?;
    let value = parts.value() + u128::from(by);
    parts.with(&value.to_string(), parts.digits.len())
}

/// Which of two numbers of one form comes first; nothing when their forms differ. The width does
/// not count: `99` comes before `100`.
pub fn compared(a: &SeriesNo, b: &SeriesNo) -> Option<Ordering> {
    let (a, b) = (Parts::of(a)?, Parts::of(b)?);
    a.same_around(&b).then(|| a.value().cmp(&b.value()))
}

/// Gives all numbers of a line the form of the one just typed
/// (`NoSeriesSetupImpl.Codeunit.al: UpdateNoSeriesLine`).
///
/// The text around the digits becomes that of `typed`. With such a text the digits get one width
/// too: that of `typed`, or of the longest that needs more. Plain numbers keep their widths, as
/// they grow by themselves: `1` to `99999`.
/// Errors: [`Reason::TooLong`] when a number would not fit any more.
pub(super) fn unify(line: &mut SeriesLine, typed: &SeriesNo) -> Result<(), Reason> {
    let Some(form) = Parts::of(typed) else {
        return Err(Reason::NoDigit);
    };
    let plain = form.before.is_empty() && form.after.is_empty();
    let numbers = [
        &mut line.starting_no,
        &mut line.ending_no,
        &mut line.warning_no,
        &mut line.last_no_used,
    ];
    let longest = numbers
        .iter()
        .filter_map(|no| Some(Parts::of(no.as_ref()?)?.significant().len()))
        .chain([form.digits.len()])
        .max();
    let width = longest.unwrap_or_default();
    for no in numbers {
        let Some(parts) = no.as_ref().and_then(Parts::of) else {
            continue;
        };
        let unified = if plain {
            form.with(parts.digits, 0)?
        } else {
            form.with(parts.significant(), width)?
        };
        *no = Some(unified);
    }
    Ok(())
}
