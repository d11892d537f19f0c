//! The web tests: what only a browser can say.

#![cfg(target_arch = "wasm32")]

mod backup;
mod book;
mod collation;
#[path = "../contract/mod.rs"]
mod contract;
mod faults;
mod indexed_db;
mod parts;
mod store;
mod tabs;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
