//! What can be done with a row, by the keyboard: Shift+F10 or the menu key, arrows, Enter; Esc goes back to the row.

use crate::steps::load_demo;
use crate::words::{EN, FI, Words};
use lokikirja_browser_tests::{Browser, Role, Scope, any, flow, has};

/// What the menu says.
struct Lines {
    filter_to_value: &'static str,
    copy: &'static str,
}

fn lines(w: &Words) -> Lines {
    match w.tag {
        "fi" => Lines {
            filter_to_value: "Suodata solun arvolla",
            copy: "Kopioi arvo",
        },
        _ => Lines {
            filter_to_value: "Filter to the value of the cell",
            copy: "Copy the value",
        },
    }
}

#[test]
fn a_row_has_a_menu_for_the_keyboard_in_english() {
    flow(EN.setup(), async |browser| {
        the_menu_of_a_row(browser, &EN).await
    });
}

#[test]
fn a_row_has_a_menu_for_the_keyboard_in_finnish() {
    flow(FI.setup(), async |browser| {
        the_menu_of_a_row(browser, &FI).await
    });
}

async fn the_menu_of_a_row(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open("#/contacts").await;
    let list = browser.grid(w.contacts);
    list.seen().await;
    list.focus().await;
    browser.press("ArrowDown").await;
    browser.press("Shift+F10").await;
    let menu = browser.find(Role::Menu, any());
    let l = lines(w);
    for line in [w.create_interaction, l.filter_to_value, l.copy, w.delete] {
        menu.menu_item(has(line)).seen().await;
    }

    // Esc goes back to the row.
    browser.press("Escape").await;
    menu.gone().await;
    list.has_focus().await;

    // What the page does with the row.
    browser.press("Shift+F10").await;
    let create = menu.menu_item(has(w.create_interaction));
    create.seen().await;
    browser.press("ArrowDown").await;
    create.has_focus().await;
    browser.press("Enter").await;
    let sheet = browser.dialog(w.create_interaction);
    sheet.seen().await;
    sheet.button(w.cancel).click().await;
    sheet.gone().await;

    // Each contact has a number of its own: one row is left.
    list.focus().await;
    browser.press("Home").await;
    browser.press("Shift+F10").await;
    menu.menu_item(has(l.filter_to_value)).click().await;
    menu.gone().await;
    list.has_attribute("aria-rowcount", "2").await;
    list.has_focus().await;
}
