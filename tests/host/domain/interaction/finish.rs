//! OK: what is refused in which order, and what is written.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::book::RunError;
use lokikirja::domain::Command;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::interaction::Comment;
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::journal::JournalError;

const COMPANY: &str = "
    user 'Kim'
    salesperson JK 'Jo Kari'
    salesperson KV 'Kim Vesa'
    group G 'Calls'
    template OUT 'Outgoing call' group G cost 8.40 duration 6 flow out by us
    template T2 'Incoming call' group G cost 1.00 duration 15 flow in by them
    template MUTE ''
    template MAIL 'Newsletter' content FI default FI type email
    template POST 'Letter' content FI default FI type paper
    contact CT1 'Adatum Oy' salesperson JK
    person CT2 'Anna Aalto' of CT1 salesperson KV email anna@adatum.fi
    person CT3 'Bo Ek'
";

/// 3.6: the checks, each refused by itself, in their order.
#[test]
fn checks_in_order_and_names_record_and_field() {
    let mut desk = Desk::with(COMPANY);
    let mut form = desk
        .create("")
        .choose("date -; type email")
        .finish_refused(expect!["LogEntry Contact MustBeFilled"])
        .choose("contact CT3")
        .finish_refused(expect!["LogEntry Template MustBeFilled"])
        .choose("template MUTE; type email")
        .finish_refused(expect!["LogEntry Salesperson MustBeFilled"])
        .choose("salesperson JK")
        .finish_refused(expect!["LogEntry Date MustBeFilled"])
        .choose("date 2026-03-04")
        .finish_refused(expect!["LogEntry Description MustBeFilled"])
        .choose("description 'Spring'")
        .finish_refused(expect!["LogEntry CorrespondenceType NoContent"])
        .choose("type paper")
        .form;
    let (contact, template) = (desk.contact("CT3"), desk.template("MUTE"));
    let salesperson = desk.salesperson("JK");
    let contact_row = (*desk.row::<Contact>(contact)).clone();
    let template_row = (*desk.row::<InteractionTemplate>(template)).clone();
    let salesperson_row = (*desk.row::<Salesperson>(salesperson)).clone();
    desk.remove("contact CT3");
    desk.remove("template MUTE");
    desk.remove("salesperson JK");
    form = desk
        .take_up(form)
        .finish_refused(expect!["LogEntry Contact NotFound"])
        .form;
    desk.put(Contact {
        privacy_blocked: true,
        ..contact_row.clone()
    });
    form = desk
        .take_up(form)
        .finish_refused(expect!["LogEntry Template NotFound"])
        .form;
    desk.put(template_row);
    form = desk
        .take_up(form)
        .finish_refused(expect!["LogEntry Salesperson NotFound"])
        .form;
    desk.put(salesperson_row);
    form = desk
        .take_up(form)
        .finish_refused(expect!["LogEntry Contact PrivacyBlocked"])
        .form;
    desk.put(contact_row);
    desk.take_up(form)
        .finish_refused(expect!["LogEntry CorrespondenceType NoContent"])
        .choose("type -")
        .finish();
    desk.log(expect![
        "1 CT3 MUTE by JK 2026-03-04 10:16 'Spring' user 'Kim'"
    ]);
}

/// MI-005.
#[test]
fn mi_005_is_refused_without_a_template() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1")
        .finish_refused(expect!["LogEntry Template MustBeFilled"]);
    desk.log(expect![""]);
}

/// MI-006.
#[test]
fn mi_006_is_refused_without_a_description() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1")
        .choose("template MUTE")
        .finish_refused(expect!["LogEntry Description MustBeFilled"])
        .choose("description ' \t\u{1}'")
        .finish_refused(expect!["LogEntry Description MustBeFilled"]);
    desk.log(expect![""]);
}

/// MI-007.
#[test]
fn mi_007_writes_cost_duration_and_group_of_the_template() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template OUT").finish();
    desk.log(expect!["1 CT1 OUT in G by JK 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min user 'Kim'"]);
    desk.told(expect!["InteractionLogged(EntryNo(1))"]);
}

/// MI-008.
#[test]
fn mi_008_from_a_log_entry_writes_a_second_one() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template OUT").finish();
    desk.create("entry 1").choose("template T2").finish();
    desk.log(expect![[r#"
        1 CT1 OUT in G by JK 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min user 'Kim'
        2 CT1 T2 in G by JK 2026-03-04 10:16 'Incoming call' Inbound Them cost 1.00 15 min user 'Kim'"#]]);
}

/// MI-009.
#[test]
fn mi_009_writes_what_the_user_put_in_place_of_the_templates() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1")
        .choose("template OUT; cost 9.00; duration 17")
        .finish();
    desk.log(expect!["1 CT1 OUT in G by JK 2026-03-04 10:16 'Outgoing call' Outbound Us cost 9.00 17 min user 'Kim'"]);
}

/// MI-040, with everything that can be filled in; the company is the contact's.
#[test]
fn mi_040_writes_what_was_entered_under_the_next_number() {
    let mut desk = Desk::with(COMPANY);
    desk.seed("last-entry 317");
    desk.create("contact CT2")
        .choose("template MAIL; type -; language FI; description '  About spring '")
        .choose("salesperson JK; date 2026-03-01; time 09:30; flow in; by them")
        .choose("evaluation very-positive; failed; cost 0.05; duration 1")
        .choose("comment 'first'; comment 'second'; comment '  '")
        .finish();
    desk.log(expect!["318 CT2 of CT1 MAIL by JK 2026-03-01 09:30 'About spring' language FI content MAIL/FI Inbound Them VeryPositive failed cost 0.05 1 min comment 2026-03-04 'first' comment 'second' user 'Kim'"]);
    assert_eq!(desk.entry(318).written_at, desk.moment.now);
    desk.create("contact CT3")
        .choose("template OUT; salesperson JK")
        .finish();
    assert_eq!(desk.entry(319).company, None, "a person without a company");
}

/// MI-097: comments made before, between and after other choices; and their dates (2.9).
#[test]
fn mi_097_writes_every_comment_made_on_the_way() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template OUT").finish();
    desk.create("entry 1")
        .choose("comment 'before'; template T2; comment 'between'")
        .choose("contact CT2; description 'About spring'; comment 'after'")
        .finish();
    desk.log(expect![[r#"
        1 CT1 OUT in G by JK 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min user 'Kim'
        2 CT2 of CT1 T2 in G by KV 2026-03-04 10:16 'About spring' Inbound Them cost 1.00 15 min comment 2026-03-04 'before' comment 'between' comment 'after' user 'Kim'"#]]);
}

/// 2.8: a later change of the template's group does not move old entries.
#[test]
fn keeps_the_group_that_the_template_had() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template OUT").postpone();
    desk.create("contact CT1").choose("template OUT").finish();
    desk.seed("group NEW 'New'");
    let new = desk.group("NEW");
    desk.change(desk.template("OUT"), |row: &mut InteractionTemplate| {
        row.group = Some(new);
    });
    desk.resume(1).finish();
    desk.log(expect![[r#"
        1 CT1 OUT in NEW by JK 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min user 'Kim'
        2 CT1 OUT in G by JK 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min user 'Kim'"#]]);
}

/// UI-023 and errors 5 and 9b: sending needs content, by e-mail and on paper.
#[test]
fn ui_023_is_refused_when_there_is_nothing_to_send() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT2")
        .choose("template OUT; type email")
        .finish_refused(expect!["LogEntry CorrespondenceType NoContent"])
        .choose("type paper")
        .finish_refused(expect!["LogEntry CorrespondenceType NoContent"])
        .choose("type -")
        .finish();
    desk.create("contact CT2").choose("template POST").finish();
    desk.create("contact CT2")
        .choose("template MAIL; language -")
        .finish_refused(expect!["LogEntry CorrespondenceType NoContent"]);
    desk.log(expect![[r#"
        1 CT2 of CT1 OUT in G by KV 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min user 'Kim'
        2 CT2 of CT1 POST by KV 2026-03-04 10:16 'Letter' language FI content POST/FI HardCopy user 'Kim'"#]]);
}

/// Error 7, as NAV has it, but told (decision D3). Error 9: paper needs no address.
#[test]
fn blanks_email_for_a_contact_without_an_address_and_says_so() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template MAIL").finish();
    desk.told(expect![[r#"
        LoggedWithoutEmail { contact: "Adatum Oy" }
        InteractionLogged(EntryNo(1))"#]]);
    desk.create("contact CT2").choose("template MAIL").finish();
    desk.told(expect!["InteractionLogged(EntryNo(2))"]);
    desk.log(expect![[r#"
        1 CT1 MAIL by JK 2026-03-04 10:16 'Newsletter' language FI content MAIL/FI user 'Kim'
        2 CT2 of CT1 MAIL by KV 2026-03-04 10:16 'Newsletter' language FI content MAIL/FI Email user 'Kim'"#]]);
}

/// A double click: the second command finds the entry there.
#[test]
fn sent_twice_writes_one_entry() {
    let mut desk = Desk::with(COMPANY);
    let form = desk.create("contact CT1").choose("template OUT").form;
    desk.take_up(form.clone()).finish();
    desk.take_up(form)
        .finish_refused(expect!["LogEntry 1 AlreadyCreated"])
        .postpone_refused(expect!["LogEntry 1 AlreadyCreated"]);
    desk.log(expect!["1 CT1 OUT in G by JK 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min user 'Kim'"]);
}

#[test]
fn ends_the_draft_of_its_form_and_no_other() {
    let mut desk = Desk::with(COMPANY);
    let other = desk
        .create("contact CT3")
        .choose("description 'Other'")
        .form;
    desk.keep_draft(&other);
    let form = desk.create("contact CT1").choose("template OUT").form;
    desk.keep_draft(&form);
    desk.take_up(form.clone())
        .choose("description ''")
        .finish_refused(expect!["LogEntry Description MustBeFilled"]);
    assert_eq!(desk.drafts(), [other.clone(), form.clone()]);
    desk.take_up(form).finish();
    assert_eq!(desk.drafts(), std::slice::from_ref(&other));
    desk.take_up(other).postpone();
    assert_eq!(desk.drafts(), []);
}

/// The device is full: nothing of it is written, the form is still there and can be sent again.
#[test]
fn not_saved_leaves_everything_as_it_was() {
    let mut desk = Desk::with(COMPANY);
    let form = desk.create("contact CT1").choose("template OUT").form;
    desk.keep_draft(&form);
    desk.fill_device(true);
    let command = Command::FinishInteraction(Box::new(form.clone()));
    let answer = desk.try_run(command);
    assert_eq!(answer, Err(RunError::NotSaved(JournalError::Full)));
    assert_eq!(desk.drafts(), std::slice::from_ref(&form));
    desk.log(expect![""]);
    desk.fill_device(false);
    assert_eq!(desk.take_up(form).finish(), 1);
    assert_eq!(desk.drafts(), []);
}

/// A form may come from a draft that an older version kept: its limits are checked again.
#[test]
fn checks_limits_again() {
    let mut desk = Desk::with(COMPANY);
    let mut form = desk.create("contact CT1").choose("template OUT").form;
    form.comments = vec![Comment {
        date: None,
        text: "x".repeat(81),
    }];
    form.duration.0 = 100_001;
    form.cost.0 = -1;
    form.description = "x".repeat(101);
    form = desk
        .take_up(form)
        .finish_refused(expect![
            "LogEntry Description TooLong { max: 100, is: 101 }"
        ])
        .form;
    form.description = "x".repeat(100);
    form = desk
        .take_up(form)
        .finish_refused(expect!["LogEntry Cost Negative"])
        .form;
    form.cost.0 = 0;
    form = desk
        .take_up(form)
        .postpone_refused(expect!["LogEntry Duration TooLarge"])
        .form;
    form.duration.0 = 100_000;
    form = desk
        .take_up(form)
        .postpone_refused(expect!["LogEntry Comment TooLong { max: 80, is: 81 }"])
        .form;
    form.comments[0].text.pop();
    desk.take_up(form).finish();
}
