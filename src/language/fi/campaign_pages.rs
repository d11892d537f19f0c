//! Finnish: the pages of logged segments, campaigns and campaign statuses.

use super::grouped;
use super::terms::TERMS;
use crate::domain::Table;
use crate::domain::campaign::Touched;
use crate::domain::switched::Switched;
use crate::language::campaign_pages::CampaignPageTexts;
use crate::language::format::NO_BREAK_SPACE;

pub(super) const CAMPAIGN_PAGES: CampaignPageTexts = CampaignPageTexts {
    switch_canceled: "Vaihda Peruutettu-valintamerkki",
    switch_question: |switched| {
        let records = (TERMS.n_records)(switched.table, switched.n);
        match switched.canceled {
            true => format!("Peruutetaanko {records}?"),
            false => format!("Palautetaanko voimaan {records}?"),
        }
    },
    switch_detail,
    switch_yes: |canceled| match canceled {
        true => "Kyllä, peruuta",
        false => "Kyllä, palauta",
    },
    switch_no: "Ei, jätä ennalleen",
    delete_canceled: "Poista peruutetut",
    n_canceled: |table, n| {
        let (one, several) = match table {
            Table::LoggedSegment => (
                "peruutettu lokiin kirjattu segmentti",
                "peruutettua lokiin kirjattua segmenttiä",
            ),
            _ => (
                "peruutettu kampanjan tapahtuma",
                "peruutettua kampanjan tapahtumaa",
            ),
        };
        let word = if n == 1 { one } else { several };
        format!("{} {word}", grouped(n))
    },
    unlinked: |n_interactions, n_campaign_entries| {
        let kept = kept(n_interactions, n_campaign_entries);
        match kept.is_empty() {
            true => NO_UNDO.into(),
            false => format!("Lokiin jää peruutettuna, mutta ilman yhteyttä: {kept}. {NO_UNDO}"),
        }
    },
    none_canceled: "Mitään ei ole peruutettu. Vain peruutetun voi poistaa.",
    not_canceled: "Vain peruutetun voi poistaa. Vaihda ensin sen valintamerkki.",
    logged_detail: "Mitä segmenteistä tuli: kuka sai minkäkin vuorovaikutuksen ja milloin. Peruutus koskee kaikkea, minkä segmentti kirjasi.",
    no_logged: "Yhtään segmenttiä ei ole vielä kirjattu lokiin",
    no_logged_detail: "Kun segmentti kirjataan lokiin, kaikki sen kontaktit saavat vuorovaikutuksen yhdellä kertaa, ja segmentti siirtyy tänne.",
    choose_logged: "Valitse ensin lokiin kirjattu segmentti luettelosta.",
    logged_on: "Kirjattu",
    logged_by: "Kirjannut",
    n_interactions: "Vuorovaikutuksia",
    n_campaign_entries: "Kampanjan tapahtumia",
    reuse: "Käytä uutena segmenttinä",
    nothing_to_reuse: "Yhdelläkään sen vuorovaikutuksista ei ole enää kontaktia.",
    delete_logged: "Poista lokiin kirjattu segmentti",
    no_interactions: "Ei vuorovaikutuksia",
    no_interactions_detail: "Kaikki tämän segmentin vuorovaikutukset on poistettu lokista.",
    no_campaign_entries: "Segmenttiä ei kirjattu millekään kampanjalle.",
    campaigns_detail: "Kaikki, mikä kuuluu samaan hankkeeseen: segmentit, vuorovaikutukset ja tulokset.",
    new_campaign: "Uusi kampanja",
    no_campaigns: "Ei vielä kampanjoita",
    no_campaigns_detail: "Kampanja kokoaa segmentit ja vuorovaikutukset ja laskee, keihin on oltu yhteydessä ja ketkä ovat reagoineet. Tee kampanja ja sitten sille segmenttejä.",
    no_hint: "Mikään numerosarja ei anna kampanjoille numeroa: kirjoita se itse tai valitse sarja kontaktienhallinnan asetuksista.",
    status_short: "Tila",
    general: "Yleiset",
    new_segment: "Uusi segmentti tälle kampanjalle",
    delete_campaign: "Poista kampanja",
    delete_detail,
    contacted: "Kohteita",
    responded: "Reaktioita",
    response_rate: "Reaktioprosentti",
    contacted_figure: "kohdetta",
    responded_figure: "reaktiota",
    rate_figure: "reaktioprosentti",
    percent: |number| format!("{number}{NO_BREAK_SPACE}%"),
    cost_per_response: "Kustannus per reaktio",
    duration_per_response: "Kesto per reaktio",
    choose_entry: "Valitse ensin kampanjan tapahtuma luettelosta.",
    no_entries: "Tälle kampanjalle ei ole vielä kirjattu mitään",
    no_entries_detail: "Jokainen kampanjalle kirjattu segmentti saa tähän oman tapahtuman. Yksittäin kirjatuilla vuorovaikutuksilla on yhteinen.",
    no_segments: "Ei vielä segmenttejä.",
    open_segment: "Ei vielä kirjattu",
    statuses_detail: "Vaiheet, joiden läpi kampanjat kulkevat.",
    new_status: "Uusi kampanjan tila",
    no_statuses: "Ei vielä kampanjan tiloja",
    no_statuses_detail: "Tilat, kuten suunniteltu, aloitettu ja päättynyt, kertovat, missä vaiheessa kukin kampanja on.",
    n_campaigns: "Kampanjoita",
};

const NO_UNDO: &str = "Tätä ei voi kumota.";

/// Those of the interactions and campaign entries that there are.
fn kept(n_interactions: u32, n_campaign_entries: u32) -> String {
    let parts = [
        (Table::LogEntry, n_interactions),
        (Table::CampaignEntry, n_campaign_entries),
    ];
    let parts = parts.into_iter().filter(|(_, n)| *n > 0);
    let parts: Vec<String> = parts.map(|(of, n)| (TERMS.n_records)(of, n)).collect();
    parts.join(" ja ")
}

fn switch_detail(switched: &Switched) -> String {
    let with = kept(switched.n_interactions, switched.n_campaign_entries);
    match (with.as_str(), switched.canceled) {
        ("", true) => "Mikään muu ei muutu. Valintamerkin voi vaihtaa takaisin.".into(),
        ("", false) => "Mikään muu ei muutu.".into(),
        (with, true) => format!(
            "Samalla peruutetaan {with}. Kaikki jää lokiin, mutta sitä ei lasketa mukaan lukuihin. \
             Valintamerkin voi vaihtaa takaisin."
        ),
        (with, false) => {
            format!("Samalla palautetaan voimaan {with}. Erikseen peruutettu pysyy peruutettuna.")
        }
    }
}

fn delete_detail(touched: &Touched) -> String {
    let mut sentences = Vec::new();
    if touched.n_entries > 0 {
        let entries = (TERMS.n_records)(Table::CampaignEntry, touched.n_entries);
        sentences.push(format!("Samalla poistetaan {entries}."));
    }
    if touched.n_templates > 0 {
        let templates = (TERMS.n_records)(Table::InteractionTemplate, touched.n_templates);
        sentences.push(format!("Ilman kampanjaa jää {templates}."));
    }
    let kept = [
        (Table::Segment, touched.n_segments),
        (Table::LogEntry, touched.n_interactions),
    ];
    let kept = kept.into_iter().filter(|(_, n)| *n > 0);
    let kept: Vec<String> = kept.map(|(of, n)| (TERMS.n_records)(of, n)).collect();
    if !kept.is_empty() {
        sentences.push(format!(
            "Kampanjan numeron säilyttää {}.",
            kept.join(" ja ")
        ));
    }
    let undo = match touched.n_entries {
        0 => "Voit kumota poiston jälkeenpäin.",
        _ => NO_UNDO,
    };
    sentences.push(undo.into());
    sentences.join(" ")
}
