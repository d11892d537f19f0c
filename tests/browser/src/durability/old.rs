//! A company as an older version has stored it: blocks of rows as text in format 1, and change sets in format 1 that
//! are not folded yet. It is written here by itself, so that it stays what it was when the app writes otherwise.

use super::digest::digest;
use chrono::{DateTime, Days, Utc};
use lokikirja::book::FOLD_FROM;
use lokikirja::domain::code::Code;
use lokikirja::domain::contact::{Contact, ContactEdit};
use lokikirja::domain::id::{self, ContactId, LogEntryId, SalespersonId, Single};
use lokikirja::domain::interaction::form::{self, FormEdit, Opener};
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::interaction::{EntryNo, LogEntry};
use lokikirja::domain::salesperson::SalespersonEdit;
use lokikirja::domain::setup::Counters;
use lokikirja::domain::{
    Change, ChangeSet, Command, Moment, Origin, Record, Records, Revision, Row, decide, starter,
};
use lokikirja::journal::blocks::{BLOCK_ROWS, first_slot, place};
use lokikirja::journal::storage::{Slot, Store};
use lokikirja::language::{Lang, messages};
use serde::Serialize;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// Entries to each contact.
const EACH: usize = 4;
/// So many change sets are not folded yet, over all blocks: fewer than make the app fold by itself.
const N_SETS: u64 = FOLD_FROM - 10;

/// What lies in the stores, and what it comes to.
pub(super) struct Old {
    pub stores: Vec<(Store, Vec<Value>)>,
    pub digest: String,
    pub revision: u64,
    /// Up to which revision it is folded.
    pub folded: u64,
}

/// Makes a company of so many rows, the same each time.
///
/// # Panics
/// When it would not be sound.
pub(super) fn company(n_rows: u32) -> Old {
    let mut ids = Ids(0);
    let mut records = set_up(&mut ids);
    let n_contacts = n_rows as usize / (EACH + 1);
    let contact = records.all::<Contact>().next().cloned();
    let contact = contact.expect("one was created");
    let entry = records.all::<LogEntry>().next().cloned();
    let entry = entry.expect("one was logged");
    let mut changes = Vec::new();
    let mut no = 1;
    for at in 0..n_contacts {
        let row = Contact {
            id: ContactId(ids.next()),
            no: Code::new(&format!("OLD{at}")).expect("a code"),
            name: format!("Vanhalan Kirja ja Paperi {at} Oy"),
            ..Contact::clone(&contact)
        };
        for days in 0..EACH as u64 {
            no += 1;
            let date = entry
                .date
                .and_then(|date| date.checked_add_days(Days::new(days)));
            let entry = LogEntry {
                id: LogEntryId(ids.next()),
                no: EntryNo(no),
                contact: Some(row.id),
                company: Some(row.id),
                date,
                description: format!("Order {at} of day {days}, and when it comes"),
                ..LogEntry::clone(&entry)
            };
            changes.push(added(entry));
        }
        changes.push(added(row));
    }
    let counters = Counters {
        log_entry: no,
        ..records.counters()
    };
    let key = Counters::key(Single);
    changes.push(Change {
        key,
        before: records.row(&key),
        after: Some(counters.into_row()),
    });
    records.apply(records.revision().next(), &changes);
    let folded = records.revision();
    let snapshot = blocks(&records);

    let entries: Vec<LogEntryId> = records.all::<LogEntry>().map(|row| row.id).collect();
    let contacts: Vec<ContactId> = records.all::<Contact>().map(|row| row.id).collect();
    let mut journal = Vec::new();
    for n in 0..N_SETS as usize {
        let set = ChangeSet {
            at: moment().now,
            user: String::new(),
            origin: Origin::Command,
            changes: vec![
                changed::<LogEntry>(
                    &records,
                    entries[n * entries.len() / N_SETS as usize],
                    |row| {
                        row.user = format!("Kaisa {n}");
                    },
                ),
                changed::<Contact>(
                    &records,
                    contacts[n * contacts.len() / N_SETS as usize],
                    |row| {
                        row.city = format!("Turku {n}");
                    },
                ),
            ],
        };
        let revision = records.revision().next();
        records.apply(revision, &set.changes);
        journal.push(json!([revision.0, text(&set)]));
    }
    assert_eq!(records.check(), [], "the company is sound");
    Old {
        stores: vec![(Store::Snapshot, snapshot), (Store::Journal, journal)],
        digest: digest(&records),
        revision: records.revision().0,
        folded: folded.0,
    }
}

/// The envelope of format 1.
fn text<T: Serialize>(body: &T) -> String {
    json!({ "format": 1, "body": body }).to_string()
}

/// Blocks of rows, and the head of the snapshot.
fn blocks(records: &Records) -> Vec<Value> {
    let mut rows: Vec<(Slot, (Revision, Row))> = records
        .rows()
        .map(|(row, revision)| (place(&row.key()), (revision, row)))
        .collect();
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    let tables =
        rows.chunk_by(|(_, (_, one)), (_, (_, other))| one.key().table() == other.key().table());
    let mut blocks = Vec::new();
    for table in tables {
        for (at, block) in table.chunks(BLOCK_ROWS).enumerate() {
            let (own, (_, first)) = &block[0];
            let slot = match at {
                0 => first_slot(first.key().table()),
                _ => own.clone(),
            };
            let rows: Vec<&(Revision, Row)> = block.iter().map(|(_, row)| row).collect();
            blocks.push(json!([slot.to_string(), text(&rows)]));
        }
    }
    let revision = records.revision();
    let head = json!({ "revision": revision, "n_rows": records.n_rows() });
    blocks.push(json!([format!("folded/{:016}", revision.0), text(&head)]));
    blocks
}

/// A company with one contact, and one interaction with it.
fn set_up(ids: &mut Ids) -> Records {
    let mut records = Records::default();
    let starter = starter::starter(&records, &messages(Lang::En).starter, &mut || ids.next());
    let (seller, customer) = (SalespersonId(ids.next()), ContactId(ids.next()));
    let people = Command::All(vec![
        starter,
        Command::CreateSalesperson(
            seller,
            vec![
                SalespersonEdit::Code("JK".into()),
                SalespersonEdit::Name("Jaana Korhonen".into()),
            ],
        ),
        Command::CreateContact(customer, vec![ContactEdit::Name("Vanhala Oy".into())]),
    ]);
    carry_out(&mut records, people);
    let opener = Opener::Contact(customer);
    let form = form::open(&records, &moment(), LogEntryId(ids.next()), opener);
    let mut form = form.expect("a form opens");
    let template = records
        .all::<InteractionTemplate>()
        .next()
        .map(|row| row.id);
    for edit in [
        FormEdit::Template(template),
        FormEdit::Salesperson(Some(seller)),
        FormEdit::Description("The first".into()),
    ] {
        form.edit(&records, edit).expect("nothing is locked");
    }
    carry_out(&mut records, Command::FinishInteraction(Box::new(form)));
    records
}

fn carry_out(records: &mut Records, command: Command) {
    let decided = decide(records, &moment(), command).expect("the rules allow it");
    records.apply(records.revision().next(), &decided.changes);
}

fn added<R: Record>(row: R) -> Change {
    Change {
        key: R::key(row.id()),
        before: None,
        after: Some(row.into_row()),
    }
}

fn changed<R: Record>(records: &Records, id: R::Id, change: impl FnOnce(&mut R)) -> Change {
    let before: &Arc<R> = records.get::<R>(id).expect("it is there");
    let mut row = R::clone(before);
    change(&mut row);
    Change {
        key: R::key(id),
        before: Some(R::clone(before).into_row()),
        after: Some(row.into_row()),
    }
}

fn moment() -> Moment {
    let now: DateTime<Utc> = DateTime::from_timestamp_millis(1_772_000_000_000).unwrap_or_default();
    Moment {
        now,
        local: now.naive_utc(),
        work_date: now.date_naive(),
        user: String::new(),
        my_salesperson: None,
    }
}

/// Ids in their order.
struct Ids(u64);

impl Ids {
    fn next(&mut self) -> Uuid {
        self.0 += 1;
        id::new(1_772_000_000_000 + self.0, [7; 10])
    }
}
