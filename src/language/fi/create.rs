//! Finnish: creating an interaction, drafts, Home.

use crate::language::create::{CreateTexts, HomeTexts};

pub(super) const CREATE: CreateTexts = CreateTexts {
    title: "Luo vuorovaikutus",
    resume_title: "Jatka vuorovaikutusta",
    untitled: "Kontaktia ei ole vielä valittu",
    contact_placeholder: "Nimi tai numero",
    salesperson_placeholder: "Nimi tai koodi",
    all_templates: |n| format!("Kaikki {n} mallia"),
    no_templates: "Vuorovaikutusmalleja ei ole vielä",
    no_templates_detail: "Jokainen vuorovaikutus alkaa mallista: puhelu, käynti, kirje.",
    set_up_templates: "Luo malleja",
    more: "Lisätiedot",
    comments: "Huomautukset",
    n_comments: |n| match n {
        0 => "ei yhtään".into(),
        1 => "1 huomautus".into(),
        n => format!("{n} huomautusta"),
    },
    add_comment: "Lisää huomautus",
    remove_comment: "Poista huomautus",
    comment_n: |n| format!("Huomautus {n}"),
    comment_date_n: |n| format!("Huomautuksen {n} päivämäärä"),
    draft_kept: |time| format!("Luonnos tallessa {time}"),
    no_language: "Ei kieltä",
    was_successful: "Onnistui",
    attempt_failed: "yritys epäonnistui",
    go_on_as_new: "Jatka uutena vuorovaikutuksena",
    log_without_sending: "Kirjaa lähettämättä",
    leave_question: "Viimeistelläänkö vuorovaikutus myöhemmin?",
    leave_detail: "Lykättynä se odottaa lykätyissä vuorovaikutuksissa, kunnes jatkat sitä.",
    postpone: "Lykkää",
    discard: "Hylkää",
    keep_editing: "Jatka muokkaamista",
    draft_stays: "Kirjoittamasi on tallessa luonnoksena.",
    go_on: "Jatka",
    cannot_open: "Lomaketta ei voi avata",
    draft_gone: "Luonnosta ei enää ole: se on viimeistelty tai hylätty.",
    outbound_short: "lähtevä",
    inbound_short: "saapuva",
    by_us_short: "aloitteestamme",
    by_them_short: "heidän aloitteestaan",
};

pub(super) const HOME: HomeTexts = HomeTexts {
    good_morning: |name| match name {
        "" => "Huomenta".into(),
        name => format!("Huomenta, {name}"),
    },
    good_day: |name| match name {
        "" => "Hyvää päivää".into(),
        name => format!("Hyvää päivää, {name}"),
    },
    good_evening: |name| match name {
        "" => "Hyvää iltaa".into(),
        name => format!("Hyvää iltaa, {name}"),
    },
    unfinished_draft: "Keskeneräinen luonnos",
    go_on: "Jatka",
    discard: "Hylkää",
    draft_discarded: "Luonnos hylättiin.",
    no_contact_yet: "ei vielä kontaktia",
    postponed: "Lykätyt vuorovaikutukset",
    oldest: |days| format!("vanhin {days}"),
    active_segments: "Aktiiviset segmentit",
    none_waiting: "mikään ei odota",
    contacts: "Kontaktit",
    companies_persons: |companies, persons| {
        let companies = match companies {
            1 => "1 yritys".to_string(),
            n => format!("{n} yritystä"),
        };
        let persons = match persons {
            1 => "1 henkilö".to_string(),
            n => format!("{n} henkilöä"),
        };
        format!("{companies}, {persons}")
    },
    this_week: "Vuorovaikutukset tällä viikolla",
    last_week: |n| format!("viime viikolla {n}"),
    not_contacted: "Ei yhteyttä 90 päivään",
    of_contacts: |n| match n {
        1 => "1 kontaktista".into(),
        n => format!("{n} kontaktista"),
    },
    recent: "Viimeksi avatut",
    recent_empty: "Avaamasi tiedot näkyvät täällä.",
    latest: "Uusimmat vuorovaikutukset",
    latest_empty: "Mitään ei ole vielä kirjattu.",
    all_entries: "Kaikki vuorovaikutuslokin tapahtumat",
    twelve_weeks: "Vuorovaikutukset, 12 viikkoa",
    week: "Viikko",
    chart_table: "Taulukkona",
    other_groups: "Muut",
    by_salesperson: "Myyjittäin, 12 viikkoa",
    n_interactions: |n| match n {
        1 => "1 vuorovaikutus".into(),
        n => format!("{n} vuorovaikutusta"),
    },
};
