//! axe-core, run in the page.

use lokikirja_browser_tests::Browser;
use serde_json::{Value, json};

/// What is checked: the success criteria of WCAG 2.2 A and AA, and what axe-core calls best practice.
const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];
/// The rules whose answer depends on colours alone.
const COLOUR_RULES: [&str; 2] = ["color-contrast", "link-in-text-block"];

const RUN: &str = "
    const options = { resultTypes: ['violations'], ...arguments[0] };
    const found = await axe.run(document, options);
    return found.violations.flatMap((rule) => rule.nodes.map((node) =>
        [rule.id, rule.help, node.target.join(' '), node.html, node.failureSummary]));";

/// Which rules.
#[derive(Clone, Copy)]
pub enum Rules {
    /// All.
    All,
    /// Only colours: in the dark nothing else differs.
    Colours,
}

/// What axe-core finds wrong: rule, element, and what to do about it.
pub async fn violations(browser: &Browser, rules: Rules, look: &str) -> Vec<String> {
    let brought = browser.bring_axe().await;
    brought.unwrap_or_else(|error| panic!("axe-core: {error}"));
    let run_only = match rules {
        Rules::All => json!({
            "runOnly": { "type": "tag", "values": TAGS },
            // Would count what is below a bar that stays as covered; `layout.rs` scrolls there, and
            // asks for more.
            "rules": { "target-size": { "enabled": false } },
        }),
        Rules::Colours => json!({ "runOnly": { "type": "rule", "values": COLOUR_RULES } }),
    };
    let found = browser.script_async(RUN, vec![run_only]).await;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let found = found.as_array().cloned().unwrap_or_default();
    let line = |violation: &Value| {
        let [rule, help, target, html, summary] = [0, 1, 2, 3, 4].map(|at| text(&violation[at]));
        let html: String = html.chars().take(160).collect();
        let summary = summary.replace('\n', " ");
        format!("{look}: {rule}: {help}: {target}: {html}: {summary}")
    };
    found.iter().map(line).collect()
}
