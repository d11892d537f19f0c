//! Finnish: the pages of logged segments.

use super::grouped;
use crate::language::logged_pages::LoggedPageTexts;

pub(super) const LOGGED_PAGES: LoggedPageTexts = LoggedPageTexts {
    detail: "Monelle kontaktille kerralla lokiin kirjatut, uusimmat ensin.",
    empty: "Yhtään segmenttiä ei ole vielä kirjattu lokiin",
    empty_detail: "Kun segmentti kirjataan lokiin, se siirtyy tänne, ja jokainen sen kontakti saa lokitapahtuman.",
    switch_canceled: "Vaihda Peruutettu-merkintä",
    choose_row: "Valitse ensin rivi.",
    delete_canceled: "Poista peruutetut",
    delete_question: |n| match n {
        1 => "Poistetaanko 1 peruutettu lokiin kirjattu segmentti?".into(),
        n => format!(
            "Poistetaanko {} peruutettua lokiin kirjattua segmenttiä?",
            grouped(n)
        ),
    },
    delete_question_detail: "Niiden vuorovaikutukset ja kampanjan tapahtumat jäävät peruutettuina. Segmenttien numerot voi kirjata lokiin uudelleen.",
    none_canceled: "Yhtään lokiin kirjattua segmenttiä ei ole peruutettu.",
    reuse: "Käytä uutena segmenttinä",
    reused: |no| format!("Segmentin {no} kontaktit"),
    segment_no: "Segmentti",
    logged_on: "Kirjattu",
    logged_by: |user| format!("kirjasi {user}"),
    interactions: "vuorovaikutusta",
    campaign_entries: "Kampanjan tapahtumat",
    no_interactions: "Vuorovaikutuksia ei ole jäljellä",
    no_interactions_detail: "Tämän segmentin vuorovaikutukset on poistettu.",
    canceled: "Peruutettu",
    cost: "kustannus",
    duration: "kesto",
};
