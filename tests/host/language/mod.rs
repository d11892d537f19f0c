//! What users read.

mod campaign_pages;
mod checking;
mod criteria;
mod explain;
mod filter;
mod format;
mod order;
mod terms;
mod trouble;
mod undo;
