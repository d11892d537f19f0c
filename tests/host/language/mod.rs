//! What users read.

mod explain;
mod filter;
mod format;
mod order;
mod terms;
mod trouble;
mod undo;
