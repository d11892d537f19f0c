//! The laws of erasing: whatever was done to a company, and with whom, nothing is left of a contact that is erased.

use super::cases;
use super::commands::take;
use super::steps::{beginning, contact, step};
use crate::desk::Desk;
use crate::domain::privacy::MARKER;
use lokikirja::domain::contact::{Contact, ContactEdit};
use lokikirja::domain::id::ContactId;
use lokikirja::domain::interaction::form::{self, FormEdit, Opener};
use lokikirja::domain::{Command, Revision};
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
        // Persons keep the address that they took over from their company.
        let left = desk.records.all::<Contact>().any(|row| {
            [&row.address, &row.city].into_iter().any(|text| text == MARKER)
        });
        prop_assume!(!left);
        prop_assert_eq!(desk.n_marks(), 0);
        for step in later {
            take(&mut desk, step)?;
        }
        prop_assert_eq!(desk.n_marks(), 0);
    }
}
