//! Each rule finds what it is there for: one thing at a time is made wrong in a report that is right.

use super::*;
use serde_json::json;

/// Contacts 0 to 4, the last with its person; entry 0 logged, 1 postponed, 2 postponed and resumed;
/// drafts of 3, which was left open, and of 1, which is being resumed.
fn sound() -> Report {
    let contact = |no: u64, label: &str, company: &str, revision: u64| {
        json!([format!("CT{no:06}"), label, company, revision])
    };
    Report::read(json!({
        "revision": 10,
        "damage": [],
        "last_contact_no": "CT000006",
        "last_entry_no": 3,
        "contacts": [
            contact(1, "1-1-0", "1-1-0", 2),
            contact(2, "1-1-1", "1-1-1", 3),
            contact(3, "1-1-2", "1-1-2", 5),
            contact(4, "1-1-3", "1-1-3", 7),
            contact(6, "1-1-4p", "1-1-4", 10),
            contact(5, "1-1-4", "1-1-4", 10),
        ],
        "entries": [
            [1, "1-1-0", "logged", 0, "1-1-0", 4],
            [2, "1-1-1", "postponed", 0, "1-1-1", 6],
            [3, "1-1-2", "logged", 1, "1-1-2", 9],
        ],
        "drafts": {
            "found": [["1-1-3", false, null, "1-1-3"], ["1-1-1", true, "postponed", "1-1-1"]],
            "unreadable": 0,
        },
    }))
}

fn acknowledged() -> Acknowledged {
    let requests = [
        "GET /crm/index.html",
        "GET /crm/kept.txt?contact=CT000001&label=1-1-0",
        "GET /crm/kept.txt?logged=1&label=1-1-0",
        "GET /crm/kept.txt?postponed=2&label=1-1-1",
        "GET /crm/kept.txt?postponed=3&label=1-1-2",
        "GET /crm/kept.txt?logged=3&label=1-1-2",
        "GET /crm/kept.txt?draft=1-1-3",
    ];
    let mut acknowledged = Acknowledged::default();
    assert_eq!(
        acknowledged.hear(&requests.map(str::to_owned)),
        requests.len()
    );
    acknowledged
}

#[test]
fn a_sound_company_breaks_no_rule() {
    let (report, acknowledged) = (sound(), acknowledged());
    assert_eq!(report.broken_rules(&acknowledged), [""; 0]);
    assert_eq!(acknowledged.n(), 6);
    assert_eq!(
        acknowledged.n_unheard(&report),
        5,
        "five contacts were not acknowledged"
    );
}

/// A change of a sound report, and what must be said of it.
type Wrong = (fn(&mut Report), &'static str);

const WRONGS: &[Wrong] = &[
    (
        |r| r.damage.push("NotUnique".into()),
        "the app's own check: NotUnique",
    ),
    (
        |r| drop(r.contacts.remove(0)),
        "contact CT000001 1-1-0 was acknowledged, found None",
    ),
    (
        |r| r.contacts[0].no = "CT000007".into(),
        "was acknowledged, found Some(\"CT000007\")",
    ),
    (
        |r| drop(r.entries.remove(0)),
        "entry 1 1-1-0 was acknowledged",
    ),
    (
        |r| r.entries[2].state = "postponed".into(),
        "entry 3 1-1-2 was acknowledged (logged: true)",
    ),
    (
        |r| drop(r.drafts.remove(0)),
        "the draft 1-1-3 was acknowledged and is gone",
    ),
    (
        |r| r.contacts[1].no = "CT000001".into(),
        "contact CT000001 stands where CT000002 should",
    ),
    (
        |r| drop(r.contacts.remove(2)),
        "contact CT000004 stands where CT000003 should",
    ),
    (
        |r| r.last_contact_no = "CT000007".into(),
        "the series stands at \"CT000007\", the last contact is \"CT000006\"",
    ),
    (|r| r.entries[1].no = 3, "entry 3 stands where 2 should"),
    (
        |r| r.last_entry_no = 4,
        "the counter stands at 4, the last entry is 3",
    ),
    (
        |r| r.contacts[3].revision = 1,
        "contact 1-1-3 was written before 1-1-2 and has a higher number",
    ),
    (
        |r| r.entries[1].revision = 1,
        "entry 1-1-1 was written before 1-1-0 and has a higher number",
    ),
    (
        |r| r.contacts[1].name = "1-1-0".into(),
        "contact 1-1-0 is there twice",
    ),
    (
        |r| drop(r.contacts.pop()),
        "contact CT000005 1-1-4 is half of an operation: 1-1-4p is missing",
    ),
    (
        |r| drop(r.contacts.remove(4)),
        "contact CT000006 1-1-4p is half of an operation: 1-1-4 is missing",
    ),
    (|r| r.contacts[4].revision = 8, "half of an operation"),
    (
        |r| r.contacts[5].company = None,
        "contact CT000006 1-1-4p is of the company None",
    ),
    (
        |r| r.entries[1].label = "1-1-0".into(),
        "entry 1-1-0 is there twice",
    ),
    (
        |r| r.entries[0].state = "postponed".into(),
        "not as anybody wrote it",
    ),
    (|r| r.entries[2].n_comments = 2, "not as anybody wrote it"),
    (
        |r| r.entries[1].contact = Some("1-1-0".into()),
        "not as anybody wrote it",
    ),
    (
        |r| r.drafts[1].label = "1-1-3".into(),
        "draft 1-1-3 is there twice",
    ),
    (|r| r.n_unreadable_drafts = 1, "1 drafts cannot be read"),
    (
        |r| r.drafts[0].entry = Some("logged".into()),
        "a draft beside what it became",
    ),
    (
        |r| r.drafts[1].resumes = false,
        "a draft beside what it became",
    ),
    (
        |r| r.drafts[0].contact = None,
        "a draft beside what it became",
    ),
    (
        |r| r.entries[0].revision = 2,
        "two commands have the same revision",
    ),
    (|r| r.revision = 11, "10 commands gave revision 11"),
    (
        |r| r.entries[2].n_comments = 0,
        "9 commands gave revision 10",
    ),
];

#[test]
fn what_is_wrong_is_found() {
    for (change, expected) in WRONGS {
        let mut report = sound();
        change(&mut report);
        let broken = report.broken_rules(&acknowledged());
        assert!(
            broken.iter().any(|one| one.contains(expected)),
            "{expected}:\n{}",
            broken.join("\n")
        );
    }
}

#[test]
#[should_panic(expected = "1-1-0 was acknowledged under two numbers")]
fn two_numbers_for_one_thing_are_found_at_once() {
    let request = "GET /crm/kept.txt?logged=9&label=1-1-0".to_owned();
    acknowledged().hear(&[request]);
}

#[test]
#[should_panic(expected = "the page said GET /crm/kept.txt?failed=why")]
fn a_page_that_fails_is_heard() {
    acknowledged().hear(&["GET /crm/kept.txt?failed=why".to_owned()]);
}
