//! What contacts are classified by: the six tables, and who is in which group.

mod formula;

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::Command;
use lokikirja::domain::classification::{ClassEdit, ClassKind, MailingGroup};
use lokikirja::domain::contact::Contact;

/// Companies CT1 and CT2, Anna of CT1, and a row of every table.
fn company() -> Desk {
    Desk::with(
        "contact CT1 Adatum; contact CT2 Fabrikam; person CT3 'Anna Aalto' of CT1
         mailing NEWS 'Newsletter'; mailing GOLF; industry HOTEL 'Hotels'; relation CUST
         responsibility BUY 'Purchases'; level CEO; salutation MS",
    )
}

#[test]
fn a_row_needs_a_code_that_is_free_in_its_own_table() {
    let mut desk = company();
    let code = |text: &str| vec![ClassEdit::Code(text.into())];
    let key = desk.new_class("mailing");
    desk.refused(
        Command::CreateClass(key, vec![]),
        expect!["MailingGroup Code MustBeFilled"],
    );
    desk.refused(
        Command::CreateClass(key, code("news")),
        expect!["MailingGroup NEWS Code AlreadyUsed"],
    );
    let other = desk.new_class("industry");
    desk.must(Command::CreateClass(other, code("news")));
    desk.told(expect![[r#"Created(IndustryGroup, "NEWS")"#]]);
    let seen = desk.records.revision();
    let golf = desk.class("GOLF");
    desk.must(Command::EditClass(
        golf,
        seen,
        ClassEdit::Description("Golf day".into()),
    ));
    desk.refused(
        Command::EditClass(golf, desk.long_ago(), ClassEdit::Code("G".into())),
        expect!["MailingGroup GOLF ChangedMeanwhile"],
    );
    desk.refused(
        Command::EditClass(
            golf,
            desk.records.revision(),
            ClassEdit::Code("NEWS".into()),
        ),
        expect!["MailingGroup GOLF Code AlreadyUsed"],
    );
    let codes = desk.records.classes().codes(ClassKind::MailingGroup);
    let codes: Vec<&str> = codes.map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["GOLF", "NEWS"]);
}

/// MC-003: for a person the number is counted on the company.
#[test]
fn mc_003_industry_groups_are_linked_to_companies() {
    let mut desk = company();
    desk.seed("in HOTEL CT1");
    let n = |no: &str| {
        let contact = desk.row::<Contact>(desk.contact(no));
        let shown = desk
            .records
            .groups_shown(&contact, ClassKind::IndustryGroup);
        shown.len()
    };
    assert_eq!(["CT1", "CT2", "CT3"].map(n), [1, 0, 1]);
}

/// MC-005.
#[test]
fn mc_005_mailing_groups_are_linked_to_any_contact() {
    let mut desk = company();
    desk.seed("in NEWS CT1 CT3");
    desk.told(expect![[
        r#"GroupJoined { group: RecordName { table: MailingGroup, label: "NEWS" }, n: 2 }"#
    ]]);
    // Who is in it stays, and is not counted again.
    desk.seed("in NEWS CT1 CT2");
    desk.told(expect![[
        r#"GroupJoined { group: RecordName { table: MailingGroup, label: "NEWS" }, n: 1 }"#
    ]]);
    desk.classified(
        "CT1 CT2 CT3",
        expect![[r#"
        CT1 in NEWS
        CT2 in NEWS
        CT3 in NEWS"#]],
    );
    assert_eq!(desk.records.n_contacts(desk.class("NEWS")), 3);
    let command = desk.group_command("NEWS", "CT1 CT3", false);
    desk.must(command);
    desk.told(expect![[
        r#"GroupLeft { group: RecordName { table: MailingGroup, label: "NEWS" }, n: 2 }"#
    ]]);
    desk.undo();
    assert_eq!(desk.records.n_contacts(desk.class("NEWS")), 3);
}

#[test]
fn a_group_takes_contacts_of_its_type_only_and_all_or_none() {
    let mut desk = company();
    for (group, contacts, why) in [
        (
            "HOTEL",
            "CT1 CT3",
            expect!["Contact CT3 IndustryGroup CompaniesOnly"],
        ),
        (
            "CUST",
            "CT3",
            expect!["Contact CT3 BusinessRelation CompaniesOnly"],
        ),
        (
            "BUY",
            "CT3 CT2",
            expect!["Contact CT2 JobResponsibility PersonsOnly"],
        ),
    ] {
        let command = desk.group_command(group, contacts, true);
        desk.refused(command, why);
    }
    desk.classified(
        "CT1 CT2 CT3",
        expect![[r#"
        CT1
        CT2
        CT3"#]],
    );
}

#[test]
fn a_level_is_for_persons_a_salutation_for_all() {
    let mut desk = company();
    desk.change_contact("CT3", "level CEO; salutation MS; excluded on");
    desk.change_contact("CT1", "salutation MS");
    desk.change_contact_refused(
        "CT1",
        "level CEO",
        expect!["Contact CT1 OrganizationalLevel PersonsOnly"],
    );
    desk.classified(
        "CT1 CT3",
        expect![[r#"
        CT1 salutation MS
        CT3 level CEO salutation MS excluded"#]],
    );
    desk.undo();
    desk.change_contact("CT3", "level -");
    desk.told(expect![""]);
    desk.undo();
    desk.told(expect![[
        r#"Undone(Field { record: RecordName { table: Contact, label: "CT3" }, field: OrganizationalLevel })"#
    ]]);
}

/// `MailingGroup.Table.al: OnDelete` and its like.
#[test]
fn a_row_with_contacts_cannot_be_deleted() {
    let mut desk = company();
    desk.seed("in NEWS CT1 CT2; in BUY CT3");
    desk.change_contact("CT3", "level CEO; salutation MS");
    for (label, why) in [
        (
            "NEWS",
            expect!["MailingGroup NEWS InUse { by: Contact, n: 2 }"],
        ),
        (
            "BUY",
            expect!["JobResponsibility BUY InUse { by: Contact, n: 1 }"],
        ),
        (
            "CEO",
            expect!["OrganizationalLevel CEO InUse { by: Contact, n: 1 }"],
        ),
        ("MS", expect!["Salutation MS InUse { by: Contact, n: 1 }"]),
    ] {
        let command = desk.delete_class_command(label);
        desk.refused(command, why);
    }
    let command = desk.delete_class_command("GOLF");
    desk.must(command);
    desk.told(expect![[r#"Deleted(MailingGroup, "GOLF")"#]]);
    desk.undo();
    desk.told(expect![[
        r#"Undone(Back { record: RecordName { table: MailingGroup, label: "GOLF" }, n_more: 0 })"#
    ]]);
}

#[test]
fn a_contact_that_is_deleted_leaves_all_groups_and_undo_puts_it_back() {
    let mut desk = company();
    desk.seed("in NEWS CT1 CT3; in HOTEL CT1; in BUY CT3");
    desk.delete_contact("CT1");
    assert_eq!(desk.records.n_contacts(desk.class("NEWS")), 0);
    desk.undo();
    desk.told(expect![[
        r#"Undone(Back { record: RecordName { table: Contact, label: "CT1" }, n_more: 1 })"#
    ]]);
    desk.classified(
        "CT1 CT3",
        expect![[r#"
        CT1 in NEWS in HOTEL
        CT3 in NEWS in BUY"#]],
    );
}

/// `Contact.Table.al: TypeChange`.
#[test]
fn a_type_that_its_groups_do_not_take_is_refused() {
    let mut desk = company();
    desk.seed("in HOTEL CT2; in NEWS CT2; in BUY CT3");
    desk.change_contact("CT3", "of -; level CEO");
    desk.change_contact_refused(
        "CT2",
        "is person",
        expect!["Contact CT2 Type InUse { by: IndustryGroup, n: 1 }"],
    );
    desk.change_contact_refused(
        "CT3",
        "is company",
        expect!["Contact CT3 Type InUse { by: JobResponsibility, n: 1 }"],
    );
    let command = desk.group_command("BUY", "CT3", false);
    desk.must(command);
    desk.change_contact_refused(
        "CT3",
        "is company",
        expect!["Contact CT3 Type InUse { by: OrganizationalLevel, n: 1 }"],
    );
    let command = desk.group_command("HOTEL", "CT2", false);
    desk.must(command);
    desk.change_contact("CT2", "is person");
    desk.seed("in BUY CT2");
    let type_changed = lokikirja::domain::Revision(desk.records.revision().0 - 1);
    desk.not_taken_back(
        type_changed,
        expect!["Contact CT2 JobResponsibility PersonsOnly"],
    );
}

#[test]
fn what_is_used_since_is_not_taken_back() {
    let mut desk = company();
    desk.seed("mailing NEW");
    let created = desk.records.revision();
    desk.seed("in NEW CT1");
    desk.not_taken_back(
        created,
        expect!["MailingGroup NEW InUse { by: Contact, n: 1 }"],
    );
    let joined = desk.undo();
    let command = desk.delete_class_command("NEW");
    desk.must(command);
    // The membership cannot come back without its group.
    desk.not_taken_back(
        lokikirja::domain::Revision(joined.0 + 1),
        expect!["Membership MailingGroup RefersToDeleted"],
    );
    let created = desk.records.all::<MailingGroup>().count();
    assert_eq!(created, 2);
    desk.seed("contact CT9 Contoso");
    let made = desk.records.revision();
    desk.seed("in NEWS CT9");
    desk.not_taken_back(
        made,
        expect!["Contact CT9 InUse { by: MailingGroup, n: 1 }"],
    );
}

#[test]
fn rows_are_counted_in_one_go_and_name_their_contacts() {
    let mut desk = company();
    desk.seed("in NEWS CT1 CT3");
    desk.change_contact("CT3", "level CEO; salutation MS");
    desk.change_contact("CT1", "salutation MS");
    let mut lines = Vec::new();
    for kind in ClassKind::ALL {
        for (row, n) in desk.records.classes_counted(*kind) {
            assert_eq!(n, desk.records.n_contacts(row.key));
            let contacts = desk.records.contacts_in(row.key);
            let numbers: Vec<String> = contacts.map(|row| row.no.to_string()).collect();
            lines.push(format!("{} {n} {}", row.code, numbers.join(" ")));
        }
    }
    expect![[r#"
        GOLF 0 
        NEWS 2 CT1 CT3
        HOTEL 0 
        CUST 0 
        BUY 0 
        CEO 1 CT3
        MS 2 CT1 CT3"#]]
    .assert_eq(&lines.join("\n"));
}
