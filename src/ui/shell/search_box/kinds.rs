//! The kinds of records that Search or jump finds, and how each is offered.

use super::MAX_OF_A_KIND;
use crate::domain::campaign::Campaign;
use crate::domain::change::Record;
use crate::domain::code::SegmentNo;
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::salesperson::Salesperson;
use crate::domain::search::{Fit, How, Rank, Wanted};
use crate::domain::segment::Segment;
use crate::domain::segment::logged::LoggedSegment;
use crate::domain::{Records, Table};
use crate::ui::lookups;
use crate::ui::parts::picker::PickerItem;
use crate::ui::route::{Context, Page, Route};
use crate::ui::text::say;

/// Things of one kind that fit, best first.
pub(super) struct Found {
    pub best: Rank,
    pub items: Vec<PickerItem>,
}

impl Found {
    /// Of what was found by rank; none for nothing.
    pub fn new(heading: &str, items: impl IntoIterator<Item = (Rank, PickerItem)>) -> Option<Self> {
        let mut best = None;
        let grouped = |(rank, item): (Rank, PickerItem)| {
            best = best.or(Some(rank));
            PickerItem {
                group: heading.to_string(),
                ..item
            }
        };
        let items: Vec<PickerItem> = items.into_iter().map(grouped).collect();
        Some(Self { best: best?, items })
    }
}

/// A few records of one kind, by name and code.
fn named<R: Record>(
    records: &Records,
    wanted: &Wanted,
    words: fn(&R) -> String,
    item: fn(&R) -> PickerItem,
) -> Option<Found> {
    let found = lookups::best(records.all::<R>(), wanted, MAX_OF_A_KIND, words);
    let items = found.into_iter().map(|(rank, row)| (rank, item(row)));
    Found::new((say().terms.records)(R::TABLE), items)
}

pub(super) fn salespeople(records: &Records, wanted: &Wanted) -> Option<Found> {
    let words = |row: &Salesperson| format!("{}\n{}", row.name, row.code);
    named(records, wanted, words, salesperson)
}

pub(super) fn salesperson(row: &Salesperson) -> PickerItem {
    PickerItem {
        key: Route::to(Page::Salesperson(row.code.clone())).href(),
        ..lookups::salesperson_item(row)
    }
}

pub(super) fn templates(records: &Records, wanted: &Wanted) -> Option<Found> {
    let words = |row: &InteractionTemplate| format!("{}\n{}", row.description, row.code);
    named(records, wanted, words, |row| {
        let route = Route::to(Page::Template(row.code.clone()));
        PickerItem::new(route.href(), row.description.clone(), row.code.to_string())
    })
}

/// A group leads to its interactions.
pub(super) fn groups(records: &Records, wanted: &Wanted) -> Option<Found> {
    let words = |row: &InteractionGroup| format!("{}\n{}", row.description, row.code);
    named(records, wanted, words, |row| {
        let route = Route::to(Page::Interactions(Context::Group(row.code.clone())));
        PickerItem::new(route.href(), row.description.clone(), row.code.to_string())
    })
}

pub(super) fn segments(records: &Records, wanted: &Wanted) -> Option<Found> {
    let words = |row: &Segment| format!("{}\n{}", row.description, row.no);
    named(records, wanted, words, segment)
}

pub(super) fn segment(row: &Segment) -> PickerItem {
    let route = Route::to(Page::Segment(row.no.clone()));
    PickerItem::new(
        route.href(),
        name_or(&row.description, &row.no),
        row.no.to_string(),
    )
}

/// The log entry whose number was typed.
pub(super) fn entry(records: &Records, typed: &str) -> Option<Found> {
    let no = EntryNo(typed.trim().parse().ok()?);
    let entry = records.get::<LogEntry>(records.ledger().by_no(no)?)?;
    let m = say();
    let date = entry
        .date
        .map_or_else(String::new, |date| m.format.date(date));
    let label = format!("{no} {}", entry.description);
    let item = PickerItem::new(Route::to(Page::Interaction(no)).href(), label, date);
    let rank = Rank {
        how: How::AsTyped,
        fit: Fit::Exact,
        later: false,
        length: 0,
    };
    Found::new((m.terms.records)(Table::LogEntry), [(rank, item)])
}

pub(super) fn campaigns(records: &Records, wanted: &Wanted) -> Option<Found> {
    let words = |row: &Campaign| format!("{}\n{}", row.description, row.no);
    named(records, wanted, words, campaign)
}

pub(super) fn campaign(row: &Campaign) -> PickerItem {
    let route = Route::to(Page::Campaign(row.no.clone()));
    PickerItem::new(
        route.href(),
        name_or(&row.description, &row.no),
        row.no.to_string(),
    )
}

pub(super) fn logged_segments(records: &Records, wanted: &Wanted) -> Option<Found> {
    let words = |row: &LoggedSegment| format!("{}\n{}", row.description, row.segment_no);
    named(records, wanted, words, logged_segment)
}

pub(super) fn logged_segment(row: &LoggedSegment) -> PickerItem {
    let route = Route::to(Page::LoggedSegment(row.no));
    let name = name_or(&row.description, &row.segment_no);
    PickerItem::new(route.href(), name, row.segment_no.to_string())
}

/// What a record is called: by its number where it has no description.
fn name_or(description: &str, no: &SegmentNo) -> String {
    match description {
        "" => no.to_string(),
        description => description.to_string(),
    }
}
