//! Number series: editing them (here), the next number (`next.rs`), and what holds for any of them
//! (`laws.rs`).

mod laws;
mod next;

use crate::desk::{Desk, describe_refusal};
use expect_test::expect;
use lokikirja::domain::Command;
use lokikirja::domain::number_series::SeriesEdit;

const CONT: &str = "
    code CONT; description 'Contacts'; automatic on; typed on
    line; start 1 CT000001
";

#[test]
fn a_series_needs_a_code_of_its_own() {
    let mut desk = Desk::with("");
    desk.create_series_refused("description 'x'", expect!["NumberSeries Code MustBeFilled"]);
    desk.create_series_refused(
        "code 123456789012345678901",
        expect!["NumberSeries Code TooLong { max: 20, is: 21 }"],
    );
    let id = desk.create_series(CONT);
    desk.told(expect![[r#"Created(NumberSeries, "CONT")"#]]);
    desk.series_is(
        "CONT",
        expect![[r#"
            CONT 'Contacts' automatic typed
            1 start CT000001"#]],
    );
    desk.create_series_refused("code cont", expect!["NumberSeries CONT Code AlreadyUsed"]);
    desk.refused(
        Command::CreateNumberSeries(id, vec![]),
        expect!["NumberSeries AlreadyCreated"],
    );
    desk.create_series("code TASK");
    desk.change_series_refused(
        "TASK",
        "code cont",
        expect!["NumberSeries TASK Code AlreadyUsed"],
    );
    desk.change_series("TASK", "code 'to do'");
    desk.series_is("TO DO", expect!["TO DO"]);
}

/// 2.2, `ValidateDefaultNos` and `ValidateManualNos`.
#[test]
fn turning_one_way_of_numbering_off_while_the_other_is_off_turns_that_on() {
    let mut desk = Desk::with("");
    desk.create_series("code S");
    desk.series_is("S", expect!["S"]);
    desk.change_series("S", "automatic off; typed off");
    desk.series_is("S", expect!["S"]);
    desk.change_series("S", "automatic on; automatic off");
    desk.series_is("S", expect!["S typed"]);
    desk.change_series("S", "typed off");
    desk.series_is("S", expect!["S automatic"]);
    desk.change_series("S", "typed on; automatic off");
    desk.series_is("S", expect!["S typed"]);
}

#[test]
fn lines_are_added_and_taken_away_by_their_numbers() {
    let mut desk = Desk::with("");
    desk.create_series("code S; line; line; line; start 2 B1; start 3 C1");
    desk.change_series(
        "S",
        "delete-line 2; line; gaps 4 on; by 4 10; from 4 2027-01-01",
    );
    desk.series_is(
        "S",
        expect![[r#"
            S
            1
            3 start C1
            4 from 2027-01-01 by 10 gaps"#]],
    );
    desk.change_series_refused("S", "delete-line 2", expect!["NumberSeries S NotFound"]);
    desk.change_series_refused(
        "S",
        "start 2 X1",
        expect!["NumberSeries S StartingNo NotFound"],
    );
    desk.change_series_refused(
        "S",
        "by 4 0",
        expect!["NumberSeries S IncrementBy NotPositive"],
    );
}

/// 2.2, `UpdateNoSeriesLine`: entering a number with another prefix or width rewrites the others.
#[test]
fn the_four_numbers_of_a_line_share_one_form() {
    let mut desk = Desk::with("");
    desk.create_series("code S; line; start 1 A1; end 1 A99999");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start A00001 end A99999"#]],
    );
    desk.change_series("S", "warn 1 B-90000");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start B-00001 end B-99999 warn B-90000"#]],
    );
    desk.change_series("S", "start 1 K7/26/x");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start K7/00026/X end K7/99999/X warn K7/90000/X"#]],
    );
    desk.change_series("S", "end 1 0000000123456");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start 00026 end 0000000123456 warn 90000"#]],
    );
    desk.change_series("S", "start 1 C0000000001");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start C0000000001 end C0000123456 warn C0000090000"#]],
    );
}

#[test]
fn a_number_that_was_given_keeps_its_form() {
    let mut desk = Desk::with("");
    desk.create_series("code S; line; start 1 A001; last 1 A007");
    let why = expect![[r#"NumberSeries S StartingNo ChangesLastNoUsed { last: "A007" }"#]];
    desk.change_series_refused("S", "start 1 B001", why);
    let why = expect![[r#"NumberSeries S EndingNo ChangesLastNoUsed { last: "A007" }"#]];
    desk.change_series_refused("S", "end 1 A9999", why);
    let why = expect![[r#"NumberSeries S EndingNo ChangesLastNoUsed { last: "A007" }"#]];
    desk.change_series_refused("S", "end 1 999", why);
    desk.change_series("S", "end 1 A999; warn 1 A990");
    let why = expect![[r#"NumberSeries S WarningNo ChangesLastNoUsed { last: "A007" }"#]];
    desk.change_series_refused("S", "warn 1 B990", why);
    desk.change_series("S", "last 1 B8");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start B001 end B999 warn B990 last B008"#]],
    );
}

#[test]
fn a_number_needs_a_digit_and_at_most_twenty_characters() {
    let mut desk = Desk::with("");
    desk.create_series("code S; line; start 1 A1; end 1 A9999999999");
    desk.change_series_refused(
        "S",
        "start 1 ABC",
        expect!["NumberSeries S StartingNo NoDigit"],
    );
    desk.change_series_refused(
        "S",
        "last 1 -",
        expect!["NumberSeries S LastNoUsed NoDigit"],
    );
    let long = "warn 1 A12345678901234567890";
    let why = expect!["NumberSeries S WarningNo TooLong { max: 20, is: 21 }"];
    desk.change_series_refused("S", long, why);
    // Ten digits of the ending number do not fit behind this prefix.
    let why = expect!["NumberSeries S StartingNo TooLong { max: 20, is: 22 }"];
    desk.change_series_refused("S", "start 1 ABCDEFGHIJKL1", why);
}

#[test]
fn a_warning_needs_an_ending_and_goes_with_it() {
    let mut desk = Desk::with("");
    desk.create_series("code S; line; start 1 A01");
    desk.change_series_refused(
        "S",
        "warn 1 A90",
        expect!["NumberSeries S WarningNo EndingNoFirst"],
    );
    desk.change_series(
        "S",
        "end 1 A99; warn 1 A90; warn 1 ''; warn 1 A95; end 1 ''",
    );
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start A01"#]],
    );
}

#[test]
fn a_line_does_not_end_before_it_starts() {
    let mut desk = Desk::with("");
    desk.create_series("code S; line; start 1 A50; end 1 A99");
    let why = expect!["NumberSeries S EndingNo EndsBeforeItStarts"];
    desk.change_series_refused("S", "end 1 A49", why);
    let why = expect!["NumberSeries S StartingNo EndsBeforeItStarts"];
    desk.change_series_refused("S", "start 1 A100", why);
    desk.change_series("S", "end 1 A50; start 1 ''; end 1 A07");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 end A07"#]],
    );
}

/// 2.2, `CalculateOpen`.
#[test]
fn a_line_is_closed_once_the_next_step_would_pass_its_end() {
    let mut desk = Desk::with("");
    desk.create_series("code S; line; start 1 A01; end 1 A99; by 1 10; last 1 A89");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start A01 end A99 last A89 by 10"#]],
    );
    desk.change_series("S", "last 1 A90");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start A01 end A99 last A90 by 10 closed"#]],
    );
    desk.change_series("S", "by 1 9");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start A01 end A99 last A90 by 9"#]],
    );
    desk.change_series("S", "last 1 A99; by 1 1");
    desk.series_is(
        "S",
        expect![[r#"
        S
        1 start A01 end A99 last A99 closed"#]],
    );
}

#[test]
fn series_are_related_once_and_never_to_themselves() {
    let mut desk = Desk::with("");
    desk.create_series("code S");
    desk.create_series("code T");
    let gone = desk.create_series("code U");
    desk.delete_series("U").expect("nothing names it");
    desk.told(expect![[r#"Deleted(NumberSeries, "U")"#]]);
    let add = SeriesEdit::AddRelated(gone);
    let seen = desk.records.revision();
    let command = Command::EditNumberSeries(desk.series("S"), seen, add);
    desk.refused(command, expect!["NumberSeries S RelatedSeries NotFound"]);
    desk.change_series("S", "related T");
    let twice = expect!["NumberSeries S RelatedSeries AlreadyUsed"];
    desk.change_series_refused("S", "related T", twice);
    let itself = expect!["NumberSeries S RelatedSeries AlreadyUsed"];
    desk.change_series_refused("S", "related S", itself);
    desk.series_is("S", expect!["S related T"]);
    desk.change_series("S", "unrelated T");
    desk.series_is("S", expect!["S"]);
}

#[test]
fn a_series_is_kept_while_the_setup_or_another_series_names_it() {
    let mut desk = Desk::with("");
    desk.create_series("code S");
    desk.create_series("code T; related S");
    desk.set_up("contacts-from S");
    let refused = |desk: &mut Desk| {
        let refusal = desk.delete_series("S").expect_err("still named");
        describe_refusal(&refusal)
    };
    expect!["NumberSeries S InUse { by: Setup, n: 1 }"].assert_eq(&refused(&mut desk));
    desk.set_up("contacts-from -");
    expect!["NumberSeries S InUse { by: NumberSeries, n: 1 }"].assert_eq(&refused(&mut desk));
    desk.change_series("T", "unrelated S");
    desk.delete_series("S").expect("nothing names it any more");
}

#[test]
fn a_stale_card_is_refused() {
    let mut desk = Desk::with("");
    let id = desk.create_series("code S");
    let seen = desk.records.revision();
    desk.change_series("S", "typed on");
    desk.refused(
        Command::DeleteNumberSeries(id, seen),
        expect!["NumberSeries S ChangedMeanwhile"],
    );
    desk.delete_series("S").expect("nothing names it");
    desk.refused(
        Command::DeleteNumberSeries(id, seen),
        expect!["NumberSeries Gone"],
    );
}
