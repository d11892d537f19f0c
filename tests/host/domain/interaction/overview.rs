//! Weeks in figures, and the forgotten.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::interaction::overview::{Weeks, monday, not_contacted, weeks};

/// The desk's today is Wednesday 4 March 2026, in the week of Monday 2 March.
const COMPANY: &str = "
    salesperson JK 'Jo Kari'
    salesperson KV 'Kim Vesa'
    group CALLS 'Calls'
    template T 'Call' group CALLS
    template U 'Visit'
    contact C 'Adatum Oy' salesperson JK
    person P 'Anna Aalto' of C salesperson KV
    person Q 'Bo Ek' salesperson KV
";

fn show(weeks: &Weeks) -> String {
    let week = |week: &lokikirja::domain::interaction::overview::Week| {
        let counts: Vec<u32> = week.by_group.values().copied().collect();
        format!("{}: {} {counts:?}\n", week.monday, week.n_interactions())
    };
    weeks.weeks.iter().map(week).collect()
}

#[test]
fn a_week_runs_from_monday_to_sunday() {
    let date = |day| chrono::NaiveDate::from_ymd_opt(2026, 3, day).expect("a day of March");
    assert_eq!(monday(date(2)), date(2));
    assert_eq!(monday(date(8)), date(2));
    assert_eq!(monday(date(9)), date(9));
}

#[test]
fn interactions_are_counted_in_the_week_of_their_date_by_group() {
    let mut desk = Desk::with(COMPANY);
    let today = desk.moment.today();
    desk.create("contact C")
        .choose("template T; date 2026-03-04")
        .finish();
    desk.create("contact P")
        .choose("template T; date 2026-03-02")
        .finish();
    desk.create("contact P")
        .choose("template U; salesperson JK; date 2026-03-01")
        .finish();
    desk.create("contact P")
        .choose("template U; date 2026-02-15")
        .finish();
    desk.create("contact P")
        .choose("template U; date 2026-03-09")
        .finish();
    desk.create("contact P").choose("template T").postpone();
    let found = weeks(&desk.records, today, 2);
    expect![[r#"
        2026-02-23: 1 [1]
        2026-03-02: 2 [2]
    "#]]
    .assert_eq(&show(&found));
    let mut of_salespeople: Vec<u32> = found.by_salesperson.values().copied().collect();
    of_salespeople.sort_unstable();
    assert_eq!(
        of_salespeople,
        [1, 2],
        "older, later and postponed ones do not count"
    );
}

#[test]
fn whoever_was_reached_lately_is_not_forgotten_a_company_through_its_persons() {
    let mut desk = Desk::with(COMPANY);
    let today = desk.moment.today();
    let names = |desk: &Desk| {
        let found = not_contacted(&desk.records, today, 90);
        let name = |id| {
            desk.records
                .get::<Contact>(id)
                .expect("it was found")
                .no
                .to_string()
        };
        found.into_iter().map(name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names(&desk), "C P Q", "never reached");
    desk.create("contact P")
        .choose("template T; date 2026-03-01")
        .finish();
    assert_eq!(names(&desk), "Q", "reaching Anna reaches her company");
    desk.create("contact Q")
        .choose("template T; date 2025-12-03")
        .finish();
    assert_eq!(names(&desk), "Q", "91 days ago");
    desk.create("contact Q")
        .choose("template T; date 2025-12-04")
        .finish();
    assert_eq!(names(&desk), "", "90 days ago");
}
