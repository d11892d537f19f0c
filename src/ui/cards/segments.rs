//! Segments that are not logged yet: those in which a contact stands, and one looked up.

use super::bound::Bound;
use super::making::lookup;
use super::reading::parsed_id;
use crate::domain::Table;
use crate::domain::id::{ContactId, SegmentId};
use crate::domain::search::Wanted;
use crate::domain::segment::Segment;
use crate::domain::segment::line::SegmentLine;
use crate::ui::called::called;
use crate::ui::lookups::best;
use crate::ui::parts::picker::PickerItem;
use crate::ui::parts::sections::Card;
use crate::ui::route::{Page, Route, Sheet};
use crate::ui::store::Store;
use crate::ui::text::texts;
use leptos::prelude::*;
use std::sync::Arc;

/// So many a lookup offers at once.
const MAX_OFFERED: usize = 30;

/// A field that looks up a segment, the newest first. "New…" opens `dialog`, told what was typed, what
/// is told the segment once it exists, and what closes it; what is made is taken.
pub fn segment_field(
    store: Store,
    bound: Bound,
    dialog: impl Fn(&str, Callback<SegmentId>, Callback<()>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(&[Table::Segment], |records| {
            Some(item(records.get::<Segment>(parsed_id(&key.read())?)?))
        })
    });
    let offer = move |typed: String| {
        store.peek(|records| {
            let rows = records.segments().all().rev();
            let rows = rows.filter_map(|id| records.get::<Segment>(id));
            let found = best(rows, &Wanted::new(&typed), MAX_OFFERED, |row| {
                format!("{}\n{}", row.description, row.no)
            });
            found.iter().map(|(_, row)| item(row)).collect()
        })
    };
    lookup(bound, selected, offer, dialog)
}

fn item(row: &Segment) -> PickerItem {
    let name = called(&row.description, row.no.as_str());
    PickerItem::new(row.id.to_string(), name, row.no.to_string())
}

const TABLES: &[Table] = &[Table::Segment, Table::SegmentLine];

/// A segment, and the first of the contact's lines in it.
type Found = (Arc<Segment>, u32);

/// The section, absent where the contact stands in none. Each leads to the contact's line.
pub fn segments_of(store: Store, contact: ContactId) -> AnyView {
    let found = store.memo(TABLES, move |records| {
        let lines = records.segments().lines_with(contact);
        let lines = lines.filter_map(|id| records.get::<SegmentLine>(id));
        let mut found: Vec<Found> = Vec::new();
        for line in lines {
            let Some(segment) = records.get::<Segment>(line.segment) else {
                continue;
            };
            if found.iter().all(|(known, _)| known.id != segment.id) {
                found.push((segment.clone(), line.line_no));
            }
        }
        found.sort_by(|(a, _), (b, _)| a.no.cmp(&b.no));
        found
    });
    let n = Memo::new(move |_| found.with(Vec::len));
    let title = Signal::derive(|| Some((texts().terms.records)(Table::Segment).to_string()));
    let count = Signal::derive(move || {
        let n = u64::try_from(n.get()).unwrap_or_default();
        Some(texts().format.count(n))
    });
    let rows = move || found.get().iter().map(row).collect_view();
    view! {
        <Show when=move || { n.get() > 0 }>
            <Card title=title note=count>
                <ul class="rows">{rows}</ul>
            </Card>
        </Show>
    }
    .into_any()
}

fn row((segment, line_no): &Found) -> AnyView {
    let m = texts();
    let route = Route::to(Page::Segment(segment.no.clone()));
    let line = route.with(Sheet::SegmentLine(*line_no));
    let name = called(&segment.description, segment.no.as_str()).to_string();
    let date = segment.date.map(|date| m.format.date(date));
    let parts = [Some(segment.no.to_string()), date];
    let detail: Vec<String> = parts.into_iter().flatten().collect();
    view! {
        <li class="row">
            <div class="row-text">
                <a class="row-title" href=route.href()>{name}</a>
                <div class="row-detail">{detail.join(" · ")}</div>
            </div>
            <a class="row-end" href=line.href()>{m.segment_pages.its_line}</a>
        </li>
    }
    .into_any()
}
