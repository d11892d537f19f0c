//! The list: a screenful of any number of rows, and the keys of a grid.

use super::page::{Page, click, focus, press, type_over, until};
use leptos::prelude::*;
use lokikirja::ui::parts::list::{
    Column, List, ListPlace, PhonePlace, Resized, RowKey, Selection, SortBy, Width,
};
use wasm_bindgen_test::wasm_bindgen_test;

#[derive(Clone, Copy)]
struct Told {
    n: RwSignal<usize>,
    opened: RwSignal<Option<usize>>,
    sort: RwSignal<Option<SortBy>>,
    selected: RwSignal<Selection>,
    deleted: RwSignal<Vec<RowKey>>,
    resized: RwSignal<Option<Resized>>,
    by_value: RwSignal<Option<(usize, &'static str)>>,
    search: RwSignal<String>,
    place: RwSignal<ListPlace>,
}

impl Told {
    fn new(n: usize) -> Self {
        Self {
            n: RwSignal::new(n),
            opened: RwSignal::new(None),
            sort: RwSignal::new(None),
            selected: RwSignal::new(Selection::new()),
            deleted: RwSignal::new(Vec::new()),
            resized: RwSignal::new(None),
            by_value: RwSignal::new(None),
            search: RwSignal::new(String::new()),
            place: RwSignal::new(ListPlace::default()),
        }
    }

    async fn page(self) -> Page {
        let page = Page::with(move || self.list()).await;
        until(|| page.all(".list-row").len() > 1 || self.n.get_untracked() < 2).await;
        page
    }

    fn list(self) -> AnyView {
        let columns = vec![
            Column::new("no", "No.", Width::Px(100)).sortable(),
            Column::new("name", "Name", Width::Grow(200)).phone(PhonePlace::Title),
        ];
        let cell = |(at, column): (usize, &'static str)| format!("{column} {at}").into_any();
        List {
            n_all: Signal::stored(Some(1_000)),
            on_open: Some(Callback::new(move |at| self.opened.set(Some(at)))),
            sort: self.sort.into(),
            on_sort: Some(Callback::new(move |by| self.sort.set(Some(by)))),
            on_resize: Some(Callback::new(move |to| self.resized.set(Some(to)))),
            on_filter_value: Some(Callback::new(move |cell| self.by_value.set(Some(cell)))),
            search: self.search.into(),
            on_search: Some(Callback::new(move |text| self.search.set(text))),
            place: Some(self.place),
            multi: true,
            selected: self.selected,
            on_delete: Some(Callback::new(move |keys| self.deleted.set(keys))),
            ..List::new("Rows", columns, self.n, |at| at as RowKey, cell)
        }
        .view()
    }

    fn selected(self) -> Vec<RowKey> {
        self.selected.get_untracked().into_iter().collect()
    }
}

const GRID: &str = "[role=grid]";

#[wasm_bindgen_test]
async fn a_screenful_of_rows_stands_in_the_page_whatever_their_number() {
    for n in [100_000, 1_000_000] {
        let told = Told::new(n);
        let page = told.page().await;
        assert_eq!(
            page.one(GRID).get_attribute("aria-rowcount"),
            Some((n + 1).to_string())
        );
        focus(&page.one(GRID));
        for key in ["Ctrl+End", "PageUp", "Ctrl+Home", "PageDown", "Ctrl+End"] {
            press(key);
            until(|| page.active_text(GRID).is_some()).await;
            assert!(page.all(".list-row").len() < 80, "{key}");
        }
        let last = format!("no {}", n - 1);
        until(|| page.active_text(GRID).as_ref() == Some(&last)).await;
        let row = page
            .one(&format!("[aria-rowindex='{}']", n + 1))
            .get_bounding_client_rect();
        let grid = page.one(GRID).get_bounding_client_rect();
        assert!(
            row.bottom() <= grid.bottom() + 1.0 && row.top() >= grid.top(),
            "the last row is in sight of {n}: it lies from {} to {}, the list from {} to {}",
            row.top(),
            row.bottom(),
            grid.top(),
            grid.bottom()
        );
    }
}

#[wasm_bindgen_test]
async fn the_keys_of_a_grid_move_open_and_sort() {
    let told = Told::new(50);
    let page = told.page().await;
    focus(&page.one(GRID));
    let steps = [
        ("ArrowDown", "no 1"),
        ("ArrowRight", "name 1"),
        ("Home", "no 1"),
        ("End", "name 1"),
        ("Ctrl+Home", "name 0"),
        ("ArrowLeft", "no 0"),
        ("ArrowUp", "No."),
        ("ArrowUp", "No."),
        ("ArrowDown", "no 0"),
    ];
    for (key, text) in steps {
        press(key);
        until(|| page.active_text(GRID).as_deref().map(str::trim) == Some(text)).await;
    }
    press("Enter");
    assert_eq!(told.opened.get_untracked(), Some(0));
    press("ArrowUp");
    press("Enter");
    assert_eq!(
        told.sort.get_untracked(),
        Some(SortBy {
            column: "no",
            descending: false
        })
    );
    until(|| page.all("[aria-sort=ascending]").len() == 1).await;
    press("Alt+F7");
    assert_eq!(
        told.sort.get_untracked(),
        Some(SortBy {
            column: "no",
            descending: true
        })
    );
}

#[wasm_bindgen_test]
async fn rows_are_selected_by_space_shift_and_all_at_once() {
    let told = Told::new(50);
    let page = told.page().await;
    focus(&page.one(GRID));
    press(" ");
    press("Shift+ArrowDown");
    press("Shift+ArrowDown");
    assert_eq!(told.selected(), [0, 1, 2]);
    press("Shift+ArrowUp");
    assert_eq!(told.selected(), [0, 1]);
    until(|| page.all("[role=row][aria-selected=true]").len() == 2).await;
    press("Delete");
    assert_eq!(told.deleted.get_untracked(), [0, 1]);
    press("Ctrl+a");
    assert_eq!(told.selected().len(), 50);
    press("Escape");
    assert!(told.selected().is_empty());
    press("Delete");
    assert_eq!(
        told.deleted.get_untracked(),
        [1],
        "nothing selected: the row the keyboard is on"
    );
}

#[wasm_bindgen_test]
async fn fewer_rows_leave_the_keyboard_on_the_last() {
    let told = Told::new(50);
    let page = told.page().await;
    focus(&page.one(GRID));
    press("Ctrl+End");
    told.n.set(3);
    until(|| page.active_text(GRID).as_deref() == Some("no 2")).await;
    assert_eq!(page.all(".list-row").len(), 3);
}

#[wasm_bindgen_test]
async fn f3_searches_and_enter_goes_to_the_rows() {
    let told = Told::new(50);
    let page = told.page().await;
    focus(&page.one(GRID));
    press("F3");
    let input = page.one("input[type=search]");
    assert_eq!(document().active_element().as_ref(), Some(&input));
    type_over(&input, "name");
    assert_eq!(told.search.get_untracked(), "name");
    press("Enter");
    assert_eq!(document().active_element(), Some(page.one(GRID)));
    focus(&input);
    press("Escape");
    assert_eq!(told.search.get_untracked(), "");
}

#[wasm_bindgen_test]
async fn a_list_comes_back_to_the_row_where_it_was_left() {
    let told = Told::new(10_000);
    let page = told.page().await;
    focus(&page.one(GRID));
    for _ in 0..20 {
        press("PageDown");
    }
    until(|| told.place.get_untracked().first > 100.0).await;
    until(|| page.active_text(GRID).is_some_and(|text| text != "No.")).await;
    let before = page.active_text(GRID);
    let place = told.place.get_untracked();
    drop(page);
    told.place.set(place);
    let page = told.page().await;
    until(|| page.active_text(GRID).is_some()).await;
    assert_eq!(page.active_text(GRID), before);
    assert!((told.place.get_untracked().first - place.first).abs() < 1.0);
}

#[wasm_bindgen_test]
async fn a_click_goes_to_a_row_and_its_box_selects_it() {
    let told = Told::new(50);
    let page = told.page().await;
    click(&page.all(".list-row .list-cell")[2]);
    until(|| told.place.get_untracked().active == Some(1)).await;
    click(&page.all(".list-row .list-check")[3]);
    assert_eq!(told.selected(), [3]);
    click(&page.all(".list-head .list-check-box")[0]);
    assert_eq!(told.selected().len(), 50);
}

#[wasm_bindgen_test]
async fn a_row_that_stands_elsewhere_is_found_again_by_its_key() {
    let told = Told::new(10_000);
    told.place.set(ListPlace {
        active: Some(300),
        key: Some(5_300),
        first: 290.0,
    });
    let page = told.page().await;
    until(|| page.active_text(GRID).as_deref() == Some("no 5300")).await;
    assert!((told.place.get_untracked().first - 5_290.0).abs() < 1.0);
}

#[wasm_bindgen_test]
async fn a_column_gets_wider_by_keys_and_its_own_width_back() {
    let told = Told::new(50);
    let page = told.page().await;
    focus(&page.one(GRID));
    press("ArrowUp");
    press("Shift+ArrowRight");
    assert_eq!(told.resized.get_untracked(), Some(("no", Some(116))));
    press("Shift+ArrowLeft");
    assert_eq!(told.resized.get_untracked(), Some(("no", Some(84))));
    let grip = &page.all(".list-grip")[0];
    let twice = web_sys::MouseEvent::new("dblclick").expect("an event");
    grip.dispatch_event(&twice).expect("sent");
    assert_eq!(told.resized.get_untracked(), Some(("no", None)));
}

#[wasm_bindgen_test]
async fn alt_f3_asks_for_the_rows_with_this_value() {
    let told = Told::new(50);
    let page = told.page().await;
    focus(&page.one(GRID));
    press("ArrowDown");
    press("End");
    press("Alt+F3");
    assert_eq!(told.by_value.get_untracked(), Some((1, "name")));
}
