//! The web tests: what only a browser can say.

#![cfg(target_arch = "wasm32")]

#[path = "../contract/mod.rs"]
mod contract;
mod indexed_db;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
