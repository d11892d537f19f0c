//! Local storage: a few small values that this device keeps beside the databases. Some browsers have
//! none and some refuse it with an exception, as when all storing is blocked; then nothing is kept.

use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value kept under a key; none if there is none, or it cannot be read.
pub(super) fn get<T: DeserializeOwned>(key: &str) -> Option<T> {
    if !is_there() {
        return None;
    }
    LocalStorage::get(key).ok()
}

/// Keeps a value under a key, if the browser lets it.
pub(super) fn set<T: Serialize>(key: &str, value: T) {
    if is_there() {
        // Full, or refused: what is lost is found out anew or chosen again.
        let _ = LocalStorage::set(key, value);
    }
}

/// Whether the browser has it and lets the page use it. `LocalStorage` stops the program otherwise.
fn is_there() -> bool {
    let storage = web_sys::window().map(|window| window.local_storage());
    matches!(storage, Some(Ok(Some(_))))
}

/// Forgets what is kept under a key.
pub(super) fn remove(key: &str) {
    if is_there() {
        LocalStorage::delete(key);
    }
}
