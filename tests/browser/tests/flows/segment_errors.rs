//! What keeps a segment from the log: each thing is named with its line and its field, and leads there. Until
//! all is mended nothing is logged, also not the lines with which nothing is wrong.

use crate::steps::{load_demo, look_up, n_lines};
use crate::words::{Words, in_english};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};

in_english!(what_is_wrong_is_named_and_led_to_and_nothing_is_logged);

/// A segment of the demo company whose lines all have the header's values.
const CALLS: &str = "#/segments/SM00006";
const DESCRIPTION: &str = "Calls in spring";

/// What it is called, in one language.
struct Names {
    lines: &'static str,
    general: &'static str,
    segment_only: &'static str,
    log: &'static str,
    log_segment: &'static str,
    go_to_description: &'static str,
    no_description: &'static str,
    no_salesperson: &'static str,
    no_date: &'static str,
    logged_segments: &'static str,
}

const EN: Names = Names {
    lines: "Segment Lines",
    general: "General",
    segment_only: "No, the segment only",
    log: "Log",
    log_segment: "Log Segment",
    go_to_description: "Go to Description",
    no_description: "Description must be filled in.",
    no_salesperson: "Salesperson must be filled in.",
    no_date: "Date must be filled in.",
    logged_segments: "Logged Segments",
};

const FI: Names = Names {
    lines: "Segmentin rivit",
    general: "Yleiset",
    segment_only: "Ei, vain segmentissä",
    log: "Loki",
    log_segment: "Lokin segmentti",
    go_to_description: "Siirry kenttään Kuvaus",
    no_description: "Kuvaus on täytettävä.",
    no_salesperson: "Myyjä on täytettävä.",
    no_date: "Päivämäärä on täytettävä.",
    logged_segments: "Lokiin kirjatut segmentit",
};

async fn what_is_wrong_is_named_and_led_to_and_nothing_is_logged(
    browser: &Browser,
    w: &'static Words,
) {
    let n = if w.tag == "fi" { &FI } else { &EN };
    load_demo(browser, w).await;
    browser.open(CALLS).await;
    n_lines(browser, n.lines).await;
    // The header loses its description, the second line its salesperson, the third its date.
    browser.find(Role::Disclosure, has(n.general)).click().await;
    browser.textbox(w.description).fill("").await;
    browser.press("Enter").await;
    let question = browser.question(any());
    question.button(n.segment_only).click().await;
    question.gone().await;
    let second = empty(browser, w, n, 2, Role::Combobox, w.salesperson).await;
    let third = empty(browser, w, n, 3, Role::TextBox, w.date).await;

    // The description comes first, and hides nothing of the lines.
    browser.button(n.log).click().await;
    let dialog = browser.dialog(n.log_segment);
    dialog.says(n.no_description).await;
    for (line, why) in [(&second, n.no_salesperson), (&third, n.no_date)] {
        dialog.says(line).await;
        dialog.says(why).await;
    }
    let ok = dialog.button(has(w.ok));
    ok.has_attribute("aria-disabled", "true").await;
    browser.press("Control+Enter").await;
    dialog.seen().await;
    dialog.button(n.go_to_description).click().await;
    let description = browser.textbox(w.description);
    description.has_focus().await;
    description.fill(DESCRIPTION).await;
    browser.press("Enter").await;
    question.button(n.segment_only).click().await;
    browser.heading(DESCRIPTION).seen().await;

    // Each line that is named leads to its own field.
    browser.button(n.log).click().await;
    // Called “Open line” and the line.
    let way = |line: &str| dialog.button(has(line));
    way(&third).click().await;
    dialog.gone().await;
    let date = browser.textbox(w.date);
    date.has_focus().await;
    date.fill("2026-11-02").await;
    browser.press("Tab").await;
    browser.back().await;
    way(&third).gone().await;
    ok.has_attribute("aria-disabled", "true").await;

    // So far nothing is in the log.
    let here = browser.tab().await;
    browser.open_tab("#/logged-segments").await;
    browser.heading(n.logged_segments).seen().await;
    browser.link(has(DESCRIPTION)).gone().await;
    browser.close_tab().await;
    browser.show(&here).await;

    way(&second).click().await;
    dialog.gone().await;
    let salesperson = browser.combobox(w.salesperson);
    salesperson.has_focus().await;
    look_up(&salesperson, browser, "Ward").await;
    browser.back().await;
    way(&second).gone().await;
    ok.click().await;
    dialog.gone().await;
    browser.region(w.notifications).says("SM00006").await;
    browser.open("#/logged-segments").await;
    browser.link(has(DESCRIPTION)).seen().await;
}

/// Empties a field of a line, in its sheet; gives the name of the line's contact.
async fn empty(
    browser: &Browser,
    w: &Words,
    n: &Names,
    line: usize,
    role: Role,
    field: &str,
) -> String {
    let lines = browser.grid(n.lines);
    let row = lines.row(any()).nth(line);
    row.button(any()).first().click().await;
    let sheet = browser.dialog(any());
    let title = sheet.heading(any()).first();
    let name = title.text().await;
    sheet.find(role, field).fill("").await;
    browser.press("Tab").await;
    sheet.button(has(w.close)).first().click().await;
    sheet.gone().await;
    name
}
