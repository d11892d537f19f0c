//! The stored formats. An example of each lies in `tests/host/golden`: what is written now must
//! equal the newest, and every older one must still be read. `UPDATE_EXPECT=1` writes them anew,
//! which is right only for a format that no release has written yet.

use super::examples;
use crate::contract::{nth_id, rev};
use crate::hex;
use expect_test::{ExpectFile, expect_file};
use lokikirja::domain::interaction::{EntryNo, LogEntry};
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::{Change, ChangeSet, Key, Origin, Record, Revision, Row, Table};
use lokikirja::journal::storage::{Slot, Value};
use lokikirja::journal::{JournalError, SetText, codec};
use std::fmt::Debug;

/// Written, an example is the golden text; and the golden text, read, is the example.
#[track_caller]
fn golden<T: Debug + PartialEq>(
    file: ExpectFile,
    example: &T,
    text: String,
    read: impl Fn(&str) -> Result<T, JournalError>,
) {
    file.assert_eq(&text);
    assert_eq!(read(file.data().trim_end()).as_ref(), Ok(example));
}

/// The examples of change sets, by the names of their files. Only what was taken back or made again says
/// so: change sets from before there was undo read as commands.
fn change_sets() -> [(&'static str, ChangeSet); 3] {
    let of = |origin| ChangeSet {
        origin,
        ..examples::change_set()
    };
    [
        ("change_set", of(Origin::Command)),
        ("undo", of(Origin::Undo(rev(89)))),
        ("redo", of(Origin::Redo(rev(90)))),
    ]
}

#[test]
fn change_sets_are_stored_in_format_2() {
    for (name, set) in change_sets().into_iter().chain([("alike", alike())]) {
        let file = expect_file![format!("../golden/format-2/{name}.json")];
        let text = codec::change_set_text(&set);
        golden(file, &set, text, |text| {
            codec::change_set_from(text, rev(1))
        });
    }
}

#[test]
fn change_sets_of_format_1_are_read() {
    for (name, set) in change_sets() {
        let file = expect_file![format!("../golden/format-1/{name}.json")];
        let read = codec::change_set_from(file.data().trim_end(), rev(1));
        assert_eq!(read, Ok(set));
    }
}

/// Log entries and lines of segments, written, changed and deleted: each is told by what differs from the
/// one told before, also where something else stands in between.
fn alike() -> ChangeSet {
    let rows = examples::rows();
    let entry = rows.iter().find_map(LogEntry::from_row).expect("an entry");
    let line = rows.iter().find_map(SegmentLine::from_row).expect("a line");
    let entry = |n: u32| {
        let row = LogEntry {
            id: nth_id(n),
            no: EntryNo(n),
            evaluation: entry.evaluation.filter(|_| n.is_multiple_of(2)),
            ..LogEntry::clone(entry)
        };
        Some(row.into_row())
    };
    let line = |n: u32| {
        let row = SegmentLine {
            id: nth_id(n),
            line_no: n * 10_000,
            languages: match n.is_multiple_of(2) {
                true => Vec::new(),
                false => line.languages.clone(),
            },
            ..SegmentLine::clone(line)
        };
        Some(row.into_row())
    };
    let changed = |after: Option<Row>| {
        let row = after.as_ref().and_then(LogEntry::from_row).expect("one");
        let row = LogEntry {
            description: "Changed".into(),
            ..LogEntry::clone(row)
        };
        Some(row.into_row())
    };
    let change = |before: Option<Row>, after: Option<Row>| Change {
        key: before.as_ref().or(after.as_ref()).expect("a row").key(),
        before,
        after,
    };
    let other = examples::change_set().changes.remove(0);
    ChangeSet {
        changes: vec![
            change(line(1), None),
            change(line(2), None),
            other,
            change(None, line(3)),
            change(None, entry(4)),
            change(None, entry(5)),
            change(entry(6), changed(entry(6))),
            change(entry(7), None),
        ],
        ..examples::change_set()
    }
}

/// Ten thousand lines that are logged fit into a text that the device keeps at once.
#[test]
fn rows_that_are_alike_cost_what_differs() {
    let set = alike();
    let line = set.changes[0].clone();
    let many = |n: usize| ChangeSet {
        changes: vec![line.clone(); n],
        ..set.clone()
    };
    let length = |n| codec::change_set_text(&many(n)).len();
    let one_more = length(2) - length(1);
    assert!(one_more < 30, "{one_more}");
    // So many that the text falls into pieces while it is made.
    let n = 30_000;
    let text = codec::change_set_text(&many(n));
    assert!(text.len() > 500_000, "{}", text.len());
    assert_eq!(codec::change_set_from(&text, rev(1)), Ok(many(n)));
}

#[test]
fn a_draft_is_stored_in_format_1() {
    let draft = examples::draft();
    let file = expect_file!["../golden/format-1/draft.json"];
    golden(file, &draft, codec::draft_text(&draft), codec::draft_from);
}

#[test]
fn a_description_is_stored_in_format_1() {
    let meta = examples::meta();
    let file = expect_file!["../golden/format-1/meta.json"];
    golden(file, &meta, codec::meta_text(&meta), codec::meta_from);
}

/// A change set told in pieces is the same text, whatever the pieces.
#[test]
fn a_change_set_in_pieces_is_the_same_text() {
    let undo = ChangeSet {
        origin: Origin::Undo(rev(57)),
        ..examples::change_set()
    };
    for set in [examples::change_set(), undo, alike()] {
        let whole = codec::change_set_text(&set);
        for n in [1, 2, usize::MAX] {
            let mut text = SetText::begin(&set);
            set.changes.chunks(n).for_each(|it| text.push(it));
            assert_eq!(text.finish(), whole);
        }
        let none = ChangeSet {
            changes: Vec::new(),
            ..set
        };
        let text = SetText::begin(&none).finish();
        assert_eq!(text, codec::change_set_text(&none));
    }
}

#[test]
fn a_head_is_stored_in_format_1() {
    let head = examples::head();
    let file = expect_file!["../golden/format-1/head.json"];
    golden(file, &head, codec::head_text(&head), codec::head_from);
}

/// The examples of a table, and the slot of its first block.
fn block_of(table: Table) -> (Vec<(Revision, Row)>, Slot) {
    let rows = examples::rows().into_iter();
    let rows = rows.filter(|row| row.key().table() == table);
    let block: Vec<_> = rows.map(|row| (rev(57), row)).collect();
    assert!(!block.is_empty(), "{table:?} has an example");
    (block, Slot::text(format!("{table:?}/")))
}

/// Those of which there are most are packed.
const PACKED: [Table; 3] = [Table::Contact, Table::LogEntry, Table::SegmentLine];

#[test]
fn rows_of_every_table_are_stored_in_their_format() {
    for table in Table::ALL {
        let (block, slot) = block_of(*table);
        let name = format!("{table:?}").to_lowercase();
        match codec::block_value(&block) {
            Value::Text(text) => {
                assert!(!PACKED.contains(table), "{table:?}");
                let file = expect_file![format!("../golden/format-1/{name}.json")];
                golden(file, &block, text, |text| block_from(text, &slot));
            }
            Value::Bytes(bytes) => {
                assert!(PACKED.contains(table), "{table:?}");
                let file = expect_file![format!("../golden/format-3/{name}.hex")];
                golden(file, &block, hex::of(&bytes), |text| {
                    codec::block_from(&Value::Bytes(hex::bytes(text)), &slot)
                });
            }
        }
    }
}

fn block_from(text: &str, slot: &Slot) -> Result<Vec<(Revision, Row)>, JournalError> {
    codec::block_from(&Value::Text(text.to_owned()), slot)
}

/// They were told as text once: in full, then by what differs.
#[test]
fn rows_that_were_told_as_text_are_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/host/golden");
    for table in PACKED {
        let name = format!("{table:?}").to_lowercase();
        let stored = |format: u32| {
            let stored = std::fs::read_to_string(format!("{folder}/format-{format}/{name}.json"));
            stored.expect("a stored example")
        };
        let (block, slot) = block_of(table);
        for stored in [stored(1), stored(2)] {
            let read = block_from(stored.trim_end(), &slot);
            assert_eq!(read.as_ref(), Ok(&block), "{name}");
        }
        let stored = stored(1);
        // Another program may write what is in the envelope in another order.
        let value: serde_json::Value = serde_json::from_str(&stored).expect("JSON");
        let turned = format!("{{\"body\":{},\"format\":1}}", value["body"]);
        let read = block_from(&turned, &slot);
        assert_eq!(read.as_ref(), Ok(&block), "{name}, turned around");
    }
}

/// A block that was cut off, or is of another make, is no block.
#[test]
fn blocks_that_are_not_whole_are_damaged() {
    for table in PACKED {
        let (block, slot) = block_of(table);
        let Value::Bytes(bytes) = codec::block_value(&block) else {
            panic!("{table:?} is packed");
        };
        for end in 0..bytes.len() {
            damaged(codec::block_from(&Value::Bytes(bytes[..end].into()), &slot));
        }
        let longer = [&bytes[..], &[0]].concat();
        damaged(codec::block_from(&Value::Bytes(longer), &slot));
        // So many rows as there is no room for.
        let many = [&bytes[..1], &[255; 4], &[15], &bytes[2..]].concat();
        damaged(codec::block_from(&Value::Bytes(many), &slot));
    }
    let (_, slot) = block_of(Table::LogEntry);
    let (lines, _) = block_of(Table::SegmentLine);
    damaged(codec::block_from(&codec::block_value(&lines), &slot));
    let (_, of_counters) = block_of(Table::Counters);
    damaged(codec::block_from(&codec::block_value(&lines), &of_counters));
    for body in ["{}", "[{}]", "[[]]", "[[57]]", "[[57,null]]", "[[57,{}]]"] {
        damaged(block_from(
            &format!("{{\"format\":2,\"body\":{body}}}"),
            &slot,
        ));
    }
}

/// What a newer version of the app packs is not guessed at.
#[test]
fn a_newer_format_of_blocks_is_named() {
    let (_, slot) = block_of(Table::Contact);
    let newer = codec::block_from(&Value::Bytes(vec![4, 1, 2, 3]), &slot);
    let named = JournalError::Newer {
        found: Some(4),
        known: 3,
    };
    assert_eq!(newer, Err(named));
}

/// What was written before campaigns and segments came is read as if they had been left blank.
#[test]
fn rows_and_drafts_from_before_segments_are_read() {
    let stored = |name: &str| {
        let folder = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/host/golden/before-segments"
        );
        std::fs::read_to_string(format!("{folder}/{name}.json")).expect("a stored example")
    };
    for (name, rows) in examples::before_segments() {
        let table = rows[0].key().table();
        let read = block_from(stored(name).trim_end(), &Slot::text(format!("{table:?}/")));
        let block: Vec<_> = rows.into_iter().map(|row| (rev(57), row)).collect();
        assert_eq!(read, Ok(block), "{name}");
    }
    let draft = codec::draft_from(stored("draft").trim_end()).expect("a draft");
    assert_eq!(draft.form.campaign, None);
    assert!(!draft.form.campaign_locked && !draft.form.campaign_target);
}

/// What was written before contacts were classified and found by criteria is read as if that had been
/// left blank.
#[test]
fn rows_from_before_classification_are_read() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/host/golden/before-classes"
    );
    for (name, rows) in examples::before_classes() {
        let stored = std::fs::read_to_string(format!("{folder}/{name}.json"));
        let stored = stored.expect("a stored example");
        let table = rows[0].key().table();
        let read = block_from(stored.trim_end(), &Slot::text(format!("{table:?}/")));
        let block: Vec<_> = rows.into_iter().map(|row| (rev(57), row)).collect();
        assert_eq!(read, Ok(block), "{name}");
    }
}

#[track_caller]
fn damaged<T: Debug>(answer: Result<T, JournalError>) {
    assert!(
        matches!(answer, Err(JournalError::Damaged { .. })),
        "{answer:?}"
    );
}

/// Never a panic, and never something made up: text that was cut off, altered or exchanged.
#[test]
fn text_that_is_not_whole_is_damage() {
    for text in [alike(), examples::change_set()].map(|set| codec::change_set_text(&set)) {
        for end in text.char_indices().map(|(at, _)| at) {
            damaged(codec::change_set_from(&text[..end], rev(1)));
        }
    }
    for other in [
        "",
        "null",
        "{}",
        "[]",
        "{\"format\":1}",
        "{\"format\":0,\"body\":{}}",
        "{\"format\":2,\"body\":{\"at\":\"2026-02-01T12:01:30Z\",\"user\":\"\",\"changes\":[{}]}}",
        "{\"format\":2,\"body\":{\"at\":\"2026-02-01T12:01:30Z\",\"user\":\"\",\"changes\":[{\"line\":[null,null]}]}}",
        "{\"format\":2,\"body\":{\"at\":\"2026-02-01T12:01:30Z\",\"user\":\"\",\"changes\":[{\"line\":[null]}]}}",
    ] {
        damaged(codec::change_set_from(other, rev(1)));
    }
    damaged(codec::draft_from(&codec::meta_text(&examples::meta())));
    damaged(codec::meta_from(&codec::head_text(&examples::head())));
}

/// Applying a row under another row's key would corrupt the records.
#[test]
fn a_row_under_another_key_is_damage() {
    let rows = examples::rows();
    let set = ChangeSet {
        changes: vec![Change {
            key: Key::Counters(lokikirja::domain::id::Single),
            before: None,
            after: Some(rows[0].clone()),
        }],
        ..examples::change_set()
    };
    damaged(codec::change_set_from(
        &codec::change_set_text(&set),
        rev(1),
    ));
    let block: Vec<(_, Row)> = vec![(rev(1), rows[0].clone())];
    let slot = Slot::text("Contact/");
    damaged(codec::block_from(&codec::block_value(&block), &slot));
    damaged(codec::block_from(
        &codec::block_value(&block),
        &Slot::Number(1),
    ));
}

#[test]
fn a_newer_format_is_named() {
    let text = codec::draft_text(&examples::draft());
    let newer = text.replacen("\"format\":1", "\"format\":7", 1);
    let expected = JournalError::Newer {
        found: Some(7),
        known: codec::FORMAT,
    };
    assert_eq!(codec::draft_from(&newer), Err(expected));
}
