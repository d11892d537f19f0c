//! Texts of what is printed for contacts: address labels and cover sheets.

/// What is printed for contacts.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct PrintTexts {
    pub print: &'static str,
    pub labels: &'static str,
    pub print_labels: &'static str,
    pub cover_sheets: &'static str,
    pub print_cover_sheets: &'static str,
    pub print_cover_sheet: &'static str,
    pub options: &'static str,
    pub nobody: &'static str,
    /// So many contacts are left out because they are privacy blocked.
    pub blocked_left_out: fn(u32) -> String,
    /// So many contacts get no label because they have no address.
    pub without_address_left_out: fn(u32) -> String,
    /// So many contacts have a name only on their sheet.
    pub without_address: fn(u32) -> String,
    // Labels.
    pub format: &'static str,
    pub format_hint: &'static str,
    pub first_label: &'static str,
    pub first_label_hint: &'static str,
    /// The number of the last label on a sheet.
    pub first_label_wrong: fn(u32) -> String,
    // Cover sheets.
    pub message: &'static str,
    pub message_hint: &'static str,
    pub log: &'static str,
    pub log_hint: &'static str,
    pub is_logged: &'static str,
    /// The setup's field for it is blank.
    pub not_set_up: fn(&str) -> String,
    // The marketing setup.
    pub own_address: &'static str,
    pub own_address_note: &'static str,
    pub cover_sheet_hint: &'static str,
}
