//! Looking records through slice by slice, so that a page goes on in between.

use super::{Damage, Found, unique};
use crate::domain::change::Record;
use crate::domain::contact::Contact;
use crate::domain::interaction::LogEntry;
use crate::domain::interaction::template::InteractionGroup;
use crate::domain::records::Records;
use crate::domain::refusal::Field;
use crate::domain::salesperson::Salesperson;
use crate::domain::{Key, Revision, Table};
use std::ops::ControlFlow;

/// A look through all records that has been begun. When they change before it ends, it begins anew.
#[derive(Debug, Default)]
pub struct Checking {
    /// The revision of the records that are looked at.
    revision: Revision,
    found: Found,
    part: usize,
    /// The last row of the present part that was looked at.
    last: Option<Key>,
    /// So many rows of large tables were looked at.
    n_rows: usize,
}

/// Some tables that are looked through one after the other.
enum Part {
    /// Small ones, at once.
    Whole(fn(&Records, &mut Found)),
    Contacts,
    Memberships,
    Log,
}

/// All parts, in the order in which they are told.
const PARTS: [Part; 8] = [
    Part::Whole(|records, found| {
        records.check_setup(found);
        records.check_series(found);
        unique::<Salesperson, _>(records, found, Field::Code, |row| &row.code);
        for salesperson in records.all::<Salesperson>() {
            found.missing_if(&**salesperson, Field::Name, salesperson.name.is_empty());
        }
        records.check_classes(found);
        records.check_formulas(found);
    }),
    Part::Whole(|records, found| {
        // Where the index has as many numbers as there are rows, no number comes twice.
        if records.contacts_by_no().count() < records.count(Table::Contact) {
            unique::<Contact, _>(records, found, Field::No, |row| &row.no);
        }
        records.check_erased(found);
    }),
    Part::Contacts,
    Part::Memberships,
    Part::Whole(|records, found| {
        unique::<InteractionGroup, _>(records, found, Field::Code, |row| &row.code);
        records.check_templates(found);
        records.check_campaigns(found);
    }),
    Part::Whole(Records::check_segments),
    Part::Whole(|records, found| {
        if records.ledger().n_nos() < records.count(Table::LogEntry) {
            unique::<LogEntry, _>(records, found, Field::No, |row| row.no);
        }
    }),
    Part::Log,
];

impl Checking {
    /// Nothing has been looked at yet.
    pub fn begin() -> Self {
        Self::default()
    }

    /// Looks through so many rows of a large table, or through small ones. Gives everything that is wrong
    /// once that was all.
    pub fn step(&mut self, records: &Records, n_rows: usize) -> Option<Vec<Damage>> {
        // The other half comes before the page has its turn for long.
        if records.is_between() {
            return None;
        }
        if self.revision != records.revision() {
            *self = Self {
                revision: records.revision(),
                ..Self::begin()
            };
        }
        let Some(part) = PARTS.get(self.part) else {
            return Some(std::mem::take(&mut self.found.0));
        };
        let found = &mut self.found;
        self.last = match part {
            Part::Whole(check) => {
                check(records, found);
                None
            }
            Part::Contacts => rows(records, self.last, n_rows, |row| {
                self.n_rows += 1;
                records.check_contact(found, row);
            }),
            Part::Memberships => rows(records, self.last, n_rows, |row| {
                self.n_rows += 1;
                records.check_membership(found, row);
            }),
            Part::Log => rows(records, self.last, n_rows, |row| {
                self.n_rows += 1;
                records.check_entry(found, row);
            }),
        };
        if self.last.is_none() {
            self.part += 1;
        }
        None
    }

    /// How much has been looked at, from 0 to 1, by the rows of the large tables.
    pub fn done(&self, records: &Records) -> f64 {
        let large = [Table::Contact, Table::Membership, Table::LogEntry];
        let n_rows: usize = large.iter().map(|table| records.count(*table)).sum();
        self.n_rows as f64 / n_rows.max(1) as f64
    }
}

/// Looks at so many rows behind the last one. Gives the last of them; none if there are no more.
fn rows<R: Record>(
    records: &Records,
    last: Option<Key>,
    n_rows: usize,
    mut check: impl FnMut(&R),
) -> Option<Key> {
    let last = last.and_then(|key| R::id_in(&key));
    let mut seen = None;
    let mut n_seen = 0;
    records.show::<R>(last, &mut |row| {
        check(row);
        seen = Some(R::key(row.id()));
        n_seen += 1;
        match n_seen < n_rows {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    });
    seen.filter(|_| n_seen == n_rows)
}
