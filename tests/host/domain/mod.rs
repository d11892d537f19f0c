//! The rules, one module for each of theirs.

mod check;
mod code;
mod contact;
mod demo;
mod interaction;
mod number_series;
mod salesperson;
mod setup;
mod starter;
mod template;
mod undo;
