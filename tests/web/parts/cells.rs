//! Cells of a list that are edited in place: opened and left by keys, and not disturbed by the rows
//! behind them.

use super::page::{Page, click, focus, press, until, value};
use leptos::prelude::*;
use lokikirja::ui::parts::list::{
    CellEditing, Column, EditedCell, List, PhonePlace, RowKey, Then, Width,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

const GRID: &str = "[role=grid]";
const FIELD: &str = ".list-editor input";

#[derive(Clone, Copy)]
struct Told {
    /// Drawn by every cell: a change draws all rows anew.
    version: RwSignal<u32>,
    copied: RwSignal<Option<(RowKey, RowKey, &'static str)>>,
    opened: RwSignal<Option<usize>>,
}

impl Told {
    async fn page() -> (Self, Page) {
        let told = Self {
            version: RwSignal::new(0),
            copied: RwSignal::new(None),
            opened: RwSignal::new(None),
        };
        let page = Page::with(move || told.list()).await;
        until(|| page.all(".list-row").len() > 3).await;
        (told, page)
    }

    fn list(self) -> AnyView {
        let columns = vec![
            Column::new("no", "No.", Width::Px(100)),
            Column::new("name", "Name", Width::Px(100)).phone(PhonePlace::Title),
            Column::new("cost", "Cost", Width::Px(100)),
        ];
        let cell = move |(at, column): (usize, &'static str)| {
            format!("{column} {at} {}", self.version.get()).into_any()
        };
        let field = |cell: EditedCell| {
            let text = cell
                .typed
                .unwrap_or_else(|| format!("{} of {}", cell.column, cell.key));
            let end = cell.end;
            let keydown = move |event: leptos::ev::KeyboardEvent| {
                let then = match event.key().as_str() {
                    "Enter" => Then::Down,
                    "Tab" if event.shift_key() => Then::Previous,
                    "Tab" => Then::Next,
                    "Escape" => Then::Back,
                    _ => return,
                };
                event.prevent_default();
                event.stop_propagation();
                end.run(then);
            };
            view! { <input type="text" aria-label="Cell" value=text on:keydown=keydown/> }
                .into_any()
        };
        let editing = CellEditing {
            is_editable: Callback::new(|column| column != "no"),
            field: Callback::new(field),
            on_copy: Callback::new(move |cells| self.copied.set(Some(cells))),
            problem: Signal::default(),
        };
        List {
            on_open: Some(Callback::new(move |at| self.opened.set(Some(at)))),
            cell_editing: Some(editing),
            ..List::new("Rows", columns, Signal::stored(20), |at| at as RowKey, cell)
        }
        .view()
    }
}

/// The text of the field, which has the focus.
fn edited(page: &Page) -> Option<String> {
    let field = page.all(FIELD).into_iter().next()?;
    let focused = document().active_element();
    (focused.as_ref() == Some(&field)).then(|| value(&field))
}

async fn edits(page: &Page, text: &str) {
    until(|| edited(page).as_deref() == Some(text)).await;
}

async fn stands_on(page: &Page, cell: &str) {
    let is_on_grid = || document().active_element() == Some(page.one(GRID));
    until(|| page.all(FIELD).is_empty() && is_on_grid()).await;
    until(|| page.active_text(GRID).as_deref() == Some(cell)).await;
}

#[wasm_bindgen_test]
async fn a_cell_is_opened_and_left_by_keys() {
    let (told, page) = Told::page().await;
    focus(&page.one(GRID));
    // The first column opens the row: its cells are not edited.
    press("Enter");
    until(|| told.opened.get_untracked() == Some(0)).await;
    press("ArrowRight");
    press("F2");
    edits(&page, "name of 0").await;
    press("Tab");
    edits(&page, "cost of 0").await;
    press("Tab");
    edits(&page, "name of 1").await;
    press("Shift+Tab");
    edits(&page, "cost of 0").await;
    press("Escape");
    stands_on(&page, "cost 0 0").await;
    press("Enter");
    edits(&page, "cost of 0").await;
    press("Enter");
    stands_on(&page, "cost 1 0").await;
    press("7");
    edits(&page, "7").await;
    press("Escape");
    stands_on(&page, "cost 1 0").await;
    press("F8");
    assert_eq!(told.copied.get_untracked(), Some((1, 0, "cost")));
}

#[wasm_bindgen_test]
async fn rows_drawn_anew_take_nothing_from_the_field() {
    let (told, page) = Told::page().await;
    let cells = page.all(".list-cell");
    click(&cells[4]);
    edits(&page, "name of 1").await;
    let field = page
        .one(FIELD)
        .unchecked_into::<web_sys::HtmlInputElement>();
    field.set_value("half a wo");
    told.version.set(1);
    until(|| {
        page.all(".list-cell")
            .iter()
            .any(|cell| cell.text_content().as_deref() == Some("name 1 1"))
    })
    .await;
    assert_eq!(edited(&page).as_deref(), Some("half a wo"));
}
