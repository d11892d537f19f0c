//! Who is in which group: mailing groups for any contact, industry groups and business relations for
//! companies, job responsibilities for persons (`ContactMailingGroup.Table.al`,
//! `ContactIndustryGroup.Table.al`, `ContactBusinessRelation.Table.al`,
//! `ContactJobResponsibility.Table.al`).
//!
//! A membership is a row of its own, so giving 50,000 contacts a mailing group rewrites no contact.
//! Its id is what it says, contact and group: nobody can be in a group twice.

use super::{ClassKey, ClassKind, for_class};
use crate::domain::change::Record;
use crate::domain::contact::Contact;
use crate::domain::editable::Editable;
use crate::domain::id::{
    BusinessRelationId, ContactId, IndustryGroupId, JobResponsibilityId, MailingGroupId,
};
use crate::domain::notice::Notice;
use crate::domain::refusal::{Field, Reason, RecordName, Refusal};
use crate::domain::values::ContactType;
use crate::domain::work::Work;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A contact's membership in a group; there, or not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// Who is in what.
    pub id: MembershipId,
}

/// Who is in what. Stored as text: contact, kind and group with colons between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct MembershipId {
    /// The contact.
    pub contact: ContactId,
    /// The group.
    pub of: Group,
}

/// A group that a contact can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// A mailing group.
    Mailing(MailingGroupId),
    /// An industry group.
    Industry(IndustryGroupId),
    /// A business relation.
    Relation(BusinessRelationId),
    /// A job responsibility.
    Responsibility(JobResponsibilityId),
}

impl Group {
    /// The group that a row of the six tables is, if contacts can be in it.
    pub fn of(key: ClassKey) -> Option<Self> {
        match key {
            ClassKey::MailingGroup(id) => Some(Self::Mailing(id)),
            ClassKey::IndustryGroup(id) => Some(Self::Industry(id)),
            ClassKey::BusinessRelation(id) => Some(Self::Relation(id)),
            ClassKey::JobResponsibility(id) => Some(Self::Responsibility(id)),
            ClassKey::OrganizationalLevel(_) | ClassKey::Salutation(_) => None,
        }
    }

    /// The row that describes it.
    pub fn class(self) -> ClassKey {
        match self {
            Self::Mailing(id) => ClassKey::MailingGroup(id),
            Self::Industry(id) => ClassKey::IndustryGroup(id),
            Self::Relation(id) => ClassKey::BusinessRelation(id),
            Self::Responsibility(id) => ClassKey::JobResponsibility(id),
        }
    }

    /// Of which kind it is.
    pub fn kind(self) -> ClassKind {
        self.class().kind()
    }

    /// Refuses a contact of the wrong type. Errors: [`Reason::CompaniesOnly`],
    /// [`Reason::PersonsOnly`].
    pub(in crate::domain) fn accept(self, contact: &Contact) -> Result<(), Reason> {
        match self.kind().only_for() {
            Some(ContactType::Company) if contact.is_person() => Err(Reason::CompaniesOnly),
            Some(ContactType::Person) if !contact.is_person() => Err(Reason::PersonsOnly),
            _ => Ok(()),
        }
    }

    fn name_and_id(self) -> (&'static str, Uuid) {
        match self {
            Self::Mailing(id) => ("mailing", id.0),
            Self::Industry(id) => ("industry", id.0),
            Self::Relation(id) => ("relation", id.0),
            Self::Responsibility(id) => ("responsibility", id.0),
        }
    }
}

impl MembershipId {
    /// Before all memberships of a contact, and after all of them.
    pub(super) fn ends(contact: ContactId) -> [Self; 2] {
        [
            Group::Mailing(MailingGroupId(Uuid::nil())),
            Group::Responsibility(JobResponsibilityId(Uuid::max())),
        ]
        .map(|of| Self { contact, of })
    }
}

impl From<MembershipId> for String {
    fn from(id: MembershipId) -> Self {
        let (name, group) = id.of.name_and_id();
        format!("{}:{name}:{group}", id.contact)
    }
}

impl TryFrom<String> for MembershipId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let read = || {
            let mut parts = text.split(':');
            let contact = ContactId(parts.next()?.parse().ok()?);
            let name = parts.next()?;
            let id: Uuid = parts.next()?.parse().ok()?;
            let of = match name {
                "mailing" => Group::Mailing(id.into()),
                "industry" => Group::Industry(id.into()),
                "relation" => Group::Relation(id.into()),
                "responsibility" => Group::Responsibility(id.into()),
                _ => return None,
            };
            parts.next().is_none().then_some(Self { contact, of })
        };
        read().ok_or_else(|| format!("{text:?} is no membership"))
    }
}

/// Puts contacts into a group; those that are in it stay.
///
/// Errors, each before anything is done: [`Reason::Gone`] for the group; [`Reason::NotFound`],
/// [`Reason::CompaniesOnly`] and [`Reason::PersonsOnly`] for a contact.
pub(in crate::domain) fn add(
    work: &mut Work,
    group: Group,
    contacts: &[ContactId],
) -> Result<(), Refusal> {
    let name = name_of(work, group)?;
    for id in contacts {
        let contact = work.find::<Contact>(*id, &name, Field::Contact)?;
        let accepted = group.accept(&contact);
        accepted.map_err(|reason| contact.record_name().refuse(group.kind().field(), reason))?;
    }
    let n = put_into(work, group, contacts.iter().copied());
    work.notice(Notice::GroupJoined { group: name, n });
    Ok(())
}

/// Puts contacts into a group, of whom it is known that they may be. Gives how many were not in it.
pub(in crate::domain) fn put_into(
    work: &mut Work,
    of: Group,
    contacts: impl Iterator<Item = ContactId>,
) -> u32 {
    let mut n = 0;
    for contact in contacts {
        let id = MembershipId { contact, of };
        if work.get::<Membership>(id).is_none() {
            work.put(Membership { id });
            n += 1;
        }
    }
    n
}

/// Takes contacts out of a group; those that are not in it are passed over.
///
/// Errors: [`Reason::Gone`] for the group.
pub(in crate::domain) fn remove(
    work: &mut Work,
    group: Group,
    contacts: &[ContactId],
) -> Result<(), Refusal> {
    let name = name_of(work, group)?;
    let mut n = 0;
    for contact in contacts {
        let id = MembershipId {
            contact: *contact,
            of: group,
        };
        if work.get::<Membership>(id).is_some() {
            work.delete::<Membership>(id);
            n += 1;
        }
    }
    work.notice(Notice::GroupLeft { group: name, n });
    Ok(())
}

/// How refusals and notices name a group. Errors: [`Reason::Gone`].
pub(in crate::domain) fn name_of(work: &Work, group: Group) -> Result<RecordName, Refusal> {
    for_class!(group.class(), Row(id) => match work.get::<Row>(id) {
        Some(row) => Ok(row.record_name()),
        None => Err(RecordName::unnamed(Row::TABLE).refuse_all(Reason::Gone)),
    })
}

/// A contact goes: out of all groups.
pub(in crate::domain) fn forget_contact(work: &mut Work, contact: ContactId) {
    for of in work.groups_of(contact) {
        work.delete::<Membership>(MembershipId { contact, of });
    }
}

impl Work<'_> {
    /// The groups in which a contact is now.
    pub fn groups_of(&self, contact: ContactId) -> BTreeSet<Group> {
        let id = move |of| MembershipId { contact, of };
        let rows =
            self.linked::<Membership>(|rows| Box::new(rows.groups_of(contact).map(id)), |_| true);
        rows.iter().map(|row| row.id.of).collect()
    }

    /// The contacts that are in a group now.
    pub fn members(&self, of: Group) -> BTreeSet<ContactId> {
        let id = move |contact| MembershipId { contact, of };
        let rows = self.linked::<Membership>(
            |rows| Box::new(rows.classes().members(of).map(id)),
            |_| true,
        );
        rows.iter().map(|row| row.id.contact).collect()
    }
}
