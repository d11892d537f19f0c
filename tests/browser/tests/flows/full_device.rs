//! D4: a device that is full says so, loses nothing, and is read, exported and tidied up as before.

use crate::steps::{
    EERO, choose_template, create_from_contact, latest, latest_elsewhere, number_told, start_empty,
};
use crate::words::{EN, Words};
use lokikirja_browser_tests::{
    Ability, Browser, Engine, Locator, Scope, Trouble, any, eventually, flow, has,
};
use serde_json::json;

/// So many kilobytes Firefox gives to all sites together, and a fifth of it to each: the demo company does not fit
/// into less than 10 MB while it is loaded. Chromium is limited while it runs.
const ROOM_KB: u32 = 131_072;
/// After so many saves a full device has been found out: a database has a little room of its own left.
const MOST_SAVES: usize = 40;
/// What is typed when the device is full.
const TYPED: &str = "The last line on a full disk";

#[test]
fn a_full_device_refuses_and_keeps_what_was_typed() {
    let limit = "dom.quotaManager.temporaryStorage.fixedLimit";
    let setup = EN.setup().firefox_preference(limit, ROOM_KB);
    flow(setup, async |browser| {
        if !browser.lacks(Ability::LittleRoom) {
            nothing_is_lost(browser, &EN).await;
        }
    });
}

async fn nothing_is_lost(browser: &Browser, w: &Words) {
    start_empty(browser, w).await;
    browser.open("#/setup").await;
    browser.button(w.load_demo).click().await;
    browser.open("#/").await;
    browser.region(w.latest).seen().await;
    // The browser looks at the room anew after a start; before it trusts what it knew for seconds.
    browser.restart().await;
    browser.open("").await;
    browser.region(w.latest).seen().await;
    browser.provokes_fault();
    fill(browser).await;

    let (sheet, entries) = save_until_refused(browser, w).await;
    sheet.says(w.device_full).await;
    sheet.textbox(w.description).holds(TYPED).await;
    let found = latest_elsewhere(browser, w).await;
    assert_eq!(found, entries, "reading still works");
    export_elsewhere(browser, w).await;
    delete_elsewhere(browser, w).await;
    sheet.textbox(w.description).holds(TYPED).await;

    // Room again: what was typed is still here, and is saved.
    make_room(browser).await;
    sheet.textbox(w.description).holds(TYPED).await;
    sheet.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;
    assert!(latest(browser, w).await[0].contains(TYPED));
}

/// Takes the page's room on the device away: Chromium can be told that it has none, in Firefox others fill it.
async fn fill(browser: &Browser) {
    if browser.engine() == Engine::Chromium {
        let quota = json!({ "origin": browser.site().origin(), "quotaSize": 1 });
        browser.cdp("Storage.overrideQuotaForOrigin", quota).await;
        return;
    }
    // Opened anew each time: Firefox closes a database that it could not write to.
    let fill = "
        const open = () => new Promise((done, failed) => {
            const opening = indexedDB.open('filler', 1);
            opening.onupgradeneeded = () => opening.result.createObjectStore('filling', { autoIncrement: true });
            opening.onsuccess = () => done(opening.result);
            opening.onerror = () => failed(opening.error);
        });
        const put = async (n) => {
            const filler = await open();
            const bytes = new Uint8Array(n);
            for (let at = 0; at < n; at += 4096) crypto.getRandomValues(bytes.subarray(at, at + 4096));
            const change = filler.transaction('filling', 'readwrite');
            change.objectStore('filling').add(bytes);
            const error = await new Promise((end) => {
                change.oncomplete = () => end(null);
                change.onabort = () => end(change.error);
            });
            filler.close();
            if (error && error.name !== 'QuotaExceededError') throw error;
            return !error;
        };
        let n = 0;
        for (const size of [1 << 18, 1 << 15, 1 << 12]) while (await put(size)) n += size;
        return n;";
    let n = browser.script_async(fill, Vec::new()).await;
    assert!(n.as_u64() > Some(0), "{n} bytes were put");
}

async fn make_room(browser: &Browser) {
    if browser.engine() == Engine::Chromium {
        let free = json!({ "origin": browser.site().origin() });
        browser.cdp("Storage.overrideQuotaForOrigin", free).await;
        return;
    }
    let delete = "
        await new Promise((done, failed) => {
            const deleting = indexedDB.deleteDatabase('filler');
            deleting.onsuccess = done;
            deleting.onerror = () => failed(deleting.error);
        });";
    browser.script_async(delete, Vec::new()).await;
}

/// Logs one interaction after the other until one is refused. Gives the form that is still open, and what Home
/// showed before it was sent.
async fn save_until_refused<'b>(browser: &'b Browser, w: &Words) -> (Locator<'b>, Vec<String>) {
    for _ in 0..MOST_SAVES {
        let entries = latest(browser, w).await;
        let sheet = create_from_contact(browser, w, EERO).await;
        choose_template(&sheet, w.outgoing_call).await;
        sheet.textbox(w.description).fill(TYPED).await;
        sheet.button(w.ok).click().await;
        let is_refused = eventually("saved or refused", async || {
            let shown = "return document.body.innerText";
            let shown = browser.script(shown, Vec::new()).await.to_string();
            match (shown.contains(w.device_full), sheet.count().await) {
                (true, _) => Ok(true),
                (false, 0) => Ok(false),
                (false, _) => Err(Trouble::NotYet(format!("the page says {shown}"))),
            }
        });
        if is_refused.await {
            return (sheet, entries);
        }
    }
    panic!("{MOST_SAVES} saves, and none refused");
}

/// What is there can be taken away in a file.
async fn export_elsewhere(browser: &Browser, w: &Words) {
    let here = browser.tab().await;
    browser.open_tab("#/contacts").await;
    browser.grid(w.contacts).link(any()).first().seen().await;
    browser.button(w.export).click().await;
    browser.menu_item("CSV for other programs").click().await;
    let (_, file) = browser.take_download(".csv").await;
    let text = String::from_utf8_lossy(&file);
    assert!(text.contains(EERO), "{text}");
    browser.close_tab().await;
    browser.show(&here).await;
}

/// A company that is no longer needed goes, as people make room.
async fn delete_elsewhere(browser: &Browser, w: &Words) {
    let here = browser.tab().await;
    browser.open_tab("#/setup").await;
    let delete = format!("{}{}", w.delete_company, w.own_company);
    browser.button(delete.as_str()).click().await;
    let dialog = browser.dialog(has(w.own_company));
    dialog.textbox(w.type_name).fill(w.own_company).await;
    dialog.button(w.delete).click().await;
    let messages = browser.region(w.notifications);
    messages.says(w.company_deleted).await;
    browser.close_tab().await;
    browser.show(&here).await;
}
