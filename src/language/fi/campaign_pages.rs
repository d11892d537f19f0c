//! Finnish: the pages of campaigns.

use super::grouped;
use crate::language::campaign_pages::CampaignPageTexts;

pub(super) const CAMPAIGN_PAGES: CampaignPageTexts = CampaignPageTexts {
    detail: "Markkinointitoimet: yhteen kuuluvat segmentit, vuorovaikutukset ja vastaukset.",
    new_campaign: "Uusi kampanja",
    no_campaigns: "Ei vielä kampanjoita",
    no_campaigns_detail: "Kampanja kokoaa segmentit ja vuorovaikutukset ja laskee, keitä tavoitettiin ja ketkä vastasivat.",
    no_hint: "Mikään numerosarja ei anna kampanjoille numeroita: kirjoita numero tai valitse sarja kontaktienhallinnan asetuksissa.",
    general: "Yleiset",
    delete: "Poista kampanja",
    delete_detail: |entries, segments, interactions| {
        format!("Sen mukana poistuu {entries}. Sen numero jää näihin: {segments}, {interactions}.")
    },
    statistics: "Tilastot",
    contacted: "tavoitettu",
    responded: "vastannut",
    response_rate: "vastausprosentti",
    interactions: "vuorovaikutusta",
    cost: "kustannus",
    duration: "kesto",
    cost_per_response: "kustannus vastausta kohti",
    rate: |tenths| format!("{},{} %", tenths / 10, tenths % 10),
    entries: "Kampanjan tapahtumat",
    no_entries: "Ei vielä tapahtumia",
    no_entries_detail: "Tapahtuma syntyy, kun tämän kampanjan vuorovaikutuksia kirjataan lokiin.",
    segments: "Segmentit",
    no_segments: "Tällä kampanjalla ei ole segmenttejä.",
    logged: "kirjattu lokiin",
    switch_canceled: "Vaihda Peruutettu-merkintä",
    delete_canceled: "Poista peruutetut tapahtumat",
    none_canceled: "Yhtään tapahtumaa ei ole peruutettu.",
    delete_question: |n| match n {
        1 => "Poistetaanko 1 peruutettu kampanjan tapahtuma?".into(),
        n => format!(
            "Poistetaanko {} peruutettua kampanjan tapahtumaa?",
            grouped(n)
        ),
    },
    delete_question_detail: "Niiden vuorovaikutukset jäävät peruutettuina.",
    statuses_detail: "Vaiheet, joiden läpi kampanja kulkee.",
    new_status: "Uusi tila",
    no_statuses: "Ei vielä tiloja",
    no_statuses_detail: "Tila kertoo, miten pitkällä kampanja on: suunniteltu, käynnissä, päättynyt.",
    n_campaigns: "Kampanjoita",
    none: "Ei mitään",
};
