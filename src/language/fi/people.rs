//! Finnish: contacts and salespeople.

use super::{FORMATS, grouped, terms::TERMS};
use crate::domain::Table;
use crate::language::people::PeopleTexts;

pub(super) const PEOPLE: PeopleTexts = PeopleTexts {
    new_contact: "Uusi kontakti",
    new_person: "Uusi henkilö",
    new_company: "Uusi yritys",
    new_salesperson: "Uusi myyjä",
    no_contacts: "Ei vielä kontakteja",
    no_contacts_detail: "Tässä ovat yritykset ja henkilöt, joiden kanssa asioit. Kaikki muu alkaa heistä.",
    no_salespeople: "Ei vielä myyjiä",
    no_salespeople_detail: "Tässä ovat kaikki, jotka puhuvat kontaktien kanssa. Lisää ensin itsesi.",
    choose_row: "Ei valittua kontaktia",
    call: "Soita",
    call_name: |name| format!("Soita: {name}"),
    text_message: "Tekstiviesti",
    write_mail: "Kirjoita sähköposti",
    show_on_map: "Näytä kartalla",
    open_home_page: "Avaa kotisivu",
    postponed_interactions: "Lykätyt vuorovaikutukset",
    n_postponed: |n| format!("Lykätyt vuorovaikutukset ({})", grouped(n)),
    general: "Yleiset",
    communication: "Yhteydenpito",
    address: "Osoite",
    persons: "Henkilöt",
    no_persons: "Yrityksellä ei ole vielä henkilöitä.",
    interactions: "vuorovaikutusta",
    n_interactions: "Vuorovaikutuksia",
    cost: "kustannus",
    duration: "kesto",
    last_interaction: "Viimeisin vuorovaikutus",
    latest: "Viimeisin",
    last_attempt: "Viimeisin yritys",
    never: "ei koskaan",
    figures: "Luvut",
    timeline: "Aikajana",
    timeline_empty: "Ei vielä vuorovaikutuksia. Ensimmäinen ilmestyy tähän.",
    show_all_n: |n| format!("Näytä kaikki {}", grouped(n)),
    postponed: |title| format!("Lykätty · {title}"),
    missing: |what| format!("Puuttuu: {what}"),
    resume: "Jatka",
    delete: "Poista",
    keep: "Älä poista",
    delete_question: |name| format!("Poistetaanko {name}?"),
    delete_company: |n_persons, n_entries| {
        let persons = match n_persons {
            0 => String::new(),
            1 => "Myös yrityksen henkilö poistetaan. ".into(),
            n => format!("Myös yrityksen {} henkilöä poistetaan. ", grouped(n)),
        };
        format!("{persons}{}{UNDO}", nameless(n_entries))
    },
    delete_person: |n_entries, company| match (n_entries, company) {
        (0, _) => UNDO.into(),
        (n, Some(company)) => format!(
            "{} siirtyy yritykselle {company}. {UNDO}",
            (TERMS.n_records)(Table::LogEntry, n)
        ),
        (n, None) => format!("{}{UNDO}", nameless(n)),
    },
    delete_salesperson: |n_contacts, n_entries| {
        let contacts = match n_contacts {
            0 => String::new(),
            n => format!(
                "{} jää ilman myyjää. ",
                (TERMS.n_records)(Table::Contact, n)
            ),
        };
        let entries = match n_entries {
            0 => String::new(),
            n => format!(
                "Koodi jää näkyviin: {}. ",
                (TERMS.n_records)(Table::LogEntry, n)
            ),
        };
        format!("{contacts}{entries}{UNDO}")
    },
    given_automatically: "Tyhjäksi jätettynä numero annetaan automaattisesti.",
    type_it: "Mikään numerosarja ei anna numeroa: kirjoita se itse.",
    code_hint: "Muutama kirjain, josta kaikki tuntevat myyjän, esimerkiksi KV.",
    privacy_contact: "Tietosuojasyistä estetylle kontaktille ei voi luoda uusia vuorovaikutuksia.",
    excluded_contact: "Kontakti jätetään pois, kun segmenttiin lisätään kontakteja kriteereillä tai luettelosta. Yksitellen sen voi yhä lisätä.",
    privacy_salesperson: "Ei voi olla kontaktien vastuumyyjä.",
    blocked_hint: "Ei enää valittavissa. Aiemmat merkinnät säilyvät.",
    blocked: "Estetty",
    privacy_blocked: "Tietosuojasyistä estetty",
};

pub(super) const UNDO: &str = "Voit kumota poiston jälkeenpäin.";

/// What becomes of entries whose contact is deleted.
fn nameless(n_entries: u32) -> String {
    match n_entries {
        0 => String::new(),
        1 => "1 vuorovaikutus jää lokiin ilman kontaktia. ".into(),
        n => format!(
            "{} vuorovaikutusta jää lokiin ilman kontaktia. ",
            FORMATS.count(n.into())
        ),
    }
}
