//! What the interface is called in each language, written out here on their own: a name that changes
//! in the app by mistake fails the tests. The names of pages and actions are those of the field's
//! manuals in both languages.

use lokikirja_browser_tests::Setup;

/// The names of one language.
pub struct Words {
    /// Its tag in `<html lang>`.
    pub tag: &'static str,
    /// Its own name, on the switch.
    // The frame
    pub contacts: &'static str,
    pub salespeople: &'static str,
    pub interaction_templates: &'static str,
    pub log_entries: &'static str,
    pub marketing_setup: &'static str,
    pub setup: &'static str,
    pub nav_templates: &'static str,
    pub nav_interactions: &'static str,
    pub nav_postponed: &'static str,
    pub open_company: &'static str,
    pub own_company: &'static str,
    pub delete_company: &'static str,
    pub type_name: &'static str,
    pub delete: &'static str,
    pub keep: &'static str,
    pub company_deleted: &'static str,
    pub postponed_interactions: &'static str,
    pub notifications: &'static str,
    pub not_being_saved: &'static str,
    pub saved: &'static str,
    pub no_network: &'static str,
    pub opens_offline: &'static str,
    pub new_version: &'static str,
    pub new_version_told: &'static str,
    pub use_newer: &'static str,
    pub finish_first: &'static str,
    pub export: &'static str,

    // The first start
    pub start_empty: &'static str,
    pub load_demo: &'static str,
    pub demo_company: &'static str,
    pub checklist: &'static str,
    pub use_suggested: &'static str,
    pub latest: &'static str,
    pub new_salesperson: &'static str,
    pub new_template: &'static str,
    pub new_contact: &'static str,
    pub name: &'static str,
    pub code: &'static str,
    pub phone: &'static str,
    pub email: &'static str,
    pub group: &'static str,
    pub calls: &'static str,
    pub unit_cost: &'static str,
    pub unit_duration: &'static str,
    pub resume: &'static str,
    pub nothing_waits: &'static str,

    // Checking data
    pub check_data: &'static str,
    pub all_is_well: &'static str,
    pub repair: &'static str,
    pub contradict: &'static str,
    pub show_faults: &'static str,
    pub can_be_repaired: &'static str,
    pub corrected_by_you: &'static str,
    pub repaired: &'static str,
    pub counter_behind: &'static str,
    pub salesperson_lost: &'static str,
    pub actions_differ: &'static str,
    pub ends_first: &'static str,
    pub ending_date: &'static str,

    // A company that cannot be opened
    pub not_opened: &'static str,
    pub nothing_deleted: &'static str,
    pub without_saving: &'static str,
    pub reload: &'static str,
    pub try_again: &'static str,
    pub what_is_left: &'static str,
    pub start_empty_again: &'static str,
    pub storing_denied: &'static str,
    pub written_by_newer: &'static str,
    pub taken_over: &'static str,
    pub data_missing: &'static str,
    pub no_longer_here: &'static str,
    pub no_answer: &'static str,
    pub another_tab: &'static str,
    pub device_full: &'static str,
    pub not_saved: &'static str,

    // Create Interaction
    pub create_interaction: &'static str,
    pub resume_interaction: &'static str,
    pub ok: &'static str,
    pub cancel: &'static str,
    pub close: &'static str,
    pub more: &'static str,
    pub more_pages: &'static str,
    pub bottom_bar: &'static str,
    pub contact: &'static str,
    pub template: &'static str,
    pub description: &'static str,
    pub salesperson: &'static str,
    pub date: &'static str,
    pub time: &'static str,
    pub cost: &'static str,
    pub duration: &'static str,
    pub evaluation: &'static str,
    pub very_positive: &'static str,
    pub comments: &'static str,
    pub add_comment: &'static str,
    pub first_comment: &'static str,
    pub outgoing_call: &'static str,
    pub customer_visit: &'static str,
    pub draft_kept: &'static str,
    pub unfinished_draft: &'static str,
    pub go_on: &'static str,
    pub finish_later: &'static str,
    pub postpone: &'static str,
    pub discard: &'static str,
    pub keep_editing: &'static str,
    /// What stands around the number of an interaction that was logged.
    pub logged: (&'static str, &'static str),
    /// The same for one that was postponed.
    pub postponed: (&'static str, &'static str),

    // Complaints
    pub must_be_filled: &'static str,
    pub contact_first: &'static str,
    pub too_long_by_one: &'static str,
    pub not_a_date: &'static str,
    pub no_such_day: &'static str,
    pub not_a_time: &'static str,
    pub not_an_amount: &'static str,
    pub too_many_decimals: &'static str,
    pub not_a_duration: &'static str,
    pub no_letters: &'static str,
    pub one_address: &'static str,
    pub already_used: &'static str,
    pub changed_meanwhile: &'static str,
    pub not_postponed: &'static str,
    pub go_on_as_new: &'static str,

    // How values are written
    pub second_of_november: &'static str,
    pub five_and_twenty_to_ten: &'static str,
    pub grouped_amount: &'static str,
}

/// English.
pub static EN: Words = Words {
    tag: "en",
    contacts: "Contacts",
    salespeople: "Salespeople",
    interaction_templates: "Interaction Templates",
    log_entries: "Interaction Log Entries",
    marketing_setup: "Marketing Setup",
    setup: "Setup",
    nav_templates: "Templates",
    nav_interactions: "Interactions",
    nav_postponed: "Postponed",
    open_company: "Open ",
    own_company: "My company",
    delete_company: "Delete ",
    type_name: "Type the name of the company to delete it",
    delete: "Delete",
    keep: "No, keep",
    company_deleted: "has been deleted from this device",
    postponed_interactions: "Postponed Interactions",
    notifications: "Notifications",
    not_being_saved: "Not being saved",
    saved: "Saved on this device",
    no_network: "No network",
    opens_offline: "it opens and works without a network",
    new_version: "New version ready",
    new_version_told: "A new version of Lokikirja is ready",
    use_newer: "Reload now",
    finish_first: "is not saved yet",
    export: "Export…",
    start_empty: "Start with an empty logbook",
    load_demo: "Load the demo company",
    demo_company: "Pohjola Sales Ltd",
    checklist: "Getting started",
    use_suggested: "Use the suggested ones",
    latest: "Latest interactions",
    new_salesperson: "New salesperson",
    new_template: "New interaction template",
    new_contact: "New contact",
    name: "Name",
    code: "Code",
    phone: "Phone",
    email: "E-mail",
    group: "Interaction Group",
    calls: "Phone calls",
    unit_cost: "Unit cost",
    unit_duration: "Unit duration",
    resume: "Resume",
    nothing_waits: "Nothing is waiting",
    check_data: "Check data",
    all_is_well: "All is well",
    repair: "Repair",
    contradict: "4 records contradict others",
    show_faults: "Show",
    can_be_repaired: "Can be repaired",
    corrected_by_you: "To be corrected by you",
    repaired: "Repaired",
    counter_behind: "the counter stands at 1",
    salesperson_lost: "Salesperson: what it refers to does not exist.",
    actions_differ: "Its criteria actions are not those that it counts.",
    ends_first: "It ends before it starts.",
    ending_date: "Ending date",
    not_opened: "Your logbook could not be opened",
    nothing_deleted: "Nothing was deleted.",
    without_saving: "Continue without saving",
    reload: "Reload the page",
    try_again: "Try again",
    what_is_left: "Go on with what is left",
    start_empty_again: "Start again with an empty logbook",
    storing_denied: "The browser does not let this page store anything",
    written_by_newer: "This logbook was written by a newer version of Lokikirja.",
    taken_over: "Another tab runs a newer version of Lokikirja",
    data_missing: "Data is missing: this device held",
    no_longer_here: "This logbook is no longer on this device",
    no_answer: "The device does not answer as it should.",
    another_tab: "Another Lokikirja tab is doing this at the moment.",
    device_full: "The device, or the browser's share of it, is full.",
    not_saved: "Not saved.",
    create_interaction: "Create Interaction",
    resume_interaction: "Resume Interaction",
    ok: "OK",
    cancel: "Cancel",
    close: "Close",
    more: "More",
    more_pages: "More",
    bottom_bar: "Main pages",
    contact: "Contact",
    template: "Interaction Template",
    description: "Description",
    salesperson: "Salesperson",
    date: "Date",
    time: "Time",
    cost: "Cost",
    duration: "Duration",
    evaluation: "Evaluation",
    very_positive: "Very Positive",
    comments: "Comments",
    add_comment: "Add a comment",
    first_comment: "Comment 1",
    outgoing_call: "Outgoing call",
    customer_visit: "Customer visit",
    draft_kept: "Draft kept",
    unfinished_draft: "Unfinished draft",
    go_on: "Continue",
    finish_later: "Finish this interaction later?",
    postpone: "Postpone",
    discard: "Discard",
    keep_editing: "Keep editing",
    logged: ("Interaction ", " was logged."),
    postponed: ("Interaction ", " was postponed."),
    must_be_filled: "must be filled in",
    contact_first: "Choose the contact first",
    too_long_by_one: "1 character too long",
    not_a_date: "This is not a date",
    no_such_day: "The calendar has no such day",
    not_a_time: "This is not a time of day",
    not_an_amount: "This is not an amount",
    too_many_decimals: "two decimals at most",
    not_a_duration: "This is not a duration",
    no_letters: "it cannot have letters",
    one_address: "must be one e-mail address",
    already_used: "Enter a different one",
    changed_meanwhile: "changed in another tab",
    not_postponed: "not postponed any more",
    go_on_as_new: "Go on as a new interaction",
    second_of_november: "2 Nov 2026",
    five_and_twenty_to_ten: "09:35",
    grouped_amount: "1,234.50",
};

/// Finnish.
pub static FI: Words = Words {
    tag: "fi",
    contacts: "Kontaktit",
    salespeople: "Myyjät",
    interaction_templates: "Vuorovaikutusmallit",
    log_entries: "Vuorovaikutuslokin tapahtumat",
    marketing_setup: "Kontaktienhallinnan asetukset",
    setup: "Asetukset",
    nav_templates: "Mallit",
    nav_interactions: "Vuorovaikutukset",
    nav_postponed: "Lykätyt",
    open_company: "Avaa ",
    own_company: "Oma yritys",
    delete_company: "Poista ",
    type_name: "Poista kirjoittamalla yrityksen nimi",
    delete: "Poista",
    keep: "Ei, säilytä",
    company_deleted: "on poistettu tältä laitteelta",
    postponed_interactions: "Lykätyt vuorovaikutukset",
    notifications: "Ilmoitukset",
    not_being_saved: "Ei tallennu",
    saved: "Tallennettu tälle laitteelle",
    no_network: "Ei verkkoa",
    opens_offline: "se avautuu ja toimii ilman verkkoa",
    new_version: "Uusi versio valmiina",
    new_version_told: "Lokikirjan uusi versio on valmiina",
    use_newer: "Lataa nyt",
    finish_first: "ei ole vielä tallessa",
    export: "Vie…",
    start_empty: "Aloita tyhjällä lokikirjalla",
    load_demo: "Lataa esittely-yritys",
    demo_company: "Pohjola Myynti Oy",
    checklist: "Alkuun pääseminen",
    use_suggested: "Ota ehdotetut käyttöön",
    latest: "Uusimmat vuorovaikutukset",
    new_salesperson: "Uusi myyjä",
    new_template: "Uusi vuorovaikutusmalli",
    new_contact: "Uusi kontakti",
    name: "Nimi",
    code: "Koodi",
    phone: "Puhelin",
    email: "Sähköposti",
    group: "Vuorovaikutusryhmä",
    calls: "Puhelut",
    unit_cost: "Yksikkökustannus",
    unit_duration: "Yksikkökesto",
    resume: "Jatka",
    nothing_waits: "Mikään ei odota",
    check_data: "Tarkista tiedot",
    all_is_well: "Kaikki on kunnossa",
    repair: "Korjaa",
    contradict: "4 tietuetta on ristiriidassa",
    show_faults: "Näytä",
    can_be_repaired: "Voidaan korjata",
    corrected_by_you: "Sinun korjattavasi",
    repaired: "Korjattu",
    counter_behind: "laskuri on 1",
    salesperson_lost: "Myyjä: viitattua tietuetta ei ole.",
    actions_differ: "Kriteeritoimenpiteet eivät vastaa niiden määrää.",
    ends_first: "Päättyy ennen kuin alkaa.",
    ending_date: "Lopetuspvm",
    not_opened: "Lokikirjaa ei voitu avata",
    nothing_deleted: "Mitään ei poistettu.",
    without_saving: "Jatka tallentamatta",
    reload: "Lataa sivu uudelleen",
    try_again: "Yritä uudelleen",
    what_is_left: "Jatka sillä, mitä on jäljellä",
    start_empty_again: "Aloita uudelleen tyhjällä lokikirjalla",
    storing_denied: "Selain ei anna sivun tallentaa mitään",
    written_by_newer: "Tämän lokikirjan on kirjoittanut Lokikirjan uudempi versio.",
    taken_over: "Toisessa välilehdessä on Lokikirjan uudempi versio",
    data_missing: "Tietoja puuttuu: laitteella oli",
    no_longer_here: "Lokikirjaa ei ole enää tällä laitteella",
    no_answer: "Laite ei vastaa niin kuin pitäisi.",
    another_tab: "Toinen Lokikirjan välilehti tekee tätä parhaillaan.",
    device_full: "Laite tai selaimelle varattu tila on täynnä.",
    not_saved: "Ei tallennettu.",
    create_interaction: "Luo vuorovaikutus",
    resume_interaction: "Jatka vuorovaikutusta",
    ok: "OK",
    cancel: "Peruuta",
    close: "Sulje",
    more: "Lisätiedot",
    more_pages: "Lisää",
    bottom_bar: "Pääsivut",
    contact: "Kontakti",
    template: "Vuorovaikutusmalli",
    description: "Kuvaus",
    salesperson: "Myyjä",
    date: "Päivämäärä",
    time: "Kellonaika",
    cost: "Kustannus",
    duration: "Kesto",
    evaluation: "Arviointi",
    very_positive: "Erittäin myönteinen",
    comments: "Huomautukset",
    add_comment: "Lisää huomautus",
    first_comment: "Huomautus 1",
    outgoing_call: "Lähtevä puhelu",
    customer_visit: "Asiakaskäynti",
    draft_kept: "Luonnos tallessa",
    unfinished_draft: "Keskeneräinen luonnos",
    go_on: "Jatka",
    finish_later: "Viimeistelläänkö vuorovaikutus myöhemmin?",
    postpone: "Lykkää",
    discard: "Hylkää",
    keep_editing: "Jatka muokkaamista",
    logged: ("Vuorovaikutus ", " kirjattiin lokiin."),
    postponed: ("Vuorovaikutus ", " lykättiin."),
    must_be_filled: "on täytettävä",
    contact_first: "Valitse ensin kontakti",
    too_long_by_one: "1 merkki liikaa",
    not_a_date: "Tämä ei ole päivämäärä",
    no_such_day: "Tällaista päivää ei ole kalenterissa",
    not_a_time: "Tämä ei ole kellonaika",
    not_an_amount: "Tämä ei ole rahamäärä",
    too_many_decimals: "enintään kaksi desimaalia",
    not_a_duration: "Tämä ei ole kesto",
    no_letters: "puhelinnumerossa ei voi olla kirjaimia",
    one_address: "anna yksi sähköpostiosoite",
    already_used: "Anna toinen arvo",
    changed_meanwhile: "muutettiin toisessa välilehdessä",
    not_postponed: "ei ole enää lykätty",
    go_on_as_new: "Jatka uutena vuorovaikutuksena",
    second_of_november: "2.11.2026",
    five_and_twenty_to_ten: "9.35",
    grouped_amount: "1\u{a0}234,50",
};

impl Words {
    /// A person whose browser speaks this language.
    pub fn setup(&self) -> Setup {
        if self.tag == "fi" {
            Setup::new().finnish()
        } else {
            Setup::new()
        }
    }

    /// An amount of money typed as this language writes it.
    pub fn amount(&self, whole: u32, hundredths: u32) -> String {
        let point = if self.tag == "fi" { ',' } else { '.' };
        format!("{whole}{point}{hundredths:02}")
    }
}

/// Makes a test of a function of a browser and [`Words`]: in English.
macro_rules! in_english {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            #[test]
            fn in_english() {
                let words = &crate::words::EN;
                lokikirja_browser_tests::flow(words.setup(), async |browser| super::$name(browser, words).await);
            }
        }
    )+ };
}
/// The same in Finnish. What does not depend on words is tested in one language, to save time.
macro_rules! in_finnish {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            #[test]
            fn in_finnish() {
                let words = &crate::words::FI;
                lokikirja_browser_tests::flow(words.setup(), async |browser| super::$name(browser, words).await);
            }
        }
    )+ };
}
/// The same in both.
macro_rules! in_both_languages {
    ($($name:ident),+ $(,)?) => { $(
        mod $name {
            #[test]
            fn in_english() {
                let words = &crate::words::EN;
                lokikirja_browser_tests::flow(words.setup(), async |browser| super::$name(browser, words).await);
            }
            #[test]
            fn in_finnish() {
                let words = &crate::words::FI;
                lokikirja_browser_tests::flow(words.setup(), async |browser| super::$name(browser, words).await);
            }
        }
    )+ };
}
pub(crate) use {in_both_languages, in_english, in_finnish};
