//! What pages with lists of records share. Start at `record_list.rs`: the list as pages show it.
//!
//! `rows.rs` is what a list holds, `shown.rs` which of it is shown; the address keeps search, order and
//! filters (`address.rs`), this device columns, widths and views (`layout.rs`, `views.rs`). Filters are
//! typed and clicked together in `filters.rs` and `filter_dialog.rs`, which knows a field's filter as an
//! entry (`filter_entry.rs`) wherever it is kept. Log entries are rows in
//! `entries.rs` and found by `searched.rs`, shown by `log.rs`, tables of few rows in `small.rs`; `exporting.rs` makes a table of
//! what is shown, `context.rs` says whose interactions a list shows, `trail.rs` keeps the order for cards.

pub mod address;
mod columns_menu;
pub mod context;
pub mod entries;
mod exporting;
pub mod filter_dialog;
pub mod filter_entry;
mod filters;
pub mod layout;
pub mod log;
pub mod record_list;
pub mod rows;
mod searched;
pub mod shown;
pub mod small;
pub mod trail;
mod views;
