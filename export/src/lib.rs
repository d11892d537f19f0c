//! What a list shows, as a file for a spreadsheet or for another program; and contacts for address books.
//!
//! In reading order:
//! - [`table`]: what goes into a file: columns, values, and how a language writes them.
//! - [`guard`]: texts that a spreadsheet would run as a formula.
//! - [`csv`] and [`xlsx`]: the two kinds of file; [`vcard`]: contacts for an address book.
//! - [`name`]: how files and sheets may be called.
//! - [`job`]: one export from its first row to its last byte, and what app and worker tell each other.
//!
//! `main.rs` is the worker. The app posts it rows in pieces and gets the bytes back, so that neither
//! the library that writes the files nor the writing itself burdens the page.

pub mod csv;
pub mod guard;
pub mod job;
pub mod name;
pub mod table;
pub mod vcard;
pub mod xlsx;
