//! The rules, one module for each of theirs.

mod check;
mod code;
mod contact;
mod interaction;
mod number_series;
mod salesperson;
mod setup;
mod template;
