//! Finnish: why something was refused, and what was done.
//!
//! Names stand in the nominative after a word that carries the case: "Kenttä Kuvaus on täytettävä".

use super::notices::notice;
use super::{FORMATS, terms::TERMS};
use crate::domain::{Reason, Table};
use crate::language::explain::{About, ExplainTexts};
use crate::language::format::FormatError;

pub(super) const EXPLAIN: ExplainTexts = ExplainTexts {
    reason,
    notice,
    format_error,
    inbound: |what, contact| format!("{what} kontaktilta {contact}"),
    outbound: |what, by| format!("{what} · {by}"),
};

fn reason(about: &About, reason: &Reason) -> String {
    let field = match about.name {
        Some(name) => format!("Kenttä {name}"),
        None => "Tieto".into(),
    };
    match reason {
        Reason::MustBeFilled => format!("{field} on täytettävä."),
        Reason::TooLong { max, is } => format!(
            "{field} on liian pitkä: enintään {}, nyt {}. Lyhennä sitä.",
            characters(*max),
            FORMATS.count((*is).into())
        ),
        Reason::NotPrintable => {
            format!("{field} sisältää merkin, jota ei voi näyttää. Kirjoita teksti uudelleen.")
        }
        Reason::Negative => format!("{field} ei voi olla negatiivinen."),
        Reason::TooLarge => match &about.largest {
            Some(largest) => format!("{field} on liian suuri. Enintään {largest}."),
            None => format!("{field} on liian suuri. Anna pienempi luku."),
        },
        Reason::NotPositive => format!("{field} on vähintään 1."),
        Reason::NotAnEmail => {
            format!("{field}: anna yksi sähköpostiosoite, esimerkiksi nimi@yritys.example.")
        }
        Reason::NotAPhoneNumber => format!("{field}: puhelinnumerossa ei voi olla kirjaimia."),
        Reason::NotAWebAddress => {
            format!("{field}: anna verkko-osoite, jonka alussa on http:// tai https://.")
        }
        Reason::UnknownMergeField { what } => {
            format!("{field}: {what} ei ole yhdistämiskenttä. Käytä alla lueteltuja.")
        }
        Reason::NotACurrencyCode => {
            format!("{field}: anna kolmikirjaiminen valuuttakoodi, esimerkiksi EUR.")
        }
        Reason::NoDigit => format!(
            "{field}: numerossa on oltava ainakin yksi numeromerkki, esimerkiksi CT000001, jotta \
             siitä voi laskea seuraavan."
        ),
        Reason::NotFound => {
            format!("{field}: valittua tietoa ei ole olemassa. Valitse luettelosta uudelleen.")
        }
        Reason::AlreadyUsed => format!("{field}: sama arvo on jo käytössä. Anna toinen arvo."),
        Reason::AlreadyCreated => {
            "Tämä on jo tallennettu. Mitään ei tallennettu kahdesti; voit sulkea lomakkeen.".into()
        }
        Reason::InUse { by, n } => format!(
            "Tämä on käytössä ({}), joten sitä ei voi poistaa eikä muuttaa. Poista se ensin \
             käytöstä.",
            (TERMS.n_records)(*by, *n)
        ),
        Reason::ChangedMeanwhile => "Tietoja muutettiin toisessa välilehdessä tai toisella \
             laitteella sen jälkeen, kun avasit ne. Mitään ei korvattu: katso uudet arvot ja tee \
             muutoksesi uudelleen."
            .into(),
        Reason::Gone => "Tämä poistettiin toisessa välilehdessä tai toisella laitteella. \
             Muutostasi ei tallennettu."
            .into(),
        Reason::ChangedSince => "Tietoja on muutettu sen jälkeen, joten tätä ei voi enää kumota. \
             Nyt ei muutettu mitään."
            .into(),
        Reason::RefersToDeleted => format!(
            "{field}: se, mihin tieto viittaa, on poistettu sen jälkeen, joten tätä ei voi kumota. \
             Nyt ei muutettu mitään."
        ),
        Reason::CannotBeUndone => "Tätä ei voi kumota. Nyt ei muutettu mitään.".into(),
        Reason::PersonsOnly => {
            format!("{field} on vain henkilöillä. Vaihda ensin tyypiksi Henkilö.")
        }
        Reason::CompaniesOnly => format!("{field} on vain yrityksillä."),
        Reason::NotACompany => format!("{field}: valitse yritys. Valittu kontakti on henkilö."),
        Reason::PrivacyBlocked if about.is_salesperson() => {
            "Myyjä on estetty tietosuojasyistä. Valitse toinen myyjä.".into()
        }
        Reason::PrivacyBlocked => "Kontakti on estetty tietosuojasyistä: sille ei voi luoda uusia \
             vuorovaikutuksia. Eston voi poistaa kontaktin kortilla."
            .into(),
        Reason::SalespersonBlocked => {
            "Myyjä on estetty. Valitse toinen myyjä tai poista esto myyjän kortilla.".into()
        }
        Reason::ContactFirst => "Valitse ensin kontakti, sitten vuorovaikutusmalli.".into(),
        Reason::TemplateFirst => "Valitse ensin vuorovaikutusmalli, sitten kieli.".into(),
        Reason::TemplateHasNoLanguage => "Vuorovaikutusmallissa ei ole tätä kieltä. Valitse jokin \
             mallin kielistä tai jätä kieli tyhjäksi."
            .into(),
        Reason::NoContent => "Lähetettävää ei ole: vuorovaikutusmallissa ei ole sisältöä. Kirjaa \
             lokiin lähettämättä tai valitse toinen malli."
            .into(),
        Reason::Locked => {
            format!("{field} on lukittu, koska lomake avattiin siitä.")
        }
        Reason::NotPostponed => "Tämä vuorovaikutus ei ole enää lykätty: se tehtiin valmiiksi \
             toisessa välilehdessä tai toisella laitteella. Etsi se sivulta Vuorovaikutuslokin \
             tapahtumat."
            .into(),
        Reason::StillPostponed => "Tämä vuorovaikutus on lykätty. Tee se ensin valmiiksi: vain \
             lokiin kirjatun voi peruuttaa tai arvioida."
            .into(),
        Reason::SegmentCanceled { no } => format!(
            "Tämä on peruutettu, koska lokiin kirjattu segmentti {no} on peruutettu. Vaihda \
             valintamerkki siellä."
        ),
        Reason::CampaignEntryCanceled { no } => format!(
            "Tämä on peruutettu, koska kampanjan tapahtuma {no} on peruutettu. Vaihda \
             valintamerkki siellä."
        ),
        Reason::EndingDateFirst => format!("{field}: lopetuspäivä olisi ennen aloituspäivää."),
        Reason::LanguageFirst => "Valitse ensin kieli, sitten aihe.".into(),
        Reason::LinesHaveContent { n } => format!(
            "Osa riveistä saa sisältönsä segmentin nykyisestä mallista ja menettäisi sen ({}). Ota \
             uusi malli käyttöön kaikilla riveillä tai anna näille riveille ensin toinen malli.",
            (TERMS.n_records)(Table::SegmentLine, *n)
        ),
        Reason::TooManyLines { max } => format!(
            "Segmentissä voi olla enintään {}. Tee muille kontakteille toinen segmentti.",
            (TERMS.n_records)(Table::SegmentLine, *max)
        ),
        Reason::ContactsBlocked { names, n } => format!(
            "Segmenttiä ei voi kirjata lokiin: {} estetty tietosuojasyistä ({}). Poista ensin \
             niiden rivit.",
            match n {
                1 => "1 kontakti on".into(),
                n => format!("{} kontaktia on", FORMATS.count((*n).into())),
            },
            listed(names, *n, "ja muita")
        ),
        Reason::LoggedBefore => {
            "Samannumeroinen segmentti on jo kirjattu lokiin. Anna segmentille \
             toinen numero tai peruuta ja poista aiemmin kirjattu segmentti."
                .into()
        }
        Reason::NothingToSave => {
            "Segmentissä ei ole vielä kriteerejä tallennettavaksi. Lisää ensin kontakteja.".into()
        }
        Reason::NothingToLog => {
            "Millään segmentin rivillä ei ole kontaktia. Lisää ensin kontakteja.".into()
        }
        Reason::SeriesNotSetUp => "Näille numeroille ei ole valittu numerosarjaa. Valitse se \
             sivulla Kontaktienhallinnan asetukset tai kirjoita numero itse."
            .into(),
        Reason::NotAutomatic => "Numerosarja ei anna numeroita itse. Kirjoita numero tai ota \
             sarjassa käyttöön Oletusnrot."
            .into(),
        Reason::NotManual => "Numerosarja ei salli kirjoitettuja numeroita. Jätä numero tyhjäksi \
             tai ota sarjassa käyttöön Manuaaliset nrot."
            .into(),
        Reason::NoOpenLine { on } => format!(
            "Mikään numerosarjan rivi ei ole voimassa {}. Lisää rivi tai aikaista jonkin rivin \
             aloituspäivää.",
            FORMATS.date(*on)
        ),
        Reason::OutOfDateOrder { last } => format!(
            "Numerosarjaa käytetään päivämääräjärjestyksessä, ja viimeksi sitä käytettiin {}. \
             Anna sama tai myöhempi päivä.",
            FORMATS.date(*last)
        ),
        Reason::NoStartingNo => "Numerosarjan riviltä puuttuu Aloitusnro. Täytä se ensin.".into(),
        Reason::Exhausted => "Numerosarja on antanut viimeisen numeronsa. Suurenna \
             lopetusnumeroa tai lisää rivi."
            .into(),
        Reason::FormatDiffers => {
            format!("{field}: seuraava numero olisi eri muotoinen. Korjaa numerosarjaa.")
        }
        Reason::EndingNoFirst => "Täytä ensin Lopetusnro, sitten Varoitusnro.".into(),
        Reason::EndsBeforeItStarts => {
            format!("{field}: numerot päättyisivät ennen kuin alkavat. Anna suurempi numero.")
        }
        Reason::BeforeStartingNo => "Seuraava numero olisi pienempi kuin numerosarjan \
             aloitusnumero. Korjaa aloitusnumero tai viimeksi käytetty numero."
            .into(),
        Reason::ChangesLastNoUsed { last } => format!(
            "{field}: jo annettu numero {last} muuttuisi. Anna samanmuotoinen numero tai lisää \
             uusi rivi."
        ),
        Reason::SeriesNotRelated => "Tätä numerosarjaa ei voi käyttää tässä: se ei ole sivulla \
             Kontaktienhallinnan asetukset valittu sarja eikä liity siihen."
            .into(),
    }
}

fn format_error(error: FormatError) -> String {
    match error {
        FormatError::NotADate => {
            "Tämä ei ole päivämäärä. Kirjoita se muodossa 22.11.2026 tai 22.11, tai t (tänään)."
        }
        FormatError::NoSuchDay => {
            "Tällaista päivää ei ole kalenterissa. Kirjoita ensin päivä, sitten kuukausi: \
             22.11.2026."
        }
        FormatError::YearOutOfRange => "Vuoden on oltava väliltä 1900–2199.",
        FormatError::NotATime => "Tämä ei ole kellonaika. Kirjoita se muodossa 14.35, 1435 tai 9.",
        FormatError::NotAnAmount => "Tämä ei ole rahamäärä. Kirjoita se muodossa 8,50.",
        FormatError::TooManyDecimals => {
            "Rahamäärässä on enintään kaksi desimaalia. Kirjoita se muodossa 8,50."
        }
        FormatError::NotADuration => {
            "Tämä ei ole kesto. Kirjoita minuutit tai esimerkiksi 1 h 30 min."
        }
        FormatError::NotWholeMinutes => "Kesto on kokonaisia minuutteja. Kirjoita se muodossa 15.",
        FormatError::NotANumber => "Tämä ei ole luku. Kirjoita se muodossa 8,50.",
        FormatError::NotACount => "Tämä ei ole kokonaisluku. Kirjoita se muodossa 10.",
        FormatError::BelowZero => "Luku ei voi olla negatiivinen.",
        FormatError::TooLarge => "Luku on liian suuri.",
    }
    .into()
}

/// Names after one another; `more` stands for those that are not named.
pub(super) fn listed(names: &[String], n: u32, more: &str) -> String {
    let named = names.join(", ");
    if names.len() < n as usize {
        format!("{named} {more}")
    } else {
        named
    }
}

fn characters(n: u32) -> String {
    match n {
        1 => "1 merkki".into(),
        n => format!("{} merkkiä", FORMATS.count(n.into())),
    }
}
