//! The companies of a device: one is deleted by its name, and a link leads to the demo beside them.

use crate::steps::start_empty;
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};

in_finnish!(
    a_company_is_deleted_by_its_name_and_another_tab_is_told,
    a_link_leads_to_the_demo_at_the_first_visit,
);
in_english!(
    the_open_company_is_deleted_and_the_next_one_opens,
    a_link_to_the_demo_leaves_what_opens_next_as_it_was,
);

async fn a_company_is_deleted_by_its_name_and_another_tab_is_told(
    browser: &Browser,
    w: &'static Words,
) {
    start_empty(browser, w).await;
    let own = browser.tab().await;
    browser.open_tab("#/setup").await;
    browser.button(w.load_demo).click().await;
    let delete = format!("{}{}", w.delete_company, w.own_company);
    browser.button(delete.as_str()).click().await;

    // Only the name itself will do.
    let dialog = browser.dialog(has(w.own_company));
    let name = dialog.textbox(w.type_name);
    name.has_focus().await;
    dialog.button(w.delete).click().await;
    name.has_attribute("aria-invalid", "true").await;
    name.has_focus().await;
    name.fill(&w.own_company.to_uppercase()).await;
    dialog.button(w.delete).click().await;
    name.has_attribute("aria-invalid", "true").await;
    name.fill(w.own_company).await;
    browser.press("Control+Enter").await;
    dialog.gone().await;
    browser
        .region(w.notifications)
        .says(w.company_deleted)
        .await;
    browser.button(delete.as_str()).gone().await;

    browser.show(&own).await;
    browser.heading(w.not_opened).seen().await;
    browser.find(Role::Main, any()).says(w.no_longer_here).await;
}

async fn the_open_company_is_deleted_and_the_next_one_opens(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    browser.open("#/setup").await;
    browser.button(w.load_demo).click().await;
    let own = format!("{}{}", w.delete_company, w.own_company);
    let demo = format!("{}{}", w.delete_company, w.demo_company);
    browser.button(own.as_str()).seen().await;

    // The demo can be loaded anew: a plain question, which can be left.
    browser.button(demo.as_str()).click().await;
    let question = browser.question(has(w.demo_company));
    question.button(w.keep).click().await;
    question.gone().await;
    browser.button(demo.as_str()).click().await;
    question.button(w.delete).click().await;
    browser
        .region(w.notifications)
        .says(w.company_deleted)
        .await;
    browser.heading(w.checklist).seen().await;
    browser.open("#/setup").await;
    browser.button(demo.as_str()).gone().await;

    // And the last one: what is left is the choice of the first start, also after a reload.
    browser.button(own.as_str()).click().await;
    let dialog = browser.dialog(has(w.own_company));
    dialog.textbox(w.type_name).fill(w.own_company).await;
    dialog.button(w.delete).click().await;
    browser.button(w.start_empty).seen().await;
    let left = browser
        .script_async(
            "const databases = await indexedDB.databases();
             const kept = Object.keys(localStorage).filter(key =>
                 key.startsWith('lokikirja.kept') || key.startsWith('lokikirja.recent'));
             return databases.length + kept.length;",
            vec![],
        )
        .await;
    assert_eq!(left, 0, "nothing is left of a deleted company");
    browser.reload().await;
    browser.button(w.start_empty).seen().await;
}

async fn a_link_to_the_demo_leaves_what_opens_next_as_it_was(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    browser.open("#/demo").await;
    browser.region(w.latest).seen().await;
    assert_eq!(browser.address().await, "#/");
    browser.reload().await;
    browser.region(w.latest).seen().await;

    // The link once more, while it is open, and beside one's own company in another tab.
    browser.open("#/demo").await;
    browser.region(w.latest).seen().await;
    assert_eq!(browser.address().await, "#/");

    browser.quit().await;
    browser.start_again().await;
    browser.open("").await;
    browser.heading(w.checklist).seen().await;
}

async fn a_link_leads_to_the_demo_at_the_first_visit(browser: &Browser, w: &'static Words) {
    browser.open("#/demo").await;
    browser.region(w.latest).seen().await;
    assert_eq!(browser.address().await, "#/");
    browser.quit().await;
    browser.start_again().await;
    browser.open("").await;
    browser.region(w.latest).seen().await;
}
