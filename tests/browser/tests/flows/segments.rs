//! Segments: from Home to a segment in the log and its follow-up, as the manual tells it; what a
//! change of the header asks; lines edited in place; and the way from Log Segment to what is wrong.

use crate::steps::{EERO, EERO_LUMME, load_demo, look_up, n_lines};
use crate::words::{Words, in_both_languages, in_english};
use lokikirja_browser_tests::{Browser, Locator, Role, Scope, any, has};

in_both_languages!(a_segment_is_made_logged_and_followed_up_as_the_manual_says);
in_english!(
    a_change_of_the_header_asks_and_canceled_changes_nothing,
    lines_are_edited_in_place_by_keys,
    what_keeps_a_segment_from_the_log_leads_to_its_field,
    lines_go_together_and_are_back_by_undo,
    the_card_of_a_contact_names_its_segments,
);

/// A company of the demo company.
const COMPANY: &str = "CT000001";
/// Two of its segments: the second of them has lines that differ from the header.
const CALLS: &str = "#/segments/SM00006";
const DIFFERING: &str = "#/segments/SM00007";
/// What the new segment is called.
const SPRING: &str = "Snowdrop round";
/// The templates of the header, and of one line.
const TEMPLATE: &str = "OUTGOING";
const OTHER_TEMPLATE: &str = "ONSITE";
/// The number series of segments.
const SERIES: &str = "SEGM";

/// What segments are called, in one language.
struct Names {
    active_segments: &'static str,
    segments: &'static str,
    new_segment: &'static str,
    lines: &'static str,
    add_by_hand: &'static str,
    added: &'static str,
    log: &'static str,
    log_segment: &'static str,
    create_follow_up: &'static str,
    segment_nos: &'static str,
    no_series: &'static str,
    was_logged: &'static str,
    open: &'static str,
    logged_segments: &'static str,
    follow_up: &'static str,
}

const EN: Names = Names {
    active_segments: "Active Segments",
    segments: "Segments",
    new_segment: "New segment",
    lines: "Segment Lines",
    add_by_hand: "Add by hand",
    added: "2 contacts added.",
    log: "Log",
    log_segment: "Log Segment",
    create_follow_up: "Create Follow-up Segment",
    segment_nos: "Segment Nos.",
    no_series: "No number series is chosen",
    was_logged: "has been logged: 2 interactions.",
    open: "Open",
    logged_segments: "Logged Segments",
    follow_up: "Follow-up on segment SM00009",
};

const FI: Names = Names {
    active_segments: "Aktiiviset segmentit",
    segments: "Segmentit",
    new_segment: "Uusi segmentti",
    lines: "Segmentin rivit",
    add_by_hand: "Lisää käsin",
    added: "2 kontaktia",
    log: "Loki",
    log_segment: "Lokin segmentti",
    create_follow_up: "Luo seurantasegmentti",
    segment_nos: "Segmenttien nrot",
    no_series: "numerosarja",
    was_logged: "2 vuorovaikutusta",
    open: "Avaa",
    logged_segments: "Lokiin kirjatut segmentit",
    follow_up: "Seuranta segmentille SM00009",
};

fn names(w: &Words) -> Names {
    match w.tag {
        "fi" => FI,
        _ => EN,
    }
}

async fn a_segment_is_made_logged_and_followed_up_as_the_manual_says(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    // Home, Active Segments, New.
    let home = browser.find(Role::Main, any());
    home.link(has(n.active_segments)).click().await;
    browser.grid(n.segments).seen().await;
    browser.button(has(n.new_segment)).click().await;
    let dialog = browser.dialog(n.new_segment);
    dialog.textbox(w.description).fill(SPRING).await;
    dialog.button(has(w.ok)).click().await;
    browser.heading(SPRING).seen().await;
    // The section of the interaction is open, because it is what comes next.
    look_up(&browser.combobox(w.template), browser, TEMPLATE).await;
    add_two(browser, w, &n).await;
    // One line gets another template.
    let lines = browser.grid(n.lines);
    let line = lines.row(has(EERO_LUMME));
    line.grid_cell(TEMPLATE).click().await;
    let choice = format!("{OTHER_TEMPLATE} – {}", w.customer_visit);
    let cell = format!("{}, {EERO_LUMME}", w.template);
    browser.combobox(cell.as_str()).choose(&choice).await;
    browser.press("Tab").await;
    line.grid_cell(has(OTHER_TEMPLATE)).seen().await;
    browser.press("Escape").await;

    without_a_series_there_is_no_follow_up(browser, w, &n).await;
    let dialog = log_dialog(browser, &n).await;
    dialog.checkbox(has(n.create_follow_up)).click().await;
    dialog.says(n.follow_up).await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    let messages = browser.region(w.notifications);
    messages.says(n.was_logged).await;
    // The follow-up segment holds the same contacts.
    messages.button(n.open).first().click().await;
    browser.heading(n.follow_up).seen().await;
    lines.row(has(EERO_LUMME)).seen().await;
    lines.row(has(COMPANY)).seen().await;
    // Every entry in the log has the template of its line.
    browser.open("#/interactions?search=Snowdrop").await;
    let log = browser.grid(w.log_entries);
    let visit = log.row(has(EERO_LUMME));
    visit.grid_cell(OTHER_TEMPLATE).seen().await;
    log.grid_cell(TEMPLATE).seen().await;
    // The segment is among the logged ones.
    browser.open("#/logged-segments").await;
    let logged = browser.grid(n.logged_segments);
    logged.row(has(SPRING)).seen().await;
}

/// A person and a company, chosen one after the other.
async fn add_two(browser: &Browser, w: &Words, n: &Names) {
    browser.button(has(n.add_by_hand)).first().click().await;
    let dialog = browser.dialog(n.add_by_hand);
    for no in [EERO, COMPANY] {
        look_up(&dialog.combobox(w.contact), browser, no).await;
    }
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    browser.region(w.notifications).says(n.added).await;
}

async fn log_dialog<'b>(browser: &'b Browser, n: &Names) -> Locator<'b> {
    browser.button(n.log).click().await;
    let dialog = browser.dialog(n.log_segment);
    dialog.seen().await;
    dialog
}

/// The setup names no series: a follow-up segment can't be asked for, and the dialog says why and leads
/// to where that is mended. Once the setup names one again, nothing stands in the way.
async fn without_a_series_there_is_no_follow_up(browser: &Browser, w: &Words, n: &Names) {
    let card = browser.address().await;
    browser.open("#/setup/marketing").await;
    let series = browser.combobox(n.segment_nos);
    series.fill("").await;
    browser.press("Tab").await;
    browser.region(w.notifications).says(n.segment_nos).await;
    browser.open(&card).await;
    let dialog = log_dialog(browser, n).await;
    let follows = dialog.checkbox(has(n.create_follow_up));
    follows.has_attribute("aria-disabled", "true").await;
    dialog.says(n.no_series).await;
    follows.click().await;
    assert!(!follows.is_checked().await);
    dialog.link(has(w.marketing_setup)).first().click().await;
    look_up(&browser.combobox(n.segment_nos), browser, SERIES).await;
    browser.open(&card).await;
    browser.heading(SPRING).seen().await;
}

async fn a_change_of_the_header_asks_and_canceled_changes_nothing(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    browser.open(CALLS).await;
    let n_calls = n_lines(browser, "Segment Lines").await;
    unfold(browser, "General").await;
    let description = browser.textbox(w.description);
    let before = description.value().await;
    description.fill("Calls in spring").await;
    browser.press("Tab").await;
    let question = browser.question(has("Description was changed."));
    question.button(w.cancel).click().await;
    question.gone().await;
    description.holds(&before).await;
    description.fill("Calls in spring").await;
    browser.press("Enter").await;
    question.button("No, the segment only").click().await;
    browser.heading("Calls in spring").seen().await;
    let differs = browser.button(has("Differs from header"));
    differs.says(&n_calls.to_string()).await;
    description.fill("Calls in summer").await;
    browser.press("Enter").await;
    question.button("Yes, the lines too").click().await;
    browser.heading("Calls in summer").seen().await;
    differs.gone().await;
    let lines = browser.grid("Segment Lines");
    lines.grid_cell("Calls in summer").first().seen().await;
}

async fn unfold(browser: &Browser, title: &str) {
    browser.find(Role::Disclosure, has(title)).click().await;
}

async fn lines_are_edited_in_place_by_keys(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open(CALLS).await;
    let lines = browser.grid("Segment Lines");
    lines.seen().await;
    let first = lines.row(any()).nth(1);
    first
        .grid_cell("Calls after the introduction")
        .click()
        .await;
    let cell = |field: &str| has(&format!("{field}, "));
    browser
        .textbox(cell(w.description))
        .fill("Ring at noon")
        .await;
    browser.press("Tab").await;
    browser.combobox(cell("Language")).has_focus().await;
    browser.press("Tab").await;
    // What is no amount stays in the field, and is said above the lines.
    let cost = browser.textbox(cell(w.cost));
    cost.fill("much").await;
    browser.press("Enter").await;
    browser.alert(any()).showing(w.not_an_amount).seen().await;
    cost.fill("7.50").await;
    browser.press("Enter").await;
    cost.gone().await;
    first.grid_cell(has("Ring at noon")).seen().await;
    first.grid_cell(has("7.50")).seen().await;
    // The keyboard is on the cell below; F8 copies from above, Esc gives back.
    browser.press("F8").await;
    let second = lines.row(any()).nth(2);
    second.grid_cell(has("7.50")).seen().await;
    browser.press("F2").await;
    cost.fill("99").await;
    browser.press("Escape").await;
    cost.gone().await;
    second.grid_cell(has("7.50")).seen().await;
    // What differs is found by the pill, and set back.
    let differs = browser.button(has("Differs from header"));
    differs.says("2").await;
    differs.click().await;
    lines.row(any()).counts(3).await;
    browser.button("Select all").click().await;
    browser.button("Set back to header").click().await;
    browser.region(w.notifications).says("Set back").await;
    browser.button("Show all").click().await;
    differs.gone().await;
}

async fn what_keeps_a_segment_from_the_log_leads_to_its_field(
    browser: &Browser,
    w: &'static Words,
) {
    load_demo(browser, w).await;
    browser.open(CALLS).await;
    let lines = browser.grid("Segment Lines");
    // A line without a salesperson.
    lines.row(any()).nth(1).button(any()).first().click().await;
    let sheet = browser.dialog(any());
    let salesperson = sheet.combobox(w.salesperson);
    salesperson.fill("").await;
    browser.press("Tab").await;
    sheet.button(has(w.close)).first().click().await;
    let dialog = log_dialog(browser, &EN).await;
    dialog.says("Salesperson must be filled in.").await;
    let ok = dialog.button(has(w.ok));
    ok.has_attribute("aria-disabled", "true").await;
    dialog.button(has("Open line")).click().await;
    dialog.gone().await;
    let salesperson = browser.combobox(w.salesperson);
    salesperson.has_focus().await;
    look_up(&salesperson, browser, "Ward").await;
    browser.back().await;
    dialog.seen().await;
    dialog.button(has("Open line")).gone().await;
    ok.click().await;
    dialog.gone().await;
    browser
        .region(w.notifications)
        .says("Segment SM00006 has been logged")
        .await;
}

async fn lines_go_together_and_are_back_by_undo(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open(DIFFERING).await;
    let lines = browser.grid("Segment Lines");
    let n = n_lines(browser, "Segment Lines").await;
    lines.row(any()).counts(n + 1).await;
    browser.button("Select all").click().await;
    browser.button("Delete lines").click().await;
    let messages = browser.region(w.notifications);
    messages.says(&format!("{n} segment lines deleted.")).await;
    browser
        .find(Role::Main, any())
        .says("No contacts in this segment yet")
        .await;
    messages.button("Undo").click().await;
    lines.row(any()).counts(n + 1).await;
}

async fn the_card_of_a_contact_names_its_segments(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open(CALLS).await;
    browser.button(has("Add by hand")).first().click().await;
    let dialog = browser.dialog("Add by hand");
    look_up(&dialog.combobox(w.contact), browser, EERO).await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    let card = browser.region("Segments");
    card.link("Line").click().await;
    browser.dialog(EERO_LUMME).seen().await;
}
