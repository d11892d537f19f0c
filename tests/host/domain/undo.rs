//! What can be taken back, what it gives back, and what stands for good.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::campaign::CampaignEdit;
use lokikirja::domain::contact::{Contact, ContactEdit};
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::number_series::SeriesEdit;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::segment::SegmentEdit;
use lokikirja::domain::segment::question::Answer;
use lokikirja::domain::{Command, Origin, Revision, Row, undo};

fn desk() -> Desk {
    let mut desk = Desk::with(
        "salesperson JK 'Jo Kari'; group G 'Calls'; template OUT 'Call' group G
         contact CT1 Adatum salesperson JK; contact CT2 Fabrikam
         person CT3 'Anna Aalto' of CT1 salesperson JK; person CT4 'Bo Ek' of CT1",
    );
    desk.create_series("code CONT; automatic on; typed on; line; start 1 C01");
    desk.set_up("contacts-from CONT");
    desk
}

fn values(desk: &Desk) -> Vec<Row> {
    desk.records.rows().map(|(row, _)| row).collect()
}

/// Does something, takes it back, and makes it again: nothing is left of it, and then all.
#[track_caller]
fn there_and_back(desk: &mut Desk, act: impl FnOnce(&mut Desk)) -> Revision {
    let before = values(desk);
    act(desk);
    let after = values(desk);
    assert_ne!(before, after);
    let done = desk.records.revision();
    desk.undo();
    assert_eq!(values(desk), before, "nothing is left of it");
    let undone = desk.undo();
    assert_eq!(values(desk), after, "all is there again");
    let origins = [done, undone, desk.records.revision()].map(|rev| desk.change_set(rev).origin);
    let expected = [Origin::Command, Origin::Undo(done), Origin::Redo(undone)];
    assert_eq!(origins, expected, "history is added to, never rewritten");
    desk.undo();
    assert_eq!(values(desk), before);
    done
}

#[test]
fn an_edit_is_taken_back_and_made_again() {
    let mut desk = desk();
    there_and_back(&mut desk, |desk| desk.change_contact("CT2", "phone 22"));
    desk.told(expect![[
        r#"Undone(Field { record: RecordName { table: Contact, label: "CT2" }, field: Phone })"#
    ]]);
    there_and_back(&mut desk, |desk| desk.set_up("currency SEK"));
    desk.told(expect![[
        r#"Undone(Field { record: RecordName { table: Setup, label: "" }, field: CurrencyCode })"#
    ]]);
    there_and_back(&mut desk, |desk| {
        desk.change_template("OUT", "cost 9.00")
            .expect("it changes")
    });
    desk.told(expect![[r#"Undone(Field { record: RecordName { table: InteractionTemplate, label: "OUT" }, field: UnitCost })"#]]);
}

/// What followed from it goes back with it, and it is called after what was edited.
#[test]
fn a_companys_edit_is_taken_back_with_its_persons() {
    let mut desk = desk();
    desk.change_contact("CT1", "address Street");
    there_and_back(&mut desk, |desk| desk.change_contact("CT1", "address Lane"));
    desk.told(expect![[
        r#"Undone(Field { record: RecordName { table: Contact, label: "CT1" }, field: Address })"#
    ]]);
    desk.change_contact("CT1", "address Road");
    let done = desk.records.revision();
    desk.change_contact("CT3", "phone 33");
    desk.not_taken_back(done, expect!["Contact CT3 ChangedSince"]);
}

#[test]
fn a_deleted_company_is_back_with_its_persons_and_what_they_are_named_in() {
    let mut desk = desk();
    desk.create("contact CT3").choose("template OUT").finish();
    desk.create("contact CT1").choose("template OUT").postpone();
    let delete = |desk: &mut Desk| desk.delete_contact("CT1");
    there_and_back(&mut desk, delete);
    desk.told(expect![[
        r#"Undone(Back { record: RecordName { table: Contact, label: "CT1" }, n_more: 2 })"#
    ]]);
}

#[test]
fn a_deleted_salesperson_is_back_with_those_who_had_it() {
    let mut desk = desk();
    desk.create("contact CT3").choose("template OUT").finish();
    desk.set_up("salesperson JK");
    there_and_back(&mut desk, |desk| desk.remove("salesperson JK"));
    desk.told(expect![[
        r#"Undone(Back { record: RecordName { table: Salesperson, label: "JK" }, n_more: 0 })"#
    ]]);
}

#[test]
fn a_deleted_template_or_group_or_series_is_back() {
    let mut desk = desk();
    desk.create("contact CT3").choose("template OUT").finish();
    there_and_back(&mut desk, |desk| desk.remove("template OUT"));
    desk.create_group("code H").expect("it is created");
    there_and_back(&mut desk, |desk| {
        desk.delete_group("H").expect("it is deleted")
    });
    desk.create_series("code S; line; start 1 S1");
    there_and_back(&mut desk, |desk| {
        desk.delete_series("S").expect("it is deleted")
    });
}

/// The number was seen, perhaps written down: the next contact does not get it again.
#[test]
fn a_created_contact_is_gone_and_its_number_stays_given() {
    let mut desk = desk();
    let first = desk.create_contact("name First");
    let created = desk.records.revision();
    desk.create_contact("name Second");
    desk.take_back(created).expect("nobody has changed it");
    desk.told(expect![[
        r#"Undone(Gone { record: RecordName { table: Contact, label: "C01" }, n_more: 0 })"#
    ]]);
    desk.contact_nos(expect!["C02 CT1 CT2 CT3 CT4"]);
    desk.undo();
    desk.told(expect![[
        r#"Redone(Back { record: RecordName { table: Contact, label: "C01" }, n_more: 0 })"#
    ]]);
    assert_eq!(desk.row::<Contact>(first).no.to_string(), "C01");
    desk.undo();
    desk.create_contact("name Third");
    desk.contact_nos(expect!["C02 C03 CT1 CT2 CT3 CT4"]);
}

/// A last number that somebody typed was given to nobody.
#[test]
fn a_typed_last_number_is_taken_back() {
    let mut desk = desk();
    desk.create_contact("name First");
    there_and_back(&mut desk, |desk| desk.change_series("CONT", "last 1 C50"));
    desk.change_series("CONT", "last 1 C50");
    let typed = desk.records.revision();
    desk.create_contact("name Second");
    desk.not_taken_back(typed, expect!["NumberSeries CONT ChangedSince"]);
}

/// A series that was set up and has given a number since cannot go back to what it was.
#[test]
fn a_change_that_also_gave_a_number_stands() {
    let mut desk = desk();
    let series = desk.series("CONT");
    let seen = Revision(u64::MAX);
    let edit = SeriesEdit::Description("Changed".into());
    let id = desk.new_id();
    desk.must(Command::All(vec![
        Command::EditNumberSeries(series, seen, edit),
        Command::CreateContact(id, vec![ContactEdit::Name("First".into())]),
    ]));
    let done = desk.records.revision();
    assert!(!undo::is_undoable(&desk.change_set(done).changes));
    desk.not_taken_back(done, expect!["NumberSeries CONT CannotBeUndone"]);
}

/// A contact that comes back with the number it had is given none.
#[test]
fn a_change_of_a_series_beside_a_deleted_contact_is_taken_back_and_made_again() {
    let mut desk = desk();
    let contact = desk.create_contact("name First");
    let series = desk.series("CONT");
    let seen = Revision(u64::MAX);
    for edit in [
        SeriesEdit::Description("Changed".into()),
        SeriesEdit::AddLine,
    ] {
        there_and_back(&mut desk, |desk| {
            desk.must(Command::All(vec![
                Command::EditNumberSeries(series, seen, edit),
                Command::DeleteContact(contact, seen),
            ]));
        });
    }
}

/// Segments keep the number of a deleted campaign, so they are no reason against deleting it again.
#[test]
fn a_deleted_campaign_is_back_and_gone_again_whatever_segment_names_it() {
    let mut desk = desk();
    desk.seed("campaign CP1 'Spring'");
    desk.create_segment("no SM1; description Letters; campaign CP1");
    let created = desk.records.revision();
    there_and_back(&mut desk, |desk| desk.remove("campaign CP1"));
    // One that was made after it is one, and so is one that was changed since.
    let campaign = desk.new_id();
    let seen = Revision(u64::MAX);
    let no = CampaignEdit::No("CP2".into());
    desk.must(Command::CreateCampaign(campaign, vec![no]));
    let made = desk.records.revision();
    assert!(made > created);
    let segment = desk.segment("SM1");
    let edit = SegmentEdit::Campaign(Some(campaign));
    desk.must(Command::EditSegment(segment, seen, edit, Answer::Yes));
    desk.not_taken_back(made, expect!["Campaign CP2 InUse { by: Segment, n: 1 }"]);
}

#[test]
fn a_number_that_another_contact_has_by_now_refuses() {
    let mut desk = desk();
    desk.delete_contact("CT2");
    let deleted = desk.records.revision();
    desk.create_contact("no CT2; name Other");
    desk.not_taken_back(deleted, expect!["Contact CT2 No AlreadyUsed"]);
    desk.change_contact("CT3", "no CT30");
    let renamed = desk.records.revision();
    desk.create_contact("no CT3; name Third");
    desk.not_taken_back(renamed, expect!["Contact CT3 No AlreadyUsed"]);
}

#[test]
fn what_others_refer_to_by_now_does_not_go() {
    let mut desk = desk();
    desk.create_template("code NEW; description Visit; group G")
        .expect("it is created");
    let template = desk.records.revision();
    let no = desk
        .create("contact CT3")
        .choose("template NEW; salesperson JK")
        .finish();
    desk.not_taken_back(
        template,
        expect!["InteractionTemplate NEW InUse { by: LogEntry, n: 1 }"],
    );
    assert_eq!(no, 1);

    desk.create_contact("name Newcomer; no CT9");
    let contact = desk.records.revision();
    desk.create("contact CT9")
        .choose("template OUT; salesperson JK")
        .postpone();
    desk.not_taken_back(contact, expect!["Contact CT9 InUse { by: LogEntry, n: 1 }"]);

    desk.create_group("code H").expect("it is created");
    let group = desk.records.revision();
    desk.change_template("OUT", "group H").expect("it changes");
    desk.not_taken_back(
        group,
        expect!["InteractionGroup H InUse { by: InteractionTemplate, n: 1 }"],
    );
}

#[test]
fn what_refers_to_what_is_gone_by_now_does_not_come_back() {
    let mut desk = desk();
    desk.delete_contact("CT3");
    let deleted = desk.records.revision();
    desk.delete_contact("CT1");
    desk.not_taken_back(deleted, expect!["Contact CT3 Company RefersToDeleted"]);

    let no = desk
        .create("contact CT2")
        .choose("template OUT; salesperson JK")
        .postpone();
    desk.delete_postponed(&[no]).expect("it is postponed");
    let deleted = desk.records.revision();
    desk.remove("template OUT");
    desk.not_taken_back(deleted, expect!["LogEntry 1 Template RefersToDeleted"]);
}

/// A person has joined another company, and something was recorded there since.
#[test]
fn a_company_that_something_was_recorded_with_since_stays() {
    let mut desk = desk();
    desk.create("contact CT3").choose("template OUT").finish();
    let join = |desk: &mut Desk| desk.change_contact("CT3", "of CT2");
    there_and_back(&mut desk, join);
    desk.told(expect![[
        r#"Undone(Field { record: RecordName { table: Contact, label: "CT3" }, field: Company })"#
    ]]);
    desk.change_contact("CT3", "of CT2");
    let joined = desk.records.revision();
    desk.create("contact CT3")
        .choose("template OUT; salesperson JK")
        .finish();
    desk.not_taken_back(joined, expect!["Contact CT3 InUse { by: LogEntry, n: 1 }"]);
}

/// An interaction was deleted, and its person belongs to another company by now.
#[test]
fn an_entry_of_a_person_who_has_moved_stays_deleted() {
    let mut desk = desk();
    let no = desk.create("contact CT3").choose("template OUT").postpone();
    desk.delete_postponed(&[no]).expect("it is postponed");
    let deleted = desk.records.revision();
    desk.change_contact("CT3", "of CT2");
    desk.not_taken_back(deleted, expect!["Contact CT3 Company ChangedSince"]);
}

#[test]
fn postponed_interactions_are_back_under_their_numbers() {
    let mut desk = desk();
    let a = desk.create("contact CT1").choose("template OUT").postpone();
    let b = desk.create("contact CT2").choose("template OUT").postpone();
    there_and_back(&mut desk, |desk| {
        desk.delete_postponed(&[a, b]).expect("they are postponed")
    });
    desk.told(expect![[
        r#"Undone(Back { record: RecordName { table: LogEntry, label: "1" }, n_more: 1 })"#
    ]]);
}

/// Postponing is taken back; its number is not given again.
#[test]
fn a_postponed_interaction_is_one_no_more_and_its_number_stays_given() {
    let mut desk = desk();
    let no = desk.create("contact CT1").choose("template OUT").postpone();
    let done = desk.records.revision();
    let entry = desk.entry_id(no);
    let newly: Vec<_> = undo::newly_postponed(&desk.change_set(done).changes).collect();
    assert_eq!(newly, [entry]);
    desk.undo();
    desk.postponed(expect![""]);
    desk.told(expect![[
        r#"Undone(Gone { record: RecordName { table: LogEntry, label: "1" }, n_more: 0 })"#
    ]]);
    let next = desk.create("contact CT1").choose("template OUT").postpone();
    assert_eq!(next, no + 1);

    // Postponed once more, it is the earlier version that comes back.
    desk.resume(next).choose("description Changed").postpone();
    let again = desk.records.revision();
    assert_eq!(
        undo::newly_postponed(&desk.change_set(again).changes).count(),
        0
    );
    desk.undo();
    assert_eq!(desk.entry(next).description, "Call");
}

#[test]
fn what_is_logged_stays_logged() {
    let mut desk = desk();
    desk.create("contact CT1").choose("template OUT").finish();
    let new = desk.records.revision();
    let no = desk.create("contact CT1").choose("template OUT").postpone();
    desk.resume(no).finish();
    let resumed = desk.records.revision();
    for revision in [new, resumed] {
        assert!(!undo::is_undoable(&desk.change_set(revision).changes));
    }
    desk.not_taken_back(new, expect!["LogEntry 1 CannotBeUndone"]);
    desk.not_taken_back(resumed, expect!["LogEntry 2 CannotBeUndone"]);
}

/// The very record is named that somebody has changed, whether it is still there or not.
#[test]
fn a_record_changed_since_refuses_by_its_name() {
    let mut desk = desk();
    desk.change_contact("CT2", "phone 22");
    let phone = desk.records.revision();
    desk.change_contact("CT2", "email a@b.fi");
    desk.not_taken_back(phone, expect!["Contact CT2 ChangedSince"]);
    // The later one first, and then the earlier one can go back too.
    desk.undo();
    desk.take_back(phone)
        .expect("it says again what the change made it say");
    desk.not_taken_back(phone, expect!["Contact CT2 ChangedSince"]);
    desk.change_contact("CT2", "phone 23");
    let phone = desk.records.revision();
    desk.delete_contact("CT2");
    desk.not_taken_back(phone, expect!["Contact CT2 ChangedSince"]);
}

#[test]
fn a_deleted_row_that_is_there_again_is_not_written_over() {
    let mut desk = desk();
    let jk = desk.salesperson("JK");
    desk.remove("salesperson JK");
    let deleted = desk.records.revision();
    desk.undo();
    desk.change::<Salesperson>(jk, |row| row.name = "Other".into());
    desk.not_taken_back(deleted, expect!["Salesperson JK ChangedSince"]);
}

/// Deleted, brought back, and named by something new: it cannot be deleted again unseen.
#[test]
fn a_redo_sees_what_happened_since_the_undo() {
    let mut desk = desk();
    desk.create("contact CT3").choose("template OUT").finish();
    desk.remove("template OUT");
    desk.undo();
    let undone = desk.records.revision();
    desk.create("contact CT3")
        .choose("template OUT; salesperson JK")
        .finish();
    desk.not_taken_back(
        undone,
        expect!["InteractionTemplate OUT InUse { by: LogEntry, n: 1 }"],
    );
    let out = desk.template("OUT");
    assert_eq!(desk.row::<InteractionTemplate>(out).code.as_str(), "OUT");
}

/// A draft of an entry that is deleted ends with it: there is nothing left to go on with.
#[test]
fn a_deleted_postponed_interaction_takes_its_draft_along() {
    let mut desk = desk();
    let no = desk.create("contact CT1").choose("template OUT").postpone();
    let other = desk.create("contact CT2").choose("template OUT").postpone();
    for no in [no, other] {
        let form = desk.resume(no).choose("description Typed").form;
        desk.keep_draft(&form);
    }
    assert_eq!(desk.drafts().len(), 2);
    desk.delete_postponed(&[no, other])
        .expect("they are postponed");
    assert_eq!(desk.drafts(), []);
    desk.undo();
    assert_eq!(
        desk.drafts(),
        [],
        "the entries are back, without what was typed"
    );
}
