//! Actions: one declaration is a button, a key and a line of the help sheet.

use super::page::{Page, click, focus, press, until};
use leptos::prelude::*;
use lokikirja::ui::action::{Action, actions, listen, register};
use lokikirja::ui::keys;
use lokikirja::ui::parts::dialog::Dialog;
use lokikirja::ui::shell::HelpSheet;
use wasm_bindgen_test::wasm_bindgen_test;

fn new_action(done: RwSignal<u32>) -> Action {
    let does = Callback::new(move |()| done.update(|n| *n += 1));
    Action::new(|m| m.people.new_contact.into(), does).keys(keys::NEW)
}

#[wasm_bindgen_test]
async fn an_action_is_done_by_its_button_and_by_its_key_while_it_is_shown() {
    let done = RwSignal::new(0);
    let shown = RwSignal::new(true);
    let dialog = RwSignal::new(false);
    let page = Page::with(move || {
        listen();
        let part = move || register(new_action(done)).button();
        view! {
            <input/>
            <Show when=move || shown.get()>{part()}</Show>
            <Show when=move || dialog.get()>
                <Dialog title="In front" on_close=move |()| dialog.set(false)>"text"</Dialog>
            </Show>
        }
        .into_any()
    })
    .await;
    click(&page.one("button"));
    assert_eq!(done.get_untracked(), 1);
    focus(&page.one("input"));
    press("Alt+n");
    assert_eq!(done.get_untracked(), 2, "also from a field");
    press("Ctrl+Alt+n");
    assert_eq!(done.get_untracked(), 2, "AltGr types");
    dialog.set(true);
    until(|| !page.all("dialog[open]").is_empty()).await;
    press("Alt+n");
    assert_eq!(done.get_untracked(), 2, "not behind a dialog");
    dialog.set(false);
    until(|| page.all("dialog").is_empty()).await;
    shown.set(false);
    until(|| page.all("button").is_empty()).await;
    press("Alt+n");
    assert_eq!(done.get_untracked(), 2, "gone with its part of the page");
    assert!(actions().is_empty());
}

#[wasm_bindgen_test]
async fn what_cannot_be_done_says_why_and_is_not_done() {
    let done = RwSignal::new(0);
    let page = Page::with(move || {
        listen();
        let why = Signal::stored(Some("choose a row".to_owned()));
        register(new_action(done).blocked(why)).button()
    })
    .await;
    let button = page.one("button");
    assert_eq!(
        button.get_attribute("aria-disabled").as_deref(),
        Some("true")
    );
    assert_eq!(
        button.get_attribute("title").as_deref(),
        Some("choose a row")
    );
    focus(&button);
    press("Alt+n");
    assert_eq!(done.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn the_help_sheet_lists_the_keys_of_the_page_and_of_everywhere() {
    let page = Page::with(move || {
        register(new_action(RwSignal::new(0)));
        let jump = Action::new(|m| m.keys.jump.into(), Callback::new(|()| ()));
        register(jump.keys(keys::JUMP).keys_too(keys::JUMP_TOO).everywhere());
        view! { <HelpSheet on_close=Callback::new(|()| ())/> }.into_any()
    })
    .await;
    let tables: Vec<String> = page
        .all("table")
        .iter()
        .filter_map(|table| table.text_content())
        .collect();
    assert_eq!(tables.len(), 3);
    assert!(
        tables[0].contains("New contact") && tables[0].contains("Alt N"),
        "{tables:?}"
    );
    assert!(tables[1].contains("Ctrl K or Alt Q"), "{tables:?}");
    assert!(tables[2].contains("Alt Down"), "{tables:?}");
}
