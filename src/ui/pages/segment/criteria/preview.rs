//! What criteria would do, before they do it.

use super::revision_of;
use crate::domain::Revision;
use crate::domain::id::SegmentId;
use crate::domain::segment::MAX_LINES;
use crate::domain::segment::criteria::ActionKind;
use crate::domain::segment::selection::Criteria;
use crate::domain::segment::selection::apply::{Preview, preview};
use crate::ui::parts::badge::Note;
use crate::ui::parts::fact_box::{Figure, Figures};
use crate::ui::parts::tone::Tone;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr};
use leptos::prelude::*;

const ELEMENT: &str = "criteria-preview";

/// A preview, with what it was made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Previewed {
    pub criteria: Criteria,
    pub seen: Revision,
    preview: Preview,
}

/// What criteria would do to a segment now; none when it is gone.
pub(super) fn preview_of(
    store: Store,
    segment: SegmentId,
    kind: ActionKind,
    criteria: Criteria,
) -> Option<Previewed> {
    let moment = store.moment();
    store.peek(|records| {
        Some(Previewed {
            preview: preview(records, &moment, segment, kind, &criteria)?,
            seen: revision_of(records, segment),
            criteria,
        })
    })
}

/// The figures of a preview, while there is one.
pub(super) fn shown_preview(kind: ActionKind, previewed: Memo<Option<Previewed>>) -> AnyView {
    let shown = move || {
        let preview = previewed.get()?.preview;
        let m = texts();
        let t = &m.criteria_pages;
        let figure = |n: u32, label: &str| Figure::new(m.format.count(n.into()), label);
        let figures = vec![
            figure(preview.n_meant, t.meant),
            figure(preview.n_changed, (t.changed)(kind)),
            figure(preview.n_lines, t.lines_then),
        ];
        let says = if preview.is_too_many {
            Some((Tone::Bad, (t.too_many)(MAX_LINES)))
        } else if preview.n_meant == 0 {
            Some((Tone::Warn, t.nobody_meant.to_string()))
        } else {
            (t.left_out)(&preview).map(|text| (Tone::Plain, text))
        };
        let says = says.map(|(tone, text)| view! { <Note tone=tone>{text}</Note> });
        Some(view! { <Figures figures=Signal::stored(figures)/> {says} })
    };
    view! {
        <div
            class="stack-tight criteria-preview"
            id=ELEMENT
            role="status"
            aria-label=tr(|m| m.criteria_pages.preview)
        >
            {shown}
        </div>
    }
    .into_any()
}

/// Scrolls to the figures once they are drawn: a long form hides them.
pub(super) fn reveal_preview() {
    request_animation_frame(|| {
        if let Some(element) = document().get_element_by_id(ELEMENT) {
            element.scroll_into_view();
        }
    });
}
