//! Whether the browser promises to keep what we store, and how much room there is.
//!
//! Never awaited on the way to the first page: some browsers ask the user first, and some never
//! answer.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// How much is stored for this address, in bytes; the browser rounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Used.
    pub used: f64,
    /// Used and free together.
    pub all: f64,
}

/// Asks the browser not to remove our data when the disk gets full. Gives its promise or refusal;
/// `None` if it knows no such promise.
pub async fn ask() -> Option<bool> {
    answer(manager()?.persist()).await?.as_bool()
}

/// Whether the browser has promised; asks nobody.
pub async fn promised() -> Option<bool> {
    answer(manager()?.persisted()).await?.as_bool()
}

/// How much room there is; `None` if the browser does not say.
pub async fn room() -> Option<Room> {
    let estimate = answer(manager()?.estimate()).await?;
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    Some(Room {
        used: number("usage")?,
        all: number("quota")?,
    })
}

/// Not there in every browser, and only on secure addresses.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let manager = Reflect::get(&navigator, &"storage".into()).ok()?;
    manager.dyn_into().ok()
}

async fn answer(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}
