//! Who belongs to a contact, and what becomes of it: persons and log entries when a contact is
//! deleted or changes company (`Contact.Table.al: OnDelete, UpdateCompanyNo`).
//!
//! Whatever happens, an entry's company stays the company of the entry's contact.

use super::Contact;
use crate::domain::change::Table;
use crate::domain::classification::membership;
use crate::domain::editable::Editable;
use crate::domain::id::ContactId;
use crate::domain::interaction::LogEntry;
use crate::domain::ledger::Scope;
use crate::domain::refusal::{Reason, Refusal};
use crate::domain::segment::line;
use crate::domain::work::Work;
use std::sync::Arc;

/// The persons of a company.
pub(in crate::domain) fn persons_of(work: &Work, company: ContactId) -> Vec<Arc<Contact>> {
    work.linked(
        |rows| Box::new(rows.persons_of(company).map(|row| row.id)),
        |row: &Contact| row.is_person() && row.company() == Some(company),
    )
}

/// Refuses a contact that stands in segments which are not logged yet
/// (`Contact.Table.al: OnDelete, CheckUnloggedSegments`).
pub(super) fn refuse_in_segment(work: &Work, contact: &Contact) -> Result<(), Refusal> {
    match line::segments_of(work, contact.id).len() {
        0 => Ok(()),
        n => Err(contact.record_name().refuse_all(Reason::InUse {
            by: Table::Segment,
            n: n as u32,
        })),
    }
}

/// The log entries with a contact itself, postponed ones too.
pub(in crate::domain) fn entries_of(work: &Work, contact: ContactId) -> Vec<Arc<LogEntry>> {
    work.entries(Scope::Person(contact), |entry| {
        entry.contact == Some(contact)
    })
}

/// Deletes a person; its entries pass to its company, or to nobody.
pub(super) fn delete_person(work: &mut Work, person: ContactId, company: Option<ContactId>) {
    give_entries(work, person, company, company);
    membership::forget_contact(work, person);
    work.delete::<Contact>(person);
}

/// Deletes a company with its persons; the entries of all of them lose contact and company. Gives
/// the number of persons.
pub(super) fn delete_company(work: &mut Work, company: ContactId) -> u32 {
    let persons = persons_of(work, company);
    for person in &persons {
        delete_person(work, person.id, None);
    }
    give_entries(work, company, None, None);
    // Entries of its persons have left with them; those of erased ones still say whose they were.
    let left = |entry: &LogEntry| entry.company == Some(company);
    for entry in work.entries(Scope::Company(company), left) {
        work.put(LogEntry {
            company: None,
            ..LogEntry::clone(&entry)
        });
    }
    membership::forget_contact(work, company);
    work.delete::<Contact>(company);
    persons.len() as u32
}

/// A person leaves a company or joins its first one. What was recorded with the old company stays
/// with it; what was recorded before there was one goes along to the new company. (The source
/// product leaves the company of the latter blank, and so loses them.)
pub(super) fn change_company(
    work: &mut Work,
    person: ContactId,
    old: Option<ContactId>,
    new: Option<ContactId>,
) {
    match old {
        Some(old) => give_entries(work, person, Some(old), Some(old)),
        None => give_entries(work, person, Some(person), new),
    }
}

fn give_entries(
    work: &mut Work,
    from: ContactId,
    contact: Option<ContactId>,
    company: Option<ContactId>,
) {
    for entry in entries_of(work, from) {
        work.put(LogEntry {
            contact,
            company,
            ..LogEntry::clone(&entry)
        });
    }
}
