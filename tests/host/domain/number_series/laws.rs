//! What holds for any number series, whatever is typed into it.

use crate::desk::Desk;
use chrono::{Days, NaiveDate};
use lokikirja::domain::code::{Code, SeriesNo};
use lokikirja::domain::contact::{Contact, ContactEdit};
use lokikirja::domain::id::{SeriesId, Single};
use lokikirja::domain::number_series::lines::LineEdit;
use lokikirja::domain::number_series::{NumberSeries, SeriesEdit, SeriesLine, format};
use lokikirja::domain::setup::{MarketingSetup, SetupEdit};
use lokikirja::domain::{Command, Reason};
use proptest::prelude::*;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use uuid::Uuid;

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date")
}

fn no(text: &str) -> SeriesNo {
    Code::new(text).expect("a number")
}

/// A series of one line.
fn series(start: &str, end: Option<&str>, increment_by: u32, date_order: bool) -> NumberSeries {
    NumberSeries {
        id: SeriesId(Uuid::nil()),
        code: no("S"),
        description: String::new(),
        default_nos: true,
        manual_nos: false,
        date_order,
        lines: vec![SeriesLine {
            line_no: 1,
            starting_date: None,
            starting_no: Some(no(start)),
            ending_no: end.map(no),
            warning_no: None,
            last_no_used: None,
            last_date_used: None,
            increment_by,
            allow_gaps: false,
        }],
        related: vec![],
    }
}

proptest! {
    /// Never twice, never backwards, one form, and nothing beyond the end.
    #[test]
    fn numbers_go_forward_in_one_form_until_the_series_is_exhausted(
        before in "[A-Z/-]{0,5}",
        start in 0u32..2_000,
        width in 1usize..6,
        after in "[A-Z/-]{0,3}",
        span in prop::option::of(0u32..300),
        step in 1u32..40,
    ) {
        let shape = |value: u32| format!("{before}{value:0width$}{after}");
        let ending = span.map(|span| shape(start + span));
        let mut series = series(&shape(start), ending.as_deref(), step, false);
        for value in (start..).step_by(step as usize).take(50) {
            if span.is_some_and(|span| value > start + span) {
                let before = series.clone();
                let refusal = series.take(first_day()).expect_err("beyond the end");
                prop_assert_eq!(refusal.reason, Reason::Exhausted);
                prop_assert_eq!(&series, &before, "a refusal takes nothing");
                break;
            }
            let peeked = series.peek(first_day()).expect("a number");
            let given = series.take(first_day()).expect("the same number");
            prop_assert_eq!(&given.no, &peeked);
            prop_assert_eq!(given.no.as_str(), shape(value));
        }
    }

    /// With Date Order on, numbers rise with the dates they were given on.
    #[test]
    fn in_order_of_date_no_earlier_date_gets_a_later_number(
        days in prop::collection::vec(0u64..10, 1..40),
    ) {
        let mut series = series("A001", None, 1, true);
        let mut last = None;
        for day in days {
            let on = first_day() + Days::new(day);
            match series.take(on) {
                Ok(_) => {
                    prop_assert!(last.is_none_or(|last| on >= last));
                    last = Some(on);
                }
                Err(refusal) => {
                    let last = last.expect("the first date is free");
                    prop_assert!(on < last);
                    prop_assert_eq!(refusal.reason, Reason::OutOfDateOrder { last });
                }
            }
        }
    }

    /// Counting up never goes backwards, keeps what is around the digits, and is exact.
    #[test]
    fn counting_up_is_exact(
        before in "[A-Z/-]{0,3}",
        digits in "[0-9]{1,12}",
        after in "[A-Z/-]{0,3}",
        by in 1u32..=u32::MAX,
    ) {
        let text = format!("{before}{digits}{after}");
        let next = format::increased(&no(&text), by).expect("there is room");
        let value = digits.parse::<u64>().expect("digits") + u64::from(by);
        let width = digits.len();
        prop_assert_eq!(next.as_str(), format!("{before}{value:0width$}{after}"));
        prop_assert_eq!(format::compared(&no(&text), &next), Some(Ordering::Less));
    }

    /// Whatever is typed into a line, in whatever order: its numbers agree, a warning has an
    /// ending, only typing the last number itself changes it, and a refused edit changes nothing.
    #[test]
    fn a_line_agrees_with_itself_after_any_edits(edits in prop::collection::vec(line_edit(), 1..25)) {
        let mut desk = Desk::with("");
        let id = desk.create_series("code S; line");
        for edit in edits {
            let before = desk.row::<NumberSeries>(id).lines[0].clone();
            let seen = desk.records.revision();
            let types_last = matches!(edit, LineEdit::LastNoUsed(_));
            let accepted = desk
                .run(Command::EditNumberSeries(id, seen, SeriesEdit::Line(1, edit)))
                .is_ok();
            // The desk has checked that the series is sound: see `check.rs`.
            let after = desk.row::<NumberSeries>(id).lines[0].clone();
            prop_assert!(accepted || after == before);
            prop_assert!(types_last || after.last_no_used == before.last_no_used);
            if let (Some(start), Some(end)) = (&after.starting_no, &after.ending_no)
                && !types_last
                && before.starting_no.is_none_or(|no| no.as_str() != start.as_str())
            {
                prop_assert_ne!(format::compared(start, end), Some(Ordering::Greater));
            }
        }
    }

    /// Typed, given, deleted, renumbered: no automatic number is ever given twice, and no two
    /// contacts have the same.
    #[test]
    fn no_number_is_given_twice(
        steps in prop::collection::vec((0u8..5, 1u32..30), 1..40),
        increment_by in 1u32..4,
    ) {
        let mut desk = Desk::with("");
        desk.create_series("code CONT; automatic on; typed on; line; start 1 A1; end 1 A60");
        desk.change_series("CONT", &format!("by 1 {increment_by}"));
        let edit = SetupEdit::ContactNos(Some(desk.series("CONT")));
        let seen = desk.revision::<MarketingSetup>(Single);
        desk.must(Command::EditSetup(seen, edit));
        let name = || ContactEdit::Name("x".into());
        let mut given = BTreeSet::new();
        for (step, n) in steps {
            let typed = ContactEdit::No(format!("A{n}"));
            let contacts: Vec<_> = desk.records.all::<Contact>().map(|contact| contact.id).collect();
            let some = contacts.get(n as usize % contacts.len().max(1)).copied();
            let id = desk.new_id();
            match (step, some) {
                (0, Some(id)) => {
                    let seen = desk.revision::<Contact>(id);
                    desk.must(Command::DeleteContact(id, seen));
                }
                (1, Some(id)) => {
                    let seen = desk.revision::<Contact>(id);
                    // Refused when the number is taken.
                    let _ = desk.run(Command::EditContact(id, seen, typed));
                }
                (2, _) => {
                    let _ = desk.run(Command::CreateContact(id, vec![typed, name()]));
                }
                _ => match desk.run(Command::CreateContact(id, vec![name()])) {
                    Ok(()) => {
                        let no = desk.row::<Contact>(id).no.clone();
                        prop_assert!(given.insert(no.clone()), "{} was given before", no);
                    }
                    Err(refusal) => prop_assert_eq!(refusal.reason, Reason::Exhausted),
                },
            }
        }
    }
}

fn line_edit() -> impl Strategy<Value = LineEdit> {
    let typed = || {
        prop_oneof![
            4 => "[AB]{0,1}[0-9]{1,4}",
            2 => "[A-Z0-9/-]{1,21}",
            1 => Just(String::new()),
        ]
    };
    prop_oneof![
        typed().prop_map(LineEdit::StartingNo),
        typed().prop_map(LineEdit::EndingNo),
        typed().prop_map(LineEdit::WarningNo),
        typed().prop_map(LineEdit::LastNoUsed),
        (0u32..5).prop_map(LineEdit::IncrementBy),
    ]
}
