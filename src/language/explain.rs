//! Sentences for refusals, notices and what could not be read: what happened, and what to do.
//!
//! The domain says it in values ([`Refusal`], [`Notice`]); each language has an exhaustive `match`
//! over them, so a new reason without its sentence does not compile. Names are put in as they stand
//! in labels: Finnish inflects nouns, so its sentences leave them in the nominative.

use super::Messages;
use super::format::FormatError;
use crate::domain::interaction::title::Title;
use crate::domain::values::{Minutes, Money};
use crate::domain::{Field, Notice, Reason, RecordName, Refusal, Table};

/// The sentences of one language.
pub struct ExplainTexts {
    /// Why not, at the field.
    pub(super) reason: fn(&About, &Reason) -> String,
    /// What was done.
    pub(super) notice: fn(&Notice) -> String,
    /// What was typed instead of what is wanted.
    pub(super) format_error: fn(FormatError) -> String,
    /// What came from a contact: what it was, and the contact's name.
    pub(super) inbound: fn(&str, &str) -> String,
    /// What went out: what it was, and by whom.
    pub(super) outbound: fn(&str, &str) -> String,
}

/// What a sentence is about, by the names on the screen.
pub(super) struct About {
    /// The field, if it is about one.
    pub field: Option<Field>,
    /// Its name.
    pub name: Option<&'static str>,
    /// The largest value it takes, where there is one.
    pub largest: Option<String>,
}

impl About {
    /// True when it is about who is responsible.
    pub fn is_salesperson(&self) -> bool {
        matches!(
            self.field,
            Some(Field::Salesperson | Field::DefaultSalesperson)
        )
    }
}

/// A refusal in full, for where the record is not in sight: `Contact CT000012: Name must be filled
/// in.`
pub fn refusal(m: &Messages, refusal: &Refusal) -> String {
    format!("{}: {}", record(m, &refusal.record), reason(m, refusal))
}

/// A refusal as it stands at the field or on the page of the record: without the record's name.
pub fn reason(m: &Messages, refusal: &Refusal) -> String {
    at(m, refusal.field, &refusal.reason)
}

/// What is wrong with a field before anything is sent, as it stands at it.
pub fn at(m: &Messages, field: Option<Field>, reason: &Reason) -> String {
    let about = About {
        field,
        name: field.map(m.terms.field),
        largest: field.and_then(|field| largest(m, field)),
    };
    (m.explain.reason)(&about, reason)
}

/// What was done, or what else the user should know.
pub fn notice(m: &Messages, notice: &Notice) -> String {
    (m.explain.notice)(notice)
}

/// What was typed could not be read: says what can.
pub fn format_error(m: &Messages, error: FormatError) -> String {
    (m.explain.format_error)(error)
}

/// What an interaction is called on a timeline: `Phone call by Kaisa Virtanen`. One without a
/// template is an interaction.
pub fn title(m: &Messages, title: &Title) -> String {
    let named = |what: &str| match what {
        "" => m.terms.interaction.to_owned(),
        what => what.to_owned(),
    };
    match title {
        Title::Inbound { what, contact } => (m.explain.inbound)(&named(what), contact),
        Title::Outbound { what, by } => (m.explain.outbound)(&named(what), by),
        Title::Plain { what } => named(what),
    }
}

/// A record by its kind and number: `Contact CT000012`.
pub fn record(m: &Messages, name: &RecordName) -> String {
    let kind = match name.table {
        Table::LogEntry => m.terms.interaction,
        table => (m.terms.record)(table),
    };
    format!("{kind} {}", name.label).trim_end().to_owned()
}

/// The largest value that a field takes.
fn largest(m: &Messages, field: Field) -> Option<String> {
    match field {
        Field::Cost | Field::UnitCost => Some(m.format.amount(Money::MAX)),
        Field::Duration | Field::UnitDuration => Some(m.format.minutes(Minutes::MAX)),
        _ => None,
    }
}
