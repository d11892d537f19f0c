//! The six tables and the memberships seen through their indexes.

use super::membership::{Group, Membership, MembershipId};
use super::{Class, ClassKey, ClassKind, for_class};
use crate::domain::change::Revision;
use crate::domain::code::ClassCode;
use crate::domain::contact::Contact;
use crate::domain::id::ContactId;
use crate::domain::records::{Records, remove_if};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Where a code stands: in which table, and the code.
type Place = (ClassKind, ClassCode);

/// The indexes over the six tables and the memberships.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassIndex {
    codes: BTreeMap<Place, ClassKey>,
    members: HashMap<Group, BTreeSet<ContactId>>,
}

impl ClassIndex {
    /// The row of a table with this code.
    pub fn by_code(&self, kind: ClassKind, code: &ClassCode) -> Option<ClassKey> {
        self.codes.get(&(kind, code.clone())).copied()
    }

    /// The rows of a table, in order of their codes.
    pub fn all(&self, kind: ClassKind) -> impl Iterator<Item = ClassKey> + '_ {
        self.codes(kind).map(|(_, key)| key)
    }

    /// The codes of a table with their rows, in order of the codes.
    pub fn codes(&self, kind: ClassKind) -> impl Iterator<Item = (&ClassCode, ClassKey)> + '_ {
        let rows = self.codes.iter().filter(move |((of, _), _)| *of == kind);
        rows.map(|((_, code), key)| (code, *key))
    }

    /// The contacts in a group, in order of creation.
    pub fn members(&self, of: Group) -> impl Iterator<Item = ContactId> + '_ {
        self.members.get(&of).into_iter().flatten().copied()
    }

    /// How many contacts are in a group.
    pub fn n_members(&self, of: Group) -> usize {
        self.members.get(&of).map_or(0, BTreeSet::len)
    }

    pub(in crate::domain) fn insert<R: Class>(&mut self, row: &R) {
        self.codes
            .insert((R::KIND, row.code().clone()), row.class());
    }

    pub(in crate::domain) fn remove<R: Class>(&mut self, row: &R) {
        remove_if(&mut self.codes, &(R::KIND, row.code().clone()), row.class());
    }

    pub(in crate::domain) fn insert_membership(&mut self, row: &Membership) {
        let members = self.members.entry(row.id.of).or_default();
        members.insert(row.id.contact);
    }

    pub(in crate::domain) fn remove_membership(&mut self, row: &Membership) {
        if let Some(members) = self.members.get_mut(&row.id.of) {
            members.remove(&row.id.contact);
            if members.is_empty() {
                self.members.remove(&row.id.of);
            }
        }
    }
}

/// A row of one of the six tables, as lists and lookups show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClassRow {
    /// Which row.
    pub key: ClassKey,
    /// Its code.
    pub code: ClassCode,
    /// Its description.
    pub description: String,
}

impl Records {
    /// A row of one of the six tables.
    pub fn class(&self, key: ClassKey) -> Option<ClassRow> {
        for_class!(key, Row(id) => self.get::<Row>(id).map(|row| ClassRow {
            key,
            code: row.code.clone(),
            description: row.description.clone(),
        }))
    }

    /// The revision of a row of one of the six tables.
    pub fn class_revision(&self, key: ClassKey) -> Option<Revision> {
        for_class!(key, Row(id) => self.stored::<Row>(id).map(|stored| stored.revision))
    }

    /// The groups in which a contact itself is, kind by kind.
    pub fn groups_of(&self, contact: ContactId) -> impl Iterator<Item = Group> + '_ {
        let [first, last] = MembershipId::ends(contact);
        self.range::<Membership>(first, last).map(|row| row.id.of)
    }

    /// The groups of a kind that a contact's card shows: industry groups and business relations are
    /// those of its company ([`ClassKind::holder`]).
    pub fn groups_shown(&self, contact: &Contact, kind: ClassKind) -> Vec<Group> {
        let holder = kind.holder(contact).into_iter();
        let all = holder.flat_map(|id| self.groups_of(id));
        all.filter(|group| group.kind() == kind).collect()
    }

    /// The rows of a table in order of their codes, each with how many contacts are in it, or have
    /// it. All contacts are gone through at most once, however many rows there are.
    pub fn classes_counted(&self, kind: ClassKind) -> Vec<(ClassRow, usize)> {
        let mut had: HashMap<ClassKey, usize> = HashMap::new();
        if matches!(kind, ClassKind::OrganizationalLevel | ClassKind::Salutation) {
            for key in self.all::<Contact>().filter_map(|row| had_by(row, kind)) {
                *had.entry(key).or_default() += 1;
            }
        }
        let n = |key| match Group::of(key) {
            Some(group) => self.classes().n_members(group),
            None => had.get(&key).copied().unwrap_or_default(),
        };
        let rows = self.classes().all(kind).filter_map(|key| self.class(key));
        rows.map(|row| {
            let n = n(row.key);
            (row, n)
        })
        .collect()
    }

    /// The contacts that are in a row of the six tables, or have it, in order of creation.
    pub fn contacts_in(&self, key: ClassKey) -> Box<dyn Iterator<Item = &Arc<Contact>> + '_> {
        match Group::of(key) {
            Some(group) => {
                let members = self.classes().members(group);
                Box::new(members.filter_map(|id| self.get::<Contact>(id)))
            }
            None => {
                let all = self.all::<Contact>();
                Box::new(all.filter(move |row| had_by(row, key.kind()) == Some(key)))
            }
        }
    }

    /// How many contacts are in a row of the six tables, or have it. Levels and salutations are
    /// counted by going through all contacts.
    pub fn n_contacts(&self, key: ClassKey) -> usize {
        let contacts = || self.all::<Contact>();
        match key {
            ClassKey::OrganizationalLevel(id) => contacts()
                .filter(|row| row.organizational_level() == Some(id))
                .count(),
            ClassKey::Salutation(id) => contacts().filter(|row| row.salutation == Some(id)).count(),
            key => Group::of(key).map_or(0, |group| self.classes().n_members(group)),
        }
    }
}

/// The level or the salutation that a contact has.
fn had_by(contact: &Contact, kind: ClassKind) -> Option<ClassKey> {
    match kind {
        ClassKind::OrganizationalLevel => contact
            .organizational_level()
            .map(ClassKey::OrganizationalLevel),
        ClassKind::Salutation => contact.salutation.map(ClassKey::Salutation),
        _ => None,
    }
}
