//! The draft: what is typed into the open form outlives the browser, appears in no list, and ends
//! with OK, Postpone or Discard.

use crate::steps::{
    EERO, EERO_LUMME, choose_template, create_from_contact, latest, load_demo, n_postponed,
    number_told, unfold,
};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Locator, Role, Scope, any, has};

in_finnish!(
    everything_typed_survives_the_kill_of_the_browser,
    a_draft_is_in_no_list,
);
in_english!(
    ok_postpone_and_discard_end_a_draft,
    a_key_adds_a_comment_from_anywhere_in_the_form,
);

const FIRST: &str = "Valaisimet ja lukupaikat";
const LAST: &str = ", näytteet mukaan";
const REMARK: &str = "Ask about the delivery of the lamps";

/// Where Home offers the draft.
async fn offered(browser: &Browser, w: &Words) {
    let page = browser.find(Role::Main, any());
    page.says(w.unfinished_draft).await;
    page.says(EERO_LUMME).await;
}

async fn fill_in(sheet: &Locator<'_>, w: &Words) {
    choose_template(sheet, w.customer_visit).await;
    unfold(sheet, w.more).await;
    sheet.textbox(w.date).fill("2.11.2026").await;
    sheet.textbox(w.time).fill("1435").await;
    sheet.textbox(w.cost).fill(&w.amount(1234, 50)).await;
    sheet.textbox(w.duration).fill("90").await;
    sheet.combobox(w.evaluation).choose(w.very_positive).await;
    unfold(sheet, w.comments).await;
    sheet.button(w.add_comment).click().await;
    sheet.textbox(w.first_comment).fill(REMARK).await;
    sheet.textbox(w.description).fill(FIRST).await;
}

async fn everything_typed_survives_the_kill_of_the_browser(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let sheet = create_from_contact(browser, w, EERO).await;
    fill_in(&sheet, w).await;
    sheet.says(w.draft_kept).await;
    let mut shown = Vec::new();
    for field in [w.date, w.time, w.cost, w.duration] {
        shown.push((field, sheet.textbox(field).value().await));
    }
    let evaluation = sheet.combobox(w.evaluation).value().await;
    // The end comes in the middle of a word.
    sheet.textbox(w.description).press("End").await;
    browser.type_text(LAST).await;
    browser.lose_power().await;
    browser.open("").await;
    offered(browser, w).await;
    browser.button(w.go_on).click().await;
    unfold(&sheet, w.more).await;
    for (field, value) in shown {
        sheet.textbox(field).holds(&value).await;
    }
    sheet.combobox(w.evaluation).holds(&evaluation).await;
    sheet.textbox(w.first_comment).holds(REMARK).await;
    let description = sheet.textbox(w.description).value().await;
    let typed = format!("{FIRST}{LAST}");
    assert!(
        description.starts_with(FIRST) && typed.starts_with(&description),
        "of {typed:?} is left: {description:?}"
    );

    sheet.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;
    sheet.gone().await;
    browser.reload().await;
    let page = browser.find(Role::Main, any());
    page.says(w.latest).await;
    browser.button(w.go_on).gone().await;
}

async fn a_draft_is_in_no_list(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let (entries, postponed) = (latest(browser, w).await, n_postponed(browser, w).await);
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill(FIRST).await;
    sheet.says(w.draft_kept).await;
    browser.lose_power().await;
    browser.open("").await;
    offered(browser, w).await;
    assert_eq!(latest(browser, w).await, entries);
    assert_eq!(n_postponed(browser, w).await, postponed);
}

async fn ok_postpone_and_discard_end_a_draft(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    for end in [w.ok, w.postpone, w.discard] {
        let sheet = create_from_contact(browser, w, EERO).await;
        choose_template(&sheet, w.outgoing_call).await;
        sheet.textbox(w.description).fill(FIRST).await;
        sheet.says(w.draft_kept).await;
        browser.restart().await;
        browser.open("#/").await;
        browser
            .find(Role::Main, any())
            .button(w.go_on)
            .click()
            .await;
        sheet.textbox(w.description).holds(FIRST).await;
        if end == w.ok {
            sheet.button(w.ok).click().await;
            number_told(browser, w, w.logged).await;
        } else {
            sheet.button(w.cancel).click().await;
            browser.question(w.finish_later).button(end).click().await;
        }
        sheet.gone().await;
        browser.reload().await;
        browser.find(Role::Main, any()).says(w.latest).await;
        browser.button(w.go_on).gone().await;
    }
    let found = latest(browser, w).await;
    let of_ours = found.iter().filter(|line| line.contains(FIRST)).count();
    assert_eq!(of_ours, 1, "OK alone wrote to the log: {found:?}");
}

async fn a_key_adds_a_comment_from_anywhere_in_the_form(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    // From a field, with the comments folded; and from a button.
    sheet.textbox(w.description).focus().await;
    browser.press("Alt+o").await;
    sheet.textbox(w.first_comment).has_focus().await;
    browser.type_text(REMARK).await;
    sheet.button(w.cancel).focus().await;
    browser.press("Alt+o").await;
    let comments = sheet.find(Role::Group, has(w.first_comment.trim_end_matches(" 1")));
    comments.counts(2).await;
    sheet.textbox(w.first_comment).holds(REMARK).await;
    // Behind the question of Cancel nothing changes, and on a page without the form nothing happens.
    sheet.button(w.cancel).click().await;
    let question = browser.question(w.finish_later);
    question.seen().await;
    browser.press("Alt+o").await;
    question.button(w.keep_editing).click().await;
    comments.counts(2).await;
    sheet.button(w.cancel).click().await;
    question.button(w.discard).click().await;
    sheet.gone().await;
    browser.press("Alt+o").await;
    browser.region(w.latest).seen().await;
    browser.dialog(any()).gone().await;
}
