//! What users read.

mod explain;
mod format;
mod order;
mod terms;
mod trouble;
mod undo;
