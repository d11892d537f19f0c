//! Finnish: backup and restore.

use super::trouble;
use crate::backup::BackupError;
use crate::language::backup::BackupTexts;
use crate::language::trouble::Told;

pub(super) const BACKUP: BackupTexts = BackupTexts {
    title: "Varmuuskopiointi ja palautus",
    back_up: "Varmuuskopiointi",
    back_up_detail: "Koko yritys yhtenä tiedostona: tietueet, vuorovaikutusloki, luonnokset ja se, mitä kumoaminen tarvitsee. Säilytä tiedosto muualla kuin tällä laitteella.",
    encrypt: "Salaa salalauseella",
    encrypt_hint: "Salaamattoman tiedoston voi lukea jokainen, joka saa sen käsiinsä.",
    passphrase: "Salalause",
    passphrase_again: "Salalause uudelleen",
    passphrase_hint: "Ilman sitä tiedostoa ei avaa kukaan, eikä kukaan voi antaa sitä sinulle takaisin.",
    passphrase_short: "Tarvitaan vähintään 8 merkkiä.",
    passphrase_differs: "Salalauseet eivät ole samat.",
    write_now: "Varmuuskopioi nyt",
    writing: "Kirjoitetaan varmuuskopiota…",
    written: |file, rows, size| format!("Varmuuskopioitu: {file}, {rows} tietuetta, {size}."),
    not_written: "Varmuuskopiota ei kirjoitettu.",
    never: "Tällä laitteella ei ole vielä tehty varmuuskopiota.",
    last: |when| format!("Viimeisin varmuuskopio: {when}."),
    since: |n, shown| match n {
        0 => "Sen jälkeen mikään ei ole muuttunut.".into(),
        1 => "Sen jälkeen 1 muutos.".into(),
        _ => format!("Sen jälkeen {shown} muutosta."),
    },
    file_kind: "Lokikirjan varmuuskopio",

    restore: "Palautus",
    restore_detail: "Valitse varmuuskopiotiedosto. Se tarkistetaan ensin, eikä mikään muutu ennen kuin sanot niin.",
    choose_file: "Valitse tiedosto…",
    other_file: "Valitse toinen tiedosto…",
    looking: "Tarkistetaan tiedostoa…",
    sealed: |name| format!("{name} on salattu."),
    unlock: "Avaa tiedosto",
    about: |when, by| format!("Kirjoitettu {when}, {by}."),
    kind: "Tietueet",
    in_file: "Tiedostossa",
    in_company: "Avoimessa yrityksessä",
    drafts: "Luonnokset",
    files: "Tiedostot",
    changes: "Muutoksia tähän mennessä",
    unreadable: |n, shown| match n {
        1 => "Yhtä osaa yrityksestä ei voitu lukea, kun tiedosto kirjoitettiin, eikä se ole siinä."
            .into(),
        _ => format!(
            "{shown} osaa yrityksestä ei voitu lukea, kun tiedosto kirjoitettiin, eivätkä ne ole siinä."
        ),
    },
    contradictions: |n, shown| match n {
        1 => "1 tietue on ristiriidassa toisen kanssa, kuten tiedostoa kirjoitettaessa.".into(),
        _ => format!(
            "{shown} tietuetta on ristiriidassa muiden kanssa, kuten tiedostoa kirjoitettaessa."
        ),
    },
    as_new: "Palauta uutena yrityksenä",
    in_place: |name| format!("Korvaa {name}"),
    in_place_question: |name| format!("Korvataanko {name} varmuuskopiolla?"),
    in_place_detail: "Yritys jää nykyisellään tälle laitteelle toisella nimellä. Voit palata siihen milloin tahansa.",
    restoring: "Palautetaan…",
    restored: |name, rows| format!("Palautettu: {name}, {rows} tietuetta."),
    not_restored: "Mitään ei palautettu, eikä mikään ole muuttunut.",
    set_aside_name: |name, when| format!("{name} (siirretty sivuun {when})"),
    restored_name: |name, when| format!("{name} (palautettu {when})"),
    set_aside: "Toinen tila",
    set_aside_detail: |when, name| {
        format!("{name} vaihdettiin {when}. Sen toinen tila on yhä tällä laitteella.")
    },
    go_back: "Palaa siihen",
    went_back: |name| format!("{name} on niin kuin ennen vaihtamista."),
    replaced_elsewhere: |name| {
        format!(
            "{name} on vaihdettu toisessa välilehdessä. Tässä välilehdessä näkyy sivuun siirretty tila."
        )
    },
    open_current: "Avaa toinen",

    due_first: |n, shown| match n {
        1 => "1 muutos ei ole vielä missään varmuuskopiossa.".into(),
        _ => format!("{shown} muutosta ei ole vielä missään varmuuskopiossa."),
    },
    due: |n, shown, days| {
        let changes = match n {
            1 => "1 muutos ei ole vielä varmuuskopiossa.".to_string(),
            _ => format!("{shown} muutosta ei ole vielä varmuuskopiossa."),
        };
        match days {
            0 => format!("{changes} Viimeisin on tältä päivältä."),
            1 => format!("{changes} Viimeisin on 1 päivän vanha."),
            _ => format!("{changes} Viimeisin on {days} päivän vanha."),
        }
    },
    to_page: "Varmuuskopioi…",
    later: "Myöhemmin",
    seven_days: "iPhone ja iPad poistavat sivun tallentamat tiedot, kun sivua ei ole avattu seitsemään päivään. Lisää Lokikirja Koti-valikkoon ennen kuin kirjaat paljon (Jaa, sitten Lisää Koti-valikkoon), ja ota varmuuskopioita.",

    from_backup: "Palauta varmuuskopiosta",
    from_backup_detail: "Sinulla on varmuuskopiotiedosto, tältä laitteelta tai toiselta.",
    save_what_reads: "Tallenna se, minkä voi lukea",
    back: "Takaisin",

    error,
};

fn error(error: &BackupError) -> Told {
    match error {
        BackupError::NotABackup => Told::new(
            "Tiedosto ei ole Lokikirjan varmuuskopio.",
            "Valitse tiedosto, jonka nimi päättyy .lokikirja.",
        ),
        BackupError::Newer => Told::new(
            "Tiedoston on kirjoittanut Lokikirjan uudempi versio.",
            "Päivitä sovellus: lataa sivu uudelleen verkon ollessa käytössä ja yritä sitten uudelleen.",
        ),
        BackupError::Damaged { detail } => Told::new(
            "Tiedosto on vioittunut, tai osa siitä puuttuu.",
            "Valitse toinen varmuuskopio, tai hae tämä uudelleen sieltä, missä säilytät sitä.",
        )
        .with(detail.clone()),
        BackupError::NotOpened => Told::new(
            "Salalause on väärä, tai tiedosto on vioittunut.",
            "Kirjoita salalause uudelleen. Jos se ei auta, valitse toinen varmuuskopio.",
        ),
        BackupError::TooLarge => Told::new(
            "Tiedosto vaatii enemmän kuin Lokikirjaan mahtuu.",
            "Valitse toinen varmuuskopio.",
        ),
        BackupError::CannotUnpack => Told::new(
            "Tämä selain ei osaa purkaa tiedostoa.",
            "Avaa Lokikirja ajantasaisessa selaimessa.",
        ),
        BackupError::CannotEncrypt => Told::new(
            "Tämä selain salaa vain suojatuissa osoitteissa (https).",
            "Avaa Lokikirja suojatusta osoitteesta tai jätä salaus pois.",
        ),
        BackupError::File { detail } => Told::new(
            "Tiedostoa ei voitu lukea tai kirjoittaa.",
            "Se on ehkä siirretty, tai levy on täynnä. Yritä uudelleen.",
        )
        .with(detail.clone()),
        BackupError::Journal(error) => (trouble::TROUBLE.journal)(error),
        BackupError::Canceled => Told::new("Se keskeytettiin.", "Aloita uudelleen, kun haluat."),
    }
}
