//! Which columns there is room for: those that give way are left out until the others stand side by side, so that
//! nothing is cut at the edge and nobody has to scroll sideways. A column that the user chose never gives way.

use super::head::{self, Sides};
use super::window::Viewport;
use super::{Column, Give, PhonePlace};
use leptos::prelude::*;

/// The columns that there is room for in the viewport.
pub(super) fn fitting(
    columns: Signal<Vec<Column>>,
    viewport: Viewport,
    sides: Sides,
) -> Signal<Vec<Column>> {
    // Remembered, so that a window drawn larger by a little draws no cell anew.
    let left_out = Memo::new(move |_| match viewport.room_px.get() {
        // A card has its own places for values.
        Some(room) if !viewport.narrow.get() => left_out(&columns.read(), room, sides),
        _ => Vec::new(),
    });
    Signal::derive(move || {
        let mut columns = columns.get();
        left_out.with(|ids| columns.retain(|column| !ids.contains(&column.id)));
        columns
    })
}

/// The ids of the columns that there is no room for.
fn left_out(columns: &[Column], room_px: f64, sides: Sides) -> Vec<&'static str> {
    let mut needed = f64::from(head::least_px(columns, sides));
    let mut giving: Vec<(Give, usize)> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.give != Give::Never && column.phone != PhonePlace::Title)
        .map(|(at, column)| (column.give, at))
        .collect();
    // Of those that give way alike the last one goes first.
    giving.sort_by_key(|(give, at)| (*give, std::cmp::Reverse(*at)));
    let mut ids = Vec::new();
    for (_, at) in giving {
        if needed <= room_px {
            break;
        }
        needed -= f64::from(columns[at].least_px());
        ids.push(columns[at].id);
    }
    ids
}
