//! Each rule finds what it is there for: one thing at a time is made wrong in a report that is right.

use super::*;

fn sound() -> Report {
    Report {
        damage: Vec::new(),
        open: vec![("SM00003".into(), 5, 5, 1)],
        logged: vec![
            (1, "SM00001".into(), 5, 5, 1),
            (2, "SM00002".into(), 5, 5, 1),
        ],
        entries: 10,
        last_entry_no: 10,
    }
}

fn heard() -> Heard {
    let mut heard = Heard::default();
    let requests = [
        "GET /crm/index.html",
        "GET /crm/kept.txt?segment=2",
        "GET /crm/kept.txt?late=1",
    ];
    assert_eq!(heard.hear(&requests.map(str::to_owned)), requests.len());
    heard
}

/// A change of a sound report, and what must be said of it.
type Wrong = (fn(&mut Report), &'static str);

const WRONGS: &[Wrong] = &[
    (
        |r| r.damage.push("NotUnique".into()),
        "the app's own check: NotUnique",
    ),
    (|r| r.open[0].1 = 4, "segment SM00003 has 4 lines"),
    (|r| r.open[0].3 = 2, "of 2 revisions"),
    (|r| r.open.clear(), "0 segments are open"),
    (
        |r| r.open[0].0 = "SM00002".into(),
        "segment SM00002 is logged and open",
    ),
    (
        |r| drop(r.logged.remove(0)),
        "logged segment 2 stands where 1 should",
    ),
    (|r| r.logged[1].2 = 3, "logged segment 2 has 3 entries"),
    (|r| r.logged[1].3 = 4, "with 4 contacts"),
    (|r| r.logged[1].4 = 2, "of 2 revisions"),
    (
        |r| r.logged[1].1 = "SM00001".into(),
        "a segment is logged twice",
    ),
    (
        |r| drop(r.logged.pop()),
        "logged segment 2 was acknowledged and is gone",
    ),
    (|r| r.entries = 9, "9 entries"),
    (|r| r.last_entry_no = 11, "the counter at 11"),
];

#[test]
fn whole_segments_break_no_rule() {
    assert_eq!(sound().broken_rules(&heard(), 5), [""; 0]);
    assert_eq!((heard().logged.len(), heard().n_late), (1, 1));
}

#[test]
fn what_is_wrong_is_found() {
    for (change, expected) in WRONGS {
        let mut report = sound();
        change(&mut report);
        let broken = report.broken_rules(&heard(), 5);
        let is_found = broken.iter().any(|one| one.contains(expected));
        assert!(is_found, "{expected}:\n{}", broken.join("\n"));
    }
}

#[test]
fn what_two_tabs_say_of_one_segment_is_found() {
    let mut heard = heard();
    heard.hear(&["GET /crm/kept.txt?segment=2".to_owned()]);
    let broken = sound().broken_rules(&heard, 5);
    assert_eq!(broken, ["logged segment 2 was acknowledged 2 times"]);
}
