//! A person's name and its parts.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::Command;
use lokikirja::domain::contact::{Contact, ContactEdit, ContactKind};
use proptest::prelude::*;

/// `NameBreakdown`: the last word is the surname, the one before it the middle name.
#[test]
fn a_full_name_is_taken_apart() {
    let mut desk = Desk::with("person CT1 x");
    desk.change_contact("CT1", "name Anna");
    desk.card("CT1", expect!["CT1 'Anna' first 'Anna'"]);
    desk.change_contact("CT1", "name 'Anna  Aalto'");
    desk.card(
        "CT1",
        expect!["CT1 'Anna Aalto' first 'Anna' surname 'Aalto'"],
    );
    desk.change_contact("CT1", "name 'Anna Maria Aalto'");
    desk.card(
        "CT1",
        expect!["CT1 'Anna Maria Aalto' first 'Anna' middle 'Maria' surname 'Aalto'"],
    );
    desk.change_contact("CT1", "name 'Juan Carlos María de Borbón'");
    desk.card("CT1", expect!["CT1 'Juan Carlos María de Borbón' first 'Juan Carlos María' middle 'de' surname 'Borbón'"]);
}

/// PC-017: entering the parts makes the full name of them.
#[test]
fn pc_017_the_parts_make_the_full_name() {
    let mut desk = Desk::with("");
    desk.create_contact("no CT1; is person; name 'Somebody Else'");
    desk.change_contact("CT1", "first First; middle Middle; surname Surname");
    desk.card(
        "CT1",
        expect!["CT1 'First Middle Surname' first 'First' middle 'Middle' surname 'Surname'"],
    );
    desk.change_contact("CT1", "middle ''; first ''");
    desk.card("CT1", expect!["CT1 'Surname' surname 'Surname'"]);
    desk.change_contact_refused(
        "CT1",
        "surname ''",
        expect!["Contact CT1 Name MustBeFilled"],
    );
}

/// PC-019: a company's name is its company name, for its persons too.
#[test]
fn pc_019_a_company_renamed_is_so_for_its_persons() {
    let mut desk = Desk::with("contact CT1 Adatum; person CT2 Anna of CT1; person CT3 Bo");
    desk.change_contact("CT1", "name Acme");
    let name = |no: &str| {
        let contact = desk.records.get::<Contact>(desk.contact(no));
        contact.and_then(|contact| contact.company_name(&desk.records))
    };
    assert_eq!(name("CT1"), Some("Acme"));
    assert_eq!(name("CT2"), Some("Acme"));
    assert_eq!(name("CT3"), None);
}

#[test]
fn a_part_of_more_than_thirty_characters_is_refused_not_cut() {
    let mut desk = Desk::with("person CT1 'Anna Aalto'");
    let long = "x".repeat(31);
    desk.change_contact_refused(
        "CT1",
        &format!("surname {long}"),
        expect!["Contact CT1 Surname TooLong { max: 30, is: 31 }"],
    );
    desk.change_contact_refused(
        "CT1",
        &format!("name 'Anna {long}'"),
        expect!["Contact CT1 Surname TooLong { max: 30, is: 31 }"],
    );
    desk.change_contact_refused(
        "CT1",
        &format!("name 'Anna {long} Aalto'"),
        expect!["Contact CT1 MiddleName TooLong { max: 30, is: 31 }"],
    );
    desk.change_contact_refused(
        "CT1",
        &format!("name {long}"),
        expect!["Contact CT1 FirstName TooLong { max: 30, is: 31 }"],
    );
    desk.card(
        "CT1",
        expect!["CT1 'Anna Aalto' first 'Anna' surname 'Aalto'"],
    );
}

proptest! {
    /// A name and its parts always say the same, in whatever order they are typed.
    #[test]
    fn name_and_parts_always_agree(
        edits in prop::collection::vec(("name|first|middle|surname", "[a-zÅÄÖåäö ]{0,34}"), 1..12),
    ) {
        let mut desk = Desk::with("person CT1 'Anna Aalto'");
        let id = desk.contact("CT1");
        for (field, text) in edits {
            let edit = match field.as_str() {
                "name" => ContactEdit::Name(text),
                "first" => ContactEdit::FirstName(text),
                "middle" => ContactEdit::MiddleName(text),
                _ => ContactEdit::Surname(text),
            };
            let seen = desk.revision::<Contact>(id);
            // Refused when too long or when nothing is left.
            let _ = desk.run(Command::EditContact(id, seen, edit));
            let contact = desk.row::<Contact>(id);
            let ContactKind::Person(person) = &contact.kind else {
                panic!("it stays a person")
            };
            let parts = [&person.first_name, &person.middle_name, &person.surname];
            let filled: Vec<&str> = parts
                .iter()
                .map(|part| part.as_str())
                .filter(|part| !part.is_empty())
                .collect();
            prop_assert_eq!(&contact.name, &filled.join(" "));
            prop_assert!(!contact.name.is_empty() && contact.name.chars().count() <= 92);
            prop_assert!(parts.iter().all(|part| part.chars().count() <= 30));
        }
    }
}
