//! What users read.

mod format;
