//! Finnish: what a company starts with.

use super::marketing::{CLASSES, MARKETING};
use crate::domain::classification::ClassKind;
use crate::domain::demo::DemoTexts;
use crate::domain::starter::{Named, StarterTexts};

pub(super) const STARTER: StarterTexts = StarterTexts {
    contact_series: "Kontaktit",
    segment_series: MARKETING.segment_series,
    campaign_series: MARKETING.campaign_series,
    calls: named("PUHELUT", "Puhelut"),
    meetings: named("TAPAAMISET", "Tapaamiset ja käynnit"),
    letters: named("KIRJEET", "Kirjeet ja sähköpostit"),
    incoming_call: named("SAAPUVA", "Saapuva puhelu"),
    outgoing_call: named("LÄHTEVÄ", "Lähtevä puhelu"),
    visit: named("KÄYNTI", "Asiakaskäynti"),
    meeting: named("TAPAAMINEN", "Tapaaminen meillä"),
    letter: named("KIRJE", "Kirje"),
    email: named("SÄHKÖPOSTI", "Sähköposti"),
    classes: STARTER_CLASSES,
};

const fn named(code: &'static str, description: &'static str) -> Named {
    Named { code, description }
}

pub(super) const DEMO: DemoTexts = DemoTexts {
    contact_series: "Kontaktit",
    letters: "Kirjeet",
    meetings: "Tapaamiset",
    phone: "Puhelut",
    system: "Sähköpostit ja kutsut",
    documents: "Asiakirjat",
    abstract_of_meeting: "Yhteenveto tapaamisesta",
    business_letter: "Liikekirje",
    memo: "Muistio",
    golf: "Kutsu golfpäivään",
    incoming_call: "Saapuva puhelu",
    outgoing_call: "Lähtevä puhelu",
    meeting_in_house: "Tapaaminen meillä",
    visit: "Asiakaskäynti",
    workshop: "Työpaja",
    document: "Saapunut asiakirja",
    email: "Sähköposti",
    cover_sheet: "Kansilehti",
    meeting_invitation: "Kokouskutsu",
    classes: CLASSES,
    marketing: MARKETING,
};

const STARTER_CLASSES: &[(ClassKind, &[Named])] = &[
    (
        ClassKind::MailingGroup,
        &[
            named("UUTISKIRJE", "Uutiskirje"),
            named("JOULU", "Joulukortti"),
            named("TAPAHTUMAT", "Kutsut tapahtumiin"),
        ],
    ),
    (
        ClassKind::IndustryGroup,
        &[
            named("KAUPPA", "Kauppa"),
            named("TEOLLISUUS", "Teollisuus"),
            named("RAKENNUS", "Rakentaminen"),
            named("PALVELUT", "Palvelut"),
            named("JULKINEN", "Julkinen sektori"),
        ],
    ),
    (
        ClassKind::BusinessRelation,
        &[
            named("ASIAKAS", "Asiakas"),
            named("TULEVA", "Mahdollinen asiakas"),
            named("TOIMITTAJA", "Toimittaja"),
            named("KUMPPANI", "Yhteistyökumppani"),
        ],
    ),
    (
        ClassKind::JobResponsibility,
        &[
            named("OSTOT", "Ostot"),
            named("MYYNTI", "Myynti"),
            named("MARKKIN", "Markkinointi"),
            named("TALOUS", "Talous"),
            named("TUOTANTO", "Tuotanto"),
        ],
    ),
    (
        ClassKind::OrganizationalLevel,
        &[
            named("YLIN", "Ylin johto"),
            named("KESKI", "Keskijohto"),
            named("TYÖNTEKIJÄ", "Työntekijät"),
        ],
    ),
    (
        ClassKind::Salutation,
        &[
            named("YRITYS", "Yritys"),
            named("MUODOLL", "Muodollinen, sukunimellä"),
            named("TUTTAV", "Tuttavallinen, etunimellä"),
        ],
    ),
];
