//! Figures over the log (interactions 3.17): how many, what they cost, how long they took, and when
//! a contact was last spoken to. Postponed and canceled entries count in none of them. (In the source
//! product canceled ones still move the two dates of a contact.)

use super::LogEntry;
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, LogEntryId};
pub use crate::domain::ledger::Figures;
use crate::domain::ledger::Scope;
use crate::domain::records::Records;
use chrono::NaiveDate;
use std::sync::Arc;

/// The scope of a contact: a person's own entries; a company's with those of all its persons
/// (`Contact.Table.al: ValidateLookupContactNo`). Nobody's entries for a contact that is gone.
pub fn scope_of(records: &Records, contact: ContactId) -> Scope {
    match records.get::<Contact>(contact) {
        Some(row) if !row.is_person() => Scope::Company(contact),
        _ => Scope::Person(contact),
    }
}

/// The figures of a scope, which the ledger keeps.
pub fn figures(records: &Records, scope: Scope) -> Figures {
    records.ledger().figures(scope)
}

/// The *date of last interaction* (`Contact.Table.al` 5068): of the latest one in which the contact was reached.
pub fn last_interaction(records: &Records, scope: Scope) -> Option<NaiveDate> {
    records.ledger().last_reached(scope)
}

/// The *last date attempted* (`Contact.Table.al` 5067): of the latest interaction on our initiative, whether the
/// contact was reached or not.
pub fn last_attempt(records: &Records, scope: Scope) -> Option<NaiveDate> {
    records.ledger().last_by_us(scope)
}

/// The entries of a scope that count, oldest first.
pub(in crate::domain) fn counted(
    records: &Records,
    scope: Scope,
) -> impl DoubleEndedIterator<Item = &Arc<LogEntry>> {
    let ids: Box<dyn DoubleEndedIterator<Item = LogEntryId>> = match scope {
        Scope::All => Box::new(records.ledger().logged()),
        scope => records.ledger().entries(scope),
    };
    ids.filter_map(|id| records.get::<LogEntry>(id))
        .filter(|entry| entry.counts())
}
