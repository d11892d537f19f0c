//! The form: what each opener gives and locks, what a template brings, what a change recomputes.

use crate::desk::Desk;
use expect_test::expect;

/// A company, a person of it, two salespeople and a template without content.
const COMPANY: &str = "
    salesperson JK 'Jo Kari'
    salesperson KV 'Kim Vesa'
    salesperson OLD 'Outi Laine' blocked
    group PHONE 'Calls'
    template OUT 'Outgoing call' group PHONE cost 8.40 duration 6 flow out by us
    template IN 'Incoming call' cost 0.00 duration 15 flow in by them
    template MUTE ''
    contact CT1 'Adatum Oy' salesperson JK
    person CT2 'Anna Aalto' of CT1 salesperson KV
    contact CT3 'Nobody Oy'
    contact CT4 'Blocked Oy' blocked salesperson JK
    contact CT5 'Old Friends Oy' salesperson OLD
";

/// 3.2, rule S1: from a contact, the contact is locked and its salesperson proposed.
#[test]
fn opened_from_a_contact_it_has_the_contact_locked_and_the_salesperson_proposed() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT1")
        .shows(expect!["contact! CT1 salesperson JK 2026-03-04 10:16"]);
    desk.create("contact CT2")
        .shows(expect!["contact! CT2 salesperson KV 2026-03-04 10:16"]);
    desk.create("contact CT3")
        .shows(expect!["contact! CT3 2026-03-04 10:16"]);
    desk.create("contact CT1")
        .choose_refused("contact CT2", expect!["LogEntry Contact Locked"])
        .choose_refused("contact -", expect!["LogEntry Contact Locked"])
        .choose_refused("named anna", expect!["LogEntry Contact Locked"])
        .choose("salesperson KV")
        .shows(expect!["contact! CT1 salesperson KV 2026-03-04 10:16"]);
}

/// Rule S1: the user's own salesperson comes before the contact's, unless it is blocked.
#[test]
fn my_own_salesperson_comes_before_that_of_the_contact() {
    let mut desk = Desk::with(COMPANY);
    desk.seed("me KV");
    desk.create("contact CT1")
        .shows(expect!["contact! CT1 salesperson KV 2026-03-04 10:16"]);
    desk.seed("me OLD");
    desk.create("contact CT1")
        .shows(expect!["contact! CT1 salesperson JK 2026-03-04 10:16"]);
}

#[test]
fn a_blocked_salesperson_is_neither_proposed_nor_accepted() {
    let mut desk = Desk::with(COMPANY);
    desk.create("contact CT5")
        .shows(expect!["contact! CT5 2026-03-04 10:16"])
        .choose_refused(
            "salesperson OLD",
            expect!["LogEntry Salesperson SalespersonBlocked"],
        );
}
