//! Text as people space it who read with difficulty (WCAG 2.2, 1.4.12), and at 200 % zoom: on no page is a word cut,
//! not even a long Finnish one, and nothing scrolls sideways.

use crate::accessibility::layout::sideways;
use lokikirja::language::{Lang, messages};
use lokikirja_browser_tests::tour::{self, addressed, look};
use lokikirja_browser_tests::{Browser, Setup, flow};
use serde_json::Value;

/// A small desktop, and what is left of 1280 × 1024 points at 200 % zoom.
const SIZES: [(&str, (u32, u32)); 2] = [("desktop", (1280, 1024)), ("200 %", (640, 512))];

/// The spacing that the criterion names; a style sheet of the reader's, which no policy of the page concerns.
const SPACE: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];";

/// What shows less than the height of its text.
const CUT_BELOW: &str = "
    return [...document.body.querySelectorAll('*')].filter((e) => {
        const style = getComputedStyle(e);
        const hasText = [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
        return hasText && e.checkVisibility({ visibilityProperty: true }) && e.clientHeight > 1 && style.clipPath === 'none'
            && (style.overflowY === 'hidden' || style.overflowY === 'clip') && e.scrollHeight > e.clientHeight + 2;
    }).map((e) => `cut below: ${e.tagName.toLowerCase()}.${[...e.classList].join('.')} “${e.innerText.trim().slice(0, 60)}”: ${e.scrollHeight} in ${e.clientHeight} px`);";

#[test]
fn spaced_and_magnified_text_is_never_cut() {
    flow(Setup::new().finnish(), async |browser| {
        let m = messages(Lang::Fi);
        tour::load_demo(browser, m).await;
        browser.script(SPACE, Vec::new()).await;
        let mut complaints = Vec::new();
        for stop in addressed() {
            for (name, size) in SIZES {
                look(browser, size, false, false).await;
                stop.visit(browser, m).await;
                for complaint in cut(browser).await {
                    let line = format!("{}, {name}: {complaint}", stop.name);
                    println!("{line}");
                    complaints.push(line);
                }
            }
        }
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    });
}

async fn cut(browser: &Browser) -> Vec<String> {
    let mut found = sideways(browser).await;
    let below = browser.script(CUT_BELOW, Vec::new()).await;
    let below = below.as_array().into_iter().flatten();
    found.extend(below.filter_map(Value::as_str).map(str::to_owned));
    found
}
