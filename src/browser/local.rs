//! Local storage: a few small values that this device keeps beside the databases. Some browsers have
//! none and some refuse it with an exception, as when all storing is blocked; then nothing is kept.

use gloo_storage::{LocalStorage, SessionStorage, Storage};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value kept under a key; none if there is none, or it cannot be read.
pub(super) fn get<T: DeserializeOwned>(key: &str) -> Option<T> {
    if !is_there() {
        return None;
    }
    LocalStorage::get(key).ok()
}

/// Whether something is kept under a key.
pub(super) fn has(key: &str) -> bool {
    is_there() && matches!(LocalStorage::raw().get_item(key), Ok(Some(_)))
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

/// The keys that begin so.
pub(super) fn keys_from(beginning: &str) -> Vec<String> {
    if !is_there() {
        return Vec::new();
    }
    let storage = LocalStorage::raw();
    (0..LocalStorage::length())
        .filter_map(|at| storage.key(at).ok().flatten())
        .filter(|key| key.starts_with(beginning))
        .collect()
}

/// Forgets everything whose key has this part between its points.
pub(super) fn remove_with(part: &str) {
    if !is_there() {
        return;
    }
    for key in keys_from("") {
        if key.split('.').any(|each| each == part) {
            LocalStorage::delete(key);
        }
    }
}

/// The value that this tab keeps under a key, also when it is loaded anew, until it is closed.
pub(super) fn get_of_tab<T: DeserializeOwned>(key: &str) -> Option<T> {
    if !is_there() {
        return None;
    }
    SessionStorage::get(key).ok()
}

/// Keeps a value for this tab, if the browser lets it.
pub(super) fn set_of_tab<T: Serialize>(key: &str, value: T) {
    if is_there() {
        // Refused: then the tab goes on with what the device remembers.
        let _ = SessionStorage::set(key, value);
    }
}
