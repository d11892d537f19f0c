//! The one list: any number of rows, of which only about a screenful is in the page.
//!
//! It knows a row by its index alone; what a row shows comes from callbacks, which must read signals (not their
//! untracked values), so that rows are drawn again when records or their order change. Here are its types and the
//! component; `fit.rs` leaves out columns that there is no room for, `cursor.rs` moves and selects, `editing.rs` edits cells in place, `window.rs` computes what is in sight, `head.rs` and `rows.rs` draw,
//! `tools.rs` is what stands above and below.

mod cursor;
mod editing;
mod fit;
mod head;
mod resize;
mod row_menu;
mod rows;
mod tools;
mod window;

use std::collections::BTreeSet;

use crate::ui::parts::live::{mark, while_so, wording};
use leptos::prelude::*;

use self::cursor::Cursor;
use self::editing::Edited;
pub use self::editing::{CellEditing, EditedCell, Then};
use self::head::Sides;
use self::resize::Dragged;
use self::row_menu::RowMenu;
use self::window::Viewport;
use super::frame::new_id;
use super::menu::MenuItem;

/// Which side of its column a value keeps to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Text.
    #[default]
    Start,
    /// Figures and dates, with digits of equal width.
    End,
}

/// How wide a column is, in pixels at the usual size of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// Exactly this wide.
    Px(u32),
    /// At least this wide, and a share of what is left.
    Grow(u32),
}

/// Where a value stands when there is room for a card only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PhonePlace {
    /// The first line; one column has it, and it is the link that opens the row.
    Title,
    /// The second line.
    #[default]
    Detail,
    /// A line of its own below the second.
    Line,
    /// At the end of the first line.
    End,
    /// Left out.
    Hidden,
}

/// Which columns are left out first where there is no room for all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Give {
    /// Before others, in the order of these figures.
    Early(u8),
    /// When no other is left that gives way, from the last one on.
    #[default]
    Late,
    /// It stays; then the list scrolls sideways.
    Never,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What `cell` and `sort` know it by.
    pub id: &'static str,
    /// Its heading.
    pub title: Signal<String>,
    /// Which side its values keep to.
    pub align: Align,
    /// How wide it is.
    pub width: Width,
    /// Rows can be ordered by it.
    pub sortable: bool,
    /// Where its values stand on a card.
    pub phone: PhonePlace,
    /// When it is left out for want of room.
    pub give: Give,
}

impl Column {
    /// A column of text that can't be sorted by, on the second line of a card.
    #[must_use]
    pub fn new(id: &'static str, title: impl Into<Signal<String>>, width: Width) -> Self {
        Self {
            id,
            title: title.into(),
            align: Align::Start,
            width,
            sortable: false,
            phone: PhonePlace::Detail,
            give: Give::default(),
        }
    }

    /// The width it needs, in pixels at the usual size of text.
    const fn least_px(&self) -> u32 {
        match self.width {
            Width::Px(px) | Width::Grow(px) => px,
        }
    }

    /// Its values keep to the end: figures and dates.
    #[must_use]
    pub fn end(self) -> Self {
        Self {
            align: Align::End,
            ..self
        }
    }

    /// Rows can be ordered by it.
    #[must_use]
    pub fn sortable(self) -> Self {
        Self {
            sortable: true,
            ..self
        }
    }

    /// Its values stand here on a card.
    #[must_use]
    pub fn phone(self, phone: PhonePlace) -> Self {
        Self { phone, ..self }
    }
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortBy {
    /// The column ordered by.
    pub column: &'static str,
    /// From the greatest to the least.
    pub descending: bool,
}

/// What tells a row from all others, whatever the order: the id of its record.
///
/// A number, because Ctrl+A in a list of 100,000 rows makes as many of them.
pub type RowKey = u128;

/// Where somebody was in a list: kept outside the page, it brings them back to the same row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ListPlace {
    /// The row the keyboard was on.
    pub active: Option<usize>,
    /// The key of that row: it may stand elsewhere when the user comes back.
    pub key: Option<RowKey>,
    /// The first row in sight, with the part of it that is scrolled away.
    pub first: f64,
}

/// The keys of the rows selected.
pub type Selection = BTreeSet<RowKey>;

/// A width that the user gave a column, in pixels at the usual size of text; none: its own again.
pub type Resized = (&'static str, Option<u32>);

/// The row below the headings with a field for each column.
#[derive(Clone, Copy)]
pub struct FilterRow {
    /// It is shown.
    pub is_open: Signal<bool>,
    /// Its field of a column; nothing for a column that can't be filtered.
    pub field: Callback<&'static str, AnyView>,
}

/// A list, as it is asked for.
pub struct List {
    /// What the rows are: the accessible name.
    pub label: Signal<String>,
    /// The columns shown, in their order.
    pub columns: Signal<Vec<Column>>,
    /// How many rows there are to show.
    pub n: Signal<usize>,
    /// How many there are without search and filter.
    pub n_all: Signal<Option<usize>>,
    /// What tells a row from all others, whatever the order.
    pub row_key: Callback<usize, RowKey>,
    /// What a row shows in a column.
    pub cell: Callback<(usize, &'static str), AnyView>,
    /// The address of a row: the column with `PhonePlace::Title` is then a link to it, and Enter goes there.
    pub row_href: Option<Callback<usize, String>>,
    /// Opens a row, where it has no address: the column with `PhonePlace::Title` is then a button.
    pub on_open: Option<Callback<usize>>,
    /// How a row stands, for `data-state`: "canceled", "child". Empty: nothing.
    pub row_state: Option<Callback<usize, &'static str>>,
    /// The order of the rows.
    pub sort: Signal<Option<SortBy>>,
    /// Told the order asked for.
    pub on_sort: Option<Callback<SortBy>>,
    /// Told the width asked for a column; without it columns can't be made wider.
    pub on_resize: Option<Callback<Resized>>,
    /// The fields below the headings.
    pub filter_row: Option<FilterRow>,
    /// Told row and column of the value to filter by.
    pub on_filter_value: Option<Callback<(usize, &'static str)>>,
    /// The text searched for.
    pub search: Signal<String>,
    /// Told the text as it is typed; without it there is no search box.
    pub on_search: Option<Callback<String>>,
    /// Drops search and filters; offered when they leave nothing.
    pub on_show_all: Option<Callback<()>>,
    /// What the page does with the row that the keyboard is on, in the menu of a row.
    pub row_actions: Option<Callback<(), Vec<MenuItem>>>,
    /// What a cell says, to be copied.
    pub cell_text: Option<Callback<(usize, &'static str), String>>,
    /// Told the row the keyboard or the pointer went to.
    pub on_active: Option<Callback<usize>>,
    /// Where the user was, and is.
    pub place: Option<RwSignal<ListPlace>>,
    /// Several rows can be selected.
    pub multi: bool,
    /// The rows selected.
    pub selected: RwSignal<Selection>,
    /// What can be done with the rows selected.
    pub selection_actions: ViewFn,
    /// The Delete key: told the rows selected, or the one the keyboard is on. The page asks, then deletes.
    pub on_delete: Option<Callback<Vec<RowKey>>>,
    /// Cells that are edited in place.
    pub cell_editing: Option<CellEditing>,
    /// The lines of a card; all cards are equally high.
    pub card_lines: u32,
    /// What stands at the start of the line above the rows.
    pub filters: ViewFn,
    /// What stands at the end of it.
    pub actions: ViewFn,
    /// What stands below it: what is wrong with a filter.
    pub notice: ViewFn,
    /// What stands where there are no rows at all.
    pub empty: ViewFn,
}

impl List {
    /// A list that shows rows, and nothing else can be done with them.
    pub fn new(
        label: impl Into<Signal<String>>,
        columns: impl Into<Signal<Vec<Column>>>,
        n: impl Into<Signal<usize>>,
        row_key: impl Fn(usize) -> RowKey + Send + Sync + 'static,
        cell: impl Fn((usize, &'static str)) -> AnyView + Send + Sync + 'static,
    ) -> Self {
        Self {
            label: label.into(),
            columns: columns.into(),
            n: n.into(),
            n_all: Signal::default(),
            row_key: Callback::new(row_key),
            cell: Callback::new(cell),
            row_href: None,
            on_open: None,
            row_state: None,
            sort: Signal::default(),
            on_sort: None,
            on_resize: None,
            filter_row: None,
            on_filter_value: None,
            search: Signal::default(),
            on_search: None,
            on_show_all: None,
            row_actions: None,
            cell_text: None,
            on_active: None,
            place: None,
            multi: false,
            selected: RwSignal::new(Selection::new()),
            selection_actions: ViewFn::default(),
            on_delete: None,
            cell_editing: None,
            card_lines: 2,
            filters: ViewFn::default(),
            actions: ViewFn::default(),
            notice: ViewFn::default(),
            empty: ViewFn::default(),
        }
    }

    /// Draws it.
    pub fn view(self) -> AnyView {
        let viewport = Viewport::new(self.n, self.card_lines);
        let sides = Sides {
            check: self.multi,
            button: self.row_href.is_some() || self.on_open.is_some() || self.on_delete.is_some(),
        };
        let columns = fit::fitting(self.columns, viewport, sides);
        let parts = ListParts {
            id: StoredValue::new(new_id()),
            label: self.label,
            columns,
            n: self.n,
            n_all: self.n_all,
            cell: self.cell,
            row_href: self.row_href,
            on_open: self.on_open,
            row_state: self.row_state,
            sort: self.sort,
            on_sort: self.on_sort,
            on_resize: self.on_resize,
            dragged: RwSignal::new(None),
            filter_row: self.filter_row,
            on_filter_value: self.on_filter_value,
            multi: self.multi,
            sides,
            menu: RowMenu::new(),
            row_actions: self.row_actions,
            cell_text: self.cell_text,
            viewport,
            cursor: Cursor::new(self.n, self.row_key, self.selected, self.multi, viewport),
            on_delete: self.on_delete,
            cell_editing: self.cell_editing,
            edited: RwSignal::new(None),
        };
        if let Some(place) = self.place {
            parts.keep_place(place);
        }
        // Columns went, and the one that the keyboard was on with them.
        Effect::new(move |_| {
            let last = columns.with(|columns| columns.len().saturating_sub(1));
            if parts.cursor.column.get_untracked() > last {
                parts.cursor.column.set(last);
            }
        });
        if let Some(on_active) = self.on_active {
            Effect::new(move |_| {
                if let Some(at) = parts.cursor.row.get() {
                    on_active.run(at);
                }
            });
        }
        let Self {
            search,
            on_search,
            on_show_all,
            filters,
            actions,
            notice,
            selection_actions,
            empty,
            ..
        } = self;
        let bar = tools::bar(
            parts,
            search,
            on_search,
            filters,
            actions,
            selection_actions,
        );
        parts.view(bar, notice, empty, on_show_all)
    }
}

/// What the pieces of a list share.
#[derive(Clone, Copy)]
struct ListParts {
    id: StoredValue<String>,
    label: Signal<String>,
    columns: Signal<Vec<Column>>,
    n: Signal<usize>,
    n_all: Signal<Option<usize>>,
    cell: Callback<(usize, &'static str), AnyView>,
    row_href: Option<Callback<usize, String>>,
    on_open: Option<Callback<usize>>,
    row_state: Option<Callback<usize, &'static str>>,
    sort: Signal<Option<SortBy>>,
    on_sort: Option<Callback<SortBy>>,
    on_resize: Option<Callback<Resized>>,
    dragged: RwSignal<Option<Dragged>>,
    filter_row: Option<FilterRow>,
    on_filter_value: Option<Callback<(usize, &'static str)>>,
    multi: bool,
    sides: Sides,
    menu: RowMenu,
    row_actions: Option<Callback<(), Vec<MenuItem>>>,
    cell_text: Option<Callback<(usize, &'static str), String>>,
    viewport: Viewport,
    cursor: Cursor,
    on_delete: Option<Callback<Vec<RowKey>>>,
    cell_editing: Option<CellEditing>,
    edited: RwSignal<Option<Edited>>,
}

impl ListParts {
    fn view(
        self,
        bar: AnyView,
        notice: ViewFn,
        empty: ViewFn,
        on_show_all: Option<Callback<()>>,
    ) -> AnyView {
        let Self {
            columns,
            n,
            n_all,
            multi,
            sides,
            viewport,
            ..
        } = self;
        let widths =
            Signal::derive(move || resize::with_dragged(&columns.read(), self.dragged.get()));
        let filtered = move || n.get() == 0 && n_all.get().is_some_and(|all| all > 0);
        let none_at_all = move || n.get() == 0 && !filtered();
        let nothing_found = move || tools::nothing_found(on_show_all);
        view! {
            <div
                class="list"
                data-narrow=mark(move || viewport.narrow.get())
                data-multi=multi.then_some("")
                style=("--list-row", wording(move || Some(format!("{}px", viewport.row_height.get()))))
                style=("--list-columns", wording(move || Some(head::template(&widths.read(), sides))))
                style=("--list-width", wording(move || Some(head::least_width(&widths.read(), sides))))
            >
                {bar}
                {notice.run()}
                {editing::problem(self)}
                {rows::grid(self)}
                {sides.button.then(|| row_menu::menu(self))}
                {while_so(filtered, nothing_found)}
                {while_so(none_at_all, move || empty.run())}
                {tools::count(self)}
            </div>
        }
        .into_any()
    }

    fn open(self, at: usize) {
        if at >= self.n.get_untracked() {
            return;
        }
        if let Some(row_href) = self.row_href {
            // Only an address that can't be parsed would be refused, and routes print addresses that can.
            let _ = window().location().set_href(&untrack(|| row_href.run(at)));
        } else if let Some(on_open) = self.on_open {
            on_open.run(at);
        }
    }

    fn sort(self, column: &Column) {
        if let Some(on_sort) = self.on_sort.filter(|_| column.sortable) {
            let now = self.sort.get_untracked();
            let descending = now.is_some_and(|now| now.column == column.id && !now.descending);
            on_sort.run(SortBy {
                column: column.id,
                descending,
            });
        }
    }

    fn delete(self) {
        if let Some(on_delete) = self.on_delete {
            let mut keys: Vec<RowKey> = self
                .cursor
                .selected
                .with_untracked(|keys| keys.iter().copied().collect());
            if keys.is_empty() {
                keys.extend(
                    self.cursor
                        .row
                        .get_untracked()
                        .map(|at| self.cursor.key(at)),
                );
            }
            if !keys.is_empty() {
                on_delete.run(keys);
            }
        }
    }

    /// Asks for the rows with the value of the cell that the keyboard is on.
    fn filter_value(self) {
        let column = self.cursor.column.get_untracked();
        let column = self
            .columns
            .with_untracked(|columns| columns.get(column).map(|column| column.id));
        if let (Some(ask), Some(at), Some(column)) = (
            self.on_filter_value,
            self.cursor.row.get_untracked(),
            column,
        ) {
            ask.run((at, column));
        }
    }

    fn keep_place(self, place: RwSignal<ListPlace>) {
        let ListPlace { active, key, first } = place.get_untracked();
        let n = self.n.get_untracked();
        let is_it = |at: &usize| key.is_none_or(|key| self.cursor.key(*at) == key);
        let found = active
            .filter(|at| *at < n && is_it(at))
            .or_else(|| key.and_then(|_| (0..n).find(is_it)));
        self.cursor.row.set(found);
        // A row that stands elsewhere now is seen where it was on the screen.
        let first = match (active, found) {
            (Some(before), Some(now)) => (first + now as f64 - before as f64).max(0.0),
            _ => first,
        };
        self.viewport
            .scroller
            .on_load(move |_| self.viewport.scroll_to_row(first));
        Effect::new(move |earlier: Option<()>| {
            let active = self.cursor.row.get();
            let now = ListPlace {
                active,
                key: active
                    .filter(|at| *at < self.n.get_untracked())
                    .map(|at| self.cursor.key(at)),
                first: self.viewport.first_row(),
            };
            // The first run is before the scrolling back above.
            if earlier.is_some() {
                place.try_set(now);
            }
        });
    }
}
