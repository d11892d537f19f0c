//! What users read.

mod explain;
mod format;
mod terms;
mod trouble;
