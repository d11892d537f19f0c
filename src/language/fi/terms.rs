//! Finnish: the words of the domain.

use super::FORMATS;
use crate::domain::interaction::EntryState;
use crate::domain::values::{
    ContactType, CorrespondenceType, Evaluation, InformationFlow, InitiatedBy,
};
use crate::domain::{Field, Table};
use crate::language::terms::Terms;

pub(super) const TERMS: Terms = Terms {
    record: |table| match table {
        Table::Setup => "Kontaktienhallinnan asetukset",
        Table::Counters => "Tapahtumanumerot",
        Table::NumberSeries => "Numerosarja",
        Table::Salesperson => "Myyjä",
        Table::Contact => "Kontakti",
        Table::InteractionGroup => "Vuorovaikutusryhmä",
        Table::InteractionTemplate => "Vuorovaikutusmalli",
        Table::LogEntry => "Vuorovaikutuslokin tapahtuma",
    },
    records: |table| match table {
        Table::Setup => "Kontaktienhallinnan asetukset",
        Table::Counters => "Tapahtumanumerot",
        Table::NumberSeries => "Numerosarjat",
        Table::Salesperson => "Myyjät",
        Table::Contact => "Kontaktit",
        Table::InteractionGroup => "Vuorovaikutusryhmät",
        Table::InteractionTemplate => "Vuorovaikutusmallit",
        Table::LogEntry => "Vuorovaikutuslokin tapahtumat",
    },
    n_records: |table, n| {
        let (one, several) = match table {
            Table::Setup => ("asetus", "asetusta"),
            Table::Counters => ("laskuri", "laskuria"),
            Table::NumberSeries => ("numerosarja", "numerosarjaa"),
            Table::Salesperson => ("myyjä", "myyjää"),
            Table::Contact => ("kontakti", "kontaktia"),
            Table::InteractionGroup => ("vuorovaikutusryhmä", "vuorovaikutusryhmää"),
            Table::InteractionTemplate => ("vuorovaikutusmalli", "vuorovaikutusmallia"),
            Table::LogEntry => ("vuorovaikutus", "vuorovaikutusta"),
        };
        let word = if n == 1 { one } else { several };
        format!("{} {word}", FORMATS.count(n.into()))
    },
    field,
    interaction: "Vuorovaikutus",
    contact_type: |value| match value {
        ContactType::Company => "Yritys",
        ContactType::Person => "Henkilö",
    },
    information_flow: |value| match value {
        InformationFlow::Outbound => "Lähtevä",
        InformationFlow::Inbound => "Saapuva",
    },
    initiated_by: |value| match value {
        InitiatedBy::Us => "Me",
        InitiatedBy::Them => "He",
    },
    evaluation: |value| match value {
        Evaluation::VeryPositive => "Erittäin myönteinen",
        Evaluation::Positive => "Myönteinen",
        Evaluation::Neutral => "Neutraali",
        Evaluation::Negative => "Kielteinen",
        Evaluation::VeryNegative => "Erittäin kielteinen",
    },
    correspondence_type: |value| match value {
        CorrespondenceType::HardCopy => "Paperituloste",
        CorrespondenceType::Email => "Sähköposti",
    },
    entry_state: |state| match state {
        EntryState::Postponed { .. } => "Lykätty",
        EntryState::Logged => "Kirjattu lokiin",
    },
    attempt_failed: "Yritys epäonnistui",
    blank: "Ei mitään",
};

fn field(field: Field) -> &'static str {
    match field {
        Field::No => "Nro",
        Field::Code => "Koodi",
        Field::Name => "Nimi",
        Field::Description => "Kuvaus",
        Field::Salesperson => "Myyjä",
        Field::Language => "Kieli",
        Field::CorrespondenceType => "Yhteydenpidon tyyppi",
        Field::Comment => "Huomautus",
        Field::CommentDate => "Huomautuksen päivämäärä",
        Field::Type => "Tyyppi",
        Field::FirstName => "Etunimi",
        Field::MiddleName => "Toinen nimi",
        Field::Surname => "Sukunimi",
        Field::Company => "Yritys",
        Field::JobTitle => "Tehtävänimike",
        Field::Address => "Osoite",
        Field::Address2 => "Osoite 2",
        Field::PostCode => "Postinumero",
        Field::City => "Paikkakunta",
        Field::Country => "Maa",
        Field::Phone => "Puhelin",
        Field::MobilePhone => "Matkapuhelin",
        Field::Email => "Sähköposti",
        Field::HomePage => "Kotisivu",
        Field::PrivacyBlocked => "Tietosuojasyistä estetty",
        Field::Blocked => "Estetty",
        Field::Contact => "Kontakti",
        Field::Template => "Vuorovaikutusmalli",
        Field::Group => "Vuorovaikutusryhmä",
        Field::UnitCost => "Yksikkökustannus",
        Field::UnitDuration => "Yksikkökesto",
        Field::Cost => "Kustannus",
        Field::Duration => "Kesto",
        Field::InformationFlow => "Tiedonkulku",
        Field::InitiatedBy => "Aloitteen tekijä",
        Field::IgnoreContactCorrespondenceType => "Ohita kontaktin yhteydenpidon tyyppi",
        Field::DefaultLanguage => "Oletuskieli",
        Field::Date => "Päivämäärä",
        Field::Time => "Kellonaika",
        Field::Evaluation => "Arviointi",
        Field::Successful => "Onnistui",
        Field::DefaultNos => "Oletusnrot",
        Field::ManualNos => "Manuaaliset nrot",
        Field::DateOrder => "Päivämääräjärjestys",
        Field::StartingDate => "Aloituspvm",
        Field::StartingNo => "Aloitusnro",
        Field::EndingNo => "Lopetusnro",
        Field::WarningNo => "Varoitusnro",
        Field::LastNoUsed => "Viimeksi käytetty nro",
        Field::IncrementBy => "Lisäysväli",
        Field::AllowGaps => "Salli välit numeroissa",
        Field::RelatedSeries => "Liittyvät sarjat",
        Field::ContactNos => "Kontaktien nrot",
        Field::DefaultSalesperson => "Oletusmyyjä",
        Field::DefaultCountry => "Oletusmaa",
        Field::DefaultLanguageCode => "Kontaktien oletuskieli",
        Field::DefaultCorrespondenceType => "Yhteydenpidon oletustyyppi",
        Field::CurrencyCode => "Paikallinen valuutta",
    }
}
