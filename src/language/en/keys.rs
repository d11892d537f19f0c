//! English: Search or jump, and keys.

use crate::language::keys::KeyTexts;

pub(super) const KEYS: KeyTexts = KeyTexts {
    jump: "Search or jump",
    keys: "Keyboard shortcuts",
    this_page: "On this page",
    everywhere: "Everywhere",
    in_lists_and_fields: "In lists, fields and forms",
    action: "Action",
    key: "Key",
    or: "or",
    close_page: "Close the page",
    save_and_close: "Save and close the page",
    previous: "Previous record",
    next: "Next record",
    is_first: "This is the first record of the list.",
    is_last: "This is the last record of the list.",
    search_list: "Search the list",
    filter_pane: "Show the filters of the list",
    filter_to_value: "Filter to the value of the cell",
    reset_filters: "Drop the filters of the list",
    sort: "Sort by the column",
    edit_cell: "Edit the cell of a list in place",
    copy_above: "Copy the value of the row above",
    lookup: "Show the choices of a field",
    ok: "OK",
    close: "Close the form",
    give_up: "Give up what is typed in a field",
    delete_row: "Delete the row, after a question",
    actions: "Actions on this page",
    pages: "Pages",
};
