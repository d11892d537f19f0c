//! Dialogs, menus and toasts: where the focus goes, and what Esc means.

use super::page::{Page, click, focus, press, until};
use leptos::prelude::*;
use lokikirja::domain::Revision;
use lokikirja::language::Lang;
use lokikirja::ui::parts::button::ButtonKind;
use lokikirja::ui::parts::dialog::{Choice, Confirm, Dialog};
use lokikirja::ui::parts::field::TextField;
use lokikirja::ui::parts::menu::{MenuItem, MoreMenu};
use lokikirja::ui::parts::toast::{
    Toast, ToastAction, Toasts, forget_undo, forget_undos, show_toast,
};
use lokikirja::ui::parts::tone::Tone;
use lokikirja::ui::text::{said, set_language};
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
        let undo = ToastAction::new(said(|m| m.parts.undo.into()), move || {
            n_undone.update(|n| *n += no)
        });
        show_toast(Toast {
            tone: Tone::Good,
            text: said(move |_| format!("toast {no}")),
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

/// A message that stands there when the language is switched is said again in the other one, with
/// its steps.
#[wasm_bindgen_test]
async fn a_toast_follows_the_language() {
    let page = Page::with(|| view! { <Toasts /> }.into_any()).await;
    show_toast(Toast {
        tone: Tone::Good,
        text: said(|m| m.cards.saved_all.into()),
        actions: vec![ToastAction::new(said(|m| m.parts.undo.into()), || {})],
    });
    let shown = || {
        let texts = page.all(".toast-text, .toast-action").into_iter();
        texts
            .filter_map(|text| text.text_content())
            .collect::<Vec<_>>()
    };
    until(|| shown() == ["Saved", "Undo"]).await;
    set_language(Lang::Fi);
    until(|| shown() == ["Tallennettu", "Kumoa"]).await;
    set_language(Lang::En);
    click(&page.all(".toast-close")[0]);
    until(|| page.all(".toast").is_empty()).await;
}

/// A change that was taken back by a key is not offered by its message any more.
#[wasm_bindgen_test]
async fn a_toast_goes_when_its_change_was_taken_back() {
    let page = Page::with(|| view! { <Toasts /> }.into_any()).await;
    for no in [7, 8] {
        let undo = ToastAction::new(said(|m| m.parts.undo.into()), || {});
        show_toast(Toast {
            tone: Tone::Good,
            text: said(move |_| format!("change {no}")),
            actions: vec![undo.takes_back(Revision(no))],
        });
    }
    until(|| page.all(".toast").len() == 2).await;
    forget_undo(Revision(7));
    until(|| page.all(".toast").len() == 1).await;
    assert_eq!(
        page.all(".toast-text")[0].text_content().as_deref(),
        Some("change 8")
    );
    forget_undos();
    until(|| page.all(".toast").is_empty()).await;
}
