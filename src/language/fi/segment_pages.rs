//! Finnish: the pages of segments.

use super::grouped;
use crate::domain::segment::question::{Answer, Question};
use crate::language::segment_pages::SegmentPageTexts;

pub(super) const SEGMENT_PAGES: SegmentPageTexts = SegmentPageTexts {
    answer: |question, answer| match (question, answer) {
        (Question::LinesFollow { .. } | Question::SubjectsFollow { .. }, Answer::Yes) => {
            "Kyllä, myös riveillä"
        }
        (Question::TemplateForAll { .. }, Answer::Yes) => "Kyllä, kaikilla riveillä",
        (
            Question::LinesFollow { .. }
            | Question::SubjectsFollow { .. }
            | Question::TemplateForAll { .. },
            Answer::No,
        ) => "Ei, vain segmentissä",
        (Question::AddLanguage { .. }, Answer::Yes) => "Kyllä, lisää",
        (Question::ResetCriteria { .. }, Answer::Yes) => "Kyllä, aloita alusta",
        (Question::ResetCriteria { .. }, Answer::No) => "Ei, säilytä ne",
        (Question::GoBack { .. }, Answer::Yes) => "Kyllä, mene takaisin",
        (Question::AddToExisting { .. }, Answer::Yes) => "Kyllä, lisää",
        (
            Question::AddLanguage { .. } | Question::GoBack { .. } | Question::AddToExisting { .. },
            Answer::No,
        ) => "Ei",
    },
    detail: "Kontakteja, jotka saavat kaikki saman vuorovaikutuksen: kirjeen, kutsun, soittokierroksen.",
    new_segment: "Uusi segmentti",
    no_segments: "Ei vielä segmenttejä",
    no_segments_detail: "Segmentti kokoaa kontakteja ja kirjaa lokiin vuorovaikutuksen heidän kaikkien kanssa yhdellä kertaa. Tee segmentti, valitse vuorovaikutus ja lisää kontaktit.",
    no_hint: "Mikään numerosarja ei anna segmenteille numeroa: kirjoita se itse tai valitse sarja kontaktienhallinnan asetuksista.",
    template_short: "Malli",
    n_lines: "Rivejä",
    total_cost: "Kustannus",
    total_duration: "Kesto",
    delete_segment: "Poista segmentti",
    lines: |n| match n {
        1 => "1 rivi".into(),
        n => format!("{} riviä", grouped(n)),
    },
    general: "Yleiset",
    interaction: "Vuorovaikutus",
    interaction_note: "koskee jokaista riviä, jolla ei ole omaa arvoa",
    campaign: "Kampanja",
    by_contact: "kontaktin mukaan",
    language_hint: "Kontakteille, joiden oma kieli ei ole alla olevien joukossa.",
    ignore_hint: "Kontakti saa segmentin tyypin, vaikka haluaisi toisen. Koskee vastedes lisättäviä rivejä.",
    language_to_add: |language| format!("{language} (ei segmentissä)"),
    languages: "Segmentin kielet",
    no_languages: "Ei kieliä: vuorovaikutuksilla ei ole kieltä.",
    subject_in: |language| format!("Aihe: {language}"),
    remark_on: |language| format!("Huomautus: {language}"),
    remove_language: |language| format!("Poista {language}"),
    totals: "Yhteensä",
    interactions: "riviä",
    refresh: "Päivitä rivit segmentin tiedoista",
    differs: "Poikkeaa segmentistä",
    set_back: "Palauta segmentin arvot",
    set_back_short: "Palauta",
    set_back_line: |contact| match contact {
        "" => "Palauta segmentin arvot".into(),
        contact => format!("Palauta segmentin arvot: {contact}"),
    },
    was_set_back: "Segmentin arvot palautettiin.",
    saved_in: |field, n| format!("Tallennettu: {field}, {} riviä", grouped(n)),
    cell_of: |field, contact| match contact {
        "" => field.into(),
        contact => format!("{field}, {contact}"),
    },
    no_template: "Ei mallia",
    no_contact: "Ei kontaktia",
    delete_lines: "Poista rivit",
    no_lines: "Segmentissä ei ole vielä kontakteja",
    no_lines_detail: "Jokainen lisätty kontakti saa rivin, jolla on segmentin vuorovaikutuksen tiedot. Lisää kontakteja kriteereillä tai lisää heidät käsin.",
    add_by_hand: "Lisää käsin",
    choose_contact: "Valitse ensin kontakti.",
    n_chosen: |n| match n {
        0 => "Ketään ei ole vielä valittu. Voit valita useita.".into(),
        1 => "1 kontakti valittu".into(),
        n => format!("{} kontaktia valittu", grouped(n)),
    },
    stands_already: "on jo segmentissä",
    leave_out: |contact| format!("Jätä pois {contact}"),
    discard_chosen: "Hylätäänkö valintasi?",
    discard_chosen_detail: "Ketään ei ole vielä lisätty.",
    its_line: "Rivi",
    line_of: |n, of| format!("rivi {} / {}", grouped(n), grouped(of)),
    previous_line: "Edellinen rivi",
    next_line: "Seuraava rivi",
    first_line: "Tämä on ensimmäinen rivi.",
    last_line: "Tämä on viimeinen rivi.",
    open_contact: "Avaa kontaktin kortti",
    contact_hint: "Jos vaihdat kontaktin, rivi alkaa alusta segmentin tiedoilla.",
    content: "Sisältö",
    how_it_went: "Vuorovaikutus",
    log: "Loki",
    log_segment: "Lokin segmentti",
    will_be_logged: |n| match n {
        1 => "vuorovaikutus kirjataan lokiin",
        _ => "vuorovaikutusta kirjataan lokiin",
    },
    cost_in_all: "kustannus yhteensä",
    need_a_look: |n| match n {
        1 => "rivi vaatii tarkistusta",
        _ => "riviä vaatii tarkistusta",
    },
    without_contact: |n| match n {
        1 => "1 rivillä ei ole kontaktia: se poistuu segmentin mukana.".into(),
        n => format!(
            "{} rivillä ei ole kontaktia: ne poistuvat segmentin mukana.",
            grouped(n)
        ),
    },
    without_email: |n| match n {
        1 => {
            "1 kontaktilla ei ole sähköpostiosoitetta: vuorovaikutus kirjataan lähettämättä.".into()
        }
        n => format!(
            "{} kontaktilla ei ole sähköpostiosoitetta: vuorovaikutukset kirjataan lähettämättä.",
            grouped(n)
        ),
    },
    campaign_entries: |n| match n {
        1 => "Lasketaan mukaan 1 kampanjan tapahtumaan.".into(),
        n => format!("Lasketaan mukaan {} kampanjan tapahtumaan.", grouped(n)),
    },
    by_template: "Vuorovaikutukset malleittain",
    go_to_field: |field| format!("Siirry kenttään {field}"),
    open_line: |contact| format!("Avaa rivi: {contact}"),
    open_line_short: "Avaa rivi",
    line_no: |no| format!("Rivi {no}"),
    more_problems: |n| format!("ja {} muuta", grouped(n)),
    logging: |n| format!("Kirjataan lokiin: {} vuorovaikutusta…", grouped(n)),
    logging_given_up: "Kirjaus peruttiin. Mitään ei kirjattu lokiin.",
    create_follow_up: "Luo seurantasegmentti",
    follow_up: |no, description, n, n_duplicates, n_blocked| {
        let contacts = match n {
            1 => "1 kontakti".into(),
            n => format!("{} kontaktia", grouped(n)),
        };
        let left_out = [
            (n_duplicates, "jo mukana olevaa"),
            (n_blocked, "tietosuojasyistä estettyä"),
        ];
        let left_out = left_out.iter().filter(|(n, _)| *n > 0);
        let left_out: Vec<String> = left_out
            .map(|(n, why)| format!("{} {why}", grouped(*n)))
            .collect();
        let left_out = match left_out.is_empty() {
            true => String::new(),
            false => format!("; pois jää {}", left_out.join(" ja ")),
        };
        format!("{no} ”{description}”: {contacts}{left_out}")
    },
};
