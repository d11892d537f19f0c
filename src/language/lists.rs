//! Texts of lists of records: filters, columns, views.

/// What stands around the rows of every list.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct ListsTexts {
    /// Adds a filter.
    pub filter: &'static str,
    /// The filter of a column, as the name of its field or dialog.
    pub filter_of: fn(&str) -> String,
    pub remove_filter: fn(&str) -> String,
    pub clear_filters: &'static str,
    pub filter_row: &'static str,
    pub expression: &'static str,
    /// How an expression is written, in one line.
    pub expression_hint: &'static str,
    pub done: &'static str,
    pub values: &'static str,
    pub contains: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub is_blank: &'static str,
    pub is_not_blank: &'static str,
    /// What stands for a blank among values.
    pub blank_value: &'static str,
    pub periods: &'static str,
    pub today: &'static str,
    pub this_week: &'static str,
    pub this_month: &'static str,
    pub last_month: &'static str,
    pub this_year: &'static str,
    /// From so many days ago until today.
    pub last_days: fn(u32) -> String,
    /// Before so many days ago.
    pub before_days: fn(u32) -> String,
    /// A filter in the address that can't be read: the column.
    pub unreadable: fn(&str) -> String,
    /// What is wrong with what was typed: the column, then why.
    pub wrong: fn(&str, &str) -> String,
    pub copy_value: &'static str,
    pub columns: &'static str,
    pub columns_detail: &'static str,
    pub move_up: fn(&str) -> String,
    pub move_down: fn(&str) -> String,
    pub own_columns: &'static str,
    pub views: &'static str,
    pub all_rows: &'static str,
    pub save_view: &'static str,
    pub save_view_detail: &'static str,
    pub save: &'static str,
    pub view_name: &'static str,
    pub name_missing: &'static str,
    /// A view of this name is there already and is replaced.
    pub view_replaced: fn(&str) -> String,
    pub view_saved: fn(&str) -> String,
    pub delete_view: fn(&str) -> String,
    pub view_deleted: fn(&str) -> String,
}
