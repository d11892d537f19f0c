//! The check finds each kind of damage and nothing in a sound company.

use crate::desk::Desk;
use lokikirja::domain::change::Record;
use lokikirja::domain::check::{Checking, Damage, Wrong};
use lokikirja::domain::code::Code;
use lokikirja::domain::contact::{Contact, ContactKind, Person};
use lokikirja::domain::id::{SeriesId, Single};
use lokikirja::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use lokikirja::domain::interaction::{EntryNo, LogEntry};
use lokikirja::domain::number_series::{NumberSeries, SeriesLine};
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::setup::{Counters, MarketingSetup};
use lokikirja::domain::{Change, Field, Records, Row, Table};
use uuid::Uuid;

/// A sound company with a row of every kind.
fn sound() -> Desk {
    let mut desk = Desk::with(
        "salesperson JK 'Jo Kari'; salesperson KV 'Kim Vesa'; group G 'Calls'; group H 'Letters'
         template OUT 'Call' group G language FI language EN default FI; template MEMO 'Memo'
         contact CT1 Adatum salesperson JK; contact CT2 Fabrikam salesperson JK
         person CT3 'Anna Aalto' of CT1 salesperson JK",
    );
    desk.create_series("code S; automatic on; line; start 1 A01; end 1 A99; warn 1 A90; line");
    desk.create_series("code T; related S");
    desk.set_up("contacts-from S; salesperson JK");
    desk.create("contact CT3").choose("template OUT").finish();
    desk.create("contact CT1").choose("template OUT").postpone();
    assert_eq!(desk.records.check(), []);
    desk
}

/// Breaks one row of a sound company and compares what the check finds. The rows are put together
/// anew: this is what a damaged file or a wrong rule would give.
#[track_caller]
fn breaks<R: Record>(id: impl Fn(&Desk) -> R::Id, harm: impl Fn(&mut R), wrong: Wrong) {
    let desk = sound();
    let key = R::key(id(&desk));
    let rows = desk.records.rows().map(|(row, revision)| {
        if row.key() != key {
            return (row, revision);
        }
        let mut harmed = R::clone(R::from_row(&row).expect("a row of this kind"));
        harm(&mut harmed);
        (harmed.into_row(), revision)
    });
    let damaged = Records::load(rows, desk.records.revision());
    let expected = [Damage { key, wrong }];
    assert_eq!(damaged.check(), expected);
    for n_rows in [1, 2] {
        assert_eq!(in_slices(&damaged, n_rows), expected, "{n_rows} at a time");
    }
}

/// What is found by looking at so many rows at a time.
fn in_slices(records: &Records, n_rows: usize) -> Vec<Damage> {
    looked_on(Checking::begin(), records, n_rows)
}

/// What a look that has been begun comes to, so many rows at a time.
fn looked_on(mut checking: Checking, records: &Records, n_rows: usize) -> Vec<Damage> {
    loop {
        if let Some(found) = checking.step(records, n_rows) {
            return found;
        }
    }
}

/// What was seen before a change says nothing about the records after it.
#[test]
fn a_look_begins_anew_when_the_records_change() {
    let desk = sound();
    let sound = &desk.records;
    let mut checking = Checking::begin();
    for _ in 0..4 {
        assert_eq!(checking.step(sound, 1), None);
    }
    let is_left = |row: &Row| !matches!(row, Row::NumberSeries(_));
    let rows = sound.rows().filter(|(row, _)| is_left(row));
    let damaged = Records::load(rows, sound.revision().next());
    let found = looked_on(checking, &damaged, 1);
    assert_ne!(found, []);
    assert_eq!(found, damaged.check());
}

/// Half a change set says nothing of the whole.
#[test]
fn a_look_waits_while_a_change_set_is_applied_in_part() {
    let mut records = sound().records.clone();
    let series = records
        .rows()
        .filter(|(row, _)| row.key().table() == Table::NumberSeries);
    let changes: Vec<Change> = series
        .map(|(row, _)| Change {
            key: row.key(),
            before: Some(row),
            after: None,
        })
        .collect();
    let (some, others) = changes.split_at(changes.len() / 2);
    let next = records.revision().next();
    let mut checking = Checking::begin();
    records.apply_part(next, some);
    for _ in 0..1_000 {
        assert_eq!(checking.step(&records, 1), None);
    }
    assert_eq!(checking.done(&records), 0.0);
    records.apply_part(next, others);
    records.end_apply(next, &changes);
    let found = looked_on(checking, &records, 1);
    assert_ne!(found, []);
    assert_eq!(found, records.check());
}

/// Takes a row out of a sound company and compares the rows that the check finds, and their fields.
#[track_caller]
fn lost<R: Record>(id: impl Fn(&Desk) -> R::Id, fields: &[Field]) {
    let desk = sound();
    let key = R::key(id(&desk));
    let rows = desk.records.rows().filter(|(row, _)| row.key() != key);
    let found = Records::load(rows, desk.records.revision()).check();
    let wrongs: Vec<Wrong> = found
        .into_iter()
        .map(|damage| damage.wrong)
        .filter(|wrong| *wrong != Wrong::OtherCompany)
        .collect();
    let expected: Vec<Wrong> = fields.iter().map(|field| Wrong::NotFound(*field)).collect();
    assert_eq!(wrongs, expected);
}

fn code<const MAX: usize>(text: &str) -> Code<MAX> {
    Code::new(text).expect("a code")
}

#[test]
fn a_reference_to_nothing_is_found() {
    lost::<NumberSeries>(
        |desk| desk.series("S"),
        &[Field::ContactNos, Field::RelatedSeries],
    );
    lost::<Salesperson>(
        |desk| desk.salesperson("JK"),
        &[
            Field::DefaultSalesperson,
            Field::Salesperson,
            Field::Salesperson,
            Field::Salesperson,
        ],
    );
    lost::<Contact>(
        |desk| desk.contact("CT1"),
        &[Field::Company, Field::Contact],
    );
    lost::<Contact>(|desk| desk.contact("CT3"), &[Field::Contact]);
    lost::<InteractionGroup>(
        |desk| desk.group("G"),
        &[Field::Group, Field::Group, Field::Group],
    );
    // The logged entry keeps the code; the postponed one needs the template.
    lost::<InteractionTemplate>(|desk| desk.template("OUT"), &[Field::Template]);
}

#[test]
fn a_number_or_code_that_stands_twice_is_found() {
    let twice = |field| Wrong::NotUnique(field);
    breaks::<NumberSeries>(
        |desk| desk.series("T"),
        |row| row.code = code("S"),
        twice(Field::Code),
    );
    breaks::<Salesperson>(
        |desk| desk.salesperson("KV"),
        |row| row.code = code("JK"),
        twice(Field::Code),
    );
    breaks::<Contact>(
        |desk| desk.contact("CT3"),
        |row| row.no = code("CT1"),
        twice(Field::No),
    );
    breaks::<InteractionGroup>(
        |desk| desk.group("H"),
        |row| row.code = code("G"),
        twice(Field::Code),
    );
    breaks::<InteractionTemplate>(
        |desk| desk.template("MEMO"),
        |row| row.code = code("OUT"),
        twice(Field::Code),
    );
    breaks::<InteractionTemplate>(
        |desk| desk.template("OUT"),
        |row| row.languages[1].language = code("FI"),
        twice(Field::Language),
    );
    breaks::<LogEntry>(
        |desk| desk.entry_id(2),
        |row| row.no = EntryNo(1),
        twice(Field::No),
    );
}

#[test]
fn a_blank_that_must_be_filled_is_found() {
    let salesperson = |desk: &Desk| desk.salesperson("KV");
    breaks::<Salesperson>(
        salesperson,
        |row| row.name.clear(),
        Wrong::Missing(Field::Name),
    );
    let contact = |desk: &Desk| desk.contact("CT2");
    breaks::<Contact>(contact, |row| row.name.clear(), Wrong::Missing(Field::Name));
    let logged = |desk: &Desk| desk.entry_id(1);
    breaks::<LogEntry>(
        logged,
        |row| row.template = None,
        Wrong::Missing(Field::Template),
    );
    breaks::<LogEntry>(
        logged,
        |row| row.salesperson = None,
        Wrong::Missing(Field::Salesperson),
    );
    breaks::<LogEntry>(logged, |row| row.date = None, Wrong::Missing(Field::Date));
    breaks::<LogEntry>(
        logged,
        |row| row.description.clear(),
        Wrong::Missing(Field::Description),
    );
    breaks::<LogEntry>(logged, |row| row.no = EntryNo(0), Wrong::Missing(Field::No));
}

#[test]
fn companies_that_are_none_are_found() {
    // Every desk gives the same ids.
    let company = Some(sound().contact("CT3"));
    breaks::<Contact>(
        |desk| desk.contact("CT2"),
        |row| {
            row.kind = ContactKind::Person(Person {
                company,
                ..Person::default()
            });
        },
        Wrong::NotACompany,
    );
    breaks::<LogEntry>(
        |desk| desk.entry_id(1),
        |row| row.company = None,
        Wrong::OtherCompany,
    );
}

#[test]
fn a_counter_behind_the_log_is_found() {
    let wrong = Wrong::CounterBehind {
        table: lokikirja::domain::Table::LogEntry,
        counter: 1,
        highest: EntryNo(2),
    };
    breaks::<Counters>(|_| Single, |row| row.log_entry = 1, wrong);
}

#[test]
fn a_default_language_that_the_template_has_not_is_found() {
    breaks::<InteractionTemplate>(
        |desk| desk.template("OUT"),
        |row| row.default_language = Some(code("SV")),
        Wrong::NotFound(Field::DefaultLanguage),
    );
}

#[test]
fn a_setting_that_names_nothing_is_found() {
    breaks::<MarketingSetup>(
        |_| Single,
        |row| row.contact_nos = Some(SeriesId(Uuid::nil())),
        Wrong::NotFound(Field::ContactNos),
    );
}

#[test]
fn a_series_line_at_odds_with_itself_is_found() {
    type Harm = fn(&mut SeriesLine);
    let series = |desk: &Desk| desk.series("S");
    let line = |field| Wrong::Line { line_no: 1, field };
    let harms: [(Harm, Field); 5] = [
        (|row| row.ending_no = Some(code("B99")), Field::EndingNo),
        (
            |row| row.last_no_used = Some(code("ABC")),
            Field::LastNoUsed,
        ),
        (|row| row.ending_no = None, Field::EndingNo),
        (|row| row.increment_by = 0, Field::IncrementBy),
        (|row| row.starting_no = Some(code("AB")), Field::StartingNo),
    ];
    for (harm, field) in harms {
        breaks::<NumberSeries>(series, |row| harm(&mut row.lines[0]), line(field));
    }
    breaks::<NumberSeries>(series, |row| row.lines[1].line_no = 1, Wrong::LineTwice(1));
}
