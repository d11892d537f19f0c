//! Postpone, resume and delete.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::interaction::finish::missing;
use lokikirja::domain::{Command, Field, Key};

const COMPANY: &str = "
    user 'Kim'
    salesperson JK 'Jo Kari'
    salesperson KV 'Kim Vesa'
    group G 'Calls'
    template OUT 'Outgoing call' group G cost 8.40 duration 6 flow out by us
    template T2 'Incoming call' group G cost 1.00 duration 15 flow in by them
    template MAIL 'Newsletter' content FI default FI type email
    contact CT1 'Adatum Oy' salesperson JK
    person CT2 'Anna Aalto' of CT1 salesperson KV email anna@adatum.fi
    person CT3 'Bo Ek'
";

/// MI-035, with decision D4.
#[test]
fn mi_035_is_refused_without_a_contact_and_the_form_stays() {
    let mut desk = Desk::with(COMPANY);
    desk.create("")
        .choose("description 'About spring'")
        .postpone_refused(expect!["LogEntry Contact MustBeFilled"])
        .choose("contact CT1")
        .postpone();
    desk.postponed(expect![
        "1 CT1 by JK 2026-03-04 10:16 'About spring' user 'Kim'"
    ]);
    desk.told(expect!["InteractionPostponed(EntryNo(1))"]);
}

/// Decision D4: everything but the contact may be empty or not yet fit for OK.
#[test]
fn needs_a_contact_only() {
    let mut desk = Desk::with(COMPANY);
    desk.create("")
        .choose("contact CT3; date -; time -; description ''; type email")
        .postpone();
    desk.create("contact CT1")
        .choose("template MAIL")
        .postpone();
    desk.postponed(expect![[r#"
        1 CT3 Email user 'Kim'
        2 CT1 MAIL by JK 2026-03-04 10:16 'Newsletter' language FI content MAIL/FI Email user 'Kim'"#]]);
}

/// Decision D10 and MI-049: nothing is lost between postponing and resuming.
#[test]
fn mi_049_resume_brings_everything_back_after_a_reload() {
    let mut desk = Desk::with(COMPANY);
    let mut form = desk
        .create("contact CT2")
        .choose("template MAIL; type paper; salesperson JK; date 2026-03-01; time 09:30")
        .choose("flow in; by them; evaluation negative; failed; cost 0.05; duration 1")
        .choose("comment 'first'; description 'About spring'")
        .form;
    desk.take_up(form.clone()).postpone();
    desk.reload();
    let resumed = desk.resume(1).form;
    form.resumes = resumed.resumes;
    form.salesperson_locked = true;
    assert_eq!(resumed, form);
    desk.log(expect![""]);
    assert_eq!(desk.records.ledger().n_logged(), 0);
}

/// MI-048 with codes of the longest kind.
#[test]
fn mi_048_long_codes_come_back_whole() {
    let mut desk = Desk::with(
        "
        salesperson SSSSSSSSSSSSSSSSSSSS 'S'
        template TTTTTTTTTT 'T'
        contact CCCCCCCCCCCCCCCCCCCC 'C' salesperson SSSSSSSSSSSSSSSSSSSS
    ",
    );
    desk.create("contact CCCCCCCCCCCCCCCCCCCC")
        .choose("template TTTTTTTTTT")
        .postpone();
    desk.resume(1).shows(expect!["locked contact CCCCCCCCCCCCCCCCCCCC template TTTTTTTTTT locked salesperson SSSSSSSSSSSSSSSSSSSS 2026-03-04 10:16 'T'"]);
}

/// MI-050: blank stays blank. (The contact can be blank only if it was deleted.)
#[test]
fn mi_050_resume_invents_nothing() {
    let mut desk = Desk::with(COMPANY);
    desk.seed("me KV");
    desk.create("contact CT1")
        .choose("salesperson -")
        .postpone();
    desk.resume(1)
        .shows(expect!["locked contact CT1 2026-03-04 10:16"]);
    desk.remove("contact CT1");
    desk.resume(1)
        .shows(expect!["2026-03-04 10:16"])
        .postpone_refused(expect!["LogEntry 1 Contact MustBeFilled"])
        .choose("contact CT3")
        .shows(expect!["contact CT3 2026-03-04 10:16"]);
}

/// MI-051, MI-052: the values are those of the entry that was chosen.
#[test]
fn mi_051_mi_052_resume_shows_the_chosen_entry() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").postpone();
    desk.create("contact CT2").postpone();
    desk.resume(1).shows(expect![
        "locked contact CT1 locked salesperson JK 2026-03-04 10:16"
    ]);
    desk.resume(2).shows(expect![
        "locked contact CT2 locked salesperson KV 2026-03-04 10:16"
    ]);
}

/// Decision D12: date and time become now only if the user left them at their proposal.
#[test]
fn resume_moves_date_and_time_only_while_they_are_proposals() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").postpone();
    desk.create("contact CT1")
        .choose("date 2026-03-04")
        .postpone();
    desk.create("contact CT1").choose("time 10:16").postpone();
    desk.create("contact CT1")
        .choose("date -; time -")
        .postpone();
    desk.seed("now 2026-03-09 08:00:00; work-date 2026-03-08");
    desk.resume(1).shows(expect![
        "locked contact CT1 locked salesperson JK 2026-03-08 08:01"
    ]);
    desk.resume(2).shows(expect![
        "locked contact CT1 locked salesperson JK 2026-03-04 08:01"
    ]);
    desk.resume(3).shows(expect![
        "locked contact CT1 locked salesperson JK 2026-03-08 10:16"
    ]);
    desk.resume(4)
        .shows(expect!["locked contact CT1 locked salesperson JK"]);
    desk.resume(1).postpone();
    desk.seed("now 2026-03-10 09:00:00");
    desk.resume(1).shows(expect![
        "locked contact CT1 locked salesperson JK 2026-03-10 09:01"
    ]);
    desk.resume(1).choose("template OUT").finish();
    desk.log(expect!["1 CT1 OUT in G by JK 2026-03-10 09:01 'Outgoing call' Outbound Us cost 8.40 6 min user 'Kim'"]);
}

/// 3.9: contact and salesperson are locked if filled; the template's defaults are applied again
/// only when the template is changed.
#[test]
fn resume_locks_contact_and_salesperson_and_keeps_the_users_values() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1")
        .choose("template OUT; cost 9.00; duration 17; failed")
        .postpone();
    desk.resume(1)
        .shows(expect!["locked contact CT1 template OUT locked salesperson JK 2026-03-04 10:16 'Outgoing call' Outbound Us failed cost 9.00 17 min"])
        .choose_refused("contact CT2", expect!["LogEntry 1 Contact Locked"])
        .choose_refused("salesperson KV", expect!["LogEntry 1 Salesperson Locked"])
        .choose("template T2")
        .shows(expect!["locked contact CT1 template T2 locked salesperson JK 2026-03-04 10:16 'Incoming call' Inbound Them failed cost 1.00 15 min"]);
}

/// Error 15, made harmless: a salesperson deleted meanwhile is blank and another can be chosen.
#[test]
fn resume_leaves_out_a_salesperson_deleted_meanwhile() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template OUT").postpone();
    desk.remove("salesperson JK");
    desk.resume(1)
        .shows(expect!["locked contact CT1 template OUT 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min"])
        .choose("salesperson KV")
        .finish();
    desk.log(expect!["1 CT1 OUT in G by KV 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min user 'Kim'"]);
}

/// Postponing needs a contact only; finishing runs all checks and keeps the number.
#[test]
fn finishing_keeps_the_number_and_names_who_finished() {
    let mut desk = Desk::with(COMPANY);
    desk.seed("last-entry 317");
    desk.create("contact CT1")
        .choose("comment 'first'")
        .postpone();
    desk.reload();
    desk.seed("user 'Outi'");
    desk.resume(318)
        .finish_refused(expect!["LogEntry 318 Template MustBeFilled"])
        .choose("template OUT; comment 'later'")
        .finish();
    desk.told(expect!["InteractionLogged(EntryNo(318))"]);
    desk.log(expect!["318 CT1 OUT in G by JK 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min comment 2026-03-04 'first' comment 'later' user 'Outi'"]);
    desk.postponed(expect![""]);
}

#[test]
fn postponing_again_keeps_the_number() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").postpone();
    desk.resume(1).choose("description 'More'").postpone();
    desk.postponed(expect!["1 CT1 by JK 2026-03-04 10:16 'More' user 'Kim'"]);
    assert_eq!(desk.records.counters().log_entry, 1);
}

/// Error 33: two tabs resume the same entry.
#[test]
fn of_two_tabs_that_resume_one_entry_the_second_is_refused() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template OUT").postpone();
    let second = desk.resume(1).form;
    desk.resume(1).choose("description 'First tab'").postpone();
    desk.take_up(second.clone())
        .finish_refused(expect!["LogEntry 1 ChangedMeanwhile"])
        .postpone_refused(expect!["LogEntry 1 ChangedMeanwhile"]);
    desk.resume(1).finish();
    let entry = second.entry;
    desk.take_up(second)
        .finish_refused(expect!["LogEntry 1 NotPostponed"]);
    desk.resume_refused(entry, expect!["LogEntry 1 NotPostponed"]);
}

/// One tab deletes what another has open. What was typed there can go on as a new interaction.
#[test]
fn a_resumed_entry_that_was_deleted_is_gone_but_not_what_was_typed() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template OUT").postpone();
    let third = desk.resume(1).form;
    desk.delete_postponed(&[1]).expect("it is postponed");
    desk.resume_refused(third.entry, expect!["LogEntry Gone"]);
    let id = desk.new_id();
    let mut form = desk
        .take_up(third)
        .choose("description 'Typed long'")
        .postpone_refused(expect!["LogEntry Gone"])
        .form;
    form.go_on_as_new(id);
    let no = desk
        .take_up(form)
        .choose("salesperson KV; contact CT2")
        .finish();
    assert_eq!(no, 2);
    desk.log(expect!["2 CT2 of CT1 OUT in G by KV 2026-03-04 10:16 'Typed long' Outbound Us cost 8.40 6 min user 'Kim'"]);
}

/// 3.6: blocking a contact comes too late for what is postponed, but OK refuses.
#[test]
fn a_contact_blocked_meanwhile_refuses_ok() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template OUT").postpone();
    desk.change(desk.contact("CT1"), |contact: &mut Contact| {
        contact.privacy_blocked = true;
    });
    desk.resume(1)
        .finish_refused(expect!["LogEntry 1 Contact PrivacyBlocked"])
        .postpone();
}

/// 3.10: with their comments; those already gone are passed over.
#[test]
fn delete_takes_all_that_are_postponed() {
    let mut desk = Desk::with(COMPANY);
    for contact in ["CT1", "CT2", "CT3"] {
        desk.create(&format!("contact {contact}"))
            .choose("comment 'x'")
            .postpone();
    }
    let first = desk.entry_id(1);
    desk.delete_postponed(&[1]).expect("it is postponed");
    let second = desk.entry_id(2);
    desk.must(Command::DeletePostponed(vec![first, second, second]));
    desk.told(expect!["PostponedDeleted(1)"]);
    desk.postponed(expect![
        "3 CT3 2026-03-04 10:16 comment 2026-03-04 'x' user 'Kim'"
    ]);
}

#[test]
fn delete_refuses_all_if_one_is_logged() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").postpone();
    desk.create("contact CT1").choose("template OUT").finish();
    let ids = vec![desk.entry_id(1), desk.entry_id(2)];
    desk.refused(
        Command::DeletePostponed(ids),
        expect!["LogEntry 2 NotPostponed"],
    );
    assert!(desk.records.row(&Key::LogEntry(desk.entry_id(1))).is_some());
}

#[test]
fn the_number_of_a_deleted_entry_is_never_given_again() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").postpone();
    desk.create("contact CT1").postpone();
    desk.delete_postponed(&[2]).expect("it is postponed");
    desk.reload();
    assert_eq!(desk.create("contact CT1").postpone(), 3);
    desk.delete_postponed(&[1, 3]).expect("they are postponed");
    assert_eq!(
        desk.create("contact CT1").choose("template OUT").finish(),
        4
    );
}

/// What the list of postponed interactions calls missing is what OK asks for, one after the other,
/// until it has all: for every set of fields that can be left open.
#[test]
fn what_is_missing_is_what_finish_asks_for() {
    let fields = [
        // Without its template the description that came from it would go too.
        (
            Field::Template,
            "template -; description 'Spring'",
            "template OUT",
        ),
        (Field::Salesperson, "salesperson -", "salesperson JK"),
        (Field::Date, "date -", "date 2026-03-02"),
        (Field::Description, "description ''", "description 'Spring'"),
        (Field::CorrespondenceType, "type email", "type -"),
    ];
    for open in 0..1_u32 << fields.len() {
        let left_open = |place: &usize| open & (1 << place) != 0;
        let mut desk = Desk::with(COMPANY);
        let mut form = desk
            .create("contact CT3")
            .choose("template OUT; salesperson JK");
        for place in (0..fields.len()).filter(left_open) {
            form = form.choose(fields[place].1);
        }
        form.postpone();
        let expected = (0..fields.len())
            .filter(left_open)
            .map(|place| fields[place].0);
        let expected: Vec<Field> = expected.collect();
        assert_eq!(missing(&desk.records, &desk.entry(1)), expected);

        while let Some(field) = missing(&desk.records, &desk.entry(1)).first().copied() {
            let form = desk.resume(1).form;
            let refused = desk.run(Command::FinishInteraction(Box::new(form)));
            assert_eq!(
                refused.expect_err("something is missing").field,
                Some(field)
            );
            let filled = fields.iter().find(|(each, ..)| *each == field);
            let (_, _, words) = filled.expect("a field that can be left open");
            desk.resume(1).choose(words).postpone();
        }
        desk.resume(1).finish();
    }
}

/// What was deleted while the entry waited is missing; a date left at its proposal is not, even on
/// another day.
#[test]
fn what_was_deleted_meanwhile_is_missing() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template T2").postpone();
    desk.seed("now 2026-03-09 08:00:00");
    assert_eq!(missing(&desk.records, &desk.entry(1)), []);
    desk.remove("salesperson JK");
    assert_eq!(missing(&desk.records, &desk.entry(1)), [Field::Salesperson]);
    desk.remove("contact CT1");
    let lacking = [Field::Contact, Field::Salesperson];
    assert_eq!(missing(&desk.records, &desk.entry(1)), lacking);
}
