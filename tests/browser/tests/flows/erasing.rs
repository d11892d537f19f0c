//! A person who stands everywhere is erased: afterwards nothing on the device, in a list, an export or a new backup
//! tells of them, and an old backup does not bring them back.

use crate::backup;
use crate::steps::{
    EERO, choose_template, create_from_contact, latest, load_demo, number_told, unfold,
};
use crate::words::{Words, in_english, in_finnish};
use base64::{Engine, engine::general_purpose::STANDARD};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};
use serde_json::{Value, json};

in_english!(only_the_number_or_the_name_erases);
in_finnish!(
    another_tab_forgets_an_erased_person,
    nothing_on_the_device_tells_of_an_erased_person,
);

/// What everything about the person has in it.
const MARKER: &str = "Xylofoni";
/// A segment of the demo company.
const SEGMENT: &str = "#/segments/SM00006";

/// What erasing is called.
struct Names {
    more_actions: &'static str,
    report: &'static str,
    general: &'static str,
    save_report: &'static str,
    erase: &'static str,
    erase_now: &'static str,
    question: &'static str,
    keep: &'static str,
    type_no: &'static str,
    interaction: &'static str,
    draft: &'static str,
    line: &'static str,
    erased: &'static str,
    erased_contact: &'static str,
    erased_again: &'static str,
    surname: &'static str,
    add_by_hand: &'static str,
    contacts: &'static str,
    search_list: &'static str,
    nothing_found: &'static str,
    export: &'static str,
    csv: &'static str,
    exported: &'static str,
}

const ENGLISH: Names = Names {
    more_actions: "More actions",
    report: "Report on this contact",
    general: "General",
    save_report: "Save as a file (JSON)",
    erase: "Erase for good…",
    erase_now: "Erase for good",
    question: "for good?",
    keep: "No, keep",
    type_no: "Type CT000005 or the name to erase",
    interaction: "but not with whom",
    draft: "1 draft is deleted.",
    line: "segment line",
    erased: "Contact CT000005 was erased for good.",
    erased_contact: "Erased contact",
    erased_again: "1 contact that was erased since was erased from it again.",
    surname: "Surname",
    add_by_hand: "Add by hand",
    contacts: "Contacts",
    search_list: "Search the list",
    nothing_found: "Nothing matches",
    export: "Export…",
    csv: "CSV for other programs",
    exported: "exported",
};

const FINNISH: Names = Names {
    more_actions: "Lisää toimintoja",
    report: "Tietoraportti kontaktista",
    general: "Yleiset",
    save_report: "Tallenna tiedostoon (JSON)",
    erase: "Poista tiedot pysyvästi…",
    erase_now: "Poista pysyvästi",
    question: "pysyvästi?",
    keep: "Älä poista",
    type_no: "Poista kirjoittamalla CT000005 tai nimi",
    interaction: "mutta ei se, kenen kanssa",
    draft: "1 luonnos poistetaan.",
    line: "segmentin rivi",
    erased: "Kontaktin CT000005 tiedot poistettiin pysyvästi.",
    erased_contact: "Poistettu kontakti",
    erased_again: "Siitä poistettiin uudelleen 1 kontakti",
    surname: "Sukunimi",
    add_by_hand: "Lisää käsin",
    contacts: "Kontaktit",
    search_list: "Etsi luettelosta",
    nothing_found: "Ei osumia",
    export: "Vie…",
    csv: "CSV muille ohjelmille",
    exported: "viety.",
};

fn names(w: &Words) -> &'static Names {
    match w.tag {
        "fi" => &FINNISH,
        _ => &ENGLISH,
    }
}

/// How often the marker stands in what the browser keeps for the site, in any case: all databases, and what lies beside
/// them.
async fn n_marks(browser: &Browser) -> u64 {
    let count = "
        const read = (name) => new Promise((done, failed) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => failed(opening.error);
            opening.onsuccess = () => {
                const stores = [...opening.result.objectStoreNames];
                const reading = opening.result.transaction(stores);
                const found = [];
                for (const store of stores) {
                    const source = reading.objectStore(store);
                    source.getAll().onsuccess = (event) => found.push(...event.target.result);
                    source.getAllKeys().onsuccess = (event) => found.push(...event.target.result);
                }
                reading.oncomplete = () => { opening.result.close(); done(found); };
            };
        });
        const text = (value) => value instanceof Uint8Array
            ? new TextDecoder().decode(value) : JSON.stringify(value);
        let all = JSON.stringify(localStorage) + JSON.stringify(sessionStorage);
        all += JSON.stringify(history.state) + document.documentElement.outerHTML;
        for (const { name } of await indexedDB.databases())
            all += (await read(name)).map(text).join(' ');
        return all.toLowerCase().split(arguments[0].toLowerCase()).length - 1;";
    let found = browser.script_async(count, vec![json!(MARKER)]).await;
    found.as_u64().expect("a count")
}

/// How often the marker stands in a backup.
async fn n_marks_in(browser: &Browser, file: &[u8]) -> u64 {
    let count = "
        const file = Uint8Array.from(atob(arguments[1]), (c) => c.charCodeAt(0));
        const lengths = new DataView(file.buffer);
        let at = file.indexOf(10) + 1, all = '';
        const decoder = new TextDecoder();
        for (let n; (n = lengths.getUint32(at)) > 0; at += 4 + n) {
            const piece = new Blob([file.subarray(at + 4, at + 4 + n)]).stream();
            const plain = piece.pipeThrough(new DecompressionStream('gzip'));
            all += decoder.decode(await new Response(plain).arrayBuffer(), { stream: true });
        }
        return all.toLowerCase().split(arguments[0].toLowerCase()).length - 1;";
    let arguments = vec![json!(MARKER), json!(STANDARD.encode(file))];
    let found = browser.script_async(count, arguments).await;
    found.as_u64().expect("a count")
}

/// Gives the contact the marked name, in the demo company.
async fn mark(browser: &Browser, w: &Words) {
    load_demo(browser, w).await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.textbox(names(w).surname).fill(MARKER).await;
    browser.press("Tab").await;
    browser.heading(has(MARKER)).seen().await;
}

/// Has the contact stand wherever one can.
async fn mark_everywhere(browser: &Browser, w: &Words) {
    let n = names(w);
    mark(browser, w).await;
    browser.textbox(w.email).fill("eero@xylofoni.example").await;
    browser.press("Tab").await;
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet
        .textbox(w.description)
        .fill("About the Xylofoni")
        .await;
    unfold(&sheet, w.comments).await;
    sheet.button(w.add_comment).click().await;
    sheet.textbox(w.first_comment).fill("A Xylofoni in C").await;
    sheet.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;

    browser.open(SEGMENT).await;
    browser.button(has(n.add_by_hand)).first().click().await;
    let dialog = browser.dialog(n.add_by_hand);
    dialog.combobox(any()).fill(MARKER).await;
    browser.option(has(MARKER)).first().click().await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;

    // A view that searches for the name, and what was opened last.
    let view = "
        const { database } = JSON.parse(localStorage.getItem('lokikirja.companies'))[0];
        const view = { name: 'Mine', shows: 'search=Xylofoni%20Eero' };
        view.shows = 'search=' + encodeURIComponent(arguments[0]);
        localStorage.setItem(`lokikirja.views.${database}.contacts`, JSON.stringify([view]));";
    let name = format!("Eero {MARKER}");
    browser.script(view, vec![json!(name)]).await;

    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill("Half a Xylofoni").await;
    sheet.says(w.draft_kept).await;
    browser.restart().await;
}

/// The report on the person holds all of it, and so does its form for machines.
async fn report(browser: &Browser, n: &Names) {
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.button(n.more_actions).click().await;
    browser.menu_item(n.report).click().await;
    browser.heading(n.report).seen().await;
    browser.heading(n.general).seen().await;
    let page = browser.find(Role::Main, any());
    for held in [
        "Eero Xylofoni",
        "eero@xylofoni.example",
        "About the Xylofoni",
        "A Xylofoni in C",
        "Half a Xylofoni",
        "SM00006",
    ] {
        page.says(held).await;
    }
    browser
        .script("delete window.showSaveFilePicker", Vec::new())
        .await;
    browser.button(n.save_report).click().await;
    let (_, file) = browser.take_download(".json").await;
    let held: Value = serde_json::from_slice(&file).expect("JSON");
    assert_eq!(held["format"], 1);
    assert_eq!(held["contact"]["email"], "eero@xylofoni.example");
    assert_eq!(
        held["interactions"][0]["comments"][0]["text"],
        "A Xylofoni in C"
    );
    assert_eq!(held["drafts"][0]["description"], "Half a Xylofoni");
}

async fn ask(browser: &Browser, n: &Names) {
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.button(n.more_actions).click().await;
    browser.menu_item(n.erase).click().await;
}

async fn erase(browser: &Browser, w: &Words) {
    let n = names(w);
    ask(browser, n).await;
    let question = browser.dialog(has(n.question));
    question.textbox(n.type_no).fill(EERO).await;
    question.button(n.erase_now).click().await;
    browser.region(w.notifications).says(n.erased).await;
}

async fn nothing_on_the_device_tells_of_an_erased_person(browser: &Browser, w: &'static Words) {
    let n = names(w);
    let b = backup::names(w);
    mark_everywhere(browser, w).await;
    backup::open_page(browser, b).await;
    let old = backup::back_up(browser, w).await;
    assert!(n_marks_in(browser, &old).await > 5);
    assert!(n_marks(browser).await > 5);
    // The state that is set aside holds the person too.
    backup::replace(browser, w, &old).await;

    report(browser, n).await;
    ask(browser, n).await;
    let question = browser.dialog(has(n.question));
    for told in [n.interaction, n.draft, n.line] {
        question.says(told).await;
    }
    question.button(n.keep).click().await;
    erase(browser, w).await;
    assert_eq!(n_marks(browser).await, 0, "on the device");

    // Nor is anything found or told.
    let search = browser.searchbox(n.search_list).first();
    search.fill("Eero X").await;
    browser.find(Role::Main, any()).says(n.nothing_found).await;
    let log = latest(browser, w).await;
    assert!(log[0].contains(n.erased_contact), "{log:?}");
    browser.open("#/interactions").await;
    browser
        .script("delete window.showSaveFilePicker", Vec::new())
        .await;
    browser.button(n.export).click().await;
    browser.menu_item(n.csv).click().await;
    let (_, csv) = browser.take_download(".csv").await;
    browser.region(w.notifications).says(n.exported).await;
    let csv = String::from_utf8(csv).expect("text");
    assert!(csv.contains(n.erased_contact) && !csv.contains(MARKER));
    backup::open_page(browser, b).await;
    let new = backup::back_up(browser, w).await;
    assert_eq!(n_marks_in(browser, &new).await, 0, "in a new backup");

    // The old backup holds the person, and the device does not take it from there.
    backup::replace(browser, w, &old).await;
    browser.region(w.notifications).says(n.erased_again).await;
    let log = latest(browser, w).await;
    assert!(log[0].contains(n.erased_contact), "{log:?}");
    browser.reload().await;
    assert_eq!(latest(browser, w).await, log);
    assert_eq!(
        n_marks(browser).await,
        0,
        "after the old backup was restored"
    );
}

async fn only_the_number_or_the_name_erases(browser: &Browser, w: &'static Words) {
    let n = names(w);
    mark(browser, w).await;
    ask(browser, n).await;
    let question = browser.dialog(has(n.question));
    let field = question.textbox(n.type_no);
    field.has_focus().await;
    for wrong in ["", "Eero", "ct000005"] {
        field.fill(wrong).await;
        question.button(n.erase_now).click().await;
        field.has_attribute("aria-invalid", "true").await;
    }
    field.fill(&format!(" Eero {MARKER} ")).await;
    browser.press("Control+Enter").await;
    browser.region(w.notifications).says(n.erased).await;
    browser.heading(n.contacts).seen().await;
    assert_eq!(n_marks(browser).await, 0);
    browser.press("Control+z").await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.heading(has(MARKER)).gone().await;
}

async fn another_tab_forgets_an_erased_person(browser: &Browser, w: &'static Words) {
    mark(browser, w).await;
    let sheet = create_from_contact(browser, w, EERO).await;
    sheet.textbox(w.description).fill("Half a Xylofoni").await;
    sheet.says(w.draft_kept).await;
    let here = browser.tab().await;
    browser.open_tab("#/").await;
    erase(browser, w).await;
    browser.show(&here).await;
    sheet.textbox(w.description).add_text(" and a half").await;
    sheet.button(w.ok).click().await;
    sheet.says(w.contact).await;
    // There is no draft to go on with.
    browser.reload().await;
    browser.dialog(any()).button(w.close).first().click().await;
    browser.find(Role::Main, any()).says(w.latest).await;
    browser.button(w.go_on).gone().await;
    assert_eq!(n_marks(browser).await, 0);
}
