//! Backup and restore, from the press to the other browser: a company becomes a file and the file a company,
//! and what is no whole backup changes nothing.

use crate::steps::{
    EERO, choose_template, create_from_contact, latest, load_demo, number_told, start_empty,
};
use crate::words::{EN, FI, Words, in_english, in_finnish};
use base64::{Engine, engine::general_purpose::STANDARD};
use lokikirja_browser_tests::{Browser, Role, Scope, Trouble, any, eventually, flow, has};
use serde_json::{Value, json};
use std::cell::RefCell;

in_english!(
    a_sealed_backup_opens_by_its_passphrase_only,
    a_browser_killed_while_it_restores_shows_the_company_it_had,
    a_restored_demo_is_found_by_a_browser_that_forgot_its_companies,
);
in_finnish!(
    another_tab_is_told_that_the_company_was_exchanged,
    a_damaged_file_changes_nothing,
    what_reads_of_a_damaged_logbook_is_saved_and_restored,
    a_backup_is_asked_for_when_there_is_something_to_lose,
    a_backup_takes_the_place_of_the_company_and_gives_it_back,
);

/// What backup and restore are called.
pub struct Names {
    pub page: &'static str,
    pub back_up: &'static str,
    pub encrypt: &'static str,
    pub passphrase: &'static str,
    pub passphrase_again: &'static str,
    pub differs: &'static str,
    pub written: &'static str,
    pub unlock: &'static str,
    pub not_opened: &'static str,
    pub damaged: &'static str,
    pub not_a_backup: &'static str,
    pub newer: &'static str,
    pub nothing_changed: &'static str,
    pub from_backup: &'static str,
    pub as_new: &'static str,
    pub replace: &'static str,
    pub restored: &'static str,
    pub go_back: &'static str,
    pub set_aside: &'static str,
    pub other_state: &'static str,
    pub exchanged: &'static str,
    pub open_current: &'static str,
    pub save_what_reads: &'static str,
    pub not_all_reads: &'static str,
    pub due: &'static str,
    pub later: &'static str,
    pub log_entries: &'static str,
}

const ENGLISH: Names = Names {
    page: "Backup and restore",
    back_up: "Back up now",
    encrypt: "Encrypt with a passphrase",
    passphrase: "Passphrase",
    passphrase_again: "Passphrase again",
    differs: "This is not the same passphrase.",
    written: "Backed up: ",
    unlock: "Open the file",
    not_opened: "The passphrase is wrong, or the file is damaged.",
    damaged: "The file is damaged, or not all of it is there.",
    not_a_backup: "This file is no backup of Lokikirja.",
    newer: "A newer version of Lokikirja wrote this file.",
    nothing_changed: "Nothing was restored, and nothing has changed.",
    from_backup: "Restore from a backup",
    as_new: "Restore as a new company",
    replace: "Replace ",
    restored: "Restored: ",
    go_back: "Go back",
    set_aside: "(set aside on",
    other_state: "The other state",
    exchanged: "Another tab has exchanged ",
    open_current: "Open the other",
    save_what_reads: "Save what can be read",
    not_all_reads: "could not be read when the file was written",
    due: "in no backup yet.",
    later: "Later",
    log_entries: "Interaction Log Entries",
};

const FINNISH: Names = Names {
    page: "Varmuuskopiointi ja palautus",
    back_up: "Varmuuskopioi nyt",
    encrypt: "Salaa salalauseella",
    passphrase: "Salalause",
    passphrase_again: "Salalause uudelleen",
    differs: "Salalauseet eivät ole samat.",
    written: "Varmuuskopioitu: ",
    unlock: "Avaa tiedosto",
    not_opened: "Salalause on väärä, tai tiedosto on vioittunut.",
    damaged: "Tiedosto on vioittunut, tai osa siitä puuttuu.",
    not_a_backup: "Tiedosto ei ole Lokikirjan varmuuskopio.",
    newer: "Tiedoston on kirjoittanut Lokikirjan uudempi versio.",
    nothing_changed: "Mitään ei palautettu, eikä mikään ole muuttunut.",
    from_backup: "Palauta varmuuskopiosta",
    as_new: "Palauta uutena yrityksenä",
    replace: "Korvaa ",
    restored: "Palautettu: ",
    go_back: "Palaa siihen",
    set_aside: "(siirretty sivuun",
    other_state: "Toinen tila",
    exchanged: " on vaihdettu toisessa välilehdessä.",
    open_current: "Avaa toinen",
    save_what_reads: "Tallenna se, minkä voi lukea",
    not_all_reads: "ei voitu lukea, kun tiedosto kirjoitettiin",
    due: "ei ole vielä missään varmuuskopiossa.",
    later: "Myöhemmin",
    log_entries: "Vuorovaikutuslokin tapahtumat",
};

/// Their names in a language.
pub fn names(w: &Words) -> &'static Names {
    match w.tag {
        "fi" => &FINNISH,
        _ => &ENGLISH,
    }
}

/// Opens the page.
pub async fn open_page(browser: &Browser, n: &Names) {
    browser.open("#/setup/backup").await;
    is_at_page(browser, n).await;
}

/// The page is open. No browser without a window can show the dialog in which a file is placed: there the file is
/// downloaded, as in browsers that have no such dialog.
pub async fn is_at_page(browser: &Browser, n: &Names) {
    browser.heading(n.page).seen().await;
    browser
        .script("delete window.showSaveFilePicker", Vec::new())
        .await;
}

/// Backs the open company up. Gives the file.
pub async fn back_up(browser: &Browser, w: &Words) -> Vec<u8> {
    let n = names(w);
    browser.button(n.back_up).click().await;
    let (name, bytes) = browser.take_download(".lokikirja").await;
    told(browser, w, &format!("{}{name}", n.written)).await;
    bytes
}

async fn told(browser: &Browser, w: &Words, sentence: &str) {
    browser.region(w.notifications).says(sentence).await;
}

/// Chooses a file of these bytes, as the user does in the browser's own dialog.
pub async fn choose(browser: &Browser, bytes: &[u8]) {
    browser
        .wait_for(
            "a field for a file",
            "return document.querySelector('input[type=file]') !== null",
        )
        .await;
    let put = "
        const field = document.querySelector('input[type=file]');
        const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], 'kopio.lokikirja'));
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    browser
        .script(put, vec![json!(STANDARD.encode(bytes))])
        .await;
}

/// The names of the companies on the device and of their databases.
async fn on_device(browser: &Browser) -> Value {
    let names = "
        const databases = (await indexedDB.databases()).map((one) => one.name).sort();
        const cards = JSON.parse(localStorage.getItem('lokikirja.companies') ?? '[]');
        return [databases, cards.map((card) => card.name)];";
    browser.script_async(names, Vec::new()).await
}

/// A company crosses from one browser into another that knows nothing yet.
fn crosses(w: &'static Words) {
    let n = names(w);
    let carried = RefCell::new((Vec::new(), Vec::new()));
    flow(w.setup(), async |browser| {
        load_demo(browser, w).await;
        let log = latest(browser, w).await;
        open_page(browser, n).await;
        carried.replace((back_up(browser, w).await, log));
    });
    let (file, log) = carried.take();
    flow(w.setup(), async |browser| {
        browser.open("").await;
        browser.button(n.from_backup).click().await;
        choose(browser, &file).await;
        let table = browser.find(Role::Table, any());
        table.says(n.log_entries).await;
        browser.button(n.as_new).click().await;
        told(browser, w, n.restored).await;
        assert_eq!(latest(browser, w).await, log);
        // It is the same logbook: it goes on with the next number.
        browser.reload().await;
        assert_eq!(latest(browser, w).await, log);
    });
}

#[test]
fn a_backup_becomes_a_company_in_another_browser_in_english() {
    crosses(&EN);
}

#[test]
fn a_backup_becomes_a_company_in_another_browser_in_finnish() {
    crosses(&FI);
}

async fn log_one(browser: &Browser, w: &Words) {
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;
}

/// Restores a file in place of the open company.
pub async fn replace(browser: &Browser, w: &Words, file: &[u8]) {
    let n = names(w);
    choose(browser, file).await;
    browser.button(has(n.replace)).click().await;
    browser.question(any()).button(has(n.replace)).click().await;
    told(browser, w, n.restored).await;
}

async fn a_backup_takes_the_place_of_the_company_and_gives_it_back(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    let before = latest(browser, w).await;
    open_page(browser, n).await;
    let file = back_up(browser, w).await;
    log_one(browser, w).await;
    let after = latest(browser, w).await;
    assert_ne!(after, before);

    open_page(browser, n).await;
    replace(browser, w, &file).await;
    assert_eq!(latest(browser, w).await, before);

    // It is still there after a reload, and so is the way back.
    browser.reload().await;
    assert_eq!(latest(browser, w).await, before);
    browser.open("#/setup/backup").await;
    browser.heading(n.other_state).seen().await;
    browser.find(Role::Main, any()).says(n.set_aside).await;
    browser.button(n.go_back).click().await;
    browser
        .region(w.notifications)
        .button(n.go_back)
        .seen()
        .await;
    assert_eq!(latest(browser, w).await, after);
}

/// What it shows is not lost and not left by itself: something may be being typed there.
async fn another_tab_is_told_that_the_company_was_exchanged(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    let before = latest(browser, w).await;
    open_page(browser, n).await;
    let file = back_up(browser, w).await;
    log_one(browser, w).await;
    let after = latest(browser, w).await;
    let here = browser.tab().await;
    browser.open_tab("#/").await;
    open_page(browser, n).await;
    replace(browser, w, &file).await;
    browser.show(&here).await;
    let message = browser.region(w.notifications);
    message.says(n.exchanged).await;
    assert_eq!(latest(browser, w).await, after);
    message.button(n.open_current).click().await;
    eventually("the current state", async || {
        match latest(browser, w).await {
            found if found == before => Ok(()),
            found => Err(Trouble::NotYet(format!("it shows {found:?}"))),
        }
    })
    .await;
}

async fn a_sealed_backup_opens_by_its_passphrase_only(browser: &Browser, w: &'static Words) {
    let n = names(w);
    const SECRET: &str = "three words in sleet";
    load_demo(browser, w).await;
    let log = latest(browser, w).await;
    open_page(browser, n).await;
    browser.checkbox(n.encrypt).click().await;
    browser.textbox(n.passphrase).fill(SECRET).await;
    browser
        .textbox(n.passphrase_again)
        .fill("three words")
        .await;
    browser.button(n.back_up).click().await;
    browser.find(Role::Main, any()).says(n.differs).await;
    browser.textbox(n.passphrase_again).fill(SECRET).await;
    let file = back_up(browser, w).await;
    let kept = "return JSON.stringify(localStorage) + location.href";
    let kept = browser.script(kept, Vec::new()).await.to_string();
    assert!(!kept.contains(SECRET), "{kept}");
    let device = on_device(browser).await;

    open_page(browser, n).await;
    browser.reload().await;
    choose(browser, &file).await;
    for (passphrase, file) in [("three words in sleeT", &file), (SECRET, &flipped(&file))] {
        choose(browser, file).await;
        browser.textbox(n.passphrase).first().fill(passphrase).await;
        browser.button(n.unlock).click().await;
        let alert = browser.alert(any());
        alert.says(n.not_opened).await;
        alert.says(n.nothing_changed).await;
        assert_eq!(on_device(browser).await, device);
    }
    choose(browser, &file).await;
    browser.textbox(n.passphrase).first().fill(SECRET).await;
    browser.button(n.unlock).click().await;
    browser.button(n.as_new).click().await;
    told(browser, w, n.restored).await;
    assert_eq!(latest(browser, w).await, log);
}

/// The same file with one bit in its middle flipped.
fn flipped(file: &[u8]) -> Vec<u8> {
    let mut file = file.to_vec();
    let middle = file.len() / 2;
    file[middle] ^= 1;
    file
}

async fn a_damaged_file_changes_nothing(browser: &Browser, w: &'static Words) {
    let n = names(w);
    load_demo(browser, w).await;
    let log = latest(browser, w).await;
    open_page(browser, n).await;
    let file = back_up(browser, w).await;
    let device = on_device(browser).await;
    let text = String::from_utf8_lossy(&file[..40]).into_owned();
    let newer = text.replacen("\"format\":1", "\"format\":2", 1);
    let newer = [newer.as_bytes(), &file[40..]].concat();
    let cut = file[..file.len() - 1].to_vec();
    for (bad, sentence) in [
        (flipped(&file), n.damaged),
        (cut, n.damaged),
        (b"nothing of ours".to_vec(), n.not_a_backup),
        (newer, n.newer),
    ] {
        choose(browser, &bad).await;
        let alert = browser.alert(any());
        alert.says(sentence).await;
        alert.says(n.nothing_changed).await;
        browser.button(n.as_new).gone().await;
        assert_eq!(on_device(browser).await, device);
    }
    choose(browser, &file).await;
    browser.button(n.as_new).seen().await;
    browser.alert(any()).gone().await;
    assert_eq!(latest(browser, w).await, log);
}

async fn what_reads_of_a_damaged_logbook_is_saved_and_restored(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    browser.open("NOTICE.txt").await;
    let damage = "
        await new Promise((done, failed) => {
            const opening = indexedDB.open('lokikirja-demo');
            opening.onerror = () => failed(opening.error);
            opening.onsuccess = () => {
                const change = opening.result.transaction('journal', 'readwrite');
                change.objectStore('journal').put('{', 880);
                change.oncomplete = () => { opening.result.close(); done(); };
            };
        })";
    browser.script_async(damage, Vec::new()).await;
    browser.open("").await;
    browser.heading(w.not_opened).seen().await;
    browser
        .script("delete window.showSaveFilePicker", Vec::new())
        .await;
    browser.button(n.save_what_reads).click().await;
    let (_, file) = browser.take_download(".lokikirja").await;
    told(browser, w, n.not_all_reads).await;
    browser.button(n.from_backup).click().await;
    choose(browser, &file).await;
    browser.find(Role::Main, any()).says(n.not_all_reads).await;
    browser.button(n.as_new).click().await;
    told(browser, w, n.restored).await;
    assert!(!latest(browser, w).await.is_empty());
}

/// Made-up data in a database other than that of the demo as it is loaded.
async fn a_restored_demo_is_found_by_a_browser_that_forgot_its_companies(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    open_page(browser, n).await;
    let file = back_up(browser, w).await;
    choose(browser, &file).await;
    browser.button(n.as_new).click().await;
    told(browser, w, n.restored).await;
    browser.open("#/setup").await;
    browser
        .button(format!("{}{}", w.delete_company, w.demo_company))
        .click()
        .await;
    browser.question(any()).button(w.delete).click().await;
    told(browser, w, w.company_deleted).await;
    browser
        .script("localStorage.clear(); sessionStorage.clear();", Vec::new())
        .await;
    browser.open("#/").await;
    browser.reload().await;
    assert!(!latest(browser, w).await.is_empty());
}

/// The browser ends while a file is being restored: the company that was there opens, and what was half
/// restored is cleared away.
async fn a_browser_killed_while_it_restores_shows_the_company_it_had(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    load_demo(browser, w).await;
    let log = latest(browser, w).await;
    open_page(browser, n).await;
    let file = back_up(browser, w).await;
    let device = on_device(browser).await;
    // Counts the pieces while the file is looked through; when it is restored the last one never comes.
    let count = "
        const Stream = window.DecompressionStream;
        window.n_pieces = 0;
        window.DecompressionStream = function (format) {
            window.n_pieces += 1;
            return new Stream(format);
        };";
    browser.script(count, Vec::new()).await;
    choose(browser, &file).await;
    browser.button(n.as_new).seen().await;
    let stop = "
        let n_left = window.n_pieces;
        const Stream = window.DecompressionStream;
        window.DecompressionStream = function (format) {
            n_left -= 1;
            if (n_left > 0) return new Stream(format);
            window.is_stopped = true;
            const reader = { read: () => new Promise(() => {}) };
            const writer = { write: () => Promise.resolve(), close: () => Promise.resolve() };
            return { readable: { getReader: () => reader }, writable: { getWriter: () => writer } };
        };";
    browser.script(stop, Vec::new()).await;
    browser.button(n.as_new).click().await;
    browser
        .wait_for("the last piece", "return window.is_stopped === true")
        .await;
    let rows = "
        const names = (await indexedDB.databases()).map((one) => one.name);
        const name = names.find((name) => name.startsWith('lokikirja-restored-'));
        return await new Promise((done, failed) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => failed(opening.error);
            opening.onsuccess = () => {
                const snapshot = opening.result.transaction('snapshot').objectStore('snapshot');
                snapshot.count().onsuccess = (event) => {
                    opening.result.close();
                    done(event.target.result);
                };
            };
        });";
    let n_blocks = browser.script_async(rows, Vec::new()).await;
    assert!(
        n_blocks.as_u64() > Some(0),
        "{n_blocks} blocks were written"
    );
    browser.kill().await;
    browser.start_again().await;
    assert_eq!(latest(browser, w).await, log);
    eventually("nothing of the restore", async || {
        match on_device(browser).await {
            found if found == device => Ok(()),
            found => Err(Trouble::NotYet(format!("there is {found}"))),
        }
    })
    .await;
}

async fn a_backup_is_asked_for_when_there_is_something_to_lose(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    start_empty(browser, w).await;
    browser.button(w.use_suggested).first().click().await;
    browser.button(w.use_suggested).gone().await;
    browser.button(n.later).gone().await;
    // Two weeks later.
    let later = "
        const now = Date.now;
        Date.now = () => now() + 15 * 86400000;";
    browser.script(later, Vec::new()).await;
    browser.open("#/contacts").await;
    browser.open("#/").await;
    let main = browser.find(Role::Main, any());
    main.says(n.due).await;
    browser.button(n.later).click().await;
    browser.button(n.later).gone().await;
    browser.open("#/contacts").await;
    browser.open("#/").await;
    browser.heading(w.checklist).seen().await;
    browser.button(n.later).gone().await;
}
