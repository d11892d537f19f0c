//! What leaves the app for the contacts of a segment: files of their fields and their cards, address
//! labels and cover sheets.

use crate::steps::{load_demo, n_lines};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};
use serde_json::json;

in_english!(
    labels_fill_the_sheets_that_shops_have,
    mc_092_the_cover_sheet_of_a_contact_is_printed_and_not_logged,
);
in_finnish!(
    sg_013_the_contacts_of_a_segment_are_exported,
    sg_010_cover_sheets_of_a_segment_are_printed_and_logged,
    contacts_selected_in_the_list_get_cover_sheets_and_labels,
);

/// A segment of the demo company, with among its lines this person of this company, whatever the day.
const SEGMENT: &str = "#/segments/SM00006";
const PERSON: &str = "Katja Hiltunen";
const COMPANY: &str = "Jyväsranta Kiinteistöt Oy";
const STREET: &str = "Väinönkatu 11";

/// What it is called, in one language.
struct Names {
    more: &'static str,
    export: &'static str,
    vcard: &'static str,
    plain_csv: &'static str,
    lines: &'static str,
    exported: &'static str,
    labels: &'static str,
    print_labels: &'static str,
    format: &'static str,
    smaller: &'static str,
    first_label: &'static str,
    not_so_many: &'static str,
    cover_sheets: &'static str,
    print_cover_sheets: &'static str,
    print_cover_sheet: &'static str,
    print: &'static str,
    message: &'static str,
    log: &'static str,
    /// After how many there are.
    are_logged: &'static str,
    company_is: &'static str,
    template: &'static str,
}

const EN: Names = Names {
    more: "More actions",
    export: "Export contacts",
    vcard: "vCard",
    plain_csv: "CSV for other programs",
    lines: "Segment Lines",
    exported: "rows exported.",
    labels: "Address labels",
    print_labels: "Print labels",
    format: "Label format",
    smaller: "63.5 × 38.1 mm, 3 × 7",
    first_label: "First label",
    not_so_many: "Enter a number from 1 to 21.",
    cover_sheets: "Cover sheets",
    print_cover_sheets: "Print cover sheets",
    print_cover_sheet: "Print cover sheet",
    print: "Print",
    message: "Message",
    log: "Log the interactions",
    are_logged: "cover sheets are in the log.",
    company_is: "Pohjola Sales Ltd",
    template: "COVERSH",
};

const FI: Names = Names {
    more: "Lisää toimintoja",
    export: "Vie kontaktit",
    vcard: "vCard",
    plain_csv: "CSV muille ohjelmille",
    lines: "Segmentin rivit",
    exported: "riviä",
    labels: "Osoitetarrat",
    print_labels: "Tulosta osoitetarrat",
    format: "Tarran koko",
    smaller: "63,5 × 38,1 mm, 3 × 7",
    first_label: "Ensimmäinen tarra",
    not_so_many: "Anna luku väliltä 1–21.",
    cover_sheets: "Saatteet",
    print_cover_sheets: "Tulosta saatteet",
    print_cover_sheet: "Tulosta saate",
    print: "Tulosta",
    message: "Viesti",
    log: "Kirjaa vuorovaikutukset lokiin",
    are_logged: "saatetta on kirjattu lokiin.",
    company_is: "Pohjola Myynti Oy",
    template: "COVERSH",
};

fn names(w: &Words) -> &'static Names {
    if w.tag == "fi" { &FI } else { &EN }
}

/// Chooses a line of the menu for what did not fit.
async fn choose(browser: &Browser, n: &Names, item: &str) {
    browser.button(n.more).click().await;
    browser.menu_item(item).click().await;
}

/// From here on the browser's dialog for printing is only counted.
async fn count_prints(browser: &Browser) {
    let stub = "window.prints = 0; window.print = () => { window.prints += 1; };";
    browser.script(stub, Vec::new()).await;
}

async fn printed(browser: &Browser, n: u32) {
    let is_so = format!("return window.prints === {n}");
    browser.wait_for("it is printed", &is_so).await;
}

async fn sg_013_the_contacts_of_a_segment_are_exported(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open(SEGMENT).await;
    let n_lines = n_lines(browser, n.lines).await;
    choose(browser, n, n.export).await;
    let dialog = browser.dialog(n.export);
    dialog.says(&n_lines.to_string()).await;
    dialog.button(has(n.vcard)).click().await;
    let (name, bytes) = browser.take_download(".vcf").await;
    assert!(name.contains("SM00006"), "{name}");
    let messages = browser.region(w.notifications);
    messages.says(&format!("{n_lines} {}", n.exported)).await;
    let cards = String::from_utf8(bytes).expect("UTF-8");
    let n_cards = cards.matches("BEGIN:VCARD\r\nVERSION:4.0\r\n").count();
    assert_eq!(n_cards, n_lines);
    assert!(cards.contains(&format!("\r\nFN:{PERSON}\r\nN:Hiltunen;Katja;;;\r\n")));
    assert!(cards.contains(&format!("\r\nORG:{COMPANY}\r\n")));
    messages.button(w.close).first().click().await;

    // All fields, not only the columns shown.
    choose(browser, n, n.export).await;
    dialog.button(has(n.plain_csv)).click().await;
    let (_, bytes) = browser.take_download(".csv").await;
    let mut rows = csv::Reader::from_reader(bytes.as_slice());
    let columns = rows.headers().expect("headings").len();
    assert_eq!(columns, 24);
    let rows: Vec<_> = rows.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), n_lines);
    let has_all = |row: &csv::StringRecord| {
        let values: Vec<&str> = row.iter().collect();
        [PERSON, COMPANY, STREET]
            .iter()
            .all(|it| values.contains(it))
    };
    assert!(rows.iter().any(has_all));
}

async fn labels_fill_the_sheets_that_shops_have(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open(SEGMENT).await;
    let n_lines = n_lines(browser, n.lines).await;
    choose(browser, n, n.print_labels).await;
    browser.heading(n.labels).seen().await;
    let page = browser.find(Role::Main, any());
    let labels = page.find(Role::ListItem, any());
    labels.counts(n_lines).await;
    page.find(Role::ListItem, any())
        .showing(PERSON)
        .says(STREET)
        .await;
    browser.combobox(n.format).choose(n.smaller).await;
    let first = browser.textbox(n.first_label);
    first.fill("22").await;
    browser.press("Tab").await;
    first.complains(n.not_so_many).await;
    // Two labels of the first sheet are used up.
    first.fill("3").await;
    browser.press("Tab").await;
    labels.counts(n_lines + 2).await;
    count_prints(browser).await;
    browser.button(n.print).click().await;
    printed(browser, 1).await;
    // On paper nothing but the sheets is left, each on a page of its own.
    let print = json!({ "media": "print" });
    browser.cdp("Emulation.setEmulatedMedia", print).await;
    browser.heading(n.labels).gone().await;
    browser.combobox(n.format).gone().await;
    let size = "const sheet = document.querySelector('.paper').getBoundingClientRect(); \
        return [sheet.left, sheet.top, Math.round(sheet.width), Math.round(sheet.height)]";
    let size = browser.script(size, Vec::new()).await;
    assert_eq!(size, json!([0, 0, 794, 1123]), "a sheet of A4 in pixels");
}

/// SG-010, and SG-011: with the mark, one interaction for each contact; without it, none.
async fn sg_010_cover_sheets_of_a_segment_are_printed_and_logged(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open(SEGMENT).await;
    let n_lines = n_lines(browser, n.lines).await;
    choose(browser, n, n.print_cover_sheets).await;
    browser.heading(n.cover_sheets).seen().await;
    let sheets = browser.find(Role::Article, any());
    sheets.counts(n_lines).await;
    let sheet = sheets.showing(PERSON);
    for text in [n.company_is, "33200 Tampere", COMPANY, STREET, "Katja"] {
        sheet.says(text).await;
    }
    browser.textbox(n.message).fill("Brochure enclosed.").await;
    sheet.says("Brochure enclosed.").await;
    count_prints(browser).await;
    // SG-011: printed without being logged.
    let log = browser.checkbox(has(n.log));
    assert!(log.is_checked().await);
    log.click().await;
    browser.button(n.print).click().await;
    printed(browser, 1).await;
    log.click().await;
    browser.button(n.print).click().await;
    printed(browser, 2).await;
    let told = format!("{n_lines} {}", n.are_logged);
    browser.region(w.notifications).says(&told).await;
    // What is logged is not logged again.
    log.has_attribute("aria-disabled", "true").await;
    browser.button(n.print).click().await;
    printed(browser, 3).await;
    browser
        .open(&format!("#/interactions?where-template={}", n.template))
        .await;
    browser.grid(w.log_entries).row(has(PERSON)).seen().await;
}

async fn mc_092_the_cover_sheet_of_a_contact_is_printed_and_not_logged(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("#/contacts?search=Hiltunen").await;
    browser.grid(any()).link(has(PERSON)).first().click().await;
    browser.heading(PERSON).seen().await;
    choose(browser, n, n.print_cover_sheet).await;
    browser.find(Role::Article, any()).says(STREET).await;
    count_prints(browser).await;
    browser.checkbox(has(n.log)).click().await;
    browser.button(n.print).click().await;
    printed(browser, 1).await;
    browser
        .region(w.notifications)
        .find(Role::Button, any())
        .gone()
        .await;
    // Esc leads back to the card.
    browser.press("Escape").await;
    browser.heading(PERSON).seen().await;
}

async fn contacts_selected_in_the_list_get_cover_sheets_and_labels(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    for (item, title, role) in [
        (n.print_cover_sheets, n.cover_sheets, Role::Article),
        (n.print_labels, n.labels, Role::ListItem),
    ] {
        browser.open("#/contacts?search=Suolasirkka").await;
        let list = browser.grid(w.contacts);
        list.row(has("Petri Virta")).seen().await;
        let n_contacts = n_lines(browser, w.contacts).await;
        list.focus().await;
        browser.press("Control+a").await;
        browser.button(n.print).click().await;
        browser.menu_item(item).click().await;
        browser.heading(title).seen().await;
        let page = browser.find(Role::Main, any());
        let sheets = page.find(role, any());
        sheets.counts(n_contacts).await;
        sheets
            .showing("Petri Virta")
            .says("Läntinen Rantakatu 15")
            .await;
        // Esc leads back to the list.
        browser.press("Escape").await;
        list.seen().await;
    }
}
