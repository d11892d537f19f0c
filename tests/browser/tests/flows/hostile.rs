//! Texts that would be programs if a page took them for markup: they are shown as they were typed, and
//! nothing of them runs or is asked for.

use crate::steps::{choose_template, create_from_contact, load_demo, number_told, unfold};
use crate::words::{Words, in_english};
use lokikirja::domain::Field;
use lokikirja::language::{Lang, messages};
use lokikirja_browser_tests::{Browser, Role, Scope, any};
use serde_json::json;

in_english!(what_somebody_typed_never_runs);

/// A company of the demo: its name is not taken apart.
const COMPANY: &str = "CT000012";

/// What each way into a page looks like: elements, attributes, addresses, templates, the ends of what may stand
/// around, and what becomes one of them when it is decoded once too often. Short, so that three fill a field.
const HOSTILE: [&str; 30] = [
    "<script>broken=1</script>",
    "<img src=broken onerror=broken=1>",
    "\"><svg onload=broken=1>",
    "javascript:broken=1",
    "' onfocus='broken=1' autofocus='",
    "</textarea><svg onload=broken=1>",
    "data:text/html,<script>broken=1",
    "<iframe src=javascript:top.broken=1>",
    "--><img src=//broken.example>",
    "vbscript:broken=1",
    "<a href=javascript:broken=1>x</a>",
    "{{constructor.constructor('broken=1')()}}",
    "<base href=//broken.example>",
    "<style>@import '//broken.example'</style>",
    "<body onpageshow=broken=1>",
    "<object data=//broken.example>",
    "<script src=//broken.example></script>",
    "<embed src=//broken.example>",
    "//broken.example",
    "</title><script>broken=1</script>",
    "<link rel=icon href=//broken.example>",
    "<details open ontoggle=broken=1>",
    "<input autofocus onfocus=broken=1>",
    "<svg><animate onbegin=broken=1>",
    "&lt;script&gt;broken=1&lt;/script&gt;",
    "&#60;img src=broken&#62;",
    "${broken=1}",
    "\\u003cscript\\u003ebroken=1",
    "%3Cscript%3Ebroken=1%3C/script%3E",
    "<sCrIpT/x>broken=1</ScRiPt>",
];

/// Links of the page that lead anywhere but where links may lead.
const OTHER_LINKS: &str = "
    const known = ['http:', 'https:', 'mailto:', 'tel:', 'sms:'];
    return [...document.links].filter((link) => !known.includes(link.protocol) || link.host.includes('broken')).map((link) => link.href);";

/// S5.
async fn what_somebody_typed_never_runs(browser: &Browser, w: &'static Words) {
    let field = messages(Lang::En).terms.field;
    load_demo(browser, w).await;
    for three in HOSTILE.chunks_exact(3) {
        let together = three.join(" ");
        browser.open(&format!("#/contacts/{COMPANY}")).await;
        browser.textbox(field(Field::Name)).fill(&together).await;
        browser.textbox(field(Field::Address)).fill(&together).await;
        browser.textbox(field(Field::Address2)).fill(three[0]).await;
        browser.press("Tab").await;
        browser.heading(&*together).seen().await;
        let others = browser.script(OTHER_LINKS, vec![]).await;
        assert_eq!(others, json!([]), "{three:?}");

        let sheet = create_from_contact(browser, w, COMPANY).await;
        choose_template(&sheet, w.outgoing_call).await;
        sheet.textbox(w.description).fill(&together).await;
        unfold(&sheet, w.comments).await;
        sheet.button(w.add_comment).click().await;
        sheet.textbox(w.first_comment).fill(three[2]).await;
        sheet.button(w.ok).click().await;
        let no = number_told(browser, w, w.logged).await;

        browser.open(&format!("#/interactions/{no}")).await;
        browser.find(Role::Main, any()).says(&together).await;
        browser.open(&format!("#/contacts?search={COMPANY}")).await;
        browser.grid(w.contacts).link(&*together).seen().await;
        browser.open("#/interactions").await;
        browser.grid(w.log_entries).says(&together).await;
        browser.open(&format!("#/labels/{COMPANY}")).await;
        browser.find(Role::Main, any()).says(&together).await;
    }

    // What would be gone to by a click is no address of a page.
    browser.open(&format!("#/contacts/{COMPANY}")).await;
    for address in HOSTILE.iter().filter(|text| !text.contains('<')) {
        let page = browser.textbox(field(Field::HomePage));
        page.fill(address).await;
        browser.press("Tab").await;
        page.complains("").await;
        page.fill("").await;
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
