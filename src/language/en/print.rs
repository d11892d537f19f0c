//! English: what is printed for contacts.

use super::grouped;
use crate::language::print::PrintTexts;

pub(super) const PRINT: PrintTexts = PrintTexts {
    print: "Print",
    labels: "Address labels",
    print_labels: "Print labels",
    cover_sheets: "Cover sheets",
    print_cover_sheets: "Print cover sheets",
    print_cover_sheet: "Print cover sheet",
    options: "Options",
    nobody: "There is nobody to print for.",
    blocked_left_out: |n| match n {
        1 => "1 contact is privacy blocked and left out.".into(),
        n => format!("{} contacts are privacy blocked and left out.", grouped(n)),
    },
    without_address_left_out: |n| match n {
        1 => "1 contact has no address and gets no label.".into(),
        n => format!("{} contacts have no address and get no label.", grouped(n)),
    },
    without_address: |n| match n {
        1 => "1 contact has no address: its sheet shows the name only.".into(),
        n => format!(
            "{} contacts have no address: their sheets show the name only.",
            grouped(n)
        ),
    },
    format: "Label format",
    format_hint: "Width × height of a label, columns × rows on a sheet of A4. Print without margins and at actual size.",
    first_label: "First label",
    first_label_hint: "For a sheet of which some labels are used up.",
    first_label_wrong: |last| format!("Enter a number from 1 to {last}."),
    message: "Message",
    message_hint: "Stands below the salutation on every sheet. It is not saved.",
    log: "Log the interactions",
    log_hint: "Printing notes an interaction for each contact.",
    is_logged: "These sheets are in the log.",
    not_set_up: |field| format!("Choose it in the marketing setup first: {field}."),
    own_address: "Own address",
    own_address_note: "Stands on what you print, below the name of the company.",
    cover_sheet_hint: "What the log says of a printed cover sheet.",
};
