//! The title of an entry on the timeline.

use crate::desk::Desk;
use expect_test::expect;
use lokikirja::domain::interaction::title::{Title, title};

const COMPANY: &str = "
    user 'Kim'
    salesperson S 'Sam'
    person CT1 'Anna' salesperson S
    template IN 'Visit' flow in
    template OUT 'Visit' flow out
    template PLAIN 'Visit'
    template MUTE '' flow in
";

fn of(desk: &Desk, no: u32) -> String {
    match title(&desk.records, &desk.entry(no)) {
        Title::Inbound { what, contact } => format!("{what} - from {contact}"),
        Title::Outbound { what, by } => format!("{what} - by {by}"),
        Title::Plain { what } => what,
    }
}

#[test]
fn mi_065_inbound_is_from_the_contact() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template IN").finish();
    expect!["Visit - from Anna"].assert_eq(&of(&desk, 1));
}

#[test]
fn mi_066_outbound_is_by_the_salesperson() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template OUT").finish();
    expect!["Visit - by Sam"].assert_eq(&of(&desk, 1));
}

#[test]
fn mi_067_with_no_direction_it_is_the_template_alone() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template PLAIN").finish();
    expect!["Visit"].assert_eq(&of(&desk, 1));
}

/// The direction is the entry's own: the user may have set it otherwise than the template.
#[test]
fn the_direction_is_the_entrys_own() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1")
        .choose("template IN; flow out")
        .finish();
    expect!["Visit - by Sam"].assert_eq(&of(&desk, 1));
}

#[test]
fn what_is_gone_is_named_by_its_code_or_left_out() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1").choose("template IN").finish();
    desk.create("contact CT1").choose("template OUT").finish();
    desk.create("contact CT1")
        .choose("template MUTE; description 'x'")
        .finish();
    desk.create("contact CT1").postpone();
    desk.create("contact CT1")
        .choose("template OUT; salesperson -")
        .postpone();
    desk.remove("contact CT1");
    desk.remove("salesperson S");
    desk.remove("template IN");
    let titles: Vec<String> = (1..=5).map(|no| of(&desk, no)).collect();
    expect!["IN | Visit - by S | MUTE |  | Visit - by Kim"].assert_eq(&titles.join(" | "));
}
