//! Texts of exporting what a list shows, in Finnish.

use super::grouped;
use crate::language::export::ExportTexts;

pub(super) const EXPORT: ExportTexts = ExportTexts {
    export: "Vie…",
    xlsx: "Excel-työkirja (.xlsx)",
    csv: "CSV taulukkolaskentaan",
    plain_csv: "CSV muille ohjelmille",
    vcard: "vCard (.vcf)",
    contacts: "Vie kontaktit",
    contacts_detail: |n| match n {
        1 => "Segmentin 1 kontakti kaikkine kenttineen.".into(),
        n => format!(
            "Segmentin {} kontaktia, kukin kerran, kaikkine kenttineen.",
            grouped(n)
        ),
    },
    for_excel: "Avautuu Excelissä, LibreOfficessa ja muissa.",
    for_spreadsheets: "Tekstit, jotka taulukkolaskenta laskisi kaavoina, suojataan.",
    for_programs: "Muihin ohjelmiin vietäväksi: tekstit pysyvät täsmälleen ennallaan.",
    for_address_books: "Puhelinten ja tietokoneiden osoitekirjoihin.",
    no_contacts: "Segmentissä ei ole vielä kontakteja.",
    yes: "Kyllä",
    no: "Ei",
    progress: "Vienti",
    exporting: |file| format!("Viedään tiedostoon {file}"),
    finishing: "Kirjoitetaan tiedostoa",
    done: |file, n| match n {
        1 => format!("{file}: 1 rivi viety."),
        n => format!("{file}: {} riviä viety.", grouped(n)),
    },
    guarded: |n| {
        match n {
        1 => "1 teksti alkaa kuin kaava (= + - @), ja sen edessä on heittomerkki, jotta taulukkolaskenta ei laske sitä.".into(),
        n => format!("{} tekstiä alkaa kuin kaava (= + - @), ja niiden edessä on heittomerkki, jotta taulukkolaskenta ei laske niitä.", grouped(n)),
    }
    },
    unguarded: |n| match n {
        1 => "1 teksti alkaa kuin kaava (= + - @). Älä avaa tätä tiedostoa taulukkolaskennassa."
            .into(),
        n => format!(
            "{} tekstiä alkaa kuin kaava (= + - @). Älä avaa tätä tiedostoa taulukkolaskennassa.",
            grouped(n)
        ),
    },
    cut: |n| match n {
        1 => {
            "1 teksti ei mahtunut soluun ja lyhennettiin; CSV-tiedostoon se mahtuu kokonaan.".into()
        }
        n => format!(
            "{} tekstiä ei mahtunut soluun ja lyhennettiin; CSV-tiedostoon ne mahtuvat kokonaan.",
            grouped(n)
        ),
    },
    canceled: "Vienti peruutettiin. Tiedostoa ei tehty.",
    under_way: "Toinen vienti on kesken. Odota sen valmistumista tai peruuta se.",
    not_loaded: "Tiedostoja kirjoittava Lokikirjan osa ei latautunut. Tarkista yhteys ja vie uudelleen.",
    stopped: "Tiedostoa ei voitu kirjoittaa, luultavasti koska muisti loppui. Näytä vähemmän rivejä ja vie uudelleen.",
    too_many_rows: |n| {
        format!(
            "Excel-taulukkoon mahtuu {} riviä. Näytä vähemmän rivejä tai valitse CSV.",
            grouped(n)
        )
    },
};
