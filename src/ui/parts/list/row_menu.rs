//! What can be done with a row, as a menu: by Shift+F10 or the menu key, a right click, a long touch, or the button at
//! the end of the row that the pointer or the keyboard is on.
//!
//! The menu is about the row alone, whatever else is selected. With Shift a right click is the browser's own.

use leptos::{ev, prelude::*};
use web_sys::Element;

use super::rows::{column_of, row_of};
use super::{ListParts, PhonePlace};
use crate::browser::clipboard;
use crate::ui::keys;
use crate::ui::parts::floating::{Floating, float_while};
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::live::wording;
use crate::ui::parts::menu::{MenuControls, MenuItem, popup};
use crate::ui::text::{texts, tr};

/// The width of the column of the button, in pixels at the usual size of text.
pub(super) const BUTTON_PX: u32 = 32;

/// The menu of a list.
#[derive(Clone, Copy)]
pub(super) struct RowMenu {
    open: RwSignal<bool>,
    /// Where it opens, in pixels of the window.
    corner: RwSignal<(f64, f64)>,
    /// The row that the pointer is on.
    pointed: RwSignal<Option<usize>>,
}

impl RowMenu {
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            corner: RwSignal::new((0.0, 0.0)),
            pointed: RwSignal::new(None),
        }
    }

    /// The row that the button belongs to; tracked.
    fn row(self, parts: ListParts) -> Option<usize> {
        let is_there = |at: &usize| *at < parts.n.get();
        let pointed = self.pointed.get().filter(is_there);
        pointed.or_else(|| parts.cursor.row.get().filter(is_there))
    }

    pub fn points(self, event: &ev::PointerEvent) {
        // Between two rows, and on the button itself, it stays where it was.
        if let Some((at, _)) = row_of(event)
            && self.pointed.get_untracked() != Some(at)
        {
            self.pointed.set(Some(at));
        }
    }

    pub fn points_nowhere(self) {
        self.pointed.set(None);
    }
}

impl ListParts {
    /// A right click, a long touch, or what browsers make of the menu key.
    pub(super) fn context_menu(self, event: &ev::MouseEvent) {
        if event.shift_key() && event.button() == 2 {
            return;
        }
        let Some((at, target)) = row_of(event) else {
            return;
        };
        event.prevent_default();
        self.cursor.go(at, false);
        if let Some(column) = column_of(&target) {
            self.cursor.column.set(column);
        }
        let (x, y) = (event.client_x(), event.client_y());
        self.open_menu(at, (f64::from(x), f64::from(y)));
    }

    /// Opens the menu at the cell that the keyboard is on.
    pub(super) fn menu_at_cell(self, at: usize) {
        self.cursor.go(at, false);
        let column = self.cursor.column.get_untracked();
        // A row that was out of sight is drawn by then.
        request_animation_frame(move || {
            let id = self.id.try_get_value().unwrap_or_default();
            if let Some(cell) = document().get_element_by_id(&format!("{id}-{at}-{column}")) {
                self.open_menu(at, below(&cell));
            }
        });
    }

    fn open_menu(self, at: usize, corner: (f64, f64)) {
        if at < self.n.get_untracked() {
            self.menu.corner.set(corner);
            self.menu_controls().unfold(0);
        }
    }

    fn menu_controls(self) -> MenuControls {
        let id = self.id.get_value();
        // When it is closed the keyboard is where it was.
        MenuControls::new(self.menu.open, format!("{id}-grid"), format!("{id}-menu"))
    }

    /// The lines of the menu; tracked.
    fn menu_items(self) -> Vec<MenuItem> {
        let m = texts();
        let Some(at) = self.cursor.row.get() else {
            return Vec::new();
        };
        let column = self.cursor.column.get();
        let column = self.columns.with(|columns| columns.get(column).copied());
        let mut items = Vec::new();
        if self.row_href.is_some() || self.on_open.is_some() {
            let open = Callback::new(move |()| self.open(at));
            items.push(
                MenuItem::new(m.parts.open, open)
                    .icon(Icon::ChevronRight)
                    .keys("Enter"),
            );
        }
        if let Some(actions) = self.row_actions {
            items.extend(actions.run(()));
        }
        let cell = column.filter(|column| column.sortable);
        if let Some((column, cell_text)) = cell.zip(self.cell_text) {
            if self.on_filter_value.is_some() {
                let filter = Callback::new(move |()| self.filter_value());
                let item = MenuItem::new(m.keys.filter_to_value, filter).icon(Icon::Filter);
                items.push(item.keys(keys::FILTER_TO_VALUE).rule());
            }
            let copy = Callback::new(move |()| {
                clipboard::copy(&untrack(|| cell_text.run((at, column.id))));
            });
            items.push(MenuItem::new(m.lists.copy_value, copy).icon(Icon::Copy));
        }
        if let Some(on_delete) = self.on_delete {
            let delete = Callback::new(move |()| {
                if at < self.n.get_untracked() {
                    on_delete.run(vec![self.cursor.key(at)]);
                }
            });
            let item = MenuItem::new(m.logbook.delete, delete).icon(Icon::Delete);
            items.push(item.keys(keys::DELETE).danger().rule());
        }
        items
    }
}

/// The button at the end of the row. The keyboard has keys of its own: it is for the pointer.
pub(super) fn button(parts: ListParts) -> AnyView {
    let menu = parts.menu;
    let place = move || {
        let at = menu.row(parts)?;
        Some(format!("translateY({}px)", parts.viewport.top(at)))
    };
    let press = move |event: ev::MouseEvent| {
        event.stop_propagation();
        if let Some(at) = untrack(|| menu.row(parts)) {
            parts.cursor.go(at, false);
            let title = |columns: &Vec<super::Column>| {
                let is_title = |column: &super::Column| column.phone == PhonePlace::Title;
                columns.iter().position(is_title)
            };
            if menu.pointed.get_untracked().is_some()
                && let Some(column) = parts.columns.with_untracked(title)
            {
                parts.cursor.column.set(column);
            }
            parts.open_menu(at, below(&event_target(&event)));
        }
    };
    view! {
        <button
            type="button"
            class="list-more"
            tabindex="-1"
            aria-hidden="true"
            title=tr(|m| m.keys.row_menu)
            hidden=move || menu.row(parts).is_none()
            style:transform=wording(place)
            on:click=press
        >
            {icon(Icon::More)}
        </button>
    }
    .into_any()
}

/// The menu, and what it stands at.
pub(super) fn menu(parts: ListParts) -> AnyView {
    let menu = parts.menu;
    let id = parts.id.get_value();
    let anchor = format!("{id}-corner");
    let floating = Floating {
        float: format!("{id}-menu"),
        anchor: anchor.clone(),
        wide: true,
    };
    float_while(
        menu.open.into(),
        floating,
        Some(Callback::new(move |()| menu.open.set(false))),
    );
    let items = Signal::derive(move || parts.menu_items());
    let (left, top) = (
        move || Some(format!("{}px", menu.corner.get().0)),
        move || Some(format!("{}px", menu.corner.get().1)),
    );
    view! {
        <span class="list-corner-mark" aria-hidden="true" id=anchor style:left=wording(left) style:top=wording(top)></span>
        {popup(tr(|m| m.keys.row_menu).into(), items, parts.menu_controls())}
    }
    .into_any()
}

fn below(element: &Element) -> (f64, f64) {
    let at = element.get_bounding_client_rect();
    (at.left(), at.bottom())
}
