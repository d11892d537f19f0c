//! Backup and restore: how long each takes, how long the page is held up meanwhile, and how long the file is,
//! packed, sealed, and as it is. On a copy of the company, as a restored one stays.

use crate::copy::on_copy;
use crate::measure::Bench;
use crate::report::Figure;
use base64::{Engine, engine::general_purpose::STANDARD};
use lokikirja::language::{Lang, Messages, messages};
use lokikirja_browser_tests::{Browser, Scope, has};
use serde_json::json;
use std::path::Path;
use std::time::Instant;

/// Measures with a copy of the company in this folder.
pub fn measure(folder: &Path) -> Vec<Figure> {
    on_copy(folder, async |bench| {
        backups(bench, messages(Lang::En)).await;
    })
}

async fn backups(bench: &mut Bench<'_>, m: &'static Messages) {
    let browser = bench.browser;
    open(browser, m).await;
    browser
        .script("delete window.CompressionStream", Vec::new())
        .await;
    write(bench, m, "a backup, not packed").await;
    open(browser, m).await;
    let file = write(bench, m, "a backup").await;
    browser.checkbox(m.backup.encrypt).click().await;
    for field in [m.backup.passphrase, m.backup.passphrase_again] {
        browser.textbox(field).fill("three words in sleet").await;
    }
    write(bench, m, "a backup, sealed").await;

    open(browser, m).await;
    bench.take_tasks().await;
    // As the user chooses it in the browser's own dialog.
    let put = "
        const field = document.querySelector('input[type=file]');
        const bytes = Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], 'bench.lokikirja'));
        field.files = files.files;";
    browser
        .script(put, vec![json!(STANDARD.encode(file))])
        .await;
    bench.take_tasks().await;
    let change = "document.querySelector('input[type=file]').dispatchEvent(new Event('change'))";
    let begun = Instant::now();
    browser.script(change, Vec::new()).await;
    browser.button(m.backup.as_new).seen().await;
    took(bench, "look a backup through", begun).await;
    let begun = Instant::now();
    browser.button(m.backup.as_new).click().await;
    browser.region(m.parts.notifications).says("Restored").await;
    took(bench, "restore a backup and open it", begun).await;
}

async fn open(browser: &Browser, m: &Messages) {
    browser.open("#/setup/backup").await;
    browser.reload().await;
    browser.heading(m.backup.title).seen().await;
    // The browser's own dialog cannot be pressed here.
    browser
        .script("delete window.showSaveFilePicker", Vec::new())
        .await;
}

async fn write(bench: &mut Bench<'_>, m: &Messages, what: &str) -> Vec<u8> {
    let browser = bench.browser;
    bench.take_tasks().await;
    let begun = Instant::now();
    browser.button(m.backup.write_now).click().await;
    let toasts = browser.region(m.parts.notifications);
    toasts.button(m.parts.close).first().seen().await;
    took(bench, &format!("write {what}"), begun).await;
    let (_, file) = browser.take_download(".lokikirja").await;
    let size = vec![file.len() as f64 / 1e6];
    bench.add(format!("{what}, its file"), "MB", size, Vec::new());
    toasts.button(m.parts.close).first().click().await;
    toasts.button(has(m.parts.close)).gone().await;
    file
}

async fn took(bench: &mut Bench<'_>, what: &str, begun: Instant) {
    let took = begun.elapsed().as_secs_f64() * 1000.0;
    bench.figure(what, [took]).await;
}
