//! What pages with lists of records share: search and order kept in the address (`address.rs`),
//! whose interactions a list shows (`context.rs`), and log entries as lists show them
//! (`entries.rs`).

pub mod address;
pub mod context;
pub mod entries;
