//! Texts of exporting what a list shows.

/// Exporting what a list shows.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct ExportTexts {
    /// The menu.
    pub export: &'static str,
    pub xlsx: &'static str,
    pub csv: &'static str,
    pub plain_csv: &'static str,
    pub vcard: &'static str,
    /// All fields of the contacts of a segment.
    pub contacts: &'static str,
    /// How many contacts, each once, and what of them.
    pub contacts_detail: fn(u32) -> String,
    /// What a kind of file is for.
    pub for_excel: &'static str,
    pub for_spreadsheets: &'static str,
    pub for_programs: &'static str,
    pub for_address_books: &'static str,
    /// A segment whose lines have no contact.
    pub no_contacts: &'static str,
    /// An answer in a cell.
    pub yes: &'static str,
    pub no: &'static str,
    /// The region in which the progress stands.
    pub progress: &'static str,
    /// A file that is being made.
    pub exporting: fn(&str) -> String,
    /// All rows are read, and the file is put together.
    pub finishing: &'static str,
    /// A file that was made, and its rows.
    pub done: fn(&str, u32) -> String,
    /// So many texts got an apostrophe.
    pub guarded: fn(u32) -> String,
    /// So many texts should have got one and were left as they are.
    pub unguarded: fn(u32) -> String,
    /// So many texts were cut.
    pub cut: fn(u32) -> String,
    pub canceled: &'static str,
    pub under_way: &'static str,
    pub not_loaded: &'static str,
    pub stopped: &'static str,
    /// So many rows are the most.
    pub too_many_rows: fn(u32) -> String,
}
