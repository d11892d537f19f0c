//! The rules, one module for each of theirs.

mod bad_input;
mod batch;
mod campaign;
mod check;
pub mod check_segments;
mod classification;
mod code;
mod contact;
mod dates;
mod demo;
mod filter;
mod id;
mod interaction;
mod ledger;
mod log_rows;
mod number_series;
pub mod privacy;
mod repair;
mod salesperson;
mod search;
mod segment;
mod setup;
mod starter;
mod template;
mod undo;
