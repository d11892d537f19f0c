//! Finnish: erasing contacts.

use super::FORMATS;
use crate::domain::privacy::Erasure;
use crate::language::privacy::PrivacyTexts;

pub(super) const PRIVACY: PrivacyTexts = PrivacyTexts {
    erase: "Poista tiedot pysyvästi…",
    erase_now: "Poista pysyvästi",
    erase_question: |name| format!("Poistetaanko {name} pysyvästi?"),
    erase_detail,
    erase_final: "Tätä ei voi kumota, eikä mitään, mitä tässä yrityksessä on tehty sitä ennen. Aiemmissa varmuuskopioissa tiedot ovat yhä: jos sellainen palautetaan tällä laitteella, ne poistetaan siitä uudelleen.",
    type_no: |no| format!("Poista kirjoittamalla {no} tai nimi"),
    type_no_wrong: |no| format!("Kirjoita {no} tai nimi täsmälleen niin kuin se lukee."),
    erased_contact: "Poistettu kontakti",
    not_everywhere: |n| {
        match n {
        1 => "Kontakti on yhä tämän yrityksen toisessa tilassa, joka on siirretty sivuun tai palautettu tällä laitteella: sitä ei voitu avata tai muuttaa. Poista se yritys tai avaa se ja poista kontakti siellä.".into(),
        n => format!("Kontakti on yhä tämän yrityksen {} muussa tilassa, jotka on siirretty sivuun tai palautettu tällä laitteella: niitä ei voitu avata tai muuttaa. Poista ne yritykset tai avaa ne ja poista kontakti siellä.", FORMATS.count(n.into())),
    }
    },
    erased_again: |n| match n {
        1 => "Siitä poistettiin uudelleen 1 kontakti, joka oli poistettu sen jälkeen.".into(),
        n => format!(
            "Siitä poistettiin uudelleen {} kontaktia, jotka oli poistettu sen jälkeen.",
            FORMATS.count(n.into())
        ),
    },
    erased_is_unknown: |n| {
        match n {
        1 => "Tällä laitteella on yritys, jota ei voi lukea. Siinä poistettuja kontakteja on voinut palata varmuuskopion mukana: katso, pitääkö ne poistaa uudelleen.".into(),
        n => format!("Tällä laitteella on {} yritystä, joita ei voi lukea. Niissä poistettuja kontakteja on voinut palata varmuuskopion mukana: katso, pitääkö ne poistaa uudelleen.", FORMATS.count(n.into())),
    }
    },
    report: "Tietoraportti kontaktista",
    report_made: |when| format!("Laadittu {when}"),
    report_detail: "Tässä on kaikki, mitä yrityksellä on kontaktista. Varmuuskopioissa, viedyissä tiedostoissa ja tulosteissa on se, mitä niitä tehtäessä oli.",
    save_report: "Tallenna tiedostoon (JSON)",
    report_not_saved: "Raporttia ei tallennettu.",
    report_saved: |file| format!("Tallennettu: {file}"),
    report_groups: "Ryhmät",
    report_persons: "Jokainen on kontakti, josta on oma raporttinsa.",
    report_drafts: "Luonnokset",
    report_criteria: "Kriteerit",
    report_criteria_detail: "Niissä muistetaan kontakti tai suodatetaan sen tiedoilla.",
    report_mentions: "Mainittu muualla",
    report_mentions_detail: "Näiden teksteissä on kontaktin nimi, puhelinnumero tai sähköpostiosoite. Kontaktin pysyvä poistaminen jättää ne ennalleen.",
    erasure_waits: |what, to_do| {
        format!(
            "Kontakti on poistettu, mutta laitteella on vielä sen tietoja. {what} {to_do} Niiden poistamista yritetään uudelleen, kun poistut sivulta ja kun yritys avataan."
        )
    },
};

fn erase_detail(erasure: &Erasure, n_drafts: u32) -> Vec<String> {
    let mut told = vec!["Kontaktikortti ja kaikki sen tiedot poistetaan.".to_string()];
    let mut tell = |n: u32, one: &str, several: &dyn Fn(&str) -> String| match n {
        0 => {}
        1 => told.push(one.into()),
        n => told.push(several(&FORMATS.count(n.into()))),
    };
    tell(
        erasure.n_interactions,
        "1 vuorovaikutuksesta jäävät numero, päivä, laji ja luvut, mutta ei se, kenen kanssa ja mistä puhuttiin.",
        &|n| {
            format!(
                "{n} vuorovaikutuksesta jäävät numero, päivä, laji ja luvut, mutta ei se, kenen kanssa ja mistä puhuttiin."
            )
        },
    );
    tell(
        erasure.n_postponed,
        "1 lykätty vuorovaikutus poistetaan.",
        &|n| format!("{n} lykättyä vuorovaikutusta poistetaan."),
    );
    tell(n_drafts, "1 luonnos poistetaan.", &|n| {
        format!("{n} luonnosta poistetaan.")
    });
    tell(erasure.n_lines, "1 segmentin rivi poistetaan.", &|n| {
        format!("{n} segmentin riviä poistetaan.")
    });
    tell(
        erasure.n_groups,
        "Kontakti poistetaan 1 ryhmästä.",
        &|n| format!("Kontakti poistetaan {n} ryhmästä."),
    );
    tell(
        erasure.n_saved_criteria,
        "1 tallennettu kriteeri poistetaan, koska siinä suodatetaan kontaktin nimellä.",
        &|n| {
            format!(
                "{n} tallennettua kriteeriä poistetaan, koska niissä suodatetaan kontaktin nimellä."
            )
        },
    );
    tell(
        erasure.n_persons,
        "Yrityksen henkilö jää ilman yritystä omaksi kontaktikseen.",
        &|n| format!("Yrityksen {n} henkilöä jäävät ilman yritystä omiksi kontakteikseen."),
    );
    told
}
