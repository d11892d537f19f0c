//! Interaction groups and interaction templates.

use crate::desk::{Desk, describe_refusal, describe_template};
use expect_test::{Expect, expect};
use lokikirja::domain::interaction::template::{InteractionTemplate, TemplateEdit};
use lokikirja::domain::values::{Minutes, Money};
use lokikirja::domain::{Command, Refusal};

impl Desk {
    #[track_caller]
    fn template_is(&self, code: &str, expected: Expect) {
        let template = self.row::<InteractionTemplate>(self.template(code));
        expected.assert_eq(&describe_template(&self.records, &template));
    }
}

#[track_caller]
fn refused(result: Result<(), Refusal>, expected: Expect) {
    match result {
        Ok(()) => panic!("carried out; expected: {}", expected.data()),
        Err(refusal) => expected.assert_eq(&describe_refusal(&refusal)),
    }
}

#[track_caller]
fn done(result: Result<(), Refusal>) {
    if let Err(refusal) = result {
        panic!("refused: {}", describe_refusal(&refusal));
    }
}

/// MI-002: a template is created and put into a group.
#[test]
fn mi_002_a_template_is_put_into_a_group() {
    let mut desk = Desk::with("");
    done(desk.create_group("code events; description 'Events'"));
    desk.told(expect![[r#"Created(InteractionGroup, "EVENTS")"#]]);
    done(desk.create_template("code GOLF"));
    desk.told(expect![[r#"Created(InteractionTemplate, "GOLF")"#]]);
    done(desk.change_template("GOLF", "group EVENTS"));
    desk.template_is("GOLF", expect!["GOLF group EVENTS"]);
}

#[test]
fn codes_are_needed_and_their_own() {
    let mut desk = Desk::with("group G 'Calls'; template T 'Call'");
    refused(
        desk.create_group("description x"),
        expect!["InteractionGroup Code MustBeFilled"],
    );
    refused(
        desk.create_group("code 12345678901"),
        expect!["InteractionGroup Code TooLong { max: 10, is: 11 }"],
    );
    refused(
        desk.create_group("code g"),
        expect!["InteractionGroup G Code AlreadyUsed"],
    );
    done(desk.create_group("code H"));
    refused(
        desk.change_group("H", "code g"),
        expect!["InteractionGroup H Code AlreadyUsed"],
    );
    done(desk.change_group("H", "code k"));
    refused(
        desk.create_template("description x"),
        expect!["InteractionTemplate Code MustBeFilled"],
    );
    refused(
        desk.create_template("code t"),
        expect!["InteractionTemplate T Code AlreadyUsed"],
    );
    done(desk.create_template("code U"));
    refused(
        desk.change_template("U", "code t"),
        expect!["InteractionTemplate U Code AlreadyUsed"],
    );
}

#[test]
fn every_field_of_a_template_is_changed_by_itself() {
    let mut desk = Desk::with("group G 'Calls'; group H 'Letters'; template T 'Call'");
    for edit in [
        "group G",
        "description 'Long call'",
        "cost 8.40",
        "duration 6",
        "flow out",
        "by them",
        "type paper",
        "ignores",
    ] {
        done(desk.change_template("T", edit));
    }
    desk.template_is(
        "T",
        expect!["T group G 'Long call' cost 8.40 duration 6 Outbound Them HardCopy ignores"],
    );
    for edit in [
        "group H",
        "description ''",
        "flow -",
        "by -",
        "type -",
        "heeds",
        "code T2",
    ] {
        done(desk.change_template("T", edit));
    }
    desk.template_is("T2", expect!["T2 group H cost 8.40 duration 6"]);
    // A group can be exchanged, not removed.
    refused(
        desk.change_template("T2", "group -"),
        expect!["InteractionTemplate T2 Group MustBeFilled"],
    );
}

#[test]
fn amounts_out_of_bounds_are_refused() {
    let mut desk = Desk::with("template T 'Call'");
    let id = desk.template("T");
    let seen = desk.records.revision();
    let mut refused =
        |edit, why| desk.refused(Command::EditInteractionTemplate(id, seen, edit), why);
    refused(
        TemplateEdit::UnitCost(Money(-1)),
        expect!["InteractionTemplate T UnitCost Negative"],
    );
    refused(
        TemplateEdit::UnitCost(Money(Money::MAX.0 + 1)),
        expect!["InteractionTemplate T UnitCost TooLarge"],
    );
    refused(
        TemplateEdit::UnitDuration(Minutes(Minutes::MAX.0 + 1)),
        expect!["InteractionTemplate T UnitDuration TooLarge"],
    );
}

/// 2.3 and 2.4: the default language is one that the template has.
#[test]
fn a_template_has_the_languages_it_is_given() {
    let mut desk = Desk::with("template T 'Call'");
    refused(
        desk.change_template("T", "default FI"),
        expect!["InteractionTemplate T DefaultLanguage TemplateHasNoLanguage"],
    );
    done(desk.change_template("T", "language FI"));
    refused(
        desk.change_template("T", "language FI"),
        expect!["InteractionTemplate T Language AlreadyUsed"],
    );
    refused(
        desk.change_template("T", "language XX"),
        expect!["InteractionTemplate T Language NotFound"],
    );
    done(desk.change_template("T", "language EN"));
    done(desk.change_template("T", "default FI"));
    done(desk.change_template("T", "remark EN 'for abroad'"));
    refused(
        desk.change_template("T", "remark SV x"),
        expect!["InteractionTemplate T Language TemplateHasNoLanguage"],
    );
    desk.template_is(
        "T",
        expect!["T 'Call' default FI language FI language EN 'for abroad'"],
    );
    done(desk.change_template("T", "no-language EN"));
    desk.template_is("T", expect!["T 'Call' default FI language FI"]);
    done(desk.change_template("T", "no-language FI"));
    desk.template_is("T", expect!["T 'Call'"]);
}

#[test]
fn a_group_is_kept_while_a_template_or_an_entry_has_it() {
    let mut desk = Desk::with(
        "group G 'Calls'; group H 'Letters'; template T 'Call' group G
         salesperson JK 'Jo'; contact CT1 Adatum salesperson JK",
    );
    refused(
        desk.delete_group("G"),
        expect!["InteractionGroup G InUse { by: InteractionTemplate, n: 1 }"],
    );
    desk.create("contact CT1").choose("template T").finish();
    done(desk.change_template("T", "group H"));
    refused(
        desk.delete_group("G"),
        expect!["InteractionGroup G InUse { by: LogEntry, n: 1 }"],
    );
    done(desk.delete_template("T"));
    done(desk.delete_group("H"));
    desk.told(expect![[r#"Deleted(InteractionGroup, "H")"#]]);
    // The entry keeps the code of the template that is gone.
    desk.log(expect!["1 CT1 T in G by JK 2026-03-04 10:16 'Call'"]);
}

#[test]
fn a_template_is_kept_while_a_postponed_entry_has_it() {
    let mut desk =
        Desk::with("template T 'Call'; salesperson JK 'Jo'; contact CT1 Adatum salesperson JK");
    desk.create("contact CT1").choose("template T").finish();
    let no = desk.create("contact CT1").choose("template T").postpone();
    refused(
        desk.delete_template("T"),
        expect!["InteractionTemplate T InUse { by: LogEntry, n: 1 }"],
    );
    desk.resume(no).finish();
    done(desk.delete_template("T"));
    desk.told(expect![[r#"Deleted(InteractionTemplate, "T")"#]]);
}

/// Also when the entry is postponed in the same command of commands.
#[test]
fn a_template_is_kept_for_an_entry_postponed_just_before() {
    let mut desk =
        Desk::with("template T 'Call'; salesperson JK 'Jo'; contact CT1 Adatum salesperson JK");
    let form = desk.create("contact CT1").choose("template T").form;
    let template = desk.template("T");
    let delete = Command::DeleteInteractionTemplate(template, desk.records.revision());
    let postpone = Command::PostponeInteraction(Box::new(form));
    desk.refused(
        Command::All(vec![postpone, delete]),
        expect!["InteractionTemplate T InUse { by: LogEntry, n: 1 }"],
    );
    desk.postponed(expect![""]);
}
