//! What classification tables and memberships must not break when they are put back or taken away.

use super::sound::{in_use, refers, unique};
use crate::domain::change::Table;
use crate::domain::classification::formula::SalutationFormula;
use crate::domain::classification::membership::name_of;
use crate::domain::classification::{Class, Membership, Salutation};
use crate::domain::contact::Contact;
use crate::domain::editable::Editable;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::work::Work;

/// A row is there: its code is its own.
pub(super) fn class_stands<R: Class>(work: &Work, row: &R) -> Result<(), Refusal> {
    let same = |other: &R| other.code() == row.code();
    unique(work, row.id(), &row.record_name(), Field::Code, same)
}

/// A membership is there: its contact and its group exist, and the contact may be in it.
pub(super) fn membership_stands(work: &Work, row: &Membership) -> Result<(), Refusal> {
    let (contact, group) = (row.id.contact, row.id.of);
    let field = group.kind().field();
    let name = RecordName::unnamed(Table::Membership);
    refers::<Contact>(work, &name, Field::Contact, Some(contact))?;
    if name_of(work, group).is_err() {
        return Err(name.refuse(field, Reason::RefersToDeleted));
    }
    let contact = work.get::<Contact>(contact);
    match contact.map(|contact| (group.accept(&contact), contact)) {
        Some((Err(reason), contact)) => Err(contact.record_name().refuse(field, reason)),
        _ => Ok(()),
    }
}

/// A formula is there: its salutation exists, and has no other of its sort.
pub(super) fn formula_stands(
    work: &Work,
    row: &SalutationFormula,
    name: &RecordName,
) -> Result<(), Refusal> {
    refers::<Salutation>(work, name, Field::Salutation, Some(row.salutation))?;
    let same = |other: &SalutationFormula| other.is_of_the_sort_of(row);
    unique(work, row.id, name, Field::Language, same)
}

/// A contact is of this type again: all its groups accept it.
pub(super) fn groups_accept(work: &Work, contact: &Contact) -> Result<(), Refusal> {
    for group in work.groups_of(contact.id) {
        let accepted = group.accept(contact);
        accepted.map_err(|reason| contact.record_name().refuse(group.kind().field(), reason))?;
    }
    Ok(())
}

/// A contact is gone: it is in no group.
pub(super) fn in_no_group(work: &Work, contact: &Contact) -> Result<(), Refusal> {
    let groups = work.groups_of(contact.id);
    match groups.first() {
        Some(first) => in_use(
            &contact.record_name(),
            first.kind().table(),
            groups.iter().filter(|it| it.kind() == first.kind()).count(),
        ),
        None => Ok(()),
    }
}
