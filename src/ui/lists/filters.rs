//! Filters of a list as they are typed and seen: the row below the headings, the chips above the rows, and the keys.
//!
//! Expressions are read in the language shown and kept in the form that no language changes. What can't be read
//! changes nothing: the sentence says where it is wrong, and the text stays as it was typed.

use super::filter_dialog::filter_dialog;
use super::filter_entry::{Choice, FilterEntry, MAX_CHOICES, in_words, read};
use super::rows::ListField;
use super::shown::Shown;
use crate::domain::filter::{Filter, Kind};
use crate::ui::action::{Action, register};
use crate::ui::keys;
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::live::{live, truth, while_so, wording};
use crate::ui::parts::menu::{Menu, MenuItem};
use crate::ui::text::{texts, tr, tr_with};
use leptos::{ev, prelude::*};
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// What is wrong with the text typed for a column.
#[derive(Clone, Debug, PartialEq)]
struct Problem {
    column: &'static str,
    why: String,
}

/// The filters of the list on the page. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Filtering {
    /// The list.
    pub shown: Shown,
    /// The row below the headings is shown.
    pub row_is_open: RwSignal<bool>,
    /// The column whose filter is put together in the dialog.
    editing: RwSignal<Option<&'static str>>,
    problem: RwSignal<Option<Problem>>,
}

impl Filtering {
    /// Of a list; its actions are known while the list is on the page.
    pub fn new(shown: Shown) -> Self {
        let this = Self {
            shown,
            row_is_open: RwSignal::new(false),
            editing: RwSignal::new(None),
            problem: RwSignal::new(None),
        };
        let pane = Callback::new(move |()| this.toggle_row());
        register(Action::new(|m| m.keys.filter_pane.into(), pane).keys(keys::FILTER_PANE));
        let reset = Callback::new(move |()| this.clear());
        register(Action::new(|m| m.keys.reset_filters.into(), reset).keys(keys::RESET_FILTERS));
        this
    }

    /// Shows the row below the headings and goes there, or takes it away.
    fn toggle_row(self) {
        self.row_is_open.update(|open| *open = !*open);
        if self.row_is_open.get_untracked() {
            // The row is drawn by the effects that follow this event.
            request_animation_frame(|| {
                let first = document().query_selector(".list-filter-input");
                if let Ok(Some(first)) = first
                    && let Ok(first) = first.dyn_into::<HtmlInputElement>()
                {
                    let _ = first.focus();
                }
            });
        }
    }

    /// Drops all filters.
    pub fn clear(self) {
        self.problem.set(None);
        self.shown.address.clear_filters();
    }

    /// The filter of a column as it is written in the language shown; tracked.
    pub fn text(self, column: &str) -> String {
        let Some(field) = self.shown.field(column) else {
            return String::new();
        };
        let m = texts();
        let text = self.shown.with_filter(column, |filter| {
            in_words(self.shown.store, m, field.options, |words| {
                filter.print(words)
            })
        });
        text.unwrap_or_default()
    }

    /// Filters a column by what was typed. Gives what is wrong with it, and where.
    ///
    /// # Errors
    /// The sentence, and the characters it speaks of; the filter stays as it was.
    pub fn take(self, column: &'static str, typed: &str) -> Result<(), (String, Range<usize>)> {
        let Some(field) = self.shown.field(column) else {
            return Ok(());
        };
        let Some(kind) = field.kind else {
            return Ok(());
        };
        let filter = read(self.shown.store, kind, field.options, typed)?;
        self.shown.filter(column, filter.as_ref());
        Ok(())
    }

    /// Filters a column by the value it has in a row.
    pub fn by_value(self, at: usize, column: &'static str) {
        let filter = untrack(|| {
            let place = self.shown.place_at(at)?;
            let kind = self.shown.field(column)?.kind?;
            self.shown.peek(|rows, records| {
                let value = rows.0.value(records, place, column)?;
                Filter::equal(kind, value)
            })
        });
        if let Some(filter) = filter {
            self.shown.filter(column, Some(&filter));
        }
    }

    /// Opens the dialog that puts the filter of a column together.
    pub fn edit(self, column: &'static str) {
        self.editing.set(Some(column));
    }

    /// The field of a column in the row below the headings.
    pub fn field(self, column: &'static str) -> AnyView {
        match untrack(|| self.shown.field(column)) {
            Some(field) if field.kind.is_some() => field_of(self, column, field),
            _ => ().into_any(),
        }
    }

    /// What was typed was taken, or why it was not.
    fn settle(self, column: &'static str, outcome: &Result<(), (String, Range<usize>)>) {
        match outcome {
            Err((why, _)) => self.problem.set(Some(Problem {
                column,
                why: why.clone(),
            })),
            Ok(()) => {
                if self
                    .problem
                    .with_untracked(|problem| is_of(problem, column))
                {
                    self.problem.set(None);
                }
            }
        }
    }
}

fn is_of(problem: &Option<Problem>, column: &str) -> bool {
    let problem = problem.as_ref();
    problem.is_some_and(|problem| problem.column == column)
}

fn field_of(filtering: Filtering, column: &'static str, field: ListField) -> AnyView {
    // What is typed stays as it was typed while the field has the focus.
    let typed = RwSignal::new(None::<String>);
    let value = move || typed.get().unwrap_or_else(|| filtering.text(column));
    // Taken when it is finished, not letter by letter: the beginning of a wrong date is often a right one.
    let input = move |event: ev::Event| typed.set(Some(event_target_value(&event)));
    let finish = move |input: &HtmlInputElement| {
        let outcome = filtering.take(column, &input.value());
        filtering.settle(column, &outcome);
        match outcome {
            Ok(()) => typed.set(None),
            Err((_, at)) => select(input, &at),
        }
    };
    let blur = move |event: ev::FocusEvent| {
        // A browser also reports that a field loses the focus by going away.
        if !typed.is_disposed() && typed.with_untracked(Option::is_some) {
            finish(&event_target(&event));
        }
    };
    let keydown = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => {
            event.prevent_default();
            finish(&event_target(&event));
        }
        "ArrowDown" if event.alt_key() => {
            event.prevent_default();
            filtering.edit(column);
        }
        "Escape" => {
            event.stop_propagation();
            typed.set(None);
            filtering.settle(column, &Ok(()));
        }
        _ => {}
    };
    let is_wrong = move || filtering.problem.with(|problem| is_of(problem, column));
    let title = field.column.title;
    let name = tr_with(move |m| (m.lists.filter_of)(&title.get()));
    view! {
        <input
            type="text"
            class="list-filter-input"
            autocomplete="off"
            spellcheck="false"
            autocapitalize="off"
            aria-label=name
            aria-keyshortcuts="Shift+F3"
            aria-invalid=truth(is_wrong)
            aria-describedby=wording(move || is_wrong().then(|| PROBLEM.to_string()))
            prop:value=value
            on:input=input
            on:blur=blur
            on:keydown=keydown
        />
        <button
            type="button"
            class="list-filter-open"
            aria-label=name
            aria-haspopup="dialog"
            title=name
            on:click=move |_| filtering.edit(column)
        >
            {icon(Icon::ChevronDown)}
        </button>
    }
    .into_any()
}

/// Marks the characters that could not be read.
fn select(input: &HtmlInputElement, at: &Range<usize>) {
    let units = |n: usize| {
        let text = input.value();
        let before: usize = text.chars().take(n).map(char::len_utf16).sum();
        u32::try_from(before).unwrap_or(u32::MAX)
    };
    let (start, end) = (units(at.start), units(at.end));
    // Only inputs without text refuse a selection.
    let _ = input.set_selection_range(start, end.max(start));
}

/// The id of the sentence that says what is wrong.
const PROBLEM: &str = "list-problem";

/// What can't be read, in the row or in the address.
pub(super) fn problem(filtering: Filtering) -> AnyView {
    let shown = filtering.shown;
    let title = move |column: &str| {
        let field = shown.field(column);
        field.map_or_else(|| column.to_string(), |field| field.column.title.get())
    };
    let sentence = move || {
        let m = texts();
        let typed = filtering.problem.get();
        if let Some(Problem { column, why }) = typed {
            return Some((m.lists.wrong)(&title(column), &why));
        }
        shown.address.filters.with(|named| {
            let is_read = |column: &str| shown.with_filter(column, |_| ()).is_some();
            let unread = named.iter().find(|(column, _)| !is_read(column))?;
            Some((m.lists.unreadable)(&title(&unread.0)))
        })
    };
    let sentence = Memo::new(move |_| sentence());
    view! {
        <div class="list-problem" id=PROBLEM role="alert">
            {live(move || {
                sentence
                    .get()
                    .map(|text| view! { {icon(Icon::Error)} <span>{text}</span> })
                    .into_any()
            })}
        </div>
        {while_so(
            move || filtering.editing.get().is_some(),
            move || live(move || filtering.editing.get().map(|column| dialog(filtering, column)).into_any()),
        )}
    }
    .into_any()
}

fn dialog(filtering: Filtering, column: &'static str) -> AnyView {
    let close = Callback::new(move |()| filtering.editing.set(None));
    let field = untrack(|| filtering.shown.field(column));
    let Some((field, kind)) = field.and_then(|field| Some((field, field.kind?))) else {
        return ().into_any();
    };
    let shown = filtering.shown;
    let entry = FilterEntry {
        store: shown.store,
        title: field.column.title,
        kind,
        captions: field.options,
        filter: Signal::derive(move || shown.with_filter(column, Filter::clone)),
        put: Callback::new(move |filter: Option<Filter>| shown.filter(column, filter.as_ref())),
    };
    filter_dialog(entry, choices(filtering, column, kind), close)
}

/// The values to choose from: a list's, or the different ones that the rows have if there are few.
fn choices(filtering: Filtering, column: &'static str, kind: Kind) -> Vec<Choice> {
    match kind {
        Kind::Option { n } => Choice::options(n),
        Kind::YesNo => Choice::yes_and_no(),
        Kind::Text | Kind::Code => {
            let different = filtering.shown.texts_in(column, MAX_CHOICES);
            let choice = |text| Choice::text(kind, text);
            different.into_iter().map(choice).collect()
        }
        _ => Vec::new(),
    }
}

/// The filters in force, and the way to more.
pub(super) fn chips(filtering: Filtering) -> AnyView {
    let shown = filtering.shown;
    let active = Memo::new(move |_| {
        let has_chip = |column: &&'static str| {
            let field = shown.field(column);
            field.is_some_and(|field| !field.has_own_pill)
        };
        let columns = |active: &super::shown::Active| active.column;
        shown.filters.with(|filters| {
            let columns = filters.iter().map(columns);
            columns.filter(has_chip).collect::<Vec<_>>()
        })
    });
    let items = Signal::derive(move || {
        let m = texts();
        let fields = shown.fields.get();
        let filtered = fields.into_iter().filter(|field| field.kind.is_some());
        let mut lines: Vec<MenuItem> = filtered
            .map(|field| {
                let id = field.column.id;
                let edit = Callback::new(move |()| filtering.edit(id));
                MenuItem::new(field.column.title.get(), edit)
            })
            .collect();
        let toggle = Callback::new(move |()| filtering.toggle_row());
        let row = MenuItem::new(m.lists.filter_row, toggle);
        let row = if filtering.row_is_open.get() {
            row.icon(Icon::Check)
        } else {
            row
        };
        lines.push(row.keys("Shift+F3").rule());
        if active.with(|active| !active.is_empty()) {
            let clear = Callback::new(move |()| filtering.clear());
            let line = MenuItem::new(m.lists.clear_filters, clear);
            lines.push(line.icon(Icon::Close).keys("Ctrl+Shift+Alt+F3"));
        }
        lines
    });
    view! {
        <For each=move || active.get() key=|column| *column children=move |column| chip(filtering, column)/>
        <Menu
            label=tr(|m| m.lists.filter)
            items=items
            icon=Icon::Filter
            kind=ButtonKind::Quiet
            icon_only=false
        />
    }
    .into_any()
}

fn chip(filtering: Filtering, column: &'static str) -> AnyView {
    let Some(field) = untrack(|| filtering.shown.field(column)) else {
        return ().into_any();
    };
    let title = field.column.title;
    let remove = tr_with(move |m| (m.lists.remove_filter)(&title.get()));
    view! {
        <span class="pill">
            <button type="button" class="pill-main" aria-haspopup="dialog" on:click=move |_| filtering.edit(column)>
                <b>{title}</b> " " <span>{move || filtering.text(column)}</span>
            </button>
            <button
                type="button"
                class="pill-close"
                aria-label=remove
                title=remove
                on:click=move |_| filtering.shown.filter(column, None)
            >
                {icon(Icon::Close)}
            </button>
        </span>
    }
    .into_any()
}
