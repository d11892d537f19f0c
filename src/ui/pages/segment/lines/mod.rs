//! The lines of a segment: a list whose cells are edited in place.
//!
//! `rows.rs` has what it shows, `cells.rs` how, `editor.rs` the field of a cell, `changing.rs` what
//! becomes of it, `adding.rs` the dialog that adds contacts.

mod adding;
mod cells;
mod changing;
mod editor;
mod rows;

use self::adding::adding;
use self::changing::reading;
use self::rows::{DIFFERS, LineRow, Lines, fields, lines, row_set};
use crate::domain::Table;
use crate::domain::filter::{Filter, Kind, Value};
use crate::domain::id::{SegmentId, SegmentLineId};
use crate::domain::segment::line_edit::LineField;
use crate::ui::action::{Action, register};
use crate::ui::cards::asking::Asker;
use crate::ui::keys;
use crate::ui::lists::record_list::{RecordList, record_list};
use crate::ui::lists::rows::key_of;
use crate::ui::lists::shown::Shown;
use crate::ui::navigate::open_sheet;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{CellEditing, Selection};
use crate::ui::route::Sheet;
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use futures::lock::Mutex;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// The lines on the page. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct LinesPage {
    store: Store,
    id: SegmentId,
    asker: Asker,
    lines: Memo<Arc<Lines>>,
    shown: Shown,
    selected: RwSignal<Selection>,
    /// Changes are sent one after the other: the next one builds on what the last one wrote.
    turn: StoredValue<Rc<Mutex<()>>, LocalStorage>,
    /// What is wrong with the text in the field of a cell.
    problem: RwSignal<Option<String>>,
    adding: RwSignal<bool>,
}

impl LinesPage {
    /// The lines of a segment, on the page that shows the asker's dialog.
    pub fn new(store: Store, id: SegmentId, asker: Asker) -> Self {
        let lines = lines(store, id);
        let shown = Shown::new(
            store,
            "segment-lines",
            Signal::derive(fields),
            row_set(lines),
        );
        Self {
            store,
            id,
            asker,
            lines,
            shown,
            selected: RwSignal::new(Selection::new()),
            turn: StoredValue::new_local(Rc::new(Mutex::new(()))),
            problem: RwSignal::new(None),
            adding: RwSignal::new(false),
        }
    }

    /// The line in a row; tracked.
    fn row_at(self, at: usize) -> Option<Arc<LineRow>> {
        let place = self.shown.place_at(at)?;
        self.lines.with(|lines| lines.row(place).cloned())
    }

    /// The place of a line among those shown, from 1, and how many there are; none for one that is
    /// not shown.
    pub fn place_of(self, id: SegmentLineId) -> Memo<Option<(u32, u32)>> {
        let whole = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Memo::new(move |_| {
            let (rows, places) = self.shown.rows_and_places();
            let at = places
                .iter()
                .position(|place| rows.0.key(*place) == key_of(id))?;
            Some((whole(at + 1), whole(places.len())))
        })
    }

    /// The line number of the line shown so many rows further on.
    pub fn line_beside(self, id: SegmentLineId, step: i64) -> Option<u32> {
        untrack(|| {
            let (rows, places) = self.shown.rows_and_places();
            let at = places
                .iter()
                .position(|place| rows.0.key(*place) == key_of(id))?;
            let to = usize::try_from(i64::try_from(at).ok()? + step).ok()?;
            Some(self.row_at(to)?.line.line_no)
        })
    }

    /// The fields in which a line differs from the header.
    pub fn differing_of(self, id: SegmentLineId) -> Memo<Vec<LineField>> {
        Memo::new(move |_| {
            self.lines.with(|lines| {
                let row = lines.rows().iter().find(|row| row.line.id == id);
                row.map(|row| row.differing.clone()).unwrap_or_default()
            })
        })
    }

    /// True if there are lines; tracked.
    pub fn is_any(self) -> bool {
        self.shown.n_all() > 0
    }

    /// Opens the dialog that adds contacts.
    pub fn add(self) {
        self.adding.set(true);
    }

    /// Draws them.
    pub fn view(self) -> AnyView {
        let page = self;
        let adds = Callback::new(move |()| page.add());
        let add = Action::new(|m| m.segment_pages.add_by_hand.into(), adds)
            .icon(Icon::Plus)
            .keys(keys::NEW);
        let add = register(add);
        let open = move |at: usize| {
            let no = untrack(|| page.row_at(at).map(|row| row.line.line_no));
            if let Some(no) = no {
                open_sheet(Sheet::SegmentLine(no));
            }
        };
        let editing = CellEditing {
            is_editable: Callback::new(move |column: &'static str| {
                reading(page.store, column).is_some()
            }),
            field: Callback::new(move |cell| editor::field(page, cell)),
            on_copy: Callback::new(move |cells| page.copy(cells)),
            problem: page.problem.into(),
        };
        let state = move |at: usize| {
            let differs = page.row_at(at).is_some_and(|row| !row.differing.is_empty());
            if differs { "differs" } else { "" }
        };
        let is_any = Memo::new(move |_| page.is_any());
        let list = record_list(RecordList {
            cell: Some(Callback::new(move |(at, column)| {
                cells::cell(page, at, column)
            })),
            on_open: Some(Callback::new(open)),
            row_state: Some(Callback::new(state)),
            multi: true,
            selected: page.selected,
            selection_actions: (move || page.selection_actions()).into(),
            on_delete: Some(Callback::new(move |keys| page.delete(keys))),
            cell_editing: Some(editing),
            before_filters: (move || page.heading()).into(),
            before_tools: (move || {
                // Without its keys: there is little room.
                let button = move || {
                    view! {
                        <Button
                            label=tr(|m| m.segment_pages.add_by_hand)
                            icon=Icon::Plus
                            on_press=adds
                        />
                    }
                };
                view! { <Show when=move || is_any.get()>{button()}</Show> }
            })
            .into(),
            card_lines: 3,
            empty: (move || page.empty(add)).into(),
            ..RecordList::new(
                page.shown,
                tr_with(|m| (m.terms.records)(Table::SegmentLine).into()),
            )
        });
        view! { {list} {adding(page, page.adding)} }.into_any()
    }

    /// The heading, and the button that shows only what differs from the header.
    fn heading(self) -> AnyView {
        let n = Memo::new(move |_| self.lines.with(|lines| lines.n_differing));
        let is_on = Memo::new(move |_| self.shown.with_filter(DIFFERS, |_| ()).is_some());
        let press = move |_| {
            let on = Filter::equal(Kind::YesNo, Value::YesNo(true));
            self.shown
                .filter(DIFFERS, on.as_ref().filter(|_| !is_on.get_untracked()));
        };
        let is_shown = Memo::new(move |_| n.get() > 0 || is_on.get());
        let pill = move || {
            view! {
                <button
                    type="button"
                    class="pill"
                    aria-pressed=move || if is_on.get() { "true" } else { "false" }
                    on:click=press
                >
                    <b>{tr(|m| m.segment_pages.differs)}</b>
                    <span>{move || texts().format.count(n.get().into())}</span>
                </button>
            }
        };
        view! {
            <h2 class="list-heading-text">{tr(|m| m.setups.lines)}</h2>
            <Show when=move || is_shown.get()>{pill()}</Show>
        }
        .into_any()
    }

    fn selection_actions(self) -> AnyView {
        let keys = move || {
            self.selected
                .with_untracked(|keys| keys.iter().copied().collect())
        };
        let delete = Callback::new(move |()| self.delete(keys()));
        let back = Callback::new(move |()| {
            let keys: Vec<_> = keys();
            self.set_back(&keys);
        });
        view! {
            <Button label=tr(|m| m.segment_pages.set_back) icon=Icon::Undo on_press=back/>
            <Button
                label=tr(|m| m.segment_pages.delete_lines)
                kind=ButtonKind::Danger
                icon=Icon::Delete
                on_press=delete
            />
        }
        .into_any()
    }

    fn empty(self, add: Action) -> AnyView {
        view! {
            <EmptyState
                icon=Icon::Contacts
                title=tr(|m| m.segment_pages.no_lines)
                text=tr(|m| m.segment_pages.no_lines_detail)
                actions=move || add.button()
            />
        }
        .into_any()
    }
}
