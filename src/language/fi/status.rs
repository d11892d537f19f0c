//! Finnish: how saving stands, working without a network, a newer version.

use crate::language::status::StatusTexts;

pub(super) const STATUS: StatusTexts = StatusTexts {
    saved: "Tallennettu tälle laitteelle",
    saved_detail: "Kaikki näkemäsi on tallennettu tähän selaimeen, tälle laitteelle. Mitään ei lähetetä minnekään.",
    saving: "Tallennetaan…",
    in_memory: "Ei tallennu",
    in_memory_detail: "Selain ei anna sivun tallentaa mitään. Voit kokeilla kaikkea, mutta tiedot katoavat, kun välilehti suljetaan.",
    no_network: "Ei verkkoa",
    no_network_detail: "Verkkoyhteyttä ei nyt ole. Kaikki toimii kuten aina ja tallentuu tälle laitteelle.",
    network_needless: "Verkkoyhteyttä ei nyt ole. Avoinna oleva toimii edelleen; älä sulje tai lataa sivua uudelleen.",
    offline: "Ilman verkkoa",
    offline_ready: "Sovellus on talletettu tälle laitteelle: se avautuu ja toimii ilman verkkoa.",
    offline_fetching: "Sovellusta talletetaan tälle laitteelle, jotta se avautuu ilman verkkoa.",
    offline_nothing: "Sovellusta ei voitu tallettaa kokonaan tälle laitteelle. Sitä yritetään uudelleen, kun sivu avataan seuraavan kerran.",
    offline_impossible: "Tämä selain ei talleta sovellusta tästä osoitteesta: avaamiseen tarvitaan verkko.",
    newer: "Uusi versio valmiina",
    newer_detail: "Se otetaan käyttöön, kun sivu ladataan uudelleen. Tallentamasi tiedot eivät muutu.",
    newer_told: "Lokikirjan uusi versio on valmiina.",
    use_newer: "Lataa nyt",
    finish_first: "Jokin kirjoittamasi ei ole vielä tallessa. Vie se ensin loppuun tai poistu siitä ja lataa sivu sitten.",
    storage: "Tila tällä laitteella",
    storage_promised: "Selain on luvannut säilyttää tietosi, vaikka levy täyttyisi.",
    storage_not_promised: "Selain voi poistaa tietosi, jos levy täyttyy. Sovelluksen asentaminen tai kirjanmerkki auttaa.",
    ask_browser: "Pyydä selainta säilyttämään",
    browser_refused: "Selain ei luvannut sitä. Sovelluksen asentaminen tai kirjanmerkki auttaa.",
    used: |used, all| format!("Käytössä {used}, tilaa {all}."),
    version: "Versio",
};
