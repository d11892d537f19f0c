//! What happens between the demo company and its customers: stories of several interactions each,
//! in the words in which its salespeople note them down.
//!
//! Every text stands in Finnish and in English: notes are kept in the language spoken with the
//! customer. `{}` is the matter a story is about, always in the nominative.

use super::templates::Stock::{self, *};
use std::ops::RangeInclusive;

/// Finnish and English.
pub(super) type Text = (&'static str, &'static str);

/// What a customer does, which decides what it buys.
#[derive(Clone, Copy)]
pub(super) enum Sector {
    Hotel,
    Cafe,
    Office,
    Clinic,
    School,
    Trade,
}

/// How it went.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    Good,
    Plain,
    Bad,
    /// Nothing to judge: a letter, an invitation.
    None,
}

/// One interaction of a story.
pub(super) struct Beat {
    pub template: Stock,
    /// How many days after the one before.
    pub after: RangeInclusive<u32>,
    /// How often it happens at all, in percent.
    pub chance: u32,
    pub mood: Mood,
    /// What may be noted.
    pub texts: &'static [Text],
}

macro_rules! stories {
    ($($(#[$doc:meta])* $STORY:ident {
        $($template:ident after $from:literal..$to:literal, $chance:literal %, $mood:ident:
            $($fi:literal / $en:literal),+;)*
    })*) => {$(
        $(#[$doc])*
        pub(super) const $STORY: &[Beat] = &[$(Beat {
            template: $template,
            after: $from..=$to,
            chance: $chance,
            mood: Mood::$mood,
            texts: &[$(($fi, $en)),+],
        }),*];
    )*};
}

stories! {
    /// An offer that becomes an order.
    ORDER {
        Income after 0..0, 100 %, Plain: "Tarjouspyyntö: {}" / "Asked for an offer: {}", "Uusi hanke: {}" / "New project: {}", "Kysyi hintoja: {}" / "Asked for prices: {}";
        Email after 0..2, 75 %, None: "Esite ja hinnasto: {}" / "Brochure and price list: {}", "Kuvat ja mitat: {}" / "Pictures and measurements: {}", "Värimallit: {}" / "Colour samples: {}";
        Onsite after 4..14, 85 %, Good: "Käynti ja mittaus: {}" / "Visit and measuring: {}", "Kohdekatselmus: {}" / "Site survey: {}", "Mallikappaleet paikan päällä: {}" / "Samples shown on site: {}";
        Memo after 0..2, 30 %, None: "Muistio käynnistä: {}" / "Memo of the visit: {}";
        Bus after 3..10, 90 %, None: "Tarjous: {}" / "Offer: {}", "Tarkennettu tarjous: {}" / "Revised offer: {}";
        Outgoing after 5..12, 85 %, Plain: "Tarjouksen seuranta: {}" / "Follow-up on the offer: {}", "Muistutus tarjouksesta: {}" / "Reminder of the offer: {}";
        Income after 2..15, 100 %, Good: "Tilaus: {}" / "Order: {}", "Hyväksyi tarjouksen: {}" / "Accepted the offer: {}", "Tilasi muutoksin: {}" / "Ordered with changes: {}";
        Insdoc after 1..5, 45 %, None: "Allekirjoitettu tilaus: {}" / "Signed order: {}";
        Outgoing after 10..25, 70 %, Good: "Toimitusajan vahvistus: {}" / "Delivery date confirmed: {}", "Asennuspäivän sopiminen: {}" / "Installation date agreed: {}";
        Outgoing after 15..40, 50 %, Good: "Palaute toimituksesta: {}" / "Feedback after delivery: {}";
    }
    /// An offer that does not.
    REFUSAL {
        Outgoing after 0..0, 100 %, Plain: "Tarpeiden kartoitus: {}" / "Talked through the needs: {}", "Soitto esitteen jälkeen: {}" / "Call after the brochure: {}";
        Email after 0..3, 80 %, None: "Esite ja hinnasto: {}" / "Brochure and price list: {}", "Referenssit: {}" / "References: {}";
        Inhouse after 6..16, 55 %, Good: "Näyttelykäynti: {}" / "Showroom visit: {}";
        Bus after 4..12, 85 %, None: "Tarjous: {}" / "Offer: {}", "Budjettitarjous: {}" / "Budget offer: {}";
        Outgoing after 6..14, 90 %, Plain: "Tarjouksen seuranta: {}" / "Follow-up on the offer: {}";
        Outgoing after 8..20, 60 %, Bad: "Päätöstä ei vielä tehty: {}" / "No decision yet: {}", "Hintaneuvottelu: {}" / "Talked about the price: {}";
        Income after 5..20, 80 %, Bad: "Valitsi toisen toimittajan: {}" / "Chose another supplier: {}", "Hanke siirtyi ensi vuoteen: {}" / "Project put off to next year: {}", "Ei budjettia: {}" / "No budget: {}";
    }
    /// A complaint and how it was settled.
    COMPLAINT {
        Income after 0..0, 100 %, Bad: "Reklamaatio: {}" / "Complaint: {}", "Toimituksesta puuttui osia: {}" / "Parts missing from the delivery: {}", "Pinnassa naarmuja: {}" / "Scratches on the surface: {}";
        Email after 0..1, 50 %, None: "Pyyntö lähettää kuvia: {}" / "Asked for pictures: {}";
        Outgoing after 1..4, 100 %, Plain: "Selvitys reklamaatioon: {}" / "Looked into the complaint: {}";
        Onsite after 4..12, 65 %, Plain: "Korjauskäynti: {}" / "Repair visit: {}";
        Coversh after 2..8, 60 %, None: "Varaosat ja saate: {}" / "Spare parts with cover sheet: {}";
        Bus after 3..8, 40 %, None: "Hyvitys ja pahoittelu: {}" / "Credit note and apology: {}";
        Outgoing after 10..20, 75 %, Good: "Onko kaikki nyt kunnossa: {}" / "Checked that all is well: {}";
    }
    /// Keeping in touch.
    CARE {
        Outgoing after 0..0, 100 %, Good: "Kuulumiset" / "Catching up", "Tulevat hankkeet" / "Plans for the coming months", "Vuosisopimuksen jatko" / "Renewal of the annual contract";
        Meetinv after 1..6, 60 %, None: "Kutsu näyttelytilaan" / "Invitation to the showroom";
        Inhouse after 7..20, 80 %, Good: "Näyttelykäynti: {}" / "Showroom visit: {}", "Mallistoon tutustuminen" / "A look at the range", "Vuosisopimuksen läpikäynti" / "Review of the annual contract";
        Abstract after 1..4, 40 %, None: "Yhteenveto tapaamisesta" / "Summary of the meeting";
        Outgoing after 10..25, 60 %, Plain: "Sovittujen asioiden seuranta" / "Follow-up on what was agreed";
    }
    /// A question and its answer.
    QUESTION {
        Income after 0..0, 100 %, Plain: "Kysyi toimitusajasta: {}" / "Asked about delivery time: {}", "Takuuasia: {}" / "Warranty question: {}", "Laskun tarkistus" / "Question about an invoice", "Hoito-ohjeet: {}" / "Care instructions: {}", "Lisätilaus: {}" / "Additional order: {}";
        Email after 0..2, 65 %, None: "Vastaus kysymykseen: {}" / "Answer to the question: {}";
        Outgoing after 1..6, 55 %, Good: "Vastaus ja jatkotoimet: {}" / "Answer and next steps: {}";
    }
    /// Planning together.
    WORKSHOP {
        Outgoing after 0..0, 100 %, Good: "Suunnitteluavun tarve: {}" / "Help with planning wanted: {}";
        Meetinv after 1..5, 100 %, None: "Kutsu työpajaan: {}" / "Invitation to a workshop: {}";
        Workshop after 8..20, 100 %, Good: "Suunnittelutyöpaja: {}" / "Planning workshop: {}";
        Abstract after 1..4, 80 %, None: "Työpajan yhteenveto: {}" / "Workshop summary: {}";
        Bus after 5..12, 90 %, None: "Tarjous työpajan pohjalta: {}" / "Offer after the workshop: {}";
        Outgoing after 5..12, 90 %, Plain: "Tarjouksen seuranta: {}" / "Follow-up on the offer: {}";
        Income after 3..14, 70 %, Good: "Tilaus: {}" / "Order: {}";
    }
}

/// Which story, and how often in a hundred.
pub(super) const STORIES: &[(&[Beat], u32)] = &[
    (ORDER, 32),
    (REFUSAL, 18),
    (COMPLAINT, 11),
    (CARE, 18),
    (QUESTION, 15),
    (WORKSHOP, 6),
];

/// A call in which nobody was reached.
pub(super) const NOT_REACHED: Text = ("Soitto, ei tavoitettu: {}", "Called, nobody reached: {}");

/// What is added to it.
pub(super) const IN_VAIN: &[Text] = &[
    ("Jätin viestin vastaajaan.", "Left a message."),
    (
        "Ei vastausta, yritän iltapäivällä.",
        "No answer; will try again in the afternoon.",
    ),
    (
        "Kokouksessa, soittaa takaisin.",
        "In a meeting, will call back.",
    ),
    (
        "Lomalla viikon loppuun.",
        "On holiday until the end of the week.",
    ),
];

/// What is added when it went so.
pub(super) fn comments(mood: Mood) -> &'static [Text] {
    match mood {
        Mood::Good => &[
            (
                "Piti erityisesti kankaista.",
                "Liked the fabrics in particular.",
            ),
            (
                "Haluaa toimituksen ennen kesälomia.",
                "Wants delivery before the summer holidays.",
            ),
            (
                "Pyysi tarjouksen myös varastotilaan.",
                "Asked for an offer for the storage room, too.",
            ),
            (
                "Toimitusjohtaja oli mukana.",
                "The managing director was there.",
            ),
            (
                "Suosittelee meitä sisaryhtiölle.",
                "Will recommend us to the sister company.",
            ),
            (
                "Tilaa lisää, jos ensimmäinen erä onnistuu.",
                "Will order more if the first lot works out.",
            ),
        ],
        Mood::Plain | Mood::None => &[
            (
                "Soitettava uudelleen ensi viikolla.",
                "Call again next week.",
            ),
            (
                "Lähetettävä päivitetty hinnasto.",
                "Send the updated price list.",
            ),
            (
                "Päättäjä vaihtuu syksyllä.",
                "The decision maker changes in autumn.",
            ),
            (
                "Mitat tarkistettava ennen tilausta.",
                "Measurements to be checked before ordering.",
            ),
            (
                "Toivoo laskutusta kahdessa erässä.",
                "Would like to be invoiced in two parts.",
            ),
            (
                "Vertailee kolmea toimittajaa.",
                "Is comparing three suppliers.",
            ),
            (
                "Tavoittaa parhaiten aamupäivisin.",
                "Best reached in the mornings.",
            ),
        ],
        Mood::Bad => &[
            ("Piti hintaa korkeana.", "Found the price too high."),
            ("Harmissaan viivästyksestä.", "Annoyed about the delay."),
            ("Odottaa hyvitystä.", "Expects a credit note."),
            (
                "Kilpailijalla lyhyempi toimitusaika.",
                "A competitor delivers sooner.",
            ),
        ],
    }
}

/// What customers of a sector talk about.
pub(super) fn matters(sector: Sector) -> &'static [Text] {
    match sector {
        Sector::Hotel => &[
            ("aulan kalusteet", "lobby furniture"),
            ("ravintolasalin tuolit", "dining room chairs"),
            ("huoneiden valaisimet", "lamps for the rooms"),
            ("terassikalusteet", "terrace furniture"),
            ("vastaanottotiski", "reception desk"),
            ("kokoustilan pöydät", "conference tables"),
        ],
        Sector::Cafe => &[
            ("kahvilan tuolit", "café chairs"),
            ("baarijakkarat", "bar stools"),
            ("terassin pöydät ja varjot", "terrace tables and parasols"),
            ("riippuvalaisimet", "pendant lamps"),
            ("penkkien verhoilu", "bench upholstery"),
        ],
        Sector::Office => &[
            ("sähköpöydät", "height-adjustable desks"),
            ("työtuolit", "office chairs"),
            ("akustiikkalevyt", "acoustic panels"),
            ("puhelinkopit", "phone booths"),
            ("neuvotteluhuoneen kalusteet", "meeting room furniture"),
            ("lokerikot", "lockers"),
        ],
        Sector::Clinic => &[
            ("odotustilan sohvat", "waiting room sofas"),
            ("vastaanoton kalusteet", "reception furniture"),
            ("hoitohuoneiden jakkarat", "treatment room stools"),
            ("helppohoitoiset tuolit", "easy-clean chairs"),
        ],
        Sector::School => &[
            ("kirjaston hyllyt", "library shelves"),
            ("lukupaikat ja valaisimet", "reading desks and lamps"),
            ("henkilökunnan tilat", "staff room furniture"),
            ("auditorion istuimet", "auditorium seats"),
        ],
        Sector::Trade => &[
            ("kevään mallisto", "spring range"),
            ("syksyn mallisto", "autumn range"),
            ("kangasmallit", "fabric samples"),
            ("esittelykalusteet", "display furniture"),
            ("jälleenmyyjäsopimus", "dealer agreement"),
            ("mittatilauspöydät", "made-to-measure tables"),
        ],
    }
}
