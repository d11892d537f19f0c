//! Opening the form: what each opener gives and locks.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::interaction::form::Opener;

/// Companies, a person, salespeople and a template.
const COMPANY: &str = "
    salesperson JK 'Jo Kari'
    salesperson KV 'Kim Vesa'
    salesperson OLD 'Outi Laine' blocked
    group PHONE 'Calls'
    template OUT 'Outgoing call' group PHONE cost 8.40 duration 6 flow out by us
    contact CT1 'Adatum Oy' salesperson JK
    person CT2 'Anna Aalto' of CT1 salesperson KV
    contact CT3 'Nobody Oy'
    contact CT4 'Blocked Oy' blocked salesperson JK
    contact CT5 'Old Friends Oy' salesperson OLD
";

/// Rule S1. MI-074 (person), MI-075 (company).
#[test]
fn mi_074_mi_075_from_a_contact_it_is_locked_and_its_salesperson_proposed() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").shows(expect![
        "locked contact CT1 salesperson JK 2026-03-04 10:16"
    ]);
    desk.create("contact CT2").shows(expect![
        "locked contact CT2 salesperson KV 2026-03-04 10:16"
    ]);
    desk.create("contact CT3")
        .shows(expect!["locked contact CT3 2026-03-04 10:16"]);
    desk.create("contact CT1")
        .choose_refused("contact CT2", expect!["LogEntry Contact Locked"])
        .choose_refused("contact -", expect!["LogEntry Contact Locked"])
        .choose_refused("named anna", expect!["LogEntry Contact Locked"])
        .choose("salesperson KV")
        .shows(expect![
            "locked contact CT1 salesperson KV 2026-03-04 10:16"
        ]);
}

/// Rule S1: the user's own salesperson comes before the contact's.
#[test]
fn my_own_salesperson_comes_before_that_of_the_contact_unless_blocked() {
    let mut desk = Desk::with(COMPANY);
    desk.seed("me KV");
    desk.create("contact CT1").shows(expect![
        "locked contact CT1 salesperson KV 2026-03-04 10:16"
    ]);
    desk.seed("me OLD");
    desk.create("contact CT1").shows(expect![
        "locked contact CT1 salesperson JK 2026-03-04 10:16"
    ]);
    desk.create("contact CT5")
        .shows(expect!["locked contact CT5 2026-03-04 10:16"]);
}

#[test]
fn from_a_salesperson_it_is_locked_and_stays_whoever_the_contact_is() {
    let mut desk = Desk::with(COMPANY);
    desk.create("salesperson KV")
        .shows(expect!["locked salesperson KV 2026-03-04 10:16"])
        .choose_refused("salesperson JK", expect!["LogEntry Salesperson Locked"])
        .choose_refused("salesperson -", expect!["LogEntry Salesperson Locked"])
        .choose("contact CT1")
        .shows(expect![
            "contact CT1 locked salesperson KV 2026-03-04 10:16"
        ]);
}

/// Decision D5: the row gives contact and salesperson, both editable.
#[test]
fn from_a_log_entry_its_contact_and_salesperson_are_proposed() {
    let mut desk = Desk::with(COMPANY);
    let no = desk
        .create("salesperson KV")
        .choose("contact CT1; template OUT")
        .finish();
    desk.create(&format!("entry {no}"))
        .shows(expect!["contact CT1 salesperson KV 2026-03-04 10:16"])
        .choose("contact CT3; salesperson JK")
        .shows(expect!["contact CT3 salesperson JK 2026-03-04 10:16"]);
}

/// Decision D5, when what the row names is gone: the contact's salesperson by rule S2.
#[test]
fn from_a_log_entry_what_is_gone_is_not_proposed() {
    let mut desk = Desk::with(COMPANY);
    desk.create("salesperson KV")
        .choose("contact CT1; template OUT")
        .finish();
    desk.remove("salesperson KV");
    desk.create("entry 1")
        .shows(expect!["contact CT1 salesperson JK 2026-03-04 10:16"]);
    desk.remove("contact CT1");
    desk.create("entry 1").shows(expect!["2026-03-04 10:16"]);
}

#[test]
fn from_nowhere_everything_is_blank_and_editable() {
    let mut desk = Desk::with(COMPANY);
    desk.create("")
        .shows(expect!["2026-03-04 10:16"])
        .choose("contact CT1; contact CT2; salesperson JK")
        .shows(expect!["contact CT2 salesperson JK 2026-03-04 10:16"]);
}

/// Error 32: refused at the action, the form does not open.
#[test]
fn a_privacy_blocked_contact_gets_no_new_interaction() {
    let mut desk = Desk::with(COMPANY);
    desk.create_refused("contact CT4", expect!["Contact CT4 PrivacyBlocked"]);
    desk.create("contact CT1").choose("template OUT").finish();
    desk.change(desk.contact("CT1"), |contact: &mut Contact| {
        contact.privacy_blocked = true;
    });
    desk.create_refused("entry 1", expect!["Contact CT1 PrivacyBlocked"]);
    desk.create("")
        .choose_refused("contact CT4", expect!["LogEntry Contact PrivacyBlocked"])
        .choose_refused("named blocked", expect!["LogEntry Contact PrivacyBlocked"]);
}

/// `UpdateDefaults`: date = work date, time = now and a second, rounded up to the minute.
/// Error 31: past midnight the time is 00:00 and the date stays.
#[test]
fn date_is_the_work_date_and_time_the_next_full_minute() {
    let mut desk = Desk::with(COMPANY);
    desk.seed("work-date 2026-02-27");
    desk.create("").shows(expect!["2026-02-27 10:16"]);
    let mut proposed = Vec::new();
    for time in [
        "10:14:58", "10:14:59", "10:15:00", "10:15:01", "23:58:59", "23:59:00", "23:59:59",
        "00:00:00",
    ] {
        desk.seed(&format!("now '2026-03-04' '{time}'"));
        let form = desk.create("").form;
        assert_eq!(form.date, Some(desk.moment.today()));
        proposed.push(format!(
            "{time} {}",
            form.time.expect("a time").format("%H:%M:%S")
        ));
    }
    expect![[r#"
        10:14:58 10:15:00
        10:14:59 10:15:00
        10:15:00 10:16:00
        10:15:01 10:16:00
        23:58:59 23:59:00
        23:59:00 00:00:00
        23:59:59 00:00:00
        00:00:00 00:01:00"#]]
    .assert_eq(&proposed.join("\n"));
}

#[test]
fn an_opener_that_is_gone_opens_nothing() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").postpone();
    let (entry, contact) = (desk.entry(1), desk.contact("CT1"));
    let salesperson = desk.salesperson("KV");
    desk.delete_postponed(&[1]).expect("it is postponed");
    desk.remove("contact CT1");
    desk.remove("salesperson KV");
    desk.open_refused(Opener::Contact(contact), expect!["Contact Gone"]);
    desk.open_refused(
        Opener::Salesperson(salesperson),
        expect!["Salesperson Gone"],
    );
    desk.open_refused(Opener::LogEntry(entry.id), expect!["LogEntry Gone"]);
}
