//! What users read.

mod criteria;
mod explain;
mod filter;
mod format;
mod order;
mod terms;
mod trouble;
mod undo;
