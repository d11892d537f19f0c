//! The records that Search or jump finds: each kind by names and numbers, and what was opened last.

use crate::browser::recent;
use crate::domain::Records;
use crate::domain::Table;
use crate::domain::campaign::Campaign;
use crate::domain::change::Record;
use crate::domain::interaction::template::{InteractionGroup, InteractionTemplate};
use crate::domain::interaction::{EntryNo, LogEntry};
use crate::domain::salesperson::Salesperson;
use crate::domain::search::{Fit, How, Rank, Wanted};
use crate::domain::segment::Segment;
use crate::domain::segment::logged::LoggedSegment;
use crate::ui::lookups;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::picker::PickerItem;
use crate::ui::route::{Context, Page, Route};
use crate::ui::store::Store;
use crate::ui::text::say;

/// So many of one kind are offered at most.
pub(super) const MAX_OF_A_KIND: usize = 8;

/// Things of one kind that fit, best first.
pub(super) struct Found {
    /// How well the best of them fits.
    pub best: Rank,
    /// What is offered.
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

fn salesperson(row: &Salesperson) -> PickerItem {
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

/// The segments that are being worked on.
pub(super) fn segments(records: &Records, wanted: &Wanted) -> Option<Found> {
    let words = |row: &Segment| format!("{}\n{}", row.description, row.no);
    named(records, wanted, words, segment)
}

fn segment(row: &Segment) -> PickerItem {
    let route = Route::to(Page::Segment(row.no.clone()));
    described(route, &row.description, row.no.as_str(), Icon::Segment)
}

/// Campaigns.
pub(super) fn campaigns(records: &Records, wanted: &Wanted) -> Option<Found> {
    let words = |row: &Campaign| format!("{}\n{}", row.description, row.no);
    named(records, wanted, words, campaign)
}

fn campaign(row: &Campaign) -> PickerItem {
    let route = Route::to(Page::Campaign(row.no.clone()));
    described(route, &row.description, row.no.as_str(), Icon::Campaign)
}

/// What became of segments, by the description and number that they had.
pub(super) fn logged_segments(records: &Records, wanted: &Wanted) -> Option<Found> {
    let words = |row: &LoggedSegment| format!("{}\n{}", row.description, row.segment_no);
    named(records, wanted, words, logged_segment)
}

fn logged_segment(row: &LoggedSegment) -> PickerItem {
    let route = Route::to(Page::LoggedSegment(row.no));
    let date = say().format.date(row.created_on);
    let detail = format!("{} · {date}", row.segment_no);
    described(route, &row.description, &detail, Icon::Archive)
}

/// A record by its description; one without is known by its number.
fn described(route: Route, description: &str, detail: &str, icon: Icon) -> PickerItem {
    let (name, detail) = match description {
        "" => (detail, ""),
        description => (description, detail),
    };
    PickerItem {
        icon: Some(icon),
        ..PickerItem::new(route.href(), name, detail)
    }
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

pub(super) fn recent_items(store: Store, records: &Records) -> Vec<PickerItem> {
    let database = store.company_untracked().database;
    let item = |opened: recent::Recent| {
        let item = match Route::parse(&opened.address).page {
            Page::Contact(no) => {
                let contact = records.contact_by_no(&no)?;
                PickerItem {
                    key: opened.address,
                    ..lookups::contact_item(records, contact)
                }
            }
            Page::Salesperson(code) => {
                let id = records.salesperson_by_code(&code)?;
                salesperson(records.get::<Salesperson>(id)?)
            }
            Page::Segment(no) => {
                let id = records.segments().by_no(&no)?;
                segment(records.get::<Segment>(id)?)
            }
            Page::LoggedSegment(no) => {
                let id = records.segments().logged_by_no(no)?;
                logged_segment(records.get::<LoggedSegment>(id)?)
            }
            Page::Campaign(no) => campaign(records.campaign_by_no(&no)?),
            _ => return None,
        };
        Some(PickerItem {
            group: say().parts.recent.to_string(),
            ..item
        })
    };
    recent::recent(&database)
        .into_iter()
        .filter_map(item)
        .take(MAX_OF_A_KIND)
        .collect()
}
