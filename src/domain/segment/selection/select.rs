//! Finding the contacts that criteria are about.
//!
//! Filters are resolved once. Where to begin is the smallest of what the sections name: the members
//! of groups, the contacts with certain interactions, or all contacts. Interactions are looked at
//! contact by contact while few contacts are left, and in one pass through the log otherwise.

use super::entries::EntryTest;
use super::fields::ContactTest;
use super::{Criteria, Part, Section};
use crate::domain::change::Table;
use crate::domain::classification::{ClassKind, Group};
use crate::domain::contact::Contact;
use crate::domain::filter::{Days, Value};
use crate::domain::id::ContactId;
use crate::domain::ledger::Scope;
use crate::domain::records::Records;
use crate::domain::values::ContactType;
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

/// Criteria made ready for a day and a company.
pub struct Selector<'a> {
    records: &'a Records,
    tests: Vec<Tested>,
}

struct Tested {
    absent: bool,
    test: Test,
}

enum Test {
    Contact(ContactTest),
    /// In one of these groups, itself or its company.
    Groups {
        kind: ClassKind,
        groups: BTreeSet<Group>,
    },
    Entries(EntryTest),
    /// Among those that were found once for all.
    Known(HashSet<ContactId>),
}

impl<'a> Selector<'a> {
    /// Resolves the filters and looks the codes up.
    pub fn new(records: &'a Records, days: &Days, criteria: &Criteria) -> Self {
        let tests = criteria.sections.iter().map(|section| Tested {
            absent: section.is_absent(),
            test: test(records, section, days),
        });
        Self {
            records,
            tests: tests.collect(),
        }
    }

    /// All contacts that are meant, in order of creation.
    pub fn all(&mut self) -> Vec<&'a Arc<Contact>> {
        let records = self.records;
        let mut from: Option<BTreeSet<ContactId>> = None;
        for it in self.tests.iter().filter(|it| !it.absent) {
            if let Test::Groups { kind, groups } = &it.test {
                let n_sure = from.as_ref().map_or(usize::MAX, BTreeSet::len);
                let classes = records.classes();
                let n_members: usize = groups.iter().map(|of| classes.n_members(*of)).sum();
                if n_members < n_sure {
                    from = Some(members(records, *kind, groups));
                }
            }
        }
        let n = from.as_ref().map(BTreeSet::len);
        self.prepare(n.unwrap_or(records.count(Table::Contact)));
        for it in self.tests.iter().filter(|it| !it.absent) {
            if let Test::Known(found) = &it.test
                && found.len() < from.as_ref().map_or(usize::MAX, BTreeSet::len)
            {
                from = Some(found.iter().copied().collect());
            }
        }
        match from {
            Some(ids) => {
                let contacts = ids.into_iter().filter_map(|id| records.get::<Contact>(id));
                contacts.filter(|row| self.matches(row)).collect()
            }
            None => {
                let contacts = records.all::<Contact>();
                contacts.filter(|row| self.matches(row)).collect()
            }
        }
    }

    /// Makes ready to be asked of about so many contacts: goes through the log once where that takes
    /// less time than looking at the interactions of each.
    pub fn prepare(&mut self, n_contacts: usize) {
        let records = self.records;
        let n_entries = records.ledger().count(Scope::All);
        let n_each = 1 + n_entries / records.count(Table::Contact).max(1);
        for it in &mut self.tests {
            if let Test::Entries(test) = &it.test
                && test.n_looked_at(records) <= n_contacts.saturating_mul(n_each)
            {
                it.test = Test::Known(test.contacts(records));
            }
        }
    }

    /// True if the contact is meant.
    pub fn matches(&self, contact: &Contact) -> bool {
        let holds = |it: &Tested| self.holds(&it.test, contact) != it.absent;
        self.tests.iter().all(holds)
    }

    /// True if nothing is asked, so that every contact is meant.
    pub fn is_everybody(&self) -> bool {
        self.tests.is_empty()
    }

    fn holds(&self, test: &Test, contact: &Contact) -> bool {
        let records = self.records;
        match test {
            Test::Contact(test) => test.passes(records, contact),
            Test::Groups { kind, groups } => {
                let holder = kind.holder(contact).into_iter();
                let mut theirs = holder.flat_map(|id| records.groups_of(id));
                theirs.any(|of| groups.contains(&of))
            }
            Test::Entries(test) => test.any_with(records, contact),
            Test::Known(found) => found.contains(&contact.id),
        }
    }
}

fn test(records: &Records, section: &Section, days: &Days) -> Test {
    let kind = match section.part() {
        Part::Contact => return Test::Contact(ContactTest::new(records, section, days)),
        Part::Interaction => return Test::Entries(EntryTest::new(records, section, days)),
        Part::MailingGroup => ClassKind::MailingGroup,
        Part::IndustryGroup => ClassKind::IndustryGroup,
        Part::BusinessRelation => ClassKind::BusinessRelation,
        Part::JobResponsibility => ClassKind::JobResponsibility,
    };
    let filters = section.filters().iter();
    let matchers: Vec<_> = filters.map(|it| it.filter.resolve(days)).collect();
    let codes = records.classes().codes(kind);
    let passing = codes.filter(|(code, _)| {
        let value = Value::Code(code.as_str());
        matchers.iter().all(|matcher| matcher.matches(&value))
    });
    let groups = passing.filter_map(|(_, key)| Group::of(key)).collect();
    Test::Groups { kind, groups }
}

/// Who is in one of the groups, persons through their companies where the groups are companies'.
fn members(records: &Records, kind: ClassKind, groups: &BTreeSet<Group>) -> BTreeSet<ContactId> {
    let members = groups.iter().flat_map(|of| records.classes().members(*of));
    if kind.only_for() != Some(ContactType::Company) {
        return members.collect();
    }
    let with_persons = members.flat_map(|id| {
        let persons = records.persons_of(id).map(|person| person.id);
        std::iter::once(id).chain(persons)
    });
    with_persons.collect()
}
