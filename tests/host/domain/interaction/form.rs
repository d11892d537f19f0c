//! The form: what a template brings, and what a change recomputes.

use crate::desk::{Desk, OpenForm, describe_refusal};
use expect_test::expect;
use lokikirja::domain::Field;
use lokikirja::domain::interaction::form::FormEdit;

/// Companies, a person, salespeople, and templates without content.
const COMPANY: &str = "
    salesperson JK 'Jo Kari'
    salesperson KV 'Kim Vesa'
    salesperson OLD 'Outi Laine' blocked
    group PHONE 'Calls'
    template OUT 'Outgoing call' group PHONE cost 8.40 duration 6 flow out by us
    template IN 'Incoming call' cost 1.00 duration 15 flow in by them
    template MUTE ''
    contact CT1 'Adatum Oy' salesperson JK
    person CT2 'Anna Aalto' of CT1 salesperson KV
    contact CT3 'Nobody Oy'
    contact CT4 'Blocked Oy' blocked salesperson JK
    contact CT5 'Old Friends Oy' salesperson OLD
";

mod choosing_a_template {
    use super::*;

    /// Error 3.
    #[test]
    fn needs_a_contact_first() {
        let mut desk = Desk::with(COMPANY);
        desk.create("salesperson KV")
            .choose_refused("template OUT", expect!["LogEntry Template ContactFirst"]);
    }

    /// 3.4 steps 2 and 5. The user's own values stay: salesperson, date, time, evaluation,
    /// successful, comments.
    #[test]
    fn resets_what_the_one_before_gave_and_copies_what_this_one_gives() {
        let mut desk = Desk::with(COMPANY);
        let mine = "salesperson KV; date 2026-03-01; time 09:00; evaluation positive; failed; comment 'short'";
        desk.create("contact CT1")
            .choose(mine)
            .choose("template OUT")
            .shows(expect!["locked contact CT1 template OUT salesperson KV 2026-03-01 09:00 'Outgoing call' Outbound Us Positive failed cost 8.40 6 min comment 2026-03-04 'short'"])
            .choose("template IN")
            .shows(expect!["locked contact CT1 template IN salesperson KV 2026-03-01 09:00 'Incoming call' Inbound Them Positive failed cost 1.00 15 min comment 2026-03-04 'short'"])
            .choose("template MUTE")
            .shows(expect!["locked contact CT1 template MUTE salesperson KV 2026-03-01 09:00 Positive failed comment 2026-03-04 'short'"])
            .choose("template OUT; template -")
            .shows(expect!["locked contact CT1 salesperson KV 2026-03-01 09:00 Positive failed comment 2026-03-04 'short'"]);
    }

    #[test]
    fn again_changes_nothing() {
        let mut desk = Desk::with(COMPANY);
        desk.create("contact CT1")
            .choose("template OUT; cost 9.00; duration 17; description 'Mine'; flow in; by -")
            .choose("template OUT")
            .shows(expect!["locked contact CT1 template OUT salesperson JK 2026-03-04 10:16 'Mine' Inbound cost 9.00 17 min"]);
    }

    /// UI-018: an empty description is filled. UI-019: the user's own text stays.
    #[test]
    fn ui_018_ui_019_fills_an_empty_description_and_leaves_the_users_own() {
        let mut desk = Desk::with(COMPANY);
        desk.seed("template GOLF 'Golf event'");
        desk.create("contact CT1")
            .choose("template GOLF")
            .shows(expect![
                "locked contact CT1 template GOLF salesperson JK 2026-03-04 10:16 'Golf event'"
            ]);
        desk.create("contact CT1")
            .choose("description '   '; template GOLF")
            .shows(expect![
                "locked contact CT1 template GOLF salesperson JK 2026-03-04 10:16 'Golf event'"
            ]);
        desk.create("contact CT1")
            .choose("description 'Line text'; template GOLF")
            .shows(expect!["locked contact CT1 template GOLF salesperson JK 2026-03-04 10:16 'Line text'"])
            .choose("template OUT")
            .shows(expect!["locked contact CT1 template OUT salesperson JK 2026-03-04 10:16 'Line text' Outbound Us cost 8.40 6 min"]);
    }

    /// Trying templates one after the other leaves no wrong text behind.
    #[test]
    fn replaces_a_description_that_came_from_the_template_before() {
        let mut desk = Desk::with(COMPANY);
        desk.create("contact CT1")
            .choose("template OUT; template IN")
            .shows(expect!["locked contact CT1 template IN salesperson JK 2026-03-04 10:16 'Incoming call' Inbound Them cost 1.00 15 min"])
            .choose("template MUTE")
            .shows(expect!["locked contact CT1 template MUTE salesperson JK 2026-03-04 10:16"]);
    }

    #[test]
    fn that_is_gone_is_refused() {
        let mut desk = Desk::with(COMPANY);
        let (template, form) = (desk.template("OUT"), desk.create("contact CT1").form);
        desk.remove("template OUT");
        let edit = FormEdit::Template(Some(template));
        desk.take_up(form)
            .edit_refused(edit, expect!["LogEntry Template NotFound"]);
    }
}

mod language_and_content {
    use super::*;

    const LANGUAGES: &str = "
        template LETTER 'Letter' language EN content FI default EN
        template FIXED 'Fixed' content SV default SV
        template BARE 'Bare'
        contact FI 'Suomi Oy' language FI
        contact SE 'Sverige AB' language SV
        contact NO 'Nobody knows Oy'
    ";

    /// 3.4 steps 3 and 4.
    #[test]
    fn are_the_contacts_if_the_template_has_them_else_the_templates_default() {
        let mut desk = Desk::with(LANGUAGES);
        let mut lines = Vec::new();
        for contact in ["FI", "SE", "NO"] {
            for template in ["LETTER", "FIXED", "BARE"] {
                let form = desk
                    .create(&format!("contact {contact}"))
                    .choose(&format!("template {template}"))
                    .form;
                lines.push(crate::desk::describe_form(&desk.records, &form));
            }
        }
        expect![[r#"
            locked contact FI template LETTER 2026-03-04 10:16 'Letter' language FI content LETTER/FI
            locked contact FI template FIXED 2026-03-04 10:16 'Fixed' language SV content FIXED/SV
            locked contact FI template BARE 2026-03-04 10:16 'Bare'
            locked contact SE template LETTER 2026-03-04 10:16 'Letter' language EN
            locked contact SE template FIXED 2026-03-04 10:16 'Fixed' language SV content FIXED/SV
            locked contact SE template BARE 2026-03-04 10:16 'Bare'
            locked contact NO template LETTER 2026-03-04 10:16 'Letter' language EN
            locked contact NO template FIXED 2026-03-04 10:16 'Fixed' language SV content FIXED/SV
            locked contact NO template BARE 2026-03-04 10:16 'Bare'"#]]
        .assert_eq(&lines.join("\n"));
    }

    /// Decision D11: steps 3, 4 and 6 again when the contact changes.
    #[test]
    fn follow_the_contact() {
        let mut desk = Desk::with(LANGUAGES);
        desk.create("")
            .choose("contact NO; template LETTER")
            .shows(expect![
                "contact NO template LETTER 2026-03-04 10:16 'Letter' language EN"
            ])
            .choose("contact FI")
            .shows(expect![
                "contact FI template LETTER 2026-03-04 10:16 'Letter' language FI content LETTER/FI"
            ])
            .choose("contact SE")
            .shows(expect![
                "contact SE template LETTER 2026-03-04 10:16 'Letter' language EN"
            ]);
    }

    /// Errors 11 and 12; the content follows the language (3.5).
    #[test]
    fn mi_033_may_be_chosen_among_those_of_the_template() {
        let mut desk = Desk::with(LANGUAGES);
        desk.create("contact FI")
            .choose_refused("language FI", expect!["LogEntry Language TemplateFirst"])
            .choose("template LETTER; language EN")
            .shows(expect!["locked contact FI template LETTER 2026-03-04 10:16 'Letter' language EN"])
            .choose_refused("language SV", expect!["LogEntry Language TemplateHasNoLanguage"])
            .choose("language FI")
            .shows(expect!["locked contact FI template LETTER 2026-03-04 10:16 'Letter' language FI content LETTER/FI"])
            .choose("language -")
            .shows(expect!["locked contact FI template LETTER 2026-03-04 10:16 'Letter'"]);
    }
}

mod correspondence_type {
    use super::*;

    /// 3.4 step 6, all combinations; UI-022 is `blank ignores / email`.
    #[test]
    fn ui_022_is_the_contacts_unless_the_template_ignores_it_else_the_templates() {
        let types = ["-", "paper", "email"];
        let mut desk = Desk::with("");
        for (i, of_contact) in types.iter().enumerate() {
            desk.seed(&format!("contact CT{i} 'Contact' type {of_contact}"));
        }
        let mut lines = Vec::new();
        for (t, of_template) in types.iter().enumerate() {
            for ignores in ["", "ignores"] {
                desk.seed(&format!(
                    "template T{t}{ignores} 'T' type {of_template} {ignores}"
                ));
                let mut got = Vec::new();
                for c in 0..types.len() {
                    let fresh = desk
                        .create(&format!("contact CT{c}"))
                        .choose(&format!("template T{t}{ignores}"))
                        .form;
                    let switched = desk
                        .create("")
                        .choose(&format!(
                            "contact CT{}; template T{t}{ignores}",
                            (c + 1) % 3
                        ))
                        .choose(&format!("contact CT{c}"))
                        .form;
                    assert_eq!(fresh.correspondence_type, switched.correspondence_type);
                    let shown = fresh.correspondence_type.map(|kind| format!("{kind:?}"));
                    got.push(shown.unwrap_or_else(|| "-".into()));
                }
                let of_template = format!("{of_template} {ignores}");
                lines.push(format!("{of_template:14} | {}", got.join(" ")));
            }
        }
        expect![[r#"
            -              | - HardCopy Email
            - ignores      | - - -
            paper          | HardCopy HardCopy Email
            paper ignores  | HardCopy HardCopy HardCopy
            email          | Email HardCopy Email
            email ignores  | Email Email Email"#]]
        .assert_eq(&lines.join("\n"));
    }
}

mod other_changes {
    use super::*;

    /// Rule S2.
    #[test]
    fn the_salesperson_follows_the_contact_but_not_over_the_users_choice_with_nothing() {
        let mut desk = Desk::with(COMPANY);
        desk.create("")
            .choose("contact CT1")
            .shows(expect!["contact CT1 salesperson JK 2026-03-04 10:16"])
            .choose("contact CT2")
            .shows(expect!["contact CT2 salesperson KV 2026-03-04 10:16"])
            .choose("contact CT3")
            .shows(expect!["contact CT3 2026-03-04 10:16"])
            .choose("salesperson JK; contact CT5")
            .shows(expect!["contact CT5 salesperson JK 2026-03-04 10:16"])
            .choose("contact CT2")
            .shows(expect!["contact CT2 salesperson KV 2026-03-04 10:16"])
            .choose("contact -")
            .shows(expect!["2026-03-04 10:16"]);
    }

    #[test]
    fn a_contact_chosen_again_changes_nothing() {
        let mut desk = Desk::with(COMPANY);
        desk.seed("contact CT6 'Type Oy' type email");
        desk.create("")
            .choose("contact CT6; template OUT; type -; salesperson KV")
            .choose("contact CT6")
            .shows(expect!["contact CT6 template OUT salesperson KV 2026-03-04 10:16 'Outgoing call' Outbound Us cost 8.40 6 min"]);
    }

    /// UI-003 and error 13: blanks around do not count, case does not, the first by number wins.
    #[test]
    fn ui_003_a_contact_may_be_typed() {
        let mut desk = Desk::with(COMPANY);
        desk.seed("person A9 'Bob Aho'; person A1 'Adam Ek'");
        desk.create("salesperson KV")
            .choose("named '  adam '")
            .shows(expect!["contact A1 locked salesperson KV 2026-03-04 10:16"])
            .choose("named AD")
            .shows(expect!["contact A1 locked salesperson KV 2026-03-04 10:16"])
            .choose("named a")
            .shows(expect!["contact A1 locked salesperson KV 2026-03-04 10:16"])
            .choose("named ' oy'")
            .shows(expect![
                "contact CT1 locked salesperson KV 2026-03-04 10:16"
            ])
            .choose("named xyz")
            .shows(expect!["locked salesperson KV 2026-03-04 10:16"])
            .choose("named adam; named ''")
            .shows(expect!["locked salesperson KV 2026-03-04 10:16"]);
    }

    #[test]
    fn a_blocked_salesperson_is_neither_proposed_nor_accepted() {
        let mut desk = Desk::with(COMPANY);
        desk.seed(
            "salesperson PB 'Pia Berg' privacy-blocked; contact CT6 'Berg Oy' salesperson PB",
        );
        desk.create("contact CT6")
            .shows(expect!["locked contact CT6 2026-03-04 10:16"])
            .choose_refused(
                "salesperson PB",
                expect!["LogEntry Salesperson SalespersonBlocked"],
            );
        desk.create("contact CT5")
            .shows(expect!["locked contact CT5 2026-03-04 10:16"])
            .choose_refused(
                "salesperson OLD",
                expect!["LogEntry Salesperson SalespersonBlocked"],
            );
    }

    /// Error 16: refused at the field.
    #[test]
    fn amounts_beyond_their_limits_are_refused() {
        let mut desk = Desk::with(COMPANY);
        desk.create("contact CT1")
            .choose("cost 999999999.99; duration 100000")
            .choose_refused("cost 1000000000.00", expect!["LogEntry Cost TooLarge"])
            .choose_refused("cost -0.01", expect!["LogEntry Cost Negative"])
            .choose_refused("duration 100001", expect!["LogEntry Duration TooLarge"]);
    }

    /// Error 34: never cut. The whole text stays in the form and its draft, the field says what is
    /// wrong, and nothing is written. 100 characters, not bytes; blanks around do not count.
    #[test]
    fn text_beyond_its_limit_stays_and_is_refused_by_ok_and_postpone() {
        let mut desk = Desk::with(COMPANY);
        let longest = "ä".repeat(100);
        let open = desk
            .create("contact CT1")
            .choose(&format!("template OUT; description ' {longest} '"));
        let problem = |open: &OpenForm, field| {
            let problem = open.form.problem(&Default::default(), field);
            problem.map(|refusal| describe_refusal(&refusal))
        };
        assert_eq!(problem(&open, Field::Description), None);
        let open = open.choose(&format!("description '{longest}x'; comment '{longest}'"));
        expect!["LogEntry Description TooLong { max: 100, is: 101 }"]
            .assert_eq(&problem(&open, Field::Description).unwrap_or_default());
        expect!["LogEntry Comment TooLong { max: 80, is: 100 }"]
            .assert_eq(&problem(&open, Field::Comment).unwrap_or_default());
        assert_eq!(problem(&open, Field::Contact), None);
        assert_eq!(open.form.description.chars().count(), 101);
        open.finish_refused(expect![
            "LogEntry Description TooLong { max: 100, is: 101 }"
        ])
        .postpone_refused(expect![
            "LogEntry Description TooLong { max: 100, is: 101 }"
        ])
        .choose("description Short")
        .finish_refused(expect!["LogEntry Comment TooLong { max: 80, is: 100 }"]);
    }

    /// A draft may be taken up again after its contact or salesperson was deleted; then another can
    /// be chosen, and chosen again.
    #[test]
    fn a_lock_holds_only_while_its_record_is_there() {
        let mut desk = Desk::with(COMPANY);
        let form = desk
            .create("contact CT2")
            .choose("description 'Typed long'")
            .form;
        desk.remove("contact CT2");
        desk.take_up(form)
            .postpone_refused(expect!["LogEntry Contact NotFound"])
            .choose("contact CT1")
            .shows(expect![
                "contact CT1 salesperson JK 2026-03-04 10:16 'Typed long'"
            ])
            .postpone();
        let form = desk.create("salesperson KV").form;
        desk.remove("salesperson KV");
        desk.take_up(form)
            .choose("salesperson JK")
            .shows(expect!["salesperson JK 2026-03-04 10:16"]);
    }
}
