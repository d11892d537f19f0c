//! What is seen and touched. Addresses ([`route`], [`outside`]) [`keys`] and what finds contacts ([`contact_index`], [`contact_texts`]) exist outside
//! a browser too, so that they are tested natively; the rest starts at `first.rs` and goes on at `app.rs`, its words at `text`, its pieces at `parts`.

pub mod called;
pub mod contact_index;
pub mod contact_texts;
pub mod keys;
pub mod outside;
pub mod route;
mod shared;

#[cfg(target_arch = "wasm32")]
pub mod action;
#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod backup;
#[cfg(target_arch = "wasm32")]
pub mod cards;
#[cfg(target_arch = "wasm32")]
pub mod companies;
#[cfg(target_arch = "wasm32")]
pub mod export;
#[cfg(target_arch = "wasm32")]
pub mod first;
#[cfg(target_arch = "wasm32")]
mod history;
#[cfg(target_arch = "wasm32")]
mod later;
#[cfg(target_arch = "wasm32")]
pub mod leaving;
#[cfg(target_arch = "wasm32")]
pub mod lists;
#[cfg(target_arch = "wasm32")]
pub mod lookups;
#[cfg(target_arch = "wasm32")]
pub mod navigate;
#[cfg(target_arch = "wasm32")]
pub mod offline;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
mod panic;
#[cfg(target_arch = "wasm32")]
pub mod parts;
#[cfg(target_arch = "wasm32")]
pub mod screen;
#[cfg(target_arch = "wasm32")]
pub mod shell;
#[cfg(target_arch = "wasm32")]
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod tell;
#[cfg(target_arch = "wasm32")]
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod typed;
#[cfg(target_arch = "wasm32")]
pub mod undo;
