//! Lists: filtered by expressions and by pressing, with columns and views of one's own, all of it there
//! again after a reload; and what is no filter is said at once and changes nothing.

use crate::steps::load_demo;
use crate::words::{Words, in_english, in_finnish};
use lokikirja::domain::Field;
use lokikirja::language::{Lang, messages};
use lokikirja_browser_tests::{Browser, Locator, Role, Scope, Trouble, eventually, has};

in_finnish!(
    a_list_is_filtered_by_typing_and_by_pressing_and_stays_so,
    a_card_goes_on_in_the_order_of_its_list,
);
in_english!(
    columns_and_their_widths_are_the_users_own,
    a_view_is_saved_opened_and_deleted,
    the_value_under_the_keyboard_becomes_a_filter,
    a_filter_keeps_its_meaning_in_another_language,
    what_is_no_filter_is_said_and_changes_nothing,
    a_number_series_says_what_it_numbers,
);

/// What stands around the rows, in one language.
struct Around {
    filter: fn(&str) -> String,
    last: &'static str,
    clear: &'static str,
    done: &'static str,
    period: &'static str,
    next: &'static str,
    is_last: &'static str,
}

const EN: Around = Around {
    filter: |column| format!("Filter: {column}"),
    last: "Latest",
    clear: "Remove filter: ",
    done: "Done",
    period: "Last 90 days",
    next: "Next record",
    is_last: "This is the last record of the list",
};

const FI: Around = Around {
    filter: |column| format!("Suodatin: {column}"),
    last: "Viimeisin",
    clear: "Poista suodatin: ",
    done: "Valmis",
    period: "Viimeiset 90 päivää",
    next: "Seuraava tietue",
    is_last: "Tämä on luettelon viimeinen tietue",
};

fn around(w: &Words) -> &'static Around {
    if w.tag == "fi" { &FI } else { &EN }
}

/// Opens the contacts of the demo company.
async fn contacts<'b>(browser: &'b Browser, w: &Words) -> Locator<'b> {
    load_demo(browser, w).await;
    browser.open("#/contacts").await;
    let list = browser.grid(w.contacts);
    list.seen().await;
    list
}

/// How many rows a list has.
async fn n_rows(list: &Locator<'_>) -> usize {
    let count = list.attribute("aria-rowcount").await;
    let count: usize = count.and_then(|text| text.parse().ok()).unwrap_or(1);
    count - 1
}

/// Waits until a list has fewer rows than before, and some.
async fn fewer_rows(list: &Locator<'_>, before: usize) -> usize {
    eventually(
        format!("fewer rows than {before}"),
        async || match n_rows(list).await {
            n if n > 0 && n < before => Ok(n),
            n => Err(Trouble::NotYet(format!("there are {n}"))),
        },
    )
    .await
}

/// Waits until a list has so many rows.
async fn rows(list: &Locator<'_>, n: usize) {
    let wanted = (n + 1).to_string();
    list.has_attribute("aria-rowcount", &wanted).await;
}

async fn a_list_is_filtered_by_typing_and_by_pressing_and_stays_so(
    browser: &Browser,
    w: &'static Words,
) {
    let a = around(w);
    let list = contacts(browser, w).await;
    let all = n_rows(&list).await;
    browser.press("Shift+F3").await;
    let salesperson = list.textbox((a.filter)(w.salesperson));
    salesperson.fill("jr|kv").await;
    browser.press("Enter").await;
    salesperson.holds("JR|KV").await;
    let some = fewer_rows(&list, all).await;
    list.textbox((a.filter)(w.name)).fill("@*OY*").await;
    browser.press("Enter").await;
    let fewer = fewer_rows(&list, some).await;

    // By pressing: another filter on top of the two.
    list.button((a.filter)(a.last)).click().await;
    let dialog = browser.dialog((a.filter)(a.last));
    dialog.button(a.period).click().await;
    dialog.button(a.done).click().await;
    dialog.gone().await;
    let fewest = fewer_rows(&list, fewer + 1).await;

    browser.reload().await;
    rows(&list, fewest).await;
    for column in [a.last, w.name, w.salesperson] {
        browser.button(format!("{}{column}", a.clear)).click().await;
    }
    rows(&list, all).await;
}

async fn what_is_no_filter_is_said_and_changes_nothing(browser: &Browser, w: &'static Words) {
    let a = around(w);
    let list = contacts(browser, w).await;
    let all = n_rows(&list).await;
    browser.press("Shift+F3").await;
    let cases = [
        (a.last, "31.2.", w.no_such_day),
        (a.last, "1.2.2026..abc", a.last),
        (w.name, "A|", w.name),
        (w.name, "'oy", w.name),
        (w.name, "(oy", w.name),
        (w.name, "oy..ab..x", w.name),
    ];
    for (column, typed, sentence) in cases {
        let field = list.textbox((a.filter)(column));
        field.fill(typed).await;
        browser.press("Enter").await;
        field.has_attribute("aria-invalid", "true").await;
        let problem = browser.find(Role::Alert, has("")).first();
        problem.says(column).await;
        problem.says(sentence).await;
        field.holds(typed).await;
        rows(&list, all).await;
        field.press("Escape").await;
        field.holds("").await;
    }
    // Too long is never taken, and never cut.
    let long = "a".repeat(260);
    let field = list.textbox((a.filter)(w.name));
    field.fill(&long).await;
    browser.press("Enter").await;
    field.has_attribute("aria-invalid", "true").await;
    field.holds(&long).await;
    rows(&list, all).await;
    assert!(
        !browser.address().await.contains("where"),
        "no filter is kept"
    );
}

async fn columns_and_their_widths_are_the_users_own(browser: &Browser, w: &'static Words) {
    let list = contacts(browser, w).await;
    let headings = list.find(Role::ColumnHeader, has(""));
    let before = headings.count().await;
    browser.button("Columns").click().await;
    let dialog = browser.dialog("Columns");
    dialog.checkbox("City").click().await;
    dialog.checkbox("Phone").click().await;
    dialog.button("Move City up").click().await;
    dialog.button("Done").click().await;
    list.find(Role::ColumnHeader, has("City")).seen().await;
    list.find(Role::ColumnHeader, has("Phone")).gone().await;
    assert_eq!(headings.count().await, before);

    // Wider, by the keyboard on its heading.
    list.focus().await;
    for key in ["ArrowUp", "Home", "Shift+ArrowRight", "Shift+ArrowRight"] {
        browser.press(key).await;
    }
    let width = "return document.querySelector('.list-heading').offsetWidth";
    let wide = browser.script(width, Vec::new()).await;
    browser.reload().await;
    list.find(Role::ColumnHeader, has("City")).seen().await;
    assert_eq!(browser.script(width, Vec::new()).await, wide);

    browser.button("Columns").click().await;
    dialog.button("As at first").click().await;
    dialog.button("Done").click().await;
    list.find(Role::ColumnHeader, has("Phone")).seen().await;
}

async fn a_view_is_saved_opened_and_deleted(browser: &Browser, w: &'static Words) {
    let list = contacts(browser, w).await;
    let all = n_rows(&list).await;
    browser.open("#/contacts?where-salesperson=JR").await;
    let some = fewer_rows(&list, all).await;
    browser.button("Views").click().await;
    browser.find(Role::MenuItem, has("Save view")).click().await;
    let dialog = browser.dialog("Save view");
    dialog.button("Save").click().await;
    let name = dialog.textbox("Name of the view");
    name.complains("A view needs a name.").await;
    name.fill("Jukka's").await;
    dialog.button("Save").click().await;
    dialog.gone().await;

    browser.open("#/contacts").await;
    rows(&list, all).await;
    browser.reload().await;
    browser.button("Views").click().await;
    browser.find(Role::MenuItem, has("Jukka's")).click().await;
    rows(&list, some).await;

    browser.button("Jukka's").click().await;
    browser
        .find(Role::MenuItem, has("Delete view"))
        .click()
        .await;
    browser.button("Views").seen().await;
    browser.region(w.notifications).button("Undo").click().await;
    browser.button("Jukka's").seen().await;
}

async fn the_value_under_the_keyboard_becomes_a_filter(browser: &Browser, w: &'static Words) {
    let list = contacts(browser, w).await;
    let all = n_rows(&list).await;
    list.focus().await;
    for key in ["Home", "ArrowRight", "ArrowRight", "ArrowRight", "Alt+F3"] {
        browser.press(key).await;
    }
    fewer_rows(&list, all).await;
    assert!(browser.address().await.contains("where-salesperson="));
    browser.press("Control+Shift+Alt+F3").await;
    rows(&list, all).await;
}

async fn a_filter_keeps_its_meaning_in_another_language(browser: &Browser, w: &'static Words) {
    let list = contacts(browser, w).await;
    browser
        .open("#/contacts?where-last=-90D..t&where-type=0")
        .await;
    let some = n_rows(&list).await;
    browser.button(has("90D..t")).seen().await;
    browser.button(has("Company")).seen().await;
    browser.button(has("Suomi")).click().await;
    browser.button(has("90P..t")).seen().await;
    browser.button(has("Yritys")).seen().await;
    rows(&browser.grid("Kontaktit"), some).await;
}

async fn a_card_goes_on_in_the_order_of_its_list(browser: &Browser, w: &'static Words) {
    let a = around(w);
    load_demo(browser, w).await;
    browser.open("#/contacts?search=arkk").await;
    let list = browser.grid(w.contacts);
    rows(&list, 3).await;
    list.link(has("Eero Lumme")).click().await;
    browser.heading("Eero Lumme").seen().await;
    browser.press("Control+ArrowUp").await;
    browser
        .heading("Arkkitehdit Lumme & Kaisla Oy")
        .seen()
        .await;
    browser.press("Control+ArrowDown").await;
    browser.heading("Eero Lumme").seen().await;
    // What was typed is kept on the way.
    let phone = browser.textbox(w.phone);
    phone.fill("+358 9 123").await;
    browser.press("Control+ArrowDown").await;
    browser.heading("Maria Kaisla").seen().await;
    browser.press("Control+ArrowDown").await;
    browser.region(w.notifications).says(a.is_last).await;
    browser.press("Control+ArrowUp").await;
    browser.heading("Eero Lumme").seen().await;
    phone.holds("+358 9 123").await;
    browser.button(a.next).click().await;
    browser.heading("Maria Kaisla").seen().await;
}

async fn a_number_series_says_what_it_numbers(browser: &Browser, w: &'static Words) {
    let field = messages(Lang::En).terms.field;
    load_demo(browser, w).await;
    browser.open("#/setup/series").await;
    let all = [
        ("CONT", Field::ContactNos),
        ("SEGM", Field::SegmentNos),
        ("CAMP", Field::CampaignNos),
    ];
    for (series, numbers) in all {
        let row = browser.find(Role::Row, has(series));
        row.says(field(numbers)).await;
    }
    for (series, numbers) in all {
        browser.open(&format!("#/setup/series/{series}")).await;
        browser.link(field(numbers)).seen().await;
    }
}
