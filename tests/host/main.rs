//! The host tests: one binary that mirrors `src`. Start with `desk.rs`, which speaks for the rules.

#![cfg(not(target_arch = "wasm32"))]

mod backup;
mod book;
#[path = "../contract/mod.rs"]
mod contract;
mod desk;
mod domain;
mod export;
mod hex;
mod journal;
mod language;
mod laws;
mod tidy;
mod ui;
