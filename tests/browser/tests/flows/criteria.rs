//! Criteria: contacts come into a segment and leave it by what is asked of them, each step can be
//! taken back, and all of them be kept and used in another segment; what is no filter is said at its
//! field and changes nothing.

use crate::steps::{load_demo, look_up};
use crate::words::{Words, in_english, in_finnish};
use lokikirja_browser_tests::{Browser, Locator, Role, Scope, Trouble, any, eventually, has};

in_finnish!(criteria_are_kept_and_used_in_another_segment);
in_english!(
    where_nothing_is_asked_it_says_that_all_contacts_are_meant,
    a_condition_is_put_together_by_pressing,
    saved_criteria_are_renamed_and_deleted,
    what_was_put_together_is_not_thrown_away_unasked,
    contacts_come_in_by_criteria_and_each_step_is_taken_back,
    what_is_no_filter_is_said_at_its_field_and_changes_nothing,
);

/// A segment of the demo company with three lines, and another one.
const LETTER: &str = "#/segments/SM00008";
const CALLS: &str = "#/segments/SM00006";

/// What the criteria of segments are called, in one language.
struct Names {
    criteria: &'static str,
    add: &'static str,
    reduce: &'static str,
    reduce_title: &'static str,
    refine: &'static str,
    go_back: &'static str,
    yes_go_back: &'static str,
    preview: &'static str,
    in_words: &'static str,
    person: &'static str,
    city: &'static str,
    city_contains: &'static str,
    by_hand: &'static str,
    save: &'static str,
    reuse: &'static str,
    yes_add: &'static str,
    reuse_title: &'static str,
    saved: &'static str,
    added: &'static str,
    missing_value: &'static str,
    there_is_no: &'static str,
}

const EN: Names = Names {
    criteria: "Criteria",
    add: "Add Contacts",
    reduce: "Reduce",
    reduce_title: "Reduce Contacts",
    refine: "Refine",
    go_back: "Go Back",
    yes_go_back: "Yes, go back",
    preview: "Preview",
    in_words: "In words",
    person: "Person",
    city: "City",
    city_contains: "City contains “turku”",
    by_hand: "chosen by hand",
    save: "Save Criteria",
    reuse: "Reuse…",
    yes_add: "Yes, add them",
    reuse_title: "Reuse Criteria",
    saved: "Saved Criteria Set",
    added: "Added",
    missing_value: "A value is missing here",
    there_is_no: "There is no qqq",
};

const FI: Names = Names {
    criteria: "Kriteerit",
    add: "Lisää kontakteja",
    reduce: "Vähennä",
    reduce_title: "Vähennä kontakteja",
    refine: "Tarkenna",
    go_back: "Mene takaisin",
    yes_go_back: "Kyllä, mene takaisin",
    preview: "Esikatsele",
    in_words: "Sanoin",
    person: "Henkilö",
    city: "Paikkakunta",
    city_contains: "Paikkakunta sisältää ”turku”",
    by_hand: "käsin valittua",
    save: "Tallenna kriteerit",
    reuse: "Käytä uudelleen…",
    yes_add: "Kyllä, lisää",
    reuse_title: "Käytä kriteerejä uudelleen",
    saved: "Tallennettu kriteeri",
    added: "Lisättiin",
    missing_value: "Tästä puuttuu arvo",
    there_is_no: "Arvoa qqq ei ole",
};

fn names(w: &Words) -> &'static Names {
    if w.tag == "fi" { &FI } else { &EN }
}

/// Opens a segment of the demo company; gives the box of its criteria.
async fn segment<'b>(browser: &'b Browser, w: &Words, address: &str) -> Locator<'b> {
    load_demo(browser, w).await;
    browser.open(address).await;
    let criteria = browser.region(names(w).criteria);
    criteria.seen().await;
    criteria
}

/// Waits until the box has so many steps.
async fn steps(criteria: &Locator<'_>, n: usize) {
    criteria.find(Role::ListItem, any()).counts(n).await;
}

/// The figures of the preview: how many contacts fit, how many come or go, and how many lines are
/// then left.
async fn previewed(dialog: &Locator<'_>, n: &Names) -> [u32; 3] {
    dialog.button(n.preview).click().await;
    let status = dialog.status(n.preview);
    eventually("the figures of the preview", async || {
        let text = status.text().await;
        let words = text.split(|char: char| !char.is_ascii_digit());
        let figures: Vec<u32> = words.filter_map(|word| word.parse().ok()).collect();
        let figures = figures.get(..3).and_then(|three| three.try_into().ok());
        figures.ok_or_else(|| Trouble::NotYet(format!("there is {text:?}")))
    })
    .await
}

async fn contacts_come_in_by_criteria_and_each_step_is_taken_back(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    let criteria = segment(browser, w, LETTER).await;
    criteria.says(n.by_hand).await;
    steps(&criteria, 1).await;

    // Persons of a salesperson, who is looked up by his name.
    browser.button(n.add).click().await;
    let dialog = browser.dialog(n.add);
    look_up(&dialog.combobox(w.salesperson), browser, "Jukka").await;
    dialog.button(has("Jukka")).seen().await;
    dialog.checkbox(n.person).click().await;
    let [fit, come, then] = previewed(&dialog, n).await;
    assert!(come > 0 && come <= fit, "{come} of {fit} come in");
    assert_eq!(then, 3 + come);
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    steps(&criteria, 2).await;
    criteria.says("JR").await;
    criteria.says(&format!("+\u{a0}{come}")).await;
    browser.region(w.notifications).says(n.added).await;

    // Some of them leave again.
    browser.button(n.reduce).click().await;
    let dialog = browser.dialog(n.reduce_title);
    dialog.textbox(n.city).fill("turku").await;
    browser.press("Tab").await;
    dialog.status(n.in_words).says(n.city_contains).await;
    let [_, go, left] = previewed(&dialog, n).await;
    assert_eq!(left + go, then);
    browser.press("Control+Enter").await;
    dialog.gone().await;
    steps(&criteria, 3).await;
    criteria.says(n.city_contains).await;

    // Each step is taken back, after a question; then none is left to take back.
    for left in [2, 1, 0] {
        browser.button(n.go_back).click().await;
        let question = browser.find(Role::AlertDialog, any());
        question.button(n.yes_go_back).click().await;
        question.gone().await;
        steps(&criteria, left).await;
    }
    for button in [n.go_back, n.save, n.reduce, n.refine] {
        let button = browser.button(button).first();
        button.has_attribute("aria-disabled", "true").await;
    }
    browser.reload().await;
    criteria.seen().await;
    steps(&criteria, 0).await;
}

async fn criteria_are_kept_and_used_in_another_segment(browser: &Browser, w: &'static Words) {
    let n = names(w);
    let criteria = segment(browser, w, LETTER).await;
    browser.button(n.add).click().await;
    let dialog = browser.dialog(n.add);
    dialog.textbox(n.city).fill("turku").await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    steps(&criteria, 2).await;
    criteria.button(n.save).click().await;
    let dialog = browser.dialog(n.save);
    dialog.button(has(w.ok)).click().await;
    dialog
        .textbox(has(w.code))
        .complains(w.must_be_filled)
        .await;
    dialog.textbox(has(w.code)).fill("spring").await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;

    // Each step is a step there too.
    browser.open(CALLS).await;
    criteria.seen().await;
    steps(&criteria, 1).await;
    criteria.button(n.reuse).click().await;
    let question = browser.find(Role::AlertDialog, any());
    question.button(n.yes_add).click().await;
    let dialog = browser.dialog(n.reuse_title);
    look_up(&dialog.combobox(has(n.saved)), browser, "SPRING").await;
    dialog.list(any()).says(n.city_contains).await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    steps(&criteria, 3).await;
    criteria.says(n.city_contains).await;
}

async fn what_is_no_filter_is_said_at_its_field_and_changes_nothing(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    let criteria = segment(browser, w, LETTER).await;
    browser.button(n.add).click().await;
    let dialog = browser.dialog(n.add);
    let city = dialog.textbox(n.city);
    city.fill("Turku|").await;
    // OK at once: the field is left by it.
    dialog.button(has(w.ok)).click().await;
    city.complains(n.missing_value).await;
    city.has_focus().await;
    city.holds("Turku|").await;
    dialog.button(n.preview).click().await;
    city.has_focus().await;
    city.fill("").await;

    let salesperson = dialog.combobox(w.salesperson);
    salesperson.fill("qqq").await;
    browser.press("Control+Enter").await;
    salesperson.complains(n.there_is_no).await;
    salesperson.fill("J*|K*").await;
    browser.press("Tab").await;
    dialog.button(has("J*|K*")).seen().await;

    // Once everything can be read it is done.
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    steps(&criteria, 2).await;
}

async fn where_nothing_is_asked_it_says_that_all_contacts_are_meant(
    browser: &Browser,
    w: &'static Words,
) {
    let n = names(w);
    segment(browser, w, LETTER).await;
    browser.button(n.add).click().await;
    let dialog = browser.dialog(n.add);
    let words = dialog.status(n.in_words);
    words
        .says("Nothing is asked yet: all contacts come in.")
        .await;
    let [fit, come, _] = previewed(&dialog, n).await;
    assert!(fit > 20 && come <= fit);
    dialog.button(w.cancel).click().await;
    // Nothing was put together, so nothing is asked.
    dialog.gone().await;
    browser.button(n.refine).click().await;
    let dialog = browser.dialog("Refine Contacts");
    let words = dialog.status(n.in_words);
    words.says("Nothing is asked yet: all contacts stay.").await;
    let [_, go, left] = previewed(&dialog, n).await;
    assert_eq!((go, left), (0, 3));
}

async fn a_condition_is_put_together_by_pressing(browser: &Browser, w: &'static Words) {
    let n = names(w);
    let criteria = segment(browser, w, LETTER).await;
    browser.button(n.add).click().await;
    let dialog = browser.dialog(n.add);
    dialog.button("More criteria").click().await;
    dialog.menu_item("Interaction").click().await;
    let section = dialog.group("Interaction");
    section.radio("had none").click().await;
    let words = dialog.status(n.in_words);
    words.says("No interaction").await;
    section.button("Filter: Date").click().await;
    let filter = browser.dialog("Filter: Date");
    filter.button("Last 90 days").click().await;
    filter.button("Done").click().await;
    filter.gone().await;
    section.textbox("Date").holds("-90D..t").await;
    words.says("No interaction: Date last 90 days").await;
    section.button("Add condition").click().await;
    section.menu_item("Evaluation").click().await;
    section.checkbox(w.very_positive).click().await;
    words.says("Evaluation Very Positive").await;
    section.button("Remove condition: Evaluation").click().await;
    section.checkbox(w.very_positive).gone().await;
    dialog.button(has(w.ok)).click().await;
    dialog.gone().await;
    steps(&criteria, 2).await;
    criteria.says("No interaction: Date last 90 days").await;
    // What it did can be undone as everything else.
    browser.region(w.notifications).button("Undo").click().await;
    steps(&criteria, 1).await;
}

async fn saved_criteria_are_renamed_and_deleted(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    browser.open("#/saved-criteria").await;
    let list = browser.grid("Saved Segment Criteria");
    list.seen().await;
    list.button(has("Buyers and managers")).click().await;
    let dialog = browser.dialog(has("Buyers and managers"));
    dialog
        .list(any())
        .says("Job responsibility PURCHASE or MANAGE")
        .await;
    dialog.textbox(has(w.code)).fill("silent").await;
    browser.press("Tab").await;
    dialog.textbox(has(w.code)).holds("SILENT").await;
    dialog.button("Delete").click().await;
    dialog.gone().await;
    browser
        .find(Role::Main, any())
        .says("No saved criteria yet")
        .await;
    let messages = browser.region(w.notifications);
    messages.says("SILENT was deleted").await;
    browser.press("Control+z").await;
    list.row(has("SILENT")).seen().await;
}

async fn what_was_put_together_is_not_thrown_away_unasked(browser: &Browser, w: &'static Words) {
    let n = names(w);
    segment(browser, w, LETTER).await;
    browser.button(n.add).click().await;
    let dialog = browser.dialog(n.add);
    dialog.checkbox(n.person).click().await;
    browser.press("Escape").await;
    let question = browser.find(Role::AlertDialog, any());
    question.button(w.keep_editing).click().await;
    question.gone().await;
    assert!(dialog.checkbox(n.person).is_checked().await);
    browser.back().await;
    question.button(w.discard).click().await;
    dialog.gone().await;
}
