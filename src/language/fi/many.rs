//! Finnish: what is done to many contacts at once.

use super::FORMATS;
use super::explain::listed;
use super::people::UNDO;
use super::terms::TERMS;
use crate::domain::Table;
use crate::language::many::ManyTexts;

pub(super) const MANY: ManyTexts = ManyTexts {
    assign: "Vaihda myyjä",
    assign_hint: "Tyhjäksi jätettynä kukaan ei vastaa niistä.",
    groups: "Ryhmät ja segmentit",
    join: "Lisää postitusryhmään",
    leave: "Poista postitusryhmästä",
    to_segment: "Lisää segmenttiin",
    segment_hint: "Pois jätetään kontaktit, jotka ovat siinä jo, jotka jätetään pois segmenteistä tai jotka on estetty tietosuojasyistä.",
    too_many_to_print: |most| {
        format!(
            "Kerralla tulostetaan enintään {} kontaktille. Lisää kontaktit segmenttiin, niin voit tulostaa kaikille.",
            FORMATS.count(most.into())
        )
    },
    title: |action, records| format!("{action}: {records}"),
    delete_detail: |deletion| {
        let mut told = Vec::new();
        match deletion.n_persons {
            0 => {}
            1 => told.push("Myös yrityksen henkilö poistetaan.".to_string()),
            n => told.push(format!(
                "Myös yritysten {} henkilöä poistetaan.",
                FORMATS.count(n.into())
            )),
        }
        match deletion.n_interactions {
            0 => {}
            n => told.push(format!(
                "Kontaktin yritykselle siirtyy tai ilman kontaktia jää {}.",
                (TERMS.n_records)(Table::LogEntry, n)
            )),
        }
        match deletion.n_staying {
            0 => {}
            n => told.push(format!(
                "Poistamatta jää {}, koska segmenttiä ei ole vielä kirjattu lokiin: {}.",
                (TERMS.n_records)(Table::Contact, n),
                listed(&deletion.staying, n, "ja muita")
            )),
        }
        told.push(UNDO.into());
        told.join(" ")
    },
    none_deleted: |n| {
        match n {
        1 => "Kontakti on segmentissä, jota ei ole vielä kirjattu lokiin, joten sitä ei voi poistaa.".into(),
        _ => "Kaikki ovat segmenteissä, joita ei ole vielä kirjattu lokiin, joten niitä ei voi poistaa.".into(),
    }
    },
};
