//! Exporting what a list shows: rows are read in small pieces and posted to a worker, which writes the
//! file; then the browser downloads it. Nothing of the writing is loaded before somebody exports.
//!
//! `contacts.rs` exports contacts as a whole, also as vCards for an address book.
//!
//! A list offers [`ExportMenu`]; the app shows [`ExportProgress`] once, beside the toasts.

pub mod contacts;
mod run;
mod shown;

pub use run::export;
pub use shown::{ExportMenu, ExportProgress, called};

use lokikirja_export::table::Row;
use std::rc::Rc;

/// What to export.
#[derive(Clone)]
pub struct ExportRequest {
    /// What the rows are, such as `Contacts`: names the file and its sheet.
    pub title: String,
    /// The headings, from left to right.
    pub columns: Vec<String>,
    /// How many rows there are, in the order shown.
    pub n_rows: usize,
    /// The values of a row by its index, in the order of the columns; none for a row that has gone in
    /// the meantime, which is left out. It is also called after the page that asked has gone, so it
    /// holds what it reads and no signal of that page; and 500 rows must not take longer than 50 ms.
    pub row: Rc<dyn Fn(usize) -> Option<Row>>,
}
