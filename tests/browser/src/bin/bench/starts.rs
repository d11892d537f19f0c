//! Starting: until the list of contacts can be used, until the whole log is there, and what memory that
//! takes.

use crate::measure::{Bench, number};
use serde_json::json;

/// Starts with a browser that has been here before.
const N_STARTS: usize = 3;
/// What the page holds: JavaScript after it was tidied up, and WebAssembly.
const MEMORY: &str = "return [performance.memory.usedJSHeapSize / 1e6, bench.memory() / 1e6]";

impl Bench<'_> {
    /// Starts at the list of contacts: cold, then warm.
    pub async fn starts(&mut self) {
        for (visit, n) in [("first visit", 1), ("start", N_STARTS)] {
            let (mut ready, mut whole) = (Vec::new(), Vec::new());
            let mut tasks = Vec::new();
            for _ in 0..n {
                self.start(visit == "first visit").await;
                ready.push(self.time_of("the first row", "ready").await);
                whole.push(self.time_of("the whole log", "whole").await);
                tasks.extend(self.take_tasks().await);
            }
            self.add(
                format!("{visit} to the list of contacts"),
                "ms",
                ready,
                tasks,
            );
            self.add(format!("{visit} to the whole log"), "ms", whole, Vec::new());
        }
        self.browser
            .cdp("HeapProfiler.collectGarbage", json!({}))
            .await;
        let memory = self.browser.script(MEMORY, Vec::new()).await;
        let (heap, program) = (number(&memory[0]), number(&memory[1]));
        for (what, n) in [
            ("JavaScript", heap),
            ("WebAssembly", program),
            ("together", heap + program),
        ] {
            let name = format!("memory after the start: {what}");
            self.add(name, "MB", vec![n], Vec::new());
        }
    }

    async fn start(&self, is_first: bool) {
        self.browser.quit().await;
        self.browser.start_again().await;
        if is_first {
            self.browser
                .cdp("Network.clearBrowserCache", json!({}))
                .await;
        }
        self.probe().await;
        self.browser.open("#/contacts").await;
    }

    async fn time_of(&self, what: &str, name: &str) -> f64 {
        let reached = format!("return bench.{name} > 0");
        self.browser.wait_for(what, &reached).await;
        let time = format!("return bench.{name}");
        number(&self.browser.script(&time, Vec::new()).await)
    }
}
