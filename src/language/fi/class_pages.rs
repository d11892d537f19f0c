//! Finnish: classification in the interface.

use super::terms::TERMS;
use crate::domain::Table;
use crate::domain::classification::ClassKind;
use crate::domain::values::FormulaType;
use crate::language::class_pages::ClassPageTexts;

pub(super) const CLASS_PAGES: ClassPageTexts = ClassPageTexts {
    classification: "Luokittelu",
    purpose: |kind| match kind {
        ClassKind::MailingGroup => "Ketkä saavat samaa postia: yritykset ja henkilöt.",
        ClassKind::IndustryGroup => "Mitä yritykset tekevät.",
        ClassKind::BusinessRelation => "Mitä yritykset ovat sinulle.",
        ClassKind::JobResponsibility => "Mistä henkilöt vastaavat.",
        ClassKind::OrganizationalLevel => "Missä asemassa henkilöt ovat yrityksessään.",
        ClassKind::Salutation => "Miten kontakteja puhutellaan.",
    },
    new: |kind| match kind {
        ClassKind::MailingGroup => "Uusi postitusryhmä",
        ClassKind::IndustryGroup => "Uusi toimialaryhmä",
        ClassKind::BusinessRelation => "Uusi liikesuhde",
        ClassKind::JobResponsibility => "Uusi vastuualue",
        ClassKind::OrganizationalLevel => "Uusi organisaatiotaso",
        ClassKind::Salutation => "Uusi puhuttelu",
    },
    none_yet: |kind| match kind {
        ClassKind::MailingGroup => "Ei vielä postitusryhmiä",
        ClassKind::IndustryGroup => "Ei vielä toimialaryhmiä",
        ClassKind::BusinessRelation => "Ei vielä liikesuhteita",
        ClassKind::JobResponsibility => "Ei vielä vastuualueita",
        ClassKind::OrganizationalLevel => "Ei vielä organisaatiotasoja",
        ClassKind::Salutation => "Ei vielä puhutteluja",
    },
    why: |kind| match kind {
        ClassKind::MailingGroup => {
            "Postitusryhmä kokoaa kontaktit, jotka saavat samaa postia, kuten uutiskirjeen tai \
             tervehdyksen. Kontakti voi kuulua moneen ryhmään, ja ryhmästä voi tehdä segmentin."
        }
        ClassKind::IndustryGroup => {
            "Toimialaryhmä kertoo, mitä yritys tekee: hotelleja, rakentamista. Myös yrityksen henkilöt \
             lasketaan mukaan, kun segmenttiin poimitaan toimialan mukaan."
        }
        ClassKind::BusinessRelation => {
            "Liikesuhde kertoo, mikä yritys on sinulle: asiakas, mahdollinen asiakas vai toimittaja. \
             Yritys voi olla näistä montakin."
        }
        ClassKind::JobResponsibility => {
            "Vastuualue kertoo, mistä henkilö päättää, kuten ostoista tai koulutuksesta, jotta tavoitat \
             oikean ihmisen."
        }
        ClassKind::OrganizationalLevel => {
            "Organisaatiotaso kertoo henkilön aseman: toimitusjohtaja, päällikkö, henkilöstö. \
             Henkilöllä on niitä enintään yksi."
        }
        ClassKind::Salutation => {
            "Puhuttelu kertoo, miten kontaktia puhutellaan: muodollisesti vai etunimellä. Kontaktilla \
             on niitä enintään yksi."
        }
    },
    contacts: "Kontaktit",
    and_more: |n| format!("ja vielä {}", (TERMS.n_records)(Table::Contact, n)),
    formulas_why: "Miten kirjeet ja saatteet puhuttelevat kontakteja, joilla on tämä puhuttelu.",
    no_formulas: "Ei vielä kaavoja: saatteissa ei silloin ole puhuttelua.",
    add_formula: "Lisää kaava",
    choose_formula: "Valitse tyyppi ja kieli…",
    formula_sort: |kind, language| {
        let kind = (TERMS.formula_type)(kind);
        match language {
            Some(language) => format!("{kind}, {language}"),
            None => format!("{kind}, kaikki muut kielet"),
        }
    },
    first_formula: |kind| match kind {
        FormulaType::Formal => "Hyvä {{contact.first_name}} {{contact.surname}}",
        FormulaType::Informal => "Hei {{contact.first_name}}",
    },
    remove_formula: |sort| format!("Poista kaava {sort}"),
    formula_example: |text| format!("Luetaan: {text}"),
    merge_fields: "Yhdistämiskentät",
    add: "Lisää…",
    none: "Ei yhtään",
    remove: |name| format!("Poista {name}"),
    of_company: "Yrityksen mukaan:",
    unknown: |typed| format!("Arvoa {typed} ei ole. Valitse luettelosta."),
    number_marketing: "Numeroi segmentit ja kampanjat",
    number_marketing_detail: "Vain jos teet markkinointia: jokainen uusi saa silloin seuraavan numeron.",
    number_them: "Numeroi",
    took_suggested: "Ehdotetut ovat käytössä.",
};
