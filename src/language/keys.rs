//! Texts of Search or jump, and of the sheet that lists the keys.

/// Search or jump, and keys.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct KeyTexts {
    pub jump: &'static str,
    pub keys: &'static str,
    pub this_page: &'static str,
    pub everywhere: &'static str,
    pub in_lists_and_fields: &'static str,
    pub action: &'static str,
    pub key: &'static str,
    pub or: &'static str,
    pub close_page: &'static str,
    pub save_and_close: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub is_first: &'static str,
    pub is_last: &'static str,
    pub search_list: &'static str,
    pub filter_pane: &'static str,
    pub filter_to_value: &'static str,
    pub reset_filters: &'static str,
    pub sort: &'static str,
    pub edit_cell: &'static str,
    pub copy_above: &'static str,
    pub lookup: &'static str,
    pub ok: &'static str,
    pub close: &'static str,
    pub give_up: &'static str,
    pub delete_row: &'static str,
    pub actions: &'static str,
    pub pages: &'static str,
}
