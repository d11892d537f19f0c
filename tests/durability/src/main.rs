//! A page that does what people do, much faster, through the app's own store, book and journal. A
//! driver (`tests/browser/src/durability`) opens it in tabs, tells them to start, kills the browser
//! and looks whether everything is there that the page said was saved.
//!
//! The address says what to do: `?company=kills&tab=1&round=7&task=work`. When the company is open
//! the page shows a report of it; then it does what it hears on the channel: `go` starts the task,
//! anything else asks for a report. Each answer stands under the word that asked for it.

#[cfg(target_arch = "wasm32")]
mod company;
#[cfg(target_arch = "wasm32")]
mod digest;
#[cfg(target_arch = "wasm32")]
mod folding;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod report;
#[cfg(target_arch = "wasm32")]
mod segments;
#[cfg(target_arch = "wasm32")]
mod work;

#[cfg(target_arch = "wasm32")]
fn main() {
    std::panic::set_hook(Box::new(|panic| page::failed(&panic.to_string())));
    wasm_bindgen_futures::spawn_local(serve());
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This runs in a browser: cargo xtask kill");
}

/// What the tabs of one company are told by.
#[cfg(target_arch = "wasm32")]
const CHANNEL: &str = "durability";

#[cfg(target_arch = "wasm32")]
async fn serve() {
    use futures_channel::mpsc;
    use lokikirja::browser::tabs::Tabs;

    let (told, mut words) = mpsc::unbounded();
    let _tabs = Tabs::join(CHANNEL, move |word| {
        // Somebody listens as long as the page lives.
        let _ = told.unbounded_send(word);
    });
    let asked = page::Asked::read();
    let (store, drafts) = company::open(&asked.company).await;
    page::say("opened", &reported(store, &asked, Some(&drafts)));
    while let Ok(word) = words.recv().await {
        let answer = match word.as_str() {
            "go" => work::carry_out(store, &asked, &drafts.drafts).await,
            _ => reported(store, &asked, None),
        };
        page::say(&word, &answer);
    }
}

/// What there is of what the task writes.
#[cfg(target_arch = "wasm32")]
fn reported(
    store: lokikirja::ui::store::Store,
    asked: &page::Asked,
    drafts: Option<&lokikirja::journal::Drafts>,
) -> String {
    match asked.task {
        page::Task::Create(_) | page::Task::Work => report::report(store, drafts),
        page::Task::Prepare(_) | page::Task::Log => segments::report(store),
        page::Task::Fold => folding::report(store),
    }
}
