//! Finnish: criteria in the interface.

use super::grouped;
use super::terms::TERMS;
use crate::domain::Table;
use crate::domain::segment::criteria::ActionKind;
use crate::domain::segment::selection::Part;
use crate::domain::segment::selection::apply::Preview;
use crate::language::criteria_pages::CriteriaPageTexts;

pub(super) const CRITERIA_PAGES: CriteriaPageTexts = CriteriaPageTexts {
    button: |kind| match kind {
        ActionKind::Add => "Lisää kontakteja",
        ActionKind::Reduce => "Vähennä",
        ActionKind::Refine => "Tarkenna",
    },
    go_back: "Mene takaisin",
    save: "Tallenna kriteerit",
    reuse: "Käytä uudelleen…",
    apply_group: "Liitä postitusryhmään",
    no_lines: "Segmentissä ei ole vielä rivejä.",
    nothing_to_go_back_to: "Peruttavia kriteeritoimenpiteitä ei ole.",
    nothing_to_save: "Segmentissä ei ole vielä tallennettavia kriteerejä.",
    criteria: "Kriteerit",
    no_criteria: "Tähän tulee jokainen vaihe, joka lisää tai poistaa kontakteja. Vaiheet voi perua.",
    change: |kind, n| match (kind, n) {
        (_, 0) => "0".into(),
        (ActionKind::Add, n) => format!("+\u{a0}{}", grouped(n)),
        (_, n) => format!("−\u{a0}{}", grouped(n)),
    },
    earlier: |n| match n {
        1 => "Näytä 1 aiempi vaihe".into(),
        n => format!("Näytä {} aiempaa vaihetta", grouped(n)),
    },
    intro: |kind| match kind {
        ActionKind::Add => "Segmenttiin tulevat kontaktit, jotka täyttävät kaikki nämä ehdot.",
        ActionKind::Reduce => "Segmentistä poistuvat kontaktit, jotka täyttävät kaikki nämä ehdot.",
        ActionKind::Refine => {
            "Segmenttiin jäävät vain kontaktit, jotka täyttävät kaikki nämä ehdot. Muut poistuvat."
        }
    },
    nothing_asked: |kind| match kind {
        ActionKind::Add => "Ehtoja ei ole vielä: kaikki kontaktit tulevat segmenttiin.",
        ActionKind::Reduce => "Ehtoja ei ole vielä: kaikki kontaktit poistuvat segmentistä.",
        ActionKind::Refine => "Ehtoja ei ole vielä: kaikki kontaktit jäävät segmenttiin.",
    },
    contact_that: "Kontakti",
    holds: |part, absent| match (part, absent) {
        (Part::Contact, false) => "täyttää ehdot",
        (Part::Contact, true) => "ei täytä ehtoja",
        (Part::MailingGroup | Part::IndustryGroup, false) => "kuuluu",
        (Part::MailingGroup | Part::IndustryGroup, true) => "ei kuulu",
        (_, false) => "on",
        (_, true) => "ei ole",
    },
    any_row: |part, absent| match (part, absent) {
        (Part::Contact, _) => "",
        (Part::Interaction, false) => "Mikä tahansa vuorovaikutus.",
        (Part::Interaction, true) => "Ei yhtään vuorovaikutusta, koskaan.",
        (Part::MailingGroup | Part::IndustryGroup, false) => "Mikä tahansa ryhmä.",
        (Part::MailingGroup | Part::IndustryGroup, true) => "Ei mikään ryhmä.",
        (_, false) => "Mikä tahansa.",
        (_, true) => "Ei mikään.",
    },
    and: "ja",
    add_condition: "Lisää ehto",
    remove_condition: |field| format!("Poista ehto: {field}"),
    add_section: "Lisää kriteerejä",
    remove_section: |part| format!("Poista: {part}"),
    any: "mikä tahansa",
    or_another: "tai toinen…",
    contains: "sisältää…",
    remove_value: |value| format!("Poista {value}"),
    unknown_value: |typed| {
        format!("Arvoa {typed} ei ole. Valitse luettelosta tai kirjoita lauseke, kuten A*|B.")
    },
    options: "Valinnat",
    no_options: "ei valintoja",
    allow_existing_hint: "Segmentissä jo olevat kontaktit saavat uuden rivin.",
    expand_companies_hint: "Myös löytyneiden yritysten kaikki kontaktit tulevat segmenttiin.",
    related_companies_hint: "Myös löytyneiden henkilöiden yritykset tulevat segmenttiin.",
    ignore_exclusion_hint: "Myös segmenteistä pois jätetyt kontaktit tulevat segmenttiin.",
    entire_companies_hint: "Yksi löytynyt kontakti edustaa yrityksensä kaikkia kontakteja.",
    in_words: "Sanoin",
    unchanged: "Segmenttiä ei ole muutettu.",
    preview: "Esikatsele",
    meant: "täyttää ehdot",
    changed: |kind| match kind {
        ActionKind::Add => "tulee lisää",
        ActionKind::Reduce | ActionKind::Refine => "riviä poistuu",
    },
    lines_then: "riviä sen jälkeen",
    left_out,
    nobody_meant: "Yksikään kontakti ei täytä ehtoja.",
    too_many: |max| {
        format!(
            "Segmenttiin tulisi yli {} riviä, mikä on liikaa.",
            grouped(max)
        )
    },
    save_detail: "Tämän segmentin kaikki vaiheet tallennetaan koodilla, jolla niitä voi käyttää muissa segmenteissä.",
    reuse_title: "Käytä kriteerejä uudelleen",
    reuse_from: "Hae kontaktit",
    from_saved: "Tallennetuilla kriteereillä",
    from_logged: "Lokiin kirjatusta segmentistä",
    none_saved: "Kriteerejä ei ole vielä tallennettu. Segmentin kriteerit säilyvät toiminnolla Tallenna kriteerit.",
    none_logged: "Yhtään segmenttiä ei ole vielä kirjattu lokiin.",
    choose_saved: "Valitse käytettävät kriteerit.",
    choose_logged: "Valitse segmentti, jonka kontaktit otetaan.",
    reuse_detail: "Vaiheet tehdään järjestyksessä nykyisillä tiedoilla, joten kontaktit voivat olla eri kuin aiemmin.",
    choose_group: "Valitse postitusryhmä.",
    group_detail: "Segmentin kaikki kontaktit liitetään postitusryhmään.",
    only_these: "Vain nämä kontaktit",
    only_these_hint: "Muut ryhmässä olevat poistuvat siitä.",
    group_change: |n_in, n_out| {
        let contacts = |n| (TERMS.n_records)(Table::Contact, n);
        match n_out {
            0 => format!("Ryhmään tulee {}.", contacts(n_in)),
            n_out => format!(
                "Ryhmään tulee {} ja siitä poistuu {}.",
                contacts(n_in),
                contacts(n_out)
            ),
        }
    },
    saved_detail: "Segmenttien vaiheita uudelleen käytettäviksi",
    no_saved: "Ei vielä tallennettuja kriteerejä",
    no_saved_detail: "Täytä segmentti kriteereillä ja tallenna ne siellä. Sen jälkeen niitä voi käyttää missä tahansa segmentissä.",
    to_segments: "Segmentit",
    n_actions: "Vaiheita",
    saved_by: "Tallentaja",
    steps: "Vaiheet järjestyksessä",
};

fn left_out(preview: &Preview) -> Option<String> {
    let reasons = [
        (preview.n_existing, "on jo segmentissä"),
        (preview.n_excluded, "on jätetty pois segmenteistä"),
        (preview.n_blocked, "on estetty tietosuojan vuoksi"),
    ];
    let reasons = reasons.iter().filter(|(n, _)| *n > 0);
    let reasons: Vec<_> = reasons
        .map(|(n, why)| format!("{} {why}", grouped(*n)))
        .collect();
    (!reasons.is_empty()).then(|| format!("Mukaan ei tule: {}.", reasons.join(", ")))
}
