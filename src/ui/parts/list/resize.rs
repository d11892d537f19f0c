//! Widths of columns: dragged at the edge of a heading, or by Shift and the arrows while the keyboard is on it.
//!
//! While an edge is dragged only the widths on the screen follow; the page is told once, when it is let go, because
//! new columns draw every cell anew.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Column, ListParts, Width};
use crate::ui::parts::list::window::root_font_px;

/// The narrowest and the widest a column can be made, in pixels at the usual size of text.
const NARROWEST_PX: u32 = 48;
const WIDEST_PX: u32 = 960;
/// How much one press of an arrow changes.
const STEP_PX: u32 = 16;

/// A column whose edge is being dragged.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Dragged {
    column: &'static str,
    /// The width so far, in pixels at the usual size of text.
    px: u32,
    /// Where the pointer and the width were when it was taken.
    from_x: i32,
    from_px: u32,
}

/// The columns with the one being dragged as wide as it is now.
pub(super) fn with_dragged(columns: &[Column], dragged: Option<Dragged>) -> Vec<Column> {
    let wide = |column: &Column| match dragged.filter(|dragged| dragged.column == column.id) {
        Some(Dragged { px, .. }) => Column {
            width: Width::Px(px),
            ..*column
        },
        None => *column,
    };
    columns.iter().map(wide).collect()
}

/// The edge of a heading that can be dragged; a double click gives the column its own width again.
pub(super) fn grip(parts: ListParts, column: &'static str) -> Option<AnyView> {
    let on_resize = parts.on_resize?;
    let dragged = parts.dragged;
    let taken = move |event: ev::PointerEvent| {
        let grip: HtmlElement = event_target(&event);
        let Some(px) = shown_px(&grip) else { return };
        event.prevent_default();
        // Without it the pointer would be lost where it leaves the narrow edge.
        let _ = grip.set_pointer_capture(event.pointer_id());
        dragged.set(Some(Dragged {
            column,
            px,
            from_x: event.client_x(),
            from_px: px,
        }));
    };
    let moved = move |event: ev::PointerEvent| {
        let Some(now) = dragged.get_untracked() else {
            return;
        };
        let by = f64::from(event.client_x() - now.from_x) * 16.0 / root_font_px();
        let px = within(f64::from(now.from_px) + by);
        if px != now.px {
            dragged.set(Some(Dragged { px, ..now }));
        }
    };
    let let_go = move |_: ev::PointerEvent| {
        if let Some(done) = dragged.get_untracked() {
            dragged.set(None);
            if done.px != done.from_px {
                on_resize.run((done.column, Some(done.px)));
            }
        }
    };
    let own = move |event: ev::MouseEvent| {
        event.stop_propagation();
        on_resize.run((column, None));
    };
    Some(
        view! {
            <span
                class="list-grip"
                aria-hidden="true"
                on:pointerdown=taken
                on:pointermove=moved
                on:pointerup=let_go
                on:pointercancel=move |_| dragged.set(None)
                on:dblclick=own
            ></span>
        }
        .into_any(),
    )
}

/// Makes the column whose heading the keyboard is on wider, or narrower; false where that means nothing.
pub(super) fn step(parts: ListParts, wider: bool) -> bool {
    let at = parts.cursor.column.get_untracked();
    let column = parts
        .columns
        .with_untracked(|columns| columns.get(at).map(|column| column.id));
    let (Some(on_resize), Some(column)) = (parts.on_resize, column) else {
        return false;
    };
    let heading = format!("{}-head-{at}", parts.id.get_value());
    let Some(px) = document()
        .get_element_by_id(&heading)
        .and_then(|heading| width_px(&heading))
    else {
        return false;
    };
    let px = if wider {
        px + STEP_PX
    } else {
        px.saturating_sub(STEP_PX)
    };
    on_resize.run((column, Some(within(px.into()))));
    true
}

/// The width of the heading that an edge belongs to.
fn shown_px(grip: &HtmlElement) -> Option<u32> {
    width_px(&grip.closest(".list-heading").ok()??)
}

fn width_px(heading: &Element) -> Option<u32> {
    let heading: &HtmlElement = heading.dyn_ref()?;
    let px = f64::from(heading.offset_width()) * 16.0 / root_font_px();
    Some(within(px))
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between two small numbers"
)]
fn within(px: f64) -> u32 {
    px.round()
        .clamp(f64::from(NARROWEST_PX), f64::from(WIDEST_PX)) as u32
}
