//! Figures over the log.

use crate::desk::Desk;
use chrono::NaiveDate;
use expect_test::expect;
use lokikirja::domain::interaction::statistics::{
    figures, last_attempt, last_interaction, scope_of,
};
use lokikirja::domain::ledger::Scope;

const COMPANY: &str = "
    salesperson JK 'Jo Kari'
    salesperson KV 'Kim Vesa'
    group G 'Calls'
    template T 'Call' group G cost 8.40 duration 6 flow out by us
    template U 'Visit' cost 23.75 duration 40 flow in by them
    contact C 'Adatum Oy' salesperson JK
    person P 'Anna Aalto' of C salesperson KV
    person Q 'Bo Ek' salesperson KV
";

/// Number, cost in hundredths, minutes; entry and date of the last interaction and last attempt.
fn of(desk: &Desk, scope: Scope) -> String {
    let sum = figures(&desk.records, scope);
    let show = |date: Option<NaiveDate>| date.map_or("never".into(), |date| date.to_string());
    format!(
        "{} interactions, {}, {} min; reached {}; tried {}",
        sum.n_interactions,
        sum.cost.0,
        sum.minutes,
        show(last_interaction(&desk.records, scope)),
        show(last_attempt(&desk.records, scope)),
    )
}

fn of_contact(desk: &Desk, no: &str) -> String {
    of(desk, scope_of(&desk.records, desk.contact(no)))
}

#[test]
fn mc_037_a_contact_shows_number_cost_and_duration() {
    let mut desk = Desk::with(COMPANY);
    expect!["0 interactions, 0, 0 min; reached never; tried never"]
        .assert_eq(&of_contact(&desk, "C"));
    desk.create("contact C").choose("template U").finish();
    expect!["1 interactions, 2375, 40 min; reached 2026-03-04; tried never"]
        .assert_eq(&of_contact(&desk, "C"));
}

#[test]
fn mi_010_a_template_adds_up_what_was_logged_from_it() {
    let mut desk = Desk::with(COMPANY);
    desk.seed("template V 'Mail' group G cost 5.00 duration 10");
    desk.create("contact C").choose("template V").finish();
    desk.create("contact C")
        .choose("template V; cost 9.00; duration 17")
        .finish();
    desk.create("contact C").choose("template V").postpone();
    desk.create("contact C").choose("template T").finish();
    expect!["2 interactions, 1400, 27 min; reached 2026-03-04; tried never"]
        .assert_eq(&of(&desk, Scope::Template(desk.template("V"))));
    expect!["3 interactions, 2240, 33 min; reached 2026-03-04; tried 2026-03-04"]
        .assert_eq(&of(&desk, Scope::Group(desk.group("G"))));
    expect!["3 interactions, 2240, 33 min; reached 2026-03-04; tried 2026-03-04"]
        .assert_eq(&of(&desk, Scope::Salesperson(desk.salesperson("JK"))));
    expect!["3 interactions, 2240, 33 min; reached 2026-03-04; tried 2026-03-04"]
        .assert_eq(&of(&desk, Scope::All));
}

/// A company counts its persons too, a person its own entries only.
#[test]
fn a_company_counts_its_persons_and_a_person_itself() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact C").choose("template T").finish();
    desk.create("contact P").choose("template U").finish();
    desk.create("contact Q").choose("template T").finish();
    let lines = ["C", "P", "Q"].map(|no| of_contact(&desk, no));
    expect![[r#"
        2 interactions, 3215, 46 min; reached 2026-03-04; tried 2026-03-04
        1 interactions, 2375, 40 min; reached 2026-03-04; tried never
        1 interactions, 840, 6 min; reached 2026-03-04; tried 2026-03-04"#]]
    .assert_eq(&lines.join("\n"));
}

/// Failed attempts count in the totals and as attempts, future dates too; postponed ones nowhere
/// (decision D10). By date and time, not by number.
#[test]
fn reached_and_tried_are_two_dates() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact C")
        .choose("template T; date 2026-03-03")
        .finish();
    desk.create("contact C")
        .choose("template U; date 2026-03-02")
        .finish();
    desk.create("contact C")
        .choose("template T; failed; date 2030-01-01")
        .finish();
    desk.create("contact C")
        .choose("template T; date 2031-01-01")
        .postpone();
    expect!["3 interactions, 4055, 52 min; reached 2026-03-03; tried 2030-01-01"]
        .assert_eq(&of_contact(&desk, "C"));
    expect!["3 interactions, 4055, 52 min; reached 2026-03-03; tried 2030-01-01"]
        .assert_eq(&of(&desk, Scope::All));
    desk.resume(4)
        .choose("failed; by them; date 2026-01-01")
        .finish();
    expect!["4 interactions, 4895, 58 min; reached 2026-03-03; tried 2030-01-01"]
        .assert_eq(&of_contact(&desk, "C"));
}
