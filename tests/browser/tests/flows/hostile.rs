//! Texts that would be programs if a page took them for markup: they are shown as they were typed, and
//! nothing of them runs or is asked for.

use crate::steps::{choose_template, create_from_contact, load_demo, number_told, unfold};
use crate::words::{Words, in_english};
use lokikirja_browser_tests::{Browser, Role, Scope, any};

in_english!(what_somebody_typed_never_runs);

/// A company of the demo: its name is not taken apart.
const COMPANY: &str = "CT000012";

/// One for each way in: elements, attributes, addresses, templates, the ends of what may stand around.
const HOSTILE: [&str; 12] = [
    "<script>window.broken=1</script>",
    "<img src=broken onerror=window.broken=1>",
    "\"><svg onload=window.broken=1>",
    "' onfocus='window.broken=1' autofocus='",
    "<iframe srcdoc='<script>top.broken=1</script>'>",
    "javascript:window.broken=1",
    "<a href=javascript:window.broken=1>x</a>",
    "</textarea><script>window.broken=1</script>",
    "--><img src=//broken.example/x>",
    "<style>@import '//broken.example/x'</style>",
    "{{constructor.constructor('window.broken=1')()}}",
    "<base href=//broken.example/>",
];

async fn what_somebody_typed_never_runs(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    for hostile in HOSTILE {
        browser.open(&format!("#/contacts/{COMPANY}")).await;
        browser.textbox(w.name).fill(hostile).await;
        browser.press("Tab").await;
        browser.heading(hostile).seen().await;

        let sheet = create_from_contact(browser, w, COMPANY).await;
        choose_template(&sheet, w.outgoing_call).await;
        sheet.textbox(w.description).fill(hostile).await;
        unfold(&sheet, w.comments).await;
        sheet.button(w.add_comment).click().await;
        sheet.textbox(w.first_comment).fill(hostile).await;
        sheet.button(w.ok).click().await;
        let no = number_told(browser, w, w.logged).await;

        browser.open(&format!("#/interactions/{no}")).await;
        browser.find(Role::Main, any()).says(hostile).await;
        browser.open("#/contacts").await;
        browser.grid(w.contacts).link(hostile).seen().await;
        browser.open("#/interactions").await;
        browser.grid(w.log_entries).says(hostile).await;
        browser.open(&format!("#/labels/{COMPANY}")).await;
        browser.find(Role::Main, any()).says(hostile).await;
    }
    let broken = browser.script("return window.broken ?? null", vec![]).await;
    assert!(broken.is_null(), "something typed ran: {broken}");
    let requests = browser.take_requests().await;
    let broken: Vec<_> = requests
        .iter()
        .filter(|url| url.contains("broken"))
        .collect();
    assert!(
        broken.is_empty(),
        "something typed was asked for: {broken:?}"
    );
}
