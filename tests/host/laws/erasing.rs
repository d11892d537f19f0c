//! The laws of erasing: whatever was done to a company, and with whom, nothing is left of a contact that is erased.

use super::cases;
use super::commands::take;
use super::steps::{beginning, contact, step};
use crate::backup::{Bytes, HostTools, backup, restore_as};
use crate::desk::Desk;
use crate::domain::privacy::{MARKER, count};
use lokikirja::backup::{Protection, RestoreAs};
use lokikirja::book::open;
use lokikirja::domain::contact::{Contact, ContactEdit};
use lokikirja::domain::id::ContactId;
use lokikirja::domain::interaction::form::{self, FormEdit, Opener};
use lokikirja::domain::privacy::ErasedContact;
use lokikirja::domain::segment::criteria::ActionKind;
use lokikirja::domain::{Command, Records, Revision, Row};
use pollster::block_on;
use proptest::collection::vec;
use proptest::prelude::*;

/// Marks a contact and what is said with it, in whatever shape the company is.
fn mark(desk: &mut Desk, id: ContactId) {
    for edit in [
        ContactEdit::Name(MARKER.into()),
        ContactEdit::Address(MARKER.into()),
        ContactEdit::City(MARKER.into()),
        ContactEdit::Email(format!("{MARKER}@b.fi")),
    ] {
        let seen = desk.revision::<Contact>(id);
        drop(desk.run(Command::EditContact(id, seen, edit)));
    }
    let entry = desk.new_id();
    let opened = form::open(&desk.records, &desk.moment, entry, Opener::Contact(id));
    let Ok(mut form) = opened else { return };
    let edit = FormEdit::Description(MARKER.into());
    form.edit(&desk.records, edit).expect("it is not locked");
    desk.keep_draft(&form);
    form.entry = desk.new_id();
    drop(desk.run(Command::PostponeInteraction(Box::new(form))));
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn nothing_is_left_of_whoever_is_erased(
        steps in vec(step(), 1..30),
        id in contact(),
        marked_at in 0..30_usize,
        later in vec(step(), 0..10),
    ) {
        let mut desk = Desk::with("");
        for step in beginning() {
            take(&mut desk, step)?;
        }
        for (at, step) in steps.into_iter().enumerate() {
            if at == marked_at {
                mark(&mut desk, id);
            }
            take(&mut desk, step)?;
        }
        mark(&mut desk, id);
        let seen = Revision(u64::MAX);
        let action = desk.new_action();
        if desk.run(Command::EraseContact(id, seen, action)).is_err() {
            return Ok(());
        }
        // Persons keep what they took over from their company.
        let left = desk.records.all::<Contact>().any(|row| {
            let taken_over = [&row.address, &row.city, &row.email];
            taken_over.into_iter().any(|text| count(text) > 0)
        });
        prop_assume!(!left);
        prop_assert_eq!(desk.n_marks(), 0);
        for step in later {
            take(&mut desk, step)?;
        }
        prop_assert_eq!(desk.n_marks(), 0);
    }

    /// What is restored without a contact is what erasing it leaves, but that no segment counts a removal.
    #[test]
    fn restoring_without_a_contact_is_erasing_it(
        steps in vec(step(), 1..40),
        id in contact(),
    ) {
        let mut desk = Desk::with("");
        for step in beginning().into_iter().chain(steps) {
            take(&mut desk, step)?;
        }
        let journal = desk.journal();
        let (file, _): (Bytes, _) = backup(&journal, Protection::Open, &HostTools::default());
        journal.close();
        let action = desk.new_action();
        if desk.run(Command::EraseContact(id, Revision(u64::MAX), action)).is_err() {
            return Ok(());
        }
        let erased = desk.records.all::<ErasedContact>().map(|row| ErasedContact::clone(row));
        let how = RestoreAs { name: None, erased: erased.collect() };
        let restored = restore_as(&file, None, &desk.shelf, "restored", how);
        prop_assert_eq!(restored.map(|it| it.n_erased_again), Ok(1));
        let book = block_on(open::open(&desk.shelf, "restored", None)).expect("it opens");
        prop_assert_eq!(book.damage(), []);
        let restored = book.records().borrow().clone();
        book.close();
        let told = |records: &Records| -> Vec<Row> {
            let rows = records.rows().map(|(row, _)| row);
            let counts = |row: &Row| match row {
                Row::Segment(_) => true,
                Row::CriteriaAction(row) => row.kind == ActionKind::Reduce,
                _ => false,
            };
            rows.filter(|row| !counts(row)).collect()
        };
        prop_assert_eq!(told(&restored), told(&desk.records));
    }
}
