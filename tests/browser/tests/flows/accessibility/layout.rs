//! Measured boxes: what is too wide, what is cut, what is too small to hit.

use lokikirja_browser_tests::Browser;
use serde_json::{Value, json};

/// A target for a mouse (WCAG 2.2, 2.5.8).
pub const MOUSE_PX: u32 = 24;
/// A target for a finger, as phones' own guidelines have it (WCAG 2.2, 2.5.5).
pub const FINGER_PX: u32 = 44;

/// The page and every box that does not say that it scrolls must be as wide as what is in it. Text
/// that ends in dots is meant to be cut.
const SIDEWAYS: &str = "
    const name = (e) => `${e.tagName.toLowerCase()}.${[...e.classList].join('.')} “${(e.innerText ?? '').trim().slice(0, 60)}”`;
    const root = document.scrollingElement;
    const found = [];
    if (root.scrollWidth > root.clientWidth) {
        const wide = [...document.body.querySelectorAll('*')].filter((e) => {
            const box = e.getBoundingClientRect();
            return box.width > 0 && box.right > root.clientWidth + 1;
        });
        found.push(`the page is ${root.scrollWidth} px wide: ${wide.slice(0, 4).map(name).join('; ')}`);
    }
    for (const e of document.body.querySelectorAll('*')) {
        if (e.scrollWidth <= e.clientWidth + 1 || e.clientWidth <= 1 || !e.checkVisibility({ visibilityProperty: true })) continue;
        const style = getComputedStyle(e);
        // Cut is what can be read; a bar that moves through its track is not.
        if (e.innerText.trim() === '' || style.textOverflow === 'ellipsis' || style.clipPath !== 'none' || e.matches('input, textarea, select')) continue;
        if (style.overflowX === 'hidden' || style.overflowX === 'clip') found.push(`cut: ${name(e)}: ${e.scrollWidth} in ${e.clientWidth} px`);
        if ((style.overflowX === 'auto' || style.overflowX === 'scroll') && !e.closest('[tabindex], [role=tablist]')) found.push(`scrolls sideways: ${name(e)}: ${e.scrollWidth} in ${e.clientWidth} px`);
    }
    return found;";

/// Probes whether the middle of a target and the points around it, half the size away, all belong to
/// it or its label: padding and what a style sheet adds around it count, as for a finger. A link that
/// is but words, or in a row, need not be so large; but no other target may be within 12 px of its
/// middle, which is the exception that WCAG makes.
const SMALL: &str = "
    const [size, least] = arguments;
    const targets = 'button, a[href], input, select, textarea, summary, [role=tab], [role=menuitem], [role=option], [role=radio], [role=checkbox], [role=switch]';
    const name = (e) => e === null ? 'nothing' : `${e.tagName.toLowerCase()}.${[...e.classList].join('.')} “${(e.ariaLabel ?? e.innerText ?? '').trim().replaceAll(/\\s+/g, ' ').slice(0, 40)}”`;
    const modal = [...document.querySelectorAll('dialog[open], [aria-modal=true], [role=menu]')].at(-1) ?? document.body;
    const found = [];
    for (const e of modal.querySelectorAll(targets)) {
        if (!e.checkVisibility({ visibilityProperty: true }) || e.disabled) continue;
        const style = getComputedStyle(e);
        if (style.pointerEvents === 'none') continue;
        e.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
        const box = e.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1) continue;
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const own = (hit) => hit !== null && (e.contains(hit) || [...(e.labels ?? [])].some((label) => label.contains(hit)));
        if (!own(document.elementFromPoint(x, y))) continue;
        // In a sentence its line says how high a link is.
        if (style.display === 'inline') continue;
        const plain = e.matches('a') && style.backgroundColor === 'rgba(0, 0, 0, 0)' && style.borderTopWidth === '0px';
        const wanted = plain || e.closest('[role=row]') !== null ? least : size;
        const reach = wanted / 2 - 1;
        const ways = [];
        if (box.width < wanted) ways.push([-reach, 0], [reach, 0]);
        if (box.height < wanted) ways.push([0, -reach], [0, reach]);
        for (const [dx, dy] of ways) {
            const hit = document.elementFromPoint(x + dx, y + dy);
            const other = hit?.closest(`${targets}, label`) ?? null;
            if (own(hit) || (wanted === least && (other === null || other.contains(e)))) continue;
            found.push(`target below ${wanted} px: ${name(e)}: ${Math.round(box.width)} × ${Math.round(box.height)}, beside it ${name(hit)}`);
            break;
        }
    }
    scrollTo(0, 0);
    return found;";

/// What is too wide or cut.
pub async fn sideways(browser: &Browser) -> Vec<String> {
    lines(&browser.script(SIDEWAYS, Vec::new()).await)
}

/// What can be pressed and is smaller than this.
pub async fn small_targets(browser: &Browser, px: u32) -> Vec<String> {
    lines(
        &browser
            .script(SMALL, vec![json!(px), json!(MOUSE_PX)])
            .await,
    )
}

fn lines(value: &Value) -> Vec<String> {
    let lines = value.as_array().into_iter().flatten();
    lines.filter_map(Value::as_str).map(str::to_owned).collect()
}
