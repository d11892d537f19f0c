//! The headings: names of columns, and the order they put rows in.

use crate::ui::parts::live::{live, mark, while_so, word, wording, yes_no};
use leptos::{ev, prelude::*};

use super::row_menu::BUTTON_PX;
use super::{Align, Column, FilterRow, ListParts, Width, resize};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::text::{texts, tr};

/// The width of the column of check boxes, in pixels.
const CHECK_PX: u32 = 40;

/// What stands beside the columns.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    /// Check boxes before them.
    pub check: bool,
    /// The button of the row's menu behind them.
    pub button: bool,
}

fn rem(px: u32) -> f64 {
    f64::from(px) / 16.0
}

/// `grid-template-columns` of the headings and of each row.
pub(super) fn template(columns: &[Column], sides: Sides) -> String {
    let mut template = if sides.check {
        format!("{}rem", rem(CHECK_PX))
    } else {
        String::new()
    };
    for column in columns {
        template.push_str(&match column.width {
            Width::Px(px) => format!(" {}rem", rem(px)),
            // Those that need more get more of what is left.
            Width::Grow(px) => format!(" minmax({}rem, {px}fr)", rem(px)),
        });
    }
    if sides.button {
        template.push_str(&format!(" {}rem", rem(BUTTON_PX)));
    }
    template
}

/// The width below which the columns would overlap.
pub(super) fn least_width(columns: &[Column], sides: Sides) -> String {
    format!("{}rem", rem(least_px(columns, sides)))
}

/// The same in pixels at the usual size of text.
pub(super) fn least_px(columns: &[Column], sides: Sides) -> u32 {
    let px: u32 = columns.iter().map(Column::least_px).sum();
    let check = if sides.check { CHECK_PX } else { 0 };
    let button = if sides.button { BUTTON_PX } else { 0 };
    px + check + button
}

pub(super) fn head(parts: ListParts) -> AnyView {
    let ListParts {
        columns,
        n,
        multi,
        cursor,
        ..
    } = parts;
    let all = move || n.get() > 0 && cursor.selected.with(|keys| keys.len() >= n.get());
    let check = move || {
        multi.then(|| {
            view! {
                <div class="list-check" role="columnheader">
                    <button
                        type="button"
                        class="list-check-box"
                        tabindex="-1"
                        aria-label=tr(|m| m.parts.select_all)
                        title=tr(|m| m.parts.select_all)
                        aria-pressed=yes_no(all) on:click=move |_| cursor.toggle_all()
                    >
                    </button>
                </div>
            }
        })
    };
    let headings = move || {
        let columns = columns.get();
        columns
            .into_iter()
            .enumerate()
            .map(|(at, column)| heading(parts, at, column))
            .collect_view()
    };
    view! {
        <div class="list-top" role="rowgroup" node_ref=parts.viewport.header>
            <div class="list-head" role="row" aria-rowindex="1">
                {check()} {live(move || headings().into_any())}
            </div>
            {parts.filter_row.map(|row| filters(parts, row))}
        </div>
    }
    .into_any()
}

/// The fields below the headings. They are no row of the list: their row has no number.
fn filters(parts: ListParts, row: FilterRow) -> AnyView {
    let ListParts { columns, multi, .. } = parts;
    let fields = move || {
        let field = |column: Column| {
            view! { <div class="list-filter" role="gridcell">{row.field.run(column.id)}</div> }
        };
        columns.get().into_iter().map(field).collect_view()
    };
    let all = move || {
        view! {
            <div class="list-head list-filter-row" role="row">
                {multi.then(|| view! { <div role="gridcell"></div> })}
                {live(move || fields().into_any())}
            </div>
        }
        .into_any()
    };
    while_so(move || row.is_open.get(), all)
}

fn heading(parts: ListParts, at: usize, column: Column) -> AnyView {
    let ListParts {
        id, sort, cursor, ..
    } = parts;
    let order = move || sort.get().filter(|sort| sort.column == column.id);
    let aria_sort = move || {
        column.sortable.then(|| match order() {
            None => "none",
            Some(sort) if sort.descending => "descending",
            Some(_) => "ascending",
        })
    };
    let pressed = move |_: ev::MouseEvent| {
        cursor.column.set(at);
        parts.sort(&column);
    };
    let arrow = move || {
        order().map(|sort| {
            icon(if sort.descending {
                Icon::ArrowDown
            } else {
                Icon::ArrowUp
            })
        })
    };
    let tip = move || {
        column
            .sortable
            .then(|| format!("{}: {}", texts().parts.sort_by, column.title.get()))
    };
    let inside = if column.sortable {
        view! { <button type="button" class="list-sort" tabindex="-1" title=wording(tip) on:click=pressed>{column.title} {live(move || arrow().into_any())}</button> }
            .into_any()
    } else {
        view! { <span class="list-sort">{column.title}</span> }.into_any()
    };
    view! {
        <div
            class="list-heading"
            role="columnheader"
            id=format!("{}-head-{at}", id.get_value())
            aria-sort=word(aria_sort)
            data-align=(column.align == Align::End).then_some("end")
            data-active=mark(move || cursor.row.get().is_none() && cursor.column.get() == at)
        >
            {inside}
            {resize::grip(parts, column.id)}
        </div>
    }
    .into_any()
}
