//! Words that names are made of. Nobody here is meant: people and companies are put together by chance.

/// A town: name, its genitive as in company names, the first digits of its post codes, its area code.
pub struct Town {
    pub name: &'static str,
    pub genitive: &'static str,
    pub post: &'static str,
    pub area: &'static str,
}

macro_rules! towns {
    ($($name:literal $genitive:literal $post:literal $area:literal;)*) => {
        pub const TOWNS: &[Town] = &[$(Town {
            name: $name, genitive: $genitive, post: $post, area: $area,
        }),*];
    };
}

towns! {
    "Helsinki" "Helsingin" "00" "9";
    "Espoo" "Espoon" "02" "9";
    "Vantaa" "Vantaan" "01" "9";
    "Porvoo" "Porvoon" "06" "19";
    "Lohja" "Lohjan" "08" "19";
    "Hyvinkää" "Hyvinkään" "05" "19";
    "Hämeenlinna" "Hämeenlinnan" "13" "3";
    "Lahti" "Lahden" "15" "3";
    "Turku" "Turun" "20" "2";
    "Salo" "Salon" "24" "2";
    "Rauma" "Rauman" "26" "2";
    "Pori" "Porin" "28" "2";
    "Tampere" "Tampereen" "33" "3";
    "Nokia" "Nokian" "37" "3";
    "Jyväskylä" "Jyväskylän" "40" "14";
    "Äänekoski" "Äänekosken" "44" "14";
    "Kouvola" "Kouvolan" "45" "5";
    "Kotka" "Kotkan" "48" "5";
    "Mikkeli" "Mikkelin" "50" "15";
    "Lappeenranta" "Lappeenrannan" "53" "5";
    "Imatra" "Imatran" "55" "5";
    "Savonlinna" "Savonlinnan" "57" "15";
    "Seinäjoki" "Seinäjoen" "60" "6";
    "Vaasa" "Vaasan" "65" "6";
    "Kokkola" "Kokkolan" "67" "6";
    "Kuopio" "Kuopion" "70" "17";
    "Iisalmi" "Iisalmen" "74" "17";
    "Joensuu" "Joensuun" "80" "13";
    "Kajaani" "Kajaanin" "87" "8";
    "Oulu" "Oulun" "90" "8";
    "Kemi" "Kemin" "94" "16";
    "Rovaniemi" "Rovaniemen" "96" "16";
}

/// Surnames.
pub const SURNAMES: &[&str] = &[
    "Aalto",
    "Ahonen",
    "Aitta",
    "Eerola",
    "Erkkilä",
    "Haapala",
    "Hakala",
    "Harju",
    "Heikkilä",
    "Hietanen",
    "Hämäläinen",
    "Ihalainen",
    "Jokinen",
    "Järvelä",
    "Kallio",
    "Kankaanpää",
    "Karhu",
    "Kettunen",
    "Kivelä",
    "Koivisto",
    "Koskela",
    "Kärkkäinen",
    "Laaksonen",
    "Lahtela",
    "Lehtonen",
    "Leppänen",
    "Lind",
    "Lumiala",
    "Mäkelä",
    "Mäntylä",
    "Niemelä",
    "Niskanen",
    "Ojala",
    "Paasonen",
    "Peltola",
    "Pihlaja",
    "Pöyry",
    "Rantala",
    "Rautio",
    "Ruohonen",
    "Saarela",
    "Salminen",
    "Seppälä",
    "Sundström",
    "Suominen",
    "Tähtinen",
    "Toivola",
    "Tuominen",
    "Uusitalo",
    "Vainio",
    "Vesala",
    "Vuorela",
    "Väisänen",
    "Wikström",
    "Ylitalo",
    "Åberg",
    "Äijälä",
    "Öhman",
];

/// First names.
pub const FIRST_NAMES: &[&str] = &[
    "Aino", "Aleksi", "Anneli", "Antti", "Arvo", "Eero", "Eeva", "Elina", "Emil", "Hanna",
    "Heikki", "Helmi", "Iida", "Ilkka", "Inkeri", "Jaakko", "Jarmo", "Johanna", "Jyrki", "Kaarina",
    "Kalle", "Kerttu", "Lauri", "Leena", "Liisa", "Maarit", "Matti", "Mikko", "Nea", "Niilo",
    "Oona", "Onni", "Outi", "Pekka", "Päivi", "Riitta", "Sakari", "Sirpa", "Sisko", "Säde",
    "Tapio", "Tiina", "Toivo", "Ulla", "Urho", "Väinö", "Venla", "Ville", "Yrjö", "Åsa",
];

/// What companies do, as it stands behind the genitive of a place or a person.
pub const TRADES: &[&str] = &[
    "Autohuolto",
    "Betoni",
    "Hammasklinikka",
    "Hieronta",
    "Isännöinti",
    "Jalkine",
    "Kahvila",
    "Kalusto",
    "Kiinteistöhuolto",
    "Kirjakauppa",
    "Kone",
    "Kukka",
    "Kuljetus",
    "Laatoitus",
    "Leipomo",
    "Levyseppä",
    "Lukko",
    "Lämpö",
    "Maalaamo",
    "Metalli",
    "Mylly",
    "Neule",
    "Optiikka",
    "Painotalo",
    "Peltityö",
    "Puhtaus",
    "Puusepät",
    "Rakennus",
    "Sahanterä",
    "Siivous",
    "Sisustus",
    "Sähkö",
    "Taimisto",
    "Tilitoimisto",
    "Työpaja",
    "Vene",
    "Vihannes",
    "Öljy",
];

/// What persons do in a company.
pub const JOBS: &[&str] = &[
    "Toimitusjohtaja",
    "Ostaja",
    "Kirjanpitäjä",
    "Toimistosihteeri",
    "Varastopäällikkö",
    "Myyntipäällikkö",
    "Suunnittelija",
    "Huoltopäällikkö",
    "Arkkitehti",
    "Projektipäällikkö",
];

/// Streets.
pub const STREETS: &[&str] = &[
    "Asemakatu",
    "Hämeentie",
    "Kauppakatu",
    "Kirkkotie",
    "Koulukatu",
    "Koivukuja",
    "Mäkikatu",
    "Pajatie",
    "Puistotie",
    "Rantatie",
    "Satamakatu",
    "Teollisuustie",
    "Torikatu",
    "Yhdystie",
];

/// What interactions are about.
pub const TOPICS: &[&str] = &[
    "Tarjous hyllyistä",
    "Tarjous neuvottelupöydistä",
    "Toimitusaika",
    "Reklamaatio naarmuista",
    "Kalustesuunnitelma",
    "Muutto uusiin tiloihin",
    "Laskun tarkistus",
    "Esittely kesäkuussa",
    "Vuosisopimus",
    "Huoltokäynti",
    "Lisätilaus tuoleista",
    "Äänieristeet",
    "Varaosat",
    "Mittaus paikan päällä",
    "Palaute toimituksesta",
    "Budjetti ensi vuodelle",
    "Värimallit",
    "Yhteyshenkilö vaihtuu",
    "Työpöydät etätöihin",
    "Kilpailutus",
];

/// What is remarked on them.
pub const REMARKS: &[&str] = &[
    "Palataan asiaan ensi viikolla.",
    "Haluaa näytteen ennen päätöstä.",
    "Budjetti lukitaan marraskuussa.",
    "Soittaa itse, kun on puhunut johdolle.",
    "Toimitus vasta remontin jälkeen.",
    "Tyytyväinen edelliseen toimitukseen.",
];
