//! What is done to many contacts at once: assigned to a salesperson, deleted. (Groups and segments
//! take many by themselves.)
//!
//! Each is one change set, and costs what there is to change, however many contacts there are. A
//! contact that is not as the list saw it refuses by name, and nothing is written: what somebody
//! else changed meanwhile may be why it should be left alone. One that is gone is passed over: there
//! is nothing left to do to it. What cannot be deleted because it stands in a segment is known
//! beforehand ([`deletion`]): the page says how many stay, and leaves them out of the command.

use super::{Contact, ContactEdit, ContactKind, history, inherit};
use crate::domain::change::{Key, Revision};
use crate::domain::editable::Editable;
use crate::domain::id::{ContactId, SalespersonId};
use crate::domain::ledger::Scope;
use crate::domain::notice::Notice;
use crate::domain::records::Records;
use crate::domain::refusal::{Reason, Refusal};
use crate::domain::salesperson::Salesperson;
use crate::domain::work::Work;
use std::collections::BTreeSet;
use std::sync::Arc;

/// So many of those that stay are named.
const STAYING_MAX: usize = 5;

/// Makes one salesperson responsible for contacts, or nobody; persons of a company among them follow
/// as they do when it alone is changed.
///
/// Errors: [`Reason::ChangedMeanwhile`] for a contact; [`Reason::NotFound`] and
/// [`Reason::SalespersonBlocked`] for the salesperson.
pub(in crate::domain) fn assign(
    work: &mut Work,
    ids: &[ContactId],
    seen: Revision,
    choice: Option<SalespersonId>,
) -> Result<(), Refusal> {
    let rows = as_seen(work, ids, seen)?;
    let mut n = 0;
    // Persons first: those who are meant themselves do not count among those who follow.
    let (persons, companies): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.is_person());
    let mut n_follow = 0;
    for before in persons.iter().chain(&companies) {
        let mut after = Contact::clone(before);
        after.apply(work, ContactEdit::Salesperson(choice))?;
        if after == **before {
            continue;
        }
        n += 1;
        work.put(after.clone());
        if !after.is_person() {
            n_follow += inherit::pass_on(work, before, &after);
        }
    }
    let code = choice.and_then(|id| work.get::<Salesperson>(id));
    let code = code.map(|row| row.code.clone());
    work.notice(Notice::SalespersonAssigned { code, n, n_follow });
    Ok(())
}

/// Deletes contacts as [`super::delete`] deletes one, companies with their persons.
///
/// Errors: [`Reason::ChangedMeanwhile`], and [`Reason::InUse`] for one that stands in a segment or
/// has a person that does.
pub(in crate::domain) fn delete(
    work: &mut Work,
    ids: &[ContactId],
    seen: Revision,
) -> Result<(), Refusal> {
    let rows = as_seen(work, ids, seen)?;
    if rows.is_empty() {
        return Ok(());
    }
    let n = count(rows.len());
    let n_gone = remove(work, &rows)?;
    work.notice(Notice::ContactsDeleted {
        n,
        n_persons: n_gone - n,
    });
    Ok(())
}

/// Takes contacts away, companies with their persons. Gives how many rows that were.
///
/// Errors: [`Reason::InUse`].
pub(super) fn remove(work: &mut Work, rows: &[Arc<Contact>]) -> Result<u32, Refusal> {
    for row in rows {
        history::refuse_in_segment(work, row)?;
        for person in history::persons_of(work, row.id) {
            history::refuse_in_segment(work, &person)?;
        }
    }
    let mut n = 0;
    let companies = rows.iter().filter(|row| !row.is_person());
    for company in companies {
        n += 1 + history::delete_company(work, company.id);
    }
    for row in rows {
        // Its company may have taken it along.
        if let (ContactKind::Person(person), true) =
            (&row.kind, work.get::<Contact>(row.id).is_some())
        {
            n += 1;
            history::delete_person(work, row.id, person.company);
        }
    }
    Ok(n)
}

/// The contacts that are still there, each once. Errors: [`Reason::ChangedMeanwhile`].
fn as_seen(work: &Work, ids: &[ContactId], seen: Revision) -> Result<Vec<Arc<Contact>>, Refusal> {
    let distinct: BTreeSet<ContactId> = ids.iter().copied().collect();
    let rows = distinct
        .into_iter()
        .filter_map(|id| work.get::<Contact>(id));
    let checked = rows.map(|row| match work.changed_after(Key::Contact(row.id), seen) {
        true => Err(row.record_name().refuse_all(Reason::ChangedMeanwhile)),
        false => Ok(row),
    });
    checked.collect()
}

/// What deleting contacts comes to, before it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deletion {
    /// Those of them that can be deleted.
    pub going: Vec<ContactId>,
    /// How many persons go with their companies, besides.
    pub n_persons: u32,
    /// How many interactions lose their contact, or pass to its company.
    pub n_interactions: u32,
    /// How many of them stay: they stand in a segment, or one of their persons does.
    pub n_staying: u32,
    /// The numbers of the first of those.
    pub staying: Vec<String>,
}

/// Looks at what deleting these contacts would come to; changes nothing. Those gone are passed over.
pub fn deletion(records: &Records, ids: &BTreeSet<ContactId>) -> Deletion {
    let stands = |id: ContactId| records.segments().lines_with(id).next().is_some();
    let persons = |id: ContactId| records.persons_of(id).map(|row| row.id);
    let mut found = Deletion::default();
    let mut gone: BTreeSet<ContactId> = BTreeSet::new();
    for row in ids.iter().filter_map(|id| records.get::<Contact>(*id)) {
        if stands(row.id) || persons(row.id).any(stands) {
            found.n_staying += 1;
            if found.staying.len() < STAYING_MAX {
                found.staying.push(row.no.to_string());
            }
        } else {
            found.going.push(row.id);
            gone.insert(row.id);
            gone.extend(persons(row.id));
        }
    }
    let n_entries = gone
        .iter()
        .map(|id| records.ledger().count(Scope::Person(*id)));
    found.n_interactions = count(n_entries.sum());
    found.n_persons = count(gone.len() - found.going.len());
    found
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
