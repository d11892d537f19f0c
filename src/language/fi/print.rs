//! Finnish: what is printed for contacts.

use super::grouped;
use crate::language::print::PrintTexts;

pub(super) const PRINT: PrintTexts = PrintTexts {
    print: "Tulosta",
    labels: "Osoitetarrat",
    print_labels: "Tulosta osoitetarrat",
    cover_sheets: "Saatteet",
    print_cover_sheets: "Tulosta saatteet",
    print_cover_sheet: "Tulosta saate",
    options: "Valinnat",
    nobody: "Kenellekään ei ole tulostettavaa.",
    blocked_left_out: |n| match n {
        1 => "1 kontaktin tietosuoja on estetty, ja se jätetään pois.".into(),
        n => format!(
            "{} kontaktin tietosuoja on estetty, ja ne jätetään pois.",
            grouped(n)
        ),
    },
    without_address_left_out: |n| match n {
        1 => "1 kontaktilla ei ole osoitetta, joten se ei saa tarraa.".into(),
        n => format!(
            "{} kontaktilla ei ole osoitetta, joten ne eivät saa tarraa.",
            grouped(n)
        ),
    },
    without_address: |n| match n {
        1 => "1 kontaktilla ei ole osoitetta: sen saatteessa on vain nimi.".into(),
        n => format!(
            "{} kontaktilla ei ole osoitetta: niiden saatteissa on vain nimi.",
            grouped(n)
        ),
    },
    format: "Tarran koko",
    format_hint: "Tarran leveys × korkeus, sarakkeet × rivit A4-arkilla. Tulosta ilman reunuksia ja todellisessa koossa.",
    first_label: "Ensimmäinen tarra",
    first_label_hint: "Arkille, josta osa tarroista on jo käytetty.",
    first_label_wrong: |last| format!("Anna luku väliltä 1–{last}."),
    message: "Viesti",
    message_hint: "Tulee puhuttelun alle jokaiseen saatteeseen. Sitä ei tallenneta.",
    log: "Kirjaa vuorovaikutukset lokiin",
    log_hint: "Tulostus kirjaa vuorovaikutuksen jokaiselle kontaktille.",
    is_logged: "Nämä saatteet on kirjattu lokiin.",
    not_set_up: |field| format!("Valitse ensin kontaktienhallinnan asetuksissa: {field}."),
    own_address: "Oma osoite",
    own_address_note: "Tulostetaan yrityksen nimen alle.",
    cover_sheet_hint: "Mitä loki sanoo tulostetusta saatteesta.",
};
