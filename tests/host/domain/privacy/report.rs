//! The report holds all that there is.

use super::{MARKER, count, marked};
use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::privacy::{Report, report};
use lokikirja::domain::{RecordName, Row};
use lokikirja::journal::codec;

fn report_on(desk: &Desk, no: &str) -> Report {
    let drafts = desk.drafts();
    report(&desk.records, desk.moment.now, desk.contact(no), drafts).expect("it is there")
}

fn names(records: &[RecordName]) -> Vec<String> {
    let names = records.iter();
    names
        .map(|it| format!("{:?} {}", it.table, it.label))
        .collect()
}

#[test]
fn the_report_on_a_person_holds_all_that_stands_anywhere() {
    let mut desk = marked();
    let mut other = desk.create("contact P2");
    other = other.choose("template OUT; salesperson JK; description 'Asked for ANNA XYLOFONI'");
    let no = other.finish();
    desk.create("contact P2")
        .choose("template OUT; salesperson JK; description 'Only Anna'")
        .finish();
    let held = report_on(&desk, "P1");
    let shape = [
        held.groups.len(),
        held.interactions.len(),
        held.drafts.len(),
        held.segment_lines.len(),
    ];
    assert_eq!(shape, [2, 3, 1, 2]);
    let company = held.company.as_ref().map(|it| it.name.as_str());
    assert_eq!(company, Some("Adatum"));
    expect![[r#"
        [
            "Segment SM02",
            "Segment SM03",
            "SavedCriteria HAND",
            "SavedCriteria NAME",
        ]"#]]
    .assert_eq(&format!("{:#?}", names(&held.criteria)));
    assert_eq!(names(&held.mentions), [format!("LogEntry {no}")]);

    // Whatever row the marker stands in is told in full, or named.
    let told = codec::bare_text(&held);
    for (row, _) in desk.records.rows() {
        let text = codec::bare_text(&row);
        let is_named = matches!(row, Row::CriteriaAction(_) | Row::SavedCriteria(_))
            || matches!(&row, Row::LogEntry(entry) if entry.no.0 == no);
        if count(&text) > 0 && !is_named {
            let inside = text.split_once(':').expect("a kind").1;
            let inside = inside.strip_suffix('}').expect("its end");
            assert!(told.contains(inside), "{text}");
        }
    }
    assert!(
        told.starts_with(r#"{"format":1,"written_at":"2026-03-04T08:15:20Z","contact":{"id":"#),
        "{told}"
    );
    assert!(told.contains(MARKER));
}

#[test]
fn the_report_on_a_company_names_its_persons_and_tells_nothing_of_them() {
    let desk = marked();
    let held = report_on(&desk, "C1");
    let persons: Vec<_> = held.persons.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(persons, ["P2", "P1"], "in order of creation");
    assert_eq!(held.interactions, []);
    let text = codec::bare_text(&held);
    assert_eq!(count(&text), 1, "the name of a person: {text}");
}

#[test]
fn nothing_is_reported_of_whoever_is_erased() {
    let mut desk = marked();
    let id = desk.contact("P1");
    desk.erase("P1");
    assert_eq!(report(&desk.records, desk.moment.now, id, []), None);
}
