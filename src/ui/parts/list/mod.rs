//! The one list: any number of rows, of which only about a screenful is in the page.
//!
//! It knows a row by its index alone; what a row shows comes from callbacks, which must read signals (not their
//! untracked values), so that rows are drawn again when records or their order change. Here are its types and the
//! component; `cursor.rs` moves and selects, `window.rs` computes what is in sight, `head.rs` and `rows.rs` draw,
//! `tools.rs` is what stands above and below.

mod cursor;
mod head;
mod rows;
mod tools;
mod window;

use std::collections::BTreeSet;

use crate::ui::parts::live::{mark, while_so, wording};
use leptos::prelude::*;

use self::cursor::Cursor;
use self::window::Viewport;
use super::entry::new_id;

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

/// Where somebody was in a list: kept outside the page, it brings them back to the same row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ListPlace {
    /// The row the keyboard was on.
    pub active: Option<usize>,
    /// The first row in sight, with the part of it that is scrolled away.
    pub first: f64,
}

/// The keys of the rows selected.
pub type Selection = BTreeSet<String>;

/// A list.
#[component]
pub fn List(
    /// What the rows are: the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// The columns shown, in their order.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// How many rows there are to show.
    #[prop(into)]
    n: Signal<usize>,
    /// How many there are without search and filter.
    #[prop(optional, into)]
    n_all: Signal<Option<usize>>,
    /// What tells a row from all others, whatever the order.
    #[prop(into)]
    row_key: Callback<usize, String>,
    /// What a row shows in a column.
    #[prop(into)]
    cell: Callback<(usize, &'static str), AnyView>,
    /// The address of a row: the column with `PhonePlace::Title` is then a link to it, and Enter goes there.
    #[prop(optional, into)]
    row_href: Option<Callback<usize, String>>,
    /// Opens a row, where it has no address.
    #[prop(optional, into)]
    on_open: Option<Callback<usize>>,
    /// How a row stands, for `data-state`: "canceled", "child". Empty: nothing.
    #[prop(optional, into)]
    row_state: Option<Callback<usize, &'static str>>,
    /// The order of the rows.
    #[prop(optional, into)]
    sort: Signal<Option<SortBy>>,
    /// Told the order asked for.
    #[prop(optional, into)]
    on_sort: Option<Callback<SortBy>>,
    /// The text searched for.
    #[prop(optional, into)]
    search: Signal<String>,
    /// Told the text as it is typed; without it there is no search box.
    #[prop(optional, into)]
    on_search: Option<Callback<String>>,
    /// Drops search and filters; offered when they leave nothing.
    #[prop(optional, into)]
    on_show_all: Option<Callback<()>>,
    /// Told the row the keyboard or the pointer went to.
    #[prop(optional, into)]
    on_active: Option<Callback<usize>>,
    /// Where the user was, and is.
    #[prop(optional)]
    place: Option<RwSignal<ListPlace>>,
    /// Several rows can be selected.
    #[prop(optional)]
    multi: bool,
    /// The rows selected.
    #[prop(optional)]
    selected: Option<RwSignal<Selection>>,
    /// What can be done with the rows selected.
    #[prop(optional, into)]
    selection_actions: ViewFn,
    /// The Delete key: told the rows selected, or the one the keyboard is on. The page asks, then deletes.
    #[prop(optional, into)]
    on_delete: Option<Callback<Vec<String>>>,
    /// The lines of a card; all cards are equally high.
    #[prop(default = 2)]
    card_lines: u32,
    /// What stands at the start of the line above the rows.
    #[prop(optional, into)]
    filters: ViewFn,
    /// What stands at the end of it.
    #[prop(optional, into)]
    actions: ViewFn,
    /// What stands where there are no rows at all.
    #[prop(optional, into)]
    empty: ViewFn,
) -> impl IntoView {
    let selected = selected.unwrap_or_else(|| RwSignal::new(Selection::new()));
    let viewport = Viewport::new(n, card_lines);
    let parts = ListParts {
        id: StoredValue::new(new_id()),
        label,
        columns,
        n,
        n_all,
        cell,
        row_href,
        on_open,
        row_state,
        sort,
        on_sort,
        multi,
        viewport,
        cursor: Cursor::new(n, row_key, selected, multi, viewport),
        on_delete,
    };
    if let Some(place) = place {
        parts.keep_place(place);
    }
    if let Some(on_active) = on_active {
        Effect::new(move |_| {
            if let Some(at) = parts.cursor.row.get() {
                on_active.run(at);
            }
        });
    }
    let filtered = move || n.get() == 0 && n_all.get().is_some_and(|all| all > 0);
    let none_at_all = move || n.get() == 0 && !filtered();
    let nothing_found = move || tools::nothing_found(on_show_all);
    view! {
        <div
            class="list"
            data-narrow=mark(move || viewport.narrow.get())
            data-multi=multi.then_some("")
            style=("--list-row", wording(move || Some(format!("{}px", viewport.row_height.get()))))
            style=("--list-columns", wording(move || Some(head::template(&columns.read(), multi))))
            style=("--list-width", wording(move || Some(head::least_width(&columns.read(), multi))))
        >
            {tools::bar(parts, search, on_search, filters, actions, selection_actions)}
            {rows::grid(parts)}
            {while_so(filtered, nothing_found)}
            {while_so(none_at_all, move || empty.run())}
            {tools::count(parts)}
        </div>
    }
    .into_any()
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
    multi: bool,
    viewport: Viewport,
    cursor: Cursor,
    on_delete: Option<Callback<Vec<String>>>,
}

impl ListParts {
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
            let mut keys: Vec<String> = self
                .cursor
                .selected
                .with_untracked(|keys| keys.iter().cloned().collect());
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

    fn keep_place(self, place: RwSignal<ListPlace>) {
        let ListPlace { active, first } = place.get_untracked();
        self.cursor
            .row
            .set(active.filter(|at| *at < self.n.get_untracked()));
        self.viewport
            .scroller
            .on_load(move |_| self.viewport.scroll_to_row(first));
        Effect::new(move |earlier: Option<()>| {
            let now = ListPlace {
                active: self.cursor.row.get(),
                first: self.viewport.first_row(),
            };
            // The first run is before the scrolling back above.
            if earlier.is_some() {
                place.try_set(now);
            }
        });
    }
}
