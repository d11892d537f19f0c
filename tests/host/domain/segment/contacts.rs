//! What segments ask of contacts.

use super::company;
use expect_test::expect;
use lokikirja::domain::Command;
use lokikirja::domain::contact::Contact;

/// Section 4: deleting a contact, or its company, while it stands in a segment.
#[test]
fn a_contact_in_a_segment_cannot_be_deleted_nor_can_its_company() {
    let mut desk = company();
    desk.create_segment("");
    desk.add("SM01", "CT3");
    for no in ["CT3", "CT1"] {
        let id = desk.contact(no);
        let command = Command::DeleteContact(id, desk.revision::<Contact>(id));
        desk.refused(
            command,
            expect![[r#"Contact CT3 InUse { by: Segment, n: 1 }"#]],
        );
    }
    let lines: Vec<_> = desk
        .records
        .segments()
        .lines_with(desk.contact("CT3"))
        .collect();
    assert_eq!(lines, desk.line_ids("SM01"));
    desk.remove("segment SM01");
    desk.delete_contact("CT1");
}

/// Section 4: changing a person's company while it stands in a segment.
#[test]
fn a_person_in_a_segment_cannot_change_company() {
    let mut desk = company();
    desk.create_segment("template T1; description A");
    desk.add("SM01", "CT3");
    desk.change_contact_refused(
        "CT3",
        "of CT2",
        expect!["Contact CT3 Company InUse { by: Segment, n: 1 }"],
    );
    desk.log_segment("SM01", false);
    desk.change_contact("CT3", "of CT2");
}
