//! Where the time goes when a segment of 10,000 lines is logged: `cargo bench --bench logging`.
//!
//! Step by step as the book does it, on a company of 20,000 contacts with ten interactions each. What a
//! browser does besides, `cargo xtask bench --segments` tells. Each line is the best of some runs: the
//! others had to share the computer.

use chrono::{DateTime, Utc};
use lokikirja::domain::contact::ContactEdit;
use lokikirja::domain::id::{self, ContactId, SalespersonId, SegmentId};
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::log_rows::LogBlock;
use lokikirja::domain::salesperson::SalespersonEdit;
use lokikirja::domain::segment::SegmentEdit;
use lokikirja::domain::slices::Slices;
use lokikirja::domain::{
    ChangeSet, Command, Decision, Moment, Origin, Records, Revision, Row, Table, decide, starter,
    undo,
};
use lokikirja::journal::storage::Value;
use lokikirja::journal::{SetText, blocks, codec};
use lokikirja::language::{Lang, messages};
use std::hint::black_box;
use std::time::{Duration, Instant};
use uuid::Uuid;

const N_CONTACTS: usize = 20_000;
const N_LINES: usize = 10_000;
/// Segments that were logged before: so much is in the log already.
const N_BEFORE: usize = 20;
/// Runs of each measurement.
const RUNS: u32 = 7;
/// Rows in a slice.
const ROWS: usize = 200;

/// A company with what is needed to make more of it.
struct Made {
    records: Records,
    n_ids: u64,
}

impl Made {
    fn new_id(&mut self) -> Uuid {
        self.n_ids += 1;
        // Spread as those that a browser makes.
        let n = self.n_ids.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes();
        let random = [n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[0], n[1]];
        id::new(1_772_000_000_000 + self.n_ids, random)
    }

    fn run(&mut self, command: Command) {
        let decision = decide(&self.records, &moment(), command).expect("the rules allow it");
        let next = self.records.revision().next();
        self.records.apply(next, &decision.changes);
    }

    /// A segment of some contacts.
    fn segment(&mut self, contacts: &[ContactId]) -> SegmentId {
        let template = self.records.all::<InteractionTemplate>().next();
        let template = template.expect("the starter has templates").id;
        let id: SegmentId = self.new_id().into();
        self.run(Command::CreateSegment(
            id,
            vec![
                SegmentEdit::No(format!("SM{}", self.n_ids)),
                SegmentEdit::Description("Ten thousand".into()),
                SegmentEdit::Template {
                    template: Some(template),
                    keep_campaign: false,
                },
            ],
        ));
        let mut lines = Vec::new();
        for contact in contacts {
            lines.push((self.new_id().into(), *contact));
        }
        self.run(Command::AddSegmentLines(id, lines));
        id
    }
}

fn moment() -> Moment {
    let now: DateTime<Utc> = DateTime::UNIX_EPOCH;
    Moment {
        now,
        local: now.naive_utc(),
        work_date: now.date_naive(),
        user: "Somebody".into(),
        my_salesperson: None,
    }
}

fn company() -> (Made, Vec<ContactId>) {
    let mut made = Made {
        records: Records::default(),
        n_ids: 0,
    };
    let mut ids = Vec::new();
    for _ in 0..200 {
        ids.push(made.new_id());
    }
    let mut ids = ids.into_iter();
    let texts = &messages(Lang::Fi).starter;
    let starter = starter::starter(&made.records, texts, &mut || ids.next().expect("enough"));
    made.run(starter);
    let salesperson: SalespersonId = made.new_id().into();
    made.run(Command::CreateSalesperson(
        salesperson,
        vec![
            SalespersonEdit::Code("JK".into()),
            SalespersonEdit::Name("Jo Kari".into()),
        ],
    ));
    let mut contacts: Vec<ContactId> = Vec::new();
    let mut commands = Vec::new();
    for at in 0..N_CONTACTS {
        let id = made.new_id().into();
        contacts.push(id);
        commands.push(Command::CreateContact(
            id,
            vec![
                ContactEdit::No(format!("CT{at:06}")),
                ContactEdit::Name(format!("Company {at}")),
                ContactEdit::Salesperson(Some(salesperson)),
            ],
        ));
    }
    made.run(Command::All(commands));
    for at in 0..N_BEFORE {
        let half = at % 2 * N_LINES;
        let id = made.segment(&contacts[half..half + N_LINES]);
        let seen = made.records.revision();
        made.run(Command::LogSegment(id, seen, None));
    }
    (made, contacts)
}

fn best<T>(mut work: impl FnMut() -> T) -> (Duration, T) {
    let mut best = None;
    for _ in 0..RUNS {
        let start = Instant::now();
        let made = work();
        let took = start.elapsed();
        if best.as_ref().is_none_or(|(before, _)| took < *before) {
            best = Some((took, made));
        }
    }
    best.expect("some runs")
}

fn say(what: &str, took: Duration) {
    println!("{:9.3} ms  {what}", took.as_secs_f64() * 1e3);
}

fn in_slices(records: &Records, command: &Command) -> Decision {
    let slices = Slices::begin(records, &moment(), command).expect("it is decided in slices");
    let mut slices = slices.expect("the rules allow it");
    loop {
        if let Some(decision) = slices.step(records, ROWS).expect("the rules allow it") {
            return decision;
        }
    }
}

/// What opening the company does with its log.
fn opened(records: &Records) {
    let rows: Vec<(Revision, Row)> = records
        .rows()
        .filter(|(row, _)| matches!(row, Row::LogEntry(_)))
        .map(|(row, revision)| (revision, row))
        .collect();
    let blocks: Vec<Value> = rows.chunks(256).map(codec::block_value).collect();
    let n_bytes: usize = blocks.iter().map(Value::n_bytes).sum();
    let slot = blocks::first_slot(Table::LogEntry);
    let (took, n) = best(|| {
        let read = |value: &Value| codec::block_from(value, &slot).expect("it was written so");
        blocks.iter().flat_map(read).count()
    });
    say(&format!("{n} entries read from {n_bytes} bytes"), took);
    let mut least = Duration::MAX;
    for _ in 0..RUNS {
        let kept = blocks
            .iter()
            .cloned()
            .map(|value| codec::log_block_from(value, &slot).expect("it was written so"));
        let kept: Vec<LogBlock> = kept.collect();
        let mut records = Records::at(records.revision());
        records.await_log(rows.len() as u64);
        let start = Instant::now();
        for block in kept {
            records.load_log(block).expect("it was written so");
        }
        least = least.min(start.elapsed());
    }
    say("taken into the records, packed", least);
}

fn main() {
    let (mut made, contacts) = company();
    opened(&made.records);
    let id = made.segment(&contacts[..N_LINES]);
    let command = Command::LogSegment(id, made.records.revision(), None);
    let (took, decision) = best(|| in_slices(&made.records, &command));
    say("decided, in slices", took);
    let set = ChangeSet {
        at: moment().now,
        user: moment().user,
        origin: Origin::default(),
        changes: decision.changes,
    };
    let (took, text) = best(|| {
        let mut text = SetText::begin(&set);
        set.changes.chunks(ROWS).for_each(|part| text.push(part));
        text.finish()
    });
    say(&format!("told, in {} bytes", text.len()), took);
    let (took, _) = best(|| black_box(undo::is_undoable(&set.changes)));
    say("asked whether it can be undone", took);
    let (took, _) = best(|| black_box(set.tables()));
    say("asked which tables it touches", took);
    let next = made.records.revision().next();
    let mut least = Duration::MAX;
    for _ in 0..RUNS {
        let mut records = made.records.clone();
        let start = Instant::now();
        records.apply(next, &set.changes);
        least = least.min(start.elapsed());
    }
    say("applied to the records", least);
}
