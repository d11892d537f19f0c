//! The next number, the rules of assigning it, and why there is none.

use crate::desk::{Desk, describe_refusal};
use chrono::NaiveDate;
use expect_test::{Expect, expect};
use lokikirja::domain::number_series::NumberSeries;

/// A desk whose contacts are numbered by the series CONT, made of these words.
fn desk(words: &str) -> Desk {
    let mut desk = Desk::with("");
    desk.create_series(&format!("code CONT; automatic on; {words}"));
    desk.set_up("contacts-from CONT");
    desk
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

impl Desk {
    /// Compares the number that CONT would give on a date.
    #[track_caller]
    fn peek(&self, on: &str, expected: Expect) {
        let series = self.row::<NumberSeries>(self.series("CONT"));
        match series.peek(day(on)) {
            Ok(no) => expected.assert_eq(no.as_str()),
            Err(refusal) => expected.assert_eq(&describe_refusal(&refusal)),
        }
    }
}

/// SU-016: a contact gets its number from the series in the setup.
#[test]
fn su_016_a_contact_gets_number_and_series_from_the_setup() {
    let mut desk = desk("line; start 1 CT000001");
    desk.create_contact("name 'Adatum Oy'");
    desk.told(expect![[r#"Created(Contact, "CT000001")"#]]);
    desk.card("CT000001", expect!["CT000001 'Adatum Oy' series CONT"]);
    desk.create_contact("name 'Fabrikam'; no ''");
    desk.contact_nos(expect!["CT000001 CT000002"]);
    desk.series_is(
        "CONT",
        expect![[r#"
        CONT automatic
        1 start CT000001 last CT000002 on 2026-03-04"#]],
    );
}

#[test]
fn a_number_that_becomes_wider_counts_on() {
    let mut desk = desk("line; start 1 9; by 1 90; line; from 2 2027-01-01; start 2 X-7-A");
    for _ in 0..3 {
        desk.create_contact("name x");
    }
    desk.contact_nos(expect!["189 9 99"]);
    desk.moment.work_date = day("2027-01-01");
    for _ in 0..4 {
        desk.create_contact("name x");
    }
    desk.contact_nos(expect!["189 9 99 X-10-A X-7-A X-8-A X-9-A"]);
}

/// Step 2: the latest starting date counts, and among its lines the first open one.
#[test]
fn the_line_is_the_first_open_one_of_those_begun_last() {
    let desk = desk(
        "line; start 1 A1
         line; from 2 2026-01-01; start 2 B1; end 2 B1; last 2 B1
         line; from 3 2026-01-01; start 3 C1; end 3 C2; last 3 C1
         line; from 4 2026-01-01; start 4 D1
         line; from 5 2027-01-01; start 5 E1; end 5 E1; last 5 E1",
    );
    desk.peek("2025-12-31", expect!["A1"]);
    desk.peek("2026-01-01", expect!["C2"]);
    desk.peek("2026-12-31", expect!["C2"]);
    // Exhausted, although lines begun earlier are open.
    desk.peek(
        "2027-01-01",
        expect!["NumberSeries CONT EndingNo Exhausted"],
    );
}

#[test]
fn before_any_line_has_begun_there_is_no_number() {
    let mut desk = desk("line; from 1 2026-03-05; start 1 A1");
    desk.create_contact_refused(
        "name x",
        expect!["NumberSeries CONT StartingDate NoOpenLine { on: 2026-03-04 }"],
    );
    desk.change_series("CONT", "delete-line 1");
    let why = expect!["NumberSeries CONT StartingDate NoOpenLine { on: 2026-03-04 }"];
    desk.peek("2026-03-04", why);
}

#[test]
fn a_series_in_order_of_date_gives_nothing_on_an_earlier_day() {
    let mut desk = desk("ordered on; line; start 1 A1");
    desk.create_contact("name x");
    desk.moment.work_date = day("2026-03-03");
    desk.create_contact_refused(
        "name x",
        expect!["NumberSeries CONT DateOrder OutOfDateOrder { last: 2026-03-04 }"],
    );
    desk.change_series("CONT", "ordered off");
    desk.create_contact("name x");
    desk.change_series("CONT", "ordered on");
    desk.series_is(
        "CONT",
        expect![[r#"
        CONT automatic ordered
        1 start A1 last A2 on 2026-03-03"#]],
    );
    desk.create_contact("name x");
    desk.contact_nos(expect!["A1 A2 A3"]);
}

#[test]
fn a_line_without_numbers_gives_none() {
    let mut desk = desk("line");
    desk.create_contact_refused(
        "name x",
        expect!["NumberSeries CONT StartingNo NoStartingNo"],
    );
    desk.change_series("CONT", "last 1 A7");
    desk.peek("2026-03-04", expect!["A8"]);
}

/// Step 5: what does not lie between the starting and the ending number is refused.
#[test]
fn a_number_outside_its_line_is_refused() {
    let mut desk = desk("line; start 1 A100; last 1 A007");
    desk.create_contact_refused(
        "name x",
        expect!["NumberSeries CONT StartingNo BeforeStartingNo"],
    );
    desk.change_series("CONT", "last 1 A099");
    desk.peek("2026-03-04", expect!["A100"]);
    // Plain numbers keep their widths, and then may not fit together.
    desk.change_series("CONT", "last 1 7; start 1 0001");
    desk.peek(
        "2026-03-04",
        expect!["NumberSeries CONT StartingNo FormatDiffers"],
    );
    desk.change_series("CONT", "last 1 ''; end 1 99");
    desk.peek(
        "2026-03-04",
        expect!["NumberSeries CONT EndingNo FormatDiffers"],
    );
    desk.change_series("CONT", "end 1 ''; last 1 99999999999999999999");
    desk.peek(
        "2026-03-04",
        expect!["NumberSeries CONT LastNoUsed Exhausted"],
    );
}

/// Step 6: from the warning number on the number is given, with a warning.
#[test]
fn the_end_of_a_line_is_announced_and_then_reached() {
    let mut desk = desk("line; start 1 A1; end 1 A4; warn 1 A3");
    desk.create_contact("name x");
    desk.create_contact("name x");
    desk.told(expect![[r#"Created(Contact, "A2")"#]]);
    desk.create_contact("name x");
    desk.told(expect![[r#"
        SeriesNearlyExhausted { series: Code("CONT"), no: "A3", ending_no: "A4" }
        Created(Contact, "A3")"#]]);
    desk.create_contact("name x");
    desk.create_contact_refused("name x", expect!["NumberSeries CONT EndingNo Exhausted"]);
    desk.contact_nos(expect!["A1 A2 A3 A4"]);
}

#[test]
fn numbers_of_other_contacts_are_passed_over() {
    let mut desk = Desk::with("contact A2 Adatum; contact A3 Fabrikam; contact A5 Contoso");
    desk.create_series("code CONT; automatic on; line; start 1 A1; end 1 A5; warn 1 A3");
    desk.set_up("contacts-from CONT");
    desk.create_contact("name x");
    desk.create_contact("name x");
    // Only the number that is given warns, not those passed over.
    desk.told(expect![[r#"
        SeriesNearlyExhausted { series: Code("CONT"), no: "A4", ending_no: "A5" }
        Created(Contact, "A4")"#]]);
    desk.contact_nos(expect!["A1 A2 A3 A4 A5"]);
    desk.create_contact_refused("name x", expect!["NumberSeries CONT EndingNo Exhausted"]);
    desk.series_is(
        "CONT",
        expect![[r#"
        CONT automatic
        1 start A1 end A5 warn A3 last A4 on 2026-03-04"#]],
    );
}

#[test]
fn the_number_of_a_deleted_contact_is_not_given_again() {
    let mut desk = desk("line; start 1 A1");
    desk.create_contact("name x");
    desk.delete_contact("A1");
    desk.create_contact("name y");
    desk.contact_nos(expect!["A2"]);
}

#[test]
fn a_refused_contact_takes_no_number() {
    let mut desk = desk("line; start 1 A1");
    desk.create_contact_refused("phone 123", expect!["Contact Name MustBeFilled"]);
    desk.create_contact_refused(
        "name x; phone abc",
        expect!["Contact Phone NotAPhoneNumber"],
    );
    desk.create_contact("name x");
    desk.contact_nos(expect!["A1"]);
}

#[test]
fn without_a_usable_series_a_contact_needs_a_typed_number() {
    let mut desk = Desk::with("");
    desk.create_contact_refused("name x", expect!["Setup ContactNos SeriesNotSetUp"]);
    // The setup names no series: typing is free.
    desk.create_contact("name x; no ' k1 '");
    desk.card("K1", expect!["K1 'x'"]);
    desk.create_series("code CONT; line; start 1 A1");
    desk.set_up("contacts-from CONT");
    desk.create_contact_refused(
        "name x",
        expect!["NumberSeries CONT DefaultNos NotAutomatic"],
    );
    desk.create_contact_refused("name x; no K2", expect!["Contact No NotManual"]);
    desk.change_contact_refused("K1", "no K3", expect!["Contact K1 No NotManual"]);
    desk.change_series("CONT", "typed on");
    desk.create_contact("name x; no K2");
    desk.change_contact("K1", "no K3");
    desk.contact_nos(expect!["K2 K3"]);
}

#[test]
fn a_typed_number_is_free_and_fits() {
    let mut desk = desk("typed on; line; start 1 A1");
    desk.create_contact("name x; no K1");
    desk.create_contact("name y");
    desk.create_contact_refused("name x; no k1", expect!["Contact No AlreadyUsed"]);
    desk.change_contact_refused("A1", "no K1", expect!["Contact A1 No AlreadyUsed"]);
    desk.change_contact_refused("A1", "no ''", expect!["Contact A1 No MustBeFilled"]);
    let why = expect!["Contact A1 No TooLong { max: 20, is: 21 }"];
    desk.change_contact_refused("A1", "no 123456789012345678901", why);
    // Typing clears the series; typing the same number changes nothing.
    desk.change_contact("A1", "no a1");
    desk.card("A1", expect!["A1 'y' series CONT"]);
    desk.change_contact("A1", "no B1");
    desk.card("B1", expect!["B1 'y'"]);
}

/// The assist button: the setup's series, or one related to it, gives the next number at once.
#[test]
fn another_series_may_be_chosen_if_it_is_related() {
    let mut desk = desk("line; start 1 A1");
    desk.create_series("code OTHER; automatic on; line; start 1 X1");
    let why = || expect!["NumberSeries CONT RelatedSeries SeriesNotRelated"];
    desk.create_contact_refused("name x; series OTHER", why());
    desk.change_series("CONT", "related OTHER");
    desk.create_contact("name x; series OTHER");
    desk.create_contact("name y; series CONT");
    desk.card("X1", expect!["X1 'x' series OTHER"]);
    desk.change_contact("A1", "series OTHER");
    desk.card("X2", expect!["X2 'y' series OTHER"]);
    desk.change_contact("X2", "series CONT");
    desk.contact_nos(expect!["A2 X1"]);
    desk.change_series("CONT", "unrelated OTHER");
    desk.change_contact_refused("A2", "series OTHER", why());
    desk.change_series("OTHER", "automatic off");
    desk.change_series("CONT", "related OTHER");
    let why = expect!["NumberSeries OTHER DefaultNos NotAutomatic"];
    desk.create_contact_refused("name x; series OTHER", why);
}

/// MC-073: numbers are never filter expressions.
#[test]
fn mc_073_a_number_with_parentheses_names_its_contact() {
    let mut desk = desk("typed on; line; start 1 A1");
    desk.create_contact("name 'Gusto'; no 'GU(0000)'");
    desk.card("GU(0000)", expect!["GU(0000) 'Gusto'"]);
    desk.create_contact("name 'Other'; no 'A1..B2|*'");
    desk.contact_nos(expect!["A1..B2|* GU(0000)"]);
}
