//! A list of records as pages show it: the one list, with search, filters, columns, views and export.

use super::columns_menu::columns_menu;
use super::exporting::request;
use super::filters::{Filtering, chips, problem};
use super::shown::Shown;
use super::views::views_menu;
use crate::ui::action::Action;
use crate::ui::export::ExportMenu;
use crate::ui::parts::list::{CellEditing, FilterRow, List, RowKey, Selection, SortBy};
use crate::ui::parts::plain::plain;
use leptos::prelude::*;

/// What a page says of its list.
pub struct RecordList {
    /// Which rows and columns are shown.
    pub shown: Shown,
    /// What the rows are: the accessible name.
    pub label: Signal<String>,
    /// The order they stand in by themselves, to be shown in the headings.
    pub own_sort: Option<SortBy>,
    /// What a cell shows instead of its words.
    pub cell: Option<Callback<(usize, &'static str), Option<AnyView>>>,
    /// The address of a row.
    pub row_href: Option<Callback<usize, String>>,
    /// Opens a row, where it has no address.
    pub on_open: Option<Callback<usize>>,
    /// How a row stands: "canceled", "child".
    pub row_state: Option<Callback<usize, &'static str>>,
    /// What the page does with the row the user is on, for the menu of a row.
    pub row_actions: Vec<Action>,
    /// Told the row the user is on.
    pub on_active: Option<Callback<usize>>,
    /// Several rows can be selected.
    pub multi: bool,
    /// The rows selected.
    pub selected: RwSignal<Selection>,
    /// What can be done with the rows selected.
    pub selection_actions: ViewFn,
    /// Asks about deleting rows.
    pub on_delete: Option<Callback<Vec<RowKey>>>,
    /// Cells that are edited in place.
    pub cell_editing: Option<CellEditing>,
    /// What stands before the filters, in the line above the rows.
    pub before_filters: ViewFn,
    /// What stands before the tools of the list, at the end of that line.
    pub before_tools: ViewFn,
    /// The lines of a card.
    pub card_lines: u32,
    /// What stands where there are no rows at all.
    pub empty: ViewFn,
}

impl RecordList {
    /// A list that only shows.
    pub fn new(shown: Shown, label: impl Into<Signal<String>>) -> Self {
        Self {
            shown,
            label: label.into(),
            own_sort: None,
            cell: None,
            row_href: None,
            on_open: None,
            row_state: None,
            row_actions: Vec::new(),
            on_active: None,
            multi: false,
            selected: RwSignal::new(Selection::new()),
            selection_actions: ViewFn::default(),
            on_delete: None,
            cell_editing: None,
            before_filters: ViewFn::default(),
            before_tools: ViewFn::default(),
            card_lines: 2,
            empty: ViewFn::default(),
        }
    }
}

/// Draws the list.
pub fn record_list(list: RecordList) -> AnyView {
    let RecordList {
        shown,
        label,
        own_sort,
        cell,
        before_filters,
        before_tools,
        row_actions,
        ..
    } = list;
    shown.leave_trail();
    let address = shown.address;
    let filtering = Filtering::new(shown);
    let drawn = move |(at, column): (usize, &'static str)| {
        let own = cell.and_then(|cell| cell.run((at, column)));
        own.unwrap_or_else(|| {
            let text = shown.words_at(at, column);
            let tip = text.clone();
            plain("span", "").with("title", tip).inside(text).into_any()
        })
    };
    let request = move |()| request(shown, label.get_untracked());
    let tools = move || {
        view! {
            {before_tools.run()}
            {views_menu(shown)}
            {columns_menu(shown)}
            <ExportMenu request=request icon_only=true/>
        }
    };
    let row_key = move |at: usize| shown.key_at(at).unwrap_or_default();
    let drawn_list = List {
        n_all: Signal::derive(move || Some(shown.n_all())),
        row_href: list.row_href,
        on_open: list.on_open,
        row_state: list.row_state,
        sort: Signal::derive(move || address.sort.get().or(own_sort)),
        on_sort: Some(address.on_sort()),
        on_resize: Some(Callback::new(move |(column, px)| {
            shown.change_layout(|layout| layout.resize(column, px));
        })),
        filter_row: Some(FilterRow {
            is_open: filtering.row_is_open.into(),
            field: Callback::new(move |column| filtering.field(column)),
        }),
        on_filter_value: Some(Callback::new(move |(at, column)| {
            filtering.by_value(at, column);
        })),
        search: address.search.into(),
        on_search: Some(address.on_search()),
        on_show_all: Some(address.on_show_all()),
        row_actions: Some(Callback::new(move |()| {
            row_actions.iter().map(Action::menu_item).collect()
        })),
        cell_text: Some(Callback::new(move |(at, column)| {
            shown.words_at(at, column)
        })),
        on_active: list.on_active,
        place: Some(address.place),
        multi: list.multi,
        selected: list.selected,
        selection_actions: list.selection_actions,
        on_delete: list.on_delete,
        card_lines: list.card_lines,
        cell_editing: list.cell_editing,
        filters: (move || view! { {before_filters.run()} {chips(filtering)} }).into(),
        actions: tools.into(),
        notice: (move || problem(filtering)).into(),
        empty: list.empty,
        ..List::new(
            label,
            Signal::derive(move || shown.columns()),
            Signal::derive(move || shown.n()),
            row_key,
            drawn,
        )
    };
    drawn_list.view()
}
