//! What lies in the slots, and their order.

use super::*;
use lokikirja::journal::JournalError;
use lokikirja::journal::storage::{Durability, Shelf, Slot, Storage, Store, Value, Want, Write};

/// Bytes of all values, texts of all scripts, and none at all.
pub async fn bytes_and_texts_come_back_as_they_were<H: Shelf>(shelf: &H) {
    founded(shelf, "values").await;
    let storage = opened(shelf, "values").await;
    let values = [
        Value::Bytes((0..=255).collect()),
        Value::Bytes(Vec::new()),
        Value::Text(String::new()),
        Value::Text("Åäö €  \u{0}\u{7f} 会議 🙂".into()),
        Value::Text("x".repeat(300_000)),
    ];
    let slot = |n: usize| Slot::text(format!("v{n}"));
    let batch: Vec<_> = values
        .iter()
        .enumerate()
        .map(|(n, value)| Write::Put(Store::Files, slot(n), value.clone()))
        .collect();
    storage
        .write(&batch, Durability::Strict)
        .await
        .expect("written");
    let found = storage.read(&[Want::All(Store::Files)]).await;
    let expected: Vec<_> = values
        .into_iter()
        .enumerate()
        .map(|(n, value)| (slot(n), value))
        .collect();
    assert_eq!(found, Ok(vec![expected]));
}

/// Long texts take another way out of a browser; a piece that is refused ends it.
pub async fn what_is_read_in_pieces_is_what_is_read_at_once<H: Shelf>(shelf: &H) {
    founded(shelf, "pieces").await;
    let storage = opened(shelf, "pieces").await;
    let long = "Åäö € \u{0} 会議 🙂 plain, and plain again. ".repeat(8_000);
    let values = [
        Value::Text(long),
        Value::Bytes(vec![7; 600_000]),
        Value::Text("y".repeat(999)),
        Value::Text("y".repeat(1_000)),
    ];
    let put = |(n, value): (usize, &Value)| {
        Write::Put(Store::Files, Slot::Number(n as u64), value.clone())
    };
    let batch: Vec<_> = values.iter().enumerate().map(put).collect();
    storage
        .write(&batch, Durability::Strict)
        .await
        .expect("written");
    let wants = [
        Want::All(Store::Drafts),
        Want::All(Store::Files),
        Want::One(Store::Files, Slot::Number(2)),
    ];
    let mut pieces = vec![Vec::new(); wants.len()];
    let mut take = async |want: usize, slot, value| {
        pieces[want].push((slot, value));
        Ok::<_, JournalError>(())
    };
    let read = storage.read_in_pieces(&wants, &mut take).await;
    assert_eq!(read, Ok(()));
    assert_eq!(storage.read(&wants).await, Ok(pieces));

    let mut n_taken = 0;
    let mut refuse = async |_, slot: Slot, _| {
        n_taken += 1;
        match slot {
            Slot::Number(1) => Err(JournalError::Full),
            _ => Ok(()),
        }
    };
    let read = storage.read_in_pieces(&wants, &mut refuse).await;
    assert_eq!((read, n_taken), (Err(JournalError::Full), 2));
}

/// Numbers before texts, each in their order; ranges include their end.
pub async fn ranges_follow_the_order_of_slots<H: Shelf>(shelf: &H) {
    founded(shelf, "ranges").await;
    let storage = opened(shelf, "ranges").await;
    let text = |n: usize| Value::Text(n.to_string());
    let all = [
        Slot::Number(2),
        Slot::Number(10),
        Slot::Number(1 << 52),
        Slot::text("Contact/"),
        Slot::text("Contact/a"),
        Slot::text("LogEntry/"),
        Slot::text("folded/1"),
    ];
    let filled = |n: usize| (all[n].clone(), text(n));
    let put = |n: usize| Write::Put(Store::Files, all[n].clone(), text(n));
    let batch: Vec<_> = (0..all.len()).rev().map(put).collect();
    storage
        .write(&batch, Durability::Strict)
        .await
        .expect("written");
    assert_eq!(slots(&storage, Store::Files).await, all);
    let wants = [
        Want::From(Store::Files, Slot::Number(10)),
        Want::From(Store::Files, Slot::text("Contact/0")),
        Want::One(Store::Files, Slot::text("folded/1")),
        Want::One(Store::Files, Slot::text("folded/2")),
        Want::All(Store::Drafts),
        Want::Between(
            Store::Files,
            Slot::text(""),
            Slot::text("LogEntry/"),
            u32::MAX,
        ),
        Want::Between(Store::Files, Slot::Number(2), Slot::text("LogEntry/"), 2),
        Want::Between(
            Store::Files,
            all[3].next(),
            Slot::text("LogEntry0"),
            u32::MAX,
        ),
    ];
    let found = storage.read(&wants).await.expect("it reads");
    let expected = [
        (1..7).map(filled).collect(),
        (4..7).map(filled).collect(),
        vec![filled(6)],
        Vec::new(),
        Vec::new(),
        (3..5).map(filled).collect(),
        (0..2).map(filled).collect(),
        (4..6).map(filled).collect(),
    ];
    assert_eq!(found, expected);

    let beyond = Write::NoneFrom(Store::Files, Slot::text("folded/2"));
    let at = Write::NoneFrom(Store::Files, Slot::text("folded/1"));
    let below = Write::DeleteBelow(Store::Files, Slot::text("Contact/a"));
    let answer = storage
        .write(&[below.clone(), at], Durability::Strict)
        .await;
    assert_eq!(answer, Err(JournalError::Taken));
    assert_eq!(slots(&storage, Store::Files).await.len(), 7);
    let answer = storage.write(&[below, beyond], Durability::Strict).await;
    assert_eq!(answer, Ok(()));
    assert_eq!(slots(&storage, Store::Files).await, all[4..]);
}
