//! Texts of exporting what a list shows, in English.

use super::grouped;
use crate::language::export::ExportTexts;

pub(super) const EXPORT: ExportTexts = ExportTexts {
    export: "Export…",
    xlsx: "Excel workbook (.xlsx)",
    csv: "CSV for spreadsheets",
    plain_csv: "CSV for other programs",
    vcard: "vCard (.vcf)",
    contacts: "Export contacts",
    contacts_detail: |n| match n {
        1 => "1 contact of this segment, with all its fields.".into(),
        n => format!(
            "{} contacts of this segment, each once, with all their fields.",
            grouped(n)
        ),
    },
    for_excel: "Opens in Excel, LibreOffice and others.",
    for_spreadsheets: "Texts that a spreadsheet would run as formulas are guarded.",
    for_programs: "For import elsewhere: texts stay exactly as they are.",
    for_address_books: "For address books on phones and computers.",
    no_contacts: "This segment has no contacts yet.",
    yes: "Yes",
    no: "No",
    progress: "Export",
    exporting: |file| format!("Exporting {file}"),
    finishing: "Writing the file",
    done: |file, n| match n {
        1 => format!("{file}: 1 row exported."),
        n => format!("{file}: {} rows exported.", grouped(n)),
    },
    guarded: |n| {
        match n {
        1 => "1 text begins like a formula (= + - @) and has an apostrophe in front, so that spreadsheets do not compute it.".into(),
        n => format!("{} texts begin like a formula (= + - @) and have an apostrophe in front, so that spreadsheets do not compute them.", grouped(n)),
    }
    },
    unguarded: |n| match n {
        1 => {
            "1 text begins like a formula (= + - @). Do not open this file in a spreadsheet.".into()
        }
        n => format!(
            "{} texts begin like a formula (= + - @). Do not open this file in a spreadsheet.",
            grouped(n)
        ),
    },
    cut: |n| match n {
        1 => "1 text was longer than a cell holds and was cut; CSV holds it whole.".into(),
        n => format!(
            "{} texts were longer than a cell holds and were cut; CSV holds them whole.",
            grouped(n)
        ),
    },
    canceled: "Export canceled. No file was made.",
    under_way: "Another export is under way. Wait for it or cancel it.",
    not_loaded: "The part of Lokikirja that writes files could not be loaded. Check the connection and export again.",
    stopped: "The file could not be written, probably for lack of memory. Show fewer rows and export again.",
    too_many_rows: |n| {
        format!(
            "An Excel sheet holds {} rows. Show fewer rows, or choose CSV.",
            grouped(n)
        )
    },
};
