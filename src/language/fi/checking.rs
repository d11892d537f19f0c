//! Finnish: checking and repairing data.

use super::FORMATS;
use super::terms::TERMS;
use crate::domain::check::Wrong;
use crate::domain::repair::Remedy;
use crate::domain::{Field, Table};
use crate::language::checking::CheckingTexts;

pub(super) const CHECKING: CheckingTexts = CheckingTexts {
    title: "Tarkista tiedot",
    detail: "Käy läpi yrityksen kaikki tietueet: onko kaikki, mihin ne viittaavat, olemassa, onko jokainen numero vain kerran ja ovatko toisista tietueista seuraavat tiedot niiden mukaisia. Mitään ei muuteta.",
    looking: "Tietueita käydään läpi…",
    sound: |n| format!("Kaikki on kunnossa: tarkistettuja tietueita on {n}."),
    found: |n| match n {
        1 => "Löytyi 1 virhe.".into(),
        n => format!("Löytyi {} virhettä.", FORMATS.count(n.into())),
    },
    again: "Tarkista uudelleen",
    repair: "Korjaa",
    repairable: "Voidaan korjata",
    repairable_detail: "Jokaisella rivillä sanotaan, mitä korjaus tekee. Tallenna ensin varmuuskopio, jos olet epävarma.",
    by_hand: "Sinun korjattavasi",
    by_hand_detail: "Vain sinä voit tietää, mitä tähän kuuluu. Avaa tietue ja korjaa se.",
    lost: "Ei voida korjata",
    lost_detail: "Tieto on kadonnut, eikä sitä ole muissa tietueissa. Aiemmassa varmuuskopiossa se voi vielä olla.",
    repaired: "Korjattu",
    more: |n| match n {
        1 => "Ja 1 muu.".into(),
        n => format!("Ja {} muuta.", FORMATS.count(n.into())),
    },
    show: "Näytä",
    wrong,
    remedy: |remedy| match remedy {
        Remedy::Cleared => ["Kenttä tyhjennetään.", "Kenttä tyhjennettiin."],
        Remedy::Removed => ["Tietue poistetaan.", "Tietue poistettiin."],
        Remedy::SecondRemoved => ["Jälkimmäinen poistetaan.", "Jälkimmäinen poistettiin."],
        Remedy::Renumbered => ["Toinen niistä vaihdetaan.", "Toinen niistä vaihdettiin."],
        Remedy::Recomputed => ["Määritetään uudelleen.", "Määritettiin uudelleen."],
        Remedy::Erased => [
            "Loput poistetaan, eikä sitä voi kumota.",
            "Loput poistettiin.",
        ],
        Remedy::ByHand | Remedy::Lost => ["", ""],
    },
};

fn wrong(table: Table, wrong: &Wrong) -> String {
    let named = |field: &Field| (TERMS.field)(*field);
    match wrong {
        Wrong::NotUnique(Field::Language) => "Sama kieli on kahteen kertaan.".into(),
        Wrong::NotUnique(field) => format!("{}: toisella tietueella on sama.", named(field)),
        Wrong::Missing(field) => format!("{} puuttuu.", named(field)),
        Wrong::NotFound(field) => format!("{}: viitattua tietuetta ei ole.", named(field)),
        Wrong::NotACompany => format!("{} on henkilö.", named(&Field::Company)),
        Wrong::OtherType => "Tämäntyyppinen kontakti ei voi kuulua ryhmään.".into(),
        Wrong::OtherCompany => format!("{} ei ole sama kuin kontaktin.", named(&Field::Company)),
        Wrong::CounterBehind {
            table,
            counter,
            highest,
        } => format!(
            "{}: laskuri on {}, mutta suurin numero on {}.",
            (TERMS.records)(*table),
            FORMATS.count((*counter).into()),
            FORMATS.count(highest.0.into())
        ),
        Wrong::EndsBeforeItStarts => "Päättyy ennen kuin alkaa.".into(),
        Wrong::CanceledDiffers => format!(
            "{} ei ole sama kuin siinä, mihin tietue kuuluu.",
            named(&Field::Canceled)
        ),
        Wrong::ActionsDiffer => "Kriteeritoimenpiteet eivät vastaa niiden määrää.".into(),
        Wrong::LineTwice(line_no) => format!("Rivinumero {line_no} on kahteen kertaan."),
        Wrong::NotErased => match table {
            Table::ErasedContact => {
                "Kontakti on poistettu pysyvästi, mutta se on silti olemassa.".into()
            }
            _ => "Kontakti on poistettu pysyvästi, mutta osa kirjatusta on jäljellä.".into(),
        },
        Wrong::Line { line_no, field } => format!(
            "Rivi {line_no}: {} on ristiriidassa rivin muiden tietojen kanssa.",
            named(field)
        ),
    }
}
