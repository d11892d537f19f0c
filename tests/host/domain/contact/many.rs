//! What is done to many contacts at once.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::code::Code;
use lokikirja::domain::contact::many::deletion;
use lokikirja::domain::contact::{Contact, ContactKind};
use lokikirja::domain::id::{self, ContactId, LogEntryId};
use lokikirja::domain::interaction::{EntryNo, LogEntry};
use lokikirja::domain::{Change, Command, Records, Row, decide, rows_read};
use std::sync::Arc;
use uuid::Uuid;

fn company() -> Desk {
    let mut desk = Desk::with(
        "salesperson JK 'Jo Kari'; salesperson KV 'Kim Vesa'; salesperson PB 'Pia Berg' privacy-blocked
         mailing NEWS; mailing POST; segments-from SEGM SM01; template OUT 'Call'
         contact CT1 Adatum salesperson JK; contact CT2 Fabrikam
         person CT3 'Anna Aalto' of CT1 salesperson JK; person CT4 'Bo Ek' of CT1 salesperson KV
         person CT5 'Eva Lind' salesperson KV; in NEWS CT1 CT3",
    );
    for no in ["CT1", "CT3", "CT5"] {
        let mut entry = desk.create(&format!("contact {no}"));
        entry = entry.choose("template OUT; salesperson JK; time 08:00");
        entry.finish();
    }
    desk
}

fn ids(desk: &Desk, nos: &str) -> Vec<ContactId> {
    nos.split(' ').map(|no| desk.contact(no)).collect()
}

fn assign(desk: &Desk, nos: &str, code: &str) -> Command {
    let choice = (code != "-").then(|| desk.salesperson(code));
    Command::AssignSalesperson(ids(desk, nos), desk.records.revision(), choice)
}

fn delete(desk: &Desk, nos: &str) -> Command {
    Command::DeleteContacts(ids(desk, nos), desk.records.revision())
}

#[test]
fn a_salesperson_is_assigned_to_many_and_persons_follow_their_company() {
    let mut desk = company();
    desk.set_up("inherit-salesperson on");
    // Anna has the company's salesperson and follows it; Bo has one of his own.
    desk.must(assign(&desk, "CT1 CT2 CT5", "KV"));
    desk.told(expect![[
        r#"SalespersonAssigned { code: Some(Code("KV")), n: 2, n_follow: 1 }"#
    ]]);
    for no in ["CT1", "CT2", "CT3", "CT4", "CT5"] {
        let row = desk.row::<Contact>(desk.contact(no));
        assert_eq!(row.salesperson, Some(desk.salesperson("KV")), "{no}");
    }
    desk.undo();
    desk.card(
        "CT3",
        expect!["CT3 'Anna Aalto' first 'Anna' surname 'Aalto' of CT1 salesperson JK"],
    );
    // Who is meant does not count as one who follows.
    desk.must(assign(&desk, "CT1 CT3", "-"));
    desk.told(expect![
        "SalespersonAssigned { code: None, n: 2, n_follow: 0 }"
    ]);
    desk.must(assign(&desk, "CT1 CT3", "-"));
    desk.told(expect![
        "SalespersonAssigned { code: None, n: 0, n_follow: 0 }"
    ]);
}

#[test]
fn a_salesperson_who_is_blocked_or_a_contact_changed_meanwhile_leaves_all_as_it_was() {
    let mut desk = company();
    desk.refused(
        assign(&desk, "CT1 CT2", "PB"),
        expect!["Contact CT1 Salesperson SalespersonBlocked"],
    );
    let late = assign(&desk, "CT1 CT2", "KV");
    let late_too = delete(&desk, "CT1 CT2");
    desk.change_contact("CT2", "city Turku");
    desk.refused(late, expect!["Contact CT2 ChangedMeanwhile"]);
    desk.refused(late_too, expect!["Contact CT2 ChangedMeanwhile"]);
    // One that is gone is no obstacle.
    let rest = assign(&desk, "CT2 CT5", "JK");
    desk.delete_contact("CT5");
    desk.must(rest);
    desk.told(expect![[
        r#"SalespersonAssigned { code: Some(Code("JK")), n: 1, n_follow: 0 }"#
    ]]);
}

#[test]
fn many_are_deleted_in_one_step_that_is_taken_back_in_one() {
    let mut desk = company();
    desk.must(delete(&desk, "CT1 CT3 CT5"));
    desk.told(expect!["ContactsDeleted { n: 3, n_persons: 1 }"]);
    desk.contact_nos(expect!["CT2"]);
    desk.log(expect![[r#"
        1 OUT by JK 2026-03-04 08:00 'Call'
        2 OUT by JK 2026-03-04 08:00 'Call'
        3 OUT by JK 2026-03-04 08:00 'Call'"#]]);
    desk.undo();
    desk.contact_nos(expect!["CT1 CT2 CT3 CT4 CT5"]);
    desk.classified(
        "CT1 CT3",
        expect![[r#"
            CT1 in NEWS
            CT3 in NEWS"#]],
    );
}

/// A person's entries pass to its company as long as that stays.
#[test]
fn a_persons_entries_pass_to_a_company_that_stays() {
    let mut desk = company();
    desk.must(delete(&desk, "CT3 CT5"));
    desk.told(expect!["ContactsDeleted { n: 2, n_persons: 0 }"]);
    desk.log(expect![[r#"
        1 CT1 OUT by JK 2026-03-04 08:00 'Call'
        2 CT1 OUT by JK 2026-03-04 08:00 'Call'
        3 OUT by JK 2026-03-04 08:00 'Call'"#]]);
}

#[test]
fn who_stands_in_a_segment_is_known_beforehand_and_refuses() {
    let mut desk = company();
    desk.create_segment("");
    desk.add("SM01", "CT3");
    desk.refused(
        delete(&desk, "CT1 CT2 CT5"),
        expect!["Contact CT3 InUse { by: Segment, n: 1 }"],
    );
    let wanted = ids(&desk, "CT1 CT2 CT5").into_iter().collect();
    let found = deletion(&desk.records, &wanted);
    assert_eq!(found.staying, ["CT1"]);
    assert_eq!(found.going, ids(&desk, "CT2 CT5"));
    assert_eq!((found.n_persons, found.n_interactions), (0, 1));
    let wanted = ids(&desk, "CT4 CT5").into_iter().collect();
    let found = deletion(&desk.records, &wanted);
    assert_eq!((found.going.len(), found.n_staying), (2, 0));
}

/// Companies with two persons each, all of them in a group and each with an interaction.
fn many(n: u32) -> (Desk, Records, Vec<ContactId>) {
    let desk = company();
    let sample = |no: &str| Contact::clone(&desk.row::<Contact>(desk.contact(no)));
    let (company, person) = (sample("CT1"), sample("CT3"));
    let entry = desk.entry(1);
    let mut rows: Vec<_> = desk.records.rows().collect();
    let revision = desk.records.revision();
    let mut companies = Vec::new();
    let new = |i: u32| -> Uuid { id::new(1_773_000_000_000 + u64::from(i), [9; 10]) };
    for i in 0..3 * n {
        let mut row = if i % 3 == 0 {
            company.clone()
        } else {
            person.clone()
        };
        row.id = new(i).into();
        row.no = Code::new(&format!("N{i:06}")).expect("a number");
        let its = ContactId(new(i - i % 3));
        if let ContactKind::Person(person) = &mut row.kind {
            person.company = Some(its);
        } else {
            companies.push(row.id);
        }
        let logged = LogEntry {
            id: LogEntryId(row.id.0),
            no: EntryNo(100 + i),
            contact: Some(row.id),
            company: Some(its),
            ..entry.clone()
        };
        rows.push((Row::Contact(Arc::new(row)), revision));
        rows.push((Row::LogEntry(Arc::new(logged)), revision));
    }
    let records = Records::load(rows, revision);
    let all: Vec<ContactId> = records.all::<Contact>().map(|row| row.id).collect();
    let join = Command::AddToGroup(desk.group_of("NEWS"), all);
    let mut records = records;
    let decided = decide(&records, &desk.moment, join).expect("all may be in it");
    records.apply(records.revision().next(), &decided.changes);
    (desk, records, companies)
}

/// What a command on so many contacts costs, and what taking it back does.
fn cost(n: u32, command: impl Fn(&Desk, &Records, Vec<ContactId>) -> Command) -> [u64; 2] {
    let (desk, mut records, ids) = many(n);
    let command = command(&desk, &records, ids);
    let there = rows_read(&records, &desk.moment, command.clone()).expect("it is carried out");
    let decided = decide(&records, &desk.moment, command).expect("it is carried out");
    let changes: Vec<Change> = decided.changes;
    records.apply(records.revision().next(), &changes);
    let undo = Command::Undo(records.revision(), changes);
    let back = rows_read(&records, &desk.moment, undo).expect("it is taken back");
    [there, back]
}

/// Counted, not timed: four times as many contacts cost four times as much, forth and back.
#[test]
fn four_times_as_many_contacts_cost_four_times_as_much() {
    type Make = fn(&Desk, &Records, Vec<ContactId>) -> Command;
    let commands: [(&str, Make); 5] = [
        ("assign", |desk, records, ids| {
            Command::AssignSalesperson(ids, records.revision(), Some(desk.salesperson("KV")))
        }),
        ("delete", |_, records, ids| {
            Command::DeleteContacts(ids, records.revision())
        }),
        ("join", |desk, _, ids| {
            Command::AddToGroup(desk.group_of("POST"), ids)
        }),
        ("leave", |desk, _, ids| {
            Command::RemoveFromGroup(desk.group_of("NEWS"), ids)
        }),
        ("segment", |_, _, ids| {
            let segment = id::new(1_774_000_000_000, [1; 10]);
            let action = id::new(1_774_000_000_000, [0; 10]);
            Command::All(vec![
                Command::CreateSegment(segment, Vec::new()),
                Command::AddToSegment(segment, ids, action),
            ])
        }),
    ];
    for (name, command) in commands {
        let [few, many] = [1_000, 4_000].map(|n| cost(n, command));
        assert!(few[0] >= 1_000, "{name} reads its contacts: {few:?}");
        for (few, many) in few.into_iter().zip(many) {
            assert!(many <= 4 * few + 100, "{name}: {few} rows, then {many}");
        }
    }
}
