//! Without a network, and from one version to the next: the app opens from what it kept, an update waits
//! for the user's word, and a host that is half way through an upload breaks nothing.

use crate::steps::{
    EERO, choose_template, create_from_contact, load_demo, number_told, start_empty,
};
use crate::words::{EN, FI, Words};
use lokikirja_browser_tests::{Ability, Browser, Role, Scope, any, flow, has, site_folder};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};
use xtask::offline;

/// A folder of the built page that a test may change; removed when it is dropped.
struct Copied(PathBuf);

impl Copied {
    /// The built page with another text in a file: a version of its own, which is given too.
    fn with(name: &str, content: &str) -> (Copied, String) {
        let folder = Self::of_site(name);
        fs::write(folder.0.join("NOTICE.txt"), content).expect("a changed file");
        let version = offline::add(&folder.0).expect("a new version");
        (folder, version)
    }

    fn of_site(name: &str) -> Copied {
        // The same flow may run in the other language beside this one: a folder each.
        static COPIES: AtomicUsize = AtomicUsize::new(0);
        let (process, n) = (std::process::id(), COPIES.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(format!("lokikirja-{name}-{process}-{n}"));
        // It may be there from a test that was stopped.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        for entry in fs::read_dir(site_folder()).expect("the built page") {
            let from = entry.expect("a file of it").path();
            if from.is_file() {
                let name = from.file_name().expect("its name");
                fs::copy(&from, folder.join(name)).expect("copied");
            }
        }
        Copied(folder)
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        // The system tidies up its temporary folder by itself.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn copies_of_one_name_leave_each_other_alone() {
    let (first, _) = Copied::with("alone", "of the first");
    let (second, _) = Copied::with("alone", "of the second");
    let said = fs::read_to_string(first.0.join("NOTICE.txt")).expect("still there");
    assert_eq!(said, "of the first");
    drop(second);
    assert!(first.0.exists());
}

/// The version of the page that runs.
async fn version(browser: &Browser) -> String {
    let told = "return document.getElementById('offline').dataset.version";
    let version = browser.script(told, Vec::new()).await;
    version.as_str().unwrap_or_default().to_owned()
}

/// Opens the panel of the mark and reads there that the app is kept.
async fn is_kept(browser: &Browser, w: &Words) {
    browser.button(w.saved).click().await;
    let panel = browser.dialog(w.saved);
    panel.says(w.opens_offline).await;
    panel.button(w.close).click().await;
    panel.gone().await;
}

/// Has the browser look for a newer version, as it does when a page is opened.
async fn look_for_newer(browser: &Browser) {
    let look = "const worker = await navigator.serviceWorker.getRegistration();
        // A broken newer version is refused; that is for the test to see.
        await worker.update().catch(() => {});";
    browser.script_async(look, Vec::new()).await;
}

/// The files of how many versions are kept.
async fn n_kept(browser: &Browser) -> usize {
    let names = "return (await caches.keys()).length";
    let n = browser.script_async(names, Vec::new()).await;
    usize::try_from(n.as_u64().unwrap_or_default()).unwrap_or_default()
}

async fn everything_works(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    is_kept(browser, w).await;
    browser.site().set_reachable(false);
    browser.cut_network().await;
    // Where the browser itself cannot be told, the page is offline all the same.
    if browser.can(Ability::CutNetwork) {
        browser.button(w.no_network).seen().await;
    }

    // The address of a page, and one with a query, as a link in a message may have it.
    browser.open(&format!("?from=mail#/contacts/{EERO}")).await;
    browser.heading("Eero Lumme").seen().await;
    let sheet = create_from_contact(browser, w, EERO).await;
    choose_template(&sheet, w.outgoing_call).await;
    sheet
        .textbox(w.description)
        .fill("Metsätiellä ilman verkkoa")
        .await;
    sheet.button(w.ok).click().await;
    number_told(browser, w, w.logged).await;

    // The browser closed and opened again, still without a network.
    browser.restart().await;
    browser.open("").await;
    let latest = browser.region(w.latest);
    latest.says("Metsätiellä ilman verkkoa").await;

    // What is loaded only when it is needed is there too.
    if !browser.can(Ability::Download) {
        return;
    }
    browser.open("#/contacts").await;
    browser
        .grid(w.contacts)
        .link(has("Eero Lumme"))
        .seen()
        .await;
    browser.button(w.export).click().await;
    browser.menu_item(has("Excel")).click().await;
    browser.take_download(".xlsx").await;
    browser.site().set_reachable(true);
    // Requests that found no network stand there; that they failed is what was tested.
    browser.take_console().await;
}

async fn an_update_waits_for_the_user(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    is_kept(browser, w).await;
    let first = version(browser).await;
    let (folder, second) = Copied::with("second", "another text");
    assert_ne!(first, second);
    browser.site().show(&folder.0);
    look_for_newer(browser).await;
    let told = browser.region(w.notifications);
    told.says(w.new_version_told).await;
    browser.button(w.new_version).seen().await;
    // A reload alone changes nothing: other tabs may still show the older one.
    browser.reload().await;
    browser.heading(w.checklist).seen().await;
    assert_eq!(version(browser).await, first);
    assert_eq!(n_kept(browser).await, 2);

    browser.button(w.new_version).click().await;
    browser
        .dialog(w.new_version)
        .button(w.use_newer)
        .click()
        .await;
    browser.button(w.saved).seen().await;
    assert_eq!(version(browser).await, second);
    browser
        .wait_for(
            "only the new version is kept",
            "return caches.keys().then((all) => all.length === 1)",
        )
        .await;

    // And back, as a host does that found a fault in the new one.
    browser.site().show(site_folder());
    look_for_newer(browser).await;
    browser
        .region(w.notifications)
        .button(w.use_newer)
        .click()
        .await;
    let is_first =
        format!("return document.getElementById('offline')?.dataset.version === '{first}'");
    browser.wait_for("the first version again", &is_first).await;
    browser.heading(w.checklist).seen().await;
}

async fn an_update_waits_for_what_is_typed(browser: &Browser, w: &'static Words) {
    load_demo(browser, w).await;
    is_kept(browser, w).await;
    let first = version(browser).await;
    let (folder, second) = Copied::with("typed", "a third text");
    browser.site().show(&folder.0);
    look_for_newer(browser).await;
    browser.button(w.new_version).seen().await;

    // A form in front of the page: nobody can press what is behind it, but a program can.
    browser.open("#/contacts?sheet=new").await;
    let form = browser.dialog(w.new_contact);
    form.textbox(w.name).fill("Kesken Jäänyt").await;
    let press = "[...document.querySelectorAll('button')].find((b) => b.textContent.trim() === arguments[0]).click()";
    browser.script(press, vec![json!(w.use_newer)]).await;
    let told = format!(
        "return document.body.textContent.includes('{}')",
        w.finish_first
    );
    browser.wait_for("told to finish first", &told).await;
    assert_eq!(version(browser).await, first);
    form.textbox(w.name).holds("Kesken Jäänyt").await;
    browser.press("Escape").await;
    browser.button(w.discard).click().await;
    form.gone().await;

    // A field of a card is left, and saved, by the press.
    browser.open(&format!("#/contacts/{EERO}")).await;
    browser.textbox(w.name).fill("Eero Lumme-Laine").await;
    browser.button(w.new_version).click().await;
    let panel = browser.dialog(w.new_version);
    panel.button(w.use_newer).click().await;
    let is_second =
        format!("return document.getElementById('offline')?.dataset.version === '{second}'");
    browser.wait_for("the new version", &is_second).await;
    browser.heading("Eero Lumme-Laine").seen().await;
}

async fn a_broken_upload_changes_nothing(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    is_kept(browser, w).await;
    let first = version(browser).await;
    type Break = (&'static str, fn(&Path));
    let breaks: [Break; 4] = [
        ("missing", |folder| {
            fs::remove_file(folder.join("NOTICE.txt")).expect("removed")
        }),
        ("other", |folder| {
            fs::write(folder.join("NOTICE.txt"), "not this").expect("written")
        }),
        ("page", |folder| {
            let page = fs::read_to_string(site_folder().join(offline::PAGE)).expect("the page");
            fs::write(folder.join(offline::PAGE), page).expect("the older page");
        }),
        ("empty", |folder| {
            fs::write(folder.join(offline::WORKER), "").expect("emptied")
        }),
    ];
    for (name, break_it) in breaks {
        let (folder, _) = Copied::with(name, name);
        browser.provokes_fault();
        break_it(&folder.0);
        browser.site().show(&folder.0);
        look_for_newer(browser).await;
        if name == "empty" {
            // Browsers take an empty worker for a newer one. It waits like any other, and serves nothing.
            browser.button(w.new_version).seen().await;
        } else {
            let settled = "return navigator.serviceWorker.getRegistration().then((r) => !r.installing && !r.waiting)";
            browser.wait_for("the newer one is given up", settled).await;
        }
        browser.reload().await;
        browser.heading(w.checklist).seen().await;
        assert_eq!(version(browser).await, first, "{name}");
        // At a reload the browser itself looks for a newer version once more, and begins to keep it.
        browser
            .wait_for(
                "only the old version is kept",
                "return caches.keys().then((all) => all.length === 1)",
            )
            .await;
        // That a file is not as it should be stands there.
        browser.take_console().await;
    }
}

async fn what_is_cleared_comes_back(browser: &Browser, w: &'static Words) {
    start_empty(browser, w).await;
    is_kept(browser, w).await;
    let count = "
        let n = 0;
        for (const name of await caches.keys()) n += (await (await caches.open(name)).keys()).length;
        return n;";
    let n_files = browser.script_async(count, Vec::new()).await;
    let clear = "for (const name of await caches.keys()) await caches.delete(name);";
    browser.provokes_fault();
    browser.script_async(clear, Vec::new()).await;
    browser.reload().await;
    browser.heading(w.checklist).seen().await;
    // Not only the place for them: the network goes at once.
    let all_there = format!("return (async () => {{ {count} }})().then((n) => n === {n_files})");
    browser.wait_for("the app is kept again", &all_there).await;
    browser.site().set_reachable(false);
    browser.reload().await;
    browser.heading(w.checklist).seen().await;
    browser.site().set_reachable(true);
    browser.take_console().await;
}

macro_rules! flows {
    ($($name:ident: $($words:ident)+;)+) => { $(
        mod $name {
            $(
                #[test]
                #[allow(non_snake_case, reason = "named after the words")]
                fn $words() {
                    let words: &'static super::Words = &super::$words;
                    super::flow(words.setup().with_worker(), async |browser| super::$name(browser, words).await);
                }
            )+
        }
    )+ };
}
flows! {
    everything_works: EN FI;
    an_update_waits_for_the_user: EN FI;
    an_update_waits_for_what_is_typed: FI;
    a_broken_upload_changes_nothing: EN;
    what_is_cleared_comes_back: EN;
}

/// The names and pictures under which a device offers the app.
#[test]
fn the_app_can_be_installed() {
    flow(EN.setup().with_worker(), async |browser| {
        if browser.lacks(Ability::DevTools) {
            return;
        }
        start_empty(browser, &EN).await;
        let errors = browser.cdp("Page.getInstallabilityErrors", json!({})).await;
        let errors = &errors["installabilityErrors"];
        // A window without a face, as here, is a private one to the browser.
        let left: Vec<_> = errors
            .as_array()
            .into_iter()
            .flatten()
            .filter(|error| error["errorId"] != "in-incognito")
            .collect();
        assert!(left.is_empty(), "{left:?}");
        let manifest = browser.cdp("Page.getAppManifest", json!({})).await;
        assert_eq!(manifest["errors"], json!([]), "{manifest}");
        let url = manifest["url"].as_str().unwrap_or_default();
        assert!(url.starts_with(&browser.site().url()), "{url}");
        let pictures = "
            const manifest = await (await fetch('manifest.webmanifest')).json();
            return Promise.all(manifest.icons.map(async (icon) => {
                const bitmap = await createImageBitmap(await (await fetch(icon.src)).blob());
                return `${bitmap.width}x${bitmap.height}` === icon.sizes;
            }));";
        let fit = browser.script_async(pictures, Vec::new()).await;
        assert_eq!(fit, json!([true, true, true]));
        browser.find(Role::Main, any()).seen().await;
    });
}
