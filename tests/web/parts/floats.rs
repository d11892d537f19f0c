//! Dialogs, menus and toasts: where the focus goes, and what Esc means.

use super::page::{Page, click, focus, press, until};
use leptos::prelude::*;
use lokikirja::ui::parts::button::ButtonKind;
use lokikirja::ui::parts::dialog::{Choice, Confirm, Dialog};
use lokikirja::ui::parts::field::TextField;
use lokikirja::ui::parts::menu::{MenuItem, MoreMenu};
use lokikirja::ui::parts::toast::{Toast, ToastAction, Toasts, show_toast};
use lokikirja::ui::parts::tone::Tone;
use wasm_bindgen_test::wasm_bindgen_test;

fn focused_text() -> String {
    document()
        .active_element()
        .and_then(|element| element.text_content())
        .unwrap_or_default()
}

#[wasm_bindgen_test]
async fn a_dialog_takes_the_focus_asks_before_it_closes_and_gives_the_focus_back() {
    let open = RwSignal::new(false);
    let n_asked = RwSignal::new(0);
    let n_accepted = RwSignal::new(0);
    let page = Page::with(move || {
        view! {
            <button id="opener" on:click=move |_| open.set(true)>"open"</button>
            <Show when=move || open.get()>
                <Dialog
                    title="Create"
                    on_close=move |_| n_asked.update(|n| *n += 1)
                    on_accept=move |_| n_accepted.update(|n| *n += 1)
                >
                    <TextField label="Name" value="" />
                </Dialog>
            </Show>
        }
        .into_any()
    })
    .await;
    let opener = page.one("#opener");
    focus(&opener);
    click(&opener);
    until(|| {
        document()
            .active_element()
            .is_some_and(|element| element.tag_name() == "INPUT")
    })
    .await;
    for n in 1..=3 {
        press("Escape");
        assert_eq!(n_asked.get_untracked(), n);
        assert!(
            page.one("dialog").has_attribute("open"),
            "only the page takes it away"
        );
    }
    press("Ctrl+Enter");
    assert_eq!(n_accepted.get_untracked(), 1);
    open.set(false);
    until(|| {
        document()
            .active_element()
            .is_some_and(|element| element.id() == "opener")
    })
    .await;
    assert!(page.all("dialog").is_empty());
}

#[wasm_bindgen_test]
async fn a_question_starts_on_the_answer_that_destroys_nothing() {
    let nothing = Callback::new(|()| ());
    let page = Page::with(move || {
        let choices = vec![
            Choice::new("Discard", ButtonKind::Danger, nothing),
            Choice::new("Keep", ButtonKind::Normal, nothing),
        ];
        view! { <Confirm question="Leave?" choices=choices on_close=nothing /> }.into_any()
    })
    .await;
    until(|| focused_text() == "Keep").await;
    assert_eq!(
        page.one("dialog").get_attribute("role").as_deref(),
        Some("alertdialog")
    );
}

#[wasm_bindgen_test]
async fn a_menu_is_walked_by_arrows_and_letters_and_gives_the_focus_back() {
    let done = RwSignal::new("");
    let page = Page::with(move || {
        let item =
            |label: &'static str| MenuItem::new(label, Callback::new(move |()| done.set(label)));
        let items = vec![
            item("Call"),
            item("Write").blocked(Some("no address".into())),
            item("Delete").danger(),
        ];
        view! { <MoreMenu items=items /> }.into_any()
    })
    .await;
    let button = page.one("button[aria-haspopup]");
    focus(&button);
    press("ArrowDown");
    until(|| focused_text() == "Call").await;
    press("ArrowUp");
    assert_eq!(focused_text(), "Delete");
    press("w");
    assert_eq!(focused_text(), "Write");
    click(&document().active_element().expect("a line"));
    assert_eq!(done.get_untracked(), "", "it is blocked");
    press("Escape");
    until(|| button.get_attribute("aria-expanded").as_deref() == Some("false")).await;
    assert_eq!(document().active_element().as_ref(), Some(&button));
    press("ArrowUp");
    until(|| focused_text() == "Delete").await;
    click(&document().active_element().expect("a line"));
    assert_eq!(done.get_untracked(), "Delete");
    assert_eq!(document().active_element().as_ref(), Some(&button));
}

#[wasm_bindgen_test]
async fn at_most_three_toasts_stand_and_an_action_ends_its_own() {
    let n_undone = RwSignal::new(0);
    let page = Page::with(|| view! { <Toasts /> }.into_any()).await;
    for no in 1..=4 {
        let undo = ToastAction::new("Undo", move || n_undone.update(|n| *n += no));
        show_toast(Toast {
            tone: Tone::Good,
            text: format!("toast {no}"),
            actions: vec![undo],
        });
    }
    until(|| page.all(".toast").len() == 3).await;
    let texts = || {
        page.all(".toast-text")
            .iter()
            .filter_map(|text| text.text_content())
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(), ["toast 2", "toast 3", "toast 4"]);
    click(&page.all(".toast-action")[1]);
    assert_eq!(n_undone.get_untracked(), 3);
    until(|| texts() == ["toast 2", "toast 4"]).await;
    for button in page.all(".toast-close") {
        click(&button);
    }
    until(|| page.all(".toast").is_empty()).await;
}
