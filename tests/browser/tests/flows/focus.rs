//! The way of the Tab key through every page and form, on a desktop and on a phone: wherever the focus is, it is seen.
//! A part of it at least is in the window with nothing over it, no bar that stays either, and something is drawn around
//! it (WCAG 2.2, 2.4.7 and 2.4.11).

use lokikirja::language::{Lang, messages};
use lokikirja_browser_tests::tour::{self, addressed, look};
use lokikirja_browser_tests::{Browser, Setup, flow};
use serde_json::Value;

const DESKTOP: (u32, u32) = (1440, 900);
const PHONE: (u32, u32) = (360, 740);
/// No page has more places for the focus: who has not come round by then never does.
const MOST_TABS: usize = 400;

/// What is wrong with where the focus is: `true` where it has been before, nothing where all is well.
const WRONG: &str = "
    const e = document.activeElement;
    window.walked ??= new WeakSet();
    if (e === null || e === document.body) return window.walked.has(document) || (window.walked.add(document), null);
    if (window.walked.has(e)) return true;
    window.walked.add(e);
    const name = `${e.tagName.toLowerCase()}.${[...e.classList].join('.')} “${(e.ariaLabel ?? e.innerText ?? '').trim().replaceAll(/\\s+/g, ' ').slice(0, 40)}”`;
    // A field that is drawn by its label is seen there; a list draws the focus around one of its cells.
    const cell = document.getElementById(e.getAttribute('aria-activedescendant') ?? '');
    const shown = [e, ...(e.labels ?? []), ...(cell ? [cell] : [])];
    const parts = [0.1, 0.5, 0.9];
    // What has no height, as a list without rows on a phone, is a line to which its ring belongs.
    const isHit = (one) => [...one.getClientRects()].some((box) => box.width > 1 && (box.height < 1 ? box.top > 0 && box.top < innerHeight : parts.some((across) => parts.some((down) => {
        const hit = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
        return hit !== null && shown.some((one) => one.contains(hit));
    }))));
    if (!shown.some(isHit)) return `covered: ${name}`;
    const near = [...shown, e.nextElementSibling, e.parentElement].filter((one) => one !== null);
    // What an entry consists of may be drawn over all of it.
    const isDrawn = (one) => [null, '::after'].some((part) => {
        const style = getComputedStyle(one, part);
        const isOutlined = style.outlineStyle !== 'none' && style.outlineWidth !== '0px' && !style.outlineColor.endsWith(', 0)') && style.outlineColor !== 'transparent';
        return isOutlined || style.boxShadow !== 'none';
    });
    return near.some(isDrawn) ? null : `nothing is drawn around: ${name}`;";

#[test]
fn the_focus_is_seen_wherever_tab_leads() {
    flow(Setup::new(), async |browser| {
        let m = messages(Lang::En);
        look(browser, DESKTOP, false, false).await;
        tour::load_demo(browser, m).await;
        let mut complaints = Vec::new();
        for stop in addressed() {
            for (look_name, size) in [("desktop", DESKTOP), ("phone", PHONE)] {
                look(browser, size, false, false).await;
                stop.visit(browser, m).await;
                for complaint in walk(browser).await {
                    let line = format!("{}, {look_name}: {complaint}", stop.name);
                    println!("{line}");
                    complaints.push(line);
                }
            }
        }
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    });
}

/// Presses Tab until the focus comes round. Gives what was wrong on the way.
async fn walk(browser: &Browser) -> Vec<String> {
    browser
        .script("window.walked = undefined", Vec::new())
        .await;
    let mut complaints = Vec::new();
    for _ in 0..MOST_TABS {
        browser.press("Tab").await;
        match browser.script(WRONG, Vec::new()).await {
            // What is drawn just then may move it; looked at again once that has ended.
            Value::String(_) => {
                let again = format!("await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                    window.walked.delete(document.activeElement); {WRONG}");
                let found = browser.script_async(&again, Vec::new()).await;
                complaints.extend(found.as_str().map(str::to_owned));
            }
            Value::Bool(true) => return complaints,
            _ => {}
        }
    }
    complaints.push(format!("{MOST_TABS} Tabs do not come round"));
    complaints
}
