//! The dialog of a new segment: from the list of segments, from the card of its campaign, or made on
//! the way.

use super::creating::Creating;
use super::reading;
use super::salespeople::{my_salesperson, salesperson_field};
use super::series::new_number;
use crate::browser::clock;
use crate::domain::id::{CampaignId, SegmentId};
use crate::domain::segment::{Segment, SegmentEdit};
use crate::domain::{Command, Field};
use crate::ui::navigate::{close_sheet, go_to, replace};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::tr;
use leptos::prelude::*;

/// The dialog of a page; the segment's card opens once it is created. `campaign` is the one it is
/// made for.
pub fn new_segment(store: Store, campaign: Option<CampaignId>) -> AnyView {
    let made = move |id: SegmentId| {
        let no = store.peek(|records| Some(records.get::<Segment>(id)?.no.clone()));
        match (no, campaign) {
            // Back leads to the campaign.
            (Some(no), Some(_)) => {
                close_sheet();
                go_to(Page::Segment(no));
            }
            (Some(no), None) => replace(Route::to(Page::Segment(no))),
            (None, _) => close_sheet(),
        }
    };
    segment_dialog(
        store,
        "",
        move |id, edits| {
            let its = campaign.map(|id| SegmentEdit::Campaign(Some(id)));
            Command::CreateSegment(id, its.into_iter().chain(edits).collect())
        },
        Callback::new(made),
        Callback::new(|()| close_sheet()),
    )
}

/// The dialog of a segment whose description may have been typed already; `command` creates it of
/// the edits.
pub fn segment_dialog(
    store: Store,
    typed: &str,
    command: impl Fn(SegmentId, Vec<SegmentEdit>) -> Command + Send + Sync + 'static,
    on_made: Callback<SegmentId>,
    on_close: Callback<()>,
) -> AnyView {
    let id: SegmentId = clock::new_id();
    let new = Creating::<SegmentEdit>::new(store);
    let description = new.line(Field::Description, SegmentEdit::Description);
    new.start(Field::Description, typed.trim().to_string());
    let salesperson = new.bind(
        Field::Salesperson,
        my_salesperson(store),
        reading::record(SegmentEdit::Salesperson),
    );
    let no = new.code(Field::No, SegmentEdit::No);
    let no = new_number(
        store,
        no,
        |setup| setup.segment_nos,
        |m| m.segment_pages.no_hint,
    );
    let fields = view! {
        <div class="stack">
            {description.autofocus().text(100)}
            <div class="fields">{salesperson_field(store, salesperson)} {no}</div>
        </div>
    };
    new.dialog(
        tr(|m| m.segment_pages.new_segment),
        move |edits| command(id, edits),
        Callback::new(move |_| on_made.run(id)),
        on_close,
        fields.into_any(),
    )
}
