//! The harness itself: that it finds what a screen reader finds and nothing else, that its failures
//! fail and say why, and that it ends and sets up browsers as it says.

use lokikirja_browser_tests::{Ability, Browser, Engine, Role, Scope, Setup, any, flow, has};
use serde_json::{Value, json};
use std::time::Duration;

/// A page with a thing of every role instead of the app, and short patience for what is missing.
fn things() -> Setup {
    let page = |name: &str, file: Vec<u8>| match name {
        "index.html" => include_bytes!("things.html").to_vec(),
        _ => file,
    };
    Setup::new()
        .patience(Duration::from_millis(200))
        .hosting(move |site| site.altered(Box::new(page)))
}

#[test]
fn things_are_found_by_the_role_and_name_that_a_screen_reader_gets() {
    flow(things(), async |browser| {
        browser.open("").await;
        // Nothing names list items, rows and cells, and not every browser says so.
        let list_items: &[&str] = match browser.engine() {
            Engine::Chromium => &["", ""],
            Engine::Firefox | Engine::WebKit => &["Adatum Oy", "Fabrikam Oyj"],
        };
        let rows: &[&str] = match browser.engine() {
            Engine::Chromium | Engine::Firefox => &["", "", "No.", "10000"],
            Engine::WebKit => &["Cost", "8,00 €", "No.", "10000"],
        };
        let expected: &[(Role, &[&str])] = &[
            (Role::Alert, &[""]),
            (Role::Cell, &["8,00 €"]),
            (Role::Checkbox, &["Inbound"]),
            (Role::ColumnHeader, &["Cost", "No."]),
            (Role::Combobox, &["Template", "Group"]),
            (Role::Dialog, &["Create Interaction"]),
            (Role::Disclosure, &["More"]),
            (Role::Grid, &["Lines"]),
            (Role::GridCell, &["10000"]),
            (Role::Group, &["Kind", ""]),
            (
                Role::Heading,
                &["Things of every role", "Create Interaction"],
            ),
            (Role::Image, &["Mark"]),
            (Role::Link, &["One", "Second page"]),
            (Role::List, &["Recent"]),
            (Role::ListBox, &["Groups"]),
            (Role::ListItem, list_items),
            (Role::Main, &[""]),
            (Role::Menu, &["More"]),
            (Role::MenuItem, &["Delete"]),
            (Role::Navigation, &["Main"]),
            (Role::Option, &["Letter", "Phone call", "Calls"]),
            (Role::ProgressBar, &["Writing"]),
            (Role::Radio, &["Company", "Person"]),
            (Role::Region, &["Figures", "Timeline"]),
            (Role::Row, rows),
            (Role::SearchBox, &["Find"]),
            (Role::SpinButton, &["Number"]),
            (Role::Status, &["News"]),
            (Role::Switch, &["Dark"]),
            (Role::Tab, &["General"]),
            (Role::Table, &["Costs"]),
            (Role::TextBox, &["Name", "E-mail", "Remark"]),
            (Role::Toolbar, &["Actions"]),
        ];
        for (role, names) in expected {
            let found = browser.find(*role, any()).names().await;
            assert_eq!(found, *names, "{role}");
        }
        let buttons = browser.button(any()).names().await;
        assert_eq!(
            buttons,
            ["Save", "Close", "Open", "Open", "Save"],
            "nothing hidden, silent or folded away"
        );
        assert_eq!(
            browser.cell("8,00 €").count().await,
            1,
            "a no-break space is a space"
        );
        assert_eq!(browser.button("Sav").count().await, 0);
        assert_eq!(browser.button(has("Sav")).count().await, 2);
        assert_eq!(
            browser
                .dialog("Create Interaction")
                .button("Save")
                .count()
                .await,
            1
        );
        assert_eq!(browser.region("Timeline").button("Open").count().await, 1);
    });
}

#[test]
fn things_are_used_as_people_use_them() {
    flow(things(), async |browser| {
        browser.open("").await;
        let name = browser.textbox("Name");
        name.holds("Adatum").await;
        name.fill("Fabrikam Oyj").await;
        name.holds("Fabrikam Oyj").await;
        name.has_focus().await;
        browser.press("Tab").await;
        browser.textbox("E-mail").has_focus().await;
        browser.type_text("åäö@fabrikam.fi").await;
        browser.textbox("E-mail").holds("åäö@fabrikam.fi").await;
        browser.textbox("Remark").add_text(" and new").await;
        browser.textbox("Remark").holds("old text and new").await;
        browser.textbox("Remark").fill("").await;
        browser.textbox("Remark").holds("").await;
        let template = browser.combobox("Template");
        template.choose("Phone call").await;
        template.holds("Phone call").await;
        let inbound = browser.checkbox("Inbound");
        assert!(inbound.is_checked().await);
        inbound.press("Space").await;
        assert!(!inbound.is_checked().await);
        assert!(!browser.switch("Dark").is_checked().await);
        browser
            .switch("Dark")
            .has_attribute("aria-checked", "false")
            .await;
        browser.list_item(any()).nth(1).says("Fabrikam").await;
        assert_eq!(
            browser.list_item(any()).showing("Adatum").text().await,
            "Adatum Oy"
        );
        browser
            .row(any())
            .showing("8,00 €")
            .cell("8,00 €")
            .seen()
            .await;
        browser.row(any()).showing("9,00 €").gone().await;
        assert_eq!(browser.alert(any()).text().await, "Not saved");
        browser.link("Second page").click().await;
        assert_eq!(browser.address().await, "#/two");
        browser.back().await;
        assert_eq!(browser.address().await, "");
        browser.find(Role::Disclosure, "More").click().await;
        browser.button("Folded").seen().await;
    });
}

#[test]
#[should_panic(expected = "there is none, but button “Save”, button “Close”")]
fn a_missing_thing_fails_and_the_others_are_named() {
    flow(things(), async |browser| {
        browser.open("").await;
        browser.button("Log").click().await;
    });
}

#[test]
#[should_panic(expected = "click button “Open”: not within 0 s: there are 2 of it")]
fn an_ambiguous_thing_fails() {
    flow(things(), async |browser| {
        browser.open("").await;
        browser.button("Open").click().await;
    });
}

#[test]
#[should_panic(
    expected = "0 of button “Save” in dialog “Create Interaction”: not within 0 s: there are 1"
)]
fn a_thing_that_stays_fails_when_it_should_be_gone() {
    flow(things(), async |browser| {
        browser.open("").await;
        browser
            .dialog("Create Interaction")
            .button("Save")
            .gone()
            .await;
    });
}

#[test]
#[should_panic(expected = "went wrong in the page")]
fn an_error_in_the_console_fails_the_test() {
    flow(things(), async |browser| {
        browser.open("").await;
        browser
            .script("console.error('went wrong in the page')", Vec::new())
            .await;
    });
}

#[test]
#[should_panic(expected = "securitypolicyviolation style-src")]
fn a_refused_style_fails_the_test() {
    flow(things(), async |browser| {
        browser.open("").await;
        browser
            .script(
                "document.body.setAttribute('style', 'color: red')",
                Vec::new(),
            )
            .await;
    });
}

#[test]
fn an_error_that_a_test_expects_is_taken_by_it() {
    flow(things(), async |browser| {
        browser.open("").await;
        browser
            .script("console.error('on purpose')", Vec::new())
            .await;
        let taken = browser.take_console().await;
        assert!(
            taken
                .iter()
                .any(|line| line.is_error() && line.message.contains("on purpose")),
            "{taken:?}"
        );
    });
}

/// Opens a database, awaits `work(store)`'s last request in one strict transaction, and gives its result.
const IN_DATABASE: &str = "
    const [mode, work, value] = arguments;
    const asked = (request) => new Promise((got, failed) => { request.onsuccess = () => got(request.result); request.onerror = () => failed(request.error); });
    const opening = indexedDB.open('harness', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
    const database = await asked(opening);
    const transaction = database.transaction('rows', mode, { durability: 'strict' });
    const ended = new Promise((done, failed) => { transaction.oncomplete = done; transaction.onabort = failed; });
    const store = transaction.objectStore('rows');
    const result = await asked(work === 'put' ? store.put(value, 1) : store.get(1));
    await ended;
    return result;";

#[test]
fn a_killed_browser_starts_again_with_what_was_written_and_a_quit_one_too() {
    flow(things(), async |browser| {
        if browser.lacks(Ability::KeepStorage) {
            return;
        }
        browser.open("").await;
        let put = vec![
            json!("readwrite"),
            json!("put"),
            json!("written before the end"),
        ];
        browser.script_async(IN_DATABASE, put).await;
        let get = || vec![json!("readonly"), json!("get")];
        for end in ["kill", "quit"] {
            match end {
                "kill" => browser.kill().await,
                _ => browser.quit().await,
            }
            assert!(!browser.runs());
            browser.start_again().await;
            browser.open("").await;
            let read = browser.script_async(IN_DATABASE, get()).await;
            assert_eq!(read, json!("written before the end"), "after {end}");
        }
    });
}

#[test]
fn every_test_has_a_profile_of_its_own() {
    flow(things(), async |browser| {
        browser.open("").await;
        let databases = browser
            .script_async("return await indexedDB.databases()", Vec::new())
            .await;
        assert_eq!(databases, json!([]));
    });
}

#[test]
fn tabs_are_opened_shown_and_closed() {
    flow(things().window(800, 600), async |browser| {
        browser.open("#/first").await;
        let first = browser.tab().await;
        let second = browser.open_tab("#/second").await;
        assert_eq!(browser.address().await, "#/second");
        let width = browser.script("return innerWidth", Vec::new()).await;
        assert_eq!(width, json!(800), "a new tab is set up like the first");
        browser.show(&first).await;
        assert_eq!(browser.address().await, "#/first");
        browser.show(&second).await;
        browser.close_tab().await;
        browser.show(&first).await;
        browser.heading(has("every role")).seen().await;
    });
}

/// Of several languages WebKit tells the first.
fn languages(browser: &Browser, wanted: [&str; 2]) -> Value {
    match browser.engine() {
        Engine::WebKit => json!([wanted[0]]),
        _ => json!(wanted),
    }
}

#[test]
fn the_browser_speaks_looks_and_counts_time_as_set_up() {
    let asked = "return [navigator.languages, innerWidth, innerHeight,
        matchMedia('(prefers-color-scheme: dark)').matches, Intl.DateTimeFormat().resolvedOptions().timeZone]";
    flow(
        things()
            .finnish()
            .dark()
            .window(600, 640)
            .time_zone("Pacific/Kiritimati"),
        async |browser| {
            browser.open("").await;
            let found: Value = browser.script(asked, Vec::new()).await;
            assert_eq!(
                found,
                json!([
                    languages(browser, ["fi-FI", "fi"]),
                    600,
                    640,
                    true,
                    "Pacific/Kiritimati"
                ])
            );
        },
    );
    flow(things(), async |browser| {
        browser.open("").await;
        let found: Value = browser.script(asked, Vec::new()).await;
        assert_eq!(
            found,
            json!([
                languages(browser, ["en-GB", "en"]),
                1440,
                900,
                false,
                "Europe/Helsinki"
            ])
        );
    });
}

#[test]
fn long_tasks_are_counted_over_pages_and_browsers_and_errors_stay() {
    flow(things(), async |browser| {
        if browser.lacks(Ability::LongTasks) {
            return;
        }
        browser.watch_long_tasks().await;
        browser.open("").await;
        // In tasks of its own: what the driver runs is not the page's.
        let busy = "
            await new Promise((done) => setTimeout(() => {
                const end = performance.now() + 150;
                while (performance.now() < end);
                done();
            }));";
        browser.script_async(busy, Vec::new()).await;
        browser.reload().await;
        browser.script_async(busy, Vec::new()).await;
        browser.lose_power().await;
        browser.watch_long_tasks().await;
        browser.open("").await;
        browser.script_async(busy, Vec::new()).await;
        let error = "console.error('went wrong')";
        browser.script(error, Vec::new()).await;
        let tasks = browser.take_long_tasks().await;
        assert!(tasks.n_longer() >= 3, "{tasks}");
        assert!(tasks.count() >= tasks.n_longer(), "{tasks}");
        let errors = browser.take_console().await;
        assert!(
            errors
                .iter()
                .any(|line| line.message.contains("went wrong")),
            "{errors:?}"
        );
    });
}
