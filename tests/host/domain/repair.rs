//! Repair puts right what the check finds, as far as the other records tell how, and touches nothing else.

use super::check_segments::sound;
use crate::desk::{Desk, name_row};
use expect_test::{Expect, expect};
use lokikirja::domain::campaign::Campaign;
use lokikirja::domain::change::Record;
use lokikirja::domain::check::Damage;
use lokikirja::domain::code::Code;
use lokikirja::domain::contact::{Contact, ContactKind};
use lokikirja::domain::id::{LogEntryId, Single};
use lokikirja::domain::interaction::{Canceled, EntryNo, LogEntry};
use lokikirja::domain::number_series::NumberSeries;
use lokikirja::domain::privacy::ErasedContact;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::segment::Segment;
use lokikirja::domain::segment::criteria::CriteriaAction;
use lokikirja::domain::segment::line::SegmentLine;
use lokikirja::domain::segment::logged::LoggedSegment;
use lokikirja::domain::setup::Counters;
use lokikirja::domain::{Change, Command, Field, Key, Notice, Reason, Records, Row, decide, undo};

/// Records that a repair was tried on.
struct Repaired {
    records: Records,
    changes: Vec<Change>,
    notices: Vec<Notice>,
}

/// Repairs, and proves what must hold of every repair: the indexes are those of the rows, a second one finds nothing
/// to do, and what is left is what no repair was promised for.
#[track_caller]
fn repaired(damaged: &Records, desk: &Desk) -> Repaired {
    let decided = |records| decide(records, &desk.moment, Command::Repair).expect("it is done");
    let decision = decided(damaged);
    let mut records = damaged.clone();
    if !decision.changes.is_empty() {
        records.apply(records.revision().next(), &decision.changes);
    }
    assert_eq!(records, Records::load(records.rows(), records.revision()));
    assert_eq!(decided(&records).changes, []);
    let left = records.check();
    assert!(left.iter().all(|it| !it.remedy().is_one()), "{left:?}");
    Repaired {
        records,
        changes: decision.changes,
        notices: decision.notices,
    }
}

/// The records once a row was harmed: put together anew, as from a damaged file.
fn harmed<R: Record>(records: &Records, id: R::Id, harm: impl FnOnce(&mut R)) -> Records {
    let row = records.get::<R>(id).expect("a row");
    let mut row = R::clone(row);
    harm(&mut row);
    with(records, row.into_row())
}

fn with(records: &Records, row: Row) -> Records {
    let others = records.rows().filter(|(other, _)| other.key() != row.key());
    let rows = others.chain([(row.clone(), records.revision())]);
    let mut rows: Vec<_> = rows.collect();
    // A snapshot holds them in their order.
    rows.sort_by_key(|(row, _)| row.key());
    Records::load(rows, records.revision())
}

fn without(records: &Records, key: Key) -> Records {
    let rows = records.rows().filter(|(row, _)| row.key() != key);
    Records::load(rows, records.revision())
}

/// What was found, what was changed, and what is left.
#[track_caller]
fn told(damaged: &Records, desk: &Desk, expected: Expect) -> Records {
    let name = |records: &Records, key| match records.row(&key) {
        Some(row) => name_row(records, &row),
        None => format!("{:?}", key.table()),
    };
    let found = |records: &Records| -> Vec<String> {
        let tell = |it: Damage| {
            let name = name(records, it.key);
            format!("{name}: {:?}: {:?}", it.wrong, it.remedy())
        };
        records.check().into_iter().map(tell).collect()
    };
    let repaired = repaired(damaged, desk);
    let change = |it: &Change| match &it.after {
        Some(_) => format!("{} is changed", name(damaged, it.key)),
        None => format!("{} goes", name(damaged, it.key)),
    };
    let lines = found(damaged).into_iter();
    let lines = lines.chain(repaired.changes.iter().map(change));
    let left = found(&repaired.records).into_iter();
    let lines = lines.chain(left.map(|line| format!("left: {line}")));
    expected.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    repaired.records
}

fn code<const MAX: usize>(text: &str) -> Code<MAX> {
    Code::new(text).expect("a code")
}

#[test]
fn a_sound_company_is_not_touched() {
    let desk = sound();
    let repaired = repaired(&desk.records, &desk);
    assert_eq!(repaired.changes, []);
    assert_eq!(repaired.notices, []);
}

/// Whichever row of a company is lost.
#[test]
fn a_company_that_lost_a_row_is_sound_again() {
    let desk = sound();
    let mut n_damaged = 0;
    for (row, _) in desk.records.rows() {
        let damaged = without(&desk.records, row.key());
        let repaired = repaired(&damaged, &desk);
        assert_eq!(repaired.records.check(), [], "without {row:?}");
        let n = u32::try_from(repaired.changes.len()).expect("few");
        let notices: &[Notice] = match n {
            0 => &[],
            n => &[Notice::Repaired(n)],
        };
        assert_eq!(repaired.notices, notices, "without {row:?}");
        n_damaged += u32::from(n > 0);
    }
    assert!(n_damaged > 15, "{n_damaged}");
}

#[test]
fn references_to_nothing_are_cleared_and_what_belongs_to_nothing_goes() {
    let desk = sound();
    let salesperson = Key::Salesperson(desk.salesperson("KV"));
    told(
        &without(&desk.records, salesperson),
        &desk,
        expect![[r#"
        Contact CT1: NotFound(Salesperson): Cleared
        Contact CT1 is changed"#]],
    );
    let segment = Key::Segment(desk.segment("SM02"));
    told(
        &without(&desk.records, segment),
        &desk,
        expect![[r#"
        SegmentLine 10000: NotFound(SegmentNo): Removed
        CriteriaAction 1: NotFound(SegmentNo): Removed
        CriteriaAction 2: NotFound(SegmentNo): Removed
        SegmentLine 10000 goes
        CriteriaAction 1 goes
        CriteriaAction 2 goes"#]],
    );
    let contact = Key::Contact(desk.contact("CT2"));
    let records = told(
        &without(&desk.records, contact),
        &desk,
        expect![[r#"
        Membership ? in M: NotFound(Contact): Removed
        Membership ? in B: NotFound(Contact): Removed
        LogEntry 1: NotFound(Contact): Cleared
        LogEntry 1: OtherCompany: Recomputed
        Membership ? in M goes
        Membership ? in B goes
        LogEntry 1 is changed"#]],
    );
    // As when a person is deleted.
    let entry = records.get::<LogEntry>(desk.entry_id(1)).expect("it stays");
    let company = Some(desk.contact("CT1"));
    assert_eq!((entry.contact, entry.company), (company, company));
}

#[test]
fn what_was_canceled_by_something_that_is_gone_stays_canceled() {
    let mut desk = sound();
    let logged = desk.logged(1);
    let seen = desk.records.revision();
    desk.must(Command::SwitchLoggedSegments(vec![logged], seen));
    let records = told(
        &without(&desk.records, Key::LoggedSegment(logged)),
        &desk,
        expect![[r#"
            CampaignEntry 1: NotFound(LoggedSegment): Cleared
            CampaignEntry 1: CanceledDiffers: Recomputed
            LogEntry 1: NotFound(LoggedSegment): Cleared
            LogEntry 1: CanceledDiffers: Recomputed
            CampaignEntry 1 is changed
            LogEntry 1 is changed"#]],
    );
    let entry = records.get::<LogEntry>(desk.entry_id(1)).expect("it stays");
    let singly = Canceled {
        singly: true,
        by_segment: false,
        by_campaign_entry: true,
    };
    assert_eq!(entry.canceled, singly);
}

#[test]
fn what_follows_from_other_records_follows_again() {
    let desk = sound();
    let mut records = desk.records.clone();
    let (logged, segment) = (desk.logged(1), desk.segment("SM02"));
    records = harmed::<LoggedSegment>(&records, logged, |row| row.canceled = true);
    records = harmed::<Segment>(&records, segment, |row| row.n_actions = 7);
    records = harmed::<LogEntry>(&records, desk.entry_id(1), |row| row.company = None);
    records = harmed::<Counters>(&records, Single, |row| {
        row.log_entry = 0;
        row.campaign_entry = 0;
    });
    let records = told(
        &records,
        &desk,
        expect![[r#"
        Counters: CounterBehind { table: LogEntry, counter: 0, highest: EntryNo(1) }: Recomputed
        Counters: CounterBehind { table: CampaignEntry, counter: 0, highest: EntryNo(1) }: Recomputed
        CampaignEntry 1: CanceledDiffers: Recomputed
        Segment SM02: ActionsDiffer: Recomputed
        LogEntry 1: OtherCompany: Recomputed
        LogEntry 1: CanceledDiffers: Recomputed
        Counters is changed
        Segment SM02 is changed
        CampaignEntry 1 is changed
        LogEntry 1 is changed"#]],
    );
    assert_eq!(records.counters(), desk.records.counters());
    let header = records.get::<Segment>(segment).expect("it stays");
    assert_eq!(header.n_actions, 2);
    let entry = records.get::<LogEntry>(desk.entry_id(1)).expect("it stays");
    assert!(entry.canceled.by_segment && entry.canceled.by_campaign_entry);
}

#[test]
fn of_two_with_the_same_number_one_gets_another() {
    let mut desk = sound();
    desk.create("contact CT1").choose("template T1").finish();
    let mut records = desk.records.clone();
    let (jo, second) = (desk.salesperson("JK"), desk.entry_id(2));
    records = harmed::<Salesperson>(&records, desk.salesperson("KV"), |row| {
        row.code = code("JK")
    });
    records = harmed::<Contact>(&records, desk.contact("CT2"), |row| row.no = code("CT1"));
    records = harmed::<LogEntry>(&records, second, |row| row.no = EntryNo(1));
    let records = told(
        &records,
        &desk,
        expect![[r#"
        Salesperson: NotUnique(Code): Renumbered
        Contact CT1: NotUnique(No): Renumbered
        LogEntry 1: NotUnique(No): Renumbered
        Counters is changed
        Salesperson is changed
        Contact CT1 is changed
        LogEntry 1 is changed"#]],
    );
    // Which of them it is, is what indexes found: the later one keeps it.
    let salesperson = records.get::<Salesperson>(jo).expect("it stays");
    assert_eq!(salesperson.code, code("JK-2"));
    let no = |id: LogEntryId| records.get::<LogEntry>(id).expect("it stays").no;
    assert_eq!((no(desk.entry_id(1)), no(second)), (EntryNo(3), EntryNo(1)));
    assert_eq!(records.counters().log_entry, 3);
}

#[test]
fn a_code_of_full_length_is_cut_to_make_room_for_its_number() {
    let desk = Desk::with("mailing ABCDEFGHIJ; mailing ABCDEFGH-2; mailing X");
    let rows = desk.records.rows().map(|(row, revision)| match row {
        Row::MailingGroup(row) if row.code == code("X") => {
            let mut row = (*row).clone();
            row.code = code("ABCDEFGHIJ");
            (row.into_row(), revision)
        }
        row => (row, revision),
    });
    let records = Records::load(rows, desk.records.revision());
    let repaired = repaired(&records, &desk);
    let codes = repaired.records.rows().filter_map(|(row, _)| match row {
        Row::MailingGroup(row) => Some(row.code.to_string()),
        _ => None,
    });
    let codes: Vec<String> = codes.collect();
    assert_eq!(codes, ["ABCDEFGH-3", "ABCDEFGH-2", "ABCDEFGHIJ"]);
}

#[test]
fn numbers_within_a_record_stand_once() {
    let mut desk = sound();
    desk.add("SM02", "CT1");
    let lines = desk.line_ids("SM02");
    let mut records = desk.records.clone();
    records = harmed::<SegmentLine>(&records, lines[1], |row| row.line_no = 10_000);
    let actions: Vec<_> = records.all::<CriteriaAction>().map(|row| row.id).collect();
    for id in actions {
        records = harmed::<CriteriaAction>(&records, id, |row| row.no = 2);
    }
    let series = desk.series("SEGM");
    records = harmed::<NumberSeries>(&records, series, |row| {
        let again = row.lines[0].clone();
        row.lines.extend([again.clone(), again]);
    });
    records = harmed::<Segment>(&records, desk.segment("SM02"), |row| {
        let mut again = row.languages[0].clone();
        again.subject = "Never seen".into();
        row.languages.push(again);
    });
    let records = told(
        &records,
        &desk,
        expect![[r#"
        NumberSeries: LineTwice(1): Renumbered
        NumberSeries: LineTwice(1): Renumbered
        Segment SM02: NotUnique(Language): SecondRemoved
        Segment SM02: ActionsDiffer: Recomputed
        SegmentLine 10000: LineTwice(10000): Renumbered
        NumberSeries is changed
        Segment SM02 is changed
        SegmentLine 10000 is changed
        CriteriaAction 2 is changed
        CriteriaAction 2 is changed"#]],
    );
    let line = records.get::<SegmentLine>(lines[1]).expect("it stays");
    assert_eq!(line.line_no, 10_001, "right behind");
    let series = records.get::<NumberSeries>(series).expect("it stays");
    let line_nos: Vec<u32> = series.lines.iter().map(|line| line.line_no).collect();
    assert_eq!(line_nos, [1, 2, 3]);
    let nos: Vec<u32> = records.all::<CriteriaAction>().map(|row| row.no).collect();
    assert_eq!(
        nos,
        [1, 3, 2],
        "the one that was found by its number keeps it"
    );
    let segment = desk.segment("SM02");
    let segment = records.get::<Segment>(segment).expect("it stays");
    assert_eq!(segment.languages.len(), 1);
    assert_eq!(segment.languages[0].subject, "");
}

#[test]
fn what_nobody_else_can_know_is_left_and_said() {
    let desk = sound();
    let mut records = desk.records.clone();
    records = harmed::<Contact>(&records, desk.contact("CT1"), |row| row.name.clear());
    records = harmed::<Campaign>(&records, desk.campaign("K1"), |row| {
        row.starting_date = Some(desk.moment.work_date);
        row.ending_date = desk.moment.work_date.pred_opt();
    });
    records = harmed::<NumberSeries>(&records, desk.series("SEGM"), |row| {
        row.lines[0].increment_by = 0;
    });
    records = harmed::<LogEntry>(&records, desk.entry_id(1), |row| row.date = None);
    told(
        &records,
        &desk,
        expect![[r#"
        NumberSeries: Line { line_no: 1, field: IncrementBy }: ByHand
        Contact CT1: Missing(Name): ByHand
        Campaign K1: EndsBeforeItStarts: ByHand
        LogEntry 1: Missing(Date): Lost
        left: NumberSeries: Line { line_no: 1, field: IncrementBy }: ByHand
        left: Contact CT1: Missing(Name): ByHand
        left: Campaign K1: EndsBeforeItStarts: ByHand
        left: LogEntry 1: Missing(Date): Lost"#]],
    );
}

#[test]
fn the_company_of_a_person_is_a_company() {
    let mut desk = sound();
    desk.create("contact CT2")
        .choose("template T1; salesperson JK")
        .finish();
    let person = desk.contact("CT2");
    let mut other = Contact::clone(&desk.row::<Contact>(person));
    other.id = lokikirja::domain::id::ContactId(uuid::Uuid::max());
    other.no = code("CT9");
    let ContactKind::Person(inside) = &mut other.kind else {
        panic!("a person")
    };
    inside.company = Some(person);
    let records = with(&desk.records, other.into_row());
    told(
        &records,
        &desk,
        expect![[r#"
        Contact CT9: NotACompany: Cleared
        Contact CT9 is changed"#]],
    );
}

/// What an erasure should have taken is taken, and in a way that the journal lets go of it too.
#[test]
fn what_is_left_of_an_erased_contact_is_erased() {
    let mut desk = sound();
    desk.create("contact CT2")
        .choose("template T1; salesperson JK")
        .finish();
    let said = desk.entry(2);
    desk.erase("CT2");
    let id = said.id;
    let records = harmed::<LogEntry>(&desk.records, id, |row| {
        row.description = said.description.clone();
    });
    let damaged = Records::clone(&records);
    let records = told(
        &damaged,
        &desk,
        expect![[r#"
            LogEntry 2: NotErased: Erased
            ErasedContact is changed
            LogEntry 2 is changed"#]],
    );
    let entry = records.get::<LogEntry>(id).expect("it stays");
    assert_eq!(entry.description, "");
    let repaired = repaired(&damaged, &desk);
    let is_mark = |it: &&Change| matches!(it.after, Some(Row::ErasedContact(_)));
    assert!(repaired.changes.iter().any(|it| is_mark(&it)));
    assert!(!undo::is_undoable(&repaired.changes));
}

/// A contact that is erased and there: which of the two is right is not decided here, and nothing that was said with it
/// is taken.
#[test]
fn an_erased_contact_that_is_there_is_left_as_it_is() {
    let desk = sound();
    let mark = ErasedContact {
        id: desk.contact("CT2"),
        no: None,
        at: desk.moment.now,
    };
    let records = with(&desk.records, mark.into_row());
    told(
        &records,
        &desk,
        expect![[r#"
        ErasedContact: NotErased: ByHand
        left: ErasedContact: NotErased: ByHand"#]],
    );
}

/// Taking a repair back is refused where it would break something, by name.
#[test]
fn a_repair_is_not_taken_back_where_that_breaks_something() {
    let desk = sound();
    let damaged = without(&desk.records, Key::Salesperson(desk.salesperson("KV")));
    let repaired = repaired(&damaged, &desk);
    let revision = repaired.records.revision();
    let back = Command::Undo(revision, repaired.changes);
    let refusal = decide(&repaired.records, &desk.moment, back).expect_err("it is refused");
    assert_eq!(refusal.reason, Reason::RefersToDeleted);
    assert_eq!(refusal.field, Some(Field::Salesperson));
}
