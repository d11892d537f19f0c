//! What the browser's own printing makes of a page: read back from the PDF.

use crate::steps::load_demo;
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};
use pdf_extract::extract_text_from_mem_by_pages;

in_english!(every_sheet_of_a_list_has_its_headings_and_its_number);
in_finnish!(the_card_of_a_contact_is_printed_without_what_is_pressed);

/// The texts of the sheets, without their gaps: a PDF says where letters stand, not where words end.
async fn sheets(browser: &Browser) -> Vec<String> {
    let pdf = browser.printed(true).await;
    let texts = extract_text_from_mem_by_pages(&pdf).expect("a PDF");
    texts.iter().map(|text| squeezed(text)).collect()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

async fn every_sheet_of_a_list_has_its_headings_and_its_number(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    browser.open("#/contacts").await;
    let list = browser.grid(w.contacts);
    list.row(has("CT000012")).first().seen().await;
    let sheets = sheets(browser).await;
    let n = sheets.len();
    assert!(n >= 3, "sixty contacts on {n} sheets");
    for (at, sheet) in sheets.iter().enumerate() {
        for heading in [w.name, w.phone, w.salesperson] {
            assert!(sheet.contains(&squeezed(heading)), "{heading}: {sheet}");
        }
        assert!(sheet.contains(&format!("{}/{n}", at + 1)), "{sheet}");
    }
    // Every contact is on paper once, though the screen held a part of them.
    let all = sheets.concat();
    for no in 1..=58 {
        assert_eq!(all.matches(&format!("CT{no:06}")).count(), 1, "CT{no:06}");
    }
}

async fn the_card_of_a_contact_is_printed_without_what_is_pressed(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    browser.open("#/contacts?search=Virta").await;
    let list = browser.grid(any());
    list.link(has("Petri Virta")).first().click().await;
    browser.heading("Petri Virta").seen().await;
    browser.find(Role::Main, any()).textbox(w.name).seen().await;
    let paper = sheets(browser).await.concat();
    for text in ["Petri Virta", "Läntinen Rantakatu 15", w.name, w.phone] {
        assert!(paper.contains(&squeezed(text)), "{text}: {paper}");
    }
    for text in [w.create_interaction, w.nav_templates] {
        assert!(!paper.contains(&squeezed(text)), "{text}: {paper}");
    }
}
