//! A mistake in the program, which the browser is made to provoke: the page says that it has stopped, what was
//! saved and what was typed is there after it is loaded again, and nothing is held that another tab waits for.

use crate::backup;
use crate::steps::{EERO, choose_template, create_from_contact, latest, load_demo, number_told};
use crate::words::{Words, in_english};
use lokikirja::language::{Lang, messages};
use lokikirja_browser_tests::{Ability, Browser, Role, Scope, any};

in_english!(a_program_that_stops_says_so_and_loses_nothing);

/// The next thing that a page is built of the browser does not make for the program. For its driver it does.
const BREAK: &str = "
    for (const [owner, door] of [[Document.prototype, 'createElement'], [Node.prototype, 'cloneNode']]) {
        const original = owner[door];
        owner[door] = function () {
            if (window.is_broken || !new Error().stack.includes('lokikirja-')) return original.apply(this, arguments);
            window.is_broken = true;
            throw new DOMException('none is left', 'OperationError');
        };
    }";

/// D19.
async fn a_program_that_stops_says_so_and_loses_nothing(browser: &Browser, w: &'static Words) {
    const TYPED: &str = "Typed before it stopped";
    let m = &messages(Lang::En).opening;
    load_demo(browser, w).await;
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet.textbox(w.description).fill(TYPED).await;
    sheet.says(w.draft_kept).await;

    browser.provokes_fault();
    browser.script(BREAK, Vec::new()).await;
    sheet.button(w.ok).click().await;
    let alert = browser.alert(any());
    alert.says(m.stopped).await;
    alert.says(m.stopped_kept).await;
    let errors = browser.take_console().await;
    assert!(
        errors.iter().any(|line| line.message.contains("panicked")),
        "{errors:?}"
    );

    // The stopped page holds nothing: another tab writes at once.
    let stopped = browser.tab().await;
    browser.open_tab("#/").await;
    let other = create_from_contact(browser, w, EERO).await;
    choose_template(&other, w.outgoing_call).await;
    other.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;
    browser.close_tab().await;

    browser.show(&stopped).await;
    browser.link(m.reload).click().await;
    browser.region(w.latest).seen().await;
    // What was sent was saved before, or is a draft; either way once.
    let main = browser.find(Role::Main, any()).text().await;
    assert_eq!(main.matches(TYPED).count(), 1, "{main}");
    let newest = latest(browser, w).await;
    let is_logged = newest.iter().any(|line| line.contains(TYPED));
    assert_ne!(is_logged, main.contains(w.unfinished_draft), "{main}");

    // It stops once more, where the address is already the one that it was loaded anew with.
    browser.script(BREAK, Vec::new()).await;
    browser.link(w.contacts).first().click().await;
    alert.says(m.stopped).await;
    browser.take_console().await;
    browser.link(m.stopped_back_up).click().await;
    backup::is_at_page(browser, backup::names(w)).await;
    if browser.can(Ability::Download) {
        let file = backup::back_up(browser, w).await;
        assert!(!file.is_empty());
    }
}
