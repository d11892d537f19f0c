//! What becomes of persons and log entries when a contact goes or changes company.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::Command;

fn desk() -> Desk {
    let mut desk = Desk::with(
        "salesperson JK 'Jo Kari'; template OUT 'Call'
         contact CT1 Adatum salesperson JK; contact CT2 Fabrikam salesperson JK
         person CT3 'Anna Aalto' of CT1 salesperson JK; person CT4 'Bo Ek' salesperson JK",
    );
    desk.create("contact CT1")
        .choose("template OUT; time 08:00")
        .finish();
    desk.create("contact CT3")
        .choose("template OUT; time 09:00")
        .finish();
    desk.create("contact CT4")
        .choose("template OUT; time 10:00")
        .finish();
    desk.create("contact CT3").choose("time 11:00").postpone();
    desk
}

/// 3.10 and interactions 3.18: a deleted person's entries, postponed ones too, pass to its company.
#[test]
fn a_deleted_persons_entries_pass_to_its_company() {
    let mut desk = desk();
    desk.delete_contact("CT3");
    desk.told(expect![[r#"Deleted(Contact, "CT3")"#]]);
    desk.log(expect![[r#"
        1 CT1 OUT by JK 2026-03-04 08:00 'Call'
        2 CT1 OUT by JK 2026-03-04 09:00 'Call'
        3 CT4 OUT by JK 2026-03-04 10:00 'Call'"#]]);
    desk.postponed(expect!["4 CT1 by JK 2026-03-04 11:00"]);
    desk.delete_contact("CT4");
    desk.log(expect![[r#"
        1 CT1 OUT by JK 2026-03-04 08:00 'Call'
        2 CT1 OUT by JK 2026-03-04 09:00 'Call'
        3 OUT by JK 2026-03-04 10:00 'Call'"#]]);
}

#[test]
fn a_deleted_company_takes_its_persons_along_and_its_entries_stay() {
    let mut desk = desk();
    desk.delete_contact("CT1");
    desk.told(expect![[r#"CompanyDeleted { no: "CT1", n_persons: 1 }"#]]);
    desk.contact_nos(expect!["CT2 CT4"]);
    desk.log(expect![[r#"
        1 OUT by JK 2026-03-04 08:00 'Call'
        2 OUT by JK 2026-03-04 09:00 'Call'
        3 CT4 OUT by JK 2026-03-04 10:00 'Call'"#]]);
    desk.postponed(expect!["4 by JK 2026-03-04 11:00"]);
    desk.delete_contact("CT2");
    desk.told(expect![[r#"Deleted(Contact, "CT2")"#]]);
}

/// Q9, first case: history belongs to the old company.
#[test]
fn a_person_who_changes_company_leaves_its_history_with_the_old_one() {
    let mut desk = desk();
    desk.change_contact("CT3", "of CT2");
    desk.create("contact CT3")
        .choose("template OUT; time 12:00")
        .finish();
    desk.log(expect![[r#"
        1 CT1 OUT by JK 2026-03-04 08:00 'Call'
        2 CT1 OUT by JK 2026-03-04 09:00 'Call'
        3 CT4 OUT by JK 2026-03-04 10:00 'Call'
        5 CT3 of CT2 OUT by JK 2026-03-04 12:00 'Call'"#]]);
    desk.postponed(expect!["4 CT1 by JK 2026-03-04 11:00"]);
    desk.change_contact("CT3", "of -");
    desk.create("contact CT3")
        .choose("template OUT; time 13:00")
        .finish();
    desk.log(expect![[r#"
        1 CT1 OUT by JK 2026-03-04 08:00 'Call'
        2 CT1 OUT by JK 2026-03-04 09:00 'Call'
        3 CT4 OUT by JK 2026-03-04 10:00 'Call'
        5 CT2 OUT by JK 2026-03-04 12:00 'Call'
        6 CT3 OUT by JK 2026-03-04 13:00 'Call'"#]]);
}

/// Q9, second case: a person without a company takes its history along to the first one.
#[test]
fn a_person_who_joins_a_first_company_takes_its_history_along() {
    let mut desk = desk();
    desk.change_contact("CT4", "of CT2");
    desk.log(expect![[r#"
        1 CT1 OUT by JK 2026-03-04 08:00 'Call'
        2 CT3 of CT1 OUT by JK 2026-03-04 09:00 'Call'
        3 CT4 of CT2 OUT by JK 2026-03-04 10:00 'Call'"#]]);
}

#[test]
fn a_change_of_anything_else_leaves_history_alone() {
    let mut desk = desk();
    let before = desk.entry(2);
    desk.change_contact("CT3", "of CT1; name 'Anna Bee'; no CT33; salesperson -");
    assert_eq!(desk.entry(2), before);
}

/// Also when the entry is written in the same command of commands.
#[test]
fn an_entry_written_just_before_passes_on_too() {
    let mut desk = desk();
    let form = desk
        .create("contact CT3")
        .choose("template OUT; time 12:00")
        .form;
    let person = desk.contact("CT3");
    let delete = Command::DeleteContact(person, desk.records.revision());
    let finish = Command::FinishInteraction(Box::new(form));
    desk.must(Command::All(vec![finish, delete]));
    desk.log(expect![[r#"
        1 CT1 OUT by JK 2026-03-04 08:00 'Call'
        2 CT1 OUT by JK 2026-03-04 09:00 'Call'
        3 CT4 OUT by JK 2026-03-04 10:00 'Call'
        5 CT1 OUT by JK 2026-03-04 12:00 'Call'"#]]);
}
