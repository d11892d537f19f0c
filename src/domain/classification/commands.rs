//! Creating, editing and deleting a row of one of the six tables.

use super::membership::Group;
use super::{Class, ClassEdit, ClassKey, for_class, formula};
use crate::domain::change::{Record, Revision, Table};
use crate::domain::code::ClassCode;
use crate::domain::contact::Contact;
use crate::domain::editable::{self, Editable};
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::work::Work;

/// Creates a row. Needs a code that is free in its table.
///
/// Errors: [`Reason::AlreadyCreated`]; for the code [`Reason::MustBeFilled`], [`Reason::TooLong`],
/// [`Reason::AlreadyUsed`]; for the description [`Reason::TooLong`].
pub(in crate::domain) fn create(
    work: &mut Work,
    key: ClassKey,
    edits: Vec<ClassEdit>,
) -> Result<(), Refusal> {
    for_class!(key, Row(id) => create_row::<Row>(work, id, edits))
}

fn create_row<R: Class>(work: &mut Work, id: R::Id, edits: Vec<ClassEdit>) -> Result<(), Refusal> {
    editable::refuse_second::<R>(work, id)?;
    let typed = edits.iter().rev().find_map(|edit| match edit {
        ClassEdit::Code(typed) => Some(typed.as_str()),
        ClassEdit::Description(_) => None,
    });
    let code = ClassCode::new(typed.unwrap_or_default())
        .map_err(|reason| RecordName::unnamed(R::TABLE).refuse(Field::Code, reason))?;
    let mut row = R::blank(id, code);
    for edit in edits {
        row.apply(work, edit)?;
    }
    work.notice(Notice::Created(R::TABLE, row.code().to_string()));
    work.put(row);
    Ok(())
}

/// Changes one field of a row.
///
/// Errors: [`Reason::Gone`], [`Reason::ChangedMeanwhile`], and those of [`create`] for the field.
pub(in crate::domain) fn edit(
    work: &mut Work,
    key: ClassKey,
    seen: Revision,
    edit: ClassEdit,
) -> Result<(), Refusal> {
    for_class!(key, Row(id) => editable::edit::<Row>(work, id, seen, edit).map(drop))
}

/// Deletes a row that no contact is in or has, a salutation with its formulas (`MailingGroup.Table.al: OnDelete` and its like: No.
/// of Contacts must be 0. The source product does not check organizational levels and salutations).
///
/// Errors: [`Reason::Gone`], [`Reason::ChangedMeanwhile`], [`Reason::InUse`] by contacts.
pub(in crate::domain) fn delete(
    work: &mut Work,
    key: ClassKey,
    seen: Revision,
) -> Result<(), Refusal> {
    for_class!(key, Row(id) => {
        let row = editable::seen::<Row>(work, id, seen)?;
        refuse_used(work, key, &row.record_name())?;
        if let ClassKey::Salutation(id) = key {
            formula::delete_all_of(work, id);
        }
        work.delete::<Row>(id);
        work.notice(Notice::Deleted(Row::TABLE, row.code.to_string()));
        Ok(())
    })
}

/// Refuses a row that contacts are in or have.
pub(in crate::domain) fn refuse_used(
    work: &Work,
    key: ClassKey,
    name: &RecordName,
) -> Result<(), Refusal> {
    match n_contacts(work, key) {
        0 => Ok(()),
        n => Err(name.refuse_all(Reason::InUse {
            by: Table::Contact,
            n: u32::try_from(n).unwrap_or(u32::MAX),
        })),
    }
}

/// How many contacts are in it, or have it.
fn n_contacts(work: &Work, key: ClassKey) -> usize {
    match (Group::of(key), key) {
        (Some(group), _) => work.members(group).len(),
        (None, ClassKey::OrganizationalLevel(id)) => {
            let contacts = work.all::<Contact>();
            contacts
                .filter(|row| row.organizational_level() == Some(id))
                .count()
        }
        (None, ClassKey::Salutation(id)) => {
            let contacts = work.all::<Contact>();
            contacts.filter(|row| row.salutation == Some(id)).count()
        }
        (None, other) => unreachable!("{other:?} is a group"),
    }
}
