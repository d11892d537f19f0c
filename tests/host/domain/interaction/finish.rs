//! OK, postpone, resume and delete.

use crate::desk::Desk;
use expect_test::expect;

const COMPANY: &str = "
    salesperson JK 'Jo Kari'
    salesperson KV 'Kim Vesa'
    group PHONE 'Calls'
    template OUT 'Outgoing call' group PHONE cost 8.40 duration 6 flow out by us
    template MUTE ''
    contact CT1 'Adatum Oy' salesperson JK
    person CT2 'Anna Aalto' of CT1
    contact CT4 'Blocked Oy' blocked
";

/// Postponing needs a contact only (the source product asks for more); finishing runs all checks
/// and keeps the number.
#[test]
fn a_postponed_interaction_is_finished_under_the_same_number_after_a_reload() {
    let mut desk = Desk::with(COMPANY);
    desk.seed("last-entry 317");
    desk.create("contact CT1").postpone();
    desk.told(expect!["InteractionPostponed(EntryNo(318))"]);
    desk.reload();
    desk.resume(318)
        .finish_refused(expect!["LogEntry 318 Template MustBeFilled"])
        .choose("template OUT")
        .finish();
    desk.log(expect![
        "318 CT1 OUT in PHONE by JK 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min"
    ]);
    desk.postponed(expect![""]);
}

/// MI-035, with decision D4.
#[test]
fn mi_035_without_a_contact_nothing_is_postponed_and_the_form_stays() {
    let mut desk = Desk::with(COMPANY);
    desk.create("")
        .choose("description 'About spring'")
        .postpone_refused(expect!["LogEntry Contact MustBeFilled"])
        .choose("contact CT1")
        .postpone();
    desk.postponed(expect!["1 CT1 by JK 2026-03-04 10:16 'About spring'"]);
}

/// Error 32 and rule 3.18: the form does not open.
#[test]
fn a_privacy_blocked_contact_gets_no_new_interaction() {
    let mut desk = Desk::with(COMPANY);
    desk.create_refused("contact CT4", expect!["Contact CT4 PrivacyBlocked"]);
    desk.create("")
        .choose_refused("contact CT4", expect!["LogEntry Contact PrivacyBlocked"]);
}

/// Error 33: two tabs resume the same entry; the second is refused.
#[test]
fn of_two_forms_that_resume_one_entry_only_the_first_is_saved() {
    let mut desk = Desk::with(COMPANY);
    let no = desk.create("contact CT1").choose("template OUT").postpone();
    let second = desk.resume(no).form;
    desk.resume(no).finish();
    let id = desk.entry(no).id;
    desk.take_up(second)
        .finish_refused(expect!["LogEntry 1 NotPostponed"])
        .postpone_refused(expect!["LogEntry 1 NotPostponed"]);
    desk.resume_refused(id, expect!["LogEntry 1 NotPostponed"]);
}

#[test]
fn deleting_postponed_entries_passes_over_those_already_gone() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").postpone();
    desk.create("contact CT2").postpone();
    desk.delete_postponed(&[1, 2]).expect("both are postponed");
    desk.told(expect!["PostponedDeleted(2)"]);
    desk.postponed(expect![""]);
}
