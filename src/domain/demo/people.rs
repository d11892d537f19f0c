//! Whom the demo company knows: its salespeople, and customers from Rovaniemi to Seattle.
//!
//! Nobody here exists. E-mail and web addresses are under `.example`, which belongs to nobody for
//! ever (RFC 2606). Phone numbers lie in ranges that are kept for fiction: 020 7946 0xxx and the
//! like in Britain (Ofcom), 555-01xx in America, 031-390 06xx in Sweden (PTS), 040 66969 xxx in
//! Hamburg (Bundesnetzagentur). Finland keeps none, so Finnish numbers begin with 000 after the
//! area code: no subscriber's number begins with a zero there.

use super::stories::Sector;

/// A salesperson of the demo company.
pub(super) struct Seller {
    pub code: &'static str,
    pub name: &'static str,
    pub job_title: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
}

/// A customer: a company with its persons, or a person who works alone.
pub(super) struct Party {
    pub name: &'static str,
    /// A job title: a person without a company.
    pub alone: Option<&'static str>,
    pub street: &'static str,
    pub post_code: &'static str,
    pub city: &'static str,
    pub country: &'static str,
    pub language: &'static str,
    pub phone: &'static str,
    /// What stands before `.example`.
    pub domain: &'static str,
    /// Index of the salesperson responsible.
    pub seller: usize,
    pub sector: Sector,
    /// How many stories it takes part in, in two years.
    pub stories: u32,
    /// Known from this day on, counted from the first.
    pub joins: u32,
    pub persons: &'static [Person],
}

/// A person of a company.
pub(super) struct Person {
    pub name: &'static str,
    pub job_title: &'static str,
    pub phone: &'static str,
    /// Wants no contact: privacy blocked.
    pub blocked: bool,
}

macro_rules! sellers {
    ($($code:literal $name:literal, $job_title:literal, $phone:literal, $email:literal;)*) => {
        pub(super) const SELLERS: &[Seller] = &[$(Seller {
            code: $code, name: $name, job_title: $job_title, phone: $phone, email: $email,
        }),*];
    };
}

sellers! {
    "KV" "Kaisa Virtanen", "Myyntijohtaja", "+358 9 000 0201", "kaisa.virtanen@pohjola.example";
    "JR" "Jukka Rantanen", "Avainasiakaspäällikkö", "+358 9 000 0202", "jukka.rantanen@pohjola.example";
    "SL" "Sanna Laine", "Aluemyyntipäällikkö", "+358 16 000 0203", "sanna.laine@pohjola.example";
    "MH" "Mikael Holm", "Försäljningschef", "+358 6 000 0204", "mikael.holm@pohjola.example";
    "PK" "Päivi Korhonen", "Myyntineuvottelija", "+358 17 000 0205", "paivi.korhonen@pohjola.example";
    "DW" "Daniel Ward", "Export Manager", "+44 20 7946 0206", "daniel.ward@pohjola.example";
}

const KV: usize = 0;
const JR: usize = 1;
const SL: usize = 2;
const MH: usize = 3;
const PK: usize = 4;
const DW: usize = 5;

macro_rules! parties {
    ($(
        $name:literal $(alone $alone:literal)? , $street:literal, $post_code:literal, $city:literal,
        $country:ident $language:ident, $phone:literal, $domain:literal,
        $seller:ident $Sector:ident $stories:literal from $joins:literal
        { $($person:literal, $job_title:literal, $own:literal $($blocked:ident)?;)* }
    )*) => {
        pub(super) const PARTIES: &[Party] = &[$(Party {
            name: $name,
            alone: optional!($($alone)?),
            street: $street,
            post_code: $post_code,
            city: $city,
            country: stringify!($country),
            language: stringify!($language),
            phone: $phone,
            domain: $domain,
            seller: $seller,
            sector: Sector::$Sector,
            stories: $stories,
            joins: $joins,
            persons: &[$(Person {
                name: $person, job_title: $job_title, phone: $own, blocked: given!($($blocked)?),
            }),*],
        }),*];
    };
}
macro_rules! optional {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}
macro_rules! given {
    () => {
        false
    };
    ($word:ident) => {
        true
    };
}

parties! {
    "Tunturilinna Hotelli Oy", "Poromiehentie 4", "96100", "Rovaniemi", FI FI, "+358 16 000 0101", "tunturilinna", SL Hotel 9 from 0 {
        "Aino Lehtonen", "Hotellinjohtaja", "+358 16 000 0102";
        "Ville Mäkelä", "Ostopäällikkö", "+358 16 000 0103";
    }
    "Arkkitehdit Lumme & Kaisla Oy", "Vuorimiehenkatu 27", "00140", "Helsinki", FI FI, "+358 9 000 0105", "lummekaisla", KV Trade 8 from 0 {
        "Eero Lumme", "Arkkitehti", "+358 9 000 0106";
        "Maria Kaisla", "Sisustusarkkitehti", "+358 9 000 0107";
    }
    "Saimaan Työtilat Oy", "Kauppakatu 40", "53100", "Lappeenranta", FI FI, "+358 5 000 0109", "saimaantyotilat", PK Office 8 from 0 {
        "Juha Heikkinen", "Toimitusjohtaja", "+358 5 000 0110";
        "Laura Salonen", "Toimistopäällikkö", "+358 5 000 0111";
    }
    "Kahvila Aurinkoranta Oy", "Puistokatu 12", "10900", "Hanko", FI FI, "+358 19 000 0113", "aurinkoranta", KV Cafe 6 from 0 {
        "Sari Nieminen", "Yrittäjä", "+358 19 000 0114";
    }
    "Hämeen Hammasklinikka Oy", "Raatihuoneenkatu 9", "13100", "Hämeenlinna", FI FI, "+358 3 000 0116", "hameenhammas", JR Clinic 5 from 0 {
        "Tiina Karjalainen", "Klinikkapäällikkö", "+358 3 000 0117";
    }
    "Koskenrannan lukio", "Satakunnankatu 30", "33210", "Tampere", FI FI, "+358 3 000 0119", "koskenranta", JR School 5 from 0 {
        "Hannu Rantala", "Rehtori", "+358 3 000 0120";
    }
    "Thistledown Hotels Ltd", "18 Canongate", "EH8 8BN", "Edinburgh", GB EN, "+44 131 496 0121", "thistledown", DW Hotel 9 from 0 {
        "Fiona Macrae", "Procurement Manager", "+44 131 496 0122";
        "Callum Reid", "Hotel Manager", "+44 131 496 0123";
    }
    "Larkfield Interiors Ltd", "5 Redchurch Street", "E2 7DJ", "London", GB EN, "+44 20 7946 0125", "larkfield", DW Trade 7 from 0 {
        "Oliver Bennett", "Buyer", "+44 20 7946 0126";
    }
    "Revontuli Kaluste Oy", "Rovakatu 21", "96200", "Rovaniemi", FI FI, "+358 16 000 0128", "revontulikaluste", SL Trade 6 from 0 {
        "Eeva Aalto", "Ostaja", "+358 16 000 0129";
    }
    "Ravintola Suolasirkka", "Läntinen Rantakatu 15", "20100", "Turku", FI FI, "+358 2 000 0131", "suolasirkka", KV Cafe 5 from 0 {
        "Petri Virta", "Ravintoloitsija", "+358 2 000 0132";
    }
    "Pirkan Sisustus Oy", "Hämeenkatu 18", "33200", "Tampere", FI FI, "+358 3 000 0134", "pirkansisustus", JR Trade 7 from 0 {
        "Anna-Maija Koivisto", "Myymäläpäällikkö", "+358 3 000 0135";
    }
    "Jokisuun kirjasto", "Kaarlenväylä 3", "90100", "Oulu", FI FI, "+358 8 000 0137", "jokisuunkirjasto", SL School 5 from 0 {
        "Outi Laaksonen", "Kirjastotoimenjohtaja", "+358 8 000 0138";
    }
    "Jyväsranta Kiinteistöt Oy", "Väinönkatu 11", "40100", "Jyväskylä", FI FI, "+358 14 000 0140", "jyvasranta", PK Office 6 from 0 {
        "Katja Hiltunen", "Kiinteistöpäällikkö", "+358 14 000 0141";
        "Mika Jokela", "Huoltopäällikkö", "+358 14 000 0142" blocked;
    }
    "Merenkurkun Varustamo Oy", "Laivurintie 2", "65170", "Vaasa", FI FI, "+358 6 000 0144", "merenkurkku", MH Hotel 6 from 0 {
        "Patrik Nyman", "Hankintapäällikkö", "+358 6 000 0145";
    }
    "Åkerlund Design Ab", "Kungsgatan 7", "10600", "Ekenäs", FI SV, "+358 19 000 0147", "akerlund", MH Trade 6 from 0 {
        "Camilla Åkerlund", "Formgivare", "+358 19 000 0148";
    }
    "Skärgårdens Krog Ab", "Strandvägen 20", "21600", "Pargas", FI SV, "+358 2 000 0150", "skargardenskrog", MH Cafe 4 from 0 {
        "Anders Söderholm", "Krögare", "+358 2 000 0151";
    }
    "Brightwater Clinics Ltd", "40 Deansgate", "M3 2EG", "Manchester", GB EN, "+44 161 496 0153", "brightwater", DW Clinic 6 from 0 {
        "Priya Shah", "Operations Director", "+44 161 496 0154";
    }
    "Coppermill Coffee Co.", "12 Corn Street", "BS1 1HQ", "Bristol", GB EN, "+44 117 496 0156", "coppermill", DW Cafe 4 from 0 {
        "Hannah Cole", "Owner", "+44 117 496 0157";
    }
    "Äijälän Puusepät Oy", "Porrassalmenkatu 25", "50100", "Mikkeli", FI FI, "+358 15 000 0159", "aijalanpuusepat", PK Trade 5 from 0 {
        "Yrjö Äijälä", "Toimitusjohtaja", "+358 15 000 0160";
    }
    "Leena Vahteristo" alone "Sisustussuunnittelija", "Kirkkokatu 8", "90100", "Oulu", FI FI, "+358 8 000 0162", "vahteristo", SL Trade 4 from 0 {}
    "Kallaveden Messupalvelu Oy", "Haapaniemenkatu 22", "70110", "Kuopio", FI FI, "+358 17 000 0164", "kallavedenmessut", PK Office 6 from 75 {
        "Timo Räsänen", "Projektipäällikkö", "+358 17 000 0165";
    }
    "Öljymäen Autotalo Oy", "Mannerheiminkatu 16", "06100", "Porvoo", FI FI, "+358 19 000 0167", "oljymaki", KV Office 4 from 130 {
        "Pekka Öhman", "Toimitusjohtaja", "+358 19 000 0168";
    }
    "Prairie Oak Furnishings Inc.", "1420 Pike Street", "98101", "Seattle", US EN, "+1 206 555 0170", "prairieoak", DW Trade 6 from 160 {
        "Robert Hayes", "Vice President", "+1 206 555 0171";
        "Emily Torres", "Buyer", "+1 206 555 0172";
    }
    "Stonebridge Libraries Trust", "77 Gower Street", "WC1E 6HJ", "London", GB EN, "+44 20 7946 0174", "stonebridge", DW School 5 from 240 {
        "Margaret Ellis", "Head of Services", "+44 20 7946 0175";
    }
    "Grace Whitfield" alone "Interior Designer", "9 Park Row", "LS1 5HD", "Leeds", GB EN, "+44 113 496 0177", "whitfield", DW Trade 3 from 300 {}
    "Bluewharf Coworking LLC", "88 Atlantic Avenue", "02110", "Boston", US EN, "+1 617 555 0179", "bluewharf", DW Office 4 from 360 {
        "Jason Kim", "Community Manager", "+1 617 555 0180";
    }
    "Nordlicht Büro GmbH", "Kaiserkai 33", "20457", "Hamburg", DE EN, "+49 40 66969 182", "nordlicht", JR Office 4 from 430 {
        "Katrin Vogel", "Head of Purchasing", "+49 40 66969 183";
    }
    "Västervik Kontor AB", "Södra Hamngatan 25", "411 14", "Göteborg", SE SV, "+46 31 390 06 85", "vastervikkontor", MH Office 4 from 520 {
        "Johan Lindqvist", "Inköpschef", "+46 31 390 06 86";
    }
}
