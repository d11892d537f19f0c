//! Contacts: creating and changing them (here), names, what is taken over from a company, and what
//! stays behind when a contact goes.

mod address;
mod history;
mod inherit;
mod many;
mod names;

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::contact::{Contact, ContactEdit, starts_with};
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::values::ContactType;
use lokikirja::domain::{Command, Key};

/// MC-076: a new contact is a company. (Its company name is its own name, and one without a name
/// is not kept.)
#[test]
fn mc_076_a_new_contact_is_a_company_with_a_name() {
    let mut desk = Desk::with("");
    desk.create_contact_refused("no CT1", expect!["Contact Name MustBeFilled"]);
    desk.create_contact_refused("no CT1; name '  '", expect!["Contact Name MustBeFilled"]);
    let id = desk.create_contact("no CT1; name 'Adatum Oy'");
    desk.card("CT1", expect!["CT1 'Adatum Oy'"]);
    let contact = desk.row::<Contact>(id);
    assert!(!contact.is_person());
    assert_eq!(contact.company(), Some(id));
    desk.change_contact_refused("CT1", "name ' '", expect!["Contact CT1 Name MustBeFilled"]);
    desk.refused(
        Command::CreateContact(id, vec![ContactEdit::Name("Adatum".into())]),
        expect!["Contact AlreadyCreated"],
    );
}

/// SU-005: a new company starts with the defaults of the setup.
#[test]
fn su_005_a_new_company_starts_with_the_defaults_of_the_setup() {
    let mut desk = Desk::with("salesperson JK 'Jo Kari'");
    desk.set_up("country FI; language FI; type paper; salesperson JK");
    desk.create_contact("no CT1; name 'Adatum Oy'");
    desk.card(
        "CT1",
        expect!["CT1 'Adatum Oy' country FI salesperson JK language FI HardCopy"],
    );
    // What is chosen wins, nothing too.
    desk.create_contact("no CT2; name x; country SE; language -; type -; salesperson -");
    desk.card("CT2", expect!["CT2 'x' country SE"]);
}

/// SU-006: a new person does so too.
#[test]
fn su_006_a_new_person_starts_with_the_defaults_of_the_setup() {
    let mut desk = Desk::with("salesperson JK 'Jo Kari'");
    desk.set_up("country FI; language FI; type paper; salesperson JK");
    desk.create_contact("no CT1; is person; name 'Anna Aalto'");
    desk.card("CT1", expect!["CT1 'Anna Aalto' first 'Anna' surname 'Aalto' country FI salesperson JK language FI HardCopy"]);
}

/// 2.3: the user's own salesperson comes before that of the setup; nobody blocked is given.
#[test]
fn my_own_salesperson_comes_before_that_of_the_setup() {
    let mut desk = Desk::with("salesperson JK 'Jo Kari'; salesperson KV 'Kim Vesa'; me KV");
    desk.set_up("salesperson JK");
    desk.create_contact("no CT1; name x");
    desk.card("CT1", expect!["CT1 'x' salesperson KV"]);
    desk.change(desk.salesperson("KV"), |row: &mut Salesperson| {
        row.privacy_blocked = true;
    });
    desk.create_contact("no CT2; name x");
    desk.card("CT2", expect!["CT2 'x' salesperson JK"]);
    desk.change(desk.salesperson("JK"), |row: &mut Salesperson| {
        row.blocked = true;
    });
    desk.create_contact("no CT3; name x");
    desk.card("CT3", expect!["CT3 'x'"]);
    assert_eq!(starts_with(&desk.records, &desk.moment).salesperson, None);
}

#[test]
fn every_field_is_changed_by_itself() {
    let mut desk = Desk::with("contact CT1 Adatum; salesperson JK 'Jo Kari' blocked");
    desk.change_contact(
        "CT1",
        "name ' Adatum  Oy '; address 'Katu 1'; address-2 'c/o'; post-code 00100; city Helsinki
         country FI; phone '+358 (9) 123-4'; mobile 050; email a@adatum.fi
         page www.adatum.fi; salesperson JK; language FI; type email; blocked",
    );
    desk.card("CT1", expect!["CT1 'Adatum  Oy' address 'Katu 1' address-2 'c/o' post-code '00100' city 'Helsinki' country FI phone '+358 (9) 123-4' mobile '050' email 'a@adatum.fi' page 'https://www.adatum.fi' salesperson JK language FI Email blocked"]);
    desk.change_contact(
        "CT1",
        "address ''; address-2 ''; post-code ''; city ''; country -; phone ''; mobile ''
         email ''; page ''; salesperson -; language -; type -; unblocked",
    );
    desk.card("CT1", expect!["CT1 'Adatum  Oy'"]);
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    let mut desk = Desk::with(
        "contact CT1 Adatum; person CT2 'Anna Aalto'; salesperson KV 'Kim' privacy-blocked",
    );
    let mut refused = |words: &str, why| desk.change_contact_refused("CT1", words, why);
    let long = "x".repeat(101);
    refused(
        &format!("name {long}"),
        expect!["Contact CT1 Name TooLong { max: 100, is: 101 }"],
    );
    refused(
        &format!("address {long}"),
        expect!["Contact CT1 Address TooLong { max: 100, is: 101 }"],
    );
    refused(
        &format!("address-2 {long}"),
        expect!["Contact CT1 Address2 TooLong { max: 50, is: 101 }"],
    );
    refused(
        &format!("post-code {long}"),
        expect!["Contact CT1 PostCode TooLong { max: 20, is: 101 }"],
    );
    refused(
        &format!("city {long}"),
        expect!["Contact CT1 City TooLong { max: 30, is: 101 }"],
    );
    refused("country XX", expect!["Contact CT1 Country NotFound"]);
    refused("language XX", expect!["Contact CT1 Language NotFound"]);
    refused(
        "phone 0800-CALL",
        expect!["Contact CT1 Phone NotAPhoneNumber"],
    );
    refused(
        "mobile x",
        expect!["Contact CT1 MobilePhone NotAPhoneNumber"],
    );
    refused("email adatum.fi", expect!["Contact CT1 Email NotAnEmail"]);
    refused(
        "page 'javascript:alert(1)'",
        expect!["Contact CT1 HomePage NotAWebAddress"],
    );
    refused(
        "salesperson KV",
        expect!["Contact CT1 Salesperson SalespersonBlocked"],
    );
    refused("first Anna", expect!["Contact CT1 FirstName PersonsOnly"]);
    refused("middle Anna", expect!["Contact CT1 MiddleName PersonsOnly"]);
    refused("surname Anna", expect!["Contact CT1 Surname PersonsOnly"]);
    refused("title Boss", expect!["Contact CT1 JobTitle PersonsOnly"]);
    refused("of CT2", expect!["Contact CT1 Company PersonsOnly"]);
    desk.change_contact_refused("CT2", "of CT2", expect!["Contact CT2 Company NotACompany"]);
    let why = expect!["Contact CT2 JobTitle TooLong { max: 30, is: 101 }"];
    desk.change_contact_refused("CT2", &format!("title {long}"), why);
}

#[test]
fn what_is_gone_cannot_be_chosen() {
    let mut desk = Desk::with("contact CT1 Adatum; person CT2 Anna; salesperson JK 'Jo Kari'");
    let (company, salesperson) = (desk.contact("CT1"), desk.salesperson("JK"));
    desk.delete_contact("CT1");
    let seen = desk.records.revision();
    desk.must(Command::DeleteSalesperson(salesperson, seen));
    let anna = desk.contact("CT2");
    let mut refused = |edit, why| desk.refused(Command::EditContact(anna, seen, edit), why);
    refused(
        ContactEdit::Company(Some(company)),
        expect!["Contact CT2 Company NotFound"],
    );
    refused(
        ContactEdit::Salesperson(Some(salesperson)),
        expect!["Contact CT2 Salesperson NotFound"],
    );
}

/// `TypeChange`: not while log entries exist, postponed ones too, nor persons under it.
#[test]
fn the_type_changes_only_while_nothing_depends_on_it() {
    let mut desk = Desk::with(
        "contact CT1 'Anna Maria Aalto'; contact CT2 Fabrikam; person CT3 'Bo Ek' of CT2
         person CT4 'Cai Dahl'",
    );
    desk.change_contact("CT1", "is person; title Boss; of CT2");
    desk.card(
        "CT1",
        expect![
            "CT1 'Anna Maria Aalto' first 'Anna' middle 'Maria' surname 'Aalto' title 'Boss' of CT2"
        ],
    );
    desk.change_contact("CT1", "is person; is company");
    desk.card("CT1", expect!["CT1 'Anna Maria Aalto'"]);
    let why = expect!["Contact CT2 Type InUse { by: Contact, n: 1 }"];
    desk.change_contact_refused("CT2", "is person", why);
    desk.create("contact CT4").postpone();
    let why = expect!["Contact CT4 Type InUse { by: LogEntry, n: 1 }"];
    desk.change_contact_refused("CT4", "is company", why);
    desk.change_contact("CT2", "is company");
}

#[test]
fn a_stale_card_is_refused() {
    let mut desk = Desk::with("contact CT1 Adatum");
    let id = desk.contact("CT1");
    let seen = desk.records.revision();
    desk.change_contact("CT1", "city Helsinki");
    assert!(desk.records.revision_of(&Key::Contact(id)) > Some(seen));
    desk.refused(
        Command::EditContact(id, seen, ContactEdit::City("Turku".into())),
        expect!["Contact CT1 ChangedMeanwhile"],
    );
    desk.refused(
        Command::DeleteContact(id, seen),
        expect!["Contact CT1 ChangedMeanwhile"],
    );
    desk.delete_contact("CT1");
    let seen = desk.records.revision();
    desk.refused(
        Command::EditContact(id, seen, ContactEdit::City("Turku".into())),
        expect!["Contact Gone"],
    );
}

/// Each rule reads what the ones before it wrote, though nothing is kept yet.
#[test]
fn a_command_of_commands_sees_what_its_first_ones_wrote() {
    let mut desk = Desk::with("");
    let company = desk.new_id();
    let person = desk.new_id();
    let text = |text: &str| text.to_owned();
    let create_company = Command::CreateContact(
        company,
        vec![
            ContactEdit::No(text("CT1")),
            ContactEdit::Name(text("Adatum")),
        ],
    );
    let create_person = |no: &str| {
        Command::CreateContact(
            person,
            vec![
                ContactEdit::No(text(no)),
                ContactEdit::Type(ContactType::Person),
                ContactEdit::Name(text("Anna")),
                ContactEdit::Company(Some(company)),
            ],
        )
    };
    let seen = desk.records.revision();
    let city = Command::EditContact(company, seen, ContactEdit::City(text("Turku")));
    desk.refused(
        Command::All(vec![create_company.clone(), create_person("CT1")]),
        expect!["Contact No AlreadyUsed"],
    );
    desk.contact_nos(expect![""]);
    desk.must(Command::All(vec![
        create_company,
        create_person("CT2"),
        city,
    ]));
    desk.card(
        "CT2",
        expect!["CT2 'Anna' first 'Anna' of CT1 city 'Turku'"],
    );
    let seen = desk.records.revision();
    let rename = Command::EditContact(company, seen, ContactEdit::No(text("CT9")));
    let reuse = Command::EditContact(person, seen, ContactEdit::No(text("CT1")));
    desk.must(Command::All(vec![rename, reuse]));
    desk.contact_nos(expect!["CT1 CT9"]);
    let delete = Command::DeleteContact(company, desk.records.revision());
    desk.must(delete);
    desk.contact_nos(expect![""]);
}
