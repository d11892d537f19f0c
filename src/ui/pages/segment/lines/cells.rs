//! What the cells of a line show: what differs from the header is marked, and can be set back.

use super::LinesPage;
use super::rows::{LineRow, line_field};
use crate::ui::lookups::shape_of;
use crate::ui::parts::avatar::{Avatar, AvatarSize};
use crate::ui::parts::badge::Badge;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::tone::Tone;
use crate::ui::text::texts;
use leptos::{ev, prelude::*};
use std::sync::Arc;

/// What a column shows instead of its words.
pub(super) fn cell(page: LinesPage, at: usize, column: &'static str) -> Option<AnyView> {
    let row = page.row_at(at)?;
    let m = texts();
    let text = page.shown.words_at(at, column);
    match column {
        "no" => Some(view! { <span class="muted">{text}</span> }.into_any()),
        "name" => Some(name(&row)),
        "back" => set_back(page, &row),
        "template" if text.is_empty() => {
            Some(view! { <Badge text=m.segment_pages.no_template tone=Tone::Bad/> }.into_any())
        }
        column if line_field(column).is_some_and(|field| row.differs_in(field)) => {
            let tip = m.segment_pages.differs;
            let unseen = format!(", {tip}");
            let shown = match column {
                "template" => view! { <Badge text=text tone=Tone::Warn/> }.into_any(),
                _ if text.is_empty() => view! { <span class="list-differs">"–"</span> }.into_any(),
                _ => view! { <span class="list-differs">{text}</span> }.into_any(),
            };
            Some(
                view! { <span title=tip>{shown}<span class="unseen">{unseen}</span></span> }
                    .into_any(),
            )
        }
        _ => None,
    }
}

fn name(row: &LineRow) -> AnyView {
    let Some(contact) = &row.contact else {
        return view! { <span class="faint">{texts().segment_pages.no_contact}</span> }.into_any();
    };
    let blocked = contact.privacy_blocked.then(|| {
        view! { <Badge text=texts().people.privacy_blocked tone=Tone::Bad/> }
    });
    view! {
        <Avatar name=contact.name.clone() shape=shape_of(contact) size=AvatarSize::Small/>
        <span>{contact.name.clone()}</span>
        {blocked}
    }
    .into_any()
}

/// The button that sets the line back; the keyboard has the selection for it.
fn set_back(page: LinesPage, row: &Arc<LineRow>) -> Option<AnyView> {
    if row.differing.is_empty() {
        return Some(().into_any());
    }
    let key = crate::ui::lists::rows::key_of(row.line.id);
    let name = row.contact.as_ref().map_or("", |contact| &contact.name);
    let label = (texts().segment_pages.set_back_line)(name);
    let press = move |event: ev::MouseEvent| {
        event.stop_propagation();
        page.set_back(&[key]);
    };
    Some(
        view! {
            <button
                type="button"
                class="button"
                data-kind="quiet"
                data-icon-only=""
                tabindex="-1"
                aria-label=label.clone()
                title=label
                on:click=press
            >
                {icon(Icon::Undo)}
            </button>
        }
        .into_any(),
    )
}
