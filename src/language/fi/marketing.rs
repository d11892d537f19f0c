//! Finnish: what contacts are classified by, campaigns and segments, where they become data.

use super::starter::named;
use crate::domain::classification::ClassKind;
use crate::domain::demo::{ClassTexts, MarketingTexts};
use crate::domain::starter::Named;

pub(super) const STARTER_CLASSES: &[(ClassKind, &[Named])] = &[
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

pub(super) const CLASSES: ClassTexts = ClassTexts {
    newsletter: "Uutiskirje",
    christmas: "Joulukortti",
    golf: "Golfpäivä",
    hotels: "Hotellit ja risteilyalukset",
    cafes: "Kahvilat ja ravintolat",
    offices: "Toimistot",
    clinics: "Klinikat",
    schools: "Koulut ja kirjastot",
    trade: "Jälleenmyyjät ja suunnittelijat",
    customer: "Asiakas",
    prospect: "Mahdollinen asiakas",
    reseller: "Jälleenmyyjä",
    purchases: "Ostot",
    management: "Johto",
    design: "Suunnittelu",
    operations: "Toiminta ja kiinteistöt",
    top: "Ylin johto",
    middle: "Keskijohto",
    staff: "Asiantuntijat",
    company: "Yritys",
    formal: "Muodollinen, sukunimellä",
    first_name: "Tuttavallinen, etunimellä",
};

pub(super) const MARKETING: MarketingTexts = MarketingTexts {
    segment_series: "Segmentit",
    campaign_series: "Kampanjat",
    planned: "Suunniteltu",
    started: "Käynnissä",
    closed: "Päättynyt",
    showroom: "Uuden näyttelytilan avajaiset",
    terrace: "Terassikausi",
    office: "Hiljainen toimisto",
    school: "Koulujen kalustekierros",
    showroom_invitation: "Kutsu näyttelytilan avajaisiin",
    showroom_calls: "Soitto kutsutuille ostajille",
    terrace_letter: "Terassikalusteiden esite",
    terrace_answers: "Vastaukset terassikampanjaan",
    office_mail: "Hiljaisen toimiston esittely",
    office_calls: "Soitto esittelyn saaneille",
    quiet_customers: "Pitkään hiljaa olleet päättäjät",
    school_letter: "Kirje kouluille ja kirjastoille",
    visit_instead: "Käydään paikan päällä",
    buyers: "Ostajat ja johto, ei yhteyttä 45 päivään",
};
