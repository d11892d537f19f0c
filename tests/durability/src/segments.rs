//! Segments: logged one after the other, each by the follow-up segment of the one before, so that the
//! same contacts stand in all of them.

use crate::page;
use crate::work::run;
use lokikirja::book::RunError;
use lokikirja::browser::clock;
use lokikirja::domain::change::Record;
use lokikirja::domain::contact::ContactEdit;
use lokikirja::domain::id::{ContactId, LoggedSegmentId, SegmentId, SeriesId, TemplateId};
use lokikirja::domain::interaction::LogEntry;
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::ledger::Scope;
use lokikirja::domain::number_series::SeriesEdit;
use lokikirja::domain::number_series::lines::LineEdit;
use lokikirja::domain::refusal::Reason;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::segment::log::FollowUp;
use lokikirja::domain::segment::logged::LoggedSegment;
use lokikirja::domain::segment::question::Answer;
use lokikirja::domain::segment::{Segment, SegmentEdit};
use lokikirja::domain::setup::SetupEdit;
use lokikirja::domain::{Command, Records, Revision};
use lokikirja::ui::store::Store;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Creates so many contacts, a number series and a segment of all of them. Gives how many lines it
/// has.
pub async fn prepare(store: Store, n: u32) -> String {
    let contacts: Vec<_> = (0..n).map(|_| clock::new_id()).collect();
    let salesperson = store.peek(|records| records.all::<Salesperson>().next().map(|row| row.id));
    let of_somebody = |(at, id): (usize, &ContactId)| {
        let name = ContactEdit::Name(format!("Contact {at}"));
        Command::CreateContact(*id, vec![name, ContactEdit::Salesperson(salesperson)])
    };
    let mut commands: Vec<Command> = contacts.iter().enumerate().map(of_somebody).collect();
    let series: SeriesId = clock::new_id();
    commands.push(Command::CreateNumberSeries(
        series,
        vec![
            SeriesEdit::Code("SEGM".into()),
            SeriesEdit::DefaultNos(true),
            SeriesEdit::AddLine,
            SeriesEdit::Line(1, LineEdit::StartingNo("SM00001".into())),
        ],
    ));
    let (setup, template) = store.peek(|records| {
        let setup = lokikirja::domain::setup::MarketingSetup::key(lokikirja::domain::id::Single);
        let template = first_template(records);
        (records.revision_of(&setup).unwrap_or_default(), template)
    });
    commands.push(Command::EditSetup(
        setup,
        SetupEdit::SegmentNos(Some(series)),
    ));
    let segment: SegmentId = clock::new_id();
    commands.push(Command::CreateSegment(
        segment,
        vec![
            SegmentEdit::Description("Everybody".into()),
            SegmentEdit::Template {
                template,
                keep_campaign: false,
            },
        ],
    ));
    let lines = contacts.iter().map(|id| (clock::new_id(), *id)).collect();
    commands.push(Command::AddSegmentLines(segment, lines));
    run(store, Command::All(commands)).await;
    let n_lines = store.peek(|records| records.segments().n_lines(segment));
    json!({ "lines": n_lines }).to_string()
}

/// Logs segments until the browser is killed. A follow-up segment has contacts only: it gets a
/// template first. Where another tab was first it says so and goes on with what there is now.
pub async fn log(store: Store) -> ! {
    loop {
        let (id, seen, template) = store.peek(standing);
        let is_ready = template.is_some();
        let command = if is_ready {
            let follow_up = FollowUp {
                segment: clock::new_id(),
                description: "Everybody again".into(),
            };
            Command::LogSegment(id, seen, Some(follow_up))
        } else {
            let template = SegmentEdit::Template {
                template: store.peek(first_template),
                keep_campaign: false,
            };
            Command::EditSegment(id, seen, template, Answer::Yes)
        };
        match store.run(command).await {
            Ok(_) if is_ready => {
                let no = store.peek(|records| {
                    let logged = records.get::<LoggedSegment>(LoggedSegmentId(id.0));
                    logged.map(|row| row.no)
                });
                let no = no.expect("a segment that was just logged is in the register");
                page::tell(&[("segment", &no.to_string())]);
            }
            Ok(_) => {}
            Err(RunError::Refused(refusal))
                if matches!(refusal.reason, Reason::Gone | Reason::ChangedMeanwhile) =>
            {
                page::tell(&[("late", "1")]);
            }
            Err(trouble) => panic!("not logged: {trouble:?}"),
        }
    }
}

fn first_template(records: &Records) -> Option<TemplateId> {
    let first = records.all::<InteractionTemplate>().next();
    first.map(|row| row.id)
}

/// The segment that is open.
fn standing(records: &Records) -> (SegmentId, Revision, Option<TemplateId>) {
    let id = records.segments().all().next_back();
    let id = id.expect("a logged segment leaves one that follows it");
    let template = records.get::<Segment>(id).and_then(|row| row.template);
    let seen = records.revision_of(&Segment::key(id)).unwrap_or_default();
    (id, seen, template)
}

/// All segments, open and logged, with what belongs to each, for the driver to judge.
pub fn report(store: Store) -> String {
    store.peek(|records| {
        let damage = records.check();
        let open: Vec<Value> = records
            .all::<Segment>()
            .map(|row| open(records, row))
            .collect();
        let logged = records.all::<LoggedSegment>();
        let logged: Vec<Value> = logged.map(|row| logged_one(records, row)).collect();
        json!({
            "revision": records.revision().0,
            "damage": damage.iter().map(|one| format!("{one:?}")).collect::<Vec<_>>(),
            "open": open,
            "logged": logged,
            "entries": records.all::<LogEntry>().count(),
            "last_entry_no": records.counters().log_entry,
        })
        .to_string()
    })
}

/// Number, lines, different contacts in them, different revisions of header and lines.
fn open(records: &Records, row: &Segment) -> Value {
    let lines: Vec<_> = records.segments().lines(row.id).collect();
    let contacts = lines
        .iter()
        .filter_map(|id| records.get::<SegmentLine>(*id)?.contact);
    let contacts: BTreeSet<_> = contacts.collect();
    let keys = lines.iter().map(|id| SegmentLine::key(*id));
    let revisions = keys
        .chain([Segment::key(row.id)])
        .filter_map(|key| records.revision_of(&key));
    let revisions: BTreeSet<Revision> = revisions.collect();
    json!([
        row.no.as_str(),
        lines.len(),
        contacts.len(),
        revisions.len()
    ])
}

/// Entry number, the segment's number, entries, different contacts in them, different revisions of
/// the register and the entries.
fn logged_one(records: &Records, row: &LoggedSegment) -> Value {
    let entries: Vec<_> = records
        .ledger()
        .entries(Scope::LoggedSegment(row.id))
        .collect();
    let contacts = entries
        .iter()
        .filter_map(|id| records.get::<LogEntry>(*id)?.contact);
    let contacts: BTreeSet<_> = contacts.collect();
    let keys = entries.iter().map(|id| LogEntry::key(*id));
    let revisions = keys
        .chain([LoggedSegment::key(row.id)])
        .filter_map(|key| records.revision_of(&key));
    let revisions: BTreeSet<Revision> = revisions.collect();
    json!([
        row.no.0,
        row.segment_no.as_str(),
        entries.len(),
        contacts.len(),
        revisions.len()
    ])
}
