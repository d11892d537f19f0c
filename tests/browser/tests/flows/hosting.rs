//! The page on its way from a host to a browser: under a sub-path, under its content security policy,
//! and damaged.

use crate::steps::asked_of_its_own_host;
use lokikirja_browser_tests::{Browser, Role, Scope, Setup, any, flow, has, site_folder};
use xtask::headers::CONTENT_SECURITY_POLICY;

/// What allows WebAssembly; without it the program must not run, which proves that the policy counts.
const ALLOWS_WEBASSEMBLY: &str = " 'wasm-unsafe-eval'";

/// Waits until the program has taken the page over.
async fn program_runs(browser: &Browser) {
    browser
        .wait_for(
            "the program runs",
            "return document.getElementById('opening') === null",
        )
        .await;
}

/// Waits for one of the sentences of the opening page and takes the errors that led to it.
async fn says_instead(browser: &Browser, english: &str, finnish: &str) {
    let alert = browser.alert(any());
    alert.says(english).await;
    alert.says(finnish).await;
    let errors = browser.take_console().await;
    assert!(
        errors.iter().any(|line| line.is_error()),
        "the console names the cause: {errors:?}"
    );
}

#[test]
fn the_app_opens_under_a_sub_path_and_asks_only_its_own_host() {
    flow(Setup::new(), async |browser| {
        browser.open("").await;
        program_runs(browser).await;
        assert_eq!(browser.title().await, "Lokikirja");

        let inside = asked_of_its_own_host(browser).await;
        assert!(
            inside.iter().any(|url| url.ends_with(".wasm")),
            "{inside:?}"
        );
        // A release comes in two parts: no part twice.
        let asked = browser.site().requests();
        let mut parts: Vec<_> = asked
            .iter()
            .filter(|line| line.ends_with(".wasm"))
            .collect();
        let n_asked = parts.len();
        parts.sort();
        parts.dedup();
        assert_eq!(n_asked, parts.len(), "{asked:?}");
    });
}

#[test]
fn the_built_page_holds_no_inline_script_style_or_handler() {
    flow(Setup::new(), async |browser| {
        browser.open("").await;
        // As the browser reads it, before any program: comments and text cannot be mistaken for tags.
        let inline = "
            const page = await new Promise((got, failed) => {
                const asking = new XMLHttpRequest();
                asking.responseType = 'document';
                asking.onload = () => got(asking.response);
                asking.onerror = failed;
                asking.open('GET', location.href);
                asking.send();
            });
            if (!page.querySelector('script[src]')) return ['no script at all'];
            return [...page.querySelectorAll('*')].filter((e) =>
                (e.localName === 'script' && (!e.hasAttribute('src') || e.textContent.trim())) ||
                e.localName === 'style' || e.hasAttribute('style') ||
                e.getAttributeNames().some((name) => name.startsWith('on')) ||
                ['href', 'src'].some((name) => /^\\s*javascript:/i.test(e.getAttribute(name) ?? ''))
            ).map((e) => e.outerHTML);";
        let found = browser.script_async(inline, Vec::new()).await;
        assert_eq!(found.as_array().map(Vec::len), Some(0), "{found}");
    });
}

#[test]
fn the_policy_counts_as_a_header_for_without_webassembly_nothing_runs() {
    let policy = CONTENT_SECURITY_POLICY.replace(ALLOWS_WEBASSEMBLY, "");
    assert_ne!(policy, CONTENT_SECURITY_POLICY);
    flow(
        Setup::new().hosting(move |site| site.policy(Some(&policy))),
        async |browser| {
            browser.open("").await;
            says_instead(
                browser,
                "This browser cannot run Lokikirja",
                "Tämä selain ei voi suorittaa",
            )
            .await;
        },
    );
}

#[test]
fn the_policy_counts_in_the_page_where_a_host_sends_no_headers() {
    let weaker = |name: &str, file: Vec<u8>| match name {
        "index.html" => String::from_utf8_lossy(&file)
            .replace(ALLOWS_WEBASSEMBLY, "")
            .into_bytes(),
        _ => file,
    };
    flow(
        Setup::new().hosting(move |site| site.policy(None).altered(Box::new(weaker))),
        async |browser| {
            browser.open("").await;
            says_instead(
                browser,
                "This browser cannot run Lokikirja",
                "Tämä selain ei voi suorittaa",
            )
            .await;
        },
    );
}

#[test]
fn the_app_opens_where_a_host_sends_no_headers() {
    flow(
        Setup::new().hosting(|site| site.policy(None)),
        async |browser| {
            browser.open("").await;
            program_runs(browser).await;
        },
    );
}

#[test]
fn a_changed_byte_of_the_program_is_refused() {
    for ending in [".wasm", ".js"] {
        let damaged = move |name: &str, mut file: Vec<u8>| {
            let is_program = name.starts_with("lokikirja-") && name.ends_with(ending);
            if let Some(last) = file.last_mut().filter(|_| is_program) {
                *last ^= 1;
            }
            file
        };
        flow(
            Setup::new().hosting(move |site| site.altered(Box::new(damaged))),
            async |browser| {
                browser.open("").await;
                says_instead(
                    browser,
                    "A part of Lokikirja did not arrive",
                    "Osa Lokikirjasta jäi saapumatta",
                )
                .await;
            },
        );
    }
}

#[test]
fn without_javascript_and_opened_as_a_file_the_page_says_what_to_do() {
    flow(Setup::new(), async |browser| {
        let file = format!("file://{}", site_folder().join("index.html").display());
        browser
            .client()
            .goto(&file)
            .await
            .unwrap_or_else(|error| panic!("{file}: {error}"));
        let page = browser.find(Role::Main, any());
        page.says("cargo xtask serve").await;
        page.says("Avaa Lokikirja verkko-osoitteesta").await;
        // Styles and modules are refused to files; that is what this test is about.
        browser.take_console().await;

        browser
            .cdp(
                "Emulation.setScriptExecutionDisabled",
                serde_json::json!({ "value": true }),
            )
            .await;
        browser.open("").await;
        let page = browser.find(Role::Main, has(""));
        page.says("Please allow JavaScript").await;
        page.says("Salli JavaScript").await;
    });
}
