//! Lists stand in the order of the language that is shown, not of the letters' numbers nor of the stored keys.

use crate::steps::start_empty;
use crate::words::{Words, in_finnish};
use lokikirja_browser_tests::{Browser, Scope, Trouble, any, eventually, has};

in_finnish!(names_stand_in_the_order_of_the_language);

/// In an order that is none, so that no list shows them rightly by chance.
const CREATED: [&str; 7] = ["öljy", "zebra", "Åbo", "aalto", "wahl", "Äijälä", "vahti"];
const FINNISH: [&str; 7] = ["aalto", "vahti", "wahl", "zebra", "Åbo", "Äijälä", "öljy"];
const ENGLISH: [&str; 7] = ["aalto", "Åbo", "Äijälä", "öljy", "vahti", "wahl", "zebra"];

async fn names_stand_in_the_order_of_the_language(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    browser.button(w.use_suggested).first().click().await;
    browser.button(w.use_suggested).gone().await;
    for name in CREATED {
        browser.open("#/contacts?sheet=new").await;
        let dialog = browser.dialog(w.new_contact);
        dialog.textbox(w.name).fill(name).await;
        dialog.button(w.ok).click().await;
        dialog.gone().await;
    }
    browser.open("#/contacts?up=name").await;
    stand(browser, FINNISH).await;
    browser.button(has("English")).click().await;
    stand(browser, ENGLISH).await;
}

async fn stand(browser: &Browser, expected: [&str; 7]) {
    eventually(format!("{expected:?}"), async || {
        let names = browser.grid(any()).link(any()).names().await;
        let found: Vec<&str> = names
            .iter()
            .map(String::as_str)
            .filter(|name| expected.contains(name))
            .collect();
        if found == expected {
            Ok(())
        } else {
            Err(Trouble::NotYet(format!("there are {names:?}")))
        }
    })
    .await;
}
