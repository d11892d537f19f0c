//! Finnish: the interaction log, one entry, postponed interactions.

use super::grouped;
use crate::language::logbook::LogbookTexts;

pub(super) const LOGBOOK: LogbookTexts = LogbookTexts {
    entry_no: "Tapahtumanro",
    entry_no_short: "Tap.nro",
    contact_no: "Kontaktin nro",
    time_short: "Klo",
    template: "Malli",
    age: "Ikä",
    missing: "Puuttuu",
    postponed_n: |n| match n {
        0 => "Lykätyt vuorovaikutukset".into(),
        n => format!("Lykätyt vuorovaikutukset ({})", grouped(n)),
    },
    empty: "Ei vielä vuorovaikutuksia",
    empty_detail: "Jokainen lokiin kirjaamasi puhelu, käynti ja kirje näkyy tässä, uusin ensin.",
    empty_context: "Täällä ei ole vielä vuorovaikutuksia",
    empty_context_detail: "Tästä ei ole kirjattu mitään. Se, minkä kirjaat, näkyy tässä.",
    general: "Vuorovaikutus",
    details: "Lisätiedot",
    figures: "Luvut",
    comments: "Huomautukset",
    no_comments: "Ei huomautuksia",
    written_by: "Kirjannut",
    written_at: "Kirjattu",
    postponed: "Lykätty",
    yes: "Kyllä",
    no: "Ei",
    of_contact: "Tämän kontaktin vuorovaikutukset",
    with_code: |description, code| format!("{description} ({code})"),
    deleted_since: |code| format!("{code} (poistettu)"),
    postponed_title: "Lykätyt vuorovaikutukset",
    resume: "Jatka",
    resume_one: |contact| format!("Jatka: {contact}"),
    delete: "Poista",
    choose_row: "Valitse ensin vuorovaikutus luettelosta.",
    nothing_missing: "Ei mitään: valmis kirjattavaksi",
    content: "Lähetettävä sisältö",
    no_description: "Ei vielä kuvausta",
    postponed_empty: "Mikään ei odota",
    postponed_empty_detail: "Kun et voi viedä vuorovaikutusta loppuun, peruuta se ja valitse Lykkää: \
        se odottaa tässä, kunnes jatkat sitä.",
    all_entries: "Vuorovaikutuslokin tapahtumat",
    delete_question: |n| match n {
        1 => "Poistetaanko tämä lykätty vuorovaikutus?".into(),
        n => format!("Poistetaanko {} lykättyä vuorovaikutusta?", grouped(n)),
    },
    delete_detail: "Täytetyt kentät ja huomautukset poistuvat samalla. Voit kumota poiston jälkeenpäin.",
    keep: "Ei, säilytä",
};
