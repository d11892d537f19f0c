//! What pages with lists of records share: search and order kept in the address (`address.rs`),
//! whose interactions a list shows (`context.rs`), log entries as lists show them
//! (`entries.rs`), and lists of few rows (`small.rs`).

pub mod address;
pub mod context;
pub mod entries;
pub mod small;
