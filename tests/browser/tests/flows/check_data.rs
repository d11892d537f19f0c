//! Check data: a company that was damaged behind the app's back. The report names exactly what was damaged, the repair
//! puts right what can be, and what only a person can know is corrected by one.

use crate::accessibility::inspected;
use crate::steps::{EERO, EERO_LUMME, load_demo};
use crate::words::{Words, in_finnish};
use lokikirja::language::Lang;
use lokikirja_browser_tests::{Ability, Browser, Role, Scope, Trouble, any, eventually};
use serde_json::json;

in_finnish!(what_is_damaged_is_told_and_repaired);

/// A page of the same origin that runs no program.
const PLAIN_PAGE: &str = "NOTICE.txt";
const CAMPAIGN: &str = "CP0001";
const SEGMENT: &str = "SM00006";

/// Changes rows where they are stored, in the texts of the change sets, behind the app's back.
const DAMAGE: &str = "
    const [contact, campaign, segment] = arguments;
    const nobody = '019c936e-3800-7fff-8fff-ffffffffffff';
    const harms = {
        Contact: (row) => { if (row.no === contact) row.salesperson = nobody; },
        Campaign: (row) => { if (row.no === campaign) row.ending_date = '1999-12-31'; },
        Segment: (row) => { if (row.no === segment) row.n_actions += 1; },
        Counters: (row) => { row.log_entry = 1; },
    };
    const [company] = await indexedDB.databases();
    const opening = indexedDB.open(company.name, company.version);
    await new Promise((opened) => opening.onsuccess = opened);
    const writing = opening.result.transaction('journal', 'readwrite');
    writing.objectStore('journal').openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        const set = JSON.parse(cursor.value);
        for (const { after } of set.body.changes) {
            for (const [table, row] of Object.entries(after ?? {})) harms[table]?.(row);
        }
        cursor.update(JSON.stringify(set));
        cursor.continue();
    };
    await new Promise((done, failed) => {
        writing.oncomplete = done;
        writing.onabort = () => failed(writing.error);
    });
    opening.result.close();";

/// The faults that are listed under a heading.
async fn listed(browser: &Browser, heading: &str) -> Vec<String> {
    let card = browser.region(heading);
    card.seen().await;
    let items = card.list_item(any());
    let mut texts = Vec::new();
    for at in 0..items.count().await {
        texts.push(card.list_item(any()).nth(at).text().await);
    }
    texts
}

async fn what_is_damaged_is_told_and_repaired(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open("#/setup").await;
    browser.link(w.check_data).click().await;
    browser.heading(w.check_data).seen().await;
    browser.status(any()).showing(w.all_is_well).seen().await;
    browser.button(w.repair).gone().await;

    browser.open(PLAIN_PAGE).await;
    let which = [EERO, CAMPAIGN, SEGMENT].map(|no| json!(no));
    browser.provokes_fault();
    browser.script_async(DAMAGE, which.into()).await;
    browser.open("").await;
    let toasts = browser.region(w.notifications);
    toasts.says(w.contradict).await;
    toasts.button(w.show_faults).click().await;
    browser.heading(w.check_data).seen().await;

    let found = listed(browser, w.can_be_repaired).await;
    let expected = [w.counter_behind, w.salesperson_lost, w.actions_differ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.contains(expected), "{found:?} has no {expected:?}");
    }
    assert!(found[1].contains(EERO) && found[1].contains(EERO_LUMME));
    assert!(found[2].contains(SEGMENT));
    let left = listed(browser, w.corrected_by_you).await;
    assert_eq!(left.len(), 1, "{left:#?}");
    assert!(left[0].contains(CAMPAIGN) && left[0].contains(w.ends_first));

    if browser.can(Ability::DevTools) {
        let lang = Lang::from_tag(w.tag).expect("a language of the app");
        assert_eq!(inspected(browser, lang).await, [""; 0]);
    }

    browser.button(w.repair).click().await;
    assert_eq!(listed(browser, w.repaired).await.len(), 3);
    browser.button(w.repair).gone().await;
    browser.region(w.can_be_repaired).gone().await;
    browser.find(Role::Main, any()).has_focus().await;

    // The rest is a matter of who knows: the link leads there.
    let left = browser.region(w.corrected_by_you);
    left.link(any()).click().await;
    let ends = browser.textbox(w.ending_date);
    ends.fill("").await;
    ends.press("Tab").await;
    browser.back().await;
    browser.status(any()).showing(w.all_is_well).seen().await;

    browser.reload().await;
    browser.status(any()).showing(w.all_is_well).seen().await;
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.heading(EERO_LUMME).seen().await;
    eventually("nothing is said of damage any more", async || match toasts
        .text()
        .await
        .contains(w.contradict)
    {
        false => Ok(()),
        true => Err(Trouble::NotYet("it is".into())),
    })
    .await;
}
