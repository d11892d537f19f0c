//! What the cells of a line show: what differs from the header is marked, and can be set back.

use super::LinesPage;
use super::rows::{LineRow, line_field};
use crate::ui::lookups::shape_of;
use crate::ui::parts::avatar::{AvatarSize, avatar};
use crate::ui::parts::badge::badge;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::plain::plain;
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
        "no" => Some(plain("span", "muted").inside(text).into_any()),
        "name" => Some(name(&row)),
        "back" => set_back(page, &row),
        "template" if text.is_empty() => Some(badge(m.segment_pages.no_template, Tone::Bad)),
        column if line_field(column).is_some_and(|field| row.differs_in(field)) => {
            let tip = m.segment_pages.differs;
            let unseen = format!(", {tip}");
            let shown = match column {
                "template" => badge(text, Tone::Warn),
                _ => {
                    let text = if text.is_empty() {
                        "–".to_owned()
                    } else {
                        text
                    };
                    plain("span", "list-differs").inside(text).into_any()
                }
            };
            let unseen = plain("span", "unseen").inside(unseen);
            let cell = plain("span", "").with("title", tip);
            Some(cell.inside((shown, unseen)).into_any())
        }
        _ => None,
    }
}

fn name(row: &LineRow) -> AnyView {
    let Some(contact) = &row.contact else {
        return plain("span", "faint")
            .inside(texts().segment_pages.no_contact)
            .into_any();
    };
    let blocked = contact.privacy_blocked;
    (
        avatar(&contact.name, shape_of(contact), AvatarSize::Small),
        plain("span", "").inside(contact.name.clone()),
        blocked.then(|| badge(texts().people.privacy_blocked, Tone::Bad)),
    )
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
