//! The segments of a campaign: those that are being worked on, and those that were logged for it.

use crate::domain::Table;
use crate::domain::campaign::{Campaign, logged_segments, open_segments};
use crate::domain::filter::{Filter, Kind, Neutral};
use crate::domain::id::CampaignId;
use crate::domain::segment::logged::figures;
use crate::ui::called::coded;
use crate::ui::parts::badge::Badge;
use crate::ui::parts::sections::Card;
use crate::ui::route::{ListState, Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;

/// More logged segments are looked at in their list.
const MAX_SHOWN: usize = 20;

/// A segment as a row says it.
#[derive(Clone, PartialEq)]
struct Shown {
    name: String,
    detail: String,
    page: Page,
    is_open: bool,
}

/// The section: rows that lead to the segments.
pub(super) fn segments(store: Store, campaign: CampaignId) -> AnyView {
    let all = Memo::new(move |_| {
        let m = texts();
        let tables = &[
            Table::Segment,
            Table::SegmentLine,
            Table::LoggedSegment,
            Table::CampaignEntry,
            Table::LogEntry,
        ];
        store.read(tables, |records| {
            let open = open_segments(records, campaign).map(|row| {
                let n = records.segments().n_lines(row.id);
                let n = u32::try_from(n).unwrap_or(u32::MAX);
                Shown {
                    name: coded(m, &row.description, row.no.as_str()),
                    detail: (m.segment_pages.lines)(n),
                    page: Page::Segment(row.no.clone()),
                    is_open: true,
                }
            });
            let logged = logged_segments(records, campaign).into_iter().map(|row| {
                let n = figures(records, row).n_interactions;
                let n = (m.terms.n_records)(Table::LogEntry, n);
                Shown {
                    name: coded(m, &row.description, row.segment_no.as_str()),
                    detail: format!("{} · {n}", m.format.date(row.created_on)),
                    page: Page::LoggedSegment(row.no),
                    is_open: false,
                }
            });
            open.chain(logged).collect::<Vec<_>>()
        })
    });
    let row = |segment: Shown| {
        let mark = segment
            .is_open
            .then(|| view! { <Badge text=tr(|m| m.campaign_pages.open_segment)/> });
        view! {
            <li class="row">
                <span class="row-text stack-tight">
                    <a class="row-title" href=Route::to(segment.page).href()>{segment.name}</a>
                    <span class="row-detail">{segment.detail}</span>
                </span>
                <span class="row-end">{mark}</span>
            </li>
        }
    };
    let rows = move || {
        let (open, logged): (Vec<_>, Vec<_>) =
            all.get().into_iter().partition(|segment| segment.is_open);
        if open.is_empty() && logged.is_empty() {
            let none = tr(|m| m.campaign_pages.no_segments);
            return view! { <p class="muted">{none}</p> }.into_any();
        }
        let n = u32::try_from(logged.len()).unwrap_or(u32::MAX);
        let more = (logged.len() > MAX_SHOWN).then(|| {
            let href = all_logged(store, campaign);
            view! { <a class="more-link" href=href>{(texts().people.show_all_n)(n)}</a> }
        });
        let shown = open.into_iter().chain(logged.into_iter().take(MAX_SHOWN));
        view! { <ul class="rows">{shown.map(row).collect_view()}</ul> {more} }.into_any()
    };
    view! { <Card title=tr(|m| (m.terms.records)(Table::Segment))>{rows}</Card> }.into_any()
}

/// The list of logged segments, narrowed to the campaign.
fn all_logged(store: Store, campaign: CampaignId) -> String {
    let filter = store.read(&[Table::Campaign], |records| {
        let no = &records.get::<Campaign>(campaign)?.no;
        // Some were logged for other campaigns besides.
        Filter::listed(Kind::Code, no.as_str())
    });
    let mut list = ListState::default();
    if let Some(filter) = filter {
        list.filter("campaign", filter.print(&Neutral));
    }
    Route {
        list,
        ..Route::to(Page::LoggedSegments)
    }
    .href()
}
